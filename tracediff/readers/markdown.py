"""A Markdown file in, its blocks out; front matter may give the title, the year and the date."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence, Set
from itertools import pairwise
from typing import TYPE_CHECKING

from tracediff.lexicon.layout import FUNCTION_WORDS, REFERENCE_HEADINGS
from tracediff.model import Block, BlockKind, Cell, Source, Span
from tracediff.readers.accounting import unread
from tracediff.readers.coverage import NOTE_MARKS, PICTURES, Reason
from tracediff.readers.decode import decode
from tracediff.readers.front_matter import front_matter
from tracediff.readers.markdown_html import COMMENT, Marked, html_blocks
from tracediff.readers.markdown_inline import (
    calls,
    cell_lines,
    cell_of,
    cell_text,
    cuts,
    inline_block,
    marks,
    pictures,
    trim,
)
from tracediff.readers.markdown_lines import Prepared, prepare
from tracediff.readers.markdown_pages import without_pages
from tracediff.readers.references import bibliography
from tracediff.readers.rows import gap, parted
from tracediff.settings import Reading

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = Reason("front matter", "describes the file; its title, year and date are used")
_CODE = Reason("code", "is no prose")
_MARKUP = Reason("markup", "tells how the text looks or where links lead")
_INLINE = {
    "comment": COMMENT,
    "image": PICTURES,
    "note": NOTE_MARKS,
    "cited": Reason("citation keys", "name the sources of a sentence"),
    "call": Reason("calls of a template", "what they put into the page is not in the file"),
}
_DEEPEST = 120  # blocks inside each other that are parsed; what lies deeper is read as plain lines


def read_markdown(data: bytes, name: str, settings: Reading) -> Source:
    """Read a CommonMark file with tables, notes, lists of terms, containers and HTML."""
    text = decode(data, name, settings)
    front = front_matter(text)
    starts = [0, *(m.end() for m in re.finditer(r"\r*\n|\r", text)), len(text)]
    lines = [text[a:b] if a >= front.end else "\n" for a, b in pairwise(starts)]
    marked: list[Marked] = [(Span(0, front.end), _FRONT)]
    for called in calls(text, front.end):
        marked.append((called, _INLINE["call"]))
        for at in range(bisect_right(starts, called.start) - 1, bisect_left(starts, called.end)):
            lines[at] = "\n"
    found = list(_File(text, starts, prepare(lines), marked).blocks())
    found.sort(key=lambda block: block.span)
    blocks, gone = without_pages(text, found)
    blocks = list(_references(blocks, text))
    marked += gone
    for span, kind in marks(text, Span(front.end, len(text))):
        marked.append((span, _INLINE[kind]))
    return Source(
        name,
        "markdown",
        text,
        tuple(blocks),
        title=front.title,
        year=front.year,
        date=front.date,
        described=front.described,
        left_out=unread(text, blocks, _apart(marked), _MARKUP, starts),
    )


def _apart(marked: Sequence[Marked]) -> list[Marked]:
    """The marked stretches in order, those left out that lie in another."""
    kept: list[Marked] = []
    for span, reason in sorted(marked):
        if not kept or span.start >= kept[-1][0].end:
            kept.append((span, reason))
    return kept


class _File:
    """A file and its lines as the parser sees them, while its blocks are being made."""

    def __init__(
        self, text: str, starts: list[int], prepared: Prepared, marked: list[Marked]
    ) -> None:
        self.text = text
        self.starts = starts
        self.prepared = prepared
        self.marked = marked
        self.links: Set[str] = frozenset()
        self.read: set[int] = set()  # lines that some block or mark answers for

    def blocks(self) -> Iterator[Block]:
        """The blocks, those of one kind after those of another."""
        from markdown_it import MarkdownIt

        environment: dict[str, dict[str, object]] = {}
        parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
        parser.disable(["inline", "text_join"])  # what stands in a line is read here
        tables = list(self._html_tables())
        tokens = parser.parse("\n".join(self.prepared.lines), environment)
        self.links = {name.casefold() for name in environment.get("references", {})}
        for first, stop in tables:
            yield from self._html(first, stop)
        yield from self._parsed(tokens)
        for line, span in self.prepared.titles:
            at = self.starts[line]
            title = Span(at + span.start, at + span.end)
            yield inline_block(self.text, title, BlockKind.PARAGRAPH, 0, self.links)
        yield from self._rest()

    def _html_tables(self) -> Iterator[tuple[int, int]]:
        """The lines of tables in HTML, empty lines in them or not; the parser does not see them."""
        lines = self.prepared.lines
        ends = [n for n, line in enumerate(lines) if "</table" in line.casefold()]
        at = 0
        for number, line in enumerate(lines):
            if number < at or not re.match(r"[ >]{0,12}<table\b", line, re.IGNORECASE):
                continue
            end = bisect_left(ends, number)
            if end == len(ends):
                return
            at = ends[end] + 1
            for inside in range(number, at):
                lines[inside] = ""
            yield number, at

    def _span(self, first: int, stop: int) -> Span:
        self.read.update(range(first, stop))
        return trim(self.text, self.starts[first], self.starts[stop], quoted=True)

    def _html(self, first: int, stop: int) -> Iterator[Block]:
        yield from html_blocks(self.text, self._span(first, stop), self.links, self.marked)

    def _parsed(self, tokens: Sequence[Token]) -> Iterator[Block]:
        depth, at = 0, 0
        while at < len(tokens):
            token = tokens[at]
            depth += (token.type == "list_item_open") - (token.type == "list_item_close")
            if token.map:
                yield from self._block(token, token.map[0], token.map[1], depth)
            if token.type == "table_open":
                while tokens[at].type != "table_close":
                    at += 1
            at += 1

    def _block(self, token: Token, first: int, stop: int, depth: int) -> Iterator[Block]:
        match token.type:
            case "heading_open":
                span = self._span(first, stop)
                level = int(token.tag[1])
                number = _NUMBER_OF.search(self.text, *span)
                if number and (depth or not number.group("small")):  # "- # of visits" counts them
                    span = Span(number.start("sign"), span.end)
                    own = cuts(self.text, *span, self.links)
                    yield Block(
                        BlockKind.ITEM if depth else BlockKind.PARAGRAPH, span, depth, cuts=own
                    )
                    return
                yield inline_block(self.text, span, BlockKind.HEADING, level, self.links)
            case "paragraph_open":
                yield from self._paragraph(first, stop, depth)
            case "table_open":
                yield self._table(first, stop)
            case "html_block":
                yield from self._html(first, stop)
            case "fence":
                self.marked.append((self._span(first, stop), _CODE))
            case "code_block":
                yield from self._code(first, stop, depth)
            case "hr":
                self.read.update(range(first, stop))

    def _paragraph(self, first: int, stop: int, depth: int) -> Iterator[Block]:
        """A paragraph, or the notes or terms that CommonMark takes for one."""
        span = self._span(first, stop)
        kind = BlockKind.ITEM if depth else BlockKind.PARAGRAPH
        if first in self.prepared.notes:
            kind = BlockKind.NOTE
        bounds = [m for m in _PART.finditer(self.text, *span) if m.group("note") or not depth]
        starts = [span.start, *(m.start() for m in bounds), span.end]
        parts = [trim(self.text, a, b) for a, b in pairwise(starts)]
        if rows := self._terms(parts, bounds):
            yield rows
            return
        for part, opener in zip(parts, [None, *bounds], strict=True):
            if part.start == part.end:
                continue
            if opener is None:
                for piece, own, level in self._set_apart(part, kind, depth):
                    yield from self._running(piece, own, level)
            elif opener.group("note"):
                body = trim(self.text, opener.end(), part.end)
                yield inline_block(self.text, body, BlockKind.NOTE, 0, self.links)
            else:
                body = trim(self.text, opener.end(), part.end)
                yield inline_block(self.text, body, BlockKind.ITEM, 1, self.links)

    def _set_apart(
        self, span: Span, kind: BlockKind, depth: int
    ) -> Iterator[tuple[Span, BlockKind, int]]:
        """The parts of a paragraph that its lines set apart, each with its kind and depth.

        CommonMark knows few bullets: a line that opens with another is an item all the same. A line
        that is bold throughout heads what follows, where no sentence runs on through it.
        """
        start, own, level = span.start, kind, depth
        for mark in _APART.finditer(self.text, *span):
            if mark.group("head") and not self._heads(mark, span):
                continue
            before = trim(self.text, start, mark.start())
            if before.start < before.end:
                yield before, own, level
            if not mark.group("head"):
                item = kind is BlockKind.PARAGRAPH or own is BlockKind.PARAGRAPH
                start, own, level = mark.end("bullet"), BlockKind.ITEM if item else own, 1
                continue
            outside = mark.start("head") == mark.start()  # as far out as the list itself
            own, level = (BlockKind.PARAGRAPH, 0) if outside else (kind, depth)
            start = mark.end()
            yield trim(self.text, *mark.span("head")), own, level
        rest = trim(self.text, start, span.end)
        if rest.start < rest.end:
            yield rest, own, level

    def _heads(self, mark: re.Match[str], span: Span) -> bool:
        """Whether no sentence runs on from the line above a bold one, or from that to the next."""
        above = self.text[span.start : mark.start()].split()
        below = self.text[mark.end() : span.end].lstrip(" \t\r\n>")
        open_end = bool(above) and (above[-1] in FUNCTION_WORDS or above[-1][-1] in ",;–—(")
        return not open_end and not below[:1].islower()

    def _running(self, span: Span, kind: BlockKind, depth: int) -> Iterator[Block]:
        """Running text, and between its parts what pictures in it state."""
        start = span.start
        for picture, words in pictures(self.text, span):
            before = trim(self.text, start, picture.start)
            if before.start < before.end:
                yield inline_block(self.text, before, kind, depth, self.links)
            yield inline_block(self.text, words, BlockKind.NOTE, 0, self.links)
            start = picture.end
        rest = trim(self.text, start, span.end)
        if rest.start < rest.end:
            yield inline_block(self.text, rest, kind, depth, self.links)

    def _terms(self, parts: Sequence[Span], bounds: Sequence[re.Match[str]]) -> Block | None:
        """A table of one row, where a term has one short definition that is a figure."""
        if len(bounds) != 1 or bounds[0].group("note") or parts[0].start == parts[0].end:
            return None
        body = trim(self.text, bounds[0].end(), parts[1].end)
        row = tuple(cell_of(self.text, span, self.links) for span in (parts[0], body))
        if "\n" in self.text[slice(*parts[0])] or not _VALUE.fullmatch(row[1].text):
            return None
        return Block(BlockKind.TABLE, Span(parts[0].start, body.end), rows=(row,))

    def _table(self, first: int, stop: int) -> Block:
        """A pipe table: the head, the ruler below it, and the rows."""
        span = self._span(first, stop)
        rows = [
            row
            for line in range(first, stop)
            if line != first + 1
            for row in self._rows(tuple(self._cells(line)))
        ]
        return Block(BlockKind.TABLE, span, rows=tuple(rows), heads=1)

    def _rows(self, spans: Sequence[Span]) -> Iterator[tuple[Cell, ...]]:
        """The row of a line, or the rows that the breaks in its cells make."""
        lines = [list(cell_lines(self.text, span)) for span in spans]
        shown = [[cell_text(self.text, line, self.links) for line in own] for own in lines]
        count = parted(shown)
        if count == 1:
            yield tuple(
                Cell(gap(own).join(own), span) for own, span in zip(shown, spans, strict=True)
            )
            return
        for at in range(count):
            yield tuple(
                Cell(own[at], parts[at]) if own else Cell("", span)
                for own, parts, span in zip(shown, lines, spans, strict=True)
            )

    def _cells(self, number: int) -> Iterator[Span]:
        line = trim(self.text, self.starts[number], self.starts[number + 1], quoted=True)
        edges = [m.start() for m in _BAR.finditer(self.text, line.start, line.end)]
        for left, right in pairwise([line.start - 1, *edges, line.end]):
            span = trim(self.text, left + 1, right)
            outer = left < line.start or right >= line.end
            if not outer or span.start < span.end:
                yield span

    def _code(self, first: int, stop: int, depth: int) -> Iterator[Block]:
        """Lines that are set in: code, or prose that somebody set in by hand."""
        if _is_prose(self.text[self.starts[first] : self.starts[stop]]):
            yield from self._plain(range(first, stop), depth)
        else:
            self.marked.append((self._span(first, stop), _CODE))

    def _plain(self, lines: Sequence[int], depth: int) -> Iterator[Block]:
        """Lines as paragraphs, one ending at each empty line."""
        run: list[int] = []
        for line in [*lines, None]:
            empty = line is None or not self.text[self.starts[line] : self.starts[line + 1]].strip()
            gap = run and line is not None and (line != run[-1] + 1 or self._opens(line))
            if run and (empty or gap):
                span = self._span(run[0], run[-1] + 1)
                kind = BlockKind.ITEM if depth else BlockKind.PARAGRAPH
                if span.start < span.end:
                    yield inline_block(self.text, span, kind, depth, self.links)
                run = []
            if line is not None and not empty:
                run.append(line)

    def _opens(self, line: int) -> bool:
        """Whether a line opens an item of a list."""
        return bool(_ITEM.match(self.text, self.starts[line], self.starts[line + 1]))

    def _rest(self) -> Iterator[Block]:
        """The lines that the parser passed over, because they are nested deeper than it goes."""
        left = [
            number
            for number, line in enumerate(self.prepared.lines)
            if number not in self.read and line.strip() and not _NO_TEXT.match(line)
        ]
        for number in left:
            yield from self._plain([number], 0)


_APART = re.compile(
    r"(?m)^[ \t>]{0,12}(?:(?P<bullet>[•●▪◦‣■□▸►➢➤✓✔·–—][ \t]+(?=\S))"
    r"|(?P<head>(?P<mark>\*\*|__)(?=[A-Z“\"])[^*_\n]{1,100}(?P=mark)[ \t]{0,4}:?)[ \t]{0,4}\r?$)"
)
_NUMBER_OF = re.compile(r"(?<![^\s>*+-])(?P<sign>#)[ \t]+(?=of\b|(?P<small>[a-z]))")
_PART = re.compile(r"(?m)^[ \t>]*(?:(?P<note>\[\^[^\]\n]{1,40}\]:)|(?P<term>:(?=[ \t]+\S)))[ \t]*")
_ITEM = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\S")
_BAR = re.compile(r"(?<!\\)\|")
_VALUE = re.compile(
    r"[~<>≤≥±+\-−–]?\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?\d[\d.,' ]*"
    r"\s?(?:%|percent|per cent|million|billion|thousand|[a-zA-Z]{1,3})?[*†‡+]?"
)
# a link's definition, the bars around nothing, a list item or a quotation without text
_NO_TEXT = re.compile(
    r"[ \t>]{0,20}(?:\[[^\]^][^\]]{0,200}\]:|(?:[-*+]|\d{1,9}[.)]|#{1,6}|[-=*_|~:` ]+)[ \t]*\Z)"
)
_SYMBOLS = re.compile(r"[{}<>=;\\|#@_]|\w\(|://")


def _is_prose(text: str) -> bool:
    """Whether lines that are set in hold sentences: words, and hardly a sign that code has."""
    words = re.findall(r"[^\W\d_]{2,}", text)
    return len(words) >= 4 and 12 * len(_SYMBOLS.findall(text)) <= len(words)


def _references(blocks: Sequence[Block], text: str) -> Iterator[Block]:
    """Mark what follows a heading such as "References", up to the next heading, and lists that are
    such by their shape."""
    inside = False
    listed = bibliography([None if b.rows else text[slice(*b.span)] for b in blocks])
    for place, block in enumerate(blocks):
        if block.kind is BlockKind.HEADING:
            title = text[block.span.start : block.span.end].strip(" .:*").casefold()
            inside = title in REFERENCE_HEADINGS
        elif (inside or place in listed) and block.kind is not BlockKind.TABLE:
            block = Block(BlockKind.REFERENCE, block.span, cuts=block.cuts, label=block.label)
        yield block
