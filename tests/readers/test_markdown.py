"""Markdown: blocks, markup left out, tables, front matter."""

from __future__ import annotations

from tracediff.model import BlockKind, Source
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading


def read(text: str) -> Source:
    return read_markdown(text.encode(), "report.md", Reading())


def passages(text: str) -> list[tuple[BlockKind, str]]:
    return [(p.block.kind, p.text) for p in normalize(read(text))]


def test_markup_inside_a_line_is_no_part_of_the_text() -> None:
    text = "The **fund** paid _nine_ claims ([annex](https://example.org/a_b), `code`)[^2].\n"
    assert passages(text) == [(BlockKind.PARAGRAPH, "The fund paid nine claims (annex, code).")]


def test_underscores_inside_a_word_stay() -> None:
    assert passages("The field max_line holds.\n")[0][1] == "The field max_line holds."


def test_headings_items_and_quotes_keep_only_their_text() -> None:
    text = "# Report #\n\nTitle\n-----\n\n> Quoted line\n> goes on.\n\n1. first\n   - inner\n"
    assert passages(text) == [
        (BlockKind.HEADING, "Report"),
        (BlockKind.HEADING, "Title"),
        (BlockKind.PARAGRAPH, "Quoted line goes on."),
        (BlockKind.ITEM, "first"),
        (BlockKind.ITEM, "inner"),
    ]


def test_a_pipe_table_has_rows_cells_and_one_head() -> None:
    source = read("| Measure | 2019 | 2020 |\n|---|---:|---:|\n| Inspectors | 62 | 48 |\n")
    (table,) = source.blocks
    assert table.kind is BlockKind.TABLE
    assert table.heads == 1
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Measure", "2019", "2020"],
        ["Inspectors", "62", "48"],
    ]
    assert [source.text[slice(*cell.span)] for cell in table.rows[1]] == ["Inspectors", "62", "48"]


def test_front_matter_gives_title_and_year_and_is_not_text() -> None:
    source = read("---\ntitle: Annual Report\nyear: 2020\n---\n\nThe fund paid.\n")
    assert (source.title, source.year) == ("Annual Report", 2020)
    assert [p.text for p in normalize(source)] == ["The fund paid."]


def test_spans_point_into_the_file_behind_its_front_matter() -> None:
    source = read("---\ntitle: x\n---\n\nThe fund paid.\n")
    assert source.text[slice(*source.blocks[0].span)] == "The fund paid."


def test_a_numbered_paragraph_keeps_its_number_as_label() -> None:
    source = read("# 2.1 Ports\n\n2.1.4 The fund paid nine claims.\n\n(a) It closed.\n")
    assert [(b.kind, b.label) for b in source.blocks] == [
        (BlockKind.HEADING, "2.1"),
        (BlockKind.ITEM, "2.1.4"),
        (BlockKind.ITEM, "(a)"),
    ]
    assert [p.text for p in normalize(source)] == [
        "Ports", "The fund paid nine claims.", "It closed.",
    ]  # fmt: skip


def test_definitions_of_footnotes_are_notes() -> None:
    text = "The fund paid nine claims.[^1]\n\n[^1]: Counted in May.\n[^2]: Houses left out.\n"
    assert passages(text) == [
        (BlockKind.PARAGRAPH, "The fund paid nine claims."),
        (BlockKind.NOTE, "Counted in May."),
        (BlockKind.NOTE, "Houses left out."),
    ]


def test_what_follows_a_heading_of_sources_is_marked_up_to_the_next_heading() -> None:
    text = "The fund paid.\n\n## Sources\n\n1. A law.\n2. A book.\n\n## Outlook\n\nIt closes.\n"
    assert [kind for kind, _ in passages(text)] == [
        BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.REFERENCE,
        BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip
