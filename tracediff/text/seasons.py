"""The words of a sentence in, those out that are a season and no verb: "Fall 2024", "in Fall"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

_OTHERS: Final = frozenset({"Spring", "Summer", "Winter", "Autumn"})
_WHEN: Final = frozenset(
    "in of from for since during by until this last next each every and".split()
)
_MOVED: Final = frozenset({"in", "of", "from", "to", "by"})  # behind what fell


def seasons(texts: Sequence[str]) -> list[int]:
    """Where "Fall" with a capital names the season.

    A year follows it, another season is named beside it, a word that a time follows stands before
    it, or a noun behind it, as in "Fall update: 133 boats".

    >>> seasons("Fall in exports".split()), seasons("Up from 13 in Fall 24".split())
    ([], [4])
    """
    return [i for i, text in enumerate(texts) if text == "Fall" and _is_season(texts, i)]


def _is_season(texts: Sequence[str], i: int) -> bool:
    behind = texts[i + 1] if i + 1 < len(texts) else ""
    further = texts[i + 2] if behind in _MOVED and i + 2 < len(texts) else behind
    if _is_year(further) or not _OTHERS.isdisjoint(texts):
        return True
    if i and texts[i - 1].casefold() in _WHEN:
        return True
    return behind.isalpha() and behind.casefold() not in _MOVED


def _is_year(text: str) -> bool:
    digits = text.strip("’'")
    return digits.isdigit() and (len(digits) == 2 or digits[:2] in ("19", "20"))
