"""A figure of a parsed sentence in, what its clause says of its bearing out.

Which figures may stand beside it in a series hangs on more than what it counts: whether it is the
far side of a comparison, what it is an amount per, whether it counts only what was added, and as of
which day it was told.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention
from tracediff.lexicon.units import TIME
from tracediff.model import Period
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse


class Bearing(NamedTuple):
    """What the clause of a figure says of it; see the fields of the same names of a fact."""

    compared: bool
    per: str
    added: bool
    observed: Period | None


def bearing(
    p: Parse, figure: Figure, period: Period | None, mentions: Sequence[Mention]
) -> Bearing:
    """Read off the parse how a figure stands to others of its measure."""
    return Bearing(
        _is_compared(p, p.clause_at[figure.first]),
        _per(p, figure),
        p.tokens.low[figure.stop] in _ADDED,
        _observed(period, mentions),
    )


_ADDED: Final = frozenset("new additional further extra more newly".split())
_WHOLE: Final = frozenset({Relation.MAIN, Relation.COORDINATE, Relation.COMPLEMENT})


def _is_compared(p: Parse, clause: int) -> bool:
    """Whether a clause is, or lies in, the far side of a comparison."""
    while clause != NOWHERE:
        one = p.clauses[clause]
        if one.relation is Relation.COMPARISON or one.relation in _WHOLE:
            return one.relation is Relation.COMPARISON
        clause = one.parent
    return False


def _per(p: Parse, figure: Figure) -> str:
    """What an amount is per: "month" of "$12 per month", "day" of "310 loads of coal a day".

    Nothing where it is a plain amount, or a count for a year, as those of yearly reports are.
    """
    unit = figure.unit or ""
    if figure.sort == "money" and " per " in unit:
        return unit.rpartition(" per ")[2]
    index = p.phrase_at[figure.first]
    if (
        figure.sort not in ("count", "measure", "times", "time")
        or index == NOWHERE
        or " per " in unit
    ):
        return ""
    base = _time_behind(p, p.phrases[_last_of(p, index)].stop)
    return "" if base == "year" else base


def _last_of(p: Parse, index: int) -> int:
    """The phrase that closes what a phrase is of: "310 loads of coal"."""
    low = p.tokens.low
    while index + 1 < len(p.phrases):
        one = p.phrases[index + 1]
        if one.governor != index or low[one.preposition] != "of":
            break
        index += 1
    return index


def _time_behind(p: Parse, at: int) -> str:
    """The time that a rate is for: "per second", "a day", "every hour", "daily"."""
    low = p.tokens.low
    if low[at] in _REGULARLY:
        return _REGULARLY[low[at]]
    if low[at] not in _EACH or at + 1 >= p.tokens.size:
        return ""
    return "day" if low[at + 1] == "night" else TIME.get(low[at + 1], "")


_EACH: Final = frozenset("per a an each every".split())
_REGULARLY: Final = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month",
}  # fmt: skip


def _observed(period: Period | None, mentions: Sequence[Mention]) -> Period | None:
    """The day as of which a count for another stretch of time was told, if the sentence says so.

    "As of October 2022, 110 appeals of 2021 had been decided" tells of 2021, as seen later.
    """
    if period is None or period.as_of:
        return None
    days = (one.period for one in mentions if one.period and one.period.as_of and not one.base)
    return next((day for day in days if day != period), None)
