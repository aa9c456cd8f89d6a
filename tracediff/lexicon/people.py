"""Nouns for human beings as such: one edition counts "persons" where another counted "people"."""

from __future__ import annotations

from typing import Final

from tracediff.words import stem

PEOPLE: Final = frozenset(
    stem(word)
    for word in "person people individual civilian man woman resident citizen human".split()
)
