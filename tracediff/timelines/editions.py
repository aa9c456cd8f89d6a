"""Editions of one report in any order in, the same in order of their data out, each with its year.

The year that an edition reports on is told from its own text. Beside its sisters that can be seen
to be wrong: where the files are named after their years, and most editions report on the year in
their name (or on the one before), an edition that departs from that is read like the others.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import PurePath
from typing import Final, NamedTuple

from tracediff.model import Edition, Period

_YEAR: Final = re.compile(r"(?<!\d)(?:19[5-9]\d|20[0-6]\d)(?!\d)")
_PART: Final = re.compile(r"(?<![a-z])(?P<kind>[hqs])[-_]?(?P<number>[1-4])(?!\d)", re.IGNORECASE)
_MONTHS: Final = {"h": 6, "s": 6, "q": 3}
_MOST: Final = 0.6  # of the editions keep the habit that the others are read by


class Named(NamedTuple):
    """The year in the name of a file, and the months of it that the name tells."""

    year: int
    first: int = 1
    last: int = 12


def in_order(editions: Sequence[Edition], given: Sequence[int | None]) -> tuple[Edition, ...]:
    """The editions dated beside each other, in order of their data; ``given`` years stand."""
    dated = _dated(editions, given)
    return tuple(sorted(dated, key=_when))


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
    return period.end if period else told, told, edition.path


def _dated(editions: Sequence[Edition], given: Sequence[int | None]) -> list[Edition]:
    names = [named(edition) for edition in editions]
    if None in names or len(set(names)) < len(names):
        return list(editions)
    pairs = [(edition, name) for edition, name in zip(editions, names, strict=True) if name]
    habits = Counter(e.year - name.year for e, name in pairs if e.year is not None)
    habit, times = habits.most_common(1)[0] if habits else (0, 0)
    if times < _MOST * len(pairs):
        return list(editions)
    parts = any((name.first, name.last) != (1, 12) for _, name in pairs)
    return [
        edition
        if year is not None
        else _as_named(edition, name, habit)
        if edition.year is None or edition.year - name.year != habit
        else _as_named(edition, name, 0)
        if parts and (name.first, name.last) != (1, 12) and habit == 0
        else edition
        for (edition, name), year in zip(pairs, given, strict=True)
    ]


def _as_named(edition: Edition, name: Named, habit: int) -> Edition:
    """An edition that reports on the time in its file's name, or so many years off it."""
    year = name.year + habit
    start = date(year, name.first, 1)
    end = date(year, name.last, monthrange(year, name.last)[1])
    whole = (name.first, name.last) == (1, 12)
    label = str(year) if whole else f"{start:%B}–{end:%B} {year}"
    reason = f"the file's name, as in the other editions; read alone: {edition.year_reason or 'unknown'}"
    return replace(edition, year=year, period=Period(start, end, label), year_reason=reason)
