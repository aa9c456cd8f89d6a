"""Texts kept beside the tests: what comes out of a stage today, a file for each name.

A test sets what comes out against the file; ``python -m tests.kept`` writes all of them anew, and
their diff shows what a change of the program changes.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

# The modules that have such files.
KEPT = (
    "tests.align.test_steps",
    "tests.detect.test_each_detector",
    "tests.rank.test_steps",
    "tests.stories.test_each_finding",
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


def write_all() -> None:
    """Write the files of all modules anew."""
    for module in KEPT:
        import_module(module).KEPT.write()


if __name__ == "__main__":
    write_all()
