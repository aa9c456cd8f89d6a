"""What a picture's description states is read; what only names the picture is listed."""

from __future__ import annotations

import pytest

from tests.readers.told import told
from tracediff.model import Source
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading

CHART = "Bar chart in which 44% of crews mend their nets by hand"


def markdown(text: str) -> Source:
    return read_markdown(text.encode(), "a.md", Reading())


def html(text: str) -> Source:
    return read_html(f"<main><h1>Harbours</h1>{text}</main>".encode(), "a.html", Reading())


def unread(source: Source) -> dict[str, int]:
    return {one.what: one.characters for one in source.left_out}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (f"![{CHART}](a.png)", [("note", CHART)]),
        (f'<img src="a.svg" alt="{CHART}" width="700"/>', [("note", CHART)]),
        (f"<img src=a.svg alt='{CHART}'>", [("note", CHART)]),
        (
            f"Crews sing. ![{CHART}](a.png) They dance.",
            [("paragraph", "Crews sing."), ("note", CHART), ("paragraph", "They dance.")],
        ),
        (f"<p>\n<img alt='{CHART}'>\nBelow it.</p>", [("note", CHART), ("paragraph", "Below it.")]),
    ],
)
def test_a_chart_that_states_a_figure_is_read_in_markdown(
    text: str, said: list[tuple[str, str]]
) -> None:
    source = markdown(text)
    assert [pair for pair in told(source) if pair[1]] == said
    (note,) = [held for held in source.blocks if held.kind == "note"]
    assert source.text[slice(*note.span)] == CHART


@pytest.mark.parametrize(
    "text",
    [
        "Crews ![Bar chart of the crews by port in 2023](a.png) sing.",
        "Crews ![Chart with 44% of crews in the outer ports](a.png) sing.",
        "Crews ![44% of crews](a.png) sing.",
        "<p>Crews <img alt='Chart with 44% of crews in the outer ports'> sing.</p>",
    ],
)
def test_a_name_and_a_picture_within_a_sentence_are_listed(text: str) -> None:
    source = markdown(text)
    assert told(source) == [("paragraph", "Crews sing.")]
    assert unread(source)["picture descriptions"] >= len("44%ofcrews")


def test_a_chart_that_states_a_figure_is_read_in_html_after_its_paragraph() -> None:
    source = html(f"<p>Crews <img src=a alt='{CHART}'>sing.</p><img alt='Chart of 2023'>")
    assert told(source)[1:] == [("paragraph", "Crews sing."), ("note", CHART)]
    assert unread(source) == {"picture descriptions": len("Chartof2023")}


def test_a_description_that_is_the_caption_too_is_read_once() -> None:
    source = html(f"<figure><img alt='{CHART}'><figcaption>{CHART}</figcaption></figure>")
    assert told(source)[1:] == [("note", CHART)]
    assert unread(source) == {"picture descriptions": len("".join(CHART.split()))}


def test_a_description_may_hold_tags_of_its_own() -> None:
    chart = f'<img src="a.jpg" alt="{CHART} (<a href=\'b#q3\'>Q3</a>)">'
    for text in (chart, f'<div class="wide">{chart}</div>'):
        assert [pair for pair in told(markdown(text)) if pair[1]] == [("note", f"{CHART} (Q3)")]
