"""A table set in several columns of its own in, its parts out: "Year | N | Year | N | Year | N"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tracediff.model import Cell, Table

_NARROWEST: Final = 2  # columns of a part: what the rows are, and a figure of each


def parts(table: Table) -> Iterator[Table]:
    """The parts of a table whose heads come again from left to right, or the table itself.

    Each keeps the rows of the table, so that a row has one number in all of them.
    """
    width = _width(table)
    if not width:
        yield table
        return
    for first in range(0, len(table.heads), width):
        rows = [row[first : first + width] for row in table.rows]
        while rows and not any(cell.text.strip() for cell in rows[-1]):
            rows.pop()
        yield replace(table, heads=table.heads[:width], rows=tuple(rows))


def _width(table: Table) -> int:
    """How many columns come again and again; 0 where none do.

    The heads of the last part may be left out; that of a part's first column may not.
    """
    heads = _texts(table.heads)
    if table.above or not heads or not heads[0]:
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
