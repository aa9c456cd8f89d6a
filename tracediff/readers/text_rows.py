"""The rows of a table set with spaces in, those that are one row put together out."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.model import Cell, Span
from tracediff.readers.text_heads import Piece
from tracediff.readers.text_lines import Line, last_word
from tracediff.readers.text_seats import DrawnLine, fit_row


def goes_on_above(rows: Sequence[DrawnLine], here: DrawnLine) -> bool:
    """Whether a label alone goes on with that of the row above."""
    above = rows[-1].label if rows and rows[-1].rest else None
    if above is None or here.label is None or here.indent < above.left:
        return False
    open_end = above.text.count("(") > above.text.count(")") or above.text[-1] in ",-–&"
    return open_end or last_word(above.text) in FUNCTION_WORDS or here.label.text[0].islower()


def cells_of(
    row: DrawnLine, seats: Sequence[tuple[int, int]], line: Line, led: bool, step: int
) -> tuple[Cell, ...]:
    """The cells of a row, one for each column, its label first."""
    blank = Cell("", Span(line.end, line.end))
    cells = [blank] * len(seats)
    for piece, seat in zip(row.rest, fit_row(row, seats) or (), strict=True):
        cells[seat] = Cell(piece.text, piece.span)
    label = Cell(row.label.text, row.label.span, step) if row.label else blank
    if not row.label:
        label = Cell("", Span(line.start, line.start))
    front = (
        [Cell(row.lead.text, row.lead.span) if row.lead else Cell("", label.span)] if led else []
    )
    if front and not row.lead:
        front = [Cell("", Span(label.span.start, label.span.start))]
    return (*front, label, *cells)


def joined_rows(rows: Sequence[DrawnLine]) -> list[DrawnLine]:
    """The rows, labels of several lines put together: before their figures and behind."""
    out: list[DrawnLine] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        below = rows[at + 1] if at + 1 < len(rows) else None
        if not row.rest and out and goes_on_above(out, row) and out[-1].label and row.label:
            out[-1].label = Piece(
                f"{out[-1].label.text} {row.label.text}", out[-1].label.span, out[-1].label.left
            )
        elif not row.rest and below is not None and below.rest and _leads_to(rows, at):
            label = row.label
            if below.label and label:
                span = Span(label.span.start, below.label.span.end)
                label = Piece(f"{label.text} {below.label.text}", span, label.left)
            out.append(DrawnLine(below.place, label, below.lead, below.rest))
            at += 1
        else:
            out.append(row)
        at += 1
    return out


def _leads_to(rows: Sequence[DrawnLine], at: int) -> bool:
    """Whether a label alone is the first line of that of the next row, not the head of a group.

    The head of a group is followed by rows that are set in, or by several as far out as itself; a
    label that goes on, by one that is set in.
    """
    label, below = rows[at].label, rows[at + 1]
    if label is None or label.text.endswith(":"):
        return False
    if below.label is None:
        return True
    if last_word(label.text) in FUNCTION_WORDS or below.label.text[0].islower():
        return True
    if below.indent <= label.left:
        return False
    after = next((row for row in rows[at + 2 :]), None)
    return after is None or (after.label is not None and after.indent != below.indent)


def steps_of(rows: Sequence[DrawnLine]) -> list[int]:
    """How far each label is set in below the head of its group; none where no group is set out."""
    steps = [0] * len(rows)
    deeper = [
        not row.rest and at + 1 < len(rows) and rows[at + 1].indent > row.indent
        for at, row in enumerate(rows)
    ]
    if not any(deeper):
        return steps
    open_groups: list[int] = []
    for at, row in enumerate(rows):
        while open_groups and row.indent <= open_groups[-1]:
            open_groups.pop()
        steps[at] = len(open_groups) + 1
        if deeper[at]:
            open_groups.append(row.indent)
    return steps
