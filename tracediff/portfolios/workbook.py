"""The tables as one workbook for a spreadsheet: what was removed red, what was added blue.

Rows are written as they come and not kept. Every text is written as text, so that no spreadsheet
runs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from tracediff.portfolios.columns import TABLES, Column, Kind
from tracediff.portfolios.entry import Entry, MarkedText
from tracediff.portfolios.exports import OF_EACH
from tracediff.portfolios.rows import Row
from tracediff.render.visible import visible

FILE: Final = "portfolio.xlsx"
CHANGE: Final = Column("change", Kind.TEXT, "the sentence, removed words red, added words blue")
_ROWS: Final = 1_048_575  # of a sheet, below its heads; what is more goes to another sheet
_CELL: Final = 32_767  # characters
_LINKS: Final = 60_000  # of a sheet; Excel refuses more than 65,530
_WIDE: Final = frozenset({"message", "headline", "first_story", "change", "reason", "title"})


class Workbook:
    """One file with a sheet for each table."""

    def __init__(self, folder: Path) -> None:
        """Begin the file and its sheets."""
        self._book = xlsxwriter.Workbook(
            str(folder / FILE),
            {"constant_memory": True, "strings_to_urls": False, "nan_inf_to_errors": True},
        )
        self._book.set_properties({"created": datetime(2000, 1, 1)})  # the same bytes every time
        self._formats = {
            "head": self._book.add_format({"bold": True, "bottom": 1}),
            "day": self._book.add_format({"num_format": "yyyy-mm-dd"}),
            "wrap": self._book.add_format({"text_wrap": True, "valign": "top"}),
            "-": self._book.add_format({"font_color": "#C00000", "font_strikeout": True}),
            "+": self._book.add_format({"font_color": "#0050B0", "underline": 1}),
            "=": self._book.add_format({}),
        }
        self._sheets: dict[str, _Sheet] = {}
        for table in TABLES:
            self._sheets[table] = _Sheet(self._book, table, self._formats)

    def add(self, entry: Entry) -> None:
        """Take the rows of a finished document."""
        for table in OF_EACH:
            marks = entry.marks if table == "findings" else []
            for at, row in enumerate(entry.rows(table)):
                self._sheets[table].write(row, marks[at] if marks else ())

    def documents(self, rows: Sequence[Row]) -> None:
        """Take the rows of the documents themselves."""
        for row in rows:
            self._sheets["documents"].write(row)

    def close(self) -> None:
        """Finish the file."""
        self._book.close()


class _Sheet:
    """The sheets of one table; another one is begun where a sheet is full."""

    def __init__(self, book: Any, table: str, formats: dict[str, Any]) -> None:
        self._book = book
        self._table = table
        self._formats = formats
        own = list(TABLES[table])
        if table == "findings":
            own.insert([one.name for one in own].index("message") + 1, CHANGE)
        self._columns = own
        self._count = 0
        self._begin()

    def _begin(self) -> None:
        self._count += 1
        name = self._table if self._count == 1 else f"{self._table} {self._count}"
        self._sheet = self._book.add_worksheet(name)
        self._sheet.freeze_panes(1, 1)
        for at, column in enumerate(self._columns):
            self._sheet.set_column(at, at, 60 if column.name in _WIDE else 14)
        for at, column in enumerate(self._columns):
            self._sheet.write_string(0, at, column.name, self._formats["head"])
        self._row = 0

    def write(self, row: Row, marks: MarkedText = ()) -> None:
        """Write one row; ``marks`` fill the column of the change."""
        if self._row >= _ROWS:
            self._begin()
        self._row += 1
        for at, column in enumerate(self._columns):
            if column is CHANGE:
                self._change(at, marks)
            elif (value := row[column.name]) is not None:
                self._cell(at, column, value)

    def _cell(self, at: int, column: Column, value: Any) -> None:
        if column.kind in (Kind.INTEGER, Kind.NUMBER):
            self._sheet.write_number(self._row, at, value)
        elif column.kind is Kind.FLAG:
            self._sheet.write_boolean(self._row, at, value)
        elif column.kind is Kind.DATE:
            self._day(at, value)
        elif column.name in ("link", "page") and self._row < _LINKS:
            self._sheet.write_url(self._row, at, f"external:../{value}", string=value)
        else:
            self._sheet.write_string(self._row, at, visible(value)[:_CELL])

    def _day(self, at: int, value: str) -> None:
        """A day as one; a spreadsheet knows none before 1900."""
        day = date.fromisoformat(value)
        if day.year >= 1900:
            self._sheet.write_datetime(self._row, at, day, self._formats["day"])
        else:
            self._sheet.write_string(self._row, at, value)

    def _change(self, at: int, marks: MarkedText) -> None:
        """The sentence in its colours."""
        shown = [(kind, visible(text)) for kind, text in marks if text]
        if sum(len(text) for _, text in shown) > _CELL:
            shown = []
        parts = [part for kind, text in shown for part in (self._formats[kind], text)]
        if len(shown) == 1:
            kind, text = shown[0]
            self._sheet.write_string(self._row, at, text, self._formats[kind])
        elif parts:
            self._sheet.write_rich_string(self._row, at, *parts, self._formats["wrap"])
