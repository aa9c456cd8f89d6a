"""Headings of plain text that only stand out: alone between blank lines, or underlined."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.told import told
from tracediff.pipeline import load
from tracediff.readers.text import read_text
from tracediff.settings import Reading

BODY = (
    "The harbour was full for most of the year, and the crews that came from the\n"
    "north stayed longer than in any year before, which the council had not\n"
    "foreseen when it let the berths to the guild in the spring of the year and\n"
    "to others in the autumn.\n"
)


def headings(text: str) -> list[str]:
    """The headings of a text."""
    source = read_text(text.encode(), "report.txt", Reading())
    return [words for kind, words in told(source) if kind == "heading"]


@pytest.mark.parametrize(
    "title",
    [
        "Berths and Moorings - Overview",
        "Night Patrols",
        "Repairs of 2021",
        "Moorings -- ORSK (1-800-555) and Other Quays",
        "“Dry” Berths",
        "Miscellaneous",
    ],
)
def test_a_line_alone_in_capitals_is_a_heading(title: str) -> None:
    assert headings(f"{BODY}\n{title}\n\n     {BODY}") == [title]
    assert headings(f"{BODY}\n\n\n{title} \n\n\n{BODY}".replace("\n", "\r\r\n")) == [title]
    assert headings(f"{BODY}\n{' ' * 35}Quays\n\n{BODY}") == ["Quays"]


@pytest.mark.parametrize(
    "line",
    [
        "Orsk\n\nLume\n\nKarsk",
        "Northern Quay:",
        "Orsk, A. B. (See Lume Ropes)",
        "Lume, Dr. Bo, Karsk, North-",
        "Boats 14 12 9 7",
        "Karsk)",
        "12 May 2021",
        "It was a good year",
        "Ada Orsk\n\n12 May 2021                  Head of the Guild",
        "Northern Quay\nSouthern Quay",
    ],
)
def test_other_short_lines_are_none(line: str) -> None:
    assert headings(f"{BODY}\n{line}\n\n{BODY}") == []


def test_a_signature_at_the_end_is_none() -> None:
    assert headings(f"{BODY}\n{BODY}\n                    Ada Orsk\n") == []


def test_a_chapter_and_its_first_part_are_both_headings() -> None:
    assert headings(f"{BODY}\nThe Harbour\n\nIts Quays\n\n{BODY}") == ["The Harbour", "Its Quays"]


@pytest.mark.parametrize("line", ["=", "-"])
def test_a_line_drawn_below_makes_a_heading(line: str) -> None:
    title = "What the crews did"
    assert headings(f"{BODY}\n{title}\n{line * len(title)}\n{BODY}") == [title]
    assert headings(f"{BODY}\n{title}\n{line * 60}\n{BODY}") == []


@pytest.mark.parametrize("form", ["txt", "md"])
def test_a_line_end_of_three_characters_is_one(form: str, tmp_path: Path) -> None:
    text = "# Harbour\n\nThe crews came in May.\n\n\nTwo boats sank.\n"
    file = tmp_path / f"harbour.{form}"
    file.write_bytes(text.replace("\n", "\r\r\n").encode())
    lines = [(one.text, one.line) for one in load(file).edition.sentences]
    assert lines[-2:] == [("The crews came in May.", 3), ("Two boats sank.", 6)]
