"""What the passes hand on: groups of sentences that answer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tracediff.align.place import Evidence
from tracediff.align.texts import Pair, Texts
from tracediff.model import SectionLink


@dataclass(frozen=True, slots=True)
class Group:
    """Old sentences that answer to new ones, how surely, and why."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    why: tuple[str, ...] = ()
    moved: bool = False

    def flipped(self) -> Group:
        """The same with the sides exchanged."""
        return replace(self, old=self.new, new=self.old)


@dataclass(frozen=True, slots=True)
class Draft:
    """An alignment in the making: the texts, the groups so far, and what the evidence says.

    ``evidence`` holds every pair that was worth a look, ``parts`` those that can be no more than
    parts of a link, since one of the two has a far better partner; ``sections`` the sections that
    answer to each other.
    """

    texts: Texts
    groups: tuple[Group, ...] = ()
    evidence: Mapping[Pair, Evidence] = field(default_factory=dict)
    parts: Mapping[Pair, Evidence] = field(default_factory=dict)
    sections: tuple[SectionLink, ...] = ()


def partners(groups: Iterable[Group]) -> tuple[dict[int, int], dict[int, int]]:
    """For each linked sentence of a side the number of the group that holds it."""
    old: dict[int, int] = {}
    new: dict[int, int] = {}
    for number, group in enumerate(groups):
        old.update(dict.fromkeys(group.old, number))
        new.update(dict.fromkeys(group.new, number))
    return old, new
