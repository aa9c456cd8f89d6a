"""How a command ends: what it says, where, and with which status."""

from __future__ import annotations

import errno
import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest

from tests.cli.inside import Ended, tracediff
from tracediff import cli
from tracediff.cli import complain, show
from tracediff.cli.output import deliver
from tracediff.errors import InputError

OLD = "# Ports of Norr 2023\n\nThe port office inspected 120 ships in 2023. It fined 14 captains.\n"
NEW = "# Ports of Norr 2024\n\nThe port office inspected 180 ships in 2024. It fined 14 captains.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "2023.md").write_text(OLD, encoding="utf-8")
    (tmp_path / "2024.md").write_text(NEW, encoding="utf-8")
    return tmp_path


def complaint(ended: Ended) -> str:
    """The one line that a failed command says."""
    assert ended.status == 2
    assert ended.out == ""
    assert ended.err.startswith("tracediff: ")
    assert ended.err.count("\n") == 1
    return ended.err


def raising(monkeypatch: pytest.MonkeyPatch, error: BaseException) -> None:
    """A command line in which everything ends in this error."""

    def fail(**_: object) -> int:
        raise error

    monkeypatch.setattr(cli.cli, "main", fail)


def test_the_help_lists_every_command() -> None:
    ended = tracediff("--help")
    assert ended.status == 0
    assert all(name in ended.out for name in cli.COMMANDS)


def test_an_unknown_command_is_told_with_where_help_is() -> None:
    assert "No such command 'compair'" in complaint(tracediff("compair"))


def test_an_option_without_its_value_is_told_with_the_commands_own_help(desk: Path) -> None:
    ended = tracediff("compare", "2023.md", folder=desk)
    assert complaint(ended).endswith(" compare --help)\n")


def test_a_mistake_without_a_command_points_to_no_help(monkeypatch: pytest.MonkeyPatch) -> None:
    raising(monkeypatch, click.ClickException("The file is odd."))
    assert complaint(tracediff()) == "tracediff: The file is odd\n"


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (click.exceptions.Abort(), 2, "tracediff: stopped\n"),
        (KeyboardInterrupt(), 130, "tracediff: stopped\n"),
        (BrokenPipeError(), 0, ""),
        (RecursionError(), 2, "tracediff: the input is nested too deeply; simplify it\n"),
    ],
)
def test_what_stops_a_run_is_one_line_and_a_status(
    monkeypatch: pytest.MonkeyPatch, error: BaseException, status: int, says: str
) -> None:
    raising(monkeypatch, error)
    ended = tracediff()
    assert (ended.status, ended.err) == (status, says)


def test_too_little_memory_names_the_setting_that_helps(monkeypatch: pytest.MonkeyPatch) -> None:
    raising(monkeypatch, MemoryError())
    assert "reading.max_bytes" in complaint(tracediff())


def test_an_error_of_our_own_is_one_line_that_asks_for_a_report(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    raising(monkeypatch, ZeroDivisionError("by zero"))
    said = complaint(tracediff(TRACEDIFF_DEBUG=""))
    assert "internal error (ZeroDivisionError: by zero); please report it" in said
    with pytest.raises(ZeroDivisionError):
        tracediff(TRACEDIFF_DEBUG="1")


def test_nothing_in_a_message_can_act_on_the_terminal(capsys: pytest.CaptureFixture[str]) -> None:
    complain("bad\x1b[31m name\n\nsecond line")
    assert capsys.readouterr().err == "tracediff: bad name second line\n"


def test_no_command_at_all_shows_the_help_as_it_is_laid_out() -> None:
    ended = tracediff()
    assert (ended.status, ended.out) == (2, "")
    assert ended.err == tracediff("--help").out


def test_what_is_mistyped_and_a_folder_that_is_missing_are_told_with_the_cure() -> None:
    assert "No such command 'comparr'; did you mean compare?" in tracediff("comparr").err
    assert "did you mean" not in tracediff("nonsense").err
    ended = tracediff("facts", "samples/veldania-2023.md", "-o", "/no/such/folder/x.json")
    assert "there is no folder /no/such/folder, make it first" in ended.err


def test_a_program_without_its_streams_still_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    raising(monkeypatch, InputError("x.md: no such file"))
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == 2


class _Failing(io.StringIO):
    """A standard output that fails when its last words are to be written."""

    def __init__(self, error: OSError) -> None:
        super().__init__()
        self.error = error

    def flush(self) -> None:
        raise self.error


@pytest.mark.parametrize(
    ("error", "status", "says"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), 2, "standard output: No space left"),
        (BrokenPipeError(), 0, ""),
    ],
)
def test_output_lost_at_the_very_end_is_an_error_and_a_reader_gone_is_none(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    error: OSError,
    status: int,
    says: str,
) -> None:
    monkeypatch.setattr(cli.cli, "main", lambda **_: 0)
    monkeypatch.setattr(sys, "stdout", _Failing(error))
    with pytest.raises(SystemExit) as ended:
        cli.main()
    assert ended.value.code == status
    assert says in capsys.readouterr().err


def test_the_ledger_goes_to_standard_output_or_a_file(desk: Path) -> None:
    printed = tracediff("facts", "2024.md", "--format", "json", folder=desk)
    assert [fact["value"] for fact in json.loads(printed.out)["facts"]] == [180, 14]
    tracediff("facts", "2024.md", "-o", "ledger.csv", folder=desk)
    assert "180" in (desk / "ledger.csv").read_text(encoding="utf-8")


def test_the_ledger_never_overwrites_its_edition(desk: Path) -> None:
    ended = tracediff("facts", "2024.md", "-o", "2024.md", folder=desk)
    assert "is one of the inputs" in complaint(ended)
    assert (desk / "2024.md").read_text(encoding="utf-8") == NEW


def test_a_report_never_overwrites_a_folder(desk: Path) -> None:
    ended = tracediff("compare", "2023.md", "2024.md", "--format", "json", "-o", ".", folder=desk)
    assert "is a folder; name a file in it" in complaint(ended)


def test_a_rule_is_explained_by_id_and_by_name() -> None:
    by_id, by_name = tracediff("explain", "n103"), tracediff("explain", "no-longer-reported")
    assert by_id == by_name
    assert "N103" in by_id.out
    assert "[[waiver]]" in by_id.out


def test_a_rule_about_waivers_is_not_waived_itself() -> None:
    page = tracediff("explain", "W601").out
    assert "It speaks of the waivers and the baseline" in page
    assert "[[waiver]]; tracediff review writes it" not in page


def test_a_rule_that_is_not_there_is_told_with_the_nearest() -> None:
    assert "did you mean n103?" in complaint(tracediff("explain", "n1o3"))
    assert "did you mean figure-carried-over?" in complaint(tracediff("explain", "carried"))
    assert "tracediff rules lists all" in complaint(tracediff("explain", "zzzzzzzz"))


def test_both_editions_cannot_be_standard_input() -> None:
    assert "only one of the two" in complaint(tracediff("compare", "-", "-"))


def test_tracked_changes_are_taken_as_asked(desk: Path) -> None:
    for how in ("accept", "reject"):
        ended = tracediff(
            "compare", "2023.md", "2024.md", "--tracked-changes", how, "--format", "json",
            folder=desk,
        )  # fmt: skip
        assert ended.status == 0
        assert json.loads(ended.out)["findings"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("--format", "rtf"), "'rtf' is not one of"),
        (("--format", "sarif"), "`tracediff check` writes it"),
        (("--format", "json:"), "names no file after the colon"),
        (("--format", "json", "--format", "csv"), "only one format can go to standard output"),
        (("--format", "json:a", "--format", "csv:a"), "two formats would be written to one file"),
        (("--format", "json:a", "-o", "b.csv"), "-o names the file of one --format"),
        (("--format", "json", "-o", "a.json", "-o", "b.csv"), "-o names the file of one --format"),
        (("-o", "a.json", "-o", "./a.json"), "two formats would be written to one file"),
        (("-o", "a.json", "-o", "2024.md"), "is one of the inputs"),
        (("-o", "-", "-o", "-"), "only one format can go to standard output"),
        (("-o", "a.json", "-o", "report.doc"), "no format has that suffix"),
        (("-o", "report.doc"), "no format has that suffix"),
        (("--format", "json", "--open"), "--open needs an HTML file"),
    ],
)
def test_a_wrong_place_for_a_report_is_told(
    desk: Path, arguments: tuple[str, ...], says: str
) -> None:
    ended = tracediff("compare", "2023.md", "2024.md", *arguments, folder=desk)
    assert ended.status == 2
    assert says in ended.err
    assert not ended.out
    assert not [*desk.glob("a*"), *desk.glob("b*")]


@pytest.mark.parametrize(
    "command",
    [
        ("compare", "2023.md", "2024.md"),
        ("check", "2024.md", "--against", "2023.md", "--exit-zero"),
        ("timeline", "2023.md", "2024.md"),
    ],
)
def test_each_file_that_o_names_is_written_in_the_format_of_its_suffix(
    desk: Path, command: tuple[str, ...]
) -> None:
    ended = tracediff(*command, "-o", "all.html", "--output", "all.json", folder=desk)
    assert ended.status == 0
    assert (desk / "all.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    assert "schema_version" in json.loads((desk / "all.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    "command", [("facts", "2024.md"), ("portfolio", "--pairs", "pairs.csv")], ids=["facts", "many"]
)
def test_a_command_that_writes_one_thing_refuses_a_second_place(
    desk: Path, command: tuple[str, ...]
) -> None:
    ended = tracediff(*command, "-o", "one.json", "-o", "two.json", folder=desk)
    assert ended.status == 2
    assert "given twice; it names one place" in ended.err
    assert not [*desk.glob("one*"), *desk.glob("two*")]


def test_the_page_is_shown_in_the_browser_when_asked(
    desk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr(click, "launch", shown.append)
    ended = tracediff("compare", "2023.md", "2024.md", "-o", "r.html", "--open", folder=desk)
    assert ended.status == 0
    assert shown == ["r.html"]


def test_the_output_option_names_the_file_of_the_one_format(desk: Path) -> None:
    tracediff("compare", "2023.md", "2024.md", "--format", "json", "-o", "r.txt", folder=desk)
    assert json.loads((desk / "r.txt").read_text(encoding="utf-8"))["old"]["year"] == 2023


def test_the_shell_completes_formats() -> None:
    from tracediff.cli.options import FormatAndFile

    kind = FormatAndFile(("html", "json", "junit"))
    context = click.Context(cli.cli)
    found = kind.shell_complete(context, click.Option(["--format"]), "j")
    assert [one.value for one in found] == ["json", "junit"]


def test_the_shell_completes_commands() -> None:
    found = cli.cli.shell_complete(click.Context(cli.cli), "co")
    assert [one.value for one in found if not one.value.startswith("-")] == ["compare", "config"]


def test_a_configuration_is_not_replaced_unasked(desk: Path) -> None:
    assert tracediff("init", folder=desk).status == 0
    (desk / "tracediff.toml").write_text("# ours\n", encoding="utf-8")
    assert "is there already" in complaint(tracediff("init", folder=desk))
    assert (desk / "tracediff.toml").read_text(encoding="utf-8") == "# ours\n"
    assert tracediff("init", "--force", folder=desk).status == 0
    assert (desk / "tracediff.toml").read_text(encoding="utf-8") != "# ours\n"


def test_an_edition_to_check_against_needs_a_draft(desk: Path) -> None:
    ended = tracediff("init", "--against", "2023.md", folder=desk)
    assert "--against needs --draft" in complaint(ended)
    assert not (desk / "tracediff.toml").exists()


def test_a_draft_alone_is_declared_without_an_edition(desk: Path) -> None:
    tracediff("init", "--draft", "2024.md", folder=desk)
    lines = (desk / "tracediff.toml").read_text(encoding="utf-8").splitlines()
    at = lines.index("[[pair]]")
    assert lines[at + 1] == 'draft = "2024.md"'
    assert not lines[at + 2].startswith("against")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_long_report_goes_through_the_pager_of_a_person(monkeypatch: pytest.MonkeyPatch) -> None:
    paged: list[tuple[str, bool]] = []
    monkeypatch.setattr(click, "echo_via_pager", lambda text, color: paged.append((text, color)))
    screen = _Terminal()
    monkeypatch.setattr(sys, "stdout", screen)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((80, 10)))
    monkeypatch.delenv("CI", raising=False)
    monkeypatch.setenv("LESS", "-F")
    long = "a line\n" * 30
    deliver(long, None, paged=True)
    assert paged == [(long, False)]
    deliver("short\n", None, paged=True)
    monkeypatch.setenv("CI", "1")
    deliver(long, None, paged=True)
    assert len(paged) == 1
    assert screen.getvalue() == "short\n" + long


def test_a_closed_standard_output_is_told_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    with pytest.raises(InputError, match="standard output is closed; use -o FILE"):
        deliver("text", None)


def test_a_full_disk_behind_standard_output_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    class Full(io.BytesIO):
        def write(self, _: object) -> int:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(Full()))
    with pytest.raises(InputError, match="standard output: No space left on device"):
        deliver("text", None)


def test_a_device_is_written_through() -> None:
    deliver("text", os.devnull)
    assert not Path(os.devnull).is_file()


def test_a_file_that_cannot_be_replaced_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(os, "fsync", refuse)
    with pytest.raises(InputError, match=r"r\.json: cannot be written \(Input/output error\)"):
        deliver("text", str(tmp_path / "r.json"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("asked", "environment", "terminal", "coloured"),
    [
        ("always", {"NO_COLOR": "1"}, False, True),
        ("never", {"FORCE_COLOR": "1"}, True, False),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, True, False),
        ("auto", {"FORCE_COLOR": "1"}, False, True),
        ("auto", {"TERM": "xterm"}, True, True),
        ("auto", {"TERM": "dumb"}, True, False),
        ("auto", {"TERM": "xterm"}, False, False),
    ],
)
def test_colour_is_given_where_it_is_asked_for_or_seen(
    monkeypatch: pytest.MonkeyPatch,
    asked: str,
    environment: dict[str, str],
    terminal: bool,
    coloured: bool,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr(sys, "stdout", _Terminal() if terminal else io.StringIO())
    assert show.colour(asked, None) is coloured


@pytest.mark.parametrize(("columns", "used"), [(20, 60), (120, 120), (500, 200)])
def test_a_report_is_as_wide_as_the_terminal_within_reason(
    monkeypatch: pytest.MonkeyPatch, columns: int, used: int
) -> None:
    monkeypatch.setattr(shutil, "get_terminal_size", lambda _: os.terminal_size((columns, 24)))
    monkeypatch.setattr(sys, "stdout", io.StringIO())
    assert (show.width(None), show.width(70)) == (100, 70)
    monkeypatch.setattr(sys, "stdout", _Terminal())
    assert show.width(None) == used


@pytest.mark.parametrize(
    ("asked", "status", "said"),
    [
        (["explain", "zzzzzzzz"], 2, "tracediff: "),
        (["--version"], 0, "tracediff"),
        (["rules"], 0, "N103"),
    ],
)
def test_the_module_ends_as_the_command_does(asked: list[str], status: int, said: str) -> None:
    program = [sys.executable, "-m", "tracediff", *asked]
    ended = subprocess.run(program, capture_output=True, text=True, check=False)
    assert ended.returncode == status
    assert said in (ended.stderr if status else ended.stdout)


@pytest.mark.parametrize("watched", [False, True])
def test_a_program_ends_at_once_unless_it_is_watched(
    monkeypatch: pytest.MonkeyPatch, watched: bool
) -> None:
    ended: list[int] = []
    monkeypatch.setattr(os, "_exit", ended.append)
    monkeypatch.setattr(sys, "gettrace", lambda: print if watched else None)
    monkeypatch.setattr(sys, "getprofile", lambda: None)
    monkeypatch.setattr(sys, "argv", ["tracediff", "explain", "zzzzzzzz"])
    if watched:
        with pytest.raises(SystemExit, match="2"):
            cli.run()
    else:
        cli.run()
    assert ended == ([] if watched else [2])
