"""The root of a word in, that of the first of the words that stand for it in most reports out."""

from __future__ import annotations

from typing import Final

from tracediff.lexicon.synonyms import SYNONYMS
from tracediff.text.words import root

_FIRST: Final = {root(word): root(line[0]) for line in SYNONYMS for word in line}


def concept(found: str) -> str:
    """What a root is about: itself, or the root of the first of its synonyms.

    >>> concept("law"), concept("act"), concept("bicycl")
    ('act', 'act', 'bicycl')
    """
    return _FIRST.get(found, found)
