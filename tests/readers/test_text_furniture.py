"""Plain text: what serves its pages only is left out, and said to be."""

from __future__ import annotations

import pytest

from tests.readers.told import told
from tracediff.model import BlockKind, Source
from tracediff.readers.html import read_html
from tracediff.readers.markdown import read_markdown
from tracediff.readers.references import bibliography
from tracediff.readers.text import read_text
from tracediff.settings import Reading

PROSE = """\
The ferries of the northern line carried more people than in any year before, and two of the
boats were kept at the quay for repairs in spring. The office bought ropes, lamps and a new
engine for the oldest of them, which had been built for the lakes and was bought for a small
sum. It is painted each year.
"""


def read(text: str) -> Source:
    return read_text(text.encode(), "report.txt", Reading())


def texts(source: Source) -> list[str]:
    return [text for _, text in told(source)]


def left_out(source: Source) -> dict[str, str]:
    return {entry.what: entry.where for entry in source.left_out}


def joined(source: Source) -> str:
    return " ".join(texts(source))


@pytest.mark.parametrize(
    "head",
    [
        "FERRIES AND BOATS 12",
        "12 FERRIES AND BOATS",
        "Ferries and boats | page 12",
        "Ferries and boats                  xii",
        "Page 12 of 90",
        "FERRIES AND BOATS",
    ],
)
def test_a_head_that_cuts_a_sentence_is_left_out(head: str) -> None:
    source = read(
        f"FERRY REPORT\n\n{PROSE}The crews were told to keep the\n\n{head}\n\nboats dry.\n"
    )
    assert texts(source)[-1].endswith("The crews were told to keep the boats dry.")
    assert len(source.left_out) == 1
    assert source.left_out[0].characters == len("".join(head.split()))


@pytest.mark.parametrize(
    "line",
    [
        "Boats of the north",  # neither a number nor capitals
        "The boats are 12",
        "FERRIES AND BOATS OF THE LINE, 2019",  # a year is no page
    ],
)
def test_a_short_line_between_paragraphs_stays(line: str) -> None:
    source = read(f"FERRY REPORT\n\n{PROSE}\n{line}\n\nBoats were dry.\n")
    assert line.split()[-1] in joined(source)
    assert source.left_out == ()


def test_heads_that_count_pages_are_left_out_wherever_they_stand() -> None:
    pages = "".join(f"{PROSE}Ferry Office of Orrin | page {n}\n" for n in (2, 3, 4))
    source = read(f"Annual account\n\n{pages}{PROSE}")
    assert "Ferry Office of Orrin" not in joined(source)
    assert left_out(source) == {"running head": "lines 7 to 17"}


def test_a_head_with_the_title_and_a_page_number_is_left_out_once() -> None:
    source = read(f"Ferry Office of Orrin\n\n{PROSE}\n7        FERRY OFFICE OF ORRIN\n\n{PROSE}")
    assert texts(source)[0] == "Ferry Office of Orrin"
    assert left_out(source) == {"running head": "line 8"}


def test_rows_that_come_again_with_larger_figures_stay() -> None:
    source = read(f"{PROSE}\nBoats: red 12\nNets: 9\nBoats: red 14\nNets: 3\n")
    assert source.left_out == ()
    assert "red 14" in joined(source)


def test_page_numbers_follow_each_other_and_years_and_ranks_do_not() -> None:
    pages = "\n\n4\n\n".join([PROSE * 3, (PROSE * 3).replace("more", "less")])
    source = read(f"{pages}\n\n5\n\n{PROSE}\n\n1953\n\n{PROSE}")
    assert left_out(source) == {"page number": "lines 15 to 39"}
    ranks = read("Boats\n\n1\n\nThe Ida\n\n2\n\nThe Orm\n\n3\n\nThe Lis\n")
    assert ranks.left_out == ()


def test_what_a_browser_prints_at_each_page_is_left_out() -> None:
    head = "2/25/2021\n\n{}\n\nhttps://orrin.example/ferries\n\n{}/3\n\n"
    source = read("".join(head.format(PROSE, n) for n in (1, 2, 3)))
    assert "orrin.example" not in joined(source)
    assert "2/25" not in joined(source)
    assert set(left_out(source)) == {"running head", "page number"}


def test_a_line_that_comes_again_next_to_heads_is_one() -> None:
    foot = "C H AT W I T H U S\nhttps://orrin.example/ferries\n{}/4\n\n"
    source = read("".join(f"{PROSE}\n{foot.format(n)}" for n in (1, 2, 3, 4)))
    assert "C H AT" not in joined(source)


@pytest.mark.parametrize(
    "listed",
    [
        "CONTENTS\nBoats ......... 3\nNets .......... 9\n",
        "Table of contents\nBoats 3\nNets and\nropes 9\nCrews 9\n",
        "1.1 Boats 3\n1.2 Nets 9\n",
        "Boats ......... 3\nNets .......... 9\nCrews ......... 12\n",
        "Boats iv\nCrews 3\nNets 9\nRopes 11\n",
    ],
)
def test_a_table_of_contents_is_left_out(listed: str) -> None:
    source = read(f"FERRY REPORT\n\n{listed}\nBOATS\n\n{PROSE}\nNets\n\n{PROSE}\nCrews\n")
    assert left_out(source) == {"contents": f"lines 3 to {2 + listed.count(chr(10))}"}
    assert "9" not in joined(source)


@pytest.mark.parametrize(
    "listed",
    [
        "Pier    2019    2020\nOuter pier    4    11\nInner pier    6    12\nNew pier    8    19\n",
        "Ferries    3\nTugs    9\nLaunches    12\nDredgers    14\n",
        "Quay 1 of Orrin     3     7\nQuay 2 of Orrin     5     9\nQuay 3 of Orrin     8     12\n",
    ],
)
def test_counts_that_rise_are_no_table_of_contents(listed: str) -> None:
    source = read(f"FERRY REPORT\n\n{listed}\nBOATS\n\n{PROSE}\nNets\n\n{PROSE}\nCrews\n")
    assert left_out(source) == {}
    assert "12" in joined(source)


@pytest.mark.parametrize(
    "counted",
    [
        "Boats lost 3\nNets lost 9\nCrews lost 12\n",
        "1.1 Boats 9\n1.2 Nets 3\n",
        "Boats ......... 300\nNets .......... 90\nCrews ......... 12\n",
        "Boats 3\nNets 3\nCrews 3\n",
        "Boats 2019\nNets 2020\nCrews 2021\n",
    ],
)
def test_a_list_of_counts_is_none(counted: str) -> None:
    source = read(f"FERRY REPORT\n\n{PROSE}\n{counted}\nThe office is silent.\n")
    assert source.left_out == ()


def test_what_a_web_page_puts_around_an_article_is_left_out() -> None:
    source = read(
        "Spend £20 for free UK delivery | Learn more\n\nFerry statement 2020\n\n0 replies\n\n"
        f"{PROSE}\nSigned by Ida Orm\n\nComments (0)\n\nHelp\n\nOur boats\nCareers\n\n"
        "Sign up to the Orrin Newsletter\nWe will not share your address with anybody else.\n\n"
        "Copyright © 2001-2020 Orrin Ltd.\n"
    )
    assert texts(source)[0] == "Ferry statement 2020"
    assert texts(source)[-1] == "Signed by Ida Orm"
    assert left_out(source) == {"menu or banner": "lines 1 to 24"}


def test_a_banner_below_a_long_title_is_left_out() -> None:
    title = "2020 statement on ferries, ropes and crews of the northern line"
    source = read(f"{title}\n\nSpend £20 for free delivery\n\n{PROSE}\n\nLearn more\n\n{PROSE}")
    assert left_out(source) == {"menu or banner": "line 3"}
    assert texts(source)[0] == title


def test_a_report_that_ends_with_one_such_line_keeps_what_stands_above() -> None:
    source = read(f"{PROSE}\nThe crews\n\nCopyright © 2020 Orrin Ltd.\n")
    assert "The crews" in joined(source)
    assert source.left_out == ()
    links = read("Help\n\nLog in\n\nAll rights reserved\n")
    assert texts(links) == ["Help"]


# --- references -------------------------------------------------------------------------------


def kinds(source: Source) -> list[BlockKind]:
    return [block.kind for block in source.blocks]


def test_a_list_of_notes_goes_on_over_titles_in_capitals() -> None:
    source = read(
        f"{PROSE}\nENDNOTES\n\n1 Office of Ropes. SURVEY OF ROPES\nAND OF HARBOUR NETS\n"
        "Issue 4. 2019.\n\n2 Guild of Crews. Letter. May 2020.\n\nANNEX\n\nNets are dry.\n"
    )
    assert kinds(source)[-2:] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert set(kinds(source)[2:-2]) == {BlockKind.REFERENCE}
    assert left_out(source) == {"references": "lines 8 to 12"}


def test_an_entry_that_looks_like_a_heading_is_one_of_the_list() -> None:
    source = read(
        f"{PROSE}\nREFERENCES\n\n1. Guild of Crews\n\n2. Office of Ropes\n\n2018.\n\n3. Ida\n"
    )
    assert set(kinds(source)[2:]) == {BlockKind.REFERENCE}


def test_a_list_without_numbers_goes_on_where_sources_follow() -> None:
    source = read(
        f"{PROSE}\nSOURCES\n\nOrm, Ida. The ropes. 2019.\n\nWORLD FERRIES\n\n"
        "https://ferries.example\n\nLis, Per. Nets. (2018)\n\nANNEX\n\nNets are dry.\n"
    )
    found = kinds(source)
    assert found[-2:] == [BlockKind.HEADING, BlockKind.PARAGRAPH]
    assert set(found[2:-2]) == {BlockKind.REFERENCE}


# --- lines ------------------------------------------------------------------------------------


def test_a_blank_line_after_every_line_parts_nothing() -> None:
    words = PROSE.split()
    lines = [" ".join(words[i : i + 7]) for i in range(0, len(words), 7)]
    source = read("\n\n".join(lines * 2))
    assert all(text[0].isupper() for text in texts(source))
    assert joined(source) == " ".join(words * 2)


def test_lines_broken_with_blank_lines_amid_other_paragraphs_are_joined() -> None:
    source = read(
        "The ferries are kept at the quay all winter.\n\nThe office counted a total of all the\n\n"
        "boats that it owns and of the nets that\n\nthe crews had brought with them for the\n\n"
        "summer.\n\nRopes are dry.\n"
    )
    assert texts(source)[1].startswith("The office counted")
    assert texts(source)[1].endswith("them for the summer.")


# --- tables torn into lines -------------------------------------------------------------------


def rows(source: Source) -> list[str]:
    return [text for kind, text in told(source) if kind == "row"]


TORN = """\
Table 4. Inspections of boats
Overview of Inspections
2019
2020
Number of Boats Inspected
62 (1)
48 (2)
Number of Boats at Which Nets
Were Found
Unknown (1,2)
7 (2)
Overview of Inspections
2019
2020
Fines
$1,200 (1)
n/a
"""


def test_cells_on_lines_of_their_own_make_a_table_below_years() -> None:
    source = read(f"{PROSE}\n{TORN}{PROSE}\nREFERENCES\n\n1. Orm. 2019.\n2. Lis. 2020.\n")
    assert rows(source) == [
        "Overview of Inspections | 2019 | 2020",
        "Number of Boats Inspected | 62 | 48",
        "Number of Boats at Which Nets Were Found | Unknown | 7",
        "Fines | $1,200 | n/a",
    ]
    (table,) = (block for block in source.blocks if block.rows)
    assert table.caption
    assert table.caption.text == "Table 4. Inspections of boats"
    assert table.heads == 1
    for row in table.rows:
        for cell in row:
            assert cell.text.split()[0] in source.text[slice(*cell.span)]


def test_cells_below_heads_of_words_make_a_table_where_rows_agree() -> None:
    source = read(
        f"{PROSE}\nTable 1. Crews and their\nboats\nCrews\nAge\nPercent\nWorking (%)\n5 to 14\n"
        "13.0\n"
        "Resting (%)\n5 to 14\n89.9\nBoth (%)\n7 to 14\n13.2\nRetired (%)\n93.8\n" + PROSE
    )
    assert rows(source) == [
        "Crews | Age | Percent",
        "Working (%) | 5 to 14 | 13.0",
        "Resting (%) | 5 to 14 | 89.9",
        "Both (%) | 7 to 14 | 13.2",
        "Retired (%) |  | 93.8",
    ]


def test_a_long_torn_table_and_one_without_a_caption_are_read_whole() -> None:
    body = "".join(f"Boats of crew {chr(97 + n)}\n{n}\n{n + 1}\n" for n in range(8))
    named = read(f"{PROSE}\nTable 2. Boats\nCrews\nIn spring\nIn autumn\n{body}{PROSE}")
    assert len(rows(named)) == 9
    (table,) = (b for b in read(f"Crews\n2019\n2020\n{body}").blocks if b.rows)
    assert table.caption is None
    assert len(table.rows) == 9


@pytest.mark.parametrize(
    "lines",
    [
        "Overview\n2019\n2020\nBoats\n62\n48\nThe office is silent.\n",  # one row
        "Overview\n2019\n2021\n2020\nBoats\n62\n48\n9\nNets\n1\n2\n3\n",  # years in no order
        "Table 1. Boats\nCrews\nAge\nWorking\n14\nResting\n15\nBoth\n16\n",  # one value a row
        "Table 1. Boats\nThe office gave no figures for any of them.\n14\n15\n",
        "Overview of boats\n2019\n2020\n",
        "Table 1. Boats\n",
    ],
)
def test_lines_that_are_not_alike_make_none(lines: str) -> None:
    assert rows(read(PROSE + "\n" + lines)) == []


ENTRIES = (
    "Abel, R. T. Two new mollusks from the Gulf. Flora Studies, vol. 7, pp. 1-7, 2 pls., 1952.",
    "New rules on importing mollusks. Nautilus, vol. 66, p. 104, 1953.",
    "Allen, H. A. The plants of a mountain. Castanea, vol. 17, pp. 145-153, 1952.",
    "Arnold, S. Status of the swallow. Condor, vol. 54, pp. 356-357, November 1952.",
    "(See also under Abel, R. T.)",
    "Axel, H. R. Methods of fishes. Hobbyist 1(2): 22-26, 1952. ISBN 123.",
    "Bailey, I. W. A new species. Journ. Arnold Arb., 34(1), 52-66, 1953.",
)
SAID = "The museum issued 17 publications during the year, and 3 of them were bulletins (see p. 4)."


def test_a_list_of_publications_is_known_by_its_shape() -> None:
    paragraphs = [SAID, "Publications by the staff", *ENTRIES, "The museum opened on 310 days."]
    text = "\n\n".join(paragraphs)
    page = "<h1>Museum</h1>" + "".join(f"<p>{one}</p>" for one in paragraphs)
    for source in (
        read_text(text.encode(), "a.txt", Reading()),
        read_markdown(text.encode(), "a.md", Reading()),
        read_html(page.encode(), "a.html", Reading()),
    ):
        kinds = [block.kind for block in source.blocks if block.kind is not BlockKind.HEADING]
        assert [kind is BlockKind.REFERENCE for kind in kinds] == [False] * 2 + [True] * 7 + [False]


def test_a_few_sources_and_prose_that_cites_are_no_list() -> None:
    cited = (
        "The inspectors found 45 owners who had paid nothing in 2021, of whom 30 had done the same"
        " in 2020 (vol. 3, pp. 4-7), and the office fined them at the rate that the law gives; it"
        " then published their names and asked the council for a rule that would keep them out of"
        " every tender for two years, while its visits to the harbour towns went on as before."
    )
    assert bibliography([*ENTRIES[:4], SAID]) == frozenset()
    assert bibliography([cited] * 9) == frozenset()
    assert bibliography([*ENTRIES[:4], *[SAID] * 6, *ENTRIES[:4]]) == frozenset()
    assert bibliography([*ENTRIES[:4], None, *ENTRIES[:4]]) == frozenset()
