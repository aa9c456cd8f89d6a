"""What changed inside a link: runs of whole words, and how much each matters."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import LCSseq

from tracediff.model import Edit, EditKind, Span
from tracediff.words import FUNCTION_WORDS, Token, tokens


@dataclass(frozen=True, slots=True)
class ChangedWord:
    """A word of the new text that the old one lacks: offsets, and a weight from 0 to 1."""

    start: int
    end: int
    weight: float


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The runs that turn one text into the other; together they cover both."""
    a, b = tokens(old), tokens(new)
    out: list[Edit] = []
    for tag, i1, i2, j1, j2 in _runs([_word(t) for t in a], [_word(t) for t in b]):
        left, right = _span(a, i1, i2, len(old)), _span(b, j1, j2, len(new))
        if tag == "equal":
            out.append(Edit(EditKind.SAME, left, right))
            continue
        if i2 > i1:
            here = Span(right.start, right.start)
            out.append(Edit(EditKind.DELETED, left, here, max(map(_weight, a[i1:i2]))))
        if j2 > j1:
            here = Span(left.end, left.end)
            out.append(Edit(EditKind.INSERTED, here, right, max(map(_weight, b[j1:j2]))))
    return tuple(out)


def changed_words(old: str, new: str) -> tuple[ChangedWord, ...]:
    """The words of ``new`` that are not in ``old``, each with how much it matters."""
    a, b = tokens(old), tokens(new)
    return tuple(
        ChangedWord(t.start, t.end, _weight(t))
        for tag, _, _, j1, j2 in _runs([_word(t) for t in a], [_word(t) for t in b])
        if tag != "equal"
        for t in b[j1:j2]
    )


def _runs(a: list[str], b: list[str]) -> list[tuple[str, int, int, int, int]]:
    return [
        (op.tag, op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in LCSseq.opcodes(a, b)
    ]


def _span(words: list[Token], first: int, stop: int, end: int) -> Span:
    """From the first word to the start of the one after the last, so that the runs cover all."""
    start = words[first].start if first < len(words) else end
    if first == 0:
        start = 0
    return Span(start, words[stop].start if stop < len(words) else end)


def _word(token: Token) -> str:
    return token.text.casefold().replace("’", "'").replace("”", '"').replace("“", '"')


def _weight(token: Token) -> float:
    return _weigh(token.text)


@lru_cache(maxsize=65536)
def _weigh(word: str) -> float:
    if any(c.isdigit() for c in word):
        return 1.0
    if not word[0].isalpha():
        return 0.02
    if word.casefold() in _NEGATIONS:
        return 0.9
    if word.casefold() in FUNCTION_WORDS:
        return 0.1
    return 0.8 if word[0].isupper() else 0.6


_NEGATIONS = frozenset({"no", "not", "never", "none", "neither", "nor", "without", "cannot"})
