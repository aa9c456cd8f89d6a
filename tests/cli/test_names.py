"""Names and texts from outside: none acts on a terminal or in the log of a CI server."""

from __future__ import annotations

import ast
import io
import json
import re
import sys
from pathlib import Path

import pytest

from tests.cli.inside import tracediff
from tests.render.reports import report
from tests.scenario.texts import CORRECTED_DRAFT, EDITION_2024
from tracediff.cli.output import deliver
from tracediff.render import RENDERERS, Options
from tracediff.render.visible import harmless, printable, visible, workflow

ROOT = Path(__file__).parent.parent.parent
ACTING = "\x1b]0;gone\x07::error::no\x1b[2K##[group]x\u202e\x9b1m"


def acts(text: str) -> list[str]:
    """The lines of a log that a terminal or a CI server would do something with."""
    return [
        line
        for line in text.split("\n")
        if any(not c.isprintable() for c in line)
        or line.lstrip().startswith("::")
        or "##[" in line
        or "##vso[" in line
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("::set-output name=x::y", ": :set-output name=x: :y"),
        ("a ##[error]b ##vso[task.setvariable]c", "a # #[error]b # #vso[task.setvariable]c"),
        ("12:30::45, No. ##7 [x]", "12:30::45, No. ##7 [x]"),
        ("\x1b[31mred\x1b[0m\nline\u2066", "red line[U+2066]"),
    ],
)
def test_what_would_act_in_a_log_is_shown_apart(text: str, shown: str) -> None:
    assert printable(text) == shown
    assert not acts(printable(text))


def test_files_keep_their_texts_and_logs_keep_their_blanks() -> None:
    assert visible("a  ::b ##[c]") == "a  ::b ##[c]"
    assert harmless("a  b\tc") == "a  b\tc"


def test_a_workflow_command_cannot_be_ended_by_its_parts() -> None:
    assert workflow("50%\n::error::x") == "50%25%0A: :error: :x"
    assert workflow("a,b::c\n", inside=True) == "a%2Cb%3A %3Ac%0A"
    assert workflow("x\x1b[0m") == "x[U+001B][0m"


@pytest.mark.parametrize("form", ["terminal", "brief"])
@pytest.mark.parametrize("colour", [False, True])
def test_no_report_in_a_log_holds_a_command_of_its_text(form: str, colour: bool) -> None:
    text = RENDERERS[form](report(), Options(title=ACTING, note=ACTING, colour=colour))
    assert not acts(re.sub("\x1b\\[[0-9;]*m", "", text) if colour else text)


def test_an_outcry_names_its_file_without_acting(tmp_path: Path) -> None:
    ended = tracediff("compare", f"a {ACTING}.md", "2024.md", folder=tmp_path)
    assert ended.status == 2
    assert not acts(ended.err)
    assert "[U+202E][U+009B]1m.md: no such file; check the name" in ended.err


def test_remarks_and_tallies_name_files_without_acting(tmp_path: Path) -> None:
    for folder, text in (("drafts", CORRECTED_DRAFT), ("published", EDITION_2024)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "2024.md").write_text(text, encoding="utf-8")
    (tmp_path / "drafts" / "::error::x\x1b[2K.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    ended = tracediff("check", "drafts", "--against", "published", folder=tmp_path)
    assert "has no counterpart" in ended.err
    assert not acts(ended.err + ended.out)
    written = tracediff(
        "check", "drafts", "--against", "published", "--write-baseline",
        "--baseline", "\x1b[2Kknown.json", folder=tmp_path,
    )  # fmt: skip
    assert "tracediff: known.json holds" in written.err
    assert not acts(written.err)


def test_a_workflow_log_names_files_without_acting(tmp_path: Path) -> None:
    (tmp_path / "old.md").write_text(EDITION_2024, encoding="utf-8")
    (tmp_path / "a\x1b[2K\n::stop-commands::x.md").write_text(CORRECTED_DRAFT, encoding="utf-8")
    name = "a\x1b[2K\n::stop-commands::x.md"
    ended = tracediff("check", name, "--against", "old.md", "--format", "github", folder=tmp_path)
    lines = ended.out.splitlines()
    assert lines
    assert all(
        line.startswith(("::error file=", "::warning file=", "::notice file=")) for line in lines
    )
    assert all("\x1b" not in line and "::stop" not in line for line in lines)


def test_what_is_in_force_is_shown_without_acting(tmp_path: Path) -> None:
    name = "c\x1b[2K.toml"
    text = f"[[measure]]\nname = {json.dumps('a' + chr(0x202E) + 'b')}\n"
    (tmp_path / name).write_text(text, encoding="utf-8")
    ended = tracediff("config", "--config", name, "--set", folder=tmp_path)
    assert ended.status == 0
    assert "a[U+202E]b" in ended.out
    assert not acts(ended.out)


def test_a_wrong_value_is_told_without_acting(tmp_path: Path) -> None:
    (tmp_path / "tracediff.toml").write_text(f"[check]\nfail_on = {json.dumps(ACTING)}\n")
    ended = tracediff("config", folder=tmp_path)
    assert ended.status == 2
    assert not acts(ended.err)


def test_only_one_function_writes_to_standard_error() -> None:
    """Every other call would have to think of what its text may hold."""
    allowed = {"complain", "_usage", "_show"}  # and our own help, and our own steps
    for path in sorted((ROOT / "tracediff").rglob("*.py")):
        for function in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(function, ast.FunctionDef) and function.name not in allowed:
                for call in ast.walk(function):
                    if isinstance(call, ast.Call):
                        said = ast.unparse(call)
                        assert not said.startswith("print("), f"{path}: {said}"
                        assert "err=True" not in said or said.startswith("click.option"), (
                            f"{path}: {said}"
                        )


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_json_on_a_terminal_says_the_same_in_escapes(monkeypatch: pytest.MonkeyPatch) -> None:
    data = {"said": f"no{chr(0x9B)}1m {chr(0x202E)} {chr(0xE0041)} é"}
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    for screen in (_Terminal(), io.StringIO()):
        monkeypatch.setattr(sys, "stdout", screen)
        deliver(text, None)
        assert json.loads(screen.getvalue()) == data
        assert (screen.getvalue() == text) is not screen.isatty()
        assert "é" in screen.getvalue()
