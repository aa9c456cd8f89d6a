"""The words that reading figures goes by: those that come with tracediff, and a team's own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple, TypeVar

from tracediff.lexicon.lists import BY_NAME, Meaning, meaning_of
from tracediff.lexicon.units import MEASURES
from tracediff.model import Status
from tracediff.settings import Words
from tracediff.text.words import tokens

_T = TypeVar("_T")


class Saying(NamedTuple):
    """A phrase of the team's own among tokens, and what it tells; nothing where it is ignored."""

    first: int
    stop: int
    meaning: Meaning | None


@dataclass(frozen=True, slots=True, eq=False)
class Vocabulary:
    """What a word of a sentence is; all words in lower case.

    ``units`` gives the unit that a word names. ``plurals`` are counted though they do not end in
    -s, a number behind one of ``labels`` is a name. ``missing`` are phrases which say that a figure
    is not there, ``sayings`` those that tell something of a statement, or nothing though another
    list has them; both by their first word, longest first. One is told from another by being it, so
    that what was parsed with it can be remembered.
    """

    units: Mapping[str, str]
    plurals: frozenset[str] = frozenset()
    labels: frozenset[str] = frozenset()
    missing: Mapping[str, tuple[tuple[tuple[str, ...], Status], ...]] | None = None
    absent: Mapping[str, Status] | None = None
    sayings: Mapping[str, tuple[tuple[tuple[str, ...], Meaning | None], ...]] | None = None

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

    def said(self, low: Sequence[str]) -> Iterator[Saying]:
        """The phrases among some tokens that tell something of a statement; none overlap."""
        free = 0
        for i in range(len(low) if self.sayings else 0):
            rows = (self.sayings or {}).get(low[i], ()) if i >= free else ()
            for phrase, meaning in rows:
                stop = i + len(phrase)
                if tuple(word.replace("’", "'") for word in low[i:stop]) == phrase:
                    yield Saying(i, stop, meaning)
                    free = stop
                    break


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
    meanings = {
        text: meaning_of(name, place)
        for name, entries in words.lists
        for place, text in enumerate(entries)
        if name == "ignored" or meaning_of(name, place) is not None
    }
    return Vocabulary(
        MEASURES | {form: name for name, forms in words.family("units").items() for form in forms},
        frozenset(words.of("counted")),
        frozenset(words.of("labels")),
        _by_first(absent),
        absent,
        _by_first(meanings),
    )


def _by_first(phrases: Mapping[str, _T]) -> dict[str, tuple[tuple[tuple[str, ...], _T], ...]]:
    """Phrases by their first word, longest first, each with what it tells."""
    found: dict[str, list[tuple[tuple[str, ...], _T]]] = {}
    for text in sorted(phrases, key=lambda text: (-len(text), text)):
        phrase = tuple(token.text for token in tokens(text))
        found.setdefault(phrase[0], []).append((phrase, phrases[text]))
    return {first: tuple(rows) for first, rows in found.items()}
