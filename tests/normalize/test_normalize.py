"""Typesetting is undone, and every character keeps its place."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracediff.model import Block, BlockKind, Cell, Source, Span
from tracediff.normalize import normalize


def mend(text: str, context: str = "") -> str:
    source = Source(
        "x.txt",
        "text",
        text + "\n" + context,
        (Block(BlockKind.PARAGRAPH, Span(0, len(text))),),
    )
    passages = normalize(source)
    return passages[0].text if passages else ""


def test_a_word_broken_at_a_line_end_is_joined_as_the_document_spells_it() -> None:
    assert mend("the traf-\nficking law", "trafficking") == "the trafficking law"
    assert mend("a high-\nsecurity shelter", "high-security") == "a high-security shelter"


def test_an_unknown_broken_word_keeps_its_hyphen() -> None:
    assert mend("an anti-\nfraud unit") == "an anti-fraud unit"


def test_a_hyphen_followed_by_a_space_is_mended_too() -> None:
    assert mend("a high- security shelter") == "a high-security shelter"


def test_a_suspended_hyphen_stays() -> None:
    assert mend("short- and long-term plans") == "short- and long-term plans"


def test_ligatures_spaces_and_unseen_marks() -> None:
    assert mend("The ﬁrst\u00a0oﬃce\u200b \t is\r\nopen\u00ad.") == "The first office is open."
    assert mend("The \x88 office \x9dis open.") == "The office is open."
    assert mend("Some １，２００ boats, ４５％ of all.") == "Some 1,200 boats, 45% of all."


def test_combined_letters_are_one_letter() -> None:
    assert mend("Cafe\u0301 cre\u0300me") == "Café crème"
    assert mend("Herv´e Pag`es, No¨el, Se˜nor") == "Hervé Pagès, Noël, Señor"
    assert mend("It´s ten o´clock, run `eels`.") == "It´s ten o´clock, run `eels`."


def test_citations_are_left_out_where_the_document_cites_by_numbers() -> None:
    cited = "It was late. (3) It came. (1,2) It left. (4-6) It sat. (2) It ran. (55)"
    assert mend("They paid 62 (47) fees. (9) Fine.", cited) == "They paid 62 fees. Fine."


def test_a_citation_is_left_out_with_whatever_space_stands_before_it() -> None:
    for space in ("", " ", "\n", "\u00a0", " \n", "\u202f"):
        text = f"The port reopened.{space}(4; 12) The council paid for it.{space}(3)"
        assert mend(text, "It did." + " (3) It did." * 6) == (
            "The port reopened. The council paid for it."
        )


def test_a_figure_behind_a_figure_is_no_citation() -> None:
    cited = "It did." + " (3,114) It did." * 6
    assert mend("Working children, 4.2\u00a0(356,867) of all", cited) == (
        "Working children, 4.2 (356,867) of all"
    )


def test_a_figure_in_brackets_stays_where_nothing_is_cited() -> None:
    assert mend("In 2019 (885) and 2020 (778) it fell.") == "In 2019 (885) and 2020 (778) it fell."


def test_a_large_figure_in_brackets_stays_beside_citations() -> None:
    cited = "It was late. (3) It came. (1,2) It left. (4-6) It sat. (2) It ran. (85)"
    assert mend("The rate was 13.0 (927,591).", cited) == "The rate was 13.0 (927,591)."


@pytest.mark.parametrize("gap", ["\n", "\u00a0", " \n  ", "\n\n\n\n "])
def test_a_citation_that_opens_a_line_is_left_out_with_the_gap_before_it(gap: str) -> None:
    cited = "It was late. (3) It came. (1,2) It left. (4-6) It sat. (2) It ran. (55)"
    assert mend(f"They paid.{gap}(47) It was fine.", cited) == "They paid. It was fine."


def test_a_citation_that_a_line_end_parts_is_left_out_whole() -> None:
    cited = "It was late. (3) It came. (1,2) It left. (4-6) It sat. (2) It ran. (55)"
    assert mend("They paid. (4,\n7) It was fine.", cited) == "They paid. It was fine."


def test_a_raised_number_behind_a_word_is_a_citation_and_behind_a_unit_a_square() -> None:
    assert mend("The harbour¹² covers 40 km² of water.") == "The harbour covers 40 km² of water."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fishers mend nets in winter.4 Their sons help.",
            "Fishers mend nets in winter. Their sons help.",
        ),
        ("The mill was sold.12,13 “It was old.”", "The mill was sold. “It was old.”"),
        ("It ends here!7", "It ends here!"),
        (
            "All were asked (Q61 to Q81).23 The rest fished.",
            "All were asked (Q61 to Q81). The rest fished.",
        ),
        ("A share of 12%.4 Boys had less.", "A share of 12%. Boys had less."),
        ("They use the ICT.5 “It is old.”", "They use the ICT. “It is old.”"),
        ("He said “yes.”7 She left.", "He said “yes.” She left."),
        ("It grew to (3).5 percent.", "It grew to (3).5 percent."),
        ("The rate (12%).5 Was it so?", "The rate (12%). Was it so?"),
        ("The rule is in para.4 Of the act.", "The rule is in para.4 Of the act."),
        ("The mean depth is 3.4 Metres.", "The mean depth is 3.4 Metres."),
        ("See the file named report.2 of them.", "See the file named report.2 of them."),
    ],
)
def test_the_number_of_a_note_that_lost_its_height_is_left_out(text: str, expected: str) -> None:
    assert mend(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The office confis-\ncated the nets.", "The office confiscated the nets."),
        ("The store lies be-\nlow the church.", "The store lies below the church."),
        ("They work part-\ntime in May.", "They work part-time in May."),
        ("It is a well-\nknown chart.", "It is a well-known chart."),
        ("A Franco-\nGerman plan.", "A Franco-German plan."),
        ("A year-on-\nyear rise.", "A year-on-year rise."),
        ("THE GOVERN-\nMENT PAID.", "THE GOVERNMENT PAID."),
        ("They came with-\nout nets.", "They came without nets."),
        ("A short-\nage of that age.", "A shortage of that age."),
        ("A high-\nwater mark, and water.", "A high-water mark, and water."),
        ("A harbour-\nbased fleet of the harbour.", "A harbour-based fleet of the harbour."),
    ],
)
def test_a_broken_word_is_joined_unless_it_is_a_compound(text: str, expected: str) -> None:
    assert mend(text) == expected


def test_a_word_is_joined_over_what_is_cut_out_of_it() -> None:
    text = "filled with speci-\n\nTHE MUSEUM 23\n\nmens from the north"
    cut = Span(text.index("THE"), text.index("23") + 2)
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), cuts=(cut,))
    (passage,) = normalize(Source("x.txt", "text", text, (block,)))
    assert passage.text == "filled with specimens from the north"
    assert passage.shifts == ((0, 0), (17, text.index("mens")))


def test_what_is_cut_between_two_spaces_leaves_one() -> None:
    text = "The pier 17 closed."
    block = Block(BlockKind.PARAGRAPH, Span(0, len(text)), cuts=(Span(9, 11),))
    (passage,) = normalize(Source("x.txt", "text", text, (block,)))
    assert passage.text == "The pier closed."


@given(st.text(alphabet="ab-1 \n\t\u00a0ﬁ\u00ad\u200b.(),é\u0301", max_size=80))
def test_every_position_maps_to_the_character_it_came_from(text: str) -> None:
    source = Source("x", "text", text, (Block(BlockKind.PARAGRAPH, Span(0, len(text))),))
    for passage in normalize(source):
        positions = [p for p, _ in passage.shifts]
        assert positions == sorted(set(positions))
        for position, offset in passage.shifts:
            if position < len(passage.text):
                here, there = passage.text[position], text[offset : offset + 2]
                letters = unicodedata.normalize("NFKD", there)
                same = here == there[:1] or unicodedata.normalize("NFKD", here)[0] in letters
                assert same or (here in " -" and there)


@given(st.text(max_size=200))
def test_normalised_text_has_no_unseen_marks_or_double_spaces(text: str) -> None:
    mended = mend(text)
    assert "  " not in mended
    assert not set(mended) & set("\u00ad\u200b\ufeff\x00\x1b\x7f\u202e")


def test_a_cell_is_mended_and_keeps_its_hyphen_and_its_place() -> None:
    texts = ("O\ufb03ces\u200b", "Cafe\u0301", "1\u00a0200", "short- and\tlong- term", "plain")
    row = tuple(Cell(text, Span(at, at + len(text))) for at, text in enumerate(texts))
    caption = Cell("A\u00ad fleet", row[0].span)
    block = Block(BlockKind.TABLE, Span(0, 40), rows=(row,), caption=caption)
    (passage,) = normalize(Source("x.html", "html", " " * 40, (block,)))
    assert [cell.text for cell in passage.block.rows[0]] == [
        "Offices", "Café", "1 200", "short- and long- term", "plain",
    ]  # fmt: skip
    assert [cell.span for cell in passage.block.rows[0]] == [cell.span for cell in row]
    assert passage.block.caption == Cell("A fleet", row[0].span)


def test_marks_of_notes_that_stand_between_spaces_are_left_out() -> None:
    text = (
        "Rents fell for bread 1 . Later prices 2 , too, and the sowing of onions 5 ; it rained 12."
    )
    assert (
        mend(text)
        == "Rents fell for bread . Later prices , too, and the sowing of onions ; it rained 12."
    )


def test_numbers_between_spaces_that_do_not_rise_are_figures() -> None:
    text = "The ships numbered 14 . The wrecks numbered 3 , and the pilots numbered 90 ; it rained."
    assert mend(text) == text
