"""Letters, boxes and pages of a PDF: what stands on the page is read, odd files do no harm."""

from __future__ import annotations

import textwrap

import pytest

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import HOUSES, OFFICES
from tests.readers.told import told
from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.readers.pdf_words import Word, _rejoined
from tracediff.settings import Reading


def read(data: bytes, bounds: Reading | None = None) -> Source:
    return read_pdf(data, "report.pdf", bounds or Reading())


def placed(matrix: str, words: str, size: float = 10) -> str:
    """Words drawn through a matrix of their own."""
    return f"BT /F0 {size} Tf {matrix} Tm ({words}) Tj ET"


# --- letters ----------------------------------------------------------------------------------


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_whose_text_is_drawn_turned_reads_as_an_upright_one(turn: int) -> None:
    matrix = {
        90: "0 1 -1 0 {step} 60",
        180: "-1 0 0 -1 500 {step}",
        270: "0 -1 1 0 {back} 700",
    }[turn]
    lines = textwrap.wrap(f"{OFFICES} {HOUSES}", 60)
    drawings = [
        placed(matrix.format(step=100 + 12 * i, back=400 - 12 * i), line)
        for i, line in enumerate(lines)
    ]
    assert told(read(pdf([drawings]))) == [("paragraph", f"{OFFICES} {HOUSES}")]


def test_letters_read_as_what_they_stand_for() -> None:
    drawings = [*block(54, 60, OFFICES, 95), text(54, 120, "The o~ce paid | for ^ boats.")]
    letters = {"~": "ffi", "^": "\U0001d7dc", "|": "\u200b"}
    source = read(pdf([drawings], letters=letters))
    assert told(source)[-1] == ("paragraph", "The office paid for \U0001d7dc boats.")


def test_a_line_of_marks_that_cannot_be_seen_is_none() -> None:
    drawings = [*block(54, 60, OFFICES, 95), text(54, 120, "|"), *block(54, 150, HOUSES, 95)]
    source = read(pdf([drawings], letters={"|": "\u200b"}))
    assert told(source) == [("paragraph", OFFICES), ("paragraph", HOUSES)]


def test_a_word_broken_at_a_line_end_keeps_its_hyphen_for_mending() -> None:
    drawings = [text(54, 60, "In the year the office sent inspec-"), text(54, 72, "tors north.")]
    source = read(pdf([drawings]))
    assert told(source) == [("paragraph", "In the year the office sent inspec- tors north.")]


def test_the_weight_of_a_font_with_a_very_long_name_is_not_that_of_the_one_before() -> None:
    drawings = [
        *block(54, 60, OFFICES, 95),
        text(54, 100, "Enforcement", 10, "bold"),
        text(54, 130, "Houses of the council", 10, "italic"),
        *block(54, 160, HOUSES, 95),
    ]
    source = read(pdf([drawings], font="A" * 120))
    assert [words for kind, words in told(source) if kind == "heading"] == ["Enforcement"]


@pytest.mark.parametrize(
    "drawing",
    [
        placed("65504 0.0000001 1 0 0 0", "lost", -10),
        "0 Tz " + placed("-1 99999999999999999999999999999999 65504 0 65504 -1", "lost"),
        "0 Tz " + placed("-1 99999999999999999999999999999999 65504 0 65504 -1", "l"),
        placed(" ".join(["9" * 60] * 6), "lost"),
    ],
)
def test_letters_of_no_size_or_of_any_do_no_harm(drawing: str) -> None:
    source = read(pdf([[*block(54, 60, OFFICES, 95), drawing]]))
    assert ("paragraph", OFFICES) in told(source)


@pytest.mark.parametrize(
    ("squeezed", "words"),
    [
        ("1 0 0 1 54 600 Tm (Ab) Tj 1 0 0 0 66 600 Tm (cd) Tj", ["Abcd"]),
        ("1 0 0 0 54 600 Tm (abcd) Tj", []),
    ],
)
def test_letters_squeezed_flat_are_read_only_behind_whole_ones(
    squeezed: str, words: list[str]
) -> None:
    source = read(pdf([[*block(54, 60, OFFICES, 95), f"BT /F0 10 Tf {squeezed} ET"]]))
    assert [said for _, said in told(source)] == [OFFICES, *words]


# --- shapes -----------------------------------------------------------------------------------


def jagged(x: float, y: float, width: float, height: float, corners: int) -> str:
    """A filled shape with a number of corners along its upper and lower edge."""
    points = [(x + width * i / corners, y + height * (i % 2)) for i in range(corners + 1)]
    path = " ".join(f"{a} {792 - b} l" for a, b in points)
    return f"0.9 g {x} {792 - y} m {path} h f 0 g"


def box(x: float, y: float, width: float, height: float) -> str:
    """A filled box."""
    return f"0.9 g {x} {792 - y - height} {width} {height} re f 0 g"


def table(*shapes: str) -> bytes:
    rows = [("Work", "Share"), ("Visits by day", "high"), ("Visits at night", "low")]
    drawings = [
        part
        for i, (label, value) in enumerate(rows)
        for part in (text(60, 112 + 20 * i, label), text(260, 112 + 20 * i, value))
    ]
    return pdf([[*shapes, *drawings, *block(54, 250, OFFICES, 95)]])


LEVELS = [rule(54, 100 + 20 * i, 400) for i in range(4)]
ROWS = [("row", "Work | Share"), ("row", "Visits by day | high"), ("row", "Visits at night | low")]


def test_a_page_of_countless_shapes_is_read_as_text() -> None:
    assert told(read(table(*LEVELS)))[:3] == ROWS
    source = read(table(*LEVELS), Reading(max_page_shapes=3))
    assert not any(block.rows for block in source.blocks)
    assert OFFICES in [words for _, words in told(source)]


@pytest.mark.parametrize(
    "shapes",
    [
        [box(54, 100 + 20 * i, 346, 20) for i in range(3)],
        [jagged(54, 100 + 20 * i, 346, 20, 8) for i in range(3)],
        [*LEVELS, *(box(56, 105 + 20 * i, 3, 3) for i in range(3))],
        [*LEVELS, jagged(54, 90, 346, 55, 90)],
        [*LEVELS, box(53, 100, 1, 60), box(400, 100, 1, 60)],
    ],
    ids=["boxes", "bars of many corners", "small marks", "a curve", "upright edges"],
)
def test_what_rules_off_a_row_is_told_from_what_decorates_it(shapes: list[str]) -> None:
    source = read(table(*shapes))
    assert told(source) == [*ROWS, ("paragraph", OFFICES)]


# --- pages and titles -------------------------------------------------------------------------


def test_a_page_that_is_missing_from_the_file_is_named() -> None:
    data = pdf([block(54, 60, OFFICES, 95), block(54, 60, HOUSES, 95)])
    source = read(data.replace(b"/Kids [6 0 R 8 0 R]", b"/Kids [6 0 R 99 0 R]"))
    assert told(source) == [("paragraph", OFFICES)]
    assert source.notes[0].startswith("Page 2 has no text layer")


def test_an_encrypted_file_is_refused_with_a_cure() -> None:
    keys = f"/O <{'41' * 32}> /U <{'42' * 32}>".encode()
    lock = b"/Encrypt << /Filter /Standard /V 1 /R 2 %s /P -4 >> /ID [<41> <41>]" % keys
    with pytest.raises(InputError, match="is encrypted; save a copy without a password"):
        read(pdf([block(54, 60, OFFICES, 95)], trailer=lock))


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        (b"(Findings of the Labour Office)", "Findings of the Labour Office"),
        (b"<FEFF0043006100660065>", "Cafe"),
        (b"<FEFFD800004300610066>", None),
        (b"(Microsoft Word - report.docx)", None),
        (b"(x)", None),
    ],
)
def test_the_title_is_that_of_the_file_where_it_states_one(
    stated: bytes, title: str | None
) -> None:
    assert read(pdf([block(54, 60, OFFICES, 95)], title=stated)).title == title


def word(text: str, x0: float, x1: float, top: float = 100.0, bold: bool = False) -> Word:
    return Word(text, x0, x1, top, top + 12, bold, False)


@pytest.mark.parametrize(
    ("words", "read"),
    [
        ([word("Conf", 0, 20.4), word("e", 20, 26), word("r", 25.9, 30), word("ence", 30, 50)],
         ["Conference"]),
        ([word("6", 0, 6), word("9", 5.95, 12), word("-", 14, 17)], ["69", "-"]),
        ([word("Total", 0, 30), word("Meetings", 32.3, 80)], ["Total", "Meetings"]),
        ([word("Rent", 0, 30), word("412", 30, 48)], ["Rent", "412"]),
        ([word("Rent", 0, 30), word("Tolls", 30, 50, bold=True)], ["Rent", "Tolls"]),
        ([word("Rent", 0, 30), word("Tolls", 30, 50, top=114)], ["Rent", "Tolls"]),
        ([word("(", 0, 4), word("1", 4, 9), word(",", 9, 11), word("204", 10.95, 25),
          word(".", 25, 27), word("73", 27, 37), word(")", 37, 41)], ["(1,204.73)"]),
        ([word("Tolls", 0, 30), word("/", 30, 33), word("Fees", 33, 60)], ["Tolls/Fees"]),
        ([word("Tolls", 0, 30), word("/", 32, 35), word("Fees", 37, 60)], ["Tolls", "/", "Fees"]),
        ([word("Tolls", 0, 30), word("*", 30, 34)], ["Tolls", "*"]),
    ],
)  # fmt: skip
def test_letters_set_one_by_one_are_words_again(words: list[Word], read: list[str]) -> None:
    assert [one.text for one in _rejoined(words)] == read
