"""Statements of one matter: denied in part, bound, doubted, planned or turned round."""

from __future__ import annotations

import pytest

from tests.editions import messages


@pytest.mark.parametrize(
    ("old", "new", "rule", "told"),
    [
        (
            "The port authority did not fully enforce the law on night shifts.",
            "The port authority did not enforce the law on night shifts.",
            "C303",
            "it is denied outright now, not only in part (“fully”)",
        ),
        (
            "The port authority did not enforce the law on night shifts.",
            "The port authority did not fully enforce the law on night shifts.",
            "C303",
            "it is denied only in part now (“fully”)",
        ),
        (
            "The port authority did not fully enforce the law on night shifts.",
            "The port authority enforced the law on night shifts.",
            "C303",
            "what was denied in part (“fully”) is now asserted",
        ),
        (
            "The port authority enforced the law on night shifts.",
            "The port authority did not fully enforce the law on night shifts.",
            "C303",
            "what was asserted is now denied in part (“fully”)",
        ),
        (
            "Captains must report each accident to the harbour master.",
            "Captains should report each accident to the harbour master.",
            "C304",
            "“must report” became “should report”, weaker",
        ),
        (
            "Captains report each accident to the harbour master.",
            "Captains must report each accident to the harbour master.",
            "C304",
            "it is now stated as a duty (“must report”)",
        ),
        (
            "The guild sued the harbour council.",
            "The harbour council sued the guild.",
            "C308",
            "who acts and who is acted upon changed places",
        ),
        (
            "The board plans to open a clinic for divers in the harbour.",
            "The board opened a clinic for divers in the harbour.",
            "C305",
            "a plan is now stated as fact",
        ),
        (
            "The board opened a clinic for divers in the harbour.",
            "The board plans to open a clinic for divers in the harbour.",
            "C305",
            "a fact is now only a plan",
        ),
        (
            "The board did not open a clinic for divers in the harbour.",
            "The board plans to open a clinic for divers in the harbour.",
            "C305",
            "what was denied is now planned",
        ),
        (
            "The board plans to open a clinic for divers in the harbour.",
            "The board did not open a clinic for divers in the harbour.",
            "C305",
            "what was planned is said not to be so",
        ),
        (
            "The board has yet to open a clinic for divers in the harbour.",
            "The board opened a clinic for divers in the harbour.",
            "C305",
            "what was pending is done",
        ),
        (
            "The board opened a clinic for divers in the harbour.",
            "The launch of the hotline remained pending. The board has yet to open a clinic for"
            " divers in the harbour.",
            "C305",
            "what was done is still to be done",
        ),
        (
            "The guard seems to have closed the northern pier to trawlers.",
            "The guard closed the northern pier to trawlers.",
            "C302",
            "it is now stated as fact (“seems”)",
        ),
        (
            "The council is required to publish its accounts of the harbour.",
            "The council is able to publish its accounts of the harbour.",
            "C304",
            "no longer stated as a duty",
        ),
        (
            "The council was unable to publish its accounts of the harbour.",
            "The council published its accounts of the harbour.",
            "C301",
            "what was denied is now asserted",
        ),
        (
            "The council is likely to publish its accounts of the harbour.",
            "The council is to publish its accounts of the harbour.",
            "C302",
            "likely",
        ),
    ],
)
def test_what_changed_between_two_statements_of_one_matter_is_told(
    old: str, new: str, rule: str, told: str
) -> None:
    found = messages(old, new)
    assert any(told in message for message in found.get(rule, ())), found


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Without a permit nobody may dive in the harbour.",
            "No one may dive in the harbour without a permit.",
        ),
        (
            "Captains must not carry divers on deck at night.",
            "Captains carried divers on deck at night.",
        ),
    ],
)
def test_what_is_forbidden_is_not_told_as_reversed(old: str, new: str) -> None:
    assert "C301" not in messages(old, new)
