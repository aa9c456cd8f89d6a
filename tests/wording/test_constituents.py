"""Words that gave way to others are quoted beside them only where both are whole."""

from __future__ import annotations

import pytest

from tracediff.wording.headlines.constituents import (
    Kind,
    completed,
    gives_way,
    kind,
    quoted,
    stands,
)
from tracediff.wording.statements import Part


def part(text: str, words: str) -> Part:
    at = text.index(words)
    return Part(text, at, at + len(words))


KINDS = [
    ("The guild lends nets to young crews.", "young", Kind.NAMING),
    ("The guild lends nets to young crews.", "nets to young crews", Kind.NAMING),
    ("The guild lends nets to young crews.", "to young crews", Kind.ADJUNCT),
    ("The guild lends nets to young crews.", "nets to young", Kind.TORN),
    ("The guild lends nets to young crews.", "guild lends nets", Kind.TORN),
    ("The guild lends nets to young crews.", "The guild lends nets", Kind.CLAUSE),
    ("The guild lends nets to young crews.", "lends nets", Kind.VERB),
    ("The guild planned to lend nets.", "planned to lend", Kind.VERB),
    ("Pilots who left in May came back.", "who left in May", Kind.ADJUNCT),
    ("Pilots trained in Orsk came back.", "trained in Orsk", Kind.ADJUNCT),
    ("Gaps remain, including repairing the old piers.", "repairing the old piers", Kind.NAMING),
    ("Gaps remain, including quickly repairing piers.", "quickly repairing piers", Kind.NAMING),
    ("In June, the court met twice.", "June, the court met", Kind.TORN),
    ("The court met.", " ", Kind.TORN),
]


@pytest.mark.parametrize(("text", "words", "expected"), KINDS)
def test_words_of_a_sentence_have_a_kind(text: str, words: str, expected: Kind) -> None:
    assert kind(part(text, words)) is expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        # few words: the rest is understood
        (("Two ports opened.", "Two"), ("Three ports opened.", "Three"), True),
        (("They failed to pay.", "failed to pay"), ("They paid.", "paid"), True),
        # two phrases, two clauses
        (
            ("It met in the hall of the old guild.", "in the hall of the old guild"),
            ("It met on a ferry in the bay.", "on a ferry in the bay"),
            True,
        ),
        # a phrase and a statement
        (
            ("It met in the hall of the old guild.", "in the hall of the old guild"),
            ("It met because the guild had called for it.", "because the guild had called"),
            False,
        ),
        # torn from behind its preposition
        (
            ("In June, the old court met twice.", "June, the old court met"),
            ("A new court of the islands met twice.", "A new court of the islands met"),
            False,
        ),
    ],
)
def test_only_like_words_are_quoted_for_others(
    old: tuple[str, str], new: tuple[str, str], expected: bool
) -> None:
    assert gives_way(part(*old), part(*new)) is expected


def test_a_phrase_that_both_sentences_end_with_is_quoted_whole() -> None:
    old = part("Boats are inspected with enough care at night time.", "with enough care at night")
    new = part("Boats are inspected unseen and at day time.", "unseen and at day")
    assert [p.text[p.start : p.stop] for p in completed(old, new)] == [
        "with enough care at night time",
        "unseen and at day time",
    ]


def test_words_that_differ_behind_a_torn_phrase_are_not_added() -> None:
    old = part("Boats are inspected with enough care at night time.", "with enough care at night")
    new = part("Boats are inspected unseen and at day break.", "unseen and at day")
    assert [p.text[p.start : p.stop] for p in completed(old, new)] == [
        "with enough care at night",
        "unseen and at day",
    ]


@pytest.mark.parametrize(
    ("words", "most", "expected"),
    [
        (
            "The board, which has chapters in ten ports",
            8,
            "The board, which has chapters in ten ports",
        ),
        ("The board, which has chapters in ten ports", 7, "The board, which has chapters"),
        ("The board, which has chapters in ten ports", 3, "The board"),
        ("The board, which has chapters in ten ports", 1, ""),
    ],
)
def test_a_quote_ends_where_a_phrase_does(words: str, most: int, expected: str) -> None:
    assert quoted(part("The board, which has chapters in ten ports, met in May.", words), most) == (
        expected
    )


def test_a_statement_stands_with_its_object_alone() -> None:
    text = "The court freed Ivo Kern in May."
    assert [stands(part(text, w)) for w in ("The court freed Ivo Kern", "The court freed")] == [
        True,
        False,
    ]
