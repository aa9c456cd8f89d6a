"""The sentences of an edition in, whether they are English out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.grammar import ENGLISH
from tracediff.model import BlockKind, Sentence


def mostly_foreign(sentences: Sequence[Sentence]) -> bool:
    """Whether most of the running text is not English.

    English prose cannot do without articles and prepositions; a sentence of some length that has
    hardly any is in another language. Rows of tables tell nothing, and so does little text.
    """
    prose = [sentence for sentence in sentences if sentence.kind is not BlockKind.TABLE]
    english = foreign = 0
    for sentence in prose[:: 1 + len(prose) // _MOST]:
        words = [word for word in map(_bare, sentence.text.split()) if word.isalpha()]
        if len(words) < _LONG:
            continue
        if sum(word in ENGLISH for word in words) >= _SHARE * len(words):
            english += len(words)
        else:
            foreign += len(words)
    return foreign > max(english, _FEWEST)


def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]\"'“”‘’«»").casefold()


_LONG: Final = 8  # words of a sentence that tell its language
_SHARE: Final = 0.08  # of the words in English; prose has a quarter or more
_FEWEST: Final = 40  # words of another language that are no mere quotation
_MOST: Final = 2000  # sentences that are looked at, spread evenly
