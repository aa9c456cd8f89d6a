"""Tables that list the sections of a report with their pages are left out, in every format."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.docx_maker import docx, para, run
from tests.readers.docx_maker import table as docx_table
from tests.readers.told import told
from tracediff.readers import read_source

Rows = list[list[str]]


def rows(path: Path) -> list[str]:
    return [words for kind, words in told(read_source(str(path))) if kind == "row"]


def markdown(tmp_path: Path, above: str, table: Rows, *heads: str) -> Path:
    body, lines = "\n\n".join(f"## {head}\n\nIt rains." for head in heads), table[:]
    lines.insert(1, ["---"] * len(table[0]))
    drawn = "\n".join(f"| {' | '.join(row)} |" for row in lines)
    file = tmp_path / "report.md"
    file.write_text(f"# Bridges\n\n{above}\n\n{drawn}\n\n{body}\n", encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("above", "table", "heads"),
    [
        ("It is long.", [["Chapter", "Page"], ["Tolls", "3"], ["Gates", "9"]], ()),
        ("## Contents", [["Tolls", ""], ["Gates", "3"], ["Lamps", "9"]], ()),
        ("It is long.", [["Tolls", "3"], ["Gates", "7"], ["Lamps", "9"]], ("Tolls", "Gates")),
    ],
)
def test_a_table_of_sections_and_pages_is_left_out_and_said(
    tmp_path: Path, above: str, table: Rows, heads: tuple[str, ...]
) -> None:
    file = markdown(tmp_path, above, table, *heads)
    assert not rows(file)
    assert "contents" in [one.what for one in read_source(str(file)).left_out]


@pytest.mark.parametrize(
    "table",
    [
        [["Gate", "Carts"], ["Tolls", "3"], ["Gates", "9"]],
        [["Gate", "Page"], ["Tolls", "9"], ["Gates", "3"]],
        [["Gate", "Page"], ["Tolls", "3%"], ["Gates", "9%"]],
        [["Gate", "Carts", "Riders", "Page"], ["Tolls", "1", "2", "3"], ["Gates", "3", "4", "9"]],
        [["Gate", "Page"], ["Tolls", ""], ["Gates", ""]],
        [["Page"], ["3"], ["9"]],
    ],
)
def test_a_table_of_figures_is_kept(tmp_path: Path, table: Rows) -> None:
    assert rows(markdown(tmp_path, "It is long.", table))


def test_contents_of_a_word_document_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "report.docx"
    cells = docx_table([["Part", "Page"], ["Tolls", "3"], ["Gates", "9"]])
    file.write_bytes(docx([para(run("Bridges")), cells, para(run("It rains on the bridge."))]))
    assert not rows(file)


def test_numbered_entries_above_all_prose_are_contents(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    for listed in ("2.1. Tolls 5\n\n2.2. Gates 6", "2.1 Tolls 42.2 Gates 4"):
        file.write_text(f"# Bridges\n\n{listed}\n\nIt rains on the bridge.\n", encoding="utf-8")
        texts = [words for _, words in told(read_source(str(file)))]
        assert texts == ["Bridges", "It rains on the bridge."]
    file.write_text("# Bridges\n\n2.1. Tolls 5\n\nIt rains on it.\n", encoding="utf-8")
    assert len(told(read_source(str(file)))) == 3


@pytest.mark.parametrize(
    "lines",
    [
        ("1. Boats 32. Ice 4", "2.1 Nets 42.2 The sound and its ports 52.3 Locks 7", "3. Salt 9"),
        ("2.1 The pier 182.2 Rope makers of the isle, 19and their guild 2.3 Tar 20", "3. Wax 21"),
        ("1.1 Kings 21.2 Queens of the north 31.3 Clerks 5", "1.4 Ferries 8", "2.1 Tar 9"),
    ],
)
@pytest.mark.parametrize("suffix", [".md", ".txt"])
def test_entries_of_contents_whose_breaks_were_lost_are_left_out(
    lines: tuple[str, ...], suffix: str, tmp_path: Path
) -> None:
    file = tmp_path / f"a{suffix}"
    prose = "The guard counted 40 boats in the sound of the isle in the spring of 2020."
    file.write_text("\n\n".join(("Harbour review 2020", *lines, prose)), "utf-8")
    source = read_source(str(file))
    (left,) = [one for one in source.left_out if one.what == "contents"]
    assert left.characters > 20
    kept = " ".join(source.text[slice(*block.span)] for block in source.blocks)
    assert prose in kept and not any(line in kept for line in lines)
