"""How far something reaches, the many of a ratio, and how many of those told of before."""

from __future__ import annotations

import pytest

from tracediff.extract import extract
from tracediff.model import Fact

from .ledger_of import edition_of


def facts(text: str) -> list[Fact]:
    return list(extract(edition_of((text,), 2021)))


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The tool has data spanning 200 indices across 198 countries.", [200, 198]),
        ("The guild keeps a line of quays stretching over 40 berths.", [40]),
        ("The clinic runs a network extending to 12 villages.", [12]),
    ],
)
def test_how_far_something_reaches_is_of_no_year(text: str, values: list[int]) -> None:
    found = facts(text)
    assert [str(fact.value) for fact in found] == list(map(str, values))
    assert {fact.period for fact in found} == {None}


def test_what_is_told_of_a_year_keeps_it() -> None:
    found = facts("The nets, stretching over 40 quays in 2020, were mended by 12 crews.")
    assert [(str(fact.value), fact.year) for fact in found] == [("40", 2020), ("12", 2021)]


@pytest.mark.parametrize(
    ("text", "many"),
    [
        ("That is around 1 in every 185 people alive.", 185),
        ("One of every 300 crews was fined.", 300),
        ("About one in every 140 pupils left the school.", 140),
    ],
)
def test_both_sides_of_a_ratio_are_of_one_time(text: str, many: int) -> None:
    one, whole = facts(text)
    assert [str(one.value), str(whole.value)] == ["1", str(many)]
    assert one.year == whole.year == 2021
    assert whole.kind == "rate"


def test_every_so_many_is_a_rule_of_no_year() -> None:
    assert [fact.period for fact in facts("For every 5 boats a quay is drained.")] == [None]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        (
            "The government reported identifying 1,570 victims but did not report how many were"
            " exploited in forced labor.",
            "victims exploited in forced labor",
        ),
        (
            "The clinic treated 12 sailors and did not disclose how many were vaccinated.",
            "sailors vaccinated",
        ),
        (
            "Inspectors closed 9 quays but did not specify how many were repaired.",
            "quays repaired",
        ),
    ],
)
def test_how_many_of_those_told_of_is_missing(text: str, label: str) -> None:
    known, missing = facts(text)
    assert known.status == "reported"
    assert (missing.status, missing.label) == ("not_reported", label)


def test_how_many_were_so_is_no_deed() -> None:
    found = facts("The hotel counted 40 guests but did not report how many were happy.")
    assert [fact.status for fact in found] == ["reported"]
