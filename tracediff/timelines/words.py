"""Texts in, weighted words out: how much two passages of a run of editions have in common."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from math import fsum, log
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.model import Reading
from tracediff.text.words import FUNCTION_WORDS, root, tokens

# words that change with the date or only introduce a value
_IDLE: Final = FUNCTION_WORDS | frozenset(MONTHS) | frozenset(
    "percent approximately estimated nearly almost around compared year years previous same half"
    " quarter month months total number figure respectively org com www http https".split()
)  # fmt: skip


@lru_cache(maxsize=65536)
def content(text: str) -> frozenset[str]:
    """The roots of the words of a text that say what it is about.

    >>> sorted(content("In 2020 police identified 64 victims."))
    ['identifi', 'polic', 'victim']
    """
    return frozenset(
        _base(token.text)
        for token in tokens(text)
        if token.text[0].isalpha() and token.text.casefold() not in _IDLE
    )


@lru_cache(maxsize=65536)
def _base(word: str) -> str:
    """The root of a word, however many endings it has.

    >>> _base("killings") == _base("killed"), _base("deployments") == _base("deploy")
    (True, True)
    """
    found = root(word.replace("-", ""))  # "under-represented" is "underrepresented"
    while (shorter := root(found)) != found and len(shorter) >= _SHORTEST:
        found = shorter
    return found


_SHORTEST: Final = 3  # letters of a root


_SMALLEST: Final = 100  # sentences; a shorter text does not show which words are common


class Weights:
    """How much a shared word says: rare ones more than common ones (inverse sentence frequency)."""

    def __init__(self, readings: Iterable[Reading]) -> None:
        """Count in how many sentences of an edition each word stands, at most."""
        texts = [[one.text for one in reading.edition.sentences] for reading in readings]
        self._long = expansions(text for edition in texts for text in edition)
        most: Counter[str] = Counter()
        size = _SMALLEST
        self.known: list[frozenset[str]] = []  # the words of each edition
        for edition in texts:
            size = max(size, len(edition))
            words = Counter(word for text in edition for word in self.content(text))
            most |= words
            self.known.append(frozenset(words))
        self._most: Mapping[str, int] = most
        self._unseen = log((size + 1) / 0.5)
        self._table = {word: log((size + 1) / (n + 0.5)) for word, n in most.items()}
        self._totals: dict[frozenset[str], float] = {}

    def content(self, text: str) -> frozenset[str]:
        """The roots of the words of a text, a short form replaced by what it stands for."""
        found = content(text)
        short = found & self._long.keys()
        if not short:
            return found
        return (found - short).union(*(self._long[one] for one in short))

    def of(self, word: str) -> float:
        """The weight of one word."""
        return self._table.get(word, self._unseen)

    def total(self, words: frozenset[str]) -> float:
        """The weight of some words together, the same whatever the order of the set."""
        found = self._totals.get(words)
        if found is None:
            found = self._totals[words] = fsum(map(self.of, words))
        return found

    def rarest(self, words: Collection[str]) -> Sequence[str]:
        """The words in the order in which they tell most; equal ones by name."""
        return sorted(words, key=lambda word: (self._most.get(word, 0), word))

    def alike(self, one: frozenset[str], two: frozenset[str]) -> float:
        """The weighted share of two sets of words that is common to both (Dice), from 0 to 1."""
        both = self.total(one) + self.total(two)
        return 2 * self.total(one & two) / both if both else 0.0

    def telling(self, one: frozenset[str], two: frozenset[str], enough: float) -> float:
        """Likeness, less where what is shared weighs little: "a majority of respondents"."""
        both = self.total(one) + self.total(two)
        shared = self.total(one & two)
        return 2 * shared / both * min(1.0, shared / enough) if both else 0.0


def dice(one: frozenset[str], two: frozenset[str]) -> float:
    """The share of two sets of words that is common to both, from 0 to 1."""
    return 2 * len(one & two) / (len(one) + len(two) or 1)


_SHORT_FORM: Final = re.compile(r"\(([A-Z][A-Za-z]{0,6}[A-Z])s?\)")
_AHEAD: Final = 90  # characters before a short form that hold what it stands for


def expansions(texts: Iterable[str]) -> dict[str, frozenset[str]]:
    """What the short forms of some texts stand for, by their roots.

    A short form is explained where it stands in brackets behind words with its initials; one that
    is explained in two ways is left alone.

    >>> expansions(["The Coast Rescue Service (CRS) has 40 boats."])["crs"] == content(
    ...     "coast rescue service"
    ... )
    True
    """
    found: dict[str, frozenset[str] | None] = {}
    for text in texts:
        for match in _SHORT_FORM.finditer(text):
            words = _spelled(match[1], text[max(0, match.start() - _AHEAD) : match.start()])
            if words:
                key = _base(match[1])
                found[key] = words if found.get(key, words) == words else None
    return {key: words for key, words in found.items() if words}


def _spelled(short: str, before: str) -> frozenset[str]:
    """The words right before a short form that have its letters as initials, in order."""
    words = [part for token in tokens(before) for part in token.text.split("-") if part]
    letters = list(short.casefold())
    taken: list[str] = []
    while letters and words:
        word = words.pop()
        if word.casefold().startswith(letters[-1]):
            letters.pop()
        elif word.casefold() not in FUNCTION_WORDS:
            return frozenset()
        taken.append(word)
    return content(" ".join(taken)) if not letters else frozenset()
