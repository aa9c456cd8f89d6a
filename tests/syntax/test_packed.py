"""Parses that are packed away come back as they were, and are shared between processes."""

from __future__ import annotations

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.syntax.test_parse import WORDS
from tracediff.jobs import at_once, two_processes
from tracediff.syntax import has_finite_verb, parse, sharing, tagged, verbs
from tracediff.syntax.parse import Memory, remembered
from tracediff.text.vocabulary import PLAIN, Vocabulary

SAID = (
    "The harbour police did not arrest 40 young smugglers, who fled in 2019.",
    "Fifty per cent of 1,204 crews (of 40 000) were “not fully” paid — said the guild’s clerk.",
    "CO2e fell; $5 million was to be spent on R&D.",
    "",
)


@pytest.mark.parametrize("text", SAID)
def test_a_packed_parse_comes_back_as_it_was(text: str) -> None:
    memory = Memory()
    made = memory(text, PLAIN)
    memory.pack()
    assert memory.whole == {}
    found = memory(text, PLAIN)
    assert found is not made
    assert repr(found) == repr(made)
    assert memory.made == [text]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=60)
def test_any_parse_comes_back_as_it_was(words: list[str]) -> None:
    memory, text = Memory(), " ".join(words)
    made = memory(text, PLAIN)
    memory.pack()
    assert repr(memory(text, PLAIN)) == repr(made)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
@settings(max_examples=60)
def test_whether_there_is_a_verb_is_told_as_the_parse_tells_it(words: list[str]) -> None:
    text = " ".join(words)
    remembered.clear()
    alone = has_finite_verb(text), tagged(text)
    made = parse(text)
    held = has_finite_verb(text), tagged(text)
    remembered.pack()
    packed = has_finite_verb(text), tagged(text)
    asked = any(verb.finite for verb in made.verbs), list(made.tags)
    assert alone == held == packed == asked
    assert verbs(text) == made.verbs


def test_whether_there_is_a_verb_is_told_without_a_parse() -> None:
    remembered.clear()
    assert has_finite_verb("The keepers of Orsk have mended the pier since May.")
    assert not has_finite_verb("The keepers of Orsk")
    assert remembered.made == []
    assert [*remembered.tagged]  # which need not be tagged again
    parse("The keepers of Orsk")
    assert ("The keepers of Orsk", PLAIN) not in remembered.tagged


@pytest.mark.parametrize(
    "text",
    [
        "Thus making good use of all old nets mended",
        "Thus making possible the study of all data derived",
        "To sail is what the keepers wanted",
        "Nets mended in May and sold in June were small",
    ],
)
def test_a_past_form_that_only_describes_is_no_finite_verb(text: str) -> None:
    remembered.clear()
    assert has_finite_verb(text) == any(verb.finite for verb in parse(text).verbs)


def test_the_verbs_of_a_packed_parse_are_told_without_the_rest() -> None:
    remembered.clear()
    made = parse(SAID[0])
    remembered.pack()
    assert verbs(SAID[0]) == made.verbs
    assert remembered.whole == {}


def test_texts_that_were_only_tagged_are_held_for_a_while() -> None:
    memory = Memory(tagged=3)
    for at in range(10):
        assert memory.tags(f"Pier {at} leaked.", PLAIN)[-1] == "."
        assert len(memory.tagged) <= 3


def test_a_packed_parse_is_given_the_words_of_a_team() -> None:
    memory, own = Memory(), Vocabulary({"sovereign": "GBP"})
    text = "It paid 40 sovereigns."
    memory(text, PLAIN)
    memory.pack()
    assert memory(text, own).tokens.vocabulary is own
    assert memory(text, PLAIN).tokens.vocabulary is PLAIN


def test_more_than_are_held_as_they_are_is_packed() -> None:
    memory = Memory(whole=10)
    texts = [f"The crew of pier {at} mended {at} boats." for at in range(35)]
    for text in texts * 3:
        assert memory(text, PLAIN).tokens.source == text
        assert len(memory.whole) <= 10
    assert memory.made == texts


def test_no_more_is_packed_than_there_is_room_for() -> None:
    memory = Memory(whole=5, most=9)
    for at in range(60):
        memory(f"Pier {at} leaks.", PLAIN)
        assert len(memory.packed) <= 15


def test_what_another_process_parsed_is_not_parsed_again() -> None:
    remembered.clear()
    texts = [f"The crew of quay {at} mended boats." for at in range(40)]
    jobs = [partial(parse, text) for text in texts]
    with two_processes():
        found = sharing.taken(at_once(sharing.shared(jobs)))
    assert [one.tokens.source for one in found] == texts
    here = len(remembered.made)
    assert [repr(parse(text)) for text in texts] == [repr(one) for one in found]
    assert len(remembered.made) == here
