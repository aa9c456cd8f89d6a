"""Pages of a PDF as pictures, with boxes around sentences."""

from __future__ import annotations

import struct
import zlib

import pytest

from tests.readers.pdf_maker import block, pdf, text
from tracediff.readers import pdf_pictures as module
from tracediff.readers.pdf_pictures import MOST, Picture, pictures
from tracediff.settings import Reading

SAID = (
    "The harbour office inspected 120 ships in 2023 and told forty-two captains to repair the"
    " lamps of their boats before winter."
)
PAGE = [text(54, 60, "Ships", 16), *block(54, 90, f"Rye was short. {SAID}", 60)]
READING = Reading()


def one(wanted: dict[int, dict[int, str]], rotate: int = 0) -> dict[int, Picture]:
    return pictures(pdf([PAGE, PAGE], rotate=rotate), "ports.pdf", wanted, READING)


def shades(png: bytes) -> tuple[int, int, list[bytes]]:
    """Width, height and the rows of a picture of ours."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", png[16:24])
    at = png.index(b"IDAT")
    length = struct.unpack(">I", png[at - 4 : at])[0]
    rows = zlib.decompress(png[at + 4 : at + 4 + length])
    step = (width + 1) // 2 + 1
    return width, height, [rows[i : i + step] for i in range(0, len(rows), step)]


def test_a_page_is_drawn_with_ink_where_the_text_stands() -> None:
    (found,) = one({2: {7: SAID}}).values()
    width, height, rows = shades(found.png)
    assert (width, height) == (found.width, found.height) == (640, 829)
    assert len(rows) == height
    box = found.boxes[7][1]
    inked = [i for i, row in enumerate(rows) if any(byte != 0xFF for byte in row[1:])]
    assert any(box[1] <= row <= box[1] + box[3] for row in inked)
    assert inked[0] > 30  # the top of the page is empty


def test_a_sentence_has_a_box_for_each_line_it_stands_on() -> None:
    boxes = one({1: {7: SAID}})[1].boxes[7]
    assert len(boxes) == 3
    assert boxes[0][0] > boxes[1][0]  # it begins behind another sentence
    assert boxes[0][1] < boxes[1][1] < boxes[2][1]
    assert all(10 < box[3] < 20 for box in boxes)


def test_of_a_sentence_that_goes_on_overleaf_its_beginning_is_boxed() -> None:
    there = one(
        {1: {7: f"{SAID[:-1]}, and the owners of the boats paid for the oil of all lamps."}}
    )
    assert there[1].boxes[7]


@pytest.mark.parametrize("said", ["Nothing of the kind stands on this page.", "–"])
def test_what_is_not_found_has_no_box(said: str) -> None:
    assert one({1: {7: said}})[1].boxes[7] == ()


def test_a_page_that_is_turned_is_drawn_without_boxes() -> None:
    found = one({1: {7: SAID}}, rotate=90)[1]
    assert found.boxes == {}
    assert found.width > found.height


def test_pages_that_are_not_there_and_those_beyond_the_bound_are_left_out() -> None:
    assert one({9: {1: SAID}}) == {}
    data = pdf([PAGE] * (MOST + 2))
    wanted = {page: {0: SAID} for page in range(1, MOST + 3)}
    assert list(pictures(data, "ports.pdf", wanted, READING)) == list(range(1, MOST + 1))


def test_where_memory_cannot_be_bounded_it_is_drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    apart = one({1: {7: SAID}})
    monkeypatch.setattr(module, "can_read_apart", lambda: False)
    assert one({1: {7: SAID}}) == apart


def test_letters_beyond_the_bound_are_not_looked_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "can_read_apart", lambda: False)
    monkeypatch.setattr(module, "_CHARACTERS", 30)
    assert one({1: {7: "told forty-two captains to repair the lamps"}})[1].boxes[7] == ()
