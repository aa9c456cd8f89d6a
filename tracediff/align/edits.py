"""What changed inside a link: runs of whole words, and how much each matters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from tracediff.model import Edit, EditKind, Span
from tracediff.text.words import FUNCTION_WORDS, Token, stem, tokens


@dataclass(frozen=True, slots=True)
class ChangedWord:
    """A word of the new text that was changed: offsets in it, and a weight from 0 to 1."""

    start: int
    end: int
    weight: float


class Run(NamedTuple):
    """A stretch of words: the same on both sides, or exchanged for each other."""

    same: bool
    old: range
    new: range


@lru_cache(maxsize=2048)  # stories are joined by them, and told; a page shows both sides of each
def edits(old: str, new: str) -> tuple[Edit, ...]:
    """The runs that turn one text into the other; together they cover both, in order."""
    olds, news = _pieces(old), _pieces(new)
    changed = _changed(olds, news), _changed(news, olds)
    return tuple(_edits(_runs(olds, news), (old, new), (olds, news), changed))


def changed_words(old: str, new: str) -> tuple[ChangedWord, ...]:
    """The words of ``new`` that are not as they were in ``old``, each with how much it matters.

    A word that stands elsewhere in the old text weighs less than one that is new.

    >>> new = "The port inspected 180 ships."
    >>> words = changed_words("The port inspected 120 ships.", new)
    >>> [(new[word.start : word.end], word.weight) for word in words]
    [('180', 1.0)]
    """
    olds, news = _pieces(old), _pieces(new)
    weights = _changed(news, olds)
    return tuple(
        ChangedWord(news[j].start, news[j].end, weights[j])
        for run in _runs(olds, news)
        if not run.same
        for j in run.new
    )


def _edits(
    runs: Sequence[Run],
    texts: tuple[str, str],
    words: tuple[list[Token], list[Token]],
    weights: tuple[list[float], list[float]],
) -> Iterator[Edit]:
    for run in runs:
        left = _span(words[0], run.old, texts[0])
        right = _span(words[1], run.new, texts[1])
        if run.same:
            yield Edit(EditKind.SAME, left, right)
            continue
        if run.old:
            here = Span(right.start, right.start)
            weight = max(weights[0][i] for i in run.old)
            yield Edit(EditKind.DELETED, left, here, weight)
        if run.new:
            here = Span(left.end, left.end)
            weight = max(weights[1][j] for j in run.new)
            yield Edit(EditKind.INSERTED, here, right, weight)


def _span(words: list[Token], run: range, text: str) -> Span:
    """From the first word to the start of the one after the last, so that the runs cover all."""
    start = words[run.start].start if run.start < len(words) else len(text)
    stop = words[run.stop].start if run.stop < len(words) else len(text)
    return Span(0 if run.start == 0 else start, stop)


# --- words and what they weigh ----------------------------------------------------------------


def _pieces(text: str) -> list[Token]:
    """The words of a text; a date, and an amount with its sign and unit, are one word."""
    out: list[Token] = []
    whole = [(m.start(), m.end()) for m in _WHOLE.finditer(text)]
    at = 0
    for token in tokens(text):
        while at < len(whole) and whole[at][1] <= token.start:
            at += 1
        if at < len(whole) and whole[at][0] <= token.start:
            start, end = whole[at]
            if out and out[-1].start == start:
                continue
            out.append(Token(text[start:end], start, max(end, token.end)))
        else:
            out.append(token)
    return out


_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.?"
)
_WHOLE = re.compile(
    rf"""
    \b{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{4}})?\b   # May 18, 2020
    | \b\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:\s\d{{4}})?\b  # 18 May 2020
    | (?:(?<![\w)])[-−+])?[$€£¥₹]?\d[\d.,]{{0,20}}(?<=\d)    # 10 million, −3.5 percent, $2 billion
      (?:\s?%|\s(?:percent|per\scent|million|billion|trillion|thousand|hundred)\b)?
    """,
    re.VERBOSE,
)


def _changed(words: Sequence[Token], others: Sequence[Token]) -> list[float]:
    """How much each word matters if it was changed, given the words of the other side."""
    there = {_word(t) for t in others}
    stems = {stem(t.text) for t in others}
    out = []
    for token in words:
        weight = _weight(token.text)
        if _word(token) in there:
            weight *= _ELSEWHERE
        elif stem(token.text) in stems and weight < _NEGATION:
            weight *= _INFLECTED
        out.append(weight)
    return out


_ELSEWHERE = 0.4  # the other side has the same word somewhere: it moved, it is not new
_INFLECTED = 0.7  # the other side has another form of it
_FIGURE = 1.0
_NEGATION = 0.9
_NAME = 0.85
_WORD = 0.7
_DATE = 0.5  # from one edition to the next every date rolls on
_SMALL = 0.1
_MARK = 0.02


@lru_cache(maxsize=65536)
def _weight(word: str) -> float:
    """How much a word matters to what a text asserts: figures, negations and names most."""
    if any(c.isdigit() for c in word):
        return _DATE if _IS_DATE.fullmatch(word) else _FIGURE
    if not any(c.isalnum() for c in word):
        return _MARK
    lower = word.casefold()
    if lower in _NEGATIONS:
        return _NEGATION
    if lower in FUNCTION_WORDS:
        return _SMALL
    return _NAME if word[0].isupper() else _WORD


_IS_DATE = re.compile(
    rf"(?:19|20)\d\d|{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?:,\s\d{{4}})?"
    rf"|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}(?:\s\d{{4}})?"
)
_NEGATIONS = frozenset({"no", "not", "never", "none", "neither", "nor", "without", "cannot"})


@lru_cache(maxsize=65536)
def _shape(word: str) -> str:
    return word.casefold().translate(_QUOTES)


def _word(token: Token) -> str:
    return _shape(token.text)


_QUOTES = str.maketrans({"’": "'", "‘": "'", "”": '"', "“": '"', "–": "-", "—": "-", "‑": "-"})


# --- runs -------------------------------------------------------------------------------------


def _runs(olds: Sequence[Token], news: Sequence[Token]) -> list[Run]:
    """The longest common word sequence as runs, without crumbs of sameness between changes.

    The order of the sides does not change what is found: even choices go by the texts.
    """
    a, b = [_word(t) for t in olds], [_word(t) for t in news]
    if b < a:
        return [Run(r.same, r.new, r.old) for r in _joined(_common(b, a), news)]
    return _joined(_common(a, b), olds)


def _common(a: Sequence[str], b: Sequence[str]) -> list[Run]:
    runs: list[Run] = []
    for same, left, right in _blocks(a, b):
        if runs and not same and not runs[-1].same:
            last = runs.pop()
            left, right = range(last.old.start, left.stop), range(last.new.start, right.stop)
        runs.append(Run(same, left, right))
    return runs


def _blocks(a: Sequence[str], b: Sequence[str]) -> Iterator[Run]:
    """The stretches of the longest common sequence; of texts too long for it, only the ends."""
    if len(a) * len(b) <= _MOST:
        for op in LCSseq.opcodes(a, b):
            left, right = range(op.src_start, op.src_end), range(op.dest_start, op.dest_end)
            yield Run(op.tag == "equal", left, right)
        return
    least = min(len(a), len(b))
    head = next((i for i in range(least) if a[i] != b[i]), least)
    tail = next((i for i in range(least - head) if a[-1 - i] != b[-1 - i]), least - head)
    yield Run(True, range(head), range(head))
    yield Run(False, range(head, len(a) - tail), range(head, len(b) - tail))
    yield Run(True, range(len(a) - tail, len(a)), range(len(b) - tail, len(b)))


_MOST = 40_000_000  # pairs of words: a bit each, so five megabytes


def _joined(runs: Sequence[Run], words: Sequence[Token]) -> list[Run]:
    """Let a lone small word between two changes join them: nobody reads such confetti."""
    out: list[Run] = []
    for at, run in enumerate(runs):
        between = 0 < at < len(runs) - 1 and run.same and len(run.old) <= _CRUMB
        crumb = between and all(_weight(words[i].text) <= _SMALL for i in run.old)
        changed = crumb or not run.same
        if changed and out and not out[-1].same:
            last = out.pop()
            run = Run(
                False, range(last.old.start, run.old.stop), range(last.new.start, run.new.stop)
            )
        out.append(run)
    return out


_CRUMB = 2  # words
