"""One measure over its periods, and all that the detectors look at."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracediff.model.edition import Period
from tracediff.model.facts import Fact, Reading
from tracediff.model.links import Alignment, Side
from tracediff.model.record import Record


@dataclass(frozen=True, slots=True)
class Point(Record):
    """One value of a series: the fact, and the edition that gives it."""

    side: Side
    fact: Fact

    def __repr__(self) -> str:
        """One line: which edition gives it, and the fact."""
        return f"<Point {self.side.value} {self.fact!r}>"


@dataclass(frozen=True, slots=True)
class Change(Record):
    """A value before and after; ``old`` or ``new`` is none where none was reported."""

    old: Decimal | None
    new: Decimal | None

    @property
    def absolute(self) -> Decimal | None:
        """New less old, where both are known."""
        return None if self.old is None or self.new is None else self.new - self.old

    @property
    def relative(self) -> Decimal | None:
        """The change as a share of the old value, where that is known and not zero."""
        return None if self.absolute is None or not self.old else self.absolute / abs(self.old)


@dataclass(frozen=True, slots=True)
class Series(Record):
    """One measure over periods, points in order of period, then old edition before new.

    ``label`` names the measure in the report's own words, ``measure`` holds what it is known by.
    """

    measure: str
    unit: str | None
    points: tuple[Point, ...]
    label: str = ""

    def __repr__(self) -> str:
        """One line: the measure, and how many values it has."""
        number = len(self.points)
        return f"<Series {self.name}: {number} value{'s' * (number != 1)}>"

    @property
    def name(self) -> str:
        """What a reader is shown: the label with a capital, or else the measure."""
        text = self.label or self.measure
        return text[:1].upper() + text[1:]

    @property
    def ends(self) -> tuple[Point, Point]:
        """What a reader sets side by side: the latest that each edition gives, else first and last.

        Where the old edition gives nothing for it, the two ends lie both in the new one, and the
        reverse.
        """
        old = [point for point in self.points if point.side is Side.OLD]
        new = [point for point in self.points if point.side is Side.NEW]
        if old and new:
            return old[-1], new[-1]
        return self.points[0], self.points[-1]

    @property
    def changed(self) -> bool:
        """Whether its ends differ, or the editions disagree about a period."""
        old, new = ((point.fact.status, point.fact.value) for point in self.ends)
        return old != new or bool(self.restated)

    @property
    def restated(self) -> frozenset[int]:
        """Positions of the points whose period the other edition gives another value for."""
        facts = (point.fact for point in self.points)
        dated = [(at, fact.period, fact.value) for at, fact in enumerate(facts) if fact.period]
        values: dict[Period, set[Decimal | None]] = {}
        for _, period, value in dated:
            values.setdefault(period, set()).add(value)
        return frozenset(at for at, period, _ in dated if len(values[period]) > 1)

    @property
    def comparable(self) -> bool:
        """Whether its ends cover stretches of the same length, and a change means something."""
        old, new = (point.fact.period for point in self.ends)
        return old is None or new is None or abs(old.days - new.days) <= 6

    @property
    def change(self) -> Change:
        """The values at its ends."""
        old, new = self.ends
        return Change(old.fact.value, new.fact.value)


@dataclass(frozen=True, slots=True)
class Ledger:
    """One edition's facts, and the series that it gives by itself (all points on the new side)."""

    reading: Reading
    series: tuple[Series, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two readings, their alignment and their common series: what the detectors look at."""

    old: Reading
    new: Reading
    alignment: Alignment
    series: tuple[Series, ...]

    def __repr__(self) -> str:
        """One line: what is set side by side."""
        return f"<Comparison {' → '.join(self.labels)}: {len(self.series)} series>"

    @property
    def labels(self) -> tuple[str, str]:
        """What to call the editions: by year or name, or whatever first tells them apart."""
        both = self.old.edition, self.new.edition
        for old, new in (
            [str(one.year) if one.year is not None else one.name for one in both],
            [one.period.label if one.period else one.name for one in both],
            [one.name for one in both],
        ):
            if old != new:
                return old, new
        return both[0].path, both[1].path
