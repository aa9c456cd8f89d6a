"""A parse in, what its clauses say of the course of a matter out: better, worse, as it was.

"Safety worsened", "the town saw an improvement in safety", "there were no changes in safety" and
"safety remained the same" are of one matter, whatever verb or noun holds the course.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tracediff.lexicon.courses import CHANGES, HELD, REMAINS, UNDERGOES
from tracediff.lexicon.propositions import direction
from tracediff.model import Span
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation
from tracediff.syntax.parse import Parse
from tracediff.text.words import FUNCTION_WORDS, root

_OWN = frozenset({Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT})


@dataclass(frozen=True, slots=True)
class Course:
    """How a matter went: 1 it got better or more, -1 worse or less, 0 it stayed as it was.

    ``matter`` are the roots of its words, ``at`` the words that say how it went, ``clause`` those
    of the clause.
    """

    matter: frozenset[str]
    way: int
    at: Span
    clause: Span


def courses(p: Parse) -> Iterator[Course]:
    """What the clauses of a sentence that state no figure say of the course of a matter."""
    for clause in p.clauses:
        if clause.verb == NOWHERE or clause.relation not in _OWN:
            continue
        verb = p.verbs[clause.verb]
        if not verb.finite or verb.modal or "CD" in p.tags[clause.first : clause.stop]:
            continue
        found = _stated(p, clause)
        if found is not None and found[0]:
            matter, way, first, stop = found
            at = p.tokens.span(first, stop)
            yield Course(matter, way, at, p.tokens.span(clause.first, clause.stop))


def _stated(p: Parse, clause: Clause) -> tuple[frozenset[str], int, int, int] | None:
    """The matter of a clause, its course, and the tokens that say so."""
    verb = p.verbs[clause.verb]
    subject = p.phrases[clause.subject] if clause.subject != NOWHERE else None
    said = root(p.tokens.low[verb.head])
    denied = verb.denial != NOWHERE
    noun = next((p.phrases[i] for i in clause.objects), None)
    if subject is not None and _way(p, subject) is not None and _there(p, clause):
        noun, subject = subject, None
    if noun is not None and (said in UNDERGOES or _there(p, clause)):
        way = _way(p, noun)
        matter = _hanging(p, noun) | (_words(p, subject) if subject is not None else frozenset())
        if way is None or (way == 0 and not (denied or noun.denied)):
            return None  # "there were changes": to better or worse is not said
        return matter, 0 if denied or noun.denied else way, min(verb.first, noun.first), noun.stop
    if subject is None:
        return None
    if said in REMAINS and not denied:
        held = next((i for i in range(verb.stop, clause.stop) if p.tokens.low[i] in HELD), None)
        return None if held is None else (_words(p, subject), 0, verb.first, held + 1)
    if p.tokens.low[verb.head] in HELD and not denied:
        return _words(p, subject), 0, verb.first, verb.stop
    if said in CHANGES:
        return (_words(p, subject), 0, verb.first, verb.stop) if denied else None
    way = round(direction(said))
    if not way or clause.objects or verb.passive:
        return None
    return _words(p, subject), 0 if denied else way, verb.first, verb.stop


def _there(p: Parse, clause: Clause) -> bool:
    """Whether a clause only says that something is: "there were no changes"."""
    verb = p.verbs[clause.verb]
    return verb.first > 0 and p.tokens.low[verb.first - 1] == "there"


def _way(p: Parse, noun: NounPhrase) -> int | None:
    """1, -1 or, of a noun that only says that there is a change, 0."""
    said = root(p.tokens.low[noun.head])
    return round(direction(said)) or (0 if said in CHANGES else None)


def _hanging(p: Parse, noun: NounPhrase) -> frozenset[str]:
    """The words of what a noun says the course of: "an improvement [in the safety of roads]"."""
    found: frozenset[str] = frozenset()
    governed = {p.phrases.index(noun)}
    for index, one in enumerate(p.phrases):
        if one.governor in governed and p.tokens.low[one.preposition] in ("in", "of", "to"):
            governed.add(index)
            found |= _content(p, one)
    return found


def _words(p: Parse, phrase: NounPhrase) -> frozenset[str]:
    return _content(p, phrase) | _hanging(p, phrase)


def _content(p: Parse, phrase: NounPhrase) -> frozenset[str]:
    words = (p.tokens.low[i] for i in range(phrase.first, phrase.stop))
    return frozenset(root(w) for w in words if w[0].isalpha() and w not in FUNCTION_WORDS)
