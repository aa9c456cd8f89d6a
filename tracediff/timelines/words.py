"""Texts in, weighted words out: how much two passages of a run of editions have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import log
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.model import Reading
from tracediff.text.words import FUNCTION_WORDS, root, tokens

# words that change with the date or only introduce a value
_IDLE: Final = FUNCTION_WORDS | frozenset(MONTHS) | frozenset(
    "percent approximately estimated nearly almost around compared year years previous same half"
    " quarter month months total number figure".split()
)  # fmt: skip


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The roots of the words of a text that say what it is about.

    >>> sorted(content("In 2020 police identified 64 victims."))
    ['identifi', 'polic', 'victim']
    """
    return frozenset(
        root(token.text)
        for token in tokens(text)
        if token.text[0].isalpha() and token.text.casefold() not in _IDLE
    )


_SMALLEST: Final = 100  # sentences; a shorter text does not show which words are common


class Weights:
    """How much a shared word says: rare ones more than common ones (inverse sentence frequency)."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Count in how many sentences of an edition each word stands, at most."""
        most: Counter[str] = Counter()
        size = _SMALLEST
        for reading in readings:
            sentences = reading.edition.sentences
            found = Counter(word for one in sentences for word in content(one.text))
            size = max(size, len(sentences))
            most |= found
        self._most: Mapping[str, int] = most
        self._size = size

    def of(self, word: str) -> float:
        """The weight of one word."""
        return log((self._size + 1) / (self._most.get(word, 0) + 0.5))

    def total(self, words: Iterable[str]) -> float:
        """The weight of some words together."""
        return sum(map(self.of, words))

    def rarest(self, words: Collection[str]) -> Sequence[str]:
        """The words in the order in which they tell most; equal ones by name."""
        return sorted(words, key=lambda word: (self._most.get(word, 0), word))

    def alike(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The weighted share of two sets of words that is common to both (Dice), from 0 to 1."""
        both = self.total(one) + self.total(two)
        return 2 * self.total(one & two) / both if both else 0.0

    def telling(self, one: frozenset[str], two: frozenset[str], enough: float) -> float:
        """Likeness, less where what is shared weighs little: "a majority of respondents"."""
        shared = self.total(one & two)
        return self.alike(one, two) * min(1.0, shared / enough)
