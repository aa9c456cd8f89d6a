"""Fingerprints: the same matter keeps its name, whatever happens around it."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.scenario.texts import EDITION_2024, FIRST_DRAFT
from tracediff import Report, compare


def report(folder: Path, old: str, new: str) -> Report:
    (folder / "old.md").write_text(old, encoding="utf-8")
    (folder / "new.md").write_text(new, encoding="utf-8")
    return compare(folder / "old.md", folder / "new.md")


def prints(found: Report) -> list[str]:
    return [one.fingerprint for finding in found.findings for one in finding.all]


def narrow(text: str) -> str:
    """The paragraphs wrapped at 50 columns; the header stays."""
    head, body = text.split("# Child", 1)
    paragraphs = [textwrap.fill(part, 50) for part in f"# Child{body}".split("\n\n")]
    return head + "\n\n".join(paragraphs) + "\n"


def swapped(text: str) -> str:
    """Two sections in each other's place."""
    parts = text.split("## ")
    parts[1], parts[2] = parts[2], parts[1]
    return "## ".join(parts)


def more(text: str) -> str:
    """A new section in front and a sentence elsewhere."""
    text = text.replace(
        "## Inspections",
        "## Foreword\n\nThis report was printed on recycled paper by a cooperative.\n\n"
        "## Inspections",
    )
    return text.replace("in the spring.", "in the spring. Copies are free.")


@pytest.mark.parametrize("change", [narrow, swapped, more])
def test_findings_keep_their_fingerprints(tmp_path: Path, change: Callable[[str], str]) -> None:
    before = prints(report(tmp_path, EDITION_2024, FIRST_DRAFT))
    after = prints(report(tmp_path, EDITION_2024, change(FIRST_DRAFT)))
    assert len(before) > 8
    assert set(before) <= set(after)


def test_no_two_findings_share_a_fingerprint(tmp_path: Path) -> None:
    found = Counter(prints(report(tmp_path, EDITION_2024, FIRST_DRAFT)))
    assert found.most_common(1)[0][1] == 1


def test_two_findings_of_one_kind_on_one_line_are_told_apart(tmp_path: Path) -> None:
    old = "# Visits\n\nThe unit visited farms in 2023. It closed nothing.\n"
    new = "# Visits\n\nThe unit visited [insert] farms and [insert] mills in 2024. It closed TBD.\n"
    marks = [f for f in report(tmp_path, old, new).findings if f.rule.id == "D503"]
    every = [one.fingerprint for finding in marks for one in finding.all]
    assert len(every) >= 2
    assert len(set(every)) == len(every)


def test_another_value_is_another_fingerprint(tmp_path: Path) -> None:
    other = FIRST_DRAFT.replace("2,190", "2,390")
    before = set(prints(report(tmp_path, EDITION_2024, FIRST_DRAFT)))
    after = set(prints(report(tmp_path, EDITION_2024, other)))
    assert len(before - after) == len(after - before) == 1
