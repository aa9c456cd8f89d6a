"""The time of a figure, told by what its time hangs on."""

from __future__ import annotations

from datetime import date

import pytest

from tracediff.extract.periods import find_mentions
from tracediff.model import Bound, FactKind, Period

from .ledger_of import ledger, table


def years(text: str) -> list[tuple[float, int | None]]:
    """The value and the year of each figure; the edition is for 2020."""
    return [(float(fact.value or 0), fact.year) for fact in ledger(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It heard 41 cases, a 2% increase on the 39 received in the previous year.",
            [(41, 2020), (2, 2020), (39, 2019)],
        ),
        ("It heard 41 cases, a 26% increase since 2017-18.", [(41, 2020), (26, 2020)]),
        ("There was a 5 per cent rise since 2015 in the 88 ports.", [(5, 2020), (88, 2020)]),
        ("Farms founded before 1900 numbered 310.", [(310, 2020)]),
        ("Soot fell to 41 tonnes, 18 percent below that of 1990.", [(41, 2020), (18, 2020)]),
        ("Soot was 18 percent below the 1990 level at 41 tonnes.", [(18, 2020), (41, 2020)]),
        ("Arrivals reached 410, 6% above 2018.", [(410, 2020), (6, 2020)]),
        ("Of the 310 permits issued in 2018, 290 had expired by 2020.", [(310, 2018), (290, 2020)]),
        ("12 boats built in 1980 sank in 2020.", [(12, 2020)]),
        ("The price index (2010=100) stood at 131.", [(131, 2020)]),
        ("Prices rose to 112 (2015 = 100).", [(112, 2020)]),
        ("Bridges built before 1950 needed 32 repairs.", [(32, 2020)]),
        ("Boats licensed after 2012 landed 41 tonnes.", [(41, 2020)]),
        ("After a trial in 2013, it held the salmon tagging week in 2015 and raised $32.", [
            (32, 2015),
        ]),
        ("After a fire in 2016, it moved the boat building yard in 2018 and hired 30 smiths.", [
            (30, 2018),
        ]),
        ("After a strike in 2014, it opened the rope making shop in 2017 and sold 70 ropes.", [
            (70, 2017),
        ]),
        (
            "Wrecks fell by 4% to 61, the lowest number since 1997/98 when 66 were seen.",
            [(4, 2020), (61, 2020), (66, 1998)],
        ),
        (
            "It put out 80 fires, a rise of 9% over the same Quarters of 2016-17.",
            [(80, 2020), (9, 2020)],
        ),
        ("It met 65% of calls, against 59% in the same months of 2018.", [(65, 2020), (59, 2018)]),
        ("It met 18% of calls during the year, compared to 20% the year before.", [
            (18, 2020), (20, 2019),
        ]),
        ("It saw a 14% rise in thefts, up from 23 to 26.", [(14, 2020), (23, 2019), (26, 2020)]),
        ("A fall of 6% on the 42 raids of 2017 was seen.", [(6, 2020), (42, 2017)]),
        ("It fell 5% from 40 boats in 2019 to 38 in 2020.", [(5, 2020), (40, 2019), (38, 2020)]),
        ("Thefts rose by 8.1 per cent to 1983.", [(8.1, 2020), (1983, 2020)]),
        ("Sales were up 12% to 2041, and fees down 3 to 1950.", [
            (12, 2020), (2041, 2020), (3, 2020), (1950, 2020),
        ]),
        ("It gave 122 waivers compared to 734 reported in FY 2017.", [(122, 2020), (734, 2017)]),
        ("It hired 45 clerks, more than the 30 who were hired in 2018.", [(45, 2020), (30, 2018)]),
        ("The highest number was 27, compared to 2,674 in FY 2018.34", [(27, 2020), (2674, 2018)]),
        ("It decided on claims (68% granted, 32% refused in 2018).", [(68, 2018), (32, 2018)]),
        ("It decided on claims (68%, up from 61% in 2018).", [(68, 2020), (61, 2018)]),
        ("Twelve ports stood out, ports that we will be widening during 2021.", [(12, 2020)]),
        ("By May 2021, 90% of staff are to be trained.", [(90, 2021)]),
        ("Of farmers, 12% sow oats, the same as 2017.", [(12, 2020)]),
        ("The guild was founded in Fall, 2001 and now consists of 60 wards.", [(60, 2020)]),
        ("The mill was sold in 1987 and employs 14 millers.", [(14, 2020)]),
        ("In 2018 the port was rebuilt, and holds 41 boats.", [(41, 2020)]),
        ("In 2016 the ward opened and took in 300 nurses.", [(300, 2016)]),
        ("It found that 14% of farmers met, twice as many as last year.", [(14, 2020), (2, 2020)]),
        ("The death rate was 355, according to the 2017 national census.", [(355, 2017)]),
        ("In the 2018 survey, 61 farmers sowed oats.", [(61, 2018)]),
        ("It tried 82 men since 2017, with 29 men held as of May.", [(82, None), (29, 2020)]),
        ("Use grew among farmers this year (55% → 56%).", [(55, 2019), (56, 2020)]),
        ("It paid more than 14 times the amount paid to the north in 2015.", [(14, 2020)]),
        ("Old men sow more oats than young men (76% vs. 71%).", [(76, 2020), (71, 2020)]),
    ],
)  # fmt: skip
def test_a_figure_is_for_the_time_that_its_own_words_name(
    text: str, expected: list[tuple[float, int | None]]
) -> None:
    assert years(text) == expected


def test_a_number_of_days_that_fell_is_measured() -> None:
    facts = ledger("We saw the number of days to a ruling, and to pay, fall to 28 days in 2019.")
    assert [(fact.kind, fact.year) for fact in facts] == [(FactKind.LEVEL, 2019)]


def test_a_time_that_bounds_a_group_is_none_that_was_measured() -> None:
    facts = ledger("It looked at claims that took longer than four weeks.")
    assert [(fact.kind, fact.year) for fact in facts] == [(FactKind.LIMIT, None)]


def test_a_cell_of_two_counts_is_read_below_the_year_of_its_column() -> None:
    from tracediff.extract import extract
    from tracediff.model import BlockKind

    from .ledger_of import edition_of

    made, lines = table(
        ("Coast", "Received in 2019", "Received in 2020"),
        ("North", "4 fairs, 7 meetings", "7 fairs, 16 meetings"),
        ("South", "12 fairs, 1 meeting", "15 fairs, 2 meetings"),
    )
    facts = extract(edition_of(lines, tables=(made,), kinds=(BlockKind.TABLE,) * 3))
    assert [(float(f.value or 0), f.counted, f.year) for f in facts[:4]] == [
        (4, "fairs", 2019),
        (7, "meetings", 2019),
        (7, "fairs", 2020),
        (16, "meetings", 2020),
    ]


def test_an_age_in_a_table_has_neither_the_unit_of_its_row_nor_a_year() -> None:
    from tracediff.extract import extract
    from tracediff.model import BlockKind

    from .ledger_of import edition_of

    made, lines = table(
        ("Children", "Age", "Share"),
        ("Attending School (%)", "5 to 14", "94.1"),
        ("Working (%)", "7 to 14", "4.2"),
    )
    facts = extract(edition_of(lines, tables=(made,), kinds=(BlockKind.TABLE,) * 3))
    assert [(float(f.value or 0), f.unit, f.year) for f in facts[:3]] == [
        (5, None, None),
        (14, None, None),
        (94.1, "%", 2020),
    ]


def test_a_pension_plan_is_nothing_that_is_planned() -> None:
    from tracediff.extract import extract
    from tracediff.model import BlockKind

    from .ledger_of import edition_of

    made, lines = table(
        ("In crowns", "2020"), ("Pension plan", "5,488"), ("Savings plans", "640"), ("Plan", "700")
    )
    facts = extract(edition_of(lines, tables=(made,), kinds=(BlockKind.TABLE,) * 4))
    assert [f.kind for f in facts] == [FactKind.LEVEL, FactKind.LEVEL, FactKind.PLAN]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A study made by the guild in 2017 found more than half of lamps unlit.", [(0.5, 2017)]),
        ("A 2017 survey found that 40 percent of farms were closed.", [(40, 2017)]),
        ("A poll held in 2018 showed that 61 towns had no mill.", [(61, 2018)]),
        ("A report printed in 2018 showed that 61 towns had no mill.", [(61, 2020)]),
        ("It freed 72 men – 80 percent of the previous year’s total.", [(72, 2020), (80, 2020)]),
        ("Of men 67 percent sow, compared with 31 percent of boys.", [(67, 2020), (31, 2020)]),
    ],
)
def test_a_study_dates_what_it_found_and_a_base_does_not(
    text: str, expected: list[tuple[float, int | None]]
) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Beatings were told of in 53 of the 90 letters.",
        "Four other clerks wrote.",
        "Eight additional sea captains wrote.",
        "It answered 41 of them.",
    ],
)
def test_what_goes_on_about_the_sentence_before_is_for_its_time(text: str) -> None:
    facts = ledger("In 2018 the guild received 90 letters.", text)
    assert {fact.year for fact in facts} == {2018}


def test_a_number_that_comes_again_by_chance_is_for_its_own_time() -> None:
    facts = ledger("In 2018 the guild received 9 letters.", "Rain fell on the 9 piers.")
    assert [fact.year for fact in facts] == [2018, 2020]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("The reef lost 12 boats in 2017-18.", "2017–18"),
        ("The reef lost 12 boats in FY18 to FY20.", "fiscal years 2018–2020"),
        ("The reef lost 12 boats in FY 2018-20.", "fiscal years 2018–2020"),
        ("The reef lost 12 boats in FY 2018-16.", "fiscal year 2018"),
        ("The reef lost 12 boats in 2016-17 to 2018-19.", "2016–2019"),
        ("The reef lost 12 boats in 2014-17.", "2014–2017"),
        ("The reef lost 12 boats in 2017-2018.", "2017–2018"),
        ("The reef lost 12 boats in the financial year 2018.", "fiscal year 2018"),
    ],
)
def test_years_of_accounts_are_read_one_by_one_and_as_stretches(text: str, label: str) -> None:
    (fact,) = ledger(text)
    assert fact.period is not None
    assert fact.period.label == label


def test_a_year_of_accounts_opens_when_that_of_the_edition_does() -> None:
    own = Period(date(2019, 4, 1), date(2020, 3, 31), "2019–20")
    (mention,) = find_mentions("in 2017-18", own)
    assert mention.period == Period(date(2017, 4, 1), date(2018, 3, 31), "2017–18")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rents fell by 13.6 per cent in 2018 and 10.8 per cent in 2019.", [2018, 2019]),
        ("Rents are expected to fall by 5 percent in 2020 and 2 percent in 2021.", [2020, 2021]),
        ("Rents rose 5 percent in FY18, 4 percent in FY19 and 3 in FY20.", [2018, 2019, 2020]),
        ("Rents rose 8 percent year over year.", [2020]),
        ("Rents fell from 5.4 per cent in FY18 to 4.9 per cent in FY19.", [2018, 2019]),
    ],
)
def test_each_change_is_for_the_time_straight_behind_it(text: str, expected: list[int]) -> None:
    assert [fact.year for fact in ledger(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann and Bo paid $20 and $10 in May 2019 and June 2020 respectively.", [2019, 2020]),
        ("In FY18 and FY19, 124 and 175 fires broke out, respectively.", [2018, 2019]),
        ("Fires in 2017-18 and 2018-19 numbered 40 and 52, respectively.", [2018, 2019]),
    ],
)
def test_figures_given_respectively_go_to_times_of_any_kind(text: str, expected: list[int]) -> None:
    assert [fact.year for fact in ledger(text)] == expected


def test_what_was_revised_is_for_one_year_and_what_was_raised_for_two() -> None:
    revised = ledger("The bank revised its forecast from 4.5 per cent to 4.8 per cent.")
    assert [(f.year, f.counted, f.bound) for f in revised] == [
        (2020, "forecast", Bound.EXACT), (2020, "forecast", Bound.EXACT),
    ]  # fmt: skip
    raised = ledger("The town raised the harbour fee from 10 to 12 percent.")
    assert [(f.year, f.counted) for f in raised] == [(2019, "harbour fee"), (2020, "harbour fee")]


def test_this_number_goes_on_with_the_time_of_the_number_before() -> None:
    facts = ledger("In July 2018 there were 13 pupils.", "This number fell to seven girls.")
    assert [(int(f.value or 0), f.year) for f in facts] == [(13, 2018), (7, 2018)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "Receipts for the year ended June 30, 2022, were 425 million crowns.",
            "year to June 2022",
        ),
        ("In the year to March 2021 the port cleared 310 ships.", "year to March 2021"),
        ("The estimated receipts for fiscal year 2026 are 490 crowns.", "fiscal year 2026"),
        ("The ports are to clear 900 ships in 2030.", "2030"),
        ("Under the plan for 2026–2030 it trained 40 pilots.", "2022"),
        ("In 1872 the port cleared 310 ships.", "1872"),
        ("It sold about 1840 lamps.", "2022"),
    ],
)
def test_a_year_of_accounts_one_to_come_and_one_long_past(text: str, label: str) -> None:
    assert {fact.period.label for fact in ledger(text, year=2022) if fact.period} == {label}


@pytest.mark.parametrize(
    "text",
    [
        "Similar to last year, we found that 76 farmers sow oats.",
        "Like last year, 76 farmers sow oats.",
        "As with last year, 76 farmers sow oats.",
        "Compared to last year, more farmers (76) sow oats.",
    ],
)
def test_a_time_that_a_sentence_opens_a_comparison_with_dates_nothing(text: str) -> None:
    assert years(text) == [(76, 2020)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("During this school year, 95.11 percent of girls were enrolled.", [(95.11, 2020)]),
        ("During this school year 95 percent of girls were enrolled.", [(95, 2020)]),
        ("During this budget year 12 barns were built.", [(12, 2020)]),
        ("In the last school year, 1,204 girls were enrolled.", [(1204, 2019)]),
        ("In fiscal year 19, 300 barns were sold.", [(300, 2019)]),
        ("In FY 19 the farm sold 300 barns.", [(300, 2019)]),
    ],
)
def test_two_digits_behind_a_kind_of_year_are_one_only_where_nothing_is_counted(
    text: str, expected: list[tuple[float, int]]
) -> None:
    found = [
        (value, fact.year or fact.period.end.year if fact.period else None)
        for (value, _), fact in zip(years(text), ledger(text), strict=True)
    ]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the patrol rescued 52 minors aged 4 to 17.",
        "In 2018 it hired 12 boys between ages 9 and 14.",
        "In 2018 the ward treated 40 girls ages 11 to 13.",
    ],
)
def test_an_age_of_those_counted_is_for_the_time_of_the_count(text: str) -> None:
    assert [fact.year for fact in ledger(text)] == [2018, 2018, 2018]


@pytest.mark.parametrize(
    "text",
    [
        "In 2018 the patrol rescued 52 minors under the age of 14.",
        "It does not allow crews under 14 to sail.",
        "Guild rules set the age of masters at 30.",
    ],
)
def test_an_age_that_limits_is_for_no_time(text: str) -> None:
    assert ledger(text)[-1].year is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The port opened 12 docks rather than 15.", [(12, 2020), (15, None)]),
        ("Losses were 3 crowns, rather than the 8 crowns budgeted.", [(3, 2020), (8, None)]),
        ("The port opened 12 docks, more than the 15 of 2019.", [(12, 2020), (15, 2019)]),
    ],
)
def test_what_might_have_been_is_for_no_year(
    text: str, expected: list[tuple[float, int | None]]
) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Visits grew from 3,000 a week to 11,000 a week in July 2019.",
            [(3000, None), (11000, 2019)],
        ),
        (
            "The fare rose from 40 to 90 cents in the first quarter of 2020.",
            [(40, None), (90, 2020)],
        ),
        ("Crews shrank from 12 to 9 in 2018.", [(12, 2017), (9, 2018)]),
    ],
)
def test_what_a_movement_of_part_of_a_year_starts_from_is_for_no_time_of_it(
    text: str, expected: list[tuple[float, int | None]]
) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The 2019 bay estimate was 671 t, an increase over the 2017 estimate of 604 t.",
            [(671, 2019), (604, 2017)],
        ),
        (
            "Net sales of $45 million exceeded the 2018 budget of $40 million in 2019.",
            [(45e6, 2019), (40e6, 2018)],
        ),
        (
            "In 2019 the fee was 4 percent, half the 2015 rate of 8 percent.",
            [(4, 2019), (8, 2015)],
        ),
    ],
)
def test_an_amount_is_for_the_year_before_the_noun_that_it_is_of(
    text: str, expected: list[tuple[float, int | None]]
) -> None:
    found = years(text)
    assert [pair for pair in found if pair in expected] == expected


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 guards met three ships with arms, the same number of ships as in 2018.",
        "In 2019 three lamps broke, the same amount as the year before.",
        "In 2019 owners paid three fees, the same sum of fees as in 2017.",
    ],
)
def test_what_a_figure_is_the_same_as_is_no_time_of_it(text: str) -> None:
    assert years(text)[0] == (3, 2019)


def test_a_figure_behind_what_something_is_due_to_has_the_time_of_its_own_verb() -> None:
    text = (
        "Although few cases could be tried due to multiple delays or wrong files, 268 inquiries"
        " were launched in 2021, compared with 73 in 2020."
    )
    assert [(int(fact.value or 0), fact.year) for fact in ledger(text)] == [(268, 2021), (73, 2020)]


def test_it_that_stands_for_nobody_goes_on_about_nothing() -> None:
    facts = ledger("In 2018 the guild received 90 letters.", "It was wet, and 12 piers sank.")
    assert [fact.year for fact in facts] == [2018, 2020]
