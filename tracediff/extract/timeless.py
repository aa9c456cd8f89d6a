"""Figures that are for no period: goals, standing rules, counts since something without a date."""

from __future__ import annotations

from tracediff.extract.figure import Figure
from tracediff.lexicon.syntax import BEGINNINGS, FORMER, INTENDING, RULES, STRETCHES, USUALLY
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
