"""A report on PDF editions in, pictures of the pages that its first stories quote out."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from tracediff.model import Edition, Report, Side
from tracediff.readers import load_bytes
from tracediff.readers.pdf_pictures import Box, pictures
from tracediff.render.passages import passages
from tracediff.settings import Reading

_STORIES = 10  # stories whose quotes are shown, with as many checks; the others are one click away


@dataclass(frozen=True, slots=True)
class PageImage:
    """The picture of a page, which a report holds once."""

    ident: str
    address: str
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Boxed:
    """A sentence on the picture of its page: the boxes around its lines."""

    page: int
    image: PageImage
    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class PageImages:
    """The pictures of a report, and the sentences on them, by side and number."""

    images: tuple[PageImage, ...]
    boxed: Mapping[tuple[Side, int], Boxed]


def page_images(report: Report, settings: Reading) -> PageImages:
    """Draw the pages that the first stories and checks quote, of those editions that are PDF files.

    Each file is read again, and its pages are drawn in a process of its own with bounds. Raises
    ``InputError`` where that cannot be done.
    """
    images: list[PageImage] = []
    boxed: dict[tuple[Side, int], Boxed] = {}
    quoted = list(dict.fromkeys(_quoted(report)))
    for side, edition in ((Side.OLD, report.old), (Side.NEW, report.new)):
        wanted = _wanted(edition, (at for of, at in quoted if of is side))
        if edition.format != "pdf" or not wanted:
            continue
        drawn = pictures(load_bytes(edition.path, settings), edition.path, wanted, settings)
        for page, one in drawn.items():
            address = f"data:image/png;base64,{base64.b64encode(one.png).decode()}"
            image = PageImage(f"page-{side[0]}{page}", address, one.width, one.height)
            images.append(image)
            for at in wanted[page]:
                boxed[side, at] = Boxed(page, image, one.boxes.get(at, ()))
    return PageImages(tuple(images), boxed)


def _quoted(report: Report) -> Iterator[tuple[Side, int]]:
    """The sentences that the first stories and checks quote, in the order of the page."""
    there = passages(report)
    for story in (*report.listed[:_STORIES], *report.checks[:_STORIES]):
        for finding in story.findings:
            for quote in there.quotes(finding):
                yield quote.side, quote.sentence


def _wanted(edition: Edition, sentences: Iterator[int]) -> dict[int, dict[int, str]]:
    wanted: dict[int, dict[int, str]] = {}
    for at in sentences:
        one = edition.sentences[at]
        if one.page is not None:
            wanted.setdefault(one.page, {})[at] = one.text
    return wanted
