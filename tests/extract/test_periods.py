"""For when each figure is, resolved against the reporting year 2020."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracediff.extract import extract_facts
from tracediff.extract.mentions import HINTS, MAYBE, MENTION, PATTERNS

from .ledger_of import ledger


def years(*sentences: str) -> list[tuple[float, int | None]]:
    return [(float(f.value or 0), f.year) for f in ledger(*sentences)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It fined 12 boats.", "2020"),
        ("It fined 12 boats in 2018.", "2018"),
        ("It fined 12 boats in the first half of 2019.", "first half of 2019"),
        ("In the first five months of the year it fined 12 boats.", "January–May 2020"),
        ("It fined 12 boats from January to April.", "January–April 2020"),
        ("Through September it fined 12 boats.", "January–September 2020"),
        ("It fined 12 boats in fiscal year 2019.", "fiscal year 2019"),
        ("It fined 12 boats during F.Y.2018-19.", "fiscal year 2018–19"),
        ("It fined 12 boats the previous year.", "2019"),
        ("It fined 12 boats during the reporting period.", "2020"),
        ("In the third quarter of 2019 it fined 12 boats.", "quarter 3 of 2019"),
        ("In March it fined 12 boats.", "March 2020"),
        ("On March 3 it fined 12 boats.", "March 3, 2020"),
        ("In Q2 2019 it fined 12 boats.", "quarter 2 of 2019"),
        ("It fined 12 boats in the 12 months to March 2020.", "April 2019 – March 2020"),
        ("It fined 12 boats in the six months ended 30 June.", "first half of 2020"),
        ("In the twelve months to December 2019 it fined 12 boats.", "2019"),
        ("In Fall 2019 it fined 12 boats.", "fall 2019"),
        ("By fall 2020 it had fined 12 boats.", "fall 2020"),
        ("Since the spring of 2019, it fined 12 boats.", "since spring 2019"),
        ("In the spring of 2019, it fined 12 boats.", "spring 2019"),
        ("It fined 12 boats in Spring ’19.", "spring 2019"),
        ("It fined 12 boats in the winter of 2019/20.", "winter 2019"),
        ("It fined 12 boats, up from 9 in Fall 18.", "2020"),
        ("In 2019-W07 it fined 12 boats.", "week 7 of 2019"),
        ("From 2015 to date, it fined 12 boats.", "since 2015"),
        ("It fined 12 boats (2018–present).", "since 2018"),
        ("From May 2019 until now, it fined 12 boats.", "since May 2019"),
        ("In AY 2018 – 2019, it fined 12 boats.", "2018–19"),
        ("In FY 18-19, it fined 12 boats.", "fiscal year 2018–19"),
        ("In the academic year 18-19, it fined 12 boats.", "2018–19"),
    ],
)
def test_a_figure_takes_the_period_that_its_sentence_names(text: str, label: str) -> None:
    period = ledger(text)[0].period
    assert period is not None
    assert period.label == label


def test_each_figure_of_a_comparison_has_its_own_year() -> None:
    text = "It found 673 wrecks in 2020, compared with 658 wrecks in 2019 and 706 wrecks in 2018."
    assert years(text) == [(673, 2020), (658, 2019), (706, 2018)]


def test_the_far_side_of_a_comparison_does_not_date_the_near_side() -> None:
    text = (
        "Guards fined 345 boats from January to June, compared with the same period in 2018 (514)."
    )
    facts = ledger(text)
    assert [f.year for f in facts] == [2020, 2018]
    assert [(f.period.start.month, f.period.end.month) for f in facts if f.period] == [
        (1, 6),
        (1, 6),
    ]


def test_the_far_side_of_a_comparison_shares_its_year() -> None:
    text = "In 2020 guards fined 27 boats, compared with 50 fines and 95 arrests in 2019."
    assert years(text) == [(27, 2020), (50, 2019), (95, 2019)]


def test_a_year_behind_a_comparison_dates_nothing_before_it() -> None:
    text = "Guards fined 40 boats in 17 ports, a decrease from 52 boats fined in 2019."
    assert years(text) == [(40, 2020), (17, 2020), (52, 2019)]
    assert years("Courts paid six sailors, the same number as in 2019.") == [(6, 2020)]


def test_down_from_a_figure_is_the_year_before() -> None:
    assert years("The home housed 96 orphans, down from 134.") == [(96, 2020), (134, 2019)]


def test_a_stock_as_of_a_day_is_marked_as_one() -> None:
    (fact,) = ledger("As of October 2020, 82 boarders lived there.")
    assert fact.period is not None
    assert fact.period.as_of


def test_several_years_are_no_single_year() -> None:
    assert years("It fined 12 boats from 2015 to 2019.") == [(12, None)]
    assert years("Over the last 14 years 1,200 boats sank.") == [(1200, None)]
    assert years("Since 2013 it fined 12 boats.") == [(12, None)]


def test_a_sentence_goes_back_to_the_reporting_year() -> None:
    first = "In 2018 guards fined 40 boats."
    assert years(first, "The ministry trained 12 judges.") == [(40, 2018), (12, 2020)]


def test_a_breakdown_keeps_the_year_of_its_total() -> None:
    first = "In 2018 guards fined 40 boats."
    assert years(first, "These included 30 trawlers.") == [(40, 2018), (30, 2018)]


def test_sentences_in_between_end_what_an_earlier_year_dates() -> None:
    facts = ledger(
        "In 2018 the port hired 40 guards.",
        "It has no crane.",
        "The quay is old.",
        "The mole leaks.",
        "More than 80 percent of the crews are young.",
    )
    assert [f.year for f in facts] == [2018, 2020]


def test_an_event_keeps_its_year() -> None:
    first = "Courts still examine a 2017 raid by two units."
    assert years(first, "The raid left 15 persons dead.") == [(2, 2017), (15, 2017)]


def test_plans_for_later_years_date_nothing() -> None:
    text = "It wrote a strategy for the years 2022–2026 and held 4 workshops."
    assert years(text) == [(4, 2020)]


def test_may_is_a_month_only_where_it_is_one() -> None:
    assert years("It may fine 12 boats.") == [(12, None)]
    assert [f.period.label for f in ledger("In May 12 boats sank.") if f.period] == ["May 2020"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On 12/05/2019 it fined 12 boats.", [(12, "2019")]),
        ("On 2019-05-12 it fined 12 boats.", [(12, "2019")]),
        ("In May 2019 it fined 12 boats.", [(12, "May 2019")]),
        ("May 3 saw 12 boats fined.", [(12, "May 3, 2020")]),
        ("Over the past five years, it fined 12 boats.", [(12, "the past five years")]),
        ("Authorities reported over the past year 12 boats lost.", [(12, "2020")]),
        ("Traders reported in the last week 12 boats lost.", [(12, "2020")]),
        (
            "It fined 12 boats in March 2019 and 15 in the same month of the previous year.",
            [(12, "March 2019"), (15, "March 2018")],
        ),
        (
            "It fined 12 boats in March 2019, compared with 15 in the same month a year earlier.",
            [(12, "March 2019"), (15, "March 2018")],
        ),
        ("In the same period it fined 12 boats.", [(12, "2020")]),
        ("It fined 12 boats from November to March 2019.", [(12, "November 2018 – March 2019")]),
        (
            "It fined 12 boats from November 2018 to March 2019.",
            [(12, "November 2018 – March 2019")],
        ),
        ("It fined 12 boats from March to March 2019.", [(12, "March 2019")]),
        ("It fined 12 boats from July to December 2019.", [(12, "second half of 2019")]),
        ("In the first two quarters of 2019 it fined 12 boats.", [(12, "first half of 2019")]),
        (
            "In the final quarter of the previous year it fined 12 boats.",
            [(12, "quarter 4 of 2019")],
        ),
        ("In the last half of 2019 it fined 12 boats.", [(12, "second half of 2019")]),
        ("In the third trimester of 2019 it fined 12 boats.", [(12, "quarter 3 of 2019")]),
        ("In H1 2019 it fined 12 boats.", [(12, "first half of 2019")]),
        ("In 2019 Q4 it fined 12 boats.", [(12, "quarter 4 of 2019")]),
        ("In FY19 it fined 12 boats.", [(12, "fiscal year 2019")]),
        ("In FY 2018/19 it fined 12 boats.", [(12, "fiscal year 2018–19")]),
        ("In the 2018-19 school year it fined 12 boats.", [(12, "2018–19")]),
        ("In 2018/19 it fined 12 boats.", [(12, "fiscal year 2018–19")]),
        ("Over the last two decades 12 boats sank.", [(12, "the last two decades")]),
        ("Over the last century 12 boats sank.", [(12, "the last century")]),
        ("Over the past few years 12 boats sank.", [(12, "the past few years")]),
        ("In the 1990s 12 boats sank.", [(12, "1990s")]),
        ("Since March 2019 12 boats sank.", [(12, "since March 2019")]),
        (
            "The board had, since its creation in 2016, fined 12 boats.",
            [(12, "since 2016")],
        ),
        ("Through June it fined 12 boats.", [(12, "first half of 2020")]),
        ("Up to 3 June it fined 12 boats.", [(12, "June 3, 2020")]),
        ("By March 2019 it fined 12 boats.", [(12, "March 2019")]),
        ("Fines rose 3 percent on last year.", [(3, "2020")]),
        ("Over the 2018 season it fined 12 boats.", [(12, "2018")]),
        ("A 2018 raid sank 12 boats.", [(12, "2018")]),
        ("It held 12 boats under its 2018 law.", [(12, "2020")]),
        ("Its 2018 law let 12 boats sail.", [(12, "2020")]),
        ("In May 12 boats sank and 5 were saved.", [(12, "May 2020"), (5, "May 2020")]),
        ("In February 30 boats sank.", [(30, "February 2020")]),
        ("Sales over May 2019 were 12 boats.", [(12, "May 2019")]),
        ("Twelve months earlier it fined 12 boats.", [(12, "2019")]),
        (
            "In 2018 it fined 12 boats. || The previous year it fined 15 boats.",
            [(12, "2018"), (15, "2017")],
        ),
        (
            "During the reporting period it fined 12 boats, up from 15 over the same period.",
            [(12, "2020"), (15, "2020")],
        ),
        ("It fined 12 boats in January and February.", [(12, "January–February 2020")]),
        ("From 5 to 12 June 2019 it fined 12 boats.", [(12, "June 12, 2019")]),
        ("It fined 12 boats in the mid-1990s.", [(12, "1990s")]),
        (
            "In 29 February 2020 it fined 12 boats and the same time last year 13 boats.",
            [(12, "February 29, 2020"), (13, "February 29, 2019")],
        ),
        ("In early May 2019, 12 boats sank.", [(12, "May 2019")]),
        (
            "In the period from May 2019 until the end of June 2019 it fined 12 boats.",
            [(12, "May–June 2019")],
        ),
        ("Last year it fined 12 boats.", [(12, "2019")]),
        ("A year earlier it fined 12 boats.", [(12, "2019")]),
        ("The year before it fined 12 boats.", [(12, "2019")]),
        ("On 5–12 June 2019 it fined 14 boats.", [(14, "June 12, 2019")]),
        ("On June 5–12, 2019, it fined 14 boats.", [(14, "June 5, 2019")]),
        ("In FY 19 it fined 12 boats.", [(12, "fiscal year 2019")]),
        ("Since the 1990s 12 boats sank.", [(12, "since 1990s")]),
        ("In the last quarter of 2019 it fined 12 boats.", [(12, "quarter 4 of 2019")]),
        ("In the last two months of the year it fined 12 boats.", [(12, "November–December 2020")]),
        ("Over the last three months it fined 12 boats.", [(12, "2020")]),
        ("In 2017/19 it fined 12 boats.", [(12, "2017–2019")]),
        ("In fiscal years 2017-19 it fined 12 boats.", [(12, "fiscal years 2017–2019")]),
        ("In fiscal year 2017/15 it fined 12 boats.", [(12, "fiscal year 2017")]),
        ("In 2018, fees fell from 40 to 30 crowns.", [(40, "2017"), (30, "2018")]),
        ("Fees rose 12 percent between 2018 and the floods of May.", [(12, "2018")]),
        ("In March fees fell from 40 to 30 crowns.", [(40, "2019"), (30, "March 2020")]),
        ("According to the 2017 census, only 3 percent of farmers sail.", [(3, "2017")]),
        (
            "Four of the nine fields that Act 41 of 2017 sets out failed.",
            [(4, "2020"), (9, "2020")],
        ),
        ("The town housed 400 crews after the floods of 2017.", [(400, "2020")]),
        (
            "In a 2018 report by the guild, 12 boats sank. || The guild has 7 boats.",
            [(12, "2018"), (7, "2020")],
        ),
        (
            "The 2018 survey counted 12 boats. || The harbour had 5 cranes.",
            [(12, "2018"), (5, "2020")],
        ),
        (
            "In the first quarter of 2019 fines were 12, up from 9 in the previous quarter and 7 a"
            " year earlier.",
            [(12, "quarter 1 of 2019"), (9, "quarter 4 of 2018"), (7, "quarter 1 of 2018")],
        ),
        (
            "In the second quarter of 2019 prices rose 3 percent, against 2 percent sequentially.",
            [(3, "quarter 2 of 2019"), (2, "quarter 1 of 2019")],
        ),
        (
            "In May 2019 12 boats sank, compared with 9 in the preceding month.",
            [(12, "May 2019"), (9, "April 2019")],
        ),
        ("At December 31, 2019 it held 12 boats.", [(12, "December 31, 2019")]),
        (
            "In 2018–19 it fined 12 boats, compared with 15 boats in the previous year.",
            [(12, "2018–19"), (15, "2017–18")],
        ),
        (
            "Harbour dues FY 2018 $ 12 FY 2019 $ 15",
            [(12, "fiscal year 2018"), (15, "fiscal year 2019")],
        ),
        ("Boats fined 2018: 12, 2019: 15.", [(12, "2018"), (15, "2019")]),
        ("After 2017 it fined 12 boats in 2018 and 15 in 2019.", [(12, "2018"), (15, "2019")]),
    ],
)
def test_each_figure_is_for_the_stretch_that_its_sentence_names(
    text: str, expected: list[tuple[float, str]]
) -> None:
    facts = ledger(*text.split(" || "))
    assert [(float(f.value or 0), f.period.label) for f in facts if f.period] == expected


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("In March 12 boats sank.", None),
        ("In March 2019, 12 boats sank.", "March 2019"),
        ("In the first quarter 12 boats sank.", None),
        ("In the first half of 2019, 12 boats sank.", "first half of 2019"),
        ("From January to March, 12 boats sank.", None),
        ("Over the past five years, 12 boats sank.", None),
        ("In the same period of 2019, 12 boats sank.", "2019"),
        ("The previous year 12 boats sank.", None),
        ("The year 2019 was calm and 12 boats sank.", "2019"),
    ],
)
def test_text_without_a_reporting_year_is_dated_by_the_years_that_it_names(
    text: str, label: str | None
) -> None:
    (fact,) = extract_facts(text)
    assert (fact.period.label if fact.period else None) == label


@pytest.mark.parametrize(
    "text",
    [
        "May sold 12 boats.",
        "On 12.05.1754 and 12.06.1755 the port had 12 boats.",
        "In the first few months of 2019 it built 12 boats.",
        "In the first 14 months of 2019 it built 12 boats.",
        "In the 99 months to May it built 12 boats.",
    ],
)
def test_what_names_no_stretch_of_its_own_leaves_the_reporting_year(text: str) -> None:
    assert {f.period.label for f in ledger(text) if f.period} == {"2020"}


def test_a_rise_between_two_years_is_dated_by_the_later_one() -> None:
    text = "Between 2019 (289 wrecks) and 2020 (373 wrecks), wrecks rose by 84."
    assert years(text) == [(289, 2019), (373, 2020), (84, 2020)]
    text = "Wrecks rose 29 percent between 2018 (289) and 2019 (373)."
    assert years(text) == [(29, 2019), (289, 2018), (373, 2019)]


def test_a_change_is_that_of_the_newer_figure() -> None:
    assert years("Between 2017 and 2019, fines fell by 23 percent.") == [(23, 2019)]
    assert years("From 2017 to 2019 the port fined 12 boats.") == [(12, None)]
    assert years("From May to July 2019, fines fell by 23 percent.") == [(23, 2019)]
    assert years("Fines rose 8 percent to €12, from €11 a year earlier.") == [
        (8, 2020), (12, 2020), (11, 2019),
    ]  # fmt: skip


def test_what_is_compared_on_or_since_a_year_is_of_the_own_year() -> None:
    assert years("There were 87 wrecks, a 12% reduction on 2019.") == [(87, 2020), (12, 2020)]
    assert years("The share was 14%, down 0.9 percentage points on 2018.") == [
        (14, 2020), (0.9, 2020),
    ]  # fmt: skip
    assert years("The power cut on 3 May 2019 hit 12 ports.") == [(12, 2019)]
    assert years("Fines fell to 12, the lowest level since 1970.") == [(12, 2020)]
    assert years("It cost £18m, with a further £22m approved for 2021.") == [
        (18_000_000, 2020), (22_000_000, 2021),
    ]  # fmt: skip
    assert years("It earned 5 crowns, one and a half times the previous year's sum.")[0] == (
        5,
        2020,
    )
    assert years("The gap narrowed to 3% of pay from 4% of pay in 2019.") == [(3, 2020), (4, 2019)]
    grant = "The grant is 1,946 crowns, an increase of 112 million crowns (6.1%) over 2019."
    assert {year for _, year in years(grant)} == {2020}
    assert years("Fines totalled 19, a fall of 6 percent from 20.") == [
        (19, 2020), (6, 2020), (20, 2019),
    ]  # fmt: skip


def test_a_level_that_moved_over_years_has_its_first_and_its_last() -> None:
    moved = "Between 2017 and 2019, the number of pilots grew from 110 to 265."
    assert years(moved) == [(110, 2017), (265, 2019)]


def test_figures_given_respectively_go_to_the_years_in_turn() -> None:
    facts = ledger("In 2019 and 2020, there were 124 and 175 fires, respectively.")
    assert [(int(f.value or 0), f.year) for f in facts] == [(124, 2019), (175, 2020)]
    assert len({f.year for f in ledger("In 2019 and 2020, 4, 5 and 6 fires, respectively.")}) == 1


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "During 2020 and 2019, we bought 863,000 and 1,358,000 nets, at prices of $51 and $36,"
            " or about $442 million and $495 million, respectively.",
            [
                (863000, 2020), (1358000, 2019), (51, 2020), (36, 2019),
                (442000000, 2020), (495000000, 2019),
            ],
        ),
        (
            "In 2020 and 2019, 124 and 175 sacks were sold for 3.1 and 4.2 million crowns,"
            " respectively.",
            [(124, 2020), (175, 2019), (3100000, 2020), (4200000, 2019)],
        ),
        (
            "Fines of $3.5 and $2.5 million were paid in May 2020 and May 2019, respectively.",
            [(3500000, 2020), (2500000, 2019)],
        ),
    ],
)  # fmt: skip
def test_each_list_that_is_given_respectively_goes_by_the_years(
    text: str, told: list[tuple[int, int]]
) -> None:
    assert [(int(f.value or 0), f.year) for f in ledger(text)] == told


def test_numbers_far_from_each_other_share_no_scale() -> None:
    facts = ledger("The guild sold 240 sacks and 1.2 million nets. It has 900 and 1.2 million.")
    assert [int(f.value or 0) for f in facts] == [240, 1200000, 900, 1200000]


def test_a_bound_opens_no_comparison() -> None:
    facts = ledger(
        "The church counted 1,083 raids in 2020, affecting more than 130,000 families, compared"
        " with 1,254 raids in 2019."
    )
    assert [f.year for f in facts] == [2020, 2020, 2019]


def test_no_mention_opens_with_letters_that_are_not_looked_for() -> None:
    everywhere = re.compile(
        r"(?<![^\W_])(?:" + "|".join(f"(?P<k_{n}>{p})" for n, p in PATTERNS) + ")"
    )
    texts = [path.read_text(encoding="utf-8") for path in sorted(SAMPLES.glob("*.md"))]
    texts += OPENINGS
    assert len(texts) > len(OPENINGS)
    for text in texts:
        found = [match.span() for match in everywhere.finditer(text)]
        assert [match.span() for match in MENTION.finditer(text)] == found
    assert all(any(hint in text for hint in HINTS) for text in OPENINGS if MAYBE.search(text))
    kinds = {match.lastgroup for text in OPENINGS if (match := MENTION.match(text))}
    assert kinds == {f"k_{name}" for name, _ in PATTERNS}  # a new pattern brings its openings
    assert all(MENTION.match(text) for text in OPENINGS)


SAMPLES = Path(__file__).parents[2] / "samples"
OPENINGS = [
    "12/03/2021", "2021-03-12", "2021W12", "2018-present", "from May 2018 to date",
    "the same period", "same month", "corresponding quarter in 2019",
    "comparable months", "equivalent half of 2020", "From 2019 to 2020", "from May to June",
    "Between 3 May and 4 June", "between 2019 and 2020", "early-2019 to late-2020", "-2019 – 2020",
    "first quarter", "second half of 2020", "third trimester", "fourth quarter",
    "final three months", "the prior quarter", "previous month", "sequentially",
    "quarter-over-quarter",
    "month over month",
    "last two quarters", "1st half", "H1 2020", "Q3-2021", "2020 H1", "Fiscal Year 2020",
    "fiscal 2020", "AY 2020", "FY 19-20",
    "Financial year 2019/20", "financial year 2019", "School year 2020",
    "school year 2020", "Academic year 2020", "academic year 2020", "Budget year 2020",
    "budget year 2020", "FY 2020", "FY20", "2020/21 school", "The previous year",
    "that of the previous year", "Previous year", "prior year", "preceding period", "Last year",
    "last year", "The year before", "the year before", "A year earlier", "a year ago",
    "One year before", "one year earlier", "Twelve months ago", "twelve months ago",
    "12 months ago", "the twelve months to March 2023", "six months ended 30 June 2020",
    "nine months ending on September 30", "two months through May", "18 months until May 2020",
    "Three years ago", "eight years earlier", "Eleven years ago", "ten years ago", "9 years ago",
    "Nine months to May", "Six months ended June", "Four years to May 2020", "Year ended June 2020",
    "year-over-year", "the last three years", "past decade", "the year", "this year",
    "the period under review", "year-to-date", "2019–20", "January", "February 3", "March 2020",
    "April", "May 5", "June", "July", "August", "September", "October", "November", "December 2020",
    "3 January", "Sept. 2020", "1990s", "2020", "mid-2020", "early-2020", "late-2020", "end-2020",
    "year-end-2020", "start-2020",
    "Spring 2020", "summer of 2020", "Autumn 2020", "autumn 2020", "Fall 20", "Winter term 2020",
    "Summer 2020", "spring of 2020", "winter 2019/20", "fall 2020",
]  # fmt: skip


def test_the_year_of_an_event_dates_what_a_clause_about_its_place_counts() -> None:
    (fact,) = ledger("The 2019 raids on the harbours that killed 13 pilots were filmed.")
    assert (int(fact.value or 0), fact.year) == (13, 2019)


def test_how_long_nothing_was_as_bad_dates_no_figure() -> None:
    (fact,) = ledger("It was the worst storm since 2007 and drowned 40 pilots.")
    assert (int(fact.value or 0), fact.year) == (40, 2020)


def test_members_of_those_whom_a_clause_is_about_are_dated_with_it() -> None:
    (fact,) = ledger("Pilots arrested, including 40 masons, sailed in 2018.")
    assert (int(fact.value or 0), fact.year) == (40, 2018)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It was 11% in FY 2020 versus only 9% in FY 2019 (28 mills vs. 22).",
            [(11, 2020), (9, 2019), (28, 2020), (22, 2019)],
        ),
        (
            "In 2020, 31 schools lost pupils compared with 40 in 2019 (12 percent versus 15"
            " percent).",
            [(31, 2020), (40, 2019), (12, 2020), (15, 2019)],
        ),
        (
            "Clerks mended 40 boats in 2018 and 31 in 2019 (52 and 44 percent, respectively).",
            [(40, 2018), (31, 2019), (52, 2018), (44, 2019)],
        ),
        (
            "Clerks mended 40 boats in 2018 and 31 in 2020 (12 of oak, 9 of pine).",
            [(40, 2018), (31, 2020), (12, 2020), (9, 2020)],
        ),
    ],
)
def test_a_pair_in_brackets_takes_the_years_of_what_it_repeats(
    text: str, expected: list[tuple[float, int]]
) -> None:
    assert years(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Under Act 41 of 2017, it licensed 120 boats.",
        "It licensed 120 boats under Regulation (EU) 2019/631.",
        "It licensed 120 boats under the Harbour Safety Act 2018.",
        "It licensed 120 boats under the Harbour Act (No. 71 of 2008).",
        "Under law no. 20.285 of 2008 it licensed 120 boats.",
        "The 1951 Convention on Boats covers 120 boats.",
        "It licensed 120 boats, as Resolution 1325 (2000) asks.",
        "It licensed 120 boats under the Agreement of 12 March 2015.",
        "Statutory Instrument 2015 No. 1730 covers 120 boats.",
        "It licensed 120 boats under SFS 2018:585.",
    ],
)
def test_the_year_in_the_name_of_a_law_dates_no_figure(text: str) -> None:
    assert years(text) == [(120, 2020)]


def test_a_year_behind_a_law_that_no_name_holds_dates_what_was_done() -> None:
    assert years("Under the Act, in 2017, it sank 9 boats.") == [(9, 2017)]
    assert years("In 2018 Act 12 licensed 120 boats.") == [(120, 2018)]
