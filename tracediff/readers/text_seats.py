"""The columns of a table set with spaces: its rows in, where each column stands out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tracediff.model import Span
from tracediff.readers.text_heads import Piece


@dataclass(slots=True)
class DrawnLine:
    """A line of the body: its label, the cell before that where there is one, the cells behind."""

    place: int
    label: Piece | None
    lead: Piece | None
    rest: list[Piece]
    lines: int = 1

    @property
    def indent(self) -> int:
        """The column on the page that its label begins in."""
        return self.label.left if self.label else 0


@dataclass(slots=True)
class BodyRows:
    """The rows of a table, in order, and the columns that their figures stand in."""

    rows: list[DrawnLine] = field(default_factory=list)
    stop: int = 0


def columns_of(rows: Sequence[DrawnLine]) -> int:
    """How many cells most rows have behind their label."""
    counts = Counter(len(row.rest) for row in rows if row.rest)
    return max(counts, key=lambda size: (counts[size], size), default=0)


def seats_of(body: BodyRows, count: int) -> list[Piece]:
    """The columns as pieces of blanks: the label's, and those of the cells; rows that do not fit
    end the table."""
    seats: list[tuple[int, int]] = []
    whole = next(row for row in body.rows if len(row.rest) == count)
    seats = [(piece.left, piece.right) for piece in whole.rest]
    for number, row in enumerate(body.rows):
        fitting = fit_row(row, seats)
        if fitting is None:
            stop = number
            while stop and not body.rows[stop - 1].rest:
                stop -= 1
            del body.rows[stop:]
            body.stop = body.rows[-1].place + 1 if body.rows else 0
            break
        for piece, seat in zip(row.rest, fitting, strict=True):
            seats[seat] = _widened(seats, seat, piece)
    return [Piece(" " * (right - left), Span(0, 0), left) for left, right in seats]


def fit_row(row: DrawnLine, seats: Sequence[tuple[int, int]]) -> list[int] | None:
    """The column of each cell of a row; none where two would share one or one has none."""
    if len(row.rest) == len(seats):
        return list(range(len(seats)))
    found = [seat_of(piece, seats) for piece in row.rest]
    known = [seat for seat in found if seat is not None]
    return known if len(known) == len(found) == len(set(known)) else None


def seat_of(piece: Piece, seats: Sequence[tuple[int, int]]) -> int | None:
    """The column that a piece stands in, none where it stands below none."""
    shared = [min(piece.right, right) - max(piece.left, left) for left, right in seats]
    best = max(range(len(seats)), key=lambda at: shared[at])
    return best if shared[best] > 0 else None


def _widened(seats: Sequence[tuple[int, int]], at: int, piece: Piece) -> tuple[int, int]:
    """The extent of a column with one more cell, which never reaches into the next."""
    left, right = min(seats[at][0], piece.left), max(seats[at][1], piece.right)
    if at:
        left = max(left, min(seats[at - 1][1], seats[at][0]))
    if at + 1 < len(seats):
        right = min(right, max(seats[at + 1][0], seats[at][1]))
    return left, right
