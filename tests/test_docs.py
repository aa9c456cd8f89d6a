"""The docs say what the program does."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

import tracediff
from tracediff.rules import CATALOGUE

ROOT = Path(__file__).parent.parent
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), ROOT / "samples" / "README.md"]


@pytest.mark.parametrize(
    "maker",
    [
        "make_rules.py",
        "make_readme.py",
        "make_api.py",
        "make_portfolio.py",
        "make_tricky.py",
        "pictures.py",
    ],
)
def test_what_is_made_from_the_program_is_up_to_date(maker: str) -> None:
    done = subprocess.run(
        [sys.executable, str(ROOT / "docs" / maker), "--check"],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (0, "")


def test_every_rule_has_cases() -> None:
    names = {path.stem for path in (ROOT / "tests" / "rules").glob("*.md")}
    assert names == {rule.id for rule in CATALOGUE}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_the_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text(encoding="utf-8"), flags=re.S)
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


def named_class(name: str) -> object:
    """What a name of the glossary stands for; without a module it is of the model."""
    module, _, own = name.rpartition(".")
    return getattr(import_module(module or "tracediff.model"), own)


def test_the_nouns_of_the_glossary_are_those_of_the_code() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    entries = [line for line in text.splitlines() if line.startswith("- **")]
    names = [name for line in entries for name in re.findall(r"`([\w.]+)`", line)]
    assert all(isinstance(named_class(name), type) for name in names)
    public = {name for name in tracediff.__all__ if isinstance(getattr(tracediff, name), type)}
    own = {
        name for name in public if getattr(tracediff, name).__module__.startswith("tracediff.model")
    }
    assert own <= set(names)
