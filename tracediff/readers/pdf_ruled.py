"""Tables whose rows are ruled off.

A table is a stack of level rules of one width. Its columns are where the rules are broken, where
upright rules run, or the alleys that no word crosses; its rows lie between two rules, and where one
band holds several figures of a column below each other, each is a row.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from tracediff.readers.pdf_cells import (
    CAPTION,
    VALUE,
    YEAR,
    Area,
    Grid,
    Row,
    alleys,
    clusters,
    finished,
    is_head,
    shared_out,
    split_band,
)
from tracediff.readers.pdf_heads import extents_of, heads_above
from tracediff.readers.pdf_lines import Line, rows_of
from tracediff.readers.pdf_stacks import Level, Stack, stacks
from tracediff.readers.pdf_words import Page


def ruled_tables(page: Page, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables of a page that are ruled off, and the lines outside them."""
    grids: list[Grid] = []
    rest = list(lines)
    for stack in stacks(page.rules):
        found, rest = _ruled(stack, rest)
        grids += found
    return grids, rest


_MOST_COLUMNS = 60
_PROSE = 9  # lines in each of two columns between rules, from which they are prose and not cells


def _ruled(stack: Stack, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables of a stack of rules, and the lines outside them."""
    grids: list[Grid] = []
    rest = list(lines)
    todo = [stack]
    while todo:
        whole = _with_labels(todo.pop(), rest)
        if whole is None:
            continue
        part, area = whole, whole.area
        inside = [line for line in rest if _within(line, area)]
        if len(part.levels) < 3 or len(inside) < 4:
            continue
        unlike = _unlike(part)
        if unlike:
            todo += reversed(unlike)
            continue
        columns = _columns(part, inside)
        parts = _halves(part) if len(columns) < 3 else _table_parts(part, inside, columns)
        if parts != [part]:
            todo += reversed(parts)
            continue
        grid, rest = _table(part, columns, inside, rest)
        if grid:
            grids.append(grid)
    return grids, rest


def _table(
    stack: Stack, columns: Sequence[float], inside: Sequence[Line], lines: list[Line]
) -> tuple[Grid | None, list[Line]]:
    """The one table of a stack, if it makes one, and the lines outside it."""
    area = _widened(stack.area, columns, inside, lines)
    inside = [line for line in lines if _within(line, area)]
    bounds = [area.top, *(level.y for level in stack.levels), area.bottom]
    bounds = [a for a, b in pairwise(bounds) if b - a > 3] + [area.bottom]
    if len(bounds) < 3:
        return None, lines
    rows, heads = _without_empty(*_cells(stack, inside, columns, bounds))
    filled = sum(1 for row in rows for text, _ in row if text)
    if len(rows) < 2 or len(rows[0]) < 2 or filled < 0.4 * len(rows) * len(rows[0]):
        return None, lines
    over, gone = _heads_over(rows, heads, lines, inside, columns)
    taken = set(map(id, [*inside, *gone]))
    edges = columns[len(columns) - len(rows[0]) - 1 :]
    extents = extents_of([[line for line in inside if _is_value(line)]], edges)
    made = (*over, *rows)
    grid = Grid(area, made, len(over) + heads, tuple(columns), extents=tuple(extents))
    return grid, [line for line in lines if id(line) not in taken]


def _heads_over(
    rows: Sequence[Row],
    heads: int,
    lines: Sequence[Line],
    inside: Sequence[Line],
    columns: Sequence[float],
) -> tuple[list[Row], list[Line]]:
    """The rows of heads above the rules of a table whose heads inside are none, years or alike."""
    own = [text for text, _ in rows[0][1:] if text] if heads else []
    if heads > 1 or (own and len(set(own)) == len(own) and not is_head(own)):
        return [], []
    top, known = min(line.top for line in inside), set(map(id, inside))
    above = rows_of([line for line in lines if id(line) not in known and line.top < top])
    run = rows_of(inside)
    named = heads_above(above[-_ABOVE:], run, run, columns)
    found = above[len(above) - named.used :]
    if not found or len(found[-1]) < 2:
        return [], []
    return [tuple((text, 0) for text in texts) for texts in named.rows], [
        line for row in found for line in row
    ]


_ABOVE = 6  # rows above a table among which its heads are looked for


def _with_labels(stack: Stack, lines: Sequence[Line]) -> Stack | None:
    """The stack, drawn out over the labels on its left where only its numbers are ruled off.

    None where its rules part some rows of numbers only, as those below sums do: then they make no
    table of their own.
    """
    area = stack.area._replace(x0=median(level.x0 for level in stack.levels))
    inside = rows_of([line for line in lines if _within(line, area)])
    values = [row for row in inside if _is_value(row[0])]
    left = [
        line
        for line in lines
        if line.x1 <= area.x0 + 4 and area.top < (line.top + line.bottom) / 2 < area.bottom
    ]
    bands = [(a.y, b.y) for a, b in pairwise(stack.levels) if b.y - a.y > 3]
    valued = [band for band in bands if any(_in(row, band) for row in values)]
    named = [band for band in valued if any(_in([line], band) for line in left)]
    if len(values) < 2 or len(named) < 2:
        return stack
    alone = [band for band in named if sum(_in(row, band) for row in inside) == 1]
    if len(alone) < _NAMED * len(valued) or _goes_beyond(area, inside[0][0].size, lines):
        return None
    x0 = min(line.x0 for line in left) - 1
    return stack._replace(levels=tuple(level._replace(x0=x0) for level in stack.levels))


def _goes_beyond(area: Area, size: float, lines: Sequence[Line]) -> bool:
    """Whether rows of values go on right above or below the rules."""
    return any(
        _is_value(line)
        for line in lines
        if line.x0 >= area.x0 - 4
        and (0 < area.top - line.bottom < size or 0 < line.top - area.bottom < size)
    )


_NAMED = 0.8  # of the bands with a value, that hold one row of them with a label to its left


def _in(row: Sequence[Line], band: tuple[float, float]) -> bool:
    return band[0] < (row[0].top + row[0].bottom) / 2 < band[1]


def _unlike(stack: Stack) -> list[Stack]:
    """The stack cut where its rules start to break at quite other places; they are two tables."""
    area = stack.area
    last: set[float] = set()
    at = 0
    for index, level in enumerate(stack.levels):
        ends = {x for r in level.rules for x in (r.x0, r.x1)}
        breaks = {x for x in ends if area.x0 + 8 < x < area.x1 - 8}
        if not breaks or len(breaks) > _MOST_COLUMNS:
            continue
        if last and not any(abs(x - y) < 5 for x in breaks for y in last):
            drops = [b.y - a.y for a, b in pairwise(stack.levels[at : index + 1])]
            cut = at + drops.index(max(drops)) + 1
            halves = (stack.levels[:cut], stack.levels[cut:])
            return [Stack(levels, stack.uprights) for levels in halves]
        last, at = breaks, index
    return []


def _halves(stack: Stack) -> list[Stack]:
    """A stack without columns, cut at its widest band if that is wide; they may be two tables."""
    drops = [below.y - above.y for above, below in pairwise(stack.levels)]
    at = drops.index(max(drops)) + 1
    if drops[at - 1] < 40:
        return []
    halves = (stack.levels[:at], stack.levels[at:])
    return [Stack(levels, stack.uprights) for levels in halves if len(levels) > 2]


def _without_empty(rows: list[Row], heads: int) -> tuple[list[Row], int]:
    """The rows without a first column of pictures or nothing."""
    while rows and len(rows[0]) > 1 and not any(row[0][0] for row in rows):
        rows = [row[1:] for row in rows]
    return rows, heads


def _table_parts(stack: Stack, lines: Sequence[Line], columns: Sequence[float]) -> list[Stack]:
    """The stretches of a stack between the bands that hold text and not cells."""
    parts: list[list[Level]] = [[stack.levels[0]]]
    kinds: list[list[int]] = [[]]
    for above, below in pairwise(stack.levels):
        cells = _band_cells(lines, columns, above.y, below.y)
        if cells < 0:
            parts.append([below])
            kinds.append([])
        else:
            parts[-1].append(below)
            kinds[-1].append(cells)
    if len(parts) > 1:  # their columns differ, so they are looked at again one by one
        return [Stack(tuple(levels), stack.uprights) for levels in parts if len(levels) > 2]
    levels, filled = parts[0], kinds[0]
    while filled and filled[0] == 0:
        levels, filled = levels[1:], filled[1:]
    while filled and filled[-1] == 0:
        levels, filled = levels[:-1], filled[:-1]
    return [Stack(tuple(levels), stack.uprights)] if max(filled, default=0) > 1 else []


def _band_cells(lines: Sequence[Line], columns: Sequence[float], top: float, bottom: float) -> int:
    """How many columns have text between two heights; -1 where text runs across the columns."""
    here = [line for line in lines if top < (line.top + line.bottom) / 2 < bottom]
    if not here:
        return 0
    shared = [shared_out(line, columns) for line in here]
    across = [
        line
        for line, parts in zip(here, shared, strict=True)
        if len(parts) == 1 and any(line.x0 + 2 < x < line.x1 - 2 for x in columns[1:-1])
    ]
    filled = len({column for parts in shared for column, _ in parts})
    if filled == 1 and CAPTION.match(here[0].text):
        return 0
    tall = bottom - top > 2.4 * here[0].size
    depth = sorted(
        sum(column == own for parts in shared for own, _ in parts) for column in range(len(columns))
    )
    if depth[-2] >= _PROSE:
        return -1
    if across and (tall or filled == 1):
        return -1 if tall else 0
    return filled


def _within(line: Line, area: Area) -> bool:
    middle = (line.top + line.bottom) / 2
    return area.x0 - 4 < line.x0 and line.x1 < area.x1 + 6 and area.top < middle < area.bottom


def _columns(stack: Stack, lines: Sequence[Line]) -> list[float]:
    """The left edges of the columns and the right edge of the last."""
    area = stack.area
    edges = (_broken(stack, area) or _upright(stack, area))[:_MOST_COLUMNS]
    edges = [x for x in edges if _crossings(x, lines) <= 0.08 * len(lines)]
    start = min(rule.x0 for level in stack.levels for rule in level.rules)
    if not edges:
        edges = alleys(rows_of(lines))[:_MOST_COLUMNS]
    elif len(edges) == 1 and abs(edges[0] - start) < 5:  # its labels stand beside the rules
        beyond = [line for line in lines if line.x0 > start - 5]
        edges = [*edges, *alleys(rows_of(beyond))][:_MOST_COLUMNS]
    return [area.x0, *edges, area.x1]


def _broken(stack: Stack, area: Area) -> list[float]:
    """Where at least two levels, and a third of them, are broken."""
    ends: list[float] = []
    for level in stack.levels:
        ends += [r.x0 for r in level.rules] + [r.x1 for r in level.rules]
    inner = [c for c in clusters(sorted(ends), 4.5) if area.x0 + 8 < median(c) < area.x1 - 8]
    least = max(3, len(stack.levels) // 4)
    return [median(c) for c in inner if len(c) >= least]


def _upright(stack: Stack, area: Area) -> list[float]:
    """Where upright rules run along most of the height."""
    edges = []
    for cluster in clusters(sorted(r.x0 for r in stack.uprights), 4.0):
        x = median(cluster)
        along = sum(r.y1 - r.y0 for r in stack.uprights if abs(r.x0 - x) <= 4)
        if area.x0 + 8 < x < area.x1 - 8 and along > 0.5 * (area.bottom - area.top):
            edges.append(x)
    return edges


def _crossings(x: float, lines: Sequence[Line]) -> int:
    return sum(1 for line in lines for w in line.words if w.x0 + 2 < x < w.x1 - 2)


def _widened(
    area: Area, columns: Sequence[float], inside: Sequence[Line], lines: Sequence[Line]
) -> Area:
    """The area with a row of heads above its first rule and a row below its last one."""
    size = median(line.size for line in inside)
    outside = [line for line in lines if not _within(line, area)]
    for row in rows_of([
        line for line in outside if area.x0 - 4 < line.x0 and line.x1 < area.x1 + 6
    ]):  # fmt: skip
        above = 0 < area.top - (row[0].top + row[0].bottom) / 2 < 1.1 * size
        below = 0 < (row[0].top + row[0].bottom) / 2 - area.bottom < 1.1 * size
        if not (above or below) or not _fits(row, columns):
            continue
        if above:
            area = area._replace(top=min(line.top for line in row))
        else:
            area = area._replace(bottom=max(line.bottom for line in row))
    return area


def _fits(row: Sequence[Line], columns: Sequence[float]) -> bool:
    """Whether a row has cells in several columns, none of them across an edge."""
    if len(row) < 2:
        return False
    return not any(line.x0 + 2 < x < line.x1 - 2 for line in row for x in columns[1:-1])


def _cells(
    stack: Stack, lines: Sequence[Line], columns: Sequence[float], bounds: Sequence[float]
) -> tuple[list[Row], int]:
    """The rows of cells between bounds, and how many of them are heads."""
    count = len(columns) - 1
    bands: list[list[list[Line]]] = [[[] for _ in range(count)] for _ in range(len(bounds) - 1)]
    for line in lines:
        middle = (line.top + line.bottom) / 2
        band = max(0, bisect_right(bounds, middle) - 1)
        for column, part in shared_out(line, columns):
            bands[min(band, len(bands) - 1)][column].append(part)
    _fill_down(stack, bands, columns, bounds)
    right = max((line.x1 for band in bands for line in band[0]), default=columns[1])
    rows = [row for band in bands for row in split_band(band, right) if any(row)]
    return finished(rows)


def _fill_down(
    stack: Stack,
    bands: list[list[list[Line]]],
    columns: Sequence[float],
    bounds: Sequence[float],
) -> None:
    """Give the text of a cell that spans several bands to each of them."""
    for column, (left, right) in enumerate(pairwise(columns)):
        middle = (left + right) / 2
        group = [0]
        for band in range(1, len(bands) + 1):
            if band < len(bands) and not _closed(stack, middle, bounds[band]):
                group.append(band)
                continue
            if len(group) > 1 and not _labels_rows(bands, group, column):
                texts = [line for b in group for line in bands[b][column]]
                if sum(bool(VALUE.fullmatch(line.text)) for line in texts) < 2:
                    for b in group:
                        bands[b][column] = list(texts)
            group = [band]


def _labels_rows(
    bands: Sequence[Sequence[Sequence[Line]]], group: Sequence[int], column: int
) -> bool:
    """Whether bands without rules between them each have a text of their own beside a value."""
    if column + 1 >= len(bands[0]):
        return False
    own = [
        bool(bands[band][column])
        for band in group
        if any(_is_value(line) for line in bands[band][column + 1])
    ]
    return len(own) > 1 and all(own)


def _is_value(line: Line) -> bool:
    return bool(VALUE.fullmatch(line.text)) and not YEAR.fullmatch(line.text)


def _closed(stack: Stack, x: float, y: float) -> bool:
    """Whether a rule runs at a height across a place, or none runs there at all."""
    near = [level for level in stack.levels if abs(level.y - y) < 2]
    return not near or any(r.x0 - 2 <= x <= r.x1 + 2 for level in near for r in level.rules)
