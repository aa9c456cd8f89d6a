"""A small ledger that was read by hand: invented sentences and every figure in each."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tracediff.model import Fact

from .ledger_of import ledger

GOLD = tomllib.loads(
    (Path(__file__).parent.parent / "gold" / "sentences.toml").read_text(encoding="utf-8")
)["sentence"]


def row(fact: Fact) -> list[str]:
    """A fact as the gold writes it."""
    return [
        fact.quote,
        "-" if fact.value is None else format(fact.value.normalize(), "f"),
        fact.counted or "-",
        fact.period.label if fact.period else "-",
        fact.status.value,
        fact.bound.value,
        fact.kind.value,
        fact.label,
    ]


@pytest.mark.parametrize("sentence", GOLD, ids=lambda sentence: str(sentence["text"]))
def test_every_figure_is_read_with_all_that_belongs_to_it(sentence: dict[str, object]) -> None:
    assert [row(fact) for fact in ledger(str(sentence["text"]))] == sentence["figures"]
