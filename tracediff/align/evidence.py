"""How much two sentences look like two versions of one: the evidence, weighed as log odds.

Each piece of evidence adds to the log odds that the pair belongs together (Fellegi and Sunter,
"A theory for record linkage", 1969). The words come first; the place is judged once the pairs that
the words make sure of are known.
"""

from __future__ import annotations

from itertools import islice
from math import fsum, tanh
from typing import NamedTuple

from tracediff.align.order import likeness
from tracediff.align.sayings import Said, other_source, said, same_tally
from tracediff.align.texts import Side, Texts
from tracediff.settings import Aligning


class Words(NamedTuple):
    """What the words of a pair say, each from 0 to 1.

    ``overlap`` is the weight of the shared words over the mean weight of the two sentences;
    ``inside`` the share of the shorter one that the other holds, ``covers`` of the longer;
    ``order`` the likeness of the two word sequences; ``amount`` how much is shared in absolute
    terms, ``rarest`` the weight of the rarest shared word; ``names`` the names shared and ``clash``
    those that each has and the other lacks; ``vague`` is 1 where both give figures, none the same,
    and no name is shared: such a sentence may tell of any event. ``frame`` tells how rare the words
    are that lead to a figure and follow it in both, where both meet ("inspected 412 old quarries",
    "inspecting 398 quarries"): the same measure with another value, unless the pair is vague.
    ``tally`` is 1 where both say who reported how many of the same thing in the same words, which
    no two events have in common, and less where one of them withholds the number; ``source`` is 1
    where both say that somebody reports, and not the same one.
    """

    overlap: float
    inside: float
    covers: float
    order: float
    amount: float
    rarest: float
    names: float
    clash: float
    vague: float
    frame: float
    tally: float
    source: float

    @property
    def likeness(self) -> float:
        """One number for ranking the rivals of a pair."""
        return 0.4 * self.overlap + 0.25 * self.inside + 0.35 * self.order

    def odds(self, settings: Aligning) -> float:
        """The log odds by the words alone, rivals aside."""
        return (
            settings.prior
            + settings.overlap * self.overlap
            + settings.inside * self.inside
            + settings.covers * self.covers
            + settings.order * self.order
            + settings.verbatim * max(0.0, self.order - _NEARLY) / (1 - _NEARLY) * self.amount
            + settings.amount * self.amount
            + settings.rarest * self.rarest
            + settings.names * self.names
            - settings.clash * self.clash
            + settings.frame * self.frame
            + settings.tally * self.tally
            - settings.source * self.source
        )


_NEARLY = 0.7  # likeness of the word sequences from which on it is hardly chance


Frame = tuple[frozenset[str], frozenset[str]]
"""The telling words just before a figure and just after it."""

_FRAME = 3  # words on either side: "reported identifying about 673 adult trafficking victims"
_MOST_FRAMES = 64  # of one sentence; a longer list is told by its other words


class Bag(NamedTuple):
    """A sentence as a set of words with its whole weight."""

    words: frozenset[str]
    names: frozenset[str]
    figures: frozenset[str]
    weight: float
    frames: tuple[Frame, ...]
    said: Said


class Judge:
    """Compares the words of pairs of one alignment, remembering each sentence's set.

    Weights are added with ``fsum``: sets come in any order, and the sum must not depend on it.
    """

    def __init__(self, texts: Texts) -> None:
        """Start with no sentence remembered."""
        self.texts = texts
        self._dull = texts.plain | texts.figures
        self._old: dict[int, Bag] = {}
        self._new: dict[int, Bag] = {}

    def __call__(self, old: int, new: int) -> Words | None:
        """What the words of a pair say; nothing where they share no word."""
        texts = self.texts
        left = self._old.get(old) or self._bag(self._old, texts.old, old)
        right = self._new.get(new) or self._bag(self._new, texts.new, new)
        weights = texts.weights
        common = [weights[c] for c in left.words & right.words]
        if not common:
            return None
        shared = fsum(common)
        left_names, right_names = left.names - right.words, right.names - left.words
        clash = 0.0
        if left_names and right_names:
            clash = min(self._weigh(left_names), self._weigh(right_names))
        names = left.names & right.names
        vague = (
            bool(left.figures)
            and bool(right.figures)
            and not left.figures & right.figures
            and not names
        )
        return Words(
            2 * shared / (left.weight + right.weight),
            shared / min(left.weight, right.weight),
            shared / max(left.weight, right.weight),
            likeness(texts.old.codes[old], texts.new.codes[new]),
            tanh(shared / 4),
            max(common),
            tanh(self._weigh(names) / 2),
            tanh(clash / 2),
            vague,
            0.0 if vague else self._frame(left, right) * (1 - tanh(clash / 2)),
            same_tally(left.said, right.said),
            other_source(left.said, right.said),
        )

    def _frame(self, left: Bag, right: Bag) -> float:
        best = 0.0
        for led, counted in left.frames:
            for leads, counts in right.frames:
                if led & leads and counted & counts:
                    best = max(best, self._weigh(led & leads) + self._weigh(counted & counts))
        return tanh(best)

    def _weigh(self, words: frozenset[str]) -> float:
        weights = self.texts.weights
        return fsum([weights[c] for c in words]) if words else 0.0

    def _bag(self, known: dict[int, Bag], side: Side, at: int) -> Bag:
        words = frozenset(side.codes[at])
        bag = known[at] = Bag(
            words,
            words & self.texts.names,
            words & self.texts.figures,
            self._weigh(words),
            self._frames(side.codes[at]),
            said(self.texts, side.codes[at]),
        )
        return bag

    def _frames(self, code: str) -> tuple[Frame, ...]:
        counts, dull = self.texts.counts, self._dull
        frames = (
            (
                frozenset(code[max(0, at - _FRAME) : at]) - dull,
                frozenset(code[at + 1 : at + 1 + _FRAME]) - dull,
            )
            for at, c in enumerate(code)
            if c in counts
        )
        return tuple(islice((frame for frame in frames if all(frame)), _MOST_FRAMES))
