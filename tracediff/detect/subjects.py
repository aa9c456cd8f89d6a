"""Whether the other edition speaks of what a section is about, under whatever heading."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from tracediff.model import BlockKind, Reading, Section
from tracediff.text.words import FUNCTION_WORDS, root

_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_OWN: Final = 0.5  # of the sentences with a word, so many stand in the section whose subject it is
_LIVES: Final = 0.5  # of the sentences that speak of a subject in one edition, so many in the other
_TWICE: Final = 2  # one sentence may name a thing by the way


@dataclass(frozen=True)
class Subjects:
    """The words of one edition: in how many sentences each stands, by section and in all."""

    reading: Reading

    @cached_property
    def _sentences(self) -> list[tuple[int, frozenset[str]]]:
        sentences = self.reading.edition.sentences
        return [
            (one.section, telling(one.text))
            for one in sentences
            if one.kind is not BlockKind.HEADING
        ]

    @cached_property
    def counts(self) -> Counter[str]:
        """In how many sentences each word stands."""
        return Counter(word for _, words in self._sentences for word in words)

    @cached_property
    def _by_section(self) -> dict[int, Counter[str]]:
        found: dict[int, Counter[str]] = {}
        for section, words in self._sentences:
            found.setdefault(section, Counter()).update(words)
        return found

    def own(self, section: Section) -> frozenset[str]:
        """The words of a heading that are the subject of its section: they stand mostly there."""
        inside = self._by_section.get(section.index, Counter())
        return frozenset(
            word
            for word in telling(section.title)
            if inside[word] and inside[word] >= _OWN * self.counts[word]
        )


def lives_on(section: Section, here: Subjects, there: Subjects) -> bool:
    """Whether the other edition speaks of the subject of a section about as much.

    The subject is told by the words of the heading that stand mostly in the section itself, half of
    which are enough; a heading of common words alone has none.
    """
    own = here.own(section)
    if not own:
        return False
    told = sum(there.counts[w] >= max(_TWICE, _LIVES * here.counts[w]) for w in own)
    return 2 * told >= len(own)


def telling(text: str) -> frozenset[str]:
    """The roots of the words of a text that are no function words."""
    words = (word.casefold() for word in _WORD.findall(text))
    return frozenset(root(word) for word in words if word not in FUNCTION_WORDS)
