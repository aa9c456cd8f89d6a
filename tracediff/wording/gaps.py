"""Labels of the figures of a list in, with the verb that all but the first of them leave out.

"42% were men, 6% women, 1% non-binary": what follows a later figure stands in the place of what
follows the verb of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.syntax import BE, HAVE
from tracediff.model.syntax import NOWHERE, VerbGroup
from tracediff.wording.phrases import PhraseWords, joined
from tracediff.wording.siblings import Sibling

DOING: Final = frozenset({"do", "does", "did"})
_LISTING: Final = frozenset({",", ";", "and", "or"})
_ENDING: Final = frozenset({",", ";", ":", ".", ")", "and", "or", "but", "while", "whereas"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})
_STATES: Final = frozenset({"JJ", "JJR", "VBN", "VBD", "RB"})
_LONGEST: Final = 5  # words that stand in the place of others


def filled(words: PhraseWords, siblings: Sequence[Sibling], most: int) -> list[Sibling]:
    """The figures, those of a list with the verb of its first: "boats lost", "boats damaged"."""
    found: list[Sibling] = []
    host: Sibling | None = None
    for one in siblings:
        label = _label(words, host, one) if host is not None else ""
        if label and len(label.split()) <= most:
            one = one._replace(label=label)
        else:
            host = one
        found.append(one)
    return found


def _label(words: PhraseWords, host: Sibling, one: Sibling) -> str:
    """The label of a figure by that of the first of its list, or ""."""
    denied = _denied(words, host, one)
    if denied:
        return denied
    verb = _verb(words, host)
    if verb is None or not _goes_on(words, verb, one):
        return ""
    rest = range(one.stop, _end(words, one.stop))
    told = range(verb.stop, _end(words, verb.stop))
    if not _stands_for(words, rest, told, verb, one):
        return ""
    text = words.p.tokens.text
    own = [text[i] for i in told] or [text[verb.head]]
    said, size = host.label.split(), len(own)
    low = [word.casefold() for word in said]
    at = next(
        (
            k
            for k in range(len(low) - size, -1, -1)
            if low[k : k + size] == [*map(str.casefold, own)]
        ),
        NOWHERE,
    )
    return joined([*said[:at], *(text[i] for i in rest)]) if at != NOWHERE else ""


def _denied(words: PhraseWords, host: Sibling, one: Sibling) -> str:
    """The label of those who did not what the first did: "72% felt safe, while 18% did not"."""
    p, clause = words.p, words.p.clauses[words.p.clause_at[one.first]]
    verb = p.verbs[clause.verb] if clause.verb != NOWHERE else None
    if verb is None or verb.denial == NOWHERE or p.phrase_at[one.first] != clause.subject:
        return ""
    alone = _end(words, verb.stop) == verb.stop and p.tokens.low[verb.head] in DOING | BE | HAVE
    counted, said = host.counted, host.label
    rest = said[len(counted) :].split() if said.casefold().startswith(counted.casefold()) else []
    straight = bool(rest) and rest[0] not in ("who", "that", "of", "in")
    return joined([counted.lower(), "not", *rest]) if alone and straight else ""


def _verb(words: PhraseWords, host: Sibling) -> VerbGroup | None:
    """The verb that the first figure of a list is the subject of."""
    p = words.p
    index = p.phrase_at[host.first]
    clause = p.clauses[p.clause_at[host.first]]
    if clause.verb == NOWHERE or clause.subject == NOWHERE or index != clause.subject:
        return None
    verb = p.verbs[clause.verb]
    return verb if verb.finite and verb.first >= host.stop else None


def _goes_on(words: PhraseWords, verb: VerbGroup, one: Sibling) -> bool:
    """Whether a figure stands in a list behind what a verb says, in its clause or one without a
    verb of its own."""
    p = words.p
    if one.first < verb.stop or p.tokens.low[one.first - 1] not in _LISTING:
        return False
    number = p.clause_at[one.first]
    while number not in (verb.clause, NOWHERE):
        own = p.clauses[number].verb
        # "two damaged": a participle is what is said of them
        if own != NOWHERE and (p.verbs[own].stop - p.verbs[own].first > 1):
            return False
        number = p.clauses[number].parent
    return number == verb.clause


def _end(words: PhraseWords, start: int) -> int:
    t, end = words.p.tokens, start
    while end < t.size and t.low[end] not in _ENDING:
        end += 1
    return end


def _stands_for(
    words: PhraseWords, rest: range, told: range, verb: VerbGroup, one: Sibling
) -> bool:
    """Whether what follows a figure is of the kind of what follows the verb."""
    tags, low = words.p.tags, words.p.tokens.low
    if not 0 < len(rest) <= _LONGEST or any(words.out[i] for i in (*rest, *told)):
        return False
    if told and tags[told[0]] == "IN":
        return low[rest[0]] == low[told[0]]  # "as male", "as female"
    if all(tags[i] in _STATES for i in rest):
        return tags[told[0]] in _STATES | _NOUNS if told else verb.passive
    being = low[verb.head] in BE and isinstance(one.kind, tuple) and one.kind[0] == "%"
    named = all(tags[i] in _NOUNS | _STATES for i in rest)
    return being and named and bool(told) and tags[told[0]] in _NOUNS | _STATES
