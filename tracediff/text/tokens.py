"""Text in, tokens out: the one pass over a sentence that all readers of figures share."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from sys import intern
from typing import Final

from tracediff.lexicon.money import SIGNS
from tracediff.lexicon.numbers import SCALES, TENS, UNITS, VULGAR
from tracediff.model import Span
from tracediff.text.vocabulary import PLAIN, Vocabulary

_SIGN = "|".join(
    re.escape(sign)
    for sign in sorted(
        (s for s in SIGNS if not (s.isalpha() and s.isascii())), key=len, reverse=True
    )
)

_PIECES = "|".join(sorted({*UNITS, *TENS, *SCALES, "half", "minus"}, key=len, reverse=True))

# Every repetition is bounded or separated by a character that it cannot itself match, so that the
# scan is linear whatever it is fed.
TOKEN: Final[re.Pattern[str]] = re.compile(
    rf"""
    (?P<c>[Pp]er[ ]cent(?![\w’'-]))              # one word, as "percent" is
  | (?P<f>[a-z]{{3,40}}(?![\w.:'’‑-]))             # a plain word, as most are: tried first
  | (?P<x>(?i:{_PIECES})(?=-[^\W\d_]))            # the "two" of "two-thirds"
  | (?P<u>https?://\S+ | www\.\S+)
  | (?P<s>{_SIGN})
  | (?P<n>
        \d{{1,3}}(?:,\d{{3}}){{1,6}}(?!\d)(?:\.\d{{1,12}})?         # 1,570  11,300.5
      | \d{{1,2}}(?:,\d{{2}}){{1,6}},\d{{3}}(?!\d)(?:\.\d{{1,6}})?    # 12,34,567
      | \d{{1,3}}(?:\.\d{{3}}){{1,6}},\d{{1,2}}(?!\d)                 # 1.111,11
      | \d{{1,3}}(?:[ \u00a0\u202f]\d{{3}}){{2,6}}(?![\d,])(?:\.\d{{1,6}})?  # 1 234 567
      | \d{{1,3}}(?:[\u00a0\u202f]\d{{3}}|[ ]000)(?![\d,])            # 40 000
      | \d{{1,18}}(?:\.\d{{1,12}})?(?:e[+-]?\d{{1,3}}(?![\w]))?      # 79  9.5  1.3e6
      | \.\d{{1,12}}
    )
  | (?P<v>[{"".join(VULGAR)}])
  | (?P<w>(?:[A-Za-z]\.){{2,6}}
      | (?:[kMG]?t|g|kg)?CO[2₂](?:-?eq?)?\b | k?m[23]\b(?![.,]\d)    # MtCO2e  m3
      | [A-Z]{{1,4}}(?:&[A-Z]{{1,4}}){{1,2}}\b                         # R&D  SG&A
      | [^\W\d_]+(?:[-‑'’][^\W\d_]+)*)
  | (?P<p>\S)
    """,
    re.VERBOSE,
)

# A token with the white space before it, which no part of the pattern needs to be tried on.
_NEXT: Final[re.Pattern[str]] = re.compile(rf"\s*+(?:{TOKEN.pattern})", re.VERBOSE)

# What each group of the pattern is; a mark is matched by none.
_KINDS: Final[dict[str | None, str]] = {"c": "w", "f": "w", "x": "w", **{k: k for k in "usnvwp"}}
_BEYOND: Final[list[str]] = [""] * 8  # looking so far beyond the last token is safe
_PER_CENT: Final = frozenset({"per cent", "Per cent"})  # one word, as "percent" is


@dataclass(slots=True)
class Tokens:
    """The tokens of one sentence as columns, which is what makes looking around in them cheap.

    ``kind`` is n (digits), v (one character that is a fraction), s (currency sign), w (word),
    u (an address of the web) or p (any other mark). Looking beyond either end gives an empty token.
    """

    source: str
    text: list[str]
    low: list[str]
    kind: list[str]
    start: list[int]
    end: list[int]
    size: int
    vocabulary: Vocabulary = PLAIN
    tags: Sequence[str] = ()  # parts of speech, where the sentence was parsed

    def glued(self, i: int) -> bool:
        """Whether token ``i`` stands directly behind the one before it."""
        return 0 < i < self.size and self.start[i] == self.end[i - 1]

    def span(self, first: int, stop: int) -> Span:
        """The stretch of text that the tokens ``first`` to before ``stop`` cover."""
        return Span(self.start[first], self.end[stop - 1])

    def words(self, first: int, stop: int) -> str:
        """The text of the tokens ``first`` to before ``stop``, as it stands."""
        return self.source[self.start[first] : self.end[stop - 1]] if stop > first else ""

    def capital(self, i: int) -> bool:
        """Whether token ``i`` is a word with a capital letter at its head."""
        return 0 <= i < self.size and self.kind[i] == "w" and self.text[i][0].isupper()


def tokenise(text: str, vocabulary: Vocabulary = PLAIN) -> Tokens:
    """Cut a sentence into tokens.

    Hyphenated words stay whole ("government-funded") unless they open with a number
    ("twenty-two", "two-thirds", "five-year"). "Per cent" is the one word "percent".
    """
    found = list(_NEXT.finditer(text))
    groups = [match.lastgroup for match in found]
    spans = [match.span(match.lastgroup or 0) for match in found]
    # a word is held once, however often it stands in a report, and is found in a set at once
    words = [intern(text[start:end]) for start, end in spans]
    if "c" in groups:
        words = ["percent" if group == "c" else w for w, group in zip(words, groups, strict=True)]
    beyond = [len(text)] * len(_BEYOND)
    return Tokens(
        text,
        words + _BEYOND,
        [*map(intern, map(str.lower, words)), *_BEYOND],
        [*map(_KINDS.__getitem__, groups), *_BEYOND],
        [*[start for start, _ in spans], *beyond],
        [*[end for _, end in spans], *beyond],
        len(words),
        vocabulary=vocabulary,
    )


def restored(
    text: str, start: list[int], end: list[int], kinds: str, vocabulary: Vocabulary = PLAIN
) -> Tokens:
    """The tokens of a text that was cut before, from their places and kinds."""
    words = [intern(text[one:stop]) for one, stop in zip(start, end, strict=True)]
    if not _PER_CENT.isdisjoint(words):
        words = ["percent" if word in _PER_CENT else word for word in words]
    beyond = [len(text)] * len(_BEYOND)
    return Tokens(
        text,
        words + _BEYOND,
        [*map(intern, map(str.lower, words)), *_BEYOND],
        [*kinds, *_BEYOND],
        start + beyond,
        end + beyond,
        len(words),
        vocabulary=vocabulary,
    )
