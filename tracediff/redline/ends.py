"""Which ends of paragraphs come and go, where it is not simply those of paragraphs that do.

A paragraph that came or went takes its end with it. Behind the last one of a body or a cell there
is nothing to join, so that programs leave an empty paragraph, or an item of a list, where all
changes are accepted or rejected. There the end before it comes or goes instead.

Behind a paragraph at whose end words came, LibreOffice takes these words and the paragraphs that
came for one change, with the end between them. There this end comes, as if the words and the
paragraphs had been typed in one go, and the end of the last of them stays.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from tracediff.redline.xml import W, blocks, head

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tracediff.redline.marks import Marker


def settle_added(parent: _Element, marker: Marker) -> None:
    """Let paragraphs that came behind words that came begin with the end before them."""
    groups = [(tag, list(found)) for tag, found in groupby(list(blocks(parent)), _end)]
    for (_, kept), (tag, come) in pairwise(groups):
        before, last = kept[-1], come[-1]
        beside = before.getparent() is last.getparent() and not _ends_section(last)
        if tag == "ins" and beside and _ends_with_what_came(before):
            _look_as(before, last, tag, marker)
            _clear_end(last)
            marker.mark_end(before, tag)


def _ends_with_what_came(block: _Element) -> bool:
    """Whether the last run of a paragraph that has no section's end came."""
    if block.tag != W + "p" or _ends_section(block):
        return False
    runs = list(block.iter(W + "r"))
    return bool(runs) and next(runs[-1].iterancestors(W + "ins", W + "p")).tag == W + "ins"


def settle_last(parent: _Element, marker: Marker) -> tuple[_Element, _Element] | None:
    """Let the last paragraph of a body or a cell keep its end.

    Where what is gone stands before what is new, the two share a paragraph: the one that was taken
    in is given, and the one that holds it now.
    """
    groups = [(tag, list(found)) for tag, found in groupby(list(blocks(parent)), _end)]
    if not groups or not groups[-1][0]:
        return None
    tag, last = groups[-1]
    before = groups[-2][1][-1] if len(groups) > 1 else None
    if before is None or before.tag != W + "p" or _ends_section(before):
        return None
    if before.getparent() is not last[-1].getparent():
        return None
    _look_as(before, last[-1], tag, marker)
    _clear_end(last[-1])
    if _end(before):
        _take_in(before, last[0])
        return before, last[0]
    marker.mark_end(before, tag)
    return None


def _end(block: _Element) -> str:
    """Whether the end of a paragraph came (``ins``) or went (``del``), else nothing."""
    for tag in ("ins", "del"):
        if block.tag == W + "p" and block.find(f"{W}pPr/{W}rPr/{W}{tag}") is not None:
            return tag
    return ""


def _ends_section(paragraph: _Element) -> bool:
    return paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _clear_end(paragraph: _Element) -> None:
    look = head(head(paragraph, "pPr"), "rPr")
    for tag in ("ins", "del"):
        if (mark := look.find(W + tag)) is not None:
            look.remove(mark)


def _take_in(gone: _Element, new: _Element) -> None:
    """Put what a paragraph says before what the next one says; both ends are one then."""
    at = int(new.find(W + "pPr") is not None)
    for child in reversed([one for one in gone if one.tag != W + "pPr"]):
        new.insert(at, child)
    parent = gone.getparent()
    assert parent is not None  # it stands in a body or a cell
    parent.remove(gone)


def _look_as(before: _Element, last: _Element, tag: str, marker: Marker) -> None:
    """Let the joined paragraph look as the one before it does: its looks hang on the last end."""
    theirs = deepcopy(head(before, "pPr"))
    for own in ("rPr", "pPrChange"):
        if (found := theirs.find(W + own)) is not None:
            theirs.remove(found)
    looks = head(last, "pPr")
    if tag == "del":  # joined where the change is accepted
        own_end = head(looks, "rPr")
        last.replace(looks, theirs)
        theirs.append(own_end)
    elif [c.tag for c in looks if c.tag != W + "rPr"] or len(theirs):
        change = marker.change("pPrChange")
        change.append(theirs)
        looks.append(change)
