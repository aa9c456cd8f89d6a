"""Editions of one report in any order in, the same in order of their data out, each with its year.

The year that an edition reports on is told from its own text. Beside its sisters that can be seen
to be wrong: where the files are named after their years, and most editions report on the year in
their name (or on the one before), an edition that departs from that is read like the others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import PurePath
from statistics import median_low
from typing import Final, NamedTuple

from tracediff.model import Edition, Period

_YEAR: Final = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-6]\d)(?!\d)")
_DAY: Final = re.compile(r"(?P<year>19[5-9]\d|20[0-6]\d)[-_](?:0?[1-9]|1[0-2])[-_]\d{1,2}(?!\d)")
_PART: Final = re.compile(r"(?<![a-z])(?P<kind>[hqs])[-_]?(?P<number>[1-4])(?!\d)", re.IGNORECASE)
_MONTH: Final = re.compile(r"(?P<year>19[5-9]\d|20[0-6]\d)[-_](?P<month>0[1-9]|1[0-2])(?![-_]?\d)")
_MONTHS: Final = {"h": 6, "s": 6, "q": 3}
_SHORTEST: Final = 80  # days between editions; reports that come more often have no fixed day
_MOST: Final = 0.6  # of the editions keep the habit that the others are read by


class Named(NamedTuple):
    """The year in the name of a file, and the months of it that the name tells."""

    year: int
    first: int = 1
    last: int = 12


def in_order(editions: Sequence[Edition], given: Sequence[int | None]) -> tuple[Edition, ...]:
    """The editions dated beside each other, in order of their data; ``given`` years stand.

    Two of one time stay in the order in which they came.
    """
    dated = _dated([_past(*one) for one in zip(editions, given, strict=True)], given)
    return tuple(sorted(dated, key=_when))


def _past(edition: Edition, given: int | None) -> Edition:
    """An edition that is not about a year after the day that its file is named by.

    A letter of December 2017 that looks forward to 2018 reports on 2017.
    """
    day = _DAY.match(PurePath(edition.path).stem)
    if day is None or given is not None or edition.year is None or edition.year <= int(day["year"]):
        return edition
    return _as_named(edition, Named(int(day["year"])), 0, "the date in the file's name")


def named(edition: Edition) -> Named | None:
    """The year in the name of an edition's file; none where it holds none or several."""
    name = PurePath(edition.path).stem
    years = {int(year) for year in _YEAR.findall(name)}
    if len(years) != 1:
        return None
    part = _PART.search(name)
    if part is None:
        return Named(years.pop())
    months = _MONTHS[part["kind"].casefold()]
    last = min(12, int(part["number"]) * months)
    return Named(years.pop(), max(1, last - months + 1), last)


def _when(edition: Edition) -> tuple[date, date, str]:
    period = edition.period
    name = named(edition)
    told = date(name.year, name.last, 1) if name else date.min
    return period.end if period else told, told, "" if period else edition.path


def _dated(editions: Sequence[Edition], given: Sequence[int | None]) -> list[Edition]:
    names = _monthly(editions) or [named(edition) for edition in editions]
    if None in names or len(set(names)) < len(names):
        return list(editions)
    pairs = [(edition, name) for edition, name in zip(editions, names, strict=True) if name]
    habits = Counter(e.year - name.year for e, name in pairs if e.year is not None)
    habit, times = habits.most_common(1)[0] if habits else (0, 0)
    if times < _MOST * len(pairs):
        return list(editions)
    parts = any((name.first, name.last) != (1, 12) for _, name in pairs)
    whole = not parts and sum(map(_for_a_year, editions)) >= _MOST * len(pairs)
    return [
        edition
        if year is not None
        else _as_named(edition, name, habit)
        if edition.year is None
        or edition.year - name.year != habit
        or (whole and not _for_a_year(edition) and edition.year_reason.startswith(_IN_THE_TEXT))
        else _as_named(edition, name, 0)
        if parts and (name.first, name.last) != (1, 12) and habit == 0
        else edition
        for (edition, name), year in zip(pairs, given, strict=True)
    ]


def _monthly(editions: Sequence[Edition]) -> list[Named | None]:
    """The months in the names of files, where all have one and a year comes twice; else nothing.

    "2011-12" by itself may be a season, beside "2011-11" it is December.
    """
    found = [_MONTH.search(PurePath(edition.path).stem) for edition in editions]
    told = [Named(int(m["year"]), int(m["month"]), int(m["month"])) for m in found if m]
    years = {name.year for name in told}
    return [*told] if len(told) == len(editions) and len(years) < len(told) else []


def _for_a_year(edition: Edition) -> bool:
    """Whether its data are for a year or more; a passage may speak of half a year."""
    return edition.period is not None and edition.period.days >= _YEAR_OF_DAYS


_YEAR_OF_DAYS: Final = 350
_IN_THE_TEXT: Final = "the text says “"  # why an edition was dated: no title or head says it


_LIKE_OTHERS: Final = "the file's name, as in the other editions"


def _as_named(edition: Edition, name: Named, habit: int, why: str = _LIKE_OTHERS) -> Edition:
    """An edition that reports on the time in its file's name, or so many years off it."""
    year = name.year + habit
    start = date(year, name.first, 1)
    end = date(year, name.last, monthrange(year, name.last)[1])
    whole = (name.first, name.last) == (1, 12)
    months = f"{start:%B}" if name.first == name.last else f"{start:%B}–{end:%B}"
    label = str(year) if whole else f"{months} {year}"
    reason = f"{why}; read alone: {edition.year_reason or 'unknown'}"
    return replace(edition, year=year, period=Period(start, end, label), year_reason=reason)


def names(editions: Sequence[Edition]) -> tuple[str, ...]:
    """What to call the editions: their years, or whatever first tells them all apart."""
    for called in (
        [str(one.year) if one.year is not None else one.name for one in editions],
        [one.period.label if one.period else one.name for one in editions],
        [PurePath(one.path).stem for one in editions],
    ):
        if len(set(called)) == len(called):
            return tuple(called)
    return tuple(one.path for one in editions)


def gaps(editions: Sequence[Edition]) -> Iterator[str]:
    """A note for each stretch of time between two editions that no edition covers."""
    dated = [one for one in editions if one.period is not None]
    steps = [_days(one, two) for one, two in pairwise(dated)]
    usual = median_low(steps) if steps else 0
    for (one, two), step in zip(pairwise(dated), steps, strict=True):
        missing = round(step / usual) - 1 if usual > _SHORTEST else 0
        if missing > 0:
            what = "an edition is" if missing == 1 else f"{missing} editions are"
            yield f"between {one.path} and {two.path} {what} missing"


def twins(editions: Sequence[Edition]) -> Iterator[str]:
    """A note for each two editions that report on the same time."""
    for one, two in pairwise(editions):
        if one.period is not None and one.period == two.period:
            yield (
                f"{one.path} and {two.path} both report on {one.period.label};"
                " where they differ it is shown as a restatement"
            )


def _days(one: Edition, two: Edition) -> int:
    assert one.period and two.period
    return (two.period.end - one.period.end).days
