"""How values, periods and changes are put into words."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracediff.detect.phrasing import change_words, number, period_words, point_words, value_words
from tracediff.model import Bound, Fact, Period, Span, Status


def fact(
    value: str | None,
    unit: str | None = None,
    counted: str | None = None,
    status: Status = Status.REPORTED,
    bound: Bound = Bound.EXACT,
) -> Fact:
    held = None if value is None else Decimal(value)
    return Fact(0, 0, Span(0, 1), Span(0, 1), "", held, unit, counted, "", None, status, bound)


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("11300000", "11.3 million"),
        ("2000000000", "2 billion"),
        ("1234567", "1,234,567"),
        ("1570", "1,570"),
        ("3.50", "3.50"),
        ("3e138", "3e+138"),
        ("5e-30", "5e-30"),
        ("0.00002", "0.00002"),
    ],
)
def test_a_large_number_is_said_in_millions_where_it_is_round(value: str, words: str) -> None:
    assert number(Decimal(value)) == words


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (fact("12", "%"), "12 percent"),
        (fact("12", "USD"), "USD 12"),
        (fact("12", "swiss franc"), "12 Swiss francs"),
        (fact("12", "tonne", "rye"), "12 tonnes"),
        (fact("12", "litre per day"), "12 litres per day"),
        (fact("12", bound=Bound.AT_LEAST), "at least 12"),
        (fact("0", status=Status.NONE), "none"),
        (fact(None, status=Status.NOT_REPORTED), "not reported"),
        (fact(None), "unknown"),
    ],
)
def test_a_value_is_said_with_its_unit_and_its_bound(told: Fact, words: str) -> None:
    assert value_words(told) == words
    assert point_words(told) == words


def period(label: str, last: date = date(2024, 12, 31), as_of: bool = False) -> Period:
    return Period(date(2024, 1, 1), last, label, as_of)


@pytest.mark.parametrize(
    ("told", "status", "words"),
    [
        (None, Status.REPORTED, ""),
        (period("2024"), Status.REPORTED, "in 2024"),
        (period("2024"), Status.NOT_REPORTED, "for 2024"),
        (period("since May 2024"), Status.REPORTED, "since May 2024"),
        (period("first half of 2024"), Status.REPORTED, "in the first half of 2024"),
        (period("May 2024", as_of=True), Status.REPORTED, "as of May 2024"),
        (period("1 January 2024", date(2024, 1, 1)), Status.REPORTED, "on 1 January 2024"),
    ],
)
def test_a_period_is_said_with_the_word_that_it_takes(
    told: Period | None, status: Status, words: str
) -> None:
    assert period_words(told, status) == words


@pytest.mark.parametrize(
    ("old", "new", "unit", "words"),
    [
        ("40", "41", "%", " (up 1 point)"),
        ("40", "35.5", "%", " (down 4.5 points)"),
        ("0", "12", None, ""),
        ("10", "35", None, " (3.5 times as many)"),
        ("80", "90", None, " (up 12 percent)"),
        ("1000", "991", None, " (down 0.9 percent)"),
    ],
)
def test_a_change_is_said_in_points_times_or_percent(
    old: str, new: str, unit: str | None, words: str
) -> None:
    assert change_words(Decimal(old), Decimal(new), unit) == words


def test_a_unit_of_several_words_has_its_own_plural() -> None:
    assert value_words(fact("12", "square foot")) == "12 square feet"
    assert value_words(fact("1", "nepalese rupee")) == "1 Nepalese rupee"
    assert value_words(fact("2", "nepalese rupee")) == "2 Nepalese rupees"
    assert value_words(fact("1", "day")) == "1 day"
    assert value_words(fact("2", "day")) == "2 days"
    assert value_words(fact("3", "kilogram per tonne")) == "3 kilograms per tonne"
    assert value_words(fact("3", "ha")) == "3 ha"
    assert value_words(fact("0.70", "USD")) == "USD 0.70"
