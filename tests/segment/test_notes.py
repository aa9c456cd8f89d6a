"""Notes below a table that its cells have the marks of, and captions, in several formats."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.pipeline import load

TEXT = (
    "HARBOUR REPORT 2023\n\nFees are below.\n\n"
    "                 2022        2023\n"
    "Berths (1)        120         131\n"
    "Ice house          14           9(2)\n"
    "{notes}\n\nThe crews came in May.\n"
)
MARKDOWN = (
    "# Harbour report 2023\n\nFees are below.\n\n| | 2022 | 2023 |\n|--|--|--|\n"
    "| Berths (1) | 120 | 131 |\n| Ice house | 14 | 9* |\n\n{notes}\n\nThe crews came in May.\n"
)


@pytest.mark.parametrize(
    ("form", "text", "notes"),
    [
        ("txt", TEXT, "\n(1) Without those let to the guild.\n(2) From July on."),
        ("md", MARKDOWN, "1. Without those let to the guild.\n\n(1) From July on."),
        ("md", MARKDOWN, "(1) Without those let to the guild."),
    ],
)
def test_notes_of_a_table_are_notes(form: str, text: str, notes: str, tmp_path: Path) -> None:
    file = tmp_path / f"report.{form}"
    file.write_text(text.format(notes=notes))
    kinds = {one.text: one.kind for one in load(file).edition.sentences if one.kind != "table"}
    assert kinds["Without those let to the guild."] == "note"
    assert kinds.get("From July on.", "note") == "note"
    assert kinds["The crews came in May."] == "paragraph"


@pytest.mark.parametrize(
    "notes", ["(3) Without those let to the guild.", "\nIt rose.\n\n(1) Without those let."]
)
def test_other_items_below_a_table_stay_items(notes: str, tmp_path: Path) -> None:
    file = tmp_path / "report.txt"
    file.write_text(TEXT.format(notes=f"\n{notes}"))
    assert "note" not in {one.kind for one in load(file).edition.sentences}
