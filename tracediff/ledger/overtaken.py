"""Facts of two editions in, those out that their own edition gives a newer figure for.

A report that repeats a sentence for each of its years rolls on: the sentence that is new stands
where the oldest one fell out, and the two are no change from one year to the next.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from tracediff.ledger.likeness import Wording
from tracediff.model import Fact, Side

Told = tuple[Side, Fact, Wording]


def overtaken(told: Sequence[Told]) -> frozenset[int]:
    """The places of figures of prose that the same words of their edition give for a later year."""
    held: defaultdict[tuple[Side, Wording], list[int]] = defaultdict(list)
    for at, (side, fact, words) in enumerate(told):
        if fact.table is None and fact.dated and fact.year is not None and words.telling:
            held[side, words].append(at)
    return frozenset(at for places in held.values() for at in _older(places, told))


def _older(places: Iterable[int], told: Sequence[Told]) -> Iterable[int]:
    years = {at: told[at][1].year or 0 for at in places}
    newest = max(years.values())
    return (at for at, year in years.items() if year < newest)
