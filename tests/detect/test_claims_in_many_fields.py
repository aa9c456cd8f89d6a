"""Claims of many fields, each in two wordings: ``claims.md`` says what is told of them.

A row is an old wording ("- "), a new one ("+ ") and what must be so ("= "): a rule with its
severity and words of its message; "silent" where nothing but notes may be told; "no" and the rules
that must not speak; "old:" and "new:" with words that the evidence of one side quotes; "unsaid:"
with words that no message may hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from tracediff.model import Evidence, Finding, Severity
from tracediff.pipeline import compare

AROUND = (
    "The harbour stands on a spit of rock north of the old town. Ferries call there twice a day.",
    "Baskets are woven from willow in the villages upstream.",
)


class Row(NamedTuple):
    """Two wordings, and what must be told of them."""

    old: str
    new: str
    wanted: tuple[str, ...]


def rows() -> Iterator[Row]:
    text = (Path(__file__).parent / "claims.md").read_text(encoding="utf-8")
    for part in text.split("\n\n"):
        lines = part.splitlines()
        if lines[0].startswith("- "):
            old, new, *wanted = (line[2:] for line in lines)
            yield Row(old, new, tuple(wanted))


def found(folder: Path, row: Row) -> list[Finding]:
    """All findings between the two wordings in like surroundings, facets included."""
    for year, text in ((2022, row.old), (2023, row.new)):
        page = f"# Yearly report {year}\n\n{AROUND[0]}\n\n{text}\n\n{AROUND[1]}\n"
        (folder / f"{year}.md").write_text(page, encoding="utf-8")
    report = compare(folder / "2022.md", folder / "2023.md")
    return [one for finding in report.findings for one in finding.all]


def holds(told: list[Finding], wanted: str) -> bool:
    """Whether what was told is as a row wants it."""
    kind, _, words = wanted.partition(": ")
    rule = re.fullmatch(r"([A-Z]\d{3}) (\w+)", kind)
    if rule is not None:
        return any(
            (one.rule.id, one.severity.value) == rule.groups() and words in one.message
            for one in told
        )
    if wanted == "silent":
        return all(one.severity is Severity.NOTE for one in told)
    if wanted.startswith("no "):
        return {one.rule.id for one in told}.isdisjoint(wanted.split()[1:])
    if kind == "unsaid":
        return not any(words in one.message for one in told)
    assert kind in ("old", "new")
    sides: list[Evidence | None] = [one.old if kind == "old" else one.new for one in told]
    return any(side is not None and words in side.quote for side in sides)


@pytest.mark.parametrize("row", [*rows()], ids=lambda row: f"{row.old} {row.new}"[:90])
def test_what_is_told_of_two_wordings(tmp_path: Path, row: Row) -> None:
    told = found(tmp_path, row)
    missed = [wanted for wanted in row.wanted if not holds(told, wanted)]
    assert missed == [], [(one.rule.id, one.severity.value, one.message) for one in told]


def test_all_rows_are_read() -> None:
    text = (Path(__file__).parent / "claims.md").read_text(encoding="utf-8")
    assert len(list(rows())) == text.count("\n- ") > 300
    assert all(row.wanted for row in rows())
