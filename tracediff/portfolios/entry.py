"""A finished document as bytes, and back: its summary, its page, its rows, what it is searched by.

An entry is a zip archive of plain text: any part of it can be read alone, nothing in it is code,
and the same document always makes the same bytes.
"""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, Final

from tracediff.model import Counts, Document, Sizes, StoryLine, Trait
from tracediff.portfolios.columns import TABLES, Column, Kind
from tracediff.portfolios.rows import Row
from tracediff.render.csv import cell

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_LEVEL: Final = 6

# Stretches of a finding's sentence: what they are ("=", "-" or "+"), and their text.
MarkedText = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Searched:
    """A line that the search looks through: a story or a finding, its section and its rule."""

    text: str
    topic: str
    rule: str
    story: bool


@dataclass(frozen=True, slots=True)
class Finished:
    """All that comes of one document."""

    document: Document
    page: str
    rows: Mapping[str, Sequence[Row]]
    marks: Sequence[MarkedText]
    searched: Sequence[Searched]


def packed(finished: Finished) -> bytes:
    """The entry of a document."""
    parts = {
        "document.json": _json(asdict(finished.document)),
        "page.html": finished.page,
        "marks.json": _json(finished.marks),
        "searched.json": _json([[s.text, s.topic, s.rule, s.story] for s in finished.searched]),
    }
    for table, rows in finished.rows.items():
        parts[f"{table}.jsonl"] = json_lines(rows)
        parts[f"{table}.csv"] = csv_lines(TABLES[table], rows)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name, text in parts.items():
            member = zipfile.ZipInfo(name, _DATE)
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, text.encode("utf-8", errors="replace"))
    return buffer.getvalue()


def json_lines(rows: Iterable[Row]) -> str:
    """A line of JSON for each row."""
    return "".join(f"{_json(row)}\n" for row in rows)


def csv_lines(columns: Sequence[Column], rows: Iterable[Row]) -> str:
    """A line of CSV for each row, with nothing in it that a spreadsheet would run."""
    import csv

    sheet = io.StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerows([_cell(row[one.name], one.kind) for one in columns] for row in rows)
    return sheet.getvalue()


def _cell(value: Any, kind: Kind) -> str:
    if value is None:
        return ""
    if kind is Kind.FLAG:
        return "true" if value else "false"
    if kind in (Kind.INTEGER, Kind.NUMBER):
        return plain(value)
    return cell(value)


def plain(value: float) -> str:
    """A number without a needless ".0", as JSON and CSV have it.

    >>> plain(412.0), plain(-0.05), plain(7)
    ('412', '-0.05', '7')
    """
    whole = isinstance(value, float) and value.is_integer() and abs(value) < 1e15
    return str(int(value)) if whole else repr(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


class Entry:
    """An entry that is read again, a part at a time."""

    def __init__(self, data: bytes) -> None:
        """Take the bytes of an entry that ``packed`` made."""
        self._archive = zipfile.ZipFile(io.BytesIO(data))

    def part(self, name: str) -> bytes:
        """One of its parts as bytes."""
        return self._archive.read(name)

    @property
    def document(self) -> Document:
        """The summary of the document."""
        held: dict[str, Any] = json.loads(self.part("document.json"))
        return Document(
            **{
                **held,
                "counts": Counts(**held["counts"]),
                "sizes": Sizes(**held["sizes"]),
                "headlines": tuple(_line(one) for one in held["headlines"]),
                "rules": tuple((rule, count) for rule, count in held["rules"]),
                "sections": tuple(held["sections"]),
                "traits": tuple(Trait(*one) for one in held["traits"]),
                "doubts": tuple(held["doubts"]),
            }
        )

    def rows(self, table: str) -> list[Row]:
        """The rows of one table."""
        return [json.loads(line) for line in self.part(f"{table}.jsonl").splitlines()]

    @property
    def marks(self) -> list[MarkedText]:
        """What was removed and added in the sentences of each finding, in the order of the rows."""
        return [[(kind, text) for kind, text in one] for one in json.loads(self.part("marks.json"))]

    @property
    def searched(self) -> list[Searched]:
        """What the search looks through."""
        return [Searched(*one) for one in json.loads(self.part("searched.json"))]


def _line(held: dict[str, Any]) -> StoryLine:
    return StoryLine(**{**held, "traits": tuple((a, b) for a, b in held["traits"])})
