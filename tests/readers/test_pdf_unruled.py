"""Tables of a PDF that no rule marks off: told by figures in columns, or by heavy labels."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import block, pdf, text
from tests.readers.prose import HOUSES, OFFICES
from tests.readers.told import told
from tracediff.model import BlockKind, Source
from tracediff.readers.pdf import read_pdf
from tracediff.readers.pdf_cells import VALUE
from tracediff.settings import Reading

COLUMNS = (54, 255, 335)


def read(*pages: Sequence[str]) -> Source:
    return read_pdf(pdf(pages), "report.pdf", Reading())


def rows(y: float, *cells: Sequence[str], step: float = 14) -> list[str]:
    """Rows of cells below each other; an empty cell is not drawn."""
    return [
        text(x, y + step * i, cell)
        for i, row in enumerate(cells)
        for x, cell in zip(COLUMNS, row, strict=False)
        if cell
    ]


def table(source: Source) -> list[str]:
    return [words for kind, words in told(source) if kind == "row"]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            [("Boats from the northern",), ("coast", "12", "14"), ("Nets", "31", "30")],
            ["Boats from the northern coast | 12 | 14", "Nets | 31 | 30"],
        ),
        (
            [("Boats", "12", "14"), ("and their crews",), ("Nets", "31", "30")],
            ["Boats and their crews | 12 | 14", "Nets | 31 | 30"],
        ),
        (
            [("By land",), ("Carts", "12", "14"), ("Horses", "31", "30")],
            ["By land |  | ", "Carts | 12 | 14", "Horses | 31 | 30"],
        ),
        (
            [("Boats from all the har-",), ("bours", "12", "14"), ("Nets", "31", "30")],
            ["Boats from all the harbours | 12 | 14", "Nets | 31 | 30"],
        ),
    ],
)
def test_a_label_of_two_lines_is_one_and_a_label_without_figures_stands_alone(
    lines: list[Sequence[str]], expected: list[str]
) -> None:
    source = read(
        [
            *block(54, 60, OFFICES, 95),
            *rows(120, ("Harbour", "2019", "2020"), ("Orrin", "9", "8"), *lines),
        ]
    )
    assert table(source) == ["Harbour | 2019 | 2020", "Orrin | 9 | 8", *expected]


def test_figures_that_stand_in_no_column_are_no_table() -> None:
    lines = [
        part
        for i, (label, x, value) in enumerate(
            [
                ("Boats", 100, "12"),
                ("Nets from the northern coast", 200, "1,204,000,000,000"),
                ("Oil that was bought in the capital in winter", 262, "9"),
                ("Rope", 150, "7"),
            ]
        )
        for part in (text(54, 120 + 14 * i, label), text(x, 120 + 14 * i, value))
    ]
    assert table(read([*block(54, 60, OFFICES, 95), *lines])) == []


def test_two_rows_of_figures_without_years_are_no_table() -> None:
    lines = rows(120, ("Boats", "12", "14"), ("Words of the master",), ("Nets", "31", "30"))
    assert table(read([*block(54, 60, OFFICES, 95), *lines])) == []


# --- labels beside texts ----------------------------------------------------------------------


def pairs(y: float, *items: tuple[str, Sequence[str]]) -> list[str]:
    """Heavy labels with a text of some lines beside each."""
    drawings = []
    for label, lines in items:
        drawings.append(text(54, y, label, 10, "bold"))
        drawings += [text(200, y + 13 * i, line) for i, line in enumerate(lines)]
        y += 13 * len(lines) + 3
    return drawings


ITEMS = (
    ("Area", ("Northern coast and", "the isles")),
    ("Age", ("15 years",)),
    ("Office", ("Labour Office of Orrin, which", "the council opened", "in spring")),
)
PAIRS = [
    "Area | Northern coast and the isles",
    "Age | 15 years",
    "Office | Labour Office of Orrin, which the council opened in spring",
]


def test_a_text_of_several_lines_beside_a_heavy_label_is_one_cell() -> None:
    assert table(read([*block(54, 60, OFFICES, 95), *pairs(120, *ITEMS)])) == PAIRS
    source = read([*pairs(60, *ITEMS), *block(54, 170, HOUSES, 95)])
    assert table(source) == PAIRS
    assert told(source)[-1] == ("paragraph", HOUSES)


def test_two_heavy_labels_are_no_table() -> None:
    assert table(read([*block(54, 60, OFFICES, 95), *pairs(120, *ITEMS[:2])])) == []


# --- contents ---------------------------------------------------------------------------------

CHAPTERS = ("Foreword", "Boats", "Nets", "Oil and rope", "Outlook")


def chapters(numbers: Sequence[str], leaders: str = "") -> list[str]:
    return [
        part
        for i, (name, number) in enumerate(zip(CHAPTERS, numbers, strict=True))
        for part in (text(54, 100 + 14 * i, name + leaders), text(335, 100 + 14 * i, number))
    ]


@pytest.mark.parametrize("leaders", ["", " ........."])
def test_chapters_with_page_numbers_are_contents(leaders: str) -> None:
    source = read(chapters(["3", "5", "9", "14", "20"], leaders), block(54, 60, OFFICES, 95))
    assert [block.kind for block in source.blocks] == [BlockKind.REFERENCE, BlockKind.PARAGRAPH]
    assert told(source)[0][1].startswith("Foreword")


@pytest.mark.parametrize(
    "figures",
    [["3", "5", "9", "14", "n/a"], ["9", "5", "3", "14", "20"], ["3", "5", "9", "14", "1,200"]],
)
def test_labels_with_other_figures_are_a_table(figures: Sequence[str]) -> None:
    source = read(chapters(figures), block(54, 60, OFFICES, 95))
    assert table(source) == [f"{a} | {b}" for a, b in zip(CHAPTERS, figures, strict=True)]


# --- over the page ----------------------------------------------------------------------------


def test_a_last_row_that_fits_no_column_of_the_table_before_the_page_stays_text() -> None:
    first = [
        *block(54, 60, OFFICES, 95),
        *rows(600, ("Harbour", "2019", "2020"), ("Orrin", "9", "8"), ("Vell", "7", "6")),
    ]
    second = [text(54, 60, "Lunn"), text(120, 60, "9"), *block(54, 90, HOUSES, 95)]
    source = read(first, second)
    assert len(table(source)) == 3


@pytest.mark.parametrize(("cell", "value"), [("30th", False), ("1st", False), ("30 km²", True)])
def test_a_day_of_a_date_is_no_value(cell: str, value: bool) -> None:
    assert (VALUE.fullmatch(cell) is not None) is value
