"""A table of a page in, its rows and cells out, spans over rows and columns filled."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.lexicon.layout import NOTE_LETTERS
from tracediff.model import BlockKind
from tracediff.readers.compose import Piece
from tracediff.readers.html_main import NEVER
from tracediff.readers.rows import gap, parted, reach_down

if TYPE_CHECKING:
    from lxml.etree import _Element

_STEP = re.compile(r"(?:padding|margin)-left:\s*(\d{1,4})(?:\.\d+)?(px|pt|em|rem|in|cm)?", re.I)
_PIXELS = {"px": 1.0, "pt": 1.33, "em": 16.0, "rem": 16.0, "in": 96.0, "cm": 38.0}
_WIDEST = 1000  # columns; spreadsheets saved as pages have some hundred


def is_data_table(table: _Element) -> bool:
    """Whether a table holds data, not the layout of a page."""
    if table.get("role") in ("presentation", "none"):
        return False
    if next(table.iterdescendants("table"), None) is not None:
        return False
    rows = list(table.iter("tr"))
    if len(rows) < 2 or max(len([c for c in row if c.tag in ("td", "th")]) for row in rows) < 2:
        return False
    blocks = sum(1 for _ in table.iter("p", "h1", "h2", "h3", "h4", "li"))
    cells = sum(1 for _ in table.iter("td", "th"))
    return blocks <= 4 * cells


def table_piece(
    table: _Element, dropped: frozenset[_Element], name: str, cells: list[int]
) -> Piece:
    """The table as a piece; ``cells`` holds how many cells the document may still have.

    Raises ``InputError`` where there are more.
    """
    caption = table.find("caption")
    rows, lines, heads = [], [], 0
    leading = True
    open_cells: dict[int, tuple[int, tuple[str, int]]] = {}
    for row in table.iter("tr"):
        filled = _row(row, dropped, open_cells)
        cells[0] -= len(filled)
        if cells[0] < 0:
            raise InputError(
                f"{name}: has more table cells than are read; split it,"
                f" or raise reading.max_cells in tracediff.toml"
            )
        if not any(text for text, _ in filled):
            continue
        leading = leading and _is_head(row)
        heads += leading
        apart = list(_apart(filled))
        rows += apart
        lines += [row.sourceline or 0] * len(apart)
    width = max((len(row) for row in rows), default=0)
    rows = [row + [("", 0)] * (width - len(row)) for row in rows]
    heads = heads if heads < len(rows) else 0
    return Piece(
        BlockKind.TABLE,
        _text(caption, dropped)[0] if caption is not None else "",
        lines[0] if lines else table.sourceline or 0,
        rows=tuple(map(tuple, _stepped(rows))),
        row_marks=tuple(lines),
        heads=heads,
    )


def _apart(row: list[tuple[str, int]]) -> Iterator[list[tuple[str, int]]]:
    """The row, or the rows that the lines of its cells make."""
    lines = [text.split("\n") if text else [] for text, _ in row]
    count = parted(lines)
    if count == 1:
        yield [(gap(own).join(own), indent) for own, (_, indent) in zip(lines, row, strict=True)]
        return
    for at in range(count):
        yield [
            (own[at] if own else "", indent) for own, (_, indent) in zip(lines, row, strict=True)
        ]


def _row(
    row: _Element,
    dropped: frozenset[_Element],
    open_cells: dict[int, tuple[int, tuple[str, int]]],
) -> list[tuple[str, int]]:
    """The cells of a row, those that reach down from rows above among them."""
    filled: list[tuple[str, int]] = []
    kept: dict[int, tuple[int, tuple[str, int]]] = {}
    for element in row:
        if element.tag not in ("td", "th") or len(filled) >= _WIDEST:
            continue
        reach_down(open_cells, filled, kept)
        cell = _text(element, dropped)
        across, down = _span(element, "colspan"), _span(element, "rowspan")
        for _ in range(min(across, _WIDEST - len(filled))):
            if down > 1:
                kept[len(filled)] = (down - 1, cell)
            filled.append(cell)
    reach_down(open_cells, filled, kept)
    open_cells.update(kept)
    return filled


def _span(element: _Element, name: str) -> int:
    value = (element.get(name) or "1").strip()
    return (
        min(max(1, int(value)), _WIDEST)
        if value.isascii() and value.isdigit() and len(value) < 6
        else 1
    )


def _text(element: _Element, dropped: frozenset[_Element]) -> tuple[str, int]:
    """The text of a cell, its lines apart, and how far in pixels it is set in."""
    raw = "".join(_shown(element, dropped))
    text = "\n".join(line for part in raw.split("\n") if (line := " ".join(part.split())))
    lead = len(raw) - len(raw.lstrip()) if raw.strip() else 0
    spaces = raw[:lead].count("\u00a0") + raw[:lead].count("\u2003") * 2
    pixels = 0.0
    for part in (element, *_first_children(element)):
        for size, unit in _STEP.findall(part.get("style") or ""):
            pixels += int(size) * _PIXELS.get(unit.lower() or "px", 1.0)
    return text, spaces * 5 + round(pixels)


def _shown(element: _Element, dropped: frozenset[_Element]) -> Iterator[str]:
    """The text in an element that is shown, marks of notes left out."""
    todo: list[_Element | str] = [element]
    while todo:
        part = todo.pop()
        if isinstance(part, str):
            yield _SPACE.sub(" ", part)
            continue
        if part is not element and part.tail:
            todo.append(part.tail)
        if not isinstance(part.tag, str) or part.tag in NEVER or part in dropped:
            continue
        if is_raised(part):
            yield _raised(part)
            continue
        if part.tag in ("br", "p", "div", "li"):
            yield "\n"
        todo.extend(reversed(list(part)))
        if part.text:
            todo.append(part.text)


_SPACE = re.compile(r"[ \t\r\n\f]+")
_SUPER = re.compile(r"vertical-align:\s*super", re.I)
_POWERS = {"2": "²", "3": "³"}


def is_raised(part: _Element) -> bool:
    """Whether an element is a mark of a note or a power: raised, without words or endings."""
    if part.tag != "sup" and _SUPER.search(part.get("style") or "") is None:
        return False
    text = "".join(map(str, part.itertext())).strip()
    return not any(c.isalpha() for c in text) or NOTE_LETTERS.fullmatch(text) is not None


def _raised(part: _Element) -> str:
    """The power of a unit: nothing of a mark of a note, which stands behind a number or a word."""
    parent = part.getparent()
    before = parent.text if parent is not None and part.getprevious() is None else ""
    word = (before or "").rstrip().rsplit(None, 1)[-1:] or [""]
    power = _POWERS.get("".join(part.itertext()).strip(), "")
    return power if word[0].strip("()[]") in _RAISED_UNITS else ""


_RAISED_UNITS = frozenset("m km cm mm dm ft in mi yd".split())


def _first_children(element: _Element) -> Iterator[_Element]:
    child = element[0] if len(element) and not (element.text or "").strip() else None
    if child is not None and isinstance(child.tag, str):
        yield child


def _is_head(row: _Element) -> bool:
    cells = [cell for cell in row if cell.tag in ("td", "th")]
    parent = row.getparent()
    return (parent is not None and parent.tag == "thead") or (
        bool(cells) and all(cell.tag == "th" for cell in cells)
    )


def _stepped(rows: list[list[tuple[str, int]]]) -> Iterator[list[tuple[str, int]]]:
    """The rows with the pixels of their labels as steps."""
    depths = sorted({row[0][1] for row in rows if row})
    for row in rows:
        steps = depths.index(row[0][1]) if row and len(depths) <= 6 else 0
        yield [(text, steps if i == 0 else 0) for i, (text, _) in enumerate(row)]
