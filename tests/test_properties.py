"""What holds for every pair of editions."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracediff.model import Report
from tracediff.pipeline import compare

SAMPLES = Path(__file__).parent.parent / "samples"

CLAUSES = [
    "The ministry opened {n} shelters in 2020, compared with 12 in 2019.",
    "The government did not report issuing any permits in 2020.",
    "Police freed {n} workers, including 9 children.",
    "Most inspectors had no written procedure.",
    "No court ordered restitution.",
    "It was unclear how many claims were paid.",
    "As of May the fund was not created.",
    "Employers must keep a register of their workers.",
    "About {n} percent of the claims were paid within three months.",
]

sentences = st.builds(
    lambda clause, n: clause.format(n=n), st.sampled_from(CLAUSES), st.integers(2, 999)
)
paragraphs = st.lists(sentences, min_size=1, max_size=4).map(" ".join)
editions = st.lists(paragraphs, min_size=1, max_size=5).map("\n\n".join)


def write(folder: Path, name: str, text: str) -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("editions")


@given(text=editions)
@settings(max_examples=40)
def test_an_edition_against_itself_gives_no_finding(folder: Path, text: str) -> None:
    path = write(folder, "same.md", text)
    assert compare(path, path).findings == ()


@given(text=editions, width=st.integers(40, 120))
@settings(max_examples=40)
def test_an_edition_against_itself_rewrapped_gives_no_finding(
    folder: Path, text: str, width: int
) -> None:
    wrapped = "\n\n".join(
        textwrap.fill(p, width, break_on_hyphens=False) for p in text.split("\n\n")
    )
    report = compare(write(folder, "flat.md", text), write(folder, "wrapped.md", wrapped))
    assert [f.message for f in report.findings] == []


@given(old=editions, new=editions)
@settings(max_examples=60)
def test_every_sentence_stands_in_exactly_one_link(folder: Path, old: str, new: str) -> None:
    report = compare(write(folder, "old.md", old), write(folder, "new.md", new))
    assert sorted(i for link in report.links for i in link.old) == list(
        range(len(report.old.sentences))
    )
    assert sorted(i for link in report.links for i in link.new) == list(
        range(len(report.new.sentences))
    )


@given(old=editions, new=editions)
@settings(max_examples=40)
def test_the_evidence_of_every_finding_stands_in_the_source(
    folder: Path, old: str, new: str
) -> None:
    assert_evidence(compare(write(folder, "old.md", old), write(folder, "new.md", new)))


def assert_evidence(report: Report) -> None:
    for finding in report.findings:
        assert finding.old or finding.new
        for evidence in (finding.old, finding.new):
            if evidence is None:
                continue
            edition = report.old if evidence.side.value == "old" else report.new
            sentence = edition.sentences[evidence.sentence]
            assert sentence.text[slice(*evidence.at)] == evidence.quote
            source = edition.text[slice(*sentence.locate(evidence.at))]
            assert " ".join(source.split()) == evidence.quote


def test_the_samples_say_the_same_whatever_the_wrapping() -> None:
    for year in ("2023", "2024"):
        report = compare(SAMPLES / f"veldania-{year}.md", SAMPLES / f"veldania-{year}.md")
        assert report.findings == ()
        assert report.summary[0] == "The two editions say the same, word for word."
        assert report.summary[1] == "They are one and the same file."


def test_the_evidence_of_the_samples_stands_in_their_source() -> None:
    report = compare(SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md")
    assert len(report.findings) >= 20
    assert_evidence(report)


def test_fingerprints_are_distinct() -> None:
    report = compare(SAMPLES / "veldania-2023.md", SAMPLES / "veldania-2024.md")
    prints = [f.fingerprint for f in report.findings]
    assert len(set(prints)) == len(prints)
