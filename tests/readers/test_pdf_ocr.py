"""Scanned PDFs: read by OCR where the extra is installed, else refused with the cure."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from types import ModuleType
from typing import Any

import pypdfium2
import pytest

from tests.readers.pdf_maker import block, pdf
from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

PAGES = [
    block(60, 100, "The harbour office moored 412 boats in 2023, most of them by night.", 60),
    block(60, 100, "No crew was told to mend nets, and 31 crews paid no rent at all.", 60),
]


def scan(texts: list[list[str]]) -> bytes:
    """A file with pictures of these pages and no text."""
    document = pypdfium2.PdfDocument(pdf(texts))
    pictures = [page.render(scale=200 / 72).to_pil() for page in document]
    made = io.BytesIO()
    pictures[0].save(made, "PDF", save_all=True, append_images=pictures[1:], resolution=200)
    return made.getvalue()


class NotFound(Exception):
    pass


class Failed(Exception):
    message = "Error in\n pixReadMem"


def installed(monkeypatch: pytest.MonkeyPatch, answer: Callable[..., bytes]) -> None:
    """Have a stand-in for pytesseract that answers so."""
    module: Any = ModuleType("pytesseract")
    module.image_to_pdf_or_hocr = answer
    module.TesseractNotFoundError, module.TesseractError = NotFound, Failed
    monkeypatch.setitem(sys.modules, "pytesseract", module)


def read(data: bytes) -> Source:
    return read_pdf(data, "report.pdf", Reading())


def test_a_scan_is_refused_with_the_cure_without_the_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pytesseract", None)
    with pytest.raises(InputError, match=r"only pictures of pages.*with its extra \[ocr\]\Z"):
        read(scan(PAGES))


def test_a_scan_is_read_page_by_page_and_said_to_be_one(monkeypatch: pytest.MonkeyPatch) -> None:
    sizes = []

    def answer(picture: Any, **_: Any) -> bytes:
        sizes.append(picture.size)
        return pdf([PAGES[len(sizes) - 1]])

    installed(monkeypatch, answer)
    source = read(scan(PAGES))
    words = " ".join(source.text.split())
    assert "moored 412 boats in 2023" in words and "31 crews paid no rent" in words
    assert [block.page for block in source.blocks] == [1, 2]
    assert source.notes[0].startswith("The file is a scan: its text was read by OCR")
    assert all(2400 < width < 2600 for width, _ in sizes)  # 300 dots an inch


def test_a_text_layer_is_read_as_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, lambda *_, **__: pytest.fail("OCR of a file with text"))
    assert "412 boats" in read(pdf(PAGES)).text


def test_a_scan_of_empty_pages_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    installed(monkeypatch, lambda *_, **__: pdf([[]]))
    with pytest.raises(InputError, match="has no text layer"):
        read(scan([[]]))


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (NotFound(), r"report\.pdf: is a scan, and tesseract.* is not installed; install it \(apt"),
        (Failed(), r"cannot read \(Error in pixReadMem\); run OCR on it first"),
        (RuntimeError("Tesseract process timeout"), r"took more than 120 seconds to read"),
    ],
)
def test_what_tesseract_cannot_do_is_one_line_with_the_cure(
    error: Exception, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(*_: Any, **__: Any) -> bytes:
        raise error

    installed(monkeypatch, answer)
    with pytest.raises(InputError, match=said) as caught:
        read(scan(PAGES))
    assert "\n" not in str(caught.value)


def test_tesseract_itself_reads_a_scan() -> None:
    tesseract = pytest.importorskip("pytesseract")
    try:
        tesseract.get_tesseract_version()
    except tesseract.TesseractNotFoundError:
        pytest.skip("tesseract is not installed")
    text = read(scan(PAGES)).text
    assert "412 boats" in text and "31 crews" in text
