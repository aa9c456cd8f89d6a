"""The text of a paragraph as pieces that can be split, and what each of them stands in."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lxml import etree

from tracediff.redline.fields import field_from, results
from tracediff.redline.xml import M, R, W, set_text

if TYPE_CHECKING:
    from lxml.etree import _Element

# What a run holds besides text, as one character each of the private use area.
_SIGNS: Final = {
    W + "tab": "\t",
    W + "ptab": "\t",
    W + "br": "\n",
    W + "cr": "\n",
    W + "noBreakHyphen": "\u2011",
    W + "footnoteReference": "\ue001",
    W + "endnoteReference": "\ue002",
}
_OBJECT: Final = "\ue003"
_OBJECTS: Final = frozenset(
    {W + "drawing", W + "pict", W + "object", W + "sym"}
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
_INSIDE: Final = frozenset(
    W + tag
    for tag in (
        "hyperlink",
        "sdt",
        "sdtContent",
        "customXml",
        "smartTag",
        "fldSimple",
        "dir",
        "bdo",
    )
)
_EQUATIONS: Final = frozenset({M + "oMath", M + "oMathPara"})


@dataclass(slots=True)
class TextPiece:
    """A stretch of text: what is compared, and its element.

    ``key`` tells pieces of one text apart: what a picture or an equation says. ``field`` is what a
    field consists of, which is one piece.
    """

    text: str
    element: _Element
    key: str = ""
    field: tuple[_Element, ...] = ()

    @property
    def holder(self) -> _Element:
        """The run that it stands in; an equation stands for itself."""
        parent = self.element.getparent()
        return self.element if self.element.tag in _EQUATIONS or parent is None else parent


def pieces(paragraph: _Element) -> list[TextPiece]:
    """The pieces of a paragraph, in order; what shows no text of its own is none."""
    return list(_pieces(paragraph))


def _pieces(parent: _Element) -> Iterator[TextPiece]:
    seen: set[_Element] = set()
    for child in parent:
        if child in seen:
            continue
        if field := field_from(child):
            seen.update(field)
            if shown := results(field):
                text = "".join(str(one.text) for one in shown)
                yield TextPiece(text, shown[0], field=tuple(field))
        elif child.tag == W + "r":
            yield from _in_run(child)
        elif child.tag in _EQUATIONS:
            yield TextPiece(_OBJECT, child, _told(child))
        elif child.tag in _INSIDE:
            yield from _pieces(child)


def _in_run(run: _Element) -> Iterator[TextPiece]:
    for child in run:
        if child.tag == W + "t":
            if child.text:
                yield TextPiece(child.text, child)
        elif child.tag in _SIGNS:
            yield TextPiece(_SIGNS[str(child.tag)], child)
        elif child.tag in _OBJECTS:
            yield TextPiece(_OBJECT, child, _told(child))


def _told(element: _Element) -> str:
    """What an object says: its text, or its code where it is a symbol; pictures say nothing."""
    if element.tag == W + "sym":
        return str(element.get(W + "char", ""))
    return "".join(str(part) for part in element.itertext())


def text_of(paragraph: _Element) -> str:
    """The text of a paragraph as it is compared."""
    return "".join(piece.text for piece in pieces(paragraph))


def cut(found: list[TextPiece], offsets: set[int]) -> list[tuple[int, TextPiece]]:
    """The pieces split at offsets into their joined text, each with the offset it begins at."""
    out: list[tuple[int, TextPiece]] = []
    start = 0
    for piece in found:
        length = 1 if piece.field else len(piece.text)
        inside = sorted(at - start for at in offsets if start < at < start + length)
        rest, done = piece, 0
        for at in inside:
            first, rest = _split(rest, at - done)
            out.append((start + done, first))
            done = at
        out.append((start + done, rest))
        start += len(piece.text)
    return out


def _split(piece: TextPiece, at: int) -> tuple[TextPiece, TextPiece]:
    """Split a piece of text so that each part stands in a run of its own, alike in looks."""
    left, right = piece.text[:at], piece.text[at:]
    run = piece.holder
    other = etree.Element(run.tag)
    look = run.find(W + "rPr")
    if look is not None:
        other.append(deepcopy(look))
    rest = etree.SubElement(other, W + "t")
    set_text(rest, right)
    place = run.index(piece.element)
    set_text(piece.element, left)
    for child in list(run)[place + 1 :]:
        other.append(child)
    run.addnext(other)
    return TextPiece(left, piece.element), TextPiece(right, rest)


def alone(piece: TextPiece) -> list[_Element]:
    """What holds a piece and nothing else: its run, split off from what else stands in it.

    More than one where it is a field.
    """
    run = piece.holder
    if piece.field or run is piece.element:
        return list(piece.field) or [run]
    place = run.index(piece.element)
    _moved(run, list(run)[place + 1 :], behind=True)
    before = [child for child in list(run)[:place] if child.tag != W + "rPr"]
    _moved(run, before, behind=False)
    return [run]


def _moved(run: _Element, children: list[_Element], behind: bool) -> None:
    """Put some children of a run into a run of their own beside it."""
    if not children:
        return
    other = etree.Element(run.tag)
    look = run.find(W + "rPr")
    if look is not None:
        other.append(deepcopy(look))
    other.extend(children)
    (run.addnext if behind else run.addprevious)(other)


def is_portable(piece: TextPiece) -> bool:
    """Whether a piece can stand in another document: it leads to no part of its own."""
    return not any(str(name).startswith(R) for part in piece.element.iter() for name in part.attrib)
