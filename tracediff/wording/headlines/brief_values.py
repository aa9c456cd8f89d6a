"""Values as a headline gives them: figures in, a few words out.

A value is rounded where its report rounds, a change is told in percent where that says more, and a
period is named where it is not simply the year that an edition reports on.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import Final

from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.lexicon.numbers import SCALES
from tracediff.model import Bound, Change, Fact, Period, Status
from tracediff.wording.values import difference, figure
from tracediff.wording.values import value as plain_value

_SPAN: Final = 4  # words of a period; of a longer one the months are cut short
_TWICE: Final = re.compile(r"(\w+ \d{1,2}),? (\d{4}) – (\w+ \d{1,2},? \2)")
_MONTH: Final = re.compile(rf"\b(?:{'|'.join(MONTH_NAMES)})\b")
_YEAR: Final = re.compile(r",?\s*\b(?:19|20)\d\d\b")


def shortened_period(period: str) -> str:
    """A period in few words: a year that both its ends have is said once, months are cut short.

    >>> [*map(shortened_period, ["September 25, 2023 – December 31, 2023", "first half of 2024"])]
    ['Sep 25 – Dec 31, 2023', 'first half of 2024']
    """
    once = _TWICE.sub(r"\1 – \3", period)
    if len(once.split()) <= _SPAN:
        return once
    return _MONTH.sub(lambda month: month[0][:3], once)


def value(fact: Fact) -> str:
    """A figure as a headline gives it: rounded where the text rounds, its bound in one word."""
    if fact.status is not Status.REPORTED or fact.value is None:
        return figure(fact)
    fraction = fact.value != fact.value.to_integral_value() and fact.unit is None
    if fraction and not any(c.isdigit() for c in fact.quote) and fact.quote:
        return fact.quote  # "one-third" says more than 0.3333
    written = _as_scaled(fact)
    counted = f" {fact.counted}" if fact.counted else ""
    if counted and written.endswith(counted) and len(counted.split()) > 1:
        written = written.removesuffix(counted)
    return written if fact.bound is Bound.EXACT else written.replace("more than ", "over ")


def _as_scaled(fact: Fact) -> str:
    """A large figure with the word of scale that its report writes it with: "$23.2 billion"."""
    if fact.quote.replace(",", "").isdigit():
        return figure(fact)
    found = _SCALED.search(fact.quote)
    if found is None or fact.value is None:
        return figure(fact)
    number = Decimal(found["number"].replace(",", ""))
    word = _SCALES.get(found["scale"], found["scale"].casefold())
    if number * SCALES[word] != abs(fact.value):
        return figure(fact)
    small = figure(replace(fact, value=number.copy_sign(fact.value)))
    digits = plain_value(number)
    return small.replace(digits, f"{digits} {word}", 1)


def _scaled_like(fact: Fact, end: Fact) -> Fact:
    """The lower end of a range as its report would write it alone: with the scale of the upper."""
    found = _SCALED.search(end.quote)
    if found is None or fact.value is None or _SCALED.search(fact.quote):
        return fact
    word = _SCALES.get(found["scale"], found["scale"].casefold())
    return replace(fact, quote=f"{plain_value(fact.value / SCALES[word])} {word}")


_SCALED: Final = re.compile(
    r"(?P<number>\d[\d,]*(?:\.\d+)?)\s?(?P<scale>(?i:million|billion|trillion)|bn|[MB])\b"
)
_SCALES: Final = {"M": "million", "B": "billion", "bn": "billion"}


def spanned(fact: Fact, end: Fact | None) -> str:
    """A value, or a range from it to its other end: "6–7", "22.6–23.1%", "19.4–41.7 million"."""
    if end is None:
        return value(fact)
    both = (_scaled_like(fact, end), end)
    exact = (replace(one, bound=Bound.EXACT, status=Status.REPORTED) for one in both)  # 0, not none
    low, high = map(_as_scaled, exact)
    number, _, scale = low.partition(" ")
    low = number if scale and high.partition(" ")[2] == scale else low
    return f"{low.removesuffix('%') if high.endswith('%') else low}–{high}"


def in_percent(old: Fact, new: Fact) -> str:
    """A change in percent, in brackets; "" where that says less than the values."""
    if old.status is not Status.REPORTED or new.status is not Status.REPORTED:
        return ""
    if old.unit != new.unit or old.value is None or new.value is None:
        return ""
    if new.value == old.value or old.value == 0 or min(old.value, new.value) < 0:
        return ""  # "up" of what is spent says the opposite of what it means
    if old.unit is None and min(abs(old.value), abs(new.value)) < _COUNTS:
        return ""  # of a handful a share says less than the values
    return f" ({_by(Change(old.value, new.value), old.unit)})"


def _by(change: Change, unit: str | None) -> str:
    """A change in percent, whole where it is a tenth or more."""
    share = change.relative
    if unit == "%" or share is None or not _TENTH <= abs(share) < _TIMES:
        return difference(change, unit)
    return f"{share:+.0%}".replace("-", "\u2212")


_TENTH: Final = Decimal("0.1")
_TIMES: Final = 9  # tenfold; from there on a factor says more


_COUNTS: Final = 10


def periods_counted(old: Fact, new: Fact) -> tuple[Period | None, Period | None]:
    """The periods of two figures; where they were counted up to unlike days, these days."""
    if old.observed == new.observed:
        return old.period, new.period
    return old.observed or old.period, new.observed or new.period


def periods_to_name(
    old: Period | None, new: Period | None, usual: tuple[int | None, int | None]
) -> list[str]:
    """The periods that must be said: none, one that both share but for its year, or both."""
    if old is None or new is None:
        return []
    if old.full_year and new.full_year and (old.year, new.year) == usual:
        return []
    was, now = _without_year(old), _without_year(new)
    if was == now and old.year != new.year:
        if (old.year, new.year) != usual:
            return [_dated(old, old.label), _dated(new, new.label)]
        return [now] if now else []
    if old == new:
        return [_dated(new, new.label)]
    return [_dated(old, old.label), _dated(new, new.label)]


def are_year_ends(old: Fact, new: Fact, usual: tuple[int | None, int | None]) -> bool:
    """Whether two cells are for the ends of the years reported on, whatever their heads say."""
    if old.table is None or new.table is None or old.period is None or new.period is None:
        return False
    ends = [(p.end.year, p.end.month, p.end.day) for p in (old.period, new.period)]
    stock = old.period.as_of or new.period.as_of
    return stock and ends == [(year, 12, 31) for year in usual]


def _without_year(period: Period) -> str:
    rest = _YEAR.sub("", period.label).strip().removesuffix(" of").strip()
    return _dated(period, rest) if rest else ""


def _dated(period: Period, label: str) -> str:
    """A period with the words that a stock takes: "as of August 31"."""
    stock = period.as_of and label[:1].isalnum() and not label.casefold().startswith(_DATED)
    return f"as of {label}" if stock else label


_DATED: Final = ("as of", "end of", "by ", "since", "until")
