"""Figures that are joined by their names, and editions that give a figure no more."""

from __future__ import annotations

import pytest

from tests.timeline.making import over, told, yearly
from tracediff.model import MeasureRun, Status, Timeline
from tracediff.pipeline import read_text
from tracediff.study import load
from tracediff.syntax import parse
from tracediff.timelines.frames import Frame, frames
from tracediff.timelines.join import _by_name
from tracediff.timelines.silence import _stands
from tracediff.timelines.words import Weights, content

SAME = "Divers sleep in the old tower. Tugs are painted green. Gulls nest under the bridge."


def run(found: Timeline, words: str) -> MeasureRun:
    return next(one for one in found.series if words.casefold() in one.label.casefold())


def seen(text: str) -> tuple[Frame, ...]:
    reading = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md"))
    return frames(0, reading, Weights([reading]))


def test_the_only_figure_of_a_name_goes_on_in_whatever_sentence() -> None:
    found = yearly(
        f"Ferries carried 10,975 passengers, more than ever before. {SAME}",
        f"{SAME} In spite of two long strikes, 9,648 passengers were carried.",
    )
    assert [value for _, value in told(run(found, "passengers"))] == [10975, 9648]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("A survey of 31 harbours was begun.", "Pilots board ships in 29 harbours at night."),
        ("Customs fined 22,860 sailors without papers.", "Raids led to the arrest of 88 sailors."),
        ("Ten guards were dismissed for theft.", "The storm killed nine guards on the mole."),
    ],
)  # fmt: skip
def test_one_word_in_common_makes_no_measure(one: str, two: str) -> None:
    assert yearly(f"{one} {SAME}", f"{SAME} {two}").series == ()


def test_people_in_general_are_no_name() -> None:
    found = yearly(
        f"A crane fell on 18 persons at the northern quay. {SAME}",
        f"{SAME} Wages of 35,000 persons at the customs office rose in autumn.",
    )
    assert found.series == ()


def test_two_values_under_one_name_are_not_joined_by_it() -> None:
    (one, two) = seen("The quay had 40 lamps. The quay had 90 lamps.")
    assert not one.sole
    assert not two.sole


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Police killed 141 sailors.", "There were 85 killings of pilots."),
        ("Last spring 41 women were victims of arson.", "There were 60 arsons."),
        ("Inspectors rescued 90 stowaways.", "The coast guard made 70 rescues of stowaways."),
    ],
)
def test_people_are_counted_by_what_was_done_to_them(one: str, two: str) -> None:
    first, second = seen(f"{one} {two}")
    assert first.head != second.head
    assert first.counts_as(second)
    assert second.counts_as(first)


def test_cases_and_victims_are_two_things() -> None:
    first, second = seen("Inspectors identified 90 victims. Inspectors investigated 40 cases.")
    assert not first.counts_as(second)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("A majority of pilots (61%) said they would steer ferries.", {"steer"}),
    ],
)
def test_a_share_in_brackets_is_told_by_what_is_said_behind_it(text: str, words: set[str]) -> None:
    (frame,) = (one for one in seen(text) if one.fact.unit == "%")
    assert {word[:4] for word in words} <= {word[:4] for word in frame.near}


def test_a_share_is_not_told_by_what_goes_on_behind_it() -> None:
    first, second = seen("Ferries are steered by 66% and tankers by 53% of pilots.")
    assert "tanker" not in first.near
    assert "tanker" in second.near


def test_a_share_in_brackets_behind_an_item_is_told_by_the_item() -> None:
    first, second = seen("Pilots steer ferries (50%) and tankers (20%) to the mole.")
    assert "mole" not in first.near | second.near


@pytest.mark.parametrize(
    "text",
    [
        "The berth fee was higher than the toll of the canal.",
        "The law sets a berth fee, which was lower than that of the islands.",
        "The berth fee rose.",
        "The berth fee remained the same.",
    ],
)
def test_a_measure_that_is_only_said_to_stand_is_not_given(text: str) -> None:
    found = yearly(
        "In January the berth fee rose to 880 francs.",
        "In January the berth fee rose to 937 francs.",
        f"Skippers signed on in spring. {text}",
    )
    last = run(found, "fee").observations[-1]
    assert (last.edition, last.status, last.value) == (2, Status.NOT_REPORTED, None)
    assert found.sentence(2, last.sentence) == text


@pytest.mark.parametrize(
    "text",
    [
        "In January the berth was painted, and the harbour fee office was closed to skippers.",
        "In spring a new berth was dug, and the office that takes a fee was closed.",
    ],
)
def test_a_measure_that_is_only_named_is_not_said_to_be_withheld(text: str) -> None:
    found = yearly(
        "In January the berth fee rose to 880 francs.",
        "In January the berth fee rose to 937 francs.",
        f"Skippers signed on in spring. {text}",
    )
    assert run(found, "fee").editions == (0, 1)


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        (
            "The port did not employ a sufficient number of inspectors to search ships at night.",
            True,
        ),
        ("The port did not employ enough inspectors to search ships at night.", True),
        ("The port employed inspectors to search ships at night.", False),
    ],
)
def test_a_vague_amount_in_place_of_a_figure_is_no_figure(text: str, silent: bool) -> None:
    found = yearly(
        f"The port employed 85 harbour inspectors to search ships at night. {SAME}",
        f"The port employed 88 harbour inspectors to search ships at night. {SAME}",
        f"{text} {SAME}",
    )
    assert run(found, "inspectors").editions == ((0, 1, 2) if silent else (0, 1))


@pytest.mark.parametrize(
    ("text", "silent"),
    [
        ("In 2017, 433 wrecks lay off the coast, most of which were reached by divers.", True),
        ("In 2017, 433 wrecks lay off the coast, and 20 were reached by divers.", False),
    ],
)  # fmt: skip
def test_a_part_without_its_figure_beside_the_whole_is_not_given(text: str, silent: bool) -> None:
    found = yearly(
        f"In 2015, 410 wrecks lay off the coast, 290 of which were reached by divers. {SAME}",
        f"In 2016, 420 wrecks lay off the coast, 310 of which were reached by divers. {SAME}",
        f"{text} {SAME}",
    )
    part = next(one for one in found.series if 310 in [value for _, value in told(one)])
    assert (2 in part.editions and part.observations[-1].value is None) is silent


def test_the_bounds_of_a_class_are_not_what_is_counted_in_it() -> None:
    table = "| Crew | Ships |\n|---|---|\n| 10 to 99 sailors | 205 |\n| 100 to 499 sailors | 41 |\n"
    items = "- 10 to 99 sailors\n- 100 to 499 sailors\n"
    found = over(
        {
            "2015.md": f"# Harbours 2015\n\nTugs sleep.\n\n{table}",
            "2016.md": f"# Harbours 2016\n\nTugs sleep.\n\n{items}",
        }
    )
    values = [{int(value) for _, value in told(one) if value} for one in found.series]
    assert not any(held & {205, 41} and held & {10, 99, 100, 499} for held in values)


@pytest.mark.parametrize(("times", "pairs"), [(1, 1), (6, 36), (7, 0)])
def test_a_name_that_an_edition_gives_again_and_again_tells_no_figures(
    times: int, pairs: int
) -> None:
    texts = [
        f"# Harbours {year}\n\n"
        + "".join(f"Tug {at} is green.\n\nThere were no fires.\n\n" for at in range(times))
        for year in (2015, 2016)
    ]
    readings = [load(read_text(text, name=f"{at}.md")) for at, text in enumerate(texts)]
    weights = Weights(readings)
    editions = [frames(at, reading, weights) for at, reading in enumerate(readings)]
    fires = [[one for one in edition if one.fact.value == 0] for edition in editions]
    assert len(list(_by_name(fires, reach=6))) == pairs


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("The berth fee increased.", True),
        ("The berth fee increased in spring.", True),
        ("The berth fee, which is lower than the toll, is paid in spring.", True),
        ("The berth fee increased the income of the port.", False),
        ("Skippers trust the berth fee, which increases.", False),
    ],
)
def test_what_makes_something_else_rise_does_not_stand_anywhere(text: str, stands: bool) -> None:
    assert _stands(parse(text), content("berth fee")) is stands
