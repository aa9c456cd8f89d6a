from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.readers.told import said, spans_hold, told
from tracediff.errors import InputError
from tracediff.model import BlockKind, Source
from tracediff.readers.html import read_html
from tracediff.segment.heads import head_rows
from tracediff.settings import Reading

OFFICES = (
    "The labour office registered 412 complaints, and its inspectors visited 96 workplaces on the"
    " northern coast."
)
HOUSES = (
    "Shelters took in 58 persons during the year, and the council paid for their meals and for"
    " legal help."
)


def read(page: str) -> Source:
    return read_html(page.encode(), "report.html", Reading())


def test_headings_paragraphs_and_items_keep_their_kind_and_level() -> None:
    source = read(
        f"<h1>Findings</h1><p>{OFFICES}</p><h2>1.2 Shelters</h2><p>{HOUSES}</p>"
        "<ul><li>Visit each workplace.<ul><li>At night too.</li></ul></li></ul>"
    )
    assert told(source) == [
        ("heading", "Findings"),
        ("paragraph", OFFICES),
        ("heading", "Shelters"),
        ("paragraph", HOUSES),
        ("item", "Visit each workplace."),
        ("item", "At night too."),
    ]
    assert [(b.level, b.label) for b in source.blocks] == [
        (1, ""), (0, ""), (2, "1.2"), (0, ""), (1, ""), (2, ""),
    ]  # fmt: skip


CLUTTER = f"""<!doctype html><html><head><title>Findings - Labour Office</title>
<style>p {{ color: red }}</style></head><body>
<header class="site-header"><a href="/">Home</a><p>The official pages of the labour office,
open day and night to everyone who lives on the island.</p></header>
<nav><ul><li><a href="a">News</a></li><li><a href="b">Laws</a></li></ul></nav>
<div class="cookie-banner"><p>We use cookies so that this site works, and to learn how it is
used; you may refuse all but the needed ones.</p></div>
<main><h1>Findings 2020</h1><p>{OFFICES}</p>
<div class="related-links"><p>You may also like what our sister office on the mainland wrote about
the harbour last spring.</p></div>
<h2>Shelters</h2><p>{HOUSES}</p><script>var x = "412 complaints";</script></main>
<aside><p>Subscribe to our letter and hear of every new finding before your neighbours do.</p>
</aside><footer><p>All rights are with the labour office of the island, 2021.</p></footer>
</body></html>"""


def test_of_a_cluttered_page_only_the_content_is_read() -> None:
    source = read(CLUTTER)
    assert told(source) == [
        ("heading", "Findings 2020"),
        ("paragraph", OFFICES),
        ("heading", "Shelters"),
        ("paragraph", HOUSES),
    ]
    assert source.title == "Findings 2020"


def test_a_report_inside_an_unclosed_menu_is_still_read() -> None:
    page = f"<body><nav><ul><li><a href=a>News</a><div><h2>Shelters</h2><p>{HOUSES}</p><p>{OFFICES}"
    assert ("paragraph", HOUSES) in told(read(page))
    assert ("paragraph", OFFICES) in told(read(page))


def test_a_paragraph_that_opens_in_its_own_words_and_ends_in_links_stays() -> None:
    links = ", ".join(f"<a href=r{i}>report of {2010 + i}</a>" for i in range(3))
    page = f"<h1>Findings</h1><p>{OFFICES}</p><p>{HOUSES}</p><p>{OFFICES} {HOUSES}</p>"
    source = read(f"{page}<p>The office told of it before: {links}.</p>")
    assert told(source)[-1] == (
        "paragraph",
        "The office told of it before: report of 2010, report of 2011, report of 2012.",
    )


@pytest.mark.parametrize(
    "beside",
    [
        "<div hidden><p>Kept for the printer.</p></div>",
        '<div aria-hidden="true"><p>Kept for the printer.</p></div>',
        '<div style="Display: none"><p>Kept for the printer.</p></div>',
        "<div><a href=a>Laws</a> <a href=b>News</a> <a href=c>Press</a></div>",
    ],
)
def test_what_a_reader_does_not_see_or_only_clicks_is_left_out(beside: str) -> None:
    source = read(f"<p>{OFFICES}</p>{beside}<p>{HOUSES}</p>")
    assert told(source) == [("paragraph", OFFICES), ("paragraph", HOUSES)]


def test_the_title_is_the_first_heading_that_is_shown_and_says_something() -> None:
    dropped = "<nav><h1>Labour Office</h1></nav>"
    page = (
        f"<title>Findings - Labour Office</title>{dropped}<h1> </h1>{{}}<p>{OFFICES} {HOUSES}</p>"
    )
    assert read(page.format("<h1>Findings of 2020</h1>")).title == "Findings of 2020"
    assert read(page.format("")).title == "Findings - Labour Office"


def test_a_page_with_nothing_on_it_has_no_blocks() -> None:
    source = read("<!doctype html><!-- a page to come -->")
    assert (source.text, source.blocks, source.title) == ("", (), None)


def test_lines_of_the_file_are_known_for_every_block() -> None:
    source = read(
        f"<html><body>\n\n<h1>Findings</h1>\n<p>{OFFICES}</p>\n\n\n<p>{HOUSES}</p></body>"
    )
    starts = [block.span.start for block in source.blocks]
    known = dict(source.lines)
    assert [known.get(start) for start in starts] == [3, 4, 7]


def test_a_note_mark_is_cut_and_its_note_kept_apart() -> None:
    source = read(
        f'<p>{OFFICES}<sup><a href="#n1">[1]</a></sup> It covered 12 km<sup>2</sup>.</p>'
        '<div class="footnotes"><p>Counted in May. ↩</p></div>'
    )
    assert told(source)[0] == ("paragraph", f"{OFFICES} It covered 12 km².")
    assert told(source)[1] == ("note", "Counted in May.")


def test_a_table_keeps_heads_spans_and_steps() -> None:
    source = read(
        f"<p>{OFFICES}</p><table><caption>Table 1. Work done</caption>"
        "<thead><tr><th rowspan=2>Work</th><th colspan=2>Year</th></tr>"
        "<tr><th>2019</th><th>2020</th></tr></thead>"
        "<tr><td>Visits</td><td>96</td><td>88<sup>3</sup></td></tr>"
        "<tr><td>&nbsp;&nbsp;&nbsp;At night</td><td>–</td><td>7</td></tr></table>"
    )
    table = source.blocks[-1]
    assert table.kind is BlockKind.TABLE
    assert table.heads == 2
    assert table.caption is not None
    assert table.caption.text == "Table 1. Work done"
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Work", "Year", "Year"],
        ["Work", "2019", "2020"],
        ["Visits", "96", "88"],
        ["At night", "–", "7"],
    ]
    assert [row[0].indent for row in table.rows[2:]] == [0, 1]
    assert spans_hold(source)


def test_cells_say_what_is_shown_in_them_and_how_far_they_are_set_in() -> None:
    source = read(
        f"<p>{OFFICES}</p><table role=table>"
        "<tr><th>Work</th><th>2019</th><th>2020</th></tr><tr><td></td><td> </td></tr>"
        '<tr><td style="padding-left: 2em">By <b>day</b> only</td>'
        "<td>4<script>9</script></td><td>5</td></tr>"
        "<tr><td><p style='margin-left:1in'>By night</p></td><td>6[3]</td><td>7</td></tr></table>"
    )
    assert told(source)[1:] == [
        ("row", "Work | 2019 | 2020"),
        ("row", "By day only | 4 | 5"),
        ("row", "By night | 6 | 7"),
    ]
    assert [row[0].indent for row in source.blocks[1].rows] == [0, 1, 2]


def test_a_cell_that_spans_three_rows_stands_in_each() -> None:
    source = read(
        "<table><tr><th>Coast</th><th>Year</th><th>Visits</th></tr>"
        "<tr><td rowspan=3>North</td><td>2018</td><td>88</td></tr>"
        "<tr><td>2019</td><td>96</td></tr><tr><td>2020</td><td>12</td></tr></table>"
    )
    assert [words for _, words in told(source)] == [
        "Coast | Year | Visits", "North | 2018 | 88", "North | 2019 | 96", "North | 2020 | 12",
    ]  # fmt: skip


def test_what_stands_in_a_row_beside_its_cells_is_no_cell() -> None:
    source = read(
        "<table><tr><th>Work</th><th>2020</th></tr>"
        "<tr><td>Visits</td><script>9</script><td>96</td></tr></table>"
    )
    assert told(source) == [("row", "Work | 2020"), ("row", "Visits | 96")]


def test_a_table_that_says_it_is_for_layout_is_read_as_text() -> None:
    rows = f"<tr><td>{OFFICES}</td><td>{HOUSES}</td></tr>" * 2
    source = read(f"<table role=presentation>{rows}</table>")
    assert told(source) == [("paragraph", OFFICES), ("paragraph", HOUSES)] * 2


def test_a_table_for_layout_is_read_as_text() -> None:
    source = read(f"<table><tr><td><p>{OFFICES}</p><p>{HOUSES}</p></td></tr></table>")
    assert told(source) == [("paragraph", OFFICES), ("paragraph", HOUSES)]


def test_a_table_inside_a_cell_is_read_and_the_one_around_it_is_layout() -> None:
    inner = (
        "<table><tr><td>Work</td><td>FY 2020</td></tr><tr><td>Visits</td><td>96</td></tr></table>"
    )
    source = read(f"<table><tr><td>{OFFICES}</td><td>{inner}</td></tr><tr><td><td></table>")
    assert told(source) == [
        ("paragraph", OFFICES), ("row", "Work | FY 2020"), ("row", "Visits | 96"),
    ]  # fmt: skip
    assert head_rows(source.blocks[1].rows, source.blocks[1].heads) == 1


def test_two_line_breaks_part_paragraphs_and_one_does_not() -> None:
    source = read(f"<div>{OFFICES}<br>{HOUSES}<br><br>{OFFICES}</div>")
    assert told(source) == [("paragraph", f"{OFFICES} {HOUSES}"), ("paragraph", OFFICES)]


def test_a_line_break_that_opens_a_paragraph_parts_nothing() -> None:
    assert told(read(f"<p><br>{OFFICES}</p>")) == [("paragraph", OFFICES)]


def test_raised_letters_are_part_of_the_text() -> None:
    source = read(f"<p>{OFFICES} On the 2<sup>nd</sup> of May it closed.</p>")
    assert told(source) == [("paragraph", f"{OFFICES} On the 2nd of May it closed.")]


def test_a_raised_letter_behind_a_number_or_word_leads_to_a_note() -> None:
    source = read(
        f"<p>{OFFICES} It has 64<sup>a</sup> cranes<sup>b</sup>, 5%<sup>(c)</sup> on 3"
        "<sup>rd</sup> Street, M<sup>r</sup> Ash says; 2<sup>n</sup> or 10<sup>n</sup>.</p>"
        "<table><tr><th>Port<sup>a</sup></th><th>Tugs</th></tr>"
        "<tr><td>Orre</td><td>415<sup>b</sup></td></tr>"
        "<tr><td>Vik, 2<sup>nd</sup> quay</td><td>90<sup>a,c</sup></td></tr></table>"
    )
    assert told(source) == [
        ("paragraph", f"{OFFICES} It has 64 cranes, 5% on 3rd Street, Mr Ash says; 2 or 10n."),
        ("row", "Port | Tugs"),
        ("row", "Orre | 415"),
        ("row", "Vik, 2nd quay | 90"),
    ]


def test_a_figure_in_brackets_stays_where_no_source_has_its_number() -> None:
    source = read(
        f"<p>{OFFICES} (2) It fined some (14).</p>"
        "<h2>Sources</h2><ol><li>1. A book.</li><li>2. A law.</li></ol>"
    )
    assert said(source, source.blocks[0]) == f"{OFFICES} It fined some (14)."


def test_a_list_of_references_is_marked() -> None:
    source = read(
        f"<p>{OFFICES} (2)</p><h2>References</h2><ol><li>1. A book.</li><li>2. A law.</li></ol>"
    )
    assert [b.kind for b in source.blocks[2:]] == [BlockKind.REFERENCE] * 2
    assert said(source, source.blocks[0]) == OFFICES


def test_an_encoding_that_is_stated_is_followed_and_a_guess_is_said() -> None:
    page = f"<p>Café owners: {OFFICES}</p>"
    stated = f'<meta charset="iso-8859-1">{page}'.encode("latin-1")
    source = read_html(stated, "report.html", Reading())
    assert "Café" in source.text
    assert not source.notes
    guessed = read_html(page.encode("cp1252"), "report.html", Reading())
    assert "Café" in guessed.text
    assert "windows-1252" in guessed.notes[0]


def test_an_encoding_that_nobody_knows_is_a_guess() -> None:
    page = f'<meta charset="island-7"><p>Café owners: {OFFICES}</p>'
    source = read_html(page.encode("cp1252"), "report.html", Reading())
    assert "Café" in source.text
    assert "windows-1252" in source.notes[0]


def test_a_page_in_utf_16_is_read_by_its_mark() -> None:
    source = read_html(f"<p>Café: {OFFICES}</p>".encode("utf-16"), "report.html", Reading())
    assert told(source) == [("paragraph", f"Café: {OFFICES}")]
    assert not source.notes


def test_a_note_mark_that_is_a_bracketed_number_is_cut_once() -> None:
    source = read(f"<p>The office{{}} grew. {OFFICES}</p>".format("<sup>2, </sup>[3]"))
    assert told(source) == [("paragraph", f"The office grew. {OFFICES}")]


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = (
        '<?xml version="1.0"?><!DOCTYPE html [<!ENTITY a "boom"><!ENTITY b "&a;&a;&a;&a;">'
        f'<!ENTITY f SYSTEM "file:///etc/hostname">]><html><body><p>{OFFICES} &b; &f;</p>'
    )
    assert "boom" not in read(bomb).text


@pytest.mark.parametrize(
    ("page", "cure"),
    [
        ("<div>" * 5000 + OFFICES, "max_nesting"),
        ("<div>" * 300 + OFFICES, "max_nesting"),
        ("<b></b>" * 2000, "max_elements"),
        ("<table>" + "<tr><td>1<td>2" * 550 + "</table>", "max_cells"),
        ("<table>" + "<tr><td colspan=900>1<td>2" * 3 + "</table>", "max_cells"),
        ("<p>\x00\x00", "binary"),
    ],
)
def test_pages_out_of_bounds_are_one_line_with_the_cure(page: str, cure: str) -> None:
    bounds = Reading(max_elements=1990, max_cells=1000)
    with pytest.raises(InputError, match=cure) as caught:
        read_html(page.encode(), "report.html", bounds)
    assert "\n" not in str(caught.value)


TAGS = [
    "p", "div", "ul", "li", "table", "tr", "td", "h2", "sup", "a href=x", "br", "nav", "th", "pre",
    "/p", "/div", "/table", "/li", "/ul", "td colspan=3", "td rowspan=2", "!--",
]  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(st.one_of(st.sampled_from(TAGS).map("<{}>".format), st.text(max_size=20)), max_size=40)
)
def test_any_soup_of_tags_keeps_every_span_true(parts: list[str]) -> None:
    try:
        source = read("".join(parts))
    except InputError as error:
        assert "\n" not in str(error)
    else:
        assert spans_hold(source)


def left(source: Source) -> dict[str, int]:
    return {one.what: one.characters for one in source.left_out}


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ('<section id="social-protection"><p>Nine were paid.</p></section>', "Nine were paid."),
        ('<div class="share"><p>Each owner held a share of the ferry, as before.</p></div>',
         "Each owner held a share of the ferry, as before."),
        ("<div hidden id=t1><p>In the tab.</p></div><a href='#t1'>Tab</a>", "In the tab."),
        ('<div class="accordion-panel" style="display:none">Folded.</div>', "Folded."),
        ("<embed src=x><p>After it.</p>", "After it."),
        ("<my-box><p>In a box.</p></my-box>", "In a box."),
        ("<button>Go" + "<p>Swallowed words of a report. </p>" * 8, "Swallowed words of a report."),
    ],
)  # fmt: skip
def test_what_has_substance_is_read_whatever_it_is_called(part: str, words: str) -> None:
    page = f"<body><main><h1>Findings</h1><p>{OFFICES}</p><p>{HOUSES}</p>{part}</main></body>"
    assert words in [said_words for _, said_words in told(read(page))]


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("<nav>Home</nav>", "menu"),
        ('<div role="menu">Home</div>', "menu"),
        ("<dialog>Hear more</dialog>", "dialog"),
        ("<form><input><label>Name</label></form>", "form"),
        ('<div role="search">Find</div>', "form"),
        ("<aside>Also new</aside>", "sidebar"),
        ("<footer>Rights</footer>", "page header or footer"),
        ('<div class="breadcrumb">Home</div>', "page furniture"),
        ('<div class="promo">New!</div>', "page furniture"),
        ("<div>Print</div>", "page furniture"),
        ('<div class="cookie-note">We use cookies.</div>', "cookie notice"),
        ("<div>We set cookies.<button>Accept</button></div>", "cookie notice"),
        ('<div class="cmp-root"><h2>Your privacy</h2><p>We and 9 others read it.</p></div>',
         "cookie notice"),
        ("<p hidden>Away</p>", "hidden text"),
        ("<svg><text>12</text></svg>", "drawn text"),
        ("<select><option>One</option></select>", "form control"),
        ("<ul><li><a href='#a'>Aa</a></li><li><a href='#b'>Bb</a></li><li><a href='#c'>Cc</a></ul>",
         "page furniture"),
        ("<p><a href=a>Aaaa</a> <a href=b>Bbbb</a> <a href=c>Cccc</a></p>", "page furniture"),
    ],
)  # fmt: skip
def test_what_stands_beside_the_report_is_left_out_and_said(part: str, what: str) -> None:
    page = f"<body>{part}<main><h1>Findings</h1><p>{OFFICES}</p><p>{HOUSES}</p></main></body>"
    source = read(page)
    assert [words for _, words in told(source)] == ["Findings", OFFICES, HOUSES]
    assert list(left(source)) == [what] or what in left(source)
    assert all(one.why and one.where for one in source.left_out)


def test_lists_of_links_in_the_report_stay_where_they_hold_figures() -> None:
    links = "".join(f"<li><a href=/{n}>{n} fined</a></li>" for n in (12, 14, 19))
    others = links.replace("12", "a").replace("14", "b").replace("19", "c")
    page = "<article><h1>Findings</h1><p>{}</p><p>{}</p><ul>{}</ul></article>"
    assert ("item", "12 fined") in told(read(page.format(OFFICES, HOUSES, links)))
    assert left(read(page.format(OFFICES, HOUSES, others))) == {"links": 18}


def test_a_list_of_the_sections_of_the_page_is_said_to_be_its_contents() -> None:
    links = "".join(f"<li><a href='#s{n}'>Part {n}</a></li>" for n in range(3))
    source = read(f"<article><h1>Findings</h1><ul>{links}</ul><p>{OFFICES}</p></article>")
    assert told(source) == [("heading", "Findings"), ("paragraph", OFFICES)]
    assert left(source) == {"contents": 15}


def test_a_table_is_kept_wherever_it_stands() -> None:
    table = "<table><tr><td>Orsk</td><td>5</td></tr><tr><td>Lume</td><td>6</td></tr></table>"
    page = f"<main><p>{OFFICES}</p><p>{HOUSES}</p></main><aside>{table}</aside>"
    assert ("row", "Orsk | 5") in told(read(page))


def test_the_title_outside_the_main_part_is_a_heading() -> None:
    page = f"<header><h1>Findings 2020</h1></header><main><p>{OFFICES}</p><p>{HOUSES}</p></main>"
    assert told(read(page))[0] == ("heading", "Findings 2020")
    below = f"<div><h1>Findings</h1></div><main><p>{OFFICES}</p><p>{HOUSES}</p></main>"
    assert told(read(below))[0] == ("heading", "Findings")


def test_a_heading_swallows_nothing_that_follows() -> None:
    assert told(read(f"<h2>Shelters<div>{HOUSES}</div></h2>")) == [
        ("heading", "Shelters"), ("paragraph", HOUSES),
    ]  # fmt: skip


def test_terms_and_tiles_are_rows() -> None:
    page = (
        "<dl><div><dt>Fined</dt><dd>45</dd></div><dt>Crews</dt><dd>€ 30 million</dd></dl>"
        "<div><div>60</div><div>owners paid</div></div>"
        "<dl><dt>Quay</dt><dd>a wall</dd></dl><dl>in<dt>a</dt><dd>1</dd></dl>"
        "<div><div>4</div><div>5</div></div><div><p>It paid.</p><p>5</p></div>"
        "<div><div>a<br>b<sup>1</sup></div><div>5</div></div><dl><dt>a</dt><dt>b</dt></dl>"
    )
    assert [pair for pair in told(read(page)) if pair[0] == "row"] == [
        ("row", "Fined | 45"), ("row", "Crews | € 30 million"), ("row", "60 | owners paid"),
    ]  # fmt: skip


def test_powers_and_fractions_keep_their_meaning() -> None:
    page = f"<p>{OFFICES} 10<sup>6</sup> <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math></p>"
    assert told(read(page))[0] == ("paragraph", f"{OFFICES} 10⁶ 3/4")


def test_a_power_without_a_base_is_read_as_it_stands() -> None:
    page = f"<p>{OFFICES} <math><msup><mn>6</mn></msup></math></p>"
    assert told(read(page))[0] == ("paragraph", f"{OFFICES} 6")


def test_a_table_of_words_beside_the_report_is_a_sidebar() -> None:
    table = "<table><tr><td>Home</td><td>News</td></tr><tr><td>Laws</td><td>Press</td></tr></table>"
    source = read(f"<main><p>{OFFICES}</p><p>{HOUSES}</p></main><aside>{table}</aside>")
    assert told(source) == [("paragraph", OFFICES), ("paragraph", HOUSES)]
    assert left(source) == {"sidebar": 17}


def test_terms_with_words_between_them_are_read_one_after_another() -> None:
    page = f"<p>{OFFICES}</p><dl><dt>Fined</dt>owners<dd>45</dd></dl>"
    assert [words for _, words in told(read(page))] == [OFFICES, "Fined", "owners", "45"]


def test_a_page_without_a_body_is_read_past_its_title() -> None:
    source = read(f"<title>Report</title><!-- a --><main><h1>Report</h1><p>{OFFICES}</p></main>")
    assert told(source) == [("heading", "Report"), ("paragraph", OFFICES)]
    assert left(source) == {"comments": 1}


def test_a_tag_with_more_attributes_than_any_page_has_is_refused_before_they_are_compared() -> None:
    for marks in ("a{}", "a{}=x", 'a{}="<>"', "a{} = 'b>c'"):
        many = " ".join(marks.format(n) for n in range(6000))
        with pytest.raises(InputError, match=r"has a tag with more than 5,000 attributes; check"):
            read(f"<p>First.</p><p {many}>It met.</p>")
        few = " ".join(marks.format(n) for n in range(4000))
        assert [words for _, words in told(read(f"<p {few}>It met.</p>"))] == ["It met."]
    script = "<script>" + "if (a <b && " + "c d " * 4000 + "</script>"
    assert [words for _, words in told(read(f"{script}<p>It met.</p>"))] == ["It met."]
    assert [words for _, words in told(read("<p>It met.</p><script>a <b c"))] == ["It met."]
