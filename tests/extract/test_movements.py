"""Two levels with an arrow between them, distances from a line, and ratios to one."""

from __future__ import annotations

import pytest

from tracediff.model import Fact, FactKind
from tracediff.wording.values import figure

from .ledger_of import ledger


def told(*sentences: str) -> list[tuple[str, int | None, str]]:
    """Each fact as a reader sees it, its year, and what it counts."""
    return [(figure(f), f.year, f.counted or "") for f in ledger(*sentences) if not _changes(f)]


def _changes(fact: Fact) -> bool:
    return fact.kind is FactKind.CHANGE


@pytest.mark.parametrize(
    "text",
    [
        "The share of rye fell (54% → 46%).",
        "The share of rye went from 54% → 46%.",
        "Rye sold less, falling from 54% -> 46%.",
        "Rye dropped from 54% => 46% this year.",
    ],
)
def test_an_arrow_leads_from_the_year_before_to_this_one(text: str) -> None:
    (before, year, one), (now, then, two) = told(text)
    assert (before, year, now, then) == ("54%", 2019, "46%", 2020)
    assert one == two == text[text.lower().index("rye") :][:3]


def test_counts_on_either_side_of_an_arrow_share_their_noun() -> None:
    assert told("Ferries in service grew, 40 → 62.") == [
        ("40", 2019, "Ferries"),
        ("62", 2020, "Ferries"),
    ]


def test_the_far_end_of_a_movement_keeps_a_noun_of_its_own() -> None:
    facts = told("The fleet went from 40 cutters → 62 ferries.")
    assert [counted for _, _, counted in facts] == ["cutters", "ferries"]


def test_two_units_with_an_arrow_between_them_are_no_movement() -> None:
    assert [(said, year) for said, year, _ in told("Tolls rose: 40 ships → $60.")] == [
        ("40", 2020),
        ("$60", 2020),
    ]


@pytest.mark.parametrize(
    ("text", "said", "counted"),
    [
        ("Nationwide the prisons were 54.9 percent over capacity.", "54.9%", "prisons"),
        ("The shelters ran 12 percent below capacity.", "12%", "shelters"),
        ("Catches were 8 percent above the quota.", "8%", "Catches"),
        ("Rents stood 5 percent under the ceiling.", "5%", "Rents"),
    ],
)
def test_how_far_something_is_from_a_line_is_its_level(text: str, said: str, counted: str) -> None:
    assert told(text) == [(said, 2020, counted)]


def test_how_far_something_is_from_another_level_is_a_change() -> None:
    (fact,) = ledger("Sales were 20 percent over budget.")
    assert fact.kind is FactKind.CHANGE


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Bakers would bake again by a ratio of 19:1.", ["19:1"]),
        ("Most pupils agree that lunch is good (14:1).", ["14:1"]),
        ("Agreement rose (9:1 → 11:1).", ["9:1", "11:1"]),
        ("The ratio of pupils to teachers was 2.5:1.", ["2.5:1"]),
    ],
)
def test_a_ratio_to_one_is_a_figure(text: str, said: list[str]) -> None:
    assert [value for value, _, _ in told(text)] == said


@pytest.mark.parametrize(
    "text",
    [
        "The home side won 3:1 in the spring.",
        "The ferry (10:15) was late.",
        "The ratio was read at 19:1:30 by the clock.",
        "Clocks in the harbour ran by 7:10 time.",
    ],
)
def test_scores_times_and_numbers_of_forms_are_no_ratios(text: str) -> None:
    assert told(text) == []


def test_both_ends_of_a_ratio_that_moved_have_their_year() -> None:
    assert [year for _, year, _ in told("Agreement rose (9:1 → 11:1).")] == [2019, 2020]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Queues fell from 68 percent in 2018 to 55 percent.", [2018, 2020]),
        ("Rye rose from 60% in 2016 to 65% in 2017 to 73% today.", [2016, 2017, 2020]),
        ("During the year it stood at 54 percent, down from the 67 percent recorded in 2018.",
         [2020, 2018]),
        ("During the year the quota was 54 percent, a drop from the 67 percent counted in 2017.",
         [2020, 2017]),
        ("In 2019 the fleet rose from 40 to 60.", [2018, 2019]),
    ],
)  # fmt: skip
def test_each_level_of_a_movement_has_its_year(text: str, years: list[int]) -> None:
    assert [year for _, year, _ in told(text)] == years


def test_what_is_described_by_a_time_keeps_that_of_its_verb() -> None:
    assert told("In 2020 police freed 40 sailors taken in 2018.")[0][:2] == ("40", 2020)


@pytest.mark.parametrize(
    ("text", "said", "counted"),
    [
        ("The mill employs 1900 people in the north.", "1,900", "people"),
        ("It trained 2000 workers.", "2,000", "workers"),
        ("The club has 2010 members.", "2,010", "members"),
    ],
)
def test_a_number_of_staff_that_looks_like_a_year_is_counted(
    text: str, said: str, counted: str
) -> None:
    assert told(text) == [(said, 2020, counted)]


@pytest.mark.parametrize(
    "text",
    [
        "In 2019 people left.",
        "Since 2015 members pay more.",
        "The 2019 workers slept.",
        "1.18: the berth was dug.",
        "It had 2019 figures.",
    ],
)
def test_years_before_people_and_numbers_of_versions_count_nothing(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "From January to June 628 boats sank, down from the same period in 2019,"
        " when 806 boats sank.",
        "In the first half of the year 628 men drowned, compared with the first half of 2019,"
        " which saw 806 drownings.",
        "In the first six months 628 ferries sank, fewer than in the first half of 2019,"
        " when 806 ferries sank.",
    ],
)
def test_a_time_that_is_told_more_of_dates_what_is_told(text: str) -> None:
    first, second = ledger(text)
    assert first.period and first.period.label == "first half of 2020"
    assert second.period and second.period.label == "first half of 2019"


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("Rye went from 46% of sales to 67%.", [("46%", 2019), ("67%", 2020)]),
        ("The share of rye rose to 40% from 31%.", [("40%", 2020), ("31%", 2019)]),
        ("The yield fell from 12 sacks of rye to 9.", [("12", 2019), ("9", 2020)]),
        ("Rye went from 12 fields in 2016 to 44 fields.", [("12", 2016), ("44", 2020)]),
        ("Since 2016, the share of rye has grown from 4% to 7%.", [("4%", 2016), ("7%", 2020)]),
    ],
)
def test_a_verb_of_change_leads_from_one_level_to_another(
    text: str, levels: list[tuple[str, int]]
) -> None:
    found = told(text)
    assert [(value, year) for value, year, _ in found] == levels
    assert found[0][2] == found[1][2] != ""


def test_what_goes_from_one_thing_to_another_is_no_movement() -> None:
    assert told("The line carried rye from 12 farms to 4 mills.") == [
        ("12", 2020, "farms"),
        ("4", 2020, "mills"),
    ]


def test_a_movement_in_a_year_that_is_told_more_of_does_not_end_now() -> None:
    since, without = (
        [
            year
            for _, year, _ in told(f"Fees have not changed {words} it went from 30 to 34 crowns.")
        ]
        for words in ("since 2017, when", "; in 2017")
    )
    assert since[0] == without[-1] == 2017
