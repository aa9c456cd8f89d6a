"""Two wordings of one statement, and all that a reader is told of them.

The rows are those of ``claims.md`` and of ``changes.md``: an old wording ("- ") and a new one
("+ "). ``told.txt`` keeps what is told of each today: its headlines ("= ") and its findings, in
their order, and what statements a headline would take from either wording ("~ "). ``python -m
tests.detect.test_all_that_is_told`` writes it anew; its diff shows what a change of the program
changes for a reader.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.editions import report
from tracediff.wording.headlines.one_statement import statement_of
from tracediff.wording.statements import Part, agreeing, around

HERE = Path(__file__).parent
TOLD = HERE / "told.txt"
AROUND = (
    "The harbour stands on a spit of rock north of the old town. Ferries call there twice a day.",
    "Baskets are woven from willow in the villages upstream.",
)
Row = tuple[str, str]


def rows() -> Iterator[Row]:
    """The old and the new wording of each row."""
    for name in ("claims.md", "changes.md"):
        for part in (HERE / name).read_text(encoding="utf-8").strip().split("\n\n"):
            if part.startswith("- "):
                old, new, *_ = part.splitlines()
                yield old, new


def told(row: Row) -> list[str]:
    """The headlines, then the findings, each with its severity, how sure it is, how large, and the
    words that it quotes."""
    old, new = (
        f"# Yearly report {year}\n\n{AROUND[0]}\n\n{line[2:]}\n\n{AROUND[1]}\n"
        for year, line in zip((2022, 2023), row, strict=True)
    )
    found = report(old, new, (None, None))
    findings = [
        f"{'-' if one is finding else ' +'} {one.rule.id} {one.severity.value}"
        f" {one.certainty:.2f} {one.magnitude:.2f}: {one.message}"
        f" [{' | '.join(side.quote if side else '–' for side in (one.old, one.new))}]"
        for finding in found.findings
        for one in finding.all
    ]
    stories = [f"= {story.headline}" for story in found.stories]
    shown = [f"~ {' / '.join(statements(line[2:]))}" for line in row]
    both = agreeing(Part(row[0][2:]), Part(row[1][2:]), (9, 9), 18)
    also = [f"= also {line}" for story in found.stories for line in story.also]
    return [*stories, *also, *findings, *shown, *([f"~ {both[0]} → {both[1]}"] if both else [])]


def statements(text: str) -> tuple[str, ...]:
    """The statements that a headline would take from a sentence, for each of its words; then those
    around single words, as short as they may be."""
    starts = [found.start() for found in re.finditer(r"\w+", text)]
    whole = (statement_of(Part(text, at, at + 1), "", 9, 14) for at in starts)
    short = (around(Part(text, at, at + 1), 8) for at in starts[::3])
    return tuple(dict.fromkeys(filter(None, (*whole, *short))))


@cache
def kept() -> dict[Row, list[str]]:
    """The lines of each row of ``told.txt``, by its two wordings."""
    parts = TOLD.read_text(encoding="utf-8").strip().split("\n\n")
    return {(old, new): lines for old, new, *lines in map(str.splitlines, parts)}


ROWS = tuple(dict.fromkeys(rows()))


@pytest.mark.parametrize("row", ROWS, ids=lambda row: " ".join(row)[:90])
def test_a_reader_is_told_what_is_kept(row: Row) -> None:
    assert told(row) == kept()[row]


def test_each_row_is_kept_once() -> None:
    assert tuple(kept()) == ROWS


if __name__ == "__main__":
    text = "\n\n".join("\n".join((*row, *told(row))) for row in ROWS)
    TOLD.write_text(f"{text}\n", encoding="utf-8")
