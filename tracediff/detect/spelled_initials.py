"""Two texts in, what one gives by its initials and the other in full out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from tracediff.detect.piece import Change, Held, Piece
from tracediff.text.words import FUNCTION_WORDS


def spelled_out(changes: Iterable[Change], old: Held, new: Held) -> list[Change]:
    """The changes without names that the other side gives by their initials, and the reverse."""
    olds, news = _initials(old), _initials(new)
    return [
        Change(_unabbreviated(change.old, news), _unabbreviated(change.new, olds))
        for change in changes
    ]


class _Initials(NamedTuple):
    """The initials of the words of a side, a gap for a small one, and its abbreviations."""

    of_words: str
    abbreviated: frozenset[str]


def _initials(held: Held) -> _Initials:
    words = [p.text for _, p in held if p.text.casefold() not in FUNCTION_WORDS]
    short = frozenset(_upper(word) for word in words)
    return _Initials(
        "".join(word[0] if word[0].isupper() else " " for word in words),
        frozenset(letters for letters in short if len(letters) > 1),
    )


def _unabbreviated(side: tuple[Piece, ...], other: _Initials) -> tuple[Piece, ...]:
    spelled = "".join(p.text[0] for p in side if p.text[:1].isupper())
    given = len(spelled) > 1 and any(letters in spelled for letters in other.abbreviated)
    return tuple(
        p for p in side if not (_is_short_for(p, other) or (given and p.text[0].isupper()))
    )


def _is_short_for(piece: Piece, other: _Initials) -> bool:
    letters = _upper(piece.text)
    return len(letters) > 1 and letters in other.of_words


def _upper(word: str) -> str:
    return "".join(c for c in word if c.isupper())
