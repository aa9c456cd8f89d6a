"""Series that have earned to be shown as one measure, and those that may be one."""

from __future__ import annotations

import csv
import io
import json
from decimal import Decimal

import pytest

from tests.timeline.making import over, report, told, yearly
from tracediff.model import Timeline
from tracediff.render import TIMELINE_RENDERERS, Options
from tracediff.settings import Timelines
from tracediff.timelines.earned import WEAK
from tracediff.timelines.labels import names_nothing

SAME = "Divers sleep in the old tower. Tugs are painted green. Gulls nest under the bridge."


def values(found: Timeline) -> list[list[int | None]]:
    return [[value for _, value in told(run)] for run in found.series]


@pytest.fixture(scope="module")
def doubtful() -> Timeline:
    """A share of those who like a buoy, then of those who use one, each given by two editions."""
    return yearly(
        f"{SAME} Pilots liked lights on steel buoys (78% satisfied).",
        f"{SAME} Pilots liked lights on steel buoys (80% satisfied).",
        SAME,
        SAME,
        f"{SAME} Wooden rafts are used by 41% and steel buoys by 29% of pilots.",
        f"{SAME} Wooden rafts are used by 40% and steel buoys by 27% of pilots.",
    )


def test_a_run_with_a_weak_joint_is_shown_in_its_sure_parts(doubtful: Timeline) -> None:
    assert values(doubtful) == [[78, 80], [41, 40], [29, 27]]
    assert all(run.doubt == "" and run.certainty >= 0.2 for run in doubtful.series)


def test_the_whole_of_it_may_be_one_measure(doubtful: Timeline) -> None:
    (run,) = doubtful.possible
    assert [value for _, value in told(run)] == [78, 80, 29, 27]
    assert run.doubt == WEAK
    assert run.certainty < Timelines().earned


def test_what_may_be_one_measure_is_in_every_format(doubtful: Timeline) -> None:
    said = json.loads(TIMELINE_RENDERERS["json"](doubtful, Options()))
    assert [one["why"] for one in said["possible"]] == [WEAK]
    assert [point["value"] for point in said["possible"][0]["points"]] == [78, 80, 29, 27]
    rows = list(csv.DictReader(io.StringIO(TIMELINE_RENDERERS["csv"](doubtful, Options()))))
    assert [row["possible"] for row in rows] == [""] * 6 + ["yes"] * 4
    assert [row["possible"] for row in doubtful.rows()] == [False] * 6 + [True] * 4
    page = TIMELINE_RENDERERS["html"](doubtful, Options())
    assert "<summary>1 more that may be one measure</summary>" in page
    assert WEAK in page


def test_the_terminal_counts_it_and_shows_all_where_that_is_asked_for(doubtful: Timeline) -> None:
    short = TIMELINE_RENDERERS["terminal"](doubtful, Options())
    assert "1 more may be one measure through the editions; --all shows them" in short
    whole = " ".join(TIMELINE_RENDERERS["terminal"](doubtful, Options(view="all")).split())
    assert "Figures that may be one measure (1)" in whole
    assert "--all" not in whole


def test_no_headline_is_told_of_what_may_be_one_measure(doubtful: Timeline) -> None:
    shown = {run.ident for run in doubtful.series}
    assert all(one.about in shown for one in doubtful.stories if "%" in one.text)


def test_the_ends_of_a_range_are_not_one_figure_at_two_times() -> None:
    found = yearly(
        f"The harbour court can ban a smuggler for six to 10 years. {SAME}",
        f"The harbour court can ban a smuggler for six to 10 years. {SAME}",
    )
    assert [6, 6] in values(found)
    assert all({6, 10} - set(held) for held in values(found))


def test_what_moves_from_one_figure_to_another_is_one_figure() -> None:
    found = yearly(
        f"In 2015 the port raised its fee for a berth from 60 to 70 francs. {SAME}",
        f"In 2016 the port raised its fee for a berth from 70 to 75 francs. {SAME}",
    )
    assert any({60, 70, 75} <= set(held) for held in values(found))


def test_what_is_compared_with_others_is_no_other_time() -> None:
    found = yearly(
        f"At night 67% of pilots at sea sleep badly, compared with 31% of those on shore. {SAME}",
        f"At night 65% of pilots at sea sleep badly, compared with 33% of those on shore. {SAME}",
    )
    assert sorted(values(found)) == [[31, 33], [67, 65]]


def test_shares_of_two_ages_are_two_measures() -> None:
    found = yearly(
        f"Of all divers 11% were married by age 15 and 36% by age 18. {SAME}",
        f"Of all divers 34% were married by age 18. {SAME}",
    )
    assert [36, 34] in values(found)
    assert all(not {11, 34} <= set(held) for held in values(found))


def test_a_label_that_tells_nothing_apart_has_the_words_of_the_report() -> None:
    sentence = "A council for pilots, composed of {} members, met in the tower."
    found = yearly(f"{sentence.format(20)} {SAME}", f"{sentence.format(22)} {SAME}")
    (run,) = found.series
    assert (run.label, run.bare) == ("Members", True)
    assert run.title == "Members: “A council for pilots, composed of N members, met in the tower”"
    said = json.loads(TIMELINE_RENDERERS["json"](found, Options()))
    assert said["series"][0]["label"] == run.title
    assert all("composed of" not in one.text for one in found.stories)


def test_two_runs_of_one_label_have_the_words_of_the_report() -> None:
    text = "Tugs made {} calls by night on the main quay and {} calls by night on the old quay."
    found = yearly(f"{text.format(910, 58)} {SAME}", f"{text.format(930, 61)} {SAME}")
    titles = [run.title for run in found.series]
    assert len(set(titles)) == len(titles) == 2


def test_a_full_label_stays_as_it_is() -> None:
    found = yearly(
        f"Pilots boarded 310 tankers at night. {SAME}",
        f"Pilots boarded 322 tankers at night. {SAME}",
    )
    (run,) = found.series
    assert run.title == run.label


def test_where_something_stands_is_no_figure() -> None:
    table = "\n| Statement | Page |\n|---|---|\n| Balance sheets of the port | 14(a) |\n"
    found = over({f"{year}.md": report(year, SAME) + table for year in (2015, 2016, 2017)})
    assert found.series == ()


def test_numbers_of_notes_behind_a_name_are_no_figures() -> None:
    found = yearly(*[f"Anna Vane (2)(3)(4) is the master of the old tower. {SAME}"] * 3)
    assert found.series == ()


def test_what_is_outside_is_not_what_is_inside() -> None:
    found = yearly(
        f"In all, 62% of pilots said they steer tugs outside of work. {SAME}",
        f"In all, 76% of pilots said they steer tugs at work. {SAME}",
    )
    assert [62, 76] not in values(found)
    assert [62, 76] in values(
        yearly(
            f"In all, 62% of pilots said they steer tugs at work. {SAME}",
            f"In all, 76% of pilots said they steer tugs at work. {SAME}",
        )
    )


def test_a_row_in_thousands_is_one_with_and_without_a_sign_of_money() -> None:
    rows = {2015: ("$ 221", "440"), 2016: ("$ 227", "221"), 2017: ("$ 239", "227")}
    found = over(
        {
            f"{year}.md": report(year, SAME)
            + f"\n(in thousands)\n\n| | {year} | {year - 1} |\n|---|---|---|\n"
            + f"| Insurance of tugs | {now} | {before} |\n"
            for year, (now, before) in rows.items()
        }
    )
    assert values(found) == [[440, 221, 227, 239]]


def test_a_figure_that_is_given_in_another_unit_is_not_withheld() -> None:
    found = yearly(
        f"The minimum age for consensual sex is 16. {SAME}",
        f"The minimum age for consensual sex is 16. {SAME}",
        f"The minimum age for consensual sex is 18 years. {SAME}",
    )
    assert all(one.fact is not None for run in found.series for one in run.observations)


def test_the_last_quarter_of_an_edition_of_a_quarter_is_its_own() -> None:
    found = over(
        {
            f"2022q{n}.md": f"# Tug News\n\nThe last quarter saw {value} calls by tugs. {SAME}\n"
            for n, value in ((1, 310), (2, 322), (3, 335))
        }
    )
    (run,) = found.series
    own = [edition.period for edition in found.editions]
    assert [one.period for one in run.observations] == own
    assert [one.value for one in run.observations] == [Decimal(n) for n in (310, 322, 335)]


def test_any_number_and_a_half_whose_share_is_given_are_no_figures() -> None:
    sentence = (
        "Sometimes two or more tugs meet. For nearly half of all pilots ({}%) this is a risk."
    )
    found = yearly(f"{sentence.format(48)} {SAME}", f"{sentence.format(47)} {SAME}")
    assert values(found) == [[48, 47]]


def test_a_label_without_a_word_names_nothing() -> None:
    assert names_nothing("A figure")
    assert names_nothing("2019")
    assert not names_nothing("Boats")
