"""What is read out of a sentence: its clauses, and the words that carry each claim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tracediff.extract.claims import claims, sentence_claims
from tracediff.model import (
    BlockKind,
    Claim,
    CueKind,
    Edition,
    Paragraph,
    Section,
    Sentence,
    Span,
    Stage,
)


def sentence(text: str, index: int = 0, kind: BlockKind = BlockKind.PARAGRAPH) -> Sentence:
    return Sentence(index, text, Span(0, len(text)), 0, 0, 1, kind=kind)


def read(text: str) -> tuple[Claim, ...]:
    return tuple(sentence_claims(sentence(text)))


def one(text: str) -> Claim:
    (claim,) = read(text)
    return claim


def edition(*sentences: Sentence) -> Edition:
    text = " ".join(s.text for s in sentences)
    section = Section(0, "", 0, Span(0, len(text)))
    paragraph = Paragraph(0, 0, BlockKind.PARAGRAPH, Span(0, len(text)), 0, len(sentences))
    return Edition(
        "a", "a.md", "markdown", 2023, "given", None, text, "", (section,), (paragraph,), sentences
    )


def test_each_clause_of_a_sentence_is_a_claim() -> None:
    found = read("The port was closed in spring, but the customs office remained open.")
    assert [claim.positive for claim in found] == [True, True]
    assert "port" in found[0].words and "custom" in found[1].words


def test_what_is_granted_first_is_a_clause_of_its_own() -> None:
    granted, told = read("Although the port was closed for 12 days, the guild had not complained.")
    assert (granted.positive, told.positive) == (True, False)
    assert "port" in granted.words and "port" not in told.words


def test_a_list_of_nouns_is_not_cut_into_clauses() -> None:
    assert len(read("Police, customs, and immigration officers attended the training.")) == 1


def test_a_denial_knows_what_it_denies() -> None:
    claim = one("The ministry did not create the relief fund.")
    assert not claim.positive
    assert {"creat", "relief", "fund"} <= claim.denied
    assert "ministri" not in claim.denied


def test_after_no_and_a_noun_the_verb_is_denied_first() -> None:
    (denial,) = one("No trial date had been set for the guards.").of(CueKind.DENIAL)
    assert denial.heads[0] == "set"


@pytest.mark.parametrize(
    "text",
    [
        "The agency inspected not only mines but also quarries.",
        "The decree No. 1036 founded the council.",
        "The report was due no later than June.",
        "The shelters did not provide adequate services.",
    ],
)
def test_what_only_looks_like_a_denial_denies_nothing(text: str) -> None:
    assert all(claim.positive for claim in read(text))


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The lack of clerks may impede the courts.", 0.5),
        ("The brokers reportedly kept passports.", 0.7),
        ("It was unclear whether the council met.", 0.1),
        ("In May the council met.", 1.0),
        ("May the council meet in June 2023, it will vote.", 0.5),
        ("The council met.", 1.0),
    ],
)
def test_certainty_is_what_a_hedge_leaves(text: str, certainty: float) -> None:
    assert min(claim.certainty for claim in read(text)) == certainty


def test_scope_and_duty_are_read_with_their_strength() -> None:
    claim = one("Most captains must report injured divers.")
    assert (claim.scope, claim.obligation) == (0.8, 1.0)
    assert one("Captains should report injured divers.").obligation == 0.6
    assert one("Captains report injured divers.").obligation is None


def test_a_permission_to_the_reader_is_no_hedge() -> None:
    claim = one("The form says you may withdraw your consent.")
    assert claim.certainty == 1.0
    assert claim.obligation == 0.25


def test_who_says_so_is_kept() -> None:
    said = one("According to the Seafarers Union, crews were underpaid.")
    assert said.source == "the Seafarers Union"
    assert one("The ministry reported that crews were underpaid.").source == "The ministry"
    assert one("Crews were underpaid.").source is None


def test_the_subject_stands_before_the_verb() -> None:
    assert one("The harbour board of Norr was closed.").subject == "The harbour board of Norr"


def test_a_rating_is_read_on_its_longest_name() -> None:
    (rating,) = one("The country was placed on the Tier 2 Watch List.").of(CueKind.RATING)
    assert (rating.text, rating.scale) == ("Tier 2 Watch List", "tier")


def test_cues_and_clauses_slice_the_sentence() -> None:
    text = "Most captains, who rarely sail, must not enter the port; some may."
    for claim in read(text):
        assert text[claim.at.start : claim.at.end].strip() == text[claim.at.start : claim.at.end]
        for cue in claim.cues:
            assert text[cue.at.start : cue.at.end] == cue.text


def test_headings_and_references_assert_nothing() -> None:
    spoken = sentence("The port was not closed in spring.", 1)
    silent = sentence("The port was closed in spring.", 0, BlockKind.HEADING)
    source = sentence("Harbour Times, The port was closed, 2022.", 2, BlockKind.REFERENCE)
    (found,) = claims([edition(silent, spoken, source)])
    assert {claim.sentence for claim in found} == {1}


def test_a_sentence_that_comes_again_asserts_the_same_there() -> None:
    text = "The port was not closed in spring."
    first, again = claims(
        [edition(sentence(text, 0)), edition(sentence("Ships sail.", 0), sentence(text, 1))]
    )
    assert [claim.sentence for claim in again] == [0, 1]
    assert again[1] == replace(first[0], sentence=1)


def test_a_sentence_of_marks_has_no_claim() -> None:
    assert read("— — —") == ()
    assert read("...") == ()


def kinds(text: str) -> set[tuple[CueKind, float]]:
    """What the cues of a sentence tell."""
    return {(cue.kind, cue.value) for claim in read(text) for cue in claim.cues}


@pytest.mark.parametrize(
    ("text", "rung"),
    [
        ("The council established a fund for divers.", Stage.LAUNCHED),
        ("The council announced the launch of a fund for divers.", Stage.LAUNCHED),
        ("The council hoped to establish a fund for divers.", Stage.PLANNED),
        ("The crews implemented the harbour code.", Stage.COMPLETED),
    ],
)
def test_a_stage_is_reached_only_where_it_is_told_as_reached(text: str, rung: Stage) -> None:
    reached = {value for kind, value in kinds(text) if kind is CueKind.STAGE}
    assert reached == {float(list(Stage).index(rung))}


@pytest.mark.parametrize(
    "text",
    [
        "Establish a fund for divers.",
        "If you create an account, the harbour keeps your name.",
        "The harbour law establishes a minimum age for divers.",
        "The crews of the Stalled Barges Office met in spring.",
        "Most fishing establishments in Almar are small.",
        "Table 4 gives complete data on the open berths and the delays.",
    ],
)
def test_what_is_asked_supposed_ruled_or_named_is_no_stage(text: str) -> None:
    assert CueKind.STAGE not in {kind for kind, _ in kinds(text)}


def test_a_sentence_that_asks_for_something_states_a_duty() -> None:
    assert (CueKind.OBLIGATION, 0.6) in kinds("Implement the code for divers.")
    assert (CueKind.OBLIGATION, 0.6) in kinds("Increase the number of inspectors.")
    assert (CueKind.TREND, 1.0) in kinds("Increases in fees were common.")
    assert (CueKind.OBLIGATION, 1.0) in kinds("The decree required captains to insure divers.")


def test_an_aim_is_no_trend() -> None:
    assert (CueKind.TREND, 1.0) in kinds("The number of divers continued to increase.")
    for text in ("The office met to increase safety.", "The fund is aimed at improving safety."):
        assert CueKind.TREND not in {kind for kind, _ in kinds(text)}, text


def test_what_a_law_says_may_be_done_is_permitted_not_possible() -> None:
    assert one("Under the law, divers may form unions.").obligation == 0.25
    assert one("Under the law, divers may form unions.").certainty == 1.0
    assert one("Storms may delay the ferry.").certainty == 0.5
    assert one("The law may have been broken.").certainty == 0.5


def test_who_could_not_is_denied_not_doubted() -> None:
    claim = one("Many divers could not leave the port.")
    assert (claim.positive, claim.certainty) == (False, 1.0)
    assert not read("Shifts were not to exceed nine hours.")[0].of(CueKind.DENIAL)


def test_a_word_that_describes_a_noun_is_no_step_of_a_case() -> None:
    assert (CueKind.CASE, 4.0) in kinds("The trial of the captain began.")
    for text in (
        "Lawyers learned trial procedures.",
        "Who is in charge lent boats free of charge.",
    ):
        assert CueKind.CASE not in {kind for kind, _ in kinds(text)}, text


def test_what_has_yet_to_be_included_is_denied() -> None:
    claim = one("The plan has yet to include harbour wages.")
    assert {"harbour", "wag"} <= claim.denied


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("According to the Ministry of Ports, Ships, and Fish, crews left.",
         "the Ministry of Ports, Ships, and Fish"),
        ("According to the Crews Union, captains, cooks, and divers left.", "the Crews Union"),
        ("Yet unions argued that crews were underpaid.", "unions"),
        ("As noted above, crews were underpaid.", None),
    ],
)  # fmt: skip
def test_who_says_so_is_named_whole(text: str, source: str | None) -> None:
    assert one(text).source == source


def test_an_admission_is_something_wanting() -> None:
    assert (CueKind.SHORTFALL, 1.0) in kinds(
        "The port conceded that its ledger listed a ship twice."
    )
