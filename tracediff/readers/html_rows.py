"""Blocks of a page that stand for rows out: lists of terms, tiles of a number and its label.

A page sets figures in tables, but also as ``<dl>`` or as blocks side by side. Read one block after
another the number would lose its name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING

from tracediff.model import BlockKind
from tracediff.readers.compose import Piece
from tracediff.readers.html_main import BLOCKS, NEVER

if TYPE_CHECKING:
    from lxml.etree import _Element

_LONGEST = 80  # characters of a term, a label or a value
_MOST = 6  # blocks in a row
_VALUE = re.compile(
    r"[~<>≤≥±+\-−–]?\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?\d[\d.,'\u00a0\u202f ]*"
    r"\s?(?:%|percent|per cent|[kKmMbB]n?|million|billion|thousand|[a-zA-Z]{1,3})?[*†‡+]?"
)
_CELLS = frozenset({"div", "p", "dt", "dd", "h2", "h3", "h4", "h5", "h6"})


def rows_piece(element: _Element, dropped: frozenset[_Element]) -> Piece | None:
    """The table that a list of terms or a row of blocks stands for, if it stands for one."""
    if element.tag == "dl":
        rows = _terms(element, dropped)
    elif element.tag in ("div", "li", "section", "article", "figure", "a"):
        rows = _row(element, dropped)
    else:
        return None
    if not rows:
        return None
    line = element.sourceline or 0
    return Piece(
        BlockKind.TABLE,
        "",
        line,
        rows=tuple(tuple((text, 0) for text in row) for row in rows),
        row_marks=(line,) * len(rows),
    )


def _terms(element: _Element, dropped: frozenset[_Element]) -> list[list[str]]:
    """The pairs of a list in which each term has one short value, and some value is a figure."""
    if (element.text or "").strip():
        return []
    parts: list[_Element] = []
    for child in element:
        group = child.tag == "div" and not (child.text or "").strip()
        parts.extend(child if group else (child,))
    rows: list[list[str]] = []
    for part in parts:
        text = _leaf(part, dropped)
        opens = part.tag == "dt"
        if text is None or part.tag not in ("dt", "dd") or opens != (not rows or len(rows[-1]) > 1):
            return []
        if opens:
            rows.append([text])
        else:
            rows[-1].append(text)
    whole = bool(rows) and len(rows[-1]) == 2
    return rows if whole and any(_VALUE.fullmatch(row[1]) for row in rows) else []


def _row(element: _Element, dropped: frozenset[_Element]) -> list[list[str]]:
    """The one row of an element that holds a label and figures, each in a block of its own."""
    children = list(islice(element, _MOST + 1))
    if not 2 <= len(children) <= _MOST or (element.text or "").strip():
        return []
    if any(child.tag not in _CELLS for child in children):
        return []
    texts = [_leaf(child, dropped) for child in children]
    cells = [text for text in texts if text]
    values = [text for text in cells if _VALUE.fullmatch(text)]
    labels = [text for text in cells if not _VALUE.fullmatch(text)]
    if None in texts or len(labels) != 1 or not values or labels[0][-1] in ".!?":
        return []
    return [labels + values]


def _leaf(element: _Element, dropped: Iterable[_Element]) -> str | None:
    """The text of an element that is short and holds no block, no element left out, no picture."""
    if not isinstance(element.tag, str) or (element.tail or "").strip():
        return None
    for inner in element.iterdescendants():
        if inner.tag in BLOCKS or inner.tag in NEVER or inner.tag == "sup" or inner in dropped:
            return None
    text = " ".join("".join(map(str, element.itertext())).split())
    return text if len(text) <= _LONGEST else None
