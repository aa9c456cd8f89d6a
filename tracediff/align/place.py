"""What the place of a pair says: its neighbours' links, its order, its section."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from typing import NamedTuple

from tracediff.align.evidence import Words
from tracediff.align.order import backbone
from tracediff.align.texts import Pair, Texts
from tracediff.settings import Aligning


class Place(NamedTuple):
    """What the place of a pair says, each from 0 to 1.

    ``before`` and ``after`` say how surely sentences just before and after answer to each other;
    ``forward`` is 1 where the pair keeps the order of the sure pairs, else the share of them that
    do not keep it either; ``section`` says how alike the headings are; ``close`` falls with the
    distance from where the sure pairs around it would put the counterpart.
    """

    before: float
    after: float
    forward: float
    section: float
    close: float

    def odds(self, settings: Aligning) -> float:
        """The log odds that the place adds."""
        return (
            settings.before * self.before
            + settings.after * self.after
            + settings.forward * self.forward
            + settings.section * self.section
            + settings.close * self.close
        )


class Evidence(NamedTuple):
    """All that speaks for and against one pair, and the log odds that follow.

    ``said`` are the log odds by the words alone; ``old_rival`` and ``new_rival`` say how much more
    alike the best other partner of either is.
    """

    words: Words
    said: float
    old_rival: float
    new_rival: float
    place: Place | None
    odds: float

    @classmethod
    def of(cls, words: Words, old_rival: float, new_rival: float, settings: Aligning) -> Evidence:
        """The evidence of the words, before the place is known."""
        said = words.odds(settings)
        odds = said - settings.rival * (old_rival + new_rival)
        return cls(words, said, old_rival, new_rival, None, odds)

    def fair(self, settings: Aligning, slack: float = 0.0) -> bool:
        """Whether the words are not hopeless once the best rival of one of the two is left aside.

        That one may be a part of what its rival says.
        """
        odds = self.said - settings.rival * min(self.old_rival, self.new_rival)
        return odds >= settings.hopeless - slack

    def at(self, place: Place, settings: Aligning) -> Evidence:
        """The same evidence with what the place says."""
        odds = self.said - settings.rival * (self.old_rival + self.new_rival)
        adrift = self.words.vague * (1 - self.words.tally) * (1 - max(place.before, place.after))
        return self._replace(
            place=place, odds=odds + place.odds(settings) - settings.adrift * adrift
        )


class Map:
    """Where the pairs that are sure stand, for asking what the place of another pair says."""

    def __init__(
        self, texts: Texts, sure: Mapping[Pair, float], likely: Mapping[Pair, float]
    ) -> None:
        """Take the sure pairs, one a sentence, and how likely any pair is."""
        self.texts = texts
        self.likely = likely
        self.ends = (len(texts.old), len(texts.new))
        weights = {
            (o, n): 1 + int(10 * likelihood * len(texts.old.codes[o]))
            for (o, n), likelihood in sure.items()
        }
        self.chain = backbone([(*pair, weights[pair]) for pair in sorted(sure)])
        kept = sum(weights[pair] for pair in self.chain)
        self.loose = 1 - kept / sum(weights.values()) if weights else 0.0
        self.olds = [o for o, _ in self.chain]

    def __call__(self, pair: Pair) -> Place:
        """What the place of one pair says."""
        old, new = pair
        at = bisect_left(self.olds, old)
        last = self.chain[at - 1] if at else (-1, -1)
        at += at < len(self.olds) and self.olds[at] == old
        following = self.chain[at] if at < len(self.olds) else self.ends
        forward = last[1] < new < following[1]
        sides = self.texts
        kin = sides.kin.get((sides.old.sections[old], sides.new.sections[new]), 0.0)
        return Place(
            self._near(old, new, -1),
            self._near(old, new, 1),
            1.0 if forward else self.loose,
            kin,
            max(self.loose, _closeness(pair, last, following)),
        )

    def _near(self, old: int, new: int, sign: int) -> float:
        """How surely the nearest sentences on one side of a pair answer to each other."""
        likely = self.likely
        best = 0.0
        for i, j, weight in _NEAR:
            if best >= weight:
                break
            found = likely.get((old + sign * i, new + sign * j))
            if found and weight * found > best:
                best = weight * found
        if best < 1:
            left = old if sign < 0 else self.ends[0] - 1 - old
            right = new if sign < 0 else self.ends[1] - 1 - new
            if not left or not right:  # the edge of an edition is a neighbour too
                best = max(best, _EDGE[min(max(left, right), len(_EDGE) - 1)])
        return best


def _closeness(pair: Pair, last: Pair, following: Pair) -> float:
    """How close a pair stands to the line from the sure pair before it to the one after it.

    >>> _closeness((5, 5), (0, 0), (10, 10)), _closeness((5, 13), (0, 0), (10, 10))
    (1.0, 0.5)
    """
    share = (pair[0] - last[0]) / (following[0] - last[0])
    away = abs(last[1] + share * (following[1] - last[1]) - pair[1])
    return 1 / (1 + away / _FAR)


_FAR = 8  # sentences: a long paragraph away counts half
_NEAR = (
    (1, 1, 1.0), (1, 2, 0.8), (2, 1, 0.8), (2, 2, 0.7),
    (1, 3, 0.5), (3, 1, 0.5), (2, 3, 0.5), (3, 2, 0.5), (3, 3, 0.4),
)  # fmt: skip
_EDGE = (1.0, 0.8, 0.6, 0.3)
