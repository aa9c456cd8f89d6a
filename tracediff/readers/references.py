"""Blocks of a text in, the same with its lists of sources and notes marked out.

A list begins below a heading such as "References" and goes on to its end: a line in capitals inside
an entry, or an entry that looks like a numbered heading, does not end it. A heading does where no
entry follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tracediff.lexicon.layout import REFERENCE_HEADINGS
from tracediff.model import Block, BlockKind
from tracediff.readers.text_lines import Line

_NUMBER = re.compile(
    r"\[?(?!(?:19|20)\d\d)(\d{1,4})[\].)]?(?:\s+\S|\s*$)"
)  # a year begins no entry
_SOURCE = re.compile(r"https?://|www\.|\bibid\b|\bop\. cit|\b(?:19|20)\d\d\)?\.?$|accessed", re.I)
_LOCATOR = re.compile(
    r"\b(?:[Vv]ols?|[Pp]p?|[Ff]igs?|[Pp]ls?|8vo|illus|[Ee]ds?)\.,?\s?[\[(]?(?:\d|[ivxl]+\b)"
    r"|\bet al\b|\d{1,4}\s?\(\d{1,4}\)\s?[:,]\s?(?:pp?\.\s?)?\d+|\bdoi\b|\bISBN\b|\bISSN\b"
    r"|\b(?:vol|pp?)\.\s*\Z"
)  # volume, pages, plates: where a source is to be found
_POINTED = re.compile(r"\.,?\s?[\[(]?(?:\d|[ivxl]+\b)")  # what stands behind an abbreviation
_DATED = re.compile(r"\b(?:1[5-9]|20)\d\d\b")
_FEW = 6  # entries that make a list without a heading of its own
_DENSE = 3  # blocks of a list for one entry at most
_BETWEEN = 3  # blocks between two entries of one list: heads, torn lines
_PLACED = 150  # characters of a list for one locator at least
_AHEAD = 3  # blocks below a line that looks like a heading in which the list must go on
_STEP = 3  # by which the number of an entry is higher than the last at most; some are lost


def mark_references(blocks: Sequence[Block], text: str) -> tuple[Block, ...]:
    """The blocks, those of lists of sources and notes as ``REFERENCE``."""
    marked: list[Block] = []
    inside = False
    number = 0  # of the last entry
    texts = [None if block.rows else text[slice(*block.span)] for block in blocks]
    listed = bibliography(texts)
    for place, block in enumerate(blocks):
        if _opens(block, text):
            inside, number = True, 0
            marked.append(replace(block, kind=BlockKind.HEADING, level=max(block.level, 1)))
            continue
        own = _entry_number(block, text)
        follows = own is not None and number < own <= number + _STEP
        if inside and block.kind is BlockKind.HEADING and not follows:
            inside = _goes_on(blocks[place + 1 : place + 1 + _AHEAD], text, number)
        if inside or place in listed:
            number = own if own is not None and own > number else number
            cuts = block.cuts
            block = Block(BlockKind.REFERENCE, block.span, cuts=cuts, label=block.label)
        marked.append(block)
    return tuple(marked)


def bibliography(texts: Sequence[str | None]) -> frozenset[int]:
    """The places of blocks that are a list of sources by their shape, whatever stands above it.

    ``texts`` are those of the blocks, none for a table. Entry after entry says where its source is
    to be found: volume and pages, and the year.
    """
    runs: list[list[int]] = [[]]
    for place, text in enumerate(texts):
        if text is None:
            runs.append([])
        elif _is_entry(text):
            if runs[-1] and place - runs[-1][-1] > _BETWEEN + 1:
                runs.append([])
            runs[-1].append(place)
    lists = [run for run in runs if len(run) >= _FEW and _DENSE * len(run) > run[-1] - run[0]]
    return frozenset(place for run in lists for place in range(run[0], run[-1] + 1))


def _is_entry(text: str) -> bool:
    """Whether a block says again and again where a source is to be found."""
    if len(text) > _PLACED * _most_places(text):
        return False
    places = sum(1 for _ in _LOCATOR.finditer(text))
    dated = places > 1 or _DATED.search(text) is not None
    return places > 0 and dated and len(text) <= _PLACED * places


def _most_places(text: str) -> int:
    """How many locators a text can hold at most, told from the signs that each of them has: prose
    has few, and is not looked through for them."""
    spelled = sum(map(text.count, ("(", "et al", "doi", "ISBN", "ISSN")))
    return len(_POINTED.findall(text)) + spelled + text.rstrip().endswith(".")


def known_sources(lines: Sequence[Line]) -> int:
    """How many sources are listed by number below a heading of such a list, 0 where none are."""
    number = 0
    inside = False
    for line in lines:
        if line.text.strip(" .:*").casefold() in REFERENCE_HEADINGS:
            inside, number = True, 0
        match = _NUMBER.match(line.text[:12]) if inside else None
        if match and number < int(match.group(1)) <= number + _STEP:
            number = int(match.group(1))
    return number


def _opens(block: Block, text: str) -> bool:
    """Whether a block is the heading of a list of sources or notes."""
    start, end = block.span
    if block.kind is BlockKind.TABLE or end - start > 40:
        return False
    return text[start:end].strip(" .:*").casefold() in REFERENCE_HEADINGS


def _entry_number(block: Block, text: str) -> int | None:
    """The number that an entry opens with."""
    start = block.span.start
    match = _NUMBER.match(f"{block.label} {text[start : start + 12]}".lstrip())
    return int(match.group(1)) if match else None


def _goes_on(ahead: Sequence[Block], text: str, number: int) -> bool:
    """Whether a list goes on below what looks like a heading in it."""
    if number:  # its entries are numbered, so the next one is
        own = [_entry_number(block, text) for block in ahead]
        return any(n is not None and n > number for n in own)
    sources = [bool(_SOURCE.search(text[slice(*block.span)])) for block in ahead]
    return 2 * sum(sources) > len(sources)
