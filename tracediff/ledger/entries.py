"""Entries of a list of what came once: gifts by giver, finds by place. Their figures out.

"Marsh, A. B., Oldport: 22 shells; 15 corals (1952)": next year others give other things, so that
no figure of such an entry is one of a series, nor missing where it is not given again.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from tracediff.model import Fact, Reading
from tracediff.syntax import has_finite_verb

_THINGS: Final = 3  # counted in one entry that no giver opens
_GIVER: Final = re.compile(  # a name with a comma, a colon, perhaps through whom, a number
    r"[^:;|]{1,200},[^:;|]{1,200}:\s+(?:\([^)]{1,200}\)\s*)?(?:(?:about|approximately|over)\s+)?\d",
    re.IGNORECASE,
)


def entries(reading: Reading) -> frozenset[int]:
    """The indexes of the facts that stand in entries of such lists."""
    by_sentence: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is None:
            by_sentence[fact.sentence].append(fact)
    return frozenset(
        fact.index
        for sentence, facts in by_sentence.items()
        if _is_entry(reading.edition.sentences[sentence].text, len(facts))
        for fact in facts
    )


def _is_entry(text: str, things: int) -> bool:
    """Whether a sentence without a verb names a giver and what was given, or lists many things."""
    listed = _GIVER.match(text) is not None or (things >= _THINGS and text.count(";") > 1)
    return listed and not has_finite_verb(text)
