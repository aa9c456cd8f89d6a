"""Accounts in a PDF: heads over several lines, rules at sums alone, one head for many groups."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import COURTS
from tests.readers.told import told
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

RIGHT = (330.0, 400.0, 470.0, 540.0)  # where columns of figures end


def read(*pages: Sequence[str]) -> Source:
    return read_pdf(pdf(pages), "accounts.pdf", Reading())


def row(y: float, label: str, *cells: str, x: float = 54.0) -> list[str]:
    """A row whose figures end where their columns end; digits are 5.56 wide at this size."""
    drawn = [text(x, y, label)] if label else []
    for right, cell in zip(RIGHT, cells, strict=False):
        drawn += [text(right - _width(cell), y, cell)] * bool(cell)
    return drawn


def _width(words: str) -> float:
    """How wide words are in the plain font of ten points."""
    narrow = {"-": 3.33, ",": 2.78, ".": 2.78, "(": 3.33, ")": 3.33, " ": 2.78, "t": 2.78,
              "i": 2.22, "l": 2.22, "f": 2.78, "r": 3.33, "s": 5.0, "y": 5.0, "U": 7.22,
              "R": 7.22, "T": 6.11, "c": 5.0, "E": 6.67, "w": 7.22, "—": 10.0}  # fmt: skip
    return sum(narrow.get(letter, 5.56) for letter in words)


HEADS = [
    *row(100, "", "Unrestricted", "Restricted", "Total", "Total"),
    *row(112, "", "funds", "funds", "this year", "last year"),
    *row(124, "", "£", "£", "£", "£"),
]
TOLD_HEADS = [
    ("row", " | Unrestricted funds | Restricted funds | Total this year | Total last year"),
    ("row", " | £ | £ | £ | £"),
]


def sums(y: float) -> list[str]:
    """A rule over each column of figures, as stands above a sum."""
    return [rule(right - 50, y, right + 3) for right in RIGHT]


def rows_told(source: Source) -> list[tuple[str, str]]:
    return [pair for pair in told(source) if pair[0] == "row"]


def test_heads_over_lines_are_joined_by_their_place_above_a_group() -> None:
    source = read(
        [
            text(54, 70, "Statement of activities", 14, "bold"),
            *HEADS,
            *row(140, "Income from:"),
            *row(153, "Gifts", "1,200.50", "300.00", "1,500.50", "1,410.00"),
            *row(166, "Legacies", "—", "—", "—", "250.00"),
            *sums(170),
            *row(182, "Total income", "1,200.50", "300.00", "1,500.50", "1,660.00"),
            *row(204, "Spent on:"),
            *row(217, "Grants", "800.00", "120.00", "920.00", "1,000.00"),
            *row(230, "Repairs", "90.00", "—", "90.00", "45.00"),
            *sums(234),
            *row(246, "Total spent", "890.00", "120.00", "1,010.00", "1,045.00"),
        ]
    )
    assert rows_told(source) == [
        *TOLD_HEADS,
        ("row", "Income from: |  |  |  | "),
        ("row", "Gifts | 1,200.50 | 300.00 | 1,500.50 | 1,410.00"),
        ("row", "Legacies | — | — | — | 250.00"),
        ("row", "Total income | 1,200.50 | 300.00 | 1,500.50 | 1,660.00"),
        ("row", "Spent on: |  |  |  | "),
        ("row", "Grants | 800.00 | 120.00 | 920.00 | 1,000.00"),
        ("row", "Repairs | 90.00 | — | 90.00 | 45.00"),
        ("row", "Total spent | 890.00 | 120.00 | 1,010.00 | 1,045.00"),
    ]
    assert [block.heads for block in source.blocks if block.rows] == [2]


def test_a_part_that_stands_further_down_has_the_heads_above_its_columns() -> None:
    source = read(
        [
            text(54, 70, "Statement of activities", 14, "bold"),
            *HEADS,
            *row(140, "Gifts", "1,200.50", "300.00", "1,500.50", "1,410.00"),
            *row(153, "Legacies", "5.00", "—", "5.00", "250.00"),
            *row(166, "Candles", "6.00", "—", "6.00", "25.00"),
            *row(200, "Represented by"),
            *row(222, "General"),
            *row(235, "Fields", "40.00", "—", "40.00", "41.00", x=60),
            *row(248, "Bells", "—", "77.00", "77.00", "70.00", x=60),
            *row(261, "Roof", "3.00", "—", "3.00", "3.50", x=60),
        ]
    )
    assert rows_told(source)[5:] == [
        *TOLD_HEADS,
        ("row", "Represented by |  |  |  | "),
        ("row", "General |  |  |  | "),
        ("row", "Fields | 40.00 | — | 40.00 | 41.00"),
        ("row", "Bells | — | 77.00 | 77.00 | 70.00"),
        ("row", "Roof | 3.00 | — | 3.00 | 3.50"),
    ]


def test_a_table_below_prose_has_no_heads_of_the_one_above() -> None:
    source = read(
        [
            *HEADS,
            *row(140, "Gifts", "1,200.50", "300.00", "1,500.50", "1,410.00"),
            *row(153, "Legacies", "5.00", "—", "5.00", "250.00"),
            *row(166, "Candles", "6.00", "—", "6.00", "25.00"),
            *block(54, 200, COURTS, 90),
            *row(340, "Fields", "40.00", "—", "40.00", "41.00"),
            *row(353, "Bells", "—", "77.00", "77.00", "70.00"),
            *row(366, "Roof", "3.00", "—", "3.00", "3.50"),
        ]
    )
    assert rows_told(source)[5:] == [
        ("row", "Fields | 40.00 | — | 40.00 | 41.00"),
        ("row", "Bells | — | 77.00 | 77.00 | 70.00"),
        ("row", "Roof | 3.00 | — | 3.00 | 3.50"),
    ]


def test_a_total_set_right_is_no_column_and_may_stand_further_down() -> None:
    source = read(
        [
            *HEADS,
            *row(140, "Gifts", "1,200.50", "300.00", "1,500.50", "1,410.00"),
            *row(153, "Legacies", "5.00", "—", "5.00", "250.00"),
            *sums(160),
            *row(186, "Total", "1,205.50", "300.00", "1,505.50", "1,660.00", x=210),
        ]
    )
    assert rows_told(source)[-1] == ("row", "Total | 1,205.50 | 300.00 | 1,505.50 | 1,660.00")
    assert len([block for block in source.blocks if block.rows]) == 1


def test_figures_head_nothing() -> None:
    source = read(
        [
            text(280, 127, "57,400.45"),
            *row(140, "Gifts", "1,200.50"),
            *row(153, "Legacies", "5.00"),
            *row(166, "Candles", "6.00"),
        ]
    )
    assert [block.heads for block in source.blocks if block.rows] == [0]


def test_units_below_years_go_with_the_heads() -> None:
    source = read(
        [
            *row(100, "", "2023", "2022"),
            *row(118, "", "£'000", "£'000"),
            *row(136, "Gifts", "1,200", "1,150"),
            *row(150, "Legacies", "5", "40"),
        ]
    )
    assert rows_told(source)[:2] == [("row", " | 2023 | 2022"), ("row", " | £'000 | £'000")]
    assert [block.heads for block in source.blocks if block.rows] == [2]


@pytest.mark.parametrize(
    ("labels", "rows"),
    [
        (
            ("Income", "Other income", "Fees for moorings"),
            ["Income |  | ", "Other income |  | ", "Fees for moorings | 117.00 | 98.00"],
        ),
        (
            ("Fees that boats from abroad pay", "when they moor for less", "than a day"),
            ["Fees that boats from abroad pay when they moor for less than a day | 117.00 | 98.00"],
        ),
    ],
)
def test_lines_between_rules_are_groups_where_the_next_word_had_room(
    labels: tuple[str, ...], rows: list[str]
) -> None:
    first, second, third = labels
    source = read(
        [
            rule(50, 92, 403),
            *row(104, "Harbour", "2023", "2022"),
            rule(50, 109, 403),
            *row(122, first),
            *row(135, second),
            *row(148, third, "117.00", "98.00"),
            rule(50, 153, 403),
            *row(166, "Total of all that was taken at the harbour", "117.00", "98.00"),
            rule(50, 171, 403),
            *row(184, "Ships", "4.00", "5.00"),
            rule(50, 189, 403),
        ]
    )
    told_rows = [words for kind, words in rows_told(source) if kind == "row"]
    assert told_rows[1 : 1 + len(rows)] == rows


def test_gaps_between_sentences_are_no_gutter() -> None:
    parted = [
        ("None of the boats was lost this year.", 215, "The fleet grew by a boat of seven oars."),
        (
            "Its crews were paid as had been agreed with the owners.",
            365,
            "All the quays were let out.",
        ),
        ("No crew was idle for a month or for more.", 290, "What it holds for them is apart."),
    ]
    prose = [
        text(x, 200 + 13 * at, words)
        for at, (first, right, second) in enumerate(parted)
        for x, words in ((54, first), (right, second))
    ]
    source = read(
        [
            text(54, 80, "6 What those who work here cost", 10, "bold"),
            *row(100, "", "2023", "2022"),
            *row(113, "Wages", "39,083", "35,744"),
            *row(126, "Pensions", "3,951", "3,214"),
            *prose,
        ]
    )
    assert ("row", "Wages | 39,083 | 35,744") in rows_told(source)


LEDGER = [
    rule(50, 92, 543),
    *row(104, "", "Spring", "Summer", "Autumn", "Total"),
    rule(50, 109, 543),
    *row(122, "Fees", "1.00", "2.00", "3.00", "6.00"),
    rule(50, 127, 543),
    *row(140, "Gifts", "4.00", "5.00", "6.00", "15.00"),
    rule(50, 145, 543),
    *row(158, "Total income", "5.00", "7.00", "9.00", "21.00"),
    rule(50, 163, 543),
]


def test_rows_below_the_last_rule_belong_to_the_table() -> None:
    source = read(
        [
            *LEDGER,
            *row(180, "Meetings"),
            *row(195, "Fares", "7.00", "", "8.00", "15.00"),
            *block(54, 240, COURTS, 90),
        ]
    )
    assert rows_told(source)[-2:] == [
        ("row", "Meetings |  |  |  | "),
        ("row", "Fares | 7.00 |  | 8.00 | 15.00"),
    ]


def test_a_page_goes_on_with_the_heads_of_the_one_before() -> None:
    rest = [
        *row(60, "Travel"),
        *row(75, "Fares", "1.50", "2.50", "3.50", "7.50"),
        *row(90, "Rooms", "4.50", "5.50", "6.50", "16.50"),
        *row(105, "Meals", "4.00", "5.00", "6.00", "15.00"),
    ]
    source = read([*LEDGER, *block(54, 240, COURTS, 90)], [*rest, *block(54, 240, COURTS, 90)])
    tables = [block for block in source.blocks if block.rows]
    assert [table.heads for table in tables] == [1, 1]
    assert rows_told(source)[-5:] == [
        ("row", " | Spring | Summer | Autumn | Total"),
        ("row", "Travel |  |  |  | "),
        ("row", "Fares | 1.50 | 2.50 | 3.50 | 7.50"),
        ("row", "Rooms | 4.50 | 5.50 | 6.50 | 16.50"),
        ("row", "Meals | 4.00 | 5.00 | 6.00 | 15.00"),
    ]


def test_groups_of_several_sizes_stand_below_heads_over_each_column() -> None:
    source = read(
        [
            *row(100, "", "2023", "2022", "2021"),
            text(54, 114, "ASSETS", 12),
            text(54, 128, "Cash", 10, "bold"),
            *row(142, "Chest", "7.00", "8.00", "9.00", x=60),
            *row(155, "Bank", "40.00", "41.00", "42.00", x=60),
        ]
    )
    assert rows_told(source) == [
        ("row", " | 2023 | 2022 | 2021"),
        ("row", "ASSETS |  |  | "),
        ("row", "Cash |  |  | "),
        ("row", "Chest | 7.00 | 8.00 | 9.00"),
        ("row", "Bank | 40.00 | 41.00 | 42.00"),
    ]
