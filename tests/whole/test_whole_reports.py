"""Invented reports that changed in many ways, and all that a reader is told of each.

``<name>.told`` has the headlines, the findings, the figures of the new edition and what stands
beside what, as they are today. ``python -m tests.whole.test_whole_reports`` writes it anew; its
diff shows what a change of the program changes for a reader.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tracediff.model import Fact, Finding, Report
from tracediff.pipeline import compare

HERE = Path(__file__).parent
PAIRS = {
    "harbour": ("harbour-2022.md", "harbour-2023.md"),
    "library": ("library-2020.txt", "library-2021.txt"),
    "dairy": ("dairy-2021.md", "dairy-2022.md"),
    "pilots": ("pilots-2022.md", "pilots-2023.md"),
    "guard": ("guard-2019.txt", "guard-2020.txt"),
    "water": ("water-2020.md", "water-2021.md"),
}


@cache
def compared(name: str) -> Report:
    old, new = PAIRS[name]
    return compare(HERE / old, HERE / new)


def headlines(report: Report) -> Iterator[str]:
    for story in report.stories:
        yield f"{story.topic}: {story.headline}"
        yield from (f"    also {line}" for line in story.also)
    for check in report.checks:
        yield f"check: {check.headline}"


def findings(report: Report) -> Iterator[str]:
    def told(finding: Finding, depth: int) -> Iterator[str]:
        yield f"{'    ' * depth}{finding.rule.id} {finding.severity.value}: {finding.message}"
        for facet in finding.facets:
            yield from told(facet, depth + 1)

    for finding in report.findings:
        yield from told(finding, 0)


def figures(report: Report) -> Iterator[str]:
    def row(fact: Fact) -> str:
        value = "–" if fact.value is None else f"{fact.value.normalize():f}"
        period = fact.period.label if fact.period else "–"
        kind = f"{fact.status.value} {fact.bound.value} {fact.kind.value}"
        return f"{fact.quote} | {value} {fact.unit or ''} | {fact.label} | {period} | {kind}"

    yield from map(row, report.comparison.new.facts)


def links(report: Report) -> Iterator[str]:
    def text(side: str, indexes: tuple[int, ...]) -> str:
        sentences = getattr(report, side).sentences
        return " + ".join(" ".join(sentences[i].text.split()[:6]) for i in indexes)

    for link in report.comparison.alignment.links:
        moved = " (moved)" if link.moved else ""
        yield f"{link.kind.value}{moved}: {text('old', link.old)} => {text('new', link.new)}"


PARTS = {"headlines": headlines, "findings": findings, "figures": figures, "links": links}


def kept(name: str) -> dict[str, list[str]]:
    """What is kept of a pair, part by part."""
    parts = (HERE / f"{name}.told").read_text(encoding="utf-8").split("\n# ")[1:]
    return {lines[0]: lines[1:] for lines in (part.rstrip().splitlines() for part in parts)}


@pytest.mark.parametrize("name", PAIRS)
@pytest.mark.parametrize("part", PARTS)
def test_a_reader_is_told_what_is_kept(name: str, part: str) -> None:
    assert [line.rstrip() for line in PARTS[part](compared(name))] == kept(name)[part]


if __name__ == "__main__":
    for name in PAIRS:
        parts = (
            "\n".join((f"\n# {part}", *(line.rstrip() for line in tell(compared(name)))))
            for part, tell in PARTS.items()
        )
        (HERE / f"{name}.told").write_text("\n".join(parts) + "\n", encoding="utf-8")
