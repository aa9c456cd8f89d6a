"""Rows that a page sets as blocks of one shape, in HTML and in HTML inside Markdown."""

from __future__ import annotations

import pytest

from tests.readers.told import spans_hold, told
from tracediff.model import Source
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.rows import is_figure, is_grid, is_list_of_terms, is_tile
from tracediff.settings import Reading

SURVEY = (
    "<h3>Do you sail?</h3><div class=answer>"
    "<div class=row><div class=bar style='width: 86%'></div><div>86%</div><div>986</div>"
    "<div>Yes</div></div>"
    "<div class=row><div class=bar style='width: 11%'></div><div>11%</div><div>122</div>"
    "<div>No, but I used to</div></div></div>"
)


def read(page: str) -> Source:
    return read_html(page.encode(), "a.html", Reading())


def from_markdown(page: str) -> Source:
    return read_markdown(f"# Survey\n\n{page}\n".encode(), "a.md", Reading())


def rows(source: Source) -> list[list[str]]:
    """The rows of each table, one list a table."""
    return [[" | ".join(c.text for c in row) for row in b.rows] for b in source.blocks if b.rows]


def test_bars_of_a_survey_are_one_table_a_question() -> None:
    assert rows(read(SURVEY)) == [["86% | 986 | Yes", "11% | 122 | No, but I used to"]]
    source = from_markdown(SURVEY)
    assert rows(source) == rows(read(SURVEY))
    assert told(source)[:2] == [("heading", "Survey"), ("heading", "Do you sail?")]
    assert spans_hold(source)


def test_a_head_of_years_is_the_first_row() -> None:
    page = (
        "<section><div><p>Port</p><p>2020</p><p>2021</p></div>"
        "<div><p>Orsk</p><p>5</p><p>–</p></div><div><p>Lume</p><p>7</p><p>9</p></div></section>"
    )
    table = [["Port | 2020 | 2021", "Orsk | 5 | –", "Lume | 7 | 9"]]
    assert rows(read(page)) == rows(from_markdown(page)) == table


def test_what_says_that_it_is_a_table_is_one() -> None:
    page = (
        "<div role=table><div role=row><span role=columnheader>Port</span>"
        "<span role=columnheader>Kind</span></div><div role=rowgroup><div role=row>"
        "<span role=cell>Orsk</span><span role=cell>a quay of <b>stone</b></span></div>"
        "<div role=row><span role=cell>Lume</span></div></div></div>"
    )
    source = read(page)
    assert rows(source) == [["Port | Kind", "Orsk | a quay of stone", "Lume | "]]
    assert source.blocks[0].heads == 1


@pytest.mark.parametrize(
    "inside",
    [
        "<div role=row>Orsk<span role=cell>5</span><span role=cell>7</span></div>",
        "<div role=row><span role=cell>5<sup>1</sup></span><span role=cell>7</span></div>",
        "<div role=row><span role=cell>5</span></div>",
    ],
)
def test_what_says_so_with_text_beside_its_cells_is_read_as_it_stands(inside: str) -> None:
    assert rows(read(f"<div role=table>{inside}</div>")) == []


def test_three_lines_of_inline_cells_are_rows_and_two_are_not() -> None:
    line = "<li><span>{}</span> <b>{}%</b></li>"
    items = [line.format(name, share) for name, share in (("Sail", 52), ("Oar", 31), ("Both", 17))]
    page = f"<ul>{''.join(items)}</ul>"
    assert rows(read(page)) == [["Sail | 52%", "Oar | 31%", "Both | 17%"]]
    assert rows(read(f"<ul>{''.join(items[:2])}</ul>")) == []


def test_terms_with_several_figures_are_rows() -> None:
    page = (
        "<dl><dt>Sail</dt><dd>52%</dd><dd>1,087</dd><div><dt>Oar</dt><dd>48%</dd><dd>1,003</dd>"
        "</div></dl>"
    )
    table = [["Sail | 52% | 1,087", "Oar | 48% | 1,003"]]
    assert rows(read(page)) == rows(from_markdown(page)) == table


@pytest.mark.parametrize(
    "page",
    [
        "<div><div>North</div><div>a port</div></div><div><div>South</div><div>a bay</div></div>",
        "<div><p>It paid.</p><p>45</p></div><div><p>It fined.</p><p>60</p></div>",
        "<div><div>In 2021 <b>45</b></div><div>paid</div></div>",
        f"<div><div>{'a' * 170}</div><div>5</div></div>",
        "<div><p>Boats</p>and <p>45</p></div><div><p>Crews</p>and <p>60</p></div>",
        "<div><div>4</div><div>5</div></div><div><div>6</div><div>7</div></div>",
        "<dl><dt>Quay</dt><dd>a wall</dd></dl><dl><dd>5</dd><dt>a</dt></dl>",
    ],
)
def test_blocks_of_words_stay_what_they_are(page: str) -> None:
    assert rows(read(page)) == []
    assert rows(from_markdown(page)) == []


def test_rows_end_where_words_follow() -> None:
    row = "<div><div>{}</div><div>{}</div></div>"
    page = (
        f"<div>{row.format('Sail', 5)}{row.format('Oar', 6)}They paid.{row.format('Tax', 7)}</div>"
    )
    assert told(read(page)) == [
        ("row", "Sail | 5"), ("row", "Oar | 6"), ("paragraph", "They paid."), ("row", "Tax | 7"),
    ]  # fmt: skip


def test_one_row_alone_is_a_tile() -> None:
    assert rows(read("<div><h3>45</h3><p>owners paid</p></div>")) == [["45 | owners paid"]]
    page = "<div>\n<div><div>45</div><div>owners paid</div></div>\n<p>It went on.</p></div></div>"
    assert rows(from_markdown(page)) == [["45 | owners paid"]]
    page = "<div><div><span>1.5</span><span>M</span><b>+</b></div><div>users</div></div>"
    assert rows(from_markdown(page)) == rows(read(page)) == [["1.5M+ | users"]]


def test_many_blocks_of_unlike_shape_are_read_once_each() -> None:
    page = "<div><div>North</div><div>a port</div></div>" * 300
    assert len(told(read(page))) == 600
    assert len(told(from_markdown(page))) == 601


@pytest.mark.parametrize("text", ["8.10.4", "2021-11-01", "No", "1 to 2", ""])
def test_versions_dates_and_words_are_no_figures(text: str) -> None:
    assert not is_figure(text)


@pytest.mark.parametrize("text", ["45", "(1,087)", "+0%", "€ 30 million", "−5", "0.5 pp", "12kg"])
def test_figures_have_signs_and_units(text: str) -> None:
    assert is_figure(text)


def test_tags_that_are_not_closed_or_close_nothing_part_no_rows() -> None:
    page = "<div></p><dl><dt>Sail<dd>52<hr><dt>Oar<dd>48</dl></section></div>"
    assert rows(from_markdown(page)) == [["Sail | 52", "Oar | 48"]]
    deep = "<div>" * 250 + "<p>45</p>" + "</div>" * 250
    assert told(from_markdown(deep))[1:] == [("paragraph", "45")]


def test_a_row_of_very_many_elements_is_read_as_it_stands() -> None:
    page = f"<div><div>{'<b></b>' * 90}Sail</div><div>5</div></div>"
    assert rows(read(page + page)) == [["Sail | 5"], ["Sail | 5"]]


def test_terms_behind_words_are_read_as_they_stand() -> None:
    page = "<dl>Boats<dt>Sail</dt><dd>5</dd></dl>"
    assert [text for _, text in told(read(page))] == ["Boats", "Sail", "5"]


def test_grids_tiles_and_terms() -> None:
    assert is_grid([["2021", "5"], ["2022", "7"]])
    assert not is_grid([["Sail", "5"], ["Oar"]])
    assert not is_grid([["Sail"], ["Oar"]])
    assert not is_grid([["Sail", ""], ["Oar", "–"]])
    assert not is_grid([["", "5"], ["Oar", "6"]])
    assert not is_tile(["Sail"])
    assert not is_tile(["a" * 90, "5"])
    assert not is_grid([["North", "a port"], ["South", "45"]])
    assert is_list_of_terms([["Owner", "a bank"], ["Ships", "45"]])
    assert not is_list_of_terms([])
