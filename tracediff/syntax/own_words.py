"""A proposition in, the same with what a team's own words tell of it out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from tracediff.lexicon.propositions import PRONOUNS
from tracediff.model import CueKind, Span
from tracediff.syntax.chains import Progress
from tracediff.syntax.parse import Parse
from tracediff.syntax.proposition import Proposition
from tracediff.text.vocabulary import Saying
from tracediff.text.words import root

_BEHIND: Final = frozenset({"to", "of", "by", "from"})  # behind "in the view of" stands who says so


def with_own(p: Parse, one: Proposition, said: Iterable[Saying]) -> Proposition:
    """A proposition with what the phrases of a team tell that stand in it."""
    for saying in said:
        at = p.tokens.span(saying.first, saying.stop)
        if one.at.start <= at.start and at.end <= one.at.end:
            one = _told(p, one, saying, at)
    return one


def _told(p: Parse, one: Proposition, saying: Saying, at: Span) -> Proposition:
    if saying.meaning is None:
        return _ignored(p, one, saying, at)
    kind, value, _ = saying.meaning
    match kind:
        case CueKind.DENIAL if not (one.denial and _inside(one.denial, at)):
            return replace(one, denied=not one.denied, denial=None if one.denied else at)
        case CueKind.HEDGE:
            return replace(one, certainty=value, hedge=p.tokens.words(saying.first, saying.stop))
        case CueKind.OBLIGATION:
            return replace(one, duty=value, force=at)
        case CueKind.FUTURE:
            return replace(one, progress=Progress.PLANNED)
        case CueKind.TREND:
            return replace(one, trend=value, verb=at)
        case CueKind.SOURCE:
            return replace(one, speaker=_speaker(p, saying), reported=True)
    return one


def _ignored(p: Parse, one: Proposition, saying: Saying, at: Span) -> Proposition:
    """A proposition of which the words of a phrase tell nothing: "No Man's Land was sold"."""
    low = frozenset(p.tokens.low[saying.first : saying.stop])
    if one.denial and _inside(one.denial, at):
        one = replace(one, denied=not one.denied, denial=None, counted=False)
    if one.hedge in low:
        one = replace(one, certainty=1.0, hedge="")
    return replace(one, degrees=one.degrees - low)


def _speaker(p: Parse, saying: Saying) -> str:
    """The head of who says so: behind a phrase that ends in a preposition, else before it."""
    behind = p.tokens.low[saying.stop - 1] in _BEHIND
    held = [n for n in p.phrases if (n.first >= saying.stop if behind else n.stop <= saying.first)]
    low = p.tokens.low[held[0 if behind else -1].head] if held else ""
    return "" if low in PRONOUNS or not low else root(low)


def _inside(one: Span, at: Span) -> bool:
    return at.start <= one.start and one.end <= at.end
