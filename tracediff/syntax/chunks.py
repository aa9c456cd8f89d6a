"""Tokens and their tags in, noun phrases and verb groups out (Abney 1991, Parsing by Chunks).

A chunk is read left to right with a look at what follows, and never read again.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.syntax.chunk import Chunk
from tracediff.syntax.noun_phrases import NounPhraseReader
from tracediff.syntax.surroundings import Surroundings
from tracediff.syntax.verb_groups import VerbGroupReader
from tracediff.text.tokens import Tokens


def chunk(t: Tokens, tags: Sequence[str]) -> list[Chunk]:
    """The chunks of a sentence in order; every token stands in exactly one."""
    padded = [*tags, *[""] * 8]
    context = Surroundings(t, padded)
    verbs, nouns = VerbGroupReader(t, padded, context), NounPhraseReader(t, padded, context)
    found: list[Chunk] = []
    at = 0
    while at < t.size:
        one = verbs.verb_group(at, found) or nouns.noun_phrase(at, found)
        one = one or Chunk(at, at + 1)
        found.append(one)
        at = one.stop
    return found
