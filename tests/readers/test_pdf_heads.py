"""Heads above the figures of a PDF table, and labels beside rules that cross the figures only."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import pdf, rule, text
from tests.readers.told import told
from tracediff.model import BlockKind, Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

XS = (60, 220, 310, 400)
TITLE = [text(60, 40, "Bridge report 2023", 18, "bold"), text(60, 80, "Tolls are set by law.")]


def read(*drawn: str) -> Source:
    return read_pdf(pdf([[*TITLE, *drawn]]), "report.pdf", Reading())


def drawn(y: float, *rows: Sequence[str], step: float = 16) -> list[str]:
    """Rows of cells, one below the other; an empty cell is not drawn."""
    return [
        text(x, y + step * at, cell)
        for at, row in enumerate(rows)
        for x, cell in zip(XS, row, strict=False)
        if cell
    ]


def rows(source: Source) -> list[str]:
    return [words for kind, words in told(source) if kind == "row"]


def heads(source: Source) -> int:
    return next(block.heads for block in source.blocks if block.kind is BlockKind.TABLE)


BODY = (("Carts", "120", "14"), ("Coaches", "230", "25"), ("Riders", "340", "36"))


@pytest.mark.parametrize(
    ("above", "expected"),
    [
        ([("Bridge", "Tolls", "Fines")], ["Bridge | Tolls | Fines"]),
        ([("", "Tolls", "Fines")], [" | Tolls | Fines"]),
        ([("", "Tolls"), ("Bridge", "2023", "2022")], [" | Tolls | ", "Bridge | 2023 | 2022"]),
        ([("", "Tolls paid in", "Fines"), ("", "the year", "")], None),
        ([("By night", "", "")], []),
        ([("Tolls are given below by kind of vehicle", "and by year")], []),
        ([("", "It rained.", "All day.")], []),
    ],
)
def test_words_above_the_figures_name_their_columns(
    above: list[Sequence[str]], expected: list[str] | None
) -> None:
    source = read(*drawn(140, *above, *BODY, step=14 if expected is None else 18))
    body = [" | ".join(row) for row in BODY]
    over = [" | Tolls paid in the year | Fines"] if expected is None else expected
    assert rows(source) == [*over, *body]
    assert heads(source) == len(over)


def test_a_head_over_several_columns_heads_them_all() -> None:
    source = read(
        text(222, 124, "Year ended 31 December"), *drawn(140, ("", "2023", "2022"), *BODY)
    )
    assert rows(source)[:2] == [" | Year ended 31 December | ", " | 2023 | 2022"]


def test_heads_that_are_each_over_several_columns() -> None:
    body = [("", "Paid", "Owed", "Paid", "Owed"), ("Carts", *"1234"), ("Riders", *"5678")]
    xs = (60, 220, 290, 360, 430)
    lines = [
        [text(x, 140 + 16 * at, cell) for x, cell in zip(xs, row, strict=True)]
        for at, row in enumerate(body)
    ]
    over = [text(252, 124, "2023"), text(392, 124, "2022")]
    found = rows(read(*over, *(one for row in lines for one in row)))
    assert found[:2] == [" | 2023 |  | 2022 | ", " | Paid | Owed | Paid | Owed"]


def test_a_title_in_the_middle_of_the_page_is_no_head() -> None:
    title = text(130, 124, "For the years ended September 30")
    assert rows(read(title, *drawn(140, ("", "2023", "2022"), *BODY)))[0] == " | 2023 | 2022"


def test_a_caption_and_a_title_are_no_heads() -> None:
    caption = text(220, 124, "Table 2. Tolls by vehicle")
    assert rows(read(caption, *drawn(140, *BODY)))[0] == "Carts | 120 | 14"
    long = text(220, 124, "all that was paid at the gates of the old bridge and the new one too")
    assert rows(read(long, *drawn(140, *BODY)))[0] == "Carts | 120 | 14"


def test_heads_stand_near_the_figures() -> None:
    source = read(*drawn(100, ("", "Tolls", "Fines")), *drawn(160, *BODY))
    assert rows(source)[0] == "Carts | 120 | 14"


def test_two_rows_of_figures_are_a_table_below_heads_only() -> None:
    assert rows(read(*drawn(140, ("", "Tolls", "Fines"), *BODY[:2]))) == [
        " | Tolls | Fines", "Carts | 120 | 14", "Coaches | 230 | 25",
    ]  # fmt: skip
    assert not rows(read(*drawn(140, *BODY[:2])))


@pytest.mark.parametrize("whole", [True, False])
def test_labels_beside_rules_that_cross_the_figures_only_name_their_rows(whole: bool) -> None:
    lines = [("", "2023", "2022"), *BODY]
    edges = [(210, 480)] if whole else [(210, 300), (301, 480)]
    rules = [rule(a, 126 + 18 * at, b) for at in range(5) for a, b in edges]
    source = read(*rules, *drawn(139, *lines, step=18))
    assert rows(source) == [" | ".join(row) for row in lines]


def test_a_few_words_beside_ruled_figures_are_no_labels() -> None:
    rules = [rule(210, 126 + 18 * at, 480) for at in range(5)]
    source = read(*rules, *drawn(139, ("", "2023", "2022"), ("By night", "1", "2")), step(3))
    assert not any("By night |" in row for row in rows(source))


def step(count: int) -> str:
    return "\n".join(
        text(x, 175 + 18 * at, str(at + 5)) for at in range(count - 1) for x in (220, 310)
    )


def test_heads_above_the_rules_of_a_table_of_years_are_its_own() -> None:
    lines = [("", "2023", "2022"), *BODY]
    rules = [rule(56, 146 + 18 * at, 480) for at in range(5)]
    source = read(*drawn(140, ("", "Actual", "Actual")), *rules, *drawn(159, *lines, step=18))
    assert rows(source)[:2] == [" | Actual | Actual", " | 2023 | 2022"]
    named = [("Bridge", "Tolls", "Fines"), *BODY]
    other = read(*drawn(134, ("", "Paid", "Owed")), *rules, *drawn(159, *named, step=18))
    assert rows(other)[0] == "Bridge | Tolls | Fines"


def test_rules_below_sums_do_not_part_a_table() -> None:
    lines = [
        ("", "2023", "2022"),
        *BODY,
        ("All", "690", "75"),
        ("Nets", "1", "2"),
        ("Oars", "3", "4"),
    ]
    rules = [rule(210, y, 480) for y in (205, 223, 259)]
    found = rows(read(*rules, *drawn(139, *lines, step=18)))
    assert [row for row in found if row] == [" | ".join(row) for row in lines]


def test_rules_in_the_midst_of_a_table_do_not_part_it() -> None:
    lines = [("", "2023", "2022"), *BODY, ("Nets", "1", "2"), ("Oars", "3", "4")]
    rules = [rule(210, y, 480) for y in (162, 180, 198)]
    assert rows(read(*rules, *drawn(139, *lines, step=18))) == [" | ".join(row) for row in lines]


@pytest.mark.parametrize(
    ("large", "kind"),
    [
        ("Grants and gifts", "heading"),
        ("grants and gifts", "heading"),
        ("and to make every bridge safer for carts", "paragraph"),
        ("“My favourite part of the work is that I am out on the river", "paragraph"),
    ],
)
def test_a_sentence_set_large_is_no_heading(large: str, kind: str) -> None:
    body = [text(60, 180 + 16 * at, "Keepers walk over the bridges at night.") for at in range(6)]
    said = {words: kind for kind, words in told(read(text(60, 140, large, 14), *body))}
    assert said[large] == kind
