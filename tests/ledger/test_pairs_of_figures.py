"""Which figures of two editions are one measure, and which are not."""

from __future__ import annotations

from tests.editions import report
from tracediff.model import Series, Side
from tracediff.wording.labels import row_label


def series(old: str, new: str) -> tuple[Series, ...]:
    return report(old, new).comparison.series


OPENING = "The harbour council of Norr met again. Rye was short all winter."


def test_the_ends_of_a_measure_that_one_edition_gives_lie_both_in_it() -> None:
    text = "Police freed 640 divers in 2020, compared with 658 divers in 2019."
    (one,) = series(OPENING, f"{OPENING} {text}")
    assert [(point.side, point.fact.year) for point in one.ends] == [
        (Side.NEW, 2019),
        (Side.NEW, 2020),
    ]
    assert one.changed
    assert one.restated == frozenset()
    (gone,) = series(f"{OPENING} {text}", OPENING)
    assert {point.side for point in gone.ends} == {Side.OLD}


def test_a_year_that_the_new_edition_gives_another_value_for_is_restated() -> None:
    (one,) = series(
        "Police freed 658 divers in 2019.",
        "Police freed 640 divers in 2020, compared with 661 divers in 2019.",
    )
    assert {one.points[at].fact.year for at in one.restated} == {2019}
    assert len(one.restated) == 2


def test_shares_in_two_sentences_are_no_series_of_one_edition() -> None:
    text = "Of the divers 40 percent were paid in 2019. Of the divers 55 percent were old in 2020."
    assert series(OPENING, f"{OPENING} {text}") == ()


def test_no_figure_at_all_is_still_called_something() -> None:
    assert row_label(()) == "a figure"
