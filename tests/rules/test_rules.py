"""Each page in this folder is a rule: cases in which it must fire, and near misses.

A case is a heading, ``old:`` and ``new:`` with one sentence a line, and ``finds:`` with the rules
that must be among the findings, or ``finds: nothing of this rule``. A line that begins with "§" is
the heading of a section, one that begins with "|" the row of a table.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tracediff.model import Finding
from tracediff.pipeline import compare
from tracediff.rules import RULES

HERE = Path(__file__).parent
PAGES = sorted(HERE.glob("*.md"))
BEFORE = "The coast of Veldania has three harbours and a lighthouse."
AFTER = "The islands are reached by ferry from the capital on most days."


class Case(NamedTuple):
    """One example of a page: what stood, what stands, and the rules that must find it."""

    rule: str
    title: str
    old: str
    new: str
    finds: tuple[str, ...]


def cases() -> Iterator[Case]:
    for page in PAGES:
        for part in re.split(r"^## ", page.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            yield _case(page.stem, part)


def _case(rule: str, part: str) -> Case:
    title, _, rest = part.partition("\n")
    held: dict[str, list[str]] = {"old": [], "new": [], "finds": []}
    key = ""
    for line in rest.splitlines():
        opened = re.match(r"(old|new|finds):\s*(.*)", line)
        if opened:
            key, line = opened.groups()
        if key and line.strip():
            held[key].append(line.strip())
    finds = tuple(re.findall(r"\b[A-Z]\d{3}\b", " ".join(held["finds"])))
    return Case(rule, title.strip(), _text(held["old"]), _text(held["new"]), finds)


def _text(lines: list[str]) -> str:
    """Markdown made of the lines of a case."""
    text = ""
    for line in lines:
        opener = line[0]
        before = "\n\n" if opener == "§" or (opener == "|" and "\n|" not in text[-200:]) else "\n"
        text += before + line.replace("§", "##", 1) + ("\n\n" if opener == "§" else "")
    return text.strip()


def found(case: Case, folder: Path) -> set[str]:
    paths = folder / "old.md", folder / "new.md"
    for path, text in zip(paths, (case.old, case.new), strict=True):
        path.write_text(f"# Report\n\n{BEFORE}\n{text}\n\n{AFTER}\n", encoding="utf-8")
    report = compare(paths[0], paths[1], old_year=2022, new_year=2023)
    return {finding.rule.id for one in report.findings for finding in _all(one)}


def _all(finding: Finding) -> Iterator[Finding]:
    yield finding
    for facet in finding.facets:
        yield from _all(facet)


CASES = tuple(cases())


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.rule} {case.title}")
def test_a_rule_finds_what_its_page_says(case: Case, tmp_path: Path) -> None:
    rules = found(case, tmp_path)
    if case.finds:
        assert set(case.finds) <= rules
    else:
        assert case.rule not in rules


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_a_page_has_cases_that_fire_and_near_misses(page: Path) -> None:
    assert page.stem in RULES
    own = [case for case in CASES if case.rule == page.stem]
    assert sum(page.stem in case.finds for case in own) >= 2
    assert sum(not case.finds for case in own) >= 2
    assert all(case.old != case.new for case in own)
