"""What one edition says, by its words: how much of a statement stands anywhere in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log

from tracediff.model import Claim, Comparison, Reading

Words = frozenset[str]


@dataclass(frozen=True, slots=True)
class Said:
    """The sentences of one edition by their words, weighed by how rare a word is in both."""

    claims: tuple[Claim, ...]
    held: Words
    weights: Mapping[str, float]
    postings: Mapping[str, tuple[int, ...]]

    def share(self, words: Words, among: Words) -> float:
        """How much of what the words weigh stands among others, from 0 to 1."""
        total = sum(self.weights.get(word, 0.0) for word in words)
        return sum(self.weights.get(w, 0.0) for w in words & among) / total if total else 1.0

    def unheard(self, words: Words) -> float:
        """The share of what the words weigh that the whole edition never says."""
        return 1.0 - self.share(words, self.held)

    def nearest(self, words: Words) -> tuple[float, int]:
        """How much of what the words weigh one sentence holds, at best, and which sentence."""
        total = sum(self.weights.get(word, 0.0) for word in words)
        held: defaultdict[int, float] = defaultdict(float)
        for word in sorted(words):
            weight = self.weights.get(word, 0.0)
            for index in self.postings.get(word, ()):
                held[index] += weight
        best, index = max(((w, -i) for i, w in held.items()), default=(0.0, 0))
        return (best / total if total else 1.0), -index


def both_said(comparison: Comparison) -> tuple[Said, Said]:
    """What the old and what the new edition says, by words weighed alike: rare words count more.

    The weight is the inverse document frequency, log(1 + sentences / sentences with the word).
    """
    sides = words_by_sentence(comparison.old), words_by_sentence(comparison.new)
    counts = Counter(word for side in sides for held in side.values() for word in held)
    total = len(comparison.old.edition.sentences) + len(comparison.new.edition.sentences)
    weights = {word: log(1 + total / count) for word, count in counts.items()}
    return _said(comparison.old, sides[0], weights), _said(comparison.new, sides[1], weights)


def words_by_sentence(reading: Reading) -> dict[int, Words]:
    """The content words of each sentence of an edition."""
    held: defaultdict[int, set[str]] = defaultdict(set)
    for claim in reading.claims:
        held[claim.sentence] |= claim.words
    return {index: frozenset(words) for index, words in held.items()}


def _said(reading: Reading, sentences: Mapping[int, Words], weights: Mapping[str, float]) -> Said:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, words in sentences.items():
        for word in words:
            postings[word].append(index)
    return Said(
        reading.claims,
        frozenset(postings),
        weights,
        {word: tuple(indexes) for word, indexes in postings.items()},
    )
