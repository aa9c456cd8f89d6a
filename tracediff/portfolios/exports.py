"""The tables of a portfolio: finished documents in, files out, one document at a time.

A format is a class that takes entries and then the rows of documents; ``TABLE_FORMATS`` names
them. What they write lies in a folder of its own until all of it is there.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final, Protocol

from tracediff.errors import InputError
from tracediff.model import Document, Portfolio
from tracediff.portfolios.columns import TABLES
from tracediff.portfolios.entry import Entry, csv_lines, json_lines
from tracediff.portfolios.rows import Row

OF_EACH: Final = ("findings", "facts", "series")  # the tables that each document has rows of


class Tables(Protocol):
    """Takes finished documents, and writes them to a folder."""

    def add(self, entry: Entry) -> None:
        """Take the rows of a finished document."""

    def documents(self, rows: Sequence[Row]) -> None:
        """Take the table of documents, last."""

    def close(self) -> None:
        """Finish the files."""


class Text:
    """CSV and JSON Lines: the lines were written where the document was compared."""

    def __init__(self, folder: Path) -> None:
        """Begin each file."""
        self._files: dict[str, BinaryIO] = {}
        for table, columns in TABLES.items():
            for suffix in ("csv", "jsonl"):
                self._files[f"{table}.{suffix}"] = (folder / f"{table}.{suffix}").open("wb")
            heads = ",".join(column.name for column in columns)
            self._files[f"{table}.csv"].write(f"{heads}\n".encode())

    def add(self, entry: Entry) -> None:
        """Copy the lines of a document."""
        for table in OF_EACH:
            for suffix in ("csv", "jsonl"):
                name = f"{table}.{suffix}"
                self._files[name].write(entry.part(name))

    def documents(self, rows: Sequence[Row]) -> None:
        """Write the lines of the documents themselves."""
        self._files["documents.jsonl"].write(json_lines(rows).encode("utf-8", "replace"))
        lines = csv_lines(TABLES["documents"], rows)
        self._files["documents.csv"].write(lines.encode("utf-8", "replace"))

    def close(self) -> None:
        """Close the files."""
        for file in self._files.values():
            file.close()


# The further formats: the module and class, the package it needs, and the extra that brings it.
TABLE_FORMATS: Final[Mapping[str, tuple[str, str, str]]] = {
    "parquet": ("tracediff.portfolios.parquet:Parquet", "pyarrow", "parquet"),
    "xlsx": ("tracediff.portfolios.workbook:Workbook", "xlsxwriter", "xlsx"),
}


def formats(asked: str | Sequence[str]) -> tuple[str, ...]:
    """The further formats that are asked for; CSV and JSON Lines may be named and are there anyway.

    Raises ``InputError`` for what is no format, and where the package for one is not installed.
    """
    names = asked.split(",") if isinstance(asked, str) else asked
    found = [name.strip().casefold() for name in names if name.strip()]
    for name in found:
        if name in ("csv", "jsonl"):
            continue
        if name not in TABLE_FORMATS:
            raise InputError(f"{name}: is no format of tables; use {', '.join(TABLE_FORMATS)}")
        _, package, extra = TABLE_FORMATS[name]
        try:
            import_module(package)
        except ImportError:
            raise InputError(
                f"{name}: {package} is not installed; install tracediff-reports with its extra"
                f" [{extra}]"
            ) from None
    return tuple(dict.fromkeys(name for name in found if name in TABLE_FORMATS))


def opened(folder: Path, further: Iterable[str]) -> list[Tables]:
    """The writers of all formats, for a folder that is there."""
    writers: list[Tables] = [Text(folder)]
    for name in further:
        module, _, kind = TABLE_FORMATS[name][0].partition(":")
        writers.append(getattr(import_module(module), kind)(folder))
    return writers


def document_rows(portfolio: Portfolio) -> list[Row]:
    """The table of documents: those compared by rank, then those that failed, then lone files."""
    compared = [_compared(portfolio, one, at) for at, one in enumerate(portfolio.documents, 1)]
    failed = [
        _row(
            document=one.name,
            status="failed",
            reason=one.reason,
            old_path=one.old_path,
            new_path=one.new_path,
        )
        for one in portfolio.failed
    ]
    lone = [
        _row(document=one.path, status="unpaired", reason=one.reason) for one in portfolio.unpaired
    ]
    return [*compared, *failed, *lone]


def _row(**values: object) -> Row:
    return {column.name: values.get(column.name) for column in TABLES["documents"]}


def _compared(portfolio: Portfolio, document: Document, rank: int) -> Row:
    counts, sizes = document.counts, document.sizes
    first = portfolio.first(document)
    return _row(
        document=document.name,
        folder=document.folder,
        status="compared",
        rank=rank,
        importance=document.importance,
        title=document.title,
        first_story=first.text if first else None,
        old_path=document.old_path,
        new_path=document.new_path,
        old_label=document.old_label,
        new_label=document.new_label,
        stories=counts.stories,
        findings=counts.findings,
        errors=counts.errors,
        warnings=counts.warnings,
        notes=counts.notes,
        waived=counts.waived,
        checks=counts.checks,
        fell_to_none=counts.none,
        withheld=counts.withheld,
        restated=counts.restated,
        kept=sizes.kept,
        edited=sizes.edited,
        added=sizes.added,
        removed=sizes.removed,
        changed=round(sizes.changed, 4),
        page=f"pages/{document.page}",
    )
