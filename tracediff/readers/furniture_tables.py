"""A source in, the same without tables that are contents pages out; what was left out is said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from tracediff.lexicon.furniture import CONTENTS_HEADINGS, PAGE_HEADS
from tracediff.model import Block, BlockKind, Cell, Source
from tracediff.readers.coverage import Tally
from tracediff.readers.furniture import CONTENTS

_PAGE: Final[re.Pattern[str]] = re.compile(r"\d{1,4}")
_FEW: Final = 3  # rows without a head that says so, from which titles with pages are contents


def without_contents(source: Source) -> Source:
    """Leave out the tables that list the sections of a report with their pages."""
    blocks = source.blocks
    titles = _titles(source)
    gone = {
        at
        for at, block in enumerate(blocks)
        if block.rows and _lists_pages(block, _above(source, at), titles)
    }
    if not gone:
        return source
    tally = Tally()
    for at in sorted(gone):
        text = " ".join(cell.text for row in blocks[at].rows for cell in row)
        place = blocks[at].page or source.text.count("\n", 0, blocks[at].span.start) + 1
        tally.add(CONTENTS, text, place)
    kept = tuple(block for at, block in enumerate(blocks) if at not in gone)
    unit = "page" if source.format == "pdf" else "line"
    left_out = (*source.left_out, *tally.entries(unit))
    return replace(source, blocks=kept, left_out=left_out)


def _titles(source: Source) -> frozenset[str]:
    """The headings of a source, in lower case."""
    return frozenset(
        _plain(source.text[slice(*block.span)])
        for block in source.blocks
        if block.kind is BlockKind.HEADING
    )


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(" .:*#…").split())


def _above(source: Source, at: int) -> str:
    """The text of the block above a table, and of its caption."""
    caption = source.blocks[at].caption
    if caption:
        return _plain(caption.text)
    return _plain(source.text[slice(*source.blocks[at - 1].span)]) if at else ""


def _lists_pages(block: Block, above: str, titles: frozenset[str]) -> bool:
    """Whether the last column of a table holds pages: its head or a heading says so, or its rows
    name the sections of the report."""
    said = [_plain(row[-1].text) in PAGE_HEADS for row in block.rows[:1]]
    rows = block.rows[1:] if any(said) else block.rows
    numbers = [row[-1].text.strip(" .") for row in rows if row[-1].text.strip()]
    if not numbers or not all(map(_PAGE.fullmatch, numbers)) or len(block.rows[0]) < 2:
        return False
    if not all(int(a) <= int(b) for a, b in pairwise(numbers)) or _has_figures(rows):
        return False
    if any(said) or above in CONTENTS_HEADINGS:
        return True
    named = sum(_plain(row[-2].text) in titles for row in rows)
    return len(rows) >= _FEW and 2 * named >= len(rows)


def _has_figures(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether columns between the titles and the pages hold anything but numbers of sections."""
    return any(cell.text.strip() for row in rows for cell in row[2:-1])
