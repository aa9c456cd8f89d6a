"""Where a report goes: a pager for a person, a plain stream for everything else."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Timer

import click
import pytest
from click.testing import CliRunner

from tests.cli.inside import tracediff
from tracediff.cli import cli, output, progress, show
from tracediff.errors import InputError

ROOT = Path(__file__).parent.parent.parent
OLD, NEW = (str(ROOT / "samples" / f"veldania-{year}.md") for year in (2023, 2024))


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def sit_down(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Sit at a terminal of 24 lines; what the pager is given comes back."""
    paged: list[str] = []
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("LINES", "24")
    monkeypatch.setattr(sys, "stdout", Terminal())
    monkeypatch.setattr(click, "echo_via_pager", lambda text, color: paged.append(text))
    return paged


def test_a_long_report_is_paged_for_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch)
    output.deliver("line\n" * 200, None, paged=True)
    assert terminal == ["line\n" * 200]


def test_a_short_report_is_not_paged(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch)
    output.deliver("line\n" * 3, None, paged=True)
    assert terminal == []


def test_ci_never_gets_a_pager(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = sit_down(monkeypatch)
    monkeypatch.setenv("CI", "true")
    output.deliver("line\n" * 200, None, paged=True)
    assert terminal == []


def test_pieces_are_written_as_blocks_and_to_a_terminal_as_one_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    pieces = [f"line {number} é\n" for number in range(20_000)]
    file = tmp_path / "out.json"
    output.deliver(iter(pieces), str(file))
    assert file.read_bytes() == "".join(pieces).encode()
    blocks = list(output._blocks(pieces))
    assert len(blocks) == 4 and b"".join(blocks) == file.read_bytes()
    output.deliver(iter(pieces), None)
    assert capsysbinary.readouterr().out == file.read_bytes()
    paged = sit_down(monkeypatch)
    output.deliver(iter(pieces), None, paged=True)
    assert paged == ["".join(pieces)]


def test_pieces_that_fail_leave_the_file_that_was_there(tmp_path: Path) -> None:
    def failing() -> Iterator[str]:
        yield "half" * 40_000
        raise MemoryError

    file = tmp_path / "out.json"
    file.write_text("whole")
    with pytest.raises(MemoryError):
        output.deliver(failing(), str(file))
    assert file.read_text() == "whole" and list(tmp_path.iterdir()) == [file]


def test_a_closed_standard_output_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputError, match="use -o FILE"):
        output.deliver("text", None)


def test_a_device_is_written_through_and_never_replaced() -> None:
    output.deliver("text", "/dev/null")
    assert Path("/dev/null").is_char_device()


def test_the_report_keeps_the_rights_of_the_file_it_replaces(tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old")
    path.chmod(0o640)
    output.deliver("new", str(path))
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_open_shows_the_html_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[str] = []
    monkeypatch.setattr(click, "launch", lambda url: shown.append(url))
    path = str(tmp_path / "r.html")
    result = CliRunner().invoke(cli, ["compare", OLD, NEW, "-o", path, "--open"])
    assert result.exit_code == 0, result.output
    assert shown == [path]


def test_open_without_a_file_is_a_mistake() -> None:
    with pytest.raises(click.UsageError, match="needs an HTML file"):
        show.page([None, "-"])


def test_a_logo_a_note_and_a_confidentiality_line_are_in_the_page(tmp_path: Path) -> None:
    logo = tmp_path / "logo.svg"
    logo.write_text('<svg xmlns="http://www.w3.org/2000/svg" width="4" height="4"/>')
    page = tmp_path / "r.html"
    call = ["compare", OLD, NEW, "-o", str(page), "--logo", str(logo)]
    call += ["--note", "For the board", "--confidentiality", "Not for release", "--title", "Ours"]
    assert CliRunner().invoke(cli, call).exit_code == 0
    text = page.read_text(encoding="utf-8")
    assert "data:image/svg+xml;base64," in text
    assert all(said in text for said in ("For the board", "Not for release", "<title>Ours"))


def test_progress_is_told_only_to_a_person_who_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    big = tmp_path / "big.txt"
    big.write_bytes(b"x" * 2_000_000)
    with progress.progress((str(big),)) as told:
        told("Reading")
    assert capsys.readouterr().err == ""
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setattr(sys, "stderr", Terminal())
    with progress.progress((str(big), "missing")) as told:
        told("Setting sentences side by side")
    assert isinstance(sys.stderr, Terminal)
    assert sys.stderr.getvalue() != ""


@pytest.mark.parametrize(
    ("asked", "output_file", "form"),
    [
        (None, None, "terminal"),
        (None, "r.HTML", "html"),
        (None, "report", "terminal"),
        ("json", "r.html", "json"),
        (None, "-", "terminal"),
    ],
)
def test_the_format_follows_from_what_is_asked_or_the_suffix(
    asked: str | None, output_file: str | None, form: str
) -> None:
    assert show.chosen_format("compare", asked, output_file) == form


@pytest.mark.parametrize("command", [("facts", NEW), ("timeline", OLD, NEW)])
def test_a_suffix_that_only_another_command_writes_is_refused(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    ended = tracediff(*command, "-o", str(tmp_path / "x.docx"))
    assert ended.status == 2
    assert "no format has that suffix; use .csv, " in ended.err


def test_who_reads_only_the_beginning_of_standard_output_causes_no_error(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    own = os.dup(1)
    source, sink = os.pipe()
    os.close(source)
    try:
        with io.TextIOWrapper(io.FileIO(sink, "w")) as pipe:
            monkeypatch.setattr(sys, "stdout", pipe)
            output.deliver("line\n" * 100_000, None)
    finally:
        os.dup2(own, 1)
        os.close(own)


def test_who_reads_only_the_beginning_of_a_pipe_causes_no_error(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    reader = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    Timer(0.1, os.close, (reader,)).start()
    output.deliver("line\n" * 100_000, str(path))
    assert path.is_fifo()
