"""Figures that others are set beside: two facts in, whether one led to the other out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.propositions import direction
from tracediff.model import Bound, Fact
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import parse
from tracediff.text.words import root
from tracediff.timelines.nearby_words import is_of_another, token_at
from tracediff.timelines.words import content

_COMPARES: Final = re.compile(
    r"→|\b(?:compared|comparison|than|versus|same\s+period)\b"
    r"|\b(?:up|down|ris(?:e|en|ing)|rose|fell|fall(?:en|ing)?|grew|growth|increas\w+|decreas\w+"
    r"|declin\w+|drop\w*|reduc\w+)\b[^.;]*\bfrom\b"
    r"|^\W*(?:percent\s+)?(?:in\s+\d{4}\s+)?to\W*$",
    re.IGNORECASE,
)
_ONLY_TO: Final = re.compile(r"^[\s–-]*(?:to)?[\s–-]*$", re.IGNORECASE)
_BOUND: Final = re.compile(r"\b(?:more|less|fewer|other)\s+than\W*$", re.IGNORECASE)


def compares_with_last(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the words before a figure compare it with the figure before it."""
    before = max((f for f in facts if f.at.end <= fact.at.start), key=end_of, default=None)
    if before is None or departs(text, fact, facts) or ranges_between(text, before, fact):
        return False
    between = _BOUND.sub("", text[before.at.end : fact.at.start])
    if _ONLY_TO.match(between) and not _is_moved(text, before, fact):
        return False
    if _COMPARES.search(between):
        return not is_of_another(text, before.at.end, fact.at.start)
    return (led_by(text, before), led_by(text, fact)) == ("from", "to")


def ranges_between(text: str, before: Fact, fact: Fact) -> bool:
    """Whether two figures bound what something ranges over: "fees range from 2 to 40 francs"."""
    if (before.bound, fact.bound) == (Bound.AT_LEAST, Bound.AT_MOST):
        return True
    found = parse(text)
    clause = found.clause_at[token_at(found, fact.at.start)]
    verb = found.clauses[clause].verb if clause != NOWHERE else NOWHERE
    return verb != NOWHERE and root(found.tokens.low[found.verbs[verb].head]) in _RANGING


def _is_moved(text: str, before: Fact, fact: Fact) -> bool:
    """Whether something moves between two figures that only "to" joins: "rose 40 to 60 tonnes".

    Where nothing does, they are the ends of a range: "for six to 10 years".
    """
    if led_by(text, before) == "from" or (before.dated and before.period != fact.period):
        return True
    found = parse(text)
    at = token_at(found, before.at.start)
    clause = found.clauses[found.clause_at[at]]
    words = found.tokens.low[max(clause.first, at - _BEFORE) : at]
    return any(word in _MOVED or direction(word) or direction(root(word)) for word in words)


_BEFORE: Final = 14  # tokens before a movement that may name it: "increased the fee for a berth …"
_MOVED: Final = frozenset("went moved changed going moving goes moves changes revised".split())
_RANGING: Final = frozenset(map(root, ("range", "span", "extend", "vary")))
_AHEAD: Final = 3  # tokens before a figure: "from", "from about", "from under $"


def compares_with_others(text: str, fact: Fact) -> bool:
    """Whether what a figure is compared with is told of others: "against 31% of those on shore".

    The same figure at another time has that time, and need not say again of whom it is told.
    """
    if fact.dated or fact.table is not None:
        return False
    found = parse(text)
    own, low = found.phrase_at[token_at(found, fact.at.start)], found.tokens.low
    return own != NOWHERE and any(
        one.governor == own
        and one.preposition != NOWHERE
        and low[one.preposition] in _WHOSE
        and bool(content(found.text(one)) or low[one.head] in _THOSE)
        for one in found.phrases
    )


_WHOSE: Final = frozenset(("of", "among", "for"))
_THOSE: Final = frozenset(("those", "others", "them", "these"))


def from_long_ago(text: str, fact: Fact) -> bool:
    """Whether a movement to another figure comes from a figure of no stated, far time.

    "Since it opened, the fund has grown from 19 to 40 million" starts in no year that an edition
    reports on, nor does what grew over five years. "Up from 61% last year" tells its time, whatever
    else the sentence says of times.
    """
    if fact.dated:
        return False
    found = parse(text)
    low, at = found.tokens.low, token_at(found, fact.at.start)
    if "from" not in low[max(0, at - _AHEAD) : at] or "to" in low[max(0, at - _AHEAD) : at]:
        return False
    if fact.period is not None and str(fact.period.end.year) in text:
        return False
    return any(
        word == "since"
        or (word in ("year", "decade") and low[at - 1] == "-")
        or (word in ("years", "decades") and low[at - 1] not in ("recent", "previous", "prior"))
        for at, word in enumerate(low)
    )


def of_no_told_time(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure is for a time before that of its edition that nothing tells.

    A wage that "was raised from 60 to 70 in July" was 60 before, and what a board had "in prior
    years" it no longer has.
    """
    if fact.dated or fact.table is not None:
        return False
    if fact.period is None and departs(text, fact, facts):
        return True
    return from_long_ago(text, fact) or tells_of_earlier_years(text, fact)


def tells_of_earlier_years(text: str, fact: Fact) -> bool:
    """Whether the clause of a figure tells of years before: "in prior years the board had 10"."""
    found = parse(text)
    clause, low = found.clause_at[token_at(found, fact.at.start)], found.tokens.low
    return any(
        phrase.preposition != NOWHERE
        and low[phrase.preposition] == "in"
        and low[phrase.head] == "years"
        and not _EARLIER.isdisjoint(low[phrase.first : phrase.head])
        and found.clause_at[phrase.head] == clause
        for phrase in found.phrases
    )


_EARLIER: Final = frozenset("prior previous earlier past former".split())


def departs(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure is where a movement to the next one comes from: "(down from 37 to 30)"."""
    after = min((f for f in facts if f.at.start >= fact.at.end), key=start_of, default=None)
    return after is not None and (led_by(text, fact), led_by(text, after)) == ("from", "to")


def end_of(fact: Fact) -> int:
    """Where a figure ends in its sentence."""
    return fact.at.end


def start_of(fact: Fact) -> int:
    """Where a figure begins in its sentence."""
    return fact.at.start


def led_by(text: str, fact: Fact) -> str:
    """The preposition of the phrase that a figure stands in."""
    found = parse(text)
    index = found.phrase_at[token_at(found, fact.at.start)]
    at = found.phrases[index].preposition if index != NOWHERE else NOWHERE
    return found.tokens.low[at] if at != NOWHERE else ""
