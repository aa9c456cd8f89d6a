"""What a sentence said is not gone where a heading, a row of a table or an item says it now."""

from __future__ import annotations

import pytest

from tests.editions import messages

OPENING = "Ferries connect the islands. It owns nine ships and must repair them before June."
AFTER = "## Aims\n\nThe council meets on Mondays."


@pytest.mark.parametrize(
    ("said", "now"),
    [
        (
            "The firm must train all of its drivers in first aid and road safety.",
            "## First aid and road safety: must train all drivers\n\nThe council meets on Mondays.",
        ),
        (
            "Hospitals refuse visitors who carry no pass.",
            "## Hospitals refuse visitors without a pass\n\nThe council meets on Mondays.",
        ),
        (
            "In 2019 the firm trained 120 drivers in first aid and 40 cooks in hygiene.",
            f"{AFTER}\n\n| Trained | 2019 | 2020 |\n|---|---|---|\n| Drivers | 120 | 130 |\n"
            "| Cooks | 40 | 44 |",
        ),
        (
            "In 2019 the canteen served 512 pilots and 341 wardens at its tables.",
            f"{AFTER}\n\n| Served | 2019 | 2020 |\n|---|---|---|\n| Pilots | 512 | 530 |\n"
            "| Wardens | 341 | 344 |",
        ),
    ],
)
def test_what_a_heading_or_a_table_says_is_not_gone(said: str, now: str) -> None:
    old = f"# Review\n\n{said} {OPENING}\n\n{AFTER}\n"
    found = messages(old, f"# Review\n\n{OPENING}\n\n{now}\n")
    assert not {"C306", "N103"} & found.keys()
    gone = messages(old, f"# Review\n\n{OPENING}\n\n{AFTER}\n")
    assert {"C306", "N103"} & gone.keys()


def test_a_heading_with_another_figure_does_not_say_the_same() -> None:
    old = f"# Review\n\nThe firm trains 90 drivers in first aid. {OPENING}\n\n{AFTER}\n"
    head = "## First aid training for drivers\n\nThe council meets on Mondays."
    found = messages(old, f"# Review\n\n{OPENING}\n\n{head}\n")
    assert {"C306", "N103"} & found.keys()


POINTS = """We looked at much:

- Gender identity: who answers
- Assistive technology and tools that people use
- Pay
- Police fined nine pilots
"""
HEADS = """We looked at more.

## Gender identity

Two in nine are women. Most are men from Rye.

## Assistive technology

Many use braille. Others listen to pages.

## Pay

Wages rose in Orsk. Clerks earn little.
"""


def test_a_heading_that_was_an_item_is_no_new_section() -> None:
    old = f"# Review\n\n{OPENING} {POINTS}"
    assert "S402" not in messages(old, f"# Review\n\n{OPENING} {HEADS}")
    assert "S401" not in messages(f"# Review\n\n{OPENING} {HEADS}", old)
    other = "## Police\n\nMany rivers flood. Some lakes freeze over.\n"
    assert len(messages(old, f"# Review\n\n{OPENING} {HEADS}\n{other}")["S402"]) == 1
