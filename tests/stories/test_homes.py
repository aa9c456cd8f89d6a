"""Parts of one title in several chapters, and sections that went or came."""

from __future__ import annotations

import pytest

from tests.editions import report

FERRIES = "The ferries ran late in May because two engines had failed at sea."
SCHOOLS = "Lessons began in June because the old roof had fallen in at Orsk."


def chapters(ferries: str, schools: str, *more: str) -> str:
    """An edition with two chapters that both have an update, and perhaps further ones."""
    told = [("Night Ferries", FERRIES, ferries), ("Village Schools", SCHOOLS, schools)]
    told += [(name, f"{name} began in spring, as the council had wished.", "") for name in more]
    parts = [
        f"## {name}\n\n{about}\n\n### Impact\n\n{name} help people in every village.\n\n"
        f"### Update\n\n{update or f'{name} go on all year.'}\n"
        for name, about, update in told
    ]
    return "# Works of the council\n\nIt does what it can.\n\n" + "\n".join(parts)


def test_updates_of_two_chapters_are_two_stories() -> None:
    made = report(
        chapters("Crews repaired 12 boats.", "Crews repaired 40 roofs."),
        chapters("Crews repaired 19 boats.", "Crews repaired 65 roofs."),
    )
    first, second = (story.headline.casefold() for story in made.stories[:2])
    assert ("boats" in first) != ("roofs" in first)
    assert ("boats" in second) != ("roofs" in second)


def test_what_is_dropped_is_told_with_its_chapter() -> None:
    made = report(
        chapters("The guild refused to mend the pier of Lume.", "They teach."),
        chapters("They sail.", "They teach."),
    )
    (story,) = [s for s in made.stories if "refused" in str(s.findings[0].old)]
    assert "Update" not in story.headline


def test_new_chapters_are_named_once_and_not_by_their_parts() -> None:
    new = ("Harbour Lights of the Northern and the Southern Coast", "Wells", "Road Tolls")
    made = report(
        chapters("They sail.", "They teach."), chapters("They sail.", "They teach.", *new)
    )
    (line,) = [s.headline for s in made.stories if "sections are new" in s.headline]
    assert line.endswith("Harbour Lights of the Northern and the Southern Coast, Wells, Road Tolls")
    assert "Impact" not in line and "Update" not in line


def parted(*chapters: tuple[str, str, str]) -> str:
    """An edition whose last chapters say nothing themselves and have two parts each."""
    usual = "Ferries Schools Roads Tolls Lamps Parks Walls Gates".split()
    parts = ["# Works of the council\n\nIt does what it can."]
    parts += [f"## {one}\n\nAll about {one} stands here, as the council wished." for one in usual]
    for name, one, two in chapters:
        parts.append(f"## {name}\n\n### {one}\n\nThe {one} of {name} began; crews work on it.")
        parts.append(f"### {two}\n\nMany asked for {two} of {name} in the village of Orsk.")
    return "\n\n".join(parts) + "\n"


def test_chapters_that_are_all_new_are_named_and_not_their_parts() -> None:
    more = parted(("Wells", "Digging", "Cleaning"), ("Mills", "Grinding", "Storing"))
    new = report(parted(), more).stories[0].headline
    assert new == "6 of 15 sections are new, among them Wells, Mills"
    gone = report(more, parted()).stories[0].headline
    assert gone == "6 of 15 sections are gone, among them Wells, Mills"


SIRENS = "Sirens warn crews of fog. Each siren is tested at noon. The sirens stand on three piers."


@pytest.mark.parametrize(
    ("said", "gone"),
    [
        ("Fog is met by a siren on each pier. A siren may fail. New sirens came.", False),
        ("Fog is met by lamps on each pier. A lamp may fail. New lamps came.", True),
    ],
)
def test_a_section_whose_subject_lives_on_is_not_gone(said: str, gone: bool) -> None:
    old = f"# Harbour\n\nIt is old.\n\n## Sirens\n\n{SIRENS}\n\n## Boats\n\nBoats come and go.\n"
    new = f"# Harbour\n\nIt is old.\n\n## Safety\n\n{said}\n\n## Boats\n\nBoats come and go.\n"
    found = [f for f in report(old, new).findings for f in f.all if f.rule.id == "S401"]
    assert bool(found) is gone
