"""Sentences cut into runs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.render.reports import edition, report
from tracediff.model import (
    Alignment,
    Comparison,
    EditKind,
    Link,
    Reading,
    Report,
    SectionLink,
    Side,
    Span,
)
from tracediff.render.passages import TextRun, excerpt, joined, passages

WORDS = st.lists(
    st.sampled_from(["must", "may", "60", "victims", "in", "2021", ",", "“all”"]), max_size=12
)


def pair(old: str, new: str) -> Report:
    before = edition("a", 2021, (("", ((old,),)),))
    after = edition("b", 2022, (("", ((new,),)),))
    links = (Link((0,), (0,), 0.5),)
    alignment = Alignment(links, (SectionLink(0, 0),))
    return Report(Comparison(Reading(before, (), ()), Reading(after, (), ()), alignment, ()), ())


@given(WORDS, WORDS, st.integers(0, 60), st.integers(0, 60))
def test_the_runs_of_a_sentence_are_its_text(
    old: list[str], new: list[str], a: int, b: int
) -> None:
    texts = {Side.OLD: " ".join(["The", *old]), Side.NEW: " ".join(["The", *new])}
    there = passages(pair(texts[Side.OLD], texts[Side.NEW]))
    for side, text in texts.items():
        assert "".join(run.text for run in there.runs(side, 0, [Span(a, b)])) == text


def test_what_differs_is_marked_and_what_stays_is_not() -> None:
    there = passages(pair("Inspectors must visit.", "Inspectors should visit."))
    assert [(run.text, run.kind) for run in there.runs(Side.OLD, 0)] == [
        ("Inspectors ", EditKind.SAME),
        ("must", EditKind.DELETED),
        (" visit.", EditKind.SAME),
    ]


def test_each_half_of_a_split_sentence_keeps_its_own_changes() -> None:
    there = passages(report())
    first, second = there.runs(Side.NEW, 1), there.runs(Side.NEW, 2)
    assert "6,120" in [run.text for run in first if run.kind is EditKind.INSERTED]
    assert "quarries" in "".join(run.text for run in second if run.kind is EditKind.SAME)


def test_two_pieces_of_evidence_in_one_sentence_are_one_quote_beside_its_counterpart() -> None:
    made = report()
    odd = next(one for one in made.findings if one.rule.id == "A203")
    beside, quote = passages(made).quotes(odd)
    assert (beside.context, quote.context) == (True, False)
    assert [run.text for run in quote.runs if run.marked] == ["compared with", "17 in 2021"]


def test_an_excerpt_keeps_the_change_and_cuts_the_rest() -> None:
    far = "word " * 60
    cut = excerpt((TextRun(far), TextRun("not", EditKind.INSERTED), TextRun(" " + far)))
    shown = "".join(run.text for run in cut)
    assert "not" in shown and "…" in shown and len(shown) < 120


def test_changed_words_that_only_a_blank_parts_are_joined() -> None:
    runs = (
        TextRun("a", EditKind.INSERTED),
        TextRun(" "),
        TextRun("b", EditKind.INSERTED, marked=True),
        TextRun(" c"),
    )
    assert [run.text for run in joined(runs)] == ["a b", " c"]
