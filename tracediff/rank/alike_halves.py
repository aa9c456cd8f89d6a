"""What tells the matter of two statements in, how alike they are out, rarest words first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import fsum
from typing import Final, NamedTuple

from tracediff.rank.figures import Given
from tracediff.rank.rarity import Rarity, Telling
from tracediff.settings import Ranking

_PAIRED: Final = 60  # places of one word that are looked at; a commoner one tells nothing


class _Index(NamedTuple):
    """The places at which each wanted word is told, those of them that are told at too many, and
    how much all words of each place tell together."""

    places: Mapping[str, Sequence[int]]
    common: frozenset[str]
    weights: Mapping[int, float]


def index_of_words(texts: Iterable[str], wanted: set[str] | frozenset[str], rare: Rarity) -> _Index:
    """The places at which each wanted word is told; a commoner one tells nothing."""
    index: defaultdict[str, list[int]] = defaultdict(list)
    told = list(texts)
    for at, text in enumerate(told):
        for word in wanted.intersection(rare.said(text)):
            index[word].append(at)
    places = {word: places for word, places in index.items() if len(places) <= _PAIRED}
    return _Index(places, frozenset(index.keys() - places.keys()), _Weights(told, rare))


class _Weights(dict[int, float]):
    """How much all words of each of some texts tell together, added up when it is asked for."""

    def __init__(self, texts: Sequence[str], rare: Rarity) -> None:
        super().__init__()
        self.texts, self.rare = texts, rare

    def __missing__(self, at: int) -> float:
        found = self[at] = fsum(map(self.rare.weights.__getitem__, self.rare.words(self.texts[at])))
        return found


def places_sharing(
    own: Telling, index: _Index, rare: Rarity, least: Sequence[float] | None = None
) -> list[int]:
    """The places of those that share a word, and may be as alike as ``least`` says of each.

    A place shares at most the words that are told there and all common ones.
    """
    shared: defaultdict[int, float] = defaultdict(float)
    for word in own.words:
        for at in index.places.get(word, ()):
            shared[at] += rare.weights[word]
    if least is None:
        return sorted(shared)
    common = fsum(rare.weights[word] for word in own.words & index.common)
    return sorted(
        at
        for at, weight in shared.items()
        if (weight + common) * _ROUNDING >= least[at] * min(own.weight, index.weights[at])
    )


_ROUNDING: Final = 1.000001  # sums of weights in another order differ by less


def lowest_likeness(settings: Ranking) -> float:
    """How alike two halves must be at least, whatever they share."""
    return min(settings.half, settings.half_alone, settings.half_elsewhere, settings.half_whole)


def likeness_of(
    own: Telling,
    other: Telling,
    rare: Rarity,
    settings: Ranking,
    *,
    at_home: bool,
    given: tuple[Given, Given] = (Given(), Given()),
) -> float:
    """How alike two halves are, 0 where they are of two matters: too little alike, or apart.

    Halves that are alike in their figures may be less alike in their words.
    """
    alike = rare.likeness(own, other)
    if (
        alike >= lowest_likeness(settings)
        and alike >= _least(own, other, rare, settings, at_home=at_home)
        and not own.apart(other)
    ):
        return alike
    return alike if alike >= given[0].least(given[1], (own, other), rare, settings) else 0.0


def _least(one: Telling, two: Telling, rare: Rarity, settings: Ranking, *, at_home: bool) -> float:
    """How alike two halves must be; less where a word of both stands in no other sentence, or a
    phrase in hardly another."""
    words = one.words & two.words
    shared = len(words)
    if shared >= settings.half_words and not rare.alone.isdisjoint(words):
        return settings.half_alone
    if shared >= settings.half_phrased and rare.share_a_phrase(one, two):
        return settings.half
    if shared >= settings.half_words + (not at_home):
        return settings.half if at_home else settings.half_elsewhere
    return settings.half_whole if at_home and shared > 1 else _NEVER


_NEVER: Final = 2.0  # no likeness is as high
