"""Tables that are set with spaces in, their rows by the column that each cell stands in out.

Such a table has heads of several lines over its columns, rules of hyphens, dots that lead from a
label to its figures, labels that head a group or go on in the next line, and rows that leave cells
blank. What belongs together is told from where it stands: a figure goes to the column that it
stands below, a head to the columns that it stands over.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from tracediff.lexicon.layout import SENTENCE_END
from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.text_heads import Piece, head_rows
from tracediff.readers.text_lines import (
    Line,
    Table,
    is_cell,
    is_measured,
    is_period,
    is_year,
    parts,
)
from tracediff.readers.text_rows import cells_of, goes_on_above, joined_rows, steps_of
from tracediff.readers.text_seats import BodyRows, DrawnLine, columns_of, seats_of

_HEADS: Final = 9  # lines of a head, at most
_LABEL: Final = 100  # characters of a label; a longer one is prose
_WORDS: Final = 32  # characters of a cell that holds words
_NAME: Final = 12  # characters of a head that may end in a full stop: "Approx."
_DEEP: Final = 8  # columns from the left edge; a line that begins further right may be a head
_MOST: Final = 30  # columns of a table
_NOTE: Final = re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]")
_CLOSED: Final = (".", ";", "!", "?")


def set_table(lines: Sequence[Line], at: int) -> Table | None:
    """The table whose first line is that at a place: one of its head, or its first row."""
    first = _first_row(lines, at)
    if first is None:
        return None
    rules = [run for line in lines[at : first + 1] for run in (line.rule,) if len(run) > 1]
    edges = _gaps(rules)
    body = _body(lines, first, edges)
    count = columns_of(body.rows)
    columns = seats_of(body, count) if count else []
    if not columns:
        return None
    heads, groups = _heads(lines, at, first, columns)
    if heads is None or not _is_sure(heads, columns, body.rows):
        return None
    body.rows[:0] = groups
    return _made(lines, at, heads, body, columns)


def _first_row(lines: Sequence[Line], at: int) -> int | None:
    """The place of the first row of the table that a line heads or opens."""
    dated = False
    for place in range(at, min(at + _HEADS, len(lines))):
        line = lines[place]
        pieces = _pieces(line, ())
        row = _row(line, place, (), dated=dated) if pieces else None
        if not pieces or (place > at and line.blanks > (3 if row else 1)):
            return None
        if row is not None:
            return place
        dated = dated or (len(pieces) > 1 and all(is_period(piece.text) for piece in pieces[1:]))
        if SENTENCE_END.search(line.text) and (len(pieces) == 1 or len(pieces[-1].text) > _NAME):
            return None
        if place == at and len(pieces) == 1 and line.indent < _DEEP:
            return None
        if len(pieces) == 1 and len(line.text) > _LABEL - 40:
            return None
    return None


def _row(
    line: Line, place: int, edges: Sequence[tuple[int, int]], *, dated: bool = False
) -> DrawnLine | None:
    """A line as a row: a label, or none, and behind it cells of which one is a figure.

    ``dated`` says that years already head the columns, so that four digits are a figure.
    """
    pieces = _pieces(line, edges)
    figures = [is_cell(piece.text) or is_measured(piece.text) for piece in pieces]
    if len(pieces) > _MOST or not any(figures):
        return None
    label: Piece | None = None
    lead: Piece | None = None
    if not figures[0] or (is_period(pieces[0].text) and len(pieces) > 1):
        label, rest = pieces[0], pieces[1:]
    elif len(pieces) > 2 and not figures[1] and any(figures[2:]):
        lead, label, rest = pieces[0], pieces[1], pieces[2:]
    else:
        rest = [] if all(map(_numbers_a_column, pieces, figures)) else pieces
    if not any(_counts(piece.text, dated and not figures[0]) for piece in rest):
        return None  # words or years, which head a table
    if any(len(piece.text) > _WORDS or piece.text[-1] in ";!?" for piece in rest):
        return None
    if label:
        label = label._replace(text=_LEADERS.sub("", label.text))
    if label and (not label.text or _is_prose(label.text, len(rest))):
        return None
    return DrawnLine(place, label, lead, rest)


def _counts(text: str, dated: bool) -> bool:
    """Whether a cell holds a figure: no period, or four digits where years stand above."""
    digits = any(map(str.isdigit, text))
    figure = digits and (is_cell(text) or is_measured(text))
    return figure and (not is_period(text) or (dated and is_year(text)))


def _numbers_a_column(piece: Piece, figure: bool) -> bool:
    """Whether a piece is no figure but words, a year or the number of a column."""
    return not figure or is_period(piece.text) or _NOTE.fullmatch(piece.text) is not None


_LEADERS: Final = re.compile(r"(?: ?\.){2,}\Z| ?…\Z")
_PROSE: Final = re.compile(r"[a-z]{3}[.!?] +[A-Z]|[;!?]\Z")
_SHORT: Final = 6  # words of a label that ends in a full stop, which is that of "Inc."


def _is_prose(label: str, cells: int) -> bool:
    """Whether what stands before so many cells are sentences, not a label."""
    stop = label.endswith(".") and cells < 2 and len(label.split()) > _SHORT
    return stop or len(label) > _LABEL or _PROSE.search(label) is not None


def _pieces(line: Line, edges: Sequence[tuple[int, int]]) -> list[Piece]:
    """What wide gaps, tabs and leading dots part in a line, by its columns on the page.

    ``edges`` are the gaps of a rule above: a single space there parts two cells as well.
    """
    found: list[Piece] = []
    for cell in parts(line, led=True):
        if cell.text.strip(" .") or is_cell(cell.text):
            found += _split(line, cell, edges)
    return found


def _split(line: Line, cell: Cell, edges: Sequence[tuple[int, int]]) -> list[Piece]:
    start = cell.span.start - line.start
    left = line.column(start)
    for first, stop in edges:
        for column in range(first, stop):
            at = column - left
            if 0 < at < len(cell.text) - 1 and cell.text[at] == " " and cell.text[at - 1].isdigit():
                one = Cell(cell.text[:at], Span(cell.span.start, cell.span.start + at))
                two = Cell(cell.text[at + 1 :], Span(one.span.end + 1, cell.span.end))
                return [*_split(line, one, ()), *_split(line, two, edges)]
    return [Piece(cell.text, cell.span, left)]


def _gaps(rules: Sequence[Sequence[tuple[int, int]]]) -> list[tuple[int, int]]:
    """The columns of the page between the runs of rules."""
    return [(a[1], b[0]) for rule in rules for a, b in pairwise(rule)]


def _body(lines: Sequence[Line], at: int, edges: Sequence[tuple[int, int]]) -> BodyRows:
    """The rows from a line on; lines with a label alone wait for the row that they belong to."""
    body = BodyRows(stop=at)
    waiting: list[DrawnLine] = []
    place = at
    while place < len(lines) and (place == at or lines[place].blanks <= 1):
        row = _row(lines[place], place, edges, dated=True)
        if row is not None and row.label is None and not (waiting or _is_named(lines, place, at)):
            break  # figures that nothing names
        if row is not None:
            body.rows += [*waiting, row]
            waiting = []
            body.stop = place + 1
        elif (label := _label(lines[place], edges)) and len(waiting) < 3:
            waiting.append(DrawnLine(place, label, None, []))
        else:
            break
        place += 1
    if waiting and goes_on_above(body.rows, waiting[0]):
        body.rows.append(waiting[0])
        body.stop = waiting[0].place + 1
    return body


def _is_named(lines: Sequence[Line], place: int, first: int) -> bool:
    """Whether figures without a label have a line drawn above them, as a sum has, or a label."""
    labelled = place == first and place > 0 and _label(lines[place - 1], ()) is not None
    return bool(lines[place].rule) or labelled


def _label(line: Line, edges: Sequence[tuple[int, int]]) -> Piece | None:
    """A line that is nothing but a short label."""
    pieces = _pieces(line, edges)
    wordy = any(map(str.isalpha, line.text)) or is_year(line.text)
    wordy = wordy and len(pieces) == 1 and len(line.text) <= 70
    if not wordy or line.text[-1] in _CLOSED or line.text[0] in "(*†‡[":
        return None
    return pieces[0]


def _heads(
    lines: Sequence[Line], at: int, first: int, columns: Sequence[Piece]
) -> tuple[list[list[Piece]] | None, list[DrawnLine]]:
    """The lines of the head, and the labels below it that head the first rows.

    No heads where a line stands over the labels alone, which is a caption.
    """
    drawn = [(place, _pieces(lines[place], ())) for place in range(at, first)]
    groups: list[DrawnLine] = []
    while drawn and len(drawn[-1][1]) == 1 and drawn[-1][1][0].left < columns[0].left - 3:
        piece = drawn[-1][1][0]
        if piece.right > columns[0].left and len(drawn) == 1:
            return None, []
        groups.insert(0, DrawnLine(drawn.pop()[0], piece, None, []))
    if not drawn and groups:
        return None, []
    if any(len(pieces) == 1 and pieces[0].left < columns[0].left - 12 for _, pieces in drawn):
        return None, []
    return [pieces for _, pieces in drawn], groups


def _is_sure(
    heads: Sequence[Sequence[Piece]], columns: Sequence[Piece], rows: Sequence[DrawnLine]
) -> bool:
    """Whether lines are a table: most columns have a head, or rows are as long as no prose is."""
    if not heads:
        return False
    over = {
        at
        for line in heads
        for piece in line
        for at, column in enumerate(columns)
        if min(piece.right, column.right) - max(piece.left, column.left) > -3
    }
    figured = sum(1 for row in rows if row.rest)
    if figured < 2:
        return len(columns) > 1 and len(heads[-1]) in (len(columns), len(columns) + 1)
    return len(over) == len(columns) or 2 * len(over) >= len(columns)


def _made(
    lines: Sequence[Line],
    at: int,
    heads: Sequence[Sequence[Piece]],
    body: BodyRows,
    columns: Sequence[Piece],
) -> Table:
    """The block of a table and where it ends."""
    led = any(row.lead for row in body.rows)
    labels = [row.label for row in body.rows if row.label and row.rest] or [
        Piece("", Span(0, 0), 0)
    ]
    left = min(label.left for label in labels)
    label = Piece(" " * max(1, min(columns[0].left - left - 1, 30)), Span(0, 0), left)
    leads = [row.lead for row in body.rows if row.lead]
    front = [Piece(" " * len(leads[0].text), leads[0].span, leads[0].left)] if leads else []
    top = head_rows(heads, [*front, label, *columns], len(front), lines[at].start)
    joined = joined_rows(body.rows)
    steps = steps_of(joined)
    seats = [(column.left, column.right) for column in columns]
    drawn = [
        cells_of(row, seats, lines[row.place], led, step)
        for row, step in zip(joined, steps, strict=True)
    ]
    rows = [tuple(Cell(piece.text, piece.span) for piece in row) for row in top]
    last = lines[body.stop - 1]
    block = Block(
        BlockKind.TABLE,
        Span(lines[at].start, last.end),
        rows=(*rows, *drawn),
        heads=len(rows),
    )
    return Table(block, body.stop)
