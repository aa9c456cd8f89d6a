"""Where a statement may be cut: a statement and the room for it in, a shorter one out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tracediff.lexicon.syntax import COMPLEX
from tracediff.model.record import replaced
from tracediff.model.syntax import NOWHERE, Clause, Relation
from tracediff.syntax import Parse
from tracediff.wording.statement_bounds import (
    MARKS,
    StatementSpan,
    end_of_phrase,
    is_misread,
    least_end,
)


def weight_of(p: Parse, one: StatementSpan, wanted: Callable[[int, int], float]) -> float:
    """How much of what is wanted a statement holds, its subject included."""
    return sum(
        wanted(p.tokens.start[part.start], p.tokens.end[part.stop - 1])
        for part in (one.subject, range(one.start, one.stop))
        if part
    )


def cut_statement(
    p: Parse, one: StatementSpan, most: int, room: int, wanted: Callable[[int, int], float]
) -> StatementSpan | None:
    """A statement up to the last phrase that ends within so many words, or within the room that
    there is for at least half of what is wanted; None where that is too little."""
    ends = [replaced(one, stop=stop) for stop in ends_of(p, one)]
    fits = [(weight_of(p, e, wanted), e) for e in ends if len(e.words(p).split()) <= room]
    need = max((weight for weight, _ in fits), default=0.0) / 2
    telling = [e for weight, e in fits if weight >= need > 0]
    whole = [e for e in telling if not cuts_off(p, e.stop)]
    whole = whole or [e for e in telling if not _cuts_what_is_said(p, e.stop)] or telling
    short = [e for e in whole if len(e.words(p).split()) <= most]
    if short:
        return max(short, key=lambda e: e.stop)
    return min(whole, key=lambda e: e.stop, default=None)


def _cuts_what_is_said(p: Parse, at: int) -> bool:
    """Whether what somebody says, or what something is called, stands behind a place: "reminding
    them | that fires are banned", "is best described | as a truce"."""
    says = any(c.first == at and c.relation is Relation.COMPLEMENT for c in p.clauses)
    return says or (p.tokens.low[at : at + 1] == ["as"] and p.tags[at - 1] == "VBN")


def cuts_off(p: Parse, at: int) -> bool:
    """Whether what stands from a place on tells which of a thing are meant: "stocks estimated to
    be", "documents | viewed most", "boats | that leak"; or what a clause inside the statement
    needs: "that the guards | left", "to learn how many | sank"."""
    opens = any(
        c.first == at and c.relation in (Relation.PARTICIPLE, Relation.RELATIVE) for c in p.clauses
    )
    inside = (
        c.first < at < c.stop and c.relation in _INSIDE and _is_short(p, number, at)
        for number, c in enumerate(p.clauses)
    )
    short = any(inside) or _lists_on(p, at) or _is_of_what(p, at) or _cuts_what_is_said(p, at)
    return short or (opens and p.tokens.text[at - 1] not in MARKS)


_TWO_WORDS: Final = COMPLEX | {("prior", "to"), ("according", "to"), ("compared", "with")}
_INSIDE: Final = frozenset({Relation.COMPLEMENT, Relation.INFINITIVE, Relation.RELATIVE})


def _is_of_what(p: Parse, at: int) -> bool:
    """Whether an adjective behind its noun needs what follows: "the bodies responsible | for"."""
    adjective = at > 1 and p.tags[at - 1] == "JJ" and p.tags[at - 2][:2] == "NN"
    return adjective and p.tags[at : at + 1] in (("IN",), ("TO",))


def _lists_on(p: Parse, at: int) -> bool:
    """Whether a comma parts two things of a list: "nets | , ropes, and sails"."""
    if p.tokens.text[at : at + 1] != [","] or p.phrase_at[at - 1] == NOWHERE:
        return False
    last = p.tokens.low[at + 1 : at + 2] in (["and"], ["or"])  # the item behind "and"
    first = at + 1 + last
    behind = p.phrase_at[first] if first < p.tokens.size else NOWHERE
    if behind == NOWHERE or p.phrases[behind].preposition != NOWHERE:
        return False
    stop = end_of_phrase(p, p.phrases[behind].stop, p.tokens.size)
    if last:
        return p.tokens.text[at - 1] != "," and "," in p.tokens.text[:at] and _ends_there(p, stop)
    after = p.tokens.low[stop : stop + 2]
    return after[:1] in (["and"], ["or"]) or (after[:1] == [","] and after[1:] in (["and"], ["or"]))


def _ends_there(p: Parse, at: int) -> bool:
    """Whether a statement may end at a place: no verb follows, of which the phrase is a subject."""
    return at >= p.tokens.size or (p.verb_at[at] == NOWHERE and p.tags[at] not in ("RB", "MD"))


def _is_short(p: Parse, number: int, at: int) -> bool:
    """Whether a clause that ends at a place has no verb yet, or not what its verb needs."""
    clause = p.clauses[number]
    if clause.verb == NOWHERE:
        return clause.relation is Relation.COMPLEMENT
    return at < min(least_end(p, number), clause.stop)


def ends_of(p: Parse, one: StatementSpan) -> Iterator[int]:
    """Where a statement may end: where its verb has what it needs, before a preposition, a mark,
    or another clause, and at its end."""
    begun = {c.first for c in p.clauses if c.relation is Relation.INFINITIVE}
    clauses = {c.first for c in p.clauses if not _is_within(p, c)} - begun
    for at in range(one.least, one.stop):
        opens = p.tags[at] in ("IN", "TO", "WDT", "WP", "WRB") and p.tokens.low[at] != "of"
        plain = p.phrase_at[at] == NOWHERE and p.tokens.text[at].islower() and at not in begun
        ends = (opens and plain) or p.tokens.text[at] in MARKS or at in clauses
        if ends and not is_loose(p, at):
            yield at
    if one.stop not in begun and (one.stop >= p.tokens.size or not is_loose(p, one.stop)):
        yield one.stop


def _is_within(p: Parse, clause: Clause) -> bool:
    """Whether a clause stands inside a phrase: "control testing", "pilots and returned sailors"."""
    misread = clause.verb != NOWHERE and is_misread(p, clause)
    return misread or (*p.tags, "")[clause.first] == "VBG"


def is_loose(p: Parse, at: int) -> bool:
    """Whether what stands before a place calls for more: a preposition, an adjective without its
    noun, a verb whose object was not found, an item of a list that goes on."""
    behind = at - 1
    if p.tags[behind] in _LEADING or p.tokens.text[behind] in MARKS:
        return p.tokens.text[behind] != ")"
    if (p.tokens.low[behind], p.tokens.low[at]) in _TWO_WORDS:
        return True  # "prior | to the signing"
    if p.tokens.text[at] == ")" or (p.tags[behind] == "RP" and p.tokens.low[at] == "to"):
        return True  # "fined up | to 40 crowns"
    if _goes_on(p, at):
        return True
    if p.verb_at[behind] != NOWHERE and p.phrase_at[at] == NOWHERE and _ends_behind(p, at):
        return True  # "the fund was set | up."
    verb, phrase = p.verb_at[behind], p.phrase_at[behind]
    if p.tags[behind] == "VBG" and p.tags[at] in ("IN", "TO"):
        return True  # "ideas coming | from boys"
    if verb != NOWHERE:
        group = p.verbs[verb]
        opens = not group.finite and p.clauses[p.clause_at[behind]].first == group.first
        return opens or (not group.passive and p.tokens.text[at] not in (*MARKS, "."))
    if phrase != NOWHERE and (p.phrases[phrase].stop > at or p.phrases[phrase].joined != NOWHERE):
        return True
    return _lacks_noun(p, behind)


def _goes_on(p: Parse, at: int) -> bool:
    """Whether what stands behind a place belongs to what stands before it: "with rods | only", "not
    only mines | but also quarries", "from B | to A"."""
    low, phrase = p.tokens.low, p.phrase_at[at - 1]
    first = p.phrases[phrase].preposition if phrase != NOWHERE else NOWHERE
    ranges = low[at] == "to" and first != NOWHERE and low[first] == "from"
    return ranges or low[at] == "only" or low[at : at + 2] == ["but", "also"]


_LEADING: Final = frozenset("IN TO CC DT PDT PRP$ WDT WP WP$ WRB".split())


def _ends_behind(p: Parse, at: int) -> bool:
    """Whether a mark, or nothing, stands behind the word at a place."""
    behind = p.tokens.text[at + 1 : at + 2]
    return p.tokens.kind[at] == "w" and (not behind or behind[0] in (*MARKS, "."))


def _lacks_noun(p: Parse, at: int) -> bool:
    """Whether a word is an adjective whose noun is still to come: "an active and engaged crew"."""
    return p.tags[at][:2] == "JJ" and p.tags[at - 1] in ("DT", "PRP$", "IN", "JJ")
