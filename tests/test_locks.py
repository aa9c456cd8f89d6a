"""Files that two runs write at once, and what a killed run leaves."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024
from tracediff import locks
from tracediff.cli import output
from tracediff.cli.output import deliver
from tracediff.errors import InputError
from tracediff.locks import lock, writing

BASELINE = "tracediff-baseline.json"

KILLED = """
import os, signal, sys
from tracediff.cli import output
os.fsync = lambda handle: os.kill(os.getpid(), signal.SIGKILL)
output.deliver("half", sys.argv[1])
"""


def killed_in(folder: Path, name: str = "report.json") -> Path:
    """What is left by a run that was killed while it wrote a file."""
    subprocess.run([sys.executable, "-c", KILLED, folder / name], check=False)
    (left,) = folder.glob(".*")
    return left


def test_what_a_killed_run_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    left = killed_in(tmp_path)
    assert left.name.startswith(".report.json.")
    assert left.name.endswith(".tracediff-tmp")
    deliver("whole", str(tmp_path / "other.json"))
    assert [path.name for path in tmp_path.iterdir()] == ["other.json"]


def test_what_another_run_is_writing_is_left_alone(tmp_path: Path) -> None:
    left = killed_in(tmp_path)
    with left.open("rb") as stream:
        assert lock(stream.fileno())
        deliver("whole", str(tmp_path / "other.json"))
        assert left.exists()
    deliver("whole", str(tmp_path / "other.json"))
    assert not left.exists()


def test_files_of_others_and_links_are_never_cleared(tmp_path: Path) -> None:
    mine = tmp_path / ".notes.tmp"
    mine.write_text("mine")
    (tmp_path / ".x.tracediff-tmp").symlink_to(mine)
    deliver("whole", str(tmp_path / "r.json"))
    assert mine.read_text() == "mine"
    assert (tmp_path / ".x.tracediff-tmp").is_symlink()


def test_a_file_cleared_before_it_was_locked_is_begun_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cleared: list[Path] = []

    def late(handle: int) -> bool:
        if not cleared:
            cleared.extend(tmp_path.glob(".*"))
            cleared[0].unlink()
        return lock(handle)

    monkeypatch.setattr(output, "lock", late)
    deliver("whole", str(tmp_path / "r.json"))
    assert (tmp_path / "r.json").read_text() == "whole"
    assert len(cleared) == 1


def test_one_run_waits_for_the_other(tmp_path: Path) -> None:
    order: list[str] = []

    def first() -> None:
        with writing(tmp_path / "x"):
            order.append("in")
            begun.set()
            time.sleep(0.1)
            order.append("out")

    begun = threading.Event()
    thread = threading.Thread(target=first)
    thread.start()
    begun.wait()
    with writing(tmp_path / "x"):
        order.append("then")
    thread.join()
    assert order == ["in", "out", "then"]


def test_a_run_that_never_ends_is_not_waited_for_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(locks, "_PATIENCE", 0.05)
    refused = pytest.raises(InputError, match="x: another run is writing it; run this one again")
    with writing(tmp_path / "x"), refused, writing(tmp_path / "x"):
        pass


def test_a_folder_that_is_not_there_is_told_by_whoever_writes(tmp_path: Path) -> None:
    with writing(tmp_path / "none" / "x"):
        pass


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2024.md").write_text(EDITION_2024, encoding="utf-8")
    for name in ("a.md", "b.md"):
        (tmp_path / name).write_text(CORRECTED_DRAFT, encoding="utf-8")
    return tmp_path


def entries(desk: Path) -> list[dict[str, str]]:
    found: list[dict[str, str]] = json.loads((desk / BASELINE).read_text("utf-8"))["findings"]
    return found


def test_two_runs_that_write_one_baseline_lose_nothing(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tracediff.cli import signoff

    plain = signoff.rewrite
    others: list[int] = []

    def meanwhile(*arguments: object, **named: object) -> object:
        if not others:  # another run begins and ends while this one is at work
            others.append(0)
            ended = tracediff(
                "check", "b.md", "--against", "2024.md", "--write-baseline", folder=desk
            )
            assert ended.status == 0
            others[0] = len(entries(desk))
        return plain(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(signoff, "rewrite", meanwhile)
    tracediff("check", "a.md", "--against", "2024.md", "--write-baseline", folder=desk)
    pairs = [entry["pair"] for entry in entries(desk)]
    assert others[0] > 0
    assert pairs.count("a.md") == pairs.count("b.md") == others[0]


def test_a_baseline_forgets_what_its_own_draft_no_longer_has(desk: Path) -> None:
    for name in ("a.md", "b.md"):
        tracediff("check", name, "--against", "2024.md", "--write-baseline", folder=desk)
    (desk / "a.md").write_text(EDITION_2024, encoding="utf-8")
    tracediff(
        "check", "a.md", "--against", "2024.md", "--write-baseline", "--baseline", BASELINE,
        folder=desk,
    )  # fmt: skip
    assert {entry["pair"] for entry in entries(desk)} == {"b.md"}


def test_pruning_drops_what_is_stale_and_keeps_what_is_new(desk: Path) -> None:
    for name in ("a.md", "b.md"):
        tracediff("check", name, "--against", "2024.md", "--write-baseline", folder=desk)
    count = len(entries(desk))
    ended = tracediff(
        "check", "a.md", "--against", "2024.md", "--prune-baseline", "--baseline", BASELINE,
        folder=desk,
    )  # fmt: skip
    assert ended.status == 0
    assert len(entries(desk)) == count
    (desk / "a.md").write_text(EDITION_2024, encoding="utf-8")
    tracediff(
        "check", "a.md", "--against", "2024.md", "--prune-baseline", "--baseline", BASELINE,
        folder=desk,
    )  # fmt: skip
    assert {entry["pair"] for entry in entries(desk)} == {"b.md"}


def test_no_lock_is_left_behind(desk: Path) -> None:
    before = {path.name for path in desk.iterdir()}
    tracediff("check", "a.md", "--against", "2024.md", "--write-baseline", folder=desk)
    assert {path.name for path in desk.iterdir()} == {*before, BASELINE}
    assert os.access(desk / BASELINE, os.R_OK)
