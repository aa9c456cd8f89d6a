"""What else changed of one thing in a section stands in one story, behind what changed most."""

from __future__ import annotations

import json

import pytest

from tests.editions import report
from tracediff.model import Report
from tracediff.render import RENDERERS, Options

OTHER = "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills."


def pair(*sections: tuple[str, ...]) -> Report:
    sides = (
        "\n\n".join(f"## {title}\n\n{texts[at]}\n\n{OTHER}" for title, *texts in sections)
        for at in (0, 1)
    )
    old, new = (f"# Review {2019 + at}\n\n{side}\n" for at, side in enumerate(sides))
    return report(old, new)


PORTS = (
    "Harbours",
    "Pilots guided 1,204 ships in 2019.\n\nThe yard repaired 310 ships in 2019.",
    "Pilots guided 1,830 ships in 2020.\n\nThe yard repaired 450 ships in 2020.",
)


def test_two_figures_of_one_thing_are_one_line() -> None:
    (story,) = pair(PORTS).stories
    assert "1,204 → 1,830" in story.headline and "310 → 450" in story.headline
    assert len(story.findings) == 2 and story.also == ()


def test_sections_tell_their_own() -> None:
    schools = tuple(text.replace("ships", "classes").replace("0 ", "2 ") for text in PORTS[1:])
    made = pair(PORTS, ("Schools", *schools))
    assert {story.topic for story in made.stories} == {"Harbours", "Schools"}
    assert all(story.topic == f.section for story in made.stories for f in story.findings)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The clinic treated 90 burns in 2019.", "The clinic treated 140 burns in 2020."),
        ("The choir sang 12 masses in 2019.", "The choir sang 40 masses in 2020."),
        ("Farmers sowed 77 fields in 2019.", "Farmers sowed 31 fields in 2020."),
    ],
)
def test_what_shares_no_word_is_a_story_of_its_own(old: str, new: str) -> None:
    title, before, after = PORTS
    made = pair((title, f"{before}\n\n{old}", f"{after}\n\n{new}"))
    assert [len(story.findings) for story in made.stories].count(1) == 1


def statements() -> Report:
    return pair(
        (
            "Speech",
            "The government generally respected the freedom of the press.\n\nCourts of the islands"
            " may close a press that insults the crown.",
            "The government did not always respect the freedom of the press.\n\nCourts of the"
            " islands must close a press that insults the crown.",
        )
    )


def test_statements_of_one_thing_stand_behind_the_first() -> None:
    (story,) = statements().stories
    assert len(story.findings) == 2 and len(story.also) == 1
    for name in ("terminal", "markdown", "html"):
        text = " ".join(RENDERERS[name](statements(), Options(width=100)).split())
        assert story.also[0].split("“")[0].strip() in text, name
    assert json.loads(RENDERERS["json"](statements(), Options()))["stories"][0]["also"] == [
        *story.also
    ]


def test_a_story_takes_in_no_more_than_can_be_read_at_a_glance() -> None:
    towns = "Aldport Bree Corrin Dunmar Ebbing Fallow Garth".split()
    old, new = (
        "\n\n".join(f"The yard of {town} mended {at * 90 + step} ships." for at, town in where)
        for step, where in ((200, list(enumerate(towns, 1))), (417, list(enumerate(towns, 1))))
    )
    sizes = [len(story.findings) for story in pair(("Yards", old, new)).stories]
    assert sum(sizes) == len(towns) and max(sizes) == 5


def test_a_line_names_three_changes_under_names_that_are_short_enough() -> None:
    old, new = (
        "\n\n".join(
            f"From March to June the guard recorded {count} {what} on barges."
            for what, count in zip(("leaks of oil", "fires", "thefts of rope"), counts, strict=True)
        )
        for counts in ((3072, 684, 118), (1399, 307, 424))
    )
    (story,) = pair(("Barges", old, new)).stories
    assert story.headline == (
        "Leaks of oil on barges, March–June: 3,072 → 1,399; fires recorded on barges: 684 → 307;"
        " thefts of rope: 118 → 424"
    )
    assert not story.also
