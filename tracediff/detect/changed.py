"""Two points of a series and a rule in, the finding out, with the size of the change."""

from __future__ import annotations

from decimal import Decimal

from tracediff.detect.phrasing import evidence, section_title
from tracediff.ledger.likeness import loses, turned
from tracediff.model import (
    Change,
    Comparison,
    Evidence,
    Fact,
    Finding,
    Point,
    Severity,
    Side,
    Status,
)
from tracediff.rules import RULES


def size(old: Decimal, new: Decimal) -> float:
    """How large a change is, from 0 to 1: half or double is 0.5, to nothing is 1."""
    large = max(abs(old), abs(new))
    return float(abs(new - old) / large) if large else 0.0


def finding_of(
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
    """The finding that sets two points side by side, with the evidence of both."""
    return Finding(
        rule=RULES[rule],
        severity=severity,
        message=message,
        section=section_title(comparison.new, now.fact.sentence),
        old=_evidence(comparison, before),
        new=_evidence(comparison, now),
        change=_change(before.fact, now.fact),
        measure=measure,
        period=now.fact.period.label if now.fact.period else "",
        values=(_identity(before.fact), _identity(now.fact)),
        magnitude=magnitude,
        certainty=certainty,
    )


def _change(old: Fact, new: Fact) -> Change:
    """Both values; of a loss beside a gain, the loss is less than nothing."""
    if not turned(old, new):
        return Change(old.value, new.value)
    was, is_now = (-one.value if one.value and loses(one) else one.value for one in (old, new))
    return Change(was, is_now)


def _evidence(comparison: Comparison, point: Point) -> Evidence:
    reading = comparison.old if point.side is Side.OLD else comparison.new
    return evidence(point.side, reading, point.fact)


def _identity(fact: Fact) -> str:
    return str(fact.value) if fact.status is Status.REPORTED else fact.status.value
