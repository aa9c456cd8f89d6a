"""Try changes of functions one after the other in processes forked from one that has loaded all.

A trial exchanges the code of one function in a forked child and runs there, to the first that
fails, the tests that call it. Which those are is seen by running every test once. What a test's
module makes when it is loaded is made by the unchanged program.
"""

from __future__ import annotations

import ast
import functools
import gc
import os
import pickle
import resource
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import accumulate
from pathlib import Path
from types import CodeType, FunctionType
from typing import Any

import pytest

Name = tuple[str, str, int]  # of a function: its file, its qualified name and first line
Function = tuple[str, str]  # its file and its qualified name


AT_ONCE = 2  # processes
ENOUGH = 90  # seconds of a processor that the tests of one change take, watched and unchanged


class Trials:
    """A pytest plugin that hands the collected tests to a run of trials."""

    def __init__(self, root: Path, run: Callable[[Trials], None], kept: Path | None = None) -> None:
        """Take the tree, what is to be done when the tests are collected, and a file in which is
        kept what each test calls."""
        self.root, self.run, self.kept = root, run, kept
        self.failed = False
        self.calls: dict[str, tuple[float, set[Function]]] = {}
        self.items: list[pytest.Item] = []

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """Run the trials instead of the tests."""
        self._functions = _functions(self.root)
        self._caches = [o for o in gc.get_objects() if isinstance(o, functools._lru_cache_wrapper)]
        if self.kept and self.kept.exists():
            self.calls = pickle.loads(self.kept.read_bytes())
        items = [item for item in session.items if item.nodeid not in self.calls]
        shares = [items[at::AT_ONCE] for at in range(AT_ONCE)]
        for found in in_children([partial(self._all_called, share) for share in shares], 3600):
            self.calls |= found or {}
        if self.kept:
            self.kept.write_bytes(pickle.dumps(self.calls))
        self.items = [item for item in session.items if item.nodeid in self.calls]
        left_out = [item.nodeid for item in session.items if item.nodeid not in self.calls]
        print("fail without a change:", *left_out or ["none"], flush=True)
        self.run(self)
        return True

    def _all_called(self, items: Sequence[pytest.Item]) -> dict[str, tuple[float, set[Function]]]:
        """Of each test that passes, how long it takes and what it calls."""
        found = {}
        for item in items:
            self.failed = False
            called = self._called(item)
            if not self.failed:
                found[item.nodeid] = called
        return found

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note what failed."""
        self.failed = self.failed or report.failed

    def _called(self, item: pytest.Item) -> tuple[float, set[Function]]:
        """How long a test takes, and the functions of the program that it calls."""
        seen: set[CodeType] = set()

        def note(frame: Any, event: str, _: Any) -> None:
            if event == "call":
                seen.add(frame.f_code)

        for cache in self._caches:
            cache.cache_clear()
        start = time.process_time()
        sys.setprofile(note)
        try:
            self._run(item, None)
        finally:
            sys.setprofile(None)
        own = str(self.root / "tracediff")
        names = {(c.co_filename, c.co_qualname) for c in seen if c.co_filename.startswith(own)}
        return time.process_time() - start, names

    def _run(self, item: pytest.Item, following: pytest.Item | None) -> None:
        item.config.hook.pytest_runtest_protocol(item=item, nextitem=following)

    def concerned(self, name: Name, folders: Sequence[str]) -> list[pytest.Item]:
        """The tests in some folders that call a function: those named first, and quick ones, no more
        of them than end in time without a change."""

        def order(item: pytest.Item) -> tuple[int, float]:
            own = next(at for at, f in enumerate(folders) if item.nodeid.startswith(f))
            return own, self.calls[item.nodeid][0]

        found = [item for item in self.items if name[:2] in self.calls[item.nodeid][1]]
        found = sorted((one for one in found if one.nodeid.startswith(tuple(folders))), key=order)
        until = accumulate(self.calls[item.nodeid][0] for item in found)
        return [item for item, used in zip(found, until, strict=True) if used <= ENOUGH]

    def killed(
        self, changes: Sequence[tuple[Name, CodeType, Sequence[str]]], seconds: int
    ) -> Iterator[bool]:
        """Whether a test fails, or does not end in time, with each other code for a function, given
        with the folders of the tests that come first."""
        for name, code, _ in changes:
            for function in self._functions.get(name, ()):
                assert function.__code__.co_freevars == code.co_freevars, name
        jobs = [
            partial(self._fails, name, code, self.concerned(name, folders))
            for name, code, folders in changes
        ]
        return (outcome is not False for outcome in in_children(jobs, seconds))

    def _fails(self, name: Name, code: CodeType, items: Sequence[pytest.Item]) -> bool:
        """In a child: whether one of these tests fails."""
        self.failed = False
        for cache in self._caches:
            cache.cache_clear()
        for function in self._functions.get(name, ()):
            function.__code__ = code
        for item in items:
            self._run(item, None)
            if self.failed:
                return True
        return False


def in_children(jobs: Sequence[Callable[[], Any]], seconds: int) -> Iterator[Any]:
    """What each job gives, done in a forked child of its own; none where it takes longer than so
    many seconds of a processor, however busy the machine is."""
    for at in range(0, len(jobs), AT_ONCE):
        for child, source in [_start(job, seconds) for job in jobs[at : at + AT_ONCE]]:
            with os.fdopen(source, "rb") as stream:
                try:
                    yield pickle.load(stream)
                except EOFError:
                    yield None
            os.waitpid(child, 0)


def _start(job: Callable[[], Any], seconds: int) -> tuple[int, int]:
    """A child that does a job without a word, and where it tells what came of it."""
    source, sink = os.pipe()
    child = os.fork()
    if child:
        os.close(sink)
        return child, source
    try:
        used = int(time.process_time())
        resource.setrlimit(resource.RLIMIT_CPU, (used + seconds, used + seconds + 5))
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 1)
        os.dup2(nowhere, 2)
        with os.fdopen(sink, "wb") as stream:
            pickle.dump(job(), stream)
    finally:
        os._exit(0)


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
