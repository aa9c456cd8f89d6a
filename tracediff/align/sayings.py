"""What a sentence says beyond its words: phrases, who reports, and how many of what.

Two telling words that stand next to each other are rarer than either; a report about a number
("the agency reported freeing 412 workers") comes again each year with another number.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, pairwise
from math import fsum, log
from typing import NamedTuple

from tracediff.align.texts import Side, Texts
from tracediff.lexicon.cues import EVENTS, ITSELF
from tracediff.lexicon.syntax import COMPARISONS

Tally = tuple[frozenset[str], str, bool]
"""The telling words that lead to a figure, a verb of reporting among them, what it counts, and
whether a number is given, not "any" or "no"."""


class Said(NamedTuple):
    """The tallies of a sentence, and who reports: the words before its verbs of reporting.

    Names are no sources: one edition gives in letters what the other spells out.
    """

    tallies: tuple[Tally, ...]
    sources: frozenset[str]


def said(texts: Texts, code: str) -> Said:
    """What a coded sentence says of who reports how many of what."""
    if texts.saying.isdisjoint(code):
        return _NOTHING
    return Said(tuple(_tallies(texts, code)), frozenset(_sources(texts, code)) - texts.names)


_NOTHING = Said((), frozenset())


def phrase_weights(kinds: Sequence[frozenset[str]]) -> dict[str, float]:
    """How rare each phrase of some sentences is among them, from 0 to 1."""
    count: Counter[str] = Counter()
    for kind in kinds:
        count.update(kind)
    top = log(3 + len(kinds))
    return {phrase: log(1 + (len(kinds) + 2) / n) / top for phrase, n in count.items()}


def phrases(texts: Texts, code: str) -> frozenset[str]:
    """The telling words of a coded sentence two by two, as they follow each other.

    The order is left aside: "referral of victims" is "victim referrals". A figure stands in a
    phrase as a figure, whatever its value.
    """
    counts, plain = texts.counts, texts.plain
    telling = [_FIGURE if c in counts else c for c in code if c not in plain]
    return frozenset(a + b if a < b else b + a for a, b in pairwise(telling) if a != b)


_FIGURE = "#"  # no word is coded by a mark


def _tallies(texts: Texts, code: str) -> Iterator[Tally]:
    for at, c in enumerate(code):
        if c in texts.counts or c in texts.whichever:
            leads = frozenset(code[max(0, at - _LEAD) : at]) - texts.plain - texts.figures
            counted = _counted(texts, code[at + 1 : at + 1 + _COUNTED])
            if counted and leads & texts.saying:
                yield leads, counted, c in texts.counts


_LEAD = 10  # words: "did not report handing papers that allow them ashore to any"
_COUNTED = 6  # words: "412 adult migrant workers", "12 cases of forced labour"


def _counted(texts: Texts, code: str) -> str:
    """The noun that a figure counts, the last of the telling words behind it, and of what."""
    end = next((at for at, c in enumerate(code) if c in texts.plain), len(code))
    head = code[end - 1 : end]
    if code[end : end + 1] == texts.of:
        head += "".join(c for c in code[end + 1 :] if c not in texts.plain)
    return head


def same_tally(old: Said, new: Said) -> float:
    """1 where both report a number of the same thing in the same words, less where one has none."""
    if not (old.tallies and new.tallies):
        return 0.0
    return max(
        (
            1.0 if number and numbers else _WITHHELD
            for led, counted, number in old.tallies
            for leads, counts, numbers in new.tallies
            if len(led & leads) >= _ALIKE and _same_thing(counted, counts)
        ),
        default=0.0,
    )


_WITHHELD = 0.8  # who withholds a number may speak of others than who gives one
_ALIKE = 2  # words: that somebody reports, and what was done


def _same_thing(old: str, new: str) -> bool:
    """Whether two counted nouns are one: "cases of theft" are not "cases of arson"."""
    return old[0] == new[0] and (len(old) == len(new) == 1 or bool(set(old[1:]) & set(new[1:])))


def _sources(texts: Texts, code: str) -> Iterator[str]:
    for at, c in enumerate(code):
        if c in texts.saying and at and code[at - 1] not in texts.plain:
            yield code[at - 1]


def other_source(old: Said, new: Said) -> float:
    """1 where both say that somebody reports, and not the same one."""
    return float(bool(old.sources and new.sources and old.sources.isdisjoint(new.sources)))


class Denied(NamedTuple):
    """The telling words of what a sentence denies or calls unknown, and whether it does that."""

    words: frozenset[str]
    unknown: bool


def denied(texts: Texts, code: str) -> Denied:
    """What a coded sentence denies, up to the next clause."""
    if texts.denying.isdisjoint(code):
        return _ALL_SAID
    words = frozenset(_denied(texts, code)) - texts.names
    return Denied(words, not texts.unknown.isdisjoint(code))


_ALL_SAID = Denied(frozenset(), False)


def _denied(texts: Texts, code: str) -> Iterator[str]:
    left = 0
    for c in code:
        if c in texts.denying:
            left = _REACH
        elif c in texts.contrasts:
            left = 0
        elif left:
            left -= 1
            if c not in texts.plain and c not in texts.figures:
                yield c


_REACH = 8  # words: "unclear whether any of the seasonal workers were paid compensation"


class Denials:
    """Which pairs of words are denied together by one sentence of either side and no other."""

    def __init__(self, olds: Iterable[Denied], news: Iterable[Denied]) -> None:
        """Count the pairs among the sentences that are left over."""
        counts = [Counter(p for one in side for p in _pairs(one.words)) for side in (olds, news)]
        self._once = {p for p, n in counts[0].items() if n == 1 == counts[1][p]}

    def __call__(self, texts: Texts, old: Denied, new: Denied) -> bool:
        """Whether one says that nobody knows what the other denies, and no other sentence does."""
        if not (old.unknown or new.unknown):
            return False
        both = old.words & new.words
        if len(both) < _ALIKE or self._once.isdisjoint(_pairs(both)):
            return False
        shared, *sides = (
            fsum(texts.weights[c] for c in words) for words in (both, old.words, new.words)
        )
        return shared >= _SAME * min(sides)


_SAME = 1 / 3  # of the weight of the shorter denial


def _pairs(words: frozenset[str]) -> Iterator[str]:
    return map("".join, combinations(sorted(words), 2))


def leans_on(texts: Texts, side: Side, at: int, before: int) -> bool:
    """Whether a sentence opens with what another one named: "The raid …", "This raid …", "It …"."""
    opening = _LEANS.match(side.texts[at])
    if not opening:
        return False
    if opening["pronoun"]:
        return True
    noun = next((c for c in side.codes[at] if c not in texts.plain), "")
    return bool(noun) and noun in side.codes[before]


_LEANS = re.compile(
    r"\W{0,3}(?:(?P<pronoun>he|she|it|they|both)|the|this|that|these|those|such)\b", re.IGNORECASE
)


def points_back(text: str) -> bool:
    """Whether a sentence tells of something that was named before it.

    >>> points_back("The operation cost three lives."), points_back("The ministry paid.")
    (True, False)
    """
    return bool(_POINTS_BACK.search(text))


def names_another(text: str) -> bool:
    """Whether a sentence speaks of a thing that only the sentences before it name.

    >>> names_another("Nobody enforced these rules."), names_another("This report is the third.")
    (True, False)
    """
    return bool(_NAMES_ANOTHER.search(text))


_NAMES_ANOTHER = re.compile(
    rf"\b(?:this|these)\s(?!(?:{'|'.join(sorted(ITSELF))})\b)\w", re.IGNORECASE
)


def is_comparison(text: str) -> bool:
    """Whether a sentence gives a figure to hold beside another: "in comparison, 12 in 2019"."""
    return bool(_COMPARES.search(text))


_COMPARES = re.compile(
    rf"\b(?:in comparison|by comparison|{'|'.join(COMPARISONS)})\b", re.IGNORECASE
)


def is_reference(text: str) -> bool:
    """Whether a sentence is part of a reference to a source: it holds an address."""
    return "://" in text or "www." in text


_POINTS_BACK = re.compile(
    r"^\W{0,3}(?:he|she|it(?!\s(?:was|is|remained|remains)\s(?:un|not))|they|this|these|that|those|both|such)\b"
    rf"|\b(?:the|this|that|these|those)\s(?:{'|'.join(sorted(EVENTS))})s?\b",
    re.IGNORECASE,
)
