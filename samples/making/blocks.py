"""An edition's Markdown in, its blocks out."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple


class Block(NamedTuple):
    """A piece of an edition; ``kind`` is one of those that ``_KINDS`` names."""

    kind: str
    text: str


_KINDS = (
    ("title", r"# "),
    ("heading", r"## "),
    ("number", r"\d+\. "),
    ("bullet", r"- "),
    ("rule", r"\|-"),
    ("row", r"\| "),
    ("note", r"\[\^1\]: "),
    ("caption", r"(?=Table \d+\. )"),
    ("text", r""),
)


def read_blocks(markdown: str) -> list[Block]:
    """The blocks of one edition, in order: each line of the Markdown is one."""
    body = markdown.split("---\n", 2)[2]
    blocks = []
    for line in filter(None, body.splitlines()):
        kind, opener = next((k, o) for k, o in _KINDS if re.match(o, line))
        if kind != "rule":
            blocks.append(Block(kind, re.sub(rf"\A{opener}", "", line).rstrip()))
    return blocks


def runs(blocks: list[Block]) -> list[tuple[str, list[str]]]:
    """Neighbours of one kind together: the items of a list, the rows of a table."""
    return [(kind, [b.text for b in group]) for kind, group in groupby(blocks, lambda b: b.kind)]


def cells(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.strip("| ").split("|")]


def breakable(blocks: list[Block]) -> set[str]:
    """The words that an edition has more than once; one broken at a line end can be mended."""
    words = re.findall(r"[a-z]{6,}", " ".join(block.text for block in blocks))
    return {word for word in words if words.count(word) > 1}


def breaks(word: str) -> list[int]:
    """Where a word may be broken: between two consonants, three letters on either side."""
    between = re.compile(r"(?<=[bcdfglmnprst])(?=[bcdfglmnprt](?!ed)[aeiouy])")
    return [m.start() for m in between.finditer(word) if 3 <= m.start() <= len(word) - 3]
