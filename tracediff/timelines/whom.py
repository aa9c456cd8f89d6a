"""A figure in its sentence in, out the words that say of whom alone it is told.

"Members paying by card were most often late (65%)" is a share of those who pay by card; next to a
share of all members it is another measure, whatever else the two have in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final

from tracediff.model import Fact, FactKind
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse, parse
from tracediff.text.words import root
from tracediff.timelines.nearby_words import token_at
from tracediff.timelines.words import content

_HANGING: Final = frozenset(
    {Relation.ASIDE, Relation.INFINITIVE, Relation.COMPLEMENT, Relation.PARTICIPLE}
)
_NARROWING: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE})


def narrowed(found: Parse, at: int) -> frozenset[str]:
    """The roots of what narrows those whom the figure at a token is told of; none of all."""
    phrase = found.phrase_at[at]
    whole = found.clauses[found.clause_at[at]]
    near = enumerate(found.phrases) if phrase != NOWHERE else ()
    told = _narrowing(found, [i for i, one in near if _of(found, i) and one.governor == phrase], at)
    if told and not _definite(found, phrase) and _goes_on(found, whole, at):
        return told
    host = _host(found, whole)
    if host.subject == NOWHERE or at < found.phrases[host.subject].stop:
        return frozenset()
    subject = [host.subject]
    subject += [i for i, one in enumerate(found.phrases) if one.governor == host.subject]
    return _narrowing(found, subject, at)


def _host(found: Parse, clause: Clause) -> Clause:
    """The clause that a figure's own hangs on, with the subject that it is told of."""
    while clause.relation in _HANGING and clause.parent != NOWHERE:
        clause = found.clauses[clause.parent]
    return clause


def _narrowing(found: Parse, phrases: list[int], at: int) -> frozenset[str]:
    """The words of the clauses right behind some noun phrases, before a figure or behind it."""
    return content(" ".join(_clauses(found, phrases, at)))


def _clauses(found: Parse, phrases: list[int], at: int) -> Iterator[str]:
    t = found.tokens
    for clause in found.clauses:
        if clause.relation not in _NARROWING or clause.subject not in phrases:
            continue
        close = clause.first == found.phrases[clause.subject].stop
        stop = _end(found, clause)
        if close and not clause.first <= at < stop:
            yield " ".join(t.low[clause.first : stop])


def _end(found: Parse, clause: Clause) -> int:
    """Where a clause ends with what hangs on it right behind: "who" and "walk to school"."""
    stop = clause.stop
    for one in found.clauses:
        if one.first == stop and one.relation in _NARROWING and one.subject == clause.subject:
            stop = one.stop
    return stop


def _of(found: Parse, index: int) -> bool:
    """Whether a noun phrase stands behind "of"."""
    at = found.phrases[index].preposition
    return at != NOWHERE and found.tokens.low[at] == "of"


def _definite(found: Parse, index: int) -> bool:
    """Whether a noun phrase speaks of what is known: "the 51% who chose one system"."""
    return found.tokens.low[found.phrases[index].first] == "the"


def _goes_on(found: Parse, clause: Clause, at: int) -> bool:
    """Whether the clause of a figure says something of it, or no verb stands before it either."""
    return clause.verb == NOWHERE or found.verbs[clause.verb].first > at


def ages_behind(text: str, fact: Fact, facts: Sequence[Fact]) -> frozenset[Decimal]:
    """The ages between a figure of prose and the next of its unit: "36% were married by age 18"."""
    if fact.table is not None or fact.unit == AGE:
        return frozenset()
    ends = [one.at.start for one in facts if one.unit == fact.unit and one.at.start > fact.at.end]
    stop = min(ends, default=len(text))
    return frozenset(
        one.value
        for one in facts
        if one.unit == AGE and one.value is not None and fact.at.end <= one.at.start < stop
    )


AGE: Final = "year of age"


def tells_an_opinion(text: str, fact: Fact, near: str) -> bool:
    """Whether the clause of a share, or the words near it, say what people like or want."""
    if fact.table is not None or fact.kind is not FactKind.SHARE:
        return False
    found = parse(text)
    clause = found.clauses[found.clause_at[token_at(found, fact.at.start)]]
    words = found.tokens.low[_host(found, clause).first : clause.stop]
    return any(root(word) in _OPINIONS for word in (*words, *near.casefold().split()))


_OPINIONS: Final = frozenset(
    map(root, "satisfied satisfaction prefer preference want wish hope confident happy".split())
)


def subject_of(text: str, fact: Fact) -> str:
    """The subject of the clause of a figure of prose, or of the clause that this hangs on."""
    if fact.table is not None:
        return ""
    found = parse(text)
    clause = found.clauses[found.clause_at[token_at(found, fact.at.start)]]
    while clause.subject == NOWHERE and clause.parent != NOWHERE:
        clause = found.clauses[clause.parent]
    return found.text(found.phrases[clause.subject]) if clause.subject != NOWHERE else ""
