"""What CONTRIBUTING.md shows is all that it takes to add a rule, a reader and a renderer."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SHOWN = re.compile(
    r"\*\*`(?P<file>[^`]+)`\*\*, (?P<where>.*?):(?s:.*?)\n```\w+\n(?P<text>(?s:.*?))\n```\n"
)
OLD = "== Roads ==\nThe bridge at Orsk is closed to lorries.\n== Ports ==\nFerries took 410 cars.\n"
NEW = OLD.replace(
    "The bridge at Orsk is closed to lorries", "THE BRIDGE AT ORSK IS CLOSED TO LORRIES"
)


def shown() -> list[tuple[Path, str, str]]:
    """The files that are to be changed, where in them, and what is put there."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return [(Path(m["file"]), m["where"], m["text"]) for m in SHOWN.finditer(text)]


def put(file: Path, where: str, text: str) -> None:
    """Do by the letter what the page says."""
    if where == "a new file":
        file.write_text(f"{text}\n", encoding="utf-8")
        return
    way, name = re.fullmatch(r"(at the end of|at the top of|named in) `(\w+)`", where).groups()  # type: ignore[union-attr]
    whole = file.read_text(encoding="utf-8")
    start = re.search(rf"^{name}\b.*?= \(", whole, re.MULTILINE)
    assert start is not None
    end = whole.index(")" if way == "named in" else "\n)", start.end())
    if way == "at the top of":
        whole = f"{whole[: start.end()]}\n    {text},{whole[start.end() :]}"
    elif way == "at the end of":
        whole = f"{whole[:end]}\n    {text},{whole[end:]}"
    else:
        function = re.findall(r"^def (\w+)", text)[0]
        whole = f"{whole[:end]}, {function}{whole[end:]}"
        whole = f"{whole[: start.start()]}{text}\n\n\n{whole[start.start() :]}"
    file.write_text(whole, encoding="utf-8")


@pytest.fixture(scope="module")
def scratch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the program with one of each added, and two editions to compare."""
    folder = tmp_path_factory.mktemp("scratch")
    for name in ("tracediff", "docs", "tests/rules"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    for file, where, text in shown():
        put(folder / file, where, text)
    (folder / "2023.wiki").write_text(OLD, encoding="utf-8")
    (folder / "2024.wiki").write_text(NEW, encoding="utf-8")
    return folder


def run(folder: Path, *command: str) -> str:
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, *command],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_each_takes_two_files_and_a_rule_a_page_of_cases() -> None:
    assert [str(file) for file, _, _ in shown()] == [
        "tracediff/rules.py", "tracediff/detect/draft.py", "tests/rules/D504.md",
        "tracediff/readers/wiki.py", "tracediff/readers/__init__.py",
        "tracediff/render/outline.py", "tracediff/formats.py",
    ]  # fmt: skip


def test_the_new_rule_is_found_in_files_of_the_new_format(scratch: Path) -> None:
    written = json.loads(
        run(scratch, "-m", "tracediff", "compare", "2023.wiki", "2024.wiki", "--format", "json")
    )
    assert [one["title"] for one in written["sections"]] == ["Roads", "Ports"]
    (found,) = written["findings"]
    assert (found["rule"], found["name"], found["severity"]) == ("D504", "shouting", "note")
    assert found["message"] == "Set in capitals: “THE BRIDGE AT ORSK IS CLOSED TO LORRIES.”"
    assert found["new"]["line"] == 2


def test_the_new_format_is_written_by_name_and_by_suffix(scratch: Path) -> None:
    pair = ("-m", "tracediff", "compare", "2023.wiki", "2024.wiki")
    assert run(scratch, *pair, "--format", "outline") == "  1 Roads\n  0 Ports\n"
    run(scratch, *pair, "-o", "made.outline")
    assert (scratch / "made.outline").read_text(encoding="utf-8") == "  1 Roads\n  0 Ports\n"


def test_the_new_rule_is_listed_documented_and_tested(scratch: Path) -> None:
    assert "D504  note    shouting" in run(scratch, "-m", "tracediff", "rules")
    run(scratch, "docs/make_rules.py")
    assert "A warning in capitals" in run(scratch, "-m", "tracediff", "explain", "D504")
    pytest_ = ("-m", "pytest", "-p", "no:cacheprovider", "tests/rules/test_rules.py", "-k", "D504")
    run(scratch, "tests/rules/test_rules.py")
    assert "9 passed" in run(scratch, *pytest_, "-o", "addopts=")


def test_what_is_shown_is_written_as_the_house_writes(scratch: Path) -> None:
    pytest.importorskip("ruff")
    run(scratch, "-m", "ruff", "check", "--no-cache", "tracediff")
    run(scratch, "-m", "ruff", "format", "--no-cache", "--check", "tracediff")
