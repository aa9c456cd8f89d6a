"""Which places a sentence names, and whether it may name any."""

from __future__ import annotations

import pytest

from tracediff.syntax import parse
from tracediff.syntax.places import may_name_places, places

SAID = (
    "In March the town of Rye sold 12 boats.",
    "Crews ACROSS Norr mended nets.",
    "The guild of Orsk sold 12 boats to Rye.",
    "Inland crews mended tin bins.",
    "(in Rye) 12 boats sank.",
)


@pytest.mark.parametrize("text", SAID)
def test_what_may_name_no_place_names_none(text: str) -> None:
    assert may_name_places(text) or not places(parse(text))


def test_what_leads_to_a_place_is_a_word_of_its_own() -> None:
    assert [may_name_places(text) for text in SAID] == [True, True, False, False, True]
