"""Mentions of time in, a period for each figure out."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.periods import Mention, shifted, year_period
from tracediff.model import Period
from tracediff.text.tokens import Tokens

_HARD: Final[re.Pattern[str]] = re.compile(r"[;—:]| – ")
_CLAUSE: Final[re.Pattern[str]] = re.compile(
    r"(?:,|\band|\bwhile|\bbut|\bwhereas) +(?:and +|but +)?"
    r"(?:in|during|as of|by|from|since|on|for)? *(?:the +)?$"
)
# What followed an event is not dated by it: "400 families live in camps following floods in 2017".
_AFTERMATH: Final[re.Pattern[str]] = re.compile(
    r"\b(?:following|after|because of|due to|stemming from|in response to)\b", re.I
)
_EVENT: Final[re.Pattern[str]] = re.compile(
    r"\b(?:during|following|after|since|at|from|according to) the(?: [a-z]+)? $", re.I
)
_BRACKETED: Final[re.Pattern[str]] = re.compile(r"\([^()]{0,60}\)")
_REMARK: Final[re.Pattern[str]] = re.compile(r"\([^()]{1,160}\)")


def date_figures(
    t: Tokens,
    figures: list[Figure],
    mentions: list[Mention],
    fallback: Period | None,
    changes: list[bool],
    own: Period | None,
) -> list[Period | None]:
    """The period of each figure: its own, the sentence's, or ``fallback``.

    ``changes`` says which figures state a change; plans for years after ``own`` date nothing.
    """
    last = own.end.year + 1 if own else 9999
    dated = [m for m in mentions if m.period and m.period.end.year <= last]
    seen = _visible(t, figures, dated)
    each = _respective(t, figures)
    return [
        each[k] if each else _period(t, figures, k, seen[k], fallback, changes[k])
        for k in range(len(figures))
    ]


def _respective(t: Tokens, figures: list[Figure]) -> list[Period]:
    """The years of "in 2019 and 2020, 124 and 175 fires, respectively", one for each figure."""
    listed = _LISTED.search(t.source) if "respectively" in t.low else None
    years = re.findall(r"\d{4}", listed.group()) if listed else []
    return [year_period(int(year)) for year in years] if len(years) == len(figures) else []


_LISTED: Final[re.Pattern[str]] = re.compile(
    r"\b(?:19|20)\d\d(?:, (?:19|20)\d\d){0,4},? and (?:19|20)\d\d\b"
)


def _visible(t: Tokens, figures: list[Figure], mentions: list[Mention]) -> list[list[Mention]]:
    """The mentions that can date each figure.

    What a remark in brackets says of its own figure stays inside: "1,204 complaints (2021: 1,377)".
    """
    if not mentions or "(" not in t.source:
        return [mentions] * len(figures)
    places = [t.start[figure.first] for figure in figures]
    remarks = [m.span() for m in _REMARK.finditer(t.source)]
    remarks = [(a, b) for a, b in remarks if any(a < place < b for place in places)]
    own = [[m for m in mentions if a < m.start < b] for a, b in remarks]
    inside = {m.start for group in own for m in group}
    outside = [m for m in mentions if m.start not in inside]
    seen: list[list[Mention]] = []
    for place in places:
        at = next((k for k, (a, b) in enumerate(remarks) if a < place < b), None)
        seen.append(own[at] if at is not None and own[at] else outside)
    return seen


def _period(
    t: Tokens,
    figures: list[Figure],
    k: int,
    mentions: list[Mention],
    fallback: Period | None,
    changes: bool,
) -> Period | None:
    start, end = t.start[figures[k].first], t.end[figures[k].stop - 1]
    if (stretch := _moved_over(figures[k], mentions)) is not None:
        first, last = stretch.start.year, stretch.end.year
        return year_period(first if figures[k].high is not None else last)
    if mentions and figures[k].bracket:
        before = _touching(t, mentions, start)
        if before is not None:
            return before.period
    compares = mentions or "from" in t.low
    far = _far_side(t, figures[k], start, changes) if compares else None
    if far is not None:
        mention = _of_far_side(t, mentions, far, start, end)
        if mention is not None:
            return mention.period
        if t.source[far : far + 4] == "from" and fallback and fallback.year:
            return shifted(fallback, -1)  # "down from 134": the year before
    departed = _departed(t, figures[k], fallback)
    if not mentions:
        return departed or fallback
    mention = _behind(t, figures, k, mentions, end)
    if mention is None and departed is not None:
        told = _ahead(t, mentions, start, changes) or _trailing(t, mentions, end)
        return _departed(t, figures[k], told.period if told else None) or departed
    if mention is not None and changes:
        mention = _newer(t, mentions, mention)
    if mention is None:
        mention = _ahead(t, mentions, start, changes)
        if mention is not None and _of_source(t, mention, start):
            mention = _trailing(t, mentions, end) or mention
    if mention is None and not _departs(t, figures[k], end, changes):
        mention = _trailing(t, mentions, end, changes)
    if mention is None:
        return fallback
    return _at_its_end(mention.period) if changes and mention.kind == "range" else mention.period


def _moved_over(figure: Figure, mentions: list[Mention]) -> Period | None:
    """The years over which a level moved: "between 2019 and 2022, it grew from 110 to 265"."""
    if not figure.moving:
        return None
    ranges = [m.period for m in mentions if m.kind == "range" and m.period and not m.base]
    return ranges[0] if len(ranges) == 1 and ranges[0].days >= _YEARS else None


def _at_its_end(period: Period | None) -> Period | None:
    """The year in which a stretch of years ends: a change over them is that of the newer figure."""
    return year_period(period.end.year) if period and period.days >= _YEARS else period


_YEARS: Final[int] = 371  # days from which on a stretch is longer than any one year


def _departed(t: Tokens, figure: Figure, fallback: Period | None) -> Period | None:
    """The year before, for the level that "fell from 40 to 36" starts at."""
    if not figure.moving or figure.high is None or not fallback or not fallback.full_year:
        return None
    return shifted(fallback, -1)


def _newer(t: Tokens, mentions: list[Mention], found: Mention) -> Mention:
    """The later end of "between 2019 (289) and 2020 (373)", which a change is dated by."""
    at = mentions.index(found)
    if at + 1 < len(mentions) and re.search(r"\b(?:between|from) $", t.source[: found.start], re.I):
        gap = _BRACKETED.sub("", t.source[found.end : mentions[at + 1].start]).strip()
        if gap in ("and", "to"):
            return mentions[at + 1]
    return found


# What opens the far side of a comparison: the mentions behind it date nothing before it.
_FAR: Final[re.Pattern[str]] = re.compile(
    r"\b(?:compared (?:with|to)|in comparison (?:with|to)|versus|relative to|than|"
    r"as (?:many as )?in|(?<=, )against (?=[\d£$€])|(?:double|twice|triple|half|times) the|"
    r"(?:per ?cent|%|points?)(?: (?:higher|lower|more|less))? (?:on|over|above|below) "
    r"(?:the )?(?=\d)|(?:per ?cent|%|points?) (?:above|below) (?:the|its|their)\b|"
    r"(?<=, )(?:taking|bringing) the|"
    r"(?:up|down|increase|decrease|decline|drop|rise|fall|reduction)"
    r"(?: (?:of |by )?[£$€]?[\d.,]{1,12}(?: ?%| per ?cent)?)? (?=from\b))",
    re.I,
)


_NEXT_TO: Final[int] = 12  # characters: "from just 3 percent"

# Where the far side is over: at a further clause, or at a verb that a figure follows.
_OVER: Final[re.Pattern[str]] = re.compile(
    r", (?:with|while|but|including|and \w{1,20}ed)\b|\)"
    r"|, and (?!about|nearly|some|over|another|almost|only)[a-z]{2,20} $"
)


def _far_side(t: Tokens, figure: Figure, start: int, changes: bool) -> int | None:
    """Where the far side of the comparison that a figure stands on begins, or none."""
    begin = max(0, start - 160)
    found = None
    for match in _FAR.finditer(t.source, begin, start):
        found = match
    if found is None:
        return None
    gap = t.source[found.end() : start]
    if figure.sort in ("percent", "share") and (changes or len(gap) > _NEXT_TO):
        return None  # a share is of the newer figure, unless it is what was compared with
    if _HARD.search(gap) or _OVER.search(gap):
        return None
    if found.group().lower() == "than" and not gap.strip():
        return None  # "more than 30" bounds, "than in 2019, 30" compares
    return found.end()


def _of_far_side(
    t: Tokens, mentions: list[Mention], far: int, start: int, end: int
) -> Mention | None:
    """The mention on the far side of a comparison: behind a figure, else before it."""
    for mention in mentions:
        if mention.start >= end:
            gap = t.source[end : mention.start]
            return None if _HARD.search(gap) or re.search(r"\)|, with\b", gap) else mention
    before = [m for m in mentions if far <= m.start and m.end <= start]
    return before[-1] if before else None


def _touching(t: Tokens, mentions: list[Mention], start: int) -> Mention | None:
    """The mention straight before a figure in brackets: "in 2019 (885)"."""
    for mention in reversed(mentions):
        if mention.end <= start and t.source[mention.end : start].strip(" (") == "":
            return mention
    return None


def _behind(
    t: Tokens, figures: list[Figure], k: int, mentions: list[Mention], end: int
) -> Mention | None:
    """The mention that follows a figure before any other figure, and belongs to it."""
    following = next(
        (
            t.start[f.first]
            for f in figures[k + 1 :]
            if not f.bracket and f.sort != "ratio" and f.first >= figures[k].stop
        ),
        len(t.source),
    )
    for mention in mentions:
        if mention.start < end:
            continue
        if mention.start >= following:
            return None
        gap = t.source[end : mention.start]
        if _FAR.search(gap) or _BESIDE.match(gap):
            return None
        if _HARD.search(gap) or (_AFTERMATH.search(gap) and mention.kind != "own"):
            return None
        if mention.base or (mention.adjective and mention.kind == "year"):
            continue
        if _CLAUSE.search(gap) and following < len(t.source) and not _ends(t, mention):
            return None  # it opens the next clause and dates the figures there
        return mention
    return None


# A share "below the level of 2018" is not itself of 2018.
_BESIDE: Final[re.Pattern[str]] = re.compile(
    r" (?:below|above) (?:the|its|their|that)\b| as (?:many|much) as\b|(?<=twice) the\b"
)


def _ends(t: Tokens, mention: Mention) -> bool:
    """Whether a mention closes its clause."""
    return t.source[mention.end : mention.end + 1] in ("", ".", ";", ")")


def _departs(t: Tokens, figure: Figure, end: int, changes: bool) -> bool:
    """Whether the level that it moved from follows: "fell to 8 from 11 in 2019", "a rise of 3
    percent on the 950 in 2019"."""
    moved = changes or (figure.first > 0 and t.low[figure.first - 1] == "to")
    return moved and bool(_BASIS.match(t.source, end))


# What opens a further statement that has a date of its own: "£18m, with £22m more in 2023".
_FURTHER: Final[re.Pattern[str]] = re.compile(
    r"[^,;]{0,40}, (?:with|plus|and) (?:a )?(?:further|another)\b"
)
_BASIS: Final[re.Pattern[str]] = re.compile(
    r"(?: of (?:the |its |our )?[\w-]{1,20})?,? (?:from|on|over|above|below) (?:the )?[£$€]?\d"
)
_MULTIPLE: Final[re.Pattern[str]] = re.compile(
    r"\b(?:double|twice|triple|half|times) the\b[^,;:()]{0,60}$"
    r"|\bas (?:many|much) as [^,;:()]{0,30}$",
    re.I,
)


def _ahead(t: Tokens, mentions: list[Mention], start: int, changes: bool) -> Mention | None:
    """The nearest mention before a figure that is not the far side of a comparison.

    A stated change is dated by the newest one, whichever side of the comparison stood last.
    """
    before = [m for m in mentions if m.end <= start][-8:]
    dated = [m for m in before if m.period and not m.base]
    if changes and dated:
        return max(reversed(dated), key=lambda m: m.period.end if m.period else date.min)
    for mention in reversed(before):
        if not mention.base and not _MULTIPLE.search(
            t.source[max(0, mention.start - 80) : mention.start]
        ):
            return mention
    return None


_SOURCE: Final[re.Pattern[str]] = re.compile(r"According to [^,;]{1,160}, ")


def _of_source(t: Tokens, mention: Mention, start: int) -> bool:
    """Whether a mention only dates the source: "According to a survey made in 2020, 40 …"."""
    opening = _SOURCE.match(t.source)
    return opening is not None and mention.end < opening.end() <= start


def _trailing(
    t: Tokens, mentions: list[Mention], end: int, changes: bool = False
) -> Mention | None:
    """The first mention behind, over further figures of a list: "12 men and 5 boys in 2019".

    A change is not dated by what it is a change from: "rose 8 percent to 12, from 11 a year ago".
    """
    for mention in mentions:
        if mention.start < end or mention.base or (changes and mention.kind == "previous"):
            continue
        if mention.adjective and not _EVENT.search(
            t.source[max(0, mention.start - 40) : mention.start]
        ):
            continue
        gap = t.source[end : mention.start]
        if _HARD.search(gap) or _FAR.search(gap) or _BESIDE.match(gap):
            return None
        the = mention.start + len("the")  # a mention may open with it: "twice the previous year's"
        if _MULTIPLE.search(t.source, end, the) or _FURTHER.match(gap):
            return None
        if _AFTERMATH.search(gap) and not mention.adjective:
            continue
        return mention
    return None
