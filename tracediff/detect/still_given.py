"""A comparison in, the figures out that both editions give for one period, in whatever row."""

from __future__ import annotations

from tracediff.model import Comparison, Fact, Reading
from tracediff.wording.values import significant

Known = tuple[object, ...]
_TELLING = 4  # digits of a value that does not come twice by chance


def still_given(comparison: Comparison) -> frozenset[Known]:
    """What is known of the cells of both editions that have one value for one period.

    Rows that are called something else, or set under another head, restate nothing.
    """
    return _cells(comparison.old) & _cells(comparison.new)


def known(fact: Fact) -> Known:
    """What a figure is known by when its row is not: value, unit and period."""
    period = fact.period
    return fact.value, fact.unit, period and period.start, period and period.end


def _cells(reading: Reading) -> frozenset[Known]:
    return frozenset(
        known(fact)
        for fact in reading.facts
        if fact.table is not None and fact.value is not None and significant(fact.value) >= _TELLING
    )
