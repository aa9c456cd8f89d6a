"""The draft of a fact: a figure as the tokens alone show it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from tracediff.model import Bound


@dataclass(slots=True)
class Figure:
    """A figure on its way to becoming a fact: what the tokens alone say about it.

    ``first`` to before ``stop`` are the tokens of the number with its currency and unit; ``noun``
    is where the noun phrase behind it starts. ``sort`` is count, money, percent, measure, time,
    age, times, share or ratio (the far half of one). ``low`` and ``high`` are the other ends where
    two numbers make one range.
    """

    first: int
    stop: int
    value: Decimal
    sort: str
    unit: str | None = None
    bound: Bound = Bound.EXACT
    word: str | None = None  # the unit as the text names it: pesos, months
    low: Decimal | None = None
    high: Decimal | None = None
    digits: bool = False
    bracket: bool = False
    hyphen: bool = False  # an adjective: 53-percent, 12-member
    bounded: bool = False
    scale: int = 1  # the scale word that closes the number
    moving: bool = False  # an end of "from 21 to 23": two levels, no range
