"""Text in, periods out: every mention of a stretch of time, resolved against the edition's year.

A mention is resolved as far as the text and the reporting period allow: "in March" needs the
reporting year, "the same period in 2020" takes its months from the mention before it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Final, NamedTuple

from tracediff.extract.mentions import (
    ADJECTIVE,
    AS_OF,
    AT,
    BASE,
    CHANGE,
    HINTS,
    MAY_AFTER,
    MAYBE,
    MENTION,
    ON_BASE,
    PLACING,
    SINCE,
    UNTIL,
)
from tracediff.extract.resolved_periods import RESOLVERS, label_of, month_end
from tracediff.lexicon.calendar import MONTH_NAMES
from tracediff.lexicon.cues import DATED_NAMES
from tracediff.lexicon.dating import OF_A_LAW, TITLES_A_LAW
from tracediff.lexicon.people import STAFF
from tracediff.model import Period
from tracediff.text.words import stem


class Mention(NamedTuple):
    """A stretch of time as a sentence names it.

    ``base`` marks the far side of a comparison ("compared with 2019"), ``adjective`` a year that
    belongs to a noun ("a 2019 operation"), ``whole`` the words, prepositions left out.
    """

    start: int
    end: int
    period: Period | None
    kind: str
    base: bool = False
    adjective: bool = False
    since: bool = False


def find_mentions(text: str, own: Period | None, before: Period | None = None) -> list[Mention]:
    """All mentions of time in a sentence, in order.

    ``own`` is the edition's reporting period, ``before`` what the sentence before was about.
    """
    if not (any(hint in text for hint in HINTS) and MAYBE.search(text)):
        return []
    found: list[Mention] = []
    for match in MENTION.finditer(text):
        mention = _read(match, text, own, found, before)
        if mention is not None:
            found.append(mention)
    return found


_COUNTED: Final = re.compile(
    r"\b(?:total of|more than|fewer than|less than|at least|almost|nearly|approximately) $", re.I
)
_PLURAL: Final = re.compile(r" [a-z]{3,30}s\b")
_MOVED_BY: Final = re.compile(
    r"\b(?:by|up|down) [\d.,]+ ?(?:%|per ?cent\b|percent\b|percentage points?\b)? ?to $", re.I
)
_HOLDING: Final = re.compile(
    r"\b(?:employ(?:s|ed|ing)?|train(?:s|ed|ing)|hir(?:es|ed|ing)|recruit(?:s|ed|ing)|has|have|had)"
    r" (?:about |over |some |around )?$",
    re.I,
)


def _is_no_year(text: str, end: int, lead: str) -> bool:
    """Whether a number that could be a year is a count: "a total of 2050 complaints", "rose by 8
    percent to 1983", "employs 1900 people"."""
    counted = _COUNTED.search(lead) is not None and _PLURAL.match(text, end) is not None
    moved = _MOVED_BY.search(lead) is not None
    return counted or moved or _holds_people(lead, text[end : end + 32])


def _holds_people(lead: str, after: str) -> bool:
    """Whether a number that could be a year is one of people whom somebody employs or has."""
    noun = re.match(r" ([a-z]{3,30})\b", after)
    return noun is not None and bool(_HOLDING.search(lead)) and stem(noun[1]) in STAFF


_NAMING: Final[frozenset[str]] = frozenset({"year", "pair", "date"})
_TITLED: Final = re.compile(
    r"(?:\b(?:the|a|an|its|our|their|this|that|under|of|and)\s|['’]s\s|\()\Z", re.I
)
_NUMBERED: Final = re.compile(r":\d{2,4}\b")  # "SFS 2018:585"


def _names_a_law(kind: str, lead: str, after: str) -> bool:
    """Whether a year is part of what a law is called: "Act 41 of 2017", "the 1951 Convention"."""
    if OF_A_LAW.search(lead) or _NUMBERED.match(after):
        return True
    return kind == "year" and bool(_TITLED.search(lead)) and bool(TITLES_A_LAW.match(after))


def _read(
    match: re.Match[str], text: str, own: Period | None, found: list[Mention], before: Period | None
) -> Mention | None:
    kind = (match.lastgroup or "")[2:]  # the group of the kind closes last
    lead = text[max(0, match.start() - 64) : match.start()]
    if kind == "date" and not _is_date(match, lead):
        return None
    if kind == "year" and _is_no_year(text, match.end(), lead):
        return None
    if kind in _NAMING and _names_a_law(kind, lead, text[match.end() : match.end() + 96]):
        return Mention(match.start(), match.end(), None, kind)
    if kind == "past" and lead.lower().endswith(
        ("reported over ", "reported in ", "reported during ")
    ):
        return None  # how long the matter has been reported dates no figure
    if kind == "ago" and _VAGUELY.search(lead):
        return Mention(match.start(), match.end(), None, kind)
    told = (m for m in reversed(found) if not m.base and m.kind != "turn")
    settled = next((m.period for m in told if m.period), None)
    period = RESOLVERS[kind](match, own, settled or before)
    since = bool(SINCE.search(lead)) and kind in _SINCE_WHEN
    since = since or kind == "open"
    recalls = since and text.startswith(
        " when ", match.end()
    )  # "the lowest since 1998 when 9 sank"
    if since and not recalls and _RECORD.search(lead):
        period = None  # how long nothing was as high dates no figure
    risen = kind in _WHOLE_YEARS and ON_BASE.search(lead) is not None
    since = since and not (recalls or risen)
    if period and since:
        end = own.end if own and own.end >= period.start else period.end
        period = Period(period.start, end, f"since {period.label}")
    if period and kind == "date" and not match["day1"] and not match["day2"] and UNTIL.search(lead):
        period = Period(
            date(period.start.year, 1, 1),
            period.end,
            label_of(date(period.start.year, 1, 1), period.end),
        )
    stock = AS_OF.search(lead) or (kind in ("date", "numeric") and AT.search(lead))
    if period and kind in ("date", "year", "numeric", "season") and stock:
        period = replace(period, as_of=True)
    base = kind != "past" and bool(BASE.search(lead)) and not _is_span(lead, match)
    base = base or (kind == "previous" and lead.endswith(" on "))  # "up 3 percent on last year"
    base = base or (kind == "previous" and match.group()[:4] == "year")  # "year over year"
    base = base or recalls or risen
    adjective = kind in ("year", "pair", "decade") and bool(ADJECTIVE.match(text, match.end()))
    adjective = adjective and not PLACING.search(lead)
    if adjective and (noun := re.match(r" ([a-z]+)", text[match.end() : match.end() + 24])):
        period = None if noun[1] in DATED_NAMES else period
    stop = match.end()
    if (
        kind == "date"
        and match["day2"]
        and not match["month_year"]
        and _counts_on(text, match, lead)
    ):
        stop = match.end("month")
        period = (
            Period(*_month(period), f"{MONTH_NAMES[period.start.month - 1]} {period.start.year}")
            if period
            else None
        )
    return Mention(match.start(), stop, period, kind, base, adjective, since)


_VAGUELY: Final = re.compile(r"\b(?:more than|less than|at least|over|about|around) $", re.I)
_SINCE_WHEN: Final[frozenset[str]] = frozenset("year date decade season pair fiscal".split())
_WHOLE_YEARS: Final[frozenset[str]] = frozenset({"year", "pair", "fiscal"})
_RECORD: Final[re.Pattern[str]] = re.compile(
    r"\b(?:highest|lowest|largest|smallest|biggest|fastest|slowest|strongest|weakest|worst|best"
    r"|the most|the fewest|first)\b[^,;.]{0,24} since (?:at least |the start of )?$",
    re.I,
)


def _counts_on(text: str, match: re.Match[str], lead: str) -> bool:
    """Whether the number behind a month counts what follows: "In May 12 boats sank"."""
    return lead.lower().endswith("in ") and bool(re.match(r" [a-z]", text[match.end() :][:2]))


def _month(period: Period) -> tuple[date, date]:
    return period.start.replace(day=1), month_end(period.start.year, period.start.month)


def _is_date(match: re.Match[str], lead: str) -> bool:
    """Whether a month's name is a month: "May" and "March" are also other words."""
    if match["month"] not in ("May", "March", "Mar", "Jan", "Dec", "Sep"):
        return True
    if match["day1"] or match["day2"] or match["month_year"]:
        return True
    return bool(MAY_AFTER.search(lead))


def _is_span(lead: str, match: re.Match[str]) -> bool:
    """Whether a "from" or "over" before a mention opens a stretch, not a comparison."""
    opener = lead.rstrip().rsplit(" ", 1)[-1].lower() if lead.strip() else ""
    if opener == "from":
        return not CHANGE.search(lead)
    if opener in ("over", "the") and re.search(r"\bover(?: the)? ?$", lead, re.I):
        return match.lastgroup not in ("k_same",) and not CHANGE.search(lead)
    return False
