"""Tables of plain text set with spaces: heads over several columns, rules, leading dots."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.test_table_conformance import told
from tests.readers.test_text_tables import table
from tracediff.model import BlockKind
from tracediff.pipeline import load
from tracediff.readers.text import read_text
from tracediff.settings import Reading

FEES = """\
                                        (in thousands)
                                                     Council's Share
                                                       of Net Fees
                                       Gross Fees      (after refunds)
                                      2023    2022      2023    2022
Port Services:
  Harbour Division:
    Berths. . . . . . . . . . . . . .$ 310.5 $ 290.0  $ 201.4 $ 188.8
    Pilots -- Night . . . . . . . . .  (12.4)  (15.0)    (8.1)   (9.7)
  Fish Market . . . . . . . . . . . .   44.0    41.2     28.6    26.8
  Ice House . . . . . . . . . . . . .   19.3     7.5(1)  12.2     4.9(1)
  Other . . . . . . . . . . . . . . .    6.1     5.8      4.0     3.8
                                      ------  ------   ------  ------
Total Fees - All Services . . . . . .$ 367.5 $ 329.5  $ 238.1 $ 214.6
                                      ======  ======   ======  ======
"""


def facts(text: str, tmp_path: Path) -> list[str]:
    """The figures of the tables of a text, as lines."""
    file = tmp_path / "report.txt"
    file.write_text(f"HARBOUR REPORT 2023\n\nFees are listed below.\n\n{text}\nThe end.\n")
    return [told(fact) for fact in load(file).facts if fact.table is not None]


def test_a_head_over_two_years_goes_to_both_and_groups_go_to_their_rows(tmp_path: Path) -> None:
    found = facts(FEES, tmp_path)
    assert found[:4] == [
        "310.5 | thousand USD | Berths, Gross Fees | 2023",
        "290.0 | thousand USD | Berths, Gross Fees | 2022",
        "201.4 | thousand USD | Berths, Council's Share of Net Fees (after refunds) | 2023",
        "188.8 | thousand USD | Berths, Council's Share of Net Fees (after refunds) | 2022",
    ]
    assert found[4].startswith("-12.4 | thousand USD | Pilots -- Night, Gross Fees | 2023")
    assert "7.5 | thousand USD | Ice House, Gross Fees | 2022" in found
    assert found[-4].startswith("367.5 | thousand USD | Total Fees - All Services, Gross Fees")
    assert len(found) == 24


def test_labels_below_the_head_are_groups_and_no_heads() -> None:
    rows = table(FEES)
    assert [row[0] for row in rows if not any(row[1:])] == ["Port Services:", "Harbour Division:"]
    assert not any("Division" in cell for row in rows[:3] for cell in row)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "                      Boats         Crews\n"
            "                      2021(1)      2021(1)\n"
            "Orsk ..................    14           92\n"
            "Lume ..................     3(a)        18\n"
            "Total owned by members\n"
            "   of the guild .......    17          110\n",
            [["Total owned by members of the guild", "17", "110"]],
        ),
        (
            "   Season            Days at Sea     Nets Lost\n"
            "   ------            -----------     ---------\n"
            "   2021                      120            14\n"
            "   2022                      131            12\n"
            " Mean Rise\n"
            "   a Season                 9.2%         -14.3%\n",
            [["2022", "131", "12"], ["Mean Rise a Season", "9.2%", "-14.3%"]],
        ),
        (
            "Item                     2022       2023\n"
            "Fees from berths let to foreign owners\n"
            "                        1,200      1,310\n"
            "Fines                      12          9\n",
            [["Fees from berths let to foreign owners", "1,200", "1,310"], ["Fines", "12", "9"]],
        ),
        (
            "Item                     2022       2023\n"
            "Fees from berths let     1,200      1,310\n"
            "  to foreign owners\n"
            "Fines                      12          9\n",
            [["Fees from berths let to foreign owners", "1,200", "1,310"], ["Fines", "12", "9"]],
        ),
    ],
)
def test_a_label_of_two_lines_is_one(text: str, rows: list[list[str]]) -> None:
    assert table(text)[-len(rows) :] == rows


def test_a_row_with_one_figure_has_it_in_its_column() -> None:
    rows = table(
        "                      Share of        Catch\n"
        "Fleet                 Quota         (in tonnes)(2)\n"
        "\n"
        "Northern boats          10.5%           1,320\n"
        "Southern boats           8.1%             180\n"
        "                                        -----\n"
        "Catch of both fleets on all banks       1,500\n"
        "Catch given back to the sea(3)            (93)\n"
    )
    assert rows[-2:] == [
        ["Catch of both fleets on all banks", "", "1,500"],
        ["Catch given back to the sea(3)", "", "(93)"],
    ]


def test_counts_before_their_names_and_a_day_above_two_columns(tmp_path: Path) -> None:
    text = (
        "                                        12/31/22\n"
        "     Nets  Maker                     Cost      Worth\n"
        "---------- ----------------------  --------  --------\n"
        "                                    (dollars in millions)\n"
        "    49,456 Northern Twine Works....$1,392.7  $2,794.3\n"
        "   200,000 Lume Rope Company.......  1,298.9  10,525.0\n"
        "           Others..................  1,934.5   3,295.4\n"
        "                                    --------  --------\n"
        "           All nets................ $4,626.1  16,614.7\n"
    )
    assert facts(text, tmp_path) == [
        "49456 | - | Northern Twine Works, Nets | 2023",
        "1392.7 | million USD | Northern Twine Works, Cost | December 31, 2022",
        "2794.3 | million USD | Northern Twine Works, Worth | December 31, 2022",
        "200000 | - | Lume Rope Company, Nets | 2023",
        "1298.9 | million USD | Lume Rope Company, Cost | December 31, 2022",
        "10525.0 | million USD | Lume Rope Company, Worth | December 31, 2022",
        "1934.5 | million USD | Others, Cost | December 31, 2022",
        "3295.4 | million USD | Others, Worth | December 31, 2022",
        "4626.1 | million USD | All nets, Cost | December 31, 2022",
        "16614.7 | million USD | All nets, Worth | December 31, 2022",
    ]


def test_words_among_figures_stay_in_their_column() -> None:
    rows = table(
        "             (1)          (2)\n"
        "           Mooring                    Year-end\n"
        "            Loss       Mean Stock       Rate\n"
        "             (In $ Millions)\n"
        "\n"
        "2019        profit       17.3           5.50%\n"
        "2020          0.37       32.4           6.25%\n"
        "2021        profit       52.5           5.81%\n"
    )
    assert rows[0] == [
        "", "Mooring Loss (In $ Millions)", "Mean Stock (In $ Millions)", "Year-end Rate",
    ]  # fmt: skip
    assert rows[1] == ["2019", "profit", "17.3", "5.50%"]


def test_years_that_head_the_rows_are_no_unit(tmp_path: Path) -> None:
    text = (
        "                 New Fishing         Fishing\n"
        "   Years          Licences        Licences Valid\n"
        "\n"
        "   2022            354,882          2,011,055\n"
        "   2023            396,217          2,147,549\n"
    )
    assert facts(text, tmp_path)[0] == "354882 | - | New Fishing Licences | 2022"


@pytest.mark.parametrize(
    "text",
    [
        "The harbour is old.  It has 12 berths and a crane.\n"
        "Its crew is small.  In 2021 it had 14 hands and a cook, in\n"
        "2022 it had                   15\n",
        "          Orsk, 12 May 2021\n\n     Dear members of the guild,\n"
        "     the harbour was full this year.\n",
    ],
)
def test_prose_with_wide_gaps_is_no_table(text: str) -> None:
    blocks = read_text(text.encode(), "report.txt", Reading()).blocks
    assert not [block for block in blocks if block.kind is BlockKind.TABLE]


def test_drawn_lines_are_left_out_and_said() -> None:
    source = read_text(FEES.encode(), "report.txt", Reading())
    assert [(one.what, one.characters) for one in source.left_out] == [("ruled lines", 48)]
