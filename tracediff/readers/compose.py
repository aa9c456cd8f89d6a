"""Pieces in reading order in, a ``Source`` out: its text and the blocks that point into it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracediff.lexicon.layout import REFERENCE_HEADINGS
from tracediff.model import Block, BlockKind, Cell, Source, Span
from tracediff.readers.citations import citations, without
from tracediff.readers.references import bibliography

CELL_GAP = " | "


@dataclass(frozen=True, slots=True)
class Piece:
    """A block before it has a place in the text of its source.

    ``cuts`` and ``marks`` are relative to ``text``; a mark is an offset and the page or line of
    the file from there on. ``rows`` hold the text of each cell and the steps its label is set in;
    a piece with rows is a table and ``text`` is its caption.
    """

    kind: BlockKind
    text: str
    mark: int
    cuts: tuple[Span, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()
    level: int = 0
    label: str = ""
    rows: tuple[tuple[tuple[str, int], ...], ...] = ()
    row_marks: tuple[int, ...] = ()
    heads: int = 0


def compose(
    name: str,
    form: str,
    pieces: Sequence[Piece],
    *,
    title: str | None = None,
    notes: tuple[str, ...] = (),
) -> Source:
    """Lay the pieces one after another, a blank line between, and point blocks into the text."""
    pieces = _references(pieces)
    known = _known_sources(pieces)
    parts: list[str] = []
    blocks: list[Block] = []
    marks: list[tuple[int, int]] = []
    at = 0
    for piece in pieces:
        text, block = _place(piece, at, known)
        if form != "pdf":
            block = replace(block, page=None)
        marks.append((at, piece.mark))
        marks += [(at + offset, mark) for offset, mark in piece.marks]
        if piece.rows:
            marks += _row_marks(piece, block)
        parts.append(text)
        blocks.append(block)
        at += len(text) + 2
    pages = tuple(_changes(marks))
    return Source(
        name,
        form,
        "\n\n".join(parts) + "\n" if parts else "",
        tuple(blocks),
        title=title,
        notes=notes,
        pages=pages if form == "pdf" else (),
        lines=pages if form == "html" else (),
    )


def _place(piece: Piece, at: int, known: int) -> tuple[str, Block]:
    """The text of a piece and its block, when it stands at an offset."""
    page = piece.mark
    if piece.rows:
        return _place_table(piece, at, known)
    cuts = {Span(at + start, at + end) for start, end in piece.cuts}
    if piece.kind is not BlockKind.REFERENCE:
        cuts |= {Span(at + start, at + end) for start, end in citations(piece.text, known)}
    start = at + len(piece.text) - len(piece.text[len(piece.label) :].lstrip())
    start = start if piece.text.startswith(piece.label) else at
    block = Block(
        piece.kind,
        Span(start, at + len(piece.text)),
        piece.level,
        page=page,
        cuts=tuple(_merged(cuts)),
        label=piece.label.strip(),
    )
    return piece.text, block


def _place_table(piece: Piece, at: int, known: int) -> tuple[str, Block]:
    """A table as a line of caption and a line for each row, cells set apart by bars."""
    lines = [piece.text] if piece.text else []
    start = at
    caption = None
    if piece.text:
        clean = without(piece.text, citations(piece.text, known))
        caption = Cell(clean, Span(at, at + len(piece.text)))
        at += len(piece.text) + 1
    rows = []
    for drafts in piece.rows:
        cells = []
        for text, indent in drafts:
            clean = without(text, citations(text, known))
            cells.append(Cell(clean, Span(at, at + len(text)), indent))
            at += len(text) + len(CELL_GAP)
        lines.append(CELL_GAP.join(text for text, _ in drafts))
        at += 1 - len(CELL_GAP)
        rows.append(tuple(cells))
    text = "\n".join(lines)
    block = Block(
        BlockKind.TABLE,
        Span(start, start + len(text)),
        page=piece.mark,
        rows=tuple(rows),
        heads=piece.heads,
        caption=caption,
    )
    return text, block


def _row_marks(piece: Piece, block: Block) -> list[tuple[int, int]]:
    rows = zip(block.rows, piece.row_marks, strict=False)
    return [(row[0].span.start, mark) for row, mark in rows if row]


def _merged(cuts: set[Span]) -> list[Span]:
    """The stretches in order, those that overlap made one."""
    merged: list[Span] = []
    for start, end in sorted(cuts):
        if merged and start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(end, merged[-1].end))
        else:
            merged.append(Span(start, end))
    return merged


def _changes(marks: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The marks in order of place, without those that say what the one before said."""
    changes: list[tuple[int, int]] = []
    for offset, mark in sorted(marks, key=lambda pair: pair[0]):
        if not changes or changes[-1][1] != mark:
            changes.append((offset, mark))
    return changes


def _references(pieces: Sequence[Piece]) -> list[Piece]:
    """Mark what follows a heading such as "References", up to the next heading, and lists that are
    such by their shape."""
    marked, inside, level = [], False, 0
    listed = bibliography([None if piece.rows else piece.text for piece in pieces])
    for place, piece in enumerate(pieces):
        if piece.kind is BlockKind.HEADING:
            opens = piece.text[len(piece.label) :].strip(" .:*\n").casefold() in REFERENCE_HEADINGS
            inside = opens or (inside and piece.level > level)
            level = piece.level if opens else level
        elif (inside or place in listed) and piece.kind is not BlockKind.TABLE:
            piece = Piece(
                BlockKind.REFERENCE, piece.text, piece.mark, piece.cuts, piece.marks,
                label=piece.label,
            )  # fmt: skip
        marked.append(piece)
    return marked


_NUMBERED = re.compile(r"\[?(\d{1,3})[\].)]?\s")


def _known_sources(pieces: Sequence[Piece]) -> int:
    """How many sources are listed by number, 0 where none are."""
    numbers = [
        int(found.group(1))
        for piece in pieces
        if piece.kind is BlockKind.REFERENCE
        for found in [_NUMBERED.match(f"{piece.label} {piece.text}".lstrip())]
        if found
    ]
    return max(numbers) if len(numbers) >= 2 else 0
