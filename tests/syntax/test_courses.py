"""What a sentence says of the course of a matter, whatever verb or noun holds it."""

from __future__ import annotations

import pytest

from tracediff.syntax import parse
from tracediff.syntax.courses import courses


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("The state of the roads has improved.", 1),
        ("The guild reported no improvement in the state of roads.", 0),
        ("There was a reduction in waste.", -1),
        ("The stock of herring did not change.", 0),
        ("Attendance was stable.", 0),
        ("Trust in the courts is unchanged.", 0),
        ("The town suffered a decline in trade.", -1),
    ],
)
def test_a_course(text: str, way: int) -> None:
    assert [one.way for one in courses(parse(text))] == [way]


@pytest.mark.parametrize(
    "text",
    [
        "There were changes in the rules.",
        "The police increased patrols.",
        "Prices rose by 4 percent.",
        "The stock may decline.",
        "It improved.",
        "The rules changed.",
        "The gate remained open.",
        "The town saw a play.",
        "Improving roads takes years.",
    ],
)
def test_what_states_no_course(text: str) -> None:
    assert [*courses(parse(text))] == []
