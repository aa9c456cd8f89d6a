"""Texts kept beside the tests: what comes out of a stage today, a file for each name.

A test sets what comes out against the file; ``python -m tests.kept`` writes all of them anew, and
their diff shows what a change of the program changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

# The modules that have such files.
KEPT = (
    "tests.align.test_steps",
    "tests.detect.test_each_detector",
    "tests.extract.test_each_edition",
    "tests.rank.test_steps",
    "tests.stories.test_each_finding",
    "tests.syntax.test_each_sentence",
    "tests.wording.test_each_sentence",
)


class Kept(NamedTuple):
    """The files of one folder, and what gives the lines of one of them."""

    folder: Path
    names: Sequence[str]
    lines: Callable[[str], list[str]]

    def now(self, name: str) -> list[str]:
        """What comes out today."""
        return [line.rstrip() for line in self.lines(name)]

    def before(self, name: str) -> list[str]:
        """What the file has."""
        return (self.folder / f"{name}.txt").read_text(encoding="utf-8").splitlines()

    def write(self) -> None:
        """Write all files anew."""
        self.folder.mkdir(exist_ok=True)
        for name in self.names:
            text = "\n".join(self.now(name)) + "\n"
            (self.folder / f"{name}.txt").write_text(text, encoding="utf-8")


def shown(record: Any) -> str:
    """What a record holds, but for what is empty or as it is by default."""
    found = []
    for field in fields(record):
        value = getattr(record, field.name)
        idle = value == field.default if field.default is not MISSING else value in _EMPTY
        if not idle:
            found.append(f"{field.name} {_printed(value)}")
    return "; ".join(found)


_EMPTY: tuple[object, ...] = (None, False, "", 0, frozenset(), ())


def _printed(value: Any) -> str:
    if isinstance(value, frozenset):
        return " ".join(sorted(value))
    if hasattr(value, "start") and hasattr(value, "end"):
        return f"{value.start}–{value.end}"
    return str(getattr(value, "value", value))


def write_all() -> None:
    """Write the files of all modules anew."""
    for module in KEPT:
        import_module(module).KEPT.write()


if __name__ == "__main__":
    write_all()
