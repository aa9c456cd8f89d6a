"""Which of several headings side by side a sentence of the other edition speaks of."""

from __future__ import annotations

import pytest

from tests.align.texts import edition
from tracediff.ledger.recalls import Named
from tracediff.model import Side

OLD = edition(
    ("Late permits", ["The office issued 40.", "It issued 12 more."]),
    ("Early permits", ["The office issued 31."]),
    ("Permits", ["There were 71 in all."]),
    ("Early permits of boats", ["Of these there were nine."]),
)


@pytest.mark.parametrize(
    ("title", "text", "unlike"),
    [
        ("Summary", "Early permits.", (True, True, False, False, False)),
        ("Summary", "There were 12 early permits.", (True, True, False, False, False)),
        ("Summary", "There were 12 late permits.", (False, False, True, False, True)),
        ("Summary", "There were 12 early and late permits.", (False, False, False, False, True)),
        ("Summary", "There were 12 permits.", (False, False, False, False, False)),
        ("Late fees", "There were 12 early permits.", (False, False, False, False, False)),
        ("Summary", "There were 12 early permits of boats.", (True, True, False, False, False)),
    ],
)
def test_a_sentence_that_names_another_heading_is_unlike(
    title: str, text: str, unlike: tuple[bool, ...]
) -> None:
    named = Named(OLD, edition((title, [text])))
    assert tuple(named.unlike(at, 0) for at in range(len(OLD.sentences))) == unlike


def test_a_name_has_two_words_and_others_beside_it() -> None:
    named = Named(OLD, edition(("Late permits", ["None were."])))
    heads = [named.heading(Side.OLD, at) for at in range(len(OLD.sentences))]
    assert heads[0] == heads[1] == {"lat", "permit"}
    assert heads[3] == named.heading(Side.NEW, 0) == frozenset()
