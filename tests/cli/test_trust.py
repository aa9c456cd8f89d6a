"""A configuration that came with somebody else's files: how far it is looked for and trusted."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024
from tracediff.config import load

CALM = "[check]\nfail_on = 'never'\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working copy with an edition and a draft, and a folder around it."""
    project = tmp_path / "around" / "project"
    (project / ".git").mkdir(parents=True)
    (project / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    (project / "draft.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    return project


def checked(project: Path, config: str, *more: str) -> tuple[int, str]:
    (project / "tracediff.toml").write_text(config, encoding="utf-8")
    ended = tracediff("check", "draft.md", "--against", "2024.md", *more, folder=project)
    return ended.status, ended.err


@pytest.mark.parametrize("name", ["tracediff.toml", "pyproject.toml"])
def test_a_configuration_above_the_working_copy_is_not_taken(desk: Path, name: str) -> None:
    text = CALM if name == "tracediff.toml" else "[tool.tracediff.check]\nfail_on = 'never'\n"
    (desk.parent / name).write_text(text, encoding="utf-8")
    inside = desk / "a" / "b"
    inside.mkdir(parents=True)
    for folder in (desk, inside):
        assert load(folder=str(folder)).path is None
    (desk / name).write_text(text, encoding="utf-8")
    assert load(folder=str(inside)).path == desk / name


@pytest.mark.parametrize("marker", [".git", ".hg", ".svn", ".jj"])
def test_every_kind_of_working_copy_has_its_top(tmp_path: Path, marker: str) -> None:
    (tmp_path / "tracediff.toml").write_text(CALM, encoding="utf-8")
    inside = tmp_path / "copy" / "drafts"
    inside.mkdir(parents=True)
    assert load(folder=str(inside)).path == tmp_path / "tracediff.toml"
    (tmp_path / "copy" / marker).mkdir()
    assert load(folder=str(inside)).path is None


def test_a_linked_working_copy_ends_the_search_too(desk: Path) -> None:
    (desk.parent / "tracediff.toml").write_text(CALM, encoding="utf-8")
    (desk / ".git").rmdir()
    (desk / ".git").write_text("gitdir: elsewhere\n", encoding="utf-8")
    assert load(folder=str(desk)).path is None


def test_outside_of_a_working_copy_a_folder_that_all_may_write_to_is_not_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shared, mine = tmp_path / "shared", tmp_path / "shared" / "mine"
    mine.mkdir(parents=True)
    (shared / "tracediff.toml").write_text(CALM, encoding="utf-8")
    assert load(folder=str(mine)).path == shared / "tracediff.toml"
    shared.chmod(0o1777)
    assert load(folder=str(mine)).path is None
    assert load(folder=str(shared)).path == shared / "tracediff.toml"  # who stands there means it
    shared.chmod(0o755)
    if os.getuid() == 0:
        os.chown(shared, 4712, -1)
    monkeypatch.setattr(os, "getuid", lambda: 4711)
    assert load(folder=str(mine)).path is None  # it is somebody else's


def test_a_configuration_writes_nothing_outside_its_project(desk: Path) -> None:
    status, said = checked(desk, "[check]\nformat = ['terminal', 'json:../out.json']\n")
    assert status == 2
    assert "check.format: ../out.json lies outside" in said
    assert "call with --format FORMAT:FILE" in said
    assert not (desk.parent / "out.json").exists()


def test_a_configuration_writes_nothing_into_hooks_or_through_links(desk: Path) -> None:
    status, said = checked(desk, "[check]\nformat = ['json:.git/hooks/post-checkout']\n")
    assert status == 2
    assert "belongs to the version control of" in said
    (desk / "reports").symlink_to(desk.parent)
    status, said = checked(desk, "[check]\nformat = ['json:reports/out.json']\n")
    assert (status, "lies outside" in said) == (2, True)


def test_what_the_command_line_names_may_lie_anywhere(desk: Path) -> None:
    declared = "[check]\nformat = ['json:../no.json']\nbaseline = '../no-baseline.json'\n"
    asked = ("--format", "json:../out.json", "--baseline", "../known.json", "--write-baseline")
    status, _ = checked(desk, declared, *asked)
    assert status == 0
    assert json.loads((desk.parent / "out.json").read_text(encoding="utf-8"))["old"]
    assert (desk.parent / "known.json").exists()
    assert not (desk.parent / "no.json").exists()


def test_a_baseline_is_not_written_outside_the_project_unasked(desk: Path) -> None:
    declared = "[check]\nbaseline = '../known.json'\n"
    for option in ("--write-baseline", "--prune-baseline"):
        (desk.parent / "known.json").write_text('{"schema_version": 1, "findings": []}')
        status, said = checked(desk, declared, option)
        assert status == 2
        assert "check.baseline: ../known.json lies outside" in said
        assert "call with --baseline FILE" in said
    reversal = "[severity]\nC301 = 'error'\n"
    assert checked(desk, f"{declared}{reversal}")[0] == 1  # reading it there does no harm


def test_without_a_working_copy_the_project_is_the_folder_of_the_configuration(
    desk: Path,
) -> None:
    (desk / ".git").rmdir()
    declared = "[check]\nfail_on = 'warning'\nformat = ['json:out/../r.json', 'terminal']\n"
    assert checked(desk, declared)[0] == 1
    assert (desk / "r.json").exists()
    status, said = checked(desk, "[check]\nformat = ['json:../r.json']\n")
    assert (status, f"lies outside {desk}" in said) == (2, True)
