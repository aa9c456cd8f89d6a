"""What a repair of a tag sees, and the tags that repairs speak of together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from tracediff.lexicon.syntax import BE, COMPLEX, DO, HAVE
from tracediff.text.tokens import Tokens

NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "NN$", "NNS$", "NNP$", "NNPS$", "FW"})
SUBJECTS: Final = NOUNS | {"JJ"}  # which the tagger may have taken the noun before it for
FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
PRESENT: Final = frozenset({"VB", "VBP", "VBZ"})
VERBS: Final = frozenset({"VB", "VBD", "VBZ", "VBP", "VBN", "VBG"})
AUXILIARIES: Final = BE | HAVE | DO


class Place(NamedTuple):
    """A token with the tags of its neighbours, as the tagger gave them.

    ``led`` is the tag before it as it was mended. ``finite`` says whether a finite verb stands
    before it, ``verbless`` that the tagger found none in a whole sentence; ``tags`` are
    those that the tagger gave to the sentence. ``low`` is the token in lower case.
    """

    t: Tokens
    i: int
    tag: str
    before: str
    after: str
    led: str
    finite: bool
    tags: Sequence[str]
    verbless: bool
    low: str

    @property
    def governed(self) -> bool:
        """Whether the two words before it are one preposition: "due to", but not in "is due to"."""
        if self.i < 2 or (self.t.low[self.i - 2], self.t.low[self.i - 1]) not in COMPLEX:
            return False
        return self.i == 2 or self.t.low[self.i - 3] not in BE


Repair = Callable[[Place], str | None]
