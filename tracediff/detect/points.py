"""A series in, the two points of it out that are set side by side: before, and now."""

from __future__ import annotations

from datetime import date
from typing import Final

from tracediff.detect.comparable import differ
from tracediff.model import Comparison, Fact, FactKind, Point, Reading, Series, Side, Status


def before_and_now(series: Series, comparison: Comparison) -> tuple[Point, Point] | None:
    """The latest the old edition gives beside the latest of the new one.

    Where the old edition does not give the measure, the new edition's own comparison with an
    earlier period stands in. Where a part of the latest year is reported and the rest is not, the
    part is what is compared.
    """
    new = [p for p in series.points if p.side is Side.NEW]
    old = [p for p in series.points if p.side is Side.OLD]
    if not new:
        return None
    if old and all(p.fact.kind is FactKind.PLAN and given(p.fact) for p in series.points):
        return _planned(old, comparison.old), _planned(new, comparison.new)
    latest = new[-1].fact.year
    same_year = [p for p in new if p.fact.year == latest and given(p.fact)]
    now = new[-1] if given(new[-1].fact) or latest is None or not same_year else same_year[-1]
    old = _of_its_months(old, now)
    if old and given(now.fact):
        said_anew = [p for p in new if p.fact.period == old[-1].fact.period and given(p.fact)]
        if said_anew and said_anew[-1] != now and differ(old[-1].fact, said_anew[-1].fact):
            return said_anew[-1], now  # what was restated is compared as it stands now
        return old[-1], now
    if old:  # what is withheld now was last given in one edition or the other
        if not given(old[-1].fact) and not given(now.fact):
            told = now.fact.status is Status.NONE is not old[-1].fact.status
            return (old[-1], now) if told else None  # it was withheld last year already
        last = [p for p in series.points if given(p.fact) and _when(p) < _when(now)]
        return (last or old)[-1], now
    before = [p for p in new if p.fact.year != now.fact.year and _when(p) < _when(now)]
    earlier = _of_its_months([p for p in before if given(p.fact)] or before, now)
    return (earlier[-1], now) if earlier else None


def _planned(points: list[Point], reading: Reading) -> Point:
    """What an edition plans for its own year, as a budget does, else for the time to come next."""
    own = reading.edition.year
    return next((p for p in reversed(points) if p.fact.year == own), points[0])


def _of_its_months(before: list[Point], now: Point) -> list[Point]:
    """Of several points before a figure for a part of a year, those for the same part of another.

    A spring is set beside the spring before it, not beside the fall between them.
    """
    own = now.fact.period
    if own is None or own.as_of or own.days > _HALF:
        return before
    same = [
        p
        for p in before
        if (other := p.fact.period) is not None
        and (other.start.month, other.end.month) == (own.start.month, own.end.month)
    ]
    return same or before


_HALF: Final = 190  # days up to which a stretch is a part of a year


def given(fact: Fact) -> bool:
    """Whether a fact has a value."""
    return fact.status is Status.REPORTED and fact.value is not None


def _when(point: Point) -> tuple[date, date]:
    period = point.fact.period
    assert period is not None
    return period.end, period.start
