"""Paragraphs and tables of all pages in, the pieces of the document out.

What a paragraph is follows from its type beside that of the body (the size and weight that most of
the text has): larger or heavier short ones are headings, smaller ones with a mark or at the foot of
a page are notes. Paragraphs that a page or column breaks and tables that go on are put together.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from tracediff.lexicon.layout import BULLET, LABEL, REFERENCE_HEADINGS, SENTENCE_END
from tracediff.model import BlockKind, Span
from tracediff.readers.compose import Piece
from tracediff.readers.pdf_cells import CAPTION, Grid, continues, joined
from tracediff.readers.pdf_lines import Line, raised_marks
from tracediff.readers.pdf_order import Para
from tracediff.readers.pdf_words import Page

_LARGER = 1.09  # times the body's size from which a line is a heading whatever its weight
_SMALLER = 0.94  # times the body's size up to which text may be a note
_LONGEST = 220  # characters that a heading has at most
_FIGURE = re.compile(
    r"(?:figure|fig\.|chart|graph|map|photo)\s+[\dA-Z][\w.\-]{0,6}(?:[.:]|\s)", re.I
)
_CONTINUED = re.compile(r"\s*[(\[]?\b(?:cont(?:inued|['’]d|\.)?)\b\.?[)\]]?\s*$", re.I)
_NOTE = re.compile(r"[†‡*§]|(?:sources?|notes?|n\.b\.)\b[^.]{0,60}:|(?:sources?|notes?):", re.I)
_LEADERS = re.compile(r"\.{5,}|(?:\. ){5,}|…{3,}")
_MARKER = re.compile(r"[†‡*§]{1,3}\s*")
_NUMBER = re.compile(r"\[?\d{1,3}\]?[ ]+(?=\S)")
_NUMBERED = re.compile(r"\[?\d{1,3}[\].)]?\s+\S")


class _Type(NamedTuple):
    """The look of a text: its size beside the body's, weight, capitals."""

    size: float
    bold: bool
    caps: bool
    upright: bool


_PLAIN = _Type(1.0, False, False, True)


@dataclass(frozen=True, slots=True)
class _Part:
    """A paragraph or table with what it was found to be; ``grid`` is set for tables only."""

    kind: BlockKind
    page: int
    lines: tuple[tuple[int, Line], ...] = ()  # page and line
    look: _Type = _PLAIN
    grid: Grid | None = None
    row_pages: tuple[int, ...] = ()
    caption: str = ""
    opens: bool = False
    width: float = 0.0

    @property
    def text(self) -> str:
        return " ".join(line.text for _, line in self.lines)


def pieces_of(found: Sequence[tuple[Page, Sequence[Para | Grid]]]) -> list[Piece]:
    """The pieces of a document, in reading order."""
    body = _body(found)
    parts = [part for page, items in found for part in _parts(page, items, body)]
    parts = _captioned(parts)
    parts = _tables_joined(parts)
    parts = _referenced(parts)
    parts = _paragraphs_joined(parts)
    levels = _levels(parts)
    return [_piece(part, levels) for part in parts]


# --- what each paragraph is -------------------------------------------------------------------


class _Body(NamedTuple):
    size: float
    bold: bool


def _body(found: Sequence[tuple[Page, Sequence[Para | Grid]]]) -> _Body:
    """The size and weight that most of the text has, a list of references at the end left out."""
    sizes: Counter[float] = Counter()
    weights: Counter[bool] = Counter()
    paras = [item for _, items in found for item in items if isinstance(item, Para)]
    titles = [
        i
        for i, para in enumerate(paras)
        if len(para.lines) == 1
        and para.lines[0].text.strip(" .:*").casefold() in REFERENCE_HEADINGS
    ]
    stop = titles[-1] if titles and titles[-1] > len(paras) // 4 else len(paras)
    for para in paras[:stop]:
        for line in para.lines:
            length = sum(len(word.text) for word in line.words)
            sizes[round(line.size * 2) / 2] += length
            weights[line.bold] += length
    if not sizes:
        return _Body(10.0, False)
    return _Body(max(sizes, key=lambda size: (sizes[size], size)), weights[True] > weights[False])


def _parts(page: Page, items: Sequence[Para | Grid], body: _Body) -> list[_Part]:
    parts = []
    lowest = max((item.area.bottom for item in items), default=0.0)
    for item in items:
        if isinstance(item, Grid):
            kind = BlockKind.REFERENCE if item.contents else BlockKind.TABLE
            pages = (page.number,) * len(item.rows)
            parts.append(_Part(kind, page.number, grid=item, row_pages=pages))
            continue
        look = _look(item, body)
        text = " ".join(line.text for line in item.lines)
        last = item.column.bottom > lowest - 0.12 * page.height
        foot = last and item.column.top > 0.45 * page.height
        kind = _kind(item, text, look, body, foot)
        lines = tuple((page.number, line) for line in item.lines)
        width = item.column.x1 - item.column.x0
        parts.append(_Part(kind, page.number, lines, look, opens=item.opens, width=width))
    return parts


def _look(para: Para, body: _Body) -> _Type:
    text = "".join(line.text for line in para.lines)
    size = max(line.size for line in para.lines) / max(body.size, 0.5)
    return _Type(
        round(size * 20) / 20,
        all(line.bold for line in para.lines),
        text.isupper() and sum(c.isalpha() for c in text) > 3,
        not all(line.italic for line in para.lines),
    )


def _kind(para: Para, text: str, look: _Type, body: _Body, foot: bool) -> BlockKind:
    """What a paragraph is."""
    if _LEADERS.search(text):
        return BlockKind.REFERENCE  # an entry of a table of contents
    marked = para.lines[0].words[0].raised or bool(_NOTE.match(text))
    small = look.size <= _SMALLER
    if _FIGURE.match(text) and (look.bold or small or len(text) < 120):
        return BlockKind.NOTE
    if small and (marked or (foot and _NUMBERED.match(text))):
        return BlockKind.NOTE
    if marked and len(text) < 400 and text[:1] in "†‡§":
        return BlockKind.NOTE
    if _is_heading(para, text, look, body):
        return BlockKind.HEADING
    if small and len(text) < 60 and not SENTENCE_END.search(text):
        return BlockKind.NOTE  # a label in a drawing
    if not any(c.isalpha() for c in text) and len(text) < 40:
        return BlockKind.NOTE
    if BULLET.match(text) or (LABEL.match(text) and len(text) < 1500):
        return BlockKind.ITEM
    return BlockKind.PARAGRAPH


_TORN = 3  # words in small letters that may be a title: "grants and gifts"
_SAID = 8  # words of a title in quotation marks


def _is_heading(para: Para, text: str, look: _Type, body: _Body) -> bool:
    if len(text) > _LONGEST or len(para.lines) > 5 or not any(c.isalpha() for c in text):
        return False
    label = LABEL.match(text)
    rest = text[label.end() :] if label else text
    if rest.rstrip().endswith((".", ";", ",")) and len(rest.split()) > 6:
        return False
    if rest[:1].islower() and len(rest.split()) > _TORN:
        return False  # the middle of a sentence that is set large
    if rest[:1] in '“"' and len(rest.split()) > _SAID:
        return False  # what somebody is quoted with beside the text
    if look.size >= _LARGER:
        return True
    if look.size < 0.9:
        return False
    if BULLET.match(text):
        return False
    heavy = look.bold and not body.bold
    return (heavy or look.caps) and len(rest) < 160


# --- tables -----------------------------------------------------------------------------------


def _captioned(parts: Sequence[_Part]) -> list[_Part]:
    """Tables with the caption that stands above (or right below) them."""
    result: list[_Part] = []
    for part in parts:
        if part.grid and part.kind is BlockKind.TABLE and result:
            above = result[-1]
            if above.lines and CAPTION.match(above.text) and len(above.text) < 300:
                result[-1] = replace(part, caption=above.text)
                continue
        result.append(part)
    # a caption below its table, and captions without one
    for index, part in enumerate(result):
        if part.lines and CAPTION.match(part.text) and part.kind is BlockKind.HEADING:
            result[index] = replace(part, kind=BlockKind.NOTE)
    return result


def _tables_joined(parts: Sequence[_Part]) -> list[_Part]:
    """Tables that go on over a page made one."""
    result: list[_Part] = []
    last = -1  # where the last table stands in result
    for part in parts:
        if part.grid is None or part.kind is not BlockKind.TABLE:
            result.append(part)
            continue
        above = result[last] if last >= 0 else None
        if above is not None and above.grid and _goes_on(above, part, result[last + 1 :]):
            grid = joined(above.grid, part.grid)
            more = len(grid.rows) - len(above.grid.rows)
            pages = above.row_pages + (part.page,) * more
            result[last] = replace(above, grid=grid, row_pages=pages)
            continue
        last = len(result)
        result.append(part)
    return result


def _goes_on(above: _Part, below: _Part, between: Sequence[_Part]) -> bool:
    """Whether a table goes on with one on a page before."""
    if not above.grid or not below.grid or below.page <= above.page:
        return False
    name, known = _caption_name(below.caption), _caption_name(above.caption)
    if below.caption and (name != known or not _CONTINUED.search(below.caption)):
        return name == known and bool(name) and continues(above.grid, below.grid)
    if not below.caption and any(part.kind is not BlockKind.NOTE for part in between):
        return False
    return continues(above.grid, below.grid)


def _caption_name(caption: str) -> str:
    return " ".join(_CONTINUED.sub("", caption).casefold().split())


# --- joining ----------------------------------------------------------------------------------


def _referenced(parts: Sequence[_Part]) -> list[_Part]:
    """Mark what stands below a heading such as "References"; nothing there is a heading."""
    result = []
    look: _Type | None = None
    for part in parts:
        if part.kind is BlockKind.HEADING:
            opens = part.text.strip(" .:*").casefold() in REFERENCE_HEADINGS
            if opens:
                look = part.look
            elif look is not None and (part.look.size, part.look.bold) >= (look.size, look.bold):
                look = None
        if (
            look is not None
            and part.lines
            and not (part.kind is BlockKind.HEADING and part.look == look)
        ):
            part = replace(part, kind=BlockKind.REFERENCE)
        result.append(part)
    return result


_BESIDE = (BlockKind.NOTE, BlockKind.TABLE)


def _paragraphs_joined(parts: Sequence[_Part]) -> list[_Part]:
    """Paragraphs that the end of a page or column broke made one."""
    result: list[_Part] = []
    last = -1  # where the paragraph that may go on stands in result
    for part in parts:
        if part.kind in _BESIDE:
            result.append(part)
            continue
        if part.lines and last >= 0 and part.opens and _runs_on(result[last], part):
            above = result[last]
            result[last] = replace(above, lines=above.lines + part.lines)
            continue
        last = len(result) if part.lines and part.kind is not BlockKind.HEADING else -1
        result.append(part)
    return result


def _runs_on(above: _Part, below: _Part) -> bool:
    """Whether a paragraph at the head of a page or column goes on with another."""
    if below.kind not in (BlockKind.PARAGRAPH, BlockKind.REFERENCE):
        return False
    if abs(above.look.size - below.look.size) > 0.06 or above.look.bold != below.look.bold:
        return False
    text, start = above.text.rstrip(), below.text
    if below.kind is BlockKind.REFERENCE:
        return above.kind is BlockKind.REFERENCE and not _NUMBERED.match(start)
    if above.kind is BlockKind.REFERENCE or SENTENCE_END.search(text) or text.endswith(":"):
        return bool(
            above.kind is not BlockKind.REFERENCE and start[:1].islower() and not text.endswith(":")
        )
    line = above.lines[-1][1]
    full = line.x1 - line.x0 > 0.75 * above.width
    return start[:1].islower() or text.endswith(("-", ",")) or full


# --- pieces -----------------------------------------------------------------------------------


def _levels(parts: Sequence[_Part]) -> dict[_Type, int]:
    """A level for each look of a heading: larger, heavier, capital ones stand higher."""
    looks = {part.look for part in parts if part.kind is BlockKind.HEADING}
    return {look: min(6, i + 1) for i, look in enumerate(sorted(looks, reverse=True))}


def _piece(part: _Part, levels: dict[_Type, int]) -> Piece:
    if part.grid:
        if part.kind is BlockKind.REFERENCE:
            text = "\n".join(" ".join(text for text, _ in row) for row in part.grid.rows)
            return Piece(part.kind, text, part.page)
        return Piece(
            part.kind,
            part.caption,
            part.page,
            rows=part.grid.rows,
            row_marks=part.row_pages,
            heads=part.grid.heads,
        )
    pieces: list[str] = []
    cuts: list[Span] = []
    marks = []
    at, page = 0, part.page
    for number, line in part.lines:
        text = line.text
        if number != page:
            marks.append((at, number))
            page = number
        cuts += [Span(at + start, at + end) for start, end in raised_marks(line)]
        pieces.append(text)
        at += len(text) + 1
    whole = "\n".join(pieces)
    level = levels[part.look] if part.kind is BlockKind.HEADING else 0
    label = ""
    marker = _MARKER.match(whole)
    if part.kind is BlockKind.NOTE and marker:
        label = marker.group()
    opener = BULLET.match(whole) or LABEL.match(whole)
    if part.kind is BlockKind.REFERENCE:
        opener = opener or _NUMBER.match(whole)
    if opener and part.kind is not BlockKind.PARAGRAPH and not label:
        label = opener.group()
        level = level or int(part.kind is BlockKind.ITEM)
    return Piece(part.kind, whole, part.page, tuple(cuts), tuple(marks), level, label)
