"""The measure and the period of the earlier edition with another value in, N105 out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from tracediff.detect.changed import finding_of, size
from tracediff.detect.comparable import differ
from tracediff.detect.phrasing import capital, period_words, value_words
from tracediff.detect.points import given
from tracediff.detect.rounding import may_be_one
from tracediff.detect.stayed import partners, stayed
from tracediff.detect.still_given import known, still_given
from tracediff.ledger.likeness import alike, wording
from tracediff.model import (
    Comparison,
    Fact,
    FactKind,
    Finding,
    LinkKind,
    Point,
    Series,
    Severity,
    Side,
    Status,
)
from tracediff.settings import Detecting


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
            if given(old) and new.status in (Status.NOT_REPORTED, Status.UNKNOWN):
                yield _withdrawn(comparison, series, sides[Side.OLD], sides[Side.NEW])
            if not differ(old, new) or not _may_restate(old, new) or may_be_one(old, new):
                continue
            if elsewhere.issuperset((known(old), known(new))):
                continue  # two rows were taken for one, whose values both editions give
            if stayed(series, beside, sides[Side.OLD], sides[Side.NEW]):
                continue
            assert old.value is not None
            assert new.value is not None
            head = capital(series.label)
            dated = (old.dated and new.dated) or _dated_alike(comparison, kept, old, new)
            if not dated or not same_figure(old, new, settings):
                yield _unlike(comparison, series, sides[Side.OLD], sides[Side.NEW])
                continue
            yield finding_of(
                comparison,
                "N105",
                Severity.ERROR,
                f"{head}: the figure {period_words(new.period)} is now given as"
                f" {value_words(new)}; the earlier edition gave {value_words(old)}.",
                sides[Side.OLD],
                sides[Side.NEW],
                series.measure,
                magnitude=size(old.value, new.value),
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
    if _of_accounts(old) != _of_accounts(new):
        return False  # a fiscal year need not be the calendar year of its name
    if old.table is not None and new.table is not None:
        return old.label.casefold() == new.label.casefold()
    return alike(wording(old), wording(new)) >= settings.restated


def _of_accounts(fact: Fact) -> bool:
    """Whether a figure is for a year that the report calls a fiscal one."""
    return fact.period is not None and fact.period.label.startswith("fiscal")


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
    assert old.value is not None
    assert new.value is not None
    return finding_of(
        comparison,
        "N106",
        Severity.NOTE,
        f"{capital(series.label)}: {value_words(new)} {period_words(new.period)}, in the earlier"
        f" edition {value_words(old)}; they may count different things.",
        before,
        now,
        series.measure,
        magnitude=size(old.value, new.value),
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
    return finding_of(
        comparison,
        "N103",
        Severity.WARNING if is_dash(new) else Severity.ERROR,
        f"{capital(series.label)}: the figure {period_words(old.period)}, {value_words(old)} in the"
        f" earlier edition, is now {value_words(new)}.",
        before,
        now,
        series.measure,
        magnitude=1.0,
        certainty=min(old.certainty, new.certainty),
    )


def is_dash(fact: Fact) -> bool:
    """Whether a cell only holds a dash."""
    return fact.table is not None and not any(map(str.isalnum, fact.quote))
