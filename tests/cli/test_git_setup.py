"""Reports in ``git diff``, ``git log -p`` and ``git difftool``."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.readers.docx_maker import docx, para, run

ROOT = Path(__file__).parents[2]
TEXT = "The port inspected {} ships in the year."


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("XDG_CONFIG_HOME", raising=False)
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "report.docx").write_bytes(docx([para(run("Head"), style="heading1"), word(120)]))
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "start")
    (folder / "report.docx").write_bytes(docx([para(run("Head"), style="heading1"), word(180)]))
    return folder


def word(ships: int) -> str:
    return para(run(TEXT.format(ships)))


def git(folder: Path, *arguments: str) -> str:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "core.pager=cat")
    return subprocess.run(
        ["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True, text=True
    ).stdout


def test_git_shows_what_changed_in_a_report(desk: Path) -> None:
    assert "Binary files" in git(desk, "diff")
    ended = tracediff("git-setup", folder=desk)
    assert (ended.status, "set up for this repository" in ended.err) == (0, True)
    shown = git(desk, "diff")
    assert "120 → 180 (+50%)" in shown
    assert shown.startswith("tracediff report.docx\n")
    first = git(desk, "rev-parse", "--short", "HEAD").strip()
    assert f"  - {first}:report.docx: " in shown
    assert "  + report.docx: " in shown
    git(desk, "commit", "-q", "-a", "-m", "second")
    log = git(desk, "log", "-p", "-1")
    assert f"-{TEXT.format(120)}" in log
    assert f"+{TEXT.format(180)}" in log
    tool = git(desk, "difftool", "-y", "-t", "tracediff", "HEAD~1", "--", "report.docx")
    assert "120 → 180 (+50%)" in tool
    assert tool.startswith("tracediff report.docx\n")
    assert f"  - {first}:report.docx: " in tool
    git(desk, "rm", "-q", "report.docx")
    assert "  gone: Head, 1 sentence\n" in git(desk, "diff", "--cached")


def test_each_side_is_called_as_git_knows_it(desk: Path) -> None:
    """Never by the path of a temporary file."""
    tracediff("git-setup", folder=desk)
    (desk / "in").mkdir()
    commits = []
    for ships in (4, 5):
        (desk / "in" / "a b.md").write_text(TEXT.format(ships), encoding="utf-8")
        git(desk, "add", ".")
        git(desk, "commit", "-q", "-m", str(ships))
        commits.append(git(desk, "rev-parse", "--short", "HEAD").strip())
    names = [f"{commit}:in/a b.md" for commit in commits]

    def sides(*arguments: str) -> list[str]:
        shown = git(desk, "difftool", "-y", "-t", "tracediff", *arguments)
        return re.findall(r"^  [-+] (.*?\.md(?: \(index\))?)", shown, re.MULTILINE)

    assert sides("HEAD~1", "HEAD", "--", "in") == names
    assert sides("HEAD~1", "--", "in") == [names[0], "in/a b.md"]
    (desk / "in" / "a b.md").write_text(TEXT.format(6), encoding="utf-8")
    git(desk, "add", ".")
    (desk / "in" / "a b.md").write_text(TEXT.format(7), encoding="utf-8")
    assert sides("--cached", "--", "in") == [names[1], "in/a b.md (index)"]
    assert sides("--", "in") == ["in/a b.md (index)", "in/a b.md"]
    git(desk, "mv", "-f", "in/a b.md", "in/c.md")
    assert "/tmp" not in git(desk, "difftool", "-y", "-t", "tracediff", "-M", "HEAD")


def test_it_is_undone_and_may_be_done_twice(desk: Path) -> None:
    attributes = desk / ".git" / "info" / "attributes"
    attributes.parent.mkdir(exist_ok=True)
    attributes.write_text("*.md text", encoding="utf-8")
    tracediff("git-setup", folder=desk)
    tracediff("git-setup", folder=desk)
    text = attributes.read_text(encoding="utf-8")
    assert text.startswith("*.md text\n# tracediff git-setup: begin\n*.docx diff=tracediff\n")
    assert text.count("*.pdf") == 1
    ended = tracediff("git-setup", "--remove", folder=desk)
    assert "removed from this repository" in ended.err
    assert attributes.read_text(encoding="utf-8") == "*.md text\n"
    assert "tracediff" not in git(desk, "config", "--list")
    assert "Binary files" in git(desk, "diff")


@pytest.mark.parametrize("named", [False, True])
def test_all_repositories_of_a_user(desk: Path, named: bool) -> None:
    usual = desk.parent / ".config" / "git" / "attributes"
    if named:
        usual = desk.parent / "own attributes"
        git(desk, "config", "--global", "core.attributesFile", str(usual))
    tracediff("git-setup", "--global", folder=desk)
    assert "*.odt diff=tracediff" in usual.read_text(encoding="utf-8")
    assert "120 → 180" in git(desk, "diff")
    assert "all repositories" in tracediff("git-setup", "--global", "--remove", folder=desk).err
    assert not usual.exists()


def test_the_program_is_called_by_name_where_it_has_one(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for found, called in (("/bin/tracediff", "tracediff git"), (None, f'"{sys.executable}" -m')):
        monkeypatch.setattr("shutil.which", lambda name, found=found: found)
        tracediff("git-setup", folder=desk)
        assert git(desk, "config", "diff.tracediff.command").startswith(called)


def test_where_it_cannot_be_set_up_it_says_why(tmp_path: Path) -> None:
    ended = tracediff("git-setup", folder=tmp_path)
    assert ended.status == 2
    assert "not a git repository" in ended.err
    assert "go to a repository, or give --global" in ended.err
    missing = tracediff("git-setup", folder=tmp_path, PATH="")
    assert missing.err == "tracediff: git is not installed; install it first\n"


def test_what_cannot_be_read_does_not_stop_git(tmp_path: Path) -> None:
    (tmp_path / "bad.docx").write_bytes(b"PK\x03\x04 no archive")
    call = ("git-diff", "bad.docx", "bad.docx", "a", "b", os.devnull, "c", "d")
    ended = tracediff(*call, folder=tmp_path)
    assert (ended.status, "is damaged and cannot be unpacked" in ended.out) == (0, True)
    assert "is damaged" in tracediff("git-diff", "--text", "bad.docx", folder=tmp_path).out
    unmerged = tracediff("git-diff", "report.docx", folder=tmp_path)
    assert unmerged.out == "* report.docx: is not merged yet\n"
    assert tracediff("git-diff", folder=tmp_path).out == "* nothing: is not merged yet\n"


def test_a_new_report_and_its_sentences(tmp_path: Path) -> None:
    text = "Before the head.\n\n# Ports\n\nOne ship came. Two ships left.\n"
    (tmp_path / "new.md").write_text(text, encoding="utf-8")
    call = ("git-diff", "new.md", os.devnull, "a", "b", "new.md", "c", "d")
    assert tracediff(*call, folder=tmp_path).out == "tracediff new.md\n  new: Ports, 3 sentences\n"
    (tmp_path / "old.md").write_text(text.replace("Two", "Six"), encoding="utf-8")
    both = ("git-diff", "x.md", "old.md", "a", "b", "new.md", "c", "d")
    assert "Ships" in tracediff(*both, folder=tmp_path).out
    sentences = tracediff("git-diff", "--text", "new.md", folder=tmp_path).out
    assert sentences == "Before the head.\n# Ports\nOne ship came.\nTwo ships left.\n"


def test_the_command_that_git_calls_is_not_listed() -> None:
    shown = tracediff("--help").out
    assert "git-setup" in shown
    assert "git-diff" not in shown
