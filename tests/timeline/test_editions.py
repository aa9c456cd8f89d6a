"""Which year an edition reports on is told beside its sisters, and so is what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.timeline.making import over, report
from tracediff.model import Edition, Period
from tracediff.timelines.editions import gaps, in_order, named, names, twins


def edition(path: str, year: int | None, period: Period | None = None) -> Edition:
    if period is None and year is not None:
        period = Period(date(year, 1, 1), date(year, 12, 31), str(year))
    return Edition(path, path, "text", year, "", period, "", "", (), (), ())


def ordered(*editions: Edition) -> list[tuple[str, int | None, str]]:
    found = in_order(editions, [None] * len(editions))
    return [(one.path, one.year, one.period.label if one.period else "") for one in found]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("reports/2016.md", (2016, 1, 12)),
        ("survey-2024-h2.md", (2024, 7, 12)),
        ("survey2024Q3.md", (2024, 7, 9)),
        ("2019-2020.md", None),
        ("report.md", None),
        ("2017-12-07-looking-forward-to-2018.md", None),
    ],
)
def test_a_file_name_tells_a_year_and_a_part_of_it(
    path: str, expected: tuple[int, int, int] | None
) -> None:
    found = named(edition(path, None))
    assert (found and tuple(found)) == expected


def test_an_edition_that_departs_from_the_habit_of_the_others_is_read_like_them() -> None:
    found = ordered(
        edition("2018.md", 2018), edition("2019.md", 2017), edition("2016.md", 2016),
        edition("2017.md", 2017),
    )  # fmt: skip
    assert [one[:2] for one in found] == [
        ("2016.md", 2016), ("2017.md", 2017), ("2018.md", 2018), ("2019.md", 2019),
    ]  # fmt: skip


def test_the_habit_may_be_the_year_before() -> None:
    found = ordered(edition("2018.md", 2017), edition("2019.md", 2018), edition("2020.md", None))
    assert [one[1] for one in found] == [2017, 2018, 2019]


def test_why_an_edition_was_dated_is_kept() -> None:
    off = replace(edition("2020.md", 2018), year_reason="the text says 2018")
    found = in_order((edition("2018.md", 2018), edition("2019.md", 2019), off), [None] * 3)
    assert found[2].year_reason == (
        "the file's name, as in the other editions; read alone: the text says 2018"
    )


def test_a_letter_is_not_about_a_year_after_the_day_that_its_file_is_named_by() -> None:
    found = ordered(
        edition("2017-12-07-looking-forward-to-2018.md", 2018),
        edition("2018-12-31-looking-forward-to-2019.md", 2019),
        edition("2020-02-26-report-2019.md", 2019),
        edition("2020-12-28-letter.md", 2020),
    )
    assert [one[1] for one in found] == [2017, 2018, 2019, 2020]
    kept = in_order([edition("2017-12-07-a.md", 2018), edition("2018-12-07-b.md", 2018)], [2018, 0])
    assert kept[0].year == 2018


def test_half_a_year_that_a_passage_speaks_of_is_not_what_one_of_many_yearly_reports_is_for() -> (
    None
):
    half = Period(date(2019, 1, 1), date(2019, 6, 30), "six months ended June 30, 2019")
    passage = replace(edition("2019.md", 2019, half), year_reason="the text says “six months”")
    title = replace(passage, year_reason="the title says “six months”")
    others = edition("2017.md", 2017), edition("2018.md", 2018)
    assert ordered(*others, passage)[2][2] == "2019"
    assert ordered(*others, title)[2][2] == half.label


def test_without_a_habit_the_texts_are_believed() -> None:
    found = ordered(edition("2018.md", 2010), edition("2019.md", 2019), edition("2020.md", 2013))
    assert [one[1] for one in found] == [2010, 2013, 2019]
    assert [one[1] for one in ordered(edition("2018.md", None), edition("2019.md", None))] == [
        None, None,
    ]  # fmt: skip


def test_names_without_years_or_twice_the_same_say_nothing() -> None:
    assert [one[1] for one in ordered(edition("b.md", 2011), edition("a.md", 2010))] == [2010, 2011]
    twice = ordered(edition("a/2010.md", 2010), edition("b/2010.md", 2011))
    assert [one[1] for one in twice] == [2010, 2011]


def test_a_given_year_stands() -> None:
    editions = (edition("2018.md", 2018), edition("2019.md", 2019), edition("2020.md", 2011))
    assert [one.year for one in in_order(editions, [None, None, 2011])] == [2011, 2018, 2019]


def test_halves_of_a_year_are_kept_apart() -> None:
    found = ordered(
        edition("2023.md", 2023), edition("2024-h2.md", 2024), edition("2024-h1.md", 2024)
    )
    assert [one[2] for one in found] == ["2023", "January–June 2024", "July–December 2024"]


def test_editions_without_any_date_come_by_their_names() -> None:
    assert [one[0] for one in ordered(edition("b.md", None), edition("a.md", None))] == [
        "a.md", "b.md",
    ]  # fmt: skip


def test_editions_are_called_by_whatever_tells_them_apart() -> None:
    half = Period(date(2020, 1, 1), date(2020, 6, 30), "first half of 2020")
    assert names([edition("a.md", 2019), edition("b.md", 2020)]) == ("2019", "2020")
    assert names([edition("a.md", 2020), edition("b.md", 2020, half)]) == (
        "2020", "first half of 2020",
    )  # fmt: skip
    assert names([edition("x/a.md", 2020), edition("x/b.md", 2020)]) == ("a", "b")
    same = [edition("x/a.md", 2020), edition("y/a.md", 2020)]
    same = [replace(one, name="a") for one in same]
    assert names(same) == ("x/a.md", "y/a.md")
    assert names([edition("a.md", None), edition("b.md", None)]) == ("a.md", "b.md")


def test_years_that_no_edition_covers_are_noted() -> None:
    there = [edition(f"{year}.md", year) for year in (2014, 2015, 2016, 2019, 2021)]
    assert list(gaps(there)) == [
        "between 2016.md and 2019.md 2 editions are missing",
        "between 2019.md and 2021.md an edition is missing",
    ]
    assert list(gaps(there[:1])) == []
    assert list(gaps([edition("a.md", None), *there[:2]])) == []


def test_two_editions_of_one_time_are_noted() -> None:
    (note,) = twins([edition("a.md", 2020), edition("b.md", 2020), edition("c.md", 2021)])
    assert note.startswith("a.md and b.md both report on 2020")
    assert list(twins([edition("a.md", None), edition("b.md", None)])) == []


def test_a_made_report_says_its_year() -> None:
    assert "2020 Edition" in report(2020, "Nothing.")


def test_the_months_in_the_names_are_those_of_the_editions_where_a_year_comes_twice() -> None:
    text = "# Tug News\n\nTugs made {} calls. Divers sleep in the old tower.\n"
    months = {"2022-11.md": 310, "2022-12.md": 322, "2023-01.md": 335}
    found = over({name: text.format(value) for name, value in months.items()})
    assert [one.period.label for one in found.editions if one.period] == [
        "November 2022", "December 2022", "January 2023",
    ]  # fmt: skip
    seasons = over({name: text.format(3) for name in ("2010-11.md", "2011-12.md")})
    assert [one.period.label for one in seasons.editions if one.period] != [
        "November 2010", "December 2011",
    ]  # fmt: skip
