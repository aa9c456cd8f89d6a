"""Figures of last year that the new edition gives again: pairs of them out.

A table that gives this year and the last one names its rows anew: "Total" becomes "Result". That
the value of the last year stands in both editions says that the rows are one measure, whatever they
are called. So does a sentence that compares: "27 permits, compared to 2,674 in 2023" goes on with
the sentence in which the edition of 2023 told of 2,674. And what a sentence told of last year may
be a row of a table now, by the same name.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Hashable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final, Protocol

from tracediff.ledger.likeness import Wording, thing
from tracediff.ledger.scopes import Scope
from tracediff.model import Fact, FactKind, Period, Side, Status, scale_of
from tracediff.wording.values import significant

_TELLING: Final = 4  # digits of a value that does not come twice by chance
_Key = tuple[Decimal, Period, FactKind]


class _Node(Protocol):
    """A figure of an edition, with the words that it is known by."""

    @property
    def side(self) -> Side:
        """The edition."""

    @property
    def fact(self) -> Fact:
        """The figure."""

    @property
    def words(self) -> Wording:
        """What it counts."""

    @property
    def scope(self) -> Scope:
        """What its statement says of it beside that."""


def carried_values(nodes: Sequence[_Node], going: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Pairs of places of figures of one value for one period, where only one row of each has it.

    ``going`` are the places of those that already stand beside a figure of the other edition. Rows
    of one name that an edition prints twice, in an overview and in the accounts, are one row.
    """
    found: dict[_Key, dict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, node in enumerate(nodes):
        key = _key(node.fact)
        if key is not None:
            found[key][node.side].append(at)
    for sides in found.values():
        olds, news = sides[Side.OLD], sides[Side.NEW]
        units = {scale_of(nodes[at].fact.unit)[1] for at in (*olds, *news)} - {None}
        if not olds or not news or len(units) > 1:
            continue
        if _one_row(nodes, [*olds, *news]):
            yield from ((olds[0], at) for at in (*olds[1:], *news))
        elif all(_one_row(nodes, at) and going.isdisjoint(at) for at in (olds, news)):
            yield olds[0], news[0]


def _key(fact: Fact) -> _Key | None:
    """What a telling value of a table is known by, in whole units; a head may not name its unit."""
    if fact.table is None or fact.status is not Status.REPORTED or fact.part_of is not None:
        return None
    if fact.value is None or fact.period is None:
        return None
    if significant(fact.value) < _TELLING:
        return None
    return fact.value * scale_of(fact.unit)[0], fact.period, fact.kind


def _one_row(nodes: Sequence[_Node], places: Sequence[int]) -> bool:
    """Whether all of some figures are of one measure, so that none is taken for another."""
    return len({nodes[at].words.stems for at in places}) == 1


def recalled(
    nodes: Sequence[_Node], going: Container[int], years: Mapping[Side, int | None]
) -> Iterator[tuple[int, int]]:
    """Pairs of places: what a new sentence or cell gives for the year of the old edition, and the
    one old figure of prose that it can be.

    Two figures of one sentence or table that both stand in one old sentence vouch for each other.
    """
    last = years[Side.OLD]
    found: dict[_Recalled, dict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for at, node in enumerate(nodes):
        prose = node.fact.table is None or node.side is Side.NEW
        if node.fact.year == last is not None and prose:
            key = _recalled(node)
            if key is not None:
                found[key][node.side].append(at)
    pairs = [
        (sides[Side.OLD][0], sides[Side.NEW][0])
        for sides in found.values()
        if all(len(sides[side]) == 1 for side in Side)
        and not any(at in going for ats in sides.values() for at in ats)
    ]
    beside = Counter((nodes[o].fact.sentence, _home(nodes[n].fact)) for o, n in pairs)
    for o, n in pairs:
        twice = beside[nodes[o].fact.sentence, _home(nodes[n].fact)] > 1
        if twice or _is_telling(nodes[o].fact) or _share_more(nodes[o].words, nodes[n].words):
            yield o, n


def recalled_items(
    nodes: Sequence[_Node], years: Mapping[Side, int | None]
) -> Iterator[tuple[int, int]]:
    """Pairs of places: an item of an old list, and the share that a new sentence recalls of it.

    "Gala (1.6%)" is what "Gala grew from 1.6% in 2021 to 30%" starts from, however small.
    """
    found: dict[tuple[Decimal, str | None], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        fact = node.fact
        if node.side is Side.OLD and node.scope.item and fact.value is not None:
            found[fact.value, fact.unit].append(at)
    for n, node in enumerate(nodes):
        fact = node.fact
        prose = node.side is Side.NEW and fact.table is None and fact.kind is FactKind.SHARE
        if prose and fact.value is not None and fact.year == years[Side.OLD] is not None:
            same = [
                o
                for o in found[fact.value, fact.unit]
                if not nodes[o].scope.item.isdisjoint(node.scope.item or node.scope.words)
            ]
            if len(same) == 1:
                yield same[0], n


def _home(fact: Fact) -> tuple[bool, int]:
    """The sentence or the table that gives a figure."""
    return (False, fact.sentence) if fact.table is None else (True, fact.table)


def recalled_beside(
    nodes: Sequence[_Node],
    old: Sequence[int],
    new: Sequence[int],
    years: Mapping[Side, int | None],
) -> Iterator[tuple[int, int, int]]:
    """What a sentence says that it was before, where the old edition gave that very figure.

    "71.5 percent, compared with 73 percent in 2023" and "from 73 percent in 2023 to 71.5" answer to
    the 73 percent of the sentence that it is linked with, whatever else that one gives: the old
    figure, the recalled one, what leads.
    """
    for lead, n in (*comparisons(nodes, new), *_from_then(nodes, new, years)):
        same = [o for o in old if _is_one_value(nodes[o].fact, nodes[n].fact)]
        if len(same) == 1:
            yield same[0], n, lead


def _from_then(
    nodes: Sequence[_Node], places: Sequence[int], years: Mapping[Side, int | None]
) -> Iterator[tuple[int, int]]:
    """Of the figures of a sentence the one of its edition's year and the one of the year before
    that count one thing in the same words: "fell from 100 in 2020 to 75 in 2021"."""
    if years[Side.OLD] is None or years[Side.OLD] == years[Side.NEW]:
        return
    leads: dict[Hashable, list[int]] = defaultdict(list)
    for at in places:
        if nodes[at].fact.year == years[Side.NEW]:
            leads[_what(nodes[at])].append(at)
    for at in places:
        fact = nodes[at].fact
        found = leads.get(_what(nodes[at]), ()) if fact.year == years[Side.OLD] else ()
        if len(found) == 1 and not fact.compared:
            yield found[0], at


def _what(node: _Node) -> Hashable:
    """What a figure counts, in which unit and of which kind."""
    return node.words, node.fact.unit, node.fact.kind, node.fact.added


def _is_one_value(one: Fact, two: Fact) -> bool:
    """Whether two figures have one value of some digits, unit, kind and bound."""
    if one.value is None or one.status is not Status.REPORTED or one.value < _LEAST:
        return False
    return (one.value, one.unit, one.kind, one.bound) == (two.value, two.unit, two.kind, two.bound)


def comparisons(nodes: Sequence[_Node], places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Of the figures of a sentence, in its order, each with the one that it is compared with.

    "268 inquiries were opened in 2021, compared with 73 cases in 2020" counts one thing; and of
    "12 fires, harming 40 farms, compared with nine events that harmed 31 farms" what names the
    same thing goes together first; of "at least one fire, 123 fires in all, compared with 201" the
    exact figures do.
    """
    near, far = list[int](), list[int]()
    for at in places:
        (far if nodes[at].fact.compared else near).append(at)
    for at in tuple(far):
        heads = [n for n in near if n < at and nodes[n].words.head == nodes[at].words.head]
        leads = [n for n in heads if _of_one_kind(nodes[n].fact, nodes[at].fact)]
        lead = _lead(nodes, leads, at)
        if lead is not None:
            near.remove(lead)
            far.remove(at)
            yield lead, at
    for at in far:
        leads, others = (
            [n for n in left if _of_one_kind(nodes[n].fact, nodes[at].fact)] for left in (near, far)
        )
        lead = leads[others.index(at)] if len(leads) == len(others) else at
        if lead < at:
            yield lead, at


def _lead(nodes: Sequence[_Node], leads: Sequence[int], at: int) -> int | None:
    """Which of several figures a far one is compared with: those of its bound first, of them the
    one of which as much is said: "12% rest and 53% sail, up from 47%" is of those who sail."""
    own = nodes[at]
    exact = [n for n in leads if nodes[n].fact.bound is own.fact.bound] or leads
    return max(exact, key=lambda n: (len(nodes[n].words.stems & own.words.stems), -n), default=None)


def _of_one_kind(one: Fact, two: Fact) -> bool:
    return (one.unit, one.kind, one.added) == (two.unit, two.kind, two.added)


_Recalled = tuple[Decimal, str | None, str, FactKind]
_LEAST: Final = 10  # smaller values come again by chance
_DIGITS: Final = 3  # of a value that hardly does


def _recalled(node: _Node) -> _Recalled | None:
    """What a figure of prose is known by when it is given again."""
    fact = node.fact
    if fact.value is None or fact.value < _LEAST or not node.words.head:
        return None
    if fact.status is not Status.REPORTED:
        return None
    return fact.value, fact.unit, node.words.head, fact.kind


def _is_telling(fact: Fact) -> bool:
    """Whether a value is no round one of two digits."""
    return fact.value is not None and len(str(int(fact.value))) >= _DIGITS


def _share_more(one: Wording, two: Wording) -> bool:
    """Whether two measures share more words than the thing counted."""
    return len((one.stems & two.stems) - one.named - two.named) > 1


def told_in_a_table(
    nodes: Sequence[_Node], going: Container[int], years: Mapping[Side, int | None]
) -> Iterator[tuple[int, int]]:
    """Pairs of a figure of prose and a cell of the other edition, each for its edition's own year.

    Nothing else in either edition counts the same thing.
    """
    if len({node.fact.table is None for node in nodes}) < 2:
        return  # all are of prose, or all of tables
    found: dict[tuple[str | None, frozenset[str]], list[int]] = defaultdict(list)
    for at, node in enumerate(nodes):
        named = frozenset(thing(word) for word in (node.fact.counted or "").split())
        found[node.fact.unit, named - {""}].append(at)
    for (_, named), places in found.items():
        two = {nodes[at].side: nodes[at].fact for at in places}
        if not named or len(places) != 2 or len(two) != 2 or any(at in going for at in places):
            continue
        moved = (two[Side.OLD].table is None) != (two[Side.NEW].table is None)
        own = all(fact.year is not None and fact.year == years[side] for side, fact in two.items())
        kinds = {fact.kind for fact in two.values()} == {FactKind.LEVEL}
        whole = all(fact.part_of is None for fact in two.values())
        if moved and own and kinds and whole:
            first, second = places
            yield first, second
