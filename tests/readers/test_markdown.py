"""Markdown: blocks, markup left out, tables, front matter."""

from __future__ import annotations

from tracediff.model import BlockKind, Source
from tracediff.normalize import normalize
from tracediff.readers.markdown import read_markdown
from tracediff.settings import Reading


def read(text: str) -> Source:
    return read_markdown(text.encode(), "report.md", Reading())


def passages(text: str) -> list[tuple[BlockKind, str]]:
    return [(p.block.kind, p.text) for p in normalize(read(text))]


def test_markup_inside_a_line_is_no_part_of_the_text() -> None:
    text = "The **fund** paid _nine_ claims ([annex](https://example.org/a_b), `code`)[^2].\n"
    assert passages(text) == [(BlockKind.PARAGRAPH, "The fund paid nine claims (annex, code).")]


def test_underscores_inside_a_word_stay() -> None:
    assert passages("The field max_line holds.\n")[0][1] == "The field max_line holds."


def test_headings_items_and_quotes_keep_only_their_text() -> None:
    text = "# Report #\n\nTitle\n-----\n\n> Quoted line\n> goes on.\n\n1. first\n   - inner\n"
    assert passages(text) == [
        (BlockKind.HEADING, "Report"),
        (BlockKind.HEADING, "Title"),
        (BlockKind.PARAGRAPH, "Quoted line goes on."),
        (BlockKind.ITEM, "first"),
        (BlockKind.ITEM, "inner"),
    ]


def test_a_pipe_table_has_rows_cells_and_one_head() -> None:
    source = read("| Measure | 2019 | 2020 |\n|---|---:|---:|\n| Inspectors | 62 | 48 |\n")
    (table,) = source.blocks
    assert table.kind is BlockKind.TABLE
    assert table.heads == 1
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Measure", "2019", "2020"],
        ["Inspectors", "62", "48"],
    ]
    assert [source.text[slice(*cell.span)] for cell in table.rows[1]] == ["Inspectors", "62", "48"]


def test_front_matter_gives_title_and_year_and_is_not_text() -> None:
    source = read("---\ntitle: Annual Report\nyear: 2020\n---\n\nThe fund paid.\n")
    assert (source.title, source.year) == ("Annual Report", 2020)
    assert [p.text for p in normalize(source)] == ["The fund paid."]


def test_spans_point_into_the_file_behind_its_front_matter() -> None:
    source = read("---\ntitle: x\n---\n\nThe fund paid.\n")
    assert source.text[slice(*source.blocks[0].span)] == "The fund paid."


def test_a_numbered_paragraph_keeps_its_number_as_label() -> None:
    source = read("# 2.1 Ports\n\n2.1.4 The fund paid nine claims.\n\n(a) It closed.\n")
    assert [(b.kind, b.label) for b in source.blocks] == [
        (BlockKind.HEADING, "2.1"),
        (BlockKind.ITEM, "2.1.4"),
        (BlockKind.ITEM, "(a)"),
    ]
    assert [p.text for p in normalize(source)] == [
        "Ports", "The fund paid nine claims.", "It closed.",
    ]  # fmt: skip


def test_definitions_of_footnotes_are_notes() -> None:
    text = "The fund paid nine claims.[^1]\n\n[^1]: Counted in May.\n[^2]: Houses left out.\n"
    assert passages(text) == [
        (BlockKind.PARAGRAPH, "The fund paid nine claims."),
        (BlockKind.NOTE, "Counted in May."),
        (BlockKind.NOTE, "Houses left out."),
    ]


def test_calls_of_a_template_are_listed_and_no_prose() -> None:
    text = (
        'It has 9 quays.\n\n{{ figure(\n  image="a.png",\n  caption="All 40 cranes"\n  )\n}}\n\n'
        "It has 4 ships {{ note('12 boats') }} and {{ count }} tugs.\n"
    )
    assert [words for _, words in passages(text)] == [
        "It has 9 quays.", "It has 4 ships and {{ count }} tugs.",
    ]  # fmt: skip
    assert "calls of a template" in {left.what for left in read(text).left_out}


def test_raised_marks_of_notes_are_no_digits_of_the_text() -> None:
    link = '<sup><a href="#fn3" id="fr3">3</a></sup>'
    for text, kept in (
        (f"It fell in FY 2023.{link} It rose.", "It fell in FY 2023. It rose."),
        ("It has 9 quays.<sup>12</sup> It rose.", "It has 9 quays. It rose."),
        ("“It rose”<sup>[2]</sup> and fell.", "“It rose” and fell."),
        ("It has quays<sup>4, 5</sup> and ships.", "It has quays and ships."),
        ("It has 120<sup>1</sup> ships.", "It has 120 ships."),
        ("It has 64<sup>a</sup> cranes, 5%<sup>b, c</sup> idle.", "It has 64 cranes, 5% idle."),
        ("It has 75^d^ masts and 30ᵇ tugs.", "It has 75 masts and 30 tugs."),
        ("It is 40 m<sup>2</sup> large.", "It is 40 m2 large."),
        ("On the 4<sup>th</sup> day.", "On the 4th day."),
    ):
        assert passages(text) == [(BlockKind.PARAGRAPH, kept)]


def test_what_follows_a_heading_of_sources_is_marked_up_to_the_next_heading() -> None:
    text = "The fund paid.\n\n## Sources\n\n1. A law.\n2. A book.\n\n## Outlook\n\nIt closes.\n"
    assert [kind for kind, _ in passages(text)] == [
        BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.REFERENCE, BlockKind.REFERENCE,
        BlockKind.HEADING, BlockKind.PARAGRAPH,
    ]  # fmt: skip


def test_text_in_containers_is_read_without_what_marks_them() -> None:
    text = (
        "!!! note\n    The port closed.\n\nIt opened.\n\n"
        '??? tip "More fines"\n    Nine were fined.\n\n'
        '=== "Crews"\n\n    Twelve left.\n\n    !!! info\n        Two came.\n\n'
        "::: warning Rough sea\nNo ferry ran.\n:::\n\n:::note[Boxed]\nIt rained.\n:::\n\n"
        '::: {.tip title="Named"}\nIt cleared.\n:::\n\n> [!NOTE]\n> All went home.\n\n'
        "```{note}\nThey sat down.\n```\n"
    )
    assert [words for _, words in passages(text)] == [
        "The port closed.", "It opened.", "More fines", "Nine were fined.", "Crews", "Twelve left.",
        "Two came.", "Rough sea", "No ferry ran.", "Boxed", "It rained.", "Named", "It cleared.",
        "All went home.", "They sat down.",
    ]  # fmt: skip


def test_marks_of_a_container_without_text_set_in_are_text() -> None:
    assert passages("!!! note\n\nThe port closed.\n")[0][1] == "!!! note"
    assert passages("!!! note\n")[0][1] == "!!! note"


def test_a_fence_that_is_never_closed_hides_nothing() -> None:
    source = read("The port closed.\n\n```\nIt fined 12 owners.\n\n~~~\nkept = 1\n~~~\n")
    assert [p.text for p in normalize(source)] == ["The port closed.", "It fined 12 owners."]
    assert [(one.what, one.characters) for one in source.left_out] == [("markup", 3), ("code", 12)]


def test_lines_that_are_set_in_are_prose_or_code() -> None:
    source = read(
        "The port:\n\n    The office fined nine owners.\n    - one of them paid\n\nEnd.\n"
    )
    assert [p.text for p in normalize(source)] == [
        "The port:", "The office fined nine owners.", "one of them paid", "End.",
    ]  # fmt: skip
    code = read("The port:\n\n    x = {1: y};\n\nEnd.\n")
    assert [(one.what, one.where, one.characters) for one in code.left_out] == [
        ("code", "line 3", 8),
    ]


def test_lists_as_deep_as_anyone_writes_are_read_and_deeper_ones_as_lines() -> None:
    deep = "".join(f"{'  ' * n}- item {n}\n" for n in range(90))
    words = [p.text for p in normalize(read(deep + "\nThe end.\n"))]
    assert words[:12] == [f"item {n}" for n in range(12)]
    assert words[-1] == "The end."
    assert {f"item {n}" for n in range(90)} <= set(words)


def test_terms_with_a_figure_are_rows_and_others_text() -> None:
    source = read("Owners fined\n: 45\n\nQuay\n: a wall at the sea\n")
    assert [block.kind for block in source.blocks] == [
        BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.ITEM,
    ]  # fmt: skip
    assert [cell.text for cell in source.blocks[0].rows[0]] == ["Owners fined", "45"]


def test_a_bare_number_is_read_with_the_label_below_it() -> None:
    assert passages("**60**\n\nowners fined\n\nThe end.\n")[0][1] == "60 owners fined"


def test_notes_of_several_paragraphs_are_notes() -> None:
    text = "It paid.[^1]\n\n[^1]: Counted in May.\n\n    By hand, as before.\n"
    assert passages(text) == [
        (BlockKind.PARAGRAPH, "It paid."),
        (BlockKind.NOTE, "Counted in May."),
        (BlockKind.NOTE, "By hand, as before."),
    ]


def test_links_by_name_keep_their_words_and_other_brackets_stay() -> None:
    text = "See the [annual *list*][a], [b] and [c] at <https://a.org/x>.\n\n[a]: /a\n[b]: /b\n"
    assert passages(text)[0][1] == "See the annual list, b and [c] at https://a.org/x."


def test_a_link_whose_target_another_file_names_keeps_its_words() -> None:
    text = (
        "Since March, [night][topic boats] boats and [tide\npools][topic pools] are kept"
        " ([update][news 8\nports]), but x[i][j] is no link.\n\n{{page.summary}}\n\n{{ name }}\n"
    )
    assert [words for _, words in passages(text)] == [
        "Since March, night boats and tide pools are kept (update), but x[i][j] is no link.",
        "{{ name }}",
    ]


def test_entities_breaks_boxes_and_equations_are_read_as_what_they_stand_for() -> None:
    text = "- [x] Rates &lt;5&nbsp;percent<br>fell.\n- [ ] It took $60$ of $70 and $$x$$.\n"
    assert [words for _, words in passages(text)] == [
        "☑ Rates <5 percent fell.", "☐ It took 60 of $70 and x.",
    ]  # fmt: skip


def test_attributes_of_headings_are_no_text() -> None:
    assert passages("## Fines {#fines .big}\n")[0] == (BlockKind.HEADING, "Fines")


def test_html_is_read_where_it_stands() -> None:
    text = (
        "<h2>Fines</h2>\n<p>Nine <b>owners</b><br>paid.</p><ul><li>one</li><li>two</li></ul>\n"
        "<script>var x = 1;</script><noscript>off</noscript>\n<!-- to do -->\n\n"
        "<div><a href=a>PNG</a> <a href=b>SVG</a></div>\n\n"
        "<table>\n\n<caption>Work</caption><thead><tr><th>Port</th><th colspan=2>2020</th></tr>"
        "</thead>\n\n<tr><td rowspan=2>Orsk</td><td>5</td><td>6</td></tr><tr><td>7</td><td>8</td>"
        "</tr></table>\n\n<div>\nfirst\n\nsecond</div>\n"
    )
    source = read(text)
    assert passages(text)[:4] == [
        (BlockKind.HEADING, "Fines"), (BlockKind.PARAGRAPH, "Nine owners paid."),
        (BlockKind.ITEM, "one"), (BlockKind.ITEM, "two"),
    ]  # fmt: skip
    (table,) = [block for block in source.blocks if block.rows]
    assert table.caption is not None
    assert (table.caption.text, table.heads) == ("Work", 1)
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Port", "2020", "2020"], ["Orsk", "5", "6"], ["Orsk", "7", "8"],
    ]  # fmt: skip
    assert [words for _, words in passages(text)][-2:] == ["first", "second"]
    assert {(one.what, one.characters) for one in source.left_out if one.what != "markup"} == {
        ("text for browsers without scripts", 3), ("comments", 11), ("links", 19),
    }  # fmt: skip


def test_a_table_of_html_that_is_layout_or_open_is_read_as_text() -> None:
    layout = "<table><tr><td>The port closed.</td></tr></table>\n"
    assert passages(layout) == [(BlockKind.PARAGRAPH, "The port closed.")]
    opened = "<table><tr><td>Orsk</td><td>5</td>\n"
    assert [b.kind for b in read(opened).blocks] == [BlockKind.TABLE]


def pages(count: int) -> str:
    """A file made from a PDF: a paragraph a line, a foot on each page, contents."""
    names = ("Fines of the year", "Crews and ships", "Rescue at sea", "Outlook on winter")
    lines = ["Contents", *(f"{name} {n + 2}" for n, name in enumerate(names))]
    for page in range(count):
        lines += [
            names[page % 4], "The office visited all ports of the coast and it fined the owners of",
            "ships that had no licence and of those whose crews had none and paid nothing to the",
            "Fund, which pays for the rescue of crews that were lost at sea in the winter of that",
            "year. All of them", f"Harbour Office Annual Report {page + 1}", "paid in the end.",
        ]  # fmt: skip
    return "\n\n".join(lines) + "\n"


def test_lines_feet_and_contents_of_pages_are_undone_and_said() -> None:
    source = read(pages(6))
    words = [p.text for p in normalize(source)]
    assert words[:3] == [
        "Contents", "Fines of the year",
        "The office visited all ports of the coast and it fined the owners of ships that had no"
        " licence and of those whose crews had none and paid nothing to the Fund, which pays for"
        " the rescue of crews that were lost at sea in the winter of that year. All of them paid in"
        " the end.",
    ]  # fmt: skip
    assert len(words) == 13
    assert [one.what for one in source.left_out] == ["contents", "running heads and feet"]


def test_rows_of_figures_that_rise_are_no_contents() -> None:
    rows = "".join(
        f"{name} {n}\n\n" for n, name in enumerate(("Fined", "Freed", "Paid", "Lost"), 5)
    )
    assert len(passages(rows + "The end came.\n")) == 5


def test_a_list_of_tables_on_the_page_behind_the_contents_is_left_out_too() -> None:
    first = ("Fines 2", "Crews 3", "Rescue 4", "Outlook 9")
    second = ("Table of ports 1", "Table of ships 3", "Table of crews 5", "Table of boats 8")
    later = [line.rsplit(" ", 1)[0] for line in (*first, *second)]
    foot = "Harbour Office Annual Report {}"
    lines = ["Contents", *first, foot.format(1), *second, foot.format(2), *later, foot.format(3)]
    source = read("\n\n".join([*lines, "The end."]) + "\n")
    assert [p.text for p in normalize(source)] == ["Contents", *later, "The end."]
    assert {one.what for one in source.left_out} == {"contents", "running heads and feet"}


def test_a_number_with_an_escaped_dot_labels_its_line() -> None:
    (block,) = read("1986\\. A great year for ports.\n").blocks
    assert (block.kind, block.label) == (BlockKind.ITEM, "1986.")
    (head,) = read("# 2\\) Ports\n").blocks
    assert (head.kind, head.label) == (BlockKind.HEADING, "2)")
    assert passages("1986\\. A great year for ports.\n")[0][1] == "A great year for ports."


def test_html_with_empty_lines_in_it_is_several_paragraphs() -> None:
    assert passages("<pre>The port closed.\n\nIt opened in May.</pre>\n") == [
        (BlockKind.PARAGRAPH, "The port closed."), (BlockKind.PARAGRAPH, "It opened in May."),
    ]  # fmt: skip


def test_a_table_of_html_that_is_all_heads_has_none() -> None:
    rows = "<tr><th>Orsk</th><th>5</th></tr><tr><th>Lume</th><th>6</th></tr>"
    (block,) = read(f"<table>{rows}</table>\n").blocks
    assert [[cell.text for cell in row] for row in block.rows] == [["Orsk", "5"], ["Lume", "6"]]
    assert block.heads == 0


def test_a_cell_of_html_reaches_over_three_rows() -> None:
    rows = "<tr><td rowspan=3>Orsk</td><td>5</td></tr></tr><tr><td>6</td></tr><tr><td>7</td></tr>"
    (block,) = read(f"<table>{rows}</table>\n").blocks
    assert [[cell.text for cell in row] for row in block.rows] == [
        ["Orsk", "5"], ["Orsk", "6"], ["Orsk", "7"],
    ]  # fmt: skip


def test_tables_of_html_of_which_the_last_is_open_are_both_read() -> None:
    one = "<table><tr><td>Orsk</td><td>5</td></tr></table>"
    source = read(f"{one}\n\nThe end.\n\n<table><tr><td>Lume</td><td>6</td></tr>\n")
    assert [block.kind for block in source.blocks] == [
        BlockKind.TABLE, BlockKind.PARAGRAPH, BlockKind.TABLE,
    ]  # fmt: skip


def test_a_quotation_without_words_is_no_paragraph() -> None:
    assert [words for _, words in passages("The port closed.\n\n>\n\nIt opened.\n")] == [
        "The port closed.", "It opened.",
    ]  # fmt: skip
