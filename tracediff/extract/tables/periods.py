"""Column heads and row labels in, the periods they name out: "2022*", "FY22", "Dec-22", "Q1"."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from tracediff.extract.periods import find_mentions
from tracediff.extract.resolved_periods import shifted, year_period
from tracediff.lexicon.calendar import MONTH_NAMES, MONTHS
from tracediff.lexicon.cells import YEAR_LETTERS
from tracediff.model import Period


@dataclass(frozen=True, slots=True)
class Dated:
    """A period in a head: where it stands, the period, or the part of a year that it names.

    ``months`` are the first and last month of a part whose year stands elsewhere, ``part`` the name
    that such parts are told apart by ("first quarter"); ``kind`` is "plan" or "target" where a
    letter behind the year says so.
    """

    start: int
    stop: int
    period: Period | None
    months: tuple[int, int] | None = None
    part: str = ""
    kind: str = ""


_YEAR: Final = r"(?:19|20)\d\d"
_MONTH: Final = "|".join(sorted(MONTHS, key=len, reverse=True))
_CODES: Final[tuple[tuple[str, re.Pattern[str]], ...]] = tuple(
    (name, re.compile(pattern, re.IGNORECASE))
    for name, pattern in (
        ("day", rf"(?<![\d.-])(?P<d>\d{{1,2}})[./-](?P<m>\d{{1,2}})[./-]"
            rf"(?P<y>{_YEAR}|(?<=/)\d\d)(?![\d./-])"),
        ("iso", rf"(?<![\d-])(?P<y>{_YEAR})-(?P<m>\d\d)-(?P<d>\d\d)(?![\d-])"),
        (
            "date",
            rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[ -](?P<m>{_MONTH})\.?,?[ -](?P<y>{_YEAR}|\d\d)\b"
            rf"|\b(?P<m2>{_MONTH})\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>{_YEAR})\b",
        ),
        (
            "months",
            rf"\b(?P<m>{_MONTH})\.?(?: (?P<y0>{_YEAR}))? ?(?:-|–|—|to|/) ?(?P<m2>{_MONTH})\.?"
            rf"(?:,? ?(?P<y>{_YEAR}|['’]\d\d))?(?!\w)",
        ),
        ("month", rf"\b(?P<m>{_MONTH})\.?[ ,'’/-]{{1,2}}(?P<y>{_YEAR}|\d\d)(?![\w/-])"),
        (
            "code",
            r"\b(?P<c>[QHT][1-4]|[1-4][QH])(?:[ -/]{0,3}(?:FY ?)?(?P<y>(?:19|20)\d\d|\d\d))?"
            r"(?![\w%])"
            r"|\b(?:(?:19|20)\d\d) ?[-/]? ?(?P<c2>[QH][1-4])\b",
        ),
        (
            "part",
            r"\b(?P<rank>first|second|third|fourth|1st|2nd|3rd|4th)[ -](?P<of>quarter|half)"
            r"(?:(?: of)? (?P<y>(?:19|20)\d\d))?",
        ),
        (
            "span",
            r"\b(?P<fy>FY ?|fiscal (?:years? )?)?"
            rf"(?P<y>{_YEAR}) ?(?P<sep>[/–-]) ?(?P<to>{_YEAR}|\d\d)(?![\d-])",
        ),
        ("short", r"\bFY ?['’]?(?P<y>(?:19|20)\d\d|\d\d)(?P<letter>[AEFPBR])?(?!\w)"),
        (
            "year",
            rf"(?<![\w$€£.,/–-])(?P<y>{_YEAR}) ?\(?(?P<letter>[AEFPBRT])?\)?"
            r"(?![\w,]|\.\d|[/–-]\d)",
        ),
        ("bare", rf"\b(?P<m>{_MONTH})\b\.?(?![- ]\d)"),
        (
            "last",
            r"\b(?:prior|previous|preceding|last) (?:financial |fiscal |reporting )?"
            r"(?:year|period)\b",
        ),
        ("this", r"\b(?:current|this|reporting) (?:financial |fiscal )?(?:year|period)\b"),
    )
)  # fmt: skip
_RANKS: Final[dict[str, int]] = {
    "first": 1, "1st": 1, "second": 2, "2nd": 2, "third": 3, "3rd": 3, "fourth": 4, "4th": 4,
}  # fmt: skip


def dated(text: str, own: Period | None) -> Dated | None:
    """The first period that a head names, in short or in words.

    >>> dated("Dec-22", None).period.label, dated("FY22", None).period.year
    ('December 2022', 2022)
    """
    for name, pattern in _CODES:
        for match in pattern.finditer(text):
            found = _read(name, match, own)
            if found is not None:
                return found
    for mention in find_mentions(text, own):
        if mention.period is not None and not mention.base:
            return Dated(mention.start, mention.end, mention.period)
    return None


def all_dated(text: str, own: Period | None) -> tuple[Dated, ...]:
    """The periods of a head that names two: "FY 2022 vs. FY 2021"."""
    found: list[Dated] = []
    at = 0
    while len(found) < _MOST and (one := dated(text[at:], own)) is not None:
        found.append(replace(one, start=one.start + at, stop=one.stop + at))
        at += max(one.stop, 1)
    return tuple(sorted(found, key=lambda one: one.start))


_MOST: Final = 3  # periods of one head that are looked for


def whole(text: str, own: Period | None) -> Dated | None:
    """The period that a label is nothing but, marks of notes aside: "2020", "March"."""
    found = dated(text, own)
    if found is None or found.start > _AROUND or len(text) - found.stop > _AROUND:
        return None
    rest = (text[: found.start] + text[found.stop :]).strip(_MARKS)
    return found if rest.casefold() in _FRAMES else None


_AROUND: Final = 16  # characters beside a period that are looked at
_MARKS: Final = " *†‡§¹²³.,:()[]"
_FRAMES: Final[frozenset[str]] = frozenset(
    "|in|year|season|fy|fiscal year|financial year|calendar year|year ended|as of|as at|at".split(
        "|"
    )
)


def _read(name: str, m: re.Match[str], own: Period | None) -> Dated | None:
    start, stop = m.span()
    if name in ("last", "this"):
        period = shifted(own, -1) if own and name == "last" else own
        return Dated(start, stop, period) if period else None
    if name in ("day", "iso", "date"):
        period = _day(m)
        return Dated(start, stop, period) if period else None
    if name == "month" and _is_day(m, own):
        return None
    if name == "month" and (until := _up_to(m, own)) is not None:
        return until
    if name in ("months", "month", "bare", "code", "part"):
        return _part(name, m)
    period, kind = _years(name, m)
    return Dated(start, stop, period, kind=kind) if period else None


def _is_day(m: re.Match[str], own: Period | None) -> bool:
    """Whether two digits behind a month are a day ("years ended September 30"), not a year."""
    if len(m["y"]) == 4 or m.string[m.start("y") - 1] != " ":
        return False
    ends = _full(m["y"]) > own.end.year + _AHEAD if own else 28 <= int(m["y"]) <= 31
    return ends or _ENDED.search(m.string, 0, m.start()) is not None


_AHEAD: Final = 5  # years that a head looks ahead at most
_ENDED: Final[re.Pattern[str]] = re.compile(r"\b(?:ended|ending|as (?:of|at)) \Z", re.IGNORECASE)


def _up_to(m: re.Match[str], own: Period | None) -> Dated | None:
    """The year or the months that end with a month: "year ended June 2020"."""
    for one in find_mentions(m.string, own) if _ENDING.search(m.string, 0, m.start()) else ():
        if one.kind == "rolling" and one.start <= m.start() < one.end and one.period:
            return Dated(one.start, one.end, one.period)
    return None


_ENDING: Final[re.Pattern[str]] = re.compile(
    r"\b(?:years?|months) (?:ended|ending|to) \Z", re.IGNORECASE
)


def _day(m: re.Match[str]) -> Period | None:
    groups = m.groupdict()
    day = int(groups["d"] or groups["d2"])
    said = groups["m"] or groups["m2"]
    month = int(said) if said.isdigit() else MONTHS[said.casefold()]
    year = _full(groups["y"] or groups["y2"])
    if month > 12 and day <= 12:
        day, month = month, day
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
        return None
    on = date(year, month, day)
    if _YEAR_TO.search(m.string, max(0, m.start() - 24), m.start()):
        begin = date(year - 1, month, day) if (month, day) != (2, 29) else date(year - 1, 2, 28)
        return Period(begin + timedelta(1), on, f"year to {MONTH_NAMES[month - 1]} {day}, {year}")
    return Period(on, on, f"{MONTH_NAMES[month - 1]} {day}, {year}", as_of=True)


_YEAR_TO: Final[re.Pattern[str]] = re.compile(
    r"\b(?:years?|12 months|twelve months) (?:ended|ending|to)(?: on)? \Z", re.IGNORECASE
)


def _full(year: str) -> int:
    digits = year.strip("'’ ")
    return int(digits) if len(digits) == 4 else (2000 if int(digits) < 70 else 1900) + int(digits)


def _part(name: str, m: re.Match[str]) -> Dated | None:
    """A part of a year, with its year where that stands beside it."""
    groups = m.groupdict()
    first, last, part = _months(name, groups)
    year = groups.get("y")
    if name == "code" and groups["c2"]:
        year = m.group()[:4]
    period = placed((first, last), _full(year)) if year else None
    if period is not None and groups.get("y0"):
        period = Period(date(int(groups["y0"]), first, 1), period.end, m.group())
    if first == 1 and last == 12:
        return Dated(m.start(), m.end(), period, (first, last))
    return Dated(m.start(), m.end(), period, (first, last), part)


def _months(name: str, groups: dict[str, str | None]) -> tuple[int, int, str]:
    if name in ("months", "month", "bare"):
        first = MONTHS[(groups["m"] or "").casefold()]
        last = MONTHS[(groups.get("m2") or groups["m"] or "").casefold()]
        name_of = MONTH_NAMES[first - 1].casefold()
        return (
            first,
            last,
            name_of if last == first else f"{name_of} {MONTH_NAMES[last - 1].casefold()}",
        )
    if name == "part":
        rank, size = (
            _RANKS[(groups["rank"] or "").casefold()],
            3 if groups["of"] == "quarter" else 6,
        )
    else:
        code = (groups["c"] or groups["c2"] or "").upper()
        rank, size = int(code.strip("QHT")), {"Q": 3, "H": 6, "T": 4}[code.strip("1234")]
    size = min(size, 12 // rank) if rank * size > 12 else size
    words = {3: "quarter", 6: "half", 4: "trimester"}.get(size, "part")
    return (rank - 1) * size + 1, rank * size, f"{_ORDINALS[rank - 1]} {words}"


_ORDINALS: Final = ("first", "second", "third", "fourth")


def placed(months: tuple[int, int], year: int) -> Period:
    """Some months of a year."""
    first, last = months
    begin = year - 1 if last < first else year
    start, stop = date(begin, first, 1), date(year, last, monthrange(year, last)[1])
    names = MONTH_NAMES[first - 1], MONTH_NAMES[last - 1]
    if (first, last) == (1, 12):
        return year_period(year)
    if last - first == 2 and last % 3 == 0:
        return Period(start, stop, f"quarter {last // 3} of {year}")
    if last - first == 5 and last % 6 == 0:
        return Period(start, stop, f"{'first' if first == 1 else 'second'} half of {year}")
    if first == last:
        return Period(start, stop, f"{names[0]} {year}")
    return Period(start, stop, f"{names[0]}–{names[1]} {year}")


def _years(name: str, m: re.Match[str]) -> tuple[Period | None, str]:
    letter = (m.groupdict().get("letter") or "").casefold()
    kind = YEAR_LETTERS.get(letter, "")
    year = _full(m["y"])
    if name == "span":
        return _span(m, year), ""
    if name == "short":
        return Period(date(year, 1, 1), date(year, 12, 31), f"fiscal year {year}"), kind
    return year_period(year), kind


def _span(m: re.Match[str], year: int) -> Period | None:
    """Two years in one: a season or fiscal year where they follow each other."""
    to = int(m["to"])
    last = to if to > 99 else year // 100 * 100 + to
    last = last + 100 if last < year and last % 100 == 0 else last
    if not year < last <= year + 60:
        return None
    if last == year + 1 and (m["fy"] or m["sep"] == "/" or to < 100):
        return Period(date(year, 7, 1), date(last, 6, 30), f"fiscal year {year}–{last % 100:02d}")
    return Period(date(year, 1, 1), date(last, 12, 31), f"{year}–{last}")
