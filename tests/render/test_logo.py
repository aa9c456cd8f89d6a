"""A logo is carried within the page, or refused with a cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.render.reports import report
from tracediff.errors import InputError
from tracediff.render import RENDERERS, Options
from tracediff.render.logo import inlined

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def test_a_picture_becomes_part_of_the_page(tmp_path: Path) -> None:
    file = tmp_path / "logo.bin"
    file.write_bytes(PNG)
    logo = inlined(file)
    assert logo.startswith("data:image/png;base64,iVBOR")
    assert logo in RENDERERS["html"](report(), Options(logo=logo))


def test_an_svg_is_told_by_its_suffix(tmp_path: Path) -> None:
    file = tmp_path / "logo.svg"
    file.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    assert inlined(file).startswith("data:image/svg+xml;base64,")


@pytest.mark.parametrize(
    ("name", "data", "cure"),
    [
        ("notes.png", b"some text", "use PNG"),
        ("page.svg", b"<html>", "use PNG"),
        ("large.png", PNG + bytes(300_000), "smaller"),
    ],
)
def test_what_is_no_logo_is_refused(tmp_path: Path, name: str, data: bytes, cure: str) -> None:
    (tmp_path / name).write_bytes(data)
    with pytest.raises(InputError, match=cure):
        inlined(tmp_path / name)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"none\.png"):
        inlined(tmp_path / "none.png")
