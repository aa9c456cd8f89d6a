"""Files that are no reports: one line with the file and the cure."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.errors import InputError
from tracediff.readers import read_source
from tracediff.settings import Reading

BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \r\n\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "latin.txt": ("Café 2020.".encode("cp1252"), "iconv"),
    "long.txt": (b"word " * 300_000, "break it into paragraphs"),
    "notes.docx": (b"plain words", "not what its suffix says"),
    "marks.md": (b"---\ntitle: x\n---\n", "no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_what_is_no_report_is_refused_with_a_cure(name: str, tmp_path: Path) -> None:
    data, cure = BAD[name]
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError) as caught:
        read_source(str(path))
    message = str(caught.value)
    assert cure in message
    assert name in message
    assert "\n" not in message


@pytest.mark.parametrize(
    ("path", "cure"),
    [
        ("missing.txt", "no such file"),
        (".", "is a folder"),
        ("https://example.org/report.html", "save the page"),
        ("nul\x00byte.txt", "cannot be read"),
    ],
)
def test_what_is_not_there_is_said(path: str, cure: str) -> None:
    with pytest.raises(InputError, match=cure):
        read_source(path)


def test_a_file_above_the_bound_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("The fund paid. " * 200)
    with pytest.raises(InputError, match="max_bytes"):
        read_source(str(path), Reading(max_bytes=1000))


def test_the_content_decides_where_the_suffix_lies(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("<!DOCTYPE html><html><body><p>The fund paid nine claims.</p></body></html>")
    assert read_source(str(path)).format == "html"


def test_names_with_spaces_dashes_and_other_scripts_are_read(tmp_path: Path) -> None:
    for name in ("a b.txt", "-x.txt", "отчёт 2020.txt", "line\nbreak.txt"):
        (tmp_path / name).write_text("The fund paid.")
        assert read_source(str(tmp_path / name)).blocks
