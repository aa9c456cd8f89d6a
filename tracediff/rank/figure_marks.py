"""What marks a figure as important: the figures of a finding in, their marks out."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Final

from tracediff.lexicon.gravity import is_grave, is_outcome
from tracediff.model import Comparison, Fact, FactKind, Reading, Side, Status

_WORD: Final = re.compile(r"\w+")
_TOTAL: Final = frozenset("total totals overall net altogether sum result".split())
_WITHHELD: Final = frozenset({Status.NOT_REPORTED, Status.UNKNOWN})
_FEW: Final = 10  # a count below this is the detail of one event more often than a statistic
_TRIFLE: Final = 1000  # times as large as a trifle is what makes it one
_LONG: Final = 12  # words of a name that is no name but a part of a sentence
_TELLING: Final = Decimal(100)  # a smaller value stands in two places by chance
_OFTEN: Final = 3  # places of one value that count in full
_BESIDE: Final = 40  # figures of a sentence that are looked at; one with more is a list


@dataclass(frozen=True)
class FigureMarks:
    """What is looked up of the figures of a comparison to mark those of a finding."""

    comparison: Comparison

    def marks(self, facts: list[Fact], side: Side) -> dict[str, float]:
        """The marks of figures by their names, each from 0 to 1."""
        last, values = facts[-1], [f.value for f in facts if f.value is not None]
        label = f"{last.counted or ''} {last.measure}"
        words = _WORD.findall(label.casefold())
        bare = last.table is None and _NO_NAME.issuperset(words)  # that of a table is of its rows
        harm = is_grave(words)  # nine deaths are no trifle
        return {
            "total": float(not bare and not _TOTAL.isdisjoint(words)),
            "central": max(self._share(last, side), 0.5 * harm),
            "often": max((self._places(value) for value in values), default=0.0),
            "few": float(bool(values) and not harm and _is_handful(values)),
            "nameless": float(
                not any(f.counted for f in facts) or len(last.measure.split()) > _LONG or bare
            ),
            "outcome": float(is_outcome(words)),
            "dwarfed": float(not harm and self._is_dwarfed(last, values, side)),
            "crossed": float(_crosses(facts)),
            "table": float(last.table is not None),
            "emptied": float(last.table is not None and last.status in _WITHHELD),
            "part": float(last.part_of is not None),
            "dated": float(self._is_own_year(last, side)),
            "slight": float(_is_slight(values)),
            "largest": self._rank(max(map(abs, values), default=None), last.unit),
            "moved": self._rank(_difference(values), last.unit),
            "backwards": float(_is_backwards(facts)),
            "beside": float((side, last.index) in self._beside_earlier),
            "aside": float(self._is_aside(last, side)),
            "shared": float(self._has_share(last, side)),
        }

    def _has_share(self, fact: Fact, side: Side) -> bool:
        """Whether the row of a count gives its share too, which tells more where more are asked."""
        return fact.unit is None and (side, fact.sentence) in self._rows_with_share

    @cached_property
    def _rows_with_share(self) -> frozenset[tuple[Side, int]]:
        """The rows of tables that give a share."""
        return frozenset(
            (side, fact.sentence)
            for side in Side
            for fact in self._reading(side).facts
            if fact.table is not None and fact.unit == "%" and fact.kind is FactKind.SHARE
        )

    def _is_aside(self, fact: Fact, side: Side) -> bool:
        """Whether a figure in brackets says more of one of its sentence that stands in none."""
        text = self._reading(side).edition.sentences[fact.sentence].text
        if not _in_brackets(text, fact.at.start):
            return False
        others = self._same_sentence[side, fact.sentence]
        return any(
            other.unit == fact.unit and not _in_brackets(text, other.at.start) for other in others
        )

    @cached_property
    def _same_sentence(self) -> Mapping[tuple[Side, int], list[Fact]]:
        found: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
        for side in Side:
            for fact in self._reading(side).facts:
                if fact.table is None and len(found[side, fact.sentence]) < _BESIDE:
                    found[side, fact.sentence].append(fact)
        return found

    @cached_property
    def _beside_earlier(self) -> frozenset[tuple[Side, int]]:
        """The figures that stand in one sentence with the earlier one of their series: what a
        report itself sets beside the year before is news to it."""
        found: set[tuple[Side, int]] = set()
        for series in self.comparison.series:
            held: defaultdict[tuple[Side, int], list[Fact]] = defaultdict(list)
            for point in series.points:
                held[point.side, point.fact.sentence].append(point.fact)
            for (side, _), facts in held.items():
                if facts[0].table is None and len({fact.year for fact in facts}) > 1:
                    found |= {(side, fact.index) for fact in facts}
        return frozenset(found)

    def _is_own_year(self, fact: Fact, side: Side) -> bool:
        """Whether a figure is for the year that its edition reports on."""
        year = self._reading(side).edition.year
        return fact.period is None or year is None or fact.period.end.year == year

    def _share(self, fact: Fact, side: Side) -> float:
        """Which share of the figures of its unit and section a figure is as large as."""
        section = self._reading(side).edition.sentences[fact.sentence].section
        others = self._sizes.get((side, section, fact.unit), [])
        if fact.value is None or len(others) < 2:
            return 0.5
        return bisect_left(others, abs(fact.value)) / (len(others) - 1)

    def _rank(self, value: Decimal | None, unit: str | None) -> float:
        """Which share of the figures of a unit, in both editions, a value is as large as."""
        others = self._all_sizes.get(unit, [])
        if value is None or len(others) < 2:
            return 0.0
        return bisect_left(others, value) / (len(others) - 1)

    @cached_property
    def _all_sizes(self) -> Mapping[str | None, list[Decimal]]:
        found: defaultdict[str | None, list[Decimal]] = defaultdict(list)
        for reading in (self.comparison.old, self.comparison.new):
            for fact in reading.facts:
                if fact.value is not None:
                    found[fact.unit].append(abs(fact.value))
        return {unit: sorted(values) for unit, values in found.items()}

    def _is_dwarfed(self, fact: Fact, values: list[Decimal], side: Side) -> bool:
        """Whether figures are trifles beside the largest of their unit and section."""
        section = self._reading(side).edition.sentences[fact.sentence].section
        others = self._sizes.get((side, section, fact.unit), [])
        return bool(values and others) and max(map(abs, values)) * _TRIFLE < others[-1]

    def _places(self, value: Decimal) -> float:
        """In how many sentences a telling value stands, up to a few."""
        if abs(value) < _TELLING:
            return 0.0
        return min(_OFTEN, self._counts[value] - 1) / _OFTEN

    @cached_property
    def _sizes(self) -> Mapping[tuple[Side, int, str | None], list[Decimal]]:
        found: defaultdict[tuple[Side, int, str | None], list[Decimal]] = defaultdict(list)
        for side in Side:
            reading = self._reading(side)
            for fact in reading.facts:
                if fact.value is not None:
                    section = reading.edition.sentences[fact.sentence].section
                    found[side, section, fact.unit].append(abs(fact.value))
        return {key: sorted(values) for key, values in found.items()}

    @cached_property
    def _counts(self) -> Mapping[Decimal, int]:
        """In how many sentences of the edition that says it most often a value stands."""
        most: Counter[Decimal] = Counter()
        for reading in (self.comparison.old, self.comparison.new):
            stand = {(f.value, f.sentence) for f in reading.facts if f.value is not None}
            most |= Counter(value for value, _ in stand)
        return most

    def _reading(self, side: Side) -> Reading:
        """The reading of a side."""
        return self.comparison.old if side is Side.OLD else self.comparison.new


_NO_NAME: Final = frozenset("total totals overall net sum all of the number amount".split())
"""Words of a name that says no more than that a figure is a total: of what, nobody knows."""


def _in_brackets(text: str, at: int) -> bool:
    """Whether a place in a text stands in round brackets."""
    return text.count("(", 0, at) > text.count(")", 0, at)


def _is_handful(values: list[Decimal]) -> bool:
    """Whether figures are small counts; an average of 7.5 is none."""
    return max(map(abs, values)) < _FEW and all(v == v.to_integral_value() for v in values)


def _crosses(facts: list[Fact]) -> bool:
    """Whether a figure fell to none, came up from none, or changed its sign."""
    if len(facts) != 2:
        return False
    old, new = facts
    if Status.NONE in (old.status, new.status) or 0 in (old.value, new.value):
        return old.status != new.status or old.value != new.value
    return old.value is not None and new.value is not None and (old.value < 0) != (new.value < 0)


def _is_backwards(facts: list[Fact]) -> bool:
    """Whether the newer of two figures is for an earlier time than the older one."""
    old, new = facts[0].period, facts[-1].period
    return old is not None and new is not None and new.end < old.start


def _difference(values: list[Decimal]) -> Decimal | None:
    """By how much a figure moved; all of it where only one edition gives it."""
    if not values:
        return None
    return abs(values[-1] - values[0]) if len(values) > 1 else abs(values[0])


def _is_slight(values: list[Decimal]) -> bool:
    """Whether a figure moved by less than a twentieth."""
    return len(values) == 2 and abs(values[1] - values[0]) * 20 < abs(values[0])
