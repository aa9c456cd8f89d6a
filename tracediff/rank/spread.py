"""How much of a sentence one passage of the other edition says, though no sentence of it does.

What is told in one sentence of a report may stand as a list, in the rows of a table or in several
sentences of the next: of its rare words, names and figures the passage then holds nearly all.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property
from math import log
from typing import Final

from tracediff.model import BlockKind, Comparison, Reading, Side
from tracediff.rank.rarity import roots

_FIGURE: Final = re.compile(r"\d[\d.,]*\d|\d")
_PASSAGE: Final = 6  # sentences that follow each other are one passage
_LIST: Final = 18  # and so many items or rows
_PLACES: Final = 60  # sentences; a word in more of them leads to no passage
_LISTED: Final = frozenset({BlockKind.ITEM, BlockKind.TABLE})
_LEAST: Final = 3  # words and figures; of fewer any page says as many


class Spread:
    """What the passages of two editions say."""

    def __init__(self, comparison: Comparison) -> None:
        """Begin with a comparison; nothing is counted yet."""
        self._comparison = comparison

    def share(self, side: Side, sentence: int, beside: int | None = None) -> float:
        """How much of a sentence the passage of the other edition says that says most of it.

        From 0 to 1, of its words and figures by how rare they are in both editions. Those that a
        sentence ``beside`` it says count for nothing.
        """
        reading, other = self._readings(side)
        words = frozenset(_said(reading.edition.sentences[sentence].text))
        if beside is not None:
            words -= frozenset(_said(self._readings(other)[0].edition.sentences[beside].text))
        if len(words) < _LEAST:
            return 0.0
        weights = {word: self._weight(word) for word in sorted(words)}
        held = self._places[other]
        kinds = self._readings(other)[0].edition.sentences
        leads = ((at, word) for word in weights for at in held.get(word, ()))
        found: defaultdict[int, float] = defaultdict(float)
        near: defaultdict[int, set[str]] = defaultdict(set)
        for at, word in leads:
            wide = _LIST if kinds[at].kind in _LISTED else _PASSAGE
            for first in range(max(0, at - wide + 1), at + 1):
                near[first].add(word)
        for first, said in near.items():
            found[first] = sum(weights[word] for word in sorted(said))
        total = sum(weights.values())
        return max(found.values(), default=0.0) / total if total else 0.0

    def _readings(self, side: Side) -> tuple[Reading, Side]:
        pair = self._comparison
        return (pair.old, Side.NEW) if side is Side.OLD else (pair.new, Side.OLD)

    def _weight(self, word: str) -> float:
        count = sum(len(self._places[side].get(word, ())) for side in Side)
        return log(1 + self._total / max(1, count))

    @cached_property
    def _total(self) -> int:
        both = (self._comparison.old, self._comparison.new)
        return sum(len(reading.edition.sentences) for reading in both)

    @cached_property
    def _places(self) -> Mapping[Side, Mapping[str, list[int]]]:
        """The sentences of each edition that hold a word or figure."""
        places: dict[Side, dict[str, list[int]]] = {}
        for side in Side:
            reading = self._comparison.old if side is Side.OLD else self._comparison.new
            held: defaultdict[str, list[int]] = defaultdict(list)
            for index, sentence in enumerate(reading.edition.sentences):
                for word in {*_said(sentence.text)}:
                    held[word].append(index)
            places[side] = dict(held)
        return places


def _said(text: str) -> Iterator[str]:
    """The roots of the words of a text, and its figures."""
    yield from roots(text)
    yield from _FIGURE.findall(text)
