"""Whether a figure is a level, a share, a stated change or a limit, and how tightly it is given."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final, NamedTuple

from tracediff.extract.counting import Counted
from tracediff.extract.figure import Figure
from tracediff.extract.plans import meant
from tracediff.extract.timeless import sharing
from tracediff.lexicon.cues import (
    AVERAGES,
    LASTING,
    LAWS,
    LIMITING,
    LIMITING_MODALS,
    LINKING,
    MOVING,
    RULING,
    SPENDING,
    STOCKS,
    TOOK,
)
from tracediff.lexicon.units import MEASURES
from tracediff.model import Bound, FactKind
from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense
from tracediff.syntax import Parse
from tracediff.text.tokens import Tokens

_LENGTHS: Final[frozenset[str]] = frozenset({"foot", "metre", "mile", "kilometre", "inch", "yard"})


def kind_of(p: Parse, figure: Figure, reading: Counted, ruling: Ruling) -> FactKind:
    """Whether a figure is a level, a share, a stated change or a limit."""
    t = p.tokens
    if figure.sort in ("age", "ratio"):
        return FactKind.RATE if _is_whole_of_ratio(t, figure) else FactKind.LIMIT
    if figure.sort == "time" and not _measured(p, figure) and not (figure.hyphen and reading.found):
        return FactKind.LIMIT
    if reading.change or figure.unit == "fold" or _multiple(t, figure, reading):
        return FactKind.CHANGE
    if figure.sort in ("count", "money", "measure") and (
        _limited(p, figure) or _designed(t, figure)
    ):
        return FactKind.LIMIT
    if figure.sort in ("count", "percent", "share", "money", "measure") and _ruled(p, figure):
        return FactKind.LIMIT
    if ruling.start <= t.start[figure.first] < ruling.stop:
        return FactKind.LIMIT
    if figure.sort not in ("time", "times") and (kind := meant(p, figure)):
        return kind
    if figure.sort == "measure":
        built = t.low[figure.stop] == "of"  # "145 km of mains"
        return FactKind.LIMIT if figure.unit in _LENGTHS and not built else FactKind.LEVEL
    return FactKind.SHARE if figure.sort in ("percent", "share") else FactKind.LEVEL


def _multiple(t: Tokens, figure: Figure, reading: Counted) -> bool:
    """Whether it says how many times another figure it is: "three times as many", "twice the"."""
    if figure.sort != "times" or "per" in (figure.unit or ""):
        return False
    after = t.low[figure.stop : figure.stop + 2]
    return figure.word == "times" or after[:1] in (["the"], ["more"], ["higher"]) or after in (
        ["as", "many"], ["as", "much"], ["as", "high"], ["as", "large"]
    )  # fmt: skip


def _measured(p: Parse, figure: Figure) -> bool:
    """Whether a time is what was measured: "94 days on average", "286,400 hours of training"."""
    t = p.tokens
    clause = _compared(p, p.clause_at[figure.first])
    one = p.clauses[clause]
    first, stop = min(one.first, figure.first), max(one.stop, figure.stop)
    if not AVERAGES.isdisjoint(t.low[first:stop]) or _numbered(t, figure):
        return True
    if figure.first and t.low[figure.first - 1] in ("within", "in", "after", "for", "every"):
        return False
    behind = t.low[figure.stop : figure.stop + 2]
    if behind[0] == "of" and (figure.unit == "hour" or behind[1] in STOCKS):
        return True
    if not LIMITING.isdisjoint(t.low[first : figure.first]) or one.verb == NOWHERE:
        return False
    verb = p.verbs[one.verb]
    said = t.low[verb.head]
    if said in SPENDING:
        return one.subject == NOWHERE or verb.passive or verb.stop <= figure.first
    if said in MOVING:
        return verb.tense is not Tense.FUTURE and not verb.modal and _arrives(p, figure)
    if said in TOOK:
        bounded = figure.bound is not Bound.EXACT or figure.low is not None
        which = one.relation is Relation.RELATIVE and bounded
        return verb.tense is Tense.PAST and not which  # "cases that took longer than 6 weeks"
    return said in LINKING and _lasts(p, one)


def _numbered(t: Tokens, figure: Figure) -> bool:
    """Whether the sentence tells the number of such times: "the number of days fell to 28"."""
    return any(
        MEASURES.get(t.low[i]) == figure.unit and t.low[i - 2 : i] == ["number", "of"]
        for i in range(2, figure.first)
    )


def _compared(p: Parse, clause: int) -> int:
    """The clause that a comparison or an aside without a verb hangs on: "…, down from 32 days"."""
    one = p.clauses[clause]
    while one.verb == NOWHERE and one.relation in _BESIDE and one.parent != NOWHERE:
        clause, one = one.parent, p.clauses[one.parent]
    return clause


_BESIDE: Final = (Relation.COMPARISON, Relation.ASIDE)


def _arrives(p: Parse, figure: Figure) -> bool:
    """Whether a figure is what its verb moves to or by, not part of what describes another."""
    index = p.phrase_at[figure.first]
    at = p.phrases[index].preposition if index >= 0 else -1
    return at < 0 or p.tokens.low[at] in ("to", "by", "from", "at", "between", "over", "against")


def _lasts(p: Parse, one: Clause) -> bool:
    """Whether the subject of a clause is a length of time: "life expectancy", "the wait for"."""
    if one.subject == NOWHERE:
        return False
    subject = p.phrases[one.subject]
    stop = p.verbs[one.verb].first if one.verb != NOWHERE else subject.stop
    return not LASTING.isdisjoint(p.tokens.low[subject.first : max(stop, subject.stop)])


_RULED: Final[re.Pattern[str]] = re.compile(
    rf"(?:\b(?:{LAWS})(?! enforcement)(?: [\w’'-]+){{0,4}}?|^It(?: also| further)?)"
    rf" (?:{'|'.join(RULING)})\b"
    r"|\b(?:fines|penalt(?:y|ies)|punishments?)(?: [\w’'-]+){0,6}?"
    r" (?:are|is|includes?|ranges?|carry)\b"
    r"|\b(?:are|is) (?=subject to\b)",
    re.I,
)
# What a sentence holds where a law rules in it: one of these, or "it" at its head.
_HINTS: Final[tuple[str, ...]] = (*LAWS.split("|"), "fines", "penalt", "punishment", "subject")
_PENAL: Final[re.Pattern[str]] = re.compile(
    r"\b(?:penalt|punish|prescrib|impos(?:e|es|ing)\b|fac(?:e|es|ed|ing)\b"
    r"|subject to|prohibit|criminali|up to)",
    re.I,
)
_OVER: Final[re.Pattern[str]] = re.compile(
    r";|\bbut\b|\balthough\b|\bduring the year\b|\breported\b"
)


_NEXT_CLAUSE: Final[int] = 40  # characters from a break to the subject of the next clause


class Ruling(NamedTuple):
    """Where in a sentence a law rules: from ``start`` to before ``stop``."""

    start: int
    stop: int


def find_ruling(text: str) -> Ruling:
    """Where a law rules in a sentence."""
    low = text.lower()
    may = low.startswith("it") or any(hint in low for hint in _HINTS)
    ruled = _RULED.search(text) if may else None
    never = len(text) + 1
    if ruled is None:
        return Ruling(never, never)
    over = _OVER.search(text, ruled.end())
    again = _RULED.search(text, over.end()) if over else None
    if over and again and again.start() - over.end() < _NEXT_CLAUSE:
        over = _OVER.search(text, again.end())
    stop = over.start() if over else never
    return Ruling(ruled.end(), stop)


def _ruled(p: Parse, figure: Figure) -> bool:
    """Whether what holds a figure is required or allowed, not done: "unions are required to have
    30 members", "requiring that 30 members vote", "half of the members must vote"."""
    clause = sharing(p, p.clause_at[figure.first])
    if (own := p.clauses[clause].verb) >= 0:
        modal = p.verbs[own].modal
        most = figure.bound is Bound.AT_MOST and p.verbs[own].first < figure.first
        if modal in ("must", "shall") or (modal in ("may", "can") and most):
            return True
        if p.tokens.low[p.verbs[own].head] in _BINDING:
            return True
    while (one := p.clauses[clause]).relation in _HELD and one.parent >= 0:
        clause = one.parent
        above = p.clauses[clause].verb
        if above < 0:
            return False
        verb_above = p.verbs[above]
        word = p.tokens.low[verb_above.head]
        if verb_above.passive and verb_above.tense is Tense.PRESENT and word in _BOUND:
            return one.relation is Relation.INFINITIVE
        if word in _BINDING:
            return True
    return False


_HELD: Final = (Relation.INFINITIVE, Relation.COMPLEMENT, Relation.COORDINATE)
_BOUND: Final[frozenset[str]] = frozenset(
    "required entitled obliged allowed permitted forbidden prohibited expected".split()
)
_BINDING: Final[frozenset[str]] = frozenset(
    "requiring obliging entitling allowing permitting prohibiting limiting".split()
)
_DESIGNED: Final[frozenset[str]] = frozenset(
    "designed built intended meant equipped licensed entitled authorized authorised".split()
)


def _designed(t: Tokens, figure: Figure) -> bool:
    """Whether a figure tells what something is made for: "designed to hold 640 persons"."""
    ahead = t.low[max(0, figure.first - _OF_USE) : figure.first]
    return any(word in _DESIGNED and after in ("to", "for") for word, after in pairwise(ahead))


_OF_USE: Final[int] = 6  # tokens: "designed to house a maximum of 640"


def _limited(p: Parse, figure: Figure) -> bool:
    """Whether the clause before a figure makes it a capacity, a penalty or a ratio."""
    t = p.tokens
    first, _ = _clause(p, figure)
    first = max(first, figure.first - 12)
    for j in range(figure.first - 1, first - 1, -1):
        if t.text[j] == ",":
            break
        if t.low[j] in LIMITING and _governs(t, j):
            return True
        if t.text[j] in LIMITING_MODALS:  # "may", not "May"
            return True
        if t.low[j] in ("fine", "fines") and _PENAL.search(t.source, 0, t.start[figure.first]):
            return True
    if t.low[figure.first - 2 : figure.first] == ["one", "of"]:  # one of five ratings
        return True
    every = t.low[figure.first - 1] == "every" if figure.first else False
    return every or (
        "every" in t.low[figure.stop : figure.stop + 4]
        and "for" in t.low[figure.stop : figure.stop + 4]
    )


def _is_whole_of_ratio(t: Tokens, figure: Figure) -> bool:
    """Whether it is the many of which one is told: "1 in every 185 people"."""
    at = figure.first - 3
    return at >= 0 and t.low[at + 1] in ("in", "of") and t.low[at] in ("1", "one")


def _governs(t: Tokens, j: int) -> bool:
    """Whether a limiting word is itself the limit, not only part of the name of something else."""
    if t.low[j] == "capacity":
        return t.low[j + 1] in ("of", "for", "to", "was", "is")
    if t.low[j] == "ratio":
        ahead = t.low[j + 1 : j + 4]
        return (
            "the" not in ahead
            and "was" not in ahead
            and any(word[:1].isdigit() or word == "one" for word in ahead)
        )
    if t.low[j] in ("minimum", "maximum"):
        return t.low[j + 1] != "of" and "age" not in t.low[j + 1 : j + 4]
    return True


def bound_of(figure: Figure, kind: FactKind) -> Bound:
    """How tightly a figure is given; the ends of a range bound it from both sides."""
    if (
        not figure.bounded
        or figure.bound is not Bound.EXACT
        or kind is FactKind.LIMIT
        or figure.moving
    ):
        return figure.bound
    if figure.high is not None:
        return Bound.AT_LEAST
    return Bound.AT_MOST if figure.low is not None else figure.bound


def _clause(p: Parse, figure: Figure) -> tuple[int, int]:
    """Where the clause of a figure begins and ends."""
    clause = p.clauses[p.clause_at[figure.first]]
    return min(clause.first, figure.first), max(clause.stop, figure.stop)
