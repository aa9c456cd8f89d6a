"""A PDF of pictures in, the same with the text that tesseract reads in them out.

It is the extra ``[ocr]``: nothing is done unless pytesseract is installed.
"""

from __future__ import annotations

import io
import time
from importlib import import_module
from math import sqrt
from typing import TYPE_CHECKING, Any, Final

from tracediff.errors import InputError
from tracediff.readers.pdf_pages import in_time
from tracediff.settings import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

NOTE: Final = (
    "The file is a scan: its text was read by OCR, which may take one letter or digit for another."
)
_DOTS: Final = 300  # an inch, which is what tesseract reads best
_INCH: Final = 72  # points
_PIXELS: Final = 36_000_000  # of a picture of a page: A4 has 8.7 million, A2 34.8


def with_text(data: bytes, name: str, settings: Reading) -> bytes | None:
    """The file with a text layer below its pictures; none where the extra is not installed.

    Raises ``InputError`` where tesseract is missing, fails, or takes longer than allowed.
    """
    try:
        tesseract: Any = import_module("pytesseract")
    except ImportError:
        return None
    import pypdfium2

    deadline = time.monotonic() + settings.max_seconds
    scan, made = pypdfium2.PdfDocument(data), pypdfium2.PdfDocument.new()
    try:
        for number in range(len(scan)):
            left = max(1.0, deadline - time.monotonic())
            found = _read(tesseract, _picture(scan[number]), name, left, settings)
            page = pypdfium2.PdfDocument(found)
            made.import_pages(page)
            page.close()
            in_time(deadline, name, settings)
        written = io.BytesIO()
        made.save(written)
        return written.getvalue()
    finally:
        scan.close()
        made.close()


def _picture(page: PdfPage) -> Any:
    width, height = page.get_size()
    scale = min(_DOTS / _INCH, sqrt(_PIXELS / max(1.0, width * height)))
    picture = page.render(scale=scale, grayscale=True).to_pil()
    page.close()
    return picture


def _read(tesseract: Any, picture: Any, name: str, seconds: float, settings: Reading) -> bytes:
    """A picture of a page as a PDF of one page with its text."""
    try:
        found: bytes = tesseract.image_to_pdf_or_hocr(
            picture, lang="eng", extension="pdf", timeout=seconds
        )
    except tesseract.TesseractNotFoundError:
        raise InputError(
            f"{name}: is a scan, and tesseract, which reads scans, is not installed; install it"
            f" (apt install tesseract-ocr, brew install tesseract)"
        ) from None
    except tesseract.TesseractError as error:
        reason = " ".join(str(error.message).split())[:200]
        raise InputError(
            f"{name}: is a scan that tesseract cannot read ({reason}); run OCR on it first"
        ) from None
    except RuntimeError:  # its way to say that the time is over
        in_time(0.0, name, settings)
        raise
    return found
