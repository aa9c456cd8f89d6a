"""A fact is found again under its index."""

from __future__ import annotations

from pathlib import Path

from tracediff.pipeline import load

SAMPLES = Path(__file__).parent.parent.parent / "samples"


def test_the_index_of_a_fact_is_its_place_in_the_ledger() -> None:
    facts = load(SAMPLES / "veldania-2024.md").facts
    assert [fact.index for fact in facts] == list(range(len(facts)))
    assert any(fact.table is not None for fact in facts)
