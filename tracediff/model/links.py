"""Two editions side by side: links between sentences, sections and tables."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tracediff.model.record import Record
from tracediff.model.source import Span


class EditKind(StrEnum):
    """What happened to a run of words between two linked texts."""

    SAME = "same"
    DELETED = "deleted"
    INSERTED = "inserted"


@dataclass(frozen=True, slots=True)
class Edit(Record):
    """A run of words inside a link; the runs of a link cover both its texts in order.

    ``old`` and ``new`` are offsets into the texts of the two sides (the sentences of a side joined
    by one space). ``weight`` (0 to 1) says how much the run matters to what the text asserts.
    """

    kind: EditKind
    old: Span
    new: Span
    weight: float = 0.0


class LinkKind(StrEnum):
    """The shape of a link."""

    KEPT = "kept"
    EDITED = "edited"
    SPLIT = "split"
    MERGED = "merged"
    REGROUPED = "regrouped"
    ADDED = "added"
    REMOVED = "removed"


@dataclass(frozen=True, slots=True)
class Link(Record):
    """Old sentences beside the new sentences that answer to them (indexes of sentences).

    ``similarity`` runs from 0 to 1 and is 1 only where the words are the same. ``why`` names the
    evidence that made the pairing, strongest first ("same words", "neighbours", "rare words: …").
    Sentences that stand apart from the others of their side, since one edition says in two places
    what the other says in one, come last, and again in ``old_apart`` and ``new_apart``.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]
    similarity: float = 0.0
    moved: bool = False
    why: tuple[str, ...] = ()
    old_apart: tuple[int, ...] = ()
    new_apart: tuple[int, ...] = ()

    @property
    def elsewhere(self) -> bool:
        """Whether it, or a part of it, stands in another place now."""
        return self.moved or bool(self.old_apart or self.new_apart)

    @property
    def kind(self) -> LinkKind:
        """The shape, which follows from how many sentences stand on each side."""
        if len(self.old) == len(self.new) == 1:
            return LinkKind.KEPT if self.similarity >= 1.0 else LinkKind.EDITED
        if not self.old:
            return LinkKind.ADDED
        if not self.new:
            return LinkKind.REMOVED
        if len(self.old) == 1:
            return LinkKind.SPLIT
        return LinkKind.MERGED if len(self.new) == 1 else LinkKind.REGROUPED

    def __repr__(self) -> str:
        """One line: its shape, and the numbers of the sentences on both sides."""
        old, new = (", ".join(map(str, side)) or "none" for side in (self.old, self.new))
        return f"<Link {self.kind.value}: {old} → {new}>"


@dataclass(frozen=True, slots=True)
class SectionLink:
    """An old section beside the new one that answers to it; one side is none where it has none."""

    old: int | None
    new: int | None
    similarity: float = 0.0
    moved: bool = False


@dataclass(frozen=True, slots=True)
class TableLink:
    """An old table beside a new one, and its rows beside each other (indexes of rows)."""

    old: int | None
    new: int | None
    rows: tuple[tuple[int | None, int | None], ...] = ()


@dataclass(frozen=True, slots=True)
class Alignment:
    """All links between two editions: every sentence and every section stands in exactly one."""

    links: tuple[Link, ...]
    sections: tuple[SectionLink, ...]
    tables: tuple[TableLink, ...] = ()


class Side(StrEnum):
    """Which edition something stands in."""

    OLD = "old"
    NEW = "new"
