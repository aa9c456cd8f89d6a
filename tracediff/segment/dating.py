"""The year and period that an edition reports on, told from the edition itself.

In order: what the user says; what the format says (front matter); a statement such as "for the
financial year ended 30 April 2020"; a year in the title; how the text speaks of years; the name of
the file. The reason is kept in words, because everything else is read against it.
"""

from __future__ import annotations

import calendar
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from tracediff.lexicon.calendar import MONTHS
from tracediff.model import BlockKind, Passage, Period, Source

_MONTH = "|".join(MONTHS)
_YEAR = r"(?:19[5-9]\d|20[0-6]\d)"

# what stands in each of the words that follow, without the letter that has two small forms
_ACCOUNTED = ("nanc", "scal", "report", "calendar")
_FISCAL = re.compile(
    rf"\b(?:financial|fiscal|reporting|calendar)\s+(?:year|period)\s+(?:(?:ended|ending|to)\s+)?"
    rf"(?:on\s+)?(?:(?P<day>\d{{1,2}})\s+)?(?:(?P<month>{_MONTH})\s+)?(?:(?P<day2>\d{{1,2}}),\s*)?"
    rf"(?P<year>{_YEAR})\b(?!\s*[-–/]\s*\d)",
    re.IGNORECASE,
)
_TITLE = re.compile(
    rf"(?<![\w/-])(?P<year>{_YEAR})(?:\s*[-–/]\s*(?P<to>\d{{2,4}}))?(?![\w/-])", re.IGNORECASE
)
_NOT_TITLE = re.compile(
    rf"\b(?:Acts?|Laws?|Regulations?|Code|Decree|Directive|Convention|Protocol|Agenda|Order|Bill|of|by"
    rf"|until|since|after|before)\s+(?:No\.?\s*)?{_YEAR}",
    re.IGNORECASE,
)
_HALF = re.compile(
    rf"\b(?P<first>{_MONTH})\.?\s*(?:[-–—]|to|through|and)\s*(?P<last>{_MONTH})\.?,?\s+(?P<year>{_YEAR})",
    re.IGNORECASE,
)
# looking back from its digits is quicker than looking ahead from everywhere
_SPOKEN = re.compile(rf"{_YEAR}(?<![\w–/.-]\d{{4}})(?![\w/-]|–\d)")
_AHEAD = re.compile(
    rf"\b(?:(?P<future>by|until|through|to|before|for)(?:\s+the\s+end\s+of)?"
    rf"|(?P<lead>in|during|of|year|and|since|{_MONTH}))\s+\Z",
    re.IGNORECASE,
)
_BARE_MONTH = re.compile(
    rf"\b(?:In|As of|On|By|Since|Until|Through|From|in|as of|on|by|from)\s+(?:late |early |mid-)?"
    rf"(?:{_MONTH.title()})\b(?:\s+\d{{1,2}}\b)?(?!\s*,?\s*(?:of\s+)?\d)"
)


@dataclass(frozen=True, slots=True)
class Dating:
    """The reporting year and period of an edition, and how they are known."""

    year: int | None
    period: Period | None
    reason: str


def date_edition(source: Source, passages: Sequence[Passage], given: int | None) -> Dating:
    """Tell the reporting year; ``given`` is what the user said, and wins."""
    stated = _stated_period(passages)
    if given is not None:
        if stated and stated.year == given:
            return Dating(given, stated, "as given")
        return Dating(given, _calendar_year(given), "as given")
    if source.year is not None:
        return Dating(source.year, _calendar_year(source.year), "stated in the document's header")
    prose = [p for p in passages if p.block.kind is not BlockKind.REFERENCE]
    fiscal = _fiscal_year(prose)
    if fiscal:
        return Dating(fiscal.year, fiscal, f"the text says “{fiscal.label}”")
    if stated:
        return Dating(stated.end.year, stated, f"its headings say “{stated.label}”")
    title = _title_year(prose)
    if title:
        return Dating(title, _calendar_year(title), f"the title says {title}")
    return _spoken_year(source, prose)


def _calendar_year(year: int) -> Period:
    return Period(date(year, 1, 1), date(year, 12, 31), str(year))


def _fiscal_year(passages: Sequence[Passage]) -> Period | None:
    """A year that the text declares as its own; of several, the one declared most often."""
    found: Counter[tuple[int, int, int, str]] = Counter()
    for passage in passages:
        low = passage.text.casefold()
        if not any(word in low for word in _ACCOUNTED):
            continue
        for m in _FISCAL.finditer(passage.text):
            if not m.group("month"):
                continue
            month = MONTHS[m.group("month").casefold()]
            year = int(m.group("year"))
            day = calendar.monthrange(year, month)[1]
            found[(year, month, day, " ".join(m.group().split()))] += 1
    if not found:
        return None
    (year, month, day, label), _ = max(found.items(), key=lambda item: (item[1], item[0]))
    end = date(year, month, day)
    first = month % 12 + 1
    start = date(year if first == 1 else year - 1, first, 1)
    return Period(start, end, label)


def _stated_period(passages: Sequence[Passage]) -> Period | None:
    """A part of a year that the first headings name, such as "January to June 2016"."""
    for passage in passages[:12]:
        if passage.block.kind is not BlockKind.HEADING and len(passage.text) > 80:
            continue
        if m := _HALF.search(passage.text):
            first, last = (MONTHS[m.group(k).casefold()] for k in ("first", "last"))
            year = int(m.group("year"))
            if first <= last:
                end = date(year, last, calendar.monthrange(year, last)[1])
                return Period(date(year, first, 1), end, m.group().strip())
    return None


def _title_year(passages: Sequence[Passage]) -> int | None:
    """A year in the title or in the running heads, where it is not part of a law's name."""
    for passage in passages[:4]:
        heading = passage.block.kind is BlockKind.HEADING
        if not heading and (len(passage.text) > 120 or passage.text[-1:] in ".:"):
            continue
        text = _NOT_TITLE.sub(" ", passage.text)
        years = {_last_year(m) for m in _TITLE.finditer(text)}
        if len(years) == 1:
            return years.pop()
    return None


def _last_year(m: re.Match[str]) -> int:
    """The year that a title names, of "2022/23" the one in which it ends."""
    first = int(m.group("year"))
    return first + 1 if (m.group("to") or "")[-2:] == f"{(first + 1) % 100:02d}" else first


def _spoken_year(source: Source, passages: Sequence[Passage]) -> Dating:
    """The year the text speaks of as its own.

    Where months stand again and again without a year ("As of August …"), the year is the writer's
    present one, which is then seldom named: what is named most often is the year before. Elsewhere
    it is the year named most often.
    """
    text = "\n".join(p.text for p in passages)
    spoken: Counter[int] = Counter()
    for m in _SPOKEN.finditer(text):
        ahead = _AHEAD.search(text, max(0, m.start() - 30), m.start())
        if ahead is None or not ahead.group("future"):
            spoken[int(m.group())] += 1 if ahead is None else 2
    named = _named_year(source.name)
    if named and sum(spoken.values()) < _ENOUGH:
        return Dating(named, _calendar_year(named), "the name of the file says so")
    if not spoken:
        return Dating(None, None, "no year is given in the text or in the name of the file")
    top = max(spoken.values())
    year = max(y for y, n in spoken.items() if n >= 0.6 * top)
    bare = len(_BARE_MONTH.findall(text))
    if bare >= _HABIT and bare > spoken[year] / 2:
        why = f"months stand without a year, and {year} is spoken of as the year before"
        return Dating(year + 1, _calendar_year(year + 1), why)
    return Dating(year, _calendar_year(year), f"the year named most often in the text ({year})")


_ENOUGH = 5  # so many mentions of years, and the text is heard before the name of the file
_HABIT = 10  # so many months without a year are a habit of writing


def _named_year(name: str) -> int | None:
    """A year in the file's name, or in the folder's where that names the two editions."""
    path = PurePath(name)
    own = [int(y) for y in re.findall(rf"(?<!\d){_YEAR}(?!\d)", path.stem)]
    if own:
        return max(own) if len(set(own)) == 1 else None
    folder = sorted({int(y) for y in re.findall(rf"(?<!\d){_YEAR}(?!\d)", path.parent.name)})
    if len(folder) == 2 and path.stem.casefold() in ("old", "new", "before", "after"):
        return folder[path.stem.casefold() in ("new", "after")]
    return None
