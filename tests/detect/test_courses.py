"""A matter that grew better or worse on one side and took another course on the other."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.detect.test_verdicts import found


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "There were no significant changes in the safety of the mines during the year.",
            "The mines experienced a deterioration in safety during the year.",
            ("were no significant changes", "experienced a deterioration"),
        ),
        (
            "The state of the roads remained the same.",
            "The state of the roads in the north has improved.",
            ("remained the same", "has improved"),
        ),
        (
            "The clinic saw a marked improvement in waiting times.",
            "Waiting times stayed flat.",
            ("saw a marked improvement", "stayed flat"),
        ),
        (
            "Trust in the courts is unchanged.",
            "Trust in the courts fell sharply.",
            ("is unchanged", "fell"),
        ),
        (
            "There has been a decline in the stock of herring.",
            "There was no decline in the stock of herring.",
            ("no", "declin"),
        ),
    ],
)
def test_another_course_is_a_verdict(
    tmp_path: Path, old: str, new: str, words: tuple[str, str]
) -> None:
    [one] = [one for one in found(tmp_path, old, new) if one.rule.id == "C301"]
    assert one.values == words


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The state of the roads remained the same.", "The state of the roads did not change."),
        ("The state of the roads improved.", "There was an improvement in the state of roads."),
        ("There were changes in the rules of the guild.", "The rules of the guild worsened."),
        ("Prices remained stable in the north.", "Prices rose by 4 percent in the north."),
    ],
)
def test_the_same_course_another_matter_or_a_figure_is_none(
    tmp_path: Path, old: str, new: str
) -> None:
    assert "C301" not in [one.rule.id for one in found(tmp_path, old, new)]
