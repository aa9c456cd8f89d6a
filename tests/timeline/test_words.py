"""Shared words say the more the rarer they are."""

from __future__ import annotations

from tests.timeline.making import report
from tracediff.pipeline import load
from tracediff.timelines.words import Weights, content, expansions


def weights() -> Weights:
    import tempfile
    from pathlib import Path

    text = " ".join(f"A majority of respondents name ferry {n} good." for n in range(60))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "2015.md")
        path.write_text(report(2015, text, "Otters nest there."), encoding="utf-8")
        return Weights([load(path)])


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    found = weights()
    assert found.of("otter") > 4 > 1 > found.of("respondent")
    assert found.rarest(content("Otters and respondents")) == ["otter", "respondent"]


def test_likeness_is_the_share_of_the_weight_in_common() -> None:
    found = weights()
    otters = content("Otters")
    assert found.alike(otters, otters) == 1.0
    assert found.alike(otters, content("Respondents")) == 0.0
    assert found.alike(frozenset(), frozenset()) == 0.0


def test_common_words_alone_tell_little() -> None:
    found = weights()
    common = content("a majority of respondents")
    assert found.alike(common, common) == 1.0
    assert found.telling(common, common, 4.0) < 0.5
    assert found.telling(content("otters"), content("otters"), 4.0) == 1.0


def test_a_short_form_says_what_it_was_explained_as() -> None:
    found = expansions(
        ["The Otter and Seal Board (OSB) met.", "Point-of-sale terminals (PXT) failed."]
    )
    assert found == {"osb": content("Otter Seal Board")}


def test_a_short_form_that_is_explained_in_two_ways_is_left_alone() -> None:
    assert expansions(["Northern Rail (NR) runs.", "Nature Reserve (NR) opens."]) == {}
    assert set(expansions(["Northern Rail (NR) runs.", "The Northern Rail (NR) ends."])) == {"nr"}


def test_words_meet_whatever_endings_they_have() -> None:
    assert content("killings") == content("killed")
    assert content("deployments") == content("deploy")
