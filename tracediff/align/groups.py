"""What the passes hand on: groups of sentences that answer to each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from tracediff.align.evidence import Words
from tracediff.align.place import Evidence
from tracediff.align.texts import Pair, Texts
from tracediff.model import SectionLink
from tracediff.model.record import Record


@dataclass(frozen=True, slots=True)
class Group(Record):
    """Old sentences that answer to new ones, how surely, and why.

    Those that stand apart from the others of their side come last, and again in ``old_apart`` and
    ``new_apart``.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    why: tuple[str, ...]
    moved: bool = False
    old_apart: tuple[int, ...] = ()
    new_apart: tuple[int, ...] = ()

    def flipped(self) -> Group:
        """The same with the sides exchanged."""
        return replace(
            self,
            old=self.new,
            new=self.old,
            old_apart=self.new_apart,
            new_apart=self.old_apart,
        )


@dataclass(frozen=True, slots=True)
class Draft:
    """An alignment in the making: the texts, the groups so far, and what the evidence says.

    ``words`` holds what the words say of every pair that was worth a look, ``evidence`` all that
    speaks for those that are not hopeless, ``parts`` for those that can be no more than parts of a
    link, since one of the two has a far better partner; ``sections`` the sections that answer to
    each other.
    """

    texts: Texts
    groups: tuple[Group, ...] = ()
    words: Mapping[Pair, Words] = field(default_factory=dict)
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


def free(draft: Draft) -> tuple[list[int], list[int]]:
    """The sentences on either side that hold a word and stand in no group."""
    old_taken, new_taken = partners(draft.groups)
    return (
        [o for o, key in enumerate(draft.texts.old.keys) if o not in old_taken and key],
        [n for n, key in enumerate(draft.texts.new.keys) if n not in new_taken and key],
    )
