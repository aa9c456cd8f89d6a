"""How the program starts and how it is interrupted."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import click
import pytest

from tests.cli.inside import tracediff
from tracediff import cli, start
from tracediff.errors import InputError
from tracediff.ours import is_report
from tracediff.version import __version__

ROOT = Path(__file__).parent.parent
OLD, NEW = (str(ROOT / "samples" / f"veldania-{year}.md") for year in (2023, 2024))


@pytest.fixture
def handler() -> Iterator[Callable[[], object]]:
    """How Ctrl-C is dealt with; it is put back afterwards."""
    before = signal.getsignal(signal.SIGINT)
    yield lambda: signal.getsignal(signal.SIGINT)
    signal.signal(signal.SIGINT, before)


def test_until_the_command_line_is_there_ctrl_c_ends_without_a_word(
    monkeypatch: pytest.MonkeyPatch, handler: Callable[[], object]
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(cli, "run", lambda: seen.append(handler()))
    start.run()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # as for a job in the background
    start.run()
    assert seen == [signal.SIG_DFL, signal.SIG_IGN]


def test_then_it_is_told_in_words(
    monkeypatch: pytest.MonkeyPatch, handler: Callable[[], object]
) -> None:
    seen: list[object] = []
    monkeypatch.setattr(cli, "main", lambda: seen.append(handler()))
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    cli.run()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    cli.run()
    assert seen == [signal.default_int_handler, signal.SIG_IGN]


def test_in_its_last_moment_the_program_ends_as_interrupted(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted() -> None:
        raise KeyboardInterrupt

    ended: list[int] = []
    monkeypatch.setattr(cli, "main", interrupted)
    monkeypatch.setattr(os, "_exit", ended.append)
    cli.run()
    assert ended == [130]


def test_a_command_that_is_interrupted_is_no_check_that_failed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(cli.cli, "invoke", interrupted)
    ended = tracediff("rules")
    assert (ended.status, ended.err.split()) == (130, ["tracediff:", "stopped"])


INTERRUPTED = """
import builtins, os, signal, sys
plain, wanted = builtins.__import__, sys.argv.pop(1)
def imported(name, *rest):
    if name == wanted:
        builtins.__import__ = plain
        os.kill(os.getpid(), signal.SIGINT)
    return plain(name, *rest)
builtins.__import__ = imported
from tracediff.start import run
run()
"""


@pytest.mark.parametrize(
    ("where", "status", "says"),
    [
        ("click", -signal.SIGINT, ""),
        ("tracediff.errors", -signal.SIGINT, ""),
        ("tracediff.pipeline", 130, "tracediff: stopped"),
        ("tracediff.readers", 130, "tracediff: stopped"),
    ],
)
def test_ctrl_c_during_an_import_shows_no_traceback(where: str, status: int, says: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, where, "compare", OLD, NEW],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        check=False,
    )
    assert (ended.returncode, ended.stderr.strip()) == (status, says)


def test_a_working_folder_that_was_deleted_is_named(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    program = "import os, sys; os.rmdir(os.getcwd()); from tracediff.start import run; run()"
    ended = subprocess.run(
        [sys.executable, "-c", program, "compare", "a.md", "b.md"],
        cwd=gone,
        env={**os.environ, "PWD": str(gone), "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 2
    assert ended.stderr == (
        f"tracediff: {gone}: the current folder was deleted; change to another one (cd)\n"
    )


def test_a_missing_file_in_a_folder_that_is_gone_is_told_by_the_folder(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def gone() -> str:
        raise FileNotFoundError(2, "No such file or directory")

    def refuse(**_: object) -> None:
        raise InputError("a.md: no such file; check the name")

    monkeypatch.setattr(cli.cli, "main", refuse)
    monkeypatch.setenv("PWD", "/drafts")
    for there in (True, False):
        if not there:
            monkeypatch.setattr(os, "getcwd", gone)
        with pytest.raises(SystemExit):
            cli.main()
    first, second = capsys.readouterr().err.splitlines()
    assert first == "tracediff: a.md: no such file; check the name"
    assert second.startswith("tracediff: /drafts: the current folder was deleted; change to")


def test_a_click_error_of_its_own_still_counts_as_usage(monkeypatch: pytest.MonkeyPatch) -> None:
    def stop(**_: object) -> None:
        raise click.exceptions.Abort

    monkeypatch.setattr(cli.cli, "main", stop)
    assert tracediff().status == 2


def test_no_file_of_ours_but_a_report_is_one(tmp_path: Path) -> None:
    assert not is_report(tmp_path)
    assert not is_report(tmp_path / "none")
    assert not is_report(OLD)


def test_the_version_is_said_without_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
    handler: Callable[[], object],
    capsys: pytest.CaptureFixture[str],
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(cli, "run", lambda: seen.append("command line"))
    monkeypatch.setattr(sys, "argv", ["tracediff", "--version"])
    start.run()
    assert capsys.readouterr().out == f"tracediff, version {__version__}\n" and seen == []
    monkeypatch.setattr("tracediff.namesake.warning", lambda: "another distribution")
    start.run()
    monkeypatch.undo()
    monkeypatch.setattr(cli, "run", lambda: seen.append("command line"))
    monkeypatch.setattr(sys, "argv", ["tracediff", "--version"])
    monkeypatch.setattr(sys, "stdout", None)
    start.run()
    with Path("/dev/full").open("w") as full:
        monkeypatch.setattr(sys, "stdout", full)
        start.run()
        monkeypatch.undo()
        with suppress(OSError):
            full.close()
    assert seen == ["command line"] * 3
