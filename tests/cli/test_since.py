"""Only what a change brought: ``check --since``, and what git may lack."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import jsonschema
import pytest

from tests.cli.inside import tracediff

EDITION = """\
# Ferries of Norland 2024

## Traffic

The line carried 41,200 passengers in 2024. The crew counted 18 accidents in 2024.
The harbour office must inspect each ferry twice a year.

## Staff

The line employed 310 sailors in 2024. Of the 310 sailors, 120 were women and 190 were men.
"""
DRAFT = EDITION.replace("2024", "2025").replace("41,200", "43,900")
SCHEMA = Path(__file__).parents[2] / "tracediff" / "schema" / "compare.schema.json"


def git(folder: Path, *arguments: str) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    subprocess.run(["git", "-C", str(folder), *names, *arguments], check=True, capture_output=True)


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    folder = tmp_path / "desk"
    folder.mkdir()
    git(folder, "init", "-q", "-b", "main")
    (folder / "2024.md").write_text(EDITION, encoding="utf-8")
    (folder / "draft.md").write_text(DRAFT, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "start")
    return folder


PAIR = ("draft.md", "--against", "2024.md", "--since", "main")


def edit(folder: Path, old: str, new: str) -> None:
    text = (folder / "draft.md").read_text(encoding="utf-8")
    assert old in text
    (folder / "draft.md").write_text(text.replace(old, new), encoding="utf-8")


def test_a_draft_as_it_was_brings_nothing(desk: Path) -> None:
    ended = tracediff("check", *PAIR, "--fail-on", "note", folder=desk)
    assert ended.status == 0, ended.out
    assert ended.out.startswith("draft.md: no new findings, ")
    assert ended.out.endswith(" that were there at main\n")


def test_only_what_the_change_brought_counts_and_an_edit_is_told_as_one(desk: Path) -> None:
    edit(desk, "18 accidents", "27 accidents")
    edit(desk, "43,900", "44,100")
    ended = tracediff("check", *PAIR, "--fail-on", "warning", folder=desk)
    assert ended.status == 1
    assert "18 in 2024, 27 in 2025" in ended.out
    assert "restated" not in ended.out
    assert "310" not in ended.out
    assert "draft.md:5:18: edit in the draft: “The line carried 43,900 passengers" in ended.out
    assert "2 edits in the draft" in ended.out.splitlines()[-1]


def test_added_and_deleted_sentences_are_edits(desk: Path) -> None:
    edit(desk, "The harbour office must inspect each ferry twice a year.\n", "")
    edit(desk, "190 were men.", "190 were men.\n\nA third pier opened in the village of Skarn.")
    out = tracediff("check", *PAIR, folder=desk).out
    assert "edit in the draft: added: “A third pier opened in the village of Skarn.”" in out
    assert "deleted: “The harbour office must inspect each ferry twice a year.”" in out


def test_other_line_breaks_are_no_edit(desk: Path) -> None:
    edit(desk, "The line carried 43,900 passengers", "The line carried\n43,900 passengers")
    assert "edit" not in tracediff("check", *PAIR, folder=desk).out


def test_capitals_alone_are_no_edit(desk: Path) -> None:
    edit(desk, "The crew counted", "The Crew counted")
    assert "edit" not in tracediff("check", *PAIR, folder=desk).out


def test_an_edit_is_told_with_a_few_words_around_it(desk: Path) -> None:
    edit(desk, "190 were men.", "180 were men.")
    out = tracediff("check", *PAIR, folder=desk).out
    assert "120 were women and 190 were men.” is now “… " in out
    assert "Of the" not in out.partition("edit in the draft")[2]


def test_the_comment_lists_the_edits(desk: Path) -> None:
    edit(desk, "18 accidents", "27 accidents")
    text = tracediff("check", *PAIR, "--format", "github-comment", folder=desk).out
    assert "**What this change brought**" in text
    assert "<summary>1 edit in the draft</summary>\n\n- draft.md:5:" in text


def test_a_long_passage_is_shortened(desk: Path) -> None:
    edit(
        desk, "190 were men.", f"190 were men.\n\nThey came from {'a far village and ' * 20}Skarn."
    )
    line = next(
        one for one in tracediff("check", *PAIR, folder=desk).out.split("\n") if "add" in one
    )
    assert len(line) < 260
    assert " … " in line


def test_formats_for_programs_hold_the_edits_and_not_what_was_known(desk: Path) -> None:
    edit(desk, "18 accidents", "27 accidents")
    data = json.loads(tracediff("check", *PAIR, "--format", "json", folder=desk).out)
    jsonschema.validate(data, json.loads(SCHEMA.read_text(encoding="utf-8")))
    assert data["since"]["revision"] == "main"
    assert not data["since"]["is_new"]
    first = data["since"]["edits"][0]
    assert ("18 accidents" in first["old"], "27 accidents" in first["new"]) == (True, True)
    assert first["place"]["line"] == 5
    known = [one for one in data["findings"] if one["waiver"]]
    assert known and all(one["waiver"]["since"] == "main" for one in known)
    sarif = json.loads(tracediff("check", *PAIR, "--format", "sarif", folder=desk).out)
    states = [one["baselineState"] for one in sarif["runs"][0]["results"]]
    assert sorted(set(states)) == ["new", "unchanged"]
    assert not any("suppressions" in one for one in sarif["runs"][0]["results"])
    junit = tracediff("check", *PAIR, "--format", "junit", folder=desk).out
    assert 'skipped="0"' in junit
    shown = tracediff("check", *PAIR, "--show-waived", folder=desk).out
    assert "It was there at main" in shown


def test_the_job_summary_tells_the_edits(desk: Path) -> None:
    edit(desk, "18 accidents", "27 accidents")
    text = tracediff("check", *PAIR, "--format", "markdown", folder=desk).out
    assert "<summary>1 edit in the draft</summary>" in text
    assert "is now “" in text
    assert "that were there at main" in text or "that was there at main" in text
    assert "signed off" not in text


def test_the_other_branch_may_go_on(desk: Path) -> None:
    git(desk, "checkout", "-q", "-b", "ours")
    edit(desk, "18 accidents", "27 accidents")
    git(desk, "commit", "-q", "-a", "-m", "ours")
    git(desk, "checkout", "-q", "main")
    edit(desk, "310 sailors", "330 sailors")
    git(desk, "commit", "-q", "-a", "-m", "theirs")
    git(desk, "checkout", "-q", "ours")
    out = tracediff("check", *PAIR, folder=desk).out
    assert "27 accidents" in out
    assert "330" not in out


def test_a_new_draft_counts_as_a_whole_and_a_renamed_one_does_not(desk: Path) -> None:
    (desk / "new.md").write_text(DRAFT.replace("18 acc", "27 acc"), encoding="utf-8")
    new = ("new.md", "--against", "2024.md", "--since", "main")
    data = json.loads(tracediff("check", *new, "--format", "json", folder=desk).out)
    assert data["since"] == {"revision": "main", "is_new": True, "edits": []}
    comment = tracediff("check", *new, "--format", "github-comment", folder=desk).out
    assert "The draft is new since main, so that all its findings count." in comment
    (desk / "new.md").unlink()
    git(desk, "mv", "draft.md", "new.md")
    assert "no new findings" in tracediff("check", *new, folder=desk).out


def test_a_draft_that_was_empty_is_new(desk: Path) -> None:
    (desk / "empty.md").write_text("\n", encoding="utf-8")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "empty")
    (desk / "empty.md").write_text(DRAFT, encoding="utf-8")
    call = ("check", "empty.md", "--against", "2024.md", "--since", "main", "--format", "json")
    assert json.loads(tracediff(*call, folder=desk).out)["since"]["is_new"] is True


def test_a_draft_alone_has_edits_too(desk: Path) -> None:
    edit(desk, "120 were women", "[number] were women")
    out = tracediff("check", "draft.md", "--since", "main", folder=desk).out
    assert "error D503" in out
    assert "1 edit in the draft" in out


@pytest.mark.parametrize("option", ["--since", "--against"])
def test_what_git_does_not_know_is_told_with_the_cure(desk: Path, option: str) -> None:
    ended = tracediff("check", "draft.md", option, "origin/dev", folder=desk)
    assert ended.status == 2
    assert ended.err == (
        "tracediff: draft.md: git knows no revision 'origin/dev'; fetch it (git fetch origin dev),"
        " or see git branch -a\n"
    )


@pytest.mark.parametrize("option", ["--since", "--against"])
def test_a_shallow_clone_is_told_with_the_cure(desk: Path, tmp_path: Path, option: str) -> None:
    edit(desk, "18 accidents", "27 accidents")
    git(desk, "commit", "-q", "-a", "-m", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", desk.as_uri(), "shallow")
    for revision in ("HEAD~1", "HEAD~1:draft.md") if option == "--against" else ("HEAD~1",):
        ended = tracediff("check", "draft.md", option, revision, folder=tmp_path / "shallow")
        assert ended.status == 2
        assert "this clone is shallow and has no 'HEAD~1'; fetch the rest" in ended.err


@pytest.mark.parametrize("revision", ["HEAD~9", "--output=x", "main:draft.md"])
def test_what_no_fetch_can_bring_is_not_told_to_be_fetched(desk: Path, revision: str) -> None:
    ended = tracediff("check", "draft.md", "--since", revision, folder=desk)
    assert ended.err == (
        f"tracediff: draft.md: git knows no revision {revision!r}; see git log --oneline for those"
        " it knows\n"
    )


def test_a_repository_without_a_commit_is_told_so(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    ended = tracediff("check", "draft.md", "--since", "HEAD", folder=tmp_path)
    assert (ended.status, ended.err) == (
        2,
        "tracediff: draft.md: its git repository has no commit yet; commit the edition first\n",
    )


def partial_clone(desk: Path, folder: Path) -> Path:
    """A clone without the contents of older commits, as ``filter: blob:none`` makes it."""
    git(desk, "config", "uploadpack.allowFilter", "true")
    git(folder, "clone", "-q", "--filter=blob:none", desk.as_uri(), "partial")
    return folder / "partial"


def test_a_partial_clone_is_told_with_the_cure(desk: Path, tmp_path: Path) -> None:
    edit(desk, "18 accidents", "27 accidents")
    git(desk, "commit", "-q", "-a", "-m", "second")
    clone = partial_clone(desk, tmp_path)
    for option, revision, name in (
        ("--since", "HEAD~1", "draft.md"),
        ("--against", "HEAD~1:draft.md", "HEAD~1:draft.md"),
    ):
        ended = tracediff("check", "draft.md", option, revision, folder=clone)
        assert (ended.status, ended.err) == (
            2,
            f"tracediff: {name}: this clone is partial and lacks files of 'HEAD~1'; git diff -M"
            " HEAD~1 fetches them (or no filter for actions/checkout)\n",
        )
    git(clone, "diff", "-M", "HEAD~1")
    assert tracediff("check", "draft.md", "--since", "HEAD~1", folder=clone).status < 2


def test_in_a_partial_clone_a_renamed_draft_is_not_taken_for_a_new_one(
    desk: Path, tmp_path: Path
) -> None:
    git(desk, "mv", "draft.md", "final.md")
    (desk / "final.md").write_text(DRAFT.replace("18 acc", "27 acc"), encoding="utf-8")
    git(desk, "commit", "-q", "-a", "-m", "renamed")
    clone = partial_clone(desk, tmp_path)
    call = ("check", "final.md", "--against", "2024.md", "--since", "HEAD~1")
    ended = tracediff(*call, folder=clone)
    assert ended.status == 2
    assert "this clone is partial" in ended.err
    git(clone, "diff", "-M", "HEAD~1")
    assert "1 edit in the draft" in tracediff(*call, folder=clone).out


def test_a_new_draft_in_a_partial_clone_counts_as_a_whole(desk: Path, tmp_path: Path) -> None:
    clone = partial_clone(desk, tmp_path)
    (clone / "new.md").write_text(DRAFT, encoding="utf-8")
    call = ("check", "new.md", "--against", "2024.md", "--since", "main", "--format", "json")
    assert json.loads(tracediff(*call, folder=clone).out)["since"]["is_new"] is True


def test_a_deleted_draft_with_a_blank_in_its_name_has_a_command_to_copy(desk: Path) -> None:
    (desk / "draft.md").rename(desk / "the draft.md")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "blank")
    (desk / "the draft.md").unlink()
    ended = tracediff("check", "the draft.md", folder=desk)
    assert "git checkout HEAD -- 'the draft.md' brings it back" in ended.err


def test_a_deleted_draft_is_told_with_the_cure(desk: Path) -> None:
    (desk / "draft.md").unlink()
    ended = tracediff("check", *PAIR, folder=desk)
    assert ended.status == 2
    assert "draft.md: was deleted, and HEAD still has it; git checkout HEAD -- dr" in ended.err
    git(desk, "commit", "-q", "-a", "-m", "gone")
    assert "~1 -- draft.md brings it back" in tracediff("check", *PAIR, folder=desk).err
    never = tracediff("check", "never/was.md", "--against", "2024.md", folder=desk)
    assert never.err == "tracediff: never/was.md: no such file; check the name\n"


def test_outside_a_repository_there_is_no_change(tmp_path: Path) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    ended = tracediff("check", "draft.md", "--since", "main", folder=tmp_path)
    assert (ended.status, ended.err) == (
        2,
        "tracediff: draft.md: is in no git repository; --since needs one\n",
    )
    missing = tracediff("check", "lost.md", folder=tmp_path, PATH="")
    assert missing.err == "tracediff: lost.md: no such file; check the name\n"


def test_a_pointer_of_lfs_is_no_report(desk: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:aa\nsize 3\n"
    (desk / "kept.docx").write_text(pointer, encoding="utf-8")
    git(desk, "add", ".")
    git(desk, "commit", "-q", "-m", "kept")
    ended = tracediff("check", "kept.docx", folder=desk)
    assert "kept.docx: is a pointer of git LFS, not the report; get it (git lfs pull" in ended.err
    (desk / "kept.docx").write_bytes((desk / "draft.md").read_bytes())
    at = tracediff("check", "draft.md", "--against", "main:kept.docx", folder=desk)
    assert "main:kept.docx: git LFS keeps its content" in at.err


def test_a_baseline_and_a_change_are_not_asked_for_together(desk: Path) -> None:
    ended = tracediff("check", *PAIR, "--write-baseline", folder=desk)
    assert ended.status == 2
    assert "--since tells what is new, a baseline holds all" in ended.err
