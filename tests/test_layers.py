"""Imports point one way, those inside functions too, and no module is longer than 400 lines."""

from __future__ import annotations

import ast
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "tracediff"
LONGEST = 400  # lines of a module
WHOLE = {
    "settings.py": "every number stands in one file beside its reason, a class for each stage",
}
CHECKER = Path(sys.executable).with_name("lint-imports")


@pytest.fixture
def scratch(tmp_path: Path) -> Path:
    """A copy of the package beside its contract."""
    ignored = shutil.ignore_patterns("__pycache__", "*.bin", "*.json")
    shutil.copytree(PACKAGE, tmp_path / "tracediff", ignore=ignored)
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def checked(folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [CHECKER, "--no-cache"],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.mark.skipif(not CHECKER.exists(), reason="import-linter is not installed")
def test_the_contract_sees_an_import_inside_a_function(scratch: Path) -> None:
    assert checked(scratch).returncode == 0
    with (scratch / "tracediff" / "model" / "report.py").open("a", encoding="utf-8") as file:
        file.write("\n\ndef lazily() -> None:\n    import tracediff.render.html\n")
    broken = checked(scratch)
    assert broken.returncode == 1
    assert "tracediff.model.report -> tracediff.render.html" in broken.stdout


def named(file: Path) -> Iterator[str]:
    """The modules of ours that a file imports by a name in a string, which no contract sees."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("import_module"):
            given = node.args[0]
            first = given.values[0] if isinstance(given, ast.JoinedStr) else given
            if isinstance(first, ast.Constant) and str(first.value).startswith("tracediff"):
                yield str(first.value)


def test_what_is_imported_by_a_string_is_of_the_same_package() -> None:
    found = {
        (file.relative_to(ROOT), name) for file in PACKAGE.rglob("*.py") for name in named(file)
    }
    assert {".".join(file.parent.parts) for file, _ in found} == {
        "tracediff", "tracediff.cli", "tracediff.readers", "tracediff.render",
    }  # fmt: skip
    assert all(name.startswith(".".join((*file.parent.parts, ""))) for file, name in found)


def test_no_module_is_longer_than_one_can_survey() -> None:
    lengths = {
        file.relative_to(PACKAGE).as_posix(): len(file.read_text(encoding="utf-8").splitlines())
        for file in PACKAGE.rglob("*.py")
    }
    assert {name: size for name, size in lengths.items() if size > LONGEST}.keys() == WHOLE.keys()
