"""The scripts of the GitHub Action, with a ``gh`` that writes down what it is asked."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.scenario.texts import EDITION_2024, FIRST_DRAFT

ROOT = Path(__file__).parent.parent
SCRIPT = ROOT / ".github" / "check.sh"
pytestmark = pytest.mark.skipif(
    os.name == "nt" or shutil.which("bash") is None, reason="a script for bash"
)

GH = """\
#!/bin/sh
echo "$@" >>"$CALLS"
case "$*" in
  *--jq*) printf '%s' "$KNOWN" ;;
  *) for one in "$@"; do case "$one" in body=@*) cat "${one#body=@}" >>"$CALLS" ;; esac; done
     [ -z "$REFUSED" ] ;;
esac
"""
TRACEDIFF = f'#!/bin/sh\nexec "{sys.executable}" -m tracediff "$@"\n'


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "draft.md").write_text(FIRST_DRAFT, encoding="utf-8")
    event = {"pull_request": {"number": 7}}
    (tmp_path / "event.json").write_text(json.dumps(event), encoding="utf-8")
    (tmp_path / "bin").mkdir()
    for name, text in (("gh", GH), ("tracediff", TRACEDIFF)):
        (tmp_path / "bin" / name).write_text(text, encoding="utf-8")
        (tmp_path / "bin" / name).chmod(0o755)
    return tmp_path


def run(desk: Path, **more: str) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{desk / 'bin'}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": str(ROOT),
        "CALLS": str(desk / "calls"),
        "RUNNER_TEMP": str(desk),
        "TRACEDIFF_CACHE_DIR": "",
        "GITHUB_REPOSITORY": "o/r",
        "GITHUB_EVENT_PATH": str(desk / "event.json"),
        "GITHUB_OUTPUT": str(desk / "output"),
        "DRAFT": "draft.md",
        "AGAINST": "2024.md",
        "COMMENT": "true",
        **more,
    }
    return subprocess.run(
        ["bash", str(SCRIPT)],
        cwd=desk,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )


def calls(desk: Path) -> str:
    return (desk / "calls").read_text(encoding="utf-8") if (desk / "calls").exists() else ""


def test_the_first_run_writes_a_comment_and_the_next_one_updates_it(desk: Path) -> None:
    ended = run(desk)
    assert ended.returncode == 1, ended.stderr
    assert ended.stdout.startswith("::error ")
    assert (desk / "output").read_text() == "status=1\n"
    said = calls(desk)
    assert "--method POST repos/o/r/issues/7/comments -F body=@" in said
    assert "\n<!-- tracediff check -->\n\n### ❌ draft.md: " in said
    run(desk, KNOWN="41\n42")
    assert "--method PATCH repos/o/r/issues/comments/41 -F body=@" in calls(desk)
    assert not list(desk.glob("*.body"))


def test_two_checks_have_a_comment_each(desk: Path) -> None:
    run(desk, COMMENT_NAME="annex")
    assert "\n<!-- tracediff check annex -->\n" in calls(desk)


def test_a_comment_that_is_refused_fails_nothing(desk: Path) -> None:
    ended = run(desk, REFUSED="yes", FAIL_ON="never")
    assert ended.returncode == 0, ended.stderr
    assert "::notice title=tracediff::The comment could not be written" in ended.stdout


def test_without_a_pull_request_or_a_wish_there_is_none(desk: Path) -> None:
    run(desk, COMMENT="false")
    (desk / "event.json").write_text("{}", encoding="utf-8")
    run(desk)
    run(desk, DRAFT="lost.md")
    assert calls(desk) == ""


def test_a_run_that_fails_says_so_in_the_comment(desk: Path) -> None:
    run(desk)
    ended = run(desk, KNOWN="41", DRAFT="lo`st.md")
    assert ended.returncode == 2
    assert ended.stderr.count("lo`st.md: ") == 1
    assert (desk / "output").read_text() == "status=1\nstatus=2\n"
    _, said = calls(desk).split("--method PATCH repos/o/r/issues/comments/41 -F body=@")
    mark, blank, head, _, why = said.splitlines()[1:]
    assert (mark, blank) == ("<!-- tracediff check -->", "")
    assert head == "### ⚠️ The last run could not finish the check"
    assert why == "`tracediff: lost.md: no such file; check the name` (exit status 2)"
    assert "draft.md" not in said.partition("\n")[2]  # what an earlier run found
    assert not [*desk.glob("*.said*"), *desk.glob("*.body")]


def test_one_pair_that_cannot_be_checked_hides_nothing_of_the_others(desk: Path) -> None:
    (desk / "tracediff.toml").write_text(
        '[[pair]]\nname = "one"\ndraft = "draft.md"\nagainst = "2024.md"\n'
        '[[pair]]\nname = "two"\ndraft = "lost.md"\nagainst = "2024.md"\n',
        encoding="utf-8",
    )
    ended = run(desk, DRAFT="", AGAINST="")
    assert ended.returncode == 2
    said = calls(desk)
    assert "could not finish the check\n\n`tracediff: lost.md: no such file" in said
    assert "restated" in said


def test_options_are_handed_on(desk: Path) -> None:
    ended = run(desk, SINCE="main", COMMENT="false", ARGUMENTS="--select D503", HTML="r.html")
    assert ended.returncode == 2
    assert "is in no git repository; --since needs one" in ended.stderr
