"""A chunk: tokens that form a noun phrase or a verb group, or one that does neither."""

from __future__ import annotations

from typing import NamedTuple

from tracediff.model.syntax import NounPhrase, VerbGroup


class Chunk(NamedTuple):
    """A noun phrase, a verb group, or a single token that belongs to neither."""

    first: int
    stop: int
    phrase: NounPhrase | None = None
    verb: VerbGroup | None = None
