"""How far back a share looks tells no class of those that it is of."""

from __future__ import annotations

import pytest

from tests.ledger.test_scopes import paired


@pytest.mark.parametrize(
    ("old", "new", "one_measure"),
    [
        (
            "In 2020, 34 percent of owners lost a boat in the past 2-3 years.",
            "In 2021, 41 percent of owners lost a boat in the past 3-4 years.",
            True,
        ),
        (
            "In 2020, 34 percent of owners have sailed for more than two years.",
            "In 2021, 41 percent of owners have sailed for more than nine years.",
            False,
        ),
    ],
)
def test_a_time_that_is_past_keeps_no_shares_apart(old: str, new: str, one_measure: bool) -> None:
    assert (("34", "41") in paired(old, new)) == one_measure
