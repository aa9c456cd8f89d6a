"""Rows of words that only one edition of a table has."""

from __future__ import annotations

import pytest

from tests.editions import messages

HARBOUR = ("Worst | Forced begging in harbour towns", "Other | Diving for pearls at night")
RISKS = ("High | Fraud by clerks of the port", "Low | Loss of ropes in storms")
MEASURES = ("Board | Yearly audit of all ferries", "Crew | Weekly drills with lifeboats")


def table(*rows: str) -> str:
    """Rows below a head, behind a sentence."""
    return "Rye was short.\n\n| Kind | Form |\n|---|---|\n" + "".join(
        f"| {row} |\n" for row in rows
    )


@pytest.mark.parametrize(
    ("rows", "row"),
    [
        (HARBOUR, "Worst | Use in the sale of stolen boats"),
        (RISKS, "High | Collapse of the northern breakwater"),
        (MEASURES, "Crew | Helmets for everyone on deck"),
    ],
)
def test_a_row_of_words_that_is_gone_or_new_is_told(rows: tuple[str, str], row: str) -> None:
    without, whole = table(*rows), table(rows[0], row, rows[1])
    item = row.partition(" | ")[2]
    assert messages(whole, without)["C306"] == [
        f"A table of the 2019 edition lists “{item}”; that of the 2020 edition no longer does."
    ]
    assert messages(without, whole)["C307"] == [
        f"A table of the 2020 edition lists “{item}”; that of the 2019 edition does not."
    ]


def test_what_another_sentence_says_too_is_not_gone() -> None:
    old = table(HARBOUR[0], "Worst | Use in the sale of stolen boats", HARBOUR[1])
    more = (
        "In the northern towns gangs still make use of small boys in thefts of lamps and in the"
        " sale of stolen boats, of ropes, of oars and of sails, which the council deplores."
    )
    crime = f"\n## Crime\n\n{more}\n"
    told = messages(old + crime, table(*HARBOUR) + crime)
    assert not any("A table of" in one for one in told.get("C306", ()))


def test_a_row_with_figures_or_of_two_words_is_left_to_others() -> None:
    for row in ("Worst | 40 boats stolen at night from the quay", "Worst | Stolen boats"):
        told = messages(table(HARBOUR[0], row, HARBOUR[1]), table(*HARBOUR))
        assert not any("A table of" in one for one in told.get("C306", ()))


def test_a_table_that_is_gone_is_not_told_row_by_row() -> None:
    told = messages(table(*HARBOUR), "Rye was short.")
    assert not any("A table of" in one for one in told.get("C306", ()))
