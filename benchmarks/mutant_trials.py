"""Try changes of functions one after the other in processes forked from one that has loaded all.

A trial exchanges the code of one function in a forked child and runs there, to the first that
fails, the tests that come by the changed statement. Which those are is seen by running every test
once; what no test comes by lives, and takes no time. What a test's module makes when it is loaded
is made by the unchanged program.
"""

from __future__ import annotations

import ast
import functools
import gc
import hashlib
import os
import pickle
import resource
import selectors
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import accumulate, chain
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import coverage
import pytest
from coverage.numbits import num_in_numbits, numbits_any_intersection, nums_to_numbits

from tracediff.syntax.parse import remembered

Name = tuple[str, str, int]  # of a function: its file, its qualified name and first line
Lines = dict[str, tuple[str, bytes]]  # of each file its digest, and the bits of the lines run


AT_ONCE = 2  # processes
_AT_LEAST = 0.02  # seconds that any test takes
AT_A_TIME = 200  # tests whose lines are seen in one process
WHOLE_TEXTS = "tests/whole"
LEAD = 10  # seconds of the tests that come nearest to a change
ENOUGH = 60  # seconds of a processor that the tests of one change take, watched and unchanged


class Trials:
    """A pytest plugin that hands the collected tests to a run of trials."""

    def __init__(self, root: Path, run: Callable[[Trials], None], kept: Path | None = None) -> None:
        """Take the tree, what is to be done when the tests are collected, and a file in which is
        kept what lines each test runs."""
        self.root, self.run, self.kept = root, run, kept
        self.failed = ""
        self.calls: dict[str, tuple[float, Lines]] = {}
        self.items: list[pytest.Item] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the trials instead of the tests."""
        self._functions = _functions(self.root)
        self._caches = [o for o in gc.get_objects() if isinstance(o, functools._lru_cache_wrapper)]
        if self.kept and self.kept.exists():
            self.calls = pickle.loads(self.kept.read_bytes())
        items = [item for item in session.items if item.nodeid not in self.calls]
        shares = [items[at : at + AT_A_TIME] for at in range(0, len(items), AT_A_TIME)]
        for found in in_children([partial(self._all_run, share) for share in shares], 3600):
            self.calls |= found or {}
            if self.kept:
                self.kept.write_bytes(pickle.dumps(self.calls))
        self.items = [item for item in session.items if item.nodeid in self.calls]
        gc.freeze()  # what the children share is not gone through by each
        left_out = [item.nodeid for item in session.items if item.nodeid not in self.calls]
        print("fail without a change:", *left_out or ["none"], flush=True)
        self.run(self)
        return True

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what failed."""
        if report.failed:
            self.failed = report.nodeid

    def _all_run(self, items: Sequence[pytest.Item]) -> dict[str, tuple[float, Lines]]:
        """Of each test that passes, how long it takes and what lines it runs."""
        took: dict[str, float] = {}
        with tempfile.TemporaryDirectory() as folder:
            data = Path(folder, "lines")
            seen = coverage.Coverage(data, source=[str(self.root / "tracediff")], config_file=False)
            seen.start()
            for item in items:
                self.failed = ""
                self._forget()
                seen.switch_context(item.nodeid)
                start = time.process_time()
                self._run(item)
                if not self.failed:
                    took[item.nodeid] = time.process_time() - start
            seen.stop()
            seen.save()
            lines = _lines(data, self.root)
        return {name: (seconds, lines.get(name, {})) for name, seconds in took.items()}

    def _forget(self) -> None:
        for cache in self._caches:
            cache.cache_clear()
        remembered.clear()

    def _run(self, item: pytest.Item) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=None)

    def concerned(
        self, file: Path, lines: range, body: range, folders: Sequence[str]
    ) -> list[pytest.Item]:
        """The tests in some folders that run one of some lines, no more of them than end in time
        without a change: first those that run what few run of the function around them, and of two
        such the quick one; then those of whole texts, and the others."""
        name, bits = str(file.relative_to(self.root)), nums_to_numbits(lines)
        runs: dict[pytest.Item, list[int]] = {}
        for item in self._within(folders):
            then, run = self.calls[item.nodeid][1].get(name, ("", b""))
            if not run or then != digest(file):
                if run:
                    runs[item] = []
            elif numbits_any_intersection(run, bits):
                runs[item] = [line for line in body if num_in_numbits(line, run)]
        often = Counter(chain.from_iterable(runs.values()))

        def order(item: pytest.Item) -> tuple[float, float]:
            rare = sum(1 / often[line] for line in runs[item])
            return -rare / (self._seconds(item) + _AT_LEAST), self._seconds(item)

        found = sorted(runs, key=order)
        lead = self._enough(found, LEAD)
        rest = [item for item in found if item not in lead]
        rest.sort(key=lambda item: not item.nodeid.startswith(WHOLE_TEXTS))
        return self._enough([*lead, *rest], ENOUGH)

    def using(self, file: Path, folders: Sequence[str]) -> list[pytest.Item]:
        """The same of a whole module: the tests that run anything of it, else all; quick ones
        first."""
        name = str(file.relative_to(self.root))
        within = self._within(folders)
        found = [item for item in within if name in self.calls[item.nodeid][1]]
        return self._enough(sorted(found or within, key=self._seconds), ENOUGH)

    def _within(self, folders: Sequence[str]) -> list[pytest.Item]:
        return [item for item in self.items if item.nodeid.startswith(tuple(folders))]

    def _enough(self, items: Sequence[pytest.Item], seconds: float) -> list[pytest.Item]:
        until = accumulate(map(self._seconds, items))
        return [item for item, used in zip(items, until, strict=True) if used <= seconds]

    def _seconds(self, item: pytest.Item) -> float:
        return self.calls[item.nodeid][0]

    def killers(
        self,
        changes: Sequence[tuple[Name, CodeType, range, range, Sequence[str]]],
        seconds: int,
    ) -> Iterator[str]:
        """With each other code for a function, given with the lines of the changed statement, those
        of the function, and the folders of the tests: the test that fails, nothing where all pass."""
        for name, code, *_ in changes:
            for one in self._functions.get(name, ()):
                assert one.__code__.co_freevars == code.co_freevars, name
        jobs = [
            partial(self._fails, name, code, self.concerned(Path(name[0]), lines, body, folders))
            for name, code, lines, body, folders in changes
        ]
        return ("its time" if one is None else one for one in in_children(jobs, seconds))

    def unsound(self, names: Collection[str], seconds: int) -> list[str]:
        """Which of some tests fail without any change too, each in a child of its own."""
        items = [item for item in self.items if item.nodeid in names]
        jobs = [partial(self._fails_by_itself, item) for item in items]
        return [found for found in in_children(jobs, seconds) if found]

    def _fails_by_itself(self, item: pytest.Item) -> str:
        self.failed = ""
        self._forget()
        self._run(item)
        return self.failed

    def _fails(self, name: Name, code: CodeType, items: Sequence[pytest.Item]) -> str:
        """In a child: the first of these tests that fails."""
        self.failed = ""
        self._forget()
        for one in self._functions.get(name, ()):
            one.__code__ = code
        for item in items:
            self._run(item)
            if self.failed:
                break
        return self.failed


@functools.cache
def digest(file: Path) -> str:
    """What tells a file from what it was: once it is changed, its lines have other numbers."""
    return hashlib.sha256(file.read_bytes()).hexdigest()[:16]


def _lines(data: Path, root: Path) -> dict[str, Lines]:
    """The lines that each test ran, from what coverage kept."""
    found: dict[str, Lines] = {}
    asked = """select context.context, file.path, line_bits.numbits from line_bits
        join context on context.id = line_bits.context_id join file on file.id = line_bits.file_id"""
    base = sqlite3.connect(data)
    for test, file, bits in base.execute(asked):
        found.setdefault(test, {})[str(Path(file).relative_to(root))] = digest(Path(file)), bits
    base.close()
    return found


def in_children(jobs: Sequence[Callable[[], Any]], seconds: int) -> Iterator[Any]:
    """What each job gives, done in a forked child of its own; none where it takes longer than so
    many seconds of a processor, however busy the machine is."""
    waiting = list(enumerate(jobs))[::-1]
    given: dict[int, bytes] = {}
    done: set[int] = set()
    with selectors.DefaultSelector() as running:
        for at in range(len(jobs)):
            while at not in done:
                while waiting and len(running.get_map()) < AT_ONCE:
                    number, job = waiting.pop()
                    child, source = _start(job, seconds)
                    running.register(source, selectors.EVENT_READ, (number, child))
                for key, _ in running.select():
                    number, child = key.data
                    piece = os.read(key.fd, 1 << 20)
                    given[number] = given.get(number, b"") + piece
                    if not piece:
                        running.unregister(key.fd)
                        os.close(key.fd)
                        _, status = os.waitpid(child, 0)
                        if os.WIFEXITED(status) and os.WEXITSTATUS(status):
                            raise RuntimeError(f"job {number} failed by itself")
                        done.add(number)
            data = given.pop(at)
            yield pickle.loads(data) if data else None


def _start(job: Callable[[], Any], seconds: int) -> tuple[int, int]:
    """A child that does a job without a word, and where it tells what came of it."""
    source, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, source
    ended = 1
    try:
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, used + seconds + 5))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(sink, "wb") as stream:
            pickle.dump(job(), stream)
        ended = 0
    finally:
        os._exit(ended)


def _functions(root: Path) -> dict[Name, list[FunctionType]]:
    """All functions of the package that are loaded, by their names."""
    found: dict[Name, list[FunctionType]] = {}
    for one in gc.get_objects():
        if isinstance(one, FunctionType) and one.__code__.co_filename.startswith(
            str(root / "tracediff")
        ):
            c = one.__code__
            found.setdefault((c.co_filename, c.co_qualname, c.co_firstlineno), []).append(one)
    return found


def codes(code: CodeType) -> Iterator[CodeType]:
    """The code of a module's functions and methods, but not what stands inside of those."""
    for held in code.co_consts:
        if isinstance(held, CodeType) and not held.co_name.startswith("<"):
            if held.co_flags & 0x2:  # a function: its names are its own (CO_NEWLOCALS)
                yield held
            else:
                yield from codes(held)


def holder(source: str, line: int) -> tuple[str, int] | None:
    """The qualified name of the outermost function whose body holds a line, and its first line."""

    def look(body: Sequence[ast.stmt], before: str) -> tuple[str, int] | None:
        for node in body:
            if not node.lineno <= line <= (node.end_lineno or node.lineno):
                continue
            if isinstance(node, ast.ClassDef):
                return look(node.body, f"{before}{node.name}.")
            if isinstance(node, ast.FunctionDef) and line >= node.body[0].lineno:
                first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
                return before + node.name, first
        return None

    return look(ast.parse(source).body, "")


def statement(source: str, line: int) -> range:
    """The lines of the innermost statement that holds a line; of one with a body, those of its head."""
    found = range(line, line + 1)
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.stmt) and node.lineno <= line <= (node.end_lineno or node.lineno):
            body = getattr(node, "body", None)
            stop = body[0].lineno if body else (node.end_lineno or node.lineno) + 1
            if line < max(stop, node.lineno + 1):
                found = range(node.lineno, max(stop, node.lineno + 1))
    return found


def function(source: str, line: int) -> range:
    """The lines of the innermost function that holds a line."""
    found = range(line, line + 1)
    for node in ast.walk(ast.parse(source)):
        end = getattr(node, "end_lineno", None)
        if isinstance(node, ast.FunctionDef) and end and node.lineno <= line <= end:
            found = range(node.lineno, end + 1)
    return found
