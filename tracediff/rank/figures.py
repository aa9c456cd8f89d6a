"""The figures of a sentence, as far as they tell that two statements are of one matter.

A survey that asks anew gives a share of the same people in other words; and what a report once
counted it may recall: "17 judges were suspended", a year later "six of the 17 judges are back".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.claims import plans
from tracediff.model import Comparison, Fact, FactKind, Finding, Side
from tracediff.rank.rarity import Rarity, Telling
from tracediff.settings import Ranking
from tracediff.text.words import root

_SEVERAL: Final = 10  # smaller counts come again by chance
_NEVER: Final = 2.0  # no likeness is as high


class Given(NamedTuple):
    """What the shares of a sentence are of, what it counts how many of, and the days it names.

    ``grown`` is what it says by how many percent it changed; ``planned`` whether it tells of what
    is meant to happen.
    """

    shares: frozenset[str] = frozenset()
    counts: frozenset[tuple[Decimal, str]] = frozenset()
    days: frozenset[tuple[str, ...]] = frozenset()
    grown: frozenset[str] = frozenset()
    planned: bool = False

    def least(
        self, other: Given, told: tuple[Telling, Telling], rare: Rarity, settings: Ranking
    ) -> float:
        """How alike two statements must be that are alike in their figures.

        They give the same count of the same thing, and what more of it; they tell of the same day,
        or of what grew in percent, and share several words; each gives a share of the same people,
        with a noun or adjective that hardly another sentence has; or what the one plans the other
        tells, with two such nouns of which hardly another sentence has one.
        """
        one, two = told
        asked = self.shares & other.shares
        recalled = not self.counts.isdisjoint(other.counts)
        same_day = not self.days.isdisjoint(other.days)
        grown = not self.grown.isdisjoint(other.grown)
        done = self.planned and not other.planned
        if not (asked or recalled or same_day or grown or done):  # as of most pairs
            return _NEVER
        least = _NEVER
        shared = len(one.words & two.words)
        words = settings.half_recalled_words
        if (recalled and shared >= words) or ((same_day or grown) and shared > words):
            least = settings.half_recalled
        elif asked and (one.stated.things & two.stated.things & rare.few) - asked:
            least = settings.half_asked
        elif done and shared >= words:
            things = one.stated.things & two.stated.things
            if len(things) >= words and things & rare.few:
                least = settings.half_done
        return _NEVER if least == _NEVER or one.placed_apart(two) else least


class Figures:
    """The figures of the prose of two editions, by sentence."""

    def __init__(self, comparison: Comparison) -> None:
        """Gather the figures of both editions."""
        self._texts = {
            side: [sentence.text for sentence in reading.edition.sentences]
            for side, reading in zip(Side, (comparison.old, comparison.new), strict=True)
        }
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
            frozenset(_days(self._texts[place.side][place.sentence])),
            frozenset(_head(f) for f in facts if f.kind is FactKind.CHANGE and f.unit == "%"),
            plans(self._texts[place.side][place.sentence]),
        )


def _days(text: str) -> Iterator[tuple[str, ...]]:
    """The full dates in a text, whatever order day and month stand in."""
    for one in _DAY.finditer(text):
        day = one["day"] or one["after"]
        yield one["month"] or one["before"], day, one["year"]


_MONTH: Final = "|".join(MONTHS)
_DAY: Final = re.compile(
    rf"\b(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH})"
    rf"|(?P<before>{_MONTH})\s(?P<after>\d{{1,2}})(?:st|nd|rd|th)?),?\s(?P<year>(?:19|20)\d\d)\b",
    re.IGNORECASE,
)


def _head(fact: Fact) -> str:
    return root((fact.counted or "").rpartition(" ")[2].casefold())
