"""A figure that stands in a sentence of its own is gone, or new, only if no other sentence gives
it in other words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests.editions import report
from tracediff.detect.lone_figures import newly_given, statement_gone
from tracediff.model import Comparison, Link
from tracediff.settings import Detecting

OPENING = "Ferries connect the islands. Courts sit in towns."


def apart(old: str, new: str) -> Comparison:
    """Two editions that end in a sentence each; nothing links the two, and no series joins them."""
    made = report(f"# Review\n\n{OPENING}\n\n{old}\n", f"# Review\n\n{OPENING}\n\n{new}\n")
    last = [len(one.edition.sentences) - 1 for one in (made.comparison.old, made.comparison.new)]
    links = (Link((last[0],), (), 0.0), Link((), (last[1],), 0.0))
    alignment = replace(made.comparison.alignment, links=links)
    return replace(made.comparison, alignment=alignment, series=())


def told(comparison: Comparison) -> Iterator[str]:
    for detect in (statement_gone, newly_given):
        yield from (one.message for one in detect(comparison, Detecting()))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "More than 30 million people live with hearing loss, and the figure grows.",
            "An estimated 30.4 million people live with hearing loss that nobody treats.",
        ),
        (
            "Around 2 million litres of spilled oil reached the beach in 2020.",
            "In 2020, 2.1 million litres of spilled oil reached the beach, a laboratory found.",
        ),
        (
            "The lottery paid €1.26 billion in prizes to players in 2020.",
            "All in all, the lottery paid €1.3 billion in prizes to players in 2020.",
        ),
        (
            "Of our tenants, 58% read the newsletter at home.",
            "58% of tenants said they print the newsletter at home.",
        ),
    ],
)
def test_a_figure_given_in_other_words_or_rounded_is_neither_gone_nor_new(
    old: str, new: str
) -> None:
    assert not [*told(apart(old, new))]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "More than 30 million people live with hearing loss, and the figure grows.",
            "An estimated 30.4 million people drink from wells of the old town.",
        ),
        (
            "Around 2 million litres of spilled oil reached the beach in 2020.",
            "In 2020, 2.1 million litres of milk were drunk in schools of the coast.",
        ),
        (
            "Wardens counted 2,512 seals on the northern beach in 2020.",
            "Wardens counted 2,600 seals on the northern beach in 2020.",
        ),
        (
            "Wardens counted 2,512 seals on the northern beach in 2020.",
            "About 2.5 thousand visitors came to the fair of the guild in 2020.",
        ),
    ],
)
def test_near_values_of_other_things_and_other_values_are_told(old: str, new: str) -> None:
    gone, fresh = told(apart(old, new))
    assert "no longer reported" in gone
    assert "newly reported" in fresh
