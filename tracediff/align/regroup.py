"""The third pass: sentences that were split, merged, or cut anew."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from rapidfuzz.distance import Indel

from tracediff.align.evidence import Pair
from tracediff.align.groups import Draft, Group, partners
from tracediff.settings import Aligning


class Join(NamedTuple):
    """A sentence without a partner that may belong into a group, and how surely."""

    odds: float
    free: int
    group: int
    is_new: bool


def regroup(draft: Draft, settings: Aligning) -> Draft:
    """Let free sentences join the groups whose other side they complete, the surest first."""
    groups = list(draft.groups)
    placed: set[tuple[int, bool]] = set()
    waiting = sorted(_joins(draft, groups, settings), key=lambda j: (-j.odds, j.free, j.group))
    for join in waiting:
        if (join.free, join.is_new) in placed:
            continue
        group = groups[join.group]
        if group is not draft.groups[join.group]:  # it has grown: ask again
            again = _join(draft, group, join, settings)
            if again is None or again.odds < settings.join:
                continue
        groups[join.group] = _grown(group, join)
        placed.add((join.free, join.is_new))
    return replace(draft, groups=tuple(groups))


def _joins(draft: Draft, groups: Sequence[Group], settings: Aligning) -> Iterator[Join]:
    """The joins that are likely enough, for groups as they stand."""
    of_old, of_new = partners(groups)
    for old, new in draft.evidence:
        if (old in of_old) == (new in of_new):
            continue
        if old in of_old:
            join = Join(0.0, new, of_old[old], True)
        else:
            join = Join(0.0, old, of_new[new], False)
        found = _join(draft, groups[join.group], join, settings)
        if found and found.odds >= settings.join:
            yield found


def _join(draft: Draft, group: Group, join: Join, settings: Aligning) -> Join | None:
    """How surely a free sentence completes a group.

    It must hold words that the other side has and its own side of the group lacks; joined to its
    side it should make the two sides more alike.
    """
    texts = draft.texts
    if join.is_new:
        own, members, opposite = texts.new.codes, group.new, [texts.old.codes[o] for o in group.old]
        odds = max(_odds(draft, (o, join.free)) for o in group.old)
    else:
        own, members, opposite = texts.old.codes, group.old, [texts.new.codes[n] for n in group.new]
        odds = max(_odds(draft, (join.free, n)) for n in group.new)
    if odds == _NEVER or len(members) >= settings.most:
        return None
    other = "".join(opposite)
    alone = "".join(own[m] for m in members)
    together = "".join(own[m] for m in sorted((*members, join.free)))
    gain = Indel.normalized_similarity(together, other) - Indel.normalized_similarity(alone, other)
    weights = texts.weights
    words = set(own[join.free])
    explained = sum([weights[c] for c in (words & set(other)) - set(alone)])
    near = min(abs(join.free - m) for m in members) == 1
    return join._replace(
        odds=settings.join_odds * odds
        + settings.join_gain * gain
        + settings.join_explained * explained / sum([weights[c] for c in words])
        + settings.join_covers * explained / sum([weights[c] for c in set(other)])
        + settings.join_near * near
    )


def _odds(draft: Draft, pair: Pair) -> float:
    found = draft.evidence.get(pair)
    return found.odds if found else _NEVER


_NEVER = float("-inf")


def _grown(group: Group, join: Join) -> Group:
    if join.is_new:
        new = tuple(sorted((*group.new, join.free)))
        return replace(group, new=new, why=(*group.why, "split"))
    old = tuple(sorted((*group.old, join.free)))
    return replace(group, old=old, why=(*group.why, "merged"))
