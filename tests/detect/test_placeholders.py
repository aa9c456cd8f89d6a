"""What stood where a placeholder stands now."""

from __future__ import annotations

import pytest

from tests.editions import messages, report
from tracediff.model import Side

FILLER = "Rye was short all winter. The quay is swept on Mondays."


@pytest.mark.parametrize(
    ("old", "new", "mark"),
    [
        ("- Orsk: 950,715", "- Orsk: TODO", "TODO"),
        ("The fleet had 14 ferries in May.", "The fleet had XX ferries in May.", "XX"),
        ("Fees rose to 40 crowns a ship.", "Fees rose to [insert] crowns a ship.", "[insert]"),
    ],
)
def test_a_placeholder_is_told_beside_what_stood_there(old: str, new: str, mark: str) -> None:
    (one,) = [
        each
        for finding in report(f"{FILLER}\n\n{old}", f"{FILLER}\n\n{new}").findings
        for each in finding.all
        if each.rule.id == "D503"
    ]
    said = old.removeprefix("- ").removesuffix(".")
    assert one.message.endswith(f"left in the text: “{mark}” where the 2019 edition says “{said}”.")
    assert one.old is not None
    assert one.new is not None
    assert (one.old.side, one.new.side) == (Side.OLD, Side.NEW)


def test_a_placeholder_in_a_new_sentence_stands_alone() -> None:
    (message,) = messages(FILLER, f"{FILLER}\n\nGulls nest on TODO roofs of Lume.")["D503"]
    assert message == "A placeholder was left in the text: “TODO”."


def test_a_placeholder_that_stood_there_already_is_told_alone() -> None:
    old, new = "The fleet had TODO ferries in May.", "The fleet had TODO ferries and boats in May."
    (message,) = messages(f"{FILLER}\n\n{old}", f"{FILLER}\n\n{new}")["D503"]
    assert message == "A placeholder was left in the text: “TODO”."


def test_a_placeholder_in_a_heading_that_only_another_heading_follows_is_told() -> None:
    kept = f"## Tides\n\n{FILLER}"
    made = report(
        f"# Guide 2019\n\n{kept}\n\n## Fleets\n\n### Ferries\n\nFerries call at Orsk.",
        f"# Guide 2020\n\n{kept}\n\n## TODO\n\n### Ferries\n\nFerries call at Orsk.",
    )
    told = [one for finding in made.findings for one in finding.all if one.rule.id == "D503"]
    assert [one.message for one in told] == ["A placeholder was left in the heading “TODO”."]
    assert told[0].new is not None
    assert told[0].new.quote == "Ferries call at Orsk."
