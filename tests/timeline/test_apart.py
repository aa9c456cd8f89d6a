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


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "According to the registry, 330 persons were employed in the formal sector.",
            "According to the registry, 390 persons were employed in the informal sector.",
        ),
        (
            "The port counted 41 authorised dives in the outer basin.",
            "The port counted 67 unauthorised dives in the outer basin.",
        ),
        (
            "Inspectors met 25 paid stewards on the ferries.",
            "Inspectors met 92 unpaid stewards on the ferries.",
        ),
    ],
)
def test_a_measure_and_its_opposite_are_two(first: str, second: str) -> None:
    numbers = [int(w.rstrip(".")) for t in (first, second) for w in t.split() if w[0].isdigit()]
    assert numbers not in values(yearly(first, second))
    assert [numbers[0], numbers[0]] in values(yearly(first, first))


@pytest.mark.parametrize(
    "text",
    [
        "The north quay had 350 boats in berths designed for 144.",
        "The ward held 62 patients in rooms built for 40.",
        "The school taught 910 children in classrooms meant for 600.",
    ],
)
def test_two_figures_of_a_sentence_are_not_one_unless_it_compares_or_dates_them(text: str) -> None:
    both = {int(word.rstrip(".")) for word in text.split() if word[0].isdigit()}
    assert all(not both <= set(held) for held in values(yearly(text, text, text)))


@pytest.mark.parametrize(
    "text",
    [
        "Shares are rounded to whole numbers (e.g., 1.4% is shown as 1%).",
        "Ranks join numbers and letters (for example, 3 stars is shown as C).",
        "Times are cut to the hour (e.g. 95 minutes are shown as one hour).",
    ],
)
def test_what_a_bracket_only_shows_is_not_followed(text: str) -> None:
    found = yearly(*(f"{text} Pilots boarded {n} tankers." for n in (310, 322, 340)))
    assert values(found) == [[310, 322, 340]]


@pytest.mark.parametrize(
    ("most", "least"),
    [
        (
            "For theft of nets the punishment is up to 3 years in prison.",
            "For theft of nets the punishment is more than 3 years in prison.",
        ),
        (
            "Skippers may lose a licence for up to 6 months.",
            "Skippers may lose a licence for at least 9 months.",
        ),
        (
            "Smuggling is punished with up to 10 years of imprisonment.",
            "Smuggling is punished with at least 4 years of imprisonment.",
        ),
    ],
)
def test_the_least_and_the_most_that_is_allowed_are_two_limits(most: str, least: str) -> None:
    numbers = [int(word) for text in (most, least) for word in text.split() if word.isdigit()]
    assert numbers not in values(yearly(most, least))
    assert [numbers[0], numbers[0]] in values(yearly(most, most))


def test_a_bare_ratio_is_followed_only_where_its_sentence_says_of_what() -> None:
    found = yearly(
        f"Masters agreed that the cranes meet needs (57:1 ratio agree versus disagree). {SAME}",
        f"For the price of fuel this ratio nearly doubled to 25:1. {SAME}",
        f"On night work that ratio improved to 3:1. {SAME}",
    )
    assert [57, 25, 3] not in values(found)


def test_a_series_is_named_as_most_editions_name_it() -> None:
    found = yearly(
        "The port trained 40 tug masters.",
        "The port trained 45 tug masters.",
        "Of tug masters the port this year, after the long strike, trained in all 52.",
    )
    assert [run.label for run in found.series][:1] == ["Tug masters trained by the port"]


@pytest.mark.parametrize(
    "text",
    [
        "In 2015, 89 percent of ferries had a doctor, and nurses went to 99 percent of births"
        " from 2009 to 2014.",
        "In 2015, 71 percent of pilots were trained, and a tug met 44 percent of tankers in 2013.",
        "In 2015, 30 percent of berths were let, and 12 percent of crews fell ill in 2012.",
    ],
)
def test_shares_of_two_things_in_a_sentence_are_two_whatever_their_times(text: str) -> None:
    shares = {
        int(a) for a, b in zip(text.split(), text.split()[1:], strict=False) if b == "percent"
    }
    assert all(not shares <= set(held) for held in values(yearly(text, text, text)))


def test_a_count_for_each_of_several_years_is_one_measure() -> None:
    found = yearly(
        "The office said that 53 yachts crossed the strait in 2014, and 45 in 2015.",
        "The office said that 45 yachts crossed the strait in 2015, and 37 in 2016.",
    )
    assert {53, 45, 37} <= set(values(found)[0])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "In June the court charged 8 pilots for smuggling.",
            "On July 30 the court acquitted 8 pilots of smuggling.",
        ),
        (
            "In May the board hired 6 divers for the north dock.",
            "In August the board dismissed 6 divers of the north dock.",
        ),
        (
            "In March the guard rescued 14 sailors off the cape.",
            "In October the guard arrested 14 sailors off the cape.",
        ),
    ],
)
def test_what_an_edition_says_was_done_and_undone_is_two_counts(first: str, second: str) -> None:
    number = next(int(word) for word in first.split() if word.isdigit() and int(word) < 20)
    found = yearly(f"{first} {second}", f"{first} {second}")
    assert all(len(held) <= 2 for held in values(found) if number in held)


@pytest.mark.parametrize(
    "text",
    [
        "In prior years the board had 10 members from towns.",
        "In previous years the fleet had 31 tugs.",
        "In earlier years the school had 120 pupils.",
    ],
)
def test_what_there_was_in_prior_years_is_for_no_year_of_an_edition(text: str) -> None:
    found = yearly(f"{text} {SAME}", f"{text} {SAME}")
    assert all(period == "" for run in found.series for period, _ in told(run))


def test_where_a_raise_starts_from_is_for_no_year_of_an_edition() -> None:
    text = "For dockers, the minimum wage was raised in July 2015 from 6,375 francs to 7,075."
    found = yearly(text, text)
    started = [told(run) for run in found.series if any(v == 6375 for _, v in told(run))]
    assert all(("2015", 6375) not in held and ("2016", 6375) not in held for held in started)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Oak and ash were felled by 31% and 33% of crews, respectively.",
            "Nights and Sundays were worked by 40% and 54% of pilots, respectively.",
        ),
        (
            "Tar and rope ran out in 12% and 19% of yards, respectively.",
            "Sails and oars were lent to 80% and 44% of clubs, respectively.",
        ),
        (
            "Salt and sand were bought by 3% and 5% of towns, respectively.",
            "Lifts and stairs were mended in 61% and 72% of towers, respectively.",
        ),
    ],
)
def test_a_word_that_only_orders_makes_no_measure(first: str, second: str) -> None:
    numbers = [
        {int(w.strip("(%).,")) for w in text.split() if w.strip("(%).,").isdigit()}
        for text in (first, second)
    ]
    found = yearly(f"{first} {SAME}", f"{second} {SAME}")
    assert all(not (numbers[0] & {*held} and numbers[1] & {*held}) for held in values(found))
