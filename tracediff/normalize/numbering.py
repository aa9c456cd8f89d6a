"""Paragraphs that are numbered through: blocks in, the same with their numbers set apart out.

A speech, a judgment or an audit numbers its paragraphs: "12 Packaging makes up a third of …". The
number is a label and counts nothing. It is told from a figure by its row: each is one more than
one before it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from tracediff.model import Block, BlockKind, Span

_NUMBER: Final = re.compile(r"(?P<link>\[)?(?P<own>[1-9]\d{0,2})\s{1,20}(?=[A-Z“‘\"'(\[])")
_ROW: Final = 4  # numbers one after the other; fewer may be figures that open their paragraphs
_LINKS: Final = 3  # of links, as in a list of chapters
_TEXT: Final = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})


def without_numbers(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a source, a bare number that opens a paragraph of a row made its label.

    ``text`` is the text of the source that the blocks point into.
    """
    found = (
        (at, _NUMBER.match(text, *block.span))
        for at, block in enumerate(blocks)
        if block.kind in _TEXT and not block.label.strip("-*+•")
    )
    numbered = {at: match for at, match in found if match}
    numbers = {at: int(match["own"]) for at, match in numbered.items()}
    links = {at: numbers[at] for at, match in numbered.items() if match["link"]}
    kept = _in_rows(numbers, _ROW) | _in_rows(links, _LINKS)
    return tuple(
        _labelled(block, numbered[at]) if at in kept else block for at, block in enumerate(blocks)
    )


def _in_rows(numbers: Mapping[int, int], least: int) -> frozenset[int]:
    """The places whose numbers stand in a row of so many at least."""
    last: dict[int, list[int]] = {}  # by its last number, each row as far as it has come
    kept: set[int] = set()
    for at, number in numbers.items():
        row = last[number] = [*last.pop(number - 1, ()), at][-least:]
        if len(row) == least:
            kept.update(row)
    return frozenset(kept)


def _labelled(block: Block, found: re.Match[str]) -> Block:
    inside = Span(found.end(), block.span.end)
    cuts = tuple(cut for cut in block.cuts if cut.end > inside.start)
    return replace(block, span=inside, label=found["own"], cuts=cuts)
