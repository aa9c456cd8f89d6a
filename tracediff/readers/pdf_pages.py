"""The bytes of a PDF in, its pages with words and ruled lines and its title out."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracediff.errors import InputError
from tracediff.readers.pdf_words import Page, read_page
from tracediff.settings import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PASSWORD = 4  # FPDF_ERR_PASSWORD
_FILE_NAME = re.compile(
    r"\.(?:docx?|indd|pdf|pptx?|rtf|qxd|xlsx?)$|^Microsoft Word|^untitled", re.I
)


def read_pages(data: bytes, name: str, settings: Reading) -> tuple[list[Page], str | None]:
    """Read all pages of a file, and the title that it gives itself.

    Raises ``InputError`` where it is damaged, encrypted or out of bounds.
    """
    document = opened(data, name)
    try:
        if len(document) > settings.max_pages:
            raise InputError(
                f"{name}: has {len(document):,} pages; split it,"
                f" or raise reading.max_pages in tracediff.toml"
            )
        if document.get_formtype():
            document.init_forms()
        return list(_pages(document, name, settings)), _title(document)
    finally:
        document.close()


def opened(data: bytes, name: str) -> PdfDocument:
    """A PDF; raises ``InputError`` where it is encrypted or damaged."""
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
        in_time(deadline, name, settings)


def in_time(deadline: float, name: str, settings: Reading) -> None:
    """Raise ``InputError`` where a file takes longer to read than is allowed."""
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
