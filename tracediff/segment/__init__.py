"""Passages in, an edition of sections, paragraphs and sentences out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress, islice, pairwise, takewhile
from typing import Final

from tracediff.model import (
    Block,
    BlockKind,
    Cell,
    Edition,
    Paragraph,
    Passage,
    Section,
    Sentence,
    Source,
    Span,
    Table,
)
from tracediff.segment.dating import date_edition
from tracediff.segment.heads import head_rows, is_period, labels_first
from tracediff.segment.sentences import sentence_spans
from tracediff.segment.statements import holds_values, is_caption, note_marks, states_something
from tracediff.settings import Dating, Words

_BETWEEN: Final = 15  # words between two tables, of which the second has the heads of the first


def segment(
    source: Source,
    passages: Sequence[Passage],
    year: int | None = None,
    path: str = "",
    words: Words | None = None,
    settings: Dating | None = None,
) -> Edition:
    """Cut the passages of one file into sections, paragraphs and sentences.

    ``year`` is the reporting year where the user gave it; otherwise it is told from the text.
    ``words`` names further abbreviations whose full stop ends no sentence.
    """
    added = words.of("abbreviations") if words else ()
    work = _Work(_Places(source), frozenset(entry.rstrip(".") for entry in added))
    for passage in passages:
        work.add(passage)
    time = date_edition(source, passages, year, settings or Dating())
    return Edition(
        name=source.name.replace("\\", "/").rsplit("/", 1)[-1],
        path=path or source.name,
        format=source.format,
        year=time.year,
        year_reason=time.reason,
        period=time.period,
        text=source.text,
        title=time.title,
        title_year=time.title_year,
        sections=tuple(work.closed_sections(len(source.text))),
        paragraphs=tuple(work.paragraphs),
        sentences=tuple(work.sentences),
        tables=tuple(work.tables),
        notes=source.notes,
        left_out=source.left_out,
    )


class _Places:
    """Lines (from 1) and pages by offset in the source text."""

    def __init__(self, source: Source) -> None:
        text = source.text
        ends = (m.end() for m in re.finditer(r"\r*\n|\r", text))
        lines = source.lines or tuple((at, n) for n, at in enumerate((0, *ends), start=1))
        self._lines = [at for at, _ in lines], [line for _, line in lines]
        self._pages = [at for at, _ in source.pages], [page for _, page in source.pages]

    def line(self, offset: int) -> int:
        """The line of the file that the offset stands in."""
        starts, numbers = self._lines
        return numbers[max(0, bisect_right(starts, offset) - 1)]

    def page(self, offset: int, block: Block) -> int | None:
        """The page that the offset stands on, where the file has pages."""
        starts, numbers = self._pages
        if not starts:
            return block.page
        return numbers[max(0, bisect_right(starts, offset) - 1)]


@dataclass(slots=True)
class _Work:
    """What has been cut so far; lives only while one edition is being cut."""

    places: _Places
    abbreviations: frozenset[str] = frozenset()
    sections: list[Section] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    levels: dict[tuple[str, ...], int] = field(default_factory=dict)
    caption: str = ""
    marks: frozenset[str] = frozenset()  # of the notes to the table above

    def add(self, passage: Passage) -> None:
        block = passage.block
        if block.kind is BlockKind.HEADING:
            self._open(passage.text, block)
            if states_something(passage.text):
                self._paragraph(block, [(passage.text, passage.shifts)])
            return
        if not self.sections:
            self._open("", Block(BlockKind.HEADING, Span(block.span.start, block.span.start)))
        if block.kind is BlockKind.TABLE:
            self._table(block)
            self.marks = note_marks(block.rows)
            return
        noted = block.kind is BlockKind.ITEM and block.label.strip("()[]. ") in self.marks
        self.marks = self.marks if noted else frozenset()
        if noted or (block.kind is BlockKind.PARAGRAPH and is_caption(passage.text)):
            block = replace(block, kind=BlockKind.NOTE)
        if any(map(str.isalnum, passage.text)) or not _MARKS.fullmatch(passage.text):
            first = self._paragraph(block, [(passage.text, passage.shifts)])
            self.caption = self._lead_in(first, passage.text)

    def _lead_in(self, first: int, text: str) -> str:
        """What a paragraph says of a table right below it: all of a short one, without a sentence
        that ends before the last, as a caption has its number."""
        last = self.sentences[-1].text if len(self.sentences) > first else ""
        said = last if _ENDED.search(text.removesuffix(last).rstrip()) else text
        return said if len(said) < _LEAD_IN else ""

    def _open(self, title: str, block: Block) -> None:
        self.caption = ""
        outer = [s for s in self.sections[-1:] if s.title]
        path: tuple[str, ...] = ()
        if outer:
            above = [outer[0].path[: n + 1] for n in range(len(outer[0].path))]
            path = next((p for p in reversed(above) if self.levels.get(p, 0) < block.level), ())
        index = len(self.sections)
        self.levels[(*path, title)] = block.level
        self.sections.append(
            Section(index, title, block.level, block.span, (*path, title), block.label, block.page)
        )

    def _paragraph(
        self, block: Block, texts: Sequence[tuple[str, tuple[tuple[int, int], ...]]]
    ) -> int:
        """Add one paragraph made of these texts; gives the index of its first sentence."""
        first = len(self.sentences)
        for text, shifts in texts:
            positions = [position for position, _ in shifts]
            for span in sentence_spans(text, self.abbreviations):
                self._sentence(block, text, shifts, positions, span)
        self._close(block, first)
        return first

    def _sentence(
        self,
        block: Block,
        text: str,
        shifts: tuple[tuple[int, int], ...],
        positions: list[int],
        span: Span,
    ) -> None:
        at = max(0, bisect_right(positions, span.start) - 1)
        stop = bisect_right(positions, span.end - 1)
        own = tuple(
            (max(0, position - span.start), offset + max(0, span.start - position))
            for position, offset in shifts[at:stop]
        )
        last_position, last_offset = own[-1]
        end = last_offset + (span.end - span.start) - last_position
        source = Span(own[0][1], end)
        self.sentences.append(
            Sentence(
                index=len(self.sentences),
                text=text[span.start : span.end],
                span=source,
                section=len(self.sections) - 1,
                paragraph=len(self.paragraphs),
                line=self.places.line(source.start),
                page=self.places.page(source.start, block),
                kind=block.kind,
                shifts=own,
            )
        )

    def _close(self, block: Block, first: int) -> None:
        self.paragraphs.append(
            Paragraph(
                index=len(self.paragraphs),
                section=len(self.sections) - 1,
                kind=block.kind,
                span=block.span,
                first=first,
                stop=len(self.sentences),
                label=block.label,
            )
        )

    def _table(self, block: Block) -> None:
        above = self._heads_above(block)
        if block.caption and block.caption.text.strip():
            caption = " ".join(block.caption.text.split())
            note = replace(block, kind=BlockKind.NOTE, rows=(), span=block.caption.span)
            self._paragraph(note, [(caption, ((0, block.caption.span.start),))])
        drawn = labels_first(block.rows)
        valued = block.heads == 1 and holds_values(drawn[0])
        count = 0 if valued else head_rows(drawn, block.heads)
        body = block.rows[count:]
        filled = [any(cell.text.strip() for cell in row) for row in body]
        for row in compress(body, filled):
            self._row(block, row)
        heads = drawn[count - 1] if count else above
        self.tables.append(
            Table(
                index=len(self.tables),
                caption=block.caption.text if block.caption else self.caption,
                section=len(self.sections) - 1,
                heads=heads,
                rows=tuple(compress(drawn[count:], filled)),
                span=block.span,
                page=block.page,
                above=drawn[: count - 1] if count else (),
            )
        )

    def _heads_above(self, block: Block) -> tuple[Cell, ...]:
        """The heads of the table just above, with its years, of which another one of as many
        columns goes on under a title: "Expenses"."""
        if not self.tables:
            return ()
        last = self.tables[-1]
        wide = {len(row) for row in block.rows} == {len(last.heads)}
        near = last.page == block.page and last.span.end <= block.span.start
        between = takewhile(lambda one: one.span.start >= last.span.end, reversed(self.sentences))
        said = sum(len(one.text.split()) for one in islice(between, _BETWEEN))
        dated = any(is_period(head.text) for head in last.heads[1:])
        return last.heads if wide and near and dated and said <= _BETWEEN else ()

    def _row(self, block: Block, row: tuple[Cell, ...]) -> None:
        """A row is one sentence, its cells joined; where one holds prose, each is a paragraph."""
        cells = [(" ".join(cell.text.split()), cell.span) for cell in row]
        if any(_is_prose(text) for text, _ in cells):
            for text, span in cells:
                kind = BlockKind.PARAGRAPH if _is_prose(text) else block.kind
                own = replace(block, kind=kind, rows=(), span=span)
                if text:
                    self._paragraph(own, [(text, ((0, span.start),))])
            return
        first = len(self.sentences)
        filled = [(text or "–", span) for text, span in cells]
        joined = " | ".join(text for text, _ in filled)
        starts = [0]
        for text, _ in filled[:-1]:
            starts.append(starts[-1] + len(text) + 3)
        shifts = tuple((at, span.start) for at, (_, span) in zip(starts, filled, strict=True))
        source = Span(filled[0][1].start, max(span.end for _, span in filled))
        self.sentences.append(
            Sentence(
                index=first,
                text=joined,
                span=source,
                section=len(self.sections) - 1,
                paragraph=len(self.paragraphs),
                line=self.places.line(source.start),
                page=self.places.page(source.start, block),
                kind=BlockKind.TABLE,
                shifts=shifts,
            )
        )
        self._close(block, first)

    def closed_sections(self, end: int) -> Iterator[Section]:
        """The sections, each reaching to where the next one begins."""
        for section, after in pairwise([*self.sections, None]):
            assert section is not None
            stop = after.span.start if after else end
            yield Section(
                section.index,
                section.title,
                section.level,
                Span(section.span.start, stop),
                section.path,
                section.label,
                section.page,
            )


_MARKS = re.compile(r"[●•▪■◦○◆◇▲▼★\s]*")  # of a drawing, which say nothing by themselves
_LEAD_IN = 200  # characters of a line that leads to a table; a longer one is prose
_ENDED = re.compile(r"[a-z)%]{2}[.!?]\Z")


def _is_prose(text: str) -> bool:
    return len(text.split()) >= 8 and bool(re.search(r"[a-z][.;](?:\s|$)", text))
