"""The bound of a figure: a figure and the words around it in, "at least" or "about" out."""

from __future__ import annotations

from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number
from tracediff.extract.units import Unit, unit_after
from tracediff.lexicon.cues import BOUNDS, BOUNDS_AFTER
from tracediff.model import Bound
from tracediff.text.tokens import Tokens

_LONGEST_BOUND: Final[int] = max(len(words) for words in BOUNDS)


def bound_words(t: Tokens, i: int) -> tuple[str, ...]:
    """The words of a bound behind a number, "or more", or none."""
    return next(
        (words for size in (2, 1) if (words := tuple(t.low[i : i + size])) in BOUNDS_AFTER), ()
    )


def unit_behind_bound(t: Tokens, number: Number) -> Unit | None:
    """The unit that a bound stands before: "5 or more years"."""
    words = bound_words(t, number.stop)
    if not words:
        return None
    unit = unit_after(t, number._replace(stop=number.stop + len(words)), None)
    return unit if unit and unit.sort in ("time", "measure", "percent") else None


def set_bound(t: Tokens, figure: Figure) -> None:
    """Read the words straight before a figure, and straight behind it, as its bound."""
    if set_bound_behind(t, figure):
        return
    i = figure.first
    while i and t.low[i - 1] in (
        "a",
        "total",
        "just",
        "only",
        "of",
        "(",
        "another",
        "additional",
    ):
        if t.low[i - 1] == "of" and t.low[i - 2] not in (
            "total",
            "excess",
            "minimum",
            "maximum",
            "average",
        ):
            break
        if t.low[i - 1] in ("of", "just") and t.low[i - 2] != "total":
            break
        i -= 1
    for start in (figure.first, i):
        for size in range(min(_LONGEST_BOUND, start), 0, -1):
            bound = BOUNDS.get(tuple(t.low[start - size : start]))
            if bound is not None:
                lasting = start > 1 and t.low[start - 2] in _LASTING
                if t.low[start - 1] == "over" and figure.sort == "time" and not lasting:
                    continue  # "over three days" is a stretch of time
                if _bounds_another(t, start, size, figure):
                    continue
                figure.bound, figure.bounded = bound, True
                return
    if _estimated(t, figure.first):
        figure.bound, figure.bounded = Bound.ABOUT, True


def _bounds_another(t: Tokens, start: int, size: int, figure: Figure) -> bool:
    """Whether the words of a bound before a figure say something else."""
    if start > size and t.low[start - size - 1] in _COMPARED:
        return True  # "12 percent over the 38" compares
    if t.text[start - 1] == ">" and t.glued(start - 1):
        return True  # an arrow: "24% -> 34%"
    return _sums_up(t, start, figure)


def _sums_up(t: Tokens, start: int, figure: Figure) -> bool:
    """Whether "up to" belongs to the verb before it: "added up to 120 crowns", "went up to 9"; not
    where it bounds what was added: "added up to 40 boats"."""
    if t.low[start - 2 : start] != ["up", "to"] or start < _SUMMED:
        return False
    bare = figure.sort != "count" or noun_phrase(t, figure.stop).empty
    return t.low[start - _SUMMED] in _SUMMING and bare


_SUMMED: Final[int] = 3  # tokens of "added up to"
_SUMMING: Final[frozenset[str]] = frozenset(
    "add adds added adding sum sums summed summing go goes went gone going".split()
)


def _estimated(t: Tokens, i: int) -> bool:
    """Whether a clause that somebody estimates holds a token: "it estimated that 78,700 fled"."""
    first = max(0, i - _OPINION)
    return any(
        (t.low[j] == "that" or (t.low[j] == "to" and t.low[j - 1] == "estimated"))
        and t.low[j - 1] in _ESTIMATES
        and ";" not in t.text[j:i]
        for j in range(first + 1, i)
    )


_OPINION: Final[int] = 16  # words: "estimated that across all eleven coastal districts some …"
_LASTING: Final[frozenset[str]] = frozenset(
    "for to took takes taking lasted lasts lasting".split()
) | frozenset("just well slightly".split())  # "just over three days" is no stretch of time either
_ESTIMATES: Final[frozenset[str]] = frozenset("estimate estimates estimated".split())
_COMPARED: Final[frozenset[str]] = frozenset("percent cent % point points".split())


def set_bound_behind(t: Tokens, figure: Figure) -> bool:
    """Read "500 or more", "10,000+" and take the words in."""
    stop = figure.stop
    if t.low[stop] == "+" and t.kind[stop + 1] in ("n", "s") and not t.glued(stop):
        return False  # "66 + 281 = 347" is a sum
    for size in (2, 1):
        bound = BOUNDS_AFTER.get(tuple(t.low[stop : stop + size]))
        if bound is not None and t.low[stop + size] != "than":
            figure.bound, figure.bounded = bound, True
            figure.stop = stop + size
            return True
    return False
