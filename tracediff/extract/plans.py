"""A parse and a figure in, out whether it is planned, expected or aimed at, not what came.

What a clause foresees ("expects sales of 40,000", "is capped at $14 million", "will hire 60") and
what a noun sets ("guidance of €2 billion", "the debt ceiling is $6 billion") is no actual figure.
"""

from __future__ import annotations

from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.timeless import sharing
from tracediff.lexicon.cues import AIMING, FORESEEING, FORESIGHT, LINKING, PLANS, PROVIDING, SETTING
from tracediff.model import FactKind
from tracediff.model.syntax import NOWHERE, Relation, Tense, VerbGroup
from tracediff.syntax import Parse

_HELD: Final = (Relation.INFINITIVE, Relation.COMPLEMENT, Relation.PARTICIPLE)


def meant(p: Parse, figure: Figure) -> FactKind | None:
    """PLAN for what is foreseen, TARGET for what is aimed at or set as a limit, else none."""
    index = p.phrase_at[figure.first]
    clause = sharing(p, p.clause_at[figure.first])
    return _named(p, index, clause, figure) or _foreseen(p, clause, figure)


def is_said(label: str) -> bool:
    """Whether a label says itself that it is of what is planned or aimed at."""
    return not _SAYING.isdisjoint(label.casefold().split())


_SAYING: Final = AIMING | FORESEEING | FORESIGHT | SETTING


def _named(p: Parse, index: int, clause: int, figure: Figure) -> FactKind | None:
    """By the noun that the number is of, or that the clause says it is."""
    low, one = p.tokens.low, p.clauses[clause]
    verb = p.verbs[one.verb] if one.verb != NOWHERE and one.subject != NOWHERE else None
    heads = [p.phrases[index].governor] if _is_of(p, index) else []
    if verb and verb.stop <= figure.first and low[verb.head] in LINKING | PROVIDING:
        heads.append(one.subject)
    for head in heads:
        word = low[p.phrases[head].head]
        if word in SETTING:
            return FactKind.TARGET
        provides = verb is not None and low[verb.head] in PROVIDING
        if word in FORESIGHT or (provides and word in PLANS):
            return FactKind.PLAN
    return None


def _is_of(p: Parse, index: int) -> bool:
    """Whether a phrase hangs on another by "of": "guidance of €2 billion"."""
    one = p.phrases[index] if index != NOWHERE else None
    return one is not None and one.governor != NOWHERE and p.tokens.low[one.preposition] == "of"


def _foreseen(p: Parse, clause: int, figure: Figure) -> FactKind | None:
    """By the verb that the figure hangs on, or one that this hangs on in turn."""
    while clause != NOWHERE:
        one = p.clauses[clause]
        verb = p.verbs[one.verb] if one.verb != NOWHERE else None
        said = verb and verb.first < figure.first and verb.denial == NOWHERE
        if verb and said and (kind := _kind(p, verb)):
            return kind
        if one.relation not in _HELD:
            return None
        clause = one.parent
    return None


def _kind(p: Parse, verb: VerbGroup) -> FactKind | None:
    word = p.tokens.low[verb.head]
    if word in AIMING:
        return FactKind.TARGET
    return FactKind.PLAN if word in FORESEEING or verb.tense is Tense.FUTURE else None
