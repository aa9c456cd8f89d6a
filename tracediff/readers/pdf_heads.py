"""The rows above a run of values in, out those of them that head its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from tracediff.lexicon.layout import SENTENCE_END
from tracediff.readers.pdf_cells import CAPTION, VALUE, cell_text
from tracediff.readers.pdf_lines import Line

Row = Sequence[Line]

_MOST: Final = 5  # lines of heads above each other
_FAR: Final = 2.4  # of the size of the type between two of them
_FURTHEST: Final = 4.0  # the same where each column of values has a head
_TIGHT: Final = 1.4  # up to which two lines are one head that is wrapped
_LONG: Final = 60  # characters of a head; a longer line is prose


class Heads(NamedTuple):
    """How many rows above a run head its columns, and their texts by column from the top."""

    used: int
    rows: tuple[tuple[str, ...], ...]

    @property
    def fits(self) -> bool:
        """Whether each of several columns of values has a head of its own."""
        last = self.rows[-1][1:] if self.rows else ()
        return len(last) > 1 and all(last)


def heads_above(
    above: Sequence[Row], run: Sequence[Row], valued: Sequence[Row], columns: Sequence[float]
) -> Heads:
    """The rows right above a run whose lines stand over its columns of values.

    ``valued`` are its rows with values, which tell where its columns are. A line that stands over
    several columns heads them all; wrapped lines are put together.
    """
    extents = extents_of(valued, columns)
    taken: list[tuple[Row, list[tuple[int, int]]]] = []
    below = run[0]
    for row in reversed(above[-_MOST:]):
        drop = (below[0].bottom - row[0].bottom) / _size(row, below)
        seats = _seats(row, extents, columns) if drop <= _FURTHEST else None
        if seats is None or (drop > _FAR and not _heads_each(seats, extents)):
            break
        taken.append((row, seats))
        below = row
    while taken and not _heads_values(taken[-1][1]):
        taken.pop()
    taken.reverse()
    return Heads(len(taken), tuple(_texts(taken, len(extents))))


def _size(row: Row, below: Row) -> float:
    return max(row[0].size, below[0].size)


def _heads_values(seats: Sequence[tuple[int, int]]) -> bool:
    return any(stop > 1 for _, stop in seats)


def _heads_each(seats: Sequence[tuple[int, int]], extents: Sequence[tuple[float, float]]) -> bool:
    """Whether each of several columns of values has a head of its own."""
    return len(extents) > 2 and {first for first, _ in seats} >= {*range(1, len(extents))}


def extents_of(run: Sequence[Row], columns: Sequence[float]) -> list[tuple[float, float]]:
    """From where to where the text of each column reaches."""
    extents = []
    for left, right in pairwise(columns):
        inside = [line for row in run for line in row if left <= (line.x0 + line.x1) / 2 < right]
        low = min((line.x0 for line in inside), default=left)
        extents.append((low, max((line.x1 for line in inside), default=right)))
    return extents


def _seats(
    row: Row, extents: Sequence[tuple[float, float]], columns: Sequence[float]
) -> list[tuple[int, int]] | None:
    """The columns that each line of a row stands over, first and behind the last; none where one
    is prose, a caption, or runs from the labels into the values."""
    if _is_body(row):
        return None
    if shared := _shared(row, extents) or _each_over_its_own(row, extents):
        return shared
    seats: list[tuple[int, int]] = []
    for line in row:
        if len(line.text) > _LONG or SENTENCE_END.search(line.text) or CAPTION.match(line.text):
            return None
        over = [at for at, (x0, x1) in enumerate(extents) if line.x0 < x1 and x0 < line.x1]
        if not over:
            middle = (line.x0 + line.x1) / 2
            over = [sum(1 for x in columns[1:-1] if x <= middle)]
        if (over[0] == 0 and over[-1] > 0) or (seats and over[0] < seats[-1][1]):
            return None
        if not _is_aligned(line, extents[over[0]][0], extents[over[-1]][1]):
            return None
        seats.append((over[0], over[-1] + 1))
    alone = len(seats) == 1 and seats[0] == (0, 1)
    return None if alone or line.x1 > columns[-1] + line.size * 4 else seats


def _is_body(row: Row) -> bool:
    """Whether a row is of figures: a label perhaps, and fractions, thousands, brackets, dashes."""
    later = [line.text for line in row[not VALUE.fullmatch(row[0].text) :]]
    valued = bool(later) and all(VALUE.fullmatch(text) for text in later)
    return valued and any(_FIGURE.search(text) for text in later)


_FIGURE: Final[re.Pattern[str]] = re.compile(r"\d[.,]\d|\(\d|^\W*[–—−-]\W*$")


def _shared(row: Row, extents: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The columns of a row whose lines are each centred over as many; none where they are not."""
    columns = len(extents) - 1
    each, over = divmod(columns, len(row))
    if over or each < 2:
        return []
    seats = [(1 + each * at, 1 + each * (at + 1)) for at in range(len(row))]
    for line, (first, stop) in zip(row, seats, strict=True):
        x0, x1 = extents[first][0], extents[stop - 1][1]
        middle = abs(line.x0 + line.x1 - x0 - x1) / 2
        prose = len(line.text) > _LONG or SENTENCE_END.search(line.text) or CAPTION.match(line.text)
        if prose or line.x0 < extents[0][1] or middle > max(line.size, _CENTRED * (x1 - x0)):
            return []
    return seats


def _each_over_its_own(row: Row, extents: Sequence[tuple[float, float]]) -> list[tuple[int, int]]:
    """The columns of a row with a line over each column of values; none where it is not so."""
    seats: list[tuple[int, int]] = []
    for line in row:
        over = [at for at, (x0, x1) in enumerate(extents) if line.x0 < x1 and x0 < line.x1]
        prose = len(line.text) > _LONG or SENTENCE_END.search(line.text) or CAPTION.match(line.text)
        if len(over) != 1 or prose or (seats and over[0] < seats[-1][1]):
            return []
        seats.append((over[0], over[0] + 1))
    return seats if _heads_each(seats, extents) else []


_CENTRED: Final = 0.08  # of the width of its columns, by which a head is off their middle at most


def _is_aligned(line: Line, x0: float, x1: float) -> bool:
    """Whether a line begins or ends with what it stands over, or is centred on it."""
    apart = (line.x0 - x0, line.x1 - x1, (line.x0 + line.x1 - x0 - x1) / 2)
    return min(map(abs, apart)) < _FLUSH * line.size


_FLUSH: Final = 0.8  # of the size of the type, by which a head and its column are out of line


def _texts(taken: Sequence[tuple[Row, list[tuple[int, int]]]], width: int) -> list[tuple[str, ...]]:
    """The rows of heads by column, those put together that are lines of the same heads."""
    groups: list[list[list[Line]]] = []
    spans = True
    last: Row = ()
    for row, seats in taken:
        wide = any(stop - first > 1 for first, stop in seats)
        near = bool(last) and row[0].bottom - last[0].bottom < _TIGHT * _size(row, last)
        if wide or spans or not near:
            groups.append([[] for _ in range(width)])
        for line, (first, _) in zip(row, seats, strict=True):
            groups[-1][first].append(line)
        spans, last = wide, row
    return [tuple(cell_text(cell) for cell in group) for group in groups]
