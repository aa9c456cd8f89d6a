"""Tokens in, figures out: which numbers are figures at all, with unit, bound and kind.

Dates, ordinals, names with numbers, article and list numbers and citations are left behind here.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tracediff.extract.ages import is_age, is_bare_age
from tracediff.extract.figure import Figure
from tracediff.extract.figure_bounds import bound_words, set_bound, unit_behind_bound
from tracediff.extract.joined_numbers import to_one
from tracediff.extract.joining import join
from tracediff.extract.names import is_name
from tracediff.extract.numbers import OPENERS, Number, read_number
from tracediff.extract.odds import is_end_of_scale, is_side_of_score, read_odds
from tracediff.extract.units import Unit, money_before, unit_after
from tracediff.lexicon.cues import BOUNDS_AFTER
from tracediff.model import Bound, Span
from tracediff.model.facts import RATIO, without_zeros
from tracediff.text.tokens import Tokens

_FIGURES: Final[frozenset[str]] = frozenset("nsv")  # kinds of tokens that are not words


def read_figures(
    t: Tokens, times: Iterable[Span], citing: bool = False, named: frozenset[str] = frozenset()
) -> list[Figure]:
    """All figures of a sentence in order; ``citing`` says that the document cites by number.

    ``times`` are where it mentions a stretch of time: the numbers in them are no figures. ``named``
    are codes of currencies that are names in the document.
    """
    taken = within(t, times)
    found: list[Figure] = []
    label = -9  # the token behind the last number that was a label, for "Articles 3, 4 and 5"
    free = 0  # what stands before is read
    for i in _places(t):
        if i < free or taken[i]:
            continue
        money = None if t.text[i] in named else money_before(t, i)
        at = money.stop if money else i
        number = None if taken[at] else read_number(t, at)
        if number is None:
            continue
        free = number.stop
        if money is None:
            verdict = is_name(t, number, label, citing)
            if verdict:
                label = number.stop if verdict == "label" else label
                continue
        figure = _figure(t, i, number, money, named)
        if figure is not None:
            free = max(figure.stop, number.stop)
            found.append(figure)
    return join(t, found)


def _places(t: Tokens) -> list[int]:
    """Where a figure may open: at a number, or up to two tokens before one, at its currency."""
    found: set[int] = set()
    for i, (kind, low) in enumerate(zip(t.kind, t.low, strict=True)):
        if kind in _FIGURES:
            found.update((i - 2, i - 1, i))
        elif low in OPENERS:
            found.add(i)
    return sorted(i for i in found if i >= 0)


def within(t: Tokens, times: Iterable[Span]) -> list[bool]:
    """Which tokens belong to a mention of time."""
    taken = [False] * (t.size + 8)
    i = 0
    for time in times:
        while i < t.size and t.end[i] <= time.start:
            i += 1
        while i < t.size and t.start[i] < time.end:
            taken[i] = True
            i += 1
    return taken


def _figure(
    t: Tokens, i: int, number: Number, money: Unit | None, named: frozenset[str]
) -> Figure | None:
    value = number.value
    unit = None if t.text[number.stop] in named else unit_after(t, number, money)
    behind = None if unit or money else unit_behind_bound(t, number)
    unit = behind or unit
    if to_one(t, number.stop):
        unit = Unit(RATIO, "times", number.stop + 2)
    if unit and unit.scale != 1:
        value *= unit.scale
    if number.scale != 1 or (unit and unit.scale != 1) or not number.digits:
        value = without_zeros(value)  # as printed, "1.50", only where nothing multiplies it
    odds = read_odds(t, number) if unit is None and money is None else None
    if odds is not None:
        value, number = odds.value, odds
        unit = unit_after(t, number, None)
    stop = unit.stop if unit else number.stop
    first, sign = _signed(t, i)
    if money and t.text[money.stop - 1] in ("-", "−"):
        sign = True
    figure = Figure(
        first, stop, -value if sign else value, unit.sort if unit else "count",
        unit.name if unit else None, word=unit.word if unit else None, digits=number.digits,
        hyphen=t.text[number.stop] == "-" and stop > number.stop, scale=number.scale,
    )  # fmt: skip
    if number.fraction and figure.sort == "count":
        figure.sort = "share"
    if unit is None and t.low[stop] == "times" and t.low[stop + 1] in _MULTIPLES:
        figure.sort, figure.unit, figure.word, figure.stop = "times", "times", "times", stop + 1
    if behind:
        figure.bound, figure.bounded = BOUNDS_AFTER[bound_words(t, number.stop)], True
    else:
        set_bound(t, figure)
    _set_bracket(t, figure)
    _set_age(t, figure)
    if figure.sort == "time" and _mere_period(t, figure):
        return None
    before = t.low[i - 1] if i else ""
    if figure.sort == "count" and before in ("per", "every"):
        figure.sort = "ratio"
    if figure.sort == "measure" and before == "per":
        figure.sort = "ratio"  # "faults per 100 km of line"
    return None if figure.sort == "count" and _no_count(t, i, number, stop) else figure


_MULTIPLES: Final[frozenset[str]] = frozenset(
    "more fewer less as higher lower larger greater smaller the that".split()
)


def _set_age(t: Tokens, figure: Figure) -> None:
    """Note a number of years that is an age, and how it is bounded."""
    if figure.sort == "time" and is_age(t, figure):
        figure.sort, figure.unit = "age", f"{figure.unit} of age"
    elif figure.sort == "count" and is_bare_age(t, figure):
        figure.sort, figure.unit, figure.word = "age", "year of age", "age"
        if t.low[max(0, figure.first - 3) : figure.first] == ["up", "to", "age"]:
            figure.bound, figure.bounded = Bound.AT_MOST, True
    if figure.sort == "age":
        _bound_age(t, figure)


def _bound_age(t: Tokens, figure: Figure) -> None:
    """Read "under the age of 13", "younger than age 13" as the bound that they are."""
    at = figure.first
    while at > 0 and t.low[at - 1] in _OF_AGE:
        at -= 1
    for words, bound in _AGES.items():
        if tuple(t.low[max(0, at - len(words)) : at]) == words:
            figure.bound, figure.bounded = bound, True


_OF_AGE: Final[frozenset[str]] = frozenset("the age ages of".split())
_AGES: Final[dict[tuple[str, ...], Bound]] = {
    ("under",): Bound.LESS_THAN, ("below",): Bound.LESS_THAN, ("younger", "than"): Bound.LESS_THAN,
    ("over",): Bound.MORE_THAN, ("above",): Bound.MORE_THAN, ("older", "than"): Bound.MORE_THAN,
}  # fmt: skip


def _no_count(t: Tokens, i: int, number: Number, stop: int) -> bool:
    """Whether a bare number is the end of a scale, a side of a score, a section or a hotline."""
    if i and t.text[i - 1] == "/" and t.glued(i):
        return True  # the best mark that there is: 7.9/10
    if t.text[i - 1 : i] == ["§"] or _called(t, number) or _index_base(t, i, number):
        return True
    return is_side_of_score(t, number, stop) or is_end_of_scale(t, number)


def _index_base(t: Tokens, i: int, number: Number) -> bool:
    """Whether it is where an index begins: "prices rose to 112 (2015 = 100)"."""
    equals = i > 1 and t.text[i - 1] == "=" and number.value in (1, 100, 1000)
    return equals and t.kind[i - 2] == "n" and len(t.text[i - 2]) == len("2015")


def _called(t: Tokens, number: Number) -> bool:
    """Whether it is the number of a line to call: "the 190 hotline"."""
    named = t.low[number.stop + t.capital(number.stop)] in ("hotline", "helpline")
    return named and number.digits and number.value > 1


def _signed(t: Tokens, i: int) -> tuple[int, bool]:
    """Whether a minus stands before token ``i``, and where the figure then starts."""
    before = t.low[i - 1] if i else ""
    if before in ("minus", "negative"):
        return i - 1, before == "negative" or not _takes_from(t, i - 1)
    if before == "-" and t.low[i - 2] == "minus":
        return i - 2, not _takes_from(t, i - 2)
    if before in ("-", "−", "–") and t.glued(i) and _opens(t, i - 1):
        if t.capital(i - 2):
            return i, False
        return i - 1, before != "–"
    return i, False


def _takes_from(t: Tokens, i: int) -> bool:
    """Whether "minus" takes a figure from one of its phrase: "67% promoters minus 7% critics"."""
    at = i - 1
    while at > 0 and (t.text[at].isalpha() or t.text[at] in _INSIDE) and t.low[at] not in _PARTING:
        at -= 1
    return at >= 0 and t.text[at][0].isdigit()


_INSIDE: Final[frozenset[str]] = frozenset('" “ ” %'.split())
_PARTING: Final[frozenset[str]] = frozenset(
    "and or but from to at is was were are than while".split()
)


def _opens(t: Tokens, i: int) -> bool:
    """Whether nothing but a bracket is glued to the front of token ``i``: "(-0.7 percent)"."""
    return i == 0 or not t.glued(i) or t.text[i - 1] in ("(", "[")


def _set_bracket(t: Tokens, figure: Figure) -> None:
    """Note a figure that stands alone in brackets: "(778)", "($680,000)", "(about 20 percent)"."""
    closed = t.text[figure.stop] == ")"
    opened = any(t.text[j] == "(" for j in range(max(0, figure.first - 4), figure.first))
    figure.bracket = closed and opened


def _ends(t: Tokens, i: int) -> bool:
    """Whether a phrase has ended before token ``i``."""
    return t.text[i] in (",", "") or t.capital(i) or t.tags[i] == "PRP"


_ROLLING: Final[frozenset[str]] = frozenset(
    "next coming following subsequent first last past".split()
)
_THROUGHOUT: Final[frozenset[str]] = frozenset("in over during for throughout".split())
_SERVED: Final[frozenset[str]] = frozenset(
    "sentence sentences prison imprisonment term terms jail detention ban suspension old".split()
)


def _mere_period(t: Tokens, figure: Figure) -> bool:
    """Whether a number of years or days only places an event, or only describes a noun."""
    before, after = t.low[figure.first - 1] if figure.first else "", t.low[figure.stop]
    singular = figure.value != 1 and (figure.word or "s")[-1] != "s" and t.kind[figure.stop] == "w"
    if figure.hyphen or (singular and figure.word == figure.unit and after not in ("of", "in")):
        return after not in _SERVED
    if before in _ROLLING or after in ("ago", "later", "earlier"):
        return True
    if before == "the" and figure.first > 1 and t.low[figure.first - 2] in _THROUGHOUT:
        return True  # "in the 6 years that it has run"
    if after == "ahead" or (after == "on" and figure.first == 0 and _ends(t, figure.stop + 1)):
        return True  # "24 years on, it runs 90 shops"
    return after == "after" and not figure.bounded and before not in ("for", "of")
