"""Sections and paragraphs that went, came, were renamed or moved."""

from __future__ import annotations

import pytest

from tests.editions import messages, report

PROTECTION = """## Protection

The ministry opened nine shelters in the northern districts. Local councils paid for the food.
"""
PREVENTION = """## Prevention

The institute taught pupils about their rights at work. Radio stations carried twelve programmes.
"""
FUNDING = """## Funding

Parliament voted fourteen million crowns for the programme. Auditors saw a third of it unspent.
"""


def test_a_section_that_is_gone_is_said() -> None:
    found = messages(PROTECTION + PREVENTION, PROTECTION)
    assert found["S401"] == ["The section “Prevention” (2 sentences) is gone."]
    assert "S402" not in found


def test_a_section_that_is_new_is_said() -> None:
    found = messages(PROTECTION, PROTECTION + PREVENTION)
    assert found["S402"] == ["The section “Prevention” (2 sentences) is new."]
    assert "S401" not in found


def test_a_section_is_shown_gone_by_a_sentence_that_is_gone() -> None:
    moved = "The guild of pilots reported to the harbour council of Norr. "
    more = "Nobody audited the books of the lighthouse. Rye was short on both islands."
    pilots = f"## Pilots\n\n{moved}{more}\n"
    found = report(PROTECTION + pilots, PROTECTION.rstrip() + " " + moved).findings
    (gone,) = (one for each in found for one in each.all if one.rule.id == "S401")
    assert gone.old is not None and "lighthouse" in gone.old.quote


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("Prevention: outstanding", "Prevention: requires improvement", "C309"),
        ("Prevention – green", "Prevention – amber", "C309"),
        ("Prevention (rated good)", "Prevention (rated poor)", "C309"),
        ("Target 4: met", "Target 4: not met", "C309"),
        ("Prevention: good", "Outreach: poor", "S403"),
        ("Case study: Norr", "Case study: Alder", "S403"),
    ],
)
def test_another_grade_in_a_heading_is_no_new_name(old: str, new: str, rule: str) -> None:
    before, after = (PREVENTION.replace("## Prevention", f"## {title}") for title in (old, new))
    found = messages(PROTECTION + before, PROTECTION + after)
    assert {"S403", "C309"} & set(found) == {rule}


def test_the_grades_of_a_heading_are_told() -> None:
    before = PREVENTION.replace("## Prevention", "## Food: good")
    assert messages(PROTECTION + before, PROTECTION + before.replace("good", "poor"))["C309"] == [
        "The heading grades “Food” otherwise: “good” became “poor”."
    ]


def test_a_section_with_another_heading_is_renamed_not_gone() -> None:
    renamed = PREVENTION.replace("## Prevention", "## Education and outreach")
    found = messages(PROTECTION + PREVENTION, PROTECTION + renamed)
    assert set(found) == {"S403"}


def test_a_paragraph_in_another_section_has_moved() -> None:
    paragraph = (
        "\nThe council met four times and published its minutes. Two members resigned in protest.\n"
    )
    found = messages(
        PROTECTION + paragraph + PREVENTION + FUNDING, PROTECTION + PREVENTION + FUNDING + paragraph
    )
    assert set(found) == {"S404"}
    assert "from “Protection” to “Funding”" in found["S404"][0]


def test_a_renumbered_heading_is_nothing() -> None:
    old = PROTECTION.replace("## Protection", "## 1. Protection") + PREVENTION
    new = PROTECTION.replace("## Protection", "## 2. Protection") + PREVENTION
    assert messages(old, new) == {}


def test_a_section_whose_heading_is_all_small_words_is_gone_like_any_other() -> None:
    about = PREVENTION.replace("## Prevention", "## About the")
    found = messages(PROTECTION + about, PROTECTION)
    assert found["S401"] == ["The section “About the” (2 sentences) is gone."]


def test_a_list_of_contents_is_no_section_that_goes() -> None:
    contents = "## Contents\n\nThe harbour and its dues, then the mills and their hands.\n\n"
    text = "# Review {}\n\n{}## Sea\n\nPilots guided 40 ships. Ferries connect the islands.\n"
    made = report(text.format(2019, contents), text.format(2020, ""))
    assert "S401" not in [one.rule.id for finding in made.findings for one in finding.all]
