"""The catalogue at the command line, and completion by the shell."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import resources
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tracediff.rules import CATALOGUE, HOUSEKEEPING, RULES


@pytest.mark.parametrize("rule", [rule.id for rule in CATALOGUE])
def test_every_rule_is_explained_with_a_case_that_fires_and_one_that_does_not(rule: str) -> None:
    page = tracediff("explain", rule, "--format", "markdown").out
    assert page.startswith(f"# {rule} {RULES[rule].name}")
    assert f"finds: {rule}" in page
    assert "finds: nothing of this rule" in page


def test_a_page_is_shown_without_the_marks_of_markdown() -> None:
    page = tracediff("explain", "no-longer-reported").out
    assert page.split("\n")[0].strip() == "N103 no-longer-reported"
    assert "##" not in page
    assert "```" not in page
    assert ' N103 = "note"' in page
    assert all(len(line) <= 100 for line in page.splitlines())
    assert "\x1b[" in tracediff("explain", "N103", FORCE_COLOR="1").out


@pytest.mark.parametrize("rule", [rule.name for rule in HOUSEKEEPING])
def test_rules_about_the_sign_off_are_explained_by_their_names(rule: str) -> None:
    assert "waivers and the baseline" in tracediff("explain", rule).out


def test_the_list_of_rules_comes_in_three_formats() -> None:
    assert len(tracediff("rules").out.splitlines()) == len(RULES)
    rows = json.loads(tracediff("rules", "--format", "json").out)
    assert [row["id"] for row in rows] == list(RULES)
    assert "| N101 | figure-changed | warning |" in tracediff("rules", "--format", "markdown").out


@pytest.mark.parametrize(
    ("words", "offers"),
    [("tracediff rev", "review"), ("tracediff check --format sar", "sarif")],
)
def test_the_shell_completes_commands_and_formats(words: str, offers: str) -> None:
    environment = {
        "_TRACEDIFF_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(len(words.split()) - 1),
    }
    code = "import sys; sys.argv = ['tracediff']; from tracediff.cli import main; main()"
    ended = subprocess.run(
        [sys.executable, "-c", code], env=os.environ | environment, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert ended.stdout.split(",")[-1].strip() == offers


def test_an_installed_program_explains_from_its_own_pages(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "N103.md").write_text("# N103 as it was packed\n", encoding="utf-8")
    monkeypatch.setattr(resources, "files", lambda package: tmp_path)
    packed = tracediff("explain", "N103", "--format", "markdown").out
    assert packed.startswith("# N103 as it was packed\n\n## In tracediff")
    assert "as it was packed" not in tracediff("explain", "N101").out
