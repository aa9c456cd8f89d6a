"""What tells one matter from another: the rare words, phrases and places of its sentence.

In: a sentence of either edition. Out: its telling words and phrases, the places that it names, and
how rare each word is in both editions.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import chain, pairwise
from math import fsum, log
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.claims import RECURRENCES
from tracediff.lexicon.grammar import AUXILIARIES
from tracediff.lexicon.syntax import SAYING
from tracediff.model import Comparison
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse, parse
from tracediff.syntax.places import PLACES, places
from tracediff.text.concepts import concept
from tracediff.text.words import FUNCTION_WORDS, root

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
# What any comparison with an earlier time says tells no matter: "a rise from the same month".
_COMPARING: Final = frozenset(
    "period month year quarter half week percent compare increase decrease rise fall earlier"
    " previous during".split()
)
_SELDOM: Final = 10  # sentences of two editions that hold a word that tells of few matters
_FEW: Final = 2  # sentences of an edition that hold a phrase that tells of one matter


@dataclass(frozen=True)
class Telling:
    """What of a sentence tells its matter; its parse is looked at only where it is asked for.

    ``words`` are the roots of its content words, ``weight`` is how much they tell together.
    """

    text: str
    words: frozenset[str]
    weight: float

    @cached_property
    def phrases(self) -> frozenset[tuple[str, str]]:
        """Each two roots that follow each other."""
        return frozenset(pairwise(roots(self.text)))

    @cached_property
    def stated(self) -> Stated:
        """Of what and where it tells."""
        found = parse(self.text)
        states = any(verb.finite for verb in found.verbs)
        return Stated(
            places(found),
            frozenset(_heads(found)),
            states,
            frozenset(_things(found)),
            dict(_done(found)),
        )

    def apart(self, other: Telling) -> bool:
        """Whether both name other places, or nothing acts, is acted upon or is done in both, or
        the same is done to two things."""
        one, two = self.stated, other.stated
        none = one.states and two.states and one.heads.isdisjoint(two.heads)
        return none or self.placed_apart(other) or _done_to_two(one.done, two.done)

    def placed_apart(self, other: Telling) -> bool:
        """Whether both name places, and not one of them in common."""
        one, two = self.stated.places, other.stated.places
        return bool(one and two) and one.isdisjoint(two)


class Stated(NamedTuple):
    """The places that a sentence names, the roots of the heads of what acts, is acted upon or is
    done in it, whether a verb in a tense states it, the roots of its nouns and adjectives, and for
    each verb to what that is done."""

    places: frozenset[str]
    heads: frozenset[str]
    states: bool
    things: frozenset[str]
    done: Mapping[str, _Thing]


class _Thing(NamedTuple):
    """The root of a noun, and those of what stands before it and hangs on it."""

    head: str
    kind: frozenset[str]


def _done_to_two(one: Mapping[str, _Thing], two: Mapping[str, _Thing]) -> bool:
    """Whether all that both do is done to things that share no word but their noun."""
    shared = one.keys() & two.keys()
    return bool(shared) and all(_are_two(one[verb], two[verb]) for verb in shared)


def _are_two(one: _Thing, two: _Thing) -> bool:
    if one.head == two.head:
        return bool(one.kind and two.kind) and one.kind.isdisjoint(two.kind)
    return ({one.head} | one.kind).isdisjoint({two.head} | two.kind)


def _done(found: Parse) -> Iterator[tuple[str, _Thing]]:
    """The root of each verb in a tense that something is done to, and that thing."""
    low = found.tokens.low
    for clause in found.clauses:
        if clause.verb == NOWHERE or not found.verbs[clause.verb].finite:
            continue
        verb = found.verbs[clause.verb]
        to = clause.subject if verb.passive else next(iter(clause.objects), NOWHERE)
        if to == NOWHERE or low[verb.head] in SAYING | AUXILIARIES:
            continue
        phrase = found.phrases[to]
        parts = [phrase, *(one for one in found.phrases if one.governor == to)]
        words = [low[i] for one in parts for i in range(one.first, one.stop) if i != phrase.head]
        kind = frozenset(chain.from_iterable(map(roots, words)))
        for pair in zip(roots(low[verb.head]), roots(low[phrase.head]), strict=False):
            yield pair[0], _Thing(pair[1], kind)


def _things(found: Parse) -> Iterator[str]:
    """The roots of nouns and adjectives; those that say how often tell of many matters."""
    often = [word in RECURRENCES.phrases for word in found.tokens.low]
    for at, (word, tag) in enumerate(zip(found.tokens.low, found.tags, strict=False)):
        how_often = often[at] or (at > 0 and often[at - 1])  # "on a daily basis"
        if tag[:2] in ("NN", "JJ") and not how_often:
            yield from roots(word)


class Rarity:
    """How rare the roots of words are in two editions.

    ``weights`` says how much a root tells: the more, the fewer sentences of both hold it. ``alone``
    are those that stand in one sentence of each edition and in no other, ``phrases`` those that
    stand in one or two of each, ``few`` the roots that do so in one edition and are rare in both.
    """

    def __init__(
        self,
        weights: Mapping[str, float],
        alone: frozenset[str],
        phrases: frozenset[tuple[str, str]],
        few: frozenset[str],
        said: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Take what was counted, and the roots of each sentence; none is looked at yet."""
        self.weights, self.alone, self.phrases, self.few = weights, alone, phrases, few
        self._said = said
        self.telling = lru_cache(_TOLD)(self._telling)

    def _telling(self, text: str) -> Telling:
        """What of a sentence of either edition tells its matter."""
        words = self.words(text)
        return Telling(text, words, fsum(map(self.weights.__getitem__, words)))

    def words(self, text: str) -> frozenset[str]:
        """The roots of a sentence of either edition."""
        return frozenset(self.said(text))

    def said(self, text: str) -> Sequence[str]:
        """The roots of a sentence of either edition in their order."""
        return self._said.get(text) or tuple(roots(text))

    def likeness(self, one: Telling, two: Telling) -> float:
        """The weight of the words that both share, as a share of the lighter of the two."""
        lighter = min(one.weight, two.weight)
        shared = fsum(map(self.weights.__getitem__, one.words & two.words))
        return shared / lighter if lighter else 0.0

    def share_a_phrase(self, one: Telling, two: Telling) -> bool:
        """Whether both state something of what a phrase names that hardly stands elsewhere."""
        shared = one.phrases & two.phrases & self.phrases
        if not shared or not (one.stated.states and two.stated.states):
            return False
        heads = one.stated.heads & two.stated.heads
        return any(last in heads for _, last in shared)


_TOLD: Final = 16384  # sentences: those beside which halves are looked at again


def rarity(comparison: Comparison) -> Rarity:
    """Count the sentences of both editions that hold each root and each phrase."""
    words, lists = [], []
    said: dict[str, tuple[str, ...]] = {}  # most sentences stand in both editions
    for reading in (comparison.old, comparison.new):
        texts = [sentence.text for sentence in reading.edition.sentences]
        said |= {text: tuple(roots(text)) for text in texts if text not in said}
        held = [said[text] for text in texts]
        words.append(Counter(chain.from_iterable(map(frozenset, held))))
        lists.append(held)
    old, new = words
    total = sum(len(one.edition.sentences) for one in (comparison.old, comparison.new))
    weights = {word: log(1 + total / count) for word, count in (old + new).items()}
    both = old.keys() & new.keys()
    once = (word for word in both if old[word] == new[word] == 1)
    seldom = (w for w in both if min(old[w], new[w]) <= _FEW and old[w] + new[w] <= _SELDOM)
    return Rarity(weights, frozenset(once), _in_few(*lists), frozenset(seldom), said)


def _in_few(old: Iterable[_Said], new: Iterable[_Said]) -> frozenset[tuple[str, str]]:
    """The phrases that one or two sentences of each edition hold.

    There are more of them than of anything else, so that both are counted in one number.
    """
    counts = Counter(_phrases(old))
    for phrase in _phrases(new):
        if phrase in counts:
            counts[phrase] += _OF_NEW
    return frozenset(
        phrase
        for phrase, count in counts.items()
        if 0 < count // _OF_NEW <= _FEW >= count % _OF_NEW
    )


_Said = tuple[str, ...]
_OF_NEW: Final = 1 << 30  # more sentences than an edition has


def _phrases(sentences: Iterable[_Said]) -> Iterator[tuple[str, str]]:
    """Each two roots that follow each other in a sentence, once for each sentence."""
    return chain.from_iterable(frozenset(pairwise(one)) for one in sentences)


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
            yield from roots(t.low[phrase.head])
    for verb in found.verbs:
        if t.low[verb.head] not in SAYING | AUXILIARIES:
            yield from roots(t.low[verb.head])


_MONTHS: Final = frozenset(map(str.casefold, MONTHS))


def roots(text: str) -> Iterator[str]:
    """The roots of the content words of a text in their order."""
    return chain.from_iterable(map(_roots_of, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _roots_of(whole: str) -> tuple[str, ...]:
    """The roots of the parts of a word."""
    parts = whole.casefold().removesuffix("’s").removesuffix("'s").split("-")
    kept = [part for part in parts if part not in _EMPTY and len(part) > 1]
    found = (concept(root(w.removesuffix("s") if w.endswith("ings") else w)) for w in kept)
    kept_roots = (one for one in found if one not in _STOCK)
    return tuple(r.removesuffix(_QUALITY) if len(r) > _LONG else r for r in kept_roots)


_QUALITY: Final = "iti"  # "productivity" is of the productive
_LONG: Final = 7  # letters of a root that keeps enough of them without


_EMPTY: Final = FUNCTION_WORDS | _MONTHS
_STOCK: Final = frozenset(concept(root(word)) for word in _COMPARING)
