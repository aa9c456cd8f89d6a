"""Figures that only say of what, or of whom, others are told, and figures of like words apart."""

from __future__ import annotations

import pytest

from tests.timeline.making import over, report, told, yearly
from tracediff.model import Timeline
from tracediff.pipeline import read_text
from tracediff.study import load
from tracediff.timelines.measures import measures_nothing, of_both

SAME = "Divers sleep in the old tower. Tugs are painted green."


def values(found: Timeline) -> list[list[int | None]]:
    return [[value for _, value in told(run)] for run in found.series]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In all, 26 percent of pilots aged 20 to 24 sail alone.", "20"),
        ("Divers found two swimmers ages 14 and 15 and a man age 22 near the pier.", "22"),
        ("The guard rescued a 14-year-old sailor from the reef.", "14-year-old"),
        ("A court heard the case of a stoker, age 31, who had left his ship.", "31"),
        ("The harbour counted 53 wrecks per 1,000 boats.", "1,000"),
        ("There were 9 guards for every 400 sailors.", "400"),
        ("Talks between the two harbours went on.", "two"),
        ("Both sides asked these three pilots for a report.", "three"),
    ],
)
def test_a_number_may_only_say_of_what_another_is_told(text: str, quote: str) -> None:
    facts = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md")).facts
    (fact,) = (one for one in facts if one.quote == quote)
    assert measures_nothing(text, fact, facts)


@pytest.mark.parametrize(
    "text",
    [
        "The law prohibits work at sea before the age of 16.",
        "The minimum age for pilots is 21.",
        "The port lost two tugs.",
        "The harbour employs the 40 stokers.",
        "All seven pilots were released.",
    ],
)
def test_a_limit_and_a_count_measure_something(text: str) -> None:
    facts = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md")).facts
    assert facts
    assert not any(measures_nothing(text, one, facts) for one in facts)


@pytest.mark.parametrize(
    ("text", "both"),
    [
        ("In all, 55% of pilots said they sail both tugs and rafts.", True),
        ("A majority of captains (61%) own both a boat and a mooring.", True),
        ("In all, 40% of stokers fear both fog and ice at night.", True),
        ("In all, 55% of pilots sail tugs and rafts.", False),
        ("Both ports said that 12% of pilots sail tugs and rafts.", False),
    ],
)
def test_who_does_both_is_told_from_who_does_one(text: str, both: bool) -> None:
    facts = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md")).facts
    assert [of_both(text, one) for one in facts] == [both]


@pytest.mark.parametrize(
    "form",
    [
        "In {0}, {1} and {2}, coal came to about {a}%, {b}% and {c}%, respectively, of our costs.",
        "The harbour lost {a}, {b} and {c} anchors in {0}, {1} and {2}, respectively.",
        "The harbour recorded {a}, {b} and {c} wrecks for {0}, {1} and {2}, respectively.",
    ],
)
def test_years_told_respectively_are_one_measure(form: str) -> None:
    worth = {2013: 31, 2014: 37, 2015: 44, 2016: 52}
    found = yearly(
        *(
            form.format(y - 2, y - 1, y, a=worth[y - 2], b=worth[y - 1], c=worth[y])
            for y in (2015, 2016)
        )
    )
    assert [told(run) for run in found.series] == [[(str(y), v) for y, v in worth.items()]]


def _tables(first: str, second: str) -> Timeline:
    rest = report(2015, SAME), report(2016, SAME)
    return over({"2015.md": f"{rest[0]}\n{first}", "2016.md": f"{rest[1]}\n{second}"})


def _table(section: str, year: int, **rows: int) -> str:
    lines = [f"| {name.title()} | {value} |" for name, value in rows.items()]
    head = f"## {section}\n\n| Cost | {year} |\n|---|---|"
    return "\n".join([head, *lines, "\n"])


def test_a_row_is_followed_under_its_own_heading() -> None:
    found = _tables(
        _table("Pilotage", 2015, coal=410, rope=57) + _table("Dredging", 2015, coal=96, rope=31),
        _table("Dredging", 2016, coal=118, rope=33) + _table("Pilotage", 2016, coal=437, rope=61),
    )
    assert sorted(map(str, values(found))) == sorted(
        map(str, [[410, 437], [57, 61], [96, 118], [31, 33]])
    )


def test_rows_that_nothing_tells_apart_are_not_followed() -> None:
    twice = _table("Costs", 2015, coal=410, rope=57) + _table("Costs", 2015, coal=96, rope=57)
    found = _tables(twice, _table("Costs", 2016, coal=118, rope=61))
    assert values(found) == [[57, 61]]
    ended = twice.replace("| 2015 |", "| Year to December 31, 2015 |", 1)
    assert "Year to" in ended
    assert values(_tables(ended, _table("Costs", 2016, coal=118, rope=61))) == [[57, 61]]


def test_what_happened_on_a_day_is_not_what_happened_on_another() -> None:
    first = "On March 28, a search of ships at Kelm led to the arrest of {} smugglers of rope."
    then = "On May 18, a raid that the mint had asked for led to the arrests of {} smugglers."
    found = yearly(f"{first.format(141)} {SAME}", f"{then.format(39)} {SAME}")
    assert values(found) == []


def test_a_plan_is_no_point_of_what_came() -> None:
    found = yearly(
        f"The port spent 310 million francs on dredging in 2015. {SAME}",
        f"The port plans to spend 322 million francs on dredging in 2018. {SAME}",
    )
    assert [310000000, 322000000] not in values(found)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The debt was paid off with the sum of $18,877,500.",
            "The reserve stood at the sum of $10,744,680.",
        ),
        (
            "The fund for widows fell short, and the value was $33,000.",
            "Trade in ore rose, and its value was $52,833.",
        ),
        (
            "The cost of the new pier was $620,741.",
            "Rope for the fleet was bought at a cost of $715,320.",
        ),
    ],
)
def test_an_amount_that_is_only_called_one_joins_nothing(first: str, second: str) -> None:
    assert values(yearly(f"{first} {SAME}", f"{SAME} {second}")) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("The costs were $242,483, being less by $17,788 than those of 2015.", "$17,788"),
        ("The value of the ore exceeds by $150,000 that of 2015.", "$150,000"),
        ("Our trade in rope was $115,000 greater than that of 2015.", "$115,000"),
        ("The receipts were $16,030 in excess of those of 2015.", "$16,030"),
    ],
)
def test_a_difference_is_no_point_of_what_differs(text: str, quote: str) -> None:
    facts = load(read_text(f"# Harbours 2016\n\n{text}", name="2016.md")).facts
    (fact,) = (one for one in facts if one.quote == quote)
    assert measures_nothing(text, fact, facts)
    assert not any(measures_nothing(text, one, facts) for one in facts if one is not fact)


def test_rows_that_are_never_filled_are_no_series() -> None:
    empty = "## Costs\n\n| Cost | {} |\n|---|---|\n| Coal | {} |\n| Wrecks | – |\n"
    assert values(_tables(empty.format(2015, 410), empty.format(2016, 437))) == [[410, 437]]


@pytest.mark.parametrize(
    "text",
    [
        "Coal is the cargo of {1}% of ships (up from {0}% last year), as it has been since 1990.",
        "Since the strike ended, ships with coal made up {1}%, up from {0}% last year.",
        "Ships with coal made up {1}%, up from {0}% in the previous year, and led for ten years.",
    ],
)
def test_what_is_told_of_last_year_is_of_last_year(text: str) -> None:
    found = yearly(f"{text.format(61, 65)} {SAME}", f"{text.format(65, 66)} {SAME}")
    assert [("2014", 61), ("2015", 65), ("2016", 66)] in [told(run) for run in found.series]
