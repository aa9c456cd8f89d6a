"""Tokens in, noun phrases out: what stands behind a number as the thing counted.

A phrase runs over adjectives and nouns and ends at a function word, a verb or a mark; once a plural
noun stands in it, only a further noun of the same list carries it on.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from tracediff.lexicon.grammar import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DESCRIBING_PLURALS,
    DETERMINERS,
    NOT_PLURAL,
    ONLY_S,
    PARTICLES,
    PLURALS,
    PREDICATES,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
)
from tracediff.lexicon.numbers import TENS, UNITS
from tracediff.text.tokens import Tokens

_STOPS: Final[frozenset[str]] = (
    PREPOSITIONS | CONJUNCTIONS | PRONOUNS | AUXILIARIES | DETERMINERS - {"other", "such"}
)
_NUMBERS: Final[frozenset[str]] = frozenset(UNITS) | frozenset(TENS)
_LONGEST: Final[int] = 9  # words; the longest phrase met has seven
# Plurals that mostly describe the noun behind them: "human rights activists", "police officers".
_DESCRIBING: Final[frozenset[str]] = frozenset(
    "rights affairs police arms sports forces women men human drugs operations services systems "
    "data media special".split()
)


class Phrase(NamedTuple):
    """A noun phrase: the tokens ``first`` to before ``stop``, and whether it is plural."""

    first: int
    stop: int
    plural: bool

    @property
    def empty(self) -> bool:
        """Whether there is none."""
        return self.stop <= self.first


@lru_cache(maxsize=32768)
def is_plural(word: str) -> bool:
    """Whether a word (lower case) looks like a plural noun."""
    word = word.rsplit("-", 1)[-1]
    if word in PLURALS:
        return True
    if len(word) < 4 or word[-1] != "s" or word in NOT_PLURAL or word in VERBS:
        return word in ("ngos", "kgs")
    return not word.endswith(("ss", "ous", "us", "'s", "’s", "is"))


def is_counted(t: Tokens, word: str) -> bool:
    """Whether a word looks like a plural noun, or is one that a team counts."""
    return is_plural(word) or word in t.vocabulary.plurals


@lru_cache(maxsize=32768)
def is_verb(word: str) -> bool:
    """Whether a word (lower case) that follows a plural noun reads as a verb or participle."""
    return (
        word in VERBS
        or word in PREDICATES
        or word in AUXILIARIES
        or (len(word) > 4 and word.endswith(("ed", "ing")))
    )


def noun_phrase(t: Tokens, i: int, plural: bool = True) -> Phrase:
    """The noun phrase that starts at token ``i``.

    ``plural`` says that the number before it calls for a plural noun; then adjectives may run
    over "and", "or" and commas until one comes ("rural, coastal, and urban teachers").
    """
    start, at, seen = i, i, False
    if t.text[at] == "-" and t.kind[at + 1] == "w":  # 12-member commission
        at += 1
    while at - start < _LONGEST:
        word = t.low[at]
        if t.kind[at] != "w":
            if not _runs_on(t, at, seen, plural, at > start):
                break
            seen = seen and t.text[at] not in ("’", "'")  # "contractors' employees"
            at += 1
            continue
        if word in PARTICLES and at > start and t.capital(at - 1) and t.capital(at + 1):
            at += 1
            continue
        if word in CONJUNCTIONS and at > start:
            if not (seen and _second_noun(t, at + 1)) and not (
                not seen and plural and _adjectives(t, at + 1)
            ):
                break
            seen = False  # the second noun of the list follows
            at += 1
            continue
        if word in _STOPS or word in ADVERBS or word in _NUMBERS:
            break
        adverb = word.endswith("ly") and word not in _DEGREES  # "12 newly hired guards"
        if at == start and adverb and is_verb(t.low[at + 1]) and not _displaced(t, at + 1):
            break
        if seen and not _compound(t, at):
            break
        if not seen and (at > start or not t.capital(at)) and _finite(t, at, plural or at == start):
            break
        seen = seen or (is_counted(t, word) and not _describes(t, at, plural))
        at += 1
    while at > start and (t.kind[at - 1] != "w" or t.low[at - 1] in CONJUNCTIONS):
        at -= 1
    return Phrase(start, max(at, start), seen)


_DEGREES: Final[frozenset[str]] = frozenset("newly highly poorly".split())


def _displaced(t: Tokens, at: int) -> bool:
    """Whether a participle behind an adverb describes a noun: "internally displaced persons"."""
    return t.low[at] not in VERBS and _adjectives(t, at + 1)


def _describes(t: Tokens, at: int, plural: bool) -> bool:
    """Whether a plural only describes what follows it: a name, "rights", a noun behind "one"."""
    word, after = t.low[at], t.low[at + 1]
    if not plural:
        return True
    if t.capital(at) and t.kind[at + 1] == "w" and is_counted(t, after):
        return True
    if word in DESCRIBING_PLURALS:
        return t.kind[at + 1] == "w" and is_counted(t, after)
    if word not in _DESCRIBING:
        return False
    if after in (",", "and", "or"):
        return word in ("rights", "affairs") and _adjectives(t, at + 1)
    return t.kind[at + 1] == "w" and after not in _STOPS and not is_verb(after)


def _runs_on(t: Tokens, at: int, seen: bool, plural: bool, inside: bool) -> bool:
    """Whether a comma, hyphen, ampersand or possessive mark stays inside the phrase."""
    mark = t.text[at]
    if mark == "," and inside and not seen and plural:
        return _adjectives(t, at + 1)
    if mark in ("’", "'") and t.glued(at):
        return t.kind[at + 1] == "w" and t.low[at + 1] not in _STOPS
    if mark in '“"' and not inside:
        return True
    return mark in ("-", "/", "&") and t.kind[at + 1] == "w" and t.glued(at) and inside


def _adjectives(t: Tokens, at: int) -> bool:
    """Whether within five words from ``at`` a plural noun comes without a verb before it."""
    for j in range(at, at + 6):
        word = t.low[j]
        if t.kind[j] != "w":
            if t.text[j] != ",":
                return False
            continue
        if word in ("and", "or"):
            continue
        if word in _STOPS or word in VERBS or word in _NUMBERS:
            return False
        if is_counted(t, word):
            return True
    return False


def _second_noun(t: Tokens, at: int) -> bool:
    """Whether a plural noun, with at most one adjective, follows the "and" of a list."""
    word, after = t.low[at], t.low[at + 1]
    if t.kind[at] != "w" or word in _STOPS or word in _NUMBERS or is_verb(word):
        return False
    if is_counted(t, word):
        return True
    plain = after not in _STOPS and t.kind[at + 1] == "w"
    return plain and is_counted(t, after) and not word.endswith("ly")


def _compound(t: Tokens, at: int) -> bool:
    """Whether a singular noun between plurals carries the phrase on: "sports policy experts"."""
    word = t.low[at]
    if is_verb(word) or word in _STOPS or t.capital(at) != t.capital(at - 1):
        return False
    if t.capital(at):
        return is_counted(t, word)
    after = t.low[at + 1]
    return t.low[at - 1] in ("rights", "affairs", "sports", "women", "arms", "drugs") and (
        is_counted(t, after) and t.kind[at + 1] == "w"
    )


def _finite(t: Tokens, at: int, plural: bool) -> bool:
    """Whether a word inside a phrase without a plural noun so far is its verb."""
    word = t.low[at]
    if word == "live" and is_counted(t, t.low[at + 1]):
        return False  # "live births"
    if word in VERBS:
        return not (t.low[at - 1] in _DEGREES and _adjectives(t, at + 1))  # "newly built boats"
    if word in PREDICATES:
        return not _adjectives(t, at + 1)
    if not plural and len(word) > 3 and word.endswith("ed"):
        return True
    if len(word) > 4 and word.endswith("ed"):
        last = t.kind[at + 1] != "w" or t.low[at + 1] in CONJUNCTIONS
        return ("-" not in word or last) and not _adjectives(t, at + 1)
    return False


def singular(word: str) -> str:
    """The singular of a plural noun.

    >>> [singular(w) for w in ("bosses", "viruses", "cities", "women", "states", "people")]
    ['boss', 'virus', 'city', 'woman', 'state', 'people']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    if word in ONLY_S:
        return word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes")) and len(word) > 4:
        return word[:-2]
    if word.endswith("uses") and word[-5:-4] not in ("a", "o", ""):  # no houses, no causes
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def head_noun(t: Tokens, phrase: Phrase) -> str:
    """The last noun of a phrase, in lower case."""
    return "" if phrase.empty else t.low[phrase.stop - 1].removesuffix("’s").removesuffix("'s")
