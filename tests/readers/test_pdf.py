from __future__ import annotations

import textwrap

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.pdf_maker import block, column, pdf, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import paragraphs, said, spans_hold, told
from tracediff.errors import InputError
from tracediff.model import BlockKind, Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading


def read(data: bytes) -> Source:
    return read_pdf(data, "report.pdf", Reading())


def page(number: int, body: list[str]) -> list[str]:
    """A page with a running head and a page number, sides changing as in a book."""
    side = 54 if number % 2 else 430
    return [text(side, 30, "Island Labour Review", 8), text(300, 770, str(number), 8), *body]


# --- order ------------------------------------------------------------------------------------


@pytest.mark.parametrize("drawn", ["one after the other", "line by line"])
def test_two_columns_are_read_one_after_the_other_however_they_are_drawn(drawn: str) -> None:
    left, right = column(54, 90, COURTS + " " + OFFICES), column(318, 90, HOUSES + " " + COURTS)
    if drawn == "line by line":
        both = [
            part
            for i in range(max(len(left), len(right)))
            for part in left[i : i + 1] + right[i : i + 1]
        ]
    else:
        both = left + right
    source = read(pdf([[text(54, 60, "PROTECTION", 14, "bold"), *both]]))
    assert told(source) == [
        ("heading", "PROTECTION"),
        ("paragraph", f"{COURTS} {OFFICES}"),
        ("paragraph", f"{HOUSES} {COURTS}"),
    ]


def test_a_page_with_one_column_then_two_then_one_is_read_downward() -> None:
    drawings = [
        *block(54, 60, OFFICES, 100),
        *column(54, 130, COURTS),
        *column(318, 130, HOUSES),
        *block(54, 300, COURTS, 100),
    ]
    assert paragraphs(read(pdf([drawings]))) == [OFFICES, COURTS, HOUSES, COURTS]


def test_a_narrow_first_column_beside_a_picture_flows_into_the_full_width_below() -> None:
    words = f"{OFFICES} {COURTS}"
    narrow = textwrap.wrap(words, 50)[:4]
    wide = textwrap.wrap(words[len(" ".join(narrow)) + 1 :], 100)
    drawings = [text(54, 60 + 12 * i, line) for i, line in enumerate(narrow + wide)]
    drawings.insert(0, "0.5 g 400 600 150 140 re f")
    assert paragraphs(read(pdf([drawings]))) == [words]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_reads_as_an_upright_one(turn: int) -> None:
    drawings = [*block(54, 60, OFFICES, 95), *block(54, 120, HOUSES, 95)]
    assert paragraphs(read(pdf([drawings], rotate=turn))) == [OFFICES, HOUSES]


def test_words_set_upward_in_the_margin_are_left_out_and_said() -> None:
    margin = "BT /F0 10 Tf 0 1 -1 0 30 300 Tm (Island Labour Review) Tj ET"
    source = read(pdf([[*block(54, 60, OFFICES, 95), margin]]))
    assert told(source) == [("paragraph", OFFICES)]
    assert "at an angle" in " ".join(source.notes)


# --- pages ------------------------------------------------------------------------------------


def three_pages() -> bytes:
    lines = textwrap.wrap(" ".join([COURTS, OFFICES, HOUSES] * 4), 95)
    first = [
        text(54, 80, "1. Prevention", 13, "bold"),
        *(text(54, 100 + 12 * i, line) for i, line in enumerate(lines[:8])),
    ]
    second = [
        *(text(54, 80 + 12 * i, line) for i, line in enumerate(lines[8:])),
        text(54, 400, "2. Protection", 13, "bold"),
        *block(54, 420, OFFICES, 95),
    ]
    third = [text(54, 80, "3. Figures", 13, "bold"), *block(54, 100, HOUSES, 95)]
    return pdf([page(1, first), page(2, second), page(3, third)])


def test_a_paragraph_broken_by_a_page_is_one_block_without_the_running_head() -> None:
    source = read(three_pages())
    assert told(source) == [
        ("heading", "Prevention"),
        ("paragraph", " ".join([COURTS, OFFICES, HOUSES] * 4)),
        ("heading", "Protection"),
        ("paragraph", OFFICES),
        ("heading", "Figures"),
        ("paragraph", HOUSES),
    ]


def test_each_stretch_of_a_broken_paragraph_keeps_its_page() -> None:
    source = read(three_pages())
    assert [number for _, number in source.pages] == [1, 2, 3]
    second = source.pages[1][0]
    assert source.blocks[1].span.start < second < source.blocks[1].span.end


def test_a_large_title_that_recurs_as_running_head_stays_once() -> None:
    pages = [
        [text(54, 50, "Island", 26), *block(54, 100, words, 95)]
        for words in (COURTS, OFFICES, HOUSES)
    ]
    kinds = told(read(pdf(pages)))
    assert kinds[0] == ("heading", "Island")
    assert [kind for kind in kinds if "Island" in kind[1]] == kinds[:1]


def test_a_page_without_text_is_named_and_the_rest_is_read() -> None:
    source = read(pdf([block(54, 60, OFFICES, 95), []]))
    assert paragraphs(source) == [OFFICES]
    assert source.notes == (
        "Page 2 has no text layer and was not read; run OCR on the file if there is text on it.",
    )


# --- kinds ------------------------------------------------------------------------------------


def test_headings_have_levels_by_size() -> None:
    drawings = [
        text(54, 60, "Annual Findings", 24, "bold"),
        text(54, 100, "Enforcement", 14, "bold"),
        *block(54, 120, OFFICES, 95),
        text(54, 170, "In the courts", 11, "bold"),
        *block(54, 190, COURTS, 95),
    ]
    source = read(pdf([drawings]))
    levels = [(said(source, b), b.level) for b in source.blocks if b.kind is BlockKind.HEADING]
    assert levels == [("Annual Findings", 1), ("Enforcement", 2), ("In the courts", 3)]


def test_items_keep_their_labels_apart() -> None:
    drawings = [
        *block(54, 60, OFFICES, 95),
        text(60, 110, "(a) Visit each workplace once a year."),
        text(60, 123, "(b) Publish the number of fines."),
    ]
    source = read(pdf([drawings]))
    items = [(b.label, said(source, b)) for b in source.blocks if b.kind is BlockKind.ITEM]
    assert items == [
        ("(a)", "Visit each workplace once a year."),
        ("(b)", "Publish the number of fines."),
    ]


def test_a_superscript_is_no_figure_and_its_footnote_is_a_note() -> None:
    drawings = [
        *block(54, 60, f"{COURTS} {OFFICES}", 95),
        text(54, 120, "The council counted 58 persons"),
        text(195, 116, "12", 6),
        text(203, 120, "in its houses."),
        text(54, 700, "12", 5),
        text(60, 704, "Counted by the council in May, houses for families left out.", 8),
    ]
    source = read(pdf([drawings]))
    assert told(source)[-2:] == [
        ("paragraph", "The council counted 58 persons in its houses."),
        ("note", "Counted by the council in May, houses for families left out."),
    ]


def test_bracketed_citations_of_listed_sources_are_cut() -> None:
    drawings = [
        *block(54, 60, f"{COURTS} (1,2) {OFFICES} (3)", 95),
        text(54, 200, "REFERENCES", 12, "bold"),
        *(
            text(54, 220 + 14 * i, f"{i}  Ministry of Labour. Reporting, May {2000 + i}.", 9)
            for i in range(1, 5)
        ),
    ]
    source = read(pdf([drawings]))
    assert paragraphs(source) == [f"{COURTS} {OFFICES}"]
    kinds = [block.kind for block in source.blocks[-4:]]
    assert kinds == [BlockKind.REFERENCE] * 4


def test_a_large_initial_goes_back_before_its_word() -> None:
    lines = textwrap.wrap(f"{COURTS} {OFFICES}"[1:], 80)
    drawings = [text(54, 84, "C", 36)]
    drawings += [text(84 if i < 3 else 54, 62 + 12 * i, line) for i, line in enumerate(lines)]
    assert paragraphs(read(pdf([drawings]))) == [f"{COURTS} {OFFICES}"]


def test_a_title_set_letter_by_letter_is_one_word() -> None:
    letters = [text(54 + 14 * i, 60, c, 12, "bold") for i, c in enumerate("PROTECTION")]
    source = read(pdf([[*letters, *block(54, 90, OFFICES, 95)]]))
    assert told(source)[0] == ("heading", "PROTECTION")


def test_justified_lines_with_wide_gaps_stay_whole() -> None:
    short = "of the northern coast and".split()
    lines = textwrap.wrap(COURTS, 50)
    drawings = [text(54, 60 + 12 * i, line) for i, line in enumerate(lines[:2])]
    drawings += [text(54 + 48 * i, 84, word) for i, word in enumerate(short)]
    drawings += [text(54, 96 + 12 * i, line) for i, line in enumerate(lines[2:])]
    words = " ".join([*lines[:2], *short, *lines[2:]])
    assert paragraphs(read(pdf([drawings]))) == [words]


# --- bad input --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("data", "cure"),
    [
        (pdf([[], []]), "run OCR"),
        (b"%PDF-1.7 nothing of use", "damaged"),
        (three_pages()[:400], "damaged"),
    ],
)
def test_what_cannot_be_read_is_one_line_with_the_cure(data: bytes, cure: str) -> None:
    with pytest.raises(InputError, match=cure) as caught:
        read(data)
    assert str(caught.value).startswith("report.pdf: ")
    assert "\n" not in str(caught.value)


def test_more_pages_than_the_bound_are_refused() -> None:
    with pytest.raises(InputError, match="max_pages"):
        read_pdf(three_pages(), "report.pdf", Reading(max_pages=2))


def test_reading_stops_when_its_time_is_over() -> None:
    with pytest.raises(InputError, match="max_seconds"):
        read_pdf(three_pages(), "report.pdf", Reading(max_seconds=-1.0))


def test_a_page_of_countless_words_is_cut_short_and_said() -> None:
    source = read_pdf(three_pages(), "report.pdf", Reading(max_page_words=20))
    assert "max_page_words" in " ".join(source.notes)
    assert source.blocks


@settings(max_examples=60)
@given(st.integers(0, 10**9), st.binary(min_size=1, max_size=8))
def test_damage_gives_a_source_or_our_own_error(place: int, patch: bytes) -> None:
    data = three_pages()
    at = place % len(data)
    try:
        source = read(data[:at] + patch + data[at + len(patch) :])
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert spans_hold(source)


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.floats(-100, 700),
            st.floats(-100, 900),
            st.text(st.characters(min_codepoint=32, max_codepoint=255), min_size=1, max_size=30),
            st.sampled_from([0.1, 5.0, 10.0, 40.0]),
        ),
        max_size=30,
    )
)
def test_words_anywhere_on_a_page_keep_every_span_true(
    words: list[tuple[float, float, str, float]],
) -> None:
    data = pdf([[text(x, y, w, size) for x, y, w, size in words] + block(54, 60, OFFICES, 95)])
    try:
        assert spans_hold(read(data))
    except InputError as error:
        assert "text layer" in str(error)
