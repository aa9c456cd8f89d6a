"""Footnotes and endnotes of the new document; those that are gone are put back as such."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Final, Protocol

from tracediff.redline.xml import W, blocks

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: Final = {W + "footnoteReference": "footnotes", W + "endnoteReference": "endnotes"}


class ParagraphMarker(Protocol):
    """What marks paragraphs; the notes are marked as the text is."""

    def edit(self, old: _Element, new: _Element) -> None:
        """Mark what differs."""

    def insert(self, paragraph: _Element) -> None:
        """Mark a paragraph as inserted."""

    def delete(self, paragraph: _Element) -> _Element:
        """A copy of a paragraph, marked as deleted."""


class Notes:
    """The notes of two documents by kind and number."""

    def __init__(self, old: dict[str, _Element | None], new: dict[str, _Element | None]) -> None:
        """Take the parts ``footnotes`` and ``endnotes`` of both; none where there is none."""
        self.old = old
        self.new = new

    def kept(self, old: _Element, new: _Element, marks: ParagraphMarker) -> None:
        """Mark in a note what differs from the one at the same place."""
        before, after = self._note(self.old, old), self._note(self.new, new)
        if before is None or after is None:
            return
        olds, news = _paragraphs(before), _paragraphs(after)
        for one, two in zip(olds, news, strict=False):
            marks.edit(one, two)
        for extra in news[len(olds) :]:
            marks.insert(extra)
        after.extend([marks.delete(gone) for gone in olds[len(news) :]])

    def inserted(self, reference: _Element, marks: ParagraphMarker) -> None:
        """Mark what a reference leads to as inserted with it; anything else leads nowhere."""
        note = self._note(self.new, reference)
        if note is not None:
            for paragraph in _paragraphs(note):
                marks.insert(paragraph)

    def deleted(self, reference: _Element, marks: ParagraphMarker) -> str | None:
        """The number of a copy of a note that is gone; none where it cannot stand here."""
        note, part = self._note(self.old, reference), self.new.get(_KINDS[str(reference.tag)])
        if note is None or part is None:
            return None
        copy = deepcopy(note)
        for child in list(copy):
            copy.remove(child)
        copy.extend([marks.delete(one) for one in _paragraphs(note)])
        number = str(1 + max((int(one.get(W + "id", "0")) for one in part), default=0))
        copy.set(W + "id", number)
        part.append(copy)
        return number

    def _note(self, parts: dict[str, _Element | None], reference: _Element) -> _Element | None:
        part = parts.get(_KINDS.get(str(reference.tag), ""))
        if part is None:
            return None
        number = reference.get(W + "id")
        return next((one for one in part if one.get(W + "id") == number), None)


def _paragraphs(note: _Element) -> list[_Element]:
    return [block for block in blocks(note) if block.tag == W + "p"]
