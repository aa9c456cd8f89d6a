"""Substance and wording: which revisions say something else, and which say it otherwise."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracediff import meaning_change

SENTENCE = "The agency helped the crews of trawlers in the northern harbours."


def test_the_same_text_means_the_same() -> None:
    assert meaning_change(SENTENCE, SENTENCE) == 0.0


@pytest.mark.parametrize(
    ("wording", "substance"),
    [
        (SENTENCE.replace("helped", "has helped"), SENTENCE.replace("crews", "12 crews")),
        (SENTENCE.replace("agency", "agencies"), SENTENCE.replace("agency", "Norr Board")),
        (SENTENCE.replace("harbours", "harbors"), SENTENCE.replace("helped", "never helped")),
        (
            SENTENCE.replace("in the northern harbours", "in northern harbours"),
            SENTENCE[:-1] + " and paid their fares home with a loan of the fishing fund.",
        ),
        (SENTENCE.replace("The agency", "the agency"), SENTENCE.replace("northern", "all 14")),
    ],
)
def test_substance_weighs_more_than_wording(wording: str, substance: str) -> None:
    assert meaning_change(SENTENCE, wording) < 0.35
    assert meaning_change(SENTENCE, substance) > meaning_change(SENTENCE, wording) + 0.1


def test_a_number_with_a_letter_is_a_number() -> None:
    assert meaning_change("Clerks use form 3a.", "Clerks use form 4b.") > 0.8
    assert meaning_change("Clerks use form 3.", "Clerks use form 4.") > 0.6


def test_typography_is_not_meaning() -> None:
    assert meaning_change("the agency’s “plan”", 'the agency\'s "plan"') == 0.0


def test_texts_too_long_to_be_versions_of_one_sentence_mean_something_else() -> None:
    old, new = ("".join(f"{word}{n} " for n in range(2_001)) for word in ("cargo", "crew"))
    assert meaning_change(old, new) > 0.99


@given(st.text(max_size=200), st.text(max_size=200))
def test_any_two_texts_have_an_answer_between_nought_and_one(old: str, new: str) -> None:
    assert 0.0 <= meaning_change(old, new) <= 1.0
