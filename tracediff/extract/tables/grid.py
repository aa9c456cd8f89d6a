"""The texts of a table's cells in, a grid out: signs joined to their numbers, and what each row and
column holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Final

from tracediff.extract.tables.cells import Amount, absence, amounts
from tracediff.lexicon.cells import TICKS
from tracediff.lexicon.money import CODES, SIGNS

_CLOSING: Final[re.Pattern[str]] = re.compile(r"\)?\s?%?|[*†‡§¹²³]{1,3}|%\s?\)")
_NOTES: Final = "*†‡§ "
_YEAR: Final[re.Pattern[str]] = re.compile(r"(?:19|20)\d\d")
_OPENING: Final = frozenset("(-−.–—")
_FULL: Final = 2 / 3  # of the cells of a column filled: then a blank one leaves something out


_Test = Callable[[int, int], bool]


def grid_of(texts: Sequence[Sequence[str]]) -> Grid:
    """The grid of a table, currency signs and closing marks in cells of their own put to the number
    beside them."""
    return Grid(tuple(tuple(_joined(row)) for row in texts))


def _joined(row: Sequence[str]) -> list[str]:
    cells = list(row)
    for at, text in enumerate(cells):
        if not text:
            continue
        after = cells[at + 1] if at + 1 < len(cells) else ""
        if (text in SIGNS or text in CODES) and after[:1].isdigit() | after.startswith(
            ("(", "-", "−", ".", "–", "—")
        ):
            cells[at], cells[at + 1] = "", f"{text}{after}" if len(after) > 1 else after
        elif at and _CLOSING.fullmatch(text) and cells[at - 1][-1:].isdigit():
            cells[at - 1], cells[at] = f"{cells[at - 1]}{text}", ""
    return cells


class Grid:
    """Cells by row and column, each read once."""

    def __init__(self, texts: tuple[tuple[str, ...], ...]) -> None:
        """``texts`` are rows of cells."""
        self.texts = texts
        self._read = [[amounts(text) if at else () for at, text in enumerate(row)] for row in texts]

    def amounts(self, row: int, column: int) -> tuple[Amount, ...]:
        """The amounts of a cell."""
        return self._read[row][column]

    @cached_property
    def figures(self) -> list[int]:
        """How many cells of each column hold figures."""
        return self._count(lambda row, at: bool(self._read[row][at]))

    @cached_property
    def filled(self) -> list[int]:
        """How many cells of each column hold anything."""
        return self._count(lambda row, at: bool(self.texts[row][at]))

    @cached_property
    def _beyond(self) -> list[int]:
        """How many cells of each column hold figures that are no years."""
        return self._count(lambda row, at: self._no_year(row, at))

    @cached_property
    def _beyond_in_rows(self) -> list[int]:
        return [
            sum(1 for at in range(len(row)) if self._no_year(index, at))
            for index, row in enumerate(self.texts)
        ]

    @cached_property
    def _contents(self) -> list[frozenset[str]]:
        """What stands in each column beside figures, in lower case."""
        found: list[set[str]] = [set() for _ in range(self._width)]
        for row, read in zip(self.texts, self._read, strict=True):
            for at, text in enumerate(row):
                if text and not read[at] and at and len(found[at]) < _DISTINCT:
                    found[at].add(text.casefold())
        return [frozenset(one) for one in found]

    @property
    def _width(self) -> int:
        return max((len(row) for row in self.texts), default=0)

    def _count(self, holds: _Test) -> list[int]:
        counts = [0] * self._width
        for index, row in enumerate(self.texts):
            for at in range(len(row)):
                counts[at] += holds(index, at)
        return counts

    def _no_year(self, row: int, at: int) -> bool:
        read = self._read[row][at]
        return bool(read) and not (
            read[0].plain and _YEAR.fullmatch(self.texts[row][at].strip(_NOTES))
        )

    def is_count(self, row: int, column: int, *, dated: bool) -> bool:
        """Whether four digits are a figure by what stands beside them, not a year.

        Years alone stand in a row of years and in a column such as "Built". Below a period
        (``dated``) they are a figure where other rows give figures or this one does.
        """
        if not _YEAR.fullmatch(self.texts[row][column].strip(_NOTES)):
            return True
        others = self._beyond[column] > 0
        if dated:
            return others or self._beyond_in_rows[row] > 0
        return (others or self.figures[column] == 1) and self._beyond_in_rows[row] > 0

    def row_figures(self, row: int) -> int:
        """How many cells of a row hold figures that are no years."""
        return self._beyond_in_rows[row]

    @cached_property
    def _fine(self) -> list[bool]:
        return [self._is_fine(column) for column in range(self._width)]

    def is_fine(self, column: int) -> bool:
        """Whether a column holds fractions of one, so that a 0 in it is a small one, rounded."""
        return self._fine[column]

    def _is_fine(self, column: int) -> bool:
        cells = (read[column] for read in self._read if column < len(read))
        values = [amount.value for cell in cells for amount in cell]
        told = [abs(value) for value in values if value]
        small = sum(value < 1 for value in told)
        return bool(told) and 2 * small > len(told)

    def full(self, column: int) -> bool:
        """Whether most cells of a column are filled, and not all with words or ticks."""
        most = self.filled[column] >= _FULL * max(len(self.texts), 1) and len(self.texts) > 1
        return most and self.figures[column] > 0

    def ended(self, row: int, column: int) -> bool:
        """Whether a column has no cell from a row on, and that row is not the last."""
        below = [texts[column] for texts in self.texts[row:] if column < len(texts)]
        return len(below) > 1 and not any(below)

    def holds_figures(self, row: int, column: int, text: str) -> bool:
        """Whether a cell without a figure stands where figures stand, not among words or ticks."""
        contents = self._contents[column]
        words = [one for one in contents if absence(one) is None]
        if len(words) > self.figures[column]:
            return False
        if text.casefold() in TICKS and not self.figures[column] and len(contents) == 1:
            return self.filled[column] == 1 and self.row_figures(row) > 0
        if self.row_figures(row) > 0:
            return True
        return self.figures[column] > 0 and not self._wordy[row]

    @cached_property
    def _wordy(self) -> list[bool]:
        """Whether each row answers in words where other rows give figures."""
        return [
            any(
                text and at and not read[at] and self.figures[at] and absence(text) is None
                for at, text in enumerate(row)
            )
            for row, read in zip(self.texts, self._read, strict=True)
        ]

    def is_head(self, row: int) -> bool:
        """Whether a row inside the table heads the rows below it: years and nothing else.

        One year throughout behind a label ("Opened", 1998, 1998) is what the row says.
        """
        later = [text for text in self.texts[row][1:] if text]
        if len(later) < 2 or not all(_YEAR.fullmatch(text.strip(_NOTES)) for text in later):
            return False
        years = [int(text[:4]) for text in later]
        steps = {b - a for a, b in pairwise(years)}
        if steps == {0} and self.texts[row][0]:
            return False
        return steps <= {0, 1} or steps <= {0, -1}


_DISTINCT: Final = 12  # different words of a column that are kept
