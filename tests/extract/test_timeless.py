"""Figures that are for no period of their own, and years that are none."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger


@pytest.mark.parametrize(
    "text",
    [
        "The guild aims to plant 40 trees.",
        "The guild plans to build 12 docks in Orsk.",
        "The guild has agreed to pay 40 crowns.",
        "The guild will open 3 schools.",
        "The state levies a tax of 7 percent on salt.",
        "The state allocates 62 percent of the tax to towns.",
        "Since the start of the flood, 410 families have left.",
        "Since the launch of the fund, it has housed 37 families.",
        "Loans generally range up to 40 crowns.",
        "The ferries normally carry 120 bicycles.",
        "Members typically pay 15 crowns a year.",
        "The previous council had 12 members.",
        "The former crew held 3 pilots.",
        "By law women must hold at least 15 percent of the seats.",
        "Crews shall number 12 sailors.",
        "The guild may lend up to 30 percent of its funds.",
    ],
)
def test_goals_rules_and_counts_since_an_event_are_for_no_year(text: str) -> None:
    assert [fact.period for fact in ledger(text)] == [None]


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("The guild aims to plant 40 trees in 2021.", 2021),
        ("The guild planted 40 trees.", 2020),
        ("The guild employs 40 clerks.", 2020),
        ("The guild generally employed 40 clerks.", 2020),
        ("The previous year saw 12 fires.", 2019),
        ("The guild began in 2001 and now has 40 boats.", 2020),
        ("The fund, opened in 2012, currently pays 40 families.", 2020),
        ("The choir was founded in 1998 and today has 31 voices.", 2020),
        ("The guild said it planted 40 trees.", 2020),
        ("The state levied a tax of 7 percent on salt.", 2020),
        ("The state requires 12 forms.", 2020),
        ("In the last year, 12 farmers left.", 2020),
        ("Last year 12 farmers left.", 2019),
    ],
)
def test_what_happened_is_for_the_year_of_the_report(text: str, year: int) -> None:
    (fact,) = ledger(text)
    assert fact.period is not None
    assert fact.period.year == year


def test_last_year_is_told_from_the_report_not_from_the_sentence_before() -> None:
    found = ledger("In 2017, 9 farmers left.", "Last year 12 farmers came.")
    assert [fact.period.year for fact in found if fact.period] == [2017, 2019]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It heard a total of 2050 complaints.", 2050, None),
        ("It heard more than 2000 complaints.", 2000, None),
        ("It built 09 schools.", 9, None),
        ("The loss was Rs. 7.2 billion.", 7_200_000_000, "INR"),
        ("It paid Kshs. 12 million.", 12_000_000, "kenyan shilling"),
        ("Farmers with 5 or more years of practice came.", 5, "year"),
    ],
)
def test_a_number_that_looks_like_something_else_is_a_figure(
    text: str, value: int, unit: str | None
) -> None:
    (fact,) = ledger(text)
    assert (float(fact.value or 0), fact.unit) == (value, unit)


def test_a_list_numbered_inside_a_sentence_counts_nothing() -> None:
    assert ledger("It plans to 1) mend the roof and 2) paint the door.") == ()


def test_a_bound_before_a_duration() -> None:
    (fact,) = ledger("The trial lasted for over two years.")
    assert fact.bound.value == "more_than"
    (fact,) = ledger("The field is estimated to hold 25 tonnes of salt.")
    assert fact.bound.value == "about"


def test_a_difference_without_a_noun_is_one_in_what_was_counted_before() -> None:
    _, more = ledger("It heard 41 cases under the law, which is 9 more.")
    assert (more.counted, more.direction) == ("cases", 1)


def test_the_figure_is_what_was_counted_before() -> None:
    *_, figure = ledger("It heard 41 cases.", "The figure was 38 in 2019.")
    assert figure.counted == "cases"


def test_shares_of_one_noun_are_told_apart_by_where_they_go() -> None:
    text = "The state gave 62 percent of its funding to roads, 9 percent to towns."
    assert [fact.label for fact in ledger(text)] == [
        "funding given to roads",
        "funding given to towns",
    ]


def test_brackets_take_the_one_time_of_their_sentence() -> None:
    text = "Raids (12) and thefts (9) were the commonest crimes during the last 14 years."
    assert [fact.period.year if fact.period else None for fact in ledger(text)] == [None, None]


def test_what_a_report_shows_is_a_clause_of_its_own() -> None:
    text = (
        "The committee released a report showing that from January 2015 to December 2018,"
        " 125 girls and boys (age 9 years or younger) drowned."
    )
    first = ledger(text)[0]
    assert first.period is not None
    assert (first.period.start.year, first.period.end.year) == (2015, 2018)


@pytest.mark.parametrize(
    "text",
    [
        "Boats must carry 3 lamps; 12 ropes on the lake; and 40 on the sea.",
        "Schools must set aside 15 percent of seats for girls in towns; 20 percent in villages.",
        "Mills shall keep 2 guards by day; 4 at night.",
    ],
)
def test_a_rule_goes_on_where_a_list_goes_on(text: str) -> None:
    assert {fact.period for fact in ledger(text)} == {None}


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "Costs totaled about $40 during the year ended May 31, 2020, $30 during the year ended"
            " May 31, 2019, and $(20) during the year ended May 31, 2018.",
            [2020, 2019, 2018],
        ),
        (
            "Sales were 40 crowns in the quarter ended March 31, 2020, and 30 crowns in the quarter"
            " ended March 31, 2019.",
            [2020, 2019],
        ),
        (
            "Fares rose to 50 crowns in the six months ended June 30, 2020, from 45 crowns in the"
            " six months ended June 30, 2019.",
            [2020, 2019],
        ),
    ],
)
def test_ended_before_a_day_is_no_statement(text: str, years: list[int]) -> None:
    assert [fact.period.end.year if fact.period else None for fact in ledger(text)] == years


@pytest.mark.parametrize(
    "text",
    [
        "The link expires when they connect with five new owners.",
        "The office opens a case if it gets 12 letters.",
        "The guild pays if it loses three masts.",
        "Let’s say you have 10 coins to spend on nets.",
        "They ask you to vote if you own 4 boats.",
        "The test asks whether you see 30 lamps.",
        "The value of a gift does not exceed 50 euros.",
        "The load does not exceed 12 crates.",
        "Fees do not exceed 9 percent.",
        "Both scales are below the maximum of 90,000 euros of the guild.",
        "Rents are above the minimum of 400 euros.",
        "The catch was well below the maximum of 70 tonnes.",
        "Most crews sail on boats of less than ten people.",
        "It is common at ports of more than 5,000 people.",
        "Owners in guilds of at least 30 crews vote.",
    ],
)
def test_what_holds_on_a_condition_or_as_a_bound_is_for_no_time(text: str) -> None:
    assert [fact.year for fact in ledger(text)] == [None]


@pytest.mark.parametrize(
    "text",
    [
        "When the port opened, 12 boats sank.",
        "A maximum of 40 boats were let in.",
        "Fines did not exceed 900 euros.",
    ],
)
def test_what_happened_is_for_its_time(text: str) -> None:
    assert [fact.year for fact in ledger(text)] == [2020]
