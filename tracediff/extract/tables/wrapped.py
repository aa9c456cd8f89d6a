"""A table set in several columns of its own in, its parts out: "Year | N | Year | N | Year | N"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tracediff.model import Cell, Table

_NARROWEST: Final = 2  # columns of a part: what the rows are, and a figure of each


def parts(table: Table) -> Iterator[Table]:
    """The parts of a table whose heads come again from left to right, or the table itself.

    Each keeps the rows of the table, so that a row has one number in all of them. Blank columns
    that only part them are left out.
    """
    filled = [at for at in range(len(table.heads)) if _is_filled(table, at)]
    heads = tuple(table.heads[at] for at in filled)
    width = 0 if table.above else _width(_texts(heads))
    if not width:
        yield table
        return
    for first in range(0, len(filled), width):
        part = filled[first : first + width]
        rows = [tuple(row[at] for at in part if at < len(row)) for row in table.rows]
        while rows and not any(cell.text.strip() for cell in rows[-1]):
            rows.pop()
        yield replace(table, heads=heads[:width], rows=tuple(rows))


def _is_filled(table: Table, at: int) -> bool:
    column = (row[at] for row in table.rows if at < len(row))
    return any(cell.text.strip() for cell in (table.heads[at], *column))


def _width(heads: list[str]) -> int:
    """How many columns come again and again; 0 where none do.

    The heads of the last part may be left out; that of a part's first column may not.
    """
    if not heads or not heads[0]:
        return 0
    for width in range(_NARROWEST, len(heads) // 2 + 1):
        whole = len(heads) % width == 0 and len({*filter(None, heads[:width])}) > 1
        if whole and _comes_again(heads, width):
            return width
    return 0


def _comes_again(heads: list[str], width: int) -> bool:
    groups = [heads[at : at + width] for at in range(0, len(heads), width)]
    if len(groups) > _NARROWEST and not any(groups[-1]):
        groups.pop()
    return all(group == groups[0] for group in groups)


def _texts(cells: tuple[Cell, ...]) -> list[str]:
    return [" ".join(cell.text.split()).casefold() for cell in cells]
