"""A201 for tables: a total row or column that is not the sum of the cells that it totals.

A row is taken for the sum of the rows above it only where that is shown: another column of the
table adds up the same way. Where none does, three parts and a near miss are needed, and the finding
is a warning.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.detect.phrasing import evidence, heading, period_words, plain, section_title
from tracediff.lexicon.cells import PART_OPENERS, SUBTOTALS, TOTALS
from tracediff.model import (
    Bound,
    Change,
    Fact,
    FactKind,
    Finding,
    Reading,
    Severity,
    Side,
    Status,
    Table,
    scale_of,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import root

_KINDS: Final = (FactKind.LEVEL, FactKind.PLAN, FactKind.TARGET)
_MOST: Final = 200  # parts of a total in a table; a longer list is data
_LISTED: Final = 6  # parts that a message names

_Cells = dict[tuple[int, int], Fact]
_Asked = tuple[tuple[int, int], list[tuple[int, int]]]  # a total and its parts
_Way = tuple[int, ...]  # the rows or columns that a total is the sum of


class _Sum(NamedTuple):
    """A total with the parts that it should be the sum of."""

    total: Fact
    parts: tuple[Fact, ...]

    @property
    def made(self) -> Decimal:
        """What the parts make."""
        return sum((part.value or Decimal(0) for part in self.parts), Decimal(0))

    @property
    def gap(self) -> Decimal:
        """By how much that differs from the total, 0 where rounding explains it."""
        assert self.total.value is not None
        gap = self.made - self.total.value
        return Decimal(0) if abs(gap) <= self._slack else gap

    @property
    def _slack(self) -> Decimal:
        """What rounding may have taken or added: nothing for counts in whole numbers."""
        facts = (*self.parts, self.total)
        whole = all(f.value is not None and f.value == f.value.to_integral_value() for f in facts)
        scale, unit = scale_of(self.total.unit)
        if whole and scale == 1 and unit is None:
            return Decimal(0)
        return sum((_half(f) for f in facts), Decimal(0))


def table_totals_do_not_sum(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """A201: total rows and total columns of the tables of one edition."""
    by_table: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is not None and fact.row is not None:
            by_table[fact.table].append(fact)
    for index, facts in by_table.items():
        table = reading.edition.tables[index]
        cells = _cells(table, facts)
        columns = sorted({column for _, column in cells})
        for row, ways in _row_totals(table, cells):
            if any(len(way) == 1 and _repeats(cells, row, way[0], columns) for way in ways):
                continue
            ways = [way for way in ways if len(way) > 1]
            sums = [_sums(cells, (_down(row, c, way) for c in columns)) for way in ways]
            yield from _findings(reading, sums, settings)
        for column, ways in _column_totals(table, columns):
            rows = sorted({r for r, c in cells if c == column})
            sums = [_sums(cells, (_across(r, column, way) for r in rows)) for way in ways]
            yield from _findings(reading, sums, settings)


def _down(row: int, column: int, way: _Way) -> _Asked:
    return (row, column), [(part, column) for part in way]


def _across(row: int, column: int, way: _Way) -> _Asked:
    return (row, column), [(row, part) for part in way]


def _cells(table: Table, facts: Sequence[Fact]) -> _Cells:
    """The figures of a table by row and column; none of cells that hold two."""
    found: _Cells = {}
    twice: set[tuple[int, int]] = set()
    places: dict[int, dict[int, int]] = {}
    for fact in facts:
        row = fact.row or 0
        if row not in places:
            places[row] = {cell.span.start: at for at, cell in enumerate(table.rows[row])}
        key = row, places[row].get(fact.span.start, 0)
        twice |= {key} & found.keys()
        found[key] = fact
    return {key: fact for key, fact in found.items() if key not in twice}


def _row_totals(table: Table, cells: _Cells) -> Iterator[tuple[int, list[_Way]]]:
    """The rows that total others, each with the ways in which it may do so."""
    held = {row for row, _ in cells}
    block: list[int] = []
    totals: list[int] = []
    for at, row in enumerate(table.rows):
        label = row[0].text.strip().casefold() if row else ""
        if at not in held:
            block = block if not label else []  # the head of a group: its rows follow
            continue
        if _is_total(label, _names(table)) and (block or len(totals) > 1):
            yield at, _ways(table, block, totals)
            totals = [at] if label.startswith("grand") else [*totals, at]
            block = []
        elif not label.startswith(PART_OPENERS):
            block.append(at)


def _names(table: Table) -> str:
    """What the rows of a table are, as the head of their names says: "region"."""
    return table.heads[0].text.strip(" :.*").casefold() if table.heads else ""


def _is_total(label: str, names: str) -> bool:
    plain_label = label.strip(" :.*")
    every = plain_label.removeprefix("all ")  # "all regions", where each row is a region
    if every != plain_label and names and root(every) == root(names):
        return True
    return plain_label in TOTALS | SUBTOTALS or plain_label.startswith(
        ("total ", "grand total", "sum ")
    )


def _ways(table: Table, block: list[int], totals: list[int]) -> list[_Way]:
    """The rows since the last total; those set in least; these with the totals before them."""
    least = min((table.rows[r][0].indent for r in block), default=0)
    outer = [r for r in block if table.rows[r][0].indent == least]
    ways = [block, outer, [*totals[-1:], *block], [*totals, *block], totals]
    return list(dict.fromkeys(tuple(way) for way in ways if 0 < len(way) <= _MOST))


def _repeats(cells: _Cells, total: int, row: int, columns: Sequence[int]) -> bool:
    """Whether a total gives what one row above it does: the only one of its group."""
    pairs = [(cells.get((total, at)), cells.get((row, at))) for at in columns]
    given = [(a.value, b.value) for a, b in pairs if a and b and a.value]
    return bool(given) and all(a == b for a, b in given)


def _column_totals(table: Table, columns: list[int]) -> Iterator[tuple[int, list[_Way]]]:
    """The columns that total those on their left, or those on their right where they are first."""
    for column in columns:
        head = table.heads[column].text.strip().casefold() if column < len(table.heads) else ""
        if head.strip(" *") not in TOTALS:
            continue
        others = [c for c in columns if c < column] or [c for c in columns if c > column]
        if 1 < len(others) <= _MOST:
            yield column, [tuple(others)]


def _sums(cells: _Cells, asked: Iterable[_Asked]) -> list[_Sum]:
    """The totals of which every part is known, of one kind and in one unit."""
    found = []
    for key, keys in asked:
        total = cells.get(key)
        parts = [cells[k] for k in keys if k in cells]
        known = total is not None and len(parts) == len(keys)
        if total is not None and known and all(_adds(part, total) for part in (total, *parts)):
            found.append(_Sum(total, tuple(parts)))
    return found


def _adds(part: Fact, total: Fact) -> bool:
    """Whether a figure can be a part of a total."""
    firm = part.value is not None and part.bound is Bound.EXACT
    given = part.status in (Status.REPORTED, Status.NONE)
    return (
        firm
        and given
        and part.kind in _KINDS
        and (part.kind, part.unit) == (total.kind, total.unit)
    )


def _findings(
    reading: Reading, ways: Sequence[Sequence[_Sum]], settings: Detecting
) -> Iterator[Finding]:
    """The totals that miss in the way in which most others hold; one way alone must nearly hold."""
    held = [sum(1 for one in way if not one.gap and one.total.value) for way in ways]
    if any(held):
        best = max(range(len(ways)), key=lambda at: (held[at], -at))
        missed = [one for one in ways[best] if one.gap]
        right_otherwise = {
            id(one.total) for at, way in enumerate(ways) if at != best for one in way if not one.gap
        }
        missed = [one for one in missed if id(one.total) not in right_otherwise]
        if len(missed) <= held[best]:
            yield from (_finding(reading, one, settings) for one in missed)
    elif len([way for way in ways if way]) == 1:
        for one in next(way for way in ways if way):
            if _nearly(one, settings):
                yield replace(_finding(reading, one, settings), severity=Severity.WARNING)


def _nearly(one: _Sum, settings: Detecting) -> bool:
    assert one.total.value is not None
    meant = abs(one.gap) <= abs(one.total.value) * Decimal(str(settings.sum_meant))
    return (
        len(one.parts) > 2
        and meant
        and not any(part.value is not None and part.value < 0 for part in one.parts)
    )


def _half(fact: Fact) -> Decimal:
    """Half of the last digit that a value gives."""
    assert fact.value is not None
    return Decimal(1).scaleb(int(fact.value.as_tuple().exponent)) / 2


def _finding(reading: Reading, one: _Sum, settings: Detecting) -> Finding:
    total = one.total
    assert total.value is not None
    values = [part.value for part in one.parts if part.value is not None]
    listed = f"the parts ({', '.join(map(plain, values))})"
    if len(values) > _LISTED:
        listed = f"the {len(values)} parts"
    when = f" {period_words(total.period)}" if total.period else ""
    return Finding(
        rule=RULES["A201"],
        severity=Severity.ERROR,
        message=f"{heading(reading, total)}{when}: {listed} make {plain(one.made)},"
        f" the total given is {plain(total.value)}.",
        section=section_title(reading, total.sentence),
        old=evidence(Side.NEW, reading, one.parts[-1]),
        new=evidence(Side.NEW, reading, total),
        change=Change(total.value, one.made),
        measure=total.measure,
        values=(str(total.value), *map(str, values)),
        magnitude=settings.sizes["A201"],
        certainty=min(part.certainty for part in (*one.parts, total)),
    )
