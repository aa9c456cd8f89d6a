"""The words that reading figures goes by: those that come with tracediff, and a team's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from tracediff.lexicon.lists import BY_NAME
from tracediff.lexicon.units import MEASURES
from tracediff.model import Status
from tracediff.settings import Words
from tracediff.text.words import tokens


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What a word of a sentence is; all words in lower case.

    ``units`` gives the unit that a word names. ``plurals`` are counted though they do not end in
    -s, a number behind one of ``labels`` is a name. ``missing`` are phrases which say that a figure
    is not there, by their first word, longest first. One is told from another by being it, so that
    what was parsed with it can be remembered.
    """

    units: Mapping[str, str]
    plurals: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    missing: Mapping[str, tuple[tuple[tuple[str, ...], Status], ...]] | None = None
    absent: Mapping[str, Status] | None = None

    def misses(self, text: str) -> bool:
        """Whether a text holds one of the phrases."""
        if not self.absent:
            return False
        low = text.casefold().replace("’", "'")
        return any(phrase in low for phrase in self.absent)

    def cell(self, text: str) -> Status | None:
        """What a table cell says that holds one of the phrases and nothing else."""
        return self.absent.get(text.casefold().replace("’", "'")) if self.absent else None

    def absence(self, low: Sequence[str], i: int) -> tuple[int, Status] | None:
        """Where a phrase that begins at token ``i`` ends, and what it says of the figure."""
        for phrase, status in (self.missing or {}).get(low[i], ()):
            stop = i + len(phrase)
            if tuple(word.replace("’", "'") for word in low[i:stop]) == phrase:
                return stop, status
        return None


PLAIN: Final = Vocabulary(MEASURES)


@lru_cache(maxsize=8)
def vocabulary(words: Words) -> Vocabulary:
    """What comes with tracediff, and the words that a team adds."""
    if not words.lists:
        return PLAIN
    absent = {
        phrase: one.status
        for name, one in BY_NAME.items()
        if one.status is not None
        for phrase in words.of(name)
    }
    missing: dict[str, list[tuple[tuple[str, ...], Status]]] = {}
    for text in sorted(absent, key=lambda text: (-len(text), text)):
        phrase = tuple(token.text for token in tokens(text))
        missing.setdefault(phrase[0], []).append((phrase, absent[text]))
    return Vocabulary(
        MEASURES | {form: name for name, forms in words.family("units").items() for form in forms},
        frozenset(words.of("counted")),
        frozenset(words.of("labels")),
        {first: tuple(rows) for first, rows in missing.items()},
        absent,
    )
