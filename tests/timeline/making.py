"""Short editions for tests: the texts of some years in, their timeline out."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from pathlib import Path

from tracediff.model import MeasureRun, Timeline
from tracediff.pipeline import timeline


def over(texts: Mapping[str, str]) -> Timeline:
    """The timeline of texts by the names of their files."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in texts.items():
            Path(folder, name).write_text(text, encoding="utf-8")
        return timeline([Path(folder, name) for name in texts])


def report(year: int, *sentences: str, section: str = "Harbours") -> str:
    """An edition with one section."""
    return f"# Harbour Review: {year} Edition\n\n## {section}\n\n{' '.join(sentences)}\n"


def yearly(*editions: str, first: int = 2015) -> Timeline:
    """The timeline of one sentence or more for each year."""
    years = range(first, first + len(editions))
    return over(
        {f"{year}.md": report(year, text) for year, text in zip(years, editions, strict=True)}
    )


def told(run: MeasureRun) -> list[tuple[str, int | None]]:
    """A run by its periods: the latest value of each."""
    return [
        (
            cell.period.label if cell.period else "",
            None if (v := cell.latest.value) is None else int(v),
        )
        for cell in run.cells
    ]
