"""Tables of a Markdown file whose rows are paragraphs."""

from __future__ import annotations

import pytest

from tests.readers.told import told
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading

HEAD = "Kind of vehicle Number of fines that were paid at the gates of the bridge"
ROWS = ("Carts 1,204", "Coaches and wagons 98", "Riders 12.5%")


def read(*lines: str) -> list[tuple[str, str]]:
    return told(read_markdown("\n\n".join(lines).encode(), "report.md", Reading()))


def test_a_head_and_rows_that_are_paragraphs_are_a_table() -> None:
    assert read("# Tolls", HEAD, *ROWS, "The gates are shut at night.")[1:] == [
        ("row", "Kind of vehicle | Number of fines that were paid at the gates of the bridge"),
        ("row", "Carts | 1,204"),
        ("row", "Coaches and wagons | 98"),
        ("row", "Riders | 12.5%"),
        ("paragraph", "The gates are shut at night."),
    ]


def test_a_sign_that_stands_for_itself_does_not_end_the_table() -> None:
    rows = (r"Carts \& sledges 1,204", r"Coaches \[old\] 98", "Riders 12.5%")
    assert read("# Tolls", HEAD, *rows)[2:] == [
        ("row", "Carts & sledges | 1,204"),
        ("row", "Coaches [old] | 98"),
        ("row", "Riders | 12.5%"),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        ("The gates", *ROWS),
        (HEAD, *ROWS[:2]),
        (HEAD, ROWS[0], "By night 3 carts came.", *ROWS[1:]),
        (HEAD, *(f"- {row}" for row in ROWS)),
        (HEAD, *(f"*{row}*" for row in ROWS)),
    ],
)
def test_without_a_head_that_counts_or_rows_enough_they_stay_paragraphs(
    lines: tuple[str, ...],
) -> None:
    assert "row" not in [kind for kind, _ in read("# Tolls", *lines)]
