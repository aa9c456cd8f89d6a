"""What is planned, expected or aimed at is told from what came."""

from __future__ import annotations

import pytest

from tracediff.model import FactKind

from .ledger_of import ledger

_PLAN, _TARGET, _LEVEL = FactKind.PLAN, FactKind.TARGET, FactKind.LEVEL


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The company expects sales of 42,000 boats.", _PLAN),
        ("It forecasts revenue of €2.6 billion.", _PLAN),
        ("Losses are projected at $12 million.", _PLAN),
        ("The ministry plans to inspect 400 mines.", _PLAN),
        ("The agency will hire 60 officers.", _PLAN),
        ("The board issued guidance of $5 million.", _PLAN),
        ("The outlook is $5 million.", _PLAN),
        ("The budget provides $4 million for roads.", _PLAN),
        ("The budget was $4 million.", _LEVEL),
        ("Spending on roads is capped at $14 million.", _TARGET),
        ("Emissions are targeted at 1.1 million tonnes.", _TARGET),
        ("The fund aims to pay 1,500 grants.", _TARGET),
        ("The debt ceiling is $6 billion.", _TARGET),
        ("The office had a target of 40 visits.", _TARGET),
        ("The agency hired 60 officers.", _LEVEL),
        ("The 60 officers will train.", _LEVEL),
        ("The agency did not expect that 60 officers left.", _LEVEL),
        ("The debt was $6 billion.", _LEVEL),
        ("The fleet of 40 boats sailed.", _LEVEL),
        ("40 boats.", _LEVEL),
    ],
)
def test_what_is_meant_is_no_actual_figure(text: str, kind: FactKind) -> None:
    assert [fact.kind for fact in ledger(text)] == [kind]


def test_the_label_says_that_a_figure_is_planned() -> None:
    (hired,) = ledger("The agency will hire 60 officers.")
    (ceiling,) = ledger("The debt ceiling is $6 billion.")
    assert (hired.label, ceiling.label) == ("officers hired, plan", "debt ceiling")
