"""How a page of a PDF is turned: its coordinates in, those in which its text is upright out."""

from __future__ import annotations

import math
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

WORD = re.compile(r"[^\s\x00-\x01\x03-\x1f\ufeff\u200b]+")


class Turn:
    """From a page's own coordinates to those in which most of its text is upright."""

    def __init__(self, page: PdfPage, quarters: int) -> None:
        """Turn a page by so many quarters of a circle."""
        left, bottom, right, top = page.get_bbox()
        self.left, self.bottom, self.right, self.top = left, bottom, right, top
        self.angle = quarters * 90
        across, along = right - left, top - bottom
        self.width, self.height = (along, across) if self.angle in (90, 270) else (across, along)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of a box given by its left, bottom, right and top."""
        if self.angle == 0:
            return x0 - self.left, self.top - y1, x1 - self.left, self.top - y0
        if self.angle == 90:
            return y0 - self.bottom, x0 - self.left, y1 - self.bottom, x1 - self.left
        if self.angle == 180:
            return self.right - x1, y0 - self.bottom, self.right - x0, y1 - self.bottom
        return self.top - y1, self.right - x1, self.top - y0, self.right - x0


def quarter_turns(textpage: PdfTextPage, text: str) -> int:
    """How many quarters of a circle most of the text is turned, told from some of its words."""
    import pypdfium2.raw as pdfium

    starts = [m.start() for m in WORD.finditer(text)]
    seen = [0, 0, 0, 0]
    for index in starts[:: max(1, len(starts) // 15)]:
        angle = max(0.0, pdfium.FPDFText_GetCharAngle(textpage, index))
        seen[-round(angle / (math.pi / 2)) % 4] += 1  # PDFium counts clockwise
    return seen.index(max(seen))
