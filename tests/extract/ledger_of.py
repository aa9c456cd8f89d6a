"""The ledger of a few sentences of an edition, for tests."""

from __future__ import annotations

from datetime import date

from tracediff.extract import extract
from tracediff.model import (
    BlockKind,
    Cell,
    Edition,
    Fact,
    Paragraph,
    Period,
    Section,
    Sentence,
    Span,
    Table,
)


def edition_of(
    sentences: tuple[str, ...],
    year: int = 2020,
    tables: tuple[Table, ...] = (),
    kinds: tuple[BlockKind, ...] = (),
) -> Edition:
    """An edition of one paragraph; the source is the sentences joined by a space."""
    read, at = [], 0
    for index, text in enumerate(sentences):
        kind = kinds[index] if kinds else BlockKind.PARAGRAPH
        read.append(Sentence(index, text, Span(at, at + len(text)), 0, 0, 1, kind=kind))
        at += len(text) + 1
    source = " ".join(sentences)
    whole = Span(0, len(source))
    return Edition(
        "sample", "sample.txt", "text", year, "given",
        Period(date(year, 1, 1), date(year, 12, 31), str(year)),
        source,
        "",
        (Section(0, "", 1, whole),),
        (Paragraph(0, 0, BlockKind.PARAGRAPH, whole, 0, len(read)),), tuple(read), tables,
    )  # fmt: skip


def ledger(*sentences: str, year: int = 2020) -> tuple[Fact, ...]:
    """All facts of an edition that consists of these sentences."""
    return extract(edition_of(sentences, year))


def table(heads: tuple[str, ...], *rows: tuple[str, ...]) -> tuple[Table, tuple[str, ...]]:
    """A table, and the sentences that stand for its rows."""
    lines = tuple(" | ".join(row) for row in (heads, *rows))
    starts = [0]
    for line in lines[:-1]:
        starts.append(starts[-1] + len(line) + 1)
    cells = []
    for start, row in zip(starts, (heads, *rows), strict=True):
        at, made = start, []
        for text in row:
            made.append(Cell(text, Span(at, at + len(text))))
            at += len(text) + 3
        cells.append(tuple(made))
    whole = Span(0, starts[-1] + len(lines[-1]))
    return Table(0, "", 0, cells[0], tuple(cells[1:]), whole), lines
