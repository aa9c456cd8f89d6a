"""Words in, lines out: a line is what stands side by side in one column.

Words are first strung together as they are drawn; what the drawing order tore apart is joined again
where the gap is no wider than a space. A wider gap is a word space of justified text only where the
lines above and below run across it; otherwise it parts columns or cells.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from tracediff.lexicon.layout import NOTE_LETTERS
from tracediff.model import Span
from tracediff.readers.pdf_words import Word

_SPACE = 0.75  # of the box height: the widest gap that is a space between words drawn in a row
_TORN = 0.45  # the widest between words that were not drawn in a row
_EVEN = 0.12  # how much the gaps of a justified line differ at most
_LEADERS = 4  # dots that stand apart in a row and lead from a title to its page
_JUSTIFIED = 2.0  # the widest gap that justified text was seen to have


_BY_PLACE = attrgetter("bottom", "x0")
_BY_LEFT = attrgetter("x0")


class Line(NamedTuple):
    """Words side by side; the box is that of the words that are not raised."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    top: float
    bottom: float
    bold: bool
    italic: bool
    text: str  # its words with spaces between them

    @property
    def size(self) -> float:
        """The height of its font's box."""
        return self.bottom - self.top


def raised_marks(line: Line) -> tuple[Span, ...]:
    """The stretches of a line's text that are superscript marks."""
    if not any(word.raised for word in line.words):
        return ()
    cuts = []
    at = 0
    for index, word in enumerate(line.words):
        at += index > 0 and not (word.glued or word.raised)
        if word.raised and _is_mark(word.text):
            cuts.append(Span(at, at + len(word.text)))
        at += len(word.text)
    return tuple(cuts)


def _is_mark(raised: str) -> bool:
    """Whether a raised word leads to a note, and is no ending ("2nd", "Mme")."""
    marked = any(c.isdigit() or not c.isalnum() for c in raised)
    return marked or NOTE_LETTERS.fullmatch(raised) is not None


def make_line(words: Iterable[Word]) -> Line:
    """A line of words that are in order from left to right."""
    words = tuple(words)
    main: Sequence[Word] = words
    if any(word.raised or word.glued for word in words):
        main = [w for w in words if not w.raised] or words
        text = "".join(
            word.text if i == 0 or word.glued or word.raised else f" {word.text}"
            for i, word in enumerate(words)
        )
    else:
        text = " ".join([word.text for word in words])
    first, last = main[0], max(main, key=_width) if len(main) > 1 else main[0]
    bold = first.bold and last.bold
    if first.bold != last.bold:
        bold = sum(len(w.text) for w in main if w.bold) * 2 > sum(len(w.text) for w in main)
    return Line(
        words,
        words[0].x0,
        max([w.x1 for w in words]),
        last.top,
        last.bottom,
        bold,
        first.italic and all(w.italic for w in main),
        text,
    )


def _width(word: Word) -> float:
    return word.x1 - word.x0


def lines_of(words: Sequence[Word]) -> list[Line]:
    """The lines of a page, from top to bottom and from left to right."""
    strings = _strung(words)
    rows = rows_of([make_line(string) for string in strings])
    return [line for row in rows for line in _led(_joined(row))]


def _led(row: Sequence[Line]) -> Sequence[Line]:
    """A row with the dots that lead from a title to its page in one line with both."""
    dots = [not line.text.strip(". ") for line in row]
    if sum(dots) < _LEADERS:
        return row
    first = dots.index(True)
    stop = len(dots) - dots[::-1].index(True)
    whole = make_line(w for line in row[max(first - 1, 0) : stop + 1] for w in line.words)
    return [*row[: max(first - 1, 0)], whole, *row[stop + 1 :]]


def _strung(words: Sequence[Word]) -> list[list[Word]]:
    """Words strung together in the order in which they are drawn."""
    strings: list[list[Word]] = []
    current: list[Word] = []
    main: Word | None = None  # the last word of the string that is not raised
    for word in words:
        if main is not None:
            gap = word.x0 - current[-1].x1
            size = main.bottom - main.top
            if -0.6 * size < gap < _SPACE * size:
                if abs(word.bottom - main.bottom) < 0.25 * size:
                    current.append(word)
                    main = word
                    continue
                if _is_raised(word, main) and gap < 0.4 * size:
                    low = word.bottom > main.bottom - 0.03 * size  # a subscript, as in CO2
                    current.append(word._replace(raised=not low, glued=low or word.glued))
                    continue
                if len(current) == 1 and _is_raised(main, word):
                    current = strings[-1]
                    current[:] = [main._replace(raised=True), word]
                    main = word
                    continue
        current = [word]
        main = word
        strings.append(current)
    return strings


def _is_raised(word: Word, main: Word) -> bool:
    """Whether a word is a superscript (or subscript) beside another."""
    size = main.bottom - main.top
    if word.text.isalpha() and len(word.text) > 3:
        return False
    return (
        0.38 * size < word.bottom - word.top < 0.82 * size
        and main.top - 0.35 * size < word.top
        and word.bottom < main.bottom + 0.25 * size
        and len(word.text) <= 12
    )


def rows_of(lines: Iterable[Line]) -> list[list[Line]]:
    """Lines that share a baseline, rows from top to bottom, each from left to right."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=_BY_PLACE):
        if rows:
            last = rows[-1][-1]
            drop = line.bottom - last.bottom
            if drop < 0.25 * (line.bottom - line.top) and drop < 0.25 * (last.bottom - last.top):
                rows[-1].append(line)
                continue
        rows.append([line])
    for row in rows:
        if len(row) > 1:
            row.sort(key=_BY_LEFT)
    return rows


def _joined(row: Sequence[Line]) -> list[Line]:
    """A row with those neighbours joined that only the drawing order parted."""
    joined = [row[0]]
    for line in row[1:]:
        last = joined[-1]
        gap, size = line.x0 - last.x1, min(line.size, last.size)
        alike = abs(line.size - last.size) < 0.25 * size
        if -0.6 * size < gap < _TORN * size and alike:
            joined[-1] = make_line(last.words + line.words)
        elif -0.2 * size < gap < 0.25 * size and (
            _is_raised(line.words[0], last.words[-1]) and len(line.words) == 1
        ):
            joined[-1] = make_line((*last.words, line.words[0]._replace(raised=True)))
        else:
            joined.append(line)
    return joined


def bridged(lines: Sequence[Line]) -> list[Line]:
    """The lines with wide gaps closed that are word spaces of justified text.

    They are where the lines above and below run across them, or where a line has several and all of
    one width.
    """
    rows = [_evened(row) for row in rows_of(lines)]
    closed: list[Line] = []
    for at, row in enumerate(rows):
        open_line = row[0]
        for line in row[1:]:
            gap = line.x0 - open_line.x1
            if 0 < gap < _JUSTIFIED * line.size and _crossed(rows, at, open_line.x1, line.x0):
                open_line = make_line(open_line.words + line.words)
            else:
                closed.append(open_line)
                open_line = line
        closed.append(open_line)
    return closed


def _evened(row: list[Line]) -> list[Line]:
    """A row with those neighbours joined that stand equally far apart, as justified words do."""
    evened: list[Line] = []
    at = 0
    while at < len(row):
        stop = at + 1
        size = row[at].size
        first = row[stop].x0 - row[at].x1 if stop < len(row) else 0.0
        while (
            stop < len(row)
            and 0 < row[stop].x0 - row[stop - 1].x1 < _JUSTIFIED * size
            and abs(row[stop].x0 - row[stop - 1].x1 - first) < _EVEN * size
        ):
            stop += 1
        worded = sum(any(map(str.isalpha, line.text)) for line in row[at:stop])
        if stop - at >= 4 and worded > 0.6 * (stop - at):
            evened.append(make_line([word for line in row[at:stop] for word in line.words]))
            at = stop
        else:
            evened.append(row[at])
            at += 1
    return evened


def _crossed(rows: Sequence[Sequence[Line]], at: int, x0: float, x1: float) -> bool:
    """Whether the gap from ``x0`` to ``x1`` of a row is run across by the lines next to it."""
    here = rows[at][0]
    above = _nearest(rows[max(0, at - 4) : at][::-1], here, x0, x1)
    below = _nearest(rows[at + 1 : at + 5], here, x0, x1)
    if above is None or below is None:
        return bool(above or below) and x1 - x0 < 1.2 * here.size
    return above and below


def _nearest(rows: Sequence[Sequence[Line]], here: Line, x0: float, x1: float) -> bool | None:
    """Whether the nearest row in the same column runs across a gap; none where none is near."""
    for row in rows:
        if abs(row[0].bottom - here.bottom) > 1.9 * here.size:
            return None
        beside = [line for line in row if line.x0 < x1 + 20 and line.x1 > x0 - 20]
        if beside:
            return any(
                line.x0 < x0 and line.x1 > x1 and not _gap_inside(line, x0, x1) for line in beside
            )
    return None


def _gap_inside(line: Line, x0: float, x1: float) -> bool:
    return any(a.x1 <= x0 + 1 and b.x0 >= x1 - 1 for a, b in pairwise(line.words))
