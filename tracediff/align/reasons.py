"""The evidence behind a pairing in words: what a reader is shown who asks why."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracediff.align.place import Evidence
from tracediff.align.texts import Pair, Texts


def reasons(texts: Texts, pair: Pair, evidence: Evidence) -> tuple[str, ...]:
    """Why two sentences stand side by side, the words first, then the place, then how surely."""
    return (
        *_by_words(texts, pair, evidence),
        *_by_place(evidence),
        f"log odds {evidence.odds:+.1f}",
    )


def shared(texts: Texts, codes: Iterable[str], most: int = 4) -> str:
    """The weightiest of some coded words, as they stand in the text."""
    telling = [c for c in set(codes) if texts.weights[c] >= _TELLING] or codes
    ranked = sorted(telling, key=lambda c: (-texts.weights[c], texts.words[c]))
    return ", ".join(texts.words[c] for c in ranked[:most])


def _by_words(texts: Texts, pair: Pair, evidence: Evidence) -> Iterator[str]:
    both = set(texts.old.codes[pair[0]]) & set(texts.new.codes[pair[1]])
    figures, names = both & texts.figures, both & texts.names - texts.figures
    rare = {c for c in both - figures - names if texts.weights[c] >= _RARE}
    if evidence.words.order >= _LIKE:
        yield "nearly the same words in the same order"
    if evidence.words.tally:
        yield "the same reporter gives a number of the same thing"
    elif evidence.words.frame:
        yield "figures in the same words: the same measure"
    if figures:
        yield f"figures: {shared(texts, figures)}"
    if names:
        yield f"names: {shared(texts, names)}"
    if rare:
        yield f"rare words: {shared(texts, rare)}"
    elif not figures and not names:
        yield f"words: {shared(texts, both)}"
    if not evidence.old_rival and not evidence.new_rival:
        yield "nothing more alike on either side"


def _by_place(evidence: Evidence) -> Iterator[str]:
    place = evidence.place
    if place is None:
        return
    before, after = place.before >= _NEAR, place.after >= _NEAR
    if before or after:
        where = "before and after" if before and after else "before" if before else "after"
        yield f"neighbours answer to each other {where}"
    if place.close >= _CLOSE and place.forward == 1:
        yield "where its counterpart was to be expected"
    if place.section >= _NEAR:
        yield "headings agree"


_TELLING = 0.2  # weight: less is a word that holds sentences together
_RARE = 0.5  # weight: a word that stands in fewer than about one sentence of thirty
_LIKE = 0.7  # likeness of the word sequences
_NEAR = 0.7  # of 1: neighbours at most one sentence away, headings that share most words
_CLOSE = 0.85  # of 1: within a sentence or so of where the pairs around it point
