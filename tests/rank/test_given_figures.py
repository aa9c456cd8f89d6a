"""What the figures of a sentence tell of what it is about: shares, counts, days, growth, plans."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.editions import report
from tests.rank.test_halves import FILLER, half
from tracediff.rank.figures import Figures, Given

A_DAY = "The pier of Rye opened on 3 May 2019 and burnt on June 12, 2019."
PLAN = "The guild will build 40 barges for 12 crowns."


@pytest.mark.parametrize(
    ("text", "given"),
    [
        ("12 percent of owners sail.", Given(shares=frozenset({"owner"}))),
        (
            "Wardens freed 40 barges and nine boats for 70 crowns.",
            Given(counts=frozenset({(Decimal(40), "barg")})),
        ),
        ("Wardens freed ten barges.", Given(counts=frozenset({(Decimal(10), "barg")}))),
        (
            A_DAY,
            Given(days=frozenset({("May", "3", "2019"), ("June", "12", "2019")})),
        ),
        ("Theft rose by 12 percent.", Given(grown=frozenset({"theft"}))),
        ("Theft rose by 12 barges.", Given(counts=frozenset({(Decimal(12), "barg")}))),
        (PLAN, Given(counts=frozenset({(Decimal(40), "barg")}), planned=True)),
    ],
)
def test_a_sentence_is_known_by_its_figures(text: str, given: Given) -> None:
    made = report(f"# Review 2019\n\n{FILLER}\n", f"# Review 2020\n\n{FILLER}\n\n{text}\n")
    found = Figures(made.comparison).of(half("C307", made.comparison))
    assert found == given
