"""The reporting year where a text is sparing with it, and sentences where marks mislead."""

from __future__ import annotations

from datetime import date

import pytest

from tracediff.model import Block, BlockKind, Edition, Source, Span
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.segment import segment
from tracediff.segment.sentences import sentence_spans
from tracediff.settings import Reading


def edition(text: str, name: str = "report.md", year: int | None = None) -> Edition:
    source = read_markdown(text.encode(), name, Reading())
    return segment(source, normalize(source), year)


def test_a_half_year_in_the_heading_is_the_period() -> None:
    told = edition("# Ports, January to June 2016\n\nShips came and went.")
    assert told.year == 2016
    assert told.period is not None
    assert (told.period.start, told.period.end) == (date(2016, 1, 1), date(2016, 6, 30))


def test_a_stretch_that_ends_before_it_begins_is_no_period() -> None:
    told = edition("# Ports, October to March 2016\n\nShips came and went.")
    assert told.period is None or (told.period.end - told.period.start).days > 360


def test_a_given_year_keeps_the_period_that_the_heading_states() -> None:
    text = "# Ports, January to June 2016\n\nShips came and went."
    half, whole = edition(text, year=2016).period, edition(text, year=2018).period
    assert half is not None
    assert whole is not None
    assert (half.end, whole.end) == (date(2016, 6, 30), date(2018, 12, 31))


def test_a_declared_year_wins_over_a_fiscal_year_that_is_only_mentioned() -> None:
    text = "The fiscal year 2017 was poor. The fiscal year ended June 30, 2019 was better."
    told = edition(text)
    assert told.year == 2019
    assert told.period is not None
    assert told.period.start == date(2018, 7, 1)


def test_a_fiscal_year_to_december_is_the_calendar_year() -> None:
    told = edition("This report is on the fiscal year ended December 31, 2019.")
    assert told.period is not None
    assert told.period.start == date(2019, 1, 1)


def test_a_long_opening_is_no_title() -> None:
    opening = "The harbours of Norr were busy in 2011 " + "and the roads were full " * 6 + "too."
    told = edition(f"{opening}\n\n{'In 2020 ships came. ' * 6}")
    assert told.year == 2020


def test_a_title_of_two_years_names_none() -> None:
    told = edition(f"# Ports 2018 and ships 2020\n\n{'In 2019 ships came. ' * 6}")
    assert told.year == 2019


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The pier closed... and the mill too.", 1),
        ("Who paid?, she asked. Nobody did.", 2),
        ("1. The pier closed. 2. The mill closed.", 2),
        ("The pier closed.The mill closed.", 2),
        ("The pier closed!The mill closed.", 2),
        ("See norr.example/The page for more.", 1),
        ("See www.norr.The page is old.", 1),
        ("The pier . It was closed.", 1),
    ],
)
def test_a_mark_ends_a_sentence_only_where_one_can_begin(text: str, sentences: int) -> None:
    assert len(list(sentence_spans(text))) == sentences


def test_a_word_that_a_team_adds_ends_no_sentence() -> None:
    text = "The hbr. Tessamar grew. It closed."
    assert len(list(sentence_spans(text))) == 3
    assert len(list(sentence_spans(text, {"hbr"}))) == 2


def test_white_space_alone_is_no_sentence() -> None:
    assert list(sentence_spans("   ")) == []


def mended(text: str, *cuts: tuple[int, int]) -> str:
    block = Block(
        BlockKind.PARAGRAPH, Span(0, len(text)), cuts=tuple(Span(*cut) for cut in cuts)
    )  # fmt: skip
    (passage,) = normalize(Source("ports.txt", "text", text, (block,)))
    return passage.text


def test_what_is_cut_out_of_a_block_is_not_read() -> None:
    text = "The pier 17 closed."
    assert mended(text, (9, 12)) == "The pier closed."
    assert mended(text, (0, 4)) == "pier 17 closed."
    assert mended(text, (12, 19)).strip() == "The pier 17"


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("ports-2019.md", 2019),
        ("ports-2018-2019.md", None),
        ("2018-2019/old.md", 2018),
        ("2018-2019/new.md", 2019),
        ("2018-2019/ports.md", None),
    ],
)
def test_a_file_names_its_year_where_the_text_does_not(name: str, year: int | None) -> None:
    assert edition("Ships came and went.", name).year == year


def test_a_year_ahead_is_not_the_year_of_the_report() -> None:
    text = "Ships came in 2019. The pier is to last until 2030. It is to grow by 2030, to 2030."
    assert edition(text).year == 2019
