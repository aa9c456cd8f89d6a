"""What kind of statement is told first: promises and figures, not what always holds."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Report
from tracediff.rank.importance import Weighing
from tracediff.settings import Ranking

HEAD = (
    "# Review {}\n\n## Sea\n\nThe office has painted {} buoys."
    " The office has counted {} seals. {}\n"
)


def pair(old: str, new: str) -> Report:
    return report(HEAD.format(2019, 40, 900, old), HEAD.format(2020, 40, 900, new))


def marks(made: Report, rule: str = "C") -> dict[str, float]:
    weighing = Weighing(made.comparison, Ranking())
    found = (f for one in made.findings for f in one.all if f.rule.id.startswith(rule))
    return dict(weighing.marks(next(found)))


def order(made: Report, *words: str) -> list[int]:
    lines = [story.headline for story in made.stories]
    return [next(at for at, line in enumerate(lines) if word in line) for word in words]


@pytest.mark.parametrize(
    ("new", "promises"),
    [
        ("The office will build a pier of granite at the northern cape.", 1.0),
        ("We shall dredge the channel behind the northern cape of the island.", 1.0),
        ("Travellers will find a pier of granite at the northern cape.", 0.0),
    ],
)
def test_a_promise_is_made_by_whoever_the_report_is_about(new: str, promises: float) -> None:
    assert marks(pair("", new), "C307")["promise"] == promises


@pytest.mark.parametrize(
    ("new", "general"),
    [
        ("Ships carry barley and fresh cod from the outer islands to the markets.", 1.0),
        ("Ships carried barley and fresh cod from the outer islands to the markets.", 0.0),
        ("Ships may carry barley and fresh cod from the outer islands to markets.", 0.0),
        ("Ships of the Norrland Line carry barley and cod from the islands to markets.", 0.0),
    ],
)
def test_what_always_holds_of_nobody_in_particular_is_general(new: str, general: float) -> None:
    assert marks(pair("", new), "C307")["general"] == general


@pytest.mark.parametrize(
    ("new", "points"),
    [
        ("It will build a pier of granite at the northern cape.", 1.0),
        ("In March they will dredge the channel behind the northern cape.", 1.0),
        ("This office will build a pier of granite at the northern cape.", 0.0),
        ("Travellers will find a pier of granite at the northern cape.", 0.0),
    ],
)
def test_what_names_its_subject_by_a_pronoun_alone_points_back(new: str, points: float) -> None:
    assert marks(pair("", new), "C307")["pointing"] == points


def test_a_promise_comes_before_what_always_holds() -> None:
    made = pair(
        "",
        "Cod eat shrimp and crabs along the outer reefs of the coast.\n\n"
        "The office will dredge the channel behind the northern cape.",
    )
    assert order(made, "dredge", "shrimp") == [0, 1]


def test_a_rewording_with_other_figures_counts_more_than_one_in_other_words() -> None:
    figures = marks(
        pair(
            "The office says that pilots guided ships past the reef on 40 nights of storm.",
            "The office says that pilots led barges past the reef in 71 nights of fog.",
        )
    )
    words = marks(
        pair(
            "The office says that pilots guided ships past the reef on nights of storm.",
            "The office says that pilots led barges past the reef in nights of fog.",
        )
    )
    assert figures["figured"] == 1.0 and words["figured"] == 0.0
    assert 0 < words["apart"] < 1


def test_a_promise_that_became_a_deed_is_told() -> None:
    kept = pair(
        "The office will build a pier of granite at the northern cape.",
        "The office has built a pier of granite at the northern cape.",
    )
    assert marks(kept)["pledged"] == 1.0
