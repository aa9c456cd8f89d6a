"""Links between rows of tables in, out whether the ledger compares all that they say.

Where columns change places, a table is set the other way round or thousands become millions, rows
that stand beside each other read differently, and yet every figure is given as before.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from typing import Final

from tracediff.model import Comparison, Edition, Fact, Link, Reading, Sentence, Side

_WORD: Final[re.Pattern[str]] = re.compile(r"[^\W\d_]+")


class ComparedRows:
    """The rows of two editions each figure of which the other edition gives as well."""

    def __init__(self, comparison: Comparison) -> None:
        """Look up which figures of tables are points of series that both editions have."""
        going: dict[Side, set[int]] = {side: set() for side in Side}
        for series in comparison.series:
            if len({point.side for point in series.points}) == len(Side):
                for point in series.points:
                    going[point.side].add(point.fact.index)
        old, new = comparison.old, comparison.new
        self._sentences = old.edition.sentences, new.edition.sentences
        self._old = _whole(old, going[Side.OLD], _names(new.edition))
        self._new = _whole(new, going[Side.NEW], _names(old.edition))

    def covers(self, link: Link) -> bool:
        """Whether both sides are such rows, with the same words beside their figures."""
        if not (self._old.issuperset(link.old) and self._new.issuperset(link.new)):
            return False
        old = Counter(chain.from_iterable(_beside(self._sentences[0][at]) for at in link.old))
        return old == Counter(
            chain.from_iterable(_beside(self._sentences[1][at]) for at in link.new)
        )


def _names(edition: Edition) -> frozenset[str]:
    """The heads of the rows and columns of all tables, in lower case."""
    return frozenset(
        cell.text.strip().casefold()
        for table in edition.tables
        for cell in (*table.heads, *(row[0] for row in table.rows if row))
    )


def _whole(reading: Reading, going: set[int], names: frozenset[str]) -> frozenset[int]:
    """The rows whose head the other edition knows and whose other cells are all compared."""
    rows: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is not None:
            rows[fact.sentence].append(fact)
    return frozenset(
        at
        for at, facts in rows.items()
        if going.issuperset(fact.index for fact in facts)
        and _holds(reading.edition.sentences[at], facts, names)
    )


def _holds(row: Sentence, facts: list[Fact], names: frozenset[str]) -> bool:
    """Whether a row holds a known head and one cell for each place that has a figure."""
    head, *cells = row.text.split(" | ")
    return head.casefold() in names and len({fact.span for fact in facts}) == len(cells)


def _beside(row: Sentence) -> list[str]:
    """The words that stand in the cells of a row."""
    return _WORD.findall(row.text.partition(" | ")[2].casefold())
