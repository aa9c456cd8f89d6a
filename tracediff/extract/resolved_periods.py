"""One mention of time in, the period that it means out: a function for each kind of mention.

Each takes the match, the edition's reporting period and the period spoken of before.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from tracediff.lexicon.calendar import MONTH_NAMES, MONTHS, PARTS, RANKS, SEASONS
from tracediff.model import Period


def year_period(year: int) -> Period:
    """The calendar year."""
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def _numeric(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    parts = [int(part) for part in re.split(r"[/.-]", m.group())]
    year = parts[0] if parts[0] > 31 else parts[2]
    return year_period(year) if 1900 <= year <= 2099 else None


def _week(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """The seven days of a week of ISO 8601: "2019W43", "2019-W07"."""
    year, week = int(m["week_year"]), int(m["week"])
    if not 0 < week <= date(year, 12, 28).isocalendar().week:
        return None
    start = date.fromisocalendar(year, week, 1)
    return Period(start, start + timedelta(days=6), f"week {week} of {year}")


def _open(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """Where what goes on until now begins: "2018–present", "from May 2019 to date"."""
    year = _year_in(m["open"]) or (own.end.year if own else None)
    if year is None:
        return None
    month = _month_in(m["open"])
    start, stop = date(year, month or 1, 1), month_end(year, month or 12)
    return Period(start, stop, label_of(start, stop))


def _same(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    shape = prior or own
    year = int(m["same_year"]) + bool(m["same_to"]) if m["same_year"] else None
    if shape is None:
        return year_period(year) if year else None
    if year:
        return shifted(shape, year - shape.end.year)
    if m["same_last"] or m["same_ago"]:
        return shifted(shape, -1)
    return shape


def shifted(period: Period, years: int) -> Period:
    """The same stretch of another year, named alike: "2023–24" is "2022–23" a year before."""
    start, end = _moved(period.start, years), _moved(period.end, years)
    label = _NAMED_YEAR.sub(lambda y: _moved_year(y.group(), years), period.label)
    return Period(start, end, label, period.as_of)


_NAMED_YEAR: Final = re.compile(r"(?:1[6-9]|20)\d\d|(?<=\d\d\d\d[/–-])\d\d\b|(?<=\bFY)\d\d\b")


def _moved_year(year: str, by: int) -> str:
    return f"{(int(year) + by) % 10 ** len(year):0{len(year)}d}"


def _moved(day: date, years: int) -> date:
    year = min(max(day.year + years, 1), 9999)
    return date(year, day.month, min(day.day, monthrange(year, day.month)[1]))


def _range(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    last_year = _year_in(m["to"]) or (own.end.year if own else None)
    first_year = _year_in(m["from"]) or last_year
    if first_year is None or last_year is None or first_year > last_year:
        return None
    begin, end = _month_in(m["from"]), _month_in(m["to"])
    start = date(first_year, begin or 1, 1)
    stop = month_end(last_year, end or 12)
    if stop < start:
        start = date(first_year - 1, begin or 1, 1)
    label = label_of(start, stop)
    return Period(start, stop, label)


def _year_in(text: str) -> int | None:
    found = re.search(r"(?:1[6-9]|20)\d\d", text)
    return int(found.group()) if found else None


def _month_in(text: str) -> int | None:
    word = re.search(r"[A-Z][a-z]{2,8}", text)
    return MONTHS.get(word.group().lower()) if word else None


def month_end(year: int, month: int) -> date:
    """The last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def label_of(start: date, stop: date) -> str:
    """The words a reader would use for a stretch of whole months."""
    if start.month == 1 and stop.month == 12:
        return str(start.year) if start.year == stop.year else f"{start.year}–{stop.year}"
    if start.year == stop.year:
        first, last = MONTH_NAMES[start.month - 1], MONTH_NAMES[stop.month - 1]
        if (start.month, stop.month) in ((1, 6), (7, 12)):
            return f"{'first' if start.month == 1 else 'second'} half of {start.year}"
        return f"{first} {start.year}" if first == last else f"{first}–{last} {start.year}"
    return (
        f"{MONTH_NAMES[start.month - 1]} {start.year} – {MONTH_NAMES[stop.month - 1]} {stop.year}"
    )


def _part(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    year = int(m["part_year"]) if m["part_year"] else (own.end.year if own else None)
    if year is None:
        return None
    if m["part_last"]:
        year -= 1
    rank = RANKS[m["rank"]]
    months = PARTS.get(m["part"] or "", 0)
    if m["count"]:
        count = _count(m["count"])
        step = {"m": 1, "q": 3}.get(m["unit"][0])
        if count is None or step is None:
            return None
        months = count * step
    return _slice(year, rank, months)


def _slice(year: int, rank: int, months: int) -> Period | None:
    if not 0 < months <= 12 or (rank > 0 and (rank - 1) * months >= 12):
        return None
    first = 13 - months if rank < 0 else 1 + (rank - 1) * months
    last = min(12, first + months - 1)
    start, stop = date(year, first, 1), month_end(year, last)
    if months == 3:
        return Period(start, stop, f"quarter {(first + 2) // 3} of {year}")
    return Period(start, stop, label_of(start, stop))


_NUMBERS: Final[dict[str, int]] = {
    word: value
    for value, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve".split(), 1
    )
} | {"fifteen": 15, "eighteen": 18, "twenty": 20}  # fmt: skip


def _count(word: str) -> int | None:
    return int(word) if word.isdigit() else _NUMBERS.get(word)


def _rolling(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """The months up to one: "the six months to March 2023", "the last two years to June"."""
    year = _year_in(m["roll_to"]) or (own.end.year if own else None)
    count, month = _count((m["roll"] or "12").lower()), _month_in(m["roll_to"])
    if m["roll_years"]:
        count = (_count(m["roll_years"].lower()) or 1) * 12
    if year is None or month is None or count is None or not 0 < count <= 60:
        return None
    stop = month_end(year, month)
    first = year * 12 + month - count  # months before it, from year 0
    start = date(first // 12, first % 12 + 1, 1)
    whole = count == 12 and month < 12 and not m["roll"]
    label = f"year to {MONTH_NAMES[month - 1]} {year}" if whole else label_of(start, stop)
    return Period(start, stop, label)


def _code(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    code, year = m["half"] or m["half2"], int(m["half_year"] or m["year_half"])
    return _slice(year, int(code[1]), 6 if code[0] == "H" else 3)


def _fiscal(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    short, last = m["fiscal_short"] or m["fiscal_two"], m["fiscal_to"] or m["fiscal3_to"]
    last = last or m["fiscal_to4"] or m["fiscal_two_to"]
    year = 2000 + int(short) if short else int(m["fiscal"] or m["fiscal3"])
    if m["fiscal_until"]:
        return _years_of_accounts(year, m["fiscal_until"])
    if last:
        if _ends_next(year, last):
            return _split_period(year, own, _OF_ACCOUNTS.search(m.group()) is not None)
        if (several := _years_of_accounts(year, last)) is not None:
            return several
    return Period(date(year, 1, 1), date(year, 12, 31), f"fiscal year {year}")


def _years_of_accounts(first: int, last: str) -> Period | None:
    """Several years of accounts, the last of them with two digits or four."""
    stop = _full(first, last)
    if not first < stop <= first + 60:
        return None
    return Period(date(first, 1, 1), date(stop, 12, 31), f"fiscal years {first}–{stop}")


def _full(first: int, last: str) -> int:
    """A year of four digits, where it stands behind another with two: "2021–22"."""
    return int(last) if len(last) == 4 else first // 100 * 100 + int(last)


def _ends_next(first: int, last: str) -> bool:
    return _full(first, last) == first + 1


def _split_period(first: int, own: Period | None, accounts: bool) -> Period:
    """A year that opens in one calendar year and ends in the next, of accounts or of a school.

    It opens when the edition's own year does, where that is such a one; else in July, as most do.
    """
    label = f"{'fiscal year ' if accounts else ''}{first}–{(first + 1) % 100:02d}"
    if own and own.full_year and own.start.year < own.end.year:
        return replace(shifted(own, first + 1 - own.end.year), label=label)
    return Period(date(first, 7, 1), date(first + 1, 6, 30), label)


_OF_ACCOUNTS: Final = re.compile(r"fiscal|financial|budget|accounting|tax|FY|F\.Y\.", re.I)


def _previous(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    spoken = m.group().lower().startswith("last")  # "last year" is the one before the report's
    shape = prior if prior and prior.year and not spoken else own
    return shifted(shape, -1) if shape else None


def _ago(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """The year so many years before the report's own, or before the one spoken of: "five years
    ago", "two years earlier"."""
    shape = prior if prior and prior.year and m["ago_how"] != "ago" else own
    count = _count(m["ago"].lower())
    if shape is None or not shape.year or count is None:
        return None
    return shifted(shape, -count) if shape.full_year else year_period(shape.year - count)


def _turn(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """The quarter or month before the one spoken of; none where that is not known."""
    near = prior or own
    months = round(near.days / _MONTH) if near else 0
    said = {"month": 1, "quarter": 3}.get(m["turn"] or m.group().partition("-")[0], months)
    if near is None or said != months or months not in (1, 3):
        return None
    at = near.start.year * 12 + near.start.month - 1 - months
    start, end = date(at // 12, at % 12 + 1, 1), near.start - timedelta(days=1)
    if months == 1:
        return Period(start, end, f"{MONTH_NAMES[start.month - 1]} {start.year}")
    aligned = near.start.day == 1 and start.month % 3 == 1
    label = f"quarter {start.month // 3 + 1} of {start.year}" if aligned else label_of(start, end)
    return Period(start, end, label)


_MONTH: Final = 30.4  # days


def _past(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    if own is None:
        return None
    if m["past_one"] == "quarter":
        return _last_quarter(own, spoken="last" in m.group().lower())
    unit = m["past_unit"] or (m["past_one"] or "") + "s"
    count = _count(m["past"]) if m["past"] else 1
    years = (count or 3) * {"years": 1, "decades": 10, "centurys": 100}.get(unit, 0)
    if years:
        return Period(date(max(1, own.end.year - years), 1, 1), own.end, m.group().strip())
    return own


def _last_quarter(own: Period, spoken: bool) -> Period | None:
    """The last quarter of a longer period; of one quarter itself, or where it is spoken of as "last
    quarter", as "last year" is, the one before."""
    months = round(own.days / _MONTH)
    if months < _QUARTER:
        return own
    at = own.end.year * 12 + own.end.month - (_QUARTER if months > _QUARTER else 2 * _QUARTER)
    first = date(at // 12, at % 12 + 1, 1)
    if months == _QUARTER and not spoken:
        return own
    end = month_end((at + 2) // 12, (at + 2) % 12 + 1)
    aligned = first.month % _QUARTER == 1
    name = f"quarter {first.month // _QUARTER + 1} of {first.year}"
    return Period(first, end, name if aligned else label_of(first, end))


_QUARTER: Final = 3  # months


def _own(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    return own


def _pair(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    first = int(m["pair"])
    last = _full(first, m["pair_until"] or m["pair_to"])
    if not first < last <= first + 60:
        return None
    short = m["pair_sep"] == "/" or len(m["pair_to"]) == 2
    if short and last == first + 1:  # "in 2021/22", "in 2021–22": one year, not the calendar's
        return _split_period(first, own, accounts=m["pair_sep"] == "/")
    return Period(date(first, 1, 1), date(last, 12, 31), f"{first}–{last}")


def _date(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    month = MONTHS[m["month"].rstrip(".").lower()]
    year = int(m["month_year"]) if m["month_year"] else (own.end.year if own else None)
    if year is None:
        return None
    start, stop = date(year, month, 1), month_end(year, month)
    day = int(re.match(r"\d+", m["day1"] or m["day2"] or "0").group())  # type: ignore[union-attr]  # _DAY opens with a digit
    if 0 < day <= stop.day:
        start = stop = date(year, month, day)
        return Period(start, stop, f"{MONTH_NAMES[month - 1]} {day}, {year}")
    return Period(start, stop, f"{MONTH_NAMES[month - 1]} {year}")


def _decade(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    first = int(m["decade"])
    return Period(date(first, 1, 1), date(first + 9, 12, 31), f"{first}s")


def _season(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    """Three months of a year: "Fall 2024", "in the spring of 2019", "Spring 25"."""
    name = (m["season"] or m["season_low"]).lower()
    year = int(m["season_year"] or f"20{m['season_short']}")
    month = SEASONS[name]
    start, stop = date(year, month, 1), date(year + month // 12, (month + 2) % 12 or 12, 1)
    end = month_end(stop.year, stop.month)
    return Period(start, end, f"{name} {year}", filed=year)


def _year(m: re.Match[str], own: Period | None, prior: Period | None) -> Period | None:
    return year_period(int(m["year"]))


RESOLVERS = {
    "numeric": _numeric, "week": _week, "open": _open, "same": _same, "range": _range,
    "part": _part, "rolling": _rolling, "code": _code, "fiscal": _fiscal,
    "previous": _previous, "ago": _ago, "turn": _turn, "past": _past, "own": _own, "pair": _pair,
    "date": _date, "season": _season, "decade": _decade, "year": _year,
}  # fmt: skip
