"""The lines of a PDF page: what is drawn apart is put together, and read where a reader would."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import block, pdf, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import told
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading


def read(*drawings: str) -> Source:
    return read_pdf(pdf([drawings]), "report.pdf", Reading())


def lines(y: float, *words: str, step: float = 12, x: float = 54) -> list[str]:
    """Lines below each other; one that begins with a slash is in italics."""
    return [
        text(x, y + step * i, line.lstrip("/"), 10, "italic" if line.startswith("/") else "plain")
        for i, line in enumerate(words)
    ]


# --- words to lines ---------------------------------------------------------------------------


def test_a_line_whose_right_half_is_drawn_first_is_one_line() -> None:
    right, left = text(79, 60, "was a quiet year for the harbours."), text(54, 60, "2020")
    assert told(read(right, *block(54, 90, HOUSES, 95), left)) == [
        ("paragraph", "2020 was a quiet year for the harbours."),
        ("paragraph", HOUSES),
    ]


def test_the_mark_of_a_note_that_is_drawn_before_its_word_is_no_figure() -> None:
    mark, word = text(76.5, 59.5, "3", 6), text(54, 60, "2020")
    source = read(mark, *block(54, 90, HOUSES, 95), word)
    assert told(source)[0][1] == "2020"
    assert source.text.startswith("20203")


def test_a_first_line_with_a_wide_gap_is_one_line_where_the_next_runs_across() -> None:
    source = read(
        text(54, 60, "2020"), text(87, 60, "was a quiet year for the harbours of the"),
        text(54, 72, "island and for all of the boats in them, by day and by night."),
    )  # fmt: skip
    (paragraph,) = told(source)
    assert paragraph[1].startswith("2020 was a quiet year for the harbours of the island and for")


def test_a_line_with_evenly_wide_gaps_is_one_line() -> None:
    spread = f"15 Tw {text(54, 60, 'Boats of the northern coast and of the isles.')} 0 Tw"
    assert told(read(spread, *block(54, 120, HOUSES, 95))) == [
        ("paragraph", "Boats of the northern coast and of the isles."),
        ("paragraph", HOUSES),
    ]


def test_a_heavy_word_that_opens_a_paragraph_makes_no_heading() -> None:
    source = read(
        *block(54, 60, OFFICES, 95),
        text(54, 120, "Boats:", 10, "bold"), text(90, 120, "inspectors went to the coast"),
        *block(54, 150, HOUSES, 95),
    )  # fmt: skip
    assert told(source)[1] == ("paragraph", "Boats: inspectors went to the coast")


# --- lines to paragraphs ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("drawn", "expected"),
    [
        (
            ["- boats of both kinds", "and their crews", "- nets"],
            [("item", "boats of both kinds and their crews"), ("item", "nets")],
        ),
        (
            ["† Counted in May.", "‡ Houses left out."],
            [("note", "Counted in May."), ("note", "Houses left out.")],
        ),
        (
            ["/This chapter tells of boats.", "The office sent nine to the coast."],
            [
                ("paragraph", "This chapter tells of boats."),
                ("paragraph", "The office sent nine to the coast."),
            ],
        ),
        (
            ["The office sent the", "/Lady of Orrin", "to the coast."],
            [("paragraph", "The office sent the Lady of Orrin to the coast.")],
        ),
    ],
)
def test_a_line_opens_a_paragraph_where_its_mark_or_its_type_says_so(
    drawn: Sequence[str], expected: list[tuple[str, str]]
) -> None:
    assert told(read(*block(54, 60, OFFICES, 95), *lines(120, *drawn)))[1:] == expected


def test_items_inside_an_item_are_items_of_their_own() -> None:
    source = read(
        *block(54, 60, OFFICES, 95),
        text(54, 120, "1. Visit each workplace."), text(74, 132, "(a) By day."),
        text(74, 144, "(b) By night."), text(54, 156, "2. Publish the fines."),
    )  # fmt: skip
    assert told(source)[1:] == [
        ("item", "Visit each workplace."), ("item", "By day."), ("item", "By night."),
        ("item", "Publish the fines."),
    ]  # fmt: skip


@pytest.mark.parametrize("label", ["1.", "-", "(a)"])
def test_a_label_that_hangs_in_the_margin_goes_before_its_text(label: str) -> None:
    source = read(
        *block(54, 60, OFFICES, 95),
        text(54, 120, label), *lines(120, "Visit each workplace of the", "northern coast.", x=84),
    )  # fmt: skip
    assert told(source)[1:] == [("item", "Visit each workplace of the northern coast.")]
    assert source.blocks[1].label == label


# --- regions to the order of a page -----------------------------------------------------------


def test_a_title_set_right_comes_before_the_column_on_the_left_below_it() -> None:
    source = read(
        text(400, 60, "PROTECTION", 14, "bold"),
        *block(54, 90, COURTS, 44),
        *block(318, 300, HOUSES, 44),
    )
    assert told(source) == [
        ("heading", "PROTECTION"), ("paragraph", COURTS), ("paragraph", HOUSES),
    ]  # fmt: skip


def test_a_drawing_full_of_labels_is_read_from_top_to_bottom() -> None:
    names = [f"Pier {number}." for number in range(160)]
    labels = [
        text(54 + 66 * (i % 8), 60 + 35 * (i // 8), name) for i, name in enumerate(names)
    ]  # fmt: skip
    assert " ".join(words for _, words in told(read(*reversed(labels)))) == " ".join(names)


def test_a_page_of_countless_lines_is_read_from_top_to_bottom() -> None:
    names = [f"w{number}." for number in range(2550)]
    labels = [
        text(20 + 23 * (i % 25), 10 + 7.5 * (i // 25), name, 3) for i, name in enumerate(names)
    ]  # fmt: skip
    assert " ".join(words for _, words in told(read(*reversed(labels)))) == " ".join(names)
