"""The bytes of a PDF in, whether its streams grow so large that it is read with care out.

Small files can hold streams of gigabytes. What a page or font inflates to is measured before PDFium
sees it, one stream at a time and never further than a bound. Pictures are not looked at, because
reading text does not unpack them, nor streams too short to reach the bound.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator

from tracediff.settings import Reading

_FLATE = re.compile(rb"/(?:FlateDecode|Fl)\b")
_GROWING = re.compile(rb"/(?:LZWDecode|LZW|RunLengthDecode|RL)\b")
_PICTURE = re.compile(rb"/Image\b|/(?:DCT|JPX|JBIG2|CCITTFax)Decode\b")
_DICTIONARY = 1000  # bytes before a stream in which its dictionary begins
_RATIO = 1032  # the most that one Flate byte can become
_LAYERS = 4  # filters on one stream; nobody writes as many
_PIECE = 65536  # bytes handed to zlib at once, so that a damaged stream counts up to its fault


def grows_large(data: bytes, settings: Reading) -> bool:
    """Whether one of its streams, or all together, inflate beyond what a report's text does."""
    total = 0
    for head, packed in _streams(data):
        if _PICTURE.search(head):
            continue
        if _GROWING.search(head) and len(packed) * _RATIO > settings.max_stream:
            return True
        size = _inflated(packed, len(_FLATE.findall(head)), settings.max_stream)
        total += size
        if size >= settings.max_stream or total >= settings.max_streams:
            return True
    return False


def _streams(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The dictionary and the packed bytes of each stream of a file."""
    at = 0
    while (found := data.find(b"stream", at)) >= 0:
        start = found + len(b"stream")
        end = data.find(b"endstream", start)
        end = len(data) if end < 0 else end
        head = data[max(0, found - _DICTIONARY) : found]
        body = data[start : start + 2]
        yield head[head.rfind(b" obj") + 1 :], data[start + 1 + body.startswith(b"\r\n") : end]
        at = end + len(b"endstream")


def _inflated(packed: bytes, layers: int, most: int) -> int:
    """How large a stream is when all its filters are undone, at most ``most``."""
    if layers > _LAYERS:
        return most
    for layer in range(layers, 0, -1):
        if len(packed) * _RATIO**layer < most:
            return 0
        packed = _unpacked(packed, most)
    return len(packed)


def _unpacked(packed: bytes, most: int) -> bytes:
    """One filter undone, as far as the stream is sound and not beyond ``most`` bytes."""
    work = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(0, len(packed), _PIECE):
            part = work.decompress(packed[at : at + _PIECE], most - size)
            parts.append(part)
            size += len(part)
            if size >= most or work.eof:
                break
    except zlib.error:
        pass  # what came before the fault counts
    return b"".join(parts)
