"""Whole documents: their blocks set beside each other and marked, remarks put at their places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from tracediff.redline.comments import CommentPlace, Comments
from tracediff.redline.counterparts import cells, matched, rows
from tracediff.redline.ends import settle_added, settle_last
from tracediff.redline.marks import Marker
from tracediff.redline.notes import Notes
from tracediff.redline.package import Package
from tracediff.redline.pieces import text_of
from tracediff.redline.xml import W, accept_changes, blocks, head, make

if TYPE_CHECKING:
    from lxml.etree import _Element

    from tracediff.settings import Reading

_NOTES: Final = ("footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Remark:
    """Words about one sentence of a document: the old one's where ``old``, else the new one's."""

    sentence: str
    text: str
    old: bool = False


def redline(
    old: bytes,
    new: bytes,
    remarks: Sequence[Remark],
    settings: Reading,
    names: tuple[str, str] = ("old.docx", "new.docx"),
) -> bytes:
    """The new document with tracked changes against the old one, and with remarks as comments.

    Raises ``InputError`` where one of them is no Word document.
    """
    before, after = Package(old, names[0], settings), Package(new, names[1], settings)
    for package in (before, after):
        for part in ("document", *_NOTES):
            if (tree := package.tree(part)) is not None:
                accept_changes(tree)
    comments = Comments(after)
    comments.place([r for r in remarks if not r.old], places(after.body))
    notes = Notes(*({name: p.tree(name) for name in _NOTES} for p in (before, after)))
    redliner = _Redliner(Marker(after.last_number, after.styles, notes))
    redliner.blocks(before.body, after.body)
    gone = places(before.body, redliner.shown)
    comments.place([r for r in remarks if r.old], gone, whole=True)
    return after.written()


def annotated(
    draft: bytes, remarks: Sequence[Remark], settings: Reading, name: str = "draft.docx"
) -> bytes:
    """A document with remarks as comments, and nothing else changed."""
    package = Package(draft, name, settings)
    Comments(package).place(remarks, places(package.body))
    return package.written()


class _Redliner:
    """Walks two documents side by side; ``shown`` is where each old paragraph is shown now."""

    def __init__(self, marker: Marker) -> None:
        self.marker = marker
        self.shown: dict[_Element, _Element] = {}

    def blocks(self, old: _Element, new: _Element) -> None:
        """Mark the paragraphs and tables of a body or a cell."""
        olds, news = list(blocks(old)), list(blocks(new))
        keys = [[f"{_kind(one)} {_told(one)}" for one in side] for side in (olds, news)]
        pairs = [(_at(olds, at), _at(news, to)) for at, to in matched(keys[0], keys[1])]
        for before, after in _placed(pairs, self._gone, partial(_before_section, new)):
            if before is None:
                self._inserted(after)
            else:
                self._both(before, after)
        settle_added(new, self.marker)
        taken = settle_last(new, self.marker)
        if taken is not None:
            self.shown = {k: taken[1] if v is taken[0] else v for k, v in self.shown.items()}

    def _both(self, old: _Element, new: _Element) -> None:
        if old.tag == W + "p":
            self.shown[old] = new
            self.marker.edit(old, new)
        else:
            self._table(old, new)

    def _table(self, old: _Element, new: _Element) -> None:
        olds, news = rows(old), rows(new)
        keys = [[f"{len(cells(row))} {_told(row)}" for row in side] for side in (olds, news)]
        pairs = [(_at(olds, at), _at(news, to)) for at, to in matched(keys[0], keys[1], _ROW)]
        for before, after in _placed(pairs, self._gone_row, new.append):
            if before is None:
                self._inserted_row(after)
            else:
                for one, two in zip(cells(before), cells(after), strict=False):
                    self._cell(one, two)

    def _cell(self, old: _Element, new: _Element) -> None:
        """Mark a cell: where each has one paragraph, these are one, however unlike."""
        olds, news = list(blocks(old)), list(blocks(new))
        if [one.tag for one in (*olds, *news)] == [W + "p", W + "p"] and len(olds) == 1:
            self._both(olds[0], news[0])
        else:
            self.blocks(old, new)

    def _inserted(self, block: _Element) -> None:
        if block.tag == W + "p":
            self.marker.insert(block)
        else:
            for row in rows(block):
                self._inserted_row(row)

    def _inserted_row(self, row: _Element) -> None:
        head(row, "trPr").append(self.marker.change("ins"))
        for cell in cells(row):
            for block in list(blocks(cell)):
                self._inserted(block)

    def _gone(self, block: _Element) -> _Element:
        if block.tag == W + "p":
            self.shown[block] = self.marker.delete(block)
            return self.shown[block]
        table = make("tbl")
        table.extend(deepcopy(one) for one in block if one.tag in (W + "tblPr", W + "tblGrid"))
        style = table.find(f"{W}tblPr/{W}tblStyle")
        if style is not None and style.get(W + "val") not in self.marker.styles:
            table[0].remove(style)
        table.extend([self._gone_row(row) for row in rows(block)])
        return table

    def _gone_row(self, row: _Element) -> _Element:
        copy = make("tr")
        copy.extend(deepcopy(one) for one in row if one.tag in (W + "tblPrEx", W + "trPr"))
        head(copy, "trPr").append(self.marker.change("del"))
        for cell in cells(row):
            other = make("tc")
            other.extend(deepcopy(one) for one in cell if one.tag == W + "tcPr")
            other.extend([self._gone(block) for block in blocks(cell)])
            copy.append(other)
        return copy


def _at(side: Sequence[_Element], place: int | None) -> _Element | None:
    return None if place is None else side[place]


def _placed(
    pairs: Sequence[tuple[_Element | None, _Element | None]],
    gone: Callable[[_Element], _Element],
    alone: Callable[[_Element], object],
) -> Iterator[tuple[_Element | None, _Element]]:
    """Put what is gone where it stood among the new; the new ones, each with its old one.

    Where nothing new is left to stand by, ``alone`` puts it in its place.
    """
    waiting: list[_Element] = []
    last: _Element | None = None
    for old, new in pairs:
        if new is None:
            assert old is not None
            waiting.append(gone(old))
            continue
        for one in waiting:
            new.addprevious(one)
        waiting = []
        last = new
        yield old, new
    for one in waiting:
        if last is None:
            alone(one)
        else:
            last.addnext(one)
            last = one


_ROW: Final = 0.25  # likeness from which on two rows are one: their figures all change


def _kind(block: _Element) -> str:
    return str(block.tag).rpartition("}")[2]


def _told(block: _Element) -> str:
    """The text that a block is matched by."""
    if block.tag == W + "p":
        return text_of(block)
    return " | ".join(text_of(one) for one in block.iter(W + "p"))


def _before_section(parent: _Element, block: _Element) -> None:
    """Add a block at the end of a body, before the properties of its last section."""
    section = parent.find(W + "sectPr")
    if section is None:
        parent.append(block)
    else:
        section.addprevious(block)


def places(body: _Element, shown: dict[_Element, _Element] | None = None) -> Iterator[CommentPlace]:
    """Where a sentence may stand: paragraphs, and rows of tables, which are read as sentences.

    ``shown`` says where each paragraph is shown instead.
    """
    for block in blocks(body):
        if block.tag == W + "p":
            yield CommentPlace(text_of(block), (shown or {}).get(block, block))
            continue
        for row in rows(block):
            inside = list(row.iter(W + "p"))
            for paragraph in inside:
                yield CommentPlace(text_of(paragraph), (shown or {}).get(paragraph, paragraph))
            whole = " ".join(text_of(one) for one in inside)
            for first in inside[:1]:
                yield CommentPlace(whole, (shown or {}).get(first, first), whole=True)
