"""docs/limits.md gives the figures that were measured."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "limits.md").read_text(encoding="utf-8")
RESULTS = (ROOT / "benchmarks" / "RESULTS.md").read_text(encoding="utf-8")
MEASURED = re.findall(r"^\| [^|]+ \| (\.\d+) \|$", PAGE, re.MULTILINE)


def test_the_figures_are_those_that_were_measured() -> None:
    assert len(MEASURED) == 15
    found = set(re.findall(r"(?<![\d.])\.\d+", RESULTS))
    assert set(MEASURED) <= found
