"""Two points of a series in: whether they differ and may be compared, and under which rule."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.ledger.likeness import per, turned
from tracediff.lexicon.units import in_base
from tracediff.model import Bound, Comparison, Fact, FactKind, Period, Status, scale_of
from tracediff.settings import Detecting


def each_its_own(comparison: Comparison, old: Fact, new: Fact) -> bool:
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


def rule_of(old: Fact, new: Fact, settings: Detecting) -> str | None:
    """Which rule two points of a series fall under, if any."""
    was = old.status is Status.REPORTED and old.value is not None
    given = new.status is Status.REPORTED and new.value is not None
    if was and old.value and (new.status is Status.NONE or (given and _is_none(old, new))):
        if _may_be_rounded(old, new):
            return "N101"
        return "N102" if _as_long(old, new) else "N106"
    if was and new.status in (Status.NOT_REPORTED, Status.UNKNOWN):
        return "N103"
    unknown = old.status in (Status.NOT_REPORTED, Status.UNKNOWN)
    if (not was and given) or (unknown and new.status is Status.NONE):
        return "N104"
    if not (was and given) or _share_and_sum(old, new):
        return None
    if _other_unit(old, new) and _one_amount(old, new):
        return None
    if _other_unit(old, new) or _other_bound(old, new) or turned(old, new):
        return "N106"
    if _same_time(old, new):
        return None
    if not comparable(old, new, settings):
        return "N106" if old.value != new.value else None  # nothing to compare wrongly
    return "N101" if differ(old, new) else None


def _may_be_rounded(old: Fact, new: Fact) -> bool:
    """Whether a share of 0 in a table may be of a few after all, as the small one before was."""
    shares = old.unit == new.unit == "%" and new.table is not None
    return shares and new.value == 0 and old.value is not None and abs(old.value) < _SMALL


_SMALL: Final = 5  # percent


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
    assert first is not None  # as all points of a series have
    assert second is not None
    return (first.start, first.end) == (second.start, second.end)


def _as_long(old: Fact, new: Fact) -> bool:
    """Whether the stretch in which there were none is not much shorter than the one before."""
    first, second = old.period, new.period
    assert first is not None  # as all points of a series have
    assert second is not None
    return first.as_of or second.as_of or 2 * second.days > first.days


def _other_unit(old: Fact, new: Fact) -> bool:
    """Whether two figures are in unlike units; a fraction and a percentage are alike."""
    if {old.kind, new.kind} == {FactKind.SHARE} and {old.unit, new.unit} == {None, "%"}:
        return False
    if _left_out(old, new):
        return False
    bases = {per(old), per(new)}
    untold = "" in bases and None not in (old.table, new.table)  # the caption may say it
    return old.unit != new.unit or (len(bases) > 1 and not untold)


def _one_amount(old: Fact, new: Fact) -> bool:
    """Whether two values are one amount in a unit and a multiple of it: 12 tonnes, 12,000 kg."""
    if not (old.unit and new.unit and old.value and new.value) or old.bound is not new.bound:
        return False
    (one, base), (two, other) = in_base(old.unit), in_base(new.unit)
    return base == other and old.value * one == new.value * two and per(old) == per(new)


def _left_out(old: Fact, new: Fact) -> bool:
    """Whether of two cells one has a unit, and the table of the other leaves it out."""
    units = {old.unit, new.unit}
    in_tables = old.table is not None and new.table is not None
    whole = all(scale_of(unit)[0] == 1 for unit in units)
    return in_tables and whole and None in units and "%" not in units


def as_share(fact: Fact) -> Decimal:
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
    stretch with one over a stretch as long and of the same months; a day with the same of a year.
    """
    assert old.period is not None  # as all points of a series are
    assert new.period is not None
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
        return _same_day(first, second)  # other single days tell of events, each its own
    alike = abs(first.days - second.days) <= settings.same_days
    return alike and (first.end.month == second.end.month or first.full_year)


def _same_day(one: Period, two: Period) -> bool:
    """Whether two periods are the same day of two years: "on June 30 the courts held 12 files"."""
    days = one.days == two.days == 1
    return days and (one.start.month, one.start.day) == (two.start.month, two.start.day)


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


def why_not(old: Fact, new: Fact) -> str:
    """Why two figures are not compared."""
    if _other_unit(old, new):
        return "the units differ"
    if _other_bound(old, new):
        return "one is a least, the other a most"
    if turned(old, new):
        return "one is a loss, the other a gain"
    return "the periods differ"


def differ(old: Fact, new: Fact) -> bool:
    """Whether two values differ beyond the rounding that their bounds admit."""
    if old.value is None or new.value is None or old.value == new.value:
        return False
    if old.unit != new.unit:
        return abs(as_share(old) - as_share(new)) >= 1
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
