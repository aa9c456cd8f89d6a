"""A row and its column in, out what a cell counts, its measure and its label in print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final, NamedTuple

from tracediff.extract.tables.captions import Thing, is_done, shortened
from tracediff.extract.tables.heads import Column
from tracediff.extract.tables.rows import Row
from tracediff.lexicon.cells import GENERIC, GRAND, QUALIFIERS, SUBTOTALS, TOTALS
from tracediff.model import FactKind


class Names(NamedTuple):
    """What a cell counts, the words that tell it from the others, and its label."""

    counted: str
    measure: str
    label: str


_NONE: Final = Thing()
_MOST: Final = 9  # words of a label in print
_FIGURE: Final[re.Pattern[str]] = re.compile(r"\([^()]*\d[^()]*\)|\b\d[\d.,]*%?(?!\w)")
_UNDERSCORE: Final[re.Pattern[str]] = re.compile(r"(?<=[^\W_])_(?=[^\W_])")  # "Total_Boats"
_MARKS: Final = ".,:;()"
_ASIDE: Final[re.Pattern[str]] = re.compile(r"\s?\([^()]*\)")
CLASS: Final[re.Pattern[str]] = re.compile(
    r"(?:(?:(?:less|more|fewer|greater|older|younger) than|at (?:least|most)|under|over|up to|above"
    r"|below|from|between|aged?)\s)?[<>≤≥]?\s?\d[\d.,]*(?:\s?[%+])?(?: [a-z]+)?"
    r"(?:\s?(?:[-–]|to\b|and\b|or\b)\s?(?:\d[\d.,]*|more|less|over|above|older|younger|under|fewer)"
    r"(?: [a-z]+){0,2})?",
    re.IGNORECASE,
)
_VAGUE: Final[frozenset[str]] = TOTALS | SUBTOTALS | GENERIC | frozenset(
    "other others men women male female boys girls net gross unknown balance of which".split()
)  # fmt: skip


def names(
    row: Row,
    column: Column,
    kind: FactKind,
    repeated: bool,
    extra: str = "",
    thing: Thing = _NONE,
    cell: str = "",
) -> Names:
    """The names of a cell. ``repeated`` says that other rows have the same label; ``extra`` is what
    else tells it apart: a part of the year, an end of a range, a word in the cell itself. ``thing``
    is what the caption says that all figures count, ``cell`` what the cell itself says."""
    label = "" if row.date else row.counted
    group = row.group[-1] if row.group and row.label.casefold() not in GRAND else ""
    column = replace(column, words="") if column.whole and (label or group) else column
    vague = repeated or row.part or label.casefold() in _VAGUE
    if not label:
        label, group = group, ""
    first, second = (column.words, label) if column.words else (label, "")
    if second and (_qualifies(first) or row.counted != row.label):
        first, second = second, first
    counted = first or second
    told = [first, second, group if vague else ""]
    measure = " ".join(part for part in told if part)
    if extra and extra not in measure.casefold():
        measure = f"{measure} {extra}".strip()
    row_words = label or first or extra
    if group and (row.part or label.casefold() in _VAGUE) and not (thing.noun and row.counted):
        row_words, group = f"{group}, {label[:1].lower()}{label[1:]}", ""
    head = column.words if label and column.words else ""
    if cell:
        done = f" {head[:1].lower()}{head[1:]}" if is_done(head) else ""
        where = ", ".join(part for part in (row_words, "" if done else head) if part)
        return Names(cell, measure.casefold(), _print(f"{cell}{done}", where, "", kind))
    if thing.noun and row.counted and _counts(thing, row, column):
        return _named_by_caption(thing, row_words, head, measure)
    label = _print(row_words, head, group * vague, kind)
    return Names(counted, measure.casefold() or extra, label)


def _counts(thing: Thing, row: Row, column: Column) -> bool:
    """Whether a figure counts what the caption names, as neither its row nor its column does."""
    told = not column.words or _qualifies(column.words) or is_done(column.words)
    return told and not row.date and not thing.is_named_in(row.counted)


def _named_by_caption(thing: Thing, row: str, head: str, measure: str) -> Names:
    """The names of a cell whose caption says what is counted: "posts removed, spam"."""
    if head and is_done(head):
        said, head = f"{thing.noun} {head[:1].lower()}{head[1:]}", ""
    else:
        said = thing.said
    row = row.lower() if row.casefold() in TOTALS else row
    missing = [w for w in thing.noun.casefold().split() if w not in measure.casefold().split()]
    told = " ".join([measure.casefold(), *missing])
    label = _print(said, ", ".join(part for part in (row, head) if part), "", FactKind.LEVEL)
    return Names(thing.noun, told, label)


_KIND_WORDS: Final[dict[FactKind, str]] = {
    FactKind.PLAN: "plan",
    FactKind.TARGET: "target",
    FactKind.CHANGE: "change",
    FactKind.SHARE: "share",
}


@lru_cache(maxsize=256)  # what heads a column is asked for in each of its rows
def _qualifies(head: str) -> bool:
    """Whether the head of a column says of which kind its figures are, and not what they count."""
    words = [word.strip(".,:;()'’").casefold() for word in head.split()]
    return head.casefold() in TOTALS or all(word in QUALIFIERS for word in words)


def _print(row: str, head: str, group: str, kind: FactKind) -> str:
    """The label in print: the head of the row, then that of the column or the group."""
    told = head or group
    if told and {*_words(told)} <= {*_words(row)}:
        told = ""  # "Total income" below "Income"
    parts = [part for part in (row, told) if part]
    named = _KIND_WORDS.get(kind, "") in row.casefold()
    if kind in _KIND_WORDS and not (head or group or named):
        parts.append(_KIND_WORDS[kind])
    if sum(len(part.split()) for part in parts) > _MOST:
        parts = [parts[0], *(map(shortened, parts[1:]))] if row else parts
    if sum(len(part.split()) for part in parts) > _MOST:
        parts = [_ASIDE.sub("", part).strip(" .") or part for part in parts]
    shown = list(dict.fromkeys(filter(None, map(_plain, parts))))
    if head and len(shown) == 2 and (room := _MOST - len(shown[1].split())) >= _ROOM:
        shown[0] = _fitted(shown[0], room)  # the head tells a figure from those beside it
    text = ", ".join(shown)
    words = text.split()
    if len(words) > _MOST:
        words = _shortened(words)
    return " ".join(words).strip(" ,;:–-").rstrip(" (")


def _fitted(row: str, room: int) -> str:
    """The words of a row that there is room for."""
    words = row.split()
    return row if len(words) <= room else " ".join(_shortened(words, room)).strip(" ,;:–-")


_ROOM: Final = 5  # words of a row that are told at least, beside the head of its column


def _words(text: str) -> Iterator[str]:
    return (word.casefold().strip(_MARKS) for word in text.split())


@lru_cache(maxsize=256)  # the cells of a row follow one another
def _plain(text: str) -> str:
    """A text without figures, and without what stands in brackets around them; a class of size or
    age ("18 to 25", "less than 1 day") is its figures."""
    text = _UNDERSCORE.sub(" ", text)
    if CLASS.fullmatch(text):
        return text
    return " ".join(_FIGURE.sub("", text).split()).strip(" ,;:–-")


def _shortened(words: list[str], most: int = _MOST) -> list[str]:
    """The words up to the last place where a phrase may end."""
    stop = most
    while stop > 3 and words[stop - 1].casefold() in _SMALL:
        stop -= 1
    return words[:stop]


_SMALL: Final = frozenset(
    "of in and or the a an to for by with from at on per as that which who was were is are".split()
)
