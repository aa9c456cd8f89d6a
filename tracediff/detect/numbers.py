"""What became of each figure that both editions give: changed, withheld, given, restated.

A detector is a plain function from a comparison to findings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Final

from tracediff.detect.changed import finding_of, size
from tracediff.detect.comparable import as_share, differ, each_its_own, rule_of, why_not
from tracediff.detect.movements import Movements
from tracediff.detect.phrasing import capital, change_words, point_words
from tracediff.detect.points import before_and_now
from tracediff.detect.restated import is_dash, restated
from tracediff.detect.stayed import partners, stayed
from tracediff.ledger.likeness import alike, turned, wording
from tracediff.model import (
    Comparison,
    Fact,
    Finding,
    LinkKind,
    Point,
    Reading,
    Series,
    Severity,
    Side,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.wording.values import significant

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
    return (fact.value, fact.period.end) if significant(fact.value) >= _DIGITS else None


_DIGITS: Final = 4
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


def _transition(
    comparison: Comparison, series: Series, before: Point, now: Point, settings: Detecting
) -> Finding | None:
    old, new = before.fact, now.fact
    rule = rule_of(old, new, settings)
    if rule is None or (rule == "N102" and _goes_on_in_sum(comparison.new, new)):
        return None
    if rule == "N106" and each_its_own(comparison, old, new) and differ(old, new):
        rule = "N101"
    disowned = rule == "N101" and _disowned(comparison.new, new, settings)
    rule = "N106" if disowned else rule
    message = _both(series, old, new)
    severity = RULES[rule].severity
    magnitude = 1.0
    certainty = min(old.certainty, new.certainty)
    if (
        rule == "N102"
        and old.table is None
        and alike(wording(old), wording(new)) < settings.restated
    ):
        severity = Severity.WARNING  # "no officer was punished" may be said of one case
    if rule in ("N102", "N103") and is_dash(new):
        severity = Severity.WARNING  # which in accounts is nothing, and elsewhere is not known
    if rule in ("N101", "N106"):
        assert old.value is not None
        assert new.value is not None
        magnitude = size(old.value, new.value)
        if rule == "N101":
            was, is_now = old.value, new.value
            if old.unit != new.unit:  # "one-third" became "52 percent"
                was, is_now = as_share(old), as_share(new)
                magnitude = size(was, is_now)
            message += change_words(was, is_now, new.unit or old.unit)
            severity = Severity.WARNING if magnitude >= settings.small else Severity.NOTE
            if _is_aside(comparison, before):
                severity, certainty = Severity.NOTE, settings.aside * certainty
        else:
            why = "the text itself says so" if disowned else why_not(old, new)
            message += f"; not comparable: {why}"
    return finding_of(
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


def _both(series: Series, old: Fact, new: Fact) -> str:
    """Both values under the name of the series; a loss and a profit each under its own."""
    if turned(old, new):
        names = capital(old.label or series.label), new.label or series.label
        return f"{names[0]}: {point_words(old)}; {names[1]}: {point_words(new)}"
    return f"{capital(series.label)}: {point_words(old)}, {point_words(new)}"


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
