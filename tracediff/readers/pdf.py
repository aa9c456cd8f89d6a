"""A PDF in, blocks in reading order out.

Every page gives words with boxes and ruled lines (``pdf_words``), these become lines
(``pdf_lines``), running heads are told by what recurs (``pdf_furniture``), tables are taken out
(``pdf_tables``), the rest is put into reading order (``pdf_order``), and what each paragraph is
follows from its place and type compared with the whole document (``pdf_blocks``).
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.compose import compose
from tracediff.readers.pdf_blocks import pieces_of
from tracediff.readers.pdf_cells import Grid
from tracediff.readers.pdf_furniture import without_furniture
from tracediff.readers.pdf_lines import lines_of
from tracediff.readers.pdf_order import read_order
from tracediff.readers.pdf_tables import find_tables, last_table
from tracediff.readers.pdf_words import Page, read_page
from tracediff.settings import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_FILE_NAME = re.compile(
    r"\.(?:docx?|indd|pdf|pptx?|rtf|qxd|xlsx?)$|^Microsoft Word|^untitled", re.I
)


def read_pdf(data: bytes, name: str, settings: Reading) -> Source:
    """Read a PDF file.

    Raises ``InputError`` where it is damaged, encrypted, has no text at all, or is out of bounds.
    """
    document = _open(data, name)
    try:
        if len(document) > settings.max_pages:
            raise InputError(
                f"{name}: has {len(document):,} pages; split it,"
                f" or raise reading.max_pages in tracediff.toml"
            )
        pages = list(_pages(document, name, settings))
        title = _title(document)
    finally:
        document.close()
    notes = _notes(pages)
    if not any(page.words for page in pages):
        raise InputError(
            f"{name}: has no text layer, only pictures of pages; run OCR on it first,"
            f" for example: ocrmypdf {_quoted(name)} with-text.pdf"
        )
    lines = without_furniture(pages, [lines_of(page.words) for page in pages])
    found = []
    above: Grid | None = None
    deadline = time.monotonic() + settings.max_seconds
    for page, kept in zip(pages, lines, strict=True):
        grids, rest = find_tables(page, kept, above)
        above = last_table(grids, rest)
        found.append((page, read_order(page.number, grids, rest) if rest or grids else []))
        _in_time(deadline, name, settings)
    return compose(name, "pdf", pieces_of(found), title=title, notes=notes)


def _open(data: bytes, name: str) -> PdfDocument:
    import pypdfium2

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if getattr(error, "err_code", None) == _PASSWORD:
            raise InputError(
                f"{name}: is encrypted; save a copy without a password and give that"
            ) from None
        raise InputError(
            f"{name}: is damaged and cannot be read as a PDF; save it again from its source"
        ) from None


def _pages(document: PdfDocument, name: str, settings: Reading) -> Iterator[Page]:
    import pypdfium2

    deadline = time.monotonic() + settings.max_seconds
    for index in range(len(document)):
        try:
            page = document[index]
        except pypdfium2.PdfiumError:
            yield Page(index + 1, 0.0, 0.0, (), ())
            continue
        try:
            yield read_page(page, index + 1, settings)
        finally:
            page.close()
        _in_time(deadline, name, settings)


def _in_time(deadline: float, name: str, settings: Reading) -> None:
    if time.monotonic() > deadline:
        raise InputError(
            f"{name}: took more than {settings.max_seconds:g} seconds to read; split it,"
            f" or raise reading.max_seconds in tracediff.toml"
        )


def _title(document: PdfDocument) -> str | None:
    try:
        title = " ".join(document.get_metadata_value("Title").split())
    except UnicodeDecodeError:
        return None
    return title if len(title) > 3 and not _FILE_NAME.search(title) else None


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
