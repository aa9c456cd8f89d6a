"""Tables without rules: runs of rows whose later cells are values in columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracediff.readers.pdf_cells import (
    VALUE,
    YEAR,
    Area,
    Grid,
    alleys,
    finished,
    shared_out,
    split_rows,
)
from tracediff.readers.pdf_lines import Line, rows_of

_LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}")


def unruled_tables(lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """Runs of rows whose later cells are values in columns."""
    rows = rows_of(lines)
    grids = []
    taken: set[int] = set()
    at = 0
    while at < len(rows):
        stop = _run(rows, at)
        grid = _run_grid(rows[at:stop]) if stop - at >= 3 else None
        if grid:
            grids.append(grid)
            taken |= {id(line) for row in rows[at:stop] for line in row}
        at = max(stop, at + 1)
    return grids, [line for line in lines if id(line) not in taken]


def _is_valued(row: Sequence[Line]) -> bool:
    """Whether a row has a label and then values, or values (heads) only."""
    later = row[1:]
    return bool(later) and all(
        VALUE.fullmatch(line.text) or YEAR.fullmatch(line.text) for line in later
    )


def _run(rows: Sequence[Sequence[Line]], at: int) -> int:
    """Where the run of a table ends that starts with a row; ``at`` itself where none does."""
    if not (_is_valued(rows[at]) or _is_years(rows[at])):
        return at
    stop, last = at + 1, at
    while stop < len(rows):
        row, above = rows[stop], rows[stop - 1]
        if row[0].bottom - above[0].bottom > 2.6 * max(row[0].size, above[0].size):
            break
        if _is_valued(row):
            last = stop
        elif len(row) > 1 or stop - last > 2 or row[0].x1 - row[0].x0 > 300:
            break
        stop += 1
    return last + 1


def _is_years(row: Sequence[Line]) -> bool:
    return bool(row) and all(YEAR.fullmatch(line.text) for line in row)


def _run_grid(rows: Sequence[Sequence[Line]]) -> Grid | None:
    """The table of a run of rows."""
    valued = [row for row in rows if _is_valued(row)]
    body = [row for row in valued if not _is_years(row[1:])]
    if len(body) < 2:
        return None
    edges = alleys(valued)
    flat = [line for row in rows for line in row]
    area = Area(
        min(line.x0 for line in flat), min(line.top for line in flat),
        max(line.x1 for line in flat), max(line.bottom for line in flat),
    )  # fmt: skip
    columns = [area.x0 - 1, *edges, area.x1 + 1]
    if len(columns) < 3 or any(len(row) > len(columns) - 1 for row in body):
        return None
    band: list[list[Line]] = [[] for _ in columns[1:]]
    for line in flat:
        for column, part in shared_out(line, columns):
            band[column].append(part)
    parts = rows_of([line for cell in band for line in cell])
    made, heads = finished(split_rows(parts, band))
    contents = _is_contents(made)
    return Grid(area, tuple(made), heads, tuple(columns), contents)


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
