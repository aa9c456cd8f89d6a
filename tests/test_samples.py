"""The samples: all formats read alike, and what was planted in them is found."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from tracediff.model import BlockKind, Fact, Finding, Reading, Report, Sentence, Severity
from tracediff.pipeline import compare, load

SAMPLES = Path(__file__).parent.parent / "samples"
YEARS = (2023, 2024)
MADE = ("txt", "html", "docx", "pdf")

FILES = [(year, suffix) for year in YEARS for suffix in MADE]
every_file = pytest.mark.parametrize(("year", "suffix"), FILES)


@cache
def sample(year: int, suffix: str) -> Reading:
    return load(str(SAMPLES / f"veldania-{year}.{suffix}"))


@cache
def compared(suffix: str) -> Report:
    old, new = (str(SAMPLES / f"veldania-{year}.{suffix}") for year in YEARS)
    return compare(old, new)


@cache
def checked() -> Report:
    return compare(str(SAMPLES / "veldania-2024.md"), str(SAMPLES / "veldania-2025-draft.md"))


def test_the_made_files_are_up_to_date() -> None:
    done = subprocess.run(
        [sys.executable, str(SAMPLES / "make.py"), "--check"], capture_output=True, text=True
    )
    assert (done.returncode, "out of date" in done.stdout) == (0, False), done.stdout


# --- all formats alike ------------------------------------------------------------------------


@every_file
def test_every_format_tells_the_year(year: int, suffix: str) -> None:
    assert sample(year, suffix).edition.year == year


@every_file
def test_every_format_has_the_same_sections(year: int, suffix: str) -> None:
    assert titles(sample(year, suffix)) == titles(sample(year, "md"))


@every_file
def test_every_format_has_the_same_sentences(year: int, suffix: str) -> None:
    assert prose(sample(year, suffix)) == prose(sample(year, "md"))


@every_file
def test_every_format_reads_to_the_same_ledger(year: int, suffix: str) -> None:
    made, source = (ledger(sample(year, s)) for s in (suffix, "md"))
    assert len(source) > 90
    assert made == source


@pytest.mark.parametrize("year", YEARS)
@pytest.mark.parametrize("suffix", MADE)
def test_a_table_keeps_its_rows_and_its_years(year: int, suffix: str) -> None:
    (table,) = sample(year, suffix).edition.tables
    assert [head.text for head in table.heads[1:]] == [str(y) for y in range(year - 2, year + 1)]
    assert [[cell.text for cell in row] for row in table.rows] == [
        [cell.text for cell in row] for row in sample(year, "md").edition.tables[0].rows
    ]


@every_file
def test_what_stands_around_the_report_is_left_out(year: int, suffix: str) -> None:
    texts = [sentence.text for sentence in sample(year, suffix).edition.sentences]
    around = re.compile(
        r"cookie|newsletter|Tolvania|Secretariat|Search|^Forced Labour in Veldania|^\|"
    )
    assert [text for text in texts if around.search(text)] == []


@pytest.mark.parametrize("suffix", MADE)
def test_one_edition_in_two_formats_differs_in_no_figure(suffix: str) -> None:
    report = compare(str(SAMPLES / "veldania-2024.md"), str(SAMPLES / f"veldania-2024.{suffix}"))
    assert [finding.message for finding in report.findings] == []


@pytest.mark.parametrize("suffix", ["html", "docx"])
def test_a_pair_in_another_format_has_the_same_findings(suffix: str) -> None:
    assert told(compared(suffix)) == told(compared("md"))


def test_a_pair_of_text_files_has_the_same_findings_but_for_the_capitals_of_headings() -> None:
    text, source = ([(rule, said.casefold()) for rule, said in told(compared(suffix))]
                    for suffix in ("txt", "md"))  # fmt: skip
    assert sorted(text) == sorted(source)


def test_a_pair_of_pdf_files_has_the_same_errors() -> None:
    errors = [told(compared(suffix), Severity.ERROR) for suffix in ("md", "pdf")]
    assert len(errors[0]) > 4
    assert errors[1] == errors[0]


def told(report: Report, least: Severity | None = None) -> list[tuple[str, str]]:
    return sorted(
        (f.rule.id, f.message) for f in findings(report) if least is None or f.severity is least
    )


def titles(reading: Reading) -> list[str]:
    return [section.title.casefold() for section in reading.edition.sections]


def prose(reading: Reading) -> list[str]:
    """The sentences outside tables, notes and sources."""
    return [s.text for s in reading.edition.sentences if is_prose(s)]


def is_prose(sentence: Sentence) -> bool:
    kinds = (BlockKind.TABLE, BlockKind.NOTE, BlockKind.REFERENCE)
    caption = re.match(r"Table \d|Enforcement by the Labour Inspectorate", sentence.text)
    row = re.fullmatch(r"\D+(?: (?:[\d,]+|Unknown|N/A|–)){3}", sentence.text)
    return sentence.kind not in kinds and not caption and not row


def ledger(reading: Reading) -> Counter[tuple[object, ...]]:
    """What each figure says, however often."""
    sentences = reading.edition.sentences
    facts = (
        fact
        for fact in reading.facts
        if is_prose(sentences[fact.sentence]) or fact.table is not None
    )
    return Counter(row(fact) for fact in facts)


def row(fact: Fact) -> tuple[object, ...]:
    return fact.value, fact.unit, fact.counted, fact.year, fact.status


# --- what was planted -------------------------------------------------------------------------

Planted = tuple[str, ...]  # a rule, and words that stand in the finding's message or evidence

CHANGES: list[Planted] = [
    ("N103", "46", "not reported"),
    ("N102", "restitution", "14"),
    ("N103", "nannounced inspections", "1,260"),
    ("N105", "nvestigations", "134", "143"),
    ("N105", "enalties imposed", "413", "431"),
    ("N106", "74", "31", "first half of 2024"),
    ("N101", "412", "447"),
    ("A201", "22", "12", "9", "41"),
    ("A203", "12 percent", "38", "41"),
    ("A204", "360,000", "currency"),
    ("C301", "did not create this fund", "created this fund"),
    ("C302", "Police may have detained"),
    ("C303", "Most inspectors", "Some inspectors"),
    ("C303", "All prosecutors", "Some prosecutors"),
    ("C304", "border guards must", "border guards should"),
    ("C304", "buyers must", "buyers should"),
    ("C305", "planned a national action plan", "adopted a national action plan"),
    ("C305", "launched a course", "suspended the course"),
    ("C305", "trial was pending", "were convicted"),
    ("C306", "its register counted some victims twice"),
    ("C308", "Chamber of Commerce", "Labour Ministry"),
    ("C309", "Tier 2 Watch List"),
    ("S401", "Research and data"),
    ("S402", "Outlook"),
    ("S403", "Protection", "Assistance to victims"),
    ("S404", "Prevention", "Prosecution"),
    ("D502", "48,500"),
]

FAULTS: list[Planted] = [
    ("N105", "474", "447"),
    ("D502", "2,905"),
    ("C301", "depended on whether the victim testified"),
    ("A203", "suspects", "71", "66"),
    ("A201", "24", "13", "6", "45"),
    ("D501", "As of November 2024"),
    ("D503", "[insert figure]"),
    ("S401", "Funding"),
]


@pytest.mark.parametrize("planted", CHANGES, ids=" ".join)
def test_a_planted_change_is_found(planted: Planted) -> None:
    assert matching(compared("md"), planted), of_rule(compared("md"), planted[0])


@pytest.mark.parametrize("planted", FAULTS, ids=" ".join)
def test_a_fault_of_the_draft_is_found(planted: Planted) -> None:
    assert matching(checked(), planted), of_rule(checked(), planted[0])


def test_breakdowns_that_sum_are_no_finding() -> None:
    off = [f for f in findings(compared("md")) if f.rule.id in ("A201", "A202")]
    assert [f.section for f in off] in ([], ["Prosecution"])


def test_what_stayed_the_same_is_no_finding() -> None:
    same = re.compile(r"three months|age of 15|unspecified number|within 14 days|It was unclear")
    told = [f for f in findings(compared("md")) if f.rule.id[0] in "NC" and same.search(f.message)]
    weighty = [f.message for f in told if f.severity is not Severity.NOTE]
    assert [message for message in weighty if "“suspended”" not in message] == []
    notes = [f.message for f in told if f.severity is Severity.NOTE]
    assert [message for message in notes if "“decree” became “circular”" not in message] == []


def findings(report: Report) -> list[Finding]:
    return [one for finding in report.findings for one in (finding, *finding.facets)]


def of_rule(report: Report, rule: str) -> list[str]:
    """The messages of one rule, for the eye of whoever sees a test fail."""
    return [finding.message for finding in findings(report) if finding.rule.id == rule]


def matching(report: Report, planted: Planted) -> list[Finding]:
    rule, *words = planted
    return [
        finding
        for finding in findings(report)
        if finding.rule.id == rule and all(word in shown(finding) for word in words)
    ]


def shown(finding: Finding) -> str:
    quotes = [side.quote for side in (finding.old, finding.new) if side]
    return " ".join([finding.message, *quotes])
