"""Count in how many sentences of real reports each branch of the reading of figures fires.

usage: branches.py REPORT... [--every N] [--least N] [--list]

A branch is a way from one line to another where there are several (as coverage.py counts them) in
``extract``, ``syntax`` and the labels. A rule whose branch fires in hardly any sentence was written
for one document. Each sentence is read for its figures, claims and propositions by itself, each
table as one sentence. ``--every 3`` takes every third sentence, ``--least`` (5) is how many make a
branch common, ``--list`` names the branches that fire in fewer.

Left out is ``extract/meaning.py``, which compares two sentences for those who call it and is read
by no stage.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import FrameType
from typing import Any

from coverage.parser import PythonParser

import tracediff
from tracediff.extract import Extractor
from tracediff.extract.claims import sentence_claims
from tracediff.extract.context import Context
from tracediff.extract.tables import read_tables
from tracediff.pipeline import read
from tracediff.syntax.propositions import propositions

ROOT = Path(tracediff.__file__).parent
MODULES = sorted(
    file
    for pattern in ("extract/**/*.py", "syntax/**/*.py", "wording/label*.py")
    for file in ROOT.glob(pattern)
    if file.name != "meaning.py"
)

Arc = tuple[str, int, int]


class Tracer:
    """Notes the ways between lines of some files that one piece of work takes."""

    def __init__(self, files: list[Path]) -> None:
        self.parsers = {}
        for file in files:
            parser = PythonParser(text=file.read_text(encoding="utf-8"), filename=str(file))
            parser.parse_source()
            self.parsers[str(file)] = parser
        self.seen: set[Arc] = set()
        self._last: dict[int, int] = {}

    def branches(self) -> set[Arc]:
        found = set()
        for name, parser in self.parsers.items():
            several = {line for line, ways in parser.exit_counts().items() if ways > 1}
            found |= {(name, a, b) for a, b in parser.arcs() if a in several}
        return found

    def __call__(self, frame: FrameType, event: str, argument: Any) -> Any:
        if frame.f_code.co_filename not in self.parsers:
            return None
        self._last[id(frame)] = 0
        return self._line

    def _line(self, frame: FrameType, event: str, argument: Any) -> Any:
        name, key = frame.f_code.co_filename, id(frame)
        first = self.parsers[name].first_line
        last = self._last.get(key, 0)
        if event == "line":
            line = first(frame.f_lineno)
            if last and line != last:
                self.seen.add((name, last, line))
            self._last[key] = line
        elif event == "return":
            self.seen.add((name, last, -frame.f_code.co_firstlineno))
            self._last.pop(key, None)
        return self._line


def count(tracer: Tracer, fired: Counter[Arc], work: Callable[[], object]) -> None:
    tracer.seen = set()
    sys.settrace(tracer)
    work()
    sys.settrace(None)
    fired.update(tracer.seen)


def read_report(path: Path, every: int, tracer: Tracer, fired: Counter[Arc]) -> int:
    """Read the sentences and tables of a report one by one; how many."""
    edition = read(path)
    reader = Extractor(edition)
    prose = list(reader._prose(0, 1))
    context, paragraph = Context(), -1
    for k, sentence in enumerate(prose):
        if sentence.paragraph != paragraph:
            context, paragraph = Context(), sentence.paragraph
        found: list[Context] = []

        def work() -> None:
            found.append(reader._read(sentence, reader._frame_of(sentence), context, 0)[1])  # noqa: B023 - called at once
            list(sentence_claims(sentence))  # noqa: B023
            propositions(sentence.text)  # noqa: B023

        if k % every == 0:
            count(tracer, fired, work)
            context = found[0]
    for table in edition.tables:
        alone = replace(edition, tables=(table,))
        count(tracer, fired, lambda: read_tables(alone, edition.period))  # noqa: B023
    return len(prose[::every]) + len(edition.tables)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--least", type=int, default=5)
    parser.add_argument("--list", action="store_true")
    asked = parser.parse_args()
    tracer = Tracer(MODULES)
    fired: Counter[Arc] = Counter()
    read_in_all = sum(read_report(path, asked.every, tracer, fired) for path in asked.reports)
    branches = sorted(tracer.branches())
    few = [arc for arc in branches if fired[arc] < asked.least]
    never = sum(not fired[arc] for arc in few)
    print(f"{len(asked.reports)} reports, {read_in_all:,} sentences and tables")
    print(f"{len(branches):,} branches; {never / len(branches):.1%} never fire,", end=" ")
    print(f"{len(few) / len(branches):.1%} in fewer than {asked.least}")
    for name, total in sorted(Counter(name for name, _, _ in branches).items()):
        rare = sum(arc[0] == name for arc in few)
        print(f"{rare:5} of {total:4}  {Path(name).relative_to(ROOT)}")
    if asked.list:
        for name, first, last in few:
            where = Path(name).relative_to(ROOT)
            print(f"{where}:{first} -> {last}  {fired[name, first, last]}")


if __name__ == "__main__":
    main()
