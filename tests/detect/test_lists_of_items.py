"""Lists in which something came or went: items set apart by semicolons, and names."""

from __future__ import annotations

import pytest

from tracediff.detect.members import _items_changed, _names_changed
from tracediff.model import Sentence, Span


def sentence(text: str) -> Sentence:
    return Sentence(0, text, Span(0, len(text)), 0, 0, 1)


@pytest.mark.parametrize(
    ("old", "new", "told", "values"),
    [
        ("It has an office; a pier; a mill.", "It has an office; a pier; a yard.",
         "“a yard” joined the list and “a mill” left the list", ("a yard", "a mill")),
        ("It has an office; a pier; a mill.", "It has an office; a pier.",
         "“a mill” left the list", ("a mill",)),
        ("It has an office; a pier.", "It has an office; a pier; a mill.",
         "“a mill” joined the list", ("a mill",)),
    ],
)  # fmt: skip
def test_items_that_came_or_went_are_named(
    old: str, new: str, told: str, values: tuple[str, ...]
) -> None:
    found = _items_changed(sentence(old), sentence(new))
    assert found is not None
    assert found[2:] == (told, values)
    quoted = old[slice(*found[0])], new[slice(*found[1])]
    assert all(value in quoted[0] or value in quoted[1] for value in values)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("It has an office; a pier; a mill.", "It has an office; a pier; a mill."),
        ("It has an office; a pier; a mill.", "Boats sank; nets tore; ropes broke."),
        ("It has an office; a pier; a mill.", "Boats sank."),
        ("It has an office; a pier.", "It has an office; a mill."),
    ],
)  # fmt: skip
def test_of_other_lists_or_short_ones_nothing_came_or_went(old: str, new: str) -> None:
    found = _items_changed(sentence(old), sentence(new))
    assert found is None


def test_more_than_four_names_are_another_list() -> None:
    old = sentence("Members are Orsk, Norr and Rye.")
    four = _names_changed(old, sentence("Members are Orsk, Norr, Rye, Lume, Vik, Sund and Arn."))
    assert four is not None
    assert four[3] == ("Lume", "Vik", "Sund", "Arn")
    five = "Members are Orsk, Norr, Rye, Lume, Vik, Sund, Arn and Bol."
    assert _names_changed(old, sentence(five)) is None
    assert _names_changed(old, old) is None
