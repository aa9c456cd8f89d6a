"""What findings of several documents have in common, and how it is told of many."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.portfolio.making import compared, write
from tracediff.model import Evidence, Finding, Report, Side, Span, Status, Trait
from tracediff.pipeline import compare
from tracediff.portfolios.traits import frequent, is_withheld, shared, trait
from tracediff.rules import RULES

OLD = """# Review: 2020 Edition

## 3. Work

The office must fine every captain. In 2020 the police freed 31 workers.
"""
NEW = """# Review: 2021 Edition

## 3. Work

The office should fine every captain. In 2021 the police freed 12 workers.
"""


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    top = tmp_path_factory.mktemp("traits")
    return compare(write(top / "a.md", OLD), write(top / "b.md", NEW))


def evidence(report: Report, side: Side, sentence: int, fact: int | None = None) -> Evidence:
    edition = report.old if side is Side.OLD else report.new
    text = edition.sentences[sentence].text
    return Evidence(side, sentence, Span(0, len(text)), text, fact)


def finding(rule: str, old: Evidence | None, new: Evidence | None, section: str = "") -> Finding:
    return Finding(RULES[rule], RULES[rule].severity, "message", section, old, new)


def sentence(report: Report, side: Side, words: str) -> int:
    edition = report.old if side is Side.OLD else report.new
    return next(one.index for one in edition.sentences if words in one.text)


def fact(report: Report, side: Side) -> int:
    reading = report.comparison.old if side is Side.OLD else report.comparison.new
    return next(one.index for one in reading.facts if one.value in (31, 12))


@pytest.mark.parametrize(
    ("rule", "section", "wanted"),
    [
        ("S401", "3. Work", Trait("section", "gone: work", "Section “3. Work” gone")),
        ("S402", "IV. Work 2021", Trait("section", "new: work #", "Section “IV. Work 2021” new")),
        ("S401", "", None),
        ("S404", "Work", None),
        ("N101", "Work", None),
    ],
)
def test_a_section_is_the_same_whatever_its_number(
    report: Report, rule: str, section: str, wanted: Trait | None
) -> None:
    assert trait(finding(rule, None, None, section), report.comparison) == wanted


def test_a_figure_is_known_by_its_label_and_what_happened_to_it(report: Report) -> None:
    at = sentence(report, Side.OLD, "freed"), fact(report, Side.OLD)
    old = evidence(report, Side.OLD, *at)
    label = report.comparison.old.facts[at[1]].label
    found = trait(finding("N102", old, None), report.comparison)
    assert found is not None
    assert found.key == f"fell to none: {label.casefold()}"
    assert found.text == f"{label[:1].upper()}{label[1:]}: fell to none"
    lost = trait(finding("N103", old, None), report.comparison)
    assert lost is not None
    assert lost.key.startswith("no longer reported: ")
    measured = replace(finding("N105", None, None), measure="workers freed")
    assert trait(measured, report.comparison) == Trait(
        "figure", "restated: workers freed", "workers freed: restated"
    )


@pytest.mark.parametrize(
    ("status", "withheld"),
    [(Status.NOT_REPORTED, True), (Status.UNKNOWN, True), (Status.REPORTED, False)],
)
def test_a_figure_is_withheld_where_the_new_edition_says_so(
    report: Report, status: Status, withheld: bool
) -> None:
    at = fact(report, Side.NEW)
    reading = report.comparison.new
    facts = tuple(replace(f, status=status) if f.index == at else f for f in reading.facts)
    comparison = replace(report.comparison, new=replace(reading, facts=facts))
    own = evidence(report, Side.NEW, sentence(report, Side.NEW, "freed"), at)
    assert is_withheld(finding("N103", None, own), comparison) is withheld
    assert not is_withheld(finding("N102", None, own), comparison)
    assert not is_withheld(finding("N103", None, replace(own, fact=None)), comparison)
    found = trait(finding("N103", None, own), comparison)
    assert found is not None
    assert found.key.startswith("withheld: " if withheld else "no longer reported: ")


def test_an_old_figure_is_not_withheld_by_the_new_edition(report: Report) -> None:
    old = evidence(report, Side.OLD, sentence(report, Side.OLD, "freed"), fact(report, Side.OLD))
    assert not is_withheld(finding("N103", None, old), report.comparison)


def test_a_statement_is_known_by_its_words_with_figures_alike(report: Report) -> None:
    old = evidence(report, Side.OLD, sentence(report, Side.OLD, "freed"))
    found = trait(finding("C306", old, None), report.comparison)
    assert found == Trait(
        "statement",
        "No longer said: in # the police freed # workers.",
        "No longer said: “In 2020 the police freed 31 workers.”",
    )
    new = evidence(report, Side.NEW, sentence(report, Side.NEW, "fine"))
    said = trait(finding("C307", None, new), report.comparison)
    assert said is not None
    assert said.text == "Newly said: “The office should fine every captain.”"
    assert trait(finding("C306", None, None), report.comparison) is None


def test_a_long_statement_is_cut_at_a_word(report: Report) -> None:
    old = evidence(report, Side.OLD, 0)
    edition = report.old
    long = replace(edition.sentences[0], text="word " * 60)
    sentences = (long, *edition.sentences[1:])
    reading = replace(report.comparison.old, edition=replace(edition, sentences=sentences))
    found = trait(finding("C306", old, None), replace(report.comparison, old=reading))
    assert found is not None
    assert found.text.endswith("word …”")
    assert len(found.text) < 190


def test_a_changed_word_is_the_same_in_whatever_sentence(report: Report) -> None:
    old, new = (
        evidence(report, side, sentence(report, side, "fine")) for side in (Side.OLD, Side.NEW)
    )
    found = trait(finding("C304", old, new), report.comparison)
    assert found is not None
    assert (found.kind, found.text.split("”")[0]) == ("wording", "“must fine every")


def test_a_year_that_became_another_is_no_story_of_many(tmp_path: Path) -> None:
    head = "# Review\n\n## Work\n\nThe office keeps a register of ships, volume {}, in Lorn.\n"
    made = compare(
        write(tmp_path / "a.md", head.format(82)), write(tmp_path / "b.md", head.format(1982))
    )
    sides = [evidence(made, side, sentence(made, side, "volume")) for side in Side]
    short = [replace(one, quote="") for one in sides]
    assert trait(finding("C308", short[0], short[1]), made.comparison, "headline") is None


def test_where_no_word_tells_it_the_headline_does(report: Report) -> None:
    lone = finding("C301", None, None)
    assert trait(lone, report.comparison, "The fund exists since 2021") == Trait(
        "wording", "C301: the fund exists since #", "The fund exists since 2021"
    )
    assert trait(lone, report.comparison) is None


def test_a_placeholder_is_known_by_what_was_left(report: Report) -> None:
    new = replace(evidence(report, Side.NEW, 0), quote="[insert figure]")
    assert trait(finding("D503", None, new), report.comparison) == Trait(
        "left over", "D503: insert figure]", "Left in: “[insert figure]”"
    )
    assert trait(finding("D503", None, None), report.comparison) is None


def test_so_many_documents_make_a_story_and_each_counts_once(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    first = found.documents[0]
    gone, new = Trait("section", "a", "A gone"), Trait("section", "b", "B new")
    documents = [
        replace(first, name="3", traits=(gone, new)),
        replace(first, name="1", traits=(gone._replace(text="A is gone"), gone)),
        replace(first, name="2", traits=(gone, gone, new)),
    ]
    (one,) = shared(documents, 3)
    assert (one.text, one.documents) == ("A gone", ("1", "2", "3"))
    two = shared(documents, 2)
    assert [(one.key, one.documents) for one in two] == [
        ("a", ("1", "2", "3")),
        ("b", ("2", "3")),
    ]
    assert shared(documents, 4) == ()
    of = [one.traits for one in documents]
    assert frequent(of, 3) == {hash(("section", "a"))}
    assert frequent(of, 2) == {hash(("section", "a")), hash(("section", "b"))}


def test_a_document_holds_only_what_others_may_share(tmp_path: Path) -> None:
    found, _ = compared(tmp_path)
    held = {one.name: [trait.key for trait in one.traits] for one in found.documents}
    assert held["alta-2021.md"] == ["gone: pilots"]
    assert held["dorn-2021.md"] == []
