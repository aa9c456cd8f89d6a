"""Sizes in two units, one of which is wrong; and one word in two spellings."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.editions import messages
from tracediff.detect.equations import _rate

RATES = """
minute second 60
hour minute 60
day hour 24
week day 7
kilometre metre 1000
metre centimetre 100
centimetre millimetre 10
mile kilometre 1.609344
nautical mile|metre|1852
yard foot 3
foot inch 12
inch centimetre 2.54
hectare square metre|10000
square kilometre|hectare|100
acre square metre|4046.856
square mile|square kilometre|2.58998811
square foot|square metre|0.09290304
kilogram gram 1000
gram milligram 1000
pound-mass gram 453.59237
ounce gram 28.349523
litre millilitre 1000
cubic metre|litre|1000
kilowatt watt 1000
megawatt kilowatt 1000
gigawatt megawatt 1000
megawatt hour|kilowatt hour|1000
gigawatt hour|megawatt hour|1000
terawatt hour|gigawatt hour|1000
"""


def rates() -> list[tuple[str, str, str]]:
    """Each row: a unit, another one, and how many of these one of it is."""
    found = []
    for row in RATES.strip().splitlines():
        if row.count("|") == 2:
            one, two, rate = row.split("|")
        elif "|" in row:
            units, rate = row.split("|")
            one, _, two = units.partition(" ")
        else:
            one, two, rate = row.split()
        found.append((one, two, rate))
    return found


@pytest.mark.parametrize(("one", "two", "rate"), rates())
def test_a_unit_converts_at_its_rate(one: str, two: str, rate: str) -> None:
    told, back = _rate(one, two, timed=True), _rate(two, one, timed=True)
    assert told is not None
    assert back is not None
    assert told == pytest.approx(Decimal(rate), rel=Decimal("1e-12"))
    assert told * back == pytest.approx(Decimal(1), rel=Decimal("1e-12"))


def test_what_differs_by_land_or_by_use_does_not_convert() -> None:
    assert _rate("hour", "day", timed=False) is None
    assert _rate("tonne", "kilogram", timed=True) is None
    assert _rate("metre", "gram", timed=True) is None
    assert _rate("metre", "metre", timed=True) is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("labour", "labor"),
        ("organise", "organize"),
        ("organisation", "organization"),
        ("analyse", "analyze"),
        ("centre", "center"),
        ("travelled", "traveled"),
        ("catalogue", "catalog"),
        ("licence", "license"),
        ("programme", "program"),
        ("paediatric", "pediatric"),
        ("foetus", "fetus"),
    ],
)
def test_one_word_in_two_spellings_is_no_change(old: str, new: str) -> None:
    text = "# Review {}\n\nFerries connect the islands. The guild told them of the {} of Rye."
    assert messages(text.format(2019, old), text.format(2020, new)) == {}
    assert messages(text.format(2019, new), text.format(2020, old)) == {}
    assert messages(text.format(2019, old), text.format(2020, f"{old}xy")) != {}
