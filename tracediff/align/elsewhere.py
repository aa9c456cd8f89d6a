"""The seventh pass: sentences that are left over and belong to a link that stands elsewhere.

One edition may say twice what the other says once, in its summary and again in its body. What was
split need not stay together: half of a sentence may close another section now. And what one edition
plans in two places the other reports once as done.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from math import fsum
from typing import NamedTuple

from tracediff.align.evidence import Words
from tracediff.align.groups import Draft, Group, partners
from tracediff.align.matters import stands_alone
from tracediff.align.reasons import shared
from tracediff.align.sayings import names_another, phrases
from tracediff.align.texts import Side, Texts
from tracediff.lexicon.claims import plans
from tracediff.lexicon.clauses import RECOMMENDING
from tracediff.settings import Aligning


class _Join(NamedTuple):
    """A sentence without a partner, how much of it the sentence of a link holds, and why it joins.

    ``share`` is that of the weight of its words, from 0 to 1.
    """

    share: float
    group: int
    free: int
    is_new: bool
    why: str


def elsewhere(draft: Draft, settings: Aligning) -> Draft:
    """Let sentences without a partner join links elsewhere, each the one that holds most of it.

    A link takes one: two sentences that say one missing part are not both that part.
    """
    groups = list(draft.groups)
    placed: set[tuple[int, bool]] = set()
    grown: set[int] = set()
    for join in sorted(_joins(draft, settings), key=lambda j: (-j.share, j.group, j.free)):
        here = (join.free, join.is_new)
        if here not in placed and join.group not in grown:
            placed.add(here)
            grown.add(join.group)
            groups[join.group] = _grown(groups[join.group], join)
    return replace(draft, groups=tuple(groups))


def _grown(group: Group, join: _Join) -> Group:
    """The group with a sentence that stands apart from its side: such sentences come last."""
    mine = replace(group, why=(*group.why, join.why))
    if join.is_new:
        mine = mine.flipped()
    mine = replace(mine, old=(*mine.old, join.free), old_apart=(*mine.old_apart, join.free))
    return mine.flipped() if join.is_new else mine


def _joins(draft: Draft, settings: Aligning) -> Iterator[_Join]:
    """The links that sentences without a partner may join, by all pairs that were looked at.

    What stands word for word in both editions was not: its link says all that there is to say.
    """
    texts = draft.texts
    dull = texts.plain | texts.figures | texts.names
    linked = partners(draft.groups)
    taken = [sorted(side) for side in linked]
    sides = (texts.old, texts.new)

    @cache
    def fits(at: int, is_new: bool) -> bool:
        own = sides[is_new]
        return stands_alone(own, at, dull, settings) and not names_another(own.texts[at])

    for pair, words in draft.words.items():
        for is_new in (False, True):
            at, to = pair[is_new], pair[not is_new]
            if at in linked[is_new] or to not in linked[not is_new]:
                continue
            number = linked[not is_new][to]
            members = draft.groups[number].new if is_new else draft.groups[number].old
            own, other = sides[is_new], sides[not is_new]
            if (
                len(members) < settings.most
                and fits(at, is_new)
                and asks(own.texts[at]) == asks(other.texts[to])
                and _apart(own, at, members, taken[is_new], settings)
            ):
                told = _Told(texts, own, at, members, other, to)
                share, why = told.by(words, settings)
                if why:
                    yield _Join(share, number, at, is_new, why)


def _apart(
    side: Side, at: int, members: Sequence[int], taken: Sequence[int], settings: Aligning
) -> bool:
    """Whether a sentence stands in another paragraph than all of some, with more links between.

    ``taken`` are the linked sentences of the side in order. Where paragraphs are not known, the
    links between tell it alone.
    """
    paragraphs = side.paragraphs
    known = paragraphs[0] != paragraphs[-1]
    return all(
        not (known and paragraphs[at] == paragraphs[member])
        and bisect_left(taken, max(at, member)) - bisect_right(taken, min(at, member))
        >= settings.elsewhere
        for member in members
    )


class _Told(NamedTuple):
    """A sentence without a partner and a linked one of the other side that may tell it too.

    ``members`` are the sentences on its own side that the other one is linked with.
    """

    texts: Texts
    own: Side
    at: int
    members: tuple[int, ...]
    other: Side
    to: int

    def by(self, words: Words, settings: Aligning) -> tuple[float, str]:
        """How much of the sentence the other one says, and how; nothing where it is not enough."""
        texts, text, told = self.texts, self.own.texts[self.at], self.other.texts[self.to]
        ours, theirs = self.own.codes[self.at], self.other.codes[self.to]
        common = set(ours) & set(theirs)
        whole = _share(texts, common, ours)
        if whole >= settings.elsewhere_whole and words.odds(settings) >= settings.similar:
            return whole, f"said elsewhere too: {shared(texts, common)}" if self.same else ""
        if whole < min(settings.elsewhere_part, settings.elsewhere_plan):
            return whole, ""  # as a part of it holds no more; most pairs end here
        same = phrases(texts, ours) & phrases(texts, theirs)
        said = [self.own.codes[m] for m in self.members]
        unsaid = common.difference(*said)
        fresh = same.difference(*(phrases(texts, code) for code in said))
        part = _share(texts, unsaid, ours)
        if part >= settings.elsewhere_part and len(fresh) >= settings.elsewhere_phrases:
            return part, f"a part that stands elsewhere: {shared(texts, unsaid)}"
        done = plans(text) and not plans(told) and len(same) >= settings.elsewhere_phrases
        if done and whole >= settings.elsewhere_plan:
            return whole, f"planned elsewhere, and here it is so: {shared(texts, common)}"
        return whole, ""

    @property
    def same(self) -> bool:
        """Whether both give the same figures and names and deny alike: else one is news."""
        ours, theirs = set(self.own.codes[self.at]), set(self.other.codes[self.to])
        telling = self.texts.figures | self.texts.names | self.texts.denying
        return ours & telling == theirs & telling


def _share(texts: Texts, words: set[str], code: str) -> float:
    """How much of what the telling words of a sentence weigh some of them weigh, from 0 to 1."""
    whole = set(code) - texts.plain
    weights = texts.weights
    return fsum(weights[c] for c in words & whole) / fsum(weights[c] for c in whole)


def asks(text: str) -> bool:
    """Whether a sentence asks for something to be done, as the recommendations of a report do.

    >>> asks("Ensure that the port reopens."), asks("The port reopened.")
    (True, False)
    """
    return text.partition(" ")[0].casefold() in RECOMMENDING
