"""What tables with and without rules have in common: columns, rows and cells made of lines."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from tracediff.readers.pdf_lines import Line, make_line, rows_of
from tracediff.readers.pdf_words import Word

Row = tuple[tuple[str, int], ...]  # the text of each cell and the steps its label is set in

# a cell that gives a value: a number with its signs and citations, or a word that stands for one
_AMOUNT = r"[<>~≈≤≥±+\-–−]?\s?\(?[-−]?(?:[$€£¥₹]|[A-Z]{2,3}\$?)?\s?\(?\d[\d.,  ]*(?:\s?%)?\)*%?"
_UNIT = (
    r"(?-i:\s?(?:°[CF]|[kmM]|bn|(?!st|nd|rd|th)[a-zµ]{1,2}[²³]?(?:/[a-z]{1,4})?"
    r"|days?|years?|hours?|tonnes?))"
)
VALUE = re.compile(
    rf"(?:{_AMOUNT}(?:\s?(?:[/–-]|to)\s?{_AMOUNT}|{_UNIT})?(?:[†‡*]{{1,3}}|[¹²³⁴⁵⁶⁷⁸⁹]{{1,2}})?"
    r"(?:\s?(?:[(\[][\d.,;%\s–-]{1,40}[)\]]|\([a-z]\)))?"
    r"|(?:unknown|n/a|n\.a\.|na|nil|none|not available|not applicable|yes|no"
    r"|(?:[$€£¥₹]\s?)?[–—−-]{1,3}|\.{2,3}|x)"
    r"(?:\s?\([\d,;\s–-]{1,40}\))?)",
    re.IGNORECASE,
)
# what the caption of a table opens with
CAPTION = re.compile(r"(?:table|exhibit|schedule)\s+[\dA-Z][\w.\-]{0,6}(?:[.:]|\s|$)", re.I)
YEAR = re.compile(
    r"(?:FY\s?)?(?:19|20)\d\d(?:\s?[-/–]\s?(?:\d\d){1,2})?[†‡*]{0,2}(?:\s?\(.{1,20}\))?"
)
# what stands beside a year in a row of heads: the unit of the column next to it
UNIT = re.compile(
    r"%|[$€£¥₹](?:[ ]?(?:m|mn|bn|k|['’]?000s?))?|change"
    r"|(?:%|percent(?:age)?) (?:of|change)\b.{0,30}",
    re.I,
)
_CURRENCY = re.compile(r"[$€£¥₹]|(?:US|CA|AU|NZ|HK)\$|[A-Z]{3}")
_SIGNS = frozenset("$€£¥₹")
_CLOSING = re.compile(r"\)|%|\)[ ]?%|%[ ]?\)")
_APART = 2.5  # of the size of the type: how far a closing sign stands from its number at most


class Area(NamedTuple):
    """A box on a page."""

    x0: float
    top: float
    x1: float
    bottom: float


def area_of(lines: Sequence[Line]) -> Area:
    """The least area that holds some lines."""
    return Area(
        min(line.x0 for line in lines),
        min(line.top for line in lines),
        max(line.x1 for line in lines),
        max(line.bottom for line in lines),
    )


@dataclass(frozen=True, slots=True)
class Grid:
    """A table on a page: rows of (text, indent) cells; the first ``heads`` rows are heads.

    ``columns`` are the edges of its columns, ``extents`` from where to where their text reaches.
    """

    area: Area
    rows: tuple[Row, ...]
    heads: int
    columns: tuple[float, ...]
    contents: bool = False  # a table of contents
    extents: tuple[tuple[float, float], ...] = ()


def is_units(row: Sequence[str]) -> bool:
    """Whether cells are units of money and nothing else: a row of them goes with the heads."""
    return bool(row) and all(_MONEY.fullmatch(text) for text in row)


_MONEY = re.compile(r"(?:[A-Z]{2})?[$€£¥₹](?:[ ]?(?:m|mn|bn|k|['’]?000s?))?", re.I)


def is_head(row: Sequence[str]) -> bool:
    """Whether the cells behind a row's label are years, perhaps with units between them."""
    years = sum(bool(YEAR.fullmatch(text)) for text in row)
    return years > 0 and all(YEAR.fullmatch(text) or UNIT.fullmatch(text) for text in row)


def with_signs(lines: Sequence[Line]) -> list[Line]:
    """The lines with signs of currency, brackets and percent put back to their numbers.

    Accounts set them in columns of their own, however far from the number.
    """
    joined: list[Line] = []
    for row in rows_of(lines):
        if len(row) < 2:
            joined += row
            continue
        kept: list[Line] = []
        for line in _parted(row):
            if kept and _belongs(kept[-1], line):
                kept[-1] = make_line(kept[-1].words + line.words)
            else:
                kept.append(line)
        joined += kept
    return joined


def _belongs(last: Line, line: Line) -> bool:
    """Whether two neighbours of a row are one value: "$" and "12", or "(12" and ")"."""
    if _CURRENCY.fullmatch(last.text):
        return line.text[:1] not in "$€£¥₹" and bool(VALUE.fullmatch(line.text))
    if not _CLOSING.fullmatch(line.text) or YEAR.fullmatch(last.text):
        return False
    return line.x0 - last.x1 < _APART * line.size and bool(VALUE.fullmatch(last.text))


def _parted(row: Sequence[Line]) -> Iterator[Line]:
    """The lines of a row, the sign of the next value parted from the end of a value."""
    for line, after in zip(row, [*row[1:], None], strict=True):
        if after is not None and _ends_in_sign(line, after):  # "100.0 $" beside "12"
            yield make_line(line.words[:-1])
            yield make_line(line.words[-1:])
        else:
            yield from _amounts(line)


def _amounts(line: Line) -> Sequence[Line]:
    """The amounts of a line that holds nothing else, each with its sign: "$14,522 $13,396"."""
    starts = [at for at, word in enumerate(line.words) if word.text[:1] in _SIGNS]
    if len(starts) < 2 or starts[0]:
        return (line,)
    parts = [make_line(line.words[a:b]) for a, b in pairwise((*starts, len(line.words)))]
    return parts if all(VALUE.fullmatch(part.text) for part in parts) else (line,)


def _ends_in_sign(last: Line, line: Line) -> bool:
    """Whether the sign of the next value stands so near a value that it seems to end it."""
    if len(last.words) < 2 or not _CURRENCY.fullmatch(last.words[-1].text):
        return False
    following = line.words[:-1] if _CURRENCY.fullmatch(line.words[-1].text) else line.words
    return bool(
        following
        and VALUE.fullmatch(make_line(last.words[:-1]).text)
        and VALUE.fullmatch(make_line(following).text)
    )


def alleys(rows: Sequence[Sequence[Line]]) -> list[float]:
    """The middles of the gaps that no row crosses, where rows of a single line don't count."""
    several = [row for row in rows if len(row) > 1]
    if not several:
        return []
    covered = sorted((line.x0, line.x1) for row in several for line in row)
    size = median(line.size for row in several for line in row)
    edges, right = [], covered[0][1]
    for x0, x1 in covered:
        if x0 - right > 0.35 * size:
            edges.append((x0 + right) / 2)
        right = max(right, x1)
    return edges


def shared_out(line: Line, columns: Sequence[float]) -> list[tuple[int, Line]]:
    """A line cut at the edges of columns that fall between its words."""
    own = bisect_right(columns, line.x0 + 1, 1, len(columns) - 1) - 1
    if line.x1 < columns[own + 1] + 1:
        return [(own, line)]
    parts: dict[int, list[Word]] = {}
    for word in line.words:
        middle = (word.x0 + word.x1) / 2
        column = sum(1 for x in columns[1:-1] if x <= middle)
        parts.setdefault(column, []).append(word)
    if len(parts) > 1 and not _cut_at_gaps(list(parts.values())):
        first = min(parts)
        return [(first, line)]
    return [(column, make_line(words)) for column, words in parts.items()]


def _cut_at_gaps(parts: Sequence[Sequence[Word]]) -> bool:
    """Whether the parts of a line stand further apart than words do."""
    return all(b[0].x0 - a[-1].x1 > 0.3 * (b[0].bottom - b[0].top) for a, b in pairwise(parts))


def split_band(band: Sequence[Sequence[Line]], right: float) -> list[list[list[Line]]]:
    """A band as one row, or as several where a column has several values below each other.

    ``right`` is how far the labels of the table reach.
    """
    valued = [[line.bottom for line in cell if VALUE.fullmatch(line.text)] for cell in band[1:]]
    marks = max(valued, key=len, default=[])
    if len(marks) < 2 and not (marks and _are_groups(band[0], right)):
        return [[list(cell) for cell in band]]
    return split_rows(rows_of([line for cell in band for line in cell]), band)


def _are_groups(labels: Sequence[Line], right: float) -> bool:
    """Whether the lines of labels are no one that is wrapped: the next word had room on each.

    ``right`` is how far labels reach in the table. They name groups, and the last of them a row.
    """
    lines = sorted(labels, key=lambda line: line.bottom)
    return len(lines) > 1 and all(
        after.text[:1].isupper() | after.text[:1].isdigit()
        and line.x1 + line.size / 2 + after.words[0].x1 - after.words[0].x0 < right
        for line, after in pairwise(lines)
    )


def split_rows(
    rows: Sequence[Sequence[Line]], band: Sequence[Sequence[Line]]
) -> list[list[list[Line]]]:
    """One row for each line of text, where the lines of a wrapped label go with its values."""
    home = {id(line): column for column, cell in enumerate(band) for line in cell}
    made: list[list[list[Line]]] = []
    waiting = False  # the row above is a label whose values may still come
    for row in rows:
        cells: list[list[Line]] = [[] for _ in band]
        for line in row:
            cells[home[id(line)]].append(line)
        valued = any(cells[1:])
        label = cells[0][0].text if cells[0] else ""
        goes_on = bool(made) and (
            (waiting and valued and label[:1].islower())
            or (not valued and label[:1].islower())
            or (not label and not (valued and any(made[-1][1:])))
        )
        if goes_on:
            for column, cell in enumerate(cells):
                made[-1][column] += cell
        else:
            made.append(cells)
        waiting = not any(made[-1][1:])
    return made


def finished(
    rows: Sequence[Sequence[Sequence[Line]]],
) -> tuple[list[Row], int]:
    """The texts of the cells with the steps their labels are set in, and the number of heads."""
    starts = [row[0][0].x0 for row in rows if row and row[0]]
    steps = clusters(sorted(starts), 3.0)
    size = median([line.size for row in rows for cell in row for line in cell] or [10.0])
    lefts = [min(step) for step in steps]
    made = []
    for row in rows:
        indent = 0
        if row[0] and len(lefts) <= 4:
            below = [x for x in lefts if x <= row[0][0].x0 + 0.1]
            indent = len([x for x in below if x - lefts[0] > 0.4 * size])
        cells = [cell_text(cell) for cell in row]
        made.append(tuple((text, indent if i == 0 else 0) for i, text in enumerate(cells)))
    bold = [all(line.bold for cell in row for line in cell) for row in rows]
    return made, _heads(made, bold)


def cell_text(lines: Sequence[Line]) -> str:
    """The lines of a cell run together, words broken at line ends mended."""
    text = ""
    for line in sorted(lines, key=lambda item: (round(item.bottom), item.x0)):
        part = line.text
        if text.endswith("-") and text[-2:-1].isalpha():
            text = text[:-1] + part if part[:1].islower() else text + part
        else:
            text = f"{text} {part}" if text else part
    return text


def _heads(rows: Sequence[Sequence[tuple[str, int]]], bold: Sequence[bool]) -> int:
    """How many of the first rows are heads."""
    if len(rows) < 2:
        return 0
    heads = 0
    for row, heavy in zip(rows[: min(3, len(rows) - 1)], bold, strict=False):
        later = [text for text, _ in row[1:] if text]
        if is_head(later):
            heads += 1
            under = [text for text, _ in rows[heads][1:] if text] if heads < len(rows) - 1 else []
            heads += is_units(under) and not rows[heads][0][0]
            break
        if heavy and not all(bold) and not any(map(VALUE.fullmatch, later)):
            heads += 1
        else:
            break
    if heads:
        return heads
    later = [text for text, _ in rows[0][1:] if text]
    below = [text for row in rows[1:] for text, _ in row[1:] if text]
    worded = bool(later) and not any(map(VALUE.fullmatch, later))
    return int(worded and sum(bool(VALUE.fullmatch(t)) for t in below) > 0.5 * len(below))


def clusters(values: Sequence[float], reach: float) -> list[list[float]]:
    """Sorted values in groups whose neighbours are no further apart than ``reach``.

    >>> clusters([1.0, 1.5, 9.0], 1.0)
    [[1.0, 1.5], [9.0]]
    """
    groups: list[list[float]] = []
    for value in values:
        if groups and value - groups[-1][-1] <= reach:
            groups[-1].append(value)
        else:
            groups.append([value])
    return groups


def continues(above: Grid, below: Grid) -> bool:
    """Whether a table at the head of a page goes on with the one at the foot of the page before.

    It does where it has the same heads, or none and the same columns.
    """
    if len(above.columns) != len(below.columns):
        return False
    texts = [[text for text, _ in row] for row in above.rows[: above.heads]]
    if below.heads:
        return texts == [[text for text, _ in row] for row in below.rows[: below.heads]]
    widths = [b - a for a, b in pairwise(above.columns)]
    slack = [max(6.0, 0.3 * min(pair)) for pair in pairwise((widths[0], *widths, widths[-1]))]
    pairs = zip(above.columns, below.columns, slack, strict=True)
    return all(abs(a - b) < most for a, b, most in pairs)


def joined(above: Grid, below: Grid) -> Grid:
    """The two as one table; the heads are said once, and a row that the page broke is mended."""
    rows = below.rows[below.heads :]
    upper = above.rows
    if rows and not rows[0][0][0] and upper[-1][0][0] and len(rows[0]) == len(upper[-1]):
        open_cells = [
            (bool(text) and not text.endswith((".", "!", "?"))) or not more
            for (text, _), (more, _) in zip(upper[-1], rows[0], strict=True)
        ]
        if all(open_cells[1:]):
            mended = tuple(
                (f"{text} {more}".strip(), indent)
                for (text, indent), (more, _) in zip(upper[-1], rows[0], strict=True)
            )
            upper, rows = (*upper[:-1], mended), rows[1:]
    return replace(above, rows=upper + rows)
