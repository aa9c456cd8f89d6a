"""Figures that only bound a class of what is counted, and words that tell no figures apart."""

from __future__ import annotations

import pytest

from tests.timeline.making import over, report, told, yearly
from tracediff.model import Status
from tracediff.pipeline import read_text
from tracediff.study import load
from tracediff.timelines.classes import bounds_a_class


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Of pilots, 49% had at least 11 years of service.", "11"),
        ("Pilots worked at ports sized 1,000+ and 11-100 berths.", "100"),
        ("More ports with over 40 berths were built.", "40"),
        ("More pilots worked at ports of size 40+.", "40"),
        ("In all, 12% of ports have more than 100 berths.", "100"),
    ],
)
def test_an_open_figure_may_only_say_of_which_things_another_is(text: str, quote: str) -> None:
    facts = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md")).facts
    (fact,) = (one for one in facts if quote in one.quote and one.unit != "%")
    assert bounds_a_class(text, fact, facts)


@pytest.mark.parametrize(
    "text",
    [
        "More than 40 tugs were lost.",
        "The port has over 85 tugs.",
        "At least 31 of the pilots were hurt.",
        "Between 20 and 30 tugs were lost.",
        "The port has 85 tugs with 12 masts.",
    ],
)
def test_an_open_figure_that_is_told_itself_bounds_no_class(text: str) -> None:
    facts = load(read_text(f"# Harbours 2020\n\n{text}", name="2020.md")).facts
    assert not any(bounds_a_class(text, one, facts) for one in facts)


def test_classes_that_are_cut_elsewhere_are_no_series() -> None:
    found = yearly(
        "In 2015, 49% of pilots had more than 11 years of service in the harbour.",
        "In 2016, 51% of pilots had more than 16 years of service in the harbour.",
    )
    assert [told(run) for run in found.series] == [[("2015", 49), ("2016", 51)]]


def _crews(first: str) -> list[tuple[int, Status]]:
    """The observations of a run of crews, whose first edition only has a section on them."""
    rest = "\n## Tower\n\nDivers sleep in the old tower. Tugs are painted green. Gulls nest here.\n"
    texts = {
        "2015.md": report(2015, first, section="Stranded Ferry Crews") + rest,
        "2016.md": report(2016, "There were 450 stranded ferry crews.", section="Crews") + rest,
        "2017.md": report(2017, "There were 708 stranded ferry crews.", section="Crews") + rest,
    }
    (only,) = over(texts).series
    return [(one.edition, one.status) for one in only.observations]


def test_a_section_that_does_not_apply_is_silent_on_what_it_is_named_after() -> None:
    given = [(1, Status.REPORTED), (2, Status.REPORTED)]
    assert _crews("Not applicable.") == [(0, Status.NOT_REPORTED), *given]
    assert _crews("Tugs towed them home.") == given
    assert _crews("Not applicable. Tugs towed them home.") == given


def test_what_is_compared_with_the_figure_before_it_goes_with_that() -> None:
    said = "We found 12% of pilots sail in winter, {}and {}% sail at night, {}."
    found = yearly(
        said.format("", 3, "as they said") + " In 2015, 31 tugs sank. In 2015, 7 masts fell.",
        said.format("the same as 2015, ", 2, "fewer than in 2015 (3%)")
        + " In 2016, 34 tugs sank. In 2016, 9 masts fell.",
    )
    assert [("2015", 3), ("2016", 2)] in [told(run) for run in found.series]
