"""The figures of a sentence, as far as they tell that two statements are of one matter.

A survey that asks anew gives a share of the same people in other words; and what a report once
counted it may recall: "17 judges were suspended", a year later "six of the 17 judges are back".
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.model import Comparison, Fact, FactKind, Finding, Side
from tracediff.rank.rarity import Rarity, Telling
from tracediff.settings import Ranking
from tracediff.text.words import root

_SEVERAL: Final = 10  # smaller counts come again by chance
_NEVER: Final = 2.0  # no likeness is as high


class Given(NamedTuple):
    """What the shares of a sentence are of, and what it counts how many of."""

    shares: frozenset[str] = frozenset()
    counts: frozenset[tuple[Decimal, str]] = frozenset()

    def least(
        self, other: Given, told: tuple[Telling, Telling], rare: Rarity, settings: Ranking
    ) -> float:
        """How alike two statements must be that are alike in their figures.

        They give the same count of the same thing, and what more of it; or each a share of the same
        people, with a noun or adjective that hardly another sentence has.
        """
        one, two = told
        asked = self.shares & other.shares
        least = _NEVER
        if (
            not self.counts.isdisjoint(other.counts)
            and len(one.words & two.words) >= settings.half_recalled_words
        ):
            least = settings.half_recalled
        elif asked and (one.stated.things & two.stated.things & rare.few) - asked:
            least = settings.half_asked
        return _NEVER if least == _NEVER or one.placed_apart(two) else least


class Figures:
    """The figures of the prose of two editions, by sentence."""

    def __init__(self, comparison: Comparison) -> None:
        """Gather the figures of both editions."""
        self._held: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
        for side, reading in zip(Side, (comparison.old, comparison.new), strict=True):
            for fact in reading.facts:
                if fact.table is None and fact.value is not None and fact.counted:
                    self._held[side, fact.sentence].append(fact)

    def of(self, finding: Finding) -> Given:
        """The figures of the sentence that a lone finding stands on."""
        place = finding.old or finding.new
        assert place is not None  # every half has a side
        facts = self._held.get((place.side, place.sentence), ())
        return Given(
            frozenset(_head(f) for f in facts if f.kind is FactKind.SHARE),
            frozenset(
                (f.value, _head(f))
                for f in facts
                if f.value is not None and f.value >= _SEVERAL and f.unit is None
            ),
        )


def _head(fact: Fact) -> str:
    return root((fact.counted or "").rpartition(" ")[2].casefold())
