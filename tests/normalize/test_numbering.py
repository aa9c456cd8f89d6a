"""A number that opens each paragraph of a row is its label, and counts nothing."""

from __future__ import annotations

import tracediff

SPEECH = """# Account of the harbour minister, 2021

**Moorings**

1 Mr Speaker, we opened 14 moorings.

2 Ferries carried 310 passengers a day.

*Rescue*

3 The rescue service put out 27 times.

4 Boats were inspected in every port.

12 Divers were trained in Sund.

5 Mr Holm asked about the 9 pilots.
"""


def read(text: str) -> tracediff.Edition:
    return tracediff.read_text(text, name="speech.md", format="markdown")


def values(text: str) -> list[int]:
    reading = tracediff.compare(read(text), read(text)).comparison.new
    return [int(fact.value) for fact in reading.facts if fact.value is not None]


def test_the_number_of_a_paragraph_is_no_figure() -> None:
    assert values(SPEECH) == [14, 310, 27, 12, 9]


def test_the_number_is_cut_off_the_sentence_and_kept_as_its_label() -> None:
    edition = read(SPEECH)
    assert "Boats were inspected in every port." in [s.text for s in edition.sentences]
    assert [p.label for p in edition.paragraphs if p.label] == ["1", "2", "3", "4", "5"]


def test_numbers_that_stand_in_no_row_are_figures() -> None:
    text = "# Fleet 2021\n\n3 Boats were lost.\n\n4 Boats were built.\n\n9 Boats were sold.\n"
    assert values(text) == [3, 4, 9]


def test_a_paragraph_more_moves_the_numbers_and_changes_nothing() -> None:
    more = SPEECH.replace("2 Ferries", "2 The quay was paved.\n\n3 Ferries")
    for old, new in (("5 Mr Holm", "6 Mr Holm"), ("4 Boats", "5 Boats"), ("3 The", "4 The")):
        more = more.replace(old, new)
    links = tracediff.compare(read(SPEECH), read(more)).links
    assert [(link.kind.value, len(link.old)) for link in links if link.kind.value != "kept"] == [
        ("added", 0)
    ]


def test_the_numbers_of_three_links_in_a_row_are_those_of_chapters() -> None:
    links = "- [1 Pupils](#pupils)\n- [2 Meals](#meals)\n- [3 Teachers](#teachers)\n"
    plain = "- 1 pupil left\n- 2 meals were cold\n- 3 teachers were ill\n"
    assert values(f"# School 2021\n\n{links}") == []
    assert values(f"# School 2021\n\n{plain}") == [1, 2, 3]
