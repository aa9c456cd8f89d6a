"""A figure in its sentence in, whether it only bounds a class of what is counted out.

"12% of firms have more than 100 clerks" gives one figure, a share of firms; "100 clerks" says of
which firms, and another edition that cuts its classes elsewhere does not give it another value.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from tracediff.model import Bound, Fact, FactKind
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse

_OPEN: Final = frozenset({Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN})
_SIZES: Final = frozenset("size sizes age ages length range sized aged ranging lasting".split())


def bounds_a_class(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether an open figure of prose says of which things others of its sentence are told."""
    if fact.table is not None or fact.bound not in _OPEN or fact.kind is FactKind.SHARE:
        return False
    found = parse(text)
    at = _token(found, fact)
    if _describes(found, at) or (fact.value == 1 and _of_whom(found, at)):
        return True
    shares = [one for one in facts if one.kind is FactKind.SHARE and one is not fact]
    if fact.kind is FactKind.LIMIT and shares:
        return True
    return any(found.clause_at[_token(found, one)] == found.clause_at[at] for one in shares)


def _of_whom(found: Parse, at: int) -> bool:
    """Whether a number says who is counted: "editors who made at least one edit"."""
    return found.clauses[found.clause_at[at]].relation is Relation.RELATIVE


def _token(found: Parse, fact: Fact) -> int:
    """The token that a figure begins with."""
    return bisect_right(found.tokens.start, fact.at.start, hi=found.tokens.size) - 1


def _describes(found: Parse, at: int) -> bool:
    """Whether a number is what things have, or how large they are: "firms with 100 clerks"."""
    low, index = found.tokens.low, found.phrase_at[at]
    clause = found.clauses[found.clause_at[at]]
    if clause.verb != NOWHERE and low[found.verbs[clause.verb].head] in _SIZES:
        return True
    if index == NOWHERE:
        return False
    phrase = found.phrases[index]
    before = found.phrases[index - 1] if index else phrase
    first = before.first if before.stop == phrase.first else phrase.first  # "of size 40"
    if not _SIZES.isdisjoint(low[first:at]):
        return True
    led = phrase.preposition != NOWHERE and low[phrase.preposition] in ("with", "between")
    return led and phrase.governor != NOWHERE
