"""Figures that are not of one measure, and values that restate nothing, in like words."""

from __future__ import annotations

import pytest

from tests.timeline.making import over, report, told, yearly
from tracediff.model import Timeline

SAME = "Divers sleep in the old tower. Tugs are painted green."


def values(found: Timeline) -> list[list[int | None]]:
    return [[value for _, value in told(run)] for run in found.series]


def test_who_did_not_know_is_not_who_knew() -> None:
    found = yearly(
        "In all, 53% of harbour pilots did not know how many berths were dredged.",
        "In all, 62% of harbour pilots knew how many berths were dredged.",
    )
    assert [53, 62] not in values(found)
    alike = yearly(
        "In all, 53% of harbour pilots did not know how many berths were dredged.",
        "In all, 62% of harbour pilots did not know how many berths were dredged.",
    )
    assert [53, 62] in values(alike)


def test_rows_of_two_names_that_an_edition_sets_side_by_side_are_two_measures() -> None:
    head = "| Traffic | Low tide | Very low tide |\n|---|---|---|\n"
    first = f"{head}| Very low traffic | 21 | 25 |\n| Low traffic | 39 | 4 |\n"
    second = f"{head}| Low traffic | 15 | 7 |\n| Very low traffic | 34 | 20 |\n"
    found = over(
        {
            "2015.md": report(2015, SAME) + "\n" + first,
            "2016.md": report(2016, SAME) + "\n" + second,
        }
    )
    same = [[21, 34], [25, 20], [39, 15], [4, 7]]
    assert len(found.series) >= 3
    assert all(one in same for one in values(found))


def test_columns_whose_heads_were_not_read_are_not_followed() -> None:
    found = yearly(
        f"Harbour dues 4,120 3,980 and pilotage. {SAME} Pilots boarded 310 tankers.",
        f"Harbour dues 4,377 4,120 and pilotage. {SAME} Pilots boarded 322 tankers.",
    )
    assert values(found) == [[310, 322]]


def test_both_ends_of_a_range_are_not_one_figure_at_two_times() -> None:
    found = yearly(
        "Berth fees ranged from 20 francs to 1,400 francs.",
        "The highest berth fee was 679 francs compared to 1,400 francs in 2015.",
    )
    assert all(not {20, 1400} <= set(held) for held in values(found))


def test_what_was_foreseen_is_not_restated_by_what_came() -> None:
    found = yearly(
        f"The port will spend 310 million francs on dredging in 2017. {SAME}",
        f"The port will spend 322 million francs on dredging in 2017. {SAME}",
        f"The port spent 335 million francs on dredging in 2017. {SAME}",
    )
    assert [one for run in found.series for one in run.restated if one.sure] == []


@pytest.mark.parametrize(
    "since", ["Since it was founded", "In the sixteen years of its rule", "During its 16-year term"]
)
def test_what_a_long_growth_began_with_is_of_no_year_that_is_known(since: str) -> None:
    found = yearly(
        f"{since}, the board has raised the value of a share from 19 francs to 400 francs.",
        f"{since}, the board has raised the value of a share from 19 francs to 526 francs.",
    )
    assert [one for run in found.series for one in run.restated] == []
    run = next(one for one in found.series if ("2016", 526) in told(one))
    assert all(label == "" for label, value in told(run) if value == 19)


@pytest.mark.parametrize(
    "text",
    [
        "As the berth fee grows, skippers stay away.",
        "The berth fee could fall in a bad year.",
        "Map of where the berth fee falls within the bay",
    ],
)
def test_a_condition_or_a_caption_withholds_no_figure(text: str) -> None:
    found = yearly(
        f"The berth fee was 880 francs. {SAME}",
        f"The berth fee was 937 francs. {SAME}",
        f"{SAME}\n\n{text}",
    )
    assert values(found) == [[880, 937]]
