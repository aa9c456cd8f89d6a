"""A clause in, the chain of verbs that it opens out: what the first ones say of the last one.

"Failed to report", "is required to file", "plan to open": the verb that says what is done comes
last; those before it say whether it is denied, due, allowed, likely or only planned.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Final

from tracediff.lexicon.propositions import (
    CARRYING,
    DENYING,
    DONE,
    DUTIES,
    EXPECTING,
    FORBIDDING,
    MODAL_DUTIES,
    PLANNING,
    REACHED,
    SEEMING,
    lemma,
)
from tracediff.lexicon.syntax import BE, HAVE
from tracediff.model import Span
from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense, VerbGroup
from tracediff.syntax.parse import Parse
from tracediff.text.words import root

COPULAS: Final = BE | frozenset("remain remains remained become becomes became stay stays".split())
_BEHIND: Final = frozenset({Relation.INFINITIVE, Relation.PARTICIPLE, Relation.COMPLEMENT})
_LONGEST: Final = 6  # verbs in a chain
_NOT_ALL: Final = frozenset("only just merely least solely".split())  # "not only" denies nothing


class Progress(IntEnum):
    """How far what a predicate says has come: planned, pending (to be done yet), or so."""

    PLANNED = 0
    PENDING = 1
    SO = 2


@dataclass(slots=True)
class Chain:
    """What the verbs read so far say of the one that is still to come."""

    clause: int
    clauses: list[int] = field(default_factory=list)
    denied: bool = False
    denial: Span | None = None
    duty: float | None = None
    force: Span | None = None  # the word that binds or permits
    certainty: float = 1.0
    hedge: str = ""
    progress: Progress = Progress.SO
    actor: int = NOWHERE  # the object that is to act: "allows anglers to fish"
    degrees: set[str] = field(default_factory=set)


def follow(
    p: Parse, first: int, behind: dict[int, list[int]], passing: frozenset[int] = frozenset()
) -> Chain:
    """Read on from verb to verb to the one that says what is done.

    ``passing`` are the tokens of which a team says that they only tell something of what follows.
    """
    chain = Chain(first, [first])
    for _ in range(_LONGEST):
        clause = p.clauses[chain.clause]
        verb = p.verbs[clause.verb]
        _add_group(p, verb, chain)
        if _is_being_done(p, verb):
            chain.progress = Progress.PENDING
        child = _next(p, chain.clause, behind)
        if child == NOWHERE:
            break
        own = verb.head in passing and p.verbs[p.clauses[child].verb].infinitive
        if not own and not _passes_on(p, clause, verb, child, chain):
            break
        chain.clause = child
        chain.clauses.append(child)
    return chain


def _add_group(p: Parse, verb: VerbGroup, chain: Chain) -> None:
    """Add what the auxiliaries and adverbs of a verb group say."""
    if verb.denial != NOWHERE and p.tokens.low[verb.denial + 1] not in _NOT_ALL:
        chain.denied = not chain.denied
        chain.denial = p.tokens.span(verb.denial, verb.denial + 1)
    chain.degrees.update(p.tokens.low[j] for j in verb.degrees)
    if verb.modal in MODAL_DUTIES:
        chain.duty = MODAL_DUTIES[verb.modal]
        at = p.tokens.low.index(verb.modal, verb.first)
        chain.force = p.tokens.span(at, at + 1)
    if verb.modal in ("may", "might") or (verb.modal == "could" and verb.denial == NOWHERE):
        chain.certainty, chain.hedge = min(chain.certainty, 0.5), verb.modal
    backshifted = verb.modal == "would" and p.clauses[verb.clause].relation is Relation.COMPLEMENT
    if (verb.tense is Tense.FUTURE and verb.modal != "shall") or backshifted:
        chain.progress = Progress.PLANNED


def _is_being_done(p: Parse, verb: VerbGroup) -> bool:
    """Whether something that has an end is under way: "is being built"."""
    being = "being" in p.tokens.low[verb.first : verb.head] and verb.tense is Tense.PRESENT
    return being and lemma(p.tokens.low[verb.head]) in REACHED | DONE


def _next(p: Parse, clause: int, behind: dict[int, list[int]]) -> int:
    """The clause that the verb of this one governs: the first behind it without a comma between."""
    verb = p.verbs[p.clauses[clause].verb]
    after = clause + 1
    if after < len(p.clauses) and _is_yet(p, p.clauses[after], verb):
        return after
    for child in behind.get(clause, ()):
        one = p.clauses[child]
        if one.first < verb.stop or one.verb == NOWHERE or one.relation not in _BEHIND:
            continue
        between = p.tokens.low[verb.stop : one.first]
        return NOWHERE if {",", ";", "(", ":"} & {*between} else child
    return NOWHERE


def _is_yet(p: Parse, clause: Clause, verb: VerbGroup) -> bool:
    """Whether "yet to be …" follows a verb directly, which the parser takes for a joined clause."""
    low = p.tokens.low
    if clause.verb == NOWHERE or clause.first != verb.stop or low[clause.first] != "yet":
        return False
    return p.verbs[clause.verb].infinitive


def _passes_on(p: Parse, clause: Clause, verb: VerbGroup, child: int, chain: Chain) -> bool:
    """Whether a verb only says something of the verb that it governs; note what that is."""
    low, one = p.tokens.low, p.clauses[child]
    word = lemma(low[verb.head])
    governed = p.verbs[one.verb]
    between = low[verb.stop : one.first if one.relation is Relation.COMPLEMENT else governed.head]
    between = [word for word in between if word not in ("to", "be", "been")]
    infinitive = governed.infinitive
    if one.relation is Relation.COMPLEMENT:
        if word in SEEMING and not verb.passive and len(between) < 2:
            chain.certainty, chain.hedge = SEEMING[word], low[verb.head]
            return True  # "it seems that"
        if word in DUTIES and "that" in low[one.first : one.first + 1]:
            chain.duty, chain.force = DUTIES[word], p.tokens.span(verb.head, verb.head + 1)
            return True  # "the act requires that"
        return False
    if low[verb.head] in COPULAS:
        return (infinitive or "yet" in between) and _copula(p, verb, between, chain)
    if low[verb.head] in HAVE:
        chain.force = p.tokens.span(verb.head, verb.head + 1)
        return (infinitive or "yet" in between) and _have(between, chain)
    if word in FORBIDDING and ("from" in between or verb.passive):
        chain.denied, chain.duty = not chain.denied, 1.0
        chain.force = p.tokens.span(verb.head, verb.head + 1)
        chain.denial = p.tokens.span(verb.head, verb.head + 1)
        chain.actor = clause.objects[0] if clause.objects and not verb.passive else NOWHERE
        return True
    if word in DUTIES and infinitive and (verb.passive or clause.objects or word == lemma("need")):
        chain.duty, chain.force = DUTIES[word], p.tokens.span(verb.head, verb.head + 1)
        chain.actor = clause.objects[0] if clause.objects and not verb.passive else NOWHERE
        return True
    if clause.objects:
        return False
    return _governs(p, word, verb, chain)


def _governs(p: Parse, word: str, verb: VerbGroup, chain: Chain) -> bool:
    """Whether a verb without an object denies, plans, doubts or carries on the verb behind it."""
    if word in DENYING:
        chain.denied = not chain.denied
        chain.denial = p.tokens.span(verb.head, verb.head + 1)
    elif word in PLANNING or (word in EXPECTING and verb.passive):
        chain.progress = Progress.PLANNED
    elif word in SEEMING:
        chain.certainty, chain.hedge = SEEMING[word], p.tokens.low[verb.head]
    elif word not in CARRYING:
        return False
    return True


def _copula(p: Parse, verb: VerbGroup, between: list[str], chain: Chain) -> bool:
    """What "is … to" says of the verb behind it: "is to be opened", "was unable to reach"."""
    words = [root(word) for word in between if word not in ("also", "still", "now", "yet", "not")]
    if "yet" in between:
        chain.progress = Progress.PENDING
        return True
    if not words:  # "is to be opened", "are not to dive"
        chain.progress = Progress.PLANNED
        chain.duty = 1.0 if chain.denied else chain.duty
        return True
    last = words[-1]
    if last in DENYING:
        chain.denied = not chain.denied
        chain.denial = p.tokens.span(verb.stop, verb.stop + 1)
    elif last in EXPECTING:
        chain.progress = Progress.PLANNED
    elif last in SEEMING:
        chain.certainty, chain.hedge = SEEMING[last], between[-1]
    elif last in DUTIES:
        chain.duty, chain.force = DUTIES[last], p.tokens.span(verb.stop, verb.stop + 1)
    else:
        return last in (root("able"), root("ready"))
    return True


def _have(between: list[str], chain: Chain) -> bool:
    """What "have … to" says of the verb behind it: "has to file", "have yet to be released"."""
    if "yet" in between:
        chain.progress = Progress.PENDING
        return True
    if not between:
        chain.duty = 1.0
        return True
    return False
