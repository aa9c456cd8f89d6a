"""Endless marks in one line, and long editions: twice as much costs at most 2.3 times as much."""

from __future__ import annotations

import random
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from tests.readers.docx_maker import deleted, docx, inserted, para
from tests.test_growth import MOST, calls
from tracediff.align import align
from tracediff.model import Edition
from tracediff.pipeline import read_text
from tracediff.readers import read_source
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading

LINES = (
    *("[", "![", "[a](", "[x][", "[[]", "](", "<a ", "<!--", "*a_ ", "`a", "&", "\\", "[^1]"),
    *("> ", "- ", "1. ", "|", "$", "{{", "~~a"),
)


@pytest.mark.parametrize("part", LINES)
def test_marks_of_one_line_of_markdown(part: str) -> None:
    lines = [f"# Harbour Review 2020\n\n{part * size} 12 ships\n" for size in (100, 200)]
    runs = [partial(read_markdown, line.encode(), "r.md", Reading()) for line in lines]
    counts = [calls(run) for run in runs]
    assert counts[1] / counts[0] <= MOST


@pytest.mark.parametrize(
    "part",
    ["<i>a ", "<p><b>a", "<ul><li>a", "<td>7", "<!-- a ", "&amp", "<a href=x>a</p>", "<x-y a=1>"],
)
def test_tags_that_nothing_ends(tmp_path: Path, part: str) -> None:
    counts = []
    for size in (40, 80):
        file = tmp_path / f"{size}.html"
        file.write_text(f"<h1>Harbour Review 2020</h1><p>Twelve ships.</p>{part * size}")
        counts.append(calls(partial(read_source, str(file))))
    assert counts[1] / counts[0] <= MOST


@pytest.mark.parametrize("mode", ["accept", "reject"])
def test_tracked_changes_of_one_paragraph(tmp_path: Path, mode: str) -> None:
    counts = []
    for size in (150, 300):
        pieces = [piece(f"{i} ships ") for i in range(size) for piece in (inserted, deleted)]
        file = tmp_path / f"{size}.docx"
        file.write_bytes(docx([para(*pieces)]))
        counts.append(calls(partial(read_source, str(file), Reading(tracked_changes=mode))))
    assert counts[1] / counts[0] <= MOST


def words(chance: random.Random, count: int) -> str:
    """A sentence of so many invented words, none of which is frequent."""
    parts = ("ba", "ku", "lo", "mi", "ne", "po", "ra", "su", "ti", "vo", "za", "gi")
    made = ("".join(chance.choices(parts, k=3)) for _ in range(count))
    return " ".join(made).capitalize() + "."


def long_editions(size: int) -> tuple[Edition, Edition, set[str]]:
    """Two editions of so many paragraphs, and the sentences of those that stand elsewhere."""
    chance = random.Random(3)
    old = [[words(chance, 9) for _ in range(3)] for _ in range(size)]
    new = [list(paragraph) for paragraph in old]
    for paragraph in new[::5]:
        paragraph[1] = f"{paragraph[1][:-1]} {words(chance, 2).lower()}"
    moved = [new.pop(at) for at in range(size - 20, 10, -40)]
    for at, paragraph in enumerate(moved):
        new.insert(25 * at + 5, paragraph)
    editions = [
        read_text("# Ports\n\n" + "\n\n".join(map(" ".join, side)), name=f"{year}.md", year=year)
        for year, side in ((2020, old), (2021, new))
    ]
    return editions[0], editions[1], {sentence for paragraph in moved for sentence in paragraph}


def test_only_what_left_the_common_order_is_called_moved() -> None:
    old, new, elsewhere = long_editions(400)
    links = [one for one in align(old, new).links if one.old and one.new]
    moved = [one for one in links if one.moved]
    told = {new.sentences[at].text for one in moved for at in one.new}
    assert elsewhere <= told
    false = [one for one in moved if not {new.sentences[at].text for at in one.new} & elsewhere]
    assert len(false) <= len(links) / 100


def test_paragraphs_of_long_editions() -> None:
    counts = []
    for size in (150, 300):
        old, new, _ = long_editions(size)
        run: Callable[[], object] = partial(align, old, new)
        counts.append(calls(run))
    assert counts[1] / counts[0] <= MOST
