"""Of whom a figure is told, and which item of a list: a share joins a share of the same people."""

from __future__ import annotations

import pytest

from tracediff.model import Timeline
from tracediff.syntax import parse
from tracediff.timelines.frames import frames
from tracediff.timelines.scores import Scorer
from tracediff.timelines.whom import narrowed
from tracediff.timelines.words import Weights

from .making import yearly


def _sure(one: str, two: str, values: tuple[int, int]) -> float:
    """How sure it is that a figure of one edition is that of the next, by their words."""
    found = yearly(one, two)
    weights = Weights(found.readings)
    every = [frames(number, reading, weights) for number, reading in enumerate(found.readings)]
    first, second = (
        next(frame for frame in edition if frame.fact.value == value)
        for edition, value in zip(every, values, strict=True)
    )
    return Scorer(weights, every, 4.0).score(first, second, thread=False, shared=False)[0]


def _joined(found: Timeline, first: int, second: int) -> bool:
    """Whether one measure holds both values."""
    return any({first, second} <= {one.value for one in run.observations} for run in found.series)


@pytest.mark.parametrize(
    ("text", "whom"),
    [
        ("Members paying by card were most often late (65%).", ["card", "pay"]),
        ("Growers who use barns were likely to sell early (51%).", ["barn", "use"]),
        ("12% of pupils who walk to school were late.", ["school", "walk"]),
        ("The 40% of nurses working nights split into 29% on wards and the rest.", []),
        ("The ships, which carry grain, were late in 12% of cases.", []),
        ("Of the farmers, 12% were late.", []),
        ("It rose to 35% of those who own a boat.", []),
        ("12% were late.", []),
        ("Late: 12%.", []),
    ],
)
def test_whom_a_share_is_told_of(text: str, whom: list[str]) -> None:
    found = parse(text)
    at = next(i for i in range(found.tokens.size) if found.tokens.text[i].isdigit())
    assert sorted(narrowed(found, at)) == whom


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Growers selling to mills were most likely to store grain in barns (65%).",
            "Most growers store grain in barns (41%).",
            (65, 41),
        ),
        (
            "Pupils walking to school said that they enjoy sports (72%).",
            "Of all pupils, 48% said that they enjoy sports.",
            (72, 48),
        ),
        (
            "Nurses working nights are content with their pay (33%).",
            "Nurses working weekends are content with their pay (81%).",
            (33, 81),
        ),
    ],
)
def test_a_share_of_a_group_joins_no_share_of_another(
    first: str, second: str, values: tuple[int, int]
) -> None:
    assert _sure(first, second, values) < LEAST


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Growers selling to mills were most likely to store grain in barns (65%).",
            "Growers selling to mills were most likely to store grain in barns (61%).",
            (65, 61),
        ),
        (
            "Almost half of visitors (48%) arrive by tram.",
            "Half of visitors (51%) arrive by tram.",
            (48, 51),
        ),
        (
            "Over half of tenants (59%) believe rents are too high.",
            "Most tenants (66%) believe rents are too high.",
            (59, 66),
        ),
    ],
)
def test_a_share_joins_that_of_the_same_people(
    first: str, second: str, values: tuple[int, int]
) -> None:
    assert _joined(yearly(first, second), *values)


@pytest.mark.parametrize(
    ("first", "second", "apart", "kept"),
    [
        (
            "We found that 12% of sailors own a boat, the same as 2015, and 2% own a barge, fewer"
            " than in 2015 (3%).",
            "We found that 12% of sailors own a boat and 4% own a barge.",
            (12, 3),
            (2, 3),
        ),
        (
            "In all, 40% of clinics open on Sunday and 7% open at night, up from 5% in 2014.",
            "In all, 41% of clinics open on Sunday and 9% open at night.",
            (40, 5),
            (7, 5),
        ),
    ],
)
def test_what_a_figure_is_compared_with_stays_with_it(
    first: str, second: str, apart: tuple[int, int], kept: tuple[int, int]
) -> None:
    found = yearly(first, second)
    assert not _joined(found, *apart)
    assert _joined(found, *kept)


@pytest.mark.parametrize(
    ("first", "second", "values"),
    [
        (
            "Gifts came to 90 crowns, including 40 crowns from Orsk, 20 crowns from Lume and"
            " 7 crowns from a cousin.",
            "Gifts came to 95 crowns, including 40 crowns from Orsk, 21 crowns from Lume and"
            " 11 crowns from Tarn. The cousin of the mayor gave none.",
            (7, 11),
        ),
        (
            "63% of growers keep bees, 60% keep geese and 52% keep ducks. Pigs are rare.",
            "61% of growers keep bees, 58% keep geese and 17% keep pigs. Ducks are rare.",
            (52, 17),
        ),
        (
            "Submissions included 194 papers and 51 posters. The programme was full.",
            "The programme included 65 papers and 52 posters. Submissions were few.",
            (194, 65),
        ),
        (
            "Imports comprised 40 lorries and 7 vans. Exports were few.",
            "Exports comprised 44 lorries and 9 vans. Imports were few.",
            (40, 44),
        ),
    ],
)
def test_two_items_of_a_list_are_two_measures(
    first: str, second: str, values: tuple[int, int]
) -> None:
    assert _sure(first, second, values) < LEAST


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The port took 948 calls by 168 tugs at sea, and 62 calls by 64 tugs on the river.",
            "The year saw 953 calls by 148 tugs at sea and 74 calls by 54 tugs on the river.",
        ),
        (
            "The library held 40 readings for 900 pupils by day and 7 readings for 850 pupils at"
            " night.",
            "There were 44 readings for 860 pupils by day and 9 readings for 910 pupils at night.",
        ),
        (
            "Farms sold 310 carts to 45 mills in spring and 280 carts to 40 mills in autumn.",
            "In all, farms sold 290 carts to 39 mills in spring and 300 carts to 46 mills in"
            " autumn.",
        ),
    ],
)
def test_the_same_list_is_joined_place_by_place(first: str, second: str) -> None:
    found = yearly(first, second)
    made = [frames(n, one, Weights(found.readings)) for n, one in enumerate(found.readings)]
    for run in found.series:
        ranks = {
            frame.rank
            for edition, reading in zip(made, found.readings, strict=True)
            for frame in edition
            if any(one.fact is frame.fact for one in run.observations)
        }
        assert len(ranks) == 1


def test_it_is_what_the_clause_before_speaks_of() -> None:
    first = (
        "Orsk is ranked lower than before, but it remains the most popular market at 14%."
        " Lume is far."
    )
    second = "Lume grew, but it remains the most popular market at 41%. Orsk is far."
    same = "Orsk grew, but it remains the most popular market at 41%. Lume is far."
    assert _sure(first, second, (14, 41)) < _sure(first, same, (14, 41)) - 0.3


def test_a_limit_raised_from_one_value_to_another_is_one() -> None:
    found = yearly(
        "The council raised the minimum wage of bakers from 80 crowns to 97 crowns a day.",
        "The council raised the minimum wage of bakers from 80 crowns to 97 crowns a day.",
    )
    assert _joined(found, 80, 97)


def test_who_does_a_thing_is_not_counted_with_it() -> None:
    found = yearly("In 2015, 540 editors were paid.", "In 2016, 2,480 edits were paid.")
    weights = Weights(found.readings)
    first, second = (
        frames(number, reading, weights)[0] for number, reading in enumerate(found.readings)
    )
    assert not first.counts_as(second)
    assert first.counts_as(first)


LEAST = 0.5  # below it a pair of figures needs to be the only one
