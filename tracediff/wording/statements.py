"""One statement out of a long sentence: a sentence and what to look for in, a few words out.

A statement is a finite clause with its subject and what its verb needs: "the head of the office was
dismissed", not "the head of the office was". Of several the one is taken that holds a figure, or
most of the words that another sentence does not have; it ends where a phrase ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from tracediff.lexicon.syntax import SAYING
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse, parse
from tracediff.text.words import FUNCTION_WORDS, root

_STARTING: Final = frozenset(
    {Relation.MAIN, Relation.COORDINATE, Relation.ASIDE, Relation.SUBORDINATE, Relation.COMPLEMENT}
)
_NEEDED: Final = frozenset({Relation.INFINITIVE, Relation.COMPLEMENT})
_MARKS: Final = frozenset(",;:—–-()")
_SUPPOSING: Final = frozenset(
    "if unless whether until before after once provided where wherever when whenever how"
    " why".split()
)
_TURNS: Final = [[",", word] for word in "but while although though whereas yet".split()]
_POINTING: Final = frozenset(
    "it they he she this these those that you one some many such others".split()
)


def statement(text: str, most: int, wanted: Callable[[int, int], float]) -> str:
    """The statement of a sentence that is wanted most, in about so many words; "" for none.

    ``wanted`` weighs the words from one offset to another. What only says who says so is left out.
    """
    p = parse(text)
    found = [s for c in range(len(p.clauses)) if (s := _statement(p, c)) is not None]
    said = [one for s in found if not _hangs_open(p, one := _said(p, s, most))]
    best = max(said, key=lambda one: (_weight(p, one, wanted), -one.start), default=None)
    return best.words(p) if best else ""


def within(
    start: int, stop: int, other: Callable[[int, int], float]
) -> Callable[[int, int], float]:
    """Wants what another wish wants, of a part of a sentence alone."""
    return lambda first, last: (
        other(max(first, start), min(last, stop)) if first < stop and last > start else 0.0
    )


def holding(at: int) -> Callable[[int, int], float]:
    """Wants the statement in which an offset stands."""
    return lambda start, end: float(start <= at < end)


def anything(start: int, end: int) -> float:
    """Wants the statement that says most."""
    return float(end - start)


def has_verb(text: str) -> bool:
    """Whether a text says something: it has a finite verb.

    >>> has_verb("Boats were sunk"), has_verb("Between May and June")
    (True, False)
    """
    return any(verb.finite for verb in parse(text).verbs)


def opens_subordinate(text: str) -> bool:
    """Whether a sentence begins with a clause that another one completes: "Where it leaks, …".

    >>> opens_subordinate("Where the pier leaks, we mend it"), opens_subordinate("We mend it")
    (True, False)
    """
    first = text.split(" ", 1)[0].casefold()
    return first in _SUPPOSING or first == "to"


def unlike(text: str, other: str) -> Callable[[int, int], float]:
    """Wants the statement with most words of substance that another text does not have."""
    have = set(_roots(other))
    return lambda start, end: float(sum(r not in have for r in set(_roots(text[start:end]))))


def subject(text: str, at: int, most: int) -> str:
    """Who or what the statement is about in which an offset stands, "" where that says little.

    >>> subject("The owners of the old pier have closed it.", 27, 6)
    'The owners of the old pier'
    """
    p = parse(text)
    inside = next((i for i in range(p.tokens.size) if p.tokens.end[i] > at), NOWHERE)
    number = p.clause_at[inside] if inside != NOWHERE else NOWHERE
    while number != NOWHERE:
        clause = p.clauses[number]
        if _is_named(p, clause):
            phrase = p.phrases[clause.subject]
            stop = _phrase_stop(p, phrase.stop, p.tokens.size)
            words = p.tokens.words(phrase.first, stop)
            if stop <= inside and len(words.split()) <= most:
                return words
        number = clause.parent
    return ""


def opens_with_verb(text: str) -> bool:
    """Whether a line begins with a verb that has no subject: "Launched a hotline".

    >>> opens_with_verb("Launched a hotline"), opens_with_verb("Training for boys stopped")
    (True, False)
    """
    p = parse(text)
    return bool(p.verbs) and p.verbs[0].first == 0 and p.tags[0] in ("VBD", "VBZ", "VBN")


def _roots(text: str) -> Iterator[str]:
    for word in text.split():
        bare = word.strip(".,;:()“”\"'’").casefold()
        if bare and bare not in FUNCTION_WORDS:
            yield root(bare)


@dataclass(frozen=True, slots=True)
class _Statement:
    """Tokens ``start`` to before ``stop``; it says something from ``least`` on.

    ``subject`` are the tokens of a subject that it shares with the clause before.
    """

    start: int
    least: int
    stop: int
    subject: range

    def words(self, p: Parse) -> str:
        """The words of the statement, its subject first."""
        own = p.tokens.words(self.start, self.stop)
        shared = self.subject
        return f"{p.tokens.words(shared.start, shared.stop)} {own}" if shared else own


def _statement(p: Parse, number: int) -> _Statement | None:
    """The statement that a clause opens; none where it has no subject of its own to name."""
    clause = p.clauses[number]
    if clause.relation not in _STARTING or NOWHERE in (clause.subject, clause.verb):
        return None
    verb = p.verbs[clause.verb]
    subject = p.phrases[clause.subject]
    says = p.tokens.low[verb.head] in SAYING and any(
        c.relation is Relation.COMPLEMENT and c.parent == number and _is_named(p, c)
        for c in p.clauses
    )
    if not verb.finite or says or not _is_named(p, clause):
        return None
    if clause.opener != NOWHERE and p.tokens.low[clause.opener] in _SUPPOSING:
        return None
    behind = _phrase_stop(p, subject.stop, verb.first)
    apart = clause.shared or p.tokens.text[behind] == ","  # "Ivo Brand, head of the office, left"
    start = verb.first if apart else subject.first
    if start > verb.first:
        return None
    stop = _stop(p, number, verb.stop)
    least = min(_least(p, number), stop)
    return _Statement(start, least, stop, range(subject.first, behind) if apart else range(0))


def _is_named(p: Parse, clause: Clause) -> bool:
    """Whether the subject of a clause says what it is about."""
    if clause.subject == NOWHERE:
        return False
    subject = p.phrases[clause.subject]
    words = [p.tokens.low[i] for i in range(subject.first, subject.stop)]
    named = (w for w in words if len(w) > 1 and w not in _POINTING and w not in FUNCTION_WORDS)
    return any(word[0].isalpha() for word in named)


def _stop(p: Parse, number: int, at: int) -> int:
    """Where a statement ends: before the next one, or before what stands beside it."""
    while at < p.tokens.size:
        inside = p.clause_at[at]
        if p.tokens.text[at] in (";", "—", "|") or p.tokens.low[at : at + 2] in _TURNS:
            break
        if p.tokens.text[at] == "." and not _is_inside(p, at):
            break
        if inside != number and inside != NOWHERE and not _hangs(p, inside, number):
            break
        at += 1
    while at > 1 and (p.tokens.text[at - 1] in _MARKS or p.tags[at - 1] == "CC"):
        at -= 1
    return at


def _is_inside(p: Parse, at: int) -> bool:
    """Whether a mark stands inside an address or a name: "pkg.go.dev"."""
    return at + 1 < p.tokens.size and p.tokens.start[at + 1] == p.tokens.end[at]


def _hangs(p: Parse, inside: int, number: int) -> bool:
    """Whether a clause is a part of what another says, and no statement beside it."""
    while inside != NOWHERE and inside != number:
        clause = p.clauses[inside]
        if clause.relation in (Relation.COORDINATE, Relation.ASIDE, Relation.SUBORDINATE):
            return False
        inside = clause.parent
    return inside == number


def _least(p: Parse, number: int) -> int:
    """Where a clause has said what its verb needs: an object, a place, what was to be done."""
    clause = p.clauses[number]
    end = p.verbs[clause.verb].stop
    objects = [p.phrases[o] for o in clause.objects if p.phrases[o].first >= end]
    if objects and not any(p.tokens.text[i] in _MARKS for i in range(end, objects[0].first)):
        end = _phrase_stop(p, objects[0].stop, p.tokens.size)
    else:
        end = _complement(p, end)
    for child, one in enumerate(p.clauses):
        near = one.parent == number and end <= one.first <= end + 1
        if one.relation in _NEEDED and near and one.verb != NOWHERE:
            return max(end, _least(p, child))
    return end


def _complement(p: Parse, end: int) -> int:
    """Behind a verb without an object: an adjective, or the first phrase with a preposition."""
    at = end
    while p.phrase_at[at : at + 1] == (NOWHERE,) and p.tags[at][:2] in ("RB", "JJ", "RP"):
        at += 1
    if at > end and p.tags[at - 1][:2] == "JJ":
        end = at
    for phrase in p.phrases:
        if phrase.preposition != NOWHERE and at <= phrase.preposition <= at + 1 <= phrase.stop:
            return _phrase_stop(p, phrase.stop, p.tokens.size)
        if phrase.first == at:
            return _phrase_stop(p, phrase.stop, p.tokens.size)
    return end


def _phrase_stop(p: Parse, stop: int, most: int) -> int:
    """The end of a phrase with what hangs on it by "of"."""
    for phrase in p.phrases:
        if phrase.preposition == stop < most and p.tokens.low[stop] == "of":
            return _phrase_stop(p, phrase.stop, most)
    return stop


def _weight(p: Parse, one: _Statement, wanted: Callable[[int, int], float]) -> float:
    return sum(
        wanted(p.tokens.start[part.start], p.tokens.end[part.stop - 1])
        for part in (one.subject, range(one.start, one.stop))
        if part
    )


def _said(p: Parse, one: _Statement, most: int) -> _Statement:
    """A statement up to the last phrase that ends within so many words."""
    best = replace(one, stop=one.least)
    for stop in _stops(p, one):
        longer = replace(one, stop=stop)
        if len(longer.words(p).split()) > most:
            break
        best = longer
    return best


def _hangs_open(p: Parse, one: _Statement) -> bool:
    """Whether a statement ends with a verb whose object was not found: "the court convicted"."""
    verb = p.verb_at[one.stop - 1]
    if verb == NOWHERE or p.verbs[verb].passive or one.stop >= p.tokens.size:
        return False
    return p.tokens.text[one.stop] not in _MARKS and p.tokens.text[one.stop] != "."


def _stops(p: Parse, one: _Statement) -> Iterator[int]:
    """Where a statement may end: before a preposition, a mark, or another clause."""
    begun = {c.first for c in p.clauses if c.relation is Relation.INFINITIVE}
    for at in range(one.least + 1, one.stop):
        opens = p.tags[at] in ("IN", "TO", "WDT", "WP", "WRB") and p.tokens.low[at] != "of"
        plain = p.phrase_at[at] == NOWHERE and p.tokens.text[at].islower() and at not in begun
        if (opens and plain) or p.tokens.text[at] in _MARKS:
            behind = at - 1
            loose = p.tags[behind] in ("IN", "TO", "CC", "DT") or p.verb_at[behind] != NOWHERE
            loose = loose or _lacks_noun(p, behind)
            if not loose and p.tokens.text[behind] not in _MARKS:
                yield at
    if one.stop not in begun:
        yield one.stop


def _lacks_noun(p: Parse, at: int) -> bool:
    """Whether a word is an adjective whose noun is still to come: "an active and engaged crew"."""
    return p.tags[at][:2] == "JJ" and p.tags[at - 1] in ("DT", "PRP$", "IN", "JJ")
