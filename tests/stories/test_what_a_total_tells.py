"""Which rows are a total, and which parts a total tells."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tracediff.stories.totals import _Change, _explains, is_total


@pytest.mark.parametrize(
    ("total", "part", "told"),
    [
        (-100, -100, True),
        (-100, -101, False),
        (-100, -40, True),
        (-100, 5, True),
        (-100, 6, False),
        (100, 100, True),
        (100, 101, False),
        (100, -5, True),
        (100, -6, False),
        (100, 0, True),
        (0, 0, True),
        (0, 1, False),
    ],
)
def test_a_total_tells_a_part_that_moved_as_it_did_or_hardly(
    total: int, part: int, told: bool
) -> None:
    assert _explains(_Change(0, Decimal(total)), _Change(1, Decimal(part))) is told


def test_a_total_is_named_as_one() -> None:
    named = ("Total", "Total costs", "GRAND TOTAL of fees", "Sum of all", " Total:* ", "Subtotal")
    other = ("Totally new", "Costs in total", "Summer", "", "Fees")
    assert [*map(is_total, named)] == [True] * len(named)
    assert [*map(is_total, other)] == [False] * len(other)
