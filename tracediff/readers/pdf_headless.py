"""The tables of a page in, out the same, those without heads with the heads over their columns.

Accounts set their heads once, at the top of the page; a heading or a line that names a group starts
what a reader of the layout sees as a table of its own, whose columns go on straight down.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from tracediff.lexicon.layout import SENTENCE_END
from tracediff.readers.pdf_cells import CAPTION, VALUE, Grid, Row
from tracediff.readers.pdf_lines import Line, rows_of

_FAR: Final = 3.2  # of the size of the type, between a line that names a group and its first row
_INDENT: Final = 4.0  # of the size of the type, by which such a line is set in at most
_LONG: Final = 60  # characters of a line that names a group; a longer one is prose
_SUM: Final = re.compile(r"(?:grand |sub-?)?totals?\b", re.IGNORECASE)  # which names no group
_SAME: Final = 0.06  # by which sizes of one type differ at most, as a share of it


def with_heads(
    grids: Sequence[Grid], rest: Sequence[Line], before: Grid | None = None
) -> tuple[list[Grid], list[Line]]:
    """The tables, those without heads with those of the table above whose columns they go on with.

    ``grids`` are in order from the top, ``rest`` the lines outside of them, ``before`` is the last
    table of the page before. Where all that stands between two tables are lines that name groups,
    the last of them become rows of the lower one.
    """
    made: list[Grid] = []
    lines = list(rest)
    for grid in grids:
        above = next((one for one in reversed(made) if one.heads and not one.contents), None)
        first = not made and above is None
        above = before if first else above
        if above is None or not above.heads or grid.heads or grid.contents or not grid.extents:
            made.append(grid)
            continue
        seats = _seats(above, grid)
        between = _between(None if first else above, grid, lines)
        groups = group_rows(between, grid.area.top, grid.extents)
        apart = first and len(groups) < len(between)
        if not seats or apart or not all(_is_short(line) for row in between for line in row):
            made.append(grid)
            continue
        over = tuple(
            tuple(row[at] if at >= 0 else ("", 0) for at in seats)
            for row in above.rows[: above.heads]
        )
        named = tuple(((row[0].text, 0), *(("", 0),) * (len(seats) - 1)) for row in groups)
        gone = {id(line) for row in groups for line in row}
        lines = [line for line in lines if id(line) not in gone]
        top = groups[0][0].top if groups else grid.area.top
        area = grid.area._replace(top=top)
        made.append(replace(grid, area=area, rows=over + named + grid.rows, heads=above.heads))
    return made, lines


def group_rows(
    above: Sequence[Sequence[Line]],
    top: float,
    extents: Sequence[tuple[float, float]],
    *,
    same: bool = True,
) -> list[Sequence[Line]]:
    """The last of the rows above a table that are lines over its labels alone: they name groups.

    ``top`` is where the table starts, ``extents`` are from where to where its columns reach,
    ``same`` says that all are to be of one size.
    """
    found: list[Sequence[Line]] = []
    size = 0.0
    for row in reversed(above):
        line = row[0]
        if len(row) > 1 or not _is_short(line):
            break
        if same and size and abs(line.size - size) > _SAME * size:
            break
        if top - line.bottom > _FAR * line.size:
            break
        if line.x0 > extents[0][0] + _INDENT * line.size or line.x1 > extents[-1][0]:
            break
        if not any(map(str.isalpha, line.text)) or _SUM.match(line.text):
            break
        found.append(row)
        size, top = line.size, line.top
    return found[::-1]


def _is_short(line: Line) -> bool:
    text = line.text
    return not (len(text) > _LONG or SENTENCE_END.search(text) or CAPTION.match(text))


def with_rows_below(grids: Sequence[Grid], rest: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables, each with the rows of figures that stand right below it in its columns.

    Accounts rule off sums; what follows the last of them on a page has no rule below.
    """
    made: list[Grid] = []
    lines = list(rest)
    for grid in grids:
        tops = [one.area.top for one in grids if one.area.top > grid.area.bottom]
        rows = _rows_below(grid, lines, min(tops, default=float("inf")))
        taken = {id(line) for row in rows for line in row}
        lines = [line for line in lines if id(line) not in taken]
        cells = tuple(_cells(grid, row) for row in rows)
        bottom = max([line.bottom for row in rows for line in row], default=grid.area.bottom)
        area = grid.area._replace(bottom=max(bottom, grid.area.bottom))
        made.append(replace(grid, area=area, rows=grid.rows + cells) if rows else grid)
    return made, lines


def _rows_below(grid: Grid, lines: Sequence[Line], stop: float) -> list[list[Line]]:
    """The rows right below a table up to a height, the last of them one of figures."""
    if not grid.extents or grid.contents:
        return []
    found: list[list[Line]] = []
    count = 0
    bottom = grid.area.bottom
    below = [line for line in lines if grid.area.bottom - 1 < line.top and line.bottom < stop]
    for row in rows_of(below):
        line = row[0]
        if line.bottom - bottom > _FAR * line.size or line.x0 > grid.extents[0][1]:
            break
        found.append(row)
        bottom = line.bottom
        if len(row) > 1 and _cells(grid, row):
            count = len(found)
        elif len(row) > 1 or not _is_short(line):
            break
    return found[:count]


def _cells(grid: Grid, row: Sequence[Line]) -> Row:
    """The cells of a row of figures, or of a label alone; none where one fits no column."""
    cells = [""] * len(grid.extents)
    cells[0] = row[0].text
    for line in row[1:]:
        over = [
            at
            for at, (left, right) in enumerate(grid.extents)
            if at > 0 and line.x0 < right and left < line.x1
        ]
        if len(over) != 1 or cells[over[0]] or not VALUE.fullmatch(line.text):
            return ()
        cells[over[0]] = line.text
    return tuple((text, 0) for text in cells)


def _between(above: Grid | None, grid: Grid, lines: Sequence[Line]) -> list[list[Line]]:
    """The rows of lines between two tables, or from the top of the page."""
    top = above.area.bottom if above else float("-inf")
    return rows_of(
        line
        for line in lines
        if top < (line.top + line.bottom) / 2 < grid.area.top
        and grid.area.x0 - 6 < line.x1
        and line.x0 < grid.area.x1 + 6
    )


def _seats(above: Grid, grid: Grid) -> list[int]:
    """For each column of a table the one above that it goes on with; nothing where one fits none.

    Columns of figures go on straight down: each ends where one above ends, or stands within it.
    """
    if not above.extents:
        return []
    seats = [0]
    for x0, x1 in grid.extents[1:]:
        over = [
            at
            for at, (left, right) in enumerate(above.extents)
            if at > 0 and x0 < right and left < x1
        ]
        if len(over) != 1 or over[0] <= seats[-1]:
            return []
        seats.append(over[0])
    return seats
