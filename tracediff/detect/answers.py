"""C301 and C302 for tables: a cell that answered yes answers no, or nobody knows any more.

A cell is held against the one of the same row: of the newest year on either side where the columns
are years, else of the column with the same head.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tracediff.detect.wording import evidence, finding, names
from tracediff.model import (
    BlockKind,
    Cell,
    Comparison,
    Edition,
    Evidence,
    Finding,
    Sentence,
    Severity,
    Span,
    Table,
    TableLink,
)
from tracediff.settings import Detecting

_ANSWER: Final = re.compile(r"(yes|no|unknown|unclear)\b[ .]*(?:[(\[*†‡§].*)?\Z", re.IGNORECASE)
_COUNTS: Final = re.compile(r"\b(?:number|amount|how many|total)\b", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")


def answers_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """C301 and C302: another answer in the same row and column of a table."""
    old, new = comparison.old.edition, comparison.new.edition
    rows_old, rows_new = _rows(old), _rows(new)
    for link in comparison.alignment.tables:
        if link.old is None or link.new is None:
            continue
        before, after = old.tables[link.old], new.tables[link.new]
        for (head, cell), (row, other) in _beside(before, after, link):
            answers = _answer(cell), _answer(other)
            if all(answers) and answers[0] != answers[1]:
                asked = _asked(row.text, head.text)
                places = (
                    _whole(rows_old, cell, new=False),
                    _whole(rows_new, other, new=True),
                )
                yield _changed(comparison, asked, answers, places, settings)


def _beside(
    before: Table, after: Table, link: TableLink
) -> Iterator[tuple[tuple[Cell, Cell], tuple[Cell, Cell]]]:
    """The cells of two tables that answer to each other, the old one with the head of its column
    and the new one with that of its row; none of rows that count."""
    columns = _columns(before, after)
    for o, n in link.rows:
        if o is None or n is None or _COUNTS.search(before.rows[o][0].text):
            continue
        for a, b in columns:
            row = after.rows[n]
            for cell, other in zip(before.rows[o][a : a + 1], row[b : b + 1], strict=False):
                yield (before.heads[a], cell), (row[0], other)


def _columns(before: Table, after: Table) -> list[tuple[int, int]]:
    """The columns that answer to each other: those of the newest years, and those headed alike."""
    newest = _newest(before), _newest(after)
    if newest[0] and newest[1]:
        return [newest]
    heads = {_plain(head): b for b, head in enumerate(after.heads) if b}
    return [(a, heads[_plain(h)]) for a, h in enumerate(before.heads) if a and _plain(h) in heads]


def _newest(table: Table) -> int:
    """The column of the newest year; 0 where the columns are no years."""
    years = {
        int(found.group()): at
        for at, head in enumerate(table.heads)
        if (found := _YEAR.fullmatch(head.text.strip()))
    }
    return years[max(years)] if years else 0


def _plain(head: Cell) -> str:
    """A column's head without what it says of its answers: "Meets the standard: Yes/No"."""
    return re.sub(r":? ?\(?yes/no\)?", "", head.text, flags=re.IGNORECASE).strip().casefold()


def _answer(cell: Cell) -> str:
    """What a cell answers, in lower case; nothing where it says anything else."""
    found = _ANSWER.match(cell.text.strip())
    return found[1].casefold() if found else ""


def _asked(row: str, head: str) -> str:
    """What a row asks, and its column where that says more than when."""
    column = "" if _YEAR.search(head) else head.strip()
    return f"“{row.strip()}”" + (f" ({column})" if column else "")


def _rows(edition: Edition) -> list[Sentence]:
    """The sentences that hold the rows of tables."""
    return [s for s in edition.sentences if s.kind is BlockKind.TABLE]


def _whole(rows: list[Sentence], cell: Cell, *, new: bool) -> Evidence:
    """The row of a cell."""
    row = rows[bisect_right([one.span.start for one in rows], cell.span.start) - 1]
    return evidence(row, Span(0, len(row.text)), new=new)


def _changed(
    comparison: Comparison,
    asked: str,
    answers: tuple[str, str],
    places: tuple[Evidence, Evidence],
    settings: Detecting,
) -> Finding:
    before, after = names(comparison)
    old, new = (answer.capitalize() for answer in answers)
    rule = "C301" if {*answers} == {"yes", "no"} else "C302"
    found = finding(
        comparison, rule, f"{asked}: “{old}” in {before}, “{new}” in {after}.", *places,
        magnitude=settings.sizes[rule] * settings.milder, certainty=settings.cell,
        values=answers, measure=asked,
    )  # fmt: skip
    lost = answers[0] in ("yes", "no")
    return replace(found, severity=Severity.WARNING if lost else Severity.NOTE)


ANSWER_DETECTORS: Final = (answers_changed,)
