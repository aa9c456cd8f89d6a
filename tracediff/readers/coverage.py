"""Stretches of text that were not read in, the list of what they are, why and where out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, NamedTuple
from zlib import crc32

from tracediff.model import Coverage


class Reason(NamedTuple):
    """What an element is that was left out, and why."""

    what: str
    why: str


# What files of several formats hold and leave out.
COMMENTS: Final = Reason("comments", "are no part of the text")
CONTENTS: Final = Reason("contents", "list the sections with their pages")
HIDDEN: Final = Reason("hidden text", "the document does not show it")
NOTE_MARKS: Final = Reason("note marks", "lead from the text to a note")
PICTURES: Final = Reason("picture descriptions", "pictures are not read")
RULES: Final = Reason("ruled lines", "are drawn, not written")
RUNNING: Final = Reason("running heads and feet", "stand on each page")
TRACKED: Final = Reason("text of tracked changes", "does not count as the changes are read")


@dataclass(slots=True)
class _Count:
    first: int
    last: int
    places: int = 0
    characters: int = 0
    digest: int = 0


class Tally:
    """How many characters were left out for each reason, and where; white space does not count."""

    def __init__(self) -> None:
        """Begin with nothing left out."""
        self._counts: dict[Reason, _Count] = {}

    def add(self, reason: Reason, text: str, place: int | None) -> None:
        """Count a stretch of text that was left out at a line or page."""
        size = sum(map(len, text.split()))
        if not size:
            return
        at = place or 0
        count = self._counts.setdefault(reason, _Count(at, at))
        count.first, count.last = min(count.first, at), max(count.last, at)
        count.places += 1
        count.characters += size
        count.digest = crc32("".join(text.split()).encode("utf-8", "replace"), count.digest)

    def entries(self, unit: str) -> tuple[Coverage, ...]:
        """One entry a reason, in the order in which they were met; ``unit`` is what places are."""
        return tuple(
            Coverage(reason.what, reason.why, _where(count, unit), count.characters, count.digest)
            for reason, count in self._counts.items()
        )


def _where(count: _Count, unit: str) -> str:
    if not unit or not count.last:
        return f"{count.places} places" if count.places > 1 else "1 place"
    if count.first == count.last:
        return f"{unit} {count.first}"
    return f"{unit}s {count.first} to {count.last}"
