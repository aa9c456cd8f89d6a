"""Lines that head a table of plain text in, a row of heads for each level out.

The heads of a printed table take several lines. Each piece of such a line belongs to the columns
of figures that stand below it on the page: a piece over one column goes on in the line below, one
over several is a level of its own ("Inspections" over "2021 2022").
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

from tracediff.lexicon.cells import SCALES
from tracediff.model import Span

_LINES: Final = 4  # of a head; more are a list


class Piece(NamedTuple):
    """Words that wide gaps set apart: what they say, where, and from which column on the page."""

    text: str
    span: Span
    left: int

    @property
    def right(self) -> int:
        """The column on the page behind its last character."""
        return self.left + len(self.text)


def levels(heads: Sequence[Sequence[Piece]], cells: Sequence[Piece]) -> list[list[Piece]]:
    """The rows of heads over the cells of a row, a label's first; none where one has none.

    ``heads`` are the pieces of the lines from the top down, ``cells`` the label of the first row
    and its figures.
    """
    if not 1 < len(heads) <= _LINES:
        return []
    last = _seated(heads[-1], cells)
    below = [piece.text for piece in last[1:]]
    if all(below) and len(set(below)) < len(below):
        return [_spanning(heads[:-1], cells), last]
    row = _joined([_seated(line, cells) for line in heads])
    return [row] if all(piece.text for piece in row[1:]) else []


def _spanning(heads: Sequence[Sequence[Piece]], cells: Sequence[Piece]) -> list[Piece]:
    """The heads of groups of columns, each repeated over its columns."""
    widest = max(range(len(heads)), key=lambda at: len(heads[at]))
    groups = list(heads[widest])
    for number, line in enumerate(heads):
        for piece in line if number != widest else ():
            at = _nearest(piece, groups)
            pair = (piece, groups[at]) if number < widest else (groups[at], piece)
            groups[at] = _together(*pair)
    corner = Piece("", Span(cells[0].span.start, cells[0].span.start), 0)
    return [corner, *(groups[_nearest(cell, groups)] for cell in cells[1:])]


def _seated(line: Sequence[Piece], cells: Sequence[Piece]) -> list[Piece]:
    """A line of heads as a row: each piece in the column that it stands over."""
    row = [Piece("", Span(line[0].span.start, line[0].span.start), 0)] * len(cells)
    for piece in line:
        at = _nearest(piece, cells)
        row[at] = _together(row[at], piece) if row[at].text else piece
    return row


def _nearest(piece: Piece, others: Sequence[Piece]) -> int:
    """Which of some pieces stands over or below a piece, or else nearest to that."""
    return min(range(len(others)), key=lambda at: (_apart(piece, others[at]), at))


def _apart(one: Piece, other: Piece) -> int:
    """How many columns of the page part two pieces; less than nothing where they share some."""
    return max(one.left, other.left) - min(one.right, other.right)


def _joined(rows: Sequence[Sequence[Piece]]) -> list[Piece]:
    """The rows as one: what stands in a column read from the top down."""
    whole = list(rows[0])
    for row in rows[1:]:
        for at, piece in enumerate(row):
            if piece.text:
                whole[at] = _together(whole[at], piece) if whole[at].text else piece
    return whole


def _together(above: Piece, below: Piece) -> Piece:
    """Two pieces as one text, a word that is cut by a hyphen put together."""
    cut = above.text.endswith("-") and below.text[:1].islower()
    text = f"{above.text[:-1]}{below.text}" if cut else f"{above.text} {below.text}"
    return Piece(text, below.span, below.left)


def head_rows(
    heads: Sequence[Sequence[Piece]], columns: Sequence[Piece], labels: int, start: int
) -> list[list[Piece]]:
    """The rows of heads over columns that are known, one or one for each level.

    ``columns`` are the extents of the columns, that of the labels at place ``labels`` among them;
    ``start`` is where the head begins in the text.
    """
    blank = Piece("", Span(start, start), 0)
    heads = _continued(heads)
    over: list[list[Piece]] = []
    below = [""] * len(columns)
    for line in reversed(heads):
        row = _over(line, columns, below, over[0] if over else [], labels, blank)
        if line is heads[0] and len(heads) > 2 and len(line) == 1 and _scales(line[0].text):
            row = [*row[: labels + 1], *[line[0]] * (len(columns) - labels - 1)]
        below = [f"{piece.text} {text}".strip() for piece, text in zip(row, below, strict=True)]
        over.insert(0, row)
    if len(over) > 1:
        first = [piece.text for piece in over[0][labels + 1 :]]
        if all(first) and len(set(first)) == 1:
            rest = head_rows_joined(over[1:], labels, blank)
            return [over[0], *rest]
    return head_rows_joined(over, labels, blank)


def _scales(text: str) -> bool:
    """Whether a head in brackets gives the scale of all that stands below: "(in thousands)"."""
    words = text.strip("()[] ").casefold().split()
    return text[:1] in "([" and not SCALES.keys().isdisjoint(words)


def _continued(heads: Sequence[Sequence[Piece]]) -> list[list[Piece]]:
    """The lines, one that holds the rest of a head set to the left of it put to that head."""
    out: list[list[Piece]] = []
    for line in heads:
        above = out[-1] if out and len(line) == 1 else []
        at = next((n for n, one in enumerate(above) if one.left == line[0].left), None)
        if at is not None and len(above) > 1 and line[0].right <= above[at].right:
            whole = _together(above[at], line[0])
            above[at] = Piece(whole.text, above[at].span, above[at].left)
        else:
            out.append(list(line))
    return out


def head_rows_joined(
    over: Sequence[Sequence[Piece]], labels: int, blank: Piece
) -> list[list[Piece]]:
    """Lines of heads, each seated, as one row, or two where the last repeats itself."""
    last = [piece.text for piece in over[-1][labels + 1 :]]
    if len(over) > 1 and all(last) and len(set(last)) < len(last):
        upper = _joined([[_unnoted(piece, blank) for piece in row] for row in over[:-1]])
        if all(piece.text for piece in upper[labels + 1 :]):
            return [upper, list(over[-1])]
    return [_joined([[_unnoted(piece, blank) for piece in row] for row in over])]


def _unnoted(piece: Piece, blank: Piece) -> Piece:
    """A piece that only numbers its column says nothing."""
    return blank if _COLUMN.fullmatch(piece.text) else piece


def _over(
    line: Sequence[Piece],
    columns: Sequence[Piece],
    below: Sequence[str],
    under: Sequence[Piece],
    labels: int,
    blank: Piece,
) -> list[Piece]:
    """A line of heads as a row: each piece over the columns that it spans."""
    row = [blank] * len(columns)
    for piece in line:
        for at in _spanned(piece, columns, under if len(line) == 1 else None, labels):
            if not row[at].text or _apart(piece, columns[at]) < _apart(row[at], columns[at]):
                row[at] = piece
    behind = range(labels + 1, len(columns))
    told = [below[at] for at in behind]
    if len(line) > 1 and len(set(told)) < len(told):
        for at in behind:
            if not row[at].text and below[at] and told.count(below[at]) > 1:
                nearest = line[_nearest(columns[at], line)]
                row[at] = nearest if nearest in row[labels + 1 :] else blank
    return row


def _spanned(
    piece: Piece, columns: Sequence[Piece], under: Sequence[Piece] | None, labels: int
) -> Sequence[int]:
    """The columns that a piece stands over.

    One alone in its line is set in their middle, and over the whole of what spans several columns
    in the line below, ``under``.
    """
    shared = [at for at, column in enumerate(columns) if _apart(piece, column) < 0]
    if any(_apart(piece, columns[at]) < -_OFF for at in shared):  # a bracket may reach too far
        shared = [at for at in shared if _apart(piece, columns[at]) < -1]
    behind = [at for at in shared if at > labels]
    if under is None or not behind:
        return behind or shared or [_nearest(piece, columns)]
    middle = (piece.left + piece.right) / 2
    spans = [
        range(first, last + 1)
        for first in range(labels + 1, behind[0] + 1)
        for last in range(behind[-1], len(columns))
        if not _cuts(under, first - 1) and not _cuts(under, last)
    ]
    return min(
        spans,
        key=lambda span: (
            abs((columns[span[0]].left + columns[span[-1]].right) / 2 - middle) // _OFF,
            len(span),
        ),
    )


def _cuts(under: Sequence[Piece], at: int) -> bool:
    """Whether one head of the line below spans a column and the next."""
    return at + 1 < len(under) and bool(under[at].text) and under[at].span == under[at + 1].span


_OFF: Final = 3  # columns on the page by which a head may miss the middle
_COLUMN: Final = re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]")
