"""The dates of two texts in, whether they are one date or years rolled forward out."""

from __future__ import annotations

import re
from typing import Final

from tracediff.detect.piece import Piece
from tracediff.lexicon.calendar import MONTHS

_DAYS: Final = frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
TIME: Final = re.compile(r"\d{1,2}(?::\d\d)?\s?[ap]\.?m\b\.?", re.IGNORECASE)


def date_form(match: re.Match[str]) -> str:
    """A date in words as it is compared: year, month and day."""
    month = MONTHS[(match["month"] or match["month2"]).casefold()]
    day = int(match["day"] or match["day2"])
    return f"@{match['year'] or ''}-{month:02d}-{day:02d}"


def digits_form(match: re.Match[str]) -> str:
    """A date in digits, day first unless the year is: "03/04/2024", "2024-04-03"."""
    first, month, last = match[1], match[3].zfill(2), match[4].zfill(2)
    day, year = (last, first) if len(first) == _YEAR else (first.zfill(2), last)
    return f"@{year if len(year) == _YEAR else '20' + year}-{month}-{day}"


_YEAR: Final = 4  # digits


def rolled_forward(
    old: list[Piece], new: list[Piece], years: tuple[int | None, int | None]
) -> bool:
    """Whether all that changed is a year or a date that rolled forward with the edition.

    A day in June that is followed by one in December has moved, whatever the year.
    """
    if _one_day(old, new, years):
        return True
    pairs = list(zip(old, new, strict=False))
    before, after = years
    if not pairs or len(old) != len(new) or before is None or after is None:
        return False
    gap = after - before
    past = all(year_of(a.form) <= before for a in old)
    rolled = all(gap and year_of(b.form) - year_of(a.form) == gap for a, b in pairs)
    return past and rolled and all(_same_season(a, b) for a, b in pairs)


def _same_season(old: Piece, new: Piece) -> bool:
    """Whether two dates, years apart, are of the same months or nearly so."""
    if not (old.form.startswith("@") and new.form.startswith("@")):
        return True
    months = [_calendar([piece], None)[1] for piece in (old, new)]
    return abs(months[0] - months[1]) <= _SEASON


_SEASON: Final = 2  # months


def _one_day(old: list[Piece], new: list[Piece], years: tuple[int | None, int | None]) -> bool:
    """Whether both sides name one time, one of them in full: "on 9 September", "September 2024"."""
    if not old or not new or not all(is_date(p) for p in (*old, *new)):
        return False
    one, two = (_calendar(side, year) for side, year in zip((old, new), years, strict=True))
    month = bool(one[1]) and one[1] == two[1]
    return month and one[0] == two[0] and (one[2] == two[2] or not (one[2] and two[2]))


def _calendar(side: list[Piece], year: int | None) -> tuple[int, int, int]:
    """The year (that of the edition where none is named), month and day that some words name."""
    found = [year or 0, 0, 0]
    for piece in side:
        if piece.form.startswith("@"):
            named, month, day = piece.form[1:].split("-")
            found = [int(named) if named else found[0], int(month), int(day)]
        elif piece.text.casefold() in MONTHS:
            found[1] = MONTHS[piece.text.casefold()]
        elif year_of(piece.form):
            found[0] = year_of(piece.form)
    return found[0], found[1], found[2]


def year_of(form: str) -> int:
    """The year that the form of a piece names, 0 where it names none."""
    match = re.match(r"@?((?:19|20)\d\d)(?:-|$)", form)
    return int(match[1]) if match else 0


def is_date(piece: Piece) -> bool:
    """Whether a piece is a date, a month, a day of the week, a year or an hour."""
    low = piece.text.casefold()
    if year_of(piece.form) or piece.form.startswith("@"):
        return True
    return low in MONTHS or low in _DAYS or bool(TIME.match(low))
