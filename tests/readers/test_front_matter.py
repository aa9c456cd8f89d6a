from __future__ import annotations

from datetime import date

import pytest

from tracediff.readers.front_matter import FrontMatter, front_matter


@pytest.mark.parametrize(
    ("head", "title", "year", "day"),
    [
        ("---\ntitle: 'Port: a report' # draft\nyear: 2021\n---\n", "Port: a report", 2021, None),
        ("---\ntitle: >-\n  Port\n  report\ndate: 2021-02-30\n...\n", "Port report", None, None),
        ("---\nlastmod: 2021-03-04T10:00:00Z\n---\n", None, None, date(2021, 3, 4)),
        ('+++\nname = "Port"\ndate = 2021-03-04\n+++\n', "Port", None, date(2021, 3, 4)),
        ("+++\npublished = 2021-03-04T10:00:00\n+++\n", None, None, date(2021, 3, 4)),
        ('{"title": "Port", "year": 2021}\n', "Port", 2021, None),
    ],
)
def test_what_a_file_says_of_itself(
    head: str, title: str | None, year: int | None, day: date | None
) -> None:
    found = front_matter(head + "The port closed.\n")
    assert (found.title, found.year, found.date) == (title, year, day)
    assert found.end in (len(head), len(head) - 1)


@pytest.mark.parametrize(
    "text",
    [
        "The port closed.\n",
        "---\n\nNo field stands here.\n\n---\n",
        "+++\nno toml\n+++\n",
        '{"open": \n',
        '{"a": 1} and so on\n',
        "{}x",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert front_matter(text) == FrontMatter()


def test_fields_without_a_mark_head_a_post_up_to_an_empty_line() -> None:
    text = "Title: The harbour\nDate: 2021-03-05\nAbout: A keeper\n of lights\n\nThe port grew."
    found = front_matter(text)
    assert (found.title, str(found.date)) == ("The harbour", "2021-03-05")
    assert text[found.end :] == "The port grew."


@pytest.mark.parametrize(
    "text",
    [
        "Title: The harbour\nThe port grew: it has 12 quays.\n\nMore.",
        "Fees: 12\nDate: 2021-03-05\n\nMore.",
        "Title: The harbour\n\nMore.",
        "Title: The harbour\nDate: 2021-03-05",
    ],
)
def test_lines_with_colons_that_say_more_than_a_post_does_are_text(text: str) -> None:
    assert front_matter(text).end == 0
