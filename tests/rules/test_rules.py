"""Each page in this folder is a rule: cases in which it must fire, and near misses.

A case is a heading, ``old:`` and ``new:`` with one sentence a line, and ``finds:`` with the rules
that must be among the findings, or ``finds: nothing of this rule``. A line that begins with "§" is
the heading of a section, one that begins with "|" the row of a table. Behind a rule may stand how
severe it must be. ``says:`` gives words that one of its messages must hold, and ``with:`` lines of
tracediff.toml under which the editions are compared.

``findings.txt`` keeps all that a reader is told of each case, in its order, as it is today:
``python -m tests.rules.test_rules`` writes it anew, and its diff shows what a change of the program
changes for a reader.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tracediff.config import load
from tracediff.model import Finding, Report
from tracediff.pipeline import compare
from tracediff.rules import RULES

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.md"))
BEFORE = "The coast of Veldania has three harbours and a lighthouse."
SAID = HERE / "findings.txt"
AFTER = "The islands are reached by ferry from the capital on most days."


class Case(NamedTuple):
    """One example of a page: what stood, what stands, and the rules that must find it."""

    rule: str
    title: str
    old: str
    new: str
    finds: tuple[tuple[str, str], ...]
    says: str
    config: str

    @property
    def rules(self) -> set[str]:
        """The rules that must be found."""
        return {rule for rule, _ in self.finds}


def cases() -> Iterator[Case]:
    for page in PAGES:
        for part in re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield _case(page.stem, part)


def _case(rule: str, part: str) -> Case:
    title, _, rest = part.partition("\n")
    held: dict[str, list[str]] = {key: [] for key in ("old", "new", "finds", "says", "with")}
    key = ""
    for line in rest.splitlines():
        opened = re.match(r"(old|new|finds|says|with):\s*(.*)", line)
        if opened:
            key, line = opened.groups()
        if key and line.strip():
            held[key].append(line.strip())
    return Case(
        rule,
        title.strip(),
        _text(held["old"]),
        _text(held["new"]),
        tuple(re.findall(r"\b([A-Z]\d{3})\b(?: (error|warning|note)\b)?", " ".join(held["finds"]))),
        " ".join(held["says"]),
        "\n".join(held["with"]),
    )


def _text(lines: list[str]) -> str:
    """Markdown made of the lines of a case."""
    text = ""
    for line in lines:
        opener = line[0]
        before = "\n\n" if opener == "§" or (opener == "|" and "\n|" not in text[-200:]) else "\n"
        text += before + line.replace("§", "##", 1) + ("\n\n" if opener == "§" else "")
    return text.strip()


@cache
def compared(case: Case) -> Report:
    with tempfile.TemporaryDirectory() as name:
        paths = Path(name, "old.md"), Path(name, "new.md")
        for path, text in zip(paths, (case.old, case.new), strict=True):
            path.write_text(f"# Report\n\n{BEFORE}\n{text}\n\n{AFTER}\n", encoding="utf-8")
        config = Path(name, "tracediff.toml")
        config.write_text(case.config, encoding="utf-8")
        settings = load(str(config)).settings
        return compare(*paths, old_year=2022, new_year=2023, settings=settings)


def told(case: Case) -> list[str]:
    """What a reader is told of a case: the headlines in their order, then the findings."""
    report = compared(case)
    checks = {check.findings[0].fingerprint for check in report.checks}
    return [f"# {case.rule} {case.title}", *(f"= {story.headline}" for story in report.stories)] + [
        f"{'-' if facet is one else ' +'} {facet.rule.id} {facet.severity.value}"
        f"{' (check)' if facet.fingerprint in checks else ''}: {facet.message}"
        for one in report.findings
        for facet in _all(one)
    ]


def kept() -> dict[str, list[str]]:
    """The lines of each case in ``findings.txt``, by the first."""
    parts = SAID.read_text(encoding="utf-8").strip().split("\n\n")
    return {part.partition("\n")[0]: part.splitlines() for part in parts}


def _all(finding: Finding) -> Iterator[Finding]:
    yield finding
    for facet in finding.facets:
        yield from _all(facet)


CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.title}")
def test_a_rule_finds_what_its_page_says(case: Case) -> None:
    there = [finding for one in compared(case).findings for finding in _all(one)]
    if not case.finds:
        assert case.rule not in {one.rule.id for one in there}
    for rule, severity in case.finds:
        own = [one for one in there if one.rule.id == rule]
        assert own
        assert not severity or severity in {one.severity.value for one in own}
    said = [one.message for one in there if one.rule.id == case.rule]
    assert not case.says or any(case.says in message for message in said)


KEPT = kept()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.title}")
def test_a_reader_is_told_what_is_kept(case: Case) -> None:
    said = told(case)
    assert said == KEPT[said[0]]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_cases_that_fire_and_near_misses(page: Path) -> None:
    assert page.stem in RULES
    own = [case for case in CASES if case.rule == page.stem]
    assert sum(page.stem in case.rules for case in own) >= 2
    assert sum(not case.finds for case in own) >= 2
    assert all(case.old != case.new for case in own)


if __name__ == "__main__":
    SAID.write_text("\n\n".join("\n".join(told(case)) for case in CASES) + "\n", encoding="utf-8")
