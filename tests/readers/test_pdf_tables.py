"""Tables of a PDF among its text: ruled or not, with heads, captions and prose beside them."""

from __future__ import annotations

import pytest

from tests.readers.pdf_maker import block, column, pdf, rule, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import paragraphs, told
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

ROWS = (
    ("Inspections", "96", "88"),
    ("Complaints registered", "412", "377"),
    ("Cases in court", "31", "unknown"),
    ("Convictions", "12", "8"),
)


def read(data: bytes) -> Source:
    return read_pdf(data, "report.pdf", Reading())


def drawn_table(y: float, heads: tuple[str, str] = ("2019", "2020")) -> list[str]:
    drawings = [text(250 + 80 * i, y, year, 10, "bold") for i, year in enumerate(heads)]
    for i, (label, old, new) in enumerate(ROWS):
        at = y + 14 + 13 * i
        drawings += [text(54, at, label), text(255, at, old), text(335, at, new)]
    return drawings


TOLD_ROWS = [("row", " | 2019 | 2020"), *(("row", " | ".join(row)) for row in ROWS)]


@pytest.mark.parametrize("rules", ["none", "three", "all"])
def test_a_table_is_read_with_its_heads_whether_ruled_or_not(rules: str) -> None:
    heights = {
        "none": [],
        "three": [186, 204, 260],
        "all": [186, 204, 217, 230, 243, 260],
    }[rules]
    drawings = [
        *block(54, 60, f"{COURTS} {OFFICES}", 95),
        text(54, 180, "Table 1. Work of the inspectors", 10, "bold"),
        *drawn_table(200),
        *(rule(54, y, 400) for y in heights),
        *block(54, 320, HOUSES, 95),
    ]
    source = read(pdf([drawings]))
    tables = [block for block in source.blocks if block.rows]
    assert len(tables) == 1
    assert tables[0].heads == 1
    assert tables[0].caption is not None
    assert tables[0].caption.text == "Table 1. Work of the inspectors"
    assert [pair for pair in told(source) if pair[0] == "row"] == TOLD_ROWS
    assert paragraphs(source) == [f"{COURTS} {OFFICES}", HOUSES]


def test_a_row_label_set_in_says_so() -> None:
    drawings = [
        text(250, 100, "2019", 10, "bold"),
        text(330, 100, "2020", 10, "bold"),
        *(rule(54, y, 400) for y in (88, 104, 117, 130, 146)),
    ]
    for i, (x, label) in enumerate([(54, "Inspections"), (70, "At night"), (54, "Fines")]):
        y = 114 + 13 * i
        drawings += [text(x, y, label), text(255, y, str(40 + i)), text(335, y, str(50 + i))]
    source = read(pdf([[*drawings, *block(54, 200, OFFICES, 95)]]))
    table = next(block for block in source.blocks if block.rows)
    assert [row[0].indent for row in table.rows[1:]] == [0, 1, 0]


def test_a_table_that_goes_on_over_the_page_is_one_table() -> None:
    def part(title: str) -> list[str]:
        rules = [rule(54, y, 400) for y in (186, 204, 217, 230, 243, 260)]
        return [text(54, 180, title, 10, "bold"), *drawn_table(200), *rules]

    source = read(
        pdf(
            [
                [*block(54, 60, OFFICES, 95), *part("Table 1. Work done")],
                [*part("Table 1. Work done (Cont.)"), *block(54, 300, COURTS, 95)],
            ]
        )
    )
    tables = [block for block in source.blocks if block.rows]
    assert len(tables) == 1
    assert len(tables[0].rows) == 1 + 2 * len(ROWS)


def test_a_table_in_one_column_keeps_clear_of_the_prose_beside_it() -> None:
    drawings = [
        *column(318, 60, f"{COURTS} {HOUSES} {OFFICES}"),
        *column(54, 60, COURTS),
        text(160, 130, "2019", 9, "bold"),
        text(220, 130, "2020", 9, "bold"),
    ]
    for i, (label, old, new) in enumerate(ROWS):
        y = 142 + 12 * i
        drawings += [text(54, y, label, 9), text(165, y, old, 9), text(225, y, new, 9)]
    source = read(pdf([drawings]))
    assert [pair for pair in told(source) if pair[0] == "row"] == TOLD_ROWS
    assert f"{COURTS} {HOUSES} {OFFICES}" in paragraphs(source)


def test_heavy_labels_beside_texts_are_rows() -> None:
    rows = [("Area", "Northern coast"), ("Working age", "15 years"), ("Office", "Labour Office")]
    drawings = [
        part
        for i, (label, words) in enumerate(rows)
        for part in (text(54, 100 + 15 * i, label, 10, "bold"), text(200, 100 + 15 * i, words))
    ]
    source = read(pdf([[*drawings, *block(54, 200, OFFICES, 95)]]))
    assert told(source)[:3] == [("row", " | ".join(row)) for row in rows]


def test_a_table_without_rules_goes_on_over_the_page() -> None:
    body = [
        part
        for i, (label, old, new) in enumerate(ROWS)
        for part in (
            text(54, 60 + 13 * i, label + " in the south"),
            text(255, 60 + 13 * i, old),
            text(335, 60 + 13 * i, new),
        )
    ]
    source = read(pdf([[*block(54, 60, OFFICES, 95), *drawn_table(600)], body]))
    tables = [block for block in source.blocks if block.rows]
    assert len(tables) == 1
    assert len(tables[0].rows) == 1 + 2 * len(ROWS)


def test_a_last_row_alone_on_the_next_page_stays_with_its_table() -> None:
    last = [text(54, 60, "Fines in thousands"), text(255, 60, "$1,204"), text(335, 60, "n/a")]
    pages = [[*block(54, 60, OFFICES, 95), *drawn_table(600)], [*last, *block(54, 90, COURTS, 95)]]
    source = read(pdf(pages))
    table = next(block for block in source.blocks if block.rows)
    assert [cell.text for cell in table.rows[-1]] == ["Fines in thousands", "$1,204", "n/a"]
    assert len(table.rows) == 1 + len(ROWS) + 1
    assert paragraphs(source) == [OFFICES, COURTS]


def test_contents_are_not_a_table_of_figures() -> None:
    entries = [
        text(54, 60 + 14 * i, f"Chapter {name} {'.' * 40} {3 + 5 * i}")
        for i, name in enumerate(["one", "two", "three", "four", "five", "six"])
    ]
    source = read(pdf([entries, block(54, 60, OFFICES, 95)]))
    assert not any(block.rows for block in source.blocks)
