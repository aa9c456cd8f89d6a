"""Two matched statements in, what both say of the same thing out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Final

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.statements import Match, Statement
from tracediff.detect.wording import spoken
from tracediff.model import Comparison, Finding, Link, Span
from tracediff.settings import Detecting
from tracediff.syntax.proposition import Proposition

CLEAR: Final = 0.25  # a difference of certainty that is more than wording
LIKE: Final = 0.5  # of the words of the longer statement, for what a hedge or a duty adds
WORD: Final = re.compile(r"[^\W\d_]+")
Stated = tuple[tuple[Statement, ...], tuple[Statement, ...]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Two matched statements in their link, with what both sides state."""

    comparison: Comparison
    link: Link
    match: Match
    stated: Stated
    settings: Detecting

    @property
    def old(self) -> Proposition:
        """What the old statement says."""
        return self.match.old.says

    @property
    def new(self) -> Proposition:
        """What the new statement says."""
        return self.match.new.says

    @property
    def like(self) -> float:
        """The share of the longer statement's words, beside the predicates, that both hold."""
        words = self.old.words - {self.old.predicate}, self.new.words - {self.new.predicate}
        longest = max(map(len, words))
        return len(words[0] & words[1]) / longest if longest else 1.0

    def finding(
        self, rule: str, said: str, at: tuple[Span, Span], values: tuple[str, ...], size: float
    ) -> Finding:
        """A finding that quotes both statements around ``at``."""
        old, new = self.match.old.claim, self.match.new.claim
        couple = Couple(self.comparison, self.link, (old,), (new,), ())
        found = spoken(couple, rule, Pair(old, new, self.match.overlap), at, said, values, size)
        sure = self.settings.verdict_sure * (0.7 + 0.3 * self.like)
        return replace(found, certainty=round(sure, 3))

    @property
    def ats(self) -> tuple[Span, Span]:
        """The predicates of both."""
        return self.old.verb, self.new.verb


def glued(comparison: Comparison, link: Link) -> bool:
    """Whether two texts differ in their spaces only, or one has words that ran together.

    Such a word hides what the other side says ("willalso"), so that nothing follows from it.
    """
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    texts = [
        [word for i in indexes for word in WORD.findall(held[i].text.casefold())]
        for held, indexes in ((old, link.old), (new, link.new))
    ]
    for one, two in (texts, texts[::-1]):
        only = {*one} - {*two}
        if only and any(a + b in only for a, b in pairwise(two)):
            return True
    return False
