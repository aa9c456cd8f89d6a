"""Which rows of a table head its columns."""

from __future__ import annotations

import pytest

from tracediff.model import Cell, Span
from tracediff.segment.heads import head_rows


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
