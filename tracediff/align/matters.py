"""The fifth pass: sentences that are left over and tell of one matter.

What moved away and was rewritten on the way shares too few words with its counterpart to be told
from a stranger among all the sentences of an edition. Among those that are left over, a rare phrase
("access to farm records") or a number that the same reporter gives of the same thing tells it.
"""

from __future__ import annotations

from dataclasses import replace

from tracediff.align.evidence import Words
from tracediff.align.groups import Draft, Group
from tracediff.align.matching import best_first, matching
from tracediff.align.place import Evidence, Map, Place
from tracediff.align.reasons import reasons
from tracediff.align.sayings import is_reference, points_back
from tracediff.align.similar import wordings
from tracediff.align.texts import Pair, Texts
from tracediff.settings import Aligning


def matters(draft: Draft, settings: Aligning) -> Draft:
    """Link sentences of prose without a partner that tell of one matter, the likeliest set."""
    texts = draft.texts
    linked = {(o, n): 1.0 for g in draft.groups for o in g.old for n in g.new}
    place = Map(texts, best_first(linked, settings.sure), linked)
    evidence = {
        pair: _judged(words, place(pair), settings)
        for pair, words in wordings(draft, settings).items()
        if _stands_alone(texts, pair, settings)
    }
    chosen = matching({pair: e.odds for pair, e in evidence.items()}, settings.matter)
    groups = tuple(
        Group((o,), (n,), e.odds, ("left over on both sides", *reasons(texts, (o, n), e)))
        for o, n in chosen
        for e in (evidence[o, n],)
    )
    return replace(draft, groups=draft.groups + groups)


def _judged(words: Words, place: Place, settings: Aligning) -> Evidence:
    """The evidence for a pair; names alone are no matter, since one body does many things."""
    odds = (
        words.odds(settings)
        - settings.names * words.names
        + settings.phrase * words.phrase
        + settings.denied * words.denied
        + settings.matter_place * place.odds(settings)
    )
    return Evidence(words, 0.0, 0.0, place, odds)


def _stands_alone(texts: Texts, pair: Pair, settings: Aligning) -> bool:
    """Whether both sentences are prose that tells its matter without the sentences before it."""
    dull = texts.plain | texts.figures | texts.names
    sides = (texts.old, pair[0]), (texts.new, pair[1])
    return all(
        len(set(side.codes[at]) - dull) >= settings.matter_words
        and not points_back(side.texts[at])
        and not is_reference(side.texts[at])
        for side, at in sides
    )
