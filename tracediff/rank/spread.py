"""How much of a sentence one passage of the other edition says, though no sentence of it does.

What is told in one sentence of a report may stand as a list, in the rows of a table or in several
sentences of the next: of its rare words, names and figures the passage then holds nearly all.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from math import log
from typing import Final

from tracediff.model import BlockKind, Comparison, Reading, Side
from tracediff.rank.rarity import roots

_FIGURE: Final = re.compile(r"\d[\d.,]*\d|\d")
_PASSAGE: Final = 6  # sentences that follow each other are one passage
_LIST: Final = 18  # and so many items or rows
_LISTED: Final = frozenset({BlockKind.ITEM, BlockKind.TABLE})
_LEAST: Final = 3  # words and figures; of fewer any page says as many


class Spread:
    """What the passages of two editions say."""

    def __init__(self, comparison: Comparison) -> None:
        """Begin with a comparison; nothing is counted yet."""
        self._comparison = comparison

    def share(
        self, side: Side, sentence: int, beside: int | None = None, least: float = 0.0
    ) -> float:
        """How much of a sentence the passage of the other edition says that says most of it.

        From 0 to 1, of its words and figures by how rare they are in both editions; 0 where it is
        no more than ``least``. What a sentence ``beside`` it says counts for nothing.
        """
        reading, other = self._readings(side)
        words = frozenset(_said(reading.edition.sentences[sentence].text))
        if beside is not None:
            words -= frozenset(_said(self._readings(other)[0].edition.sentences[beside].text))
        if len(words) < _LEAST:
            return 0.0
        weights = {word: self._weights[word] for word in sorted(words)}
        total = sum(weights.values())
        places, lowest = self._places[other], self._lowest[other]
        firsts = {
            first
            for word in _needed(weights, (1 - least) * total)
            for at in places.get(word, ())
            for first in range(lowest[at], at + 1)
        }
        held = [(places.get(word, ()), weight) for word, weight in weights.items()]
        most = 0.0
        for first in firsts:
            found = 0.0
            for known, weight in held:
                at = bisect_left(known, first)
                for one in known[at : at + _LIST]:
                    if lowest[one] <= first:
                        found += weight
                        break
            most = max(most, found)
        said = most / total if total else 0.0
        return said if said > least else 0.0

    @cached_property
    def _lowest(self) -> Mapping[Side, Sequence[int]]:
        """For each sentence of an edition the first one of the passage that ends with it."""
        return {
            side: [
                max(0, one.index + 1 - (_LIST if one.kind in _LISTED else _PASSAGE))
                for one in self._readings(side)[0].edition.sentences
            ]
            for side in Side
        }

    def _readings(self, side: Side) -> tuple[Reading, Side]:
        pair = self._comparison
        return (pair.old, Side.NEW) if side is Side.OLD else (pair.new, Side.OLD)

    @cached_property
    def _weights(self) -> Mapping[str, float]:
        """How much each word of either edition tells: the more, the fewer sentences hold it."""
        pair = self._comparison
        total = sum(len(one.edition.sentences) for one in (pair.old, pair.new))
        held = Counter({word: len(at) for word, at in self._places[Side.OLD].items()})
        held.update({word: len(at) for word, at in self._places[Side.NEW].items()})
        return {word: log(1 + total / count) for word, count in held.items()}

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


def _needed(weights: Mapping[str, float], allowed: float) -> list[str]:
    """Words of which a passage holds one, unless it lacks more than what is allowed: the heaviest,
    which are rare and lead to few passages."""
    needed: list[str] = []
    for word in sorted(weights, key=lambda one: (-weights[one], one)):
        if allowed < -_ROUNDING:
            break
        needed.append(word)
        allowed -= weights[word]
    return needed


_ROUNDING: Final = 1e-9  # sums in another order differ by less


def _said(text: str) -> Iterator[str]:
    """The roots of the words of a text, and its figures."""
    yield from roots(text)
    yield from _FIGURE.findall(text)
