"""A table in, out which of its dashes and blank cells say that there was nothing.

Accounts print a dash for nil. Where a total adds up its row or its column with the dash as nothing,
the dash is proved to be nil, and so are the other dashes of the table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tracediff.extract.tables.grid import Grid
from tracediff.extract.tables.heads import Column, is_total
from tracediff.extract.tables.rows import Row
from tracediff.lexicon.cells import DASHES, FUNDS

_PROVED: Final = 2  # rows that a total adds up, from which they prove what their dashes say
_MOST: Final = 0.8  # of the rows that have a total, for which it must be the sum

_Place = tuple[int, int]


class Nils:
    """The cells of a table that say nil, by row and column."""

    def __init__(self, read: Sequence[Row], grid: Grid, heads: Sequence[Column]) -> None:
        """Look for what totals prove. ``read`` are the rows with figures."""
        self._grid = grid
        self._proved = frozenset((*self._below(tuple(read)), *self._beside(read, heads)))
        dashed = any(self._is_dash(place) for place in self._proved)
        words = {word for column in heads for word in column.words.casefold().split()}
        self._accounts = dashed or not FUNDS.isdisjoint(words)

    def holds(self, row: int, column: int, *, money: bool) -> bool:
        """Whether a cell without a figure says nil; ``money`` that its column is of money."""
        if self._is_dash((row, column)):
            return money or self._accounts
        return (row, column) in self._proved

    def _is_dash(self, place: _Place) -> bool:
        return is_dash(self._grid.texts[place[0]][place[1]])

    def _value(self, row: Row, at: int) -> Decimal | None:
        """The value of a cell, 0 where it is blank or a dash; none where it is no single amount."""
        found = self._grid.amounts(row.index, at)
        if found:
            return found[0].value if len(found) == 1 else None
        text = self._grid.texts[row.index][at]
        return None if text and not is_dash(text) else Decimal(0)

    def _below(self, read: tuple[Row, ...]) -> Iterator[_Place]:
        """The cells without figures that the total below them adds up as nothing."""
        group = first = 0  # where the rows of a group begin, and those since the last total
        for number, row in enumerate(read):
            total = not row.label or is_total(row.label)
            if number and row.group != read[number - 1].group and not total:
                group = number
            if not total:
                continue
            for above in (read[group:number], read[first:number]):
                for at in range(row.first, len(row.cells)):
                    cells = [(one.index, at) for one in above if at < len(one.cells)]
                    yield from self._summed(row, at, cells, above)
            group = first = number + 1

    def _summed(
        self, row: Row, at: int, cells: Sequence[_Place], above: Sequence[Row]
    ) -> Iterator[_Place]:
        total = self._value(row, at)
        values = [self._value(one, at) for one in above if at < len(one.cells)]
        if not total or None in values or sum(filter(None, values)) != total:
            return
        yield from (place for place in cells if not self._grid.amounts(*place))

    def _beside(self, read: Sequence[Row], heads: Sequence[Column]) -> Iterator[_Place]:
        """The cells without figures that the total on their right adds up as nothing."""
        first = 1
        for at in range(1, len(heads)):
            if not is_total(heads[at].words):
                continue
            if at - first > 1:
                yield from self._of_columns(read, first, at)
            first = at + 1

    def _of_columns(self, read: Sequence[Row], first: int, at: int) -> Iterator[_Place]:
        held: list[_Place] = []
        right = asked = 0
        for row in read:
            total = self._value(row, at) if at < len(row.cells) else None
            values = [self._value(row, part) for part in range(max(first, row.first), at)]
            if not total or None in values:
                continue
            asked += 1
            if sum(filter(None, values)) == total:
                right += 1
                held += [(row.index, part) for part in range(max(first, row.first), at)]
        if right >= _PROVED and right >= _MOST * asked:
            yield from (place for place in held if not self._grid.amounts(*place))


def is_dash(text: str) -> bool:
    """Whether a cell is a dash, with the sign of a currency perhaps.

    >>> is_dash("—"), is_dash("£ -"), is_dash("n/a"), is_dash("")
    (True, True, False, False)
    """
    return text.lstrip(_SIGNS) in DASHES


_SIGNS: Final = "$€£¥₹ "
