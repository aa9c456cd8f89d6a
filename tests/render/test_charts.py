"""Charts: what a reader takes from them without reading a number."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.editions import report as compared
from tests.render.reports import report
from tracediff.model import Period, Report, SectionChange, Side
from tracediff.render.charts import STRIP, Chart, draw, strip


def chart(measure: str, made: Report | None = None) -> Chart:
    made = made or report()
    (series,) = (one for one in made.changed_series if one.measure == measure)
    return draw(made, series)


def test_what_is_not_reported_is_a_gap_and_no_line_leads_to_it() -> None:
    drawn = chart("residence permits for workers")
    assert [dot.shape for dot in drawn.dots] == ["value", "gap"]
    assert drawn.lines == ()


def test_a_part_of_a_year_is_a_bar_and_no_line_leads_to_it() -> None:
    drawn = chart("quarries visited")
    assert len(drawn.bars) == 1 and drawn.lines == ()


def test_a_restated_period_shows_both_values_joined() -> None:
    drawn = chart("traffickers convicted")
    assert [(dot.side, dot.restated) for dot in drawn.dots] == [
        (Side.OLD, False), (Side.OLD, True), (Side.NEW, True), (Side.NEW, False),
    ]  # fmt: skip
    assert len(drawn.joins) == 1


def test_a_bound_carries_an_arrow() -> None:
    assert chart("traffickers convicted").dots[-1].bound == "up"


def test_a_larger_value_stands_higher_and_all_stand_above_the_base() -> None:
    first, second = chart("labor inspectors").dots
    assert first.y < second.y < chart("labor inspectors").base


def test_charts_within_the_years_of_the_editions_share_one_scale_of_time() -> None:
    assert chart("labor inspectors").dots[0].x == chart("workplaces visited").dots[0].x


def test_the_strip_covers_the_text_and_rises_with_change() -> None:
    bars = strip((SectionChange("a", kept=9, edited=1), SectionChange("b", added=10)))
    assert sum(bar.width for bar in bars) == STRIP
    assert bars[0].height < bars[1].height


def test_years_that_would_stand_over_each_other_are_left_out() -> None:
    made = report()
    (series,) = (one for one in made.changed_series if one.measure == "labor inspectors")
    first = series.points[0]
    long_ago = Period(date(1990, 1, 1), date(1990, 12, 31), "1990")
    early = replace(first, fact=replace(first.fact, period=long_ago))
    drawn = draw(made, replace(series, points=(early, *series.points)))
    assert [tick.label for tick in drawn.ticks] == ["1990", "2022"]


def test_editions_whose_years_nobody_knows_stand_at_the_two_ends_of_a_chart() -> None:
    old, new = "The harbour fined 12 boats.", "The harbour fined 25 boats."
    made = compared(old, new, (None, None))
    (series,) = made.changed_series
    first, last = draw(made, series).dots
    assert (first.side, last.side) == (Side.OLD, Side.NEW)
    years = compared(old, new)
    inner = draw(years, years.changed_series[0]).dots
    assert first.x < inner[0].x < inner[-1].x < last.x
