"""Lines of a plain text in, the tables that were torn into a line for each cell out.

What is extracted from a PDF often gives each cell a line of its own: a line for each year or head,
then for each row its label, perhaps on several lines, and a line for each value. The heads say how
many values a row has; a row with fewer lacks its first ones.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise

from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.text_lines import Line, Table

_YEAR = re.compile(r"(?:FY ?)?(?:19|20)\d\d(?:[-/–]\d{2,4})?[*†]?")
_CITED = r"(?:\s?\(\d{1,3}(?:[,;–-]\s?\d{1,3}){0,30}\))?"
_POPULATION = r"(?:\s?\(\d{1,3}(?:,\d{3})+\))?"
_VALUE = re.compile(
    r"(?:[-–—]|[<>~≈]?\s?[$€£]?\d[\d.,]*\s?(?:%|million|billion|thousand)?|\d+ (?:to|[-–]) \d+"
    r"|yes|no|none|unknown|unavailable|n/a|not (?:available|applicable|reported)|✓)[*†‡]*"
    rf"{_POPULATION}{_CITED}",
    re.IGNORECASE,
)
_CAPTION = re.compile(r"(?:table|exhibit)\s+[\dA-Z][\w.-]{0,6}\b", re.IGNORECASE)
_LABEL = 110  # characters that a line of a label or head has at most
_LINES = 3  # that a label has at most
_HEADS = 4  # heads that are words, at most; more lines below a caption are no heads
_LOOKED_AT = 6  # rows below a caption that say how many heads there are
_ALIKE = 3  # of them that have the same number of values
_FEW = 2  # rows at least

_Cells = list[Line]


def torn_tables(lines: Sequence[Line], without: Callable[[str], str]) -> dict[int, Table]:
    """The tables torn into lines, by the place of their first line.

    ``without`` leaves the citations out of the text of a cell.
    """
    found: dict[int, Table] = {}
    at = 0
    while at < len(lines):
        heads = _years(lines, at) or _named(lines, at)
        rows, stop = _rows(lines, heads) if heads else ([], at)
        if len(rows) < _FEW:
            at += 1
            continue
        found[heads[0]] = Table(_block(lines, heads, rows, without), stop)
        at = stop
    return found


def _years(lines: Sequence[Line], at: int) -> list[int]:
    """The places of the label and the years of a table that begins at a line, a year each."""
    stop = at + 1
    while stop < len(lines) and _YEAR.fullmatch(lines[stop].text):
        stop += 1
    years = [lines[place].text for place in range(at + 1, stop)]
    steps = {a < b for a, b in pairwise(years)}
    labelled = _is_label(lines[at].text) and not _CAPTION.match(lines[at].text)
    return list(range(at, stop)) if labelled and len(years) > 1 and len(steps) == 1 else []


def _named(lines: Sequence[Line], at: int) -> list[int]:
    """The places of the heads of a table below its caption, where each is a word or two.

    The rows say how many there are: those of most rows have two values or more.
    """
    if not _CAPTION.match(lines[at].text):
        return []
    for first in range(at + 2, min(at + 2 + _HEADS, len(lines))):
        if first + 1 < len(lines) and not _VALUE.fullmatch(lines[first + 1].text):
            continue
        sizes = Counter(len(values) for values in _values(lines, first))
        count, times = max(sizes.items(), key=lambda item: item[1], default=(0, 0))
        heads = list(range(first - count - 1, first))
        named = all(_is_name(lines[place].text) for place in heads)
        if count > 1 and times >= _ALIKE and heads[0] > at and named:
            return heads
    return []


def _values(lines: Sequence[Line], at: int) -> Iterator[_Cells]:
    """The values of the first rows below a place."""
    for _ in range(_LOOKED_AT):
        label, values, at = _row(lines, at, _HEADS)
        if not values or len(label) > 2:
            return
        yield values


def _is_name(text: str) -> bool:
    return len(text) <= 30 and len(text.split()) <= 4 and text[0].isupper() and "%" not in text


def _is_label(text: str) -> bool:
    closed = text[-1] in ".;:"
    return len(text) <= _LABEL and text[0].isalpha() and not closed and not _VALUE.fullmatch(text)


def _rows(lines: Sequence[Line], heads: Sequence[int]) -> tuple[list[tuple[_Cells, _Cells]], int]:
    """The rows below heads, each its label and its values, and the place behind the last one."""
    rows: list[tuple[_Cells, _Cells]] = []
    count = len(heads) - 1
    at = stop = heads[-1] + 1
    while at < len(lines):
        label, values, at = _row(lines, at, count)
        if not values:
            break
        if not _repeats(lines, heads, values):
            rows.append((label, values))
        stop = at
    return rows, stop


def _row(lines: Sequence[Line], at: int, count: int) -> tuple[_Cells, _Cells, int]:
    """The label and the values that begin at a line; no values where it begins no row."""
    label: _Cells = []
    while at < len(lines) and len(label) < _LINES and _is_label(lines[at].text):
        label.append(lines[at])
        at += 1
    values: _Cells = []
    while at < len(lines) and len(values) < count and _VALUE.fullmatch(lines[at].text):
        values.append(lines[at])
        at += 1
    return (label, values, at) if label else ([], [], at)


def _repeats(lines: Sequence[Line], heads: Sequence[int], values: Sequence[Line]) -> bool:
    """Whether a row is the heads again, at the head of a page."""
    return [line.text for line in values] == [lines[place].text for place in heads[1:]]


def _block(
    lines: Sequence[Line],
    heads: Sequence[int],
    rows: Sequence[tuple[_Cells, _Cells]],
    without: Callable[[str], str],
) -> Block:
    count = len(heads) - 1
    table = [tuple(_cell([lines[place]], without) for place in heads)]
    for label, values in rows:
        cells = [_cell([value], without) for value in values]
        start = values[0].start
        empty = [Cell("", Span(start, start))] * (count - len(cells))
        table.append((_cell(label, without), *empty, *cells))
    span = Span(lines[heads[0]].start, rows[-1][1][-1].end)
    return Block(BlockKind.TABLE, span, rows=tuple(table), heads=1, caption=_title(lines, heads[0]))


def _title(lines: Sequence[Line], at: int) -> Cell | None:
    """The caption above a table, of one line or two."""
    for first in (at - 1, at - 2):
        if first >= 0 and _CAPTION.match(lines[first].text):
            above = lines[first:at]
            text = " ".join(line.text for line in above)
            return Cell(text, Span(above[0].start, above[-1].end))
    return None


def _cell(lines: Sequence[Line], without: Callable[[str], str]) -> Cell:
    text = " ".join(line.text for line in lines)
    return Cell(without(text), Span(lines[0].start, lines[-1].end))
