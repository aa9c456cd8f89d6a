"""Captions and column heads that say something else."""

from __future__ import annotations

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
