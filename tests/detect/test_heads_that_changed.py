"""Captions and column heads that say something else."""

from __future__ import annotations

import pytest

from tests.editions import messages

ROWS = "|---|---|---|\n| Alder | 12 | 40 |\n| Birch | 15 | 44 |\n| Cedar | 19 | 47 |\n"


def heads(first: str, second: str) -> str:
    return f"# Ports\n\nThe ports keep a log.\n\n| Port | {first} | {second} |\n{ROWS}"


def test_a_column_head_that_says_something_else_is_told() -> None:
    found = messages(heads("Divers trained", "Crews"), heads("Divers fined", "Crews"))
    assert "“Divers trained” is now “Divers fined”" in found["S405"][0]


def test_a_statement_that_is_gone_beside_its_plan_is_pending() -> None:
    found = messages(
        "The launch of the hotline for divers in the harbour remained pending.",
        "The board launched the hotline for divers in the harbour.",
    )
    assert any("what was pending is done" in message for message in found["C305"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (("Fees ($000)", "1,200", "3,400"), ("Fees ($m)", "1.2", "3.4")),
        (("Late", "12%", "34%"), ("Late (%)", "12", "34")),
        (("Depth in km", "12", "34"), ("Depth (km)", "12", "34")),
    ],
)
def test_a_unit_that_moves_into_a_head_changes_nothing(
    before: tuple[str, str, str], after: tuple[str, str, str]
) -> None:
    assert not messages(small(*before), small(*after))


def test_a_head_with_another_unit_says_something_else() -> None:
    assert "S405" in messages(small("Fees (EUR)", "12", "34"), small("Fees (USD)", "12", "34"))
    assert "S405" in messages(small("Fees", "12", "34"), small("Fines", "12", "34"))


def small(head: str, first: str, second: str) -> str:
    row = f"|---|---|\n| Alder | {first} |\n| Birch | {second} |\n"
    return f"# Ports\n\nThe ports keep a log.\n\n| Port | {head} |\n{row}"


def test_a_caption_in_another_scale_changes_nothing_where_its_figures_do_not() -> None:
    def captioned(scale: str, first: str, second: str) -> str:
        row = f"|---|---|\n| Alder | {first} |\n| Birch | {second} |\n"
        return f"# Ports\n\nThe ports keep a log.\n\nFees, in {scale}\n\n| Port | 2021 |\n{row}"

    old = captioned("thousands of euros", "1,200", "3,400")
    assert "S405" not in messages(old, captioned("millions of euros", "1.2", "3.4"))
    other = captioned("thousands of euros", "1,200", "3,400").replace("Fees,", "Fines,")
    assert "The caption" in messages(old, other)["S405"][0]


def test_a_sentence_above_a_table_is_compared_as_one() -> None:
    def led(sentence: str) -> str:
        return f"# Ports\n\n{sentence}\n\n| Port | Crews | Ships |\n{ROWS}"

    found = messages(led("The yards are lit at night."), led("The yards are lit at dawn."))
    assert "S405" not in found
    assert found
