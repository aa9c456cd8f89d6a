"""The third pass: sentences that were split, merged, or cut anew."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from math import fsum, tanh
from typing import NamedTuple

from tracediff.align.groups import Draft, Group, partners
from tracediff.align.order import likeness
from tracediff.align.place import Evidence
from tracediff.align.reasons import shared
from tracediff.align.sayings import is_comparison, leans_on, phrases
from tracediff.align.texts import Pair, Side, Texts
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
    weights, names = draft.texts.weights, draft.texts.names
    view = _View.of(draft, group, join)
    if len(view.members) >= settings.most:
        return None
    explained = view.explained
    told = fsum([weights[c] for c in explained])
    evidence = [draft.evidence[pair] for pair in view.pairs if pair in draft.evidence]
    evidence = evidence or list(_fair(draft, view, told, settings))
    if not evidence:
        return None
    near = view.together
    fresh = view.fresh(draft.texts) if near else frozenset()
    voice = 1 - max(e.words.source for e in evidence)
    best = max(
        settings.join_words * e.said
        - settings.join_rival * (e.new_rival if join.is_new else e.old_rival)
        + settings.join_place * (e.place.odds(settings) if e.place else 0.0)
        for e in evidence
    )
    return join._replace(
        odds=settings.join_prior
        + best
        + settings.join_gain * view.gain
        + settings.join_covers * told / fsum([weights[c] for c in set(view.other)])
        + settings.join_phrases * tanh(len(fresh) / 2) * voice
        + settings.join_names * tanh(fsum([weights[c] for c in explained & names]) / 2)
        + settings.join_paragraph * near
        + settings.join_beside * bool(view.beside)
    )


class _View(NamedTuple):
    """A group as a free sentence sees it: the members on its side, the codes on the other."""

    own: Side
    free: int
    members: tuple[int, ...]
    others: list[str]
    pairs: list[Pair]

    @classmethod
    def of(cls, draft: Draft, group: Group, join: Join) -> _View:
        """The group as the sentence of a join sees it."""
        old, new = draft.texts.old, draft.texts.new
        if join.is_new:
            others = [old.codes[o] for o in group.old]
            return cls(new, join.free, group.new, others, [(o, join.free) for o in group.old])
        others = [new.codes[n] for n in group.new]
        return cls(old, join.free, group.old, others, [(join.free, n) for n in group.new])

    @property
    def other(self) -> str:
        """The words of the other side."""
        return "".join(self.others)

    @property
    def alone(self) -> str:
        """The words of the members."""
        return "".join(self.own.codes[m] for m in self.members)

    @property
    def explained(self) -> set[str]:
        """The words of the other side that the sentence has and the members lack."""
        return (set(self.own.codes[self.free]) & set(self.other)) - set(self.alone)

    @property
    def gain(self) -> float:
        """How much more alike the two sides become with the sentence."""
        with_it = "".join(self.own.codes[m] for m in sorted((*self.members, self.free)))
        other = self.other
        return likeness(with_it, other) - likeness(self.alone, other)

    @property
    def beside(self) -> list[int]:
        """The members that the sentence stands next to."""
        return [m for m in self.members if abs(self.free - m) == 1]

    @property
    def together(self) -> bool:
        """Whether the sentence is in one paragraph with members, where paragraphs are known."""
        paragraphs = self.own.paragraphs
        return paragraphs[0] != paragraphs[-1] and any(
            paragraphs[m] == paragraphs[self.free] for m in self.members
        )

    def fresh(self, texts: Texts) -> frozenset[str]:
        """The phrases of the other side that the sentence has and the members lack."""
        found = phrases(texts, self.own.codes[self.free]) - phrases(texts, self.alone)
        return found & frozenset().union(*(phrases(texts, code) for code in self.others))


def _fair(draft: Draft, view: _View, told: float, settings: Aligning) -> Iterator[Evidence]:
    """Of the evidence for what can be no more than a part of the group, that which may count.

    A sentence beside a member may lean on it, or give the number of another year for comparison.
    """
    parts = [draft.parts[pair] for pair in view.pairs if pair in draft.parts]
    compares = bool(view.beside) and is_comparison(view.own.texts[view.free])
    leans = any(leans_on(draft.texts, view.own, view.free, m) for m in view.beside)
    for e in parts:
        telling = leans or (e.fair(settings) and not e.words.vague)
        if (telling and told >= settings.join_told) or (compares and e.words.tally):
            yield e


def _grown(draft: Draft, group: Group, join: Join) -> Group:
    """The group with the sentence that joins it, and what that explains."""
    texts = draft.texts
    fresh = _View.of(draft, group, join).explained - texts.plain
    why = "a further sentence"
    if fresh:
        why += f" explains: {shared(texts, fresh)}"
    group = replace(group, why=(*group.why, why))
    if join.is_new:
        return replace(group, new=tuple(sorted((*group.new, join.free))))
    return replace(group, old=tuple(sorted((*group.old, join.free))))
