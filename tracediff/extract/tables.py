"""Tables in, facts out: each numeric cell with its row's label as measure, its column's year."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from itertools import accumulate, pairwise
from typing import Final

from tracediff.extract.numbers import decimal
from tracediff.extract.periods import find_mentions
from tracediff.extract.units import money_before
from tracediff.model import (
    BlockKind,
    Cell,
    Edition,
    Fact,
    FactKind,
    Period,
    Sentence,
    Span,
    Status,
    Table,
)
from tracediff.text.tokens import tokenise
from tracediff.text.vocabulary import PLAIN, Vocabulary

_CELL: Final[re.Pattern[str]] = re.compile(
    r"^(?P<lead>[^\w\s]{0,3}|[A-Z]{1,3}\$?) ?(?P<number>\d[\d, .]{0,20})(?P<percent> ?%)?"
    r"(?P<rest> ?(?:\([^()]{1,40}\)|[*†‡§]|\[\d{1,3}\]){0,3})?$"
)
_UNKNOWN: Final[re.Pattern[str]] = re.compile(
    r"^(?:unknown|not (?:available|reported|known))\b", re.I
)
_COUNTS: Final[re.Pattern[str]] = re.compile(
    r"\b(?:number|total|funding|amount|budget|cost|rate|percent)\b", re.I
)
_SUBROW: Final[re.Pattern[str]] = re.compile(r"^Number (?:of )?(?=[A-Z]?\w+(?:ed|ing)\b)", re.I)
_A_YEAR: Final[re.Pattern[str]] = re.compile(r"^(?:19|20)\d\d$")
_AGE: Final[re.Pattern[str]] = re.compile(r"\b[Aa]ge\b")
_NOUN: Final[re.Pattern[str]] = re.compile(
    r"^(?:total )?(?:number|amount|percentage|share) of ", re.I
)


def read_tables(edition: Edition, own: Period | None, vocabulary: Vocabulary = PLAIN) -> list[Fact]:
    """The facts of all tables of an edition, not yet numbered."""
    rows = [s for s in edition.sentences if s.kind is BlockKind.TABLE]
    starts = [s.span.start for s in rows]
    facts: list[Fact] = []
    noted = _noted(edition, own)
    for table in edition.tables:
        for fact in _table(table, own, vocabulary):
            mark = _MARK.search(edition.text, *fact.span)
            note = noted.get((table.section, mark.group())) if mark else None
            fact = replace(fact, period=note) if note and fact.period else fact
            at = bisect_right(starts, fact.span.start) - 1
            home = rows[at] if at >= 0 and fact.span.start <= rows[at].span.end else None
            facts.append(
                replace(fact, sentence=home.index, at=_within(home, fact)) if home else fact
            )
    return [fact for fact in facts if fact.sentence >= 0]


_MARK: Final[re.Pattern[str]] = re.compile(r"(?<=[\d)])[*†‡§]")


def _noted(edition: Edition, own: Period | None) -> dict[tuple[int, str], Period]:
    """The period that a note below tables gives for the cells with its mark, by section and mark.

    "† Data are from July 2019 to June 2020": whatever the column is headed.
    """
    found: dict[tuple[int, str], Period] = {}
    for sentence in edition.sentences:
        mark = edition.paragraphs[sentence.paragraph].label or sentence.text[:1]
        if mark in _MARKS:
            periods = [m.period for m in find_mentions(sentence.text, own) if m.period]
            if len(periods) == 1:
                found.setdefault((sentence.section, mark), periods[0])
    return found


_MARKS: Final[frozenset[str]] = frozenset("*†‡§")


def _within(row: Sentence, fact: Fact) -> Span:
    """Where the cell stands in the sentence that holds its row."""
    ends = accumulate(len(part) + 3 for part in row.text.split(" | "))
    cells = (Span(start, end - 3) for start, end in pairwise((0, *ends)))
    here = (cell for cell in cells if row.locate(cell).start == fact.span.start)
    return next(here, Span(0, len(row.text)))


def _table(table: Table, own: Period | None, vocabulary: Vocabulary) -> list[Fact]:
    periods = [_column(head, own) for head in table.heads]
    facts: list[Fact] = []
    above = ""
    for r, row in enumerate(table.rows):
        if len(row) < 2 or _years_only(row):
            continue
        label = row[0].text.strip()
        counted = _counted(label, above)
        if not _SUBROW.match(label) or _NOUN.match(label):
            above = counted
        counts = bool(_COUNTS.search(label)) or any(_CELL.match(x.text.strip()) for x in row[1:])
        for c, cell in enumerate(row[1:], start=1):
            said = vocabulary.cell(cell.text.strip())
            period = periods[c] if c < len(periods) and periods[c] else own
            facts.extend(_cell(table, r, cell, label, counted, period, said, counts))
    return facts


def _years_only(row: tuple[Cell, ...]) -> bool:
    """Whether a row is a column head that repeats inside the table."""
    cells = [cell.text.strip() for cell in row[1:] if cell.text.strip()]
    return bool(cells) and all(re.fullmatch(r"(?:19|20)\d\d", cell) for cell in cells)


def _column(head: Cell, own: Period | None) -> Period | None:
    mentions = find_mentions(head.text, own)
    return next((m.period for m in mentions if m.period), None)


def _counted(label: str, above: str) -> str:
    """What a row counts: its label without "Number of"; a row "Number Conducted at …" goes on."""
    plain = _NOUN.sub("", label)
    if plain == label and _SUBROW.match(label) and above:
        rest = _SUBROW.sub("", label)
        first, _, more = rest.partition(" ")
        return f"{above} {more if above.endswith(first) else rest}"
    return plain


def _cell(
    table: Table,
    r: int,
    cell: Cell,
    label: str,
    counted: str,
    period: Period | None,
    said: Status | None,
    counts: bool,
) -> Iterator[Fact]:
    text = cell.text.strip()
    match = _CELL.match(text)
    value: Decimal | None = None
    unit, status = None, Status.REPORTED
    if match:
        try:
            value = decimal(match["number"].strip(" .,"))
        except InvalidOperation:
            return  # a date or a number of a version: 12.5.2019
        if match["percent"] or "(%)" in label or "(% " in label:
            unit = "%"
        elif match["lead"]:
            t = tokenise(text)
            money = money_before(t, 0)
            unit = money.name if money else None
        if _A_YEAR.match(text) and not _COUNTS.search(label):
            return
        status = Status.NONE if value == 0 else Status.REPORTED
    elif (_UNKNOWN.match(text) or said) and counts:
        status = said or Status.UNKNOWN
    else:
        return
    aged = bool(_AGE.search(label))
    kind = FactKind.LIMIT if aged else FactKind.SHARE if unit == "%" else FactKind.LEVEL
    yield Fact(
        0, -1, Span(0, len(text)), cell.span, text, value, unit, counted, counted.lower(),
        None if aged else period, status, kind=kind, table=table.index, row=r,
    )  # fmt: skip
