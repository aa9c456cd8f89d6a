"""Whether a figure is a level, a share, a stated change or a limit, and how tightly it is given."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.measures import Reading, clause
from tracediff.extract.tokens import Tokens
from tracediff.lexicon.cues import LAWS, LIMITING, LIMITING_MODALS, RULING
from tracediff.model import Bound, FactKind

_LENGTHS: Final[frozenset[str]] = frozenset({"foot", "metre", "mile", "kilometre", "inch", "yard"})


def kind_of(t: Tokens, figure: Figure, reading: Reading, ruling: Ruling) -> FactKind:
    """Whether a figure is a level, a share, a stated change or a limit."""
    if figure.sort in ("age", "time", "ratio"):
        return FactKind.LIMIT
    if figure.unit == "fold":
        return FactKind.CHANGE
    if reading.change:
        return FactKind.CHANGE
    if figure.sort in ("count", "money", "measure") and _limited(t, figure, ruling):
        return FactKind.LIMIT
    if ruling.start <= t.start[figure.first] < ruling.stop:
        return FactKind.LIMIT
    if figure.sort == "measure":
        return FactKind.LIMIT if figure.unit in _LENGTHS else FactKind.LEVEL
    return FactKind.SHARE if figure.sort in ("percent", "share") else FactKind.LEVEL


_RULED: Final[re.Pattern[str]] = re.compile(
    rf"(?:\b(?:{LAWS})(?! enforcement)(?: [\w’'-]+){{0,4}}?|^It(?: also| further)?)"
    rf" (?:{'|'.join(RULING)})\b",
    re.I,
)
_PENAL: Final[re.Pattern[str]] = re.compile(
    r"\b(?:penalt|punish|prescrib|impos|fac(?:e|es|ed|ing)\b|subject to|prohibit|criminali|up to)",
    re.I,
)
_OVER: Final[re.Pattern[str]] = re.compile(
    r";|\bbut\b|\balthough\b|\bduring the year\b|\breported\b"
)


@dataclass(frozen=True, slots=True)
class Ruling:
    """Where in a sentence a law rules (``start`` to before ``stop``), where a penalty stands."""

    start: int
    stop: int
    penal: int


def find_ruling(text: str) -> Ruling:
    """Where a law rules in a sentence."""
    ruled, penal = _RULED.search(text), _PENAL.search(text)
    never = len(text) + 1
    if ruled is None:
        return Ruling(never, never, penal.start() if penal else never)
    over = _OVER.search(text, ruled.end())
    stop = over.start() if over else never
    return Ruling(ruled.end(), stop, penal.start() if penal else never)


def _limited(t: Tokens, figure: Figure, ruling: Ruling) -> bool:
    """Whether the clause before a figure makes it a capacity, a penalty or a ratio."""
    first, _ = clause(t, figure.first)
    first = max(first, figure.first - 12)
    for j in range(figure.first - 1, first - 1, -1):
        if t.text[j] == ",":
            break
        if t.low[j] in LIMITING and (
            t.low[j] != "capacity" or t.low[j + 1] in ("of", "for", "to", "was", "is")
        ):
            return True
        if t.text[j] in LIMITING_MODALS:  # "may", not "May"
            return True
        if t.low[j] in ("fine", "fines") and ruling.penal < t.start[figure.first]:
            return True
    if t.low[figure.first - 2 : figure.first] == ["one", "of"]:  # one of five ratings
        return True
    every = t.low[figure.first - 1] == "every" if figure.first else False
    return every or (
        "every" in t.low[figure.stop : figure.stop + 4]
        and "for" in t.low[figure.stop : figure.stop + 4]
    )


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
