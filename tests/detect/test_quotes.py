"""What a message quotes of a sentence."""

from __future__ import annotations

import pytest

from tests.editions import messages

OPENING = "The harbour council of Norr met again. Rye was short all winter."


def test_a_quote_does_not_open_with_the_number_of_a_note() -> None:
    said = "(1; 86) Council members kept the harbour police from freeing the rowers of Norr."
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["C306"]
    assert "says “Council members" in message


def test_a_quote_keeps_the_figure_at_its_head() -> None:
    said = "90% of all clerks to have taken the course on debt bondage by December {}."
    found = messages(f"{OPENING}\n\n{said.format(2019)}", f"{OPENING}\n\n{said.format(2021)}")
    assert "says “90% of all clerks" in found["C305"][0]


def test_a_statement_that_is_gone_is_quoted_whole() -> None:
    said = (
        "Council members of the northern harbours discouraged the harbour police and the court of"
        " Norr from freeing rowers whom the owners of galleys had bought from brokers, and high"
        " turnover among the clerks of the court weakened the unit that hears such cases."
    )
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["C306"]
    assert f"“{said.rstrip('.')}”" in message


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("In 2019 guards freed 400 rowers.", "Rowers (guards freed): 400 in 2019"),
        ("There were 160 deaths among rowers in 2019.", "Deaths among rowers: 160 in 2019"),
    ],
)
def test_a_figure_that_is_gone_names_the_edition(said: str, head: str) -> None:
    (message,) = messages(f"{OPENING} Boys sang.\n\n{said}", f"{OPENING} Boys sang.")["N103"]
    assert message == f"{head}; no longer reported in the 2020 edition."
