"""Change one thing at random in a copy of the package, and see whether the tests notice.

usage: mutants.py [--count 150] [--seed 1] [--packages ledger detect ...] [--tests tests/ledger ...]
                  [--part 1/2] [--only FILE:LINE ...] [--again FILE]

A mutant is one change: a comparison turned or moved by one, "and" for "or", a condition negated, a
number changed, a truth turned, plus for minus, a call of ``any`` for ``all``, a word taken out of a
list, nothing returned. It is killed where a
test fails or does not end in time: those that come by its line, first those that run what few run of its function.
Those that live are listed with their line, as work to do, and how many of each package. The changes
are drawn evenly over all places where one can be made; the same seed draws the same ones from the
same source. ``--part`` takes one of several shares of them, for a processor each; ``--only`` those
of some lines, ``--again`` those that lived in an earlier run, to see whether a new test kills them;
``--calls`` keeps in a file which lines each
test runs, so that another run need not see it again, and a change that no test comes by takes none.
Where "(not run)" stands behind one that lives, no test comes by its line.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

import pytest
from mutant_trials import Name, Trials, codes, function, holder, statement

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = "ledger detect rank stories wording settings.py align".split()
# The tests that concern a package; TESTS where nothing is said.
CONCERNED = {
    "ledger": "tests/ledger tests/detect/test_numbers.py tests/rules",
    "detect": "tests/rules tests/whole tests/detect",
    "rank": "tests/rank tests/stories tests/whole",
    "stories": "tests/stories tests/rank tests/whole",
    "wording": "tests/wording tests/stories tests/extract/test_examples.py",
    "settings.py": "tests/test_settings.py tests/test_defaults.py tests/cli/test_words.py",
    "align": "tests/align tests/rules tests/whole",
    "extract": "tests/extract tests/segment tests/whole",
    "syntax": "tests/syntax tests/extract tests/wording",
}
TESTS = "tests/gold tests/syntax tests/extract tests/wording"
# Those of the whole: what a reader is told, the examples in the code and in the documentation.
WHOLE = """
tests/whole tests/rules tests/detect tests/ledger tests/rank tests/stories tests/wording tests/align
tests/extract/test_examples.py tests/syntax/test_examples.py tests/render tests/timeline
tests/test_api.py tests/test_json.py tests/test_frozen.py
tests/test_core.py
"""
LEFT_OUT = "not megabyte and not endless and not notebook"
# What says of whole modules that nothing was changed in their constants and classes.
AT_FIRST = "tests/test_frozen.py tests/test_defaults.py tests/test_settings.py".split()
NOT_RUN = " (not run)"
SECONDS = 300  # of a processor: longer than the tests take by themselves

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
            self._add(node, repr(node.value * 1.5 or 1.0))

    def visit_Call(self, node: ast.Call) -> None:
        if isinstance(node.func, ast.Name) and node.func.id in ("any", "all"):
            self._add(node.func, "all" if node.func.id == "any" else "any")
        self.generic_visit(node)

    def _visit_list(self, node: ast.Set | ast.Tuple) -> None:
        words = [isinstance(one, ast.Constant) and isinstance(one.value, str) for one in node.elts]
        if all(words) and len(words) > 1:
            start, stop = self._span(node.elts[-1])
            self.found.append(Mutant(self.file, node.lineno, start, stop, "*()"))
        self.generic_visit(node)

    visit_Set = visit_Tuple = _visit_list

    def visit_Return(self, node: ast.Return) -> None:
        if node.value and not isinstance(node.value, ast.Constant):
            self._add(node.value, "None")
        self.generic_visit(node)

    def visit_JoinedStr(self, node: ast.JoinedStr) -> None:
        """What stands in a formatted string has no place of its own in Python 3.11."""

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value:
            self.visit(node.value)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        for one in node.body:
            self.visit(one)


def mutants(packages: list[str]) -> Iterator[Mutant]:
    for package in packages:
        place = ROOT / "tracediff" / package
        for file in sorted(place.rglob("*.py")) if place.is_dir() else [place]:
            finder = Finder(file)
            finder.visit(ast.parse(finder.source))
            yield from finder.found


KEPT = "tracediff tests samples templates docs benchmarks".split()
KEPT_FILES = "pyproject.toml README.md CHANGELOG.md".split()


def copied(folder: Path) -> Path:
    """A copy of the package with its tests, to change."""
    for name in KEPT:
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in KEPT_FILES:
        shutil.copy(ROOT / name, folder / name)
    return folder


def limited() -> None:
    """End this process when it has used its time of a processor, however busy the machine is."""
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS + 5))


def lives(mutant: Mutant, tests: Sequence[str], copy: Path) -> bool:
    """Whether all tests pass with a mutant in a copy of the package."""
    target = copy / mutant.file.relative_to(ROOT)
    source = target.read_text(encoding="utf-8")
    target.write_text(mutant.apply(source), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", "--no-cov"]
    listed = copy / "asked"
    listed.write_text("\n".join(tests), encoding="utf-8")
    command += ["--no-header", f"@{listed}"]
    try:
        done = subprocess.run(
            command,
            cwd=copy,
            env={**os.environ, "PYTHONPATH": str(copy)},
            capture_output=True,
            preexec_fn=limited,
            check=False,
        )
    finally:
        target.write_text(source, encoding="utf-8")
    if done.returncode not in (0, 1, 2) and done.returncode >= 0:
        raise SystemExit(done.stdout.decode()[-2000:])
    return done.returncode == 0


def drawn(asked: argparse.Namespace) -> list[Mutant]:
    """The mutants that are asked for."""
    found = list(mutants(asked.packages))
    print(f"{len(found):,} places", flush=True)
    if asked.only:
        return [one for one in found if where(one) in asked.only]
    if asked.again:
        lived = asked.again.read_text(encoding="utf-8").splitlines()
        return [one for one in found if told(one) in lived]
    chosen = random.Random(asked.seed).sample(found, min(asked.count, len(found)))
    own, parts = map(int, asked.part.split("/"))
    return chosen[own - 1 :: parts]


def where(mutant: Mutant) -> str:
    """The file and line of a mutant."""
    return f"{mutant.file.relative_to(ROOT)}:{mutant.line}"


def package(mutant: Mutant) -> str:
    """The package, or the module, that it is of."""
    return mutant.file.relative_to(ROOT / "tracediff").parts[0]


def told(mutant: Mutant) -> str:
    """What is changed, and where."""
    source = mutant.file.read_text(encoding="utf-8")
    old = " ".join(source[mutant.start : mutant.stop].split())
    return f"{where(mutant)}: {old} -> {' '.join(mutant.new.split())}"


def code_of(mutant: Mutant) -> tuple[Name, CodeType] | None:
    """The function that a mutant is of, with its changed code; none for one of a whole module."""
    source = mutant.file.read_text(encoding="utf-8")
    found = holder(source, mutant.line)
    if found is None:
        return None
    changed = compile(mutant.apply(source), str(mutant.file), "exec", dont_inherit=True)
    for code in codes(changed):
        if (code.co_qualname, code.co_firstlineno) == found:
            return (str(mutant.file), *found), code
    return None


def outcomes(
    chosen: Sequence[Mutant], tests: Sequence[str] | None, kept: Path | None
) -> Iterator[tuple[Mutant, str]]:
    """Each mutant, and the test that kills it, nothing where it lives: those of functions at once,
    then the others."""
    done: list[tuple[Mutant, str]] = []
    inside = [(mutant, code) for mutant in chosen if (code := code_of(mutant))]
    tried = {mutant for mutant, _ in inside}
    of_modules: dict[Mutant, list[str]] = {one: [] for one in chosen if one not in tried}

    def run(trials: Trials) -> None:
        for mutant in of_modules:
            items = trials.using(mutant.file, tests or concerned(mutant))
            of_modules[mutant] = [*AT_FIRST, *(item.nodeid for item in items)]
        changes = []
        for mutant, (name, code) in inside:
            source = mutant.file.read_text(encoding="utf-8")
            lines = statement(source, mutant.line), function(source, mutant.line)
            changes.append((name, code, *lines, tests or concerned(mutant)))
        for (mutant, _), change, killer in zip(
            inside, changes, trials.killers(changes, SECONDS), strict=True
        ):
            done.append((mutant, killer))
            run_by = trials.concerned(mutant.file, *change[2:])
            print(
                f"killed by {killer}" if killer else f"{told(mutant)}{'' if run_by else NOT_RUN}",
                file=sys.stderr,
                flush=True,
            )

        unsound = trials.unsound({killer for _, killer in done}, SECONDS)
        print("fail without a change too, and kill nothing:", *unsound or ["none"], flush=True)
        done[:] = [(one, "" if killer in unsound else killer) for one, killer in done]

    everything = sorted({test for one in chosen for test in tests or concerned(one)})
    options = "-q -s -p no:cacheprovider -p no:xdist --no-cov -p no:terminalreporter"
    asked = [*options.split(), "-k", LEFT_OUT, *everything]
    pytest.main(asked, plugins=[Trials(ROOT, run, kept)])
    yield from done
    with tempfile.TemporaryDirectory() as folder:
        copy = copied(Path(folder))
        for mutant, chosen_tests in of_modules.items():
            yield mutant, "" if lives(mutant, chosen_tests, copy) else "a test"


def concerned(mutant: Mutant) -> list[str]:
    """The tests that concern the package of a mutant, then those of the whole."""
    return [*dict.fromkeys(f"{CONCERNED.get(package(mutant), TESTS)} {WHOLE}".split())]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=150)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--packages", nargs="+", default=PACKAGES)
    parser.add_argument("--tests", nargs="+", help="these for all packages")
    parser.add_argument("--part", default="1/1")
    parser.add_argument("--calls", type=Path, help="keep here which tests call what")
    parser.add_argument("--only", nargs="+", metavar="FILE:LINE")
    parser.add_argument("--again", type=Path, help="those that this output of an earlier run lists")
    parser.add_argument("--list", action="store_true", help="only say what would be changed")
    asked = parser.parse_args()
    chosen = drawn(asked)
    if asked.list:
        print("\n".join(map(told, chosen)))
        return
    killed: Counter[str] = Counter()
    for mutant, killer in outcomes(chosen, asked.tests, asked.calls):
        killed[package(mutant)] += bool(killer)
        if not killer:
            print(told(mutant), flush=True)
    all_of = Counter(map(package, chosen))
    each = (f"{name} {killed[name]} of {count}" for name, count in sorted(all_of.items()))
    print(f"killed: {killed.total()} of {len(chosen)} ({', '.join(each)})")


if __name__ == "__main__":
    main()
