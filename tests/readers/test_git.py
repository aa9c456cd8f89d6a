from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tracediff.errors import InputError
from tracediff.readers import read_source
from tracediff.readers.git import is_reference, load_reference, same_file_at
from tracediff.settings import Reading


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository whose report was 412 in the first commit, 430 in the second, 451 in the file."""

    def git(*arguments: str) -> None:
        names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        subprocess.run(
            ["git", "-C", str(tmp_path), *names, *arguments], check=True, capture_output=True
        )

    git("init", "-q", "-b", "main")
    (tmp_path / "parts").mkdir()
    report = tmp_path / "parts" / "the report -1é.md"
    for figure in ("412", "430"):
        report.write_text(f"The office registered {figure} complaints.")
        git("add", ".")
        git("commit", "-q", "-m", figure)
    report.write_text("The office registered 451 complaints.")
    return tmp_path


NAME = "parts/the report -1é.md"


def test_a_file_is_read_as_it_was_at_a_revision(folder: Path) -> None:
    assert b"430" in load_reference(f"main:{NAME}", Reading(), str(folder))
    assert b"412" in load_reference(f"HEAD~1:{NAME}", Reading(), str(folder))


def test_a_path_may_count_from_the_folder(folder: Path) -> None:
    name = f"HEAD:{Path(NAME).name}"
    assert b"430" in load_reference(name, Reading(), str(folder / "parts"))


def test_the_file_at_hand_is_found_at_another_revision(folder: Path) -> None:
    reference = same_file_at("HEAD~1", str(folder / NAME))
    assert reference == f"HEAD~1:{NAME}"
    assert b"412" in load_reference(reference, Reading(), str(folder))


def test_the_name_of_a_file_or_of_nothing_is_no_revision(folder: Path) -> None:
    assert same_file_at(str(folder / NAME), str(folder / NAME)) is None
    assert same_file_at("nowhere", str(folder / NAME)) is None
    assert same_file_at("--output=x", str(folder / NAME)) is None
    assert same_file_at("main", str(folder / "missing" / "report.md")) is None


def test_the_reader_takes_a_reference_for_a_path(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    source = read_source(f"main:{NAME}")
    assert source.format == "markdown"
    assert "430" in source.text


def test_only_what_is_no_file_can_be_a_reference(tmp_path: Path) -> None:
    (tmp_path / "a:b.md").write_text("x")
    assert is_reference("main:report.md")
    assert is_reference("origin/main:parts/report.md")
    assert not is_reference(str(tmp_path / "a:b.md"))
    assert not is_reference("report.md")
    assert not is_reference(r"C:\reports\2020.docx")
    assert not is_reference("--output=x:y")


@pytest.mark.parametrize(
    ("reference", "cure"),
    [
        ("nowhere:report.md", "git branch -a"),
        ("main:missing.md", "git ls-tree"),
        ("main:parts", "is a folder"),
        ("main:../../etc/passwd", "git ls-tree"),
    ],
)
def test_what_git_does_not_know_is_one_line_with_the_cure(
    folder: Path, reference: str, cure: str
) -> None:
    with pytest.raises(InputError, match=cure) as caught:
        load_reference(reference, Reading(), str(folder))
    assert "\n" not in str(caught.value)


def test_a_folder_outside_any_repository_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(InputError, match="no git repository"):
        load_reference("main:report.md", Reading(), str(tmp_path))


def test_a_file_over_the_bound_is_refused_before_it_is_read(folder: Path) -> None:
    with pytest.raises(InputError, match="max_bytes"):
        load_reference(f"main:{NAME}", Reading(max_bytes=10), str(folder))


def test_a_missing_git_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(InputError, match="not installed"):
        load_reference(f"main:{NAME}", Reading(), str(folder))


def test_a_file_kept_in_large_file_storage_is_not_taken_for_the_report(folder: Path) -> None:
    pointer = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"
    (folder / "large.md").write_text(pointer)
    for command in (
        ["add", "."],
        ["-c", "user.name=A", "-c", "user.email=a@b.c", "commit", "-qm", "x"],
    ):
        subprocess.run(["git", "-C", str(folder), *command], check=True)
    with pytest.raises(InputError, match="git LFS keeps its content"):
        load_reference("main:large.md", Reading(), str(folder))


def test_a_git_that_cannot_be_run_is_said(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    programs = tmp_path_factory.mktemp("programs")
    (programs / "git").write_bytes(b"\x00 no program")
    (programs / "git").chmod(0o755)
    monkeypatch.setenv("PATH", str(programs))
    with pytest.raises(InputError, match="git did not answer; give the file itself"):
        load_reference(f"main:{NAME}", Reading(), str(folder))
