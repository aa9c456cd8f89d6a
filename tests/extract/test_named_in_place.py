"""Figures named by what they stand under: terms, lines that lead to a list, headings, captions."""

from __future__ import annotations

from pathlib import Path

import pytest

import tracediff
from tracediff.extract import extract

EVENTS = """# Report of the Veld Society for 2024

## Spring meeting in Orsk

- Speakers: 14
- Talks: 20

## Autumn meeting in Norr

- Speakers: 22
- Talks: 20
"""
BRANCHES = """<h1>Report for 2024</h1><h2>Northern branch</h2>
<dl><dt>Members</dt><dd>120</dd><dt>Boats</dt><dd>9</dd></dl>
<h2>Southern branch</h2><dl><dt>Members</dt><dd>88</dd><dt>Boats</dt><dd>9</dd></dl>"""
TERMS = """<h1>Report for 2024</h1><dl><dt>Volunteers</dt>
<dd>We had 120 people in four towns.</dd><dt>Funds raised</dt><dd>$41,000 through 12 events</dd>
<dt>Boats <b>repaired</b></dt><dd><p>41</p></dd></dl>"""
LISTS = """# Report for 2024

Complaints:

- upheld: 12
- dismissed: 4

Volunteers
: 120 people gave their time.

Sponsors
: 12 gold, 4 silver
"""
TABLES = """# Report for 2024

## Library loans

| Month | N |
|---|---|
| Max | 94 |
| Min | 12 |
| Total | 480 |

## Members by age

| Age | N | % |
|---|---|---|
| under 18 | 12 | 12 |
| 18-64 | 88 | 88 |

## Temperature

| Station | Max | Min |
|---|---|---|
| Orsk | 31 | 4 |
| Norr | 28 | 9 |
"""
MONEY = """# Report for 2024

## Expenses 💸

| Lawyer | $ 81.19 |
|---|---|
| Birthday party | $ 430.00 |
| Total costs | $ 511.19 |
"""
CLASSES = """# Report for 2024

## Success

| Size_Class | Total_Boats | Average Age |
|---|---|---|
| 10-20 | 15 | 8.5 |
| over 20 | 11 | 9.5 |
"""
ANSWERS = """# Survey of 2024

## Do you sail at night?

Yes: 41%

No: 59%

## Minutes

Total: 12
"""


@pytest.mark.parametrize(
    ("name", "text", "names"),
    [
        (
            "events.md",
            EVENTS,
            [
                "speakers, Spring meeting in Orsk",
                "talks",
                "speakers, Autumn meeting in Norr",
                "talks",
            ],
        ),
        (
            "branches.html",
            BRANCHES,
            ["Members, Northern branch", "Boats", "Members, Southern branch", "Boats"],
        ),
        (
            "terms.html",
            TERMS,
            ["people in towns", "towns", "funds raised", "funds raised, events", "boats repaired"],
        ),
        (
            "lists.md",
            LISTS,
            [
                "complaints, upheld",
                "complaints dismissed",
                "people who gave time",
                "sponsors, gold",
                "sponsors, silver",
            ],
        ),
        (
            "tables.md",
            TABLES,
            [
                *("Max, Library loans", "Min, Library loans", "Total, Library loans"),
                *("members, age under 18", "age under 18, share"),
                *("members, age 18-64", "age 18-64, share, Members by age"),
                *("Orsk, Max, Temperature", "Orsk, Lowest, Temperature"),
                *("Norr, Max, Temperature", "Norr, Lowest, Temperature"),
            ],
        ),
        (
            "money.md",
            MONEY,
            ["Lawyer, Expenses", "Birthday party, Expenses", "Total costs"],
        ),
        (
            "classes.md",
            CLASSES,
            [
                *("size class 10-20, Total Boats", "size class 10-20, Average Age"),
                *("size class over 20, Total Boats", "size class over 20, Average Age"),
            ],
        ),
        (
            "answers.md",
            ANSWERS,
            ["Yes, Do you sail at night?", "No, Do you sail at night?", "total"],
        ),
    ],
)
def test_a_figure_is_named_by_what_it_stands_under(
    name: str, text: str, names: list[str], tmp_path: Path
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert [fact.name for fact in extract(tracediff.read(path))] == names


def test_a_lowest_value_is_no_time(tmp_path: Path) -> None:
    path = tmp_path / "tables.md"
    path.write_text(TABLES, encoding="utf-8")
    facts = extract(tracediff.read(path))
    assert {fact.unit for fact in facts} == {None, "%"}
