"""What a reader yields: blocks that point into the text of a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from tracediff.model.record import Record


class Span(NamedTuple):
    """A stretch of text: first character, and the one after the last."""

    start: int
    end: int


class BlockKind(StrEnum):
    """What a block of a document is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    TABLE = "table"
    NOTE = "note"
    REFERENCE = "reference"


@dataclass(frozen=True, slots=True)
class Cell(Record):
    """One cell of a table: its text without citations, and where it stands in the source.

    ``indent`` counts the steps that a row label is set in: such a row belongs to the last row above
    it with fewer steps.
    """

    text: str
    span: Span
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Block(Record):
    """A heading, a paragraph, a list item, a table or a note, as it stands in the source text.

    ``cuts`` are stretches inside ``span`` that are not part of the text: markup, a running head
    that a page break put into a paragraph, a list bullet. ``level`` is the depth of a heading
    (1 is the highest) or of a list item. ``rows`` is set for tables only; the first ``heads`` rows
    are column heads.
    """

    kind: BlockKind
    span: Span
    level: int = 0
    page: int | None = None
    cuts: tuple[Span, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    heads: int = 0
    label: str = ""  # the number or letter that opens it: "1.2.3", "(a)", "III"
    caption: Cell | None = None  # of a table


@dataclass(frozen=True, slots=True)
class Coverage:
    """Text of a file that was not read as prose or table: what it is, why, and where it stands.

    ``what`` names the kind of text ("menu", "running head"), ``why`` gives the reason as a clause,
    ``where`` is a place that a reader can find ("line 12", "page 3") and ``characters`` counts the
    characters left out, white space aside. ``digest`` differs where that text does.
    """

    what: str
    why: str
    where: str
    characters: int
    digest: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One file as a reader gives it: its text and the blocks that point into that text.

    ``title``, ``year`` and ``date`` (of publication) are set where the format itself states them
    (front matter, document properties); ``described`` are the other lines in which it says what the
    document is (description, subtitle, the title of a page that has a heading too). ``notes`` say
    in whole sentences how the file was read, where that is not obvious; ``left_out`` lists what was
    not read. ``pages`` and ``lines`` are sorted pairs (offset in ``text``, page or line of the file
    from there on), set where the text is not the file's own or has pages.
    """

    name: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    title: str | None = None
    year: int | None = None
    date: date | None = None
    described: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    pages: tuple[tuple[int, int], ...] = ()
    lines: tuple[tuple[int, int], ...] = ()
    left_out: tuple[Coverage, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage(Record):
    """A block with its text as a reader sees it: hyphens mended, white space single, cuts left out.

    ``shifts`` map positions in ``text`` to offsets in the source, as in ``Sentence``.
    """

    block: Block
    text: str
    shifts: tuple[tuple[int, int], ...]
