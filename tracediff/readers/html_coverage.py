"""A page and the elements left out of it in, the list of the text that was not read out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TYPE_CHECKING

from tracediff.model import Coverage
from tracediff.readers.compose import Piece
from tracediff.readers.coverage import NOTE_MARKS, PICTURES, RULES, Reason, Tally
from tracediff.readers.html_lines import drawn
from tracediff.readers.html_main import CODE
from tracediff.readers.html_tables import is_data_table, is_raised

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMMENT = Reason("comments", "are not shown on the page")
_STRAY = Reason("stray text", "stands in a table outside its cells")
_TABLE_PARTS = frozenset({"table", "thead", "tbody", "tfoot", "tr", "colgroup"})


def coverage(
    root: _Element,
    reasons: Mapping[_Element, Reason],
    pieces: Sequence[Piece],
    pictures: Set[_Element],
) -> tuple[Coverage, ...]:
    """What of a page was not read: one entry a reason, with the lines it stands on.

    ``pictures`` are those whose descriptions were read.
    """
    tally = Tally()
    before = reversed(list(root.itersiblings(preceding=True)))
    for comment in (*before, *root.itersiblings()):
        tally.add(_COMMENT, str(comment.text or ""), comment.sourceline or 0)
    tables = {t for t in root.iter("table") if t not in reasons and is_data_table(t)}
    for reason, text, line in _unread(root, reasons, tables):
        tally.add(reason, text, line)
    for picture in root.iter("img", "area"):
        if picture not in pictures:
            tally.add(PICTURES, picture.get("alt", ""), picture.sourceline or 0)
    for ruled, number in drawn(root):
        tally.add(RULES, ruled, number)
    for piece in pieces:
        for cut in piece.cuts:
            tally.add(NOTE_MARKS, piece.text[cut.start : cut.end], piece.mark)
    return tally.entries("line")


def _unread(
    root: _Element, reasons: Mapping[_Element, Reason], tables: set[_Element]
) -> Iterator[tuple[Reason, str, int]]:
    """Each stretch of text that is not read, with its reason and its line."""
    tabled: dict[_Element, bool] = {}  # whether an element stands in a table of figures
    for element in root.iter():
        parent = element.getparent()
        line = element.sourceline or 0
        if not isinstance(element.tag, str):
            yield _COMMENT, str(element.text or ""), line
        reason = reasons.get(element)
        inside = element in tables or (parent is not None and tabled.get(parent, False))
        tabled[element] = inside
        if reason is None and inside:
            reason = _in_table(element)
        if reason and isinstance(element.tag, str) and element.tag not in (*CODE, "title"):
            yield reason, element.text or "", line
        if parent is not None:
            outer = reasons.get(parent) or (_in_table(parent) if tabled[parent] else None)
            if outer and parent.tag not in CODE:
                yield outer, element.tail or "", line


def _in_table(element: _Element) -> Reason | None:
    """Why text right in an element of a table of figures is not read, if it is not."""
    if element.tag in _TABLE_PARTS:
        return _STRAY
    for above in (element, *element.iterancestors()):
        if above.tag == "sup" and is_raised(above):
            return NOTE_MARKS
        if above.tag in ("td", "th", "caption"):
            return None
    return None
