"""Signs that turn what is said around, where the words stay as they were."""

from __future__ import annotations

import pytest

from tests.editions import messages

TABLE = "| Port | Lanterns |\n|---|---|\n| Alder | {} |\n| Birch | ✓ |\n"


@pytest.mark.parametrize(
    ("old", "new", "rule", "told"),
    [
        ("<5", ">5", "N106", "“<” in the 2019 edition, “>” in the 2020 edition."),
        ("≥5", "≤5", "N106", "“≥” in the 2019 edition, “≤” in the 2020 edition."),
    ],
)
def test_a_sign_of_comparison_that_turned_is_told(old: str, new: str, rule: str, told: str) -> None:
    said = "The harbour reported {} cases of fever among the crews."
    found = messages(said.format(old), said.format(new))[rule]
    assert any(message.endswith(told) for message in found)


def test_a_tick_that_became_a_cross_is_told_with_its_row() -> None:
    (message,) = messages(TABLE.format("✓"), TABLE.format("✗"))["C309"]
    assert message == "Alder: “✓” in the 2019 edition, “✗” in the 2020 edition."


def test_a_mark_beside_other_words_is_not_told_as_a_mark() -> None:
    assert "C309" not in messages("The pilots slept ✓ in the loft.", "The cooks danced ✗ on deck.")


def test_a_mark_that_stays_is_not_told() -> None:
    old = "Alder ✓ keeps a lantern on the pier in March."
    assert "C309" not in messages(old, old.replace("March", "April"))
