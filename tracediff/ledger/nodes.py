"""Figures as nodes, and what two must have in common to be one measure."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from tracediff.ledger.likeness import Wording, thing
from tracediff.ledger.scopes import Scope
from tracediff.model import Fact, FactKind, Reading, Side
from tracediff.model.record import Record
from tracediff.settings import Ledger, Measure

Years = dict[Side, int | None]
KINDS = (FactKind.LEVEL, FactKind.SHARE, FactKind.PLAN, FactKind.TARGET)


@dataclass(frozen=True, slots=True)
class Node(Record):
    """A figure of one edition, with what decides beside which others it may stand."""

    side: Side
    fact: Fact
    words: Wording
    declared: Measure | None
    parted: bool
    of_a_case: bool  # a denial that says nothing of a total
    denied: bool  # "53 percent did not know"
    of_all: bool  # "14,039 total inspections": of whatever kind
    is_part: bool  # of a whole that its sentence or the one before it names
    places: frozenset[str]  # that its clause names
    bodies: frozenset[str]  # that act in it, of those that both editions name
    scope: Scope


def is_counted(fact: Fact) -> bool:
    """Whether a figure can be a point of a series; of tables every cell can."""
    return fact.kind in KINDS or fact.table is not None


def is_of_all(fact: Fact, reading: Reading) -> bool:
    """Whether the word behind a number says that it counts all kinds of a thing."""
    if fact.table is not None:
        return False
    text = reading.edition.sentences[fact.sentence].text
    behind = text[fact.at.end :].split(maxsplit=1)
    return bool(behind) and thing(behind[0].casefold()) in _OF_ALL


_OF_ALL: Final = frozenset(map(thing, ("total", "overall", "combined")))


def places_of(nodes: list[Node], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places of the nodes of some pairs of old and new facts."""
    at = {(node.side, node.fact.index): i for i, node in enumerate(nodes)}
    for old, new in pairs:
        if (Side.OLD, old) in at and (Side.NEW, new) in at:
            yield at[Side.OLD, old], at[Side.NEW, new]


def one_population(old: Node, new: Node) -> bool:
    """Whether both are of one place, and wholes or parts, or one kind of thing by its full name.

    "46 of these boats as wrecks" are set beside the part of "61 wrecks, of which 48 were boats".
    "1,345 unannounced inspections" are a part of "14,039 total inspections", and the year before
    were told alone.
    """
    if not one_place(old, new) or old.scope.unlike(new.scope):
        return False
    wholes = [node.of_all for node in (old, new)]
    if wholes[0] != wholes[1]:
        whole, other = (old, new) if wholes[0] else (new, old)
        if whole.words.named - _OF_ALL < other.words.named:
            return False
    return old.is_part == new.is_part or same_name(old, new)


def one_place(old: Node, new: Node) -> bool:
    """Whether the clauses of two figures do not each name other places or other bodies."""
    places = old.places and new.places and old.places.isdisjoint(new.places)
    bodies = old.bodies and new.bodies and old.bodies.isdisjoint(new.bodies)
    return not (places or bodies)


def same_name(old: Node, new: Node) -> bool:
    """Whether both name the kind of thing that they count alike, in more than a bare noun."""
    return old.words.named == new.words.named and len(old.words.named) > 1


def near(old: Fact, new: Fact, settings: Ledger) -> bool:
    """Whether two figures of prose are of one order: 12 freed in one raid are not 21,935 in all."""
    if old.table is not None or new.table is not None or not old.value or not new.value:
        return True
    sizes = sorted((abs(old.value), abs(new.value)))
    return sizes[1] <= settings.far * sizes[0]
