"""A time that opens a sentence stands apart from the subject behind it."""

from __future__ import annotations

import pytest

from tracediff.syntax import parse


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("This year ferries went out 40 times.", "ferries"),
        ("In the north, this month pilots saw 9 boats.", "pilots"),
        ("Next year kites will fly over 12 towns.", "kites"),
    ],
)
def test_a_time_before_its_subject_is_no_part_of_it(text: str, subject: str) -> None:
    found = parse(text)
    words = [found.tokens.words(one.first, one.stop) for one in found.phrases]
    assert subject in words
