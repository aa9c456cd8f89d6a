"""Sparks: charts made of characters, for terminals and plain text."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from tracediff.model import Fact, Observation, SectionChange, Status

_STEPS: Final = "▁▂▃▄▅▆▇█"
_GAP: Final = "×"  # not reported or unknown: no height at all, and not zero
_NONE: Final = "_"


def spark(facts: Sequence[Fact | Observation]) -> str:
    """A character for each point, as high as its value is beside the highest; a gap is a cross."""
    top = max((fact.value for fact in facts if fact.value is not None), default=Decimal(0))
    return "".join(_step(fact, top) for fact in facts)


def strip(sections: Sequence[SectionChange], width: int) -> str:
    """The whole text as one line: each section as long as it is, as high as it changed."""
    total = sum(max(1, one.total) for one in sections)
    cells, done = [], 0
    for one in sections:
        start, done = done, done + max(1, one.total)
        first, last = start * width // total, done * width // total
        cells.append(height(one.index) * (last - first))
    return "".join(cells)


def height(share: float) -> str:
    """A share from 0 to 1 as a character; only nothing at all is a blank one.

    >>> height(0), height(0.02), height(1)
    ('·', '▁', '█')
    """
    return "·" if share <= 0 else _STEPS[min(7, int(share * 8))]


def bar(share: float, width: int) -> str:
    """A share from 0 to 1 as a bar on dots.

    >>> bar(0.5, 6)
    '███···'
    """
    full = round(share * width)
    return "█" * full + "·" * (width - full)


def _step(fact: Fact | Observation, top: Decimal) -> str:
    if fact.status is Status.NONE:
        return _NONE
    if fact.value is None:
        return _GAP
    return height(float(fact.value / top)) if top > 0 and fact.value > 0 else _NONE
