"""The XML of an OpenDocument text in, the tree of a page that says the same out."""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracediff.readers.coverage import COMMENTS, CONTENTS, HIDDEN, PICTURES, TRACKED, Reason

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = _BASE + "office:1.0}"
STYLE = _BASE + "style:1.0}"
TEXT = _BASE + "text:1.0}"
_TABLE = _BASE + "table:1.0}"
_DRAW = _BASE + "drawing:1.0}"
_SVG = _BASE + "svg-compatible:1.0}"
_XLINK = "{http://www.w3.org/1999/xlink}"
_MATH = "{http://www.w3.org/1998/Math/MathML}"
_DRAWN = Reason("drawn text", "charts and drawings are not read")
_INDEXES = frozenset(
    TEXT + tag
    for tag in ("table-of-content illustration-index table-index object-index user-index"
                " alphabetical-index").split()
)  # fmt: skip
_CAPTIONS = frozenset({"Caption", "Illustration", "Table", "Figure", "Drawing", "Text"})
_MOST_REPEATED = 1000  # cells that one element stands for
_DEEPEST = 30  # styles based on each other


@dataclass(frozen=True, slots=True)
class Look:
    """What a style makes of its text: its names, and whether it is raised or not shown."""

    names: tuple[str, ...] = ()
    raised: bool = False
    hidden: bool = False


def looks_of(*parts: _Element | None) -> dict[str, Look]:
    """The styles of a document by name, each with what it takes over from its parents."""
    elements = {
        element.get(STYLE + "name", ""): element
        for part in parts
        if part is not None
        for element in part.iter(STYLE + "style")
    }
    return {name: _look(name, elements) for name in elements}


def _look(name: str, elements: Mapping[str, _Element]) -> Look:
    names: list[str] = []
    raised = hidden = None
    for _ in range(_DEEPEST):
        names.append(name)
        element = elements.get(name)
        if element is None:
            break
        for properties in element.iter(STYLE + "text-properties"):
            position = properties.get(STYLE + "text-position")
            display = properties.get(TEXT + "display")
            if raised is None and position is not None:
                raised = position.startswith("super") or position[:1].isdigit()
            if hidden is None and display is not None:
                hidden = display == "none"
        name = element.get(STYLE + "parent-style-name", "")
    return Look(tuple(names), bool(raised), bool(hidden))


def words_of(element: _Element) -> str:
    """All text in an element."""
    return " ".join(map(str, element.itertext()))


class Page:
    """A page while it is being written; ``left_out`` is the text that is not on it."""

    def __init__(
        self, looks: Mapping[str, Look], objects: Mapping[str, _Element], *, accept: bool
    ) -> None:
        """Begin an empty page; ``objects`` are the equations and charts that it embeds."""
        self.looks = looks
        self.objects = objects
        self.accept = accept
        self.left_out: list[tuple[Reason, str]] = []
        self.notes: list[_Element] = []
        self.inserted: set[str] = set()
        self.deleted: dict[str, str] = {}
        self.skipping: set[str] = set()  # insertions, not accepted, that are open

    def html(self, body: _Element) -> _Element:
        """The page of a text, followed by its notes."""
        from lxml import etree

        root = etree.Element("html")
        page = etree.SubElement(root, "body")
        for region in body.iter(TEXT + "changed-region"):
            self._change(region)
        self._blocks(body, page)
        if self.notes:
            section = etree.SubElement(page, "section", {"class": "footnotes"})
            for note in self.notes:  # which grow while those inside notes are found
                self._blocks(note, _element(section, "div"))
        return root

    def changes_said(self) -> list[str]:
        """What was decided about tracked changes, in a whole sentence."""
        if not self.inserted and not self.deleted:
            return []
        put, gone = len(self.inserted), len(self.deleted)
        read, left = ("insertion", "deletion") if self.accept else ("deletion", "insertion")
        first, second = (put, gone) if self.accept else (gone, put)
        return [
            f"The document has tracked changes: {first} {read}{'s' * (first != 1)}"
            f" {'was' if first == 1 else 'were'} read as text,"
            f" {second} {left}{'s' * (second != 1)} {'was' if second == 1 else 'were'} left out."
        ]

    def _change(self, region: _Element) -> None:
        name = region.get(TEXT + "id", "")
        deletion = region.find(TEXT + "deletion")
        if deletion is not None:
            words = " ".join(words_of(p) for p in deletion.iter(TEXT + "p", TEXT + "h"))
            self.deleted[name] = words
            if self.accept:
                self.left_out.append((TRACKED, words))
        elif region.find(TEXT + "insertion") is not None:
            self.inserted.add(name)

    def _blocks(self, parent: _Element, into: _Element) -> None:
        for child in parent:
            self._block(child, into)

    def _block(self, child: _Element, into: _Element) -> None:
        tag = child.tag
        if tag in (TEXT + "p", TEXT + "h"):
            self._paragraph(child, into)
        elif tag in (TEXT + "list", TEXT + "list-item", TEXT + "list-header"):
            self._blocks(child, _element(into, "ul" if tag == TEXT + "list" else "li"))
        elif tag == _TABLE + "table":
            self._table(child, into)
        elif tag in _INDEXES:
            self.left_out.append((CONTENTS, words_of(child)))
        elif tag == TEXT + "section" and child.get(TEXT + "display") == "none":
            self.left_out.append((HIDDEN, words_of(child)))
        elif tag in (TEXT + "change-start", TEXT + "change-end"):
            self._edge(child)
        elif tag == _DRAW + "frame":
            self._frame(child, into, into)
        elif tag == OFFICE + "annotation":
            self.left_out.append((COMMENTS, words_of(child)))
        elif tag != TEXT + "tracked-changes":
            self._blocks(child, into)

    def _paragraph(self, paragraph: _Element, into: _Element) -> None:
        look = self._look(paragraph)
        if look.hidden:
            self.left_out.append((HIDDEN, words_of(paragraph)))
            return
        boxes: list[_Element] = []
        self._inline(paragraph, _place(paragraph, look, into), boxes)
        for box in boxes:
            self._blocks(box, _element(into, "div"))

    def _look(self, element: _Element) -> Look:
        return self.looks.get(element.get(TEXT + "style-name", ""), Look())

    def _inline(self, parent: _Element, into: _Element, boxes: list[_Element]) -> None:
        """The text of a paragraph, or of what stands in one; boxes of text are put aside."""
        self._say(into, parent.text or "")
        for child in parent:
            self._piece(child, into, boxes)
            self._say(into, child.tail or "")

    def _say(self, into: _Element, text: str) -> None:
        """Add text, unless it is an insertion that does not count."""
        if self.skipping:
            self.left_out.append((TRACKED, text))
        elif len(into):
            into[-1].tail = (into[-1].tail or "") + text
        else:
            into.text = (into.text or "") + text

    def _piece(self, child: _Element, into: _Element, boxes: list[_Element]) -> None:
        tag = child.tag
        if tag in (TEXT + "s", TEXT + "tab"):
            self._say(into, " ")
        elif tag == TEXT + "line-break":
            _element(into, "br")
        elif tag == TEXT + "note":
            self._note(child, into)
        elif tag in (TEXT + "change-start", TEXT + "change-end", TEXT + "change"):
            self._edge(child)
            if not self.accept:
                self._say(into, self.deleted.get(child.get(TEXT + "change-id", ""), ""))
        elif tag == _DRAW + "frame":
            self._frame(child, into, boxes)
        elif str(tag).startswith(_DRAW):
            boxes.extend([child] if words_of(child).strip() else [])
        elif tag == OFFICE + "annotation":
            self.left_out.append((COMMENTS, words_of(child)))
        elif tag == TEXT + "ruby-text" or tag == TEXT + "hidden-text" or self._look(child).hidden:
            self.left_out.append((HIDDEN, words_of(child)))
        else:
            raised = self._look(child).raised
            self._inline(child, _element(into, "sup") if raised else into, boxes)

    def _edge(self, mark: _Element) -> None:
        """Come to the beginning or end of an insertion."""
        name = mark.get(TEXT + "change-id", "")
        if mark.tag == TEXT + "change-start" and not self.accept and name in self.inserted:
            self.skipping.add(name)
        elif mark.tag == TEXT + "change-end":
            self.skipping.discard(name)

    def _note(self, note: _Element, into: _Element) -> None:
        citation, body = note.find(TEXT + "note-citation"), note.find(TEXT + "note-body")
        mark = words_of(citation).strip() if citation is not None else ""
        sup = _element(into, "sup")
        sup.text = f"[{mark}]" if mark else None
        if body is not None:
            self.notes.append(body)

    def _frame(self, frame: _Element, into: _Element, boxes: list[_Element] | _Element) -> None:
        """The boxes of text in a frame, or the equation in it; charts and pictures are said."""
        for child in frame:
            name = child.get(_XLINK + "href", "").removeprefix("./")
            if child.tag == _DRAW + "text-box":
                if isinstance(boxes, list):
                    boxes.append(child)
                else:
                    self._blocks(child, boxes)
            elif child.tag == _DRAW + "object":
                self._object(self.objects.get(name), into)
            elif child.tag in (_SVG + "title", _SVG + "desc"):
                self.left_out.append((PICTURES, words_of(child)))

    def _object(self, tree: _Element | None, into: _Element) -> None:
        from lxml import etree

        if tree is None:
            return
        if tree.tag != _MATH + "math":
            self.left_out.append((_DRAWN, words_of(tree)))
            return
        equation = deepcopy(tree)
        for element in equation.iter("*"):
            element.tag = str(element.tag).rpartition("}")[2]
        etree.strip_elements(equation, "annotation", "annotation-xml", with_tail=False)
        into.append(equation)

    def _table(self, table: _Element, into: _Element) -> None:
        made = _element(into, "table")
        for row in table.iter(_TABLE + "table-row"):
            if next(row.iterancestors(_TABLE + "table"), None) is not table:
                continue  # of a table within a cell
            above = row.getparent()
            head = above is not None and above.tag == _TABLE + "table-header-rows"
            line = _element(made, "tr")
            for cell in row.iterchildren(_TABLE + "table-cell"):
                for _ in range(_number(cell, "number-columns-repeated")):
                    part = _element(line, "th" if head else "td")
                    part.set("colspan", str(_number(cell, "number-columns-spanned")))
                    part.set("rowspan", str(_number(cell, "number-rows-spanned")))
                    self._cell(cell, part)

    def _cell(self, cell: _Element, into: _Element) -> None:
        blocks = list(cell)
        if len(blocks) == 1 and blocks[0].tag == TEXT + "p" and not self._look(blocks[0]).hidden:
            boxes: list[_Element] = []
            self._inline(blocks[0], into, boxes)
            for box in boxes:
                self._blocks(box, _element(into, "div"))
        else:
            self._blocks(cell, into)


def _place(paragraph: _Element, look: Look, into: _Element) -> _Element:
    """The element that a paragraph is written into."""
    if into.tag in ("td", "th", "li"):
        return _element(into, "p")
    if paragraph.tag == TEXT + "h":
        level = paragraph.get(TEXT + "outline-level", "1")
        return _element(into, f"h{min(max(int(level), 1), 6)}" if level.isdigit() else "h1")
    if "Title" in look.names:
        return _element(into, "h1")
    return _element(into, "figcaption" if _CAPTIONS.intersection(look.names) else "p")


def _number(cell: _Element, name: str) -> int:
    given = cell.get(_TABLE + name, "1")
    return min(max(int(given), 1), _MOST_REPEATED) if given.isdigit() and len(given) < 6 else 1


def _element(parent: _Element, tag: str) -> _Element:
    from lxml import etree

    return etree.SubElement(parent, tag)
