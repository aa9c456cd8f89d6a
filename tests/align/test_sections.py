"""Sections of an edition that the other does not divide."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.align.sections import headings
from tracediff.model import Edition
from tracediff.pipeline import load

BODY = "The guild met in May. Its crews came late. Two boats sank near Orsk. Nets were mended."


def edition(folder: Path, name: str, *parts: str) -> Edition:
    """An edition with a section for each heading."""
    file = folder / f"{name}.md"
    file.write_text("".join(f"# {part}\n\n{BODY}\n\n" for part in parts))
    return load(file).edition


def test_a_part_of_its_own_stands_under_what_is_not_divided(tmp_path: Path) -> None:
    whole = edition(tmp_path, "old", "The Guild")
    parts = edition(tmp_path, "new", "The Guild", "Crews", "Nets")
    there, back = headings(whole, parts), headings(parts, whole)
    assert there.keys() == {(0, 0), (0, 1), (0, 2)}
    assert back.keys() == {(0, 0), (1, 0), (2, 0)}
    assert there[0, 0] > there[0, 1] > 0.5


@pytest.mark.parametrize("other", [("Crews", "Nets"), ("The Guild", "Crews")])
def test_of_two_divided_editions_headings_alone_tell(
    other: tuple[str, ...], tmp_path: Path
) -> None:
    one = edition(tmp_path, "old", "The Guild", "Harbours")
    found = headings(one, edition(tmp_path, "new", *other))
    assert found.keys() == ({(0, 0)} if "The Guild" in other else set())
