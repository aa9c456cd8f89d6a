"""Sentences and editions of an invented country, for the tests of the alignment."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.model import (
    BlockKind,
    Cell,
    Edition,
    Paragraph,
    Section,
    Sentence,
    Span,
    Table,
)

NOWHERE = Span(0, 0)


def edition(*sections: tuple[str, Sequence[str]], tables: Sequence[Table] = ()) -> Edition:
    """An edition of sections, each a heading and its sentences in one paragraph."""
    sentences: list[Sentence] = []
    paragraphs = []
    for number, (_, lines) in enumerate(sections):
        first = len(sentences)
        for line in lines:
            sentences.append(Sentence(len(sentences), line, Span(0, len(line)), number, number, 1))
        paragraphs.append(
            Paragraph(number, number, BlockKind.PARAGRAPH, NOWHERE, first, len(sentences))
        )
    heads = tuple(
        Section(number, title, 1, NOWHERE, (title,)) for number, (title, _) in enumerate(sections)
    )
    return Edition(
        "made", "made", "made", 2024, "", None, "", "", heads, tuple(paragraphs),
        tuple(sentences), tuple(tables),
    )  # fmt: skip


def table(index: int, caption: str, heads: Sequence[str], *rows: Sequence[str]) -> Table:
    """A table of texts."""
    return Table(
        index, caption, 0, tuple(Cell(h, NOWHERE) for h in heads),
        tuple(tuple(Cell(c, NOWHERE) for c in row) for row in rows), NOWHERE,
    )  # fmt: skip
