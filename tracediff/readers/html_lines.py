"""Text of a page that is set in lines in, the pieces that its lines make out.

So stands text that was copied into one element from another document: lines of one width, with
neither elements nor blank lines between its headings and paragraphs; and so stands preformatted
text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from tracediff.lexicon.layout import SENTENCE_END
from tracediff.model import Block
from tracediff.readers.compose import Piece
from tracediff.readers.text import blocks_of
from tracediff.readers.text_lines import is_rule

if TYPE_CHECKING:
    from lxml.etree import _Element

_LINES: Final = 12  # fewer say nothing of how a text is set
_SHORT: Final = 0.75  # of the width: a line that ends a sentence before it ends the paragraph
_ENDS: Final = 3  # so many such lines are no chance
_SPACE: Final = re.compile(r"[ \t\r\n\f]+")


def is_set_in_lines(text: str) -> bool:
    """Whether line breaks in a text part its paragraphs, as the source of a page has them.

    The source of one paragraph is wrapped too, but only its last line ends before the width.
    """
    if text.count("\n") < _LINES:
        return False
    lines = [line.strip() for line in text.splitlines()]
    if not all(lines[1:-1]):
        return False
    widths = sorted(map(len, lines))
    width = widths[int(0.9 * len(widths))]
    ends = sum(
        len(line) < _SHORT * width and SENTENCE_END.search(line) is not None and below[0].isupper()
        for line, below in pairwise(lines)
        if line and below
    )
    return ends >= _ENDS and widths[-1] < 2 * width


def drawn(root: _Element) -> Iterator[tuple[str, int]]:
    """The drawn lines of what is set in lines on a page, each with the number of its line."""
    for element in root.iter():
        text = element.text if isinstance(element.tag, str) else None
        held = text and "\n" in text and (is_preformatted(element) or is_set_in_lines(text))
        for at, line in enumerate(text.split("\n") if text and held else ()):
            if is_rule(line.strip()):
                yield line, (element.sourceline or 0) + at


def is_preformatted(element: _Element) -> bool:
    """Whether an element is preformatted text, and neither a program nor its output."""
    return element.tag == "pre" and next(element.iter("code", "kbd", "samp"), None) is None


def pieces_of_lines(text: str, line: int) -> Iterator[Piece]:
    """The headings, paragraphs, items and tables of a text whose first line has that number."""
    at, here = 0, line
    for block in blocks_of(text):
        here += text.count("\n", at, block.span.start)
        at = block.span.start
        yield _piece(block, text, here)


def _piece(block: Block, text: str, line: int) -> Piece:
    if block.rows:
        rows = tuple(tuple((cell.text, cell.indent) for cell in row) for row in block.rows)
        marks = tuple(line for _ in rows)
        words = block.caption.text if block.caption is not None else ""
        return Piece(block.kind, words, line, rows=rows, row_marks=marks, heads=block.heads)
    words = _SPACE.sub(" ", f"{block.label} {text[slice(*block.span)]}").strip()
    return Piece(block.kind, words, line, level=block.level, label=block.label)
