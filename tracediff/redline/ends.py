"""The last paragraph of a body or a cell, whose end can neither come nor go.

A paragraph that came or went takes its end with it. Behind the last one there is nothing to join,
so that programs leave an empty paragraph, or an item of a list, where all changes are accepted or
rejected. There the end before it comes or goes instead.
"""

from __future__ import annotations

from copy import deepcopy
from itertools import groupby
from typing import TYPE_CHECKING

from tracediff.redline.xml import W, blocks, head

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tracediff.redline.marks import Marker


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
