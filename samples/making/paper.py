"""Blocks in, a PDF out: a page that opens across its width, then two columns, running heads."""

from __future__ import annotations

import io
import re
from html import escape
from itertools import pairwise

from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    FrameBreak,
    HRFlowable,
    ListFlowable,
    NextPageTemplate,
    PageTemplate,
    Paragraph,
    Table,
)

from making.blocks import Block, breakable, breaks, cells, runs

_WIDTH, _HEIGHT = A4
_MARGIN, _FOOT, _GUTTER, _OPENING = 56.0, 150.0, 18.0, 214.0
_COLUMN = (_WIDTH - 2 * _MARGIN - _GUTTER) / 2

_TEXT = ParagraphStyle("text", fontName="Times-Roman", fontSize=10, leading=12.5, spaceAfter=6,
                       alignment=TA_JUSTIFY)  # fmt: skip
_STYLES = {
    "text": _TEXT,
    "title": ParagraphStyle("title", fontName="Helvetica-Bold", fontSize=19, leading=24,
                            spaceAfter=8),
    "heading": ParagraphStyle("heading", fontName="Helvetica-Bold", fontSize=12.5, leading=16,
                              spaceBefore=8, spaceAfter=4, keepWithNext=1),
    "caption": ParagraphStyle("caption", fontName="Helvetica-Bold", fontSize=8.5, leading=11,
                              spaceBefore=4, spaceAfter=3, keepWithNext=1),
    "item": ParagraphStyle("item", parent=_TEXT, spaceAfter=2),
    "note": ParagraphStyle("note", parent=_TEXT, fontSize=7.5, leading=9),
    "cell": ParagraphStyle("cell", fontName="Helvetica", fontSize=8, leading=10),
}  # fmt: skip


def make_pdf(blocks: list[Block]) -> bytes:
    """A report as a secretariat would print it."""
    out = io.BytesIO()
    title = next(block.text for block in blocks if block.kind == "title")
    document = BaseDocTemplate(
        out, pagesize=A4, title=title, author="Regional Compact Secretariat",
        invariant=1, pageCompression=0,
    )  # fmt: skip
    document.addPageTemplates([_first_page(), _later_page()])
    document.build(list(_flow(blocks)))
    return out.getvalue()


def _first_page() -> PageTemplate:
    top = _HEIGHT - _MARGIN - 14
    opening = Frame(_MARGIN, top - _OPENING, _WIDTH - 2 * _MARGIN, _OPENING, 0, 0, 0, 0)
    return PageTemplate("first", [opening, *_columns(top - _OPENING - 10)], onPage=_furnish)


def _later_page() -> PageTemplate:
    return PageTemplate("later", _columns(_HEIGHT - _MARGIN - 14), onPage=_furnish)


def _columns(top: float) -> list[Frame]:
    lefts = (_MARGIN, _MARGIN + _COLUMN + _GUTTER)
    return [Frame(left, _FOOT, _COLUMN, top - _FOOT, 0, 0, 0, 0) for left in lefts]


def _furnish(canvas: Canvas, document: BaseDocTemplate) -> None:
    """The running head and the page number."""
    canvas.saveState()
    canvas.setFont("Helvetica", 8)
    canvas.drawString(_MARGIN, _HEIGHT - 44, "FORCED LABOUR IN VELDANIA")
    canvas.drawRightString(_WIDTH - _MARGIN, _HEIGHT - 44, "Regional Compact Secretariat")
    canvas.line(_MARGIN, _HEIGHT - 49, _WIDTH - _MARGIN, _HEIGHT - 49)
    canvas.drawCentredString(_WIDTH / 2, 108, str(document.page))
    canvas.restoreState()


def _flow(blocks: list[Block]) -> list[Flowable]:
    known, flow, headings = breakable(blocks), [NextPageTemplate("later")], 0
    for kind, texts in runs(blocks):
        headings += kind == "heading"
        if kind == "heading" and headings == 2:
            flow.append(FrameBreak())
        inner = [_marked(text, known) for text in texts]
        if kind in ("number", "bullet"):
            flow.append(_list(kind, inner))
        elif kind == "row":
            flow.append(_table(texts))
        elif kind == "note":
            flow.append(HRFlowable(width="35%", thickness=0.5, hAlign="LEFT", spaceBefore=6))
            flow.append(Paragraph(f"<super>1</super> {inner[0]}", _STYLES["note"]))
        else:
            flow += [Paragraph(text, _STYLES[kind]) for text in inner]
    return flow


def _marked(text: str, known: set[str]) -> str:
    """The text as markup, with soft hyphens where a line may break a word."""
    shown = re.sub(
        r"[a-z]{6,}", lambda m: _soft(m.group()) if m.group() in known else m.group(), text
    )
    return escape(shown, quote=False).replace("[^1]", "<super>1</super>")


def _soft(word: str) -> str:
    at = [0, *breaks(word), len(word)]
    return "\u00ad".join(word[a:b] for a, b in pairwise(at))


def _list(kind: str, items: list[str]) -> ListFlowable:
    return ListFlowable(
        [Paragraph(item, _STYLES["item"]) for item in items],
        bulletType="1" if kind == "number" else "bullet",
        bulletFormat="%s." if kind == "number" else None,
        bulletFontName="Times-Roman", bulletFontSize=10, leftIndent=16,
        start=None if kind == "number" else "•",
    )  # fmt: skip


def _table(rows: list[str]) -> Table:
    heads, *body = (cells(row) for row in rows)
    bold = [Paragraph(f"<b>{head}</b>", _STYLES["cell"]) for head in heads]
    lines = [[Paragraph(cell, _STYLES["cell"]) for cell in row] for row in body]
    number = 42.0
    widths = [_COLUMN - number * (len(heads) - 1), *[number] * (len(heads) - 1)]
    style = [
        ("GRID", (0, 0), (-1, -1), 0.5, "black"),
        ("BACKGROUND", (0, 0), (-1, 0), "#dddddd"),
        ("LEFTPADDING", (0, 0), (-1, -1), 3),
        ("RIGHTPADDING", (0, 0), (-1, -1), 3),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 2),
    ]
    return Table([bold, *lines], colWidths=widths, style=style, spaceAfter=8, repeatRows=1)
