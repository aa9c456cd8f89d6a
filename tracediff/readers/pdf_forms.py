"""A page of a PDF form in, the values filled into its fields as words out; comments are left out.

A field's value is no part of the page's text, but whoever opens the file sees it in its box. A
ticked box is one sign. Comments and pop-ups stand beside the report and are counted only.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

from tracediff.readers.coverage import Reason

if TYPE_CHECKING:
    from pypdfium2 import PdfPage

COMMENT = Reason("comments", "are attached to the page and no part of it")

_MOST = 2000  # annotations of a page that are looked at; a long form has 200
_LONGEST = 20_000  # UTF-16 bytes of a value that are read
_FREE_TEXT, _WIDGET = 3, 20  # FPDF_ANNOT_FREETEXT, FPDF_ANNOT_WIDGET
_LINK = 2  # FPDF_ANNOT_LINK
_HIDDEN = 2 | 32  # the flags "hidden" and "no view"
_BUTTON, _CHECK, _RADIO = 1, 2, 3  # FPDF_FORMFIELD_PUSHBUTTON, _CHECKBOX, _RADIOBUTTON
_TICK = "☒"
_HEIGHT = 12.0  # points that the type of a value has at most
_WIDTH = 0.45  # of its height that a letter is wide on average


class Value(NamedTuple):
    """A word of a value and its place, as that of a word on the page."""

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    first: bool  # it is the first of its line in the field


Box = Callable[[float, float, float, float], tuple[float, float, float, float]]


def form_values(page: PdfPage, box: Box) -> tuple[list[Value], list[tuple[Reason, str]]]:
    """The words of the values of a page's fields, and the comments on it.

    ``box`` turns the page's left, bottom, right and top into those of a word.
    """
    words: list[Value] = []
    comments: list[tuple[Reason, str]] = []
    for kind, text, area in _annotations(page):
        if kind in (_WIDGET, _FREE_TEXT):
            words += _laid_out(text, *box(*area))
        else:
            comments.append((COMMENT, text))
    return words, comments


def _annotations(page: PdfPage) -> Iterator[tuple[int, str, tuple[float, float, float, float]]]:
    """The kind, text and place of each annotation that has a text and is shown."""
    import pypdfium2.raw as pdfium

    form: Any = page.formenv.raw if page.formenv else None
    for index in range(min(_MOST, pdfium.FPDFPage_GetAnnotCount(page))):
        note = pdfium.FPDFPage_GetAnnot(page, index)
        if not note:
            continue
        try:
            kind = pdfium.FPDFAnnot_GetSubtype(note)
            if kind == _LINK or pdfium.FPDFAnnot_GetFlags(note) & _HIDDEN:
                continue
            text = (
                _value(form, note)
                if kind == _WIDGET
                else _string(pdfium.FPDFAnnot_GetStringValue, note, b"Contents")
            )
            area = pdfium.FS_RECTF()
            pdfium.FPDFAnnot_GetRect(note, area)
            if text.strip():
                yield kind, text, (area.left, area.bottom, area.right, area.top)
        finally:
            pdfium.FPDFPage_CloseAnnot(note)


def _value(form: Any, note: Any) -> str:
    """The value of a field as it is shown."""
    import pypdfium2.raw as pdfium

    if form is None:
        return _string(pdfium.FPDFAnnot_GetStringValue, note, b"V")
    kind = pdfium.FPDFAnnot_GetFormFieldType(form, note)
    if kind in (_CHECK, _RADIO):
        return _TICK if pdfium.FPDFAnnot_IsChecked(form, note) else ""
    return "" if kind == _BUTTON else _string(pdfium.FPDFAnnot_GetFormFieldValue, form, note)


def _string(ask: Callable[..., int], *about: Any) -> str:
    """What PDFium answers to a question for a text."""
    size = min(_LONGEST, ask(*about, None, 0))
    if size <= 2:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(*about, ctypes.cast(buffer, ctypes.POINTER(ctypes.c_ushort)), size)
    return buffer.raw[: size - 2].decode("utf-16-le", "replace")


def _laid_out(text: str, x0: float, top: float, x1: float, bottom: float) -> Iterator[Value]:
    """The words of a value in its box, one line of it below another."""
    lines = [line.split() for line in text.splitlines() if line.split()]
    height = min(_HEIGHT, max(1.0, bottom - top) / max(1, len(lines)))
    free = max(0.0, bottom - top - height * len(lines)) / 2
    for number, line in enumerate(lines):
        x, y = x0 + 1, top + free + height * number
        for place, word in enumerate(line):
            end = x + _WIDTH * height * len(word)
            yield Value(word, x, end, y, y + height, place == 0)
            x = end + _WIDTH * height
