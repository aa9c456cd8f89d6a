"""What a paragraph of a PDF is, and where it goes on: headings, items, notes, captions, sources."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import told
from tracediff.model import BlockKind, Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading


def read(*pages: Sequence[str]) -> Source:
    return read_pdf(pdf(pages), "report.pdf", Reading())


# --- kinds ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawing", "kind", "words"),
    [
        (text(54, 200, "Figure 2. Boats of Orrin", 10, "bold"), "note", "Figure 2. Boats of Orrin"),
        (text(54, 200, "Table 7. Boats of Orrin", 10, "bold"), "note", "Table 7. Boats of Orrin"),
        (text(54, 200, "* Counted in May, boats of families left out.", 8), "note",
         "Counted in May, boats of families left out."),
        (text(54, 200, "§ Counted in May, boats of families left out."), "note",
         "Counted in May, boats of families left out."),
        (text(54, 200, "Northern coast", 8), "note", "Northern coast"),
        (text(54, 200, "Counted by hand in May, and only once.", 8), "paragraph",
         "Counted by hand in May, and only once."),
        (text(54, 200, "1,204 - 96"), "note", "1,204 - 96"),
        (text(54, 200, "- Visit each workplace", 10, "bold"), "item", "Visit each workplace"),
        (text(54, 200, "2. The office is to visit each of the workplaces once a year.", 10, "bold"),
         "item", "The office is to visit each of the workplaces once a year."),
        (text(54, 200, "2. Visits to workplaces", 10, "bold"), "heading", "Visits to workplaces"),
        (text(54, 200, "VISITS TO WORKPLACES"), "heading", "VISITS TO WORKPLACES"),
    ],
)  # fmt: skip
def test_a_line_is_what_its_type_and_its_opening_say(drawing: str, kind: str, words: str) -> None:
    source = read([*block(54, 60, OFFICES, 95), drawing, *block(54, 300, HOUSES, 95)])
    assert told(source) == [("paragraph", OFFICES), (kind, words), ("paragraph", HOUSES)]


def test_the_mark_of_a_note_is_its_label() -> None:
    note = text(54, 200, "** Counted in May, boats of families left out.", 8)
    source = read([*block(54, 60, OFFICES, 95), note])
    assert [(b.kind, b.label) for b in source.blocks][1:] == [(BlockKind.NOTE, "**")]


def test_a_page_of_contents_is_no_part_of_the_text() -> None:
    entry = "Protection of workers in the north" + " . . ." * 8 + " 12"
    source = read([text(54, 60, entry), *block(54, 90, OFFICES, 95)])
    assert [block.kind for block in source.blocks] == [BlockKind.REFERENCE, BlockKind.PARAGRAPH]


def test_a_document_of_one_table_alone_is_read() -> None:
    rows = [("Work", "2019", "2020"), ("Visits", "96", "88"), ("Fines", "12", "14")]
    drawings = [
        text(x, 100 + 14 * i, cell)
        for i, row in enumerate(rows)
        for x, cell in zip((54, 250, 330), row, strict=True)
    ]
    assert told(read(drawings)) == [("row", " | ".join(row)) for row in rows]


# --- sources ----------------------------------------------------------------------------------


def entries(start: int, y: float) -> list[str]:
    return [
        text(54, y + 14 * i, f"{start + i}. Ministry of Labour. Report of May {2000 + i}.", 9)
        for i in range(3)
    ]


def test_a_list_of_sources_ends_at_the_next_heading_of_its_kind() -> None:
    source = read(
        [
            *block(54, 60, f"{COURTS} {OFFICES}", 95),
            text(54, 160, "SOURCES", 12, "bold"),
            *entries(1, 180),
            text(54, 240, "OUTLOOK", 12, "bold"),
            *block(54, 260, HOUSES, 95),
        ]
    )
    kinds = [block.kind for block in source.blocks]
    assert kinds[1:] == [
        BlockKind.HEADING, *[BlockKind.REFERENCE] * 3, BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_a_source_that_a_page_breaks_is_one_and_a_new_number_opens_the_next() -> None:
    source = read(
        [
            *block(54, 60, f"{COURTS} {OFFICES}", 95),
            text(54, 640, "SOURCES", 12, "bold"),
            *entries(1, 660),
            text(54, 702, "4. Harbour Council of Orrin. Minutes of the meeting on boats and on", 9),
        ],
        [text(54, 60, "nets, held in May.", 9), *entries(5, 74)],
    )
    told_sources = [words for kind, words in told(source) if kind == "reference"]
    assert told_sources[3:5] == [
        "Harbour Council of Orrin. Minutes of the meeting on boats and on nets, held in May.",
        "Ministry of Labour. Report of May 2000.",
    ]


# --- what a page breaks -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("last", "first", "joined"),
    [
        ("The office sent nine boats to the", "northern coast in winter.", True),
        ("The office sent boats, nets,", "Orrin oil and rope.", True),
        ("The office asked for these:", "boats and nets of both kinds.", False),
        ("The office sent nine boats.", "The council paid for them.", False),
        ("The office sent nine boats for", "(a) the northern coast.", False),
    ],
)
def test_a_paragraph_goes_on_over_the_page_where_a_reader_would_go_on(
    last: str, first: str, *, joined: bool
) -> None:
    source = read(
        [*block(54, 60, OFFICES, 95), text(54, 740, last)],
        [text(54, 60, first), *block(54, 100, HOUSES, 95)],
    )
    assert (f"{last} {first}" in [words for _, words in told(source)]) is joined


def test_a_paragraph_in_other_type_does_not_go_on_with_the_one_before_the_page() -> None:
    source = read(
        [*block(54, 60, OFFICES, 95), text(54, 740, "The office sent nine boats to the")],
        [text(54, 60, "northern coast, which is long, in winter.", 9), *block(54, 100, HOUSES, 95)],
    )
    assert ("paragraph", "The office sent nine boats to the") in told(source)


def part(year: str, title: str, y: float, labels: Sequence[str]) -> list[str]:
    """A ruled table with a caption and one row for each label."""
    drawings = [text(54, y - 20, title, 10, "bold")] if title else []
    drawings += [text(54, y, "Harbour", 10, "bold"), text(255, y, year, 10, "bold")]
    for i, label in enumerate(labels):
        drawings += [text(54, y + 14 * (i + 1), label), text(255, y + 14 * (i + 1), str(40 + i))]
    return drawings + [rule(54, y - 10 + 14 * i, 400) for i in range(len(labels) + 2)]


def tables(source: Source) -> list[list[str]]:
    """The labels of the rows of each table."""
    return [[row[0].text for row in b.rows[b.heads :]] for b in source.blocks if b.rows]


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Table 1. Boats", [["Orrin", "Vell", "Tessamar", "Lunn"]]),
        ("Table 1. Boats (continued)", [["Orrin", "Vell", "Tessamar", "Lunn"]]),
        ("Table 2. Nets", [["Orrin", "Vell"], ["Tessamar", "Lunn"]]),
        ("", [["Orrin", "Vell", "Tessamar", "Lunn"]]),
    ],
)
def test_a_table_goes_on_with_the_one_on_the_page_before_by_its_caption(
    title: str, expected: list[list[str]]
) -> None:
    source = read(
        [*block(54, 60, OFFICES, 95), *part("2020", "Table 1. Boats", 600, ["Orrin", "Vell"])],
        [*part("2020", title, 90, ["Tessamar", "Lunn"]), *block(54, 300, COURTS, 95)],
    )
    assert tables(source) == expected


def test_two_tables_of_one_page_or_with_text_between_them_stay_two() -> None:
    above, below = part("2020", "", 300, ["Orrin", "Vell"]), part("2020", "", 500, ["Lunn", "Mere"])
    expected = [["Orrin", "Vell"], ["Lunn", "Mere"]]
    assert tables(read([*above, *block(54, 400, OFFICES, 95), *below])) == expected
    assert tables(read([*above, *block(54, 400, OFFICES, 95)], below)) == expected


def test_a_caption_of_a_table_in_words_is_long_and_stays_text() -> None:
    lines = textwrap.wrap(f"Table 1 shows what the office did. {OFFICES} {COURTS}", 95)
    drawings = [text(54, 60 + 12 * i, line) for i, line in enumerate(lines)]
    source = read([*drawings, *part("2020", "", 200, ["Orrin", "Vell"])])
    assert source.blocks[0].kind is BlockKind.PARAGRAPH
    assert source.blocks[1].caption is None
