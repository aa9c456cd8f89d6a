"""PDFs: what stands in form fields is read, and what is not read is listed with its pages."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from tests.readers.pdf_maker import block, pdf, rule, text
from tests.readers.prose import COURTS, HOUSES, OFFICES
from tests.readers.told import told
from tracediff.errors import InputError
from tracediff.model import Source
from tracediff.readers.pdf import read_pdf
from tracediff.settings import Reading


def read(data: bytes, settings: Reading | None = None) -> Source:
    return read_pdf(data, "report.pdf", settings or Reading())


def left_out(source: Source) -> dict[str, tuple[str, int]]:
    return {entry.what: (entry.where, entry.characters) for entry in source.left_out}


def said(source: Source) -> list[str]:
    return [words for _, words in told(source)]


# --- what is not read -------------------------------------------------------------------------


def test_heads_page_numbers_and_sources_are_listed_with_their_pages() -> None:
    pages = [
        [text(54, 30, "Harbours of Orrin"), *block(54, 90 + n, words, 90), text(300, 770, str(n))]
        for n, words in ((4, COURTS), (5, OFFICES), (6, HOUSES))
    ]
    pages[2] += [
        text(54, 300, "References", 14, "bold"),
        text(54, 330, "1. Orm, Ida. Ropes. 2019."),
    ]
    source = read(pdf(pages))
    assert left_out(source) == {
        "running head": ("pages 1 to 3", 45),
        "page number": ("pages 1 to 3", 3),
        "references": ("page 3", 21),
    }


def test_a_contents_page_is_told_from_a_list_of_sources() -> None:
    entries = [("Boats", "3"), ("Nets", "7"), ("Crews", "12"), ("Ropes", "19"), ("Lamps", "24")]
    rows = [
        drawn
        for i, (title, page) in enumerate(entries)
        for drawn in (text(54, 200 + 14 * i, title), text(300, 200 + 14 * i, page))
    ]
    source = read(pdf([rows, block(54, 90, COURTS, 90)]))
    assert left_out(source) == {"contents": ("page 1", 32)}


def test_pages_without_text_are_listed() -> None:
    source = read(pdf([block(54, 90, COURTS, 90), [rule(54, 90, 200)], [rule(54, 90, 200)]]))
    assert left_out(source) == {"pages without text": ("page 2-3", 0)}


def test_words_at_an_angle_or_beside_the_page_are_listed() -> None:
    turned = "BT /F0 10 Tf 0.7 0.7 -0.7 0.7 300 400 Tm (DRAFT) Tj ET"
    beside = text(-300, 400, "left over")
    source = read(pdf([[*block(54, 90, COURTS, 90), turned, beside]]))
    assert left_out(source) == {
        "text at an angle": ("page 1", 5),
        "text outside the page": ("page 1", 8),
    }


def test_what_a_crowded_page_holds_more_is_listed() -> None:
    source = read(pdf([block(54, 90, COURTS, 90)]), Reading(max_page_words=10))
    where, characters = left_out(source)["rest of a crowded page"]
    assert where == "page 1"
    assert characters + len("".join("".join(said(source)).split())) == len("".join(COURTS.split()))


# --- signs without Unicode --------------------------------------------------------------------

PRIVATE = {letter: chr(0xE000 + ord(letter)) for letter in "abcdefghijklmnopqrstuvwxyz0123456789"}


def test_text_whose_signs_stand_for_nothing_is_left_out_and_said() -> None:
    source = read(
        pdf([[text(54, 90, "boats 45"), text(54, 140, COURTS[:70], font="bold")]], letters=PRIVATE)
    )
    assert said(source) == [COURTS[:70]]
    assert left_out(source) == {"text without Unicode": ("page 1", 7)}
    assert source.notes == (
        "On page 1 text is set in fonts that do not say which letters their signs stand for, and"
        " was not read; run OCR on the file to read it.",
    )


def test_a_file_of_such_text_only_is_an_error_with_the_cure() -> None:
    data = pdf([[text(54, 90, "boats"), text(54, 120, "45")]], letters=PRIVATE)
    with pytest.raises(
        InputError, match="which letters their signs stand for; run OCR on it first"
    ):
        read(data)


def test_one_such_sign_before_a_text_is_a_bullet_and_one_in_a_word_stays() -> None:
    letters = {"x": "\uf0b7", "q": "\ue001"}
    source = read(
        pdf([[*block(54, 90, COURTS, 90), text(54, 150, "x Boats of qrrin"), text(54, 200, "x")]],
            letters=letters)
    )  # fmt: skip
    assert ("item", "Boats of \ue001rrin") in told(source)
    assert left_out(source)["text without Unicode"] == ("page 1", 1)


def test_a_line_of_such_signs_only_has_no_bullet() -> None:
    lines = [*block(54, 90, COURTS, 90, font="bold"), text(54, 200, "x boats")]
    source = read(pdf([lines], letters=PRIVATE))
    assert said(source) == [COURTS]
    assert left_out(source)["text without Unicode"] == ("page 1", 6)


# --- forms ------------------------------------------------------------------------------------


def form(drawings: Sequence[str], *notes: str, fields: bool = True) -> bytes:
    """A page with these annotations; the file's own index of objects is mended when it is read."""
    data = pdf([drawings]).replace(
        b"/Rotate 0", b"/Rotate 0 /Annots [" + " ".join(notes).encode("cp1252") + b"]"
    )
    acro = b"/Type /Catalog /AcroForm << /Fields [] >>" if fields else b"/Type /Catalog"
    return data.replace(b"/Type /Catalog", acro)


def field(x: float, y: float, value: str, kind: str = "Tx", extra: str = "") -> str:
    shown = f"/V ({value})" if kind == "Tx" else f"/V /{value} /AS /{value}"
    return (
        f"<< /Type /Annot /Subtype /Widget /FT /{kind} /T (f{x:g}{y:g}) {shown} {extra}"
        f" /Rect [{x} {792 - y - 4} {x + 120} {792 - y + 12}] >>"
    )


@pytest.mark.parametrize("fields", [True, False])
def test_the_value_of_a_field_stands_behind_its_label(fields: bool) -> None:
    label = text(54, 300, "Number of boats:")
    data = form([*block(54, 90, COURTS, 90), label], field(180, 300, "45 of 60"), fields=fields)
    assert "Number of boats: 45 of 60" in said(read(data))


def test_a_value_without_a_label_is_read_where_it_stands() -> None:
    empty = field(54, 500, "")
    data = form(block(54, 90, COURTS, 90), field(54, 400, "The office is closed."), empty, "5")
    assert said(read(data))[-1] == "The office is closed."


def test_a_ticked_box_is_a_sign_and_one_that_is_not_is_none() -> None:
    label = [text(54, 300, "Paid:"), text(54, 340, "Sent:")]
    off, on = field(100, 340, "Off", "Btn"), field(100, 300, "Yes", "Btn")
    push = field(300, 300, "Yes", "Btn", "/Ff 65536")
    said_ = said(read(form([*block(54, 90, COURTS, 90), *label], on, off, push)))
    assert "Sent:" in " ".join(said_)
    assert " ".join(said_).count("☒") <= 1


def test_comments_are_listed_and_what_is_hidden_or_a_link_is_not_looked_at() -> None:
    note = "<< /Type /Annot /Subtype /Text /Contents (ask Ida) /Rect [9 9 20 20] {} >>"
    link = "<< /Type /Annot /Subtype /Link /Contents (a link) /Rect [9 9 20 20] >>"
    free = (
        "<< /Type /Annot /Subtype /FreeText /Contents (Seen by Ida.) /Rect [54 300 200 316]"
        " /DA (/Helv 10 Tf) >>"
    )
    data = form(block(54, 90, COURTS, 90), note.format(""), note.format("/F 2"), link, free)
    source = read(data)
    assert left_out(source) == {"comments": ("page 1", 6)}
    assert said(source)[-1] == "Seen by Ida."


# --- tables of accounts -----------------------------------------------------------------------


def test_signs_in_columns_of_their_own_go_with_their_numbers() -> None:
    cells = [
        (54, "(in thousands)"), (262, "2022"), (320, "%"), (366, "2021"), (424, "%"),
    ]  # fmt: skip
    rows = [
        ("Revenue", "$", "87,882", "100.0", "$", "81,268", "100.0"),
        ("Fuel", "US$", "13,288", "15.1", "", "9,630", "11.9"),
        ("Loss", "", "(739", "-0.8", "", "(179", "-0.2"),
    ]
    drawn = [text(x, 200, word) for x, word in cells]
    for i, row in enumerate(rows):
        y = 216 + 14 * i
        places = (54, 220, 262, 320, 350, 366, 424)
        drawn += [text(x, y, word) for x, word in zip(places, row, strict=True) if word]
        if row[0] == "Loss":
            drawn += [text(298, y, ")"), text(400, y, ")")]
    found = [words for kind, words in told(read(pdf([[*block(54, 90, COURTS, 90), *drawn]])))
             if kind == "row"]  # fmt: skip
    assert found == [
        "(in thousands) | 2022 | % | 2021 | %",
        "Revenue | $ 87,882 | 100.0 | $ 81,268 | 100.0",
        "Fuel | US$ 13,288 | 15.1 | 9,630 | 11.9",
        "Loss | (739 ) | -0.8 | (179 ) | -0.2",
    ]


def test_the_heads_of_statements_stand_over_amounts_whose_signs_stand_apart() -> None:
    drawn = [text(x, 186, "JUNE 30,") for x in (292, 400, 490)]
    drawn += [text(x, 200, year) for x, year in ((306, "2022"), (408, "2021"), (498, "2020"))]
    drawn += [text(54, 214, "INCOME")]
    rows = [
        [(54, "Ferries"), (274, "$"), (292, "171,613  $"), (432, "-"), (470, "$"), (522, "-")],
        [(54, "Pilots"), (297, "30,906"), (403, "15,608"), (493, "72,502")],
        [(54, "Total income"), (282, "$ 202,519   $ 9,133,968,616"), (480, "$ 72,502")],
    ]
    for i, row in enumerate(rows):
        drawn += [text(x, 228 + 14 * i, word) for x, word in row]
    found = [words for kind, words in told(read(pdf([[*block(54, 90, COURTS, 90), *drawn]])))
             if kind == "row"]  # fmt: skip
    assert found[-3:] == [
        "Ferries | $ 171,613 | $ - | $ -",
        "Pilots | 30,906 | 15,608 | 72,502",
        "Total income | $ 202,519 | $ 9,133,968,616 | $ 72,502",
    ]
    assert found[0] == " | 2022 | 2021 | 2020"


def test_dots_that_stand_apart_lead_from_a_title_to_its_page() -> None:
    drawn = [text(54, 180, "Contents")]
    for i, (title, number) in enumerate((("Ports and piers", "2"), ("Wages", "7"))):
        y = 200 + 14 * i
        drawn += [text(54, y, title), text(520, y, number)]
        drawn += [text(200 + 22 * k, y, ".") for k in range(14)]
    found = [words for _, words in told(read(pdf([[*block(54, 90, COURTS, 90), *drawn]])))]
    assert "." not in found and "Ports and piers ." not in found
    assert not any(words in ("Ports and piers", "Wages") for words in found)
