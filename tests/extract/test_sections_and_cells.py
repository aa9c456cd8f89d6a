"""A period that a section gives for its data, and what it reaches."""

from __future__ import annotations

import pytest

from tracediff.pipeline import ledger, read_text

REPORT = """# Ports of Norr 2024

The ports saw 300 ships in 2024 and 280 in 2023.

## Posts

{0}

There were 210 vacancies. In 2024 the ports had 9 cranes.

| District | Vacancies |
|---|---|
| North | 12 |

## Quays

The ports have 80 quays.
"""


def periods(sentence: str) -> dict[str, str | None]:
    report = ledger(read_text(REPORT.format(sentence), name="ports.md"))
    return {str(f.value): f.period.label if f.period else None for f in report.reading.facts}


@pytest.mark.parametrize(
    ("sentence", "label"),
    [
        ("The registry provided final data for the 2022-2023 school year.", "2022–23"),
        ("The figures below are for fiscal year 2022.", "fiscal year 2022"),
        ("This section presents statistics for 2021.", "2021"),
        ("All figures refer to 2022 unless stated otherwise.", "2022"),
    ],
)
def test_what_a_section_gives_its_data_for_dates_its_prose_and_tables(
    sentence: str, label: str
) -> None:
    found = periods(sentence)
    assert (found["210"], found["12"]) == (label, label)
    assert (found["9"], found["80"], found["300"]) == ("2024", "2024", "2024")


@pytest.mark.parametrize(
    "sentence",
    [
        "The data were fetched on 3 March 2022.",
        "The data do not cover 2022.",
        "The plan of 2022 was dropped.",
        "Data from 2022 show that 40 berths were closed.",
        "The registry compared data for 2021 with figures for 2022.",
        "The statistics office moved in 2022.",
    ],
)
def test_what_declares_no_period_leaves_that_of_the_edition(sentence: str) -> None:
    found = periods(sentence)
    assert (found["210"], found["12"], found["80"]) == ("2024", "2024", "2024")


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("It had 40 pupils in the 2022-2023 school year.", "2022-07-01"),
        ("It had 40 players in the 2022–2023 season.", "2022-07-01"),
        ("It had 40 pupils from 2022-2023.", "2022-01-01"),
    ],
)
def test_two_years_that_name_one_school_year_are_one(text: str, start: str) -> None:
    [fact] = ledger(read_text(text, name="pupils.md")).reading.facts
    assert fact.period and str(fact.period.start) == start


def test_counts_named_in_cells_are_each_a_figure_of_its_column() -> None:
    table = (
        "# Quays 2023\n\n| Port | Seen in 2022 | Seen in 2023 |\n|---|---|---|\n"
        "| North | 4 ferries, 7 tugs | 3 ferries and 1 tug |\n| South | 12 ferries | none |\n"
        "| West | Smith, 3 others | 5 estimated |\n"
    )
    facts = ledger(read_text(table, name="quays.md")).reading.facts
    told = [(f.quote, f.counted, f.label, f.year) for f in facts if f.row in (0, 1)]
    assert told == [
        ("4 ferries", "ferries", "ferries seen, North", 2022),
        ("7 tugs", "tugs", "tugs seen, North", 2022),
        ("3 ferries", "ferries", "ferries seen, North", 2023),
        ("1 tug", "tug", "tug seen, North", 2023),
        ("12 ferries", "ferries", "ferries seen, South", 2022),
        ("none", "Seen", "South, Seen", 2023),
    ]
    assert [(f.quote, f.counted) for f in facts if f.row == 2] == [("5 estimated", "Seen")]
