"""The phrases that the rules for figures and labels are written for, and how each is read.

``gold/figures.txt`` has each phrase with its figures as they are read today: quote, value, unit,
counted, period, status, bound, kind, label, whether it is a part, and how sure it is.
``python -m tests.extract.test_examples`` writes it anew, also for phrases with nothing behind them.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.extract.ledger_of import ledger
from tracediff.model import Fact

GOLD = Path(__file__).parents[1] / "gold" / "figures.txt"


def kept() -> dict[str, list[str]]:
    """The lines of each phrase of the file."""
    parts = GOLD.read_text(encoding="utf-8").strip().split("\n\n")
    return {lines[0]: lines[1:] for lines in map(str.splitlines, parts)}


def time(fact: Fact) -> str:
    """The period of a figure; with its days where it is not a plain year."""
    period = fact.period
    if period is None or period.label == str(period.start.year):
        return period.label if period else "–"
    return f"{period.label} ({period.start} to {period.end})"


def row(fact: Fact) -> str:
    """A figure as the file has it."""
    said = (
        fact.quote,
        "–" if fact.value is None else f"{float(fact.value):.12g}",
        fact.unit or "–",
        fact.counted or "–",
        time(fact),
        f"{fact.status.value} {fact.bound.value} {fact.kind.value}",
        fact.label or "–",
        "–" if fact.part_of is None else f"part of {fact.part_of}",
        f"{fact.certainty:.2f}",
    )
    return f"  {' | '.join(said)}"


def read(text: str) -> list[str]:
    """The figures of a phrase as the file has them."""
    return [row(fact) for fact in ledger(text)]


KEPT = kept()


@pytest.mark.parametrize("text", KEPT)
def test_a_phrase_is_read_as_it_is_kept(text: str) -> None:
    assert read(text) == KEPT[text]


if __name__ == "__main__":
    GOLD.write_text(
        "\n\n".join("\n".join((text, *read(text))) for text in kept()) + "\n", encoding="utf-8"
    )
