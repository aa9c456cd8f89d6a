"""Tables of plain text: heads of several lines, currencies, missing marks, torn rows."""

from __future__ import annotations

import pytest

from tracediff.model import BlockKind
from tracediff.readers.text import read_text
from tracediff.settings import Reading


def table(text: str) -> list[list[str]]:
    """The cells of the only table of a text, a cell between two others with single spaces."""
    source = read_text(text.encode(), "report.txt", Reading())
    (block,) = [block for block in source.blocks if block.kind is BlockKind.TABLE]
    return [[" ".join(cell.text.split()) for cell in row] for row in block.rows]


def test_heads_of_two_lines_are_joined_over_their_column() -> None:
    found = table(
        "Class            Received   Mended     Given back\n"
        "                                       to owner\n"
        "Ferries             120        114        98\n"
        "Pilot boats           -          4         3\n"
    )
    assert found == [
        ["Class", "Received", "Mended", "Given back to owner"],
        ["Ferries", "120", "114", "98"],
        ["Pilot boats", "-", "4", "3"],
    ]


def test_a_word_cut_in_the_head_is_put_together() -> None:
    found = table(
        "Garden        Seeds ger-     Plants\n"
        "              minated        lent\n"
        "Alpine            28            17\n"
        "Woodland          73            40\n"
    )
    assert found[0] == ["Garden", "Seeds germinated", "Plants lent"]


def test_a_head_over_several_columns_is_a_level_of_its_own() -> None:
    found = table(
        "                         Inspections carried     Fines\n"
        "                         out\n"
        "Vessel                   2021      2022          2021      2022\n"
        "Ferries                  120       131           4         n/a\n"
        "Barges                   45        47            ..        1\n"
    )
    done, fined = "Inspections carried out", "Fines"
    assert found[:2] == [
        ["", done, done, fined, fined],
        ["Vessel", "2021", "2022", "2021", "2022"],
    ]
    assert found[3] == ["Barges", "45", "47", "..", "1"]


def test_the_words_above_a_head_over_several_columns_come_first() -> None:
    found = table(
        "                  Night           Sea\n"
        "                  raids           raids           Fines\n"
        "Vessel            2021    2022    2021    2022    2021    2022\n"
        "Ferries           120     131     4       8       9       7\n"
        "Barges            45      47      3       1       2       5\n"
    )
    assert found[0][1::2] == ["Night raids", "Sea raids", "Fines"]


def test_years_over_a_number_and_its_share() -> None:
    found = table(
        "                     2021            2022\n"
        "District          Number    %     Number    %\n"
        "North                 45   30         50   31\n"
        "South                 60   40         62   39\n"
    )
    assert found[0] == ["", "2021", "2021", "2022", "2022"]
    assert found[1] == ["District", "Number", "%", "Number", "%"]


def test_lines_that_leave_a_column_without_a_head_are_no_heads() -> None:
    found = table(
        "Garden        Seeds\n"
        "              sown\n"
        "Alpine            28            17      4\n"
        "Woodland          73            40      9\n"
    )
    assert found == [["Alpine", "28", "17", "4"], ["Woodland", "73", "40", "9"]]


@pytest.mark.parametrize(
    ("row", "cells"),
    [
        ("Berth fees    EUR   410,200   EUR   455,100", ["EUR 410,200", "EUR 455,100"]),
        ("Berth fees    $     410,200   $     455,100", ["$ 410,200", "$ 455,100"]),
        ("Berth fees    410 (12)        455 (9%)", ["410 (12)", "455 (9%)"]),
    ],
)
def test_a_cell_holds_a_currency_or_a_second_figure(row: str, cells: list[str]) -> None:
    found = table(f"                    2021              2022\n{row}\n{row}\n")
    assert found == [["", "2021", "2022"], ["Berth fees", *cells], ["Berth fees", *cells]]


WHOLE = "Alpine.. 2,816 2,649 159 89\n"


@pytest.mark.parametrize(
    ("torn", "cells"),
    [
        ("Meadow 9,609 5,429 738 ge lo\n", ["Meadow", "9,609", "5,429", "738", "ge lo"]),
        ("Meadow 9,609 5,429 ly lo\n", ["Meadow", "9,609", "5,429", "ly lo", ""]),
        ("Meadow 9,609 5,429 738 = 12\n", ["Meadow", "9,609", "5,429", "738", "12"]),
    ],
)
@pytest.mark.parametrize("below", ["Desert 4,399", "Desert....... 4, 399", "Desert . . . . 4,399"])
def test_a_row_whose_end_is_spoilt_stays_in_the_table(
    torn: str, cells: list[str], below: str
) -> None:
    found = table(f"{WHOLE}{torn}{below} 6,396 265 12\n")
    assert found[1] == cells
    assert len(found) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Meadow 9,609 ge lo ke\n",
        "Meadow 9,609 5,429 738 were sown in the new beds\n",
        "meadow 9,609 5,429 738 ge lo\n",
        "9,609 5,429 738 ge lo\n",
    ],
)
def test_a_line_of_words_between_rows_is_no_row(line: str) -> None:
    rows = f"{WHOLE}{WHOLE}{line}Desert 4,399 6,396 265 12\n"
    source = read_text(rows.encode(), "report.txt", Reading())
    found = [block.rows for block in source.blocks if block.kind is BlockKind.TABLE]
    assert [len(held) for held in found] == [2]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "Year    Ferries moored    Tugs moored\n2021    40    12\n2022    44    9\n",
            [["2021", "40", "12"], ["2022", "44", "9"]],
        ),
        (
            "Season\tBoats\tNets\tLamps\n2019\t7\t31\t2\n2020*\t8\t29\t3\n",
            [["2019", "7", "31", "2"], ["2020*", "8", "29", "3"]],
        ),
        (
            "Year | Visits | Fines\n1998 | 1,204 | n/a\n1999 | 1,310 | 12\n",
            [["1998", "1,204", "n/a"], ["1999", "1,310", "12"]],
        ),
    ],
)
def test_a_year_before_figures_names_the_row(text: str, rows: list[list[str]]) -> None:
    assert table(f"Harbour Review\n\n{text}")[1:] == rows


def test_a_text_table_may_have_as_many_columns_as_it_likes() -> None:
    head = "   ".join(["Pier", *(f"Quay {n}" for n in range(400))])
    rows = [
        "   ".join([name, *(f"{n * step + 1:,}" for n in range(400))])
        for name, step in (("Inner pier", 3), ("Outer pier", 7))
    ]
    found = table("\n".join(["Harbour Review", "", head, *rows]))
    assert [len(row) for row in found] == [401, 401, 401]


def test_a_name_with_a_note_and_no_figures_does_not_part_a_table() -> None:
    text = (
        "       District               Berths           Closed berths     Cranes\n"
        "North Bay                       14                  2              18\n"
        "Elk Quay                         4                  2               3\n"
        "Robla 1\n"
        "San Juan                        61                  6               9\n"
        "Twin Piers                      42                 16              44\n"
    )
    source = read_text(text.encode(), "berths.txt", Reading())
    [table] = [block for block in source.blocks if block.rows]
    assert [row[0].text for row in table.rows[1:]] == [
        "North Bay", "Elk Quay", "Robla 1", "San Juan", "Twin Piers",
    ]  # fmt: skip
    assert [cell.text for cell in table.rows[3][1:]] == ["", "", ""]


@pytest.mark.parametrize(
    ("rows", "cells"),
    [
        (
            "Boats              $   1,204*  $ 3,468*\nRopes                  4,744     4,901\n",
            [["Boats", "$ 1,204*", "$ 3,468*"], ["Ropes", "4,744", "4,901"]],
        ),
        (
            "Sails                 64,066    25,715\nSails and ropes   138,754,479 125,755,796\n",
            [["Sails", "64,066", "25,715"], ["Sails and ropes", "138,754,479", "125,755,796"]],
        ),
        (
            "Fines             €  171,613 €       —\nFees                  30,906    15,608\n",
            [["Fines", "€ 171,613", "€ —"], ["Fees", "30,906", "15,608"]],
        ),
        (
            "Wages               (4,200) (3,100)\nProfit before pay   (1,234) 5,678\n",
            [["Wages", "(4,200)", "(3,100)"], ["Profit before pay", "(1,234)", "5,678"]],
        ),
    ],
)
def test_amounts_that_one_space_parts_are_cells(rows: str, cells: list[list[str]]) -> None:
    assert table(f"                      2021      2020\n{rows}")[1:] == cells
