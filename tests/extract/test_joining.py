"""Figures beside others: ranges, shared units, scores, odds, bounds and mere stretches of time."""

from __future__ import annotations

import pytest

from tracediff.model import Bound

from .ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It cost 3 dollars and 50 cents.", [(3.5, "USD", Bound.EXACT)]),
        ("It cost 3 dollars 50 cents.", [(3.5, "USD", Bound.EXACT)]),
        ("It paid 280 of the 300 dollars.", [(280, "USD", Bound.EXACT), (300, "USD", Bound.EXACT)]),
        ("It paid 280 of the $300.", [(280, "USD", Bound.EXACT), (300, "USD", Bound.EXACT)]),
        ("It paid 3 of the boats.", [(3, None, Bound.EXACT)]),
        ("It used 1/16 of a US pint.", [(0.0625, "pint", Bound.EXACT)]),
        ("It used 1/16 of a pint.", [(0.0625, "pint", Bound.EXACT)]),
        ("It used 1/16 of a day.", [(0.0625, None, Bound.EXACT)]),
        (
            "It lost from 208 pounds to 193.",
            [(208, "pound", Bound.EXACT), (193, "pound", Bound.EXACT)],
        ),
        (
            "Weight fell from 208 kilograms to 193.",
            [(208, "kilogram", Bound.EXACT), (193, "kilogram", Bound.EXACT)],
        ),
        (
            "Emissions fell from 718.7 to 662.3 million tonnes.",
            [(718_700_000, "tonne", Bound.EXACT), (662_300_000, "tonne", Bound.EXACT)],
        ),
        (
            "Catches grew from 240 to 1.2 million tonnes.",
            [(240, "tonne", Bound.EXACT), (1_200_000, "tonne", Bound.EXACT)],
        ),
        (
            "It burnt 9.6 Mtoe and shipped 41 TEUs.",
            [
                (9.6, "megatonne of oil equivalent", Bound.EXACT),
                (41, "twenty-foot equivalent unit", Bound.EXACT),
            ],
        ),
        ("Prices fell 12 percent by 3.", [(12, "%", Bound.EXACT), (3, None, Bound.EXACT)]),
        ("Prices rose 2 percent, fell by 1.", [(2, "%", Bound.EXACT), (1, "%", Bound.EXACT)]),
        ("Prices rose 2 percent, and fell by 1.", [(2, "%", Bound.EXACT), (1, "%", Bound.EXACT)]),
        (
            "Aged 14 to 17 years.",
            [(14, "year of age", Bound.EXACT), (17, "year of age", Bound.EXACT)],
        ),
        (
            "Boys aged 14 years to 17 sailed.",
            [(14, "year of age", Bound.EXACT), (17, "year of age", Bound.EXACT)],
        ),
        (
            "Girls aged 14 and 16 sailed.",
            [(14, "year of age", Bound.EXACT), (16, "year of age", Bound.EXACT)],
        ),
        (
            "Boys aged 5 to 12 sailed 14 boats.",
            [
                (5, "year of age", Bound.EXACT),
                (12, "year of age", Bound.EXACT),
                (14, None, Bound.EXACT),
            ],
        ),
        ("It improved by 0.15 to 0.92.", [(0.15, None, Bound.EXACT), (0.92, None, Bound.EXACT)]),
        ("It grew by 2 to 3 boats.", [(2, None, Bound.AT_LEAST), (3, None, Bound.AT_MOST)]),
        ("Prices rose 18 cents to $2.40.", [(18, "cent", Bound.EXACT), (2.4, "USD", Bound.EXACT)]),
        (
            "Prices rose by 18 cents to $2.40.",
            [(18, "cent", Bound.EXACT), (2.4, "USD", Bound.EXACT)],
        ),
        (
            "Terms of three or four years were given.",
            [(3, "year", Bound.EXACT), (4, "year", Bound.EXACT)],
        ),
        ("It took 3 or 4 boats.", [(3, None, Bound.AT_LEAST), (4, None, Bound.AT_MOST)]),
        ("It took about 3 and 5 boats.", [(3, None, Bound.ABOUT), (5, None, Bound.EXACT)]),
        (
            "It cost $3 to $5 billion.",
            [(3000000000, "USD", Bound.AT_LEAST), (5000000000, "USD", Bound.AT_MOST)],
        ),
        (
            "It cost $3 billion to $5 billion.",
            [(3000000000, "USD", Bound.AT_LEAST), (5000000000, "USD", Bound.AT_MOST)],
        ),
        (
            "It cost $3-$5 per barrel.",
            [(3, "USD", Bound.AT_LEAST), (5, "USD", Bound.AT_MOST)],
        ),
        ("It cost 3% - 5% of sales.", [(3, "%", Bound.AT_LEAST), (5, "%", Bound.AT_MOST)]),
        ("It took from 5 to 3 boats.", [(5, None, Bound.AT_LEAST), (3, None, Bound.AT_MOST)]),
        ("It took 5 to 3 boats.", [(5, None, Bound.EXACT), (3, None, Bound.EXACT)]),
        ("It took 20, 30 boats.", [(20, None, Bound.EXACT), (30, None, Bound.EXACT)]),
        ("Boats rose from 240 to 273.", [(240, None, Bound.EXACT), (273, None, Bound.EXACT)]),
        ("It took 5 – 3 boats.", [(5, None, Bound.EXACT), (3, None, Bound.EXACT)]),
        ("It cost $3 or 4 boats.", [(3, "USD", Bound.EXACT), (4, None, Bound.EXACT)]),
        ("It cost $3 and 5 boats.", [(3, "USD", Bound.EXACT), (5, None, Bound.EXACT)]),
        (
            "It ran three-, five- and ten-mile races.",
            [(3, "mile", Bound.EXACT), (5, "mile", Bound.EXACT), (10, "mile", Bound.EXACT)],
        ),
    ],
)
def test_neighbours_share_a_unit_and_a_range_bounds(
    text: str, expected: list[tuple[float, str | None, Bound]]
) -> None:
    assert [(round(float(f.value or 0), 4), f.unit, f.bound) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Growth was -3 percent.", [(-3, "%", Bound.EXACT)]),
        ("Growth was minus 3 percent.", [(-3, "%", Bound.EXACT)]),
        ("Growth was minus-3 percent.", [(-3, "%", Bound.EXACT)]),
        ("Growth was −3 percent.", [(-3, "%", Bound.EXACT)]),
        (
            'The score is 67% "fans" minus 7% "foes".',
            [(67, "%", Bound.EXACT), (7, "%", Bound.EXACT)],
        ),
        ("It has 40% in favour minus 12%.", [(40, "%", Bound.EXACT), (12, "%", Bound.EXACT)]),
        (
            "It keeps 90 boats minus 5 boats.",
            [(90, None, Bound.EXACT), (5, None, Bound.EXACT)],
        ),
        (
            "It fell from 3 degrees to minus 7 degrees.",
            [(3, "degree", Bound.EXACT), (-7, "degree", Bound.EXACT)],
        ),
        ("The fund lost $-5 million.", [(-5000000, "USD", Bound.EXACT)]),
        ("-3 boats sailed.", [(-3, None, Bound.EXACT)]),
        ("It scored 7.9/10 for trade.", [(7.9, None, Bound.EXACT)]),
        ("It got 83 out of 100.", [(83, None, Bound.EXACT)]),
        ("It got 83 out of 100 marks.", [(83, None, Bound.EXACT), (100, "mark", Bound.EXACT)]),
        ("It won by a ratio of 21 to 1.", [(21, None, Bound.EXACT)]),
        ("Aldermoor won 2-0 in June.", []),
        ("Aldermoor won 3–two in June.", [(3, None, Bound.EXACT)]),
        ("One in four sailors drowned.", [(0.25, None, Bound.EXACT)]),
        ("Nine in ten sailors drowned.", [(0.9, None, Bound.EXACT)]),
        ("Some two in five sailors drowned.", [(0.4, None, Bound.ABOUT)]),
        ("Two out of three sailors drowned.", [(0.6667, None, Bound.EXACT)]),
        ("It won 9 out of 9 suits.", [(9, None, Bound.EXACT), (9, None, Bound.EXACT)]),
        ("95 out of 309 posts were open.", [(95, None, Bound.EXACT), (309, None, Bound.EXACT)]),
        (
            "One doctor serves every 300 sailors.",
            [(1, None, Bound.EXACT), (300, None, Bound.EXACT)],
        ),
        (
            "There were 5 doctors per 300 sailors.",
            [(5, None, Bound.EXACT), (300, None, Bound.EXACT)],
        ),
        ("A total of 12 boats sank.", [(12, None, Bound.EXACT)]),
        ("Just 12 boats sank.", [(12, None, Bound.EXACT)]),
        ("A total of just 12 boats sank.", [(12, None, Bound.EXACT)]),
        ("More than a total of 12 boats sank.", [(12, None, Bound.MORE_THAN)]),
        ("Over another 12 boats sank.", [(12, None, Bound.MORE_THAN)]),
        ("Over three days 12 boats sank.", [(3, "day", Bound.EXACT), (12, None, Bound.EXACT)]),
        (
            "It rose 12 percent over the 38 boats.",
            [(12, "%", Bound.EXACT), (38, None, Bound.EXACT)],
        ),
        ("It rose 12 percent over 38 boats.", [(12, "%", Bound.EXACT), (38, None, Bound.EXACT)]),
        ("500 or more boats sank.", [(500, None, Bound.AT_LEAST)]),
        ("Boats (about 20 percent) sank.", [(20, "%", Bound.ABOUT)]),
        ("Boats ($680,000) sank.", [(680000, "USD", Bound.EXACT)]),
        ("It sailed three years ago with 12 boats.", [(12, None, Bound.EXACT)]),
        ("It sailed the next three days with 12 boats.", [(12, None, Bound.EXACT)]),
        ("It sailed three days after the 12 boats.", [(12, None, Bound.EXACT)]),
        ("It sailed for three days after the storm.", [(3, "day", Bound.EXACT)]),
        (
            "It served a three-year ban on 12 boats.",
            [(3, "year", Bound.EXACT), (12, None, Bound.EXACT)],
        ),
        ("It served a five-year term.", [(5, "year", Bound.EXACT)]),
        ("A five-year plan for 12 boats.", [(12, None, Bound.EXACT)]),
        ("The five year plan for 12 boats.", [(12, None, Bound.EXACT)]),
        ("Up to age 14 they sail.", [(14, "year of age", Bound.AT_MOST)]),
        ("Boats under 18 feet sank.", [(18, "foot", Bound.LESS_THAN)]),
        ("He was under 18 years of age.", [(18, "year of age", Bound.LESS_THAN)]),
    ],
)
def test_signs_odds_scores_and_bounds_are_told_apart(
    text: str, expected: list[tuple[float, str | None, Bound]]
) -> None:
    assert [(round(float(f.value or 0), 4), f.unit, f.bound) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "Fees brought 38 million, tolls 27 million and fines 12 million euros.",
            ["EUR", "EUR", "EUR"],
        ),
        ("Tax will yield 820 million euros, fees 310 million.", ["EUR", "EUR"]),
        ("Loans totalled 74 billion euros, of which 58 billion were for boats.", ["EUR", "EUR"]),
        ("It pumped 5 million tonnes, of which 1 million leaked.", ["tonne", "tonne"]),
        ("Crews of 4 million, of which 1 million fled.", [None, None]),
        ("Crews and pilots worked 3 million and 24 million hours respectively.", ["hour", "hour"]),
        ("Some 4 million fled; aid cost 3 million euros.", [None, "EUR"]),
        ("Some 4 million fled, and aid cost 300 euros.", [None, "EUR"]),
    ],
)
def test_a_unit_that_is_said_once_holds_for_the_whole_list(
    text: str, units: list[str | None]
) -> None:
    assert [fact.unit for fact in ledger(text)] == units
