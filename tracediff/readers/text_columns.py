"""Tables that are set with spaces in, their rows by the column that each cell stands in out.

Such a table has heads of several lines over its columns, rules of hyphens, dots that lead from a
label to its figures, labels that head a group or go on in the next line, and rows that leave cells
blank. What belongs together is told from where it stands: a figure goes to the column that it
stands below, a head to the columns that it stands over.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from tracediff.lexicon.layout import FUNCTION_WORDS, SENTENCE_END
from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.text_heads import Piece, head_rows
from tracediff.readers.text_lines import (
    Line,
    Table,
    is_cell,
    is_measured,
    is_period,
    is_year,
    last_word,
    parts,
)

_HEADS: Final = 9  # lines of a head, at most
_LABEL: Final = 100  # characters of a label; a longer one is prose
_WORDS: Final = 32  # characters of a cell that holds words
_NAME: Final = 12  # characters of a head that may end in a full stop: "Approx."
_DEEP: Final = 8  # columns from the left edge; a line that begins further right may be a head
_MOST: Final = 30  # columns of a table
_NOTE: Final = re.compile(r"\(\d{1,2}\)|\[\d{1,2}\]")
_CLOSED: Final = (".", ";", "!", "?")


@dataclass(slots=True)
class _Drawn:
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
class _Body:
    """The rows of a table, in order, and the columns that their figures stand in."""

    rows: list[_Drawn] = field(default_factory=list)
    stop: int = 0


def set_table(lines: Sequence[Line], at: int) -> Table | None:
    """The table whose first line is that at a place: one of its head, or its first row."""
    first = _first_row(lines, at)
    if first is None:
        return None
    rules = [run for line in lines[at : first + 1] for run in (line.rule,) if len(run) > 1]
    edges = _gaps(rules)
    body = _body(lines, first, edges)
    count = _columns(body.rows)
    columns = _seats(body, count) if count else []
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
) -> _Drawn | None:
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
    return _Drawn(place, label, lead, rest)


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


def _body(lines: Sequence[Line], at: int, edges: Sequence[tuple[int, int]]) -> _Body:
    """The rows from a line on; lines with a label alone wait for the row that they belong to."""
    body = _Body(stop=at)
    waiting: list[_Drawn] = []
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
            waiting.append(_Drawn(place, label, None, []))
        else:
            break
        place += 1
    if waiting and _goes_on(body.rows, waiting[0]):
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


def _goes_on(rows: Sequence[_Drawn], here: _Drawn) -> bool:
    """Whether a label alone goes on with that of the row above."""
    above = rows[-1].label if rows and rows[-1].rest else None
    if above is None or here.label is None or here.indent < above.left:
        return False
    open_end = above.text.count("(") > above.text.count(")") or above.text[-1] in ",-–&"
    return open_end or last_word(above.text) in FUNCTION_WORDS or here.label.text[0].islower()


def _columns(rows: Sequence[_Drawn]) -> int:
    """How many cells most rows have behind their label."""
    counts = Counter(len(row.rest) for row in rows if row.rest)
    return max(counts, key=lambda size: (counts[size], size), default=0)


def _seats(body: _Body, count: int) -> list[Piece]:
    """The columns as pieces of blanks: the label's, and those of the cells; rows that do not fit
    end the table."""
    seats: list[tuple[int, int]] = []
    whole = next(row for row in body.rows if len(row.rest) == count)
    seats = [(piece.left, piece.right) for piece in whole.rest]
    for number, row in enumerate(body.rows):
        fitting = _fit(row, seats)
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


def _fit(row: _Drawn, seats: Sequence[tuple[int, int]]) -> list[int] | None:
    """The column of each cell of a row; none where two would share one or one has none."""
    if len(row.rest) == len(seats):
        return list(range(len(seats)))
    found = [_seat(piece, seats) for piece in row.rest]
    known = [seat for seat in found if seat is not None]
    return known if len(known) == len(found) == len(set(known)) else None


def _seat(piece: Piece, seats: Sequence[tuple[int, int]]) -> int | None:
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


def _heads(
    lines: Sequence[Line], at: int, first: int, columns: Sequence[Piece]
) -> tuple[list[list[Piece]] | None, list[_Drawn]]:
    """The lines of the head, and the labels below it that head the first rows.

    No heads where a line stands over the labels alone, which is a caption.
    """
    drawn = [(place, _pieces(lines[place], ())) for place in range(at, first)]
    groups: list[_Drawn] = []
    while drawn and len(drawn[-1][1]) == 1 and drawn[-1][1][0].left < columns[0].left - 3:
        piece = drawn[-1][1][0]
        if piece.right > columns[0].left and len(drawn) == 1:
            return None, []
        groups.insert(0, _Drawn(drawn.pop()[0], piece, None, []))
    if not drawn and groups:
        return None, []
    if any(len(pieces) == 1 and pieces[0].left < columns[0].left - 12 for _, pieces in drawn):
        return None, []
    return [pieces for _, pieces in drawn], groups


def _is_sure(
    heads: Sequence[Sequence[Piece]], columns: Sequence[Piece], rows: Sequence[_Drawn]
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
    body: _Body,
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
    joined = _joined(body.rows)
    steps = _steps(joined)
    seats = [(column.left, column.right) for column in columns]
    drawn = [
        _cells(row, seats, lines[row.place], led, step)
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


def _cells(
    row: _Drawn, seats: Sequence[tuple[int, int]], line: Line, led: bool, step: int
) -> tuple[Cell, ...]:
    blank = Cell("", Span(line.end, line.end))
    cells = [blank] * len(seats)
    for piece, seat in zip(row.rest, _fit(row, seats) or (), strict=True):
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


def _joined(rows: Sequence[_Drawn]) -> list[_Drawn]:
    """The rows, labels of several lines put together: before their figures and behind."""
    out: list[_Drawn] = []
    at = 0
    while at < len(rows):
        row = rows[at]
        below = rows[at + 1] if at + 1 < len(rows) else None
        if not row.rest and out and _goes_on(out, row) and out[-1].label and row.label:
            out[-1].label = Piece(
                f"{out[-1].label.text} {row.label.text}", out[-1].label.span, out[-1].label.left
            )
        elif not row.rest and below is not None and below.rest and _leads_to(rows, at):
            label = row.label
            if below.label and label:
                span = Span(label.span.start, below.label.span.end)
                label = Piece(f"{label.text} {below.label.text}", span, label.left)
            out.append(_Drawn(below.place, label, below.lead, below.rest))
            at += 1
        else:
            out.append(row)
        at += 1
    return out


def _leads_to(rows: Sequence[_Drawn], at: int) -> bool:
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


def _steps(rows: Sequence[_Drawn]) -> list[int]:
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
