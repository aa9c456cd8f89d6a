"""Tagged tokens in, the nouns that stand at a place out."""

from __future__ import annotations

from typing import Final, NamedTuple

from tracediff.lexicon.grammar import ONLY_S
from tracediff.text.tokens import Tokens

_MODIFIERS: Final = frozenset({"JJ", "JJR", "JJS", "VBN", "VBG", "NN$", "NNS$", "NNP$", "POS"})
_NOUNS: Final = frozenset({"NN", "NNS", "NNP", "NNPS", "FW"})
_PLURAL: Final = frozenset({"NNS", "NNPS"})
_LONGEST: Final = 9  # tokens; the longest phrase met has seven


class Phrase(NamedTuple):
    """The nouns and modifiers from token ``first`` to before ``stop``, and whether plural."""

    first: int
    stop: int
    plural: bool

    @property
    def empty(self) -> bool:
        """Whether there are none."""
        return self.stop <= self.first


def noun_phrase(t: Tokens, i: int) -> Phrase:
    """The modifiers and nouns that begin at token ``i``, none where no noun follows."""
    stop, plural = i, False
    for at in range(i, min(i + _LONGEST, t.size)):
        tag = t.tags[at]
        if tag in _NOUNS:
            stop, plural = at + 1, tag in _PLURAL
        elif tag not in _MODIFIERS and not (t.text[at] in ("-", "/", "&") and t.glued(at)):
            break
    return Phrase(i, stop, plural)


def head_noun(t: Tokens, phrase: Phrase) -> str:
    """The last noun of a phrase, in lower case."""
    return "" if phrase.empty else t.low[phrase.stop - 1].removesuffix("’s").removesuffix("'s")


def singular(word: str) -> str:
    """The singular of a plural noun.

    >>> [singular(w) for w in ("bosses", "viruses", "cities", "women", "states", "people")]
    ['boss', 'virus', 'city', 'woman', 'state', 'people']
    """
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith("men"):
        return word[:-2] + "an"
    if word in ONLY_S:
        return word[:-1]
    if word.endswith(("sses", "shes", "ches", "xes")) and len(word) > 4:
        return word[:-2]
    if word.endswith("uses") and word[-5:-4] not in ("a", "o", ""):  # no houses, no causes
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word
