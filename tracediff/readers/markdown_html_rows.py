"""Blocks of HTML in Markdown in, those of them put together that are the rows of a table.

Pages set figures in blocks of one shape one after another, each with a label and figures
(``<div><div>45</div><div>Yes</div></div>``), or in lists of terms.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from itertools import count, groupby
from typing import Final, NamedTuple

from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.html_main import BLOCKS
from tracediff.readers.markdown_inline import cell_of
from tracediff.readers.rows import is_grid, is_list_of_terms, is_tile

_LONGEST = 160  # characters of a cell
_VOID = frozenset({"hr"})
_TERMS = frozenset({"dt", "dd"})
_DEEPEST = 200  # elements inside each other that are kept apart


class _Home(NamedTuple):
    """Where a block stands: the number of the element that holds its row, of the row, its own."""

    table: int
    row: int
    cell: int
    term: bool


@dataclass(slots=True)
class Homes:
    """The elements that are open while blocks are read, and those that each block stands in."""

    open: list[tuple[str, int]] = field(default_factory=lambda: [("", 0), ("", 0)])
    of: dict[int, _Home] = field(default_factory=dict)
    numbers: Iterator[int] = field(default_factory=lambda: count(1))
    term: int = 0  # the last term

    def tag(self, name: str, *, closes: bool) -> None:
        """Go into or come out of a block; one that is never closed ends with what it stands in."""
        if name not in BLOCKS or name in _VOID:
            return
        if not closes:
            if name in _TERMS and self.open[-1][0] in _TERMS:
                self.open.pop()
            number = next(self.numbers)
            self.term = number if name == "dt" else self.term
            if len(self.open) < _DEEPEST:
                self.open.append((name, number))
        elif any(name == inside for inside, _ in self.open):
            while self.open.pop()[0] != name:
                pass

    def note(self, block: Block) -> None:
        """Keep where a block stands."""
        above, near, own = self.open[-3:] if len(self.open) > 2 else (*self.open, ("", 0))
        if own[0] in _TERMS:
            listed = next((n for name, n in (near, above) if name == "dl"), 0)
            self.of[block.span.start] = _Home(listed, self.term, own[1], True)
        else:
            self.of[block.span.start] = _Home(above[1], near[1], own[1], False)


def with_rows(text: str, blocks: Sequence[Block], homes: Homes, links: Set[str]) -> Iterator[Block]:
    """The blocks, those that are rows of a table as one block."""
    rows = [
        _Row(home, tuple(group))
        for home, group in groupby(
            blocks, lambda block: homes.of.get(block.span.start, _NOWHERE)[:2]
        )
    ]
    for _, beside in groupby(rows, lambda row: (row.home[0], len(row.blocks))):
        yield from _tables(text, list(beside), homes, links)


class _Row(NamedTuple):
    """Blocks of one element, and the numbers of what holds that and of the element."""

    home: tuple[int, ...]
    blocks: tuple[Block, ...]


_NOWHERE: Final = _Home(0, 0, 0, False)


def _tables(text: str, rows: Sequence[_Row], homes: Homes, links: Set[str]) -> Iterator[Block]:
    """The table that rows of one width make, else those that they make alone, else their blocks."""
    cells = [_cells(text, row, homes, links) for row in rows]
    texts = [[cell.text for cell in row] for row in cells]
    terms = homes.of.get(rows[0].blocks[0].span.start, _NOWHERE).term
    if all(cells) and (is_list_of_terms(texts) if terms else is_grid(texts)):
        yield _table(cells)
        return
    for row, own, said in zip(rows, cells, texts, strict=True):
        if not terms and is_tile(said):
            yield _table([own])
        else:
            yield from row.blocks


def _cells(text: str, row: _Row, homes: Homes, links: Set[str]) -> tuple[Cell, ...]:
    """The cells of a row, if its blocks are short and each stands in an element of its own."""
    places = [homes.of.get(block.span.start, _NOWHERE) for block in row.blocks]
    apart = len({place.cell for place in places}) == len(places) > 1 and row.home[1] > 0
    short = all(b.span.end - b.span.start <= _LONGEST and not b.rows for b in row.blocks)
    if not apart or not short:
        return ()
    return tuple(cell_of(text, block.span, links) for block in row.blocks)


def _table(rows: Sequence[tuple[Cell, ...]]) -> Block:
    span = Span(rows[0][0].span.start, rows[-1][-1].span.end)
    return Block(BlockKind.TABLE, span, rows=tuple(rows))
