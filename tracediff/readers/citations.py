"""Where a text points to its sources and notes: stretches that are not figures of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracediff.model import Span

_NUMBERS = r"\d{1,3}(?:[ ]?[,;–-][ \n]?\d{1,3}){0,60}"
_BRACKETED = re.compile(rf"[ \n]?\(({_NUMBERS})\)|[ \n]?\[({_NUMBERS})\]")
_MARKS = re.compile(r"(?<=[\w.,;:!?)\]’”\"%])[†‡]{1,3}|(?<=[^\W\d])\*{1,3}(?![\w*])")
_NUMBER = re.compile(r"\d{1,3}")


def citations(text: str, known: int) -> Iterator[Span]:
    """The citations and note marks in a text, where ``known`` sources are listed by number.

    Without a numbered list (``known`` is 0) only numbers in square brackets count, because
    "(12)" may as well be a figure.

    >>> text = "It fell to 213 (2,47) of 400 (1,200).†"
    >>> [text[start:end] for start, end in citations(text, 60)]
    [' (2,47)', '†']
    """
    found = []
    for match in _BRACKETED.finditer(text):
        numbers = [int(n) for n in _NUMBER.findall(match.group())]
        if match.group(2) or max(numbers) <= known:
            found.append(Span(match.start(), match.end()))
    found += [Span(match.start(), match.end()) for match in _MARKS.finditer(text)]
    yield from sorted(found)


def without(text: str, cuts: Iterator[Span]) -> str:
    """A text without some stretches of it, white space run together."""
    kept, at = [], 0
    for start, end in cuts:
        kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    return " ".join("".join(kept).split())
