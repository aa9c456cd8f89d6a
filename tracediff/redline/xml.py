"""Names and small steps on the XML of Word that the other modules share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

NAMESPACE: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W: Final = f"{{{NAMESPACE}}}"
M: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

# what holds paragraphs or runs and is nothing itself
_WRAPPERS: Final = frozenset(
    W + tag for tag in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
)


def make(tag: str, **attributes: str) -> _Element:
    """An element of Word with its attributes."""
    return etree.Element(W + tag, {W + name: value for name, value in attributes.items()})


def blocks(parent: _Element) -> Iterator[_Element]:
    """The paragraphs and tables of a body, a cell or a note, those in wrappers too."""
    for child in parent:
        if child.tag in (W + "p", W + "tbl"):
            yield child
        elif child.tag in _WRAPPERS:
            yield from blocks(child)


def set_text(element: _Element, text: str) -> None:
    """Give a ``w:t`` its text; blanks at its ends are kept."""
    element.text = text
    if text != text.strip():
        element.set(_SPACE, "preserve")


def head(element: _Element, tag: str) -> _Element:
    """The properties of an element by their tag, made as its first child where it has none."""
    found = element.find(W + tag)
    if found is None:
        found = make(tag)
        element.insert(1 if len(element) and element[0].tag == W + "tblPrEx" else 0, found)
    return found


def accept_changes(tree: _Element) -> None:
    """Accept the changes that a document tracks already."""
    for tag in ("del", "moveFrom"):
        for element in list(tree.iter(W + tag)):
            parent = _parent(element)
            if parent.tag == W + "trPr":
                _remove(_parent(parent))
            elif parent.tag == W + "rPr":
                _join(element)
            else:
                parent.remove(element)
    for tag in ("ins", "moveTo"):
        for element in list(tree.iter(W + tag)):
            _unwrap(element)
    for tag in _HISTORY:
        for element in list(tree.iter(W + tag)):
            _remove(element)


_HISTORY: Final = (
    "rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange",
    "tblGridChange", "numberingChange", "moveFromRangeStart", "moveFromRangeEnd",
    "moveToRangeStart", "moveToRangeEnd",
)  # fmt: skip


def _parent(element: _Element) -> _Element:
    parent = element.getparent()
    assert parent is not None  # changes stand inside a body
    return parent


def _remove(element: _Element) -> None:
    _parent(element).remove(element)


def _unwrap(element: _Element) -> None:
    parent = _parent(element)
    at = parent.index(element)
    for child in reversed(list(element)):
        parent.insert(at, child)
    parent.remove(element)


def _join(mark: _Element) -> None:
    """Join a paragraph whose end was deleted with the one that follows it."""
    paragraph = next(mark.iterancestors(W + "p"))
    _remove(mark)
    following = paragraph.getnext()
    if following is None or following.tag != W + "p":
        return
    at = int(following.find(W + "pPr") is not None)
    for child in reversed([one for one in paragraph if one.tag != W + "pPr"]):
        following.insert(at, child)
    _remove(paragraph)
