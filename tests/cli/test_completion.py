"""What the shell completes, asked as a shell asks."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.cli.inside import tracediff

TEXT = "# Ports\n\nThe port had 12 ships.\n\n## Pay of sailors\n\nIt paid 12 sailors.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "draft.md").write_text(TEXT, encoding="utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "out.sarif").write_text("{}", encoding="utf-8")
    pair = "[[pair]]\nname = 'annual'\ndraft = 'draft.md'\n"
    (tmp_path / "tracediff.toml").write_text(pair, encoding="utf-8")
    return tmp_path


def completed(folder: Path, words: str, shell: str = "zsh") -> list[str]:
    """What is offered for the last of some words; the shell finds a ``file`` and a ``folder``."""
    ended = tracediff(
        folder=folder,
        _TRACEDIFF_COMPLETE=f"{shell}_complete",
        COMP_WORDS=words,
        COMP_CWORD=str(len(words.split(" ")) - 1),
    )
    lines = ended.out.splitlines()
    if shell == "bash":
        return [line.partition(",")[2] for line in lines]
    kinds = {"file": "file", "dir": "folder"}
    return [kinds.get(kind, word) for kind, word in zip(lines[::3], lines[1::3], strict=False)]


@pytest.mark.parametrize(
    ("words", "offered"),
    [
        ("tracediff compare dra", ["file"]),
        ("tracediff facts dra", ["file"]),
        ("tracediff timeline a.md dra", ["file"]),
        ("tracediff check ann", ["annual", "file"]),
        ("tracediff check dra", ["file"]),
        ("tracediff check ", ["annual", "file"]),
        ("tracediff check draft.md --against dra", ["file"]),
        ("tracediff check draft.md --config trace", ["file"]),
        ("tracediff check draft.md -o rep", ["file"]),
        ("tracediff explain n103", ["N103"]),
        ("tracediff explain no-l", ["no-longer-reported"]),
        ("tracediff check --select N101,C30", [f"N101,C30{n}" for n in range(1, 10)]),
        ("tracediff check --ignore claim-r", ["claim-reversed"]),
        ("tracediff check --format git", ["github", "github-comment", "gitlab"]),
        ("tracediff check --format sarif:out", ["sarif:out/", "sarif:out.sarif"]),
        ("tracediff compare a.md draft.md --section P", ["Ports", "Pay of sailors"]),
        ("tracediff compare a.md b.md --section P", []),
        ("tracediff check --since ", []),
        ("tracediff git-s", ["git-setup"]),
        ("tracediff portfolio 20", ["folder"]),
        ("tracediff portfolio --pairs pa", ["file"]),
        ("tracediff portfolio --select n103", ["N103"]),
    ],
)
def test_what_was_begun_is_completed(desk: Path, words: str, offered: list[str]) -> None:
    assert sorted(completed(desk, words)) == sorted(offered)


def test_bash_gets_a_pattern_for_a_title_with_blanks(desk: Path) -> None:
    words = "tracediff compare draft.md draft.md --section Pa"
    assert completed(desk, words, "bash") == ["Pay*of*sailors"]


@pytest.mark.parametrize("shell", ["zsh", "fish"])
@pytest.mark.parametrize(
    ("word", "offered"),
    [
        ("--select=N10", [f"--select=N10{n}" for n in range(1, 7)]),
        ("--select=N101,C309", ["--select=N101,C309"]),
        ("--format=gitl", ["--format=gitlab"]),
        ("--format=sarif:out.", ["--format=sarif:out.sarif"]),
        ("--against=dra", ["--against=draft.md"]),
        ("--output=ou", ["--output=out/", "--output=out.sarif"]),
    ],
)
def test_a_value_behind_its_option_is_offered_with_the_option(
    desk: Path, shell: str, word: str, offered: list[str]
) -> None:
    ended = tracediff(
        folder=desk,
        _TRACEDIFF_COMPLETE=f"{shell}_complete",
        COMP_WORDS=f"tracediff check draft.md {word}",
        COMP_CWORD="3" if shell == "zsh" else word,
    )
    lines = ended.out.splitlines()
    words = lines[1::3] if shell == "zsh" else [line[6:].partition("\t")[0] for line in lines]
    assert sorted(words) == sorted(offered)


@pytest.mark.parametrize(
    ("pieces", "offered"),
    [
        ("--select = N103", ["N103"]),
        ("--select = N101,C309", ["N101,C309"]),
        ("--format = gitl", ["gitlab"]),
        ("--format sarif : out.", ["out.sarif"]),
        ("--format = sarif : out.", ["out.sarif"]),
        ("--format sarif :", ["draft.md", "out/", "out.sarif", "tracediff.toml"]),
        ("--against = dra", ["dra"]),  # a file, for bash to find
        ("--baseline = tra", ["tra"]),
    ],
)
def test_bash_takes_words_apart_and_gets_the_last_piece(
    desk: Path, pieces: str, offered: list[str]
) -> None:
    assert sorted(completed(desk, f"tracediff check draft.md {pieces}", "bash")) == sorted(offered)


def test_branches_and_tags_are_completed(desk: Path) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for call in (("init", "-q", "-b", "main"), ("add", "."), ("commit", "-qm", "a"), ("tag", "v1")):
        subprocess.run(["git", "-C", str(desk), *names, *call], check=True, capture_output=True)
    assert completed(desk, "tracediff check draft.md --since ") == ["main", "v1"]
    assert completed(desk, "tracediff check draft.md --against ma") == ["main", "file"]
    assert completed(desk, "tracediff check draft.md --against dra") == ["file"]


def test_a_wrong_configuration_completes_files_and_says_nothing(desk: Path) -> None:
    (desk / "tracediff.toml").write_text("[", encoding="utf-8")
    assert completed(desk, "tracediff check ann") == ["file"]
    assert os.environ.get("_TRACEDIFF_COMPLETE") is None


def test_both_revisions_and_files_are_offered_where_the_shell_can_show_both(desk: Path) -> None:
    names = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for call in (("init", "-q", "-b", "draft"), ("add", "."), ("commit", "-qm", "a")):
        subprocess.run(["git", "-C", str(desk), *names, *call], check=True, capture_output=True)
    words = "tracediff check draft.md --against dra"
    assert completed(desk, words) == ["draft", "file"]
    assert completed(desk, words, "bash") == ["draft"]
    assert completed(desk, "tracediff check dra", "bash") == ["dra"]  # a file, for bash to find


def test_fish_takes_a_word_with_a_comma_whole(desk: Path) -> None:
    source = tracediff(folder=desk, _TRACEDIFF_COMPLETE="fish_source").out
    assert 'string split -m 1 "," $completion' in source
    assert "--command tracediff" in source
