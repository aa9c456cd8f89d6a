"""The lists of words that several ways to what is counted share; words that tell measures apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.lexicon.cues import FALLING, MULTIPLYING, RISING
from tracediff.lexicon.grammar import EMPTY
from tracediff.syntax import Parse

QUANTITIES: Final[frozenset[str]] = frozenset(
    "number numbers total amount count sum majority bulk quantity volume minority rest remainder "
    "percentage proportion share fraction part half third quarter lot handful dozen".split()
)
MODIFIERS: Final[frozenset[str]] = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN", "FW"})
NOUNS: Final[frozenset[str]] = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "NN$", "NNS$", "NNP$", "NNPS$", "FW"}
)
MOVES: Final[frozenset[str]] = RISING | FALLING | frozenset(MULTIPLYING)
MORE: Final[frozenset[str]] = frozenset("more fewer less".split())
FEWER: Final = frozenset({"fewer", "less"})
DOWN: Final[frozenset[str]] = frozenset("down lower less fewer below under".split())
LIGHT_NOUNS: Final[frozenset[str]] = frozenset(
    "event result consequence basis part case addition light terms regard place maximum "
    "minimum".split()
)
PRONOUNS: Final[frozenset[str]] = frozenset({"PRP", "EX", "DT", "WP", "WDT"})


def content(p: Parse, first: int, stop: int, times: Sequence[bool]) -> Iterator[str]:
    """The words of a stretch that tell measures apart: no function words, numbers or dates."""
    for i in range(first, stop):
        word = p.tokens.low[i]
        if p.tokens.kind[i] != "w" or len(word) < 2 or times[i] or word in EMPTY:
            continue
        if p.tags[i] in ("CD", "MD", "IN", "DT", "PRP", "PRP$", "CC", "TO", "WDT", "WP"):
            continue
        yield word.removesuffix("’s").removesuffix("'s")
