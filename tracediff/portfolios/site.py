"""A portfolio in, a folder out: an index to browse offline, a page a document, tables.

    index.html              the ranking, what many share, the matrix, the search
    pages/NAME.html         the report on one document
    timelines/NAME.html     the same document through all its editions, where that was asked for
    tables/NAME.csv …       what to compute with

The index goes first and comes last, so that what is there is never half old and half new; pages and
tables of an earlier run that are of none now are removed.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final

from tracediff.errors import InputError
from tracediff.files import umask
from tracediff.locks import writing
from tracediff.model import Portfolio
from tracediff.ours import is_report
from tracediff.portfolios.columns import TABLES
from tracediff.portfolios.entry import Entry
from tracediff.portfolios.exports import TABLE_FORMATS, document_rows, formats, opened
from tracediff.portfolios.search import Searching
from tracediff.portfolios.store import Store, write_whole
from tracediff.render.options import Options

_INDEX: Final = "index.html"
_OURS: Final = frozenset({_INDEX, "pages", "tables", "timelines"})


def refuse(folder: str | Path, inputs: Iterable[str]) -> None:
    """Complain at once about a folder that is not for a site.

    Raises ``InputError`` where it is a file, holds what is not ours, or is one of the inputs.
    """
    path = Path(folder)
    if path.exists() and not path.is_dir():
        raise InputError(f"{folder}: is a file; name a folder for the site")
    if any(_inside(path, Path(name)) for name in inputs):
        raise InputError(f"{folder}: holds the editions; write to another folder")
    names = set(os.listdir(path)) if path.is_dir() else set()  # noqa: PTH208
    strange = sorted(name for name in names - _OURS if not name.startswith("."))
    if strange or (_INDEX in names and not is_report(path / _INDEX)):
        first = strange[0] if strange else _INDEX
        raise InputError(f"{folder}: holds {first}, which is no part of a site; name a new folder")


def _inside(folder: Path, other: Path) -> bool:
    return other.resolve().is_relative_to(folder.resolve())


def write_site(
    portfolio: Portfolio,
    store: Store,
    folder: str | Path,
    tables: str | Sequence[str] = (),
    title: str = "",
) -> None:
    """Write the site; raises ``InputError`` where it cannot be."""
    further = formats(tables)
    refuse(folder, ())
    path = Path(folder)
    try:
        wanted = ["pages", "tables", *(["timelines"] if portfolio.timelines else [])]
        for part in (path, *(path / name for name in wanted)):
            part.mkdir(parents=True, exist_ok=True)
        with writing(path / _INDEX):
            (path / _INDEX).unlink(missing_ok=True)
            searching = _contents(portfolio, store, path, further)
            _index(portfolio, path, searching, further, title)
    except OSError as error:
        raise InputError(
            f"{error.filename or folder}: cannot be written ({error.strerror}); check the folder"
        ) from None


def _contents(
    portfolio: Portfolio, store: Store, folder: Path, further: Sequence[str]
) -> Searching:
    """Write pages and tables, one document at a time, and gather what is searched."""
    searching = Searching()
    mode = 0o666 & ~umask()
    passing = Path(tempfile.mkdtemp(".tracediff-tmp", ".", folder))
    writers = opened(passing, further)
    try:
        try:
            for at, document in enumerate(portfolio.documents):
                entry = Entry(store.need(document.key))
                _page(folder / "pages" / document.page, entry.part("page.html"), mode)
                searching.add(at, entry.searched, stories=True)
                for writer in writers:
                    writer.add(entry)
            rows = document_rows(portfolio)
            for writer in writers:
                writer.documents(rows)
        finally:
            for writer in writers:
                writer.close()
        _remove(folder / "tables", {path.name for path in passing.iterdir()}, _tables())
        for made in sorted(passing.iterdir()):
            made.chmod(mode)
            made.replace(folder / "tables" / made.name)
    finally:
        shutil.rmtree(passing, ignore_errors=True)
    for one in portfolio.timelines:
        _page(folder / "timelines" / one.page, store.need(one.key), mode)
    _clear(folder / "pages", {document.page for document in portfolio.documents})
    _clear(folder / "timelines", {one.page for one in portfolio.timelines})
    for at, document in enumerate(portfolio.documents):
        searching.add(at, Entry(store.need(document.key)).searched, stories=False)
    return searching


def _clear(folder: Path, keep: set[str]) -> None:
    """Remove the pages of ours that are of no document any more."""
    _remove(folder, keep, {path.name for path in folder.glob("*.html") if is_report(path)})


def _page(path: Path, data: bytes, mode: int) -> None:
    """Write a page, unless it is there as it is."""
    with suppress(OSError):
        if path.stat().st_size == len(data) and path.read_bytes() == data:
            return
    write_whole(path, data, mode)


def _tables() -> set[str]:
    """All files that tables are ever written to."""
    suffixes = ("csv", "jsonl", *TABLE_FORMATS)
    return {f"{table}.{suffix}" for table in (*TABLES, "portfolio") for suffix in suffixes}


def _remove(folder: Path, keep: set[str], ours: set[str]) -> None:
    for name in sorted(ours - keep):
        (folder / name).unlink(missing_ok=True)


def _index(
    portfolio: Portfolio, folder: Path, searching: Searching, further: Sequence[str], title: str
) -> None:
    from tracediff.render.portfolio_html import Search, write

    search = Search(searching.packed(), searching.stories, searching.findings, searching.left_out)
    files = sorted(path.name for path in (folder / "tables").iterdir())
    text = write(portfolio, Options(title=title), search, files)
    write_whole(folder / _INDEX, text.encode("utf-8", "replace"), 0o666 & ~umask())


__all__ = ["formats", "refuse", "write_site"]
