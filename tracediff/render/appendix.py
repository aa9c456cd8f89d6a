"""What only one edition says, by section, and the scale of the change: a Report in, data out.

One-sided sentences are no news by themselves, but a reader who misses something looks for it here.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracediff.model import LinkKind, Report, Side
from tracediff.wording.strings import say


@dataclass(frozen=True, slots=True)
class OneSided:
    """The sentences of one section that stand in one edition only, by their numbers."""

    side: Side
    title: str
    sentences: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SentenceCounts:
    """How many sentences of the new edition stand as they were, were edited, are new; and how many
    of the old one are gone."""

    kept: int
    edited: int
    new: int
    gone: int
    old_total: int

    @property
    def new_total(self) -> int:
        """How many sentences the new edition has."""
        return self.kept + self.edited + self.new


def scale(report: Report) -> SentenceCounts:
    """How much of the text changed."""
    links = report.links
    kept = sum(len(link.new) for link in links if link.kind is LinkKind.KEPT)
    new = sum(len(link.new) for link in links if link.kind is LinkKind.ADDED)
    gone = sum(len(link.old) for link in links if link.kind is LinkKind.REMOVED)
    total = len(report.new.sentences)
    return SentenceCounts(kept, total - kept - new, new, gone, len(report.old.sentences))


def scale_words(report: Report) -> str:
    """How much of the text changed, in a sentence."""
    found = scale(report)
    return say(
        "scale",
        new=f"{found.new:,}",
        new_total=f"{found.new_total:,}",
        edited=f"{found.edited:,}",
        gone=f"{found.gone:,}",
        old_total=f"{found.old_total:,}",
    )


def one_sided(report: Report, side: Side) -> tuple[OneSided, ...]:
    """The sections of an edition, in its order, with what only that edition says."""
    edition = report.old if side is Side.OLD else report.new
    found: dict[int, list[int]] = {}
    for at in sorted(_alone(report, side)):
        found.setdefault(edition.sentences[at].section, []).append(at)
    return tuple(
        OneSided(side, edition.sections[section].title, tuple(sentences))
        for section, sentences in found.items()
    )


def _alone(report: Report, side: Side) -> Iterator[int]:
    for link in report.links:
        if side is Side.OLD and not link.new:
            yield from link.old
        if side is Side.NEW and not link.old:
            yield from link.new
