"""What became of each figure that both editions give: changed, withheld, given, restated.

A detector is a plain function from a comparison to findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from tracediff.detect.movements import Movements
from tracediff.detect.phrasing import (
    capital,
    change_words,
    evidence,
    period_words,
    point_words,
    section_title,
    value_words,
)
from tracediff.detect.rounding import may_be_one
from tracediff.detect.stayed import partners, stayed
from tracediff.detect.still_given import known, still_given
from tracediff.ledger.likeness import alike, per, turned, wording
from tracediff.model import (
    Bound,
    Change,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Finding,
    LinkKind,
    Period,
    Point,
    Reading,
    Series,
    Severity,
    Side,
    Status,
    scale_of,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting

_NOT_COMPARABLE = re.compile(
    r"\bnot\s+(?:\w+\s+)?comparable\b[^.]{0,80}\b(?:last|previous|prior|earlier)\b"
)


def series_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N101 to N104 and N106: what each series says now, beside what was said before."""
    settled, beside = _settled_sentences(comparison), partners(comparison)
    movements = Movements(comparison)
    known = {key for fact in comparison.old.facts if (key := _telling(fact)) is not None}
    for series in comparison.series:
        pair = before_and_now(series, comparison)
        if pair is None:
            continue
        before, now = pair
        if _telling(now.fact) in known:
            continue  # the earlier edition told of that time, and the same
        kept = now.fact.sentence in settled and now.fact.table is None
        if kept or _both_context(comparison, before, now):
            continue
        if stayed(series, beside, before, now) or movements.are_no_news(before, now):
            continue
        finding = _transition(comparison, series, before, now, settings)
        if finding is not None:
            yield finding


def _telling(fact: Fact) -> tuple[Decimal, date] | None:
    """A value that does not come twice by chance, with the end of its period; none of another.

    A stock as of a day and what is given for the year that ends on it are one there.
    """
    if fact.value is None or fact.period is None:
        return None
    digits = len(fact.value.normalize().as_tuple().digits)
    return (fact.value, fact.period.end) if digits >= _DIGITS else None


_DIGITS: Final = 4


def restated(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N105: the same measure and period, another value than the earlier edition gave."""
    elsewhere = still_given(comparison)
    kept, beside = _kept(comparison), partners(comparison)
    for series in comparison.series:
        by_period: dict[tuple[object, object], dict[Side, Point]] = defaultdict(dict)
        for point in series.points:
            period = point.fact.period
            assert period is not None
            by_period[(period.start, period.end)].setdefault(point.side, point)
        for sides in by_period.values():
            if len(sides) < 2:
                continue
            old, new = sides[Side.OLD].fact, sides[Side.NEW].fact
            if _given(old) and new.status in (Status.NOT_REPORTED, Status.UNKNOWN):
                yield _withdrawn(comparison, series, sides[Side.OLD], sides[Side.NEW])
            if not _differ(old, new) or not _may_restate(old, new) or may_be_one(old, new):
                continue
            if elsewhere.issuperset((known(old), known(new))):
                continue  # two rows were taken for one, whose values both editions give
            if stayed(series, beside, sides[Side.OLD], sides[Side.NEW]):
                continue
            assert old.value is not None and new.value is not None
            head = capital(series.label)
            dated = (old.dated and new.dated) or _dated_alike(comparison, kept, old, new)
            if not dated or not same_figure(old, new, settings):
                yield _unlike(comparison, series, sides[Side.OLD], sides[Side.NEW])
                continue
            yield _finding(
                comparison,
                "N105",
                Severity.ERROR,
                f"{head}: the figure {period_words(new.period)} is now given as"
                f" {value_words(new)}; the earlier edition gave {value_words(old)}.",
                sides[Side.OLD],
                sides[Side.NEW],
                series.measure,
                magnitude=_size(old.value, new.value),
                certainty=min(old.certainty, new.certainty),
            )


def same_figure(old: Fact, new: Fact, settings: Detecting) -> bool:
    """Whether two figures for one period are fully one measure, so that one must be wrong.

    Unit, bound, head, part or whole, the day as of which it was told and what tells the thing apart
    agree. What was there at the end of a year is not what there was in it.
    """
    if (old.unit, old.bound, old.kind) != (new.unit, new.bound, new.kind):
        return False
    if (old.part_of is None) != (new.part_of is None):
        return False
    if old.observed != new.observed or _as_of(old) != _as_of(new):
        return False
    if old.table is not None and new.table is not None:
        return old.label.casefold() == new.label.casefold()
    return alike(wording(old), wording(new)) >= settings.restated


def _as_of(fact: Fact) -> bool:
    """Whether a figure tells how many there were on a day."""
    return fact.period is not None and fact.period.as_of


def _kept(comparison: Comparison) -> frozenset[tuple[int, int]]:
    """The sentences that both editions have word for word, two by two."""
    return frozenset(
        (link.old[0], link.new[0])
        for link in comparison.alignment.links
        if len(link.old) == len(link.new) == 1 and link.kind is LinkKind.KEPT
    )


def _dated_alike(
    comparison: Comparison, kept: frozenset[tuple[int, int]], old: Fact, new: Fact
) -> bool:
    """Whether both take their period from sentences before them that say the same word for word.

    "In 2015, the ward saw 7,300 patients. Of these, 410 were children": the year is as sure.
    """
    if old.dated or new.dated:
        return False  # one of them has a time of its own
    before = (old.sentence - 1, new.sentence - 1)
    return before in kept and new.period != comparison.new.edition.period


def _unlike(comparison: Comparison, series: Series, before: Point, now: Point) -> Finding:
    """N106: two figures for one period that may be of different things."""
    old, new = before.fact, now.fact
    assert old.value is not None and new.value is not None
    return _finding(
        comparison,
        "N106",
        Severity.NOTE,
        f"{capital(series.label)}: {value_words(new)} {period_words(new.period)}, in the earlier"
        f" edition {value_words(old)}; they may count different things.",
        before,
        now,
        series.measure,
        magnitude=_size(old.value, new.value),
        certainty=0.5 * min(old.certainty, new.certainty),
    )


# what is planned or aimed at may change from edition to edition: that restates nothing
_REVISED = frozenset({FactKind.PLAN, FactKind.TARGET})


def _may_restate(old: Fact, new: Fact) -> bool:
    """Whether both figures are in one unit and tell what happened."""
    return old.unit == new.unit and _REVISED.isdisjoint((old.kind, new.kind))


def _withdrawn(comparison: Comparison, series: Series, before: Point, now: Point) -> Finding:
    """N103: the new edition no longer gives a figure for a year that the old one gave it for."""
    old, new = before.fact, now.fact
    return _finding(
        comparison,
        "N103",
        Severity.WARNING if _is_dash(new) else Severity.ERROR,
        f"{capital(series.label)}: the figure {period_words(old.period)}, {value_words(old)} in the"
        f" earlier edition, is now {value_words(new)}.",
        before,
        now,
        series.measure,
        magnitude=1.0,
        certainty=min(old.certainty, new.certainty),
    )


NUMBER_DETECTORS = (series_changed, restated)


def _both_context(comparison: Comparison, before: Point, now: Point) -> bool:
    """Whether each side gives a figure only to compare a newer one of its sentence with it."""
    return all(
        _is_context(comparison.old if point.side is Side.OLD else comparison.new, point.fact)
        for point in (before, now)
    )


def _is_context(reading: Reading, fact: Fact) -> bool:
    year = reading.edition.year
    if (
        fact.period is None
        or year is None
        or fact.table is not None
        or fact.period.end.year >= year
    ):
        return False
    return any(
        other.unit == fact.unit and other.period is not None and other.period.end.year == year
        for other in _beside(reading, fact)
    )


def _beside(reading: Reading, fact: Fact) -> Iterator[Fact]:
    """The other figures of a fact's sentence."""
    for step in (-1, 1):
        at = fact.index + step
        while 0 <= at < len(reading.facts) and reading.facts[at].sentence == fact.sentence:
            yield reading.facts[at]
            at += step


def _settled_sentences(comparison: Comparison) -> frozenset[int]:
    """New sentences that stand in the old edition word for word: nothing in them changed."""
    return frozenset(
        i for link in comparison.alignment.links if link.kind is LinkKind.KEPT for i in link.new
    )


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
    if old and all(p.fact.kind is FactKind.PLAN and _given(p.fact) for p in series.points):
        return _planned(old, comparison.old), _planned(new, comparison.new)
    latest = new[-1].fact.year
    same_year = [p for p in new if p.fact.year == latest and _given(p.fact)]
    now = new[-1] if _given(new[-1].fact) or latest is None or not same_year else same_year[-1]
    old = _of_its_months(old, now)
    if old and _given(now.fact):
        said_anew = [p for p in new if p.fact.period == old[-1].fact.period and _given(p.fact)]
        if said_anew and said_anew[-1] != now and _differ(old[-1].fact, said_anew[-1].fact):
            return said_anew[-1], now  # what was restated is compared as it stands now
        return old[-1], now
    if old:  # what is withheld now was last given in one edition or the other
        if not _given(old[-1].fact) and not _given(now.fact):
            told = now.fact.status is Status.NONE is not old[-1].fact.status
            return (old[-1], now) if told else None  # it was withheld last year already
        last = [p for p in series.points if _given(p.fact) and _when(p) < _when(now)]
        return (last or old)[-1], now
    before = [p for p in new if p.fact.year != now.fact.year and _when(p) < _when(now)]
    earlier = _of_its_months([p for p in before if _given(p.fact)] or before, now)
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


def _given(fact: Fact) -> bool:
    return fact.status is Status.REPORTED and fact.value is not None


def _when(point: Point) -> tuple[date, date]:
    period = point.fact.period
    assert period is not None
    return period.end, period.start


def _transition(
    comparison: Comparison, series: Series, before: Point, now: Point, settings: Detecting
) -> Finding | None:
    old, new = before.fact, now.fact
    rule = rule_of(old, new, settings)
    if rule is None or (rule == "N102" and _goes_on_in_sum(comparison.new, new)):
        return None
    if rule == "N106" and _each_its_own(comparison, old, new) and _differ(old, new):
        rule = "N101"
    disowned = rule == "N101" and _disowned(comparison.new, new, settings)
    rule = "N106" if disowned else rule
    head = capital(series.label)
    message = f"{head}: {point_words(old)}, {point_words(new)}"
    severity = RULES[rule].severity
    magnitude = 1.0
    certainty = min(old.certainty, new.certainty)
    if (
        rule == "N102"
        and old.table is None
        and alike(wording(old), wording(new)) < settings.restated
    ):
        severity = Severity.WARNING  # "no officer was punished" may be said of one case
    if rule == "N103" and _is_dash(new):
        severity = Severity.WARNING  # which in accounts is nothing, and elsewhere is not known
    if rule in ("N101", "N106"):
        assert old.value is not None and new.value is not None
        magnitude = _size(old.value, new.value)
        if rule == "N101":
            was, is_now = old.value, new.value
            if old.unit != new.unit:  # "one-third" became "52 percent"
                was, is_now = _as_share(old), _as_share(new)
                magnitude = _size(was, is_now)
            message += change_words(was, is_now, new.unit or old.unit)
            severity = Severity.WARNING if magnitude >= settings.small else Severity.NOTE
            if _is_aside(comparison, before):
                severity, certainty = Severity.NOTE, settings.aside * certainty
        else:
            why = "the text itself says so" if disowned else _why_not(old, new)
            message += f"; not comparable: {why}"
    return _finding(
        comparison,
        rule,
        severity,
        message + ".",
        before,
        now,
        series.measure,
        magnitude=magnitude,
        certainty=certainty,
    )


def _is_dash(fact: Fact) -> bool:
    """Whether a cell only holds a dash."""
    return fact.table is not None and not any(map(str.isalnum, fact.quote))


def _goes_on_in_sum(reading: Reading, fact: Fact) -> bool:
    """Whether a row that has nothing for a part of the year has something for all of it."""
    if fact.table is None or fact.period is None:
        return False
    return any(
        other.value
        and (other.label, other.unit) == (fact.label, fact.unit)
        and other.period is not None
        and other.period.start <= fact.period.start
        and fact.period.end <= other.period.end
        and other.period.days > fact.period.days
        for other in _beside(reading, fact)
    )


def _each_its_own(comparison: Comparison, old: Fact, new: Fact) -> bool:
    """Whether both figures are for the stretches of their editions, as long: half after half."""
    periods = comparison.old.edition.period, comparison.new.edition.period
    if old.observed or new.observed or turned(old, new):
        return False
    if (old.period, new.period) != periods or _other_unit(old, new) or _other_bound(old, new):
        return False
    first, second = periods
    return bool(first and second) and abs(_days(first) - _days(second)) <= _HALF_YEARS_APART


def _days(period: Period | None) -> int:
    return period.days if period else 0


_HALF_YEARS_APART = 4  # days between the halves or quarters of a year


def _is_aside(comparison: Comparison, before: Point) -> bool:
    """Whether the old edition gave a figure of an earlier year only to compare its own with it."""
    edition = comparison.old.edition
    if before.side is not Side.OLD or edition.year is None or before.fact.year is None:
        return False
    compares = _IN_COMPARISON.search(edition.sentences[before.fact.sentence].text)
    return before.fact.year < edition.year and compares is not None


_IN_COMPARISON = re.compile(r"\bin comparison\b", re.IGNORECASE)


def _disowned(reading: Reading, fact: Fact, settings: Detecting) -> bool:
    """Whether a remark by a table says that its figures are not to be set beside earlier ones."""
    if fact.table is None:
        return False
    sentences = reading.edition.sentences
    behind = sentences[fact.sentence : fact.sentence + settings.not_comparable]
    home = sentences[fact.sentence].section
    return any(
        one.section == home and _NOT_COMPARABLE.search(one.text)
        for one in behind
        if "comparable" in one.text
    )


def rule_of(old: Fact, new: Fact, settings: Detecting) -> str | None:
    """Which rule two points of a series fall under, if any."""
    was = old.status is Status.REPORTED and old.value is not None
    given = new.status is Status.REPORTED and new.value is not None
    if was and old.value and (new.status is Status.NONE or (given and _is_none(old, new))):
        return "N102" if _as_long(old, new) else "N106"
    if was and new.status in (Status.NOT_REPORTED, Status.UNKNOWN):
        return "N103"
    unknown = old.status in (Status.NOT_REPORTED, Status.UNKNOWN)
    if (not was and given) or (unknown and new.status is Status.NONE):
        return "N104"
    if not (was and given) or _share_and_sum(old, new):
        return None
    if _other_unit(old, new) or _other_bound(old, new) or turned(old, new):
        return "N106"
    if _same_time(old, new):
        return None
    if not comparable(old, new, settings):
        return "N106" if old.value != new.value else None  # nothing to compare wrongly
    return "N101" if _differ(old, new) else None


def _is_none(old: Fact, new: Fact) -> bool:
    """Whether a value of 0 says that there is none: beside a bare fraction it may be rounded."""
    counts = new.unit is not None or (old.value is not None and abs(old.value) >= 1)
    return new.value == 0 and counts


def _share_and_sum(old: Fact, new: Fact) -> bool:
    """Whether one figure is a percentage and the other a sum of money: of two measures, then."""
    units = {old.unit, new.unit}
    return "%" in units and any(unit and unit.isupper() and len(unit) == _CODE for unit in units)


_CODE: Final = 3  # letters of a currency, ISO 4217


def _same_time(old: Fact, new: Fact) -> bool:
    """Whether two figures are for the same days, as of the last of them or for all."""
    first, second = old.period, new.period
    assert first is not None and second is not None  # as all points of a series have
    return (first.start, first.end) == (second.start, second.end)


def _as_long(old: Fact, new: Fact) -> bool:
    """Whether the stretch in which there were none is not much shorter than the one before."""
    first, second = old.period, new.period
    assert first is not None and second is not None  # as all points of a series have
    return first.as_of or second.as_of or 2 * second.days > first.days


def _other_unit(old: Fact, new: Fact) -> bool:
    """Whether two figures are in unlike units; a fraction and a percentage are alike."""
    if {old.kind, new.kind} == {FactKind.SHARE} and {old.unit, new.unit} == {None, "%"}:
        return False
    if _left_out(old, new):
        return False
    return old.unit != new.unit or per(old) != per(new)


def _left_out(old: Fact, new: Fact) -> bool:
    """Whether of two cells one has a unit, and the table of the other leaves it out."""
    units = {old.unit, new.unit}
    in_tables = old.table is not None and new.table is not None
    whole = all(scale_of(unit)[0] == 1 for unit in units)
    return in_tables and whole and None in units and "%" not in units


def _as_share(fact: Fact) -> Decimal:
    """A value in percent, where it is a fraction in words."""
    assert fact.value is not None  # as only reported figures are compared
    fraction = fact.kind is FactKind.SHARE and fact.unit is None
    return round(fact.value * 100, 1) if fraction else fact.value


def _other_bound(old: Fact, new: Fact) -> bool:
    """Whether one figure is bounded from above and the other from below."""
    sides = {old.bound in _ABOVE, new.bound in _ABOVE} if _bounded(old) and _bounded(new) else {0}
    return len(sides) > 1


def _bounded(fact: Fact) -> bool:
    return fact.bound in _ABOVE or fact.bound in _BELOW


_ABOVE = frozenset({Bound.MORE_THAN, Bound.AT_LEAST})
_BELOW = frozenset({Bound.LESS_THAN, Bound.AT_MOST})


def comparable(old: Fact, new: Fact, settings: Detecting) -> bool:
    """Whether two figures are for like kinds of period, so that a percentage of change means much.

    A stock as of a day compares with one as of about the same day of another year; a flow over a
    stretch with one over a stretch as long and of the same months.
    """
    assert old.period is not None and new.period is not None  # as all points of a series are
    if old.observed or new.observed:
        return _seen_alike(old, new)
    first, second = old.period, new.period
    if first.start == second.start and first.label == second.label:
        return True  # "since 2007", told a year later
    if first.as_of and second.as_of:
        apart = abs(first.end.month - second.end.month)
        return min(apart, 12 - apart) <= settings.same_months
    if first.as_of != second.as_of:
        stock, flow = (first, second) if first.as_of else (second, first)
        return flow.full_year and stock.end.month == flow.end.month
    if min(first.days, second.days) <= 1 < settings.same_days:
        return False  # single days tell of events, each its own
    moved = abs(first.end.month - second.end.month) % 12
    alike = abs(first.days - second.days) <= settings.same_days
    return alike and (moved == 0 or first.full_year)


def _seen_alike(old: Fact, new: Fact) -> bool:
    """Whether two counts, one or both as seen on a day, cover stretches that are as long."""
    days = [_days_seen(fact) for fact in (old, new)]
    return abs(days[0] - days[1]) <= _MONTH


_MONTH = 31


def _days_seen(fact: Fact) -> int:
    """The days from the beginning of a figure's period to the day as of which it was told."""
    assert fact.period is not None
    end = fact.observed.end if fact.observed else fact.period.end
    return (end - fact.period.start).days


def _why_not(old: Fact, new: Fact) -> str:
    if _other_unit(old, new):
        return "the units differ"
    if _other_bound(old, new):
        return "one is a least, the other a most"
    if turned(old, new):
        return "one is a loss, the other a gain"
    return "the periods differ"


def _differ(old: Fact, new: Fact) -> bool:
    """Whether two values differ beyond the rounding that their bounds admit."""
    if old.value is None or new.value is None or old.value == new.value:
        return False
    if old.unit != new.unit:
        return abs(_as_share(old) - _as_share(new)) >= 1
    if Bound.EXACT in (old.bound, new.bound) and old.bound is new.bound:
        return True
    near = "0.1" if _within_bound(old, new) or _within_bound(new, old) else "0.02"
    loose = max(abs(old.value), abs(new.value)) * Decimal(near)
    return abs(old.value - new.value) > loose


def _within_bound(bounded: Fact, plain: Fact) -> bool:
    """Whether a value is one that the bound of the other admits: 933 is "at least 900"."""
    if plain.bound is not Bound.EXACT or plain.value is None or bounded.value is None:
        return False
    if bounded.bound in _ABOVE:
        return plain.value >= bounded.value
    return bounded.bound in _BELOW and plain.value <= bounded.value


def _size(old: Decimal, new: Decimal) -> float:
    """How large a change is, from 0 to 1: half or double is 0.5, to nothing is 1."""
    large = max(abs(old), abs(new))
    return float(abs(new - old) / large) if large else 0.0


def _finding(
    comparison: Comparison,
    rule: str,
    severity: Severity,
    message: str,
    before: Point,
    now: Point,
    measure: str,
    magnitude: float,
    certainty: float,
) -> Finding:
    return Finding(
        rule=RULES[rule],
        severity=severity,
        message=message,
        section=section_title(comparison.new, now.fact.sentence),
        old=_evidence(comparison, before),
        new=_evidence(comparison, now),
        change=Change(before.fact.value, now.fact.value),
        measure=measure,
        period=now.fact.period.label if now.fact.period else "",
        values=(_identity(before.fact), _identity(now.fact)),
        magnitude=magnitude,
        certainty=certainty,
    )


def _evidence(comparison: Comparison, point: Point) -> Evidence:
    reading = comparison.old if point.side is Side.OLD else comparison.new
    return evidence(point.side, reading, point.fact)


def _identity(fact: Fact) -> str:
    return str(fact.value) if fact.status is Status.REPORTED else fact.status.value
