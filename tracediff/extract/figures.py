"""Tokens in, figures out: which numbers are figures at all, with unit, bound and kind.

Dates, ordinals, names with numbers, article and list numbers and citations are left behind here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracediff.extract.names import is_name
from tracediff.extract.nouns import noun_phrase
from tracediff.extract.numbers import Number, decimal, read_number
from tracediff.extract.periods import Mention
from tracediff.extract.tokens import Tokens
from tracediff.extract.units import Unit, money_before, unit_after
from tracediff.lexicon.cues import AGE_BEFORE, BOUNDS, BOUNDS_AFTER, FALLING, RISING
from tracediff.lexicon.units import MEASURES, TIME
from tracediff.model import Bound

_DASHES: Final[frozenset[str]] = frozenset({"through", "-", "–", "—", "~", "‑"})
_LONGEST_BOUND: Final[int] = max(len(words) for words in BOUNDS)


@dataclass(slots=True)
class Figure:
    """A figure on its way to becoming a fact: what the tokens alone say about it.

    ``first`` to before ``stop`` are the tokens of the number with its currency and unit; ``noun``
    is where the noun phrase behind it starts. ``sort`` is count, money, percent, measure, time,
    age, times, share or ratio (the far half of one). ``range`` is the other end where two numbers make one range.
    """

    first: int
    stop: int
    value: Decimal
    sort: str
    unit: str | None = None
    bound: Bound = Bound.EXACT
    word: str | None = None  # the unit as the text names it: pesos, months
    low: Decimal | None = None
    high: Decimal | None = None
    digits: bool = False
    bracket: bool = False
    hyphen: bool = False  # an adjective: 53-percent, 12-member
    bounded: bool = False
    number: int = 0  # token at which the number itself starts
    scale: int = 1  # the scale word that closes the number
    moving: bool = False  # an end of "from 21 to 23": two levels, no range


def read_figures(t: Tokens, mentions: list[Mention], citing: bool = False) -> list[Figure]:
    """All figures of a sentence in order; ``citing`` says that the document cites by number."""
    taken = _taken(t, mentions)
    found: list[Figure] = []
    label = -9  # the token behind the last number that was a label, for "Articles 3, 4 and 5"
    i = 0
    while i < t.size:
        if taken[i]:
            i += 1
            continue
        money = money_before(t, i)
        at = money.stop if money else i
        number = None if taken[at] else read_number(t, at)
        if number is None:
            i += 1
            continue
        if money is None:
            verdict = is_name(t, number, label, citing)
            if verdict:
                label = number.stop if verdict == "label" else label
                i = number.stop
                continue
        figure = _figure(t, i, number, money, taken)
        if figure is None:
            i = number.stop
            continue
        i = max(figure.stop, number.stop)
        found.append(figure)
    return _ranges(t, _ellipses(t, _cents(t, found)))


def _cents(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Join "3 dollars and 50 cents" into one amount."""
    done: list[Figure] = []
    for figure in figures:
        whole = done[-1] if done else None
        joined = whole is not None and t.low[whole.stop : figure.first] in ([], ["and"])
        if whole and joined and figure.unit == "cent" and whole.sort == "money" and whole.word:
            whole.value, whole.stop = whole.value + figure.value / 100, figure.stop
            continue
        done.append(figure)
    return done


def _ellipses(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Give a bare number the unit that stands beside another: "280 of the 300 dollars", "from 208
    pounds to 193", "rose 2 percent, fell by 1", "1/16 of a pint"."""
    for k, figure in enumerate(figures):
        if figure.sort not in ("count", "share") or figure.unit is not None:
            continue
        if t.text[figure.stop] == "-" and t.glued(figure.stop) and not t.glued(figure.stop + 1):
            later = next((f for f in figures[k + 1 : k + 4] if f.hyphen and f.unit), None)
            if later is not None:  # "four-, five- and six-cylinder"
                figure.sort, figure.unit, figure.word = later.sort, later.unit, later.word
                figure.stop, figure.hyphen = figure.stop + 1, True
            continue
        after = figures[k + 1] if k + 1 < len(figures) else None
        before = figures[k - 1] if k else None
        if t.low[figure.stop : figure.stop + 2] in (["of", "the"], ["of", "a"]):
            if after and after.sort == "money" and after.first == figure.stop + 2:
                figure.sort, figure.unit, figure.word = after.sort, after.unit, after.word
            elif (unit := _part_unit(t, figure)) is not None:
                figure.sort, figure.unit = "measure", unit
            continue
        bare = figure.sort == "count" and noun_phrase(t, figure.stop).empty
        if before is None or before.unit is None or not bare or t.low[figure.stop] == "of":
            continue
        gap = t.low[before.stop : figure.first]
        moved = len(gap) < 4 and gap[-1:] == ["to"] and before.sort in ("measure", "money")
        by = before.sort == "percent" and gap[-1:] == ["by"] and gap[-2] in RISING | FALLING
        if moved or by:
            figure.sort, figure.unit, figure.word = before.sort, before.unit, before.word
    return figures


def _part_unit(t: Tokens, figure: Figure) -> str | None:
    """The unit of a fraction of one: "1/16 of a US pint"."""
    for i in (figure.stop + 2, figure.stop + 3):
        name = MEASURES.get(t.low[i])
        if name is not None and figure.digits and name not in TIME.values():
            return name
    return None


def _taken(t: Tokens, mentions: list[Mention]) -> list[bool]:
    """Which tokens belong to a mention of time."""
    taken = [False] * (t.size + 8)
    i = 0
    for mention in mentions:
        while i < t.size and t.end[i] <= mention.start:
            i += 1
        while i < t.size and t.start[i] < mention.end:
            taken[i] = True
            i += 1
    return taken


def _figure(
    t: Tokens, i: int, number: Number, money: Unit | None, taken: list[bool]
) -> Figure | None:
    value = number.value
    unit = unit_after(t, number, money)
    if unit and unit.scale != 1:
        value *= unit.scale
    odds = _odds(t, number) if unit is None and money is None else None
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
        number=number.first, hyphen=t.text[number.stop] == "-" and stop > number.stop, scale=number.scale,
    )  # fmt: skip
    if number.fraction and figure.sort == "count":
        figure.sort = "share"
    _set_bound(t, figure)
    _set_bracket(t, figure)
    if figure.sort == "time" and _is_age(t, figure):
        figure.sort, figure.unit = "age", f"{figure.unit} of age"
    elif figure.sort == "count" and _bare_age(t, figure):
        figure.sort, figure.unit, figure.word = "age", "year of age", "age"
    if figure.sort == "age" and figure.first and t.low[figure.first - 1] in ("under", "over"):
        figure.bound, figure.bounded = Bound.EXACT, False  # as "under the age of 13"
    if figure.sort == "time" and _mere_period(t, figure):
        return None
    if figure.sort == "count" and (t.low[i - 1] if i else "") in ("per", "every"):
        figure.sort = "ratio"
    if figure.sort == "count" and t.text[i - 1] == "/" and t.glued(i) and i:
        return None  # the best mark that there is: 7.9/10
    if figure.sort == "count" and _score(t, number, stop):
        return None
    return figure


def _score(t: Tokens, number: Number, stop: int) -> bool:
    """Whether it is a side of a score: 2-0, 89-89."""
    for mark, other, end in (
        (stop, stop + 1, stop),
        (number.first - 1, number.first - 2, number.first - 1),
    ):
        if (
            mark < 1
            or t.text[mark] not in ("-", "–")
            or t.kind[other] != "n"
            or len(t.text[other]) > 3
        ):
            continue
        if t.glued(end) and t.glued(end + 1):
            low, high = sorted((other, number.first))
            return (decimal(t.text[low]) or 0) >= (decimal(t.text[high]) or 0)
    return False


def _signed(t: Tokens, i: int) -> tuple[int, bool]:
    """Whether a minus stands before token ``i``, and where the figure then starts."""
    before = t.low[i - 1] if i else ""
    if before in ("minus", "negative"):
        return i - 1, True
    if before == "-" and t.low[i - 2] in ("minus",) and i > 1:
        return i - 2, True
    if before in ("-", "−", "–") and t.glued(i) and (i == 1 or not t.glued(i - 1)):
        if t.capital(i - 2):
            return i, False
        return i - 1, before != "–"
    return i, False


def _odds(t: Tokens, number: Number) -> Number | None:
    """Read "one in four", "two out of three" as the share that they are."""
    i = number.stop
    out = t.low[i] == "out" and t.low[i + 1] == "of"
    if not out and not (t.low[i] == "in" and number.value == 1 and t.low[number.first] != "a"):
        return None
    whole = read_number(t, i + 2 if out else i + 1)
    if whole is None or whole.value <= number.value or number.fraction or whole.fraction:
        return None
    if whole.value > (1000 if number.value == 1 else 10):
        return None  # "95 out of 309 positions" are two counts
    return Number(number.first, whole.stop, number.value / whole.value, number.digits, True)


_PERSONS: Final[frozenset[str]] = frozenset(
    "children minors girls boys persons women men youth adolescents those students workers".split()
)


def _set_bound(t: Tokens, figure: Figure) -> None:
    """Read the words straight before a figure, and straight behind it, as its bound."""
    if _bound_after(t, figure):
        return
    i = figure.first
    while i and t.low[i - 1] in (
        "a",
        "the",
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
                if t.low[start - 1] == "over" and figure.sort == "time":
                    continue  # "over three days" is a stretch of time
                figure.bound, figure.bounded = bound, True
                return


def _bound_after(t: Tokens, figure: Figure) -> bool:
    """Read "500 or more", "10,000+" and take the words in."""
    stop = figure.stop
    for size in (2, 1):
        bound = BOUNDS_AFTER.get(tuple(t.low[stop : stop + size]))
        if bound is not None and t.low[stop + size] != "than":
            figure.bound, figure.bounded = bound, True
            figure.stop = stop + size
            return True
    return False


def _set_bracket(t: Tokens, figure: Figure) -> None:
    """Note a figure that stands alone in brackets: "(778)", "($680,000)", "(about 20 percent)"."""
    closed = t.text[figure.stop] == ")"
    opened = any(t.text[j] == "(" for j in range(max(0, figure.first - 4), figure.first))
    figure.bracket = closed and opened


def _is_age(t: Tokens, figure: Figure) -> bool:
    if t.low[figure.stop] in ("old", "of") and (
        t.low[figure.stop] == "old" or t.low[figure.stop + 1] == "age"
    ):
        return True
    if t.text[figure.stop] == "-" and t.low[figure.stop + 1] in ("old", "olds"):
        return True
    if "old" in (figure.word or ""):
        return True
    return _age_words(t, figure)


def _age_words(t: Tokens, figure: Figure) -> bool:
    before = t.low[max(0, figure.first - 4) : figure.first]
    if (
        before
        and before[-1] in ("age", "aged", "ages", "of", "than")
        and AGE_BEFORE.intersection(before)
    ):
        return True
    return (
        bool(before)
        and bool({"age", "ages", "aged"}.intersection(before[-3:]))
        and all(
            word
            in (
                "age",
                "ages",
                "aged",
                "from",
                "between",
                "of",
                "about",
                "group",
                "is",
                "was",
                "to",
                "under",
                "over",
            )
            for word in before[-2:]
        )
    )


def _bare_age(t: Tokens, figure: Figure) -> bool:
    """An age without the word years: under the age of 13, older than 13, Smith, 25, said."""
    if figure.value != figure.value.to_integral_value() or not 0 < figure.value < 120:
        return False
    if _age_words(t, figure):
        return True
    before, after = t.low[figure.first - 1] if figure.first else "", t.low[figure.stop]
    if t.low[figure.stop - 1] in ("older", "younger") or t.low[figure.first - 1] == "turned":
        return True
    pronoun = t.low[max(0, figure.first - 3) : figure.first]
    if pronoun[-1:] in (["be"], ["is"], ["was"]) and {"he", "she"}.intersection(pronoun):
        return noun_phrase(t, figure.stop).empty and figure.digits
    if t.low[figure.first - 1] == "between" and t.low[figure.first - 2] in _PERSONS:
        return figure.value < 100 and t.low[figure.stop] in ("and", "to")
    if (
        before in ("is", "was", "are", "at", "to", "from", "than")
        and "age" in t.low[max(0, figure.first - 12) : figure.first]
    ):
        return figure.value <= 99 and after not in ("percent", "%")
    if before in ("under", "over") and after in (
        "",
        ".",
        ",",
        ";",
        "were",
        "who",
        "and",
        "to",
        "are",
        "in",
    ):
        return figure.digits and figure.value <= 21 and t.low[figure.first - 2] not in ("is", "was")
    named = t.capital(figure.first - 2) and t.text[figure.first - 1] == "," and after == ","
    full = t.capital(figure.first - 3) or (figure.first == 2 and t.low[0] not in ("in", "however"))
    return named and full and figure.digits and figure.value > 9


_ROLLING: Final[frozenset[str]] = frozenset(
    "next coming following subsequent first last past".split()
)
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
    return after == "after" and not figure.bounded and before not in ("for", "of")


# --- ranges -----------------------------------------------------------------------------------


def _ranges(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Join what the text joins: "30 to 40", "between 20 and 30", "$3 billion to $5 billion"."""
    done: list[Figure] = []
    for figure in figures:
        if done and figure.sort == "count" and done[-1].sort == "age" and figure.value < 120:
            gap = t.low[done[-1].stop : figure.first]
            if gap in (["and"], ["to"], ["or"], ["-"], ["–"]) and t.kind[figure.stop] != "n":
                figure.sort, figure.unit, figure.word = "age", "year of age", "age"
        if done and _joins(t, done[-1], figure):
            low = done[-1]
            _share_unit(low, figure)
            low.high, figure.low = figure.value, low.value
            low.moving = figure.moving = _moves(t, low)
            low.bounded = figure.bounded = True
        done.append(figure)
    return done


def _joins(t: Tokens, low: Figure, high: Figure) -> bool:
    if low.low is not None or low.sort == "share" or "/" in t.text[low.first : low.stop]:
        return False
    gap = t.low[low.stop : high.first]
    if gap and gap[-1] in ("to", "and", "–", "-", "—") and len(gap) > 1 and gap[0] not in _DASHES:
        return False
    opener = t.low[low.first - 1] if low.first else ""
    if len(gap) != 1:
        return False
    between = opener == "between" or (low.bounded and t.low[max(0, low.first - 3)] == "between")
    if gap[0] == "or":
        bare = low.unit is None and low.value < high.value and noun_phrase(t, low.stop).empty
        return bare and high.sort in ("time", "count", "measure")
    if gap[0] == "and":
        return between and _same_sort(low, high)
    if gap[0] == "to":
        by = opener if opener != "by" else t.low[low.first - 2]
        if low.unit is not None and (by in RISING or by in FALLING):
            return False  # "rose 18 cents to $2.40" is a change and a level
        return _same_sort(low, high) and (low.value < high.value or opener == "from")
    return gap[0] in _DASHES and _same_sort(low, high) and low.value < high.value


def _moves(t: Tokens, low: Figure) -> bool:
    """Whether "from 240 to 273" tells of a movement: a verb of change stands before it."""
    before = t.low[max(0, low.first - 5) : low.first]
    return "from" in before and any(word in RISING or word in FALLING for word in before)


def _same_sort(low: Figure, high: Figure) -> bool:
    bare = (low.sort == "count" and low.unit is None) or (
        high.sort == "count" and high.unit is None
    )
    return low.sort == high.sort or bare


def _share_unit(low: Figure, high: Figure) -> None:
    """Give the first number of a range the unit and the scale that stand behind the second."""
    if low.unit is None and high.unit is not None:
        low.sort, low.unit, low.word = high.sort, high.unit, high.word
    elif high.unit is None and low.unit is not None:
        high.sort, high.unit, high.word = low.sort, low.unit, low.word
    elif low.sort == high.sort == "money" and " per " in (high.unit or ""):
        low.unit = high.unit
    if high.scale >= 1000 and low.scale == 1 and low.value * high.scale < high.value:
        low.value, low.scale = low.value * high.scale, high.scale
