"""Values that both editions give in one sentence, and rows that were copied."""

from __future__ import annotations

import pytest

from tests.editions import messages


@pytest.mark.parametrize(
    "said",
    [
        "The share of orders sent in time rose from 55% to 85% after the change.",
        "The clinic cut its waiting time from 90 days to 7 days.",
        "An outside firm would have charged $1,000,000, but the survey cost $150,000.",
        "Membership of the rowing club went from 310 to 350, and its debts fell.",
    ],
)
def test_a_sentence_that_both_editions_have_restates_nothing(said: str) -> None:
    text = f"The year was dry. {said} Nobody complained."
    for edited in (
        text,
        text.replace("dry", "wet"),
        text.replace("The ", "the ").replace("its", "the"),
    ):
        assert not {"N105", "N106"} & messages(text, edited).keys()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The fund paid nine claims in Orsk and four in Lume.",
            "The fund paid four claims in Orsk and nine in Lume.",
        ),
        (
            "Of the 60 ferries, 41 were old and 19 were new.",
            "Of the 60 ferries, 19 were old and 41 were new.",
        ),
    ],
)
def test_values_that_changed_places_are_told(old: str, new: str) -> None:
    assert len(messages(old, new)["N101"]) == 2


def test_a_row_that_was_copied_under_another_head_is_restated() -> None:
    row = "| Ferries | 310 | 350 |"
    old, new = (f"| Kind | {y - 1} | {y} |\n|---|---|---|\n{row}\n" for y in (2019, 2020))
    assert "N105" in messages(old, new)
