"""What became of each figure: changed, fell to none, no longer or newly reported, restated.

A detector is a plain function from a comparison to findings.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal

from tracediff.detect.phrasing import (
    capital,
    change_words,
    evidence,
    heading,
    period_words,
    point_words,
    section_title,
    value_words,
)
from tracediff.lexicon.gravity import is_grave
from tracediff.model import (
    Bound,
    Change,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Finding,
    LinkKind,
    Point,
    Reading,
    Series,
    Severity,
    Side,
    Status,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.words import stem


def series_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N101 to N104 and N106: what each series says now, beside what was said before."""
    settled = _settled_sentences(comparison)
    for series in comparison.series:
        pair = _before_and_now(series)
        if pair is None:
            continue
        before, now = pair
        if now.fact.sentence in settled:
            continue
        finding = _transition(comparison, series, before, now, settings)
        if finding is not None:
            yield finding


def restated(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N105: the same measure and period, another value than the earlier edition gave."""
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
            if not _differ(old, new):
                continue
            assert old.value is not None and new.value is not None
            head = capital(series.label)
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


def statement_gone(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N103, weaker: an old sentence with figures has no counterpart, and no series goes on."""
    carried = {(p.side, p.fact.index) for s in comparison.series for p in s.points}
    old = comparison.old
    said = _Said(comparison.new)
    for facts in _alone(comparison, Side.OLD):
        gone = [f for f in facts if (Side.OLD, f.index) not in carried and f not in said]
        if not gone:
            continue
        lead = max(gone, key=lambda f: (f.kind is FactKind.LEVEL, f.certainty, -f.index))
        yield Finding(
            rule=RULES["N103"],
            severity=Severity.WARNING if _weighty(lead, old) else Severity.NOTE,
            message=f"{heading(old, lead)}: {point_words(lead)}; no longer reported.",
            section=section_title(old, lead.sentence),
            old=evidence(Side.OLD, old, lead),
            new=None,
            change=Change(lead.value, None),
            measure=lead.measure,
            period=lead.period.label if lead.period else "",
            values=(str(lead.value),),
            magnitude=0.5,
            certainty=0.7 * lead.certainty,
        )


def newly_given(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N104, weaker: a new sentence with figures has no counterpart in the earlier edition."""
    carried = {(p.side, p.fact.index) for s in comparison.series for p in s.points}
    both = {f.index for f in comparison.new.facts if (Side.NEW, f.index) in carried}
    said = _Said(comparison.old)
    new = comparison.new
    told = {
        pair[1].fact.sentence
        for series in comparison.series
        if (pair := _before_and_now(series)) and _rule(pair[0].fact, pair[1].fact)
    }
    for facts in _alone(comparison, Side.NEW):
        if facts[0].sentence in told:
            continue  # set beside an earlier period there, it is not new
        fresh = [f for f in facts if f.value not in (None, 0) and f not in said]
        if not fresh:
            continue
        lead = max(
            fresh, key=lambda f: (f.kind is FactKind.LEVEL, f.index in both, f.certainty, -f.index)
        )
        yield Finding(
            rule=RULES["N104"],
            severity=Severity.WARNING if _striking(lead, new, settings) else Severity.NOTE,
            message=f"{heading(new, lead)}: {point_words(lead)}; newly reported.",
            section=section_title(new, lead.sentence),
            old=None,
            new=evidence(Side.NEW, new, lead),
            change=Change(None, lead.value),
            measure=lead.measure,
            period=lead.period.label if lead.period else "",
            values=(str(lead.value),),
            magnitude=0.6 if _weighty(lead, new) else 0.3,
            certainty=0.85 * lead.certainty,
        )


NUMBER_DETECTORS = (series_changed, restated, statement_gone, newly_given)


def _settled_sentences(comparison: Comparison) -> frozenset[int]:
    """New sentences that stand in the old edition word for word: nothing in them changed."""
    return frozenset(
        i for link in comparison.alignment.links if link.kind is LinkKind.KEPT for i in link.new
    )


def _alone(comparison: Comparison, side: Side) -> Iterator[Sequence[Fact]]:
    """The figures of each sentence that was dropped or added, sentence by sentence."""
    kind = LinkKind.REMOVED if side is Side.OLD else LinkKind.ADDED
    reading = comparison.old if side is Side.OLD else comparison.new
    alone = {
        i
        for link in comparison.alignment.links
        if link.kind is kind
        for i in (link.old if side is Side.OLD else link.new)
    }
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        counts = fact.kind is not FactKind.LIMIT and fact.value is not None
        counts = counts and bool(fact.unit or _LETTER.search(fact.counted or fact.measure))
        if counts and fact.sentence in alone and not fact.same_as:
            by_sentence[fact.sentence].append(fact)
    yield from by_sentence.values()


class _Said:
    """The figures of an edition, asked whether another one is among them in other words.

    The same value of the same unit is the same figure where it counts the same thing in half of
    the words: 28 deaths of one year are not 28 of another.
    """

    def __init__(self, reading: Reading) -> None:
        self._measures: dict[tuple[Decimal | None, str | None], list[frozenset[str]]] = {}
        for fact in reading.facts:
            self._measures.setdefault((fact.value, fact.unit), []).append(_stems(fact))

    def __contains__(self, fact: Fact) -> bool:
        own = _stems(fact)
        others = self._measures.get((fact.value, fact.unit), ())
        return any(2 * len(own & other) >= min(len(own), len(other)) for other in others)


def _stems(fact: Fact) -> frozenset[str]:
    return frozenset(stem(word) for word in f"{fact.counted or ''} {fact.measure}".split())


def _striking(fact: Fact, reading: Reading, settings: Detecting) -> bool:
    """Whether a figure that is new is one of harm, and not small: a reader must not miss it."""
    year = reading.edition.year
    recent = fact.year is not None and year is not None and year - 1 <= fact.year <= year
    large = settings.striking_change if fact.kind is FactKind.CHANGE else settings.striking_count
    words = reading.edition.sentences[fact.sentence].text.casefold().split()
    counted = fact.kind in (FactKind.LEVEL, FactKind.CHANGE) and fact.unit in (None, "%")
    return recent and counted and (fact.value or 0) >= large and is_grave(words)


_LETTER = re.compile(r"[^\W\d_]")
_OF_THE_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:the|this|reporting|fiscal)\s+(?:year|period)\b")


def _weighty(fact: Fact, reading: Reading) -> bool:
    """Whether a figure is one that the report gives year by year, not the detail of one event.

    It is for the report's own year or the one before, says so, and is more than a handful.
    """
    year = reading.edition.year
    text = reading.edition.sentences[fact.sentence].text
    recent = fact.year is not None and year is not None and year - 1 <= fact.year <= year
    dated = fact.table is not None or _OF_THE_YEAR.search(text) is not None
    return recent and dated and (fact.value or Decimal(0)) >= 10


def _before_and_now(series: Series) -> tuple[Point, Point] | None:
    """The latest the old edition gives beside the latest of the new one.

    Where the old edition does not give the measure, the new edition's own comparison with an
    earlier period stands in. Where a part of the latest year is reported and the rest is not, the
    part is what is compared.
    """
    new = [p for p in series.points if p.side is Side.NEW]
    old = [p for p in series.points if p.side is Side.OLD]
    if not new:
        return None
    latest = new[-1].fact.year
    same_year = [p for p in new if p.fact.year == latest and _given(p.fact)]
    now = new[-1] if _given(new[-1].fact) or latest is None or not same_year else same_year[-1]
    if old and _given(now.fact):
        return old[-1], now
    if old:  # what is withheld now was last given in one edition or the other
        last = [p for p in series.points if _given(p.fact) and _when(p) < _when(now)]
        return (last or old)[-1], now
    before = [p for p in new if p.fact.year != now.fact.year and _when(p) < _when(now)]
    earlier = [p for p in before if _given(p.fact)] or before
    return (earlier[-1], now) if earlier else None


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
    rule = _rule(old, new)
    if rule is None:
        return None
    head = capital(series.label)
    message = f"{head}: {point_words(old)}, {point_words(new)}"
    severity = RULES[rule].severity
    magnitude = 1.0
    if rule in ("N101", "N106"):
        assert old.value is not None and new.value is not None
        magnitude = _size(old.value, new.value)
        if rule == "N101":
            message += change_words(old.value, new.value, new.unit)
            severity = Severity.WARNING if magnitude >= settings.small else Severity.NOTE
        else:
            message += "; the two are not comparable"
            message += f": {_why_not(old, new)}" if _why_not(old, new) else ""
    return _finding(
        comparison,
        rule,
        severity,
        message + ".",
        before,
        now,
        series.measure,
        magnitude=magnitude,
        certainty=min(old.certainty, new.certainty),
    )


def _rule(old: Fact, new: Fact) -> str | None:
    was = old.status is Status.REPORTED and old.value is not None
    given = new.status is Status.REPORTED and new.value is not None
    if was and old.value and (new.status is Status.NONE or (given and new.value == 0)):
        return "N102"
    if was and new.status in (Status.NOT_REPORTED, Status.UNKNOWN):
        return "N103"
    if not was and given:
        return "N104"
    if not (was and given) or old.period == new.period:
        return None
    if not _comparable(old, new):
        return "N106" if old.value != new.value else None  # nothing to compare wrongly
    return "N101" if _differ(old, new) else None


def _comparable(old: Fact, new: Fact) -> bool:
    if old.period is None or new.period is None:
        return False
    if old.period.as_of or new.period.as_of:
        return True
    return abs(old.period.days - new.period.days) <= 6


def _why_not(old: Fact, new: Fact) -> str:
    if old.period is None or new.period is None or old.period.as_of != new.period.as_of:
        return ""
    part, whole = sorted((old, new), key=lambda f: f.period.days if f.period else 0)
    assert part.period is not None and whole.period is not None
    return f"{value_words(part)} covers {period_words(part.period).removeprefix('in ')} only"


def _differ(old: Fact, new: Fact) -> bool:
    """Whether two values differ beyond the rounding that their bounds admit."""
    if old.value is None or new.value is None or old.value == new.value:
        return False
    if Bound.EXACT in (old.bound, new.bound) and old.bound is new.bound:
        return True
    loose = max(abs(old.value), abs(new.value)) * Decimal("0.02")
    return abs(old.value - new.value) > loose


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
