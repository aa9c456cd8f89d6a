"""Text that no blank line parts: as a file, and copied into one element of a page."""

from __future__ import annotations

import pytest

from tests.readers.told import told
from tracediff.readers.html import read_html
from tracediff.readers.text import read_text
from tracediff.settings import Reading

SOLID = """\
The guild counted more ships than in any year since the harbour was dug, and
most of them came from the north with salt, timber and wool for the mills of
the valley.
Chapter 1. Harbours
a. Dues and Other Charges
The council set the dues of the quay anew in the spring. Crews that stay for
longer than a week pay half of what they paid before, and those who bring
salt pay nothing.
Several crews complained that the list of dues had not been shown to them in
time, and the council answered that it had been nailed to the door.
Berths for Ships That Carry Salt, Timber, Wool, or Other Goods of
the Northern Valleys
The guild keeps nine berths for them. Two were under repair for most of the
year, which the guild had not foreseen, and the rest were full.
b. Night Patrols
Patrols walked the quay each night. They met 14 thieves, of whom the court
fined nine.
Chapter 2. Mills
Waste
The mills burnt their waste on the meadow until May. Since then a barge has
carried it to the sea, and the meadow is green again.
The inspectors came twice and found nothing to complain of, though they were
shown only the upper floors.
Wages and Hours
Wages rose with the price of bread. The hours of work stayed what they were
in the year before, ten in summer and eight in winter.
Inspectors From the Guild
They counted 212 hands in nine mills.
"""
HEADINGS = [
    (2, "Chapter 1. Harbours"),
    (3, "Dues and Other Charges"),
    (4, "Berths for Ships That Carry Salt, Timber, Wool, or Other Goods of the Northern Valleys"),
    (3, "Night Patrols"),
    (2, "Chapter 2. Mills"),
    (4, "Waste"),
    (4, "Wages and Hours"),
    (4, "Inspectors From the Guild"),
]


def test_titles_between_paragraphs_are_headings_of_their_depth() -> None:
    source = read_text(SOLID.encode(), "report.txt", Reading())
    found = [
        (block.level, " ".join(source.text[slice(*block.span)].split()))
        for block in source.blocks
        if block.kind.name == "HEADING"
    ]
    assert found == HEADINGS


def test_text_copied_into_one_paragraph_of_a_page_falls_into_its_parts() -> None:
    page = f"<h1>Harbours of Veldania</h1><p>\n{SOLID}</p><p>The end of it.</p>"
    source = read_html(page.encode(), "report.html", Reading())
    assert told(source)[1:6] == [
        ("paragraph", "The guild counted more ships than in any year since the harbour was dug, and"
         " most of them came from the north with salt, timber and wool for the mills of the"
         " valley."),
        ("heading", "Chapter 1. Harbours"),
        ("heading", "Dues and Other Charges"),
        ("paragraph", "The council set the dues of the quay anew in the spring. Crews that stay for"
         " longer than a week pay half of what they paid before, and those who bring salt pay"
         " nothing."),
        ("paragraph", "Several crews complained that the list of dues had not been shown to them in"
         " time, and the council answered that it had been nailed to the door."),
    ]  # fmt: skip
    assert told(source)[-1] == ("paragraph", "The end of it.")
    assert source.left_out == ()


def test_a_table_in_such_a_text_is_a_table() -> None:
    rows = [
        "Quay          2021     2022",
        "North           14       17",
        "South            9       12",
    ]
    table = "\n".join(["Ships by Quay", *rows, ""])
    page = f"<p>\n{SOLID}{table}{SOLID}</p>"
    source = read_html(page.encode(), "report.html", Reading())
    tables = [block for block in source.blocks if block.rows]
    assert [[cell.text for cell in row] for row in tables[0].rows] == [
        ["Quay", "2021", "2022"],
        ["North", "14", "17"],
        ["South", "9", "12"],
    ]


@pytest.mark.parametrize(
    "text",
    [
        SOLID.replace("\n", " "),
        "".join(f"the {n} crews that came to the northern quay of the guild with salt\n" for n in
                range(40)) + "and left.\n",
        "\n".join(SOLID.splitlines()[:10]),
    ],
)  # fmt: skip
def test_a_paragraph_that_is_wrapped_in_the_source_stays_one(text: str) -> None:
    source = read_html(f"<p>{text}</p>".encode(), "report.html", Reading())
    assert [kind for kind, _ in told(source)] == ["paragraph"]


def test_preformatted_text_falls_into_its_parts() -> None:
    rows = "Quay          2021     2022\nNorth           14       17\nSouth            9       12\n"
    page = f"<h1>Harbours</h1><pre>\n{SOLID}\n\n{rows}</pre>"
    found = told(read_html(page.encode(), "report.html", Reading()))
    assert ("heading", "Chapter 2. Mills") in found
    assert found[-1] == ("row", "South | 9 | 12")


def test_code_stays_one_block() -> None:
    code = "<pre><code>a = 1\nb = 2\n\nprint(a)\nprint(b)\n</code></pre>"
    found = told(read_html(f"<p>So:</p>{code}".encode(), "report.html", Reading()))
    assert found == [("paragraph", "So:"), ("paragraph", "a = 1 b = 2 print(a) print(b)")]


def test_a_list_of_names_between_paragraphs_holds_no_headings() -> None:
    names = "Ada Orsk\nBo Lume\nCara Karsk\nDeno Vell\nEgil Thorn\n"
    source = read_text(f"{SOLID}{names}{SOLID}".encode(), "report.txt", Reading())
    assert all("Orsk" not in words for kind, words in told(source) if kind == "heading")


def test_drawn_lines_part_a_preformatted_table_and_are_accounted_for() -> None:
    page = (
        "<h1>Harbours</h1>\n<pre>\n"
        "                         2021       2022\n"
        "                       --------   --------\n"
        "Revenue                   1,204      1,830\n"
        "Costs                       900      1,100\n"
        "                       --------   --------\n"
        "Total                       304        730\n"
        "                       ========   ========\n</pre>"
    )
    source = read_html(page.encode(), "report.html", Reading())
    assert told(source)[1:] == [
        ("row", " | 2021 | 2022"),
        ("row", "Revenue | 1,204 | 1,830"),
        ("row", "Costs | 900 | 1,100"),
        ("row", "Total | 304 | 730"),
    ]
    assert [(one.what, one.characters) for one in source.left_out] == [("ruled lines", 48)]
