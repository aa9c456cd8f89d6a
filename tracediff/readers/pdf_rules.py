"""The shapes drawn on a page of a PDF in, the lines that they rule out."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pypdfium2 import PdfPage
from tracediff.readers.pdf_turn import Turn

_PATH = 2  # FPDF_PAGEOBJ_PATH


class Rule(NamedTuple):
    """A straight line or an edge of a filled box, level (y0 == y1) or upright (x0 == x1)."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def level(self) -> bool:
        """Whether it runs from left to right."""
        return self.y0 == self.y1


def drawn_rules(page: PdfPage, turn: Turn, limit: int) -> list[Rule]:
    """Thin shapes as lines, and filled boxes as their upper and lower edges."""
    import pypdfium2.raw as pdfium

    rules: list[Rule] = []
    bounds = [ctypes.c_float() for _ in range(4)]
    left, bottom, right, top = (ctypes.byref(value) for value in bounds)
    count = pdfium.FPDFPage_CountObjects(page)
    if count > limit:
        return rules
    handle: Any = page.raw
    for index in range(count):
        shape = pdfium.FPDFPage_GetObject(handle, index)
        if pdfium.FPDFPageObj_GetType(shape) != _PATH:
            continue
        pdfium.FPDFPageObj_GetBounds(shape, left, bottom, right, top)
        segments = pdfium.FPDFPath_CountSegments(shape)
        if segments > 64:
            continue
        rules += _edges(*turn.box(*(value.value for value in bounds)), segments)
    return rules


def _edges(x0: float, y0: float, x1: float, y1: float, segments: int) -> Iterator[Rule]:
    """What a shape with these bounds rules off; curved and small shapes rule nothing."""
    thin = 3.5
    if y1 - y0 <= thin < x1 - x0:
        middle = (y0 + y1) / 2
        yield Rule(x0, middle, x1, middle)
    elif x1 - x0 <= thin < y1 - y0:
        middle = (x0 + x1) / 2
        yield Rule(middle, y0, middle, y1)
    elif x1 - x0 > 12 and y1 - y0 > 6 and (segments in (4, 5) or _is_bar(x1 - x0, y1 - y0)):
        yield Rule(x0, y0, x1, y0)
        yield Rule(x0, y1, x1, y1)
        yield Rule(x0, y0, x0, y1)
        yield Rule(x1, y0, x1, y1)


def _is_bar(width: float, height: float) -> bool:
    """Whether a shape of many corners has the form of the coloured bar behind a row of heads."""
    return height < 60 and width > 60 and width > 3 * height
