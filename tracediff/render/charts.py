"""Charts: where the marks of a chart stand. Only geometry; the templates draw.

A chart has one scale from zero, and time from left to right, on one scale for all charts that stay
within the years of the editions. A value for part of a year is a hatched bar over its months, since
its height must not be read as a year's; what was not reported is a gap with a cross; a restated
period shows both values, joined. An arrow marks a bound.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from tracediff.model import (
    Bound,
    Fact,
    LinkKind,
    Point,
    Report,
    SectionChange,
    Series,
    Side,
    Status,
)

WIDTH: Final = 240
HEIGHT: Final = 64
_TOP, _BASE, _LEFT, _RIGHT = 8.0, 46.0, 12.0, 228.0
_APART: Final = 34.0  # years closer than this would print over each other

STRIP: Final = 1000


@dataclass(frozen=True, slots=True)
class Dot:
    """A value, or the lack of one: ``shape`` is value, none or gap; ``bound`` up, down or about."""

    x: float
    y: float
    side: Side
    shape: str
    bound: str = ""
    restated: bool = False


@dataclass(frozen=True, slots=True)
class Bar:
    """A value that covers part of a year, or a stretch of the section strip."""

    x: float
    y: float
    width: float
    height: float
    side: Side = Side.NEW


@dataclass(frozen=True, slots=True)
class Segment:
    """A straight line between two marks."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True)
class Tick:
    """A label below the base line; ``anchor`` is start, middle or end."""

    x: float
    label: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Chart:
    """All marks of one series."""

    dots: tuple[Dot, ...]
    bars: tuple[Bar, ...]
    lines: tuple[Segment, ...]
    joins: tuple[Segment, ...]
    ticks: tuple[Tick, ...]
    base: float = _BASE


@dataclass(frozen=True, slots=True)
class TimeAxis:
    """The days between which all charts of a report run."""

    first: date
    last: date

    def x(self, day: date) -> float:
        """Where a day stands, or the middle where there is only one."""
        span = (self.last - self.first).days
        share = (day - self.first).days / span if span else 0.5
        return round(_LEFT + share * (_RIGHT - _LEFT), 1)


def time_scale(report: Report, series: Series) -> TimeAxis:
    """The years around both editions, or those of the series itself where it reaches further."""
    days = [_day(point) for point in series.points]
    years = [edition.year for edition in (report.old, report.new) if edition.year is not None]
    if years:
        around = TimeAxis(date(max(1, min(years) - 1), 1, 1), date(max(years), 12, 31))
        if all(around.first <= day <= around.last for day in days):
            return around
    return TimeAxis(min(days), max(days))


def draw(report: Report, series: Series) -> Chart:
    """Place the marks of one series."""
    scale = time_scale(report, series)
    top = max((p.fact.value for p in series.points if p.fact.value is not None), default=Decimal(0))
    dots = tuple(
        _dot(point, scale, top, at in series.restated) for at, point in enumerate(series.points)
    )
    return Chart(
        dots,
        tuple(
            _bar(point.fact, dot, scale, point.side)
            for point, dot in zip(series.points, dots, strict=True)
            if _part(point.fact)
        ),
        _lines(series, dots),
        _joins(series, dots),
        _ticks(series, scale),
    )


def strip(sections: Sequence[SectionChange]) -> tuple[Bar, ...]:
    """A bar for each section: as wide as the section is long, as high as its changed share."""
    total = sum(max(1, one.total) for one in sections) or 1
    bars, x = [], 0.0
    for one in sections:
        width = max(1, one.total) / total * STRIP
        height = round(one.index * 48, 1)
        bars.append(Bar(round(x, 1), round(50 - height, 1), round(width, 1), height))
        x += width
    return tuple(bars)


def shares(change: SectionChange) -> tuple[tuple[str, Bar], ...]:
    """One section's sentences as parts of a bar 100 wide, by what happened to them."""
    return stack({name: getattr(change, name) for name in ("kept", "edited", "added", "removed")})


def stack(numbers: Mapping[LinkKind, int] | Mapping[str, int]) -> tuple[tuple[str, Bar], ...]:
    """Named numbers as parts of a bar 100 wide."""
    total = sum(numbers.values())
    parts, x = [], 0.0
    for name, number in numbers.items():
        if number:
            width = number / total * 100
            parts.append((name, Bar(round(x, 2), 0, round(width, 2), 10)))
            x += width
    return tuple(parts)


def _part(fact: Fact) -> bool:
    period = fact.period
    return period is not None and not period.as_of and period.days < 360 and fact.value is not None


def _day(point: Point) -> date:
    """The day a point stands at: the middle of its period, or the day it was counted on."""
    period = point.fact.period
    assert period is not None  # as all points of a series have one
    if period.as_of:
        return period.end
    return period.start + (period.end - period.start) / 2


def _dot(point: Point, scale: TimeAxis, top: Decimal, restated: bool) -> Dot:
    fact = point.fact
    x = scale.x(_day(point))
    if fact.status in (Status.NOT_REPORTED, Status.UNKNOWN) or (
        fact.value is None and fact.status is not Status.NONE
    ):
        return Dot(x, _BASE - 7, point.side, "gap")
    if fact.status is Status.NONE:
        return Dot(x, _BASE, point.side, "none", restated=restated)
    height = float(fact.value / top) if fact.value is not None and top > 0 else 0.0
    y = round(_BASE - max(0.0, height) * (_BASE - _TOP), 1)
    return Dot(x, y, point.side, "value", _arrow(fact.bound), restated)


def _arrow(bound: Bound) -> str:
    match bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return "up"
        case Bound.AT_MOST | Bound.LESS_THAN:
            return "down"
        case Bound.ABOUT:
            return "about"
    return ""


def _bar(fact: Fact, dot: Dot, scale: TimeAxis, side: Side) -> Bar:
    assert fact.period is not None  # it is only called for parts of a year
    start = max(_LEFT - 8, scale.x(max(scale.first, fact.period.start)))
    end = min(_RIGHT + 8, scale.x(min(scale.last, fact.period.end)))
    width = max(8.0, end - start)
    return Bar(round(dot.x - width / 2, 1), dot.y, round(width, 1), round(_BASE - dot.y, 1), side)


def _lines(series: Series, dots: Sequence[Dot]) -> tuple[Segment, ...]:
    """Lines between neighbouring full values; a gap or a part of a year breaks the line."""
    lines = []
    last: Dot | None = None
    for point, dot in zip(series.points, dots, strict=True):
        if dot.shape == "gap" or _part(point.fact):
            last = None
            continue
        if last is not None and dot.x > last.x:
            lines.append(Segment(last.x, last.y, dot.x, dot.y))
        last = dot
    return tuple(lines)


def _joins(series: Series, dots: Sequence[Dot]) -> tuple[Segment, ...]:
    """Upright lines between the two values of a restated period."""
    return tuple(
        Segment(one.x, one.y, two.x, two.y)
        for one, two in itertools.pairwise(dots)
        if one.restated and two.restated and one.x == two.x and one.y != two.y
    )


def _ticks(series: Series, scale: TimeAxis) -> tuple[Tick, ...]:
    """The years below the chart, first and last before those between, none over another."""
    places = {scale.x(day): str(day.year) for day in (_day(p) for p in series.points)}
    order = sorted(places)
    chosen: list[float] = []
    for x in (*order[-1:], *order[:1], *order[1:-1]):
        if all(abs(x - other) >= _APART for other in chosen):
            chosen.append(x)
    return tuple(Tick(x, places[x], _anchor(x)) for x in sorted(chosen))


def _anchor(x: float) -> str:
    if x < _LEFT + 12:
        return "start"
    return "end" if x > _RIGHT - 12 else "middle"
