"""Blocks in, plain text out, as it comes out of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from making.blocks import Block, breakable, breaks, cells

WIDTH = 108
PAGE = 26  # lines
GLUED = 8  # every eighth sentence sticks to the one before
RUNNING_HEAD = "Forced Labour in Veldania"


def make_text(blocks: list[Block]) -> bytes:
    """Hard-wrapped lines with broken words, glued sentences, running heads and a stray mark."""
    known = breakable(blocks)
    lines = [
        line
        for block in _gapped(list(_glued(_numbered(blocks))))
        for line in _wrapped(_plain(block), known)
    ]
    lines.insert(1, "")
    pages = ["\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)]
    out = pages[0]
    for number, page in enumerate(pages[1:], start=2):
        out += f"\n\n\f{RUNNING_HEAD}\n{number}\n{page}"
    return f"{out}\n|\n".encode()


def _numbered(blocks: list[Block]) -> Iterator[Block]:
    """Put its number before each item of a numbered list."""
    number = 0
    for block in blocks:
        number = number + 1 if block.kind == "number" else 0
        yield block._replace(text=f"{number}. {block.text}") if number else block


def _glued(blocks: Iterator[Block]) -> Iterator[Block]:
    """Take the space away before some sentences, as extraction does at the end of a line."""
    met = 0
    for block in blocks:
        if block.kind == "text":
            first, *others = re.split(r"(?<=[a-z]{2}\.) (?=[A-Z][a-z]+ )", block.text)
            for other in others:
                met += 1
                first += ("" if met % GLUED == 0 else " ") + other
            yield block._replace(text=first)
        else:
            yield block


def _gapped(blocks: list[Block]) -> Iterator[Block]:
    """Leave a space behind the hyphen of the first compound, as from a line end set anew."""
    compound = re.compile(r"\b([a-z]+-)(?=[a-z]+\b)")
    first = next(block for block in blocks if compound.search(block.text))
    for block in blocks:
        text = compound.sub(r"\1 ", block.text, count=1)
        yield block._replace(text=text) if block == first else block


def _plain(block: Block) -> str:
    text = block.text.replace("[^1]", "¹")
    match block.kind:
        case "title" | "heading":
            return text.upper()
        case "bullet":
            return f"• {text}"
        case "row":
            return " ".join(cells(text))
        case "note":
            return f"¹ {text}"
        case _:
            return text


def _wrapped(text: str, known: set[str]) -> Iterator[str]:
    """Lines of at most ``WIDTH`` characters, the word at the end broken where it may be."""
    line = ""
    for word in text.split():
        joined = f"{line} {word}" if line else word
        if len(joined) <= WIDTH:
            line = joined
            continue
        first, rest = _broken(word, WIDTH - len(line) - 2, known)
        yield f"{line} {first}-" if first else line
        line = rest
    yield line


def _broken(word: str, room: int, known: set[str]) -> tuple[str, str]:
    """What of a word goes on the line, and what on the next."""
    if word.rstrip(".,;:") in known:
        for at in reversed(breaks(word)):
            if at <= room:
                return word[:at], word[at:]
    return "", word
