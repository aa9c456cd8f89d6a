"""What the caption of a table says that its figures count."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.extract.tables.captions import is_done, shortened, thing_of
from tracediff.pipeline import load


@pytest.mark.parametrize(
    ("caption", "noun", "said"),
    [
        ("Letters answered by subject", "letters", "letters answered"),
        ("Table 3: Licences withdrawn", "licences", "licences withdrawn"),
        ("Table B.2 – Number of bridges", "bridges", "bridges"),
        ("ROAD DEATHS BY DISTRICT", "road deaths", "road deaths"),
        ("Plants received, named, and sent out", "plants", "plants"),
        ("Key figures", "", ""),
        ("Bridges", "", ""),
        ("Statement of income", "", ""),
        ("In the year to June", "", ""),
        ("Table 4:", "", ""),
    ],
)
def test_the_thing_of_a_caption(caption: str, noun: str, said: str) -> None:
    assert thing_of(caption) == (noun, said)


def test_a_head_of_a_participle_leaves_the_thing_to_the_caption() -> None:
    assert is_done("Returned to owner")
    assert not is_done("Women")


@pytest.mark.parametrize(
    ("head", "short"),
    [
        ("Parcels sent by pupils that were taken down after a month", "Parcels taken down"),
        ("Parcels that the post office of the island lost", None),
    ],
)
def test_a_long_head_keeps_what_was_done(head: str, short: str | None) -> None:
    assert shortened(head) == (short or head)


def labels(path: Path, text: str) -> list[tuple[str | None, str]]:
    path = path / "report.md"
    path.write_text(f"# Marn 2022\n\n{text}", encoding="utf-8")
    return [(fact.counted, fact.label) for fact in load(path).facts if fact.table is not None]


def test_a_category_below_a_caption_is_named_with_the_thing(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Licences withdrawn by ground\n\n| Ground | 2021 | 2022 |\n|---|---|---|\n"
        "| Unpaid fees | 4 | 9 |\n| Total | 6 | 11 |\n| Appeals lodged | 3 | 2 |\n"
        "| New licences | 30 | 31 |\n",
    )[::2] == [
        ("licences", "licences withdrawn, Unpaid fees"),
        ("licences", "licences withdrawn, total"),
        ("Appeals lodged", "Appeals lodged"),
        ("New licences", "New licences"),
    ]


def test_a_participle_over_a_column_says_what_was_done_to_the_thing(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Ships repaired at sea\n\n| Class | Received | Women | Fines |\n|---|---|---|---|\n"
        "| Barge class | 12 | 4 | 8 |\n",
    ) == [
        ("ships", "ships received, Barge class"),
        ("ships", "ships repaired, Barge class, Women"),
        ("Fines", "Barge class, Fines"),
    ]


def test_a_caption_ends_with_its_section(tmp_path: Path) -> None:
    assert labels(
        tmp_path,
        "Licences withdrawn by ground\n\n## Crew\n\n| Group | 2022 |\n|---|---|\n| Deck | 45 |\n",
    ) == [("Deck", "Deck")]
