"""A PDF in, blocks in reading order out.

Every page gives words with boxes and ruled lines (``pdf_pages``), these become lines
(``pdf_lines``), running heads are told by what recurs (``pdf_furniture``), tables are taken out
(``pdf_tables``), the rest is put into reading order (``pdf_order``), and what each paragraph is
follows from its place and type compared with the whole document (``pdf_blocks``).
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import replace

from tracediff.errors import InputError
from tracediff.model import BlockKind, Coverage, Source
from tracediff.readers.compose import compose
from tracediff.readers.coverage import NOTE_MARKS, Tally
from tracediff.readers.furniture import CONTENTS, REFERENCES
from tracediff.readers.furniture_heads import PAGE_NUMBER, RUNNING_HEAD
from tracediff.readers.pdf_apart import can_read_apart, pages_apart
from tracediff.readers.pdf_blocks import pieces_of
from tracediff.readers.pdf_bounds import grows_large
from tracediff.readers.pdf_cells import Grid
from tracediff.readers.pdf_furniture import without_furniture
from tracediff.readers.pdf_lines import Line, lines_of
from tracediff.readers.pdf_ocr import NOTE, with_text
from tracediff.readers.pdf_order import read_order
from tracediff.readers.pdf_pages import in_time, read_pages
from tracediff.readers.pdf_tables import find_tables, last_table
from tracediff.readers.pdf_words import Page
from tracediff.settings import Reading


def read_pdf(data: bytes, name: str, settings: Reading) -> Source:
    """Read a PDF file.

    Raises ``InputError`` where it is damaged, encrypted, has no text at all, or is out of bounds.
    """
    apart = grows_large(data, settings) and can_read_apart()
    read = pages_apart if apart else read_pages
    pages, title = read(data, name, settings)
    scanned = not any(page.words for page in pages)
    if scanned:
        made = with_text(data, name, settings)
        if made is not None:
            pages, _ = read(made, name, settings)
        if made is None or not any(page.words for page in pages):
            raise InputError(_no_text(pages, name))
    notes = (NOTE, *_notes(pages)) if scanned else _notes(pages)
    every = [lines_of(page.words) for page in pages]
    lines = without_furniture(pages, every)
    found = []
    above: Grid | None = None
    before: Grid | None = None
    deadline = time.monotonic() + settings.max_seconds
    for page, kept in zip(pages, lines, strict=True):
        grids, rest = find_tables(page, kept, above, before)
        above, before = last_table(grids, rest), grids[-1] if grids else None
        found.append((page, read_order(page.number, grids, rest) if rest or grids else []))
        in_time(deadline, name, settings)
    source = compose(name, "pdf", pieces_of(found), title=title, notes=notes)
    return replace(source, left_out=_left_out(pages, every, lines, source))


def _no_text(pages: Sequence[Page], name: str) -> str:
    """Why a file without a readable word cannot be read, and what to do about it."""
    if any(page.coded for page in pages):
        return (
            f"{name}: its fonts do not say which letters their signs stand for; run OCR on it"
            f" first, for example: ocrmypdf --force-ocr {_quoted(name)} with-text.pdf"
        )
    return (
        f"{name}: has no text layer, only pictures of pages; run OCR on it first,"
        f" for example: ocrmypdf {_quoted(name)} with-text.pdf; or install tracediff-reports with"
        f" its extra [ocr]"
    )


def _left_out(
    pages: Sequence[Page],
    every: Sequence[Sequence[Line]],
    kept: Sequence[Sequence[Line]],
    source: Source,
) -> tuple[Coverage, ...]:
    """What of the text layer was not read, with the pages it stands on."""
    tally = Tally()
    for page, lines, left in zip(pages, every, kept, strict=True):
        for reason, text in page.lost:
            tally.add(reason, text, page.number)
        known = set(map(id, left))
        for line in lines:
            if id(line) not in known:
                number = not any(map(str.isalpha, line.text))
                tally.add(PAGE_NUMBER if number else RUNNING_HEAD, line.text, page.number)
    for block in source.blocks:
        if block.kind is BlockKind.REFERENCE:
            text = f"{block.label} {source.text[slice(*block.span)]}"
            tally.add(CONTENTS if _LISTED.search(text) else REFERENCES, text, block.page)
            continue
        for start, end in block.cuts:
            tally.add(NOTE_MARKS, source.text[start:end], block.page)
    pictures = [page.number for page in pages if not page.words]
    if pictures:
        where = f"page {_ranges(pictures)}"
        return (*tally.entries("page"), Coverage("pages without text", _PICTURE, where, 0))
    return tally.entries("page")


# a line of a table of contents: leaders, or a title and a page number
_LISTED = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}|\A[^.]{1,80}\s\d{1,3}$", re.MULTILINE)
_PICTURE = "are pictures or empty; run OCR on the file if there is text on them"


def _notes(pages: list[Page]) -> tuple[str, ...]:
    """What was not read, in whole sentences."""
    empty = [page.number for page in pages if not page.words]
    crowded = [page.number for page in pages if page.crowded]
    askew = [page.number for page in pages if page.askew]
    notes = []
    if empty:
        one = len(empty) == 1
        notes.append(
            f"{'Page' if one else 'Pages'} {_ranges(empty)} {'has' if one else 'have'} no text"
            f" layer and {'was' if one else 'were'} not read; run OCR on the file"
            f" if there is text on {'it' if one else 'them'}."
        )
    coded = [page.number for page in pages if page.coded and page.words]
    if coded:
        notes.append(
            f"On page {_ranges(coded)} text is set in fonts that do not say which letters their"
            f" signs stand for, and was not read; run OCR on the file to read it."
        )
    if crowded:
        notes.append(
            f"Only the first part of page {_ranges(crowded)} was read;"
            f" raise reading.max_page_words in tracediff.toml to read more."
        )
    if askew:
        notes.append(
            f"On page {_ranges(askew)} words set at an angle (labels in a margin, watermarks)"
            f" were left out."
        )
    return tuple(notes)


def _ranges(numbers: list[int]) -> str:
    """Numbers as a person writes them.

    >>> _ranges([1, 2, 3, 7])
    '1-3, 7'
    """
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(r[0]) if len(r) == 1 else f"{r[0]}-{r[-1]}" for r in runs)


def _quoted(name: str) -> str:
    import shlex

    return shlex.quote(name)
