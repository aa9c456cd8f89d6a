"""Lines that only give a figure: cards and key figures under one heading."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Side


def paired(old: str, new: str) -> set[tuple[str, str]]:
    """The values of both editions that stand in one series."""
    found = set()
    for one in report(old, new).comparison.series:
        sides = {side: [p.fact for p in one.points if p.side is side] for side in Side}
        found |= {(str(a.value), str(b.value)) for a in sides[Side.OLD] for b in sides[Side.NEW]}
    return found


def card(year: int, *lines: str) -> str:
    return f"# Fair {year}\n\n## Visitors\n\n" + "\n\n".join(lines) + "\n"


@pytest.mark.parametrize(
    ("old", "new", "pair"),
    [
        ("14 Countries Across the globe", "24 Countries Across the globe", ("14", "24")),
        ("6,500+ attendees An increase of 85% from 2021", "10,000+ attendees", ("6500", "10000")),
        ("41 stalls", "52 stalls", ("41", "52")),
    ],
)
def test_what_one_line_of_a_section_counts_is_one_measure(
    old: str, new: str, pair: tuple[str, str]
) -> None:
    before, after = "Talks in six languages", "Songs in all languages"
    assert pair in paired(card(2021, before, "Bread for all", old), card(2022, new, after, "Wine"))


def test_lines_that_count_alike_are_told_apart_by_the_lines_before_them() -> None:
    old = card(2021, "Baking course", "280 registrations", "Fishing course", "4,000 registrations")
    new = card(2022, "Weaving course", "60 registrations", "Baking course", "310 registrations")
    assert paired(old, new) == {("280", "310")}


def test_as_many_as_a_list_has_is_no_count() -> None:
    assert paired(card(2021, "170 member firms"), card(2022, "Top 10 member firms")) == set()
