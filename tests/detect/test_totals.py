"""Totals of tables that their parts do not make."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tracediff.detect.totals import table_totals_do_not_sum
from tracediff.model import Finding, Severity
from tracediff.pipeline import load
from tracediff.settings import Detecting


def found(tmp_path: Path, *rows: str) -> list[Finding]:
    """What is found in a table of Markdown given by its rows."""
    head, *body = (f"| {row} |" for row in rows)
    rule = "|" + "---|" * head.count(" | ") + "---|"
    file = tmp_path / "quay.md"
    above = ("# Quay report 2023", "", "The quay has 3 piers.", "")
    file.write_text("\n".join((*above, head, rule, *body, "")))
    return list(table_totals_do_not_sum(load(file), Detecting()))


def test_a_total_row_is_wrong_where_another_column_adds_up(tmp_path: Path) -> None:
    (only,) = found(
        tmp_path,
        "Item | 2022 | 2023",
        "Fees | 100 | 110",
        "Grants | 60 | 70",
        "Total | 160 | 190",
    )
    assert only.message == "Total in 2023: the parts (110, 70) make 180, the total given is 190."
    assert only.severity is Severity.ERROR
    assert only.change is not None
    assert [only.change.old, only.change.new] == [Decimal(190), Decimal(180)]
    assert only.new is not None and only.new.quote == "190"


def test_a_total_column_is_wrong_where_other_rows_add_up(tmp_path: Path) -> None:
    (only,) = found(
        tmp_path,
        "Port | Ships | Boats | Total",
        "Orsk | 10 | 20 | 30",
        "Lume | 11 | 22 | 40",
        "Karsk | 9 | 8 | 17",
    )
    assert "the parts (11, 22) make 33, the total given is 40" in only.message
    assert not found(tmp_path, "Port | Total | Ships | Boats", "Orsk | 30 | 10 | 20")


def test_where_no_column_adds_up_three_parts_that_nearly_do_are_a_warning(tmp_path: Path) -> None:
    rows = ("Item | 2023", "Fees | 110", "Grants | 70", "Gifts | 30")
    (only,) = found(tmp_path, *rows, "Total | 214")
    assert only.severity is Severity.WARNING
    assert not found(tmp_path, *rows, "Total | 900")
    assert not found(tmp_path, *rows[:3], "Total | 184")


@pytest.mark.parametrize(
    "rows",
    [
        ("Item | 2022 | 2023", "Fees | 100 | 110", "Repairs | -30 | (40)", "Total | 70 | 70"),
        ("Item, EUR m | 2022 | 2023", "Fees | 1.3 | 1.4", "Gifts | 2.2 | 2.4", "Total | 3.5 | 3.9"),
        (
            "Item | 2022 | 2023",
            "Fees | 100 | 110",
            "Grants | 60 | 70",
            "Subtotal | 160 | 180",
            "Gifts | 20 | 30",
            "Total | 180 | 210",
        ),
        (
            "Item | 2022 | 2023",
            "North | | ",
            "Fees | 100 | 110",
            "Gifts | 5 | 6",
            "Total north | 105 | 116",
            "South | | ",
            "Fees | 1 | 2",
            "Gifts | 3 | 4",
            "Total south | 4 | 6",
            "Grand total | 109 | 122",
            "Total | 7 | 9",
        ),
        ("Item | 2022 | 2023", "Fees | 100 | n/a", "Grants | 60 | 70", "Total | 160 | 190"),
        ("Item | 2022 | 2023", "Fees | 100 | ~110", "Grants | 60 | 70", "Total | 160 | 190"),
        ("Item | 2022", "Fees | 100 (9%)", "Grants | 60 / 70", "Total | 160"),
        ("Item | 2022", "Ships | 100", "of which ferries | 60", "Crews | 20", "Total | 120"),
        ("Rate | 2022", "Orsk | 12%", "Lume | 14%", "Karsk | 16%", "Total | 43%"),
        ("Item | 2022", "Total | 160"),
        ("Port | Ships | Total", "Orsk | 5 | 6", "Lume | 7 | 7"),
        (
            "Item | 2021 | 2022 | 2023",
            "Fees | 100 | 110 | 120",
            "Grants | 60 | 70 | 80",
            "Total | 160 | 190 | 220",
        ),
        (
            "Item | 2022 | 2023",
            "Ships | 100 | 90",
            "of which ferries | 60 | 50",
            "Crews | 20 | 30",
            "Total | 120 | 120",
        ),
        (
            "Item | 2022",
            "Fees | 110",
            "Gifts | 70",
            "Subtotal | 180",
            "Grants | 70",
            "Loans | 31",
            "Total | 900",
        ),
    ],
)
def test_totals_that_hold_or_cannot_be_told_are_passed_over(
    rows: tuple[str, ...], tmp_path: Path
) -> None:
    assert not found(tmp_path, *rows)


def test_many_parts_are_counted_and_not_listed(tmp_path: Path) -> None:
    parts = [f"Pier {letter} | {n} | {n}" for n, letter in enumerate("ABCDEFGH", 10)]
    (only,) = found(tmp_path, "Pier | 2022 | 2023", *parts, "All | 108 | 109")
    assert "the 8 parts make 108, the total given is 109" in only.message


def test_all_that_the_rows_are_named_for_is_their_total(tmp_path: Path) -> None:
    rows = ("Region | 2022 | 2023", "Fen | 51 | 48", "Moor | 33 | 35", "Wold | 16 | 20")
    (only,) = found(tmp_path, *rows, "All regions | 100 | 113")
    assert "(48, 35, 20) make 103, the total given is 113" in only.message


def test_a_mean_of_all_is_no_total(tmp_path: Path) -> None:
    rows = ("School | Class size", "Esk | 21", "Weir | 24", "Mill | 19", "All schools | 22")
    assert not found(tmp_path, *rows)
