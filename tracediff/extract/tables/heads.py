"""A table in, its columns out: for each the periods, unit, kind and words of its head."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tracediff.extract.tables.periods import Dated, all_dated, placed
from tracediff.extract.tables.units import Unit, names_time, strip_unit
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cells import (
    CHANGES,
    FUNDS,
    GENERIC,
    LIMITS,
    PLANNED,
    RATES,
    SHARES,
    SUBTOTALS,
    TARGETS,
    TOTALS,
)
from tracediff.model import Cell, FactKind, Period, Table


@dataclass(frozen=True, slots=True)
class Column:
    """What the head of a column says of the figures below it.

    ``dates`` are the periods it names (two where its cells hold two values), ``words`` what it
    counts, without period, unit and words that say nothing. ``whole`` says that it gives the total
    that the other columns are parts of: its figures are the row's own.
    """

    words: str = ""
    dates: tuple[Dated, ...] = ()
    unit: Unit | None = None
    kind: FactKind | None = None
    whole: bool = False

    @property
    def numbers_notes(self) -> bool:
        """Whether it is one of the numbers of notes: "Note", "See note"."""
        return bool(_NOTES.fullmatch(self.words))

    @property
    def silent(self) -> bool:
        """Whether its head says nothing at all."""
        return not (self.words or self.dates or self.unit or self.kind)


NOTE: Final[re.Pattern[str]] = re.compile(
    r"(?<=\w)\s?(?:[*†‡§]+|[¹²³⁴⁵⁶⁷⁸⁹]+|\[\d{1,2}\]|\^\w{1,2}\^|\((?:\d{1,2}|[a-h])\))(?=\s|$)"
)
_IDLE: Final[re.Pattern[str]] = re.compile(
    r"\s?[(\[](?:as )?(?:un)?(?:restated|audited|adjusted)[)\]]", re.IGNORECASE
)
_NOTES: Final[re.Pattern[str]] = re.compile(
    r"(?:see )?(?:foot)?notes?\.?(?: (?:nos?|numbers?|refs?|references?)\.?)?", re.IGNORECASE
)
_WORD: Final[re.Pattern[str]] = re.compile(r"[^\W_][\w&'’.%/+-]*|%|[+/-]{3}|[Δδ]%?")
_EDGES: Final = " ,;:–—-()[]/|."
_JOINTS: Final = frozenset(
    "in of for at as and the to by vs versus on ended ending from with".split()
)


def columns(table: Table, own: Period | None) -> tuple[Column, ...]:
    """The columns of a table; the first one heads the labels of its rows."""
    heads = _spread([*table.above, table.heads] if table.heads else [])
    width = max([len(row) for row in table.rows] + [len(row) for row in heads], default=0)
    texts = _without_open_days([_texts(heads, at) for at in range(width)])
    ends = beside_maximum(part for parts in texts for part in parts)
    texts = [[ends.get(part, part) for part in parts] for parts in texts]
    corner = read_head(texts[0], own) if texts else Column()
    if texts and names_time(" ".join(texts[0])):
        corner = replace(corner, unit=None)
    read = _beside([read_head(parts, own) for parts in texts])
    return _with_wholes(tuple(_filled(read, corner, table)))


def _with_wholes(read: tuple[Column, ...]) -> tuple[Column, ...]:
    """The columns, marked which are totals: of funds, or where each of several periods has one."""
    totals = [at for at in range(1, len(read)) if is_total(read[at].words)]
    if len(read) == 2 and totals:
        return (read[0], replace(read[1], whole=True))
    words = {word for one in read[1:] for word in one.words.casefold().split()}
    periods = {read[at].dates for at in totals}
    if not totals or (FUNDS.isdisjoint(words) and (len(periods) < 2 or () in periods)):
        return read
    return tuple(replace(one, whole=at in totals) for at, one in enumerate(read))


def is_total(label: str) -> bool:
    """Whether the head of a row or a column is that of a sum.

    >>> is_total("Total"), is_total("Sub-total for Kitchen"), is_total("Net")
    (True, True, False)
    """
    plain = label.casefold().strip(_EDGES)
    return plain in TOTALS or plain in SUBTOTALS or plain.startswith(_SUMS)


_SUMS: Final = ("total ", "totals ", "subtotal ", "sub-total ", "sub total ", "grand total ")


def beside_maximum(heads: Iterable[str]) -> dict[str, str]:
    """The heads that name the lowest value, no minutes, where another one names the highest.

    >>> beside_maximum(["Max", "Min"]), beside_maximum(["Distance", "Min"])
    ({'Min': 'Lowest'}, {})
    """
    plain = {head: head.casefold().strip(" .") for head in heads}
    if _HIGHEST.isdisjoint(plain.values()):
        return {}
    return {head: "Lowest" for head, text in plain.items() if text == "min"}


_HIGHEST: Final = frozenset({"max", "maximum"})


def _beside(read: list[Column]) -> list[Column]:
    """The columns, those headed by a unit alone for the period on their left.

    Only where each period has one ("2022 | % | 2021 | %"): a lone one may hold the change.
    """
    dated = [at for at in range(1, len(read)) if read[at].dates]
    units = [at for at in range(1, len(read)) if _is_unit(read[at])]
    if len(dated) < 2 or [at + 1 for at in dated] != units:
        return read
    return [
        replace(one, dates=read[at - 1].dates) if at in units else one
        for at, one in enumerate(read)
    ]


def _is_unit(column: Column) -> bool:
    return column.unit is not None and not column.dates and not column.words


def _spread(heads: Sequence[Sequence[Cell]]) -> list[list[str]]:
    """The texts of the head rows, those of the upper ones repeated over the cells they span.

    A cell that spans several columns stands in the first of them where the format has no spans.
    """
    rows = [[cell.text.strip() for cell in row] for row in heads]
    for row, below in pairwise(rows):
        for at in range(2, len(row)):
            total = is_total(below[at]) if at < len(below) else False
            if not (total and not _PERIOD.search(row[at - 1])):  # a total has no head above it
                row[at] = row[at] or row[at - 1]
    return rows


_PERIOD: Final[re.Pattern[str]] = re.compile(r"\d|\b(?:year|quarter|month|period)\b", re.IGNORECASE)


def _texts(heads: Sequence[Sequence[str]], at: int) -> list[str]:
    """The texts above a column from the top down, each once."""
    return list(dict.fromkeys(row[at] for row in heads if at < len(row) and row[at]))


def _filled(read: list[Column], corner: Column, table: Table) -> Iterator[Column]:
    """The columns, those without a head taking the period of the one that they share it with.

    Accounts set parts and sums side by side below one year: its head stands over one of the two.
    """
    headed = [at for at in range(1, len(read)) if not read[at].silent]
    headed = headed if all(read[at].dates for at in headed) else []
    for at, column in enumerate(read):
        if at and column.silent and headed:
            near = _neighbour(read, headed, at)
            column = near
        unit = column.unit or (corner.unit if at else None)
        whole = None if corner.kind is FactKind.LIMIT else corner.kind  # "Age" names the rows
        kind = column.kind or (whole if at else None)
        yield replace(column, unit=unit, kind=kind)


def _neighbour(read: Sequence[Column], headed: Sequence[int], at: int) -> Column:
    """The column whose head stands over a headless one as well."""
    behind = bisect_left(headed, at)
    leading = headed[0] > 1  # the first column has no head: heads stand over the last they span
    nearest = behind if (leading and behind < len(headed)) or not behind else behind - 1
    return read[headed[nearest]]


def read_head(parts: Sequence[str], own: Period | None) -> Column:
    """What the texts above one column say, from the top down."""
    dates: list[Dated] = []
    words: list[str] = []
    unit: Unit | None = None
    kind: FactKind | None = None
    for part in _days_joined(parts):
        text = _IDLE.sub("", NOTE.sub("", part)).strip() or part
        found = all_dated(text, own)
        text = _without(text, found)
        text, given = strip_unit(text)
        unit = _joint(unit, given)
        kind = kind_of(text) or _kind_by_letter(found) or kind
        dates = _merged(dates, list(found))
        if said := telling(text):
            words.append(said)
    if unit is not None and unit.name == "%" and kind is None:
        kind = FactKind.SHARE
    return Column(" ".join(words), tuple(dates), unit, kind)


def _without_open_days(texts: list[list[str]]) -> list[list[str]]:
    """The heads without a day that stands over several columns where a year goes with it in others:
    "Years ended June 30" over "2023 | % | 2022 | %"."""
    if not any(len(_days_joined(parts)) < len(parts) for parts in texts):
        return texts
    return [
        parts
        if len(_days_joined(parts)) < len(parts)
        else [part for part in parts if not _DAY.search(part)]
        for parts in texts
    ]


def _days_joined(parts: Sequence[str]) -> list[str]:
    """The parts, a year put to the day above it: "Years ended September 30," over "2022"."""
    joined: list[str] = []
    for part in parts:
        if joined and _DAY.search(joined[-1]) and _YEAR.match(part):
            joined[-1] = f"{joined[-1].rstrip(' ,')}, {part}"
        else:
            joined.append(part)
    return joined


_DAY: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{'|'.join(MONTHS)})\.? \d{{1,2}},?\Z|\b\d{{1,2}} (?:{'|'.join(MONTHS)}),?\Z", re.I
)
_YEAR: Final[re.Pattern[str]] = re.compile(r"(?:19|20)\d\d\b")


def _without(text: str, found: Sequence[Dated]) -> str:
    for one in reversed(found):
        text = f"{text[: one.start]} {text[one.stop :]}"
    return " ".join(text.split()).strip(_EDGES.replace(")", "").replace("(", "").replace("]", ""))


def _joint(first: Unit | None, second: Unit | None) -> Unit | None:
    """The unit of two texts: the lower one's, with the scale or the name that only one gives."""
    if first is None or second is None:
        return second or first
    if first.name and second.name and first.name != second.name:
        return second
    scale = second.scale if second.scale != 1 else first.scale
    return Unit(
        second.name or first.name, scale, first.money or second.money, second.per or first.per
    )


def _merged(above: list[Dated], below: list[Dated]) -> list[Dated]:
    """A part of a year below or above the year that it is a part of becomes one period."""
    if not above or not below:
        return below or above
    first, second = above[0], below[0]
    if second.period is None and first.period is not None:
        return [_within(second, first.period)] if second.months else above
    if first.period is None and second.period is not None and second.months is None:
        return [_within(first, second.period)]
    return below


def _within(part: Dated, year: Period) -> Dated:
    """A part of a year that another head names: its months of a calendar year, else the whole."""
    calendar = year.full_year and (year.start.month, year.start.day) == (1, 1)
    if part.months and calendar and year.label == str(year.end.year):
        return replace(part, period=placed(part.months, year.end.year))
    return replace(part, period=year)


def _kind_by_letter(found: Sequence[Dated]) -> FactKind | None:
    kind = found[0].kind if found else ""
    return FactKind(kind) if kind else None


# What people pay into, or are paid from: a plan that nothing is planned by.
_SCHEME: Final[re.Pattern[str]] = re.compile(
    r"\b(?:pension|benefits?|savings?|retirement|options?|incentive|insurance|health|purchase"
    r"|bonus|contribution)s?[ -]plans?\b",
    re.IGNORECASE,
)


def kind_of(text: str) -> FactKind | None:
    """The kind of figure that a head speaks of, by the words that are listed for it.

    >>> kind_of("Budget"), kind_of("% change"), kind_of("Ships")
    (<FactKind.PLAN: 'plan'>, <FactKind.CHANGE: 'change'>, None)
    """
    words = {word.casefold().strip(".'’") for word in _WORD.findall(_SCHEME.sub("", text))}
    for kind, listed in _KINDS:
        if not words.isdisjoint(listed):
            return kind
    return None


_KINDS: Final = (
    (FactKind.CHANGE, CHANGES),
    (FactKind.TARGET, TARGETS),
    (FactKind.PLAN, PLANNED),
    (FactKind.RATE, RATES),
    (FactKind.SHARE, SHARES),
    (FactKind.LIMIT, LIMITS),
)


def _only_sums(plain: Sequence[str]) -> str:
    """The word for a total among words that say nothing: "Actual totals"."""
    sums = [word for word in plain if word in TOTALS]
    idle = all(word in GENERIC or word in _JOINTS or word in TOTALS for word in plain if word)
    return sums[0].capitalize() if sums and idle else ""


_BEFORE: Final = _JOINTS - {"with"} | {"number", "amount", "no", "nr", ""}  # "with children"


def telling(text: str) -> str:
    """The words of a head that say what is counted: nothing where all are of the usual sort."""
    words = [word for word in text.split() if word]
    plain = [word.strip(_EDGES).casefold() for word in words]
    if all(not word or word in GENERIC or word in _JOINTS or word.isdigit() for word in plain):
        return ""
    if sums := _only_sums(plain):
        return sums
    while words and plain[0] in _BEFORE:
        words, plain = words[1:], plain[1:]
    while words and plain[-1] in _JOINTS | {""}:
        words, plain = words[:-1], plain[:-1]
    return " ".join(words).strip(" ,;:–—-")
