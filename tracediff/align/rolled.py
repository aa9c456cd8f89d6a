"""The sixth pass: links undone that skip a year which both editions tell of in the same words.

An annual account goes through the years: "In 2021 it lost 7 crowns", "In 2020 it lost 5", "In 2019
it lost 9". A year later the oldest paragraph is gone, the newest is new, and the others stand as
they did. What is left over on either side is not one statement, however alike it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from tracediff.align.groups import Draft, Group
from tracediff.align.order import likeness
from tracediff.align.texts import Side, Texts
from tracediff.settings import Aligning

_YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")


def rolled(draft: Draft, settings: Aligning) -> Draft:
    """Take apart the pairs of an older and a newer year between which a kept sentence stands.

    So do the pairs of the paragraphs that such a pair stands in, but for what is word for word.
    """
    texts = draft.texts
    kept = [g for g in draft.groups if _is_pair(g) and _same(texts, g)]
    between = [(year, g) for g in kept if (year := _year(texts.old, g.old[0]))]
    gone = [g for g in draft.groups if _skips(texts, g, between, settings)]
    paragraphs = {(_paragraph(texts.old, g.old), _paragraph(texts.new, g.new)) for g in gone}
    alone = set(gone) | set(_inside(draft, paragraphs))
    return replace(draft, groups=tuple(g for g in draft.groups if g not in alone))


def _is_pair(group: Group) -> bool:
    return len(group.old) == len(group.new) == 1


def _same(texts: Texts, group: Group) -> bool:
    """Whether a pair is word for word."""
    return texts.old.keys[group.old[0]] == texts.new.keys[group.new[0]]


def _year(side: Side, at: int) -> int:
    """The latest year that a sentence names; 0 for none."""
    text = side.texts[at]
    dated = "19" in text or "20" in text  # as few sentences are
    return max(map(int, _YEAR.findall(text)), default=0) if dated else 0


def _skips(
    texts: Texts, group: Group, between: Sequence[tuple[int, Group]], settings: Aligning
) -> bool:
    """Whether a year between those of a pair is told of in its words by a kept sentence."""
    if not _is_pair(group) or _same(texts, group):
        return False
    old, new = group.old[0], group.new[0]
    first, last = sorted((_year(texts.old, old), _year(texts.new, new)))
    return first > 0 and any(
        first < year < last
        and max(
            likeness(_frame(texts, texts.old.codes[old]), frame),
            likeness(_frame(texts, texts.new.codes[new]), frame),
        )
        >= settings.same_frame
        for year, other in between
        for frame in (_frame(texts, texts.old.codes[other.old[0]]),)
    )


def _frame(texts: Texts, code: str) -> str:
    """A coded sentence without its figures."""
    return "".join(c for c in code if c not in texts.figures)


def _paragraph(side: Side, members: Sequence[int]) -> int:
    return side.paragraphs[members[0]]


def _inside(draft: Draft, paragraphs: set[tuple[int, int]]) -> Iterator[Group]:
    """The groups of some pairs of paragraphs that are not word for word."""
    texts = draft.texts
    known = texts.old.paragraphs[-1:] != texts.old.paragraphs[:1]
    for group in draft.groups if known else ():
        pair = (_paragraph(texts.old, group.old), _paragraph(texts.new, group.new))
        if pair in paragraphs and not (_is_pair(group) and _same(texts, group)):
            yield group
