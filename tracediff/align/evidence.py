"""How much two sentences look like two versions of one: the evidence, and its name."""

from __future__ import annotations

from typing import NamedTuple

from rapidfuzz.distance import Indel

from tracediff.align.texts import Texts


class Evidence(NamedTuple):
    """What speaks for a pair, each from 0 to 1.

    ``overlap`` is twice the weight of the shared stems over the weight of both; ``inside`` the
    larger share of one side's weight that the other side holds; ``order`` the likeness of the two
    word sequences.
    """

    overlap: float
    inside: float
    order: float
    shared: float

    @property
    def score(self) -> float:
        """The evidence together."""
        return 0.4 * self.overlap + 0.25 * self.inside + 0.35 * self.order


class Judge:
    """Gathers evidence for pairs of one alignment, remembering each sentence's words."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self._old: dict[int, tuple[frozenset[str], float]] = {}
        self._new: dict[int, tuple[frozenset[str], float]] = {}

    def __call__(self, old: int, new: int) -> Evidence:
        """The evidence for one pair."""
        texts = self.texts
        left, left_weight = self._bag(self._old, texts.old.codes, old)
        right, right_weight = self._bag(self._new, texts.new.codes, new)
        weights = texts.weights
        shared = sum([weights[c] for c in left & right])
        if not shared:
            return _NOTHING
        return Evidence(
            2 * shared / (left_weight + right_weight),
            shared / min(left_weight, right_weight),
            Indel.normalized_similarity(texts.old.codes[old], texts.new.codes[new]),
            shared,
        )

    def _bag(
        self, known: dict[int, tuple[frozenset[str], float]], codes: tuple[str, ...], at: int
    ) -> tuple[frozenset[str], float]:
        bag = known.get(at)
        if bag is None:
            stems = frozenset(codes[at])
            weights = self.texts.weights
            bag = known[at] = stems, sum([weights[c] for c in stems])
        return bag


_NOTHING = Evidence(0.0, 0.0, 0.0, 0.0)
