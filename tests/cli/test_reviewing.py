"""Review at a terminal: single keys, and who signs where git knows no one."""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

import click
import pytest

from tests.cli.inside import Ended, tracediff

OLD = "# Ports of Norr 2023\n\nThe port office inspected 120 ships in 2023. It fined 14 captains.\n"
NEW = "# Ports of Norr 2024\n\nThe port office inspected 180 ships in 2024. It fined 14 captains.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2023.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "draft.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def reviewed(desk: Path, keys: str, *arguments: str) -> Ended:
    return tracediff(
        "review", "draft.md", "--against", "2023.md", "--severity", "note", *arguments,
        folder=desk, keys=keys, TRACEDIFF_TODAY="2026-02-01",
    )  # fmt: skip


def waivers(desk: Path) -> list[dict[str, object]]:
    text = (desk / "tracediff.toml").read_text(encoding="utf-8")
    found: list[dict[str, object]] = tomllib.loads(text)["waiver"]
    return found


def test_a_key_that_means_nothing_asks_again(desk: Path) -> None:
    ended = reviewed(desk, "x\ns\nq\n")
    assert ended.status == 0
    assert ended.out.count("1 of ") == 2
    assert not (desk / "tracediff.toml").exists()


def git(monkeypatch: pytest.MonkeyPatch, answer: object) -> None:
    """Git answers so, or fails so."""

    def run(*_: object, **__: object) -> object:
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(subprocess, "run", run)


@pytest.mark.parametrize(
    ("answer", "owner"),
    [
        (subprocess.CompletedProcess([], 0, "ode@example.org\n"), "ode@example.org"),
        (subprocess.CompletedProcess([], 1, ""), None),
        (FileNotFoundError("git"), None),
        (subprocess.TimeoutExpired("git", 5), None),
    ],
)
def test_who_signs_is_gits_user_or_left_out(
    desk: Path, monkeypatch: pytest.MonkeyPatch, answer: object, owner: str | None
) -> None:
    git(monkeypatch, answer)
    ended = reviewed(desk, "a\nThe count was widened.\nq\n")
    assert ended.status == 0
    (waiver,) = waivers(desk)
    assert waiver.get("owner") == owner


def test_a_draft_that_cannot_be_read_is_told_and_is_no_success(desk: Path) -> None:
    (desk / "draft.md").write_bytes(b"")
    ended = reviewed(desk, "")
    assert ended.status == 2
    assert "draft.md" in ended.err
    assert "Nothing is open" not in ended.out


def test_a_person_presses_single_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    import importlib

    module = importlib.import_module("tracediff.cli.review")

    class Terminal:
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal())
    monkeypatch.setattr(click, "getchar", lambda: "S")
    assert module._asked() == "s"

    def closed() -> str:
        raise EOFError

    monkeypatch.setattr(click, "getchar", closed)
    assert module._asked() == "q"
    monkeypatch.setattr(sys, "stdin", None)
    assert module._asked() == "q"


TWO_OLD = """\
# Ports of Norr 2023

## Ships

The port office inspected 120 ships in 2023. The harbour police fined 14 captains in 2023.

## Fish

Fishing boats landed 500 tonnes of cod in 2023. The office shall inspect each boat every year.
"""
TWO_NEW = (
    TWO_OLD.replace("2023", "2024").replace("120", "180").replace("14 c", "31 c")
    .replace("500", "410").replace("shall", "may")
)  # fmt: skip


@pytest.fixture
def two(tmp_path: Path) -> Path:
    (tmp_path / "2023.md").write_text(TWO_OLD, encoding="utf-8")
    (tmp_path / "draft.md").write_text(TWO_NEW, encoding="utf-8")
    return tmp_path


def test_both_sides_are_shown_and_lines_are_wrapped_at_words(two: Path) -> None:
    out = reviewed(two, "q\n").out
    assert "  - The port office inspected 120 ships in 2023." in out
    assert "  + The port office inspected 180 ships in 2024." in out
    assert all(len(line) <= 100 for line in out.splitlines())
    assert "1 of 4  draft.md:5:27  warning N101 figure-changed" in out


def test_help_lists_the_keys(two: Path) -> None:
    out = reviewed(two, "?\nq\n").out
    assert "  r  accept all findings of its rule that are left, with one reason" in out
    assert out.count("1 of 4") == 2


def test_all_findings_of_a_rule_are_accepted_with_one_reason(two: Path) -> None:
    ended = reviewed(two, "r\nThe counts were checked in May.\ns\n")
    assert "Reason for all 3" in ended.out
    assert ended.out.count(" of 4  ") == 2  # what was accepted is not asked again
    assert "3 waivers written" in ended.out
    assert {waiver["rule"] for waiver in waivers(two)} == {"N101"}


def test_all_findings_of_a_story_are_accepted_together(two: Path) -> None:
    ended = reviewed(two, "t\nIt was checked in May.\nq\n")
    assert [one["old"] for one in waivers(two)] == ["120", "14"]  # neighbours of one paragraph
    assert ended.out.count("1 of 4") == 1
    assert "cod" in ended.out.rpartition(" of 4  ")[2]  # on to what is of another story


def test_a_reason_that_is_not_given_accepts_nothing(two: Path) -> None:
    ended = reviewed(two, "r\n\nq\n")
    assert ended.out.count("1 of 4") == 2
    assert not (two / "tracediff.toml").exists()


def test_a_number_is_gone_to(two: Path) -> None:
    out = reviewed(two, "g\n4\ng\n9\ng\nx\nb\nq\n").out
    shown = [line.partition(" of ")[0] for line in out.splitlines() if " of 4  " in line]
    assert shown == ["1", "4", "4", "4", "3"]
    assert "There are numbers from 1 to 4." in out


def test_the_end_at_a_question_takes_back_that_question_alone(two: Path) -> None:
    ended = reviewed(two, "a\nThe counts were checked in May.\na\n")  # the end is as Ctrl-C there
    assert "1 waiver written" in ended.out
    assert [one["old"] for one in waivers(two)] == ["120"]


def test_the_evidence_is_wrapped_at_words(two: Path) -> None:
    long = TWO_OLD.replace("of cod in", f"of cod {'and of herring ' * 9}in")
    (two / "2023.md").write_text(long, encoding="utf-8")
    lines = reviewed(two, "s\ne\ns\ne\nq\n").out.splitlines()
    assert max(map(len, lines)) <= 100
    at = next(i for i, line in enumerate(lines) if line.startswith("  - 2023.md:9:"))
    assert lines[at + 1].startswith("    ")


def test_the_gravest_finding_comes_first(two: Path) -> None:
    text = f"{TWO_NEW}\nThe office shall count [number] of crabs."
    (two / "draft.md").write_text(text, encoding="utf-8")
    out = reviewed(two, "s\nq\n").out
    heads = [line for line in out.splitlines() if " of 5  " in line]
    assert [head.split()[-2] for head in heads] == ["D503", "N101"]


def test_what_was_accepted_says_so_and_is_not_accepted_again(two: Path) -> None:
    out = reviewed(two, "a\nIt was checked in May.\ng\n1\na\nq\n").out
    assert "\n  Accepted: It was checked in May.\n" in out
    assert out.count("Reason") == 1
    assert "1 waiver written" in out


def test_help_is_wrapped_at_words(two: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracediff.cli.show.width", lambda _: 60)
    lines = reviewed(two, "?\nq\n").out.splitlines()
    assert max(map(len, lines)) <= 60
    at = next(i for i, line in enumerate(lines) if line.startswith("  b  go back"))
    assert lines[at + 1] == "     accepted there"
