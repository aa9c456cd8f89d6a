"""Paragraphs marked as inserted, deleted or edited, the way Word tracks changes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING, Final, NamedTuple

from rapidfuzz.distance import LCSseq

from tracediff.redline.fields import as_runs, field_from
from tracediff.redline.notes import Notes
from tracediff.redline.pieces import TextPiece, alone, cut, is_portable, pieces
from tracediff.redline.xml import M, W, head, make, set_text

if TYPE_CHECKING:
    from lxml.etree import _Element

AUTHOR: Final = "tracediff"
_TOKENS: Final = re.compile(r"\d+(?:[.,]\d+)+|\w+|\s+|.", re.DOTALL)  # 2,640 is one word
_LOOK: Final = frozenset(W + tag for tag in ("ins", "del", "moveFrom", "moveTo", "rPrChange"))
# of a paragraph that is gone: what belongs to the document that it stood in
_OWN: Final = frozenset(W + tag for tag in ("numPr", "sectPr", "pPrChange", "rPr"))
_REFERENCES: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class TextStretch(NamedTuple):
    """A stretch that both texts have, or that one has in the place of the other's."""

    same: bool
    old: tuple[int, int]
    new: tuple[int, int]


class Marker:
    """Marks the changes of one document; numbers them in their order."""

    def __init__(self, first: int, styles: frozenset[str], notes: Notes) -> None:
        """Number changes from ``first`` on; ``styles`` are those of the new document."""
        self.number = first
        self.styles = styles
        self.notes = notes

    def change(self, tag: str) -> _Element:
        """A new ``w:ins`` or ``w:del``."""
        self.number += 1
        return make(tag, id=str(self.number), author=AUTHOR)

    def edit(self, old: _Element, new: _Element) -> None:
        """Mark in a new paragraph what is not as it was in the old one."""
        before, after = pieces(deepcopy(old)), pieces(new)
        runs = [*_runs(before, after)]
        olds = cut(before, {end for run in runs for end in run.old})
        news = cut(after, {end for run in runs for end in run.new})
        last: _Element | None = None
        for run in runs:
            own = [piece for at, piece in news if run.new[0] <= at < run.new[1]]
            theirs = [piece for at, piece in olds if run.old[0] <= at < run.old[1]]
            if run.same:
                self._paired(theirs, own)
                last = alone(own[-1])[-1]
                continue
            following = next((p for at, p in news if at >= run.new[0]), None)
            deleted = self._deleted(theirs)
            if deleted is not None and following is not None:
                alone(following)[0].addprevious(deleted)
            elif deleted is not None and last is not None:
                last.addnext(deleted)
            elif deleted is not None:
                new.append(deleted)
            for piece in own:
                for element in as_runs(alone(piece)):
                    last = self._inserted(element)
                self.notes.inserted(piece.element, self)

    def _paired(self, olds: Sequence[TextPiece], news: Sequence[TextPiece]) -> None:
        """Go on with the notes that both texts have at one place."""
        references = [
            [p.element for p in side if p.element.tag in _REFERENCES] for side in (olds, news)
        ]
        for before, after in zip(*references, strict=False):
            self.notes.kept(before, after, self)

    def _inserted(self, element: _Element) -> _Element:
        """Wrap a run or an equation; runs beside each other share a wrapper."""
        before = element.getprevious()
        if before is not None and before.tag == W + "ins":
            before.append(element)
            return before
        wrapper = self.change("ins")
        element.addprevious(wrapper)
        wrapper.append(element)
        return wrapper

    def _deleted(self, found: Iterable[TextPiece]) -> _Element | None:
        """A deletion of what some pieces say; none where nothing of it can stand here."""
        runs = [made for piece in found if (made := self._gone(piece)) is not None]
        if not runs:
            return None
        wrapper = self.change("del")
        wrapper.extend(runs)
        return wrapper

    def _gone(self, piece: TextPiece) -> _Element | None:
        """A copy of a piece as deleted text, in the looks it had."""
        if not is_portable(piece):
            return None
        element = deepcopy(piece.element)
        element.tail = None
        if str(element.tag).startswith(M):
            return element
        run = make("r")
        look = piece.holder.find(W + "rPr")
        if look is not None:
            run.append(self._look(look))
        if element.tag in _REFERENCES:
            found = self.notes.deleted(piece.element, self)
            if found is None:
                return None
            element.set(W + "id", found)
        elif element.tag == W + "t":  # of a field, its result
            element = make("delText")
            set_text(element, piece.text)
        run.append(element)
        return run

    def _look(self, look: _Element) -> _Element:
        """The looks of a run, as far as this document knows them."""
        copy = deepcopy(look)
        for child in list(copy):
            unknown = child.tag == W + "rStyle" and child.get(W + "val") not in self.styles
            if child.tag in _LOOK or unknown:
                copy.remove(child)
        return copy

    def insert(self, paragraph: _Element) -> None:
        """Mark a whole paragraph as inserted, its end included."""
        for piece in pieces(paragraph):
            self.notes.inserted(piece.element, self)
        self._wrap_all(paragraph)
        self.mark_end(paragraph, "ins")

    def _wrap_all(self, parent: _Element) -> None:
        for child in list(parent):
            if field := field_from(child):
                as_runs(field)
        for child in list(parent):
            if child.tag == W + "r" or str(child.tag).startswith(M):
                self._inserted(child)
            elif child.tag not in (W + "pPr", W + "ins", W + "del"):
                self._wrap_all(child)

    def delete(self, paragraph: _Element) -> _Element:
        """A copy of a paragraph of the old document that is marked as deleted, its end included."""
        copy = make("p")
        look = paragraph.find(W + "pPr")
        if look is not None:
            kept = deepcopy(look)
            for child in list(kept):
                unknown = child.tag == W + "pStyle" and child.get(W + "val") not in self.styles
                if child.tag in _OWN or unknown:
                    kept.remove(child)
            copy.append(kept)
        deleted = self._deleted(pieces(paragraph))
        if deleted is not None:
            copy.append(deleted)
        self.mark_end(copy, "del")
        return copy

    def mark_end(self, paragraph: _Element, tag: str) -> None:
        """Say that the end of a paragraph came or went."""
        properties = head(paragraph, "pPr")
        look = properties.find(W + "rPr")
        if look is None:
            look = make("rPr")
            section = properties.find(W + "sectPr")
            properties.append(look)
            if section is not None:  # stands behind the looks of the end
                properties.append(section)
        look.insert(0, self.change(tag))


def _runs(olds: Sequence[TextPiece], news: Sequence[TextPiece]) -> Iterator[TextStretch]:
    """The stretches of two texts, by whole words, marks and blanks."""
    sides = [list(_words(side)) for side in (olds, news)]
    starts = [_starts(side) for side in sides]
    runs: list[TextStretch] = []
    opcodes = LCSseq.opcodes(*([key for key, _ in side] for side in sides))
    for at, op in enumerate(opcodes):
        old = starts[0][op.src_start], starts[0][op.src_end]
        new = starts[1][op.dest_start], starts[1][op.dest_end]
        blank = 0 < at < len(opcodes) - 1 and not "".join(
            key for key, _ in sides[0][op.src_start : op.src_end]
        ).strip(" ")
        same = op.tag == "equal" and not blank  # nobody reads single words that take turns
        if runs and not same and not runs[-1].same:
            before = runs.pop()
            old, new = (before.old[0], old[1]), (before.new[0], new[1])
        runs.append(TextStretch(same, old, new))
    yield from runs


def _words(found: Iterable[TextPiece]) -> Iterator[tuple[str, int]]:
    """What is compared, and how long it is: words across runs that differ in their looks."""
    text = ""
    for piece in found:
        if piece.key or piece.field or not piece.text.strip("\ue001\ue002\ue003"):
            yield from ((word, len(word)) for word in _TOKENS.findall(text))
            text = ""
            yield f"{piece.text}{piece.key}", len(piece.text)
        else:
            text += piece.text
    yield from ((word, len(word)) for word in _TOKENS.findall(text))


def _starts(words: Sequence[tuple[str, int]]) -> list[int]:
    starts = [0]
    for _, length in words:
        starts.append(starts[-1] + length)
    return starts
