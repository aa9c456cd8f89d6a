"""Two values of one measure: under which rule they fall, and why where they cannot be compared."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tracediff.detect.comparable import rule_of, why_not
from tracediff.model import Bound, Fact, FactKind, Period, Span, Status
from tracediff.settings import Detecting


def span(text: str) -> Period:
    """A period: "2022-01-01 2022-12-31", or one day as of which something stood: "as of …"."""
    as_of = text.startswith("as of ")
    days = [date.fromisoformat(day) for day in text.removeprefix("as of ").split()]
    return Period(days[0], days[-1], text, as_of)


def figure(text: str, period: str, seen: str = "") -> Fact:
    """A fact: "> 12 kg", "none", "? of a table", "half"."""
    tabular = text.endswith(" of a table")
    words = text.removesuffix(" of a table").split()
    bound = {">": Bound.MORE_THAN, "<": Bound.LESS_THAN, "≥": Bound.AT_LEAST, "≤": Bound.AT_MOST}
    held = bound.get(words[0], Bound.EXACT)
    words = words[held is not Bound.EXACT :]
    status = {"none": Status.NONE, "?": Status.UNKNOWN, "unsaid": Status.NOT_REPORTED}
    said = status.get(words[0], Status.REPORTED)
    fraction = words[0].startswith("1/")
    number = Decimal(1) / Decimal(words[0][2:]) if fraction else words[0]
    return Fact(
        index=0,
        sentence=0,
        at=Span(0, 1),
        span=Span(0, 1),
        quote=words[0],
        value=Decimal(number) if said is Status.REPORTED else None,
        unit=" ".join(words[1:]) or None,
        counted="boats",
        measure="boats",
        period=span(period),
        status=said,
        bound=held,
        kind=FactKind.SHARE if fraction or words[-1] == "%" else FactKind.LEVEL,
        table=0 if tabular else None,
        observed=span(seen) if seen else None,
    )


Y1, Y2 = "2021-01-01 2021-12-31", "2022-01-01 2022-12-31"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("40", "52", "N101"),
        ("40", "40", None),
        ("40", "none", "N102"),
        ("40", "0", "N102"),
        ("40", "?", "N103"),
        ("40", "unsaid", "N103"),
        ("none", "?", None),
        ("none", "40", "N104"),
        ("?", "40", "N104"),
        ("unsaid", "40", "N104"),
        ("?", "none", "N104"),
        ("unsaid", "none", "N104"),
        ("?", "unsaid", None),
        ("none", "none", None),
        ("0", "none", None),
        ("0", "40", "N101"),
        # fractions and shares
        ("1/2", "0", "N101"),  # perhaps rounded
        ("1/2", "1/4", "N101"),
        ("1/2", "50 %", None),
        ("1/2", "61 %", "N101"),
        ("40 %", "0 %", "N102"),
        ("4.9 % of a table", "0 % of a table", "N101"),
        ("5 % of a table", "0 % of a table", "N102"),
        ("4.9 %", "0 %", "N102"),
        ("40 %", "40 USD", None),
        ("40 USD", "40 %", None),
        ("40 %", "40 tonne", "N106"),
        # one amount in two units, and others
        ("12 tonne", "12000 kilogram", None),
        ("12 tonne", "12001 kilogram", "N106"),
        ("12 tonne", "12 litre", "N106"),
        ("12 tonne", "12", "N106"),
        ("12", "12 tonne", "N106"),
        ("12 tonne of a table", "12 of a table", None),
        ("12 tonne of a table", "14 of a table", "N101"),
        ("12 % of a table", "14 of a table", "N106"),
        ("12 million USD of a table", "14 of a table", "N106"),
        ("12 USD of a table", "14", "N106"),
        ("> 12 tonne", "12000 kilogram", "N106"),
        # bounds
        ("> 40", "> 52", "N101"),
        ("> 40", "≥ 52", "N101"),
        ("> 40", "< 52", "N106"),
        ("≥ 40", "≤ 40", "N106"),
        ("≤ 40", "< 52", "N101"),
        ("40", "≤ 52", "N101"),
    ],
)
def test_two_values_of_two_years_fall_under_one_rule(old: str, new: str, rule: str | None) -> None:
    assert rule_of(figure(old, Y1), figure(new, Y2), Detecting()) == rule


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("2021-01-01 2021-12-31", "2021-01-01 2021-12-31", None),  # one time twice
        ("2021-01-01 2021-12-31", "as of 2022-12-31", "N101"),  # a year, and its end
        ("as of 2021-12-31", "2022-01-01 2022-12-31", "N101"),
        ("2021-01-01 2021-12-31", "as of 2022-06-30", "N106"),
        ("2021-01-01 2021-06-30", "as of 2022-06-30", "N106"),
        ("as of 2021-12-31", "as of 2022-12-31", "N101"),
        ("as of 2021-12-31", "as of 2022-11-30", "N101"),
        ("as of 2021-12-31", "as of 2023-01-31", "N101"),
        ("as of 2021-12-31", "as of 2022-10-31", "N106"),
        ("as of 2021-12-31", "as of 2023-02-28", "N106"),
        ("2021-01-01 2021-06-30", "2022-01-01 2022-06-30", "N101"),
        ("2021-01-01 2021-06-30", "2022-07-01 2022-12-31", "N106"),
        ("2021-01-01 2021-06-30", "2022-01-01 2022-12-31", "N106"),
        ("2020-07-01 2021-06-30", "2022-01-01 2022-12-31", "N101"),  # years, if not alike
        ("2021-02-01 2021-02-28", "2022-02-01 2022-02-28", "N101"),
        ("2021-01-01 2021-06-30", "2022-01-07 2022-06-30", "N101"),
        ("2021-01-01 2021-06-30", "2022-01-08 2022-06-30", "N106"),
        ("2021-06-30", "2022-06-30", "N101"),
        ("2021-06-30", "2022-06-29", "N106"),
        ("2021-06-30", "2022-05-30", "N106"),
        ("2021-06-29 2021-06-30", "2022-06-29 2022-06-30", "N101"),
    ],
)
def test_only_like_stretches_are_compared(old: str, new: str, rule: str | None) -> None:
    assert rule_of(figure("40", old), figure("52", new), Detecting()) == rule
    assert rule_of(figure("40", old), figure("40", new), Detecting()) is None


@pytest.mark.parametrize(
    ("new", "rule"),
    [
        ("2022-01-01 2022-12-31", "N102"),
        ("2022-01-01 2022-07-03", "N102"),  # 184 days, more than half
        ("2022-01-01 2022-07-01", "N106"),  # 182 days
        ("as of 2022-03-01", "N102"),
    ],
)
def test_none_in_a_short_stretch_is_no_fall_to_none(new: str, rule: str) -> None:
    assert rule_of(figure("40", Y1), figure("none", new), Detecting()) == rule
    assert rule_of(figure("40", "as of 2021-12-31"), figure("none", new), Detecting()) == "N102"


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("as of 2021-10-31", "as of 2022-10-31", "N101"),
        ("as of 2021-10-31", "as of 2022-12-01", "N101"),  # 31 days more
        ("as of 2021-10-31", "as of 2022-12-02", "N106"),
        ("as of 2021-12-31", "", "N101"),
        ("as of 2021-06-30", "", "N106"),
    ],
)
def test_counts_as_of_a_day_are_compared_by_the_days_they_cover(
    old: str, new: str, rule: str
) -> None:
    assert rule_of(figure("40", Y1, old), figure("52", Y2, new), Detecting()) == rule


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("12 tonne", "12 litre", "the units differ"),
        ("> 40", "< 52", "one is a least, the other a most"),
        ("40", "52", "the periods differ"),
    ],
)
def test_why_two_values_are_not_compared(old: str, new: str, why: str) -> None:
    assert why_not(figure(old, Y1), figure(new, Y2)) == why
