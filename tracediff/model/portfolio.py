"""Many documents, each in two editions: what changed in each, and what changed in many of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple


class Trait(NamedTuple):
    """Something that may have happened to many documents: a kind of change, and to what.

    ``kind`` and ``key`` are the same wherever it is the same; ``text`` says it in words.
    """

    kind: str
    key: str
    text: str


@dataclass(frozen=True, slots=True)
class StoryLine:
    """A story of one document as the portfolio tells it.

    ``anchor`` is where it stands on the document's page. ``traits`` are what it is told by where
    it happened to many documents: one for each of its findings, none where a finding has none.
    """

    text: str
    topic: str
    rule: str
    anchor: str
    importance: float
    traits: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many sentences stand as they were, were edited, are new, are gone, and were there."""

    kept: int
    edited: int
    added: int
    removed: int
    old_total: int

    @property
    def new_total(self) -> int:
        """How many sentences the new edition has."""
        return self.kept + self.edited + self.added

    @property
    def changed(self) -> float:
        """The share of sentences that are not as they were, from 0 to 1."""
        total = self.new_total + self.removed
        return (total - self.kept) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Counts:
    """What was found in a document.

    ``none`` figures fell to none, of ``withheld`` ones the new edition says that it does not say
    them, ``restated`` ones are for a period that the old edition gave another value for.
    """

    stories: int
    findings: int
    errors: int
    warnings: int
    notes: int
    waived: int
    checks: int
    none: int
    withheld: int
    restated: int


@dataclass(frozen=True, slots=True)
class Document:
    """One document that was compared.

    ``page`` is the name of its page, ``key`` what it was made from. ``importance`` orders
    documents. ``rules`` counts findings by kind, ``sections`` are those that its stories are of.
    """

    name: str
    folder: str
    title: str
    old_path: str
    new_path: str
    old_label: str
    new_label: str
    page: str
    key: str
    importance: float
    counts: Counts
    sizes: Sizes
    headlines: tuple[StoryLine, ...]
    rules: tuple[tuple[str, int], ...]
    sections: tuple[str, ...]
    traits: tuple[Trait, ...] = ()
    doubts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Failure:
    """A document that could not be compared, and why."""

    name: str
    old_path: str
    new_path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Unpaired:
    """A file that has no partner, and what is known of it."""

    path: str
    reason: str


@dataclass(frozen=True, slots=True)
class Followed:
    """A document that was followed through so many editions, on a page of its own."""

    name: str
    editions: int
    page: str
    key: str


@dataclass(frozen=True, slots=True)
class SharedStory:
    """What happened to many documents, told once; ``documents`` are their names in order."""

    kind: str
    key: str
    text: str
    documents: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Portfolio:
    """Many documents, those first in which most of importance changed.

    ``reused`` of them were taken from the cache. ``shared`` is what many have in common, the most
    common first. ``timelines`` are those of documents that were followed through all editions.
    """

    documents: tuple[Document, ...]
    failed: tuple[Failure, ...] = ()
    unpaired: tuple[Unpaired, ...] = ()
    shared: tuple[SharedStory, ...] = ()
    reused: int = 0
    timelines: tuple[Followed, ...] = ()

    def __repr__(self) -> str:
        """One line: how many documents it holds, and how many could not be read."""
        number = len(self.documents)
        failed = f", {len(self.failed)} failed" if self.failed else ""
        return f"<Portfolio {number} document{'s' * (number != 1)}{failed}>"

    def first(self, document: Document) -> StoryLine | None:
        """The story that stands for a document: its first that is not told of many."""
        told = {(one.kind, one.key) for one in self.shared}
        own = (h for h in document.headlines if not h.traits or not told.issuperset(h.traits))
        return next(own, document.headlines[0] if document.headlines else None)
