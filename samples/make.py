"""Make the samples in every format from their Markdown.

    python samples/make.py          write what is missing or out of date
    python samples/make.py --check  say what is out of date, and exit with 1 if anything is

Each edition is kept once, as ``veldania-YEAR.md``. The other files are made from it and committed.
Nothing made depends on the day, the machine or the order of a set.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
EDITIONS = ("veldania-2023", "veldania-2024")


class Block(NamedTuple):
    """A piece of an edition: "title", "heading", "text", "number", "bullet", "row" or "note"."""

    kind: str
    text: str


def main(arguments: list[str]) -> int:
    stale = [path for path, made in _made() if not path.exists() or path.read_bytes() != made()]
    if "--check" in arguments:
        for path in stale:
            print(f"{path.name}: out of date; run python samples/make.py")
        return 1 if stale else 0
    for path, made in _made():
        if path in stale:
            path.write_bytes(made())
            print(f"wrote {path.name}")
    return 0


def _made() -> Iterator[tuple[Path, Callable[[], bytes]]]:
    for name in EDITIONS:
        blocks = read_blocks((HERE / f"{name}.md").read_text(encoding="utf-8"))
        for suffix, make in MAKERS.items():
            yield HERE / f"{name}.{suffix}", lambda make=make, blocks=blocks: make(blocks)


# --- the Markdown that the editions use -------------------------------------------------------

_KINDS = (
    ("title", r"# "),
    ("heading", r"## "),
    ("number", r"(?=\d+\. )"),
    ("bullet", r"- "),
    ("rule", r"\|-"),
    ("row", r"\| "),
    ("note", r"\[\^1\]: "),
    ("caption", r"(?=Table \d+\. )"),
    ("text", r""),
)


def read_blocks(markdown: str) -> list[Block]:
    """The blocks of one edition, in order; every line of the Markdown is one."""
    body = markdown.split("---\n", 2)[2]
    blocks = []
    for line in filter(None, body.splitlines()):
        kind, opener = next((k, o) for k, o in _KINDS if re.match(o, line))
        if kind != "rule":
            blocks.append(Block(kind, re.sub(rf"\A{opener}", "", line).rstrip()))
    return blocks


def cells(row: str) -> list[str]:
    """The cells of a table's row."""
    return [cell.strip() for cell in row.strip("| ").split("|")]


# --- text, as it comes out of a PDF -----------------------------------------------------------

WIDTH = 108
PAGE = 26  # lines
RUNNING_HEAD = "Forced Labour in Veldania"
GLUED = 8  # every eighth sentence sticks to the one before


def make_text(blocks: list[Block]) -> bytes:
    """Hard-wrapped lines with broken words, glued sentences, running heads and a stray mark."""
    texts = [block.text for block in blocks]
    known = {
        word for word, times in Counter(re.findall(r"\w+", " ".join(texts))).items() if times > 1
    }
    lines: list[str] = []
    for block in _gapped(list(_glued(blocks))):
        lines += _wrapped(_plain(block), known)
    pages = ["\n".join(lines[at : at + PAGE]) for at in range(0, len(lines), PAGE)]
    out = pages[0]
    for number, page in enumerate(pages[1:], start=2):
        out += f"\n\n\f{RUNNING_HEAD}\n{number}\n{page}"
    return f"{out}\n|\n".encode()


def _glued(blocks: list[Block]) -> Iterator[Block]:
    """Take the space away before some sentences, as extraction does at the end of a line."""
    met = 0
    for block in blocks:
        parts = re.split(r"(?<=[a-z]{2}\.) (?=[A-Z][a-z]+ )", block.text)
        text = parts[0]
        for part in parts[1:] if block.kind == "text" else ():
            met += 1
            text += ("" if met % GLUED == 0 else " ") + part
        yield block._replace(text=text) if block.kind == "text" else block


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
    """What of a word goes on the line: up to between two consonants, three letters at least.

    Only words that the edition also has in one piece are broken, so that they can be mended.
    """
    whole = re.match(r"[a-z]*", word)
    if whole and whole.group() in known:
        for at in range(min(room, len(whole.group()) - 3), 2, -1):
            if re.match(r"[bcdfglmnprst][bcdfglmnprt](?!ed)[aeiouy]", word[at - 1 :]):
                return word[:at], word[at:]
    return "", word


MAKERS: dict[str, Callable[[list[Block]], bytes]] = {
    "txt": make_text,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
