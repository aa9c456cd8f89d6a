"""Labels of people and others whom the clause tells from any: who they are, of what, by what."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        (
            "The course was attended by 31 people from Orsk.",
            ["people who attended course from Orsk"],
        ),
        ("Attendance rose to 4,100 people.", ["attendance, people"]),
        ("Its team consists of 14 people.", ["team, people"]),
        ("With a team of 14 people, it ran a ferry.", ["team of people"]),
        (
            "12 cadets passed the Professional Certificate (PC) exam.",
            ["cadets that passed Professional Certificate exam"],
        ),
        (
            "9 trainees gained a Coastal Diploma (CD) in rowing.",
            ["trainees that gained Coastal Diploma in rowing"],
        ),
        ("It reported the release of $1.1 bn in grants.", ["release of grants"]),
        ("The board approved the payment of $40 in May.", ["payment approved"]),
        (
            "Over 90% of those responding to our survey say that the course was worth it.",
            ["those responding to survey, saying course was worth"],
        ),
        ("40 of those answering the survey sail.", ["those answering survey sail"]),
        (
            "Only 7% said there was no remarkable impact on their lives.",
            ["saying no remarkable impact on lives"],
        ),
        (
            "12% of pilots reported that there were too few boats.",
            ["pilots reporting too few boats"],
        ),
        (
            "The guide is read in 12 languages thanks to translators.",
            ["languages where guide is read"],
        ),
        (
            "The guide was put into 12 languages, thanks to translators.",
            ["languages"],
        ),
        ("The home was built for 40 inmates.", ["capacity for inmates"]),
        ("This equates to a 92.80% survival rate.", ["survival rate"]),
        ("It had a total of seven boats, none of which sank.", ["boats"]),
        ("52% of guests said that they would come again.", ["guests that would come again"]),
    ],
)
def test_those_counted_are_told_from_any(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels
