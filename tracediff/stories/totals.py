"""Rows of a table and the total that they make: findings in, those that a total explains out.

"Salaries", "pensions" and "holidays" under "total staff costs" are one story as far as they moved
the way the total did: who reads that staff costs fell by half asks for the parts second. A part
that moved against its total, or further, is a story of its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracediff.lexicon.cells import SUBTOTALS, TOTALS
from tracediff.model import Comparison, Finding, Side
from tracediff.rank.importance import fact_of

_OPENINGS: Final = ("total ", "grand total", "sum ")
_TRIFLE: Final = 20  # so many times smaller than what its total did, either way
_LONGEST: Final = 200  # rows of a total; a longer list is data


@dataclass(frozen=True, slots=True)
class _Change:
    """A changed figure of a table: the place of its finding, and by how much it moved."""

    at: int
    by: Decimal


def by_total(
    findings: Sequence[Finding], comparison: Comparison
) -> Iterator[tuple[int, tuple[str, int, int, int]]]:
    """The total that each changed row is told with, as a key that both have."""
    places = _places(comparison)
    changes = _changes(findings, comparison, places)
    for table, cells in _cells(comparison, places).items():
        for total, parts in _totals(comparison, table, cells):
            whole = changes.get((table, *total))
            if whole is None:
                continue
            key = ("total", table, *total)
            yield whole.at, key
            for place in parts:
                part = changes.get((table, *place))
                if part is not None and _explains(whole, part):
                    yield part.at, key


def _explains(total: _Change, part: _Change) -> bool:
    """Whether a part moved as its total did and no further, or hardly at all."""
    alike = part.by * total.by > 0 and abs(part.by) <= abs(total.by)
    return alike or abs(part.by) * _TRIFLE <= abs(total.by)


_Place = tuple[int, int]  # row and column


def _changes(
    findings: Sequence[Finding],
    comparison: Comparison,
    places: Mapping[int, tuple[int, int, int]],
) -> Mapping[tuple[int, int, int], _Change]:
    """What moved in the tables of the new edition, by table, row and column."""
    found: dict[tuple[int, int, int], _Change] = {}
    for at, finding in enumerate(findings):
        if finding.new is None or finding.new.side is not Side.NEW or finding.rule.id[0] != "N":
            continue
        old = fact_of(comparison, finding.old) if finding.old is not None else None
        new = fact_of(comparison, finding.new)
        place = places.get(new.index) if new is not None else None
        if old is None or new is None or place is None:
            continue
        if old.value is not None and new.value is not None:
            found.setdefault(place, _Change(at, new.value - old.value))
    return found


def _places(comparison: Comparison) -> Mapping[int, tuple[int, int, int]]:
    """The table, row and column that each figure of the new edition stands in."""
    tables = comparison.new.edition.tables
    columns: dict[tuple[int, int], dict[int, int]] = {}  # those of a row, by where a cell begins
    found: dict[int, tuple[int, int, int]] = {}
    for fact in comparison.new.facts:
        if fact.table is None or fact.row is None:
            continue
        at = fact.table, fact.row
        if at not in columns:
            cells = tables[fact.table].rows[fact.row]
            columns[at] = {c.span.start: n for n, c in reversed([*enumerate(cells)])}
        column = columns[at].get(fact.span.start)
        if column is not None:
            found[fact.index] = (*at, column)
    return found


def _cells(
    comparison: Comparison, places: Mapping[int, tuple[int, int, int]]
) -> Mapping[int, Mapping[_Place, Decimal]]:
    """The values of each table of the new edition by row and column."""
    found: defaultdict[int, dict[_Place, Decimal]] = defaultdict(dict)
    for fact in comparison.new.facts:
        place = places.get(fact.index)
        if place is not None and fact.value is not None:
            found[place[0]][place[1:]] = fact.value
    return found


def _totals(
    comparison: Comparison, table: int, cells: Mapping[_Place, Decimal]
) -> Iterator[tuple[_Place, Sequence[_Place]]]:
    """Each total of a table with the rows above it that make it, totals of their own among them."""
    rows = comparison.new.edition.tables[table].rows
    made: dict[_Place, int] = {}  # the first row of what a total sums up
    for row, column in sorted(cells):
        if not (rows[row] and is_total(rows[row][0].text)):
            continue
        parts: list[_Place] = []
        rest, at = cells[row, column], row - 1
        while at >= 0 and len(parts) < _LONGEST:
            if (at, column) in cells:
                parts.append((at, column))
                rest -= cells[at, column]
                at = made.get((at, column), at)
                if rest == 0 and len(parts) > 1:
                    made[row, column] = at
                    yield (row, column), parts
                    break
            at -= 1


def is_total(label: str) -> bool:
    """Whether a row is named as a total.

    >>> is_total("Total staff costs"), is_total("Totally new")
    (True, False)
    """
    bare = label.strip(" :.*").casefold()
    return bare in TOTALS | SUBTOTALS or bare.startswith(_OPENINGS)
