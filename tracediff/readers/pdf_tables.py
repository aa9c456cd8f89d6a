"""Lines and ruled lines of a page in, its tables and the lines outside them out."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.readers.pdf_cells import VALUE, Area, Grid, finished, shared_out, with_signs
from tracediff.readers.pdf_headless import with_heads, with_rows_below
from tracediff.readers.pdf_lines import Line, rows_of
from tracediff.readers.pdf_ruled import ruled_tables
from tracediff.readers.pdf_unruled import unruled_tables
from tracediff.readers.pdf_words import Page


def find_tables(
    page: Page, lines: Sequence[Line], above: Grid | None = None, before: Grid | None = None
) -> tuple[list[Grid], list[Line]]:
    """The tables of a page from top to bottom, and the lines outside them.

    ``above`` is the table that the page before ends with: one or two rows at the head of this page
    that fit its columns are a table as well. ``before`` is the last table of that page.
    """
    ruled, rest = ruled_tables(page, with_signs(lines))
    runs, rest = unruled_tables(rest)
    found = [*ruled, *runs]
    if above and rest:
        first = min((grid.area.top for grid in found), default=page.height)
        more, rest = _last_rows(above, rest, first)
        found += more
    found, rest = with_rows_below(sorted(found, key=_place), rest)
    return with_heads(found, rest, before)


def _place(grid: Grid) -> tuple[float, float]:
    return grid.area.top, grid.area.x0


def last_table(grids: Sequence[Grid], rest: Sequence[Line]) -> Grid | None:
    """The table that a page ends with, if nothing stands below it."""
    if not grids:
        return None
    last = max(grids, key=lambda grid: grid.area.bottom)
    below = any(line.top > last.area.bottom for line in rest)
    return None if below or last.contents else last


def _last_rows(above: Grid, lines: Sequence[Line], first: float) -> tuple[list[Grid], list[Line]]:
    """The rows at the head of a page that go on with a table, and the lines after them."""
    rows = []
    for row in rows_of(lines):
        fits = len(row) > 1 and all(VALUE.fullmatch(line.text) for line in row[1:])
        parts = [part for line in row for part in shared_out(line, above.columns)]
        apart = len({column for column, _ in parts}) == len(row) == len(parts)
        inside = above.columns[0] - 6 < row[0].x0 and row[-1].x1 < above.columns[-1] + 6
        if not (fits and apart and inside) or row[0].top > first:
            break
        rows.append((row, parts))
    if not rows:
        return [], list(lines)
    cells: list[list[list[Line]]] = []
    for _, parts in rows:
        cells.append([[] for _ in above.columns[1:]])
        for column, part in parts:
            cells[-1][column].append(part)
    taken = [line for row, _ in rows for line in row]
    area = Area(
        above.columns[0],
        min(line.top for line in taken),
        above.columns[-1],
        max(line.bottom for line in taken),
    )
    made, _ = finished(cells)
    gone = set(map(id, taken))
    rest = [line for line in lines if id(line) not in gone]
    return [Grid(area, tuple(made), 0, above.columns)], rest
