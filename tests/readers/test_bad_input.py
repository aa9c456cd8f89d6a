"""Files that are no reports: one line with the file and the cure."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tracediff.errors import InputError
from tracediff.model import BlockKind
from tracediff.readers import read_source
from tracediff.settings import Reading

BAD = {
    "empty.txt": (b"", "is empty"),
    "blank.md": (b" \r\n\n", "is empty"),
    "binary.txt": (bytes(range(256)) * 40, "binary"),
    "latin.txt": ("Café 2020.".encode("cp1252"), "iconv"),
    "cut.txt": ("The fund paid.".encode("utf-16")[:-1], "damaged UTF-16"),
    "control.txt": (b"The fund paid.\x01\x02\x03" * 9, "binary"),
    "long.txt": (b"word " * 300_000, "break it into paragraphs"),
    "notes.docx": (b"plain words", "not what its suffix says"),
    "notes.rtf": (b"plain words", ".rtf files are not read; save it as .docx"),
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


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are Unix")
def test_a_pipe_or_device_is_refused_without_waiting_for_it(tmp_path: Path) -> None:
    pipe = tmp_path / "report.txt"
    os.mkfifo(pipe)
    for path in (str(pipe), os.devnull):
        with pytest.raises(InputError, match="is a pipe or a device; save what it gives"):
            read_source(path)


def test_a_file_that_may_not_be_read_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, mode: str) -> NoReturn:  # whoever runs as root may read everything
        raise PermissionError(13, "Permission denied", str(path))

    (tmp_path / "report.txt").write_text("The fund paid.")
    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(InputError, match=r"report\.txt: may not be read; check its permissions"):
        read_source(str(tmp_path / "report.txt"))


def test_standard_input_is_read_by_the_name_of_a_dash(monkeypatch: pytest.MonkeyPatch) -> None:
    given = io.TextIOWrapper(io.BytesIO(b"# Findings\n\nThe fund paid.\n"))
    monkeypatch.setattr(sys, "stdin", given)
    source = read_source("-")
    assert source.format == "markdown"
    assert [block.kind for block in source.blocks] == [BlockKind.HEADING, BlockKind.PARAGRAPH]


def test_standard_input_that_is_closed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    with pytest.raises(InputError, match="standard input is closed; give a file"):
        read_source("-")


def test_a_file_above_the_bound_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "big.txt"
    path.write_text("The fund paid. " * 200)
    with pytest.raises(InputError, match="max_bytes"):
        read_source(str(path), Reading(max_bytes=1000))


def test_the_content_decides_where_the_suffix_lies(tmp_path: Path) -> None:
    path = tmp_path / "page.txt"
    path.write_text("<!DOCTYPE html><html><body><p>The fund paid nine claims.</p></body></html>")
    assert read_source(str(path)).format == "html"


@pytest.mark.parametrize("suffix", [".rst", ".2020", ".log"])
def test_a_suffix_that_no_reader_has_is_read_as_text(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"report{suffix}"
    path.write_text("The fund paid.")
    assert read_source(str(path)).format == "text"


def test_text_in_utf_16_is_read_by_its_mark(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes("Café owners paid.".encode("utf-16"))
    assert read_source(str(path)).text == "Café owners paid."


def test_names_with_spaces_dashes_and_other_scripts_are_read(tmp_path: Path) -> None:
    for name in ("a b.txt", "-x.txt", "отчёт 2020.txt", "line\nbreak.txt"):
        (tmp_path / name).write_text("The fund paid.")
        assert read_source(str(tmp_path / name)).blocks
