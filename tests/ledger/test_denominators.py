"""Numbers that only say how another one is told: the 10 of "seven of 10 pilots"."""

from __future__ import annotations

import pytest

from tests.detect.test_sums import read
from tracediff.ledger.parts import denominators


@pytest.mark.parametrize(
    ("text", "part", "whole", "only_tells"),
    [
        ("Seven (7) of 10 pilots sail.", "7", "10", False),
        ("Of crews 7 of 10 sail.", "7", "10", True),
        ("Of crews 7 out of 10 sail.", "7", "10", True),
        ("Of crews 7 in 10 sail.", "7", "10", True),
        ("Of crews 70 of 100 sail.", "70", "100", True),
        ("Of crews 70 in 1000 sail.", "70", "1000", True),
        ("Of crews 70 of 101 sail.", "70", "101", False),
        ("Of crews 7 of 11 sail.", "7", "11", False),
        ("Of crews 7 of the 10 pilots sail.", "7", "10", False),
        ("They gave 7 (out of 10) to crews.", "7", "10", True),
        ("They gave 7 on a scale of 10 to crews.", "7", "10", True),
    ],
)
def test_a_round_number_may_only_tell_another(
    text: str, part: str, whole: str, only_tells: bool
) -> None:
    reading = read(text, (part, {"part_of": 1}), (whole, {}))
    assert denominators(reading) == (frozenset({1}) if only_tells else frozenset())


def test_a_number_that_nothing_is_a_part_of_counts() -> None:
    assert denominators(read("Of crews 7 of 10 sail.", ("7", {}), ("10", {}))) == frozenset()
