"""Where sentences end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracediff.segment.sentences import sentence_spans

# texts whose sentences are set apart by " ‖ "
CASES = [
    "The fund paid. ‖ It closed in May.",
    "Dr. Ode met Mr. Lind at 5 p.m. on Friday.",
    "He lived in the U.S. in 2019. ‖ The U.S. Government paid.",
    "It moved to the U.K. ‖ The move was late.",
    "It changed R.A. No. 9231. ‖ It cites E.O. Nos. 92 and 93 as well. ‖ No ship left.",
    "The statute S.I. No. 12 of 2011 stands.",
    "She worked for D.C. ‖ No one knew.",
    "See No. 5 and Art. 12 of the act. ‖ No. ‖ That was all.",
    "The rate was 3.5 percent. ‖ 12 districts reported none.",
    "“It is done.” ‖ She left.",
    "Was it paid? ‖ Nobody knew! ‖ The file was closed.",
    "He asked “Why?” and left.",
    "The firm, Pumps Inc., paid. ‖ Pumps Ltd. paid too.",
    "J. R. Ode signed. ‖ K. Lind did not.",
    "In Jan. 2020 it rose. ‖ In Feb. it fell.",
    "The plan (adopted in 2019.) ‖ Then nothing.",
    "It ended… ‖ Then it began.",
    "Visit example.org/a.B for details.",
    "The mail ode@post.Veld.example was read.",
    "Costs, e.g. food, i.e. bread, rose. ‖ So it was.",
    "A. General remarks follow here.",
    'It is known as "Tide Watch". ‖ One of its tasks is to count ferries.',
    "It is known as “TW”. ‖ Its tasks are many.",
    "It was read all over the world. ‖ arXiv has 30 staff.",
    "The shop sold 12 lamps in 2020. ‖ eBay took a fee.",
    "All data were moved. ‖ iPhones were bought for 9 clerks.",
    "See p. xI for more.",
]


@pytest.mark.parametrize("case", CASES)
def test_sentences_end_where_a_reader_ends_them(case: str) -> None:
    expected = case.split(" ‖ ")
    text = " ".join(expected)
    assert [text[slice(*span)] for span in sentence_spans(text)] == expected


def test_glued_sentences_are_taken_apart() -> None:
    text = "They met the officials.The ministry paid (by law).It closed."
    assert [text[slice(*span)] for span in sentence_spans(text)] == [
        "They met the officials.",
        "The ministry paid (by law).",
        "It closed.",
    ]


@pytest.mark.parametrize(
    "case",
    [
        "The board built a tank in 2018.‖It holds water.",
        "The share fell to 12%.‖All of it was paid.",
        "They fined 96 owners (15 twice).‖No road was closed.",
        "The clinic saw 40 patients in May [3].‖Nobody died.",
        "Version v2.Beta was sent.",
        "3.The plan was kept.",
        "The depth was 3.4 Metres at low tide.",
        "The file lies at example.org/a1.The and elsewhere.",
        "It waited...The end came.",
    ],
)
def test_a_stop_without_a_space_ends_a_sentence_where_a_word_or_figure_ends(case: str) -> None:
    text = case.replace("‖", "")
    assert [text[slice(*span)] for span in sentence_spans(text)] == case.split("‖")


@given(st.text(max_size=300))
def test_nothing_but_white_space_lies_between_sentences(text: str) -> None:
    at = 0
    for span in sentence_spans(text):
        assert text[at : span.start].strip() == ""
        assert span.start < span.end
        at = span.end
    assert text[at:].strip() == ""
