"""CSV: no cell is run by a spreadsheet, wherever that splits the row."""

from __future__ import annotations

import csv
from decimal import Decimal
from io import StringIO

import pytest

from tracediff.render.csv import _sheet
from tracediff.render.csv import cell as written


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("  @SUM(A1)", "'  @SUM(A1)"),
        ('"=1+1', "'\"=1+1"),
        ("Rose; =cmd|' /C calc'!A0", "Rose;' =cmd|' /C calc'!A0"),
        ('Fees;"=1+1', "Fees;'\"=1+1"),
        ("Fees\t+1", "Fees\t'+1"),
        ("Fees\n-1 in 2024", "Fees\n'-1 in 2024"),
        ("\tindented", "'\tindented"),
        ("\n", "'\n"),
        ("＝1", "'＝1"),
        ("a = b; c - d", "a = b; c - d"),
        ("12 - 14; 15%", "12 - 14; 15%"),
        ("e-mail@example.org", "e-mail@example.org"),
        ("", ""),
    ],
)
def test_what_would_be_run_is_guarded_where_it_begins(text: str, cell: str) -> None:
    assert written(text) == cell


def test_numbers_stay_numbers() -> None:
    assert [written(value) for value in (Decimal("-5.50"), Decimal("1E+40"), 7, None)] == [
        "-5.50", "1E+40", "7", "",
    ]  # fmt: skip


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_no_cell_is_live_by_whatever_separator_the_rows_are_split(separator: str) -> None:
    texts = ("=1", "a;=1", 'a;"=1', "a\t=1", "a\n=1", ";=1", "a;;@x", "a; +1;\t-2")
    sheet = _sheet(("rank", "said"), [(at, text) for at, text in enumerate(texts)])
    for line in csv.reader(StringIO(sheet), delimiter=separator):
        for cell in line[1:] if separator == "," else line:
            assert not cell.strip(" \"'\n").startswith(("=", "+", "-", "@")) or "'" in cell
