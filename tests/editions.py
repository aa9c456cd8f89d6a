"""Short editions for tests: two texts in, what tracediff says of them out."""

from __future__ import annotations

import tempfile
from pathlib import Path

from tracediff.model import Report
from tracediff.pipeline import compare


def report(old: str, new: str, years: tuple[int | None, int | None] = (2019, 2020)) -> Report:
    """Compare two texts as the editions of two years."""
    with tempfile.TemporaryDirectory() as folder:
        paths = Path(folder, "old.md"), Path(folder, "new.md")
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        return compare(*paths, old_year=years[0], new_year=years[1])


def messages(old: str, new: str, years: tuple[int, int] = (2019, 2020)) -> dict[str, list[str]]:
    """What was found, by rule, facets included."""
    found: dict[str, list[str]] = {}
    for finding in report(old, new, years).findings:
        for each in (finding, *finding.facets):
            found.setdefault(each.rule.id, []).append(each.message)
    return found
