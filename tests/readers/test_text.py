"""Plain text: paragraphs put together again, headings, items, page heads."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.model import BlockKind, Source
from tracediff.pipeline import load
from tracediff.readers.text import read_text
from tracediff.settings import Reading

WRAPPED = """\
PROTECTION
The ministry opened nine shelters in the northern districts and trained the staff of each of them
for three weeks before the first residents arrived. Local councils paid for food and for the
transport of children to school.
It was unclear whether the council would go on paying, and two of the shelters asked their
residents to move to the capital, where beds were
free. The ministry did not comment.
FUNDING
Parliament voted 14 million crowns for the programme, which was less than the ministry had asked
for, and the auditors noted that a third of it was never spent.
"""


def read(text: str) -> Source:
    return read_text(text.encode(), "report.txt", Reading())


def texts(source: Source) -> list[tuple[BlockKind, str]]:
    return [(b.kind, " ".join(source.text[slice(*b.span)].split())) for b in source.blocks]


def test_wrapped_lines_become_paragraphs_again() -> None:
    kinds = [kind for kind, _ in texts(read(WRAPPED))]
    assert kinds == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        BlockKind.PARAGRAPH,
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
    ]


def test_a_short_line_inside_a_sentence_does_not_end_the_paragraph() -> None:
    paragraphs = [text for kind, text in texts(read(WRAPPED)) if kind is BlockKind.PARAGRAPH]
    assert paragraphs[1].endswith("where beds were free. The ministry did not comment.")


def test_a_narrow_column_beside_a_picture_is_running_text() -> None:
    narrow = """\
The harbour office opened nine shelters in the
north, and trained their staff. The council of
the islands paid for food and for the boats of
all who went to school on the mainland. It says
40,000 people paid nothing, and boats of the Old
Harbour Fund went daily. The office is silent.
"""
    paragraphs = [text for kind, text in texts(read(narrow + WRAPPED))]
    assert paragraphs[0].endswith(
        "It says 40,000 people paid nothing, and boats of the Old Harbour Fund went daily."
        " The office is silent."
    )


def test_one_paragraph_a_line_stays_as_it_is() -> None:
    source = read("The fund was created. It paid 12 claims.\n\nNo court ruled on it.\n")
    assert [text for _, text in texts(source)] == [
        "The fund was created. It paid 12 claims.",
        "No court ruled on it.",
    ]


def test_running_heads_between_pages_are_no_part_of_a_paragraph() -> None:
    page = (
        "The {who} visited {n} quarries during the year and reported what it had seen to the\n"
        "{whom}, who opened proceedings against the owners of those that employed\n"
    )
    names = ("inspectorate", "ministry", "council", "governor", "prosecutor", "union")
    head = "\n\n\nVELDANIA\n{n}\nANNUAL REPORT ON LABOUR\n"
    text = "".join(
        page.format(n=n, who=names[n - 3], whom=names[n - 2]) + head.format(n=n) + "children.\n"
        for n in range(3, 8)
    )
    source = read(text)
    assert len(source.blocks) == 5
    for block in source.blocks:
        kept = source.text[slice(*block.span)]
        for cut in block.cuts:
            kept = kept.replace(source.text[slice(*cut)], "")
        assert "VELDANIA" not in kept
        assert "ANNUAL REPORT" not in kept
        assert kept.rstrip().endswith("children.")


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (
            "The two offices on the coast were told to send what they found to the members of the\n"
            "Harbour Council\nwithout delay.\n",
            ["The two offices on the coast were told to send what they found to the members of"
             " the Harbour Council without delay."],
        ),
        (
            "Boats came from Orrin, Tessamar,\nLower Vell and the isles.\n",
            ["Boats came from Orrin, Tessamar, Lower Vell and the isles."],
        ),
        (
            "The harbour master asked for nine boats that could be sent to the\n\n"
            "northern coast in winter.\n",
            ["The harbour master asked for nine boats that could be sent to the northern coast in"
             " winter."],
        ),
        (
            "The harbour master asked for boats. They were\n\nThe office gave none.\n",
            ["The harbour master asked for boats. They were", "The office gave none."],
        ),
        (
            "The harbour master asked for boats and\n- nets of both kinds\n- oil.\n",
            ["The harbour master asked for boats and", "nets of both kinds", "oil."],
        ),
        (
            "The harbour master asked for nine boats that could be sent to the\n"
            "northern coast.\nWinter stores\nThe office gave none of them in the end.\n",
            ["The harbour master asked for nine boats that could be sent to the northern coast.",
             "Winter stores", "The office gave none of them in the end."],
        ),
        (
            "4. BOATS AND NETS OF THE COAST\nAND OF THE ISLES\nThe office gave none.\n",
            ["BOATS AND NETS OF THE COAST AND OF THE ISLES", "The office gave none."],
        ),
        (
            "4.2 Boats and nets of the\nouter isles\nThe office gave none.\n",
            ["Boats and nets of the outer isles", "The office gave none."],
        ),
    ],
)  # fmt: skip
def test_in_wrapped_text_a_line_goes_on_with_the_one_before_where_a_reader_would(
    lines: str, expected: list[str]
) -> None:
    found = [text for _, text in texts(read(WRAPPED + lines))]
    assert found[5:] == expected


def test_a_form_feed_is_a_page_break() -> None:
    pages = [f"Harbours of Orrin\nThe office sent {n} boats." for n in ("two", "six", "ten", "no")]
    source = read("\n\f".join(pages))
    bodies = [page.split("\n")[1] for page in pages]
    assert [text for _, text in texts(source)] == ["Harbours of Orrin", *bodies]


def test_numbered_paragraphs_lose_their_number_and_keep_it_as_label() -> None:
    source = read(
        "1. OUR BUSINESS\n1.1 Structure\n1.1.1 We make pumps in four countries and sell them in"
        " thirty.\n(a) we buy steel; and\n(b) we buy seals.\n"
    )
    assert [(b.kind, b.label) for b in source.blocks] == [
        (BlockKind.HEADING, "1."),
        (BlockKind.HEADING, "1.1"),
        (BlockKind.ITEM, "1.1.1"),
        (BlockKind.ITEM, "(a)"),
        (BlockKind.ITEM, "(b)"),
    ]
    assert source.text[slice(*source.blocks[2].span)].startswith("We make pumps")


def test_a_sentence_that_begins_with_a_figure_is_no_item() -> None:
    source = read("25 victims were found in 2020.\n")
    assert source.blocks[0].kind is BlockKind.PARAGRAPH


def test_what_follows_references_is_marked() -> None:
    source = read("FINDINGS\nThe fund paid.\nREFERENCES\n1. A ministry. Report. 2020.\n")
    assert source.blocks[-1].kind is BlockKind.REFERENCE


def tables(text: str) -> list[list[list[str]]]:
    """The rows of the tables of a text, the first row the heads where there are any."""
    blocks = [block for block in read(text).blocks if block.kind is BlockKind.TABLE]
    for block in blocks:
        cells = [cell for row in block.rows for cell in row]
        assert all(text[slice(*cell.span)] == cell.text for cell in cells)
    return [[[cell.text for cell in row] for row in block.rows] for block in blocks]


@pytest.mark.parametrize("before", [WRAPPED, "The harbour office counted what it could.\n"])
def test_figures_below_a_line_of_years_are_a_table(before: str) -> None:
    rows = "Measure 2021 2022 2023\nDivers 205 212 221\nDives under 18 m 1,040 – 990\n"
    (found,) = tables(f"{before}{rows}After the storm of 2023 the office closed.\n")
    assert found == [
        ["Measure", "2021", "2022", "2023"],
        ["Divers", "205", "212", "221"],
        ["Dives under 18 m", "1,040", "–", "990"],
    ]


def test_a_table_keeps_numbers_in_groups_of_three() -> None:
    (spaced,) = tables("Item 2022 2023\nBoats built 12 500 13 100\nNets under 18 40 44\n")
    assert spaced[1:] == [["Boats built", "12 500", "13 100"], ["Nets under 18", "40", "44"]]
    (tabbed,) = tables("Item\t2022\t2023\nBoats built\t12 500\t900\n")
    assert tabbed[1] == ["Boats built", "12 500", "900"]


def test_rows_of_equal_length_are_a_table_without_years_above_them() -> None:
    assert tables("Divers 205 212 221\nDives 5,040 4,990 N/A\n") == []
    (found,) = tables("Divers 205 212 221\nDives 5,040 4,990 5,120\n")
    assert found == [["Divers", "205", "212", "221"], ["Dives", "5,040", "4,990", "5,120"]]


@pytest.mark.parametrize(
    "text",
    [
        "Parliament voted crowns 12 500 000\nfor the harbours of the country.\n",
        "The office had divers in 2021, 2022\n2023 and later years.\n",
        "It worked in 2021 2022\nand was closed.\n",
        "January 12 2022\nMarch 14 2023\n",
        "The storms came in 1998 2004\n",
        "Phone 555 120 300\nSee the web page.\n",
        "Soundings" + " 12" * 70 + "\nDepths" + " 14" * 70 + "\n",
        "Boats\tred\t12\nNets\tblue\t14\n",
        "Boats\t12\t14\t9\nNets\t8\t6\n",
    ],
)
def test_prose_with_figures_is_no_table(text: str) -> None:
    assert tables(text) == []


def test_a_row_of_figures_is_not_one_number(tmp_path: Path) -> None:
    path = tmp_path / "2023.txt"
    rows = "Measure 2021 2022 2023\nDivers 205 212 221\n"
    path.write_text(f"REPORT 2023\n{rows}Parliament voted 12 500 000 crowns in 2023.\n", "utf-8")
    facts = load(str(path)).facts
    assert [(int(fact.value or 0), fact.year) for fact in facts] == [
        (12_500_000, 2023), (205, 2021), (212, 2022), (221, 2023),
    ]  # fmt: skip


def test_one_sentence_that_runs_over_in_a_short_text_is_put_together() -> None:
    short = (
        "QUAY REPORT\n\nThe quay is built of oak and stone.\n\nBy the end of the year the harbour"
        " master had sold his\nboat.\n\nFerries ran.\n"
    )
    assert (
        BlockKind.PARAGRAPH,
        "By the end of the year the harbour master had sold his boat.",
    ) in texts(read(short))


def test_lines_of_their_own_stay_apart_where_nothing_parts_them() -> None:
    lines = "Boats were painted in every second spring\nand that is so\nNets were mended.\n"
    assert len(texts(read(lines))) == 3
