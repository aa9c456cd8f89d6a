"""The value and the unit of a fact: a figure and what it counts in, both out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.extract.counting import Counted
from tracediff.extract.figure import Figure
from tracediff.extract.nouns import singular
from tracediff.lexicon.units import FULL_TIME, MEASURES, PHRASES
from tracediff.settings import Extracting
from tracediff.text.tokens import Tokens


def value_of(figure: Figure, settings: Extracting) -> Decimal:
    """The value of a figure, that of a range in the middle of it where that is asked for."""
    if settings.middle and figure.high is not None:
        return (figure.value + figure.high) / 2
    return figure.value


def unit_of(t: Tokens, figure: Figure, counted: Counted, settings: Extracting) -> str | None:
    """The unit of a figure: its own, full-time work, or the currency of an amount per something."""
    if settings.middle and figure.unit is None and figure.sort == "count":
        return _singular(t, counted)
    if figure.unit is None and figure.sort == "count" and _in_full_time(t, figure, counted):
        return FULL_TIME
    if not settings.middle and figure.sort == "money" and figure.unit and " per " in figure.unit:
        return _CODES.get(figure.unit.split(" per ")[0], figure.unit.split(" per ")[0])
    return figure.unit


def _in_full_time(t: Tokens, figure: Figure, counted: Counted) -> bool:
    """Whether people are counted by the time that they work: "full-time equivalent staff", "40
    staff (FTE)"."""
    said = (counted.text or "").lower().split()
    if not said or not counted.found or counted.change:
        return False
    named = MEASURES.get(said[0]) or PHRASES.get(tuple(said[:2]))
    behind = t.text[counted.stop : counted.stop + 3]
    aside = behind[::2] == ["(", ")"] and MEASURES.get(behind[1]) == FULL_TIME
    return named == FULL_TIME or aside


# What an amount per something is an amount of.
_CODES: Final[dict[str, str]] = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY"}


def _singular(t: Tokens, counted: Counted) -> str | None:
    """What one of the things counted is, with what it is per: "test per day"."""
    if not counted.found or counted.change:
        return None
    unit = (
        f"{t.words(counted.first, counted.stop - 1)} {singular(t.text[counted.stop - 1])}".strip()
    )
    below = MEASURES.get(t.low[counted.stop + 1])
    return f"{unit} per {below}" if t.low[counted.stop] in ("per", "a") and below else unit
