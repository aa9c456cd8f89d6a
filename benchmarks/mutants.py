"""Change one thing at random in a copy of the package, and see whether the tests notice.

usage: mutants.py [--count 100] [--seed 1] [--packages extract syntax ...] [--tests tests/extract ...]

A mutant is one change: a comparison turned or moved by one, "and" for "or", a condition negated, a
number changed, a truth turned, plus for minus, a call of ``any`` for ``all``. It is killed where a
test fails or does not end in time. Those that live are listed with their line, as work to do. The
changes are drawn evenly over all places where one can be made; the same seed draws the same ones
from the same source.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = "extract syntax ledger wording settings.py".split()
TESTS = (
    "tests/gold tests/syntax tests/ledger tests/wording tests/rules tests/extract tests/detect"
    " tests/segment tests/rank tests/stories tests/align tests/timeline tests/test_samples.py"
    " tests/test_core.py tests/test_json.py tests/scenario"
).split()
SECONDS = 600  # longer than the tests take by themselves

TURNED = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip


@dataclass(frozen=True)
class Mutant:
    """One change: the text of a stretch of a file, given by its node, and what stands there now."""

    file: Path
    line: int
    start: int
    stop: int
    new: str

    def apply(self, source: str) -> str:
        return source[: self.start] + self.new + source[self.stop :]


class Finder(ast.NodeVisitor):
    """All changes that can be made in one file."""

    def __init__(self, file: Path) -> None:
        self.file, self.source = file, file.read_text(encoding="utf-8")
        lines = self.source.splitlines(keepends=True)
        self._starts = [0]
        for line in lines:
            self._starts.append(self._starts[-1] + len(line))
        self._lines = lines
        self.found: list[Mutant] = []

    def _at(self, line: int, column: int) -> int:
        return self._starts[line - 1] + len(self._lines[line - 1].encode()[:column].decode())

    def _text(self, node: ast.expr) -> str:
        return self.source[slice(*self._span(node))]

    def _span(self, node: ast.expr) -> tuple[int, int]:
        end = self._at(node.end_lineno or node.lineno, node.end_col_offset or 0)
        return self._at(node.lineno, node.col_offset), end

    def _add(self, node: ast.expr, new: str) -> None:
        self.found.append(Mutant(self.file, node.lineno, *self._span(node), f"({new})"))

    def visit_Compare(self, node: ast.Compare) -> None:
        turned = TURNED.get(type(node.ops[0]))
        if turned and len(node.ops) == 1:
            left, right = self._text(node.left), self._text(node.comparators[0])
            self._add(node, f"{left} {turned} {right}")
        self.generic_visit(node)

    def visit_BoolOp(self, node: ast.BoolOp) -> None:
        other = " or " if isinstance(node.op, ast.And) else " and "
        self._add(node, other.join(f"({self._text(value)})" for value in node.values))
        self.generic_visit(node)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, ast.Not):
            self._add(node, self._text(node.operand))
        self.generic_visit(node)

    def visit_BinOp(self, node: ast.BinOp) -> None:
        other = {ast.Add: "-", ast.Sub: "+", ast.Mult: "//"}.get(type(node.op))
        if other and not isinstance(node.left, ast.JoinedStr | ast.List | ast.Tuple):
            self._add(node, f"{self._text(node.left)} {other} {self._text(node.right)}")
        self.generic_visit(node)

    def visit_If(self, node: ast.If) -> None:
        self._add(node.test, f"not ({self._text(node.test)})")
        self.generic_visit(node)

    def visit_IfExp(self, node: ast.IfExp) -> None:
        self._add(node.test, f"not ({self._text(node.test)})")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, bool):
            self._add(node, str(not node.value))
        elif isinstance(node.value, int):
            self._add(node, str(node.value + 1))
        elif isinstance(node.value, float):
            self._add(node, repr(node.value * 1.5))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in ("any", "all"):
            self._add(node.func, "all" if node.func.id == "any" else "any")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """What stands in a formatted string has no place of its own in Python 3.11."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for statement in node.body:
            self.visit(statement)


def mutants(packages: list[str]) -> Iterator[Mutant]:
    for package in packages:
        place = ROOT / "tracediff" / package
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            finder = Finder(file)
            finder.visit(ast.parse(finder.source))
            yield from finder.found


def lives(mutant: Mutant, tests: list[str]) -> bool:
    """Whether all tests pass with a mutant in a copy of the package."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("tracediff", "tests", "samples", "templates", "docs", "benchmarks"):
            shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", "README.md", "CHANGELOG.md"):
            shutil.copy(ROOT / name, copy / name)
        target = copy / mutant.file.relative_to(ROOT)
        target.write_text(mutant.apply(target.read_text(encoding="utf-8")), encoding="utf-8")
        command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
        command += ["--no-header", "-k", "not megabyte and not endless", *tests]
        environment = {**os.environ, "PYTHONPATH": str(copy)}
        try:
            done = subprocess.run(
                command,
                cwd=copy,
                env=environment,
                capture_output=True,
                timeout=SECONDS,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return False
        if done.returncode not in (0, 1, 2):
            raise SystemExit(done.stdout.decode()[-2000:])
        return done.returncode == 0


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--packages", nargs="+", default=PACKAGES)
    parser.add_argument("--tests", nargs="+", default=TESTS)
    parser.add_argument("--list", action="store_true", help="only say what would be changed")
    asked = parser.parse_args()
    found = list(mutants(asked.packages))
    drawn = random.Random(asked.seed).sample(found, min(asked.count, len(found)))
    print(f"{len(found):,} places; {len(drawn)} drawn", flush=True)
    living = 0
    for number, mutant in enumerate(drawn, 1):
        old = " ".join(mutant.file.read_text(encoding="utf-8")[mutant.start : mutant.stop].split())
        where = f"{mutant.file.relative_to(ROOT)}:{mutant.line}"
        alive = not asked.list and lives(mutant, asked.tests)
        living += alive
        if alive or asked.list:
            print(f"{where}: {old} -> {' '.join(mutant.new.split())}", flush=True)
        if number % 10 == 0 and not asked.list:
            print(f"{number - living} of {number} killed", file=sys.stderr, flush=True)
    if not asked.list:
        print(f"killed: {len(drawn) - living} of {len(drawn)}")


if __name__ == "__main__":
    main()
