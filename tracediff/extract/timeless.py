"""Figures that are for no period: goals, standing rules, counts since something without a date."""

from __future__ import annotations

from tracediff.extract.figure import Figure
from tracediff.lexicon.syntax import (
    BEGINNINGS,
    CONDITIONS,
    FORMER,
    INTENDING,
    REACHING,
    RULES,
    STRETCHES,
    USUALLY,
)
from tracediff.model import Bound
from tracediff.model.syntax import NOWHERE, Relation, Tense
from tracediff.syntax import Parse


def timeless(p: Parse, figure: Figure) -> bool:
    """Whether a figure whose sentence gives no time of its own is not for the edition's either."""
    clause = sharing(p, p.clause_at[figure.first])
    return (
        _intended(p, clause)
        or _ruled(p, clause, figure)
        or _since_then(p, clause)
        or _is_usual(p, clause)
        or _of_one_before(p, clause)
        or _conditional(p, clause)
        or _bounding(p, clause, figure)
        or _of_a_class(p, figure)
        or _of_extent(p, clause)
    )


def sharing(p: Parse, clause: int) -> int:
    """The clause whose verb another without one goes on with: "12 must sail; 7 on the lake"."""
    while (one := p.clauses[clause]).verb == NOWHERE and one.relation is Relation.COORDINATE:
        if one.parent == NOWHERE:
            break
        clause = one.parent
    return clause


def _intended(p: Parse, clause: int) -> bool:
    """Whether it is what somebody means to do: "aims to plant 40 trees", "will plant 40 trees"."""
    while clause != NOWHERE:
        one = p.clauses[clause]
        verb = p.verbs[one.verb] if one.verb != NOWHERE else None
        if verb is not None and verb.finite:
            return verb.tense is Tense.FUTURE
        if one.relation is Relation.INFINITIVE and _means(p, one.parent):
            return True
        clause = one.parent
    return False


def _means(p: Parse, clause: int) -> bool:
    if clause == NOWHERE or p.clauses[clause].verb == NOWHERE:
        return False
    return p.tokens.low[p.verbs[p.clauses[clause].verb].head] in INTENDING


def _ruled(p: Parse, clause: int, figure: Figure) -> bool:
    """Whether it is a rate or sum that a rule sets: "the state levies a tax of 7 percent"."""
    verb = p.clauses[clause].verb
    if verb == NOWHERE or figure.sort not in ("percent", "money", "time"):
        return False
    one = p.verbs[verb]
    return one.tense is Tense.PRESENT and not one.passive and p.tokens.low[one.head] in RULES


def _is_usual(p: Parse, clause: int) -> bool:
    """Whether it is what is so as a rule: "loans generally range from 2 to 5 million"."""
    verb = p.clauses[clause].verb
    if verb == NOWHERE or p.verbs[verb].tense is not Tense.PRESENT:
        return False
    one = p.verbs[verb]
    beside = p.tokens.low[max(one.first - 1, 0) : one.stop + 1]
    return not USUALLY.isdisjoint(beside)


def _of_one_before(p: Parse, clause: int) -> bool:
    """Whether it is of one that was there before: "the previous council had 12 members"."""
    subject = p.clauses[clause].subject
    if subject == NOWHERE:
        return False
    phrase = p.phrases[subject]
    timely = p.tokens.low[phrase.head].removesuffix("s") in STRETCHES
    return not timely and not FORMER.isdisjoint(p.tokens.low[phrase.first : phrase.head])


def _conditional(p: Parse, clause: int) -> bool:
    """Whether it is told of whoever it may hold for: "it ends when they meet five others", "say you
    have 10 coins"."""
    one = p.clauses[clause]
    if one.verb == NOWHERE or p.verbs[one.verb].tense is not Tense.PRESENT:
        return False
    whoever = one.subject != NOWHERE and p.tokens.low[p.phrases[one.subject].head] == "you"
    opener = p.tokens.low[one.opener] if one.opener != NOWHERE else ""
    return whoever or (one.relation is Relation.SUBORDINATE and opener in CONDITIONS)


def _bounding(p: Parse, clause: int, figure: Figure) -> bool:
    """Whether a rule sets it as a bound: "the gift does not exceed 50 crowns", "below the maximum
    of 90 crowns"."""
    verb = p.verbs[p.clauses[clause].verb] if p.clauses[clause].verb != NOWHERE else None
    denied = verb is not None and verb.denial != NOWHERE and verb.tense is Tense.PRESENT
    if verb is not None and denied and p.tokens.low[verb.head] in ("exceed", "surpass"):
        return True
    index = p.phrase_at[figure.first]
    above = p.phrases[index].governor if index != NOWHERE else NOWHERE
    if above == NOWHERE or p.tokens.low[p.phrases[index].preposition] != "of":
        return False
    one = p.phrases[above]
    return p.tokens.low[one.first] == "the" and p.tokens.low[one.head] in ("maximum", "minimum")


def _of_a_class(p: Parse, figure: Figure) -> bool:
    """Whether it bounds the size of those spoken of: "they work in teams of less than ten"."""
    index = p.phrase_at[figure.first]
    above = p.phrases[index].governor if index != NOWHERE else NOWHERE
    if above == NOWHERE or figure.sort != "count" or figure.bound in (Bound.EXACT, Bound.ABOUT):
        return False
    several = p.tags[p.phrases[above].head] == "NNS" and p.phrases[above].preposition != NOWHERE
    return several and p.tokens.low[p.phrases[index].preposition] == "of"


def _of_extent(p: Parse, clause: int) -> bool:
    """Whether it says how far something reaches: "data spanning 200 indices", "a network covering
    12 ports" is so whenever it is told."""
    one = p.clauses[clause]
    verb = p.tokens.low[p.verbs[one.verb].head] if one.verb != NOWHERE else ""
    return one.relation is Relation.PARTICIPLE and verb in REACHING


def _since_then(p: Parse, clause: int) -> bool:
    """Whether it is counted since something that has no date: "since the start of the war"."""
    low = p.tokens.low
    return any(
        phrase.preposition != NOWHERE
        and low[phrase.preposition] == "since"
        and low[phrase.head] in BEGINNINGS
        and phrase.clause in (clause, p.clauses[clause].parent)
        for phrase in p.phrases
    )
