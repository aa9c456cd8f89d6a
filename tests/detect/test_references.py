"""Figures, tables and pages that are numbered anew: no change of what is said."""

from __future__ import annotations

import pytest

from tests.editions import messages

KEPT = "The ministry kept a register. It met twice with the union."


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        (
            "The number of grey seals is rising along the coast of the bay ({}).",
            "Fig. 56",
            "Fig. 46",
        ),
        ("As {} shows, the herds stay near the coast of the bay.", "Figure 12", "Figure 14"),
        (
            "The wrecks lie near the coast, {}.",
            "see Table 3 and page 12",
            "see Table 4 and page 15",
        ),
        ("The seals stay near the coast of the bay ({}).", "Section 5.2", "Section 4.2"),
        ("The seals stay near the coast of the bay ({}).", "Figures 5 and 6", "Figures 7a and 8"),
    ],
)
def test_a_place_of_the_report_that_has_another_number(text: str, old: str, new: str) -> None:
    assert not messages(f"{KEPT} {text.format(old)}", f"{KEPT} {text.format(new)}")


@pytest.mark.parametrize(
    ("text", "old", "new"),
    [
        ("{} of the law forbids work at night in the mills.", "Article 12", "Article 14"),
        ("The seals are counted (section {} of the Fisheries Act) near the bay.", "12", "14"),
        ("The seals came near the coast of the bay (figure {} percent up).", "12", "14"),
    ],
)
def test_the_number_of_a_law_or_a_size_is_said(text: str, old: str, new: str) -> None:
    assert messages(f"{KEPT} {text.format(old)}", f"{KEPT} {text.format(new)}")
