"""docs/limits.md gives the figures that were measured, and what is really read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tracediff import Fact, extract_facts

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
RESULTS = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
MEASURED = re.findall(r"^\| [^|]+ \| (\.\d+) \|$", PAGE, re.MULTILINE)
READ = re.findall(r"^\| ([A-Z][^|]+\.) \| ([^|]+) \| [^|]+ \|$", PAGE, re.MULTILINE)


def words(fact: Fact) -> str:
    """A figure as the page writes it: its value, what it counts, its year."""
    value = "none" if fact.status == "none" else str(fact.value)
    what = f"{value} {fact.counted or ''}".strip()
    return f"{what}, {fact.year}" if fact.year else what


def test_the_figures_are_those_that_were_measured() -> None:
    assert len(MEASURED) == 14
    found = set(re.findall(r"(?<![\d.])\.\d+", RESULTS))
    assert set(MEASURED) <= found


@pytest.mark.parametrize(("sentence", "read"), READ)
def test_a_sentence_is_read_as_the_page_says(sentence: str, read: str) -> None:
    told = "; ".join(map(words, extract_facts(sentence)))
    assert (told or "nothing") == read


def test_there_are_sentences() -> None:
    assert len(READ) == 6
