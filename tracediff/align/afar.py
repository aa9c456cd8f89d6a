"""The sixth pass: sentences that are left over and belong to a link that stands elsewhere.

What was split need not stay together: half of a sentence may close another section now. And what
one edition plans twice the other reports once as done; then one of the plans has no link.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum
from typing import Final, NamedTuple

from tracediff.align.groups import Draft, partners
from tracediff.align.matters import stands_alone
from tracediff.align.reasons import shared
from tracediff.align.sayings import phrases
from tracediff.align.texts import Side, Texts
from tracediff.lexicon.claims import FUTURES
from tracediff.settings import Aligning


class _Join(NamedTuple):
    """A sentence without a partner, how much of it a link elsewhere holds, and why it joins."""

    share: float
    group: int
    free: int
    is_new: bool
    why: str


def afar(draft: Draft, settings: Aligning) -> Draft:
    """Let sentences without a partner join links elsewhere, each the one that holds most of it."""
    groups = list(draft.groups)
    linked = partners(groups)
    joins = [j for is_new in (False, True) for j in _joins(draft, linked, settings, is_new=is_new)]
    placed: set[tuple[int, bool]] = set()
    grown: set[tuple[int, bool]] = set()
    for join in sorted(joins, key=lambda join: (-join.share, join.group, join.free)):
        group = groups[join.group]
        here, there = (join.free, join.is_new), (join.group, join.is_new)
        full = len(group.new if join.is_new else group.old) >= settings.most
        if here in placed or there in grown or full:
            continue  # two sentences that say one missing part are not both that part
        placed.add(here)
        grown.add(there)
        # a link stands where its first member stands: what is far stands last
        old = group.old if join.is_new else (*group.old, join.free)
        new = (*group.new, join.free) if join.is_new else group.new
        groups[join.group] = replace(group, old=old, new=new, why=(*group.why, join.why))
    return replace(draft, groups=tuple(groups))


def _joins(
    draft: Draft, groups: tuple[dict[int, int], dict[int, int]], settings: Aligning, *, is_new: bool
) -> Iterator[_Join]:
    """The links that the free sentences of one side may join.

    ``groups`` give for the linked sentences of each side the number of their group.
    """
    texts = draft.texts
    own, other = (texts.new, texts.old) if is_new else (texts.old, texts.new)
    dull = texts.plain | texts.figures | texts.names
    taken, homes = groups[is_new], groups[not is_new]
    linked = sorted(taken)
    for pair, words in draft.words.items():
        at, to = pair[is_new], pair[not is_new]
        if words.inside < settings.afar_words or at in taken or to not in homes:
            continue
        number = homes[to]
        group = draft.groups[number]
        members = group.new if is_new else group.old
        if not stands_alone(own, at, dull, settings) or not apart(
            own, at, members, linked, settings
        ):
            continue
        said = set().union(*(own.codes[m] for m in members))
        told = frozenset().union(*(phrases(texts, own.codes[m]) for m in members))
        ours, theirs = own.codes[at], other.codes[to]
        same = phrases(texts, ours) & phrases(texts, theirs)
        common = set(ours) & set(theirs)
        unsaid = common - said
        part = _share(texts, unsaid, ours)
        if part >= settings.afar_part and len(same - told) >= settings.afar_phrases:
            why = f"a part that stands elsewhere: {shared(texts, unsaid)}"
            yield _Join(part, number, at, is_new, why)
        whole = _share(texts, common, ours)
        planned = plans(own.texts[at]) and not plans(other.texts[to])
        if planned and whole >= settings.afar_plan and len(same) >= settings.afar_phrases:
            why = f"planned elsewhere, and here it is so: {shared(texts, common)}"
            yield _Join(whole, number, at, is_new, why)


def apart(
    side: Side, at: int, members: Sequence[int], linked: Sequence[int], settings: Aligning
) -> bool:
    """Whether a sentence stands in another paragraph than all of some, with more links between.

    ``linked`` are the linked sentences of the side in order. Where paragraphs are not known, the
    links between tell it alone.
    """
    paragraphs = side.paragraphs
    known = paragraphs[0] != paragraphs[-1]
    return all(
        not (known and paragraphs[at] == paragraphs[member])
        and bisect_left(linked, max(at, member)) - bisect_right(linked, min(at, member))
        >= settings.elsewhere
        for member in members
    )


def _share(texts: Texts, words: set[str], code: str) -> float:
    """How much of what the telling words of a sentence weigh some of them weigh, from 0 to 1."""
    whole = set(code) - texts.plain
    weights = texts.weights
    total = fsum(weights[c] for c in whole)
    return fsum(weights[c] for c in words & whole) / total if total else 0.0


def plans(text: str) -> bool:
    """Whether a sentence tells of what is meant to happen.

    >>> plans("The port will reopen."), plans("The port reopened.")
    (True, False)
    """
    return bool(_PLANS.search(text))


_PLANS: Final = re.compile(rf"\b(?:{'|'.join(sorted(FUTURES.phrases))})\b", re.IGNORECASE)
