"""The sentence of a figure where each has a row: the whole, or of a long one the part around it.

A row with a hundred figures would else be written a hundred times, and a file grow with the
square of its text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from tracediff.model import BlockKind, Edition, Fact, Observation, Span, Timeline

_LONG: Final = 1500  # characters; a written sentence has some hundred
_MANY: Final = 12  # figures of one row; of one with more
_NEAR: Final = 200  # characters are shown around each
_CELL: Final = " | "
_NAME: Final = 60  # characters of the name of a row


class Excerpts:
    """What is shown of the sentences that the figures of an edition stand in."""

    def __init__(self, edition: Edition, facts: Iterable[Fact]) -> None:
        """Count the figures of each sentence."""
        self._edition = edition
        self._figures = Counter(fact.sentence for fact in facts)

    def of(self, fact: Fact) -> str:
        """The sentence of a figure, a row of many figures by its name and the cells around it."""
        return "".join(self.sides(fact))

    def sides(self, fact: Fact) -> tuple[str, str, str]:
        """The same as what stands before the figure, the figure, and what stands behind it."""
        sentence = self._edition.sentences[fact.sentence]
        row = sentence.kind is BlockKind.TABLE and self._figures[fact.sentence] > _MANY
        return parts(sentence.text, fact.at, _NEAR if row else _LONG)

    def told(self, one: Observation) -> str:
        """The sentence of an observation, whole where it gives the figure no more."""
        return self.of(one.fact) if one.fact else self._edition.sentences[one.sentence].text


def excerpts(timeline: Timeline) -> list[Excerpts]:
    """Those of all editions of a timeline."""
    return [Excerpts(reading.edition, reading.facts) for reading in timeline.readings]


def parts(text: str, at: Span, most: int) -> tuple[str, str, str]:
    """What stands before, at and behind a place, of a longer text in about so many characters.

    What leads a row, its name, is kept.

    >>> row = "North | " + " | ".join(str(number) for number in range(100, 200))
    >>> parts(row, Span(row.index("150"), row.index("150") + 3), 20)
    ('North | … | 149 | ', '150', ' | 151 …')
    """
    before, quote, behind = text[: at.start], text[at.start : at.end], text[at.end :]
    if len(text) <= most:
        return before, quote, behind
    middle = (at.start + at.end) // 2
    start = min(max(0, middle - most // 2), len(text) - most)
    end = start + most
    if start:
        start = max(text.find(" ", start, at.start) + 1, min(start, at.start))
        name = text[: text.find(_CELL) + len(_CELL)] if _CELL in text[: _NAME + len(_CELL)] else ""
        before = f"{name if start >= len(name) else ''}… {text[start : at.start]}"
    if end < len(text):
        end = max(text.rfind(" ", at.end, end), at.end)
        behind = f"{text[at.end : end]} …"
    return before, quote, behind
