"""One passage's text in, the places where its sentences begin and end out.

Rules of our own, in the tradition of the Punkt and Golden Rules work: a mark ends a sentence unless
the word before it is an abbreviation or the word behind it cannot begin one. Sentences glued
together by typesetting ("… by officials.The prosecutor …") are taken apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Set

from tracediff.lexicon.abbreviations import ALWAYS, BEFORE_NUMBER, SOMETIMES, STARTERS
from tracediff.model import Span

_END = re.compile(
    r"""
    (?P<mark>[.!?…]{1,4})(?P<close>["'”’)\]»]{0,3})
    (?: (?P<gap>[ ]) | (?P<glued>(?=[A-Z“])) )
    """,
    re.VERBOSE,
)
_BEFORE_WORD = re.compile(r"[\s(\[“\"‘]")
_INITIALS = re.compile(r"(?:[a-z]\.)+[a-z]")
_NEXT_WORD = re.compile(r"[(\[“\"‘']{0,2}([^\s,.;:!?”\"’)]{1,40})")
_NUMBERED = re.compile(r"[(\[]?Nos?\. ?\d")  # "No." opens a sentence, but not before a number
_SMALL_NAME = re.compile(r"[a-z]{1,3}[A-Z]\w{2,}\Z")  # "arXiv", "eBay": a name, however it begins
_GLUED_BEFORE = re.compile(r"(?:[a-z]{2}|[A-Z]{3}|(?<![A-Za-z.])\d|%)[)\]]?\Z")
_GLUED_NEXT = re.compile(r"“?(?:[A-Z][a-z’']{0,30}|[A-Z]{2,12}s?)[ ,]")


def sentence_spans(text: str, abbreviations: Set[str] = frozenset()) -> Iterator[Span]:
    """Where each sentence of a text begins and ends.

    ``abbreviations`` are further words, in lower case, whose full stop ends no sentence.

    >>> [tuple(s) for s in sentence_spans("Mr. Ode left. He paid $3.50.")]
    [(0, 13), (14, 28)]
    """
    start = 0
    for match in _END.finditer(text):
        if match.start() < start or not _ends_here(text, start, match, abbreviations):
            continue
        end = match.end("close")
        yield Span(start, end)
        start = match.end()
    if text[start:].strip():
        yield Span(start + len(text[start:]) - len(text[start:].lstrip()), len(text.rstrip()))


def _ends_here(text: str, start: int, match: re.Match[str], abbreviations: Set[str]) -> bool:
    before = text[max(start, match.start() - 40) : match.start()]
    if match.group("glued") is not None:
        return _is_glued(text, start, before, match)
    first = text[match.end() : match.end() + 1]
    following = _NEXT_WORD.match(text, match.end())
    small = first.islower() and not _SMALL_NAME.match(following.group(1) if following else "")
    if not following or small or (first in "(“\"‘'[" and following.group(1)[0].islower()):
        return False
    if match.group("mark") != "." or match.group("close"):
        return first not in ",;:"
    last = _BEFORE_WORD.split(before.rstrip('"”’»'))[-1]
    if not last:
        return False
    word = last.casefold()
    if word in abbreviations:
        return False
    if not text[start : match.start()].strip("0123456789.() "):
        return False  # a number that opens the sentence: "3. The …"
    numbered = _NUMBERED.match(text, match.end()) is not None
    return _word_ends(last, word, "" if numbered else following.group(1))


def _word_ends(raw: str, word: str, following: str) -> bool:
    """Whether a sentence may end after this word and its full stop; ``following`` is the next word,
    "" where the number of what the word names follows ("E.O. No. 92")."""
    opens = following.casefold() in STARTERS
    if word in BEFORE_NUMBER and following[:1].isdigit():
        return False
    if word in ALWAYS:
        return False
    if word in SOMETIMES or _INITIALS.fullmatch(word):
        return opens
    if len(word) == 1 and raw.isalpha() and raw.isupper():
        return opens and raw != "I"
    return True


def _is_glued(text: str, start: int, before: str, match: re.Match[str]) -> bool:
    """Whether a stop with no space behind it ends a sentence: "in 2019.Of the nine …"."""
    if not _GLUED_BEFORE.search(before) or len(match.group("mark")) > 1:
        return False
    if not text[start : match.start()].strip("0123456789.() "):
        return False  # a number that opens the sentence: "3.The …"
    token = re.search(r"\S*\Z", before)
    if token and re.search(r"[/@\\]|www|http", token.group()):
        return False
    return bool(_GLUED_NEXT.match(text, match.end()))
