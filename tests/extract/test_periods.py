"""For when each figure is, resolved against the reporting year 2020."""

from __future__ import annotations

import pytest

from .ledger_of import ledger


def years(*sentences: str) -> list[tuple[float, int | None]]:
    return [(float(f.value or 0), f.year) for f in ledger(*sentences)]


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("It fined 12 boats.", "2020"),
        ("It fined 12 boats in 2018.", "2018"),
        ("It fined 12 boats in the first half of 2019.", "first half of 2019"),
        ("In the first five months of the year it fined 12 boats.", "January–May 2020"),
        ("It fined 12 boats from January to April.", "January–April 2020"),
        ("Through September it fined 12 boats.", "January–September 2020"),
        ("It fined 12 boats in fiscal year 2019.", "fiscal year 2019"),
        ("It fined 12 boats the previous year.", "2019"),
        ("It fined 12 boats during the reporting period.", "2020"),
        ("In the third quarter of 2019 it fined 12 boats.", "quarter 3 of 2019"),
        ("In March it fined 12 boats.", "March 2020"),
        ("On March 3 it fined 12 boats.", "March 3, 2020"),
        ("In Q2 2019 it fined 12 boats.", "quarter 2 of 2019"),
    ],
)
def test_a_figure_takes_the_period_that_its_sentence_names(text: str, label: str) -> None:
    period = ledger(text)[0].period
    assert period is not None
    assert period.label == label


def test_each_figure_of_a_comparison_has_its_own_year() -> None:
    text = "It found 673 wrecks in 2020, compared with 658 wrecks in 2019 and 706 wrecks in 2018."
    assert years(text) == [(673, 2020), (658, 2019), (706, 2018)]


def test_the_far_side_of_a_comparison_does_not_date_the_near_side() -> None:
    text = (
        "Guards fined 345 boats from January to June, compared with the same period in 2018 (514)."
    )
    facts = ledger(text)
    assert [f.year for f in facts] == [2020, 2018]
    assert [(f.period.start.month, f.period.end.month) for f in facts if f.period] == [
        (1, 6),
        (1, 6),
    ]


def test_the_far_side_of_a_comparison_shares_its_year() -> None:
    text = "In 2020 guards fined 27 boats, compared with 50 fines and 95 arrests in 2019."
    assert years(text) == [(27, 2020), (50, 2019), (95, 2019)]


def test_a_year_behind_a_comparison_dates_nothing_before_it() -> None:
    text = "Guards fined 40 boats in 17 ports, a decrease from 52 boats fined in 2019."
    assert years(text) == [(40, 2020), (17, 2020), (52, 2019)]
    assert years("Courts paid six sailors, the same number as in 2019.") == [(6, 2020)]


def test_down_from_a_figure_is_the_year_before() -> None:
    assert years("The home housed 96 orphans, down from 134.") == [(96, 2020), (134, 2019)]


def test_a_stock_as_of_a_day_is_marked_as_one() -> None:
    (fact,) = ledger("As of October 2020, 82 boarders lived there.")
    assert fact.period is not None
    assert fact.period.as_of


def test_several_years_are_no_single_year() -> None:
    assert years("It fined 12 boats from 2015 to 2019.") == [(12, None)]
    assert years("Over the last 14 years 1,200 boats sank.") == [(1200, None)]
    assert years("Since 2013 it fined 12 boats.") == [(12, None)]


def test_a_sentence_goes_back_to_the_reporting_year() -> None:
    first = "In 2018 guards fined 40 boats."
    assert years(first, "The ministry trained 12 judges.") == [(40, 2018), (12, 2020)]


def test_a_breakdown_keeps_the_year_of_its_total() -> None:
    first = "In 2018 guards fined 40 boats."
    assert years(first, "These included 30 trawlers.") == [(40, 2018), (30, 2018)]


def test_an_event_keeps_its_year() -> None:
    first = "Courts still examine a 2017 raid by two units."
    assert years(first, "The raid left 15 persons dead.") == [(2, 2017), (15, 2017)]


def test_plans_for_later_years_date_nothing() -> None:
    text = "It wrote a strategy for the years 2022–2026 and held 4 workshops."
    assert years(text) == [(4, 2020)]


def test_may_is_a_month_only_where_it_is_one() -> None:
    assert years("It may fine 12 boats.") == [(12, None)]
    assert [f.period.label for f in ledger("In May 12 boats sank.") if f.period] == ["May 2020"]
