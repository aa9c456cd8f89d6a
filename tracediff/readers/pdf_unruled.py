"""Tables without rules: runs of rows whose later cells are values in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tracediff.readers.pdf_cells import (
    VALUE,
    YEAR,
    Grid,
    alleys,
    area_of,
    finished,
    is_head,
    is_units,
    shared_out,
    split_rows,
)
from tracediff.readers.pdf_headless import group_rows
from tracediff.readers.pdf_heads import Heads, extents_of, heads_above
from tracediff.readers.pdf_lines import Line, rows_of

_LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}")


_WIDE = 0.25  # of the width of the text, from which a line is prose of a column of its own
_STRAIGHT = 30.0  # points by which they lie off the gutter; gaps between sentences lie anywhere
_PAIRS = 3  # rows of two wide lines that make a gutter between columns


def unruled_tables(lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The runs of rows whose later cells are values in columns, and the lines outside them."""
    found = [_runs(part) for part in _sides(lines)]
    return [grid for grids, _ in found for grid in grids], [
        line for _, rest in found for line in rest
    ]


def _sides(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines parted by the gutter of a page in two columns; those across it stay together."""
    rows = rows_of(lines)
    wide = _WIDE * (
        max((r[-1].x1 for r in rows), default=0) - min((r[0].x0 for r in rows), default=0)
    )
    gutter = _gutter(rows, wide)
    if gutter is None:
        return [list(lines)]
    whole: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    parted = False
    for row in rows:
        before = [line for line in row if line.x1 <= gutter + 2]
        after = [line for line in row if line.x0 >= gutter - 2]
        if len(before) + len(after) < len(row):
            parted = False
        elif _is_parted(before, after, wide):
            parted = True  # and rows that tell nothing go with the one above
        if parted:
            left += before
            right += after
        else:
            whole += row
    return [whole, left, right]


def _gutter(rows: Sequence[Sequence[Line]], wide: float) -> float | None:
    """Where the gutter runs, if wide lines stand side by side on several rows."""
    middles = [
        (a.x1 + b.x0) / 2
        for row in rows
        for a, b in pairwise(row)
        if a.x1 - a.x0 >= wide and b.x1 - b.x0 >= wide
    ]
    if len(middles) < _PAIRS:
        return None
    gutter = median(middles)
    return gutter if sum(abs(x - gutter) < _STRAIGHT for x in middles) >= _PAIRS else None


def _is_parted(before: Sequence[Line], after: Sequence[Line], wide: float) -> bool:
    """Whether a row is two columns' and not one row of a table as wide as the page."""
    if after and after[0].x1 - after[0].x0 >= wide:
        return True
    prose = any(line.x1 - line.x0 >= wide for line in before)
    return prose and (not after or not all(VALUE.fullmatch(line.text) for line in after))


def _runs(lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The same for the lines of one column."""
    rows = rows_of(lines)
    grids = []
    taken: set[int] = set()
    at = done = 0
    while at < len(rows):
        stop = _run(rows, at)
        above = rows[done:at]
        grid, heads = _run_grid(rows[at:stop], above) if stop > at else (None, 0)
        if stop == at and (stop := _pairs(rows, at)) > at:
            grid, heads = _pairs_grid(rows[at:stop]), 0
        if grid:
            grids.append(grid)
            taken |= {id(line) for row in rows[at - heads : stop] for line in row}
            done = stop
        at = max(stop, at + 1)
    return grids, [line for line in lines if id(line) not in taken]


def _pairs(rows: Sequence[Sequence[Line]], at: int) -> int:
    """Where a run ends of at least three rows of a heavy label and a text; ``at`` where none is."""
    stop, count = at, 0
    left = rows[at][1].x0 if len(rows[at]) == 2 else 0.0
    while stop < len(rows):
        row = rows[stop]
        drop = row[0].bottom - rows[stop - 1][0].bottom if stop > at else 0.0
        if drop > 3 * row[0].size:
            break
        if len(row) == 2 and row[0].bold and not row[1].bold and abs(row[1].x0 - left) < 3:
            count += 1
        elif not (count and len(row) == 1 and abs(row[0].x0 - left) < 3):
            break
        stop += 1
    return stop if count >= 3 else at


def _pairs_grid(rows: Sequence[Sequence[Line]]) -> Grid:
    """The table of rows of a label and a text that may run over several lines."""
    cells: list[list[list[Line]]] = []
    for row in rows:
        if len(row) == 2:
            cells.append([[row[0]], [row[1]]])
        else:
            cells[-1][1].append(row[0])
    flat = [line for row in rows for line in row]
    area = area_of(flat)
    made, _ = finished(cells)
    return Grid(area, tuple(made), 0, (area.x0, rows[0][1].x0, area.x1))


def _is_valued(row: Sequence[Line]) -> bool:
    """Whether a row has a label and then values, or values (heads) only."""
    later = row[1:]
    return bool(later) and all(
        VALUE.fullmatch(line.text) or YEAR.fullmatch(line.text) for line in later
    )


def _run(rows: Sequence[Sequence[Line]], at: int) -> int:
    """Where the run of a table ends that starts with a row; ``at`` itself where none does."""
    if not (_is_valued(rows[at]) or _is_years(rows[at]) or _is_headed(rows[at])):
        return at
    stop, last = at + 1, at
    while stop < len(rows):
        row, above = rows[stop], rows[stop - 1]
        drop = (row[0].bottom - above[0].bottom) / max(row[0].size, above[0].size)
        if drop > _APART and not (drop <= _SUMMED and _is_flush(row, rows[last])):
            break
        if _is_valued(row) or _is_headed(row) or _is_years(row):
            last = stop
        elif len(row) > 1 or stop - last > 2 or row[0].x1 - row[0].x0 > 300:
            break
        stop += 1
    return last + 1


_APART = 2.6  # of the size of the type, from which rows do not belong together
_SUMMED = 4.5  # the same for a row of sums, whose figures end where those above them end
_FLUSH = 2.0  # points by which such ends differ at most


def _is_flush(row: Sequence[Line], above: Sequence[Line]) -> bool:
    """Whether a row of values has one below each of another row, all set right alike."""
    if not (_is_valued(row) and _is_valued(above)) or len(row) < 3:
        return False
    ends = [line.x1 for line in row[1:]], [line.x1 for line in above[1:]]
    return len(ends[0]) == len(ends[1]) and all(
        abs(a - b) < _FLUSH for a, b in zip(*ends, strict=True)
    )


def _is_headed(row: Sequence[Line]) -> bool:
    """Whether a row is one of heads: a label perhaps, then years with units between them."""
    return len(row) > 2 and is_head([line.text for line in row[1:]])


def _is_head(row: Sequence[Line]) -> bool:
    return _is_headed(row) or _is_years(row[1:]) or _is_years(row)


def _is_years(row: Sequence[Line]) -> bool:
    texts = [line.text for line in row]
    return bool(row) and (is_units(texts) or all(map(YEAR.fullmatch, texts)))


def _run_grid(
    rows: Sequence[Sequence[Line]], above: Sequence[Sequence[Line]]
) -> tuple[Grid | None, int]:
    """The table of a run of rows, and how many of the rows above it head its columns."""
    valued = [row for row in rows if _is_valued(row) or _is_headed(row)]
    body = [row for row in valued if not (_is_years(row[1:]) or _is_headed(row))]
    edges = _of_values(alleys(valued), valued)
    flat = [line for row in rows for line in row]
    area = area_of(flat)
    columns = [area.x0 - 1, *edges, area.x1 + 1]
    if len(columns) < 3 or any(len(row) > len(columns) - 1 for row in body):
        return None, 0
    extents = extents_of(valued, columns)
    groups, named = _headed(rows, above, valued, columns)
    headed = len(body) < len(valued) or _is_years(rows[0]) or named.used > 0
    fits = named.fits or (_is_years(rows[0][-len(columns) + 2 :]) and len(rows[0]) > 2)
    if len(body) < (1 if fits else 2 if headed else 3):
        return None, 0
    band: list[list[Line]] = [[] for _ in columns[1:]]
    for line in flat:
        for column, part in shared_out(line, columns):
            band[column].append(part)
    parts = rows_of([line for cell in band for line in cell])
    opening = [[list(row), *([] for _ in columns[2:])] for row in groups]
    made, heads = finished(opening + split_rows(parts, band))
    heads = 0 if opening else heads
    contents = _is_contents(made)
    over = tuple(tuple((text, 0) for text in texts) for texts in named.rows)
    used = named.used + len(groups)
    area = area_of([line for row in above[len(above) - used :] for line in row] + flat)
    rows_made = over + tuple(made)
    grid = Grid(area, rows_made, len(over) + heads, tuple(columns), contents, tuple(extents))
    return grid, used


def _headed(
    rows: Sequence[Sequence[Line]],
    above: Sequence[Sequence[Line]],
    valued: Sequence[Sequence[Line]],
    columns: Sequence[float],
) -> tuple[list[Sequence[Line]], Heads]:
    """The rows above a run that name its groups, and those above them that head its columns.

    Lines of one type name groups; those of several do where each column has a head above them.
    """
    extents = extents_of(valued, columns)
    for same in (True, False) if not _is_head(rows[0]) else ():
        groups = group_rows(above, rows[0][0].top, extents, same=same)
        named = heads_above(above[: len(above) - len(groups)], [*groups, *rows], valued, columns)
        if named.used and (same or named.fits):
            return groups, named
    return [], heads_above(above, rows, valued, columns)


def _of_values(edges: Sequence[float], valued: Sequence[Sequence[Line]]) -> Sequence[float]:
    """The edges of columns without the first, where that only parts labels from those set right.

    "Total" stands beside its sums: then no row has a label on either side of that edge.
    """
    if len(edges) < 2:
        return edges
    first, second = edges[:2]
    inner = [row for row in valued if any(first < _middle(line) < second for line in row)]
    apart = all(not VALUE.fullmatch(row[0].text) and _middle(row[0]) > first for row in inner)
    return edges[1:] if inner and apart else edges


def _middle(line: Line) -> float:
    return (line.x0 + line.x1) / 2


def _is_contents(rows: Sequence[Sequence[tuple[str, int]]]) -> bool:
    """Whether the table is one of contents: leaders, or page numbers that never fall."""
    if any(_LEADERS.search(text) for row in rows for text, _ in row):
        return True
    if any(len(row) != 2 for row in rows) or len(rows) < 5:
        return False
    numbers = [row[1][0] for row in rows if row[1][0]]
    if not all(n.isdigit() and len(n) < 4 for n in numbers):
        return False
    values = [int(n) for n in numbers]
    return values == sorted(values) and len(set(values)) > 3
