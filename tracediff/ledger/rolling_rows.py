"""Rows whose columns are years that no head tells: which cell is the newest, by what moved on.

A row of three years, newest first, reads 30, 46, 52 in one edition and 32, 30, 46 in the next: all
but the newest cell have moved by one place. So the row says itself that its first cells are what is
compared, and that the others are of the years before.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.model import Alignment, Fact, Reading, Side
from tracediff.wording.values import significant

_DIGITS: Final = 4  # of a value that does not come twice by chance
_ROWS: Final = 2  # of a table that moved on, so that its other rows did too

_FIRST: Final = 0
_LAST: Final = -1


class Rolling(NamedTuple):
    """Pairs of the newest cells (indices of old and new facts), and the cells of earlier years."""

    pairs: tuple[tuple[int, int], ...]
    earlier: Mapping[Side, frozenset[int]]


def rolling(old: Reading, new: Reading, alignment: Alignment) -> Rolling:
    """The rows of undated cells that moved on by one place between two editions."""
    olds, news = _rows(old), _rows(new)
    linked = [
        (olds[o], news[n])
        for link in alignment.links
        for o in link.old
        for n in link.new
        if o in olds and n in news and len(olds[o]) == len(news[n])
    ]
    moved = Counter(
        (*_tables(*pair), newest) for pair in linked if (newest := _newest(*pair)) is not None
    )
    pairs: list[tuple[int, int]] = []
    earlier: dict[Side, set[int]] = {Side.OLD: set(), Side.NEW: set()}
    for before, after in linked:
        newest = _newest(before, after)
        if newest is None:
            newest = _of_table(moved, _tables(before, after))
        if newest is not None:
            pairs.append((before[newest].index, after[newest].index))
            earlier[Side.OLD] |= {f.index for f in before if f is not before[newest]}
            earlier[Side.NEW] |= {f.index for f in after if f is not after[newest]}
    return Rolling(tuple(pairs), {side: frozenset(found) for side, found in earlier.items()})


def _rows(reading: Reading) -> dict[int, list[Fact]]:
    """The cells of each row of two or more that are said to be for one time."""
    rows: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is not None and fact.value is not None:
            rows[fact.sentence].append(fact)
    return {at: row for at, row in rows.items() if len(row) > 1 and _is_of_one(row)}


def _is_of_one(row: Sequence[Fact]) -> bool:
    """Whether nothing but their places tells the cells of a row apart."""
    return len({(f.period, f.unit, f.label) for f in row}) == 1


def _newest(before: Sequence[Fact], after: Sequence[Fact]) -> int | None:
    """Which cell is the newest, where all others of a row moved by one place."""
    for newest, was, now in (
        (_FIRST, before[:-1], after[1:]),
        (_LAST, before[1:], after[:-1]),
    ):
        values = [fact.value for fact in was]
        if values == [fact.value for fact in now] and any(map(_tells, values)):
            return newest
    return None


def _tells(value: Decimal | None) -> bool:
    return value is not None and significant(value) >= _DIGITS


def _tables(before: Sequence[Fact], after: Sequence[Fact]) -> tuple[int | None, int | None]:
    return before[0].table, after[0].table


def _of_table(
    moved: Mapping[tuple[int | None, int | None, int], int], tables: tuple[int | None, int | None]
) -> int | None:
    """Where the newest cells stand in the rows of two tables that moved on, if several did."""
    found = {newest: moved.get((*tables, newest), 0) for newest in (_FIRST, _LAST)}
    best = max(found, key=lambda newest: found[newest])
    return best if found[best] >= _ROWS else None
