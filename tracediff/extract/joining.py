"""Figures side by side, joined: ranges, units said once for two numbers, dollars and cents."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.nouns import noun_phrase
from tracediff.lexicon.cues import FALLING, MULTIPLYING, RISING, SHIFTING
from tracediff.lexicon.units import MEASURES, TIME
from tracediff.model import Bound
from tracediff.text.tokens import Tokens

_DASHES: Final[frozenset[str]] = frozenset({"through", "-", "–", "—", "~", "‑"})
_ARROWS: Final = (["→"], ["⟶"], ["➔"], ["➜"], ["⇒"], ["-", ">"], ["=", ">"])  # "from 43 → 32"


def join(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """The figures of a sentence with what each takes from its neighbours."""
    return _ranges(t, _ellipses(t, _cents(t, figures)))


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
    _share_scales(t, figures)
    for k, figure in enumerate(figures):
        if figure.sort not in ("count", "share") or figure.unit is not None:
            continue
        hangs = not t.glued(figure.stop + 1) or t.text[figure.stop + 1] == ","
        if t.text[figure.stop] == "-" and t.glued(figure.stop) and hangs:
            later = next((f for f in figures[k + 1 : k + 4] if f.hyphen and f.unit), None)
            if later is not None:  # "four-, five- and six-cylinder"
                figure.sort, figure.unit, figure.word = later.sort, later.unit, later.word
                figure.stop, figure.hyphen = figure.stop + 1, True
            continue
        after = figures[k + 1] if k + 1 < len(figures) else None
        before = figures[k - 1] if k else None
        whole = _said_behind(t, figure, after) or _said_once(t, figures, k)
        if figure.sort == "count" and whole is not None:
            figure.sort, figure.unit, figure.word = whole.sort, whole.unit, whole.word
            continue
        if t.low[figure.stop : figure.stop + 2] in (["of", "the"], ["of", "a"]):
            if after and after.sort == "money" and after.first == figure.stop + 2:
                figure.sort, figure.unit, figure.word = after.sort, after.unit, after.word
            elif (unit := _part_unit(t, figure)) is not None:
                figure.sort, figure.unit = "measure", unit
            continue
        if before is None or before.unit is None or figure.sort != "count":
            continue
        if t.low[figure.stop] == "of" or not noun_phrase(t, figure.stop).empty:
            continue
        gap = t.low[before.stop : figure.first]
        moved = len(gap) < 4 and gap[-1:] == ["to"] and before.sort in ("measure", "money")
        by = before.sort == "percent" and len(gap) > 1 and gap[-1] == "by"
        by = by and gap[-2] in RISING | FALLING
        if moved or by:
            figure.sort, figure.unit, figure.word = before.sort, before.unit, before.word
    return figures


def _share_scales(t: Tokens, figures: list[Figure]) -> None:
    """Give the first of two numbers the scale that stands behind the second: "3.1 and 4.2 million
    crowns"; not where they are far from each other: "240 and 1.2 million"."""
    for one, two in pairwise(figures):
        gap = [word for word in t.low[one.stop : two.first] if word[:1].isalnum()]
        if gap != ["and"] or one.scale != 1 or two.scale < _LEAST_SCALE:
            continue
        whole = one.value * two.scale
        if two.value < whole * _NEAR and whole < two.value * _NEAR and one.sort in _SCALED:
            one.value, one.scale = whole, two.scale


_SCALED: Final[frozenset[str]] = frozenset({"money", "count"})
_LEAST_SCALE: Final[int] = 1000


def _said_behind(t: Tokens, figure: Figure, after: Figure | None) -> Figure | None:
    """The figure behind "and" or "or" that gives a bare number its unit: "4 and 5 weeks"."""
    if after is None or after.sort not in ("time", "measure", "percent") or not after.unit:
        return None
    gap = t.low[figure.stop : after.first]
    later = t.low[after.stop] in ("later", "ago", "after", "earlier", "before")
    return after if gap in (["and"], ["or"]) and not later and not after.hyphen else None


def _said_once(t: Tokens, figures: list[Figure], k: int) -> Figure | None:
    """The figure whose unit a bare number of millions shares: "tax brought 38 million, fees 12
    million crowns", "52 million tonnes, of which 14 million were burnt"."""
    figure, around = figures[k], figures[max(0, k - 1) : k] + figures[k + 1 : k + 4]
    after = figures[k + 1] if k + 1 < len(figures) else None
    gap = t.low[figure.stop : after.first] if after else []
    if after and after.sort in _CARRIED and gap == ["and"] and "respectively" in t.low:
        return after  # "worked 3.1 and 24.6 million hours, respectively"
    if figure.scale < _LARGE or not noun_phrase(t, figure.stop).empty:
        return None
    if k and t.low[figure.first - 2 : figure.first] == ["of", "which"]:
        return figures[k - 1] if figures[k - 1].sort in ("money", "measure") else None
    listed = t.low[figure.stop] in (",", "and", ".", ";", "")
    return next((f for f in around if listed and _beside(t, figure, f)), None)


def _beside(t: Tokens, one: Figure, two: Figure) -> bool:
    """Whether a figure is an amount of as many millions in one list with another."""
    first, last = sorted((one, two), key=lambda figure: figure.first)
    near = ";" not in t.text[first.stop : last.first] and last.first - first.stop <= _ITEMS
    return near and two.sort == "money" and two.scale == one.scale


_ITEMS: Final[int] = 16  # tokens between two amounts of a list
_NEAR: Final[int] = 10  # times as large: two numbers of which the second's scale is for both
_LARGE: Final[int] = 10**6  # so many of anything but money are said to be so many of what
_CARRIED: Final[frozenset[str]] = frozenset({"money", "measure", "time", "percent"})


def _part_unit(t: Tokens, figure: Figure) -> str | None:
    """The unit of a fraction of one: "1/16 of a US pint"."""
    for i in (figure.stop + 2, figure.stop + 3):
        name = MEASURES.get(t.low[i])
        if name is not None and figure.digits and name not in TIME.values():
            return name
    return None


def _ranges(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Join what the text joins: "30 to 40", "between 20 and 30", "$3 billion to $5 billion"."""
    done: list[Figure] = []
    for figure in figures:
        open_age = figure.sort == "count" or figure.unit == "year"  # "aged 14 to 17 years"
        if done and open_age and done[-1].sort == "age" and figure.value < 120:
            gap = t.low[done[-1].stop : figure.first]
            if gap in (["and"], ["to"], ["or"], ["-"], ["–"]) and t.kind[figure.stop] != "n":
                figure.sort, figure.unit, figure.word = "age", "year of age", "age"
        if done and _same_age(t, done[-1], figure):
            done[-1].sort, done[-1].unit, done[-1].word = "age", "year of age", "age"
        if done and _tolerates(t, done[-1], figure):
            _share_unit(done[-1], figure)
        elif done and _joins(t, done[-1], figure):
            low = done[-1]
            _share_unit(low, figure)
            low.high, figure.low = figure.value, low.value
            arrow = t.low[low.stop : figure.first] in _ARROWS
            if t.text[figure.first - 1] == ">" and arrow:
                figure.bound = Bound.EXACT  # the head of the arrow, not "more than"
            low.moving = figure.moving = arrow or _moves(t, low)
            low.bounded = figure.bounded = True
            low.bracket = low.bracket or (arrow and figure.bracket)
        done.append(figure)
    return done


def _tolerates(t: Tokens, measured: Figure, figure: Figure) -> bool:
    """Whether a number says by how much the one before it may be wrong: "1,343 ± 240 years"."""
    gap = t.text[measured.stop : figure.first]
    signed = gap == ["+"] and t.glued(figure.first) and not t.glued(figure.first - 1)
    spelt = gap == ["/", "-"] and t.text[measured.stop - 1] == "+"
    if spelt:
        measured.bound = Bound.EXACT  # no "41+"
    return signed or spelt or gap == ["±"]


def _same_age(t: Tokens, one: Figure, two: Figure) -> bool:
    """Whether a bare number is one more age: "a 16 or 17-year-old"."""
    gap = t.low[one.stop : two.first]
    bare = one.sort == "count" and one.digits and 0 < one.value < 120
    return two.sort == "age" and two.hyphen and bare and gap in (["or"], ["and"], ["to"])


def _joins(t: Tokens, low: Figure, high: Figure) -> bool:
    if low.low is not None or low.sort == "share" or "/" in t.text[low.first : low.stop]:
        return False
    gap = t.low[low.stop : high.first]
    if gap in _ARROWS:
        return _same_sort(low, high)
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
        if opener in ("up", "down"):
            return False  # "were down nine to 31" is a change and a level
        by = opener if opener != "by" else t.low[low.first - 2]
        if opener == "by" and low.unit is None and high.unit is None:
            return high.value <= 3 * low.value  # "improved by 0.15 to 0.92" is no range
        if low.unit is not None and (by in RISING or by in FALLING):
            return False  # "rose 18 cents to $2.40" is a change and a level
        return _same_sort(low, high) and (low.value < high.value or opener == "from")
    return gap[0] in _DASHES and _same_sort(low, high) and low.value < high.value


def _moves(t: Tokens, low: Figure) -> bool:
    """Whether "from 240 to 273" tells of a movement: a verb of change stands before it."""
    before = t.low[max(0, low.first - 12) : low.first]
    return "from" in before[-5:] and any(
        word in RISING or word in FALLING or word in MULTIPLYING or word in SHIFTING
        for word in before
    )


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
    near = low.value * high.scale < high.value * _NEAR  # but "from 240 to 1.2 million"
    if high.scale >= 1000 and low.scale == 1 and near:
        low.value, low.scale = low.value * high.scale, high.scale
