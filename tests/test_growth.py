"""An input twice as long costs at most 2.3 times as much: calls are counted, not seconds."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from pathlib import Path

import pytest

from tracediff.pipeline import compare, examine

MOST = 2.3


def calls(run: Callable[[], object]) -> int:
    """How many functions a run calls, itself the second time, when all is loaded."""
    run()
    profile = cProfile.Profile()
    profile.runcall(run)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


def listed(size: int, year: int, step: int) -> str:
    figures = ", ".join(f"{i * step + 11} boats of kind {i}" for i in range(size))
    return f"# Harbour Review {year}\n\nIn {year} there were {figures}.\n"


def test_figures_of_one_sentence(tmp_path: Path) -> None:
    counts = []
    for size in (150, 300):
        files = [tmp_path / f"{size}-{year}.md" for year in (2020, 2021)]
        for file, year, step in zip(files, (2020, 2021), (7, 9), strict=True):
            file.write_text(listed(size, year, step), encoding="utf-8")
        counts.append(calls(lambda files=files: compare(*files)))  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


@pytest.mark.parametrize("part", ["[TBD] ", "1. ", "XXX "])
def test_placeholders_and_marks_of_one_line(tmp_path: Path, part: str) -> None:
    counts = []
    for size in (300, 600):
        file = tmp_path / f"{size}.md"
        file.write_text(f"# Harbour Review 2020\n\n{part * size}\n", encoding="utf-8")
        counts.append(calls(lambda file=file: examine(file)))  # type: ignore[misc]
    assert counts[1] / counts[0] <= MOST


def test_the_words_of_a_sentence_are_looked_up_once_for_all_its_findings() -> None:
    from tracediff.rank.importance import _words

    assert _words("Two Ferries sank.") is _words("Two Ferries sank.")
    assert _words("Two Ferries sank.") == {"two", "ferries", "sank"}
