"""The words that stand around a figure: a fact in, what is said before and behind it out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from tracediff.model import Fact
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse
from tracediff.timelines.words import content

_BREAK: Final = re.compile(
    r"[,;:()\[\]|—–→]|\s(?:and|or|but|while|whereas|compared|versus|followed)\s|\.\s", re.IGNORECASE
)
_REACH: Final = 110  # characters; further words belong to another clause


def token_at(found: Parse, at: int) -> int:
    """The token at a place of the text."""
    return bisect_right(found.tokens.start, at, hi=found.tokens.size) - 1


def is_of_another(text: str, before: int, at: int) -> bool:
    """Whether a figure's clause has a subject that the text up to the figure before does not name.

    "Timber stayed at 63 tonnes; ore rose from 60 to 65" compares the last two figures.
    """
    found = parse(text)
    token = token_at(found, at)
    clause = found.clauses[found.clause_at[token]] if found.clause_at[token] != NOWHERE else None
    if clause is None or clause.subject == NOWHERE or clause.shared:
        return False
    subject = found.phrases[clause.subject]
    span = found.tokens.span(subject.first, subject.stop)
    return before <= span.start < at and not content(found.text(subject)) <= content(text[:before])


def words_near(text: str, fact: Fact, facts: Sequence[Fact]) -> str:
    """The words between a figure and the next break or figure, on the side that names it."""
    start = max((f.at.end for f in facts if f.at.end <= fact.at.start), default=0)
    stop = min((f.at.start for f in facts if f.at.start >= fact.at.end), default=len(text))
    left = text[max(start, fact.at.start - _REACH) : fact.at.start]
    right = text[fact.at.end : min(stop, fact.at.end + _REACH)]
    in_brackets = left.rstrip().endswith("(")
    left = left.rstrip(" (")
    ends = bool(content(left) and _NEXT.match(right))
    after = predicate_of(text, fact, right) if in_brackets else "" if ends else first_part(right)
    before = "" if after and _OPENED.search(left) else _last_part(left)
    return f"{before} {after}" if content(f"{before} {after}") else f"{left} {right}"


def predicate_of(text: str, fact: Fact, right: str) -> str:
    """What is said behind a bracket of a subject: "most shops (61%) are closed"; else nothing."""
    found = parse(text)
    token = bisect_right(found.tokens.start, fact.at.start, hi=found.tokens.size) - 1
    clause = found.clauses[found.clause_at[token]]
    if clause.relation is not Relation.ASIDE:
        return ""
    host = found.clauses[clause.parent]
    goes_on = NOWHERE not in (host.subject, host.verb) and found.verbs[host.verb].first > token
    own = found.phrase_at[token]  # the subject of a verb that follows: "half of us (51%) walk"
    goes_on |= own != NOWHERE and any(
        one.subject == own and one.first == clause.stop for one in found.clauses
    )
    return first_part(right.partition(")")[2]) if goes_on else ""


_NEXT: Final = re.compile(r"\s*(?:[,;:—–]|(?:and|or|but|while|whereas)\b)", re.IGNORECASE)
_OPENED: Final = re.compile(r"(?:[,;]|\b(?:and|or|but|while|whereas))\s*$", re.IGNORECASE)


def _last_part(text: str) -> str:
    """What stands behind the last break that has words behind it."""
    parts = _BREAK.split(text)
    return next((part for part in reversed(parts) if content(part)), "")


def first_part(text: str) -> str:
    """What stands before the first break that has words before it."""
    return next((part for part in _BREAK.split(text) if content(part)), "")
