"""Tokens and their tags in, noun phrases and verb groups out (Abney 1991, Parsing by Chunks).

A chunk is read left to right with a look at what follows, and never read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.model.syntax import NounPhrase
from tracediff.syntax.chunk import Chunk
from tracediff.syntax.noun_phrases import NounPhraseReader
from tracediff.syntax.surroundings import Surroundings
from tracediff.syntax.verb_groups import VerbGroupReader
from tracediff.text.tokens import Tokens


def chunk(t: Tokens, tags: Sequence[str]) -> list[Chunk]:
    """The chunks of a sentence in order; every token stands in exactly one."""
    return list(chunks(t, tags))


def chunks(t: Tokens, tags: Sequence[str]) -> Iterator[Chunk]:
    """The chunks of a sentence, each when it is asked for."""
    held = {i: _CONTRACTED[tag] for i, tag in enumerate(tags) if tag in _CONTRACTED}
    padded = [*tags, *[""] * 8]
    for i, tag in held.items():
        padded[i] = tag
    context = Surroundings(t, padded)
    verbs, nouns = VerbGroupReader(t, padded, context, held), NounPhraseReader(t, padded, context)
    found: list[Chunk] = []
    at = 0
    while at < t.size:
        if at in held:  # a pronoun and the verb that it is contracted with: "we've sold"
            found.append(Chunk(at, at + 1, phrase=NounPhrase(at, at + 1, at)))
            yield found[-1]
        one = verbs.verb_group(at, found) or nouns.noun_phrase(at, found)
        one = one or Chunk(at, at + 1)
        found.append(one)
        yield one
        at = one.stop


_CONTRACTED: Final = {
    f"{pronoun}+{verb}": verb
    for pronoun in ("PRP", "EX", "DT")
    for verb in ("VBP", "VBZ", "VBD", "MD")
}
