"""The third pass: sentences that were split, merged, or cut anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import fsum, tanh
from typing import NamedTuple

from tracediff.align.groups import Draft, Group, partners
from tracediff.align.order import likeness
from tracediff.align.place import Evidence
from tracediff.align.reasons import shared
from tracediff.align.sayings import is_comparison, leans_on, phrases
from tracediff.align.texts import Side
from tracediff.settings import Aligning


class Join(NamedTuple):
    """A sentence without a partner that may belong into a group, and how surely."""

    odds: float
    free: int
    group: int
    is_new: bool


def regroup(draft: Draft, settings: Aligning) -> Draft:
    """Let free sentences join the groups whose other side they complete, the surest first.

    Groups that have grown are asked again: the third part of a sentence stands beside the second.
    """
    groups = list(draft.groups)
    placed: set[tuple[int, bool]] = set()
    waiting = sorted(_joins(draft, settings), key=_surest)
    while waiting:
        grown: set[int] = set()
        for join in waiting:
            here = (join.free, join.is_new)
            if here in placed or join.group in grown or join.odds < settings.join:
                continue
            groups[join.group] = _grown(draft, groups[join.group], join)
            placed.add(here)
            grown.add(join.group)
        again = (
            _join(draft, groups[join.group], join, settings)
            for join in waiting
            if join.group in grown and (join.free, join.is_new) not in placed
        )
        kept = [j for j in waiting if j.group not in grown and (j.free, j.is_new) not in placed]
        waiting = sorted((*kept, *filter(None, again)), key=_surest) if grown else []
    return replace(draft, groups=tuple(groups))


def _surest(join: Join) -> tuple[float, int, int]:
    return -join.odds, join.free, join.group


def _joins(draft: Draft, settings: Aligning) -> Iterator[Join]:
    """How surely each free sentence completes the groups that it was compared with."""
    groups = draft.groups
    of_old, of_new = partners(groups)
    for old, new in (*draft.evidence, *draft.parts):
        if (old in of_old) == (new in of_new):
            continue
        if old in of_old:
            join = Join(0.0, new, of_old[old], True)
        else:
            join = Join(0.0, old, of_new[new], False)
        found = _join(draft, groups[join.group], join, settings)
        if found and found.odds >= settings.join - settings.join_beside:
            yield found


def _join(draft: Draft, group: Group, join: Join, settings: Aligning) -> Join | None:
    """How surely a free sentence completes a group.

    It must hold words that the other side has and its own side of the group lacks; joined to its
    side it should make the two sides more alike. That the group's own members are better partners
    does not count against it.
    """
    texts, weights = draft.texts, draft.texts.weights
    own, members, others = texts.new, group.new, [texts.old.codes[o] for o in group.old]
    pairs = [(o, join.free) for o in group.old]
    if not join.is_new:
        own, members, others = texts.old, group.old, [texts.new.codes[n] for n in group.new]
        pairs = [(join.free, n) for n in group.new]
    other = "".join(others)
    known = [draft.evidence[pair] for pair in pairs if pair in draft.evidence]
    parts = [draft.parts[pair] for pair in pairs if pair in draft.parts]
    if not (known or parts) or len(members) >= settings.most:
        return None
    away = min(abs(join.free - m) for m in members)
    alone = "".join(own.codes[m] for m in members)
    together = "".join(own.codes[m] for m in sorted((*members, join.free)))
    gain = likeness(together, other) - likeness(alone, other)
    explained = (set(own.codes[join.free]) & set(other)) - set(alone)
    told = fsum([weights[c] for c in explained])
    fair = known or list(_fair(draft, own, members, join, parts, told, settings))
    if not fair:
        return None
    names = fsum([weights[c] for c in explained & texts.names])
    covers = fsum([weights[c] for c in explained]) / fsum([weights[c] for c in set(other)])
    near = _together(own, members, join.free)
    fresh: frozenset[str] = frozenset()
    if near:
        fresh = phrases(texts, own.codes[join.free]) - phrases(texts, alone)
        fresh &= frozenset().union(*(phrases(texts, code) for code in others))
    voice = 1 - max(e.words.source for e in fair)
    best = max(
        settings.join_words * e.said
        - settings.join_rival * (e.new_rival if join.is_new else e.old_rival)
        + settings.join_place * (e.place.odds(settings) if e.place else 0.0)
        for e in fair
    )
    return join._replace(
        odds=settings.join_prior
        + best
        + settings.join_gain * gain
        + settings.join_covers * covers
        + settings.join_phrases * tanh(len(fresh) / 2) * voice
        + settings.join_names * tanh(names / 2)
        + settings.join_paragraph * near
        + settings.join_beside * (away == 1)
    )


def _fair(
    draft: Draft,
    own: Side,
    members: Sequence[int],
    join: Join,
    parts: Sequence[Evidence],
    told: float,
    settings: Aligning,
) -> Iterator[Evidence]:
    """Of the evidence for what can be no more than a part of the group, that which may count.

    A sentence beside a member may lean on it, or give the number of another year for comparison.
    """
    beside = [m for m in members if abs(join.free - m) == 1]
    compares = bool(beside) and is_comparison(own.texts[join.free])
    leans = any(leans_on(draft.texts, own, join.free, m) for m in beside)
    for e in parts:
        telling = leans or (e.fair(settings) and not e.words.vague)
        if (telling and told >= settings.join_told) or (compares and e.words.tally):
            yield e


def _together(side: Side, members: Sequence[int], free: int) -> bool:
    """Whether a sentence stands in one paragraph with members, where paragraphs are known."""
    paragraphs = side.paragraphs
    return paragraphs[0] != paragraphs[-1] and any(
        paragraphs[m] == paragraphs[free] for m in members
    )


def _grown(draft: Draft, group: Group, join: Join) -> Group:
    """The group with the sentence that joins it, and what that explains."""
    texts = draft.texts
    if join.is_new:
        own, members, other = (
            texts.new,
            group.new,
            {c for o in group.old for c in texts.old.codes[o]},
        )
        group = replace(group, new=tuple(sorted((*group.new, join.free))))
    else:
        own, members, other = (
            texts.old,
            group.old,
            {c for n in group.new for c in texts.new.codes[n]},
        )
        group = replace(group, old=tuple(sorted((*group.old, join.free))))
    fresh = (set(own.codes[join.free]) & other) - {c for m in members for c in own.codes[m]}
    fresh -= texts.plain
    why = "a further sentence"
    if fresh:
        why += f" explains: {shared(texts, fresh)}"
    return replace(group, why=(*group.why, why))
