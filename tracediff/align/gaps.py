"""The fourth pass: what takes the place of what, between links.

A cell that holds another figure, or the sentence of an item that tells what its body did this time,
shares hardly a word with what stood there before; its place tells what it answers to.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from tracediff.align.groups import Draft, Group, partners
from tracediff.align.matching import best_first
from tracediff.align.order import likeness
from tracediff.align.reasons import shared
from tracediff.align.texts import Pair, Side, Texts
from tracediff.lexicon.calendar import MONTH_NAMES, MONTHS
from tracediff.settings import Aligning
from tracediff.text.words import root


def gaps(draft: Draft, settings: Aligning) -> Draft:
    """Link the free sentences that take each other's place."""
    found = {pair: why for pair in _news(draft) if (why := _dated(draft.texts, *pair))}
    for pair in (*_at_edges(draft), *_between_links(draft, settings)):
        if why := _alike(draft.texts, *pair, settings):
            found[pair] = why
    for pair in _after_links(draft, settings):
        if pair not in found and (why := _built_alike(draft.texts, *pair, settings)):
            found[pair] = why
    chosen = best_first(dict.fromkeys(found, settings.similar), settings.similar)
    groups = tuple(
        Group((o,), (n,), odds, ("in the same place", found[o, n]))
        for (o, n), odds in sorted(chosen.items())
    )
    return replace(draft, groups=draft.groups + groups)


def _between_links(draft: Draft, settings: Aligning) -> Iterator[Pair]:
    """First with first, second with second, where two links leave as many on either side."""
    texts = draft.texts
    free = _Free(draft)
    sizes = len(texts.old), len(texts.new)
    ends = sorted((g.old[0], g.old[-1], g.new[0], g.new[-1]) for g in draft.groups)
    ends = [(-1, -1, -1, -1), *ends, (sizes[0], sizes[0], sizes[1], sizes[1])]
    for (_, o, _, n), (old_stop, _, new_stop, _) in pairwise(ends):
        length = old_stop - o - 1
        if length == new_stop - n - 1 and length <= settings.gap:
            pairs = [(o + step, n + step) for step in range(1, length + 1)]
            if all(map(free, pairs)):
                yield from pairs


def _after_links(draft: Draft, settings: Aligning) -> Iterator[Pair]:
    """The first free sentences behind a link or at the start, where only a few are free in all."""
    old, new = draft.texts.old, draft.texts.new
    free = _Free(draft)
    for o, n in sorted({(-1, -1), *((g.old[-1], g.new[-1]) for g in draft.groups)}):
        following = o < 0 or _together(old, o, 1) == _together(new, n, 1)
        if following and all(1 <= run <= settings.few for run in free.runs(o + 1, n + 1)):
            yield o + 1, n + 1


def _at_edges(draft: Draft) -> Iterator[Pair]:
    """The pairs that alone are left between a link and the same end of its paragraph."""
    old, new = draft.texts.old, draft.texts.new
    free = _Free(draft)
    for group in draft.groups:
        for step, o, n in ((1, group.old[-1], group.new[-1]), (-1, group.old[0], group.new[0])):
            pair = o + step, n + step
            if _together(old, o, step) and _together(new, n, step) and free(pair):
                last = not _together(old, pair[0], step) and not _together(new, pair[1], step)
                if last:
                    yield pair


def _news(draft: Draft) -> Iterator[Pair]:
    """The pairs that follow where all before them in their paragraphs answer to each other."""
    old, new = draft.texts.old, draft.texts.new
    free = _Free(draft)
    of_old, of_new = partners(draft.groups)
    for group in draft.groups:
        o, n = group.old[-1], group.new[-1]
        pair = o + 1, n + 1
        if not (_together(old, o, 1) and _together(new, n, 1) and free(pair)):
            continue
        left = {of_old.get(at) for at in _before(old, pair[0])}
        if left == {of_new.get(at) for at in _before(new, pair[1])}:
            yield pair


class _Free:
    """Whether both sentences of a pair are in no group, and how many from there on are in none."""

    def __init__(self, draft: Draft) -> None:
        self.old, self.new = partners(draft.groups)
        texts = draft.texts
        self._stops = [
            sorted((*taken, len(side)))
            for taken, side in ((self.old, texts.old), (self.new, texts.new))
        ]

    def runs(self, *pair: int) -> Iterator[int]:
        """How many sentences in a row are free on either side, from the two of a pair on."""
        for stops, at in zip(self._stops, pair, strict=True):
            yield stops[min(bisect_left(stops, at), len(stops) - 1)] - at

    def __call__(self, pair: Pair) -> bool:
        return pair[0] not in self.old and pair[1] not in self.new


def _together(side: Side, at: int, step: int) -> bool:
    """Whether the next sentence on one side of a sentence stands in one paragraph with it."""
    paragraphs = side.paragraphs
    return 0 <= at + step < len(paragraphs) and paragraphs[at + step] == paragraphs[at]


def _before(side: Side, at: int) -> Iterator[int]:
    """The sentences before one in its paragraph, the nearest first."""
    while _together(side, at, -1):
        at -= 1
        yield at


def _alike(texts: Texts, old: int, new: int, settings: Aligning) -> str:
    """What makes two sentences in one place each other's successor; empty where nothing does."""
    left, right = texts.old.codes[old], texts.new.codes[new]
    if max(len(left), len(right)) <= settings.cell:
        return "cells" if _form(texts, left) == _form(texts, right) else ""
    opening = _opening(texts, left)
    if opening and opening == _opening(texts, right):
        return f"open alike: {shared(texts, opening)}"
    if left[:_PHRASE] == right[:_PHRASE]:
        return "open with the same phrase"
    return ""


def _built_alike(texts: Texts, old: int, new: int, settings: Aligning) -> str:
    """What two sentences share that are built more alike than chance would have it.

    The order of all words counts, small ones too, for where the telling words were exchanged
    it is the small ones that stayed; one word at least must be another. Other figures or names tell
    of another event.
    """
    left, right = texts.old.codes[old], texts.new.codes[new]
    common = set(left) & set(right)
    if min(len(left), len(right)) < _BUILT or common <= texts.plain:
        return ""
    if likeness(left, right) < settings.built:
        return ""
    for marks in (texts.figures, texts.names):
        if set(left) & marks and set(right) & marks and not common & marks:
            return ""
    return f"built alike: {shared(texts, common)}"


_BUILT = 5  # words; the order of fewer says nothing

_PHRASE = 3  # words: "during the reporting", "the number of"


def _form(texts: Texts, code: str) -> tuple[bool, bool]:
    """Whether a cell holds any word at all, and any figure."""
    return bool(code), any(c in texts.figures for c in code)


def _opening(texts: Texts, code: str) -> str:
    """The first telling word of a sentence, past its date and what leads over from the last."""
    dull = texts.figures | texts.plain
    for c in code:
        telling = c not in dull and texts.weights[c] >= _TELLING
        if telling and root(texts.words[c]) not in _LEADING:
            return c
    return ""


_TELLING = 0.4  # weight: a word in fewer than about one sentence of fifteen
_LEADING = frozenset(map(root, (*MONTHS, "example", "instance", "addition", "year")))


def _dated(texts: Texts, old: int, new: int) -> str:
    """What is said of two sentences that both say first when it was, or what was done."""
    if all(
        _DEED.match(_CITED.sub("", text, count=1))
        for text in (texts.old.texts[old], texts.new.texts[new])
    ):
        return "what was done that time, after the same description"
    return ""


_CITED = re.compile(r"\s{0,3}\(\d{1,3}(?:[;,] ?\d{1,3})*\)\s")  # the last sentence's sources
_DEED = re.compile(
    r"[A-Z][a-z]{2,14}ed\s"  # Trained 40 pilots
    r"|(?i:(?:in|during|from|on|as of|through|throughout|by|between|since)\s{1,3}"
    r"(?:the\s{1,3}|early\s{1,3}|late\s{1,3}|mid-)?"
    r"(?:reporting|year|first|second|third|last|final|fiscal|(?:19|20)\d\d|"
    + "|".join(MONTH_NAMES)
    + r")\b)"
)
