"""The third pass: sentences that were split, merged, or cut anew."""

from __future__ import annotations

from dataclasses import replace

from tracediff.align.groups import Draft, Group, partners
from tracediff.align.texts import Texts
from tracediff.settings import Aligning


def regroup(draft: Draft, settings: Aligning) -> Draft:
    """Let a free sentence join its neighbour's link where that explains more of the words."""
    texts, groups = draft.texts, draft.groups
    old_group, new_group = partners(groups)
    joins: list[tuple[float, int, int, int]] = []  # gain, side, free sentence, group
    for free in range(len(texts.new)):
        if free in new_group or not texts.new.keys[free]:
            continue
        for near in (free - 1, free + 1, free - 2, free + 2):
            number = new_group.get(near)
            if number is not None and len(groups[number].new) == 1:
                gain = _gain(texts, groups[number], new=free)
                if gain >= settings.gain:
                    joins.append((gain, 1, free, number))
    for free in range(len(texts.old)):
        if free in old_group or not texts.old.keys[free]:
            continue
        for near in (free - 1, free + 1, free - 2, free + 2):
            number = old_group.get(near)
            if number is not None and len(groups[number].old) == 1:
                gain = _gain(texts, groups[number], old=free)
                if gain >= settings.gain:
                    joins.append((gain, 0, free, number))
    out = list(groups)
    done: set[tuple[int, int]] = set()
    for gain, side, free, number in sorted(joins, key=lambda j: (-j[0], j[2], j[3])):
        if (side, free) in done:
            continue
        group = out[number]
        if side:
            out[number] = Group(
                group.old, tuple(sorted((*group.new, free))), group.score, (*group.why, "split")
            )
        else:
            out[number] = Group(
                tuple(sorted((*group.old, free))), group.new, group.score, (*group.why, "merged")
            )
        done.add((side, free))
    return replace(draft, groups=tuple(out))


def _gain(texts: Texts, group: Group, old: int | None = None, new: int | None = None) -> float:
    """The share of the free sentence's words that the link leaves unexplained on the other side."""
    left = set("".join(texts.old.codes[o] for o in group.old))
    right = set("".join(texts.new.codes[n] for n in group.new))
    if new is not None:
        free, lacking = set(texts.new.codes[new]), left - right
    else:
        assert old is not None
        free, lacking = set(texts.old.codes[old]), right - left
    weights = texts.weights
    whole = sum(weights[c] for c in free)
    return sum(weights[c] for c in free & lacking) / whole if whole else 0.0
