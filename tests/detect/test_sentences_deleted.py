"""A sentence deleted from a text that is else as it was, though another says something near it."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Severity

# What stays, what is deleted, and what stays behind it.
TEXTS = {
    "a cause that a recommendation repeats": (
        "The auditors looked at nine harbours. Three of them paid invoices twice.",
        "These errors occurred because the harbours lacked written rules and forms to ensure"
        " compliance with the Tariff Act.",
        "We recommended that the harbours develop written rules and forms to ensure compliance with"
        " the Tariff Act and train their clerks. They agreed.",
    ),
    "a deed that a plan repeats": (
        "The library moved to the new hall in May. Its readers got cards with chips.",
        "The staff also installed shelf monitoring to follow loans.",
        "They plan to improve the cards next.\n\n- Install alarms for water\n\n"
        "Branches installed several tools, including monitoring of loans and shelf counts by hand,"
        " and printed guides.",
    ),
    "a limit that a summary repeats": (
        "Wards were full all winter. Nurses from two agencies helped out.",
        "The hospital could not staff its night clinic in the northern wing.",
        "Doctors wrote letters to the board about it. The northern wing of the hospital has a"
        " clinic at night, a kitchen and rooms for staff.",
    ),
    "a denial in few words": (
        "The school set itself 61 aims. It reported on 40 of these aims in its yearbook.",
        "However, it did not report on the other 21 aims.",
        "Parents asked for a hearing in June.",
    ),
    "a figure in few words": (
        "Two trains collided at the northern junction in May.",
        "The line lost 14 days.",
        "Signals were exchanged over the summer by a firm from Orsk.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TEXTS)
def test_a_deleted_sentence_is_said_once(name: str) -> None:
    before, gone, after = TEXTS[name]
    found = report(f"{before} {gone} {after}", f"{before} {after}", (None, None)).findings
    assert [one.rule.id for one in found] in (["C306"], ["N103"]), [one.message for one in found]
    assert found[0].old is not None
    assert found[0].old.quote in gone


@pytest.mark.parametrize("name", TEXTS)
def test_an_added_sentence_is_said_once(name: str) -> None:
    before, added, after = TEXTS[name]
    found = report(f"{before} {after}", f"{before} {added} {after}", (None, None)).findings
    assert [one.rule.id for one in found] in (["C307"], ["N104"]), [one.message for one in found]


@pytest.mark.parametrize("name", TEXTS)
def test_a_sentence_that_moved_is_not_gone(name: str) -> None:
    before, moved, after = TEXTS[name]
    old = f"{before} {moved} {after}\n\nThe board met four times. Its chair retired."
    new = f"{before} {after}\n\nThe board met four times. {moved} Its chair retired."
    found = report(old, new, (None, None)).findings
    assert {one.severity for one in found} <= {Severity.NOTE}
    assert not {"C306", "C307", "N103", "N104"} & {one.rule.id for one in found}


def test_a_sentence_that_is_said_twice_is_not_gone_with_one_of_them() -> None:
    said = "The port lacked written rules to ensure compliance with the Tariff Act."
    old = f"The port grew. {said} Its cranes are old.\n\nIn short: {said} The mayor was told."
    new = f"The port grew. Its cranes are old.\n\nIn short: {said} The mayor was told."
    assert report(old, new, (None, None)).findings == ()
