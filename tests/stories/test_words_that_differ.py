"""The words of a statement that differ, as a headline quotes them."""

from __future__ import annotations

import pytest

from tracediff.stories.differing import _differing

FUND = "The fund pays for lamps{}nets."
LONG = ", ropes, sails, oars, hulls, decks, piers, quays, docks and "
OFTEN = (
    "Wardens often freed old boats and sold nets.",
    "Wardens rarely freed new boats and sold ropes.",
)


@pytest.mark.parametrize(
    ("old", "new", "before", "after", "own", "weight"),
    [
        (
            "The Orsk Lower Index stood at 12 points.", "The Orsk Upper Index stood at 12 points.",
            "Orsk Lower Index", "Orsk Upper Index", ("Orsk Lower Index", "Orsk Upper Index"), 3,
        ),
        (
            "The Orsk Lower Index stood at 12 points.", "The Orsk upper Index stood at 12 points.",
            "Lower Index stood", "upper Index stood", ("Lower", "upper"), 3,
        ),
        (
            "The board of Orsk North Harbour met.", "The board of Rye South Harbour met.",
            "Orsk North Harbour", "Rye South Harbour",
            ("Orsk North Harbour", "Rye South Harbour"), 3,
        ),
        (
            "The guild cares for the well-being of all and lends nets to old crews.",
            "The guild cares for the wellbeing of all and lends nets to young crews.",
            "old crews", "young crews", ("old", "young"), 2,
        ),
        ("The board met in Orsk.", "The board met in Norr.", "Orsk", "Norr", ("Orsk", "Norr"), 1),
        (
            "The office must visit every ship.", "The office should visit every ship.",
            "must visit every", "should visit every", ("must", "should"), 1,
        ),
        ("Wardens may fine owners.", "Wardens may not fine owners.", "", "not", ("", "not"), 1),
        (
            "Wardens freed 12 boats in 2019.", "Wardens freed 14 boats in 2020.",
            "12 boats in 2019", "14 boats in 2020", ("12 boats in 2019", "14 boats in 2020"), 1,
        ),
        (*OFTEN, "", "", ("", ""), 0),
        (FUND.format(", ropes and "), FUND.format(" and "), "ropes", "", ("ropes", ""), 1),
        (FUND.format(" and "), FUND.format(LONG), "", LONG[2:-5], ("", LONG[2:-5]), 8),
        (
            "The mayor said “no” to it.", "The mayor said “yes” to it.",
            "no to it", "yes to it", ("no", "yes"), 1,
        ),
        (
            "Boats sank in the north.", "Boats sank in the south in May.",
            "north", "south in May", ("north", "south in May"), 1,
        ),
    ],
)  # fmt: skip
def test_the_words_that_differ_are_quoted_with_the_rest_of_their_name(
    old: str, new: str, before: str, after: str, own: tuple[str, str], weight: int
) -> None:
    found = _differing(old, new, False)
    assert (found.old, found.new, found.own, found.weight) == (before, after, own, weight)
    if after:
        assert found.text == new
        assert new[found.at :].startswith(own[1].split()[0])


def test_of_several_places_the_weightiest_is_quoted_where_one_is_asked_for() -> None:
    found = _differing(*OFTEN, True)
    assert (found.old, found.new, found.weight) == ("often freed old", "rarely freed new", 3)
