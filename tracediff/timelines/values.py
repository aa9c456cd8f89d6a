"""A fact in, its value in words out."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from tracediff.model import Bound, Fact

_BOUNDS: Final = {
    Bound.EXACT: "",
    Bound.ABOUT: "about ",
    Bound.AT_LEAST: "at least ",
    Bound.AT_MOST: "at most ",
    Bound.MORE_THAN: "more than ",
    Bound.LESS_THAN: "less than ",
}


def value_words(fact: Fact) -> str:
    """The value with its bound and unit, or the status where there is none."""
    if fact.value is None:
        return fact.status.value.replace("_", " ")
    text = number_words(fact.value)
    unit = fact.unit or ""
    money = len(unit) == 3 and unit.isupper()
    text = f"{text}%" if unit == "%" else f"{unit} {text}" if money else text
    return f"{_BOUNDS[fact.bound]}{text}"


def number_words(number: Decimal) -> str:
    """A number with its thousands set off, without zeros that say nothing.

    >>> number_words(Decimal("1570.50")), number_words(Decimal("2E+3"))
    ('1,570.5', '2,000')
    """
    written = f"{number:,f}"
    return written.rstrip("0").rstrip(".") if "." in written else written
