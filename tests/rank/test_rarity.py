"""How rare words and phrases are: a phrase counts once for each sentence of each edition."""

from __future__ import annotations

from tests.editions import report
from tracediff.rank.rarity import rarity, roots


def phrase(text: str) -> tuple[str, str]:
    one, two = roots(text)
    return one, two


def test_phrases_that_one_or_two_sentences_of_each_edition_hold() -> None:
    old = "Red nets dried. Red nets and red nets tore. Old masts fell. Grey sheds stood."
    new = "Red nets burnt. Old masts rose. Old masts sank. Old masts broke. Dry docks closed."
    found = rarity(report(f"# A\n\n{old}", f"# B\n\n{new}").comparison).phrases
    assert phrase("red nets") in found
    assert phrase("old masts") not in found  # three sentences of the new edition
    assert phrase("grey sheds") not in found  # none of them
    assert phrase("dry docks") not in found  # none of the old one
