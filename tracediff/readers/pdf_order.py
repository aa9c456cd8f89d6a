"""Lines and tables of a page in, paragraphs and tables in reading order out.

Lines below each other that have no neighbours make a region. Regions are read in the order that
Breuel describes ("High performance document layout analysis", 2003): one above another comes first
where they share a column; of two in different columns the left one comes first, unless something
that spans both stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from tracediff.lexicon.layout import BULLET, LABEL, SENTENCE_END
from tracediff.readers.pdf_cells import CAPTION, Area, Grid, area_of
from tracediff.readers.pdf_lines import Line, bridged, make_line, rows_of

_MOST = 2500  # lines of a page; more are a drawing, and are read from top to bottom
_MANY = 150  # regions of a page; more are a drawing, and are read from top to bottom
_CITED = re.compile(r"[(\[]\d")  # a citation may open a line as well as the number of an item
_LETTERS = 40  # single letters of a page looked at as initials; more are a drawing's
_TITLE = 60.0  # points that a title of two lines is high at most
_HANGING = re.compile(
    r"\[?\(?(?:\d{1,3}(?:\.\d{1,3}){0,4}|[a-zA-Z]|[ivxIVX]{1,6})[.)\]]{0,2}|[-*•●▪◦‣·–—○■□➢✓]|o"
)


@dataclass(frozen=True, slots=True)
class Para:
    """Lines that make one paragraph, heading, item or note, and where their column starts."""

    lines: tuple[Line, ...]
    page: int
    column: Area
    opens: bool  # it is the first of its column

    @property
    def area(self) -> Area:
        """The box around its lines."""
        return area_of(self.lines)


def read_order(page: int, grids: Sequence[Grid], lines: Sequence[Line]) -> list[Para | Grid]:
    """What stands on a page, in the order in which it is read."""
    if len(lines) > _MOST:
        regions = [[line for row in rows_of(lines) for line in row]]
    else:
        regions = _regions(bridged(_labelled(_initials(_spelled(lines)))), grids)
    areas: list[Area] = [area_of(region) for region in regions] + [grid.area for grid in grids]
    ordered: list[Para | Grid] = []
    for index in _order(areas):
        if index >= len(regions):
            ordered.append(grids[index - len(regions)])
            continue
        column = areas[index]
        for i, group in enumerate(_paragraphs(regions[index], column)):
            ordered.append(Para(tuple(group), page, column, i == 0))
    return ordered


def _spelled(lines: Sequence[Line]) -> list[Line]:
    """The lines with words put together that are set letter by letter, as titles sometimes are."""
    spelled: list[Line] = []
    for row in rows_of(lines):
        words = [word for line in row for word in line.words]
        gaps = [b.x0 - a.x1 for a, b in pairwise(words)]
        apart = len(words) >= 4 and all(len(w.text) == 1 and w.text.isalpha() for w in words)
        if not apart or max(gaps) > 4 * row[0].size:
            spelled += row
            continue
        usual = median(gaps)
        glued = [
            word._replace(glued=i > 0 and gaps[i - 1] < 1.6 * usual + 0.35 * word.size)
            for i, word in enumerate(words)
        ]
        spelled.append(make_line(glued))
    return spelled


def _initials(lines: Sequence[Line]) -> list[Line]:
    """The lines with a large initial put back before the word it opens."""
    letters = [line for line in lines if len(line.text) == 1 and line.text.isalpha()]
    found = {
        id(line): near for line in letters[:_LETTERS] for near in [_opened(line, lines)] if near
    }
    if not found:
        return list(lines)
    opened = {id(near): line for line in lines for near in [found.get(id(line))] if near}
    joined = []
    for line in lines:
        if id(line) in found:
            continue
        initial = opened.get(id(line))
        if initial:
            first = line.words[0]
            letter = first._replace(text=initial.text, x0=initial.x0, x1=first.x0)
            line = make_line((letter, first._replace(glued=True), *line.words[1:]))
        joined.append(line)
    return joined


def _opened(initial: Line, lines: Sequence[Line]) -> Line | None:
    """The line of smaller type that begins beside the top of a large letter."""
    beside = [
        line
        for line in lines
        if 0 <= line.x0 - initial.x1 < initial.size / 2
        and line.size < 0.62 * initial.size
        and initial.top - line.size < line.top < initial.bottom
        and line.text[:1].islower()
    ]
    return min(beside, key=lambda line: line.top) if beside else None


def _labelled(lines: Sequence[Line]) -> list[Line]:
    """The lines with bullets and numbers that hang in the margin put back before their text."""
    joined: list[Line] = []
    for row in rows_of(lines):
        at = 0
        while at < len(row):
            line = row[at]
            if at + 1 < len(row):
                gap = row[at + 1].x0 - line.x1
                if gap < 4.5 * line.size and _HANGING.fullmatch(line.text):
                    joined.append(make_line(line.words + row[at + 1].words))
                    at += 2
                    continue
            joined.append(line)
            at += 1
    return joined


# --- regions ----------------------------------------------------------------------------------


def _regions(lines: Sequence[Line], grids: Sequence[Grid]) -> list[list[Line]]:
    """Lines below each other, as long as each has just one above and one below."""
    regions: list[list[Line]] = []
    open_regions: list[list[Line]] = []
    for row in rows_of(lines):
        open_regions = [
            region for region in open_regions if row[0].bottom - region[-1].bottom < 4 * 20
        ]
        above = [
            [region for region in open_regions if _follows(region[-1], line, grids)] for line in row
        ]
        uses: dict[int, int] = {}
        for found in above:
            for region in found:
                uses[id(region)] = uses.get(id(region), 0) + 1
        for line, found in zip(row, above, strict=True):
            if len(found) == 1 and uses[id(found[0])] == 1:
                found[0].append(line)
                continue
            for region in found:
                open_regions = [other for other in open_regions if other is not region]
            fresh = [line]
            regions.append(fresh)
            open_regions.append(fresh)
    return regions


def _follows(last: Line, line: Line, grids: Sequence[Grid]) -> bool:
    """Whether a line may stand right below another in one column."""
    if line.x0 >= last.x1 - 1 or line.x1 <= last.x0 + 1:
        return False
    size = max(line.size, last.size)
    drop = line.bottom - last.bottom
    most = 2.6 if _alike(last, line) else 1.3
    if not 0.4 * min(line.size, last.size) < drop < most * size:
        return False
    return not any(
        last.bottom - 3 < (grid.area.top + grid.area.bottom) / 2 < line.top + 3
        and grid.area.x0 < line.x1
        and line.x0 < grid.area.x1
        for grid in grids
    )


def _order(areas: Sequence[Area]) -> list[int]:
    """The indexes of areas in reading order."""
    if len(areas) > _MANY:
        return sorted(range(len(areas)), key=lambda i: (areas[i].top, areas[i].x0))
    before: list[set[int]] = [set() for _ in areas]
    for i, a in enumerate(areas):
        for j, b in enumerate(areas):
            if i != j and _comes_first(a, b, areas):
                before[j].add(i)
    left = sorted(range(len(areas)), key=lambda i: (areas[i].top, areas[i].x0))
    ordered: list[int] = []
    placed: set[int] = set()
    while left:
        chosen = next((i for i in left if before[i] <= placed), left[0])
        left.remove(chosen)
        placed.add(chosen)
        ordered.append(chosen)
    return ordered


def _comes_first(a: Area, b: Area, areas: Sequence[Area]) -> bool:
    """Whether ``a`` is read before ``b``."""
    if _share_column(a, b):
        return (a.top, a.x0) < (b.top, b.x0)
    if a.x0 >= b.x0:
        return b.top > a.bottom and _stands_alone(a, areas)
    if b.bottom <= a.top + 2 and _stands_alone(b, areas):
        return False
    top, bottom = min(a.bottom, b.bottom), max(a.top, b.top)
    if top > bottom:
        return True  # they stand side by side
    return not any(
        _share_column(c, a)
        and _share_column(c, b)
        and top - 2 < (c.top + c.bottom) / 2 < bottom + 2
        for c in areas
    )


def _stands_alone(area: Area, areas: Sequence[Area]) -> bool:
    """Whether it is a line or two with nothing to the left of it, such as a title set right."""
    return area.bottom - area.top < _TITLE and not any(
        other.x1 <= area.x0 + 2 and other.bottom > area.top and other.top < area.bottom
        for other in areas
    )


def _share_column(a: Area, b: Area) -> bool:
    return min(a.x1, b.x1) - max(a.x0, b.x0) > 2


# --- paragraphs -------------------------------------------------------------------------------


def _paragraphs(lines: Sequence[Line], column: Area) -> list[list[Line]]:
    """The lines of a region as paragraphs."""
    drops = [b.bottom - a.bottom for a, b in pairwise(lines) if _alike(a, b)]
    usual = sorted(drops)[len(drops) // 4] if drops else 1.2 * lines[0].size
    groups: list[list[Line]] = [[lines[0]]]
    for last, line in pairwise(lines):
        if _starts(groups[-1], last, line, usual, column):
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _alike(a: Line, b: Line) -> bool:
    """Whether two lines are of one type, or have words of one among others (code, names)."""
    if a.bold != b.bold:
        return False
    return (
        abs(a.size - b.size) < 0.09 * a.size
        or any(abs(word.size - a.size) < 0.03 * a.size for word in b.words)
        or any(abs(word.size - b.size) < 0.03 * b.size for word in a.words)
    )


def _starts(group: Sequence[Line], last: Line, line: Line, usual: float, column: Area) -> bool:
    """Whether a line starts a new paragraph."""
    drop = line.bottom - last.bottom
    if drop > 1.25 * max(line.size, min(usual, 1.5 * line.size)) or not _alike(last, line):
        return True
    text, before = line.text, last.text
    ended = bool(SENTENCE_END.search(before)) or before.endswith((":", ";"))
    if ended and CAPTION.match(text):
        return True
    if text[0] in "†‡§" or (text[0] == "*" and group[0].text[0] in "*†‡"):
        return True
    if BULLET.match(text) and (ended or BULLET.match(group[0].text)):
        return True
    if (
        last.italic != line.italic
        and ended
        and len(group) == sum(x.italic == last.italic for x in group)
    ):
        return True
    hanging = is_item(group[0].text)
    step = line.x0 - (group[1].x0 if hanging and len(group) > 1 else group[0].x0)
    if hanging:
        if step < -0.6 * line.size or (
            len(group) == 1 and is_item(text) and step < 0.6 * line.size
        ):
            return True
        return is_item(text) and ended
    if is_item(text) and ended and not _CITED.match(text):
        return True
    indent = line.x0 - last.x0
    flush = last.x0 - column.x0 < 0.5 * line.size or len(group) > 1
    wide = line.x1 > column.x1 - 0.25 * (column.x1 - column.x0)
    if 0.7 * line.size < indent < 4 * line.size and flush and (ended or wide):
        return ended
    short = last.x1 < column.x1 - 0.2 * (column.x1 - column.x0)
    return short and ended and drop > 1.06 * usual


def is_item(text: str) -> bool:
    """Whether a text opens with a bullet, or a number or letter of a list."""
    return bool(BULLET.match(text) or LABEL.match(text) or re.match(r"\d{1,3}[ ]{1,3}[A-Z]", text))
