"""What tells one matter from another: the rare words, phrases and places of its sentence.

In: a sentence of either edition. Out: its telling words and phrases, the places that it names, and
how rare each word is in both editions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import chain, pairwise
from math import fsum, log
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.claims import RECURRENCES
from tracediff.lexicon.grammar import AUXILIARIES
from tracediff.lexicon.syntax import SAYING
from tracediff.model import Comparison, Sentence
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse, parse
from tracediff.syntax.places import PLACES, places
from tracediff.text.words import FUNCTION_WORDS, root

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
# What any comparison with an earlier time says tells no matter: "a rise from the same month".
_COMPARING: Final = frozenset(
    "period month year quarter half week percent compare increase decrease rise fall earlier"
    " previous during".split()
)
_SELDOM: Final = 10  # sentences of two editions that hold a word that tells of few matters
_FEW: Final = 2  # sentences of an edition that hold a phrase that tells of one matter


class Telling(NamedTuple):
    """The roots of the content words of a sentence, each two that follow each other, the places
    that it names, the heads of what acts, is acted upon or is done in it, whether a verb in a tense
    states it, and the roots of its nouns and adjectives."""

    words: frozenset[str]
    phrases: frozenset[tuple[str, str]]
    places: frozenset[str]
    heads: frozenset[str]
    states: bool
    things: frozenset[str] = frozenset()

    def apart(self, other: Telling) -> bool:
        """Whether both name other places, or nothing acts, is acted upon or is done in both."""
        return self.placed_apart(other) or (
            self.states and other.states and self.heads.isdisjoint(other.heads)
        )

    def placed_apart(self, other: Telling) -> bool:
        """Whether both name places, and not one of them in common."""
        return bool(self.places and other.places) and self.places.isdisjoint(other.places)


def telling(sentence: Sentence) -> Telling:
    """What of a sentence tells its matter."""
    found = parse(sentence.text)
    states = any(verb.finite for verb in found.verbs)
    words = frozenset(_roots(sentence.text))
    heads, things = frozenset(_heads(found)), frozenset(_things(found))
    return Telling(words, _phrases(sentence.text), places(found), heads, states, things)


def _things(found: Parse) -> Iterator[str]:
    """The roots of nouns and adjectives; those that say how often tell of many matters."""
    for word, tag in zip(found.tokens.low, found.tags, strict=False):
        if tag[:2] in ("NN", "JJ") and word not in RECURRENCES.phrases:
            yield from _roots(word)


class Rarity(NamedTuple):
    """How rare the roots of words are in two editions.

    ``weights`` says how much a root tells: the more, the fewer sentences of both hold it. ``alone``
    are those that stand in one sentence of each edition and in no other, ``phrases`` those that
    stand in one or two of each, ``few`` the roots that do so in one edition and are rare in both.
    """

    weights: Mapping[str, float]
    alone: frozenset[str]
    phrases: frozenset[tuple[str, str]] = frozenset()
    few: frozenset[str] = frozenset()

    def likeness(self, one: Telling, two: Telling) -> float:
        """The weight of the words that both share, as a share of the lighter of the two."""
        shared = fsum(self.weights[word] for word in one.words & two.words)
        lighter = min(fsum(self.weights[word] for word in held.words) for held in (one, two))
        return shared / lighter if lighter else 0.0

    def share_a_phrase(self, one: Telling, two: Telling) -> bool:
        """Whether both state something of what a phrase names that hardly stands elsewhere."""
        heads = one.heads & two.heads if one.states and two.states else frozenset()
        shared = self.phrases & one.phrases & two.phrases
        return any(last in heads for _, last in shared)


def rarity(comparison: Comparison) -> Rarity:
    """Count the sentences of both editions that hold each root and each phrase."""
    editions = comparison.old.edition, comparison.new.edition
    old, new = (
        Counter(chain.from_iterable(frozenset(_roots(s.text)) for s in edition.sentences))
        for edition in editions
    )
    total = sum(len(edition.sentences) for edition in editions)
    weights = {word: log(1 + total / count) for word, count in (old + new).items()}
    once = ({word for word, count in counts.items() if count == 1} for counts in (old, new))
    both = old.keys() & new.keys()
    seldom = (w for w in both if min(old[w], new[w]) <= _FEW and old[w] + new[w] <= _SELDOM)
    phrases = (
        Counter(chain.from_iterable(_phrases(s.text) for s in edition.sentences))
        for edition in editions
    )
    few = ({held for held, count in counts.items() if count <= _FEW} for counts in phrases)
    return Rarity(
        weights,
        frozenset.intersection(*map(frozenset, once)),
        frozenset.intersection(*map(frozenset, few)),
        frozenset(seldom),
    )


def _phrases(text: str) -> frozenset[tuple[str, str]]:
    return frozenset(pairwise(_roots(text)))


def _heads(found: Parse) -> Iterator[str]:
    """The roots of the verbs and of what stands beside them without a preposition.

    Who says it, a place and a body by its name ("the Harbour Council") tell of many matters.
    """
    t = found.tokens
    said = {verb.clause for verb in found.verbs if t.low[verb.head] in SAYING}
    speakers = {found.clauses[at].subject for at in said if at != NOWHERE}
    for at, phrase in enumerate(found.phrases):
        bare = phrase.preposition == NOWHERE == phrase.governor and at not in speakers
        bare = bare and t.low[max(0, phrase.first - 2)] != "according"
        body = found.tags[phrase.head].startswith("NNP") and found.tags[phrase.first] == "DT"
        if bare and not body and t.low[phrase.head] not in PLACES:
            yield from _roots(t.low[phrase.head])
    for verb in found.verbs:
        if t.low[verb.head] not in SAYING | AUXILIARIES:
            yield from _roots(t.low[verb.head])


_MONTHS: Final = frozenset(map(str.casefold, MONTHS))


def _roots(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_roots_of, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _roots_of(whole: str) -> tuple[str, ...]:
    """The roots of the parts of a word."""
    parts = whole.casefold().removesuffix("’s").removesuffix("'s").split("-")
    kept = [part for part in parts if part not in _EMPTY and len(part) > 1]
    roots = (root(w.removesuffix("s") if w.endswith("ings") else w) for w in kept)
    kept_roots = (found for found in roots if found not in _STOCK)
    return tuple(r.removesuffix(_QUALITY) if len(r) > _LONG else r for r in kept_roots)


_QUALITY: Final = "iti"  # "productivity" is of the productive
_LONG: Final = 7  # letters of a root that keeps enough of them without


_EMPTY: Final = FUNCTION_WORDS | _MONTHS
_STOCK: Final = frozenset(map(root, _COMPARING))
