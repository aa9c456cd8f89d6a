"""A figure in its sentence in, whether it says of what another is told instead of measuring out.

"26% of pilots aged 20 to 24 sail alone" measures one thing; 20 and 24 say of which pilots. Nobody
follows such a number through the years, whatever words two editions share around it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from tracediff.model import Fact, FactKind
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse, parse
from tracediff.timelines.classes import bounds_a_class
from tracediff.timelines.nearby_words import token_at


def measures_nothing(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a figure only says of what, or out of how many, another one is told.

    Nor does a number with a letter or another number in brackets behind it, which says where
    something stands, "two or more", which is any number, and a half of those whose share is given.
    """
    if _REFERENCE.match(text, fact.at.end) or _REFERENCE.search(fact.quote):
        return True
    if _ANY.match(fact.quote) or _is_told_exactly(fact, facts):
        return True
    if fact.table is not None:
        return False
    found = parse(text)
    at = token_at(found, fact.at.start)
    if _is_a_difference(found, fact, at):
        return True
    if fact.unit == _AGE:
        return _of_a_person(found, fact, at) or _of_a_class(found, fact, at, facts)
    if fact.unit is None and at and found.tokens.low[at - 1] in _OUT_OF:
        return True
    if fact.unit is None and _known_before(found, fact, at):
        return True
    return bounds_a_class(text, fact, facts)


def _is_told_exactly(fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether a fraction in words goes with its share in percent: "nearly half (48%)"."""
    if fact.unit is not None or fact.kind is not FactKind.SHARE or not fact.value:
        return False
    return any(
        one.unit == "%" and one.value is not None and abs(one.value - 100 * fact.value) <= _NEARLY
        for one in facts
    )


_NEARLY: Final = 8  # percentage points that "half" or "a third" may be off
_ANY: Final = re.compile(r"(?:one|two) or more\b", re.IGNORECASE)
_REFERENCE: Final = re.compile(r"\)?\s?\([a-z]\)|\)\s?\(\d")


def _is_a_difference(found: Parse, fact: Fact, at: int) -> bool:
    """Whether a figure only says by how much one is above another: "fell short by $40 of 2015".

    Such are "less by 40 than", "exceeds by 40", "40 greater than" and "40 in excess of".
    """
    low, t = found.tokens.low, found.tokens
    stop = next((i for i in range(at, t.size) if t.start[i] >= fact.at.end), t.size)
    if tuple(low[stop : stop + 2]) == ("in", "excess"):
        return True
    if stop + 1 < t.size and found.tags[stop] in ("JJR", "RBR") and low[stop + 1] == "than":
        return True
    index = found.phrase_at[at]
    ahead = found.phrases[index].preposition if index != NOWHERE else NOWHERE
    if ahead < 1 or low[ahead] != "by":
        return False
    clause = found.clauses[found.clause_at[at]]
    verb = found.verbs[clause.verb].head if clause.verb != NOWHERE else ahead - 1
    above = not _ABOVE.isdisjoint((low[verb], low[ahead - 1]))
    return above or found.tags[ahead - 1] in ("JJR", "RBR")


_ABOVE: Final = frozenset(
    "exceed exceeds exceeded exceeding surpass surpasses surpassed surpassing outnumber"
    " outnumbers outnumbered".split()
)


def _known_before(found: Parse, fact: Fact, at: int) -> bool:
    """Whether a number word goes with what is known already: "the two ports"."""
    index = found.phrase_at[at]
    if index == NOWHERE or not fact.quote.isalpha():
        return False
    return found.tokens.low[found.phrases[index].first] in _KNOWN


_KNOWN: Final = frozenset(("the", "these", "those", "both"))
_AGE: Final = "year of age"
_OUT_OF: Final = frozenset(("per", "every", "each"))  # "53 births per 1,000 girls"
_AGED: Final = frozenset(("age", "aged", "ages"))


def _of_a_person(found: Parse, fact: Fact, at: int) -> bool:
    """Whether an age describes who is spoken of: "a 14-year-old pilot", "a pilot, age 14,"."""
    low = found.tokens.low
    if fact.quote.casefold().endswith("-old"):
        return True
    if at < _NAMED or low[at - 1] not in _AGED:
        return False
    before = at - _NAMED
    phrase = found.phrase_at[before]
    named = phrase != NOWHERE and found.phrases[phrase].head == before
    return named or low[before] in (",", "(")


_NAMED: Final = 2  # tokens from a number back to what it describes: "a pilot age 14"


def _of_a_class(found: Parse, fact: Fact, at: int, facts: Sequence[Fact]) -> bool:
    """Whether another figure than an age is told in the clause of an age."""
    clause = found.clause_at[at]
    return any(
        one.unit != _AGE and found.clause_at[token_at(found, one.at.start)] == clause
        for one in facts
        if one is not fact
    )


def of_both(text: str, fact: Fact) -> bool:
    """Whether a share is of those for whom two things hold at once: "own both tugs and rafts"."""
    if fact.table is not None or fact.kind is not FactKind.SHARE:
        return False
    found = parse(text)
    at = token_at(found, fact.at.start)
    behind = (one for one in found.phrases if one.joined != NOWHERE and one.first > at)
    return any("both" in found.tokens.low[max(at, one.first - 1) : one.head] for one in behind)
