"""One edition: its period, its sections, paragraphs, sentences and tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from tracediff.model.record import Record
from tracediff.model.source import BlockKind, Cell, Coverage, Span


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of days, both ends included, and the words that a reader would use for it.

    ``as_of`` marks a stock counted on a day, not a flow over a stretch. ``filed`` is the year that
    a report calls it by where that is not the one it ends in ("fiscal 2022", to January 2023).
    """

    start: date
    end: date
    label: str
    as_of: bool = False
    filed: int | None = field(default=None, compare=False)

    @property
    def year(self) -> int | None:
        """The year that it is filed under; else the calendar year it lies in, or for a fiscal year
        the one it ends in; else none."""
        if self.filed is not None:
            return self.filed
        if self.start.year == self.end.year:
            return self.start.year
        return self.end.year if 360 <= self.days <= 370 else None

    @property
    def days(self) -> int:
        """How many days it covers."""
        return (self.end - self.start).days + 1

    @property
    def full_year(self) -> bool:
        """Whether it covers twelve months, and is not a stock as of a day."""
        return 360 <= self.days <= 370 and not self.as_of


_SHOWN: Final = 60  # characters of a sentence that are shown where it is listed


@dataclass(frozen=True, slots=True)
class Sentence(Record):
    """One sentence: its normalised text, and exactly where it stands in the source.

    ``shifts`` are sorted pairs (position in ``text``, offset in the source) from which any position
    in between follows by counting on; one pair for each place where the source was mended.
    """

    index: int
    text: str
    span: Span
    section: int
    paragraph: int
    line: int
    page: int | None = None
    kind: BlockKind = BlockKind.PARAGRAPH
    shifts: tuple[tuple[int, int], ...] = ()

    def locate(self, at: Span) -> Span:
        """The stretch of the source that a stretch of ``text`` came from."""
        return Span(self.offset(at.start), self.offset(at.end - 1) + 1)

    def offset(self, position: int) -> int:
        """Where in the source a character of ``text`` came from."""
        known = self.shifts or ((0, self.span.start),)
        here, there = known[max(0, bisect_right(known, (position, 1 << 62)) - 1)]
        return min(there + position - here, self.span.end)

    def __repr__(self) -> str:
        """One line: where it stands, and how it begins."""
        begun = self.text if len(self.text) <= _SHOWN else f"{self.text[: _SHOWN - 1]}…"
        return f"<Sentence {self.index}, line {self.line}: {begun}>"


@dataclass(frozen=True, slots=True)
class Paragraph(Record):
    """A paragraph, list item or note: the sentences ``first`` to before ``stop``."""

    index: int
    section: int
    kind: BlockKind
    span: Span
    first: int
    stop: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands below it, up to the next heading.

    The first section of an edition may have an empty title (text before any heading).
    ``path`` holds the titles of the sections it lies in, outermost first, its own last.
    """

    index: int
    title: str
    level: int
    span: Span
    path: tuple[str, ...] = ()
    label: str = ""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its caption, column heads and rows, with the section it stands in.

    ``heads`` is the last row of its head, ``above`` are the rows of the head above that one.
    """

    index: int
    caption: str
    section: int
    heads: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span
    page: int | None = None
    above: tuple[tuple[Cell, ...], ...] = ()

    def __repr__(self) -> str:
        """One line: its caption, and how large it is."""
        columns = max(map(len, (self.heads, *self.rows)), default=0)
        return f"<Table {self.caption or self.index}: {len(self.rows)} × {columns} cells>"


@dataclass(frozen=True, slots=True)
class Edition:
    """One report as it was read: the year and period of its data, its sections and sentences.

    ``year_reason`` says in words how the year is known. ``title_year`` is the one that the title
    names, which may be another. ``path`` is as the user gave it.
    """

    name: str
    path: str
    format: str
    year: int | None
    year_reason: str
    period: Period | None
    text: str
    title: str
    sections: tuple[Section, ...]
    paragraphs: tuple[Paragraph, ...]
    sentences: tuple[Sentence, ...]
    tables: tuple[Table, ...] = ()
    notes: tuple[str, ...] = ()
    title_year: int | None = None
    left_out: tuple[Coverage, ...] = ()

    def __repr__(self) -> str:
        """One line: the name, how much it holds, the year of its data."""
        number = len(self.sentences)
        year = f", {self.year}" if self.year is not None else ""
        return f"<Edition {self.name}: {number} sentence{'s' * (number != 1)}{year}>"

    @property
    def unread(self) -> str:
        """What of the file was not read, as one sentence; empty where all was."""
        if not self.left_out:
            return ""
        largest = sorted(self.left_out, key=lambda one: -one.characters)
        parts = [f"{one.what} ({one.characters:,} characters, {one.where})" for one in largest]
        return f"Not read: {', '.join(parts)}."

    def section_of(self, sentence: Sentence) -> Section:
        """The section that a sentence stands in."""
        return self.sections[sentence.section]
