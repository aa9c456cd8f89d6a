"""The rows of a table in, out how many of them head its columns, whatever the format says.

A format may mark no head, one row of two, or none of a table without any; the same table in another
format must still read the same.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cells import GENERIC, MISSING, SCALES
from tracediff.lexicon.money import CODES, MONEY, SIGNS
from tracediff.lexicon.units import MEASURES, PERCENT
from tracediff.model import Cell

_MOST: Final = 4  # rows of a head; reports have three at most
_LOOKED_AT: Final = 12  # rows below a head in which figures are looked for

_MONTH: Final = "|".join(MONTHS)
_PERIOD: Final[re.Pattern[str]] = re.compile(
    r"(?:FY ?)?['’]?(?:19|20)\d\d(?: ?[-/–] ?(?:\d\d){1,2})?[AEFPBR]?|FY ?['’]?\d\d"
    r"|[QH][1-4](?: ?(?:FY ?)?(?:\d\d){1,2})?|[1-4][QH](?:\d\d){0,2}"
    r"|\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d"
    rf"|(?:19|20)\d\d-\d\d-\d\d|(?:\d{{1,2}} )?(?:{_MONTH})\b\.?(?: \d{{1,2}},?)?[ '’-]{{0,2}}"
    rf"(?:\d\d(?:\d\d)?)?(?: ?[-–] ?(?:{_MONTH})\b\.?(?: \d{{4}})?)?",
    re.IGNORECASE,
)
_FIGURE: Final[re.Pattern[str]] = re.compile(
    r"[-+−–~<>≈≤≥(]{0,3}\s?(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{3})?\s?[-−(]?\s?(?:\d|\.\d)"
    r"[\d,.'’ \u00a0\u202f]*[^\W\d]{0,3}[%)½¼¾]?.{0,24}"
)
_PLAIN: Final[re.Pattern[str]] = re.compile(
    r"[-+−–~<>≈≤≥(]{0,3}\s?(?:[A-Z]{0,3}[$€£¥₹]\s?)?\(?\.?\d[\d,.'’ \u00a0\u202f]{0,24}%?\)?"
    r"[*†‡§¹²³]{0,3}"
)
_YEAR_AND_WORDS: Final[re.Pattern[str]] = re.compile(
    r"(?:FY ?)?(?:19|20)\d\d[*†‡]?\s+\(?(?:[^\W\d]|[$€£])"
)
_NOTES: Final = " *†‡§¹²³"


def head_rows(rows: Sequence[Sequence[Cell]], marked: int) -> int:
    """How many rows head the columns, where the format marks so many."""
    heads = marked
    if not heads and _is_first(rows):
        heads = 1
    while heads and heads < min(_MOST, len(rows) - 1) and _goes_on(rows, heads):
        heads += 1
    return heads


def labels_first(rows: Sequence[tuple[Cell, ...]]) -> tuple[tuple[Cell, ...], ...]:
    """The rows with the column of labels in front, where it stands behind figures.

    Numbers that count on (1, 2, 3; 1101, 1102) or years name the rows themselves and stay in front.
    """
    body = [row for row in rows if row and _PLAIN.fullmatch(row[0].text.strip())]
    width = min(map(len, body), default=0)
    columns = [[row[at].text.strip() for row in body] for at in range(width)]
    words = [at for at, column in enumerate(columns) if not all(map(_is_plain, column))]
    led = [row for row in rows if row and not row[0].text.strip() and _has_figures([row])]
    if len(rows) - len(body) - len(led) > _MOST or len(words) != 1 or _counts_on(columns[0]):
        return tuple(rows)
    at, names = words[0], columns[words[0]]
    apart = len(set(names)) == len(names) and all(any(map(str.isalnum, name)) for name in names)
    if not apart or (len(body) == 1 and at < width - 1):
        return tuple(rows)
    return tuple((row[at], *row[:at], *row[at + 1 :]) if at < len(row) else row for row in rows)


def _is_plain(text: str) -> bool:
    return not text or text.casefold() in MISSING or _PLAIN.fullmatch(text) is not None


def _counts_on(column: Sequence[str]) -> bool:
    """Whether numbers are years, or go up from row to row without a unit: ranks or codes."""
    plain = all(text.isdigit() for text in column)
    ordered = plain and all(int(a) < int(b) for a, b in pairwise(column))
    return (ordered and len(column) > 1) or all(map(is_period, column))


def _is_first(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether the first row of a table without a marked head is one."""
    later = _later(rows[0]) if rows else []
    if not later or any(is_figure(text) for text in later) or len(rows) < 2:
        return False
    width = len(rows[0]) - 1
    enough = 2 * len(later) >= width or any(is_period(text) for text in later)
    missing = all(text.casefold() in MISSING for text in later)
    return enough and not missing and _has_figures(rows[1:])


def _goes_on(rows: Sequence[Sequence[Cell]], at: int) -> bool:
    """Whether a row below a head goes on with it: years, units, or names below an empty corner."""
    row = rows[at]
    later = _later(row)
    if not later or any(is_figure(text) for text in later) or not _has_figures(rows[at + 1 :]):
        return False
    corner = row[0].text.strip()
    if any(text.casefold() in MISSING for text in later):
        return False
    above = rows[at - 1]
    if corner and not (_is_unit(corner) or corner == above[0].text.strip()):
        return _tells_apart(row, above)
    if all(is_period(text) or _is_unit(text) for text in later):
        return not _years(later) & _years(_later(above))
    qualified = all(text.casefold().strip("()[] .") in GENERIC for text in later)
    return len(later) > 1 or (qualified and not corner)


def _years(texts: Sequence[str]) -> set[bool]:
    """Of the periods among some heads, whether they are years or parts of one."""
    return {_YEAR.fullmatch(_unnoted(text)) is not None for text in texts if is_period(text)}


_YEAR: Final[re.Pattern[str]] = re.compile(r"(?:FY ?)?(?:19|20)\d\d[AEFPBR]?")


def _tells_apart(row: Sequence[Cell], above: Sequence[Cell]) -> bool:
    """Whether names tell columns apart that the head above, its corner empty, leaves alike."""
    heads = [cell.text.strip() for cell in above[1:]]
    spread = [head or (heads[at - 1] if at else "") for at, head in enumerate(heads)]
    names = [cell.text.strip() for cell in row[1:]]
    alike = len(set(spread)) < len(spread)
    apart = len(set(zip(spread, names, strict=False))) == len(spread)
    return not above[0].text.strip() and alike and apart and all(names)


def _later(row: Sequence[Cell]) -> list[str]:
    """The texts of the cells behind the first one, blank ones left out."""
    return [text for cell in row[1:] if (text := cell.text.strip())]


def _has_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    return any(is_figure(text) for row in rows[:_LOOKED_AT] for text in _later(row))


def is_period(text: str) -> bool:
    """Whether a cell holds nothing but a year or another period, marks of notes aside."""
    return _PERIOD.fullmatch(_unnoted(text)) is not None


def _unnoted(text: str) -> str:
    """A head without the mark of a note: "2022*", "2022 (a)"."""
    return _NOTE.sub("", text.strip(_NOTES)).strip(_NOTES)


_NOTE: Final[re.Pattern[str]] = re.compile(r"(?<=\d)\s?\((?:\d{1,2}|[a-h])\)\Z")


def is_figure(text: str) -> bool:
    """Whether a cell holds a figure, not a year."""
    if is_period(text) or _YEAR_AND_WORDS.match(text):
        return False
    return _FIGURE.fullmatch(text) is not None


def _is_unit(text: str) -> bool:
    """Whether a cell holds nothing but a unit, a currency or a scale."""
    words = re.findall(r"['’]?\d{3}|[^\W\d]+[²³23]?|[^\w\s]", text.strip("()[] "))
    return bool(words) and all(
        word in MEASURES or word in CODES or word in SIGNS or word in PERCENT or word == "t"
        or word.casefold() in SCALES or word.casefold() in MONEY or word.casefold() == "in"
        for word in words
    )  # fmt: skip
