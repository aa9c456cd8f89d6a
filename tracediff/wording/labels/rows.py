"""Several facts of one measure in, the best of their labels out."""

from __future__ import annotations

from collections.abc import Iterable

from tracediff.model import Fact


def row_label(facts: Iterable[Fact]) -> str:
    """The best label of several facts of one measure, or "a figure" where none has one.

    The fullest is the best, of equally full ones the first.
    """
    labels = [fact.label or fact.measure for fact in facts]
    return max(labels, key=lambda label: len(label.split()), default="") or "a figure"
