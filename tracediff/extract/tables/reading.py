"""An edition in, the facts of its tables out: each figure of a cell with its row and its column."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import accumulate, chain, pairwise
from operator import attrgetter
from typing import Final

from tracediff.extract.declared import Declared
from tracediff.extract.numerals import Numerals, english, numerals_of
from tracediff.extract.tables.captions import Thing
from tracediff.extract.tables.cells import Amount, absence
from tracediff.extract.tables.grid import Grid, grid_of
from tracediff.extract.tables.heads import Column, columns, telling
from tracediff.extract.tables.names import names
from tracediff.extract.tables.nils import Nils, is_dash
from tracediff.extract.tables.notes import note_mark, noted
from tracediff.extract.tables.rows import Row, rows
from tracediff.extract.tables.stated import Stated
from tracediff.extract.tables.sums import currencies
from tracediff.extract.tables.units import Unit, strip_unit
from tracediff.extract.tables.values import Frame, is_age, kind_of_cell, period_of, unit_of_cell
from tracediff.extract.tables.wrapped import parts
from tracediff.lexicon.cells import TOTALS, YEARLY
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
from tracediff.model.record import Record, replaced
from tracediff.syntax.tagger import tag
from tracediff.text.vocabulary import PLAIN, Vocabulary


def read_tables(
    edition: Edition,
    own: Period | None,
    vocabulary: Vocabulary = PLAIN,
    declared: Declared | None = None,
) -> list[Fact]:
    """The facts of all tables of an edition, numbered from 0.

    ``own`` is the period of the edition; ``declared`` are those of its sections that have another.
    """
    if not edition.tables:
        return []
    home = _Homes(edition)
    style = numerals_of(edition.text)
    notes, stated = noted(edition, own), Stated(edition)
    found: list[Fact] = []
    for table in edition.tables:
        section = edition.sections[table.section].title if edition.sections else ""
        said = declared.at(table.section, table.span.start) if declared else None
        frame = Frame.of(table, section, said or own, *stated.of(table))
        read = (_facts(part, frame, style, vocabulary) for part in parts(table))
        for fact in sorted(chain.from_iterable(read), key=attrgetter("span.start")):
            if notes and fact.period:
                note = notes.get((table.section, note_mark(edition.text, fact.span)))
                fact = replaced(fact, period=note, dated=True) if note else fact
            placed = home.place(fact, len(found))
            if placed is not None:
                found.append(placed)
    return found


class _Homes:
    """The sentences that hold the rows of tables, and where each cell stands in them."""

    def __init__(self, edition: Edition) -> None:
        self._rows = [s for s in edition.sentences if s.kind is BlockKind.TABLE]
        self._starts = [s.span.start for s in self._rows]
        self._known: tuple[int, dict[int, Span]] = (-1, {})

    def place(self, fact: Fact, index: int) -> Fact | None:
        """The fact with its number, sentence and place there; none where no sentence holds it."""
        at = bisect_right(self._starts, fact.span.start) - 1
        if at < 0 or fact.span.start > self._rows[at].span.end:
            return None
        row = self._rows[at]
        if self._known[0] != row.index:
            self._known = row.index, _cells(row)
        cell = self._known[1].get(fact.span.start)
        here = Span(0, len(row.text)) if cell is None else _inside(row, cell, fact)
        return replaced(fact, index=index, sentence=row.index, at=here)


def _cells(row: Sentence) -> dict[int, Span]:
    """The cells of a row by the offset that they come from."""
    ends = accumulate(len(part) + 3 for part in row.text.split(" | "))
    spans = (Span(start, end - 3) for start, end in pairwise((0, *ends)))
    return {row.offset(span.start): span for span in spans if span.start < span.end}


def _inside(row: Sentence, cell: Span, fact: Fact) -> Span:
    """The place of a figure in its cell: the whole of it unless the cell holds several."""
    text = row.text[cell.start : cell.end]
    if not fact.quote:
        return cell
    at = text.find(fact.quote, fact.at.start)
    at = text.find(fact.quote) if at < 0 else at
    return Span(cell.start + at, cell.start + at + len(fact.quote)) if at >= 0 else cell


def _facts(table: Table, frame: Frame, style: Numerals, vocabulary: Vocabulary) -> Iterator[Fact]:
    own = frame.own
    texts = [[english(" ".join(cell.text.split()), style) for cell in row] for row in table.rows]
    grid = grid_of(texts)
    heads = _seated(columns(table, own), grid)
    read = list(rows(table, own, grid.texts))
    heads_shared = _shared(heads)
    summed = currencies(read, grid)
    nils = Nils(read, grid, heads)
    labels = Counter("" if row.date else row.counted.casefold() for row in read)
    for row in read:
        repeated = labels["" if row.date else row.counted.casefold()] > 1 and not row.date
        if grid.is_head(row.index):
            heads = _headed_anew(heads, columns(_as_head(table, row), own))
            continue
        for at in range(row.first, len(row.cells)):
            column = heads[at] if at < len(heads) else Column()
            if column.numbers_notes:
                continue
            money = summed.get((row.index, at))
            shared = at in heads_shared
            place = _Place(table, row, column, at, repeated, shared, money, nils)
            yield from _cell(place, grid, frame, vocabulary)


def _shared(heads: Sequence[Column]) -> frozenset[int]:
    """The columns that stand below one head with another, for which their cells may be blank."""
    keys = Counter((column.words, column.dates) for column in heads[1:])
    return frozenset(at for at, column in enumerate(heads) if keys[column.words, column.dates] > 1)


def _as_head(table: Table, row: Row) -> Table:
    return replace(table, heads=row.cells, above=(), rows=())


def _headed_anew(heads: Sequence[Column], again: Sequence[Column]) -> list[Column]:
    """The columns below a row of years inside the table, which heads what follows."""
    return [
        replace(column, dates=again[at].dates) if at < len(again) and again[at].dates else column
        for at, column in enumerate(heads)
    ]


def _seated(heads: Sequence[Column], grid: Grid) -> list[Column]:
    """The columns with the heads that stand beside them over a column of signs or of nothing."""
    seated = list(heads)
    for at in range(1, len(seated)):
        if not heads[at].silent or not grid.figures[at : at + 1] or not grid.figures[at]:
            continue
        for near in (at - 1, at + 1):
            free = 0 < near < len(heads) and not heads[near].silent and not grid.filled[near]
            if free:
                seated[at] = heads[near]
                break
    return seated


@dataclass(frozen=True, slots=True)
class _Place(Record):
    """Where a cell stands: its table, row and column, and the currency of the total below it.

    ``nils`` says which cells of the table stand for nothing.
    """

    table: Table
    row: Row
    column: Column
    at: int
    repeated: bool
    shared: bool
    money: Unit | None
    nils: Nils

    @property
    def cell(self) -> Cell:
        """The cell itself."""
        return self.row.cells[self.at]


def _cell(place: _Place, grid: Grid, frame: Frame, vocabulary: Vocabulary) -> Iterator[Fact]:
    text = grid.texts[place.row.index][place.at]
    found = grid.amounts(place.row.index, place.at)
    if found:
        if not (found[0].plain and not _counts(place, grid)):
            for number, amount in enumerate(found):
                fact = _fact(place, amount, number, len(found), frame, text)
                rounded = fact.value == 0 and fact.unit is None and grid.is_fine(place.at)
                yield replaced(fact, status=Status.REPORTED) if rounded else fact
        return
    own = vocabulary.cell(text)
    said = own or (Status.NOT_REPORTED if is_dash(text) else absence(text))
    if said is None and not text and _left_blank(place, grid):
        said = Status.NOT_REPORTED
    if said is Status.NOT_REPORTED and not own and _is_nil(place, frame):
        said = Status.NONE
    if said and not own and is_age(place.column):
        return  # nobody would report an age
    if own or (said and grid.holds_figures(place.row.index, place.at, text)):
        assert said is not None
        value = Decimal(0) if said is Status.NONE else None
        yield _fact(place, Amount(0, len(text), value, status=said), 0, 1, frame, text)


def _is_nil(place: _Place, frame: Frame) -> bool:
    """Whether a cell without a figure says that there was nothing: by a total, or of money."""
    units = (place.row.unit, place.column.unit, place.row.group_unit, place.money, frame.unit)
    given = next((unit for unit in (*units, frame.stated) if unit and unit.name), None)
    money = given is not None and given.money and place.column.kind is None
    return place.nils.holds(place.row.index, place.at, money=money)


def _counts(place: _Place, grid: Grid) -> bool:
    """Whether four digits are a figure, not a year: by the head, the row or the column."""
    words = f"{place.row.label} {place.column.words}".casefold().split()
    if not place.column.dates and _OF_YEARS.match(place.column.words):
        return False
    if not _COUNTING.isdisjoint(words):
        return True
    dated = bool(place.column.dates) and YEARLY.isdisjoint(words)
    return grid.is_count(place.row.index, place.at, dated=dated)


# "Year of purchase", "Year(s) suggested": the head says that the cells below it are years.
_OF_YEARS: Final = re.compile(r"years?(?:\(s\))?(?![\w-])", re.IGNORECASE)
_COUNTING: Final = frozenset(
    "number total funding amount budget cost costs rate percent revenue income".split()
)


def _left_blank(place: _Place, grid: Grid) -> bool:
    """Whether a blank cell leaves out a figure: its column is full, its row has others."""
    if place.shared or place.column.silent:
        return False
    index = place.row.index
    ended = grid.ended(index, place.at) or (index > 0 and grid.ended(index - 1, place.at))
    return grid.full(place.at) and grid.row_figures(index) > 0 and not ended


def _fact(place: _Place, amount: Amount, number: int, count: int, frame: Frame, text: str) -> Fact:
    row, column = place.row, place.column
    unit = unit_of_cell(row, column, amount, frame, place.money)
    kind = kind_of_cell(row, column, amount, unit)
    period, part, dated = period_of(row, column, number, count, frame)
    bare = column.silent or not (column.words or row.group or (row.counted and not row.date))
    title = telling(strip_unit(frame.title)[0]) if bare else ""
    title = "" if title.casefold() in TOTALS else title  # "Totals" above a table names no measure
    extra = " ".join(word for word in (part, _END.get(amount.end, ""), amount.words, title) if word)
    thing = frame.thing if unit is None and kind is FactKind.LEVEL else Thing()
    cell = amount.words if unit is None and _is_noun(amount) else ""
    named = names(row, column, kind, place.repeated, extra, thing, cell)
    value, status = amount.value, amount.status
    if value == 0 and status is Status.REPORTED and unit != "%":  # which may be rounded
        status = Status.NONE
    quote = _quoted(text, amount) if count > 1 else _shown(place.cell)
    direction = amount.moved or _direction(kind, value)
    if kind is FactKind.LIMIT and (frame.aged(row) or is_age(column)):
        period = None
    return Fact(
        0, -1, Span(amount.start, amount.stop), place.cell.span, quote, value, unit,
        named.counted or None, named.measure, period, status,
        amount.bound, kind, table=place.table.index, row=row.index,
        direction=direction, label=named.label, dated=dated,
    )  # fmt: skip


def _is_noun(amount: Amount) -> bool:
    """Whether the words of a cell name what it counts: "4 conferences", not "4 estimated"."""
    words = amount.words.split()
    if not 0 < len(words) <= _NAMING or not all(map(str.isalpha, words)):
        return False
    if not amount.value or amount.value != amount.value.to_integral_value():
        return False
    return tag((str(amount.value), *map(str.lower, words)))[-1] in ("NNS", "NN")


_NAMING: Final = 3  # words of a noun in a cell


def _quoted(text: str, amount: Amount) -> str:
    """One of several figures of a cell, with the noun that it counts where it names one."""
    behind = f" {amount.words}"
    stop = amount.stop + len(behind) * text.startswith(behind, amount.stop)
    return text[amount.start : stop].strip()


def _direction(kind: FactKind, value: Decimal | None) -> int:
    """Which way a stated change goes, by its sign."""
    if kind is not FactKind.CHANGE or value is None:
        return 0
    return (value > 0) - (value < 0)


_END: Final = {"low": "lowest", "high": "highest"}


def _shown(cell: Cell) -> str:
    return " ".join(cell.text.split())
