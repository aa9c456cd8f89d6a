"""Bytes in, text out, for the formats that are plain text."""

from __future__ import annotations

from tracediff.errors import InputError
from tracediff.settings import Reading


def decode(data: bytes, name: str, settings: Reading) -> str:
    """Decode UTF-8, or UTF-16 with its mark, and refuse what is not text.

    Raises ``InputError`` for binary files, other encodings, and texts and lines as long as no prose
    has.
    """
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        encoding = "utf-16"
    else:
        encoding = "utf-8-sig"
        if b"\x00" in data[:8192]:
            raise InputError(f"{name}: is a binary file; give .txt, .md, .html, .docx or .pdf")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding == "utf-16":
            raise InputError(f"{name}: is damaged UTF-16; save it again as UTF-8") from None
        raise InputError(
            f"{name}: is not UTF-8 (byte {error.start}); convert it first, for example with"
            f" iconv -f WINDOWS-1252 -t UTF-8"
        ) from None
    if len(text) > settings.max_text:
        raise InputError(too_long(name, settings))
    controls = sum(text.count(chr(c)) for c in (*range(9), *range(14, 32)))
    if controls > len(text) // 100:
        raise InputError(f"{name}: is a binary file; give .txt, .md, .html, .docx or .pdf")
    longest = max((len(line) for line in text.splitlines()), default=0)
    if longest > settings.max_line:
        raise InputError(
            f"{name}: has a line of {longest:,} characters; break it into paragraphs,"
            f" or raise reading.max_line in tracediff.toml"
        )
    return text


def too_long(name: str, settings: Reading) -> str:
    """What is said of a file with more text than is read."""
    return (
        f"{name}: has more than {settings.max_text:,} characters of text; split it,"
        f" or raise reading.max_text in tracediff.toml"
    )
