"""The fifth pass: sentences that are left over and tell of one matter.

What moved away and was rewritten on the way shares too few words with its counterpart to be told
from a stranger among all the sentences of an edition. Among those that are left over, a rare phrase
("access to farm records") or a number that the same reporter gives of the same thing tells it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from tracediff.align.evidence import Words
from tracediff.align.groups import Draft, Group, free
from tracediff.align.matching import best_first, matching
from tracediff.align.place import Evidence, Map, Place
from tracediff.align.reasons import reasons
from tracediff.align.sayings import (
    Denials,
    Denied,
    denied,
    is_reference,
    phrase_weights,
    phrases,
    points_back,
)
from tracediff.align.texts import Pair, Side
from tracediff.settings import Aligning


def matters(draft: Draft, settings: Aligning) -> Draft:
    """Link sentences of prose without a partner that tell of one matter, the likeliest set."""
    left = _Left(draft, settings)
    evidence = {
        pair: found for pair, words in draft.words.items() if (found := left.judged(pair, words))
    }
    chosen = matching({pair: e.odds for pair, e in evidence.items()}, settings.matter)
    groups = tuple(
        Group((o,), (n,), evidence[o, n].odds, left.why((o, n), evidence[o, n])) for o, n in chosen
    )
    return replace(draft, groups=draft.groups + groups)


class _Said(NamedTuple):
    """What tells of the matter of a sentence: its phrases, and what it denies."""

    phrases: frozenset[str]
    denied: Denied


class _Left:
    """The sentences of prose that are left over, and what speaks for a pair of them."""

    def __init__(self, draft: Draft, settings: Aligning) -> None:
        """Take the sentences without a group that can be understood by themselves."""
        self.texts = texts = draft.texts
        self.settings = settings
        dull = texts.plain | texts.figures | texts.names
        self.olds, self.news = (
            {
                at: _Said(phrases(texts, side.codes[at]), denied(texts, side.codes[at]))
                for at in places
                if stands_alone(side, at, dull, settings)
            }
            for side, places in zip((texts.old, texts.new), free(draft), strict=True)
        )
        sides = self.olds.values(), self.news.values()
        self.weights = phrase_weights([one.phrases for side in sides for one in side])
        self.denials = Denials(*((one.denied for one in side) for side in sides))
        linked = {(o, n): 1.0 for g in draft.groups for o in g.old for n in g.new}
        self.place = Map(texts, best_first(linked, settings.sure), linked)

    def judged(self, pair: Pair, words: Words) -> Evidence | None:
        """The evidence for a pair of them, if the best place could make up for its words.

        Names alone are no matter, since one body does many things.
        """
        settings = self.settings
        if pair[0] not in self.olds or pair[1] not in self.news:
            return None
        shared = self.olds[pair[0]].phrases & self.news[pair[1]].phrases
        said = words.odds(settings)
        odds = (
            said
            - settings.names * words.names
            + settings.phrase * max((self.weights[p] for p in shared), default=0.0)
            + settings.denied * self.deny(pair)
        )
        if odds + settings.matter_place * _BEST.odds(settings) < settings.matter:
            return None
        place = self.place(pair)
        odds += settings.matter_place * place.odds(settings)
        return Evidence(words, said, 0.0, 0.0, place, odds)

    def deny(self, pair: Pair) -> bool:
        """Whether one says that nobody knows what the other denies."""
        return self.denials(self.texts, self.olds[pair[0]].denied, self.news[pair[1]].denied)

    def why(self, pair: Pair, evidence: Evidence) -> tuple[str, ...]:
        """The evidence for a pair in words."""
        denial = ("one says that nobody knows what the other denies",) if self.deny(pair) else ()
        return ("left over on both sides", *denial, *reasons(self.texts, pair, evidence))


_BEST = Place(1.0, 1.0, 1.0, 1.0, 1.0)


def stands_alone(side: Side, at: int, dull: frozenset[str], settings: Aligning) -> bool:
    """Whether a sentence is prose that tells its matter without the sentences before it."""
    text = side.texts[at]
    return (
        len(set(side.codes[at]) - dull) >= settings.matter_words
        and not is_reference(text)
        and not points_back(text)
    )
