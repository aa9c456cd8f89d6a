"""What one amount is of another, a change and the level that it leads to, and what was before."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

import pytest

from tracediff.extract.periods import find_mentions
from tracediff.model import Bound, FactKind, Period

from .ledger_of import ledger

Told = tuple[str, str, FactKind]
CHANGE, LEVEL, SHARE = FactKind.CHANGE, FactKind.LEVEL, FactKind.SHARE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Crew costs as a percentage of net sales decreased 15 basis points to 9.1%.",
            [
                ("15 basis points", "decrease in crew costs as percentage of net sales", CHANGE),
                ("9.1%", "crew costs as a percentage of net sales", SHARE),
            ],
        ),
        (
            "Exports as a share of output rose to 12%.",
            [("12%", "exports as a share of output", SHARE)],
        ),
        ("Debt as a % of equity was 40%.", [("40%", "debt as a % of equity", SHARE)]),
        (
            "Food losses as a proportion of harvests fell to 9%.",
            [("9%", "food losses as a proportion of harvests", SHARE)],
        ),
        ("As a part of the deal was dropped, 9 boats left.", [("9", "boats left", LEVEL)]),
    ],
)
def test_what_is_a_share_of_another_is_named_with_both(text: str, expected: list[Told]) -> None:
    assert [(f.quote, f.label, f.kind) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Membership grew by 8 to 220.",
            [("8", "increase in membership", CHANGE), ("220", "membership", LEVEL)],
        ),
        (
            "Complaints fell by 12 to 95 in May.",
            [("12", "decrease in complaints", CHANGE), ("95", "complaints", LEVEL)],
        ),
        (
            "Profit fell by $12 million to $95 million.",
            [("$12 million", "decrease in profit", CHANGE), ("$95 million", "profit", LEVEL)],
        ),
        (
            "Prices grew by 8 to 10 percent.",
            [("8", "increase in prices", CHANGE), ("10 percent", "increase in prices", CHANGE)],
        ),
        (
            "The increase in fees was 12 crowns.",
            [("12 crowns", "increase in fees", CHANGE)],
        ),
        (
            "The drop in the number of raids was 14%.",
            [("14%", "decrease in raids", CHANGE)],
        ),
        ("The rise was 9 crowns.", [("9 crowns", "rise", LEVEL)]),
        (
            "Average number of ports increased 14%.",
            [("14%", "increase in average number of ports", CHANGE)],
        ),
    ],
)
def test_a_change_stands_beside_its_level(text: str, expected: list[Told]) -> None:
    assert [(f.quote, f.label, f.kind) for f in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "bound", "kind"),
    [
        ("The costs added up to 120 crowns.", Bound.EXACT, LEVEL),
        ("Rents and fees add up to 40 crowns.", Bound.EXACT, LEVEL),
        ("Rent went up to 120 crowns.", Bound.EXACT, LEVEL),
        ("The port added up to 40 boats.", Bound.AT_MOST, LEVEL),
        ("It cost up to 120 crowns.", Bound.AT_MOST, LEVEL),
        ("Up to 40 boats sank.", Bound.AT_MOST, LEVEL),
    ],
)
def test_a_sum_is_no_upper_bound(text: str, bound: Bound, kind: FactKind) -> None:
    (fact,) = ledger(text)
    assert (fact.bound, fact.kind) == (bound, kind)


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("The guild has 650 boats, which had been 700.", [2020, 2019]),
        ("In 2018 it paid a fee of 9 crowns, which had been 12 crowns.", [2018, 2017]),
        ("It runs 40 shops, which had been 44 in 2015.", [2020, 2015]),
        ("It runs 40 shops, of which 12 had been sold.", [2020, 2020]),
        ("It sold 40 boats, which had been built by 9 crews.", [2020, 2020]),
        ("The toll was 300, unchanged from last year.", [2020]),
        ("Catches were 12 tons, unchanged on 2019.", [2020]),
        ("The fee was 9%, unchanged from the previous year.", [2020]),
        ("Compared with last year, 40 of the 90 boats were lost.", [2020, 2020]),
        ("Compared to the 2015 survey, 12 of the 30 ports had grown.", [2020, 2020]),
    ],
)
def test_what_was_before_is_for_the_year_before(text: str, years: list[int]) -> None:
    assert [fact.year for fact in ledger(text)] == years


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Compared to our 2010 figures, we grew a lot.", "These members came from 12 towns."),
        ("Against its 2015 levels, trade is strong.", "These boats carried 40 loads."),
        ("Compared with their 2012 rates, rents are low.", "They were paid for 9 shops."),
    ],
)
def test_a_comparison_does_not_date_what_follows(first: str, second: str) -> None:
    assert [fact.year for fact in ledger(first, second)] == [2020]


@pytest.mark.parametrize(
    "second",
    [
        "Among them, 55 were cooks.",
        "Among these, 12 boats were blue.",
        "Among the boats, 9 sank.",
    ],
)
def test_some_among_those_before_are_of_the_same_year(second: str) -> None:
    assert [f.year for f in ledger("In 2018 it gave aid to 580 crews.", second)] == [2018, 2018]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("In the last quarter, 50 ships came.", ["quarter 4 of 2020"]),
        ("Over the past quarter it sold 9 boats.", ["quarter 4 of 2020"]),
        ("In the last month 9 boats sank.", ["2020"]),
    ],
)
def test_the_last_quarter_of_a_year_is_its_own(text: str, periods: list[str]) -> None:
    assert [fact.period.label for fact in ledger(text) if fact.period] == periods


def test_the_quarter_before_the_last_is_told_from_it() -> None:
    found = ledger("In the last quarter, 50 ships came.", "In the previous quarter 44 ships came.")
    assert [f.period.label for f in found if f.period] == ["quarter 4 of 2020", "quarter 3 of 2020"]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Sick days fell to 31.", "Sick days"),
        ("Bed days in the clinic rose to 31.", "Bed days"),
        ("Training weeks per cook fell to 3.", "Training weeks"),
        ("Pass rates rose to 81%.", "Pass rates"),
        ("Profit fell to 12 crowns.", "Profit"),
        ("Headcount rose to 95.", "Headcount"),
        ("Last year 31 boats sank.", "boats"),
        ("Many were lost in 9 raids.", "raids"),
    ],
)
def test_a_noun_that_looks_like_a_time_or_a_verb_is_a_subject(text: str, counted: str) -> None:
    assert [fact.counted for fact in ledger(text)] == [counted]


@pytest.mark.parametrize(
    ("text", "quotes"),
    [
        ("7digital sold 40 tracks.", ["40"]),
        ("A 503 error stopped 9 payments.", ["9"]),
        ("Readers met a 404 page in 12 visits.", ["12"]),
        ("Help is open 24/7 for 30 ports.", ["30"]),
        ("It hired 12persons in May.", ["12"]),
        ("A 120 seat hall was built.", ["120"]),
        ("It paid a 120 euro fee.", ["120 euro"]),
        ("The list of the U. 8S. has 9 ships.", ["9"]),
    ],
)
def test_a_number_that_names_counts_nothing(text: str, quotes: list[str]) -> None:
    assert [fact.quote for fact in ledger(text)] == quotes


@pytest.mark.parametrize(
    ("text", "units", "counted"),
    [
        ("The office has 412.5 FTE.", [True], ["FTE"]),
        ("Staff numbered 12.5 full-time equivalents (FTEs).", [True], ["Staff"]),
        ("The port employs 40 FTE cooks.", [True], ["cooks"]),
        ("The ward had 212 cooks (FTE) and 9 pilots.", [True, False], ["cooks", "pilots"]),
        (
            "The average number of full-time equivalent cooks was 310.",
            [True],
            ["full-time equivalent cooks"],
        ),
        (
            "Headcount rose by 12 FTEs to 95 FTEs.",
            [True, True],
            ["Headcount", "Headcount"],
        ),
        ("In 2020 the clinic employed 28.5 whole-time equivalent cooks.", [True], ["cooks"]),
        ("The fund had an increase of 12 in full-time equivalent staff.", [False], [None]),
    ],
)
def test_people_by_the_time_that_they_work_have_a_unit(
    text: str, units: list[bool], counted: list[str]
) -> None:
    found = ledger(text)
    assert [fact.unit == "full-time equivalent" for fact in found] == units
    assert counted == [None] or [fact.counted for fact in found] == counted


@pytest.mark.parametrize(
    ("text", "months", "expected"),
    [
        ("In the last quarter it sold 9 boats.", (7, 9), "quarter 2 of 2020"),
        ("Over the past quarter it sold 9 boats.", (7, 9), "quarter 3 of 2020"),
        ("In the last quarter it sold 9 boats.", (2, 4), "November 2019 – January 2020"),
        ("In the last quarter it sold 9 boats.", (5, 5), "May 2020"),
        ("In the last quarter it sold 9 boats.", (1, 6), "quarter 2 of 2020"),
    ],
)
def test_the_last_quarter_is_told_from_the_period_of_the_edition(
    text: str, months: tuple[int, int], expected: str
) -> None:
    first, last = months
    end = date(2020, last, monthrange(2020, last)[1])
    name = {(7, 9): "quarter 3 of 2020", (5, 5): "May 2020"}.get(months, "its own")
    (mention,) = find_mentions(text, Period(date(2020, first, 1), end, name))
    assert mention.period is not None
    assert mention.period.label == expected


@pytest.mark.parametrize(
    ("text", "label", "value"),
    [
        ("Rain came to 640 mm [+6%] in May.", "increase in rain", "6"),
        ("Number of letters: 34 (+2).", "increase in letters", "2"),
        ("The dry month had 5 mm of rain [-89%].", "decrease in rain", "-89"),
        ("Sales reached 40 boats (-12%) in May.", "decrease in boats", "-12"),
    ],
)
def test_a_signed_number_in_brackets_is_a_change_of_the_figure_before(
    text: str, label: str, value: str
) -> None:
    _, change = ledger(text)
    assert (change.kind, change.label, str(change.value)) == (CHANGE, label, value)
