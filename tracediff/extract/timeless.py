"""Figures that are for no period: goals, standing rules, counts since something without a date."""

from __future__ import annotations

from tracediff.extract.figure import Figure
from tracediff.lexicon.syntax import BEGINNINGS, INTENDING, RULES
from tracediff.model.syntax import NOWHERE, Relation, Tense
from tracediff.syntax import Parse


def timeless(p: Parse, figure: Figure) -> bool:
    """Whether a figure whose sentence gives no time of its own is not for the edition's either."""
    clause = p.clause_at[figure.first]
    return _intended(p, clause) or _ruled(p, clause, figure) or _since_then(p, clause)


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
