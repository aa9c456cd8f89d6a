"""docs/walk.md names functions that exist, and that a figure does pass on its way."""

from __future__ import annotations

import inspect
import re
import sys
from functools import cache, reduce
from importlib import import_module
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

from tracediff.model import Report
from tracediff.pipeline import compare

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "walk.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| \d \| `([\w/.]+)` \| ((?:`[\w.]+`(?:, )?)+) \|", re.MULTILINE)
FILE = re.compile(r"^`(\d{4}\.md)`\n\n```markdown\n(.*?)```", re.MULTILINE | re.DOTALL)


def stations() -> dict[str, list[str]]:
    """Each module of the walk with its functions."""
    return {module: re.findall(r"`([\w.]+)`", names) for module, names in ROW.findall(PAGE)}


@cache
def walked(folder: Path) -> tuple[Report, frozenset[CodeType]]:
    """The comparison of the page, and what was called to make it."""
    old, new = (folder / name for name, _ in FILE.findall(PAGE))
    called: set[CodeType] = set()

    def note(frame: FrameType, event: str, argument: object) -> None:
        called.add(frame.f_code)

    for name, text in FILE.findall(PAGE):
        (folder / name).write_text(text, encoding="utf-8")
    before = sys.getprofile()
    sys.setprofile(note)
    try:
        report = compare(old, new)
    finally:
        sys.setprofile(before)
    return report, frozenset(called)


def test_the_walk_is_short() -> None:
    assert len(stations()) <= 8
    assert 20 <= sum(map(len, stations().values())) <= 40


def test_every_function_that_it_names_is_called(tmp_path: Path) -> None:
    _, called = walked(tmp_path)
    for file, names in stations().items():
        dotted = file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        module = import_module(f"tracediff.{dotted}")
        for name in names:
            function: Any = reduce(getattr, name.split("."), module)
            assert inspect.unwrap(function).__code__ in called, f"{file}: {name}"


def test_the_headline_and_the_steps_before_it_are_as_shown(tmp_path: Path) -> None:
    report, _ = walked(tmp_path)
    (story,) = report.stories
    assert f"```\n{story.headline}\n```" in PAGE
    (finding,) = story.findings
    assert finding.rule.id == "N101"
    (series,) = report.comparison.series
    assert [str(point.fact.value) for point in series.points] == ["412", "447"]
    (fact,) = report.comparison.new.facts
    assert (fact.quote, fact.counted, fact.year) == ("447", "victims", 2024)
