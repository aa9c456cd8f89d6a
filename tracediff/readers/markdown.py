"""Markdown in, blocks out; front matter may give the title and the year."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from tracediff.lexicon.layout import LABEL, REFERENCE_HEADINGS
from tracediff.model import Block, BlockKind, Cell, Source, Span
from tracediff.readers.decode import decode
from tracediff.settings import Reading

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\A---[ \t]*\r?\n((?:(?!---)[^\n]*\n){0,200})---[ \t]*(?:\r?\n|\Z)")
_FIELD = re.compile(r"^(title|year)[ \t]*:[ \t]*[\"']?([^\n\"']+)", re.MULTILINE | re.IGNORECASE)

# what stands in a line as markup and is not part of the text; a bare name in double braces is part
# of it, since nobody filled it in
_MARKUP = re.compile(
    r"""
      (?P<image>!\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\))
    | (?P<open>\[)(?=[^\]\n]{1,500}\]\()
    | (?P<close>\]\([^)\n]{0,2000}\))
    | (?P<note>\[\^[^\]\n]{1,40}\])
    | (?P<tag></?[a-zA-Z][^<>\n]{0,500}>|<!--[^\n]{0,2000}?-->)
    | (?P<escape>\\)(?=[!-/:-@\[-`{-~])
    | (?P<liquid>\{[%{](?![ ]?(?!(?:end|else|raw|toc|content)\b)[^\W\d][\w.]{0,60}[ ]?\}\})
        [^{}\n]{0,300}[%}]\})
    | (?P<strong>\*{1,3}|_{2}|(?<![\w])_(?=\w)|(?<=\w)_(?![\w])|`{1,3}|~~)
    """,
    re.VERBOSE,
)


def read_markdown(data: bytes, name: str, settings: Reading) -> Source:
    """Read a CommonMark file with tables."""
    from markdown_it import MarkdownIt

    text = decode(data, name, settings)
    fields, body = _front_matter(text)
    masked = re.sub(r"[^\n]", " ", text[:body]) + text[body:]
    tokens = MarkdownIt("commonmark", {"maxNesting": 20}).enable("table").parse(masked)
    starts = [0, *(m.end() for m in re.finditer(r"\r\n|\r|\n", text)), len(text)]
    blocks = tuple(_references(_blocks(tokens, text, starts), text))
    year = fields.get("year", "")
    return Source(
        name,
        "markdown",
        text,
        blocks,
        title=fields.get("title"),
        year=int(year) if re.fullmatch(r"(?:19|20)\d\d", year) else None,
    )


def _front_matter(text: str) -> tuple[dict[str, str], int]:
    front = _FRONT.match(text)
    if not front:
        return {}, 0
    found = {m.group(1).casefold(): m.group(2).strip() for m in _FIELD.finditer(front.group(1))}
    return found, front.end()


def _blocks(tokens: Sequence[Token], text: str, starts: list[int]) -> Iterator[Block]:
    depth, at = 0, 0
    while at < len(tokens):
        token = tokens[at]
        depth += (token.type == "list_item_open") - (token.type == "list_item_close")
        if token.type in ("heading_open", "paragraph_open") and token.map:
            span = _trim(text, starts[token.map[0]], starts[token.map[1]])
            if token.type == "heading_open":
                yield _inline(text, span, BlockKind.HEADING, int(token.tag[1]))
            else:
                yield from _paragraphs(text, span, depth)
        elif token.type == "table_open" and token.map:
            yield _table(text, starts, token.map[0], token.map[1])
            while tokens[at].type != "table_close":
                at += 1
        at += 1


def _paragraphs(text: str, span: Span, depth: int) -> Iterator[Block]:
    """A paragraph, or the definitions of footnotes that CommonMark takes for one."""
    notes = list(_FOOTNOTE.finditer(text, *span))
    if not notes or notes[0].start() != span.start:
        yield _inline(text, span, BlockKind.ITEM if depth else BlockKind.PARAGRAPH, depth)
        return
    ends = [*(note.start() for note in notes[1:]), span.end]
    for note, end in zip(notes, ends, strict=True):
        yield _inline(text, _trim(text, note.end(), end), BlockKind.NOTE, 0)


_FOOTNOTE = re.compile(r"^\[\^[^\]\n]{1,40}\]:[ \t]*", re.MULTILINE)


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] == ">"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


_QUOTE = re.compile(r"(?m)^[ \t]{0,3}(?:>[ \t]?)+")
_SUSPECT = re.compile(r"[!\[\]<>\\{*_`~]")  # one of these stands wherever there is markup
_OPENER = re.compile(r"#{1,6}[ \t]+|(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[[ xX]\][ \t]+)?")
_SETEXT = re.compile(r"\s*\n[ \t]*(?:=+|-+)[ \t]*\Z|[ \t]+#+[ \t]*\Z")


def _inline(text: str, span: Span, kind: BlockKind, level: int) -> Block:
    """The block without what opens it and without markup inside it."""
    start, end, label = span.start, span.end, ""
    while opener := _OPENER.match(text, start, end):
        label, start = opener.group().strip("# \t"), opener.end()
    if kind is BlockKind.HEADING and (tail := _SETEXT.search(text[start:end])):
        end = start + tail.start()
    if number := LABEL.match(text, start, end):
        label, start = number.group().strip(), number.end()
        kind = BlockKind.ITEM if kind is BlockKind.PARAGRAPH else kind
    cuts: list[Span] = []
    if _SUSPECT.search(text, start, end):
        cuts = [Span(*m.span()) for m in _MARKUP.finditer(text, start, end)]
        cuts += [Span(*m.span()) for m in _QUOTE.finditer(text, start, end)]
    return Block(kind, Span(start, end), level, cuts=tuple(sorted(cuts)), label=label)


def _table(text: str, starts: list[int], first: int, stop: int) -> Block:
    """A pipe table: the head, the ruler below it, and the rows."""
    rows = [
        tuple(_cells(text, starts[line], starts[line + 1]))
        for line in range(first, stop)
        if line != first + 1
    ]
    span = _trim(text, starts[first], starts[stop])
    return Block(BlockKind.TABLE, span, rows=tuple(rows), heads=1)


def _cells(text: str, start: int, end: int) -> Iterator[Cell]:
    line = _trim(text, start, end)
    edges = [m.start() for m in re.finditer(r"(?<!\\)\|", text[line.start : line.end])]
    bounds = [line.start - 1, *(line.start + e for e in edges), line.end]
    for left, right in pairwise(bounds):
        span = _trim(text, left + 1, right)
        outer = left < line.start or right >= line.end
        if outer and span.start >= span.end:
            continue
        yield Cell(_MARKUP.sub("", text[span.start : span.end]), span)


def _references(blocks: Iterator[Block], text: str) -> Iterator[Block]:
    """Mark what follows a heading such as "References", up to the next heading."""
    inside = False
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            title = text[block.span.start : block.span.end].strip(" .:*").casefold()
            inside = title in REFERENCE_HEADINGS
        elif inside and block.kind is not BlockKind.TABLE:
            block = Block(BlockKind.REFERENCE, block.span, cuts=block.cuts, label=block.label)
        yield block
