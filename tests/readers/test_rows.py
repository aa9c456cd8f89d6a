"""Cells of several lines."""

from __future__ import annotations

import pytest

from tracediff.model import Block
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.rows import gap, parted
from tracediff.readers.text import read_text
from tracediff.settings import Reading


def rows_of(blocks: tuple[Block, ...]) -> list[list[str]]:
    """The texts of the cells of the only table."""
    (table,) = (block for block in blocks if block.rows)
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize(
    ("row", "count"),
    [
        ([["Ships", "Crews"], ["120", "30"]], 2),
        ([["Ships", "Crews"], ["120", "–"], ["$5m", "(4)"]], 2),
        ([["Ships", "Crews"], ["120"]], 1),
        ([["Ships", "Crews"], ["of two", "of one"]], 1),
        ([["Ships", "Crews"], []], 1),
        ([["Owners"], ["45", "(12%)"]], 1),
        ([], 1),
    ],
)
def test_lines_are_rows_where_label_and_figures_have_as_many(
    row: list[list[str]], count: int
) -> None:
    assert parted(row) == count


def test_two_figures_that_stay_in_one_cell_are_set_apart() -> None:
    assert gap(["120", "30"]) == " / "
    assert gap(["45", "(12%)"]) == gap(["Fiscal", "year"]) == gap(["7"]) == " "


def test_breaks_in_cells_of_markdown_part_rows_and_keep_their_places() -> None:
    text = (
        "| Item | Count |\n|---|---|\n| Owners<br>Crews | 45<br/>30 |\n| Fees | 5<br>6 |\n| | 7 |\n"
    )
    source = read_markdown(text.encode(), "a.md", Reading())
    assert rows_of(source.blocks) == [
        ["Item", "Count"], ["Owners", "45"], ["Crews", "30"], ["Fees", "5 / 6"], ["", "7"],
    ]  # fmt: skip
    crews = source.blocks[0].rows[2]
    assert [text[cell.span.start : cell.span.end] for cell in crews] == ["Crews", "30"]


def test_a_raised_mark_is_dropped_and_a_raised_power_kept() -> None:
    page = (
        "<table><tr><th>Area in km<sup>2</sup></th><th>2023</th></tr>"
        "<tr><td>Bay</td><td>120<sup>1</sup></td></tr>"
        "<tr><td>Fen</td><td>35<span style='vertical-align: super'>a</span></td></tr>"
        "<tr><td>Ships<br>Crews</td><td>7<br>8</td></tr>"
        "<tr><td>Dune</td><td>10<span style='vertical-align: super'>3</span></td></tr></table>"
    )
    source = read_html(page.encode(), "a.html", Reading())
    assert rows_of(source.blocks) == [
        ["Area in km²", "2023"], ["Bay", "120"], ["Fen", "35"], ["Ships", "7"], ["Crews", "8"],
        ["Dune", "10"],
    ]  # fmt: skip


def test_a_raised_mark_of_markdown_is_no_part_of_the_number() -> None:
    said = "The office fined 45<sup>1</sup> owners, 10<sup>6</sup> in all."
    text = f"{said}\n\n| A | B |\n|---|---|\n| x | 3^2^ |\n"
    source = read_markdown(text.encode(), "a.md", Reading())
    assert rows_of(source.blocks)[1] == ["x", "3"]
    cuts = [text[cut.start : cut.end] for cut in source.blocks[0].cuts]
    assert cuts == ["<sup>1</sup>", "<sup>", "</sup>"]


def read_lines(*lines: str) -> list[list[str]]:
    """The rows of the only table among lines of text."""
    return rows_of(read_text("\n".join(lines).encode(), "a.txt", Reading()).blocks)


def test_words_set_apart_above_figures_head_their_columns() -> None:
    lines = ("Port     Crews  Owners", "Orsk        30     120", "Lume        40     130")
    assert read_lines(*lines) == [
        ["Port", "Crews", "Owners"], ["Orsk", "30", "120"], ["Lume", "40", "130"],
    ]  # fmt: skip


def test_a_head_above_years_spans_its_columns() -> None:
    lines = ("Actual      Plan", "       2021 2022 2023 2024", "Wind   41   43   45   47")
    assert read_lines(*lines) == [
        ["", "Actual", "Actual", "Plan", "Plan"], ["", "2021", "2022", "2023", "2024"],
        ["Wind", "41", "43", "45", "47"],
    ]  # fmt: skip


def test_lines_of_words_between_rows_are_groups_or_begin_a_label() -> None:
    assert read_lines(
        "Costs  2022  2023",
        "Northern office",
        "Rent.......  5  6",
        "Repairs of boats and",
        "of quays  7  8",
        "After the year had ended, nothing more was paid.",
    ) == [
        ["Costs", "2022", "2023"], ["Northern office", "", ""], ["Rent", "5", "6"],
        ["Repairs of boats and of quays", "7", "8"],
    ]  # fmt: skip


def test_numbers_of_old_print_may_have_a_space_behind_their_comma() -> None:
    assert read_lines("Zoology 307,361 11, 754 508", "Geology 54, 399 6,396 121")[0] == [
        "Zoology", "307,361", "11, 754", "508",
    ]  # fmt: skip
