"""The command line as a user meets it: output, exit status, errors of one line."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tracediff.cli import COMMANDS

ROOT = Path(__file__).parent.parent.parent
OLD, NEW = ROOT / "samples" / "veldania-2023.md", ROOT / "samples" / "veldania-2024.md"


def run(
    *arguments: str | Path, stdin: str | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "tracediff", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, **environment},
        check=False,
        timeout=60,
    )


def one_line(result: subprocess.CompletedProcess[str]) -> str:
    assert result.returncode == 2
    assert result.stdout == ""
    assert result.stderr.count("\n") == 1
    assert "Traceback" not in result.stderr
    return result.stderr


def test_compare_writes_json_to_standard_output() -> None:
    result = run("compare", OLD, NEW, "--format", "json")
    assert result.returncode == 0
    assert json.loads(result.stdout)["old"]["year"] == 2023
    assert result.stderr == ""


def test_the_suffix_of_the_output_names_the_format(tmp_path: Path) -> None:
    for name, opening in (("r.html", "<!doctype html>"), ("r.json", "{"), ("r.md", "#")):
        path = tmp_path / name
        assert run("compare", OLD, NEW, "-o", path).returncode == 0
        assert path.read_text(encoding="utf-8").lower().startswith(opening)


def test_the_output_is_the_same_whatever_the_hash_seed_and_the_locale() -> None:
    outputs = {
        run("compare", OLD, NEW, "--format", "json", PYTHONHASHSEED=seed, LC_ALL=locale).stdout
        for seed, locale in (("0", "C"), ("1", "C.UTF-8"), ("77", "C"))
    }
    assert len(outputs) == 1
    assert len(outputs.pop()) > 10_000


def test_standard_input_is_an_edition() -> None:
    text = NEW.read_text(encoding="utf-8")
    result = run("facts", "-", "--format", "json", stdin=text)
    assert result.returncode == 0
    assert json.loads(result.stdout)["facts"]


def test_a_pipe_gets_no_colour_and_force_color_gives_it() -> None:
    assert "\x1b[" not in run("compare", OLD, NEW).stdout
    assert "\x1b[" in run("compare", OLD, NEW, FORCE_COLOR="1", NO_COLOR="").stdout
    assert "\x1b[" not in run("compare", OLD, NEW, FORCE_COLOR="1", NO_COLOR="1").stdout


def test_the_check_fails_on_errors_and_passes_below_the_threshold() -> None:
    assert run("check", NEW, "--against", OLD).returncode == 1
    assert run("check", NEW, "--against", OLD, "--exit-zero").returncode == 0
    assert run("check", NEW, "--against", OLD, "--fail-on", "never").returncode == 0
    assert run("check", OLD, "--against", OLD, "--fail-on", "note").returncode == 0


def test_the_format_never_changes_the_exit_status() -> None:
    for form in ("terminal", "html", "json", "markdown"):
        assert run("check", NEW, "--against", OLD, "--format", form).returncode == 1


def test_texts_that_share_nothing_are_no_silent_success(tmp_path: Path) -> None:
    other = tmp_path / "other.md"
    other.write_text("Completely different words about trains.", encoding="utf-8")
    assert "share" in one_line(run("check", other, "--against", OLD, "--exit-zero"))


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("compare", "missing.md", str(NEW)), "missing.md: no such file"),
        (("compare", str(OLD)), "Missing argument"),
        (("compare", "-", "-"), "only one of the two"),
        (("compare", str(OLD), str(NEW), "--format", "docx"), "docx"),
        (("compare", str(OLD), str(NEW), "-o", str(ROOT)), "is a folder"),
        (("compare", str(OLD), str(NEW), "-o", str(OLD)), "one of the inputs"),
        (("compare", str(OLD), str(NEW), "-o", "out.pdf"), "no format has that suffix"),
        (
            ("compare", str(OLD), str(NEW), "-o", "/no/such/folder/x.json"),
            "no folder /no/such/folder, make it",
        ),
        (("nonsense",), "No such command"),
        (("comparr", "a", "b"), "No such command 'comparr'; did you mean compare?"),
        (("explain", "N13"), "did you mean"),
    ],
)
def test_an_error_is_one_line_and_status_two(arguments: tuple[str, ...], says: str) -> None:
    assert says in one_line(run(*arguments))


def test_a_failed_write_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "report.json"
    path.write_text("as it was")
    result = run("compare", OLD, "missing.md", "-o", path)
    assert result.returncode == 2
    assert path.read_text() == "as it was"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full on this system")
def test_a_full_disk_is_an_error(tmp_path: Path) -> None:
    assert "No space" in one_line(run("compare", OLD, NEW, "--format", "json", "-o", "/dev/full"))


def test_a_reader_that_leaves_early_is_no_error() -> None:
    command = f"{sys.executable} -m tracediff compare {OLD} {NEW} --format json | head -c 10"
    result = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, text=True, check=False
    )
    assert result.stdout.startswith("{")
    assert len(result.stdout) == 10
    assert result.stderr == ""


def test_nothing_is_lost_when_standard_output_is_unbuffered() -> None:
    plain = run("compare", OLD, NEW, "--format", "json").stdout
    assert run("compare", OLD, NEW, "--format", "json", PYTHONUNBUFFERED="1").stdout == plain


def test_help_loads_nothing_heavy() -> None:
    heavy = ("rich", "jinja2", "rapidfuzz", "markdown_it", "lxml", "pypdfium2")
    code = (
        "import sys; from tracediff.cli import cli\n"
        "try: cli.main(['--help'])\n"
        "except SystemExit: pass\n"
        f"print([m for m in {heavy!r} if m in sys.modules])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )
    assert result.stdout.strip().endswith("[]")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help_and_stands_in_the_readme(command: str) -> None:
    assert run(command, "--help").returncode == 0
    assert re.search(rf"tracediff {command}\b", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_a_name_with_control_characters_cannot_write_to_the_terminal() -> None:
    message = one_line(run("facts", "a\x1b[31mb\nc.md"))
    assert "\x1b" not in message
