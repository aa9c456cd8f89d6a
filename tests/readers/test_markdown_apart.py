"""What Markdown sets apart: calls of templates, citation keys, letters set high or low, bullets
that CommonMark does not know, bold lines, notes and captions."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.readers.told import told
from tracediff.pipeline import load
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading


def blocks(text: str) -> list[tuple[str, str]]:
    """The kind and words of each block."""
    return told(read_markdown(text.encode(), "report.md", Reading()))


def left_out(text: str) -> list[str]:
    """What was not read, markup aside."""
    source = read_markdown(text.encode(), "report.md", Reading())
    return [one.what for one in source.left_out if one.what != "markup"]


@pytest.mark.parametrize(
    "call",
    [
        "{{ include('box.html', {\nname: 'Ada Orsk',\n\nquote: 'We mended 12 nets. Well.'\n}) }}",
        "{{ figure(src='nets.png', text='12 nets') }}",
        "{% include box.html\n   name='Ada' %}",
    ],
)
def test_calls_of_templates_are_left_out_and_said(call: str) -> None:
    text = f"The guild met.\n\n{call}\n\nIt met again.\n"
    assert blocks(text) == [("paragraph", "The guild met."), ("paragraph", "It met again.")]
    assert left_out(text) == ["calls of a template"]


def test_a_call_within_a_sentence_takes_nothing_else_with_it() -> None:
    text = (
        "It mended {{ count('nets', { year: 2021 }) }} nets.\n\n{: .wide }\nIt sold {{ name }}.\n"
    )
    assert blocks(text) == [("paragraph", "It mended nets."), ("paragraph", "It sold {{ name }}.")]


@pytest.mark.parametrize(
    "cited",
    [
        "Seals came back [@orsk_seals_2018].",
        "Seals came back [see @orsk-2018, p. 3; @lume:2019].",
        "Seals came back [-@orsk2018].",
    ],
)
def test_citation_keys_are_left_out_and_said(cited: str) -> None:
    assert blocks(cited) == [("paragraph", "Seals came back.")]
    assert left_out(cited) == ["citation keys"]


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Nine stocks are below $B_{MSY}$, two above.", "Nine stocks are below BMSY, two above."),
        ("Nine stocks are below B~MSY~ now.", "Nine stocks are below BMSY now."),
        (r"The limit $F_{\text{lim}}$ held.", "The limit Flim held."),
        ("CO~2~ fell on 3 km^2^ of sea.", "CO2 fell on 3 km2 of sea."),
        ("Catches grew^3^ again.", "Catches grew again."),
        ("It cost $5 then and $6 now.", "It cost $5 then and $6 now."),
        ("It held 10^6^ eggs, ~~not~~ more.", "It held 10^6^ eggs, not more."),
    ],
)
def test_letters_set_high_or_low_stay_in_their_word(written: str, read: str) -> None:
    assert blocks(written) == [("paragraph", read)]


def test_items_with_other_bullets_are_items() -> None:
    text = (
        "**Members:**\n▪ Ada Orsk (Lead)\n▪ Bo Lume\n\n● Cy Karsk\n**Reporting to:**\n"
        "- Head of the Guild\n**Results**\nThe guild mended\n**its own** nets.\n"
    )
    assert blocks(text) == [
        ("paragraph", "Members:"),
        ("item", "Ada Orsk (Lead)"),
        ("item", "Bo Lume"),
        ("item", "Cy Karsk"),
        ("paragraph", "Reporting to:"),
        ("item", "Head of the Guild"),
        ("paragraph", "Results"),
        ("paragraph", "The guild mended its own nets."),
    ]


@pytest.mark.parametrize("mark", ["●", "▪", "✓"])
def test_each_item_is_a_sentence(mark: str, tmp_path: Path) -> None:
    file = tmp_path / "guild.md"
    file.write_text(f"# Guild\n\n{mark} 12 nets mended\n{mark} 3 boats sold\n\n●  ● ■\n")
    assert [s.text for s in load(file).edition.sentences] == ["12 nets mended", "3 boats sold"]


@pytest.mark.parametrize(
    "text",
    [
        "Figure 3. Ships by port in 2021",
        "**Table 2:** Ships by port in 2021",
        "<figure><img src='a.png'><figcaption>Ships by port in 2021</figcaption></figure>",
        "<ol>\n<li id='fn17'>The 10 questions asked about ships.</li>\n</ol>",
        '<div class="footnotes"><p>Ships of 12 ports.</p></div>',
        "It met.[^1]\n\n[^1]: Ships of 12 ports.",
    ],
)
def test_notes_and_captions_are_known_as_such(text: str, tmp_path: Path) -> None:
    file = tmp_path / "guild.md"
    file.write_text(f"# Guild\n\nThe guild met.\n\n{text}\n\n# Ships\n\nFigure 3 shows ships.\n")
    own = ("The guild met.", "It met.", "Figure 3 shows ships.")
    sentences = load(file).edition.sentences
    assert {s.kind for s in sentences if s.text in own} == {"paragraph"}
    assert {s.kind for s in sentences if s.text not in own} == {"note"}


def test_a_number_sign_before_of_heads_nothing() -> None:
    text = "- # of nets mended: 12\n- # and kind of boats\n\n# Of boats\n\n# nets\n"
    assert blocks(text) == [
        ("item", "# of nets mended: 12"),
        ("item", "# and kind of boats"),
        ("heading", "Of boats"),
        ("heading", "nets"),
    ]
