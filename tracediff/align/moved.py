"""The last pass: which links are out of order, or in sections that answer to other sections."""

from __future__ import annotations

from dataclasses import replace

from tracediff.align.groups import Draft, Group
from tracediff.align.order import backbone
from tracediff.align.sections import answering
from tracediff.settings import Aligning


def moved(draft: Draft, settings: Aligning) -> Draft:
    """Mark the links that leave the heaviest chain in which both editions run forward."""
    texts = draft.texts
    lengths = [len(code) for code in texts.old.codes]
    chain = set(
        backbone(
            sorted((g.old[0], g.new[0], 1 + sum(lengths[o] for o in g.old)) for g in draft.groups)
        )
    )
    answers = answering(texts, [(o, n) for g in draft.groups for o in g.old for n in g.new])
    partner_old = {link.old: link.new for link in answers}
    partner_new = {link.new: link.old for link in answers}

    def elsewhere(group: Group) -> bool:
        here, there = texts.old.sections[group.old[0]], texts.new.sections[group.new[0]]
        return partner_old.get(here, there) != there and partner_new.get(there, here) != here

    def marked(group: Group) -> Group:
        if (group.old[0], group.new[0]) not in chain:
            return replace(
                group, moved=True, why=(*group.why, "moved: the links around pass it by")
            )
        if elsewhere(group):
            return replace(group, moved=True, why=(*group.why, "moved: its sections do not answer"))
        return group

    return replace(draft, groups=tuple(marked(g) for g in draft.groups), sections=answers)
