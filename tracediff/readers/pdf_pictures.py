"""The bytes of a PDF and some of its sentences in, pictures of their pages with boxes out.

It is done in a process of its own whose memory and time are bounded, as for large files.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from tracediff.readers.pdf_apart import apart, can_read_apart
from tracediff.settings import Reading

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

Box = tuple[float, float, float, float]
"""Left, top, width and height, in the points of a picture."""

MOST: Final = 24  # pages of one edition; a report is mailed
_WIDE: Final = 640  # points of a picture, so that body type can be read
_HIGH: Final = 1280
_CHARACTERS: Final = 30_000  # of a page that are looked through
_LEAST: Final = 12  # letters by which the beginning of a sentence is known on its page


@dataclass(frozen=True, slots=True)
class Picture:
    """A page: a PNG in shades of grey, its size in points, and the boxes of each sentence asked."""

    png: bytes
    width: int
    height: int
    boxes: Mapping[int, tuple[Box, ...]]


Wanted = Mapping[int, Mapping[int, str]]
"""The sentences, by page (from 1) and by number."""


def pictures(data: bytes, name: str, wanted: Wanted, settings: Reading) -> dict[int, Picture]:
    """Draw the pages that hold some sentences, the first ``MOST`` that are named.

    Raises ``InputError`` where the file takes more memory or time than is allowed.
    """
    first = {page: dict(wanted[page]) for page in list(wanted)[:MOST]}
    if not can_read_apart():
        return work(data, name, first)
    found: dict[int, Picture] = apart("pdf_pictures", (data, name, first), settings, name)
    return found


def work(data: bytes, name: str, wanted: Wanted) -> dict[int, Picture]:
    """What ``pictures`` does, in the process that may end over it."""
    from tracediff.readers.pdf_pages import opened

    document = opened(data, name)
    try:
        return {
            number: _picture(document[number - 1], sentences)
            for number, sentences in wanted.items()
            if 0 < number <= len(document)
        }
    finally:
        document.close()


def _picture(page: PdfPage, sentences: Mapping[int, str]) -> Picture:
    width, height = page.get_size()
    scale = min(_WIDE / max(width, 1.0), _HIGH / max(height, 1.0))
    drawn = page.render(scale=scale, grayscale=True)
    png = _png(bytes(drawn.buffer), drawn.width, drawn.height, drawn.stride)
    boxes = {} if page.get_rotation() else _boxes(page, sentences, scale, height)
    return Picture(png, drawn.width, drawn.height, boxes)


def _boxes(
    page: PdfPage, sentences: Mapping[int, str], scale: float, height: float
) -> dict[int, tuple[Box, ...]]:
    """Where the letters of each sentence stand, a box for each line."""
    text = page.get_textpage()
    left, bottom = page.get_cropbox()[:2]
    letters, places = _letters(text.get_text_range()[:_CHARACTERS])
    found = {}
    for number, sentence in sentences.items():
        span = _stretch(letters, _letters(sentence)[0])
        lines = _lines(text, places[slice(*span)])
        found[number] = tuple(
            (
                round((x0 - left) * scale - 2, 1),
                round((height - (y1 - bottom)) * scale - 2, 1),
                round((x1 - x0) * scale + 4, 1),
                round((y1 - y0) * scale + 4, 1),
            )
            for x0, y0, x1, y1 in lines
        )
    return found


def _letters(text: str) -> tuple[str, list[int]]:
    """Letters and digits, folded, each with where it stood; lines and hyphens do not count."""
    kept = [(c, at) for at, one in enumerate(text) if one.isalnum() for c in one.casefold()]
    return "".join(c for c, _ in kept), [at for _, at in kept]


def _stretch(page: str, sentence: str) -> tuple[int, int]:
    """Where a sentence, or as much of its beginning as a page has, stands in the page's letters."""
    length = len(sentence)
    while length >= min(_LEAST, len(sentence)) > 0:
        at = page.find(sentence[:length])
        if at >= 0:
            return at, at + length
        length //= 2
    return 0, 0


def _lines(text: PdfTextPage, places: Sequence[int]) -> Iterator[Box]:
    """The boxes of some characters of a page, joined while they stand on one line."""
    now: list[float] = []
    for box in _around(text, places):
        if now and box[1] < now[3] and box[3] > now[1] and box[0] >= now[0]:
            now = [now[0], min(now[1], box[1]), max(now[2], box[2]), max(now[3], box[3])]
            continue
        if now:
            yield now[0], now[1], now[2], now[3]
        now = list(box)
    if now:
        yield now[0], now[1], now[2], now[3]


def _around(text: PdfTextPage, places: Iterable[int]) -> Iterator[Box]:
    most = text.count_chars()
    for at in places:
        if at < most:
            yield text.get_charbox(at)


def _png(grey: bytes, width: int, height: int, stride: int) -> bytes:
    """A picture of sixteen shades: two points to a byte, which is enough for type."""
    rows = []
    for start in range(0, height * stride, stride):
        row = grey[start : start + width] + b"\xff" * (width % 2)
        pairs = zip(row[::2].translate(_UPPER), row[1::2].translate(_LOWER), strict=True)
        rows.append(b"\0" + bytes(upper | lower for upper, lower in pairs))
    head = struct.pack(">IIBBBBB", width, height, 4, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(held)) + kind + held + struct.pack(">I", zlib.crc32(kind + held))
        for kind, held in parts
    )


_UPPER: Final = bytes(value & 0xF0 for value in range(256))
_LOWER: Final = bytes(value >> 4 for value in range(256))
