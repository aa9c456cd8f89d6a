"""Lines and ruled lines of a page in, its tables and the lines outside them out.

A ruled table is a stack of level rules of one width. Its columns are where the rules are broken,
where upright rules run, or the alleys that no word crosses; its rows lie between two rules, and
where one band holds several figures of a column below each other, each is a row. A table without
rules is a run of rows whose later cells are figures that stand in columns.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tracediff.readers.pdf_lines import Line, make_line, rows_of
from tracediff.readers.pdf_words import Page, Rule, Word

# a cell that gives a value: a number with its signs and citations, or a word that stands for one
VALUE = re.compile(
    r"(?:[<>~≈±+\-–−]?\s?\(?(?:[$€£¥₹]|[A-Z]{2,3}\$?)?\s?\d[\d.,  ]*\s?[%)]*[†‡*]{0,3}"
    r"(?:\s?[(\[][\d.,;%\s–-]{1,40}[)\]])?"
    r"|(?:unknown|n/a|n\.a\.|na|nil|none|not available|not applicable|yes|no|[–—−-]{1,3}|\.{2,3})"
    r"(?:\s?\([\d,;\s–-]{1,40}\))?)",
    re.IGNORECASE,
)
YEAR = re.compile(r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d){1,2})?[†‡*]{0,2}(?:\s?\(.{1,20}\))?")
_LEADERS = re.compile(r"\.{4,}|(?:\.\s){4,}|…{2,}")


class Area(NamedTuple):
    """A box on a page."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: rows of (text, indent) cells; the first ``heads`` rows are heads."""

    area: Area
    rows: tuple[tuple[tuple[str, int], ...], ...]
    heads: int
    columns: tuple[float, ...]
    contents: bool = False  # a table of contents


def find_tables(page: Page, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables of a page from top to bottom, and the lines outside them."""
    grids: list[Grid] = []
    rest = list(lines)
    for stack in _stacks(page.rules, page):
        found, rest = _ruled(stack, rest)
        grids += found
    runs, rest = _unruled(rest)
    return sorted([*grids, *runs], key=lambda grid: (grid.area.top, grid.area.x0)), rest


# --- ruled tables -----------------------------------------------------------------------------


class _Level(NamedTuple):
    """All level rules at one height that touch each other."""

    y: float
    x0: float
    x1: float
    rules: tuple[Rule, ...]


class _Stack(NamedTuple):
    levels: tuple[_Level, ...]
    uprights: tuple[Rule, ...]

    @property
    def area(self) -> Area:
        return Area(
            min(level.x0 for level in self.levels),
            self.levels[0].y,
            max(level.x1 for level in self.levels),
            self.levels[-1].y,
        )


_FAR = 130.0  # points between two rules of one table that have nothing else in common
_FURTHEST = 500.0  # between two of the same width; a cell may fill most of a page
_PROSE = 9  # lines in each of two columns between rules, from which they are prose and not cells


def _stacks(rules: Sequence[Rule], page: Page) -> list[_Stack]:
    """Level rules of about one width below each other."""
    levels = _levels([r for r in rules if r.level])
    uprights = [r for r in rules if not r.level]
    stacks: list[list[_Level]] = []
    for level in levels:
        for stack in reversed(stacks[-6:]):
            if _belongs(level, stack, uprights):
                stack.append(level)
                break
        else:
            stacks.append([level])
    made = []
    for stack in stacks:
        whole = _Stack(tuple(stack), ())
        area = whole.area
        if len(stack) >= 3 and area.bottom - area.top > 15 and area.x1 - area.x0 > 60:
            inside = [
                r
                for r in uprights
                if area.x0 - 3 <= r.x0 <= area.x1 + 3
                and r.y1 > area.top
                and r.y0 < area.bottom
            ]
            made.append(_Stack(tuple(stack), tuple(inside)))
    return made


def _levels(rules: Sequence[Rule]) -> list[_Level]:
    heights: list[list[Rule]] = []
    for rule in sorted(rules, key=lambda r: (r.y0, r.x0)):
        if heights and rule.y0 - heights[-1][0].y0 <= 1.6:
            heights[-1].append(rule)
        else:
            heights.append([rule])
    levels = []
    for height in heights:
        run: list[Rule] = []
        for rule in sorted(height):
            if run and rule.x0 - max(r.x1 for r in run[-8:]) > 8:
                levels.append(_level(run))
                run = []
            run.append(rule)
        levels.append(_level(run))
    return [level for level in levels if level.x1 - level.x0 > 15]


def _level(run: Sequence[Rule]) -> _Level:
    y = sum(r.y0 for r in run) / len(run)
    return _Level(y, min(r.x0 for r in run), max(r.x1 for r in run), tuple(run))


def _belongs(level: _Level, stack: Sequence[_Level], uprights: Sequence[Rule]) -> bool:
    """Whether a level rule goes on with a stack above it."""
    x0 = min(other.x0 for other in stack)
    x1 = max(other.x1 for other in stack)
    shared = min(level.x1, x1) - max(level.x0, x0)
    if shared < 0.85 * min(level.x1 - level.x0, x1 - x0):
        return False
    if shared < 0.9 * max(level.x1 - level.x0, x1 - x0):
        flush = abs(level.x1 - x1) < 4 or abs(level.x0 - x0) < 4
        if not flush or level.y - stack[-1].y > _FAR / 2:
            return False
    last = stack[-1].y
    same = abs(level.x0 - x0) < 3 and abs(level.x1 - x1) < 3
    if level.y - last <= (_FURTHEST if same else _FAR):
        return True
    return any(r.y0 <= last + 4 and r.y1 >= level.y - 4 and x0 - 3 <= r.x0 <= x1 + 3
               for r in uprights)  # fmt: skip


def _ruled(stack: _Stack, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables of a stack of rules, and the lines outside them."""
    area = stack.area
    inside = [line for line in lines if _within(line, area)]
    columns = _columns(stack, inside)
    if len(stack.levels) < 3 or len(inside) < 4:
        return [], list(lines)
    parts = _halves(stack) if len(columns) < 3 else _table_parts(stack, inside, columns)
    if parts != [stack]:
        grids, rest = [], list(lines)
        for part in parts:
            found, rest = _ruled(part, rest)
            grids += found
        return grids, rest
    area = _widened(area, columns, inside, lines)
    inside = [line for line in lines if _within(line, area)]
    bounds = [area.top, *(level.y for level in stack.levels), area.bottom]
    bounds = [a for a, b in pairwise(bounds) if b - a > 3] + [area.bottom]
    rows, heads = _without_empty(*_cells(stack, inside, columns, bounds))
    filled = sum(1 for row in rows for text, _ in row if text)
    if len(rows) < 2 or len(rows[0]) < 2 or filled < 0.4 * len(rows) * len(rows[0]):
        return [], list(lines)
    taken = set(map(id, inside))
    grid = Grid(area, tuple(rows), heads, tuple(columns))
    return [grid], [line for line in lines if id(line) not in taken]


def _halves(stack: _Stack) -> list[_Stack]:
    """A stack without columns, cut at its widest band if that is wide; they may be two tables."""
    drops = [below.y - above.y for above, below in pairwise(stack.levels)]
    at = drops.index(max(drops)) + 1
    if drops[at - 1] < 40:
        return []
    halves = (stack.levels[:at], stack.levels[at:])
    return [_Stack(levels, stack.uprights) for levels in halves if len(levels) > 2]


def _without_empty(
    rows: list[tuple[tuple[str, int], ...]], heads: int
) -> tuple[list[tuple[tuple[str, int], ...]], int]:
    """The rows without a first column of pictures or nothing."""
    while rows and len(rows[0]) > 1 and not any(row[0][0] for row in rows):
        rows = [row[1:] for row in rows]
    return rows, heads


def _table_parts(
    stack: _Stack, lines: Sequence[Line], columns: Sequence[float]
) -> list[_Stack]:
    """The stretches of a stack between the bands that hold text and not cells."""
    parts: list[list[_Level]] = [[stack.levels[0]]]
    kinds: list[list[int]] = [[]]
    for above, below in pairwise(stack.levels):
        cells = _band_cells(lines, columns, above.y, below.y)
        if cells < 0:
            parts.append([below])
            kinds.append([])
        else:
            parts[-1].append(below)
            kinds[-1].append(cells)
    made = []
    for levels, cells in zip(parts, kinds, strict=True):
        while cells and cells[0] == 0:
            levels, cells = levels[1:], cells[1:]
        while cells and cells[-1] == 0:
            levels, cells = levels[:-1], cells[:-1]
        if max(cells, default=0) > 1:
            made.append(_Stack(tuple(levels), stack.uprights))
    return made


def _band_cells(
    lines: Sequence[Line], columns: Sequence[float], top: float, bottom: float
) -> int:
    """How many columns have text between two heights; -1 where text runs across the columns."""
    here = [line for line in lines if top < (line.top + line.bottom) / 2 < bottom]
    if not here:
        return 0
    shared = [_shared_out(line, columns) for line in here]
    across = [
        line
        for line, parts in zip(here, shared, strict=True)
        if len(parts) == 1 and any(line.x0 + 2 < x < line.x1 - 2 for x in columns[1:-1])
    ]
    filled = len({column for parts in shared for column, _ in parts})
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


def _columns(stack: _Stack, lines: Sequence[Line]) -> list[float]:
    """The left edges of the columns and the right edge of the last."""
    area = stack.area
    edges = _broken(stack, area) or _upright(stack, area)
    edges = [x for x in edges if _crossings(x, lines) <= 0.08 * len(lines)]
    if not edges:
        edges = alleys(rows_of(lines))
    return [area.x0, *edges, area.x1]


def _broken(stack: _Stack, area: Area) -> list[float]:
    """Where at least two levels, and a third of them, are broken."""
    ends: list[float] = []
    for level in stack.levels:
        ends += [r.x0 for r in level.rules] + [r.x1 for r in level.rules]
    clusters = _clusters(sorted(ends), 4.5)
    inner = [c for c in clusters if area.x0 + 8 < median(c) < area.x1 - 8]
    least = max(3, len(stack.levels) // 4)
    return [median(c) for c in inner if len(c) >= least]


def _upright(stack: _Stack, area: Area) -> list[float]:
    """Where upright rules run along most of the height."""
    clusters = _clusters(sorted(r.x0 for r in stack.uprights), 4.0)
    edges = []
    for cluster in clusters:
        x = median(cluster)
        along = sum(r.y1 - r.y0 for r in stack.uprights if abs(r.x0 - x) <= 4)
        if area.x0 + 8 < x < area.x1 - 8 and along > 0.5 * (area.bottom - area.top):
            edges.append(x)
    return edges


def _clusters(values: Sequence[float], reach: float) -> list[list[float]]:
    clusters: list[list[float]] = []
    for value in values:
        if clusters and value - clusters[-1][-1] <= reach:
            clusters[-1].append(value)
        else:
            clusters.append([value])
    return clusters


def _crossings(x: float, lines: Sequence[Line]) -> int:
    return sum(1 for line in lines for w in line.words if w.x0 + 2 < x < w.x1 - 2)


def alleys(rows: Sequence[Sequence[Line]]) -> list[float]:
    """The middles of the gaps that no row crosses, where rows of a single line don't count."""
    several = [row for row in rows if len(row) > 1]
    if not several:
        return []
    covered = sorted((line.x0, line.x1) for row in several for line in row)
    size = median(line.size for row in several for line in row)
    edges, right = [], covered[0][1]
    for x0, x1 in covered:
        if x0 - right > 0.35 * size:
            edges.append((x0 + right) / 2)
        right = max(right, x1)
    return edges


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
    stack: _Stack, lines: Sequence[Line], columns: Sequence[float], bounds: Sequence[float]
) -> tuple[list[tuple[tuple[str, int], ...]], int]:
    """The rows of cells between bounds, and how many of them are heads."""
    count = len(columns) - 1
    bands: list[list[list[Line]]] = [
        [[] for _ in range(count)] for _ in range(len(bounds) - 1)
    ]
    for line in lines:
        middle = (line.top + line.bottom) / 2
        band = max(0, sum(1 for y in bounds if y <= middle) - 1)
        for column, part in _shared_out(line, columns):
            bands[min(band, len(bands) - 1)][column].append(part)
    _fill_down(stack, bands, columns, bounds)
    rows = [row for band in bands for row in _split_band(band) if any(row)]
    return _finish(rows)


def _shared_out(line: Line, columns: Sequence[float]) -> list[tuple[int, Line]]:
    """A line cut at the edges of columns that fall between its words."""
    parts: dict[int, list[Word]] = {}
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        column = sum(1 for x in columns[1:-1] if x <= middle)
        parts.setdefault(column, []).append(word)
    if len(parts) > 1 and not _cut_at_gaps(list(parts.values())):
        first = min(parts)
        return [(first, line)]
    return [(column, make_line(words)) for column, words in parts.items()]


def _cut_at_gaps(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether the parts of a line stand further apart than words do."""
    return all(
        b[0].x0 - a[-1].x1 > 0.3 * (b[0].bottom - b[0].top) for a, b in pairwise(parts)
    )


def _fill_down(
    stack: _Stack,
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
            if len(group) > 1:
                texts = [line for b in group for line in bands[b][column]]
                if sum(bool(VALUE.fullmatch(line.text)) for line in texts) < 2:
                    for b in group:
                        bands[b][column] = list(texts)
            group = [band]


def _closed(stack: _Stack, x: float, y: float) -> bool:
    """Whether a rule runs at a height across a place, or none runs there at all."""
    near = [level for level in stack.levels if abs(level.y - y) < 2]
    return not near or any(r.x0 - 2 <= x <= r.x1 + 2 for level in near for r in level.rules)


def _split_band(band: Sequence[Sequence[Line]]) -> list[list[list[Line]]]:
    """A band as one row, or as several where a column has several values below each other."""
    valued = [
        [line.bottom for line in cell if VALUE.fullmatch(line.text)] for cell in band[1:]
    ]
    marks = max(valued, key=len, default=[])
    if len(marks) < 2:
        return [list(band)]
    return split_rows(rows_of([line for cell in band for line in cell]), band)


def split_rows(
    rows: Sequence[Sequence[Line]], band: Sequence[Sequence[Line]]
) -> list[list[list[Line]]]:
    """One row for each line of text, where the lines of a wrapped label go with its values."""
    home = {id(line): column for column, cell in enumerate(band) for line in cell}
    made: list[list[list[Line]]] = []
    waiting = False  # the row above is a label whose values may still come
    for row in rows:
        cells: list[list[Line]] = [[] for _ in band]
        for line in row:
            cells[home[id(line)]].append(line)
        valued = any(cells[1:])
        label = cells[0][0].text if cells[0] else ""
        goes_on = bool(made) and (
            (waiting and valued and label[:1].islower())
            or (not valued and label[:1].islower())
            or (not label and not (valued and any(made[-1][1:])))
        )
        if goes_on:
            for column, cell in enumerate(cells):
                made[-1][column] += cell
        else:
            made.append(cells)
        waiting = not any(made[-1][1:])
    return made


# --- tables without rules ---------------------------------------------------------------------


def _unruled(lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
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
            at = stop
        else:
            at += 1
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
        for column, part in _shared_out(line, columns):
            band[column].append(part)
    parts = rows_of([line for cell in band for line in cell])
    made, heads = _finish(split_rows(parts, band))
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


# --- both -------------------------------------------------------------------------------------


def _finish(
    rows: Sequence[Sequence[Sequence[Line]]],
) -> tuple[list[tuple[tuple[str, int], ...]], int]:
    """The texts of the cells with the steps their labels are set in, and the number of heads."""
    starts = [row[0][0].x0 for row in rows if row and row[0]]
    steps = _clusters(sorted(starts), 3.0)
    size = median([line.size for row in rows for cell in row for line in cell] or [10.0])
    lefts = [min(step) for step in steps]
    made = []
    for row in rows:
        indent = 0
        if row[0] and len(lefts) <= 4:
            below = [x for x in lefts if x <= row[0][0].x0 + 0.1]
            indent = len([x for x in below if x - lefts[0] > 0.4 * size])
        cells = [cell_text(cell) for cell in row]
        made.append(tuple((text, indent if i == 0 else 0) for i, text in enumerate(cells)))
    bold = [all(line.bold for cell in row for line in cell) for row in rows]
    return made, _heads(made, bold)


def cell_text(lines: Sequence[Line]) -> str:
    """The lines of a cell run together, words broken at line ends mended."""
    text = ""
    for line in sorted(lines, key=lambda item: (round(item.bottom), item.x0)):
        part = line.text
        if text.endswith("-") and text[-2:-1].isalpha():
            text = text[:-1] + part if part[:1].islower() else text + part
        else:
            text = f"{text} {part}" if text else part
    return text


def _heads(rows: Sequence[Sequence[tuple[str, int]]], bold: Sequence[bool]) -> int:
    """How many of the first rows are heads."""
    if len(rows) < 2:
        return 0
    heads = 0
    for row, heavy in zip(rows[: min(3, len(rows) - 1)], bold, strict=False):
        later = [text for text, _ in row[1:] if text]
        if later and all(YEAR.fullmatch(text) for text in later):
            heads += 1
            break
        if heavy and not all(bold) and not any(map(VALUE.fullmatch, later)):
            heads += 1
        else:
            break
    if heads:
        return heads
    later = [text for text, _ in rows[0][1:] if text]
    below = [text for row in rows[1:] for text, _ in row[1:] if text]
    worded = bool(later) and not any(map(VALUE.fullmatch, later))
    return int(worded and sum(bool(VALUE.fullmatch(t)) for t in below) > 0.5 * len(below))


def continues(above: Grid, below: Grid) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before.

    It does where it has the same heads, or none and the same columns.
    """
    if len(above.columns) != len(below.columns):
        return False
    texts = [[text for text, _ in row] for row in above.rows[: above.heads]]
    if below.heads:
        return texts == [[text for text, _ in row] for row in below.rows[: below.heads]]
    pairs = zip(above.columns, below.columns, strict=True)
    return all(abs(a - b) < 6 for a, b in pairs)


def joined(above: Grid, below: Grid) -> Grid:
    """The two as one table; the heads are said once."""
    return replace(above, rows=above.rows + below.rows[below.heads :])
