"""Blocks of a Markdown file in, the same with the tables among them that lost their bars out.

What is extracted from a PDF gives each row of a table a paragraph of its own. A head that says what
is counted ("Policy Number of posts removed") and rows of a label and one figure make a table again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracediff.model import Block, BlockKind, Cell, Span

_HEAD = re.compile(
    r"(?P<corner>[A-Z][^.:;\d]{0,60}?) "
    r"(?P<head>(?:Total |Average )?(?:Number|Amount|Share|Percentage|Proportion|Count) of"
    r" [^.:;]{3,160})"
)
_ROW = re.compile(
    r"(?P<label>[A-Z][^.:;\d]{1,80}?)\s+(?P<value>[~<>≤≥]?[$€£]?\d{1,3}(?:,?\d{3}){0,4}(?:\.\d+)?%?)"
)
_FEW = 3  # rows


def with_rows(text: str, blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those put together that are a head and the rows of one table."""
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        head = _parts(_HEAD, text, blocks[at])
        rows = _rows(text, blocks[at + 1 :]) if head else []
        if head and len(rows) >= _FEW:
            span = Span(blocks[at].span.start, blocks[at + len(rows)].span.end)
            out.append(Block(BlockKind.TABLE, span, rows=(head, *rows), heads=1))
            at += len(rows)
        else:
            out.append(blocks[at])
        at += 1
    return out


def _rows(text: str, blocks: Sequence[Block]) -> list[tuple[Cell, ...]]:
    """The rows at the head of some blocks."""
    rows: list[tuple[Cell, ...]] = []
    for block in blocks:
        row = _parts(_ROW, text, block)
        if row is None:
            break
        rows.append(row)
    return rows


def _parts(pattern: re.Pattern[str], text: str, block: Block) -> tuple[Cell, ...] | None:
    """The two cells of a paragraph without markup that is a row."""
    marked = any(text[cut.start : cut.end] != _ESCAPE for cut in block.cuts)
    if block.kind is not BlockKind.PARAGRAPH or marked:
        return None
    match = pattern.fullmatch(text, *block.span)
    if match is None:
        return None
    return tuple(
        Cell(match[place].replace(_ESCAPE, ""), Span(*match.span(place))) for place in (1, 2)
    )


_ESCAPE = "\\"  # before a sign that stands for itself: "Cats \\& dogs"
