"""Which rows of a table head its columns."""

from __future__ import annotations

import pytest

from tracediff.model import Cell, Span
from tracediff.segment.heads import head_rows, labels_first


def rows(text: str) -> list[list[Cell]]:
    """Rows of cells, a line for each, cells set apart by bars."""
    return [
        [Cell(cell.strip(), Span(0, 0)) for cell in line.split("|")] for line in text.split("/")
    ]


@pytest.mark.parametrize(
    ("text", "marked", "heads"),
    [
        ("Item|2022|2023/Ships|1|2", 0, 1),
        ("Item|2022 Actual|2023 Budget/Ships|1|2", 0, 1),
        ("Port|Ships|Crews/Orsk|1|2", 0, 1),
        ("Ships|1|2/Crews|3|4", 0, 0),
        ("Port|Open|Lit/Orsk|yes|no", 0, 0),
        ("Port|–|n\u002fa".replace("\u002f", "∕") + "/Orsk|1|2", 0, 1),
        ("Port|–|–/Orsk|1|2", 0, 0),
        ("Title||||/Orsk|1|2|3|4", 0, 0),
        ("Item|2022|2023", 0, 0),
        ("|Actual|Plan/MWh|2022|2023/Wind|1|2", 1, 2),
        ("|2022|2023/|EUR|%/Fees|1|2", 1, 2),
        ("|2022|2022/|Men|Women/Orsk|1|2", 1, 2),
        ("Item|A|B/Built|1999|2004/Ships|1|2", 1, 1),
        ("|2022|2023/|2024|2025/Ships|1|2", 1, 1),
        ("|Actual|Actual/|Jan - Mar|Jan - Dec/|2023|2023/Ships|1|2", 1, 3),
        ("|2022|2022/Ward|Beds|Nurses/North|1|2", 1, 2),
        ("|2022|2023/Ward|Open|Shut/North|1|2", 1, 1),
        ("|2022|2022/Ward|Beds|/North|1|2", 1, 1),
        ("Item|A|B/|–|–/Ships|1|2", 1, 1),
        ("Item|A|B/|low|/Ships|1|2", 1, 1),
        ("Item|A|B/Ships|1|2", 1, 1),
        ("", 0, 0),
    ],
)
def test_head_rows_are_told_whatever_the_format_marks(text: str, marked: int, heads: int) -> None:
    assert head_rows(rows(text), marked) == heads


def cells(*rows: str) -> tuple[tuple[Cell, ...], ...]:
    return tuple(tuple(Cell(text, Span(0, 0)) for text in row.split("|")) for row in rows)


@pytest.mark.parametrize(
    ("rows", "first"),
    [
        (("86%|986|Yes", "11%|122|No"), ["Yes", "No"]),
        (("Share|Answer", "86%|Yes", "11%|No"), ["Answer", "Yes", "No"]),
        (("45|owners paid",), ["owners paid"]),
        (("45|owners|7",), ["45"]),
        (("1|Orsk|120", "2|Lume|230"), ["1", "2"]),
        (("2022|up|5", "2021|down|6"), ["2022", "2021"]),
        (("986|Yes|5", "122|Yes|6"), ["986", "122"]),
        (("986|Yes|good", "122|No|bad"), ["986", "122"]),
        (("986|5", "122|6"), ["986", "122"]),
        (("986|–|5", "122||6"), ["986", "122"]),
        (("Yes|5", "No|6"), ["Yes", "No"]),
    ],
)
def test_labels_behind_figures_come_first(rows: tuple[str, ...], first: list[str]) -> None:
    assert [row[0].text for row in labels_first(cells(*rows))] == first
