"""Figures over editions: joined, restated, broken, silent; and never two values in a cell."""

from __future__ import annotations

from decimal import Decimal

from tests.timeline.making import over, report, told, yearly
from tracediff.model import MeasureRun, Timeline
from tracediff.timelines.frames import frames
from tracediff.timelines.scores import Scorer, _across
from tracediff.timelines.words import Weights


def run(found: Timeline, words: str) -> MeasureRun:
    return next(one for one in found.series if words.casefold() in one.label.casefold())


def test_two_figures_of_one_sentence_are_two_runs() -> None:
    found = yearly(
        "Pilots boarded 310 tankers and 4,120 ferries in 2015.",
        "Pilots boarded 322 tankers and 4,019 ferries in 2016.",
        "Pilots boarded 301 tankers and 4,377 ferries in 2017.",
    )
    assert told(run(found, "tankers")) == [("2015", 310), ("2016", 322), ("2017", 301)]
    assert told(run(found, "ferries")) == [("2015", 4120), ("2016", 4019), ("2017", 4377)]


def test_a_reworded_figure_is_joined_by_the_value_that_both_editions_give() -> None:
    found = yearly(
        "Pilots boarded 1,310 tankers off the coast in 2015.",
        "In 2016, 1,422 tankers were boarded by pilots, compared with 1,310 in 2015.",
        "A total of 1,501 boardings of tankers by pilots took place in 2017 (2016: 1,422).",
    )
    assert told(run(found, "tankers"))[:2] == [("2015", 1310), ("2016", 1422)]


def test_an_edition_that_skips_a_figure_leaves_a_gap() -> None:
    found = yearly(
        "Divers raised 45 wrecks from the harbour basin in 2015.",
        "The harbour basin was dredged.",
        "Divers raised 51 wrecks from the harbour basin in 2017.",
    )
    assert told(run(found, "wrecks")) == [("2015", 45), ("2017", 51)]
    assert run(found, "wrecks").editions == (0, 2)


def test_rounding_is_no_restatement() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 4,377 containers in 2016, compared with about 4,100 in 2015.",
    )
    assert run(found, "containers").restated == ()


def test_each_further_restatement_starts_from_the_value_given_last() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 4,377 containers in 2016, compared with 4,205 in 2015.",
        "Ships unloaded 4,512 containers in 2017, compared with 4,377 in 2016.",
    )
    restated = run(found, "containers").restated
    assert [(one.period.label, one.first, one.later, one.sure) for one in restated] == [
        ("2015", Decimal(4120), Decimal(4205), True)
    ]


def test_a_kind_of_period_that_changes_is_a_break() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015.",
        "Ships unloaded 2,377 containers from January to June 2016.",
    )
    (only,) = run(found, "containers").breaks
    assert only.edition == 1
    assert only.why.startswith("period: 2015, then ")


def test_figures_of_one_edition_alone_are_no_run() -> None:
    found = yearly("Ships unloaded 4,120 containers in 2015. Tugs slept.", "Tugs slept.")
    assert found.series == ()
    assert [one.text for one in found.stories] == []


def test_an_unstated_period_makes_a_restatement_doubtful() -> None:
    text = "The port may hold up to {} ships at its outer berths."
    found = over(
        {
            "a.md": report(2015, text.format(40)),
            "b.md": report(2015, text.format(44)),
            "c.md": report(2016, text.format(44)),
        }
    )
    (note,) = found.notes
    assert "both report on 2015" in note
    (restated,) = run(found, "ships").restated
    assert (restated.first, restated.later, restated.sure) == (Decimal(40), Decimal(44), False)
    assert restated.why == "the period is not stated"


def test_a_limit_is_no_story_and_comes_last() -> None:
    found = yearly(
        "Ships may stay up to 30 days. Ships unloaded 4,120 containers in 2015.",
        "Ships may stay up to 20 days. Ships unloaded 4,377 containers in 2016.",
    )
    assert found.main_series[0].label.casefold().startswith("containers")
    assert all("days" not in one.text.casefold() for one in found.stories if one.about)


def test_certainty_is_that_of_the_weakest_step() -> None:
    found = yearly(
        "Ships unloaded 4,120 containers in 2015.", "Ships unloaded 4,377 containers in 2016."
    )
    assert run(found, "containers").certainty == 0.997


def twice(year: int, first: str, second: str) -> str:
    """An edition that says something in its summary and again in its body."""
    body = "\n## Traffic in the basins\n\n"
    return report(year, first, section="Summary") + f"{body}{second}\n"


def test_a_figure_that_an_edition_gives_twice_is_one_cell_with_both_quotes() -> None:
    text = "Ships unloaded {} containers from the islands in {}."
    found = over(
        {
            f"{year}.md": twice(
                year, text.format(value, year), f"In the basins, {text.format(value, year)}"
            )
            for year, value in ((2015, "4,120"), (2016, "4,377"))
        }
    )
    wide = max(found.series, key=lambda one: len(one.observations))
    assert told(wide) == [("2015", 4120), ("2016", 4377)]
    assert [len(cell.observations) for cell in wide.cells] == [2, 2]
    assert wide.restated == ()


def test_an_absence_said_twice_is_one_cell() -> None:
    text = "Divers raised no wrecks from the islands in {}."
    found = over(
        {
            f"{year}.md": twice(year, text.format(year), f"As before, {text.format(year)}")
            for year in (2015, 2016)
        }
    )
    wide = max(found.series, key=lambda one: len(one.observations))
    assert {one.status.value for one in wide.observations} == {"none"}


def test_two_figures_that_a_sentence_compares_are_one_measure() -> None:
    text = "Ships unloaded {} containers, compared with {} containers."
    found = yearly(text.format("4,377", "4,120"), text.format("4,512", "4,377"))
    assert all(
        len({o.value for o in cell.observations if o.edition == e}) == 1
        for one in found.series
        for cell in one.cells
        for e in {o.edition for o in cell.observations}
    )


def test_figures_of_one_sentence_with_one_label_are_told_apart_by_their_place() -> None:
    text = "Pilots boarded {} ships in the northern basin and {} ships in the southern basin in {}."
    found = yearly(
        text.format(310, "4,120", 2015),
        text.format(322, "4,019", 2016),
        text.format(301, "4,377", 2017),
    )
    assert sorted(told(one)[0][1] or 0 for one in found.series) == [310, 4120]
    assert all(len(one.editions) == 3 for one in found.series)


def test_a_short_form_and_its_long_form_are_one() -> None:
    found = yearly(
        "The Harbour Rescue Service (HRS) launched 41 boats in 2015. Otters nest on the mole.",
        "HRS sent out 47 boats in 2016. Otters nest on the mole.",
        "The Harbour Rescue Service launched 52 boats in 2017. Otters nest on the mole.",
    )
    assert told(run(found, "boats")) == [("2015", 41), ("2016", 47), ("2017", 52)]


def test_a_figure_is_not_compared_with_the_one_before_it_where_another_subject_comes_between() -> (
    None
):
    found = yearly(
        "While timber traffic stayed at 63 percent, ore traffic rose from 60 percent in 2014"
        " to 65 percent in 2015.",
        "While timber traffic stayed at 62 percent, ore traffic rose from 65 percent in 2015"
        " to 71 percent in 2016.",
    )
    for one in found.series:
        values = {int(o.value) for o in one.observations if o.value is not None}
        assert not values & {62, 63} or values <= {62, 63}


def test_a_comparison_may_have_the_same_subject_again() -> None:
    found = yearly(
        "Ferry traffic was 63 percent in 2015, while ferry traffic was up from 60 percent in 2014.",
        "Ferry traffic was 66 percent in 2016, while ferry traffic was up from 63 percent in 2015.",
    )
    assert told(run(found, "ferry")) == [("2014", 60), ("2015", 63), ("2016", 66)]


def test_figures_of_neighbouring_sentences_are_one_measure_over_time() -> None:
    found = yearly(
        "Divers repaired 45 stone piers in the outer basin in 2015."
        " Divers repaired 38 stone piers in the outer basin in 2014.",
        "Rain fell.",
        "Nobody was there. Divers repaired 51 stone piers in the outer basin in 2017.",
    )
    assert told(run(found, "piers")) == [("2014", 38), ("2015", 45), ("2017", 51)]


def test_two_rough_values_half_a_step_apart_are_two_values() -> None:
    found = yearly(
        "About 65,000 terns nested on the mole in 2015.",
        "About 70,000 terns nested on the mole in 2015.",
    )
    restated = run(found, "terns").restated
    assert [(one.first, one.later) for one in restated] == [(Decimal(65000), Decimal(70000))]


def test_figures_count_the_same_unless_both_name_another_thing() -> None:
    found = yearly(
        "In 2015 there were 31 cases, 44 persons, 12 percent of boats and $70.",
        "In 2016 there were 33 cases, 41 people, 17 victims and $90.",
    )
    weights = Weights(found.readings)
    old, new = (list(frames(at, reading, weights)) for at, reading in enumerate(found.readings))
    cases, people, share, dollars = old
    assert cases.counts_as(new[0]) and people.counts_as(new[1])
    assert not cases.counts_as(new[1]) and not cases.counts_as(new[2])
    assert share.counts_as(new[0]) and dollars.counts_as(new[3])


def test_another_value_of_a_thing_elsewhere_is_no_sure_restatement() -> None:
    found = yearly(
        "Divers cleaned 8,708 moorings in the northern basin in 2015. Terns nest on the mole.",
        "Divers cleaned 9,102 moorings in the fishing harbour in 2016, compared with 9,935 in"
        " 2015. Terns nest on the mole.",
    )
    told_ = [one for series in found.series for one in series.restated if one.sure]
    assert told_ == []


def test_figures_under_other_headings_need_more_to_be_one_measure() -> None:
    weights = Weights(yearly("Rain fell on the piers.", "Rain fell on the piers.").readings)
    found = over(
        {
            "2015.md": report(2015, "Crews painted 31 masts on the quay.", section="Ferries"),
            "2016.md": report(2016, "Crews painted 44 masts on the quay.", section="Lighthouses"),
            "2017.md": report(2017, "Crews painted 45 masts on the quay.", section="Lighthouses"),
        }
    )
    held = [frames(at, reading, weights)[0] for at, reading in enumerate(found.readings)]
    other, same = (
        sum(weight for weight, _ in _across(one, held[2], thread=False)) for one in held[:2]
    )
    assert other == same - 0.1


def test_two_shares_that_editions_give_apart_are_two_measures() -> None:
    found = yearly(
        "In a survey of 2019, 17 percent of the sailors were hurt on deck. "
        "By a count of 2020, 41 percent of the sailors saw no doctor within a week.",
        "In a survey of 2019, 17 percent of the sailors were hurt on deck. "
        "By a count of 2021, 39 percent of the sailors saw no doctor within a week.",
        "In a survey of 2022, 12 percent of the sailors were hurt on deck. "
        "By a count of 2021, 39 percent of the sailors saw no doctor within a week.",
    )
    assert [{value for _, value in told(one)} for one in found.series] == [{12, 17}, {39, 41}]


def test_two_exact_values_that_are_close_are_two_measures() -> None:
    rows = (
        "\n\n| Stores | {0} | {1} |\n|---|---|---|\n"
        "| Rope in store | {2} | {4} |\n| Store | {3} | {5} |\n"
    )
    found = yearly(
        rows.format(2015, 2014, "1,384,849", "1,392,590", "665,395", "675,155"),
        rows.format(2016, 2015, "800,629", "806,351", "1,384,849", "1,392,590"),
    )
    assert [sorted({v or 0 for _, v in told(one)}) for one in found.series] == [
        [665395, 800629, 1384849],
        [675155, 806351, 1392590],
    ]


def test_one_number_twice_in_a_sentence_is_two_figures() -> None:
    found = yearly(
        "The port keeps tugs in 17 towns, cranes in eight towns, and divers in 17 towns.",
        "The port keeps tugs in 17 towns, cranes in eight towns, and divers in 17 towns.",
    )
    assert [told(one) for one in found.series if told(one)[0][1] == 17] == [
        [("2015", 17), ("2016", 17)],
        [("2015", 17), ("2016", 17)],
    ]


def test_the_bound_of_a_figure_compares_it_with_none() -> None:
    text = (
        "Women are {} percent of the sailors earning 7,600 francs but only 12 percent of those"
        " earning more than 25,000 francs."
    )
    found = yearly(text.format(58), text.format(57))
    assert [{v for _, v in told(one)} for one in found.series if one.unit != "%"] == [
        {7600},
        {25000},
    ]


def test_a_figure_in_part_of_a_year_and_another_in_its_sentence_are_two() -> None:
    text = "Findings of April say that {} percent of women see a nurse, and {} percent of towns do."
    found = yearly(text.format(98, 74), text.format(97, 74))
    assert [{value for _, value in told(one)} for one in found.series] == [{97, 98}, {74}]


def test_a_value_is_rounded_only_to_the_digits_that_it_has() -> None:
    rows = "\n\n| Debt | {0} |\n|---|---|\n| Loans | {1} |\n\nLoans were {2} in {0}.\n"
    found = yearly(rows.format(2015, "863,000", "851,100"), rows.format(2016, "711,000", "702,300"))
    assert sorted(sorted({v or 0 for _, v in told(one)}) for one in found.series) == [
        [702300, 851100],
        [711000, 863000],
    ]


def test_figures_of_two_tables_with_equal_rows_have_ids_of_their_own() -> None:
    rows = "\n\n### {2}\n\n| Costs | {0} |\n|---|---|\n| Ropes | {1} |\n"
    texts = [
        rows.format(year, 4210, "Spring") + rows.format(year, after, "Autumn")
        for year, after in ((2015, 4210), (2016, 5377))
    ]
    idents = [one.ident for one in yearly(*texts).series]
    assert len(set(idents)) == len(idents)


def test_rates_for_other_times_are_other_measures() -> None:
    found = yearly(
        "The port office answers 310 calls an hour.",
        "The port office answers 4,120 calls a day.",
        "The port office answers 4,377 calls a day.",
    )
    assert told(run(found, "calls")) == [("2016", 4120), ("2017", 4377)]


def test_both_ends_of_a_movement_are_one_measure() -> None:
    found = yearly(
        "Traffic went from 46% scheduled sailings to 67% in 2015.",
        "Traffic went from 67% scheduled sailings to 77% in 2016.",
        "Traffic went from 77% scheduled sailings to 81% in 2017.",
    )
    (only,) = found.series
    assert told(only) == [("2014", 46), ("2015", 67), ("2016", 77), ("2017", 81)]


def test_the_near_end_of_a_movement_restates_the_value_of_the_year_before() -> None:
    found = yearly(
        "The share of pilots who felt welcome in the harbour fell from 66% to 59%.",
        "The share of pilots who felt welcome in the harbour fell from 82% to 75%.",
    )
    (only,) = found.series
    assert [(r.period.label, r.first, r.later, r.sure) for r in only.restated] == [
        ("2015", Decimal(59), Decimal(82), True)
    ]


def test_a_value_halfway_is_rounded_up_and_never_down() -> None:
    said = "Berths were {} percent full in {}, a change from the {} percent recorded in {}."
    down, up = (
        yearly(said.format("54.5", 2016, "67.5", 2015), said.format(58, 2017, rounded, 2015))
        for rounded in (67, 68)
    )
    assert [(r.first, r.later) for one in down.series for r in one.restated] == [
        (Decimal("67.5"), Decimal(67))
    ]
    assert [one.restated for one in up.series] == [()] * len(up.series)


def _sure(one: str, two: str) -> float:
    """How sure it is that the first figures of two sentences are one measure."""
    found = over({"2015.md": report(2015, one, two), "2016.md": report(2016, two, one)})
    weights = Weights(found.readings)
    every = [frames(number, reading, weights) for number, reading in enumerate(found.readings)]
    a, b = every[0][0], every[1][0]
    return Scorer(weights, every, 4.0).score(a, b, thread=False, shared=False)[0]


def test_how_far_and_of_whom_tell_figures_apart() -> None:
    plain = "Of pilots, 40% said they were happy with Berth Nine."
    assert _sure(plain, "Of pilots, 62% said they were happy with Berth Nine.") > _sure(
        plain, "Of pilots, 62% said they were happy with Berth Four."
    )
    very = "Of pilots, 40% said they were very happy with the berths."
    either = "Of pilots, 62% said they were very or somewhat happy with the berths."
    assert _sure(very, very.replace("40", "62")) > _sure(very, either) + 0.15


def test_two_values_far_apart_for_one_time_are_more_often_two_measures() -> None:
    one = "In 2014 the port counted 310 idle cranes at its berths."
    near, far = (f"In 2014 the port counted {n} idle cranes." for n in (322, 560))
    assert _sure(one, near) > _sure(one, far)
