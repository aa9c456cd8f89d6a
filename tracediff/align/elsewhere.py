"""The sixth pass: sentences that are left over and belong to a link that stands elsewhere.

One edition may say twice what the other says once, in its summary and again in its body. What was
split need not stay together: half of a sentence may close another section now. And what one edition
plans in two places the other reports once as done.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from math import fsum
from typing import Final, NamedTuple

from tracediff.align.evidence import Judge, Words
from tracediff.align.groups import Draft, Group, free, partners
from tracediff.align.matters import stands_alone
from tracediff.align.reasons import shared
from tracediff.align.sayings import names_another, phrases
from tracediff.align.texts import Pair, Side, Texts
from tracediff.lexicon.claims import FUTURES
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
    """Let sentences without a partner join links elsewhere, each the one that holds most of it."""
    groups = list(draft.groups)
    placed: set[tuple[int, bool]] = set()
    grown: set[tuple[int, bool]] = set()
    for join in sorted(_joins(draft, settings), key=lambda j: (-j.share, j.group, j.free)):
        here, there = (join.free, join.is_new), (join.group, join.is_new)
        if here in placed or there in grown:
            continue  # two sentences that say one missing part are not both that part
        placed.add(here)
        grown.add(there)
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
    """The links that sentences without a partner may join."""
    texts = draft.texts
    judge = Judge(texts)
    dull = texts.plain | texts.figures | texts.names
    linked = partners(draft.groups)
    for is_new, frees in enumerate(free(draft)):
        own, other = (texts.new, texts.old) if is_new else (texts.old, texts.new)
        homes = linked[not is_new]
        taken = sorted(linked[is_new])
        alone = [
            at
            for at in frees
            if stands_alone(own, at, dull, settings) and not names_another(own.texts[at])
        ]
        for at, to in _alike(texts, own, alone, other, sorted(homes), settings):
            group = draft.groups[homes[to]]
            members = group.new if is_new else group.old
            words = judge(to, at) if is_new else judge(at, to)
            near = not _apart(own, at, members, taken, settings)
            if words is None or near or len(members) >= settings.most:
                continue
            told = _Told(texts, own, at, members, other, to, words)
            if found := told.why(settings):
                yield _Join(found[0], homes[to], at, bool(is_new), found[1])


def _alike(
    texts: Texts,
    own: Side,
    frees: Sequence[int],
    other: Side,
    linked: Iterable[int],
    settings: Aligning,
) -> Iterator[Pair]:
    """Free sentences of one side with the linked ones of the other that hold their rarest words."""
    rarest = {at: _rarest(texts, own.codes[at], settings.elsewhere_words) for at in frees}
    wanted = frozenset(chain.from_iterable(rarest.values()))
    holders: dict[str, list[int]] = defaultdict(list)
    for to in linked:
        for c in wanted.intersection(other.codes[to]):
            holders[c].append(to)
    for at, rare in rarest.items():
        held = Counter(chain.from_iterable(holders[c][: settings.postings] for c in rare))
        yield from ((at, to) for to in sorted(held) if 2 * held[to] >= len(rare))


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


def _rarest(texts: Texts, code: str, most: int) -> list[str]:
    """The rarest words of a coded sentence."""
    weights = texts.weights
    return sorted(set(code) - texts.plain, key=lambda c: (-weights[c], c))[:most]


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
    words: Words

    def why(self, settings: Aligning) -> tuple[float, str] | None:
        """How much of the sentence the other one says, and how, if that is reason enough."""
        texts, text, told = self.texts, self.own.texts[self.at], self.other.texts[self.to]
        ours, theirs = self.own.codes[self.at], self.other.codes[self.to]
        if asks(text) != asks(told):
            return None
        common = set(ours) & set(theirs)
        whole = _share(texts, common, ours)
        if whole >= settings.elsewhere_whole and self.words.odds(settings) >= settings.similar:
            return whole, f"said elsewhere too: {shared(texts, common)}"
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
        return None


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


def plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to happen.

    >>> plans("The port will reopen."), plans("The port reopened.")
    (True, False)
    """
    return bool(_PLANS.search(text))


_PLANS: Final = re.compile(rf"\b(?:{'|'.join(sorted(FUTURES.phrases))})\b", re.IGNORECASE)
