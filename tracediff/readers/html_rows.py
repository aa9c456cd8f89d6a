"""Blocks of a page that stand for rows in, the rows out: lists of terms, rows and tiles of blocks.

A page sets figures in tables, but also as ``<dl>``, as blocks that say their role, or as blocks of
one shape one after another, each with a label and figures. Read one block after another the number
would lose its name.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import TYPE_CHECKING

from tracediff.model import BlockKind
from tracediff.readers.compose import Piece
from tracediff.readers.html_main import BLOCKS, NEVER
from tracediff.readers.rows import is_grid, is_list_of_terms, is_tile

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 160  # characters of a term, a label or a value
_MOST = 6  # blocks in a row that has no other rows beside it
_CELLS = 24  # cells of a row
_INSIDE = 80  # elements in a row
_PARTED = 3  # rows from which inline elements are taken for cells, too
_ROWS = frozenset({"div", "li", "section", "article", "figure", "a"})
_BLOCKS = frozenset({"div", "p", "dt", "dd", "h2", "h3", "h4", "h5", "h6", "figcaption"})
_INLINE = frozenset({"span", "strong", "b", "em", "small", "data"})
_ROLES = frozenset({"cell", "gridcell", "columnheader", "rowheader"})


class Rows:
    """The tables among the blocks of a page, asked of its elements in the order of the page."""

    def __init__(self, dropped: frozenset[_Element]) -> None:
        """Begin with a page, some of whose elements are left out."""
        self.dropped = dropped
        self.tried: set[_Element] = set()  # elements that no run of rows begins with

    def piece(self, element: _Element) -> tuple[Piece, _Element] | None:
        """The table that begins with an element, and the last element beside it that it holds."""
        tag, heads, last = element.tag, 0, element
        if tag == "dl":
            rows = _terms(element, self.dropped)
        elif element.get("role") in ("table", "grid"):
            rows, heads = _by_role(element, self.dropped)
        elif tag not in _ROWS:
            return None
        elif run := self._run(element):
            elements, last = [one for one, _ in run], run[-1][0]
            return _piece([row for _, row in run], [e.sourceline or 0 for e in elements], 0), last
        else:
            rows = _tile(element, self.dropped)
        line = element.sourceline or 0
        return (_piece(rows, [line] * len(rows), heads), last) if rows else None

    def _run(self, element: _Element) -> list[tuple[_Element, list[str]]]:
        """The elements side by side, from this one on, that are the rows of one table."""
        if element in self.tried:
            return []
        run: list[tuple[_Element, list[str]]] = []
        inline = False
        for one in (element, *element.itersiblings()):
            cells = _cells(one, self.dropped) if one.tag == element.tag else []
            if not cells or (run and len(cells) != len(run[0][1])):
                break
            run.append((one, [text for text, _ in cells]))
            inline = inline or any(tag in _INLINE for _, tag in cells)
            if (one.tail or "").strip():
                break
        self.tried.update(one for one, _ in run)
        columns = zip(*(row for _, row in run), strict=True)
        kept = [at for at, column in enumerate(columns) if any(column)]
        run = [(one, [row[at] for at in kept]) for one, row in run]
        enough = len(run) >= (_PARTED if inline else 2)
        return run if enough and is_grid([row for _, row in run]) else []


def _piece(rows: Sequence[Sequence[str]], lines: Sequence[int], heads: int) -> Piece:
    cells = tuple(tuple((text, 0) for text in row) for row in rows)
    return Piece(BlockKind.TABLE, "", lines[0], rows=cells, row_marks=tuple(lines), heads=heads)


def _cells(element: _Element, dropped: frozenset[_Element]) -> list[tuple[str, str]]:
    """The text and the tag of each leaf of an element that holds nothing but short leaves."""
    if element in dropped or len(element) < 2:
        return []
    if sum(1 for _ in islice(element.iter(), _INSIDE + 1)) > _INSIDE:
        return []
    cells: list[tuple[str, str]] = []
    todo = [element]
    while todo:
        part = todo.pop()
        if part is not element and (part.tail or "").strip():
            return []
        tag = str(part.tag)
        text = _leaf(part, dropped) if tag in _BLOCKS or tag in _INLINE else None
        if text is not None and part is not element:
            cells.append((text, tag))
        elif tag in BLOCKS and len(part) and not (part.text or "").strip():
            todo.extend(reversed(part))
        else:
            return []
    return cells if len(cells) <= _CELLS and sum(1 for text, _ in cells if text) > 1 else []


def _by_role(element: _Element, dropped: frozenset[_Element]) -> tuple[list[list[str]], int]:
    """The rows of a table that is one by its roles, and how many of them head it.

    None where some of its text stands in no cell, or is left out.
    """
    if any(one in dropped or one.tag in NEVER or one.tag == "sup" for one in element.iter()):
        return [], 0
    cells: list[tuple[int, str, bool]] = []
    row, whole, todo = 0, _length(element), [element]
    while todo:
        part = todo.pop()
        role = part.get("role") if isinstance(part.tag, str) else None
        if role in _ROLES:
            cells.append((row, _text(part), role == "columnheader"))
            whole -= _length(part)
        else:
            row += role == "row"
            todo.extend(reversed(part))
    if whole:
        return [], 0
    rows = [list(group) for _, group in groupby(cells, lambda cell: cell[0])]
    heads = next((n for n, row in enumerate(rows) if not all(c[2] for c in row)), 0)
    width = max(map(len, rows), default=0)
    filled = [[text for _, text, _ in row] + [""] * (width - len(row)) for row in rows]
    return (filled, heads) if width > 1 else ([], 0)


def _length(element: _Element) -> int:
    return sum(len(word) for text in element.itertext() for word in str(text).split())


def _terms(element: _Element, dropped: frozenset[_Element]) -> list[list[str]]:
    """The rows of a list in which each term has short values: figures, where it has several."""
    rows: list[list[str]] = []
    if (element.text or "").strip():
        return rows
    for part in _parts(element):
        text = _leaf(part, dropped)
        if text is None or part.tag not in ("dt", "dd") or (part.tag == "dd" and not rows):
            return []
        if part.tag == "dt":
            rows.append([text])
        else:
            rows[-1].append(text)
    return rows if is_list_of_terms(rows) else []


def _parts(element: _Element) -> Iterator[_Element]:
    """The terms and values of a list, each pair in a block of its own or not."""
    for child in element:
        grouped = child.tag == "div" and not (child.text or "").strip()
        yield from child if grouped else (child,)


def _tile(element: _Element, dropped: frozenset[_Element]) -> list[list[str]]:
    """The one row of an element that holds a label and figures, each in a block of its own."""
    children = list(islice(element, _MOST + 1))
    if not 2 <= len(children) <= _MOST or (element.text or "").strip():
        return []
    if any(child.tag not in _BLOCKS for child in children):
        return []
    texts = [_leaf(child, dropped) for child in children]
    cells = [text for text in texts if text]
    return [cells] if None not in texts and is_tile(cells) else []


def _leaf(element: _Element, dropped: frozenset[_Element]) -> str | None:
    """The text of an element that is short and holds no block, no element left out, no picture."""
    if not isinstance(element.tag, str) or (element.tail or "").strip():
        return None
    for inner in element.iterdescendants():
        if inner.tag in BLOCKS or inner.tag in NEVER or inner.tag == "sup" or inner in dropped:
            return None
    text = _text(element)
    return text if len(text) <= _LONGEST else None


def _text(element: _Element) -> str:
    return " ".join("".join(map(str, element.itertext())).split())
