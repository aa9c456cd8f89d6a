"""How values, changes and small charts of characters are written."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.render.reports import report
from tracediff.model import Change, Status
from tracediff.render import sparks
from tracediff.wording import values


@pytest.mark.parametrize(
    ("number", "unit", "written"),
    [
        (None, None, "not given"),
        ("1570", None, "1,570"),
        ("-680000", "USD", "−$680,000"),
        ("3e138", None, "3e+138"),
        ("0.00002", None, "0.00002"),
        ("0.6666666666", None, "0.6667"),
        ("2.50", "%", "2.50%"),
        ("0.70", "USD", "$0.70"),
        ("0.00", "EUR", "€0"),
        ("12.50", "Z$", "Z$12.50"),
    ],
)
def test_a_value_is_written_as_people_write_it(
    number: str | None, unit: str | None, written: str
) -> None:
    assert values.value(None if number is None else Decimal(number), unit) == written


@pytest.mark.parametrize(
    ("old", "new", "unit", "written"),
    [
        (706, 673, None, "−4.7%"),
        (2, 90, None, "×45"),
        (0, 12, None, "+12"),
        (40, 38, "%", "−2 points"),
        (40, 41, "%", "+1 point"),
        (12, 12, None, "0%"),
        (3, 10**40, None, "×3.33333e+39"),
    ],
)
def test_a_change_is_a_share_a_factor_or_a_difference(
    old: int, new: int, unit: str | None, written: str
) -> None:
    assert values.difference(Change(Decimal(old), Decimal(new)), unit) == written


def test_none_stands_on_the_line_and_a_gap_is_a_cross() -> None:
    fact = report().comparison.new.facts[0]
    none = replace(fact, value=Decimal(0), status=Status.NONE)
    gone = replace(fact, value=None, status=Status.NOT_REPORTED)
    assert sparks.spark([fact, none, gone]) == "█_×"
