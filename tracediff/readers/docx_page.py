"""The XML of a Word document in, the tree of a page that says the same out.

Headings, items, tables and notes become the elements that a page has for them, so that Word files
are read as pages are. Fields give their results, equations a line of text, boxes and content
controls what stands in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tracediff.readers.coverage import CONTENTS, HIDDEN, PICTURES, Reason
from tracediff.readers.docx_styles import Style, Styles, W, is_on, value

if TYPE_CHECKING:
    from lxml.etree import _Element

M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_CODE = Reason("results inside the codes of fields", "the document does not show them")
# what only holds what it holds
_CLEAR = frozenset(
    W + tag
    for tag in ("sdt sdtContent customXml smartTag hyperlink fldSimple dir bdo ins moveTo"
                " ruby rubyBase").split()
)  # fmt: skip
_SAID = {W + "tab": " ", W + "ptab": " ", W + "noBreakHyphen": "\u2011", W + "cr": "\n"}
# characters of the fonts Symbol and Wingdings by their codes, as far as reports use them
_SYMBOLS = {
    0xA3: "≤", 0xB3: "≥", 0xB1: "±", 0xB4: "×", 0xB8: "÷", 0xB9: "≠", 0xBB: "≈", 0xB0: "°",
    0xB7: "•", 0xA5: "∞", 0xAE: "→", 0xAC: "←", 0xAD: "↑", 0xAF: "↓", 0xB6: "∂", 0xE5: "∑",
    0x3C: "<", 0x3E: ">", 0x2B: "+", 0x2D: "−", 0x3D: "=", 0x25: "%",
}  # fmt: skip
_DINGBATS = {
    0xFC: "✓", 0xFB: "✗", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0x6C: "●", 0x6E: "■",
    0xA7: "▪", 0xE0: "→", 0xDF: "←", 0xE1: "↑", 0xE2: "↓", 0x4A: "☺", 0x4C: "☹", 0xB5: "★",
    0xAB: "★", 0x50: "✓", 0x4F: "✗", 0x52: "☑",
}  # fmt: skip


def text_of(element: _Element) -> str:
    """All text in an element, whatever it is in: of Word, of drawings, of charts."""
    return " ".join(
        part.text
        for part in element.iter()
        if part.text and str(part.tag).rpartition("}")[2] in ("t", "v", "delText")
    )


class Page:
    """A page while it is being written; ``left_out`` is the text that is not on it."""

    def __init__(self, styles: Styles) -> None:
        """Begin an empty page."""
        self.styles = styles
        self.left_out: list[tuple[Reason, str]] = []
        self._codes: list[bool] = []  # of each field around, whether its code goes on

    def html(self, main: _Element, asides: Sequence[_Element]) -> _Element:
        """The page of the main text, followed by the notes of the other parts."""
        from lxml import etree

        root = etree.Element("html")
        body = etree.SubElement(root, "body")
        self._blocks(main, body)
        for tree in asides:
            notes = etree.SubElement(body, "section", {"class": "footnotes"})
            for note in tree:
                if note.get(W + "type") in (None, "normal"):
                    self._blocks(note, etree.SubElement(notes, "div"))
        return root

    def _blocks(self, parent: _Element, into: _Element) -> None:
        """The paragraphs and tables of an element."""
        for child in parent:
            if child.tag == W + "p":
                self._paragraph(child, into)
            elif child.tag == W + "tbl":
                self._table(child, into)
            elif child.tag in _CLEAR:
                self._blocks(child, into)
            elif child.tag in (M + "oMathPara", M + "oMath"):
                _add(_element(into, "p"), _equation(child))
            elif child.tag == _MC + "AlternateContent":
                self._blocks(next(iter(child), child), into)

    def _paragraph(self, paragraph: _Element, into: _Element) -> None:
        style = self.styles.of(paragraph.find(W + "pPr"))
        if style.contents or style.hidden:
            self.left_out.append((CONTENTS if style.contents else HIDDEN, text_of(paragraph)))
            return
        boxes: list[_Element] = []
        self._inline(paragraph, _place(style, into), boxes)
        for box in boxes:
            self._blocks(box, _element(into, "div"))

    def _inline(self, parent: _Element, into: _Element, boxes: list[_Element]) -> None:
        """The text of a paragraph, or of what stands in one; boxes of text are put aside."""
        if parent.tag == W + "p":
            self._codes.clear()
        for child in parent:
            if child.tag == W + "r":
                self._run(child, into, boxes)
            elif child.tag in _CLEAR:
                self._inline(child, into, boxes)
            elif child.tag in (M + "oMath", M + "oMathPara"):
                _add(into, _equation(child))
            elif child.tag == _MC + "AlternateContent":
                self._inline(next(iter(child), child), into, boxes)

    def _run(self, run: _Element, into: _Element, boxes: list[_Element]) -> None:
        look = run.find(W + "rPr")
        if is_on(look, "vanish") or is_on(look, "webHidden"):
            self.left_out.append((HIDDEN, text_of(run)))
            return
        if value(look, "vertAlign") == "superscript":
            into = _element(into, "sup")
        for child in run:
            self._piece(child, into, boxes)

    def _piece(self, child: _Element, into: _Element, boxes: list[_Element]) -> None:
        tag = child.tag
        if tag == W + "t" and any(self._codes[:-1]):
            self.left_out.append((_CODE, child.text or ""))
        elif tag == W + "t":
            _add(into, child.text or "")
        elif tag in _SAID:
            _add(into, _SAID[tag])
        elif tag == W + "br":
            if child.get(W + "type") in ("page", "column"):
                _add(into, " ")
            else:
                _element(into, "br")
        elif tag == W + "sym":
            _add(into, _symbol(child))
        elif tag in (W + "footnoteReference", W + "endnoteReference"):
            _add(_element(into, "sup"), f"[{child.get(W + 'id', '')}]")
        elif tag == W + "fldChar":
            _add(into, _box(child))
            self._mark(child.get(W + "fldCharType", ""))
        elif tag == W + "ruby":
            self._inline(child, into, boxes)
        elif tag in (W + "drawing", W + "pict", W + "object", _MC + "AlternateContent"):
            self._drawing(child, boxes)

    def _mark(self, kind: str) -> None:
        """Take notice of where a field begins, has its result and ends."""
        if kind == "begin":
            self._codes.append(True)
        elif self._codes and kind == "separate":
            self._codes[-1] = False
        elif self._codes and kind == "end":
            self._codes.pop()

    def _drawing(self, drawing: _Element, boxes: list[_Element]) -> None:
        """Put the boxes of text in a drawing aside; of two forms of it the first counts."""
        if drawing.tag == _MC + "AlternateContent":
            drawing = next((e for e in drawing if next(e.iter(_BOX), None) is not None), drawing[0])
        for box in drawing.iter(_BOX):
            if not any(above in boxes for above in box.iterancestors(_BOX)):
                boxes.append(box)
        for element in drawing.iter():
            if str(element.tag).endswith("}docPr"):
                self.left_out.append((PICTURES, element.get("descr", "")))

    def _table(self, table: _Element, into: _Element) -> None:
        made = _element(into, "table")
        above: dict[int, _Element] = {}  # the last cell written in each column
        for row in _inside(table, W + "tr"):
            properties = row.find(W + "trPr")
            head = is_on(properties, "tblHeader")
            line = _element(made, "tr")
            column = _count(value(properties, "gridBefore"), 0)
            if column:
                _element(line, "td").set("colspan", str(column))
            for cell in _inside(row, W + "tc"):
                column += self._cell(cell, line, above, column, head=head)

    def _cell(
        self, cell: _Element, line: _Element, above: dict[int, _Element], column: int, *, head: bool
    ) -> int:
        """Write a cell, or make the one above reach down to it; gives the columns it takes."""
        properties = cell.find(W + "tcPr")
        across = _count(value(properties, "gridSpan"), 1)
        merge = properties.find(W + "vMerge") if properties is not None else None
        if merge is not None and merge.get(W + "val", "continue") != "restart" and column in above:
            top = above[column]
            top.set("rowspan", str(int(top.get("rowspan", "1")) + 1))
            self.left_out.append((HIDDEN, text_of(cell)))
            return across
        made = _element(line, "th" if head else "td")
        made.set("colspan", str(across))
        above[column] = made
        blocks = [child for child in cell if child.tag != W + "tcPr"]
        filled = [p for p in blocks if p.tag != W + "p" or text_of(p)]
        if len(filled) == 1 and filled[0].tag == W + "p" and not _is_boxed(filled[0]):
            self._inline(filled[0], made, [])
        else:
            self._blocks(cell, made)
        return across


_BOX = W + "txbxContent"


def _is_boxed(paragraph: _Element) -> bool:
    return next(paragraph.iter(_BOX), None) is not None


def _place(style: Style, into: _Element) -> _Element:
    """The element that a paragraph of a style is written into."""
    if style.level and into.tag not in ("td", "th"):
        return _element(into, f"h{min(style.level, 6)}")
    if style.caption:
        return _element(into, "figcaption")
    for _ in range(style.item):
        into = _element(_element(into, "ul"), "li")
    return into if style.item else _element(into, "p")


def _element(parent: _Element, tag: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, tag)


def _add(element: _Element, text: str) -> None:
    """Add text to the end of an element."""
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _inside(parent: _Element, tag: str) -> Iterator[_Element]:
    """The children of a kind, those in content controls and the like among them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _CLEAR:
            yield from _inside(child, tag)


def _count(given: str | None, least: int) -> int:
    return max(least, int(given)) if given and given.isdigit() and len(given) < 4 else least


def _symbol(element: _Element) -> str:
    """The character of a symbol font; one that is not known stays what it is."""
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return ""
    low = code - 0xF000 if 0xF000 <= code <= 0xF0FF else code
    known = _DINGBATS if "dings" in element.get(W + "font", "").casefold() else _SYMBOLS
    return known.get(low) or (chr(code) if 0x20 <= code < 0x110000 else "")


def _box(field: _Element) -> str:
    """The box that a form field to tick stands for."""
    box = field.find(f"{W}ffData/{W}checkBox")
    if box is None:
        return ""
    checked = is_on(box, "checked") or (value(box, "checked") is None and is_on(box, "default"))
    return "☑" if checked else "☐"


def _equation(element: _Element) -> str:
    """An equation in a line of text: fractions with a stroke, powers with a caret."""
    tag = element.tag
    if tag == M + "t":
        return element.text or ""
    parts = [_equation(child) for child in element if not str(child.tag).endswith("Pr")]
    if tag == M + "f":
        return "/".join(parts)
    if tag == M + "sSup":
        return "^".join(parts)
    if tag == M + "rad":
        return f"√({parts[-1] if parts else ''})"
    return "".join(parts)
