"""Sentences without a partner, of which the newer says what was so last year: links in, links out.

"79 offices did not know it, compared to 41 percent last year" shares few words with "102 offices
(41%) did not know how many late permits they had issued", and many others share as many. That the
new edition gives the very figure of the old sentence, of the same thing, tells it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import fsum, log
from typing import Final

from tracediff.align.matching import best_first
from tracediff.align.order import likeness
from tracediff.ledger.recalls import Recalls
from tracediff.model import Alignment, Edition, Link, Reading, Side
from tracediff.settings import Aligning
from tracediff.text.words import FUNCTION_WORDS, TOKEN, root

_Pair = tuple[int, int]


def recalled(alignment: Alignment, old: Reading, new: Reading, settings: Aligning) -> Alignment:
    """The alignment, with sentences linked whose figure of last year stands in both editions.

    Those are looked at that no link holds, or that are only loosely linked, and of them what is
    likest both ways is linked, if it is liker than what either was linked with; what contradicts
    its link is not liker. What is left over of a link that was taken apart is gone, or new.
    """
    recalls = Recalls(old, new)
    if not recalls.recalled:
        return alignment
    judge = _Judge(recalls, old.edition, new.edition)
    links = alignment.links
    loose = {at for at, link in enumerate(links) if _is_loose(link, settings)}
    held = {
        (side, _side(links[at], side)[0]): at
        for at in loose
        for side in Side
        if _side(links[at], side)
    }
    free = {side: {own for one, own in held if one is side} for side in Side}
    alike = {
        (o, n): likeness
        for (o, n), likeness in judge.candidates(free, settings)
        if all(likeness > judge.of_link(links[held[one]]) for one in ((Side.OLD, o), (Side.NEW, n)))
    }
    chosen = best_first(alike, settings.recalled)
    if not chosen:
        return alignment
    partner = {n: o for o, n in chosen}
    apart = {held[Side.OLD, o] for o, _ in chosen} | {held[Side.NEW, n] for _, n in chosen}
    taken = frozenset(partner.values())
    told = [
        one
        for at, link in enumerate(links)
        for one in (_anew(link, partner, taken, judge) if at in apart else (link,))
    ]
    return replace(alignment, links=tuple(told))


def _is_loose(link: Link, settings: Aligning) -> bool:
    """Whether a link holds one sentence alone, or two that are little alike."""
    if not link.old or not link.new:
        return True
    return len(link.old) == len(link.new) == 1 and link.similarity < settings.recalled_loose


def _anew(
    link: Link, partner: Mapping[int, int], taken: frozenset[int], judge: _Judge
) -> Iterator[Link]:
    """What becomes of a link that was taken apart, in the order of the new edition."""
    for n in link.new:
        yield judge.link(partner[n], n) if n in partner else Link((), (n,))
    for o in link.old:
        if o not in taken:
            yield Link((o,), ())


def _side(link: Link, side: Side) -> tuple[int, ...]:
    return link.old if side is Side.OLD else link.new


class _Judge:
    """How much two sentences share, by the words of both and the names that they stand under."""

    def __init__(self, recalls: Recalls, old: Edition, new: Edition) -> None:
        self._recalls = recalls
        self._texts = {Side.OLD: old.sentences, Side.NEW: new.sentences}
        known: dict[str, frozenset[str]] = {}  # most sentences stand in both editions
        self._said = {Side.OLD: _said(old, known), Side.NEW: _said(new, known)}
        self._weights = _weights(chain.from_iterable(self._said.values()))

    def candidates(
        self, free: Mapping[Side, set[int]], settings: Aligning
    ) -> Iterator[tuple[_Pair, float]]:
        """The pairs of free sentences that give one figure of last year, and what they share."""
        giving: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
        for o in sorted(free[Side.OLD]):
            given = self._recalls.given.get(o, frozenset())
            if len(given) <= settings.recalled_among:
                for value in given:
                    giving[value].append(o)
        for n in sorted(free[Side.NEW] & self._recalls.recalled.keys()):
            values = self._recalls.recalled[n]
            for o in sorted({o for value in values for o in giving.get(value, ())}):
                if not self._recalls.contradict(o, n):
                    shared, share = self._shared(o, n)
                    if len(shared) >= settings.recalled_words:
                        yield (o, n), share

    def of_link(self, link: Link) -> float:
        """How much the two sentences of a link share; nothing where they contradict it."""
        if not (link.old and link.new) or self._recalls.contradict(link.old[0], link.new[0]):
            return 0.0
        return self._shared(link.old[0], link.new[0])[1]

    def _shared(self, o: int, n: int) -> tuple[frozenset[str], float]:
        """The words that both say or stand under, and their weight in that of the lighter one."""
        one, two = self._said[Side.OLD][o], self._said[Side.NEW][n]
        under = self._recalls.heading(Side.OLD, o), self._recalls.heading(Side.NEW, n)
        shared = (one | under[0]) & (two | under[1])
        lighter = min(self._weigh(one), self._weigh(two))
        return shared, self._weigh(shared) / lighter if lighter else 0.0

    def _weigh(self, words: frozenset[str]) -> float:
        return fsum(self._weights.get(word, 0.0) for word in words)

    def link(self, o: int, n: int) -> Link:
        """Two sentences side by side."""
        codes: dict[str, str] = {}
        old, new = (
            "".join(
                codes.setdefault(w.casefold(), chr(len(codes) + 0x100)) for w in TOKEN.findall(t)
            )
            for t in (self._texts[Side.OLD][o].text, self._texts[Side.NEW][n].text)
        )
        why = "the new sentence gives the figure of the old one again, as that of last year"
        return Link((o,), (n,), likeness(old, new), False, (why,))


def _said(edition: Edition, known: dict[str, frozenset[str]]) -> list[frozenset[str]]:
    """The roots of the words of each sentence; those of a text are ``known`` from then on."""
    for sentence in edition.sentences:
        if sentence.text not in known:
            found = filter(None, map(_root_of, TOKEN.findall(sentence.text)))
            known[sentence.text] = frozenset(found)
    return [known[sentence.text] for sentence in edition.sentences]


@lru_cache(maxsize=65536)
def _root_of(token: str) -> str:
    """The root of a word of substance; "" for others, and for numbers and marks."""
    low = token.casefold()
    idle = not low[0].isalpha() or low in FUNCTION_WORDS or low in _COMPARING
    return "" if idle else root(low)


_COMPARING: Final = frozenset("compared last year previous from to than up down".split())


def _weights(said: Iterable[frozenset[str]]) -> dict[str, float]:
    """How much each root tells: the more, the fewer sentences hold it."""
    sentences = tuple(said)
    count = Counter(chain.from_iterable(sentences))
    return {word: log(1 + len(sentences) / times) for word, times in count.items()}
