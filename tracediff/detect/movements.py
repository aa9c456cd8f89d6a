"""What one edition compares within itself: when it is the change between the editions.

"The share rose from 16 to 99 percent" may be said word for word by both editions, and a table may
give the ends of each decade: neither is what changed since the last edition.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal

from tracediff.model import Comparison, Point, Side

_Value = tuple[Decimal, str | None]


class Movements:
    """Asked of two figures of the new edition, the earlier and the later."""

    def __init__(self, comparison: Comparison) -> None:
        """Gather what the old sentences say that answer to new ones."""
        self._year = comparison.old.edition.year
        values: defaultdict[int, set[_Value]] = defaultdict(set)
        for fact in comparison.old.facts:
            if fact.value is not None:
                values[fact.sentence].add((fact.value, fact.unit))
        self._said: defaultdict[int, set[_Value]] = defaultdict(set)
        for link in comparison.alignment.links:
            for new in link.new:
                for old in link.old:
                    self._said[new] |= values[old]

    def are_no_news(self, first: Point, last: Point) -> bool:
        """Whether both are of the new edition, and the old one tells of the same two values, or
        they are cells of which the earlier is of a year before that of the old edition."""
        if first.side is Side.OLD or last.side is Side.OLD:
            return False
        before, now = first.fact, last.fact
        if before.table is not None and before.table == now.table:
            year = before.year
            return year is not None and self._year is not None and year < self._year
        ends = {(f.value, f.unit) for f in (before, now) if f.value is not None}
        told = self._said.get(before.sentence, set()) | self._said.get(now.sentence, set())
        return len(ends) > 1 and ends <= told
