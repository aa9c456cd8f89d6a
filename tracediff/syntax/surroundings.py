"""What stands around a place: the tags of a sentence in; whether nouns or a subject follow out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.syntax.tag_sets import (
    ADJECTIVES,
    AHEAD,
    DETERMINERS,
    FINITE,
    NOUNS,
    NUMBERS,
    PARTICIPLES,
    PLAIN_NOUNS,
    PLURAL,
)
from tracediff.text.tokens import Tokens

_PLACING: Final = frozenset("on at in across near within throughout with".split())
_LEADING: Final = DETERMINERS | NUMBERS | ADJECTIVES
_COUNTED: Final = ADJECTIVES | PARTICIPLES | {"CD"}
_IN_SUBJECT: Final = PLAIN_NOUNS | {"DT", "JJ", "IN", "CD"}


class Surroundings:
    """Looks ahead and back from a place, for noun phrases and verb groups alike."""

    def __init__(self, t: Tokens, tags: Sequence[str]) -> None:
        """Read the tokens of a sentence by their tags."""
        self.t, self.tags = t, tags

    def modifies_a_place(self, at: int) -> bool:
        """Whether a form in -ing stands before what a preposition of place leads to: "accidents on
        building sites"."""
        led = at > 0 and self.t.low[at - 1] in _PLACING
        return led and self.tags[at] == "VBG" and self.tags[at + 1] in PLURAL

    def is_led(self, i: int) -> bool:
        """Whether a determiner, number or adjective stands before a token."""
        return self.tags[i - 1] in _LEADING

    def noun_follows(self, at: int, noun_seen: bool = False) -> bool:
        """Whether the next tokens are further modifiers and then a noun."""
        for j in range(at + 1, min(at + AHEAD, self.t.size)):
            if self.tags[j] in NOUNS:
                return not (self.t.low[j].rstrip(".") in MONTHS and self.t.capital(j))
            listed = self.t.text[j] in (",", "and", "or", "-") and not noun_seen
            if self.tags[j] not in _COUNTED and not listed:
                return False
        return False

    def opens_subject(self, at: int) -> bool:
        """Whether nouns and then a finite verb follow: "operating profit this year was"."""
        if self.tags[at + 1] not in PLAIN_NOUNS:
            return False
        for j in range(at + 2, at + 2 + AHEAD):
            if self.tags[j] in FINITE:
                return True
            if self.tags[j] not in _IN_SUBJECT:
                return False
        return False
