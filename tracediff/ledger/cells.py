"""Figures of tables in, pairs of them out that are points of one series: the same row and column.

A cell is known by the words of its row and its column and by its kind, whatever order rows and
columns stand in and whichever of the two is set across.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from tracediff.model import Fact, FactKind, Side, TableLink, scale_of
from tracediff.text.words import TOKEN, stem

_PLANNED: Final = (FactKind.PLAN, FactKind.TARGET)
_Key = tuple[frozenset[str], str, FactKind, int]


_Couples = list[tuple[int, int]]


def cell_couples(
    facts: Sequence[tuple[Side, Fact]], tables: Sequence[TableLink]
) -> tuple[_Couples, _Couples]:
    """Pairs of places in a list of facts: those of one measure in a table or in linked tables, and
    those of a measure that one table of either edition gives, though these are not linked.
    """
    couples: _Couples = []
    found: dict[tuple[Side, int], dict[_Key, int]] = defaultdict(dict)
    cells = Counter[tuple[object, ...]]()
    for at, (side, fact) in enumerate(facts):
        if fact.table is not None:
            place = side, fact.table, fact.sentence, fact.period, _key(fact)
            first = found[side, fact.table].setdefault(_key(fact, cells[place]), at)
            cells[place] += 1
            if first != at:
                couples.append((first, at))
    joined: set[tuple[Side, int, _Key]] = set()
    for link in tables:
        if link.old is None or link.new is None:
            continue
        old, new = found[Side.OLD, link.old], found[Side.NEW, link.new]
        for key in old.keys() & new.keys():
            joined |= {(Side.OLD, link.old, key), (Side.NEW, link.new, key)}
            couples.append((old[key], new[key]))
    return couples, list(_alone(found, joined))


def _alone(
    found: dict[tuple[Side, int], dict[_Key, int]], joined: set[tuple[Side, int, _Key]]
) -> Iterator[tuple[int, int]]:
    """The measures that one table of each edition gives, and no linked one."""
    holders: dict[_Key, dict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for (side, table), keys in found.items():
        for key, at in keys.items():
            if (side, table, key) not in joined:
                holders[key][side].append(at)
    for key, sides in holders.items():
        if len(key[0]) > 1 and len(sides[Side.OLD]) == len(sides[Side.NEW]) == 1:
            yield sides[Side.OLD][0], sides[Side.NEW][0]


def _key(fact: Fact, column: int = 0) -> _Key:
    """What a cell is known by; amounts of money of two currencies are still of one measure.

    ``column`` is how many cells of its row and time stand before it that no head tells apart.

    The words of a head tell a plan from what came of it; where only a letter behind the year does
    ("2022E"), what was expected and what came are points of one series.
    """
    share = fact.unit if fact.unit == "%" else ""
    kind = FactKind.LEVEL if fact.kind in _PLANNED else fact.kind
    return _words(fact.measure), share, kind, column


@lru_cache(maxsize=65536)  # a row of the same name stands in both editions
def _words(measure: str) -> frozenset[str]:
    return frozenset(stem(word) for word in TOKEN.findall(measure) if word[0].isalnum())


def comparable_cells(old: Fact, new: Fact) -> bool:
    """Whether two figures of which one or both stand in tables may be of one measure at all.

    Two cells must be of one kind and, where the words of one are not among those of the other, have
    one unit and more words alike than not.
    """
    if old.table is None or new.table is None:
        return old.kind is new.kind or not _planned(old, new)
    if old.kind is not new.kind:
        return False
    first, second = _key(old)[0], _key(new)[0]
    return first <= second or second <= first or 3 * len(first & second) > 2 * max(
        len(first), len(second)
    )  # fmt: skip


def _planned(old: Fact, new: Fact) -> bool:
    kinds = (FactKind.PLAN, FactKind.TARGET, FactKind.CHANGE)
    return old.kind in kinds or new.kind in kinds


def unscaled(fact: Fact) -> Fact:
    """The figure in whole units, where its table is headed "in thousands"."""
    scale, unit = scale_of(fact.unit)
    if scale == 1 or fact.value is None:
        return replace(fact, unit=unit)
    return replace(fact, value=fact.value * scale, unit=unit)
