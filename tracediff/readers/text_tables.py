"""Lines of a plain text in, the tables among them out.

In plain text a table has lost its rules: what is left are lines that each end in the same number of
figures, often below a line of years. "205 212 221" is then three figures, not one in groups of
three; below a line of two years "12 500 13 100" is two.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final, NamedTuple

from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.text_columns import set_table
from tracediff.readers.text_heads import Piece, levels
from tracediff.readers.text_lines import GAP, YEAR, Line, Table, cell_at, is_cell, is_figure, parts

_LABEL: Final = 100  # characters of a row's label; a longer one is prose
_MOST: Final = 30  # columns that single spaces part; a line with more is data
_SEATED: Final = 100  # columns whose heads are looked for over several lines
_FEW: Final = 3  # figures of a row without years above it; two may be a date

_LEADERS: Final = re.compile(r"(?: ?\.){2,}\Z| ?…\Z")  # dots that lead from a label to its figures
_GROUP: Final = 60  # characters of a line between rows that heads a group or begins a label

_WORD: Final = re.compile(r"\d{1,3}(?:, \d{3})+(?![\d,])|\S+")
_SAYS: Final = re.compile(r"[.;!?]\Z|\s[a-z]{2,}\s[a-z]{2,}\s[a-z]{2,}\s")  # words of prose


class Row(NamedTuple):
    """A line as a row: its label, which may be empty, and the cells behind it."""

    label: Cell
    cells: tuple[Cell, ...]
    lines: int = 1


def tables(lines: Sequence[Line]) -> dict[int, Table]:
    """The tables among some lines, by the place of their first line."""
    found: dict[int, Table] = {}
    at = 0
    while at < len(lines):
        table = set_table(lines, at) or _table(lines, at)
        if table is not None:
            found[at] = table
        at = table.stop if table is not None else at + 1
    return found


def _table(lines: Sequence[Line], at: int) -> Table | None:
    """The table that begins with its head, with a line of years, or with the first of its rows."""
    heads = _heads(lines, at)
    if heads:
        width = len(heads[-1].cells)
        rows = _rows(lines, at + sum(head.lines for head in heads), width)
        return _made(lines, at, heads, rows) if rows else None
    if not _ends_in_a_cell(lines[at].text):
        return None
    rows = _rows(lines, at, 0)
    return _made(lines, at, [], rows) if len(rows) > 1 else None


def _made(lines: Sequence[Line], at: int, heads: list[Row], rows: list[Row]) -> Table:
    stop = at + sum(row.lines for row in (*heads, *rows))
    block = Block(
        BlockKind.TABLE,
        Span(lines[at].start, lines[stop - 1].end),
        rows=tuple((row.label, *row.cells) for row in (*heads, *rows)),
        heads=len(heads),
    )
    return Table(block, stop)


def _heads(lines: Sequence[Line], at: int) -> list[Row]:
    """The lines that head the columns: years, or words set apart above rows of figures."""
    years = _years(lines[at]) if _ends_in_a_cell(lines[at].text) else None
    if years is not None:
        return _over_lines(lines, at) or [years]
    named = _named(lines[at])
    if named is None or at + 1 >= len(lines):
        return []
    return _over_one_line(lines, at, named) or _over_lines(lines, at)


def _over_lines(lines: Sequence[Line], at: int) -> list[Row]:
    """The heads that several lines of the page hold, by the columns that they stand over."""
    stop = at
    while stop < len(lines) and (stop == at or lines[stop].blanks == 0) and _is_head(lines[stop]):
        stop += 1
    row = _parted(lines[stop]) if stop < len(lines) and lines[stop].blanks <= 1 else None
    if row is None or not 1 < len(row[1]) <= _SEATED:
        return []
    cells = [_piece(lines[stop], cell) for cell in (row[0], *row[1])]
    heads = [[_piece(line, cell) for cell in parts(line)] for line in lines[at:stop]]
    found = [
        Row(Cell(first.text, first.span), tuple(Cell(piece.text, piece.span) for piece in pieces))
        for first, *pieces in levels(heads, cells)
    ]
    return [*found[:-1], found[-1]._replace(lines=stop - at - len(found) + 1)] if found else []


def _is_head(line: Line) -> bool:
    """Whether a line may be one of those that head columns: words or years, no figure, no end."""
    cells = parts(line)
    figures = any(_is_figure(cell) and not YEAR.fullmatch(cell.text) for cell in cells)
    return not figures and line.text[-1] not in ".;!?"


def _piece(line: Line, cell: Cell) -> Piece:
    """A cell with the column of the page that it begins in."""
    return Piece(cell.text, cell.span, line.column(cell.span.start - line.start))


def _over_one_line(lines: Sequence[Line], at: int, named: list[Cell]) -> list[Row]:
    """The heads of one line, or of one above a line of years."""
    below = lines[at + 1]
    years = _years(below) if _ends_in_a_cell(below.text) else None
    if years is not None:
        return [_over(named, len(years.cells)), years] if _fits(named, len(years.cells)) else []
    row = _row(below, None) if below.blanks <= 1 else None
    if row is None or _parted(below) is None:
        return []
    count = len(row.cells)
    return [_over(named, count)] if len(named) in (count, count + 1) else []


def _named(line: Line) -> list[Cell] | None:
    """The words of a line that wide gaps set apart, none of them a figure."""
    cells = parts(line)
    if len(cells) < 2 or line.text[-1] in ".;!?":
        return None
    figures = any(_is_figure(cell) and not YEAR.fullmatch(cell.text) for cell in cells)
    return None if figures else cells


def _fits(cells: Sequence[Cell], columns: int) -> bool:
    """Whether so many heads can span so many columns evenly, with or without a corner."""
    return len(cells) in (columns, columns + 1) or columns % len(cells) == 0


def _over(cells: Sequence[Cell], columns: int) -> Row:
    """A head as a row: the corner, then a cell for each column; one that spans several repeats."""
    corner = Cell("", Span(cells[0].span.start, cells[0].span.start))
    if len(cells) == columns + 1:
        return Row(cells[0], tuple(cells[1:]))
    each = columns // len(cells)
    return Row(corner, tuple(cell for cell in cells for _ in range(each)))


def _ends_in_a_cell(text: str) -> bool:
    """Whether a line may be a row at all, which few lines of prose may."""
    return is_cell(text.rsplit(None, 1)[-1])


def _years(line: Line) -> Row | None:
    """A line that ends in years in order: "Measure 2022 2023 2024"."""
    row = _row(line, None)
    if row is None or not all(YEAR.fullmatch(cell.text) for cell in row.cells):
        return None
    steps = {b.text[:4] > a.text[:4] for a, b in pairwise(row.cells)}
    return row if len(steps) == 1 else None


def _rows(lines: Sequence[Line], at: int, heads: int) -> list[Row]:
    """The rows from a line on that have as many cells as heads, or as the first of them.

    A line of words between two rows is the first line of a label, or the head of a group.
    """
    rows: list[Row] = []
    columns = heads or None
    place = at
    while place < len(lines):
        row = _fitting(lines[place], columns, heads)
        if row is None and (heads or rows) and place + 1 < len(lines):
            row = _with_words(lines[place], lines[place + 1], columns, heads)
        if row is None and len(rows) > 1 and place + 1 < len(lines):
            row = _noted(lines[place], lines[place + 1], columns, heads)
        if row is None and columns and place + 1 < len(lines):
            row = _torn(lines[place], lines[place + 1], columns, heads)
        if row is None:
            break
        columns = columns or len(row.cells)
        rows.append(row)
        place += row.lines
    return rows


def _fitting(line: Line, columns: int | None, heads: int) -> Row | None:
    """A line as a row of the table."""
    row = _row(line, columns) if line.blanks <= 1 else None
    return row if row is not None and row.label.text and (heads or _plain(row)) else None


def _with_words(line: Line, below: Line, columns: int | None, heads: int) -> Row | None:
    """A line of words above a row: joined to its label where that goes on, else a group's head."""
    text = line.text
    wordy = text[0].isupper() and len(text) <= _GROUP and text[-1] not in ".;!?"
    if line.blanks > 1 or not wordy or any(c.isdigit() for c in text) or GAP.search(text):
        return None
    row = _fitting(below, columns, heads)
    if row is None:
        return None
    whole = Cell(text, Span(line.start, line.end))
    goes_on = text.rsplit(None, 1)[-1].casefold() in FUNCTION_WORDS or row.label.text[:1].islower()
    if goes_on:
        label = Cell(f"{text} {row.label.text}", Span(line.start, row.label.span.end))
        return Row(label, row.cells, 2)
    return Row(whole, tuple(Cell("", Span(line.end, line.end)) for _ in row.cells))


def _noted(line: Line, below: Line, columns: int | None, heads: int) -> Row | None:
    """A name with the mark of a note and nothing else, between rows: all its cells are blank."""
    if line.blanks > 1 or not _NOTED.fullmatch(line.text):
        return None
    row = _fitting(below, columns, heads)
    if row is None:
        return None
    end = Cell("", Span(line.end, line.end))
    return Row(Cell(line.text, Span(line.start, line.end)), (end,) * len(row.cells))


_NOTED: Final = re.compile(r"[A-Z][^\W\d_][^\d]{0,60} (?:\d{1,2}|[*†‡§]{1,2})")


def _torn(line: Line, below: Line, columns: int, heads: int) -> Row | None:
    """A row whose end a scan spoilt, above a whole one: its figures, then one cell of the rest.

    Only where a name and half of the figures stand before it: "Meadow 9,609 5,429 738 ge lo".
    Signs among the figures are of no column.
    """
    words = [match.span() for match in _WORD.finditer(line.text)]
    words = [span for span in words if any(map(str.isalnum, line.text[slice(*span)]))]
    first = next((at for at, span in enumerate(words) if is_cell(line.text[slice(*span)])), 0)
    run = itertools.takewhile(lambda span: is_cell(line.text[slice(*span)]), words[first:])
    figures = list(run)[:columns]
    rest = words[first + len(figures) :]
    if not first or not line.text[0].isupper() or not _FEW <= columns <= 2 * len(figures):
        return None
    if line.blanks > 1 or bool(rest) == (len(figures) == columns) or _SAYS.search(line.text):
        return None
    if _fitting(below, columns, heads) is None:
        return None
    cells = [cell_at(line, *span) for span in figures]
    if rest:
        cells.append(cell_at(line, rest[0][0], rest[-1][1]))
    end = cell_at(line, len(line.text), len(line.text))
    return Row(cell_at(line, 0, words[first - 1][1]), (*cells, *[end] * (columns - len(cells))))


def _plain(row: Row) -> bool:
    """Whether a row is one without years above it: named, figures enough, and no run of years."""
    figures = [cell.text for cell in row.cells if _is_figure(cell)]
    named = row.label.text[0].isupper()
    return named and len(figures) >= _FEW and not all(map(YEAR.fullmatch, figures))


def _row(line: Line, columns: int | None) -> Row | None:
    """A line as a label and cells; none where it does not end in so many cells, or in two."""
    parts = _parted(line) or _spaced(line, columns)
    if parts is None:
        return None
    label, cells = parts
    label = Cell(_LEADERS.sub("", label.text), label.span)
    held = label.text
    if len(held) > _LABEL or held[-1:] in {".", ";", "!", "?"} or len(cells) < 2:
        return None
    if columns is not None and len(cells) != columns:
        return None
    return Row(label, cells) if any(map(_is_figure, cells)) else None


def _is_figure(cell: Cell) -> bool:
    return is_figure(cell.text)


def _parted(line: Line) -> tuple[Cell, tuple[Cell, ...]] | None:
    """A line whose cells tabs, bars or wide gaps part, so that a cell may hold a space.

    A year before figures names the row, as a label does; in a line of years it is one of them.
    """
    cells = parts(line)
    if len(cells) < 2:
        return None
    first = 0 if is_cell(cells[0].text) and not _names_a_year(cells) else 1
    if not all(is_cell(cell.text) for cell in cells[first:]):
        return None
    label = cells[0] if first else cell_at(line, 0, 0)
    return label, tuple(cells[first:])


def _names_a_year(cells: Sequence[Cell]) -> bool:
    years = [YEAR.fullmatch(cell.text) is not None for cell in cells]
    return len(cells) > 2 and years[0] and not all(years)


def _spaced(line: Line, columns: int | None) -> tuple[Cell, tuple[Cell, ...]] | None:
    """A line whose cells single spaces part: its last words that are cells."""
    words = [match.span() for match in _WORD.finditer(line.text)]
    held = next(
        len(list(run)) if is_cell else 0
        for is_cell, run in groupby(
            reversed(words), key=lambda word: is_cell(line.text[word[0] : word[1]])
        )
    )
    spans = words[len(words) - held :]
    if held > 2 * _MOST:
        return None
    if columns is not None and held > columns:
        size, over = divmod(held, columns)
        groups = [spans[i : i + size] for i in range(over, held, size)]
        if not over and all(_is_grouped(line, group) for group in groups):
            spans = [(group[0][0], group[-1][1]) for group in groups]
        else:
            held = columns  # what is left ends the label: "Children under 18"
            spans = spans[-columns:]
    if len(spans) > _MOST:
        return None
    label = cell_at(line, 0, words[len(words) - held - 1][1] if held < len(words) else 0)
    return label, tuple(cell_at(line, start, stop) for start, stop in spans)


def _is_grouped(line: Line, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words are one number in groups of three digits: 12 500."""
    first, *others = (line.text[start:stop] for start, stop in spans)
    small = first.isdigit() and len(first) <= 3
    return small and all(word.isdigit() and len(word) == 3 for word in others)
