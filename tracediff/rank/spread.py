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
        most = _most(weights, places, lowest, self._reach[other], least * total)
        said = most / total if total else 0.0
        return said if said > least else 0.0

    def held(self, text: str, side: Side, sentence: int) -> float:
        """How much of a text one sentence of an edition says, by the weight of its words."""
        reading = self._comparison.old if side is Side.OLD else self._comparison.new
        words = sorted({*_said(text)})
        other = frozenset(_said(reading.edition.sentences[sentence].text))
        total = sum(self._weights.get(word, 0.0) for word in words)
        found = sum(self._weights.get(word, 0.0) for word in words if word in other)
        return found / total if total else 0.0

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

    @cached_property
    def _reach(self) -> Mapping[Side, int]:
        """The sentences of the longest passage of each edition."""
        return {
            side: max((at + 1 - first for at, first in enumerate(lowest)), default=1)
            for side, lowest in self._lowest.items()
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
        known: dict[str, tuple[str, ...]] = {}  # most sentences stand in both editions
        for side in Side:
            reading = self._comparison.old if side is Side.OLD else self._comparison.new
            held: defaultdict[str, list[int]] = defaultdict(list)
            for index, sentence in enumerate(reading.edition.sentences):
                words = known.get(sentence.text)
                if words is None:
                    words = known[sentence.text] = tuple({*_said(sentence.text)})
                for word in words:
                    held[word].append(index)
            places[side] = dict(held)
        return places


_Placed = Sequence[tuple[Sequence[int], float]]  # of words, where each stands and what it weighs


def _held_by(words: _Placed, first: int, lowest: Sequence[int]) -> float:
    """The weight of the words in the passage from a sentence on."""
    found = 0.0
    for known, weight in words:
        at = bisect_left(known, first)
        for one in known[at : at + _LIST]:
            if lowest[one] <= first:
                found += weight
                break
    return found


def _most(
    weights: Mapping[str, float],
    places: Mapping[str, Sequence[int]],
    lowest: Sequence[int],
    reach: int,
    least: float,
) -> float:
    """The weight of the words in the passage that holds most of them, as far as it is more than
    ``least``.

    Such a passage holds one of the heaviest words, which are rare; around most of their places too
    much is lacking already, the more so when a passage is known that holds much.
    """
    held = [(places.get(word, ()), weight) for word, weight in weights.items()]
    heaviest = sorted(weights.items(), key=_by_weight)
    words = [(places.get(word, ()), weight) for word, weight in heaviest]
    total = sum(weights.values())
    most, allowed = 0.0, total - least + _ROUNDING
    lacking = 0.0  # of the words that were looked for
    for known, weight in words:
        for at in known:
            first = max(0, at - reach + 1)
            if _lacks_more(words, first, at + reach, allowed):
                continue
            for one in range(first, at + 1):
                if not _lacks_more(words, one, one + reach, allowed):
                    most = max(most, _held_by(held, one, lowest))
                    allowed = min(allowed, total - most + _ROUNDING)
        if most >= total:
            break  # none says more
        lacking += weight
        if lacking > allowed + _ROUNDING:
            break
    return most


def _by_weight(word: tuple[str, float]) -> tuple[float, str]:
    return -word[1], word[0]


def _lacks_more(words: _Placed, first: int, stop: int, allowed: float) -> bool:
    """Whether the sentences from one to another lack words of more weight than is allowed."""
    for known, weight in words:
        at = bisect_left(known, first)
        if at == len(known) or known[at] >= stop:
            allowed -= weight
            if allowed < 0:
                return True
    return False


_ROUNDING: Final = 1e-9  # sums in another order differ by less


def _said(text: str) -> Iterator[str]:
    """The roots of the words of a text, and its figures."""
    yield from roots(text)
    yield from _FIGURE.findall(text)
