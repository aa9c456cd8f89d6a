"""Each verb has the subject that its sentence gives it."""

import pytest

from tracediff.model.syntax import Relation
from tracediff.syntax import parse


def subject_and_verb(sentence: str, clause: int = 0) -> tuple[str, str]:
    p = parse(sentence)
    one = p.clauses[clause]
    return p.text(p.phrases[one.subject]), p.text(p.verbs[one.verb])


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("They're 12 of the 40 boats.", "They're", "They're"),
        ("We've sold 12 boats.", "We've", "We've sold"),
        ("It’s rising again.", "It’s", "It’s rising"),
        ("We'll lose 12 boats.", "We'll", "We'll lose"),
        ("They'd gone by May.", "They'd", "They'd gone"),
    ],
)
def test_a_pronoun_is_the_subject_of_the_verb_that_it_is_contracted_with(
    sentence: str, subject: str, verb: str
) -> None:
    assert subject_and_verb(sentence) == (subject, verb)


def test_a_contracted_verb_has_the_tense_of_what_it_is_short_for() -> None:
    tenses = [parse(s).verbs[0].tense for s in ("We'd left.", "We'll leave.", "We're leaving.")]
    assert tenses == ["past", "future", "present"]


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("In the 1990s Ostrava built 12 schools.", "Ostrava"),
        ("In the third quarter Veldania sold 12 boats.", "Veldania"),
        ("That means 12 boats.", "That"),
        ("In order to be paid in May, we must send bills.", "we"),
        ("In addition to going to sea, she mended nets.", "she"),
        ("Most of the rooms at these inns have 2 beds.", "Most"),
        ("Many were lost in the north.", "Many"),
        ("This year brought 12 fires.", "This year"),
        ("This period of change may last.", "This period"),
        ("The August 2018 case of men held in Orsk remained open.", "The August 2018 case"),
    ],
)
def test_what_opens_a_sentence_leaves_its_subject_alone(sentence: str, subject: str) -> None:
    assert subject_and_verb(sentence)[0] == subject


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        (
            "Efforts to cut waste and repair the roads were hampered by costs.",
            "Efforts",
            "were hampered",
        ),
        (
            "Plans to build a quay, paint a wall and train cooks were delayed.",
            "Plans",
            "were delayed",
        ),
        ("Work to find wrecks and raise them has begun.", "Work", "has begun"),
        ("Agreements signed in May and changed in June were kept.", "Agreements", "were kept"),
    ],
)
def test_a_list_of_deeds_that_describes_a_subject_is_not_its_verb(
    sentence: str, subject: str, verb: str
) -> None:
    found = subject_and_verb(sentence)
    assert (found[0], found[1].split()[0]) == (subject, verb.split()[0])


@pytest.mark.parametrize(
    ("sentence", "described"),
    [
        ("They acted against content identified as false.", "identified"),
        ("Police opened cases against men accused of theft.", "accused"),
        ("The guild wrote letters to crews hired in May.", "hired"),
    ],
)
def test_what_was_done_to_those_behind_a_preposition_describes_them(
    sentence: str, described: str
) -> None:
    p = parse(sentence)
    one = next(c for c in p.clauses if p.text(p.verbs[c.verb]) == described)
    assert one.relation is Relation.PARTICIPLE
    assert p.phrases[one.subject].preposition != -1


def test_how_many_asks_for_a_number() -> None:
    p = parse("It was not clear how many of them were sailors.")
    assert "many" not in [p.text(phrase) for phrase in p.phrases]


def test_what_is_found_has_the_verb_that_its_subject_waits_for() -> None:
    p = parse("They found that many men with plans for moving boats transitioned to new posts.")
    told = p.clauses[1]
    assert told.relation is Relation.COMPLEMENT
    assert (p.text(p.phrases[told.subject]), p.text(p.verbs[told.verb])) == (
        "many men",
        "transitioned",
    )
