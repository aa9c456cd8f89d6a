"""What one edition compares within itself is not always the change between the editions."""

from __future__ import annotations

import pytest

from tests.editions import messages, report


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Ferries on time rose from 16% to over 99% after the new timetable.",
            "Most of all, punctual crossings of ferries and boats rose from 16 percent to more than"
            " 99 percent.",
        ),
        (
            "Shipments that were asked for and planned rose from 12% to over 80%.",
            "Most importantly, successful shipments and plans rose from 12 percent to more than 80"
            " percent.",
        ),
        (
            "The wells that gave water after the repair grew from 31% to 64%.",
            "After the repair, working wells grew from 31 percent to 64 percent.",
        ),
    ],
)
def test_a_movement_that_both_editions_tell_in_the_same_values_is_no_change(
    old: str, new: str
) -> None:
    assert "N101" not in messages(f"# A\n\n{old}", f"# A\n\n{new}")


def test_the_end_of_a_movement_that_goes_on_is_a_change() -> None:
    found = messages("Fires fell from 412 to 318 in 2019.", "Fires fell from 318 to 290 in 2020.")
    assert any("318" in one and "290" in one for one in found["N101"])


@pytest.mark.parametrize("what", ["Boats Per Pier", "Wells Per Farm", "Books Per Reader"])
def test_two_rows_of_one_table_that_lie_decades_apart_are_not_the_change(what: str) -> None:
    old = f"# A\n\nNothing is given of {what.casefold()}."
    new = f"# A\n\n| Year | {what} |\n|---|---|\n| 1990 | 391 |\n| 2000 | 1,304 |\n| 2020 | 3,804 |"
    told = report(old, new)
    assert not [f for f in told.findings if f.rule.id == "N101"]
