"""A year in a text in, the stretch of time that it closes out.

Nearly every stretch of time that a report names ends with its year: "July 2018 to June 2019", "the
year ended 30 June 2019", "fiscal 2022", "the first half of 2024". So a text is searched for years
only, and each is read together with the words just before and behind it.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Final, NamedTuple

from tracediff.lexicon.calendar import MONTH_NAMES, MONTHS, RANKS
from tracediff.model import Period


class Form(StrEnum):
    """How a text names a stretch of time."""

    YEAR = "a year"
    DATE = "a month or a day"
    SPAN = "from one date to another"
    ENDED = "months or weeks up to a date"
    PART = "a half or a quarter"
    SPLIT = "a year that opens in one calendar year and ends in the next"
    FISCAL = "a year of accounts"
    YEARS = "several years"


CALLED_BY_A_YEAR: Final = (Form.YEAR, Form.FISCAL, Form.DATE, Form.YEARS)
"""The forms that name a year and leave open which months are meant."""


class Stretch(NamedTuple):
    """A stretch of time as a text names it, from ``start`` to before ``end``; ``year`` files it."""

    start: int
    end: int
    form: Form
    year: int
    period: Period


_LAST: Final = 2069  # a number above is no year that a report is about
_YEAR: Final = r"(?:19\d\d|20[0-6]\d)"
_MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})"
_TH: Final = r"(?:st|nd|rd|th)?"
# Each begins with what is rare in a text, so that a search is quick; the look back comes behind it.
_MARK: Final = re.compile(r"(?:1[6-9]|20)\d\d(?!\d)(?<!\d\d{4})")
_SHORT: Final = re.compile(
    r"FY(?<!\w..) ?['’]?(?P<short>\d\d)(?:[/–-](?P<short_to>\d\d))?(?!\w)(?![/–-]\d)"
)
_DATE: Final = re.compile(
    rf"(?:\b(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?)?\b(?P<month>{_MONTH})\b\.?,?\s+"
    rf"(?:(?P<day2>\d{{1,2}}){_TH},?\s+)?\Z",
    re.IGNORECASE,
)
_NUMERIC: Final = re.compile(r"(?<!\d)(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./]\Z")
_ISO: Final = re.compile(r"(?P<mark>[-/.])(?P<month>\d\d)(?P=mark)(?P<day>\d\d)(?!\d)")
_BEFORE_IT: Final = re.compile(
    rf"(?:(?P<between>\bbetween\s+)|\bfrom\s+)?(?:the\s+)?(?:\b(?P<day>\d{{1,2}}){_TH}\s+(?:of\s+)?)?"
    rf"\b(?P<month>{_MONTH})\b\.?(?:\s+(?P<day2>\d{{1,2}}){_TH}\b)?(?:,?\s+(?P<year>{_YEAR}))?"
    rf"\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|(?P<and>\band\b))\s*(?:the\s+)?(?:end\s+of\s+)?\Z",
    re.IGNORECASE,
)
_NUMERIC_BEFORE: Final = re.compile(
    rf"(?<!\d)(?P<day>\d{{1,2}})[./](?P<month>\d{{1,2}})[./](?P<year>{_YEAR})"
    r"\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b)\s*\Z",
    re.IGNORECASE,
)
_COUNTS: Final[dict[str, int]] = {
    "three": 3, "four": 4, "six": 6, "nine": 9, "twelve": 12, "thirteen": 13, "twenty-six": 26,
    "thirty-nine": 39, "fifty-two": 52, "fifty-three": 53,
}  # fmt: skip
_ENDED: Final = re.compile(
    rf"(?:\b(?P<count>\d{{1,2}}|{'|'.join(_COUNTS)})[\s-]+(?P<unit>month|week)s?(?:[\s-]+(?:period|year))?"
    r"|\b(?P<half>half|semester|six-month)(?:[\s-]year)?(?:[\s-]period)?"
    r"|\b(?P<quarter>quarter)(?:ly)?(?:\s+period)?"
    r"|\b(?:(?:fiscal|financial|reporting|accounting|business|statement|calendar)\s+(?P<whole>year|period)s?"
    r"|years?|periods?))[\s-]+(?:ended|ending|end(?:s|ed)? on|to|up to|through)"
    r"\s+(?:on\s+)?(?:the\s+)?\Z"
    r"|\b(?:fiscal|financial|reporting|accounting)\s+year(?:-end)?[\s,:]+(?:of\s+)?\Z",
    re.IGNORECASE,
)
_PART_BEFORE: Final = re.compile(
    r"(?:\b(?P<rank>first|second|third|fourth|last|final|1st|2nd|3rd|4th)\s+(?P<unit>half|quarter|semester)"
    r"(?:[\s-]year)?(?:\s+of|\s+in)?(?:\s+the\s+year)?|\b(?P<code>[HQ][1-4])[\s,/-]?(?:of)?)\s*\Z",
    re.IGNORECASE,
)
_PART_BEHIND: Final = re.compile(r"[\s,/-]{0,2}(?P<code>[HQ][1-4])\b")
_MORE: Final = re.compile(r"\s?[/–—-]\s?(?P<to>(?:1[6-9]|20)\d\d|\d\d)(?![\d.,/–-]?\d)")
_GOES_ON: Final = re.compile(
    rf"\s*(?:[-–—]|\bto\b|\bthrough\b|\buntil\b|\band\b)\s*(?:the\s+)?(?:end\s+of\s+)?"
    rf"(?:\d{{1,2}}{_TH}\s+)?(?:of\s+)?{_MONTH}\b",
    re.IGNORECASE,
)
_FISCAL: Final = re.compile(
    r"\b(?:(?:fiscal|financial|accounting|business|budget|school|academic)(?:\s+years?)?|FY)[\s-]{0,2}\Z",
    re.IGNORECASE,
)
_FISCAL_BEHIND: Final = re.compile(
    r"\s+(?:fiscal|financial|accounting|business|budget|school|academic)\s+year", re.IGNORECASE
)
_WINDOW: Final = 90  # characters before a year in which the words stand that it closes


def stretches(text: str) -> Iterator[Stretch]:
    """Every stretch of time in a text that is closed by a year, in order."""
    behind = 0
    for mark in _marks(text):
        if mark.start() < behind:
            continue
        found = _short_fiscal(mark) if mark.re is _SHORT else _read(text, mark)
        if found is not None:
            behind = found.end
            yield found


def _marks(text: str) -> Iterable[re.Match[str]]:
    """The years, and the codes of years of accounts such as FY23, in order."""
    years = _MARK.finditer(text)
    if "FY" not in text:
        return years
    return sorted((*years, *_SHORT.finditer(text)), key=lambda mark: mark.start())


def _read(text: str, mark: re.Match[str]) -> Stretch | None:
    """The stretch that a year closes; none where it only opens one, or is part of an address."""
    start, end = mark.span()
    year = int(mark.group())
    if year > _LAST:
        return None
    ahead = text[max(0, start - _WINDOW) : start]
    last = ahead[-1:]
    if last == "_" or (last in "-/" and ahead[-2:-1].isalnum() and not _NUMERIC.search(ahead[-9:])):
        return None
    if iso := _ISO.match(text, end):
        return _on(start, iso.end(), year, iso["month"], iso["day"])
    if last in "./" and (numeric := _NUMERIC.search(ahead[-9:])):
        return _numeric(text, start, end, year, ahead, numeric)
    word = _last_word(ahead)
    if (word in MONTHS or word[:1].isdigit()) and (dated := _DATE.search(ahead[-24:])):
        return _dated(text, start, end, year, ahead, dated)
    return _bare(text, start, end, year, ahead, word)


def _last_word(ahead: str) -> str:
    """The word before a year, without its marks."""
    words = ahead[-24:].rsplit(None, 1)
    return words[-1].rstrip(".,-").casefold() if words else ""


def _short_fiscal(mark: re.Match[str]) -> Stretch:
    last = mark["short_to"] or mark["short"]
    year = 2000 + int(last)
    period = split_year(year) if mark["short_to"] else calendar_year(year, f"FY{last}")
    return Stretch(*mark.span(), Form.FISCAL, year, period)


def _on(start: int, end: int, year: int, month: str, day: str) -> Stretch | None:
    """A day in figures."""
    when = _day(year, int(month), int(day))
    if when is None:
        return None
    return Stretch(start, end, Form.DATE, year, Period(when, when, _day_label(when)))


def _numeric(
    text: str, start: int, end: int, year: int, ahead: str, numeric: re.Match[str]
) -> Stretch | None:
    """A day in figures, the day first unless the second number cannot be a month."""
    day, month = int(numeric["day"]), int(numeric["month"])
    day, month = (month, day) if month > 12 else (day, month)
    stop = _day(year, month, day)
    if stop is None:
        return None
    at = start - (len(ahead[-9:]) - numeric.start())
    before = text[max(0, at - _WINDOW) : at]
    if opened := _NUMERIC_BEFORE.search(before):
        first = _day(int(opened["year"]), int(opened["month"]), int(opened["day"]))
        if first is not None and first < stop:
            at -= len(before) - opened.start()
            return Stretch(at, end, Form.SPAN, year, Period(first, stop, span_label(first, stop)))
    return _ended(text, at, end, stop, stop, before)


def _dated(
    text: str, start: int, end: int, year: int, ahead: str, dated: re.Match[str]
) -> Stretch | None:
    """A month or a day: alone, as the end of a span, or as the end of months or weeks."""
    month = MONTHS[dated["month"].casefold()]
    at = start - (len(ahead[-24:]) - dated.start())
    number = dated["day"] or dated["day2"]
    whole = calendar.monthrange(year, month)[1]
    stop = _day(year, month, int(number) if number else whole)
    if stop is None:
        return None
    first = stop if number else date(year, month, 1)
    before = text[max(0, at - _WINDOW) : at]
    opened = _BEFORE_IT.search(before) if _opens(before) else None
    if opened and (opened["between"] or not opened["and"]):
        begun = _begun(opened, stop)
        if begun is not None and begun < stop:
            at -= len(before) - opened.start()
            return Stretch(at, end, Form.SPAN, year, Period(begun, stop, span_label(begun, stop)))
        return None
    if _GOES_ON.match(text, end):
        return None
    return _ended(text, at, end, first, stop, before)


def _opens(before: str) -> bool:
    """Whether a mark or a word before a date joins it to an earlier one."""
    return before.rstrip()[-1:] in _DASHES or _last_word(before) in _JOINS


_DASHES: Final = ("-", "–", "—")
_JOINS: Final = frozenset("to through until and the of".split())


def _begun(opened: re.Match[str], stop: date) -> date | None:
    """The first day of a span; without a year of its own it lies in the year of the last day."""
    month = MONTHS[opened["month"].casefold()]
    year = int(opened["year"] or stop.year)
    return _day(year, month, int(opened["day"] or opened["day2"] or 1))


def _ended(text: str, at: int, end: int, first: date, stop: date, before: str) -> Stretch:
    """The months or weeks up to a day, where words before it say so; else the month or the day."""
    ended = _ENDED.search(before) if _last_word(before) in _CLOSES else None
    if ended is None:
        label = _day_label(stop) if first == stop else f"{MONTH_NAMES[stop.month - 1]} {stop.year}"
        return Stretch(at, end, Form.DATE, stop.year, Period(first, stop, label))
    at -= len(before) - ended.start()
    begun = _so_long_before(ended, stop)
    label = " ".join(text[at:end].split())
    return Stretch(at, end, Form.ENDED, stop.year, Period(begun, stop, label))


_CLOSES: Final = frozenset("ended ending on to through the year year-end of years".split())


def _so_long_before(ended: re.Match[str], stop: date) -> date:
    """The first day of so many months or weeks, of a whole year unless another length is said."""
    count = ended["count"] and (_COUNTS.get(ended["count"].casefold()) or int(ended["count"]))
    if count and ended["unit"].casefold() == "week":
        return stop - timedelta(weeks=count) + timedelta(days=1)
    months = count or (6 if ended["half"] else 3 if ended["quarter"] else 12)
    return _months_before(stop, months)


def _months_before(stop: date, months: int) -> date:
    """The day after the one that lies so many months back."""
    whole = calendar.monthrange(stop.year, stop.month)[1] == stop.day
    back = stop.year * 12 + stop.month - 1 - months
    year, month = back // 12, back % 12 + 1
    last = calendar.monthrange(year, month)[1]
    return date(year, month, last if whole else min(last, stop.day)) + timedelta(days=1)


def _bare(text: str, start: int, end: int, year: int, ahead: str, word: str) -> Stretch | None:
    """A year without a month: a half or a quarter of it, a split or fiscal year, or itself."""
    part = _PART_BEFORE.search(ahead[-32:]) if word in _PARTLY else None
    behind = _PART_BEHIND.match(text, end)
    if part or behind:
        at = start - (len(ahead[-32:]) - part.start()) if part else start
        return _part(at, end, year, part, behind)
    fiscal = _FISCAL.search(ahead[-24:]) if word in _ACCOUNTS else None
    at = start - (len(ahead[-24:]) - fiscal.start()) if fiscal else start
    if more := _MORE.match(text, end):
        return _several(at, more.end(), year, more["to"], fiscal is not None)
    form = Form.FISCAL if fiscal or _FISCAL_BEHIND.match(text, end) else Form.YEAR
    label = f"fiscal year {year}" if form is Form.FISCAL else str(year)
    return Stretch(at, end, form, year, calendar_year(year, label))


_PARTLY: Final = frozenset("half quarter semester of in year h1 h2 q1 q2 q3 q4".split())
_ACCOUNTS: Final = frozenset(
    "fiscal financial accounting business budget school academic year years fy".split()
)


def _part(
    at: int, end: int, year: int, ahead: re.Match[str] | None, behind: re.Match[str] | None
) -> Stretch | None:
    """A half or a quarter, counted from January."""
    if ahead and ahead["rank"]:
        months = 3 if ahead["unit"].casefold() == "quarter" else 6
        rank = RANKS[ahead["rank"].casefold()]
    else:
        code = (ahead or behind)["code"]  # type: ignore[index]  # one of them is there
        months, rank = (6 if code[0] in "Hh" else 3), int(code[1])
    rank = 12 // months if rank < 0 else rank
    if rank * months > 12:
        return None
    stop = date(year, rank * months, calendar.monthrange(year, rank * months)[1])
    first = date(year, (rank - 1) * months + 1, 1)
    stop_at = end if ahead or not behind else behind.end()
    return Stretch(at, stop_at, Form.PART, year, Period(first, stop, span_label(first, stop)))


def _several(at: int, end: int, year: int, to: str, fiscal: bool) -> Stretch | None:
    """Two years with a mark between them: one year that ends in the second, or all the years."""
    last = int(to) if len(to) == 4 else year // 100 * 100 + int(to)
    if last == year + 1:
        return Stretch(at, end, Form.FISCAL if fiscal else Form.SPLIT, last, split_year(last))
    if not year < last <= year + 60:
        return None
    whole = Period(date(year, 1, 1), date(last, 12, 31), f"{year}–{last}")
    return Stretch(at, end, Form.YEARS, last, whole)


def calendar_year(year: int, label: str = "") -> Period:
    """The calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), label or str(year))


def split_year(last: int) -> Period:
    """A year that opens in one calendar year and ends in the next; from July, as most do."""
    label = f"{last - 1}–{last % 100:02d}"
    return Period(date(last - 1, 7, 1), date(last, 6, 30), label)


def span_label(first: date, stop: date) -> str:
    """The words that a reader would use for a span."""
    whole = first.day == 1 and calendar.monthrange(stop.year, stop.month)[1] == stop.day
    if not whole:
        return f"{_day_label(first)} – {_day_label(stop)}"
    if first.year == stop.year and (first.month, stop.month) == (1, 12):
        return str(stop.year)
    if first.year == stop.year and stop.month - first.month == 5 and first.month in (1, 7):
        return f"{'first' if first.month == 1 else 'second'} half of {stop.year}"
    if first.year == stop.year and stop.month - first.month == 2 and stop.month % 3 == 0:
        return f"quarter {stop.month // 3} of {stop.year}"
    opening = MONTH_NAMES[first.month - 1] + ("" if first.year == stop.year else f" {first.year}")
    return f"{opening} – {MONTH_NAMES[stop.month - 1]} {stop.year}"


def _day_label(when: date) -> str:
    return f"{MONTH_NAMES[when.month - 1]} {when.day}, {when.year}"


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
