"""Tables of a PDF that rules mark off: which rules make one table, its columns, rows and heads."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import told
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading

XS = (60, 206, 306)  # where the cells of a row begin
EDGES = (54, 200, 300, 400)  # and where its columns end


def read(*pages: Sequence[str]) -> Source:
    return read_pdf(pdf(pages), "report.pdf", Reading())


def cells(
    y: float, *rows: Sequence[str], xs: Sequence[float] = XS, heavy: int = 0, step: float = 20
) -> list[str]:
    """Rows of cells, the first ``heavy`` of them in bold; an empty cell is not drawn."""
    return [
        text(x, y + step * i, cell, 10, "bold" if i < heavy else "plain")
        for i, row in enumerate(rows)
        for x, cell in zip(xs, row, strict=False)
        if cell
    ]


def levels(*ys: float, x0: float = 54, x1: float = 400) -> list[str]:
    return [rule(x0, y, x1) for y in ys]


def broken(*ys: float, edges: Sequence[float] = EDGES) -> list[str]:
    """Level rules with a small gap at each edge of a column."""
    return [rule(a + 1, y, b - 1) for y in ys for a, b in pairwise(edges)]


def upright(x: float, y0: float, y1: float) -> str:
    return f"0.5 w {x} {792 - y0} m {x} {792 - y1} l S"


def rows(source: Source) -> list[str]:
    return [words for kind, words in told(source) if kind == "row"]


def tables(source: Source) -> list[list[str]]:
    """The rows of each table."""
    return [
        [" | ".join(cell.text for cell in row) for row in block.rows]
        for block in source.blocks
        if block.rows
    ]


HEAD = ("Harbour", "Boats", "Crew")
ORRIN, VELL, LUNN = ("Orrin", "nine", "full"), ("Vell", "seven", "short"), ("Lunn", "six", "full")
BODY = ["Orrin | nine | full", "Vell | seven | short", "Lunn | six | full"]
TOLD = ["Harbour | Boats | Crew", *BODY]
INTRO = block(54, 60, OFFICES, 95)


# --- which rules make a table -----------------------------------------------------------------


def test_two_tables_side_by_side_are_two() -> None:
    left = cells(114, ("Harbour", "Boats"), ("Orrin", "nine"), ("Vell", "seven"), xs=(60, 160))
    right = cells(114, ("Office", "Staff"), ("Capital", "full"), ("Coast", "short"), xs=(330, 450))
    rules = levels(100, 120, 140, 160, x1=250) + levels(100, 120, 140, 160, x0=324, x1=540)
    assert tables(read([*INTRO, *left, *right, *rules])) == [
        ["Harbour | Boats", "Orrin | nine", "Vell | seven"],
        ["Office | Staff", "Capital | full", "Coast | short"],
    ]


def test_a_shorter_rule_that_is_flush_belongs_to_the_table_and_another_does_not() -> None:
    body = cells(114, HEAD, ORRIN, VELL, LUNN)
    assert rows(read([*INTRO, *body, *levels(100, 120, 140, 160), rule(54, 180, 280)])) == TOLD
    underlined = [rule(120, 182, 330), text(120, 180, "Fishing is free")]
    source = read(
        [*INTRO, *cells(114, HEAD, ORRIN, VELL), *levels(100, 120, 140, 160), *underlined]
    )
    assert rows(source) == TOLD[:3]
    assert told(source)[-1][1] == "Fishing is free"


@pytest.mark.parametrize("sides", [True, False])
def test_a_row_as_high_as_half_a_page_belongs_to_the_table_where_uprights_say_so(
    *, sides: bool
) -> None:
    far = [rule(54, 340, 394)]
    edges = [upright(x, 100, 340) for x in EDGES] if sides else []
    body = cells(114, HEAD, ORRIN) + cells(154, VELL) + cells(300, ("and its isles", "", ""))
    source = read([*INTRO, *body, *levels(100, 120, 140), *far, *edges])
    assert ("Vell and its isles | seven | short" in rows(source)) is sides


def test_two_tables_whose_rules_break_at_other_places_are_two() -> None:
    first = cells(114, HEAD, ORRIN, VELL) + broken(100, 120, 140, 160)
    other = (54, 130, 250, 400)
    second = cells(
        224, ("Office", "Head", "Staff"), ("Capital", "Ode", "full"), ("Coast", "Ree", "short"),
        xs=(60, 136, 256),
    ) + broken(210, 230, 250, 270, edges=other)  # fmt: skip
    assert tables(read([*INTRO, *first, *second])) == [
        TOLD[:3],
        ["Office | Head | Staff", "Capital | Ode | full", "Coast | Ree | short"],
    ]


def test_two_tables_under_rules_of_one_width_are_two_where_a_wide_gap_parts_them() -> None:
    first = cells(
        114,
        ("Harbour of the north coast", "Boats"),
        ("Orrin, with all of its isles", "nine"),
        ("Vell, without the sands", "seven"),
        xs=(60, 300),
    )
    second = cells(
        234,
        ("Office", "What it is known for on the coast"),
        ("Capital", "Its books, which are kept in great order by day"),
        ("Coast", "Its visits to boats, by day and by night"),
        xs=(60, 120),
    )
    rules = levels(100, 120, 140, 160, 220, 240, 260, 280)
    found = tables(read([*INTRO, *first, *second, *rules]))
    assert [len(table) for table in found] == [3, 3]
    assert found[1][2] == "Coast | Its visits to boats, by day and by night"


@pytest.mark.parametrize(
    "drawings",
    [
        # a title, or a paragraph, between rules
        [text(60, 114, "Boats"), text(60, 134, "Nets"), *levels(100, 120, 140)],
        [*block(60, 112, f"{OFFICES} {COURTS} {HOUSES}", 60), *levels(100, 130, 160, 190, 220)],
        # words on a hatched ground
        [*cells(110, ORRIN, VELL, step=12), *levels(*range(100, 128, 2))],
        # a form that nobody has filled in
        [
            *cells(114, HEAD, *[(f"Harbour {name}",) for name in "ABCDEFGHIJKL"]),
            *broken(*range(100, 361, 20)),
        ],
        # prose in two columns below the rules of a page
        [
            *block(54, 120, f"{OFFICES} {COURTS} {HOUSES}", 40),
            *block(318, 120, f"{HOUSES} {COURTS} {OFFICES}", 40),
            *levels(80, 104, 300, x1=550),
        ],
    ],
    ids=["title", "boxed text", "hatched ground", "empty form", "columns of prose"],
)
def test_what_stands_between_rules_is_not_always_a_table(drawings: list[str]) -> None:
    assert rows(read([*drawings, *block(54, 400, OFFICES, 95)])) == []


def test_a_drawing_of_countless_lines_makes_no_table() -> None:
    hatch = [rule(x, y / 2, x + 20) for x in (420, 460, 500) for y in range(60, 1500, 4)]
    source = read([*INTRO, *cells(114, HEAD, ORRIN, VELL), *levels(100, 120, 140, 160), *hatch])
    assert rows(source) == []


# --- bands that hold no cells -----------------------------------------------------------------


def test_a_double_rule_makes_no_row() -> None:
    rules = levels(92, 100, 120, 140, 160, 180, 188)
    assert rows(read([*INTRO, *cells(114, HEAD, ORRIN, VELL, LUNN), *rules])) == TOLD


def test_a_caption_inside_the_first_rule_is_the_caption() -> None:
    caption = text(60, 114, "Table 3. Boats and crews", 10, "bold")
    body = cells(134, HEAD, ORRIN, VELL, LUNN)
    source = read([*INTRO, caption, *body, *levels(100, 120, 140, 160, 180, 200)])
    (table,) = [block for block in source.blocks if block.rows]
    assert table.caption is not None
    assert table.caption.text == "Table 3. Boats and crews"
    assert rows(source) == TOLD


def test_a_title_across_the_columns_is_a_row_of_its_own() -> None:
    body = cells(114, HEAD, ("Harbours of the north and of the long coast",), ORRIN, VELL, LUNN)
    source = read([*INTRO, *body, *broken(100, 120, 140, 160, 180, 200)])
    assert rows(source)[1].startswith("Harbours of the north and of the long coast")
    assert rows(source)[2:] == BODY


def test_a_paragraph_between_two_tables_is_text() -> None:
    first = cells(114, HEAD, ORRIN, VELL)
    second = cells(254, HEAD, LUNN, ORRIN)
    prose = block(60, 176, COURTS, 60)
    rules = broken(100, 120, 140, 160, 240, 260, 280, 300)
    source = read([*INTRO, *first, *prose, *second, *rules])
    assert [len(table) for table in tables(source)] == [3, 3]
    assert ("paragraph", COURTS) in told(source)


# --- columns and rows -------------------------------------------------------------------------


def test_a_first_column_of_pictures_is_no_column() -> None:
    edges = (20, 54, 200, 300, 400)
    body = cells(114, HEAD, ORRIN, VELL, LUNN)
    assert rows(read([*INTRO, *body, *broken(100, 120, 140, 160, 180, edges=edges)])) == TOLD


def test_columns_are_those_of_upright_rules() -> None:
    body = cells(114, HEAD, ORRIN, VELL, ("Lunn of the isles and the bay", "six", "full"))
    sides = [upright(x, 100, 180) for x in EDGES]
    source = read([*INTRO, *body, *levels(100, 120, 140, 160, 180), *sides])
    assert rows(source) == [*TOLD[:3], "Lunn of the isles and the bay | six | full"]


def test_heads_above_the_first_rule_and_a_row_below_the_last_belong_to_the_table() -> None:
    body = cells(96, HEAD, ORRIN, VELL, LUNN)
    assert rows(read([*body, *levels(100, 120, 140), *block(54, 300, OFFICES, 95)])) == TOLD
    note = text(60, 170, "Counted in May.")
    source = read([*cells(114, HEAD, ORRIN, VELL), note, *levels(100, 120, 140, 160)])
    assert told(source)[-1] == ("paragraph", "Counted in May.")


def test_a_cell_over_several_rows_stands_in_each_of_them() -> None:
    body = cells(114, HEAD, ("", "nine", "full"), ("North", "seven", "short"), ("", "six", "full"))
    rules = [*levels(100, 120, 180), *levels(140, 160, x0=200)]
    sides = [upright(x, 100, 180) for x in EDGES]
    assert rows(read([*INTRO, *body, *rules, *sides])) == [
        TOLD[0], "North | nine | full", "North | seven | short", "North | six | full",
    ]  # fmt: skip


def test_figures_below_each_other_are_not_a_cell_over_several_rows() -> None:
    body = cells(114, ("2020", "Boats", "Crew"), ("9", "Orrin", "full"), ("7", "Vell", "short"))
    rules = [*levels(100, 120, 160), *levels(140, x0=200)]
    sides = [upright(x, 100, 160) for x in EDGES]
    assert rows(read([*INTRO, *body, *rules, *sides])) == [
        "2020 | Boats | Crew", "9 | Orrin | full", "7 | Vell | short",
    ]  # fmt: skip


def test_heavy_rows_above_the_others_are_heads() -> None:
    heads = [("", "Boats", "Crew"), ("", "at sea", "on board"), ("Harbour", "in May", "in May")]
    source = read([*cells(114, *heads, ORRIN, VELL, heavy=3), *broken(*range(100, 201, 20))])
    (table,) = [block for block in source.blocks if block.rows]
    assert table.heads == 3
    assert rows(source)[3:] == BODY[:2]


# --- over the page ----------------------------------------------------------------------------


def over(last: Sequence[str], *below: Sequence[str]) -> Source:
    """A table at the foot of a page, and rows in the same columns on the next one."""
    first = [*INTRO, *cells(654, HEAD, ORRIN, last), *broken(640, 660, 680, 700)]
    rules = broken(*(100 + 20 * i for i in range(len(below) + 1)))
    return read(first, [*cells(114, *below), *rules, *block(54, 300, COURTS, 95)])


def test_a_row_that_the_page_breaks_is_mended() -> None:
    source = over(("Vell", "seven, all", "short"), ("", "of them old", ""), LUNN, ORRIN)
    assert rows(source) == [
        *TOLD[:2], "Vell | seven, all of them old | short", BODY[2], BODY[0],
    ]  # fmt: skip


def test_a_row_without_a_label_behind_a_sentence_is_a_row_of_its_own() -> None:
    source = over(("Vell", "It has seven.", "short"), ("", "It lost one.", "full"), LUNN, ORRIN)
    assert rows(source)[2:4] == ["Vell | It has seven. | short", " | It lost one. | full"]


def test_a_table_with_other_columns_does_not_go_on_with_the_one_before_the_page() -> None:
    first = [*INTRO, *cells(654, HEAD, ORRIN, VELL), *broken(640, 660, 680, 700)]
    second = cells(114, ("Capital", "full"), ("Coast", "short"), ("Isles", "none"), xs=(60, 250))
    edges = (54, 240, 400)
    source = read(first, [*second, *broken(100, 120, 140, 160, edges=edges)])
    assert [len(table) for table in tables(source)] == [3, 3]


def test_a_page_of_nothing_but_the_last_rows_ends_the_table() -> None:
    first = [
        *INTRO,
        *cells(654, ("Harbour", "2019", "2020"), ("Orrin", "9", "8"), ("Vell", "7", "6")),
    ]
    source = read(first, cells(114, ("Lunn", "6", "5"), ("Mere", "4", "n/a")))
    assert tables(source) == [
        ["Harbour | 2019 | 2020", "Orrin | 9 | 8", "Vell | 7 | 6", "Lunn | 6 | 5", "Mere | 4 | n/a"]
    ]
