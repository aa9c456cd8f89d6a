"""Alignment: two editions in, links between their sentences, sections and tables out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from operator import itemgetter

from tracediff.align.elsewhere import elsewhere
from tracediff.align.exact import exact
from tracediff.align.gaps import gaps
from tracediff.align.groups import Draft, Group
from tracediff.align.labelled import labelled
from tracediff.align.matters import matters
from tracediff.align.moved import moved
from tracediff.align.order import likeness
from tracediff.align.regroup import regroup
from tracediff.align.rolled import rolled
from tracediff.align.sections import every_section, headings
from tracediff.align.similar import similar
from tracediff.align.tables import table_links
from tracediff.align.texts import Place, Texts, code, printed, texts_of
from tracediff.model import Alignment, Edition, Link
from tracediff.settings import Aligning, Words

Pass = Callable[[Draft, Aligning], Draft]

PASSES: tuple[Pass, ...] = (
    exact,
    labelled,
    similar,
    regroup,
    gaps,
    matters,
    rolled,
    elsewhere,
    moved,
)


def align(
    old: Edition, new: Edition, settings: Aligning | None = None, words: Words | None = None
) -> Alignment:
    """Set the sentences, sections and tables of two editions side by side.

    Every sentence stands in exactly one link and every section in exactly one section link.
    Exchanging the editions exchanges what was added and removed and nothing else: where evidence is
    even, the texts decide, not which of them is called old. ``words`` may say that some words mean
    the same.
    """
    settings = settings or Aligning()
    flip = _later(old, new)
    first, second = (new, old) if flip else (old, new)
    texts = texts_of(first, second, headings(first, second), (words or Words()).synonyms)
    draft = _run(texts, settings)
    sections = [replace(s, old=s.new, new=s.old) for s in draft.sections]
    return Alignment(
        _links(draft, flip),
        every_section(old, new, sections if flip else draft.sections),
        table_links(old, new),
    )


def align_sentences(
    old: Sequence[str], new: Sequence[str], settings: Aligning | None = None
) -> tuple[Link, ...]:
    """Set two lists of sentences side by side; every sentence stands in exactly one link.

    >>> old = ["The port inspected 120 ships.", "It fined nine captains."]
    >>> new = ["The port inspected 180 ships in all.", "It fined nine captains."]
    >>> [(link.old, link.new, link.kind.value) for link in align_sentences(old, new)]
    [((0,), (0,), 'edited'), ((1,), (1,), 'kept')]
    """
    settings = settings or Aligning()
    flip = tuple(new) < tuple(old)
    first, second = (new, old) if flip else (old, new)
    texts = code(first, second, [Place()] * len(first), [Place()] * len(second), {})
    return _links(_run(texts, settings), flip)


def _later(old: Edition, new: Edition) -> bool:
    """Whether the texts put the new edition first, an order that does not ask which is which."""
    sides = [[(s.text, s.section, s.paragraph) for s in e.sentences] for e in (old, new)]
    titles = [[s.title for s in e.sections] for e in (old, new)]
    return (sides[1], titles[1]) < (sides[0], titles[0])


def _run(texts: Texts, settings: Aligning) -> Draft:
    draft = Draft(texts)
    for step in PASSES:
        draft = step(draft, settings)
    return draft


def _links(draft: Draft, flip: bool) -> tuple[Link, ...]:
    """The groups as links, with what stands alone, in the order of the new edition."""
    texts = draft.texts.flipped() if flip else draft.texts
    groups = [g.flipped() for g in draft.groups] if flip else draft.groups
    linked = [_link(texts, g) for g in groups]
    apart = {o for link in linked for o in link.old_apart}
    at_old = {o: link.new[0] for link in linked for o in link.old}
    at_new = {n for link in linked for n in link.new}
    ordered = [(link.new[0], link) for link in linked]
    ordered += [(n, Link((), (n,))) for n in range(len(texts.new)) if n not in at_new]
    place = -1
    for o in range(len(texts.old)):
        if o in apart:
            continue
        if o in at_old:
            place = at_old[o]
        else:
            ordered.append((place, Link((o,), ())))
    return tuple(link for _, link in sorted(ordered, key=itemgetter(0)))


_NEARLY = 0.999  # the same words, and yet not the same


def _link(texts: Texts, group: Group) -> Link:
    old_key = "".join(texts.old.keys[o] for o in group.old)
    new_key = "".join(texts.new.keys[n] for n in group.new)
    if old_key != new_key:
        alike = likeness(old_key, new_key)
    else:
        alike = 1.0 if _look_same(texts, group) else _NEARLY
    apart = group.old_apart, group.new_apart
    return Link(group.old, group.new, alike, group.moved, group.why, *apart)


def _look_same(texts: Texts, group: Group) -> bool:
    """Whether a group of the same words has the same characters, too, but for layout."""
    old = [texts.old.texts[o] for o in group.old]
    new = [texts.new.texts[n] for n in group.new]
    return old == new or "".join(map(printed, old)) == "".join(map(printed, new))
