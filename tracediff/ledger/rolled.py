"""Statements that an edition makes of one year after the other: which goes on from which.

"In 2021 the fund lost 7 crowns", "In 2020 it lost 5", "In 2019 it lost 9": a year later the last is
gone, and one of 2022 is new. It goes on from that of 2021, which both editions have word for word.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTHS
from tracediff.model import Alignment, BlockKind, Edition, LinkKind, Sentence
from tracediff.text.words import root

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_MONTHS: Final = frozenset(map(str.casefold, MONTHS))
_ALIKE: Final = 0.75  # of the words of two statements, figures and months aside (Dice)
_SAYS: Final = 4  # words that a statement has at least
_PROSE: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


class _Yearly(NamedTuple):
    """A sentence that names a year: its place, the latest year, and its other words."""

    sentence: int
    year: int
    words: frozenset[str]

    def like(self, other: _Yearly) -> bool:
        """Whether both say the same of their years."""
        both = len(self.words) + len(other.words)
        return 2 * len(self.words & other.words) >= _ALIKE * both


def rolled_on(old: Edition, new: Edition, alignment: Alignment) -> Iterator[tuple[int, int]]:
    """New sentences, each with the old one of the year before that still stands: (old, new)."""
    kept = _kept(alignment)
    homes = _by_section(new, (n for n in kept.values()))
    back = {n: o for o, n in kept.items()}
    added = (n for k in alignment.links if k.kind is LinkKind.ADDED for n in k.new)
    for own in _yearly(new, added):
        earlier = [
            other
            for other in homes.get(new.sentences[own.sentence].section, ())
            if other.year < own.year and own.like(other)
        ]
        if earlier:
            yield back[max(earlier, key=lambda o: (o.year, -o.sentence)).sentence], own.sentence


def rolled_off(old: Edition, alignment: Alignment) -> frozenset[int]:
    """The old sentences of which the same is said of a later year, and still stands."""
    homes = _by_section(old, _kept(alignment))
    gone = (o for k in alignment.links if k.kind is LinkKind.REMOVED for o in k.old)
    return frozenset(
        own.sentence
        for own in _yearly(old, gone)
        if any(
            other.year > own.year and own.like(other)
            for other in homes.get(old.sentences[own.sentence].section, ())
        )
    )


def _kept(alignment: Alignment) -> dict[int, int]:
    """The sentences that stand word for word: where in the new edition each old one stands."""
    return {
        link.old[0]: link.new[0]
        for link in alignment.links
        if link.kind is LinkKind.KEPT and len(link.old) == len(link.new) == 1
    }


def _by_section(edition: Edition, places: Iterable[int]) -> dict[int, list[_Yearly]]:
    found: defaultdict[int, list[_Yearly]] = defaultdict(list)
    for one in _yearly(edition, places):
        found[edition.sentences[one.sentence].section].append(one)
    return found


def _yearly(edition: Edition, places: Iterable[int]) -> Iterator[_Yearly]:
    """Those of some sentences of prose that name a year and say something of it."""
    for at in places:
        sentence = edition.sentences[at]
        dated = sentence.kind in _PROSE and ("19" in sentence.text or "20" in sentence.text)
        years = _YEAR.findall(sentence.text) if dated else ()
        words = _words(sentence) if years else frozenset[str]()
        if len(words) >= _SAYS:
            yield _Yearly(at, max(map(int, years)), words)


def _words(sentence: Sentence) -> frozenset[str]:
    found = (word.casefold() for word in _WORD.findall(sentence.text))
    return frozenset(root(word) for word in found if word not in _MONTHS)
