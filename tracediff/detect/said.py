"""What one edition says, by its words: how much of a statement stands anywhere in it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import chain
from math import fsum, log
from operator import itemgetter
from typing import Final

from tracediff.detect.couples import by_sentence
from tracediff.model import BlockKind, Claim, Comparison, Edition
from tracediff.text.words import root

Words = frozenset[str]

_COMMON = 150  # sentences; a word in more of them leads to too many to be a lead
_LEADING = 5  # sentences that share the most rare words are weighed with all their words


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of one edition by their words, weighed by how rare a word is in both.

    ``lines`` are its headings and the rows of its tables, each with its words, ``lined`` the lines
    that hold a word.
    """

    claims: Mapping[int, tuple[Claim, ...]]
    sentences: Mapping[int, Words]
    held: Words
    weights: Mapping[str, float]
    postings: Mapping[str, Sequence[int]]
    lines: tuple[tuple[str, Words], ...]
    lined: Mapping[str, Sequence[int]]

    def share(self, words: Words, among: Words) -> float:
        """How much of what the words weigh stands among others, from 0 to 1."""
        total = self._weight(words)
        return self._weight(words & among) / total if total else 1.0

    def _weight(self, words: Words) -> float:
        weight = self.weights.get
        return fsum([weight(word, 0.0) for word in words])  # whatever the order of a set

    def unheard(self, words: Words) -> float:
        """The share of what the words weigh that the whole edition never says."""
        return 1.0 - self.share(words, self.held)

    def nearest(self, words: Words) -> tuple[tuple[float, int], ...]:
        """The sentences that hold the most of what the words weigh, best first: how much, which."""
        held: defaultdict[int, float] = defaultdict(float)
        for word in sorted(words):
            places = self.postings.get(word, ())
            if len(places) <= _COMMON:
                weight = self.weights[word]
                for index in places:
                    held[index] += weight
        leading = nlargest(_LEADING, held.items(), key=itemgetter(1))
        total = self._weight(words) or 1.0
        scored = [
            (-self._weight(words & self.sentences[index]) / total, index) for index, _ in leading
        ]
        return tuple((-share, index) for share, index in sorted(scored))

    def halves(self, words: Words) -> Iterator[tuple[str, Words]]:
        """The headings and rows that hold at least half of some words."""
        held = Counter(chain.from_iterable(self.lined.get(word, ()) for word in words))
        return (self.lines[at] for at, count in held.items() if 2 * count >= len(words))

    def about(self, words: Words) -> Iterator[Claim]:
        """The claims of the sentences that hold one of the two rarest of the words."""
        known = sorted(words & self.held, key=lambda word: (-self.weights[word], word))
        for index in sorted({i for word in known[:2] for i in self.postings[word]}):
            yield from self.claims[index]


def both_said(comparison: Comparison) -> tuple[Said, Said]:
    """What the old and what the new edition says, by words weighed alike: rare words count more.

    The weight is the inverse document frequency, log(1 + sentences / sentences with the word).
    """
    claims = by_sentence(comparison.old), by_sentence(comparison.new)
    sides = [words_by_sentence(held) for held in claims]
    counts = Counter(chain.from_iterable(chain.from_iterable(side.values() for side in sides)))
    total = len(comparison.old.edition.sentences) + len(comparison.new.edition.sentences)
    weights = {word: log(1 + total / count) for word, count in counts.items()}
    old, new = (_lines(reading.edition) for reading in (comparison.old, comparison.new))
    return _said(claims[0], sides[0], weights, old), _said(claims[1], sides[1], weights, new)


def _lines(edition: Edition) -> tuple[tuple[str, Words], ...]:
    """The headings and the rows of an edition, each with its content words."""
    rows = (s.text for s in edition.sentences if s.kind is BlockKind.TABLE)
    heads = (section.title for section in edition.sections)
    return tuple((line, frozenset(map(root, _WORD.findall(line)))) for line in chain(heads, rows))


_WORD: Final = re.compile(r"[^\W\d_]+")


def words_by_sentence(claims: Mapping[int, tuple[Claim, ...]]) -> dict[int, Words]:
    """The content words of each sentence of an edition."""
    return {
        index: held[0].words if len(held) == 1 else frozenset().union(*(c.words for c in held))
        for index, held in claims.items()
    }


def _said(
    claims: Mapping[int, tuple[Claim, ...]],
    sentences: Mapping[int, Words],
    weights: Mapping[str, float],
    lines: tuple[tuple[str, Words], ...],
) -> Said:
    postings = _by_word(sentences.items())
    lined = _by_word((at, words) for at, (_, words) in enumerate(lines))
    return Said(claims, sentences, frozenset(postings), weights, postings, lines, lined)


def _by_word(held: Iterable[tuple[int, Words]]) -> dict[str, list[int]]:
    """The places of words, from the words at each place."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in held:
        for word in words:
            found[word].append(index)
    return dict(found)
