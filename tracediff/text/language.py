"""The sentences of an edition in, the language that most of them are in out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from tracediff.lexicon.grammar import ENGLISH, LANGUAGES
from tracediff.model import BlockKind, Sentence

UNKNOWN: Final = "und"  # a language that is none of those known here (ISO 639-2)


def language_of(sentences: Sequence[Sentence]) -> str | None:
    """The code of the language of most of the running text; none where there is too little of it.

    The language whose small words stand in the text most often.
    """
    prose = [*_prose(sentences)]
    words = Counter(word for text in prose for word in text)
    if words.total() < _FEWEST:
        return None
    if not _mostly_foreign(prose):
        return "en"
    held = {code: sum(words[word] for word in own) for code, own in LANGUAGES.items()}
    best = max(held, key=lambda code: held[code])
    return best if held[best] >= _SHARE * words.total() else UNKNOWN


def mostly_foreign(sentences: Sequence[Sentence]) -> bool:
    """Whether most of the running text is not English.

    English prose cannot do without articles and prepositions; a sentence of some length that has
    hardly any is in another language. Rows of tables tell nothing, and so does little text.
    """
    return _mostly_foreign(_prose(sentences))


def _mostly_foreign(prose: Iterable[Sequence[str]]) -> bool:
    english = foreign = 0
    for words in prose:
        if sum(word in ENGLISH for word in words) >= _SHARE * len(words):
            english += len(words)
        else:
            foreign += len(words)
    return foreign > max(english, _FEWEST)


def _prose(sentences: Sequence[Sentence]) -> Iterator[list[str]]:
    """The words of the sentences of some length."""
    prose = [sentence for sentence in sentences if sentence.kind is not BlockKind.TABLE]
    for sentence in prose[:: 1 + len(prose) // _MOST]:
        words = [word for word in map(_bare, sentence.text.split()) if word.isalpha()]
        if len(words) >= _LONG:
            yield words


@lru_cache(maxsize=16384)
def _bare(word: str) -> str:
    return word.strip(".,;:!?()[]\"'“”‘’«»").casefold()


_LONG: Final = 8  # words of a sentence that tell its language
_SHARE: Final = 0.08  # of the words in English; prose has a quarter or more
_FEWEST: Final = 40  # words of another language that are no mere quotation
_MOST: Final = 2000  # sentences that are looked at, spread evenly
