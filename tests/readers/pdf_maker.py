"""Small PDFs for tests, written by hand: text and lines at given places, in the standard fonts."""

from __future__ import annotations

import textwrap
import zlib
from collections.abc import Iterable, Iterator, Sequence

FONTS = {"plain": "Helvetica", "bold": "Helvetica-Bold", "italic": "Helvetica-Oblique"}
WIDTH, HEIGHT = 612, 792


def text(x: float, y: float, words: str, size: float = 10, font: str = "plain") -> str:
    """Words whose baseline starts at a place, y counted from the top of the page."""
    escaped = words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")
    name = list(FONTS).index(font)
    return f"BT /F{name} {size} Tf 1 0 0 1 {x} {HEIGHT - y} Tm ({escaped}) Tj ET"


def block(
    x: float, y: float, words: str, chars: int, size: float = 10, font: str = "plain"
) -> list[str]:
    """A paragraph wrapped at a number of characters, its lines 1.2 times the size apart."""
    lines = textwrap.wrap(words, chars)
    return [text(x, y + 1.2 * size * i, line, size, font) for i, line in enumerate(lines)]


def rule(x0: float, y: float, x1: float) -> str:
    """A level line."""
    return f"0.5 w {x0} {HEIGHT - y} m {x1} {HEIGHT - y} l S"


def pdf(
    pages: Iterable[Sequence[str]],
    *,
    rotate: int = 0,
    compress: bool = False,
    title: bytes = b"",
    letters: dict[str, str] | None = None,
    font: str = "",
    trailer: bytes = b"",
) -> bytes:
    """A PDF with these drawings on its pages.

    ``title`` and ``trailer`` are as a PDF writes them; ``letters`` says what letters of the plain
    font stand for; ``font`` is the name of another font, which stands for the italic one.
    """
    pages = list(pages)
    fonts = [
        f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>".encode()
        for name in (*list(FONTS.values())[:2], font or FONTS["italic"])
    ]
    first = 3 + len(fonts)
    kids = " ".join(f"{first + 2 * i} 0 R" for i in range(len(pages)))
    resources = " ".join(f"/F{i} {3 + i} 0 R" for i in range(len(fonts)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        *fonts,
    ]
    for i, drawings in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Rotate {rotate}"
            f" /Resources << /Font << {resources} >> >>"
            f" /Contents {first + 2 * i + 1} 0 R >>".encode()
        )
        content = "\n".join(drawings).encode("cp1252", "replace")
        extra = b""
        if compress:
            content, extra = zlib.compress(content), b" /Filter /FlateDecode"
        objects.append(
            b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), extra, content)
        )
    if letters:
        objects.append(_letters(letters))
        objects[2] = objects[2].replace(b">>", b"/ToUnicode %d 0 R >>" % len(objects))
    if title:
        objects.append(b"<< /Title %s >>" % title)
        trailer += b" /Info %d 0 R" % len(objects)
    return b"".join(_file(objects, trailer))


def _letters(letters: dict[str, str]) -> bytes:
    """The table that says which text the letters of a font stand for."""
    rows = "\n".join(
        f"<{ord(letter):02X}> <{text.encode('utf-16-be').hex()}>"
        for letter, text in letters.items()
    )
    table = (
        "/CIDInit /ProcSet findresource begin begincmap\n1 begincodespacerange <00> <FF>"
        f" endcodespacerange\n{len(letters)} beginbfchar\n{rows}\nendbfchar endcmap end"
    )
    return f"<< /Length {len(table)} >>\nstream\n{table}\nendstream".encode()


def _file(objects: Sequence[bytes], trailer: bytes) -> Iterator[bytes]:
    at = 0
    places = []

    def count(part: bytes) -> bytes:
        nonlocal at
        at += len(part)
        return part

    yield count(b"%PDF-1.4\n")
    for number, body in enumerate(objects, 1):
        places.append(at)
        yield count(b"%d 0 obj\n%s\nendobj\n" % (number, body))
    start = at
    yield b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for place in places:
        yield b"%010d 00000 n \n" % place
    yield b"trailer << /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        trailer,
        start,
    )


def column(x: float, y: float, words: str) -> list[str]:
    """Words set in a column that is half a page wide."""
    return block(x, y, words, 44)
