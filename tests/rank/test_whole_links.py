"""A link of several sentences is shown whole by the findings on it."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import Severity

FILLER = (
    "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills. Barges bring"
    " salt. Pilots row at night."
)


def shown(old: str, new: str) -> list[list[tuple[str, str]]]:
    """The quotes of both sides of each finding and its facets."""
    made = report(f"# Review 2019\n\n{FILLER}\n\n{old}\n", f"# Review 2020\n\n{FILLER}\n\n{new}\n")
    return [
        [(f.old.quote if f.old else "", f.new.quote if f.new else "") for f in one.all]
        for one in made.findings
    ]


@pytest.mark.parametrize(
    ("old", "new", "further"),
    [
        (
            "The shelter in Orsk housed 61 women, of whom 14 stayed for long because no other"
            " accommodation was available in the winter.",
            "The shelter in Orsk housed 58 women. Of these, 17 stayed for long because no other"
            " accommodation was available in the winter.",
            "17 stayed for long",
        ),
        (
            "The guild paid the widow of the pilot 300 crowns and the council of Rye promised to"
            " mend the broken lighthouse lamp.",
            "The guild paid the widow of the pilot 900 crowns. The council of Rye promised to mend"
            " the broken lighthouse lamp by spring.",
            "promised to mend",
        ),
    ],
)
def test_every_sentence_of_a_split_is_shown_with_what_is_told_of_it(
    old: str, new: str, further: str
) -> None:
    told = [quotes for quotes in shown(old, new) if any(old in before for before, _ in quotes)]
    assert told, "something is told of the sentence"
    assert any(further in after for quotes in shown(old, new) for _, after in quotes)


def test_a_sentence_that_nothing_else_shows_is_a_note_with_both_sides() -> None:
    old = (
        "The ward took in 412 nurses, and its matron said that the new beds were bought with the"
        " gifts of the brewers of Lume."
    )
    new = (
        "The ward took in 398 nurses. Its matron said that the new beds were bought with the gifts"
        " of the brewers of Lume."
    )
    made = report(f"# Review 2019\n\n{FILLER}\n\n{old}\n", f"# Review 2020\n\n{FILLER}\n\n{new}\n")
    facets = [f for one in made.findings for f in one.facets if "there, too" in f.message]
    (facet,) = facets
    assert facet.severity is Severity.NOTE
    assert facet.old is not None and facet.old.quote == old
    assert facet.new is not None and facet.new.quote.startswith("Its matron said")
    assert facet.message.startswith("The later edition says there, too: “Its matron said")


def test_links_of_two_sentences_get_nothing() -> None:
    made = report(
        f"# Review 2019\n\n{FILLER}\n\nThe ward took in 412 nurses.\n",
        f"# Review 2020\n\n{FILLER}\n\nThe ward took in 398 nurses.\n",
    )
    assert [one.facets for one in made.findings] == [()]
