"""Remarks as comments of Word, each at the sentence that it is about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lxml import etree

from tracediff.redline.marks import AUTHOR
from tracediff.redline.package import Package
from tracediff.redline.pieces import alone, cut, pieces
from tracediff.redline.xml import W, make, set_text

if TYPE_CHECKING:
    from lxml.etree import _Element


class Remarked(Protocol):
    """A remark: the sentence that it is about, and its words."""

    @property
    def sentence(self) -> str:
        """The sentence."""

    @property
    def text(self) -> str:
        """The words, a line for each paragraph."""


@dataclass(frozen=True, slots=True)
class CommentPlace:
    """A text that a sentence may stand in, and the paragraph that shows it.

    ``whole`` where the text is that of a row, of which the paragraph is the first cell.
    """

    text: str
    paragraph: _Element
    whole: bool = False


class Comments:
    """The comments of one document."""

    def __init__(self, package: Package) -> None:
        """Number new comments behind those that are there."""
        self.package = package
        held = package.tree("comments")
        numbers = [one.get(W + "id", "") for one in held] if held is not None else []
        self.number = max((int(one) for one in numbers if one.isdecimal()), default=-1)

    def place(
        self, remarks: Sequence[Remarked], where: Iterable[CommentPlace], whole: bool = False
    ) -> None:
        """Put each remark beside its sentence; one that is found nowhere beside the first text.

        ``whole`` paragraphs are marked where the sentence itself is no longer one text.
        """
        known = [(one, _plain(one.text)) for one in where if one.text.strip()]
        for remark in remarks:
            sought = _plain(remark.sentence)[0]
            found = next(((p, at) for p, t in known if (at := t[0].find(sought)) >= 0), None)
            if found is None or not sought:
                if known:
                    self._add(known[0][0].paragraph, None, remark.text)
                continue
            place, at = found
            offsets = _plain(place.text)[1]
            span = offsets[at], offsets[at + len(sought) - 1] + 1
            self._add(place.paragraph, None if whole or place.whole else span, remark.text)

    def _add(self, paragraph: _Element, span: tuple[int, int] | None, text: str) -> None:
        self.number += 1
        number = str(self.number)
        start, end = make("commentRangeStart", id=number), make("commentRangeEnd", id=number)
        run = make("r")
        run.append(make("commentReference", id=number))
        inside = (
            [p for at, p in cut(pieces(paragraph), set(span)) if span[0] <= at < span[1]]
            if span
            else []
        )
        if inside:
            alone(inside[0])[0].addprevious(start)
            alone(inside[-1])[-1].addnext(end)
        else:
            look = paragraph.find(W + "pPr")
            paragraph.insert(0 if look is None else 1, start)
            paragraph.append(end)
        end.addnext(run)
        self.package.comments().append(_comment(number, text))


def _comment(number: str, text: str) -> _Element:
    comment = make("comment", id=number, author=AUTHOR, initials="td")
    for line in text.split("\n"):
        paragraph = etree.SubElement(comment, W + "p")
        run = etree.SubElement(paragraph, W + "r")
        set_text(etree.SubElement(run, W + "t"), line)
    return comment


def _plain(text: str) -> tuple[str, list[int]]:
    """A text by its letters and digits alone, and where each of them stands: a reader mends blanks,
    quotes and hyphens."""
    kept = [(at, c) for at, char in enumerate(text) if char.isalnum() for c in char.casefold()]
    return "".join(c for _, c in kept), [at for at, _ in kept]
