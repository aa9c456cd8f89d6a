"""Values at a limit and just beyond it: rounding, bounds, shares of a hundred, long numbers."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.detect.test_sums import SHARE, found, read
from tests.detect.test_two_values import Y1, Y2, figure
from tracediff.detect.comparable import differ
from tracediff.detect.phrasing import plain
from tracediff.detect.rounding import half_step, half_unit, may_be_one
from tracediff.model import Bound, Change, Fact, Severity
from tracediff.wording.values import difference, significant


def written(value: str, quote: str) -> Fact:
    return replace(figure(value, Y1), quote=quote)


@pytest.mark.parametrize(
    ("value", "quote", "step"),
    [
        ("412", "412", "0"),
        ("412.5", "412.5", "0.05"),
        ("1060000000", "1.06 billion", "5000000"),
        ("1061000000", "1.061 billion", "500000"),
        ("3000000", "3 million", "500000"),
        ("-3000000", "−3 million", "500000"),
        ("12", "twelve", "0"),
        ("0", "0.0 million", "0"),
        ("1200", "1,200", "0"),
        ("1200.0", "1,200.0", "0.05"),
    ],
)
def test_a_value_may_be_off_by_half_of_its_last_place(value: str, quote: str, step: str) -> None:
    assert half_step(written(value, quote)) == Decimal(step)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (("1060000000", "1.06 billion"), ("1064999999", "1.064999999 billion"), True),
        (("1060000000", "1.06 billion"), ("1065000000", "1.0650 billion"), True),
        (("1060000000", "1.06 billion"), ("1065000001", "1.065000001 billion"), False),
        (("3000000", "3 million"), ("2500000", "2,500,000"), True),
        (("3000000", "3 million"), ("2499999", "2,499,999"), False),
        (("3000000", "3 million"), ("4000000", "4 million"), False),
        (("412", "412"), ("412", "412"), False),
    ],
)
def test_two_values_are_one_within_the_rounding_of_the_coarser(
    one: tuple[str, str], two: tuple[str, str], same: bool
) -> None:
    for first, second in ((one, two), (two, one)):
        assert may_be_one(written(*first), written(*second)) is same


@pytest.mark.parametrize(
    ("old", "new", "other"),
    [
        ("40", "41", True),
        ("40", "40", False),
        ("≥ 900", "933", False),
        ("≥ 900", "1000", False),
        ("≥ 900", "1001", True),
        ("≥ 900", "900.5", False),
        ("≥ 900", "882", False),
        ("≥ 900", "881", True),
        ("≤ 900", "815", False),
        ("≤ 900", "810", False),
        ("≤ 900", "809", True),
        ("≤ 900", "918", False),
        ("≤ 900", "919", True),
        ("> 100", "> 102", False),
        ("> 100", "> 103", True),
        ("1/2", "50 %", False),
        ("1/2", "50.9 %", False),
        ("1/2", "51 %", True),
        ("1/2", "49 %", True),
    ],
)
def test_values_differ_beyond_what_a_bound_admits(old: str, new: str, other: bool) -> None:
    assert differ(figure(old, Y1), figure(new, Y2)) is other
    assert differ(figure(new, Y1), figure(old, Y2)) is other


@pytest.mark.parametrize(
    ("shares", "severity"),
    [
        (("50", "30", "20"), None),
        (("50", "30", "19"), None),
        (("50", "30", "18.5"), Severity.NOTE),
        (("50", "30", "18"), Severity.NOTE),
        (("50", "30", "22"), Severity.WARNING),
        (("50", "30", "21"), None),
        (("50", "30", "10"), Severity.NOTE),
        (("50", "30", "9"), None),
        (("50", "30", "30"), Severity.WARNING),
        (("50", "30", "31"), None),
        (("50.0", "30.0", "19.9"), None),
        (("50.0", "30.0", "19.8"), Severity.NOTE),
    ],
)
def test_shares_make_a_hundred_within_their_rounding_or_were_never_meant_to(
    shares: tuple[str, str, str], severity: Severity | None
) -> None:
    one, two, three = shares
    text = f"Of the ships {one} percent were barges, {two} percent tugs and {three} percent rafts."
    told = found(read(text, *((share, SHARE) for share in shares)))
    assert [finding.severity for finding in told] == ([severity] if severity else [])


MANY = Decimal(10) ** 24


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (MANY, "1.00000e+24"),
        (MANY - 1, "999,999,999,999,999,999,999,999"),
        (-MANY, "-1.00000e+24"),
        (1 / MANY, "0.000000000000000000000001"),
        (1 / (MANY * 10), "1e-25"),
        (Decimal(0), "0"),
        (Decimal("12.50"), "12.5"),
        (Decimal("100"), "100"),
    ],
)
def test_a_countless_value_is_a_power_of_ten(value: Decimal, words: str) -> None:
    assert plain(value) == words


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("10", "100", "×10"),
        ("10", "99.9", "+899%"),
        ("-10", "-100", "×10"),
        ("1", "1000000000000000000000000", "×1.00000e+24"),
        ("1", "999999999999999999999999", "×999,999,999,999,999,999,999,999"),
        ("0", "40", "+40"),
        ("100000", "100001", "0%"),
        ("1000", "1001", "+0.1%"),
        ("40", "40", "0%"),
    ],
)
def test_a_change_is_a_factor_from_tenfold_on(old: str, new: str, words: str) -> None:
    assert difference(Change(Decimal(old), Decimal(new))) == words


def test_how_many_digits_say_something() -> None:
    values = "4100 67.5 -67.5 0 0.05 100 1E+3 10.10 -4"
    assert [significant(Decimal(value)) for value in values.split()] == [2, 3, 3, 1, 1, 1, 1, 3, 1]


def test_half_of_the_last_place() -> None:
    halves = {"12": "0.5", "1.5": "0.05", "1.50": "0.005", "0": "0.5"}
    assert {value: str(half_unit(Decimal(value))) for value in halves} == halves


@pytest.mark.parametrize(
    ("share", "bound", "told"),
    [
        ("25", Bound.EXACT, False),
        ("25.5", Bound.EXACT, True),
        ("26", Bound.EXACT, True),
        ("26", Bound.ABOUT, False),
        ("27", Bound.ABOUT, True),
        ("24", Bound.ABOUT, False),
        ("23", Bound.ABOUT, True),
    ],
)
def test_a_share_of_a_part_is_right_within_its_rounding(
    share: str, bound: Bound, told: bool
) -> None:
    text = f"Of 200 ships, 50 ({share}) were repaired."
    own = {**SHARE, "bound": bound}
    reading = read(text, ("200", {}), ("50", {"part_of": 0}), (share, own))
    assert [one.rule.id for one in found(reading)] == ["A202"] * told
