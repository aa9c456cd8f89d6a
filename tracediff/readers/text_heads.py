"""Lines that head a table of plain text in, a row of heads for each level out.

The heads of a printed table take several lines. Each piece of such a line belongs to the columns
of figures that stand below it on the page: a piece over one column goes on in the line below, one
over several is a level of its own ("Inspections" over "2021 2022").
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

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
