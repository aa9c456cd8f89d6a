"""Pairs of figures in, groups of one measure out: no two values of one edition for one time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final

from tracediff.ledger.answers import answers
from tracediff.ledger.likeness import Wording, apart
from tracediff.ledger.nodes import Node, Years, one_population
from tracediff.model import Fact, FactKind, Period, Reading, Side, Status
from tracediff.settings import Ledger


def rolled_rows(
    nodes: list[Node], pairs: Sequence[tuple[int, int]], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Figures of a sentence, each with the one in its place in that of the year before."""
    by_sentence: dict[tuple[Side, int], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        by_sentence[(node.side, node.fact.sentence)].append(i)
    for old, new in pairs:
        olds, news = by_sentence[Side.OLD, old], by_sentence[Side.NEW, new]
        if len(olds) == len(news):
            yield from (
                (o, n)
                for o, n in zip(olds, news, strict=True)
                if nodes[o].fact.unit == nodes[n].fact.unit and one_population(nodes[o], nodes[n])
            )


def left_over(
    nodes: list[Node], groups: Groups, years: Years
) -> tuple[dict[int, Wording], dict[int, Wording]]:
    """For each edition the figures of its own year that no series goes on with in the other one."""
    going = groups.across()
    left: dict[Side, dict[int, Wording]] = {Side.OLD: {}, Side.NEW: {}}
    for i, node in enumerate(nodes):
        own = node.fact.year is not None and node.fact.year == years[node.side]
        plain = not node.is_part and node.fact.table is None and not node.parted
        plain = plain and not node.of_a_case
        if own and plain and i not in going and node.fact.kind is FactKind.LEVEL:
            left[node.side][i] = node.words
    return left[Side.OLD], left[Side.NEW]


def of_answers(
    nodes: list[Node], groups: Groups, readings: tuple[Reading, Reading], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of shares of prose that no series goes on with, and that answer one question."""
    going = groups.across()
    left: dict[Side, dict[int, Fact]] = {Side.OLD: {}, Side.NEW: {}}
    for i, node in enumerate(nodes):
        plain = node.fact.table is None and not node.fact.compared and not node.parted
        if plain and node.fact.kind is FactKind.SHARE and i not in going:
            left[node.side][i] = node.fact
    for o, n in answers((readings[0], left[Side.OLD]), (readings[1], left[Side.NEW]), settings):
        if not apart(nodes[o].words, nodes[n].words) and one_population(nodes[o], nodes[n]):
            yield o, n


class Groups:
    """Disjoint sets of nodes, none with two values that one edition gives for one period."""

    def __init__(self, nodes: Sequence[Node]) -> None:
        """Each node is a set of its own."""
        self._nodes = nodes
        self._parent = list(range(len(nodes)))
        self._given: list[_Given] = [_given_by(node) for node in nodes]

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join_all(self, couples: Iterable[tuple[int, int]]) -> None:
        """Make one set of each two, in their order."""
        for a, b in couples:
            self.join(a, b)

    def join(self, a: int, b: int) -> None:
        """Make one set of two, unless they contradict each other."""
        a, b = sorted((self._root(a), self._root(b)))
        ours, theirs = self._given[a], self._given[b]
        if a == b or any(_unlike(ours[at], theirs[at]) for at in ours.keys() & theirs.keys()):
            return
        self._parent[b] = a
        self._given[a] = ours | theirs

    def across(self) -> frozenset[int]:
        """The nodes whose sets hold figures of both editions."""
        found = (m for m in self.members() if len({self._nodes[i].side for i in m}) > 1)
        return frozenset(i for members in found for i in members)

    def members(self) -> Iterable[list[int]]:
        """The nodes of each set, in their order."""
        sets: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            sets[self._root(i)].append(i)
        return sets.values()


_Given = dict[tuple[Side, Period, str | None], Decimal]
_ROUNDED: Final = Decimal("0.03")  # values as near as this may be one, rounded in a summary


def _unlike(one: Decimal, two: Decimal) -> bool:
    """Whether two values for one period are not one, however rounded."""
    return abs(one - two) > _ROUNDED * max(abs(one), abs(two))


def _given_by(node: Node) -> _Given:
    """What a figure says of its period; a measure that is declared may have several."""
    fact = node.fact
    if fact.period is None or fact.value is None:
        return {}
    if node.declared is not None or fact.status is not Status.REPORTED:
        return {}
    return {(node.side, fact.period, fact.unit): fact.value}
