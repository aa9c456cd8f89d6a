"""HTML inside a Markdown file in, blocks that point into the file out.

Tags are read one after another without a tree, so that every block keeps its place in the file:
paragraphs, headings and items of what lies between tags of blocks, and tables with their spans.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set
from dataclasses import dataclass, field

from tracediff.model import Block, BlockKind, Cell, Span
from tracediff.readers.coverage import Reason
from tracediff.readers.html_main import BLOCKS
from tracediff.readers.markdown_html_rows import Homes, with_rows
from tracediff.readers.markdown_inline import ATTRIBUTES, cell_of, inline_block, pictures, trim
from tracediff.readers.rows import reach_down

Marked = tuple[Span, Reason]

_TAG = re.compile(
    r"<!--(?:(?!-->)[\s\S])*(?:-->|\Z)|<(?P<close>/?)(?P<name>[a-zA-Z][\w.:-]{0,60})"
    rf"(?P<rest>{ATTRIBUTES}/?)>|<[!?][^<>]{{0,2000}}>"
)
_WHOLE = {  # elements whose content is no running text, and what it is
    "script": None, "style": None, "svg": "drawn text", "canvas": "drawn text",
    "template": "template", "noscript": "text for browsers without scripts", "iframe":
    "embedded content", "object": "embedded content", "textarea": "form control",
    "select": "form control", "button": "form control",
}  # fmt: skip
_INLINE = frozenset(
    "a abbr b bdi bdo big br cite code data del dfn em font i img ins kbd label mark q s samp small"
    " span strike strong sub sup time tt u var wbr".split()
)
_PARTED = re.compile(r"\n[ \t>]*\n")
_ASIDE = re.compile(
    r"(?i)\bid\s?=\s?[\"']?(?:fn|footnote|endnote)[-_:]?\d|\brole\s?=\s?[\"']?doc-(?:foot|end)note"
    r"|\bclass\s?=\s?[\"'][^\"'<>]{0,200}\b(?:foot|end)notes?\b"
)
_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?(\d{1,3})")
LINKS = Reason("links", "lead to other pages")
COMMENT = Reason("comments", "are not shown")


def html_blocks(text: str, span: Span, links: Set[str], marked: list[Marked]) -> Iterator[Block]:
    """The blocks of a stretch of HTML; what is no running text is added to ``marked``."""
    flow = _Flow(text, links, marked)
    yield from with_rows(text, list(_blocks(text, span, flow)), flow.homes, links)


def _blocks(text: str, span: Span, flow: _Flow) -> Iterator[Block]:
    """The blocks of a stretch of HTML, one after another."""
    at = span.start
    while match := _TAG.search(text, at, span.end):
        name = (match.group("name") or "").casefold()
        if match.group().startswith("<!--"):
            flow.marked.append((Span(*match.span()), COMMENT))
        elif name in _WHOLE and not match.group("close"):
            end = _end_of(text, name, match.end(), span.end)
            if what := _WHOLE[name]:
                reason = Reason(what, "is no running text")
                flow.marked.append((Span(match.end(), end), reason))
            yield from flow.text(at, match.start())
            yield from flow.flush()
            at = end
            continue
        yield from flow.text(at, match.start())
        at = match.end()
        if name == "img":
            yield from flow.picture(Span(*match.span()))
        if name == "table" and not match.group("close"):
            end = _end_of(text, "table", match.end(), span.end)
            table = _table(text, Span(match.end(), end), flow.links)
            if table is not None:
                yield from flow.flush()
                yield table
                at = end
        elif name:
            if name not in _INLINE:
                yield from flow.flush()
            flow.tag(name, closes=bool(match.group("close")))
            flow.aside(name, match.group("rest"), closes=bool(match.group("close")))
            if not match.group("rest").endswith("/"):
                flow.homes.tag(name, closes=bool(match.group("close")))
    yield from flow.text(at, span.end)
    yield from flow.flush()


def _end_of(text: str, name: str, start: int, end: int) -> int:
    """Where the element that begins here is closed, or the end of the stretch."""
    found = re.compile(rf"</{name}\s*>", re.IGNORECASE).search(text, start, end)
    return found.start() if found else end


@dataclass(slots=True)
class _Flow:
    """The run of text that is being collected, and the element of a block it stands in."""

    source: str
    links: Set[str]
    marked: list[Marked]
    first: int = -1
    last: int = -1
    heading: int = 0
    items: int = 0
    linked: bool = False  # whether the tags come between those of a link
    links_in: int = 0  # links in the run
    words: bool = False  # whether the run has words outside its links
    note: str = ""  # the name of the element of a note or a caption, where the run stands in one
    nested: int = 0  # elements of that name that are open
    homes: Homes = field(default_factory=Homes)

    def text(self, start: int, end: int) -> Iterator[Block]:
        """Add the text up to the next tag; an empty line ends the run."""
        for gap in _PARTED.finditer(self.source, start, end):
            self._add(start, gap.start())
            yield from self.flush()
            start = gap.end()
        self._add(start, end)

    def _add(self, start: int, end: int) -> None:
        piece = trim(self.source, start, end)
        if piece.start < piece.end:
            self.first = piece.start if self.first < 0 else self.first
            self.last = piece.end
            outside = not self.linked and any(map(str.isalnum, self.source[slice(*piece)]))
            self.words = self.words or outside

    def picture(self, span: Span) -> Iterator[Block]:
        """The description of a picture, where it states a figure and no run is open."""
        if self.first >= 0:
            return
        for _, words in pictures(self.source, span):
            yield inline_block(self.source, words, BlockKind.NOTE, 0, self.links)

    def tag(self, name: str, *, closes: bool) -> None:
        """Go into or come out of an element; inline ones but for links make no difference."""
        if name == "a":
            self.linked = not closes
            self.links_in += not closes
        elif re.fullmatch("h[1-6]", name):
            self.heading = 0 if closes else int(name[1])
        elif name in ("li", "dd"):
            self.items = max(0, self.items + (-1 if closes else 1))
        elif name in BLOCKS:
            self.heading = 0

    def aside(self, name: str, rest: str, *, closes: bool) -> None:
        """Go into or come out of a note or a caption."""
        if name == self.note:
            self.nested += -1 if closes else 1
            self.note = self.note if self.nested else ""
        elif not self.note and not closes and (name == "figcaption" or _ASIDE.search(rest)):
            self.note, self.nested = name, 1

    def flush(self) -> Iterator[Block]:
        """The block that the run makes, if it has any text."""
        span = Span(self.first, self.last)
        if self.first >= 0 and not self.words and self.links_in > 1:
            self.marked.append((span, LINKS))
        elif self.first >= 0:
            kind = BlockKind.ITEM if self.items else BlockKind.PARAGRAPH
            kind = BlockKind.HEADING if self.heading else BlockKind.NOTE if self.note else kind
            level = self.heading or min(self.items, 1)
            block = inline_block(self.source, span, kind, level, self.links)
            self.homes.note(block)
            yield block
        self.first = self.last = -1
        self.links_in, self.words = 0, False


_Drawn = tuple[Cell, int, int, bool]  # a cell, the columns and rows it reaches over, if a head

_ROW_TAG = re.compile(
    r"<(?P<close>/?)(?P<name>tr|td|th|thead|tbody|tfoot|caption|table)\b(?P<rest>[^<>]{0,2000})>",
    re.IGNORECASE,
)
_WIDEST = 1000  # columns that a cell reaches over at most


def _table(text: str, span: Span, links: Set[str]) -> Block | None:
    """A table; one that holds another, or has no row of two cells, is layout and none."""
    drawn, caption = _drawn(text, span, links)
    rows = _grid([row for row in drawn if any(cell.text for cell, _, _, _ in row)])
    if max(map(len, rows), default=0) < 2 or "<table" in text[span.start : span.end].casefold():
        return None
    heads = 0
    for row in drawn:
        if not row or not all(head for _, _, _, head in row):
            break
        heads += 1
    first = min(cell.span.start for row in rows for cell in row)
    last = max(cell.span.end for row in rows for cell in row)
    if caption is not None:
        first = min(first, caption.span.start)
    return Block(
        BlockKind.TABLE,
        Span(first, last),
        rows=tuple(map(tuple, rows)),
        heads=heads if heads < len(rows) else 0,
        caption=caption if caption and caption.text else None,
    )


def _drawn(text: str, span: Span, links: Set[str]) -> tuple[list[list[_Drawn]], Cell | None]:
    """The cells of each row as they are written, and the caption."""
    rows: list[list[_Drawn]] = []
    caption = None
    opened: tuple[str, int, str, bool] | None = None  # the cell that is open
    heading = False
    tags = [*_ROW_TAG.finditer(text, *span), None]
    for match in tags:
        stop = match.start() if match else span.end
        if opened is not None:
            name, start, rest, head = opened
            cell = cell_of(text, trim(text, start, stop), links)
            if name == "caption":
                caption = cell
            else:
                reach = {side: max(1, int(size)) for side, size in _SPAN.findall(rest.casefold())}
                across = min(reach.get("colspan", 1), _WIDEST)
                rows = rows or [[]]
                rows[-1].append((cell, across, reach.get("rowspan", 1), head))
            opened = None
        if match is None:
            continue
        name = match.group("name").casefold()
        if name == "thead":
            heading = not match.group("close")
        elif name == "tr" and not match.group("close"):
            rows.append([])
        elif name in ("td", "th", "caption") and not match.group("close"):
            opened = name, match.end(), match.group("rest"), heading or name == "th"
    return rows, caption


def _grid(drawn: list[list[_Drawn]]) -> list[list[Cell]]:
    """The rows with every cell in each column and row that it reaches over."""
    below: dict[int, tuple[int, Cell]] = {}
    rows: list[list[Cell]] = []
    for cells in drawn:
        row: list[Cell] = []
        kept: dict[int, tuple[int, Cell]] = {}
        for cell, across, down, _ in cells:
            reach_down(below, row, kept)
            for _ in range(across):
                if down > 1:
                    kept[len(row)] = (down - 1, cell)
                row.append(cell)
        reach_down(below, row, kept)
        below.update(kept)
        rows.append(row)
    return rows
