"""A piece of a text that is compared: a word, figure, date or sign, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass

from tracediff.model import Sentence, Span
from tracediff.model.record import Record


@dataclass(frozen=True, slots=True)
class Piece(Record):
    """A word, figure, date or sign: as it stands, and in the form that is compared."""

    text: str
    form: str
    at: Span


@dataclass(frozen=True, slots=True)
class Change(Record):
    """Words of the old text that gave way to words of the new one; one side may be empty."""

    old: tuple[Piece, ...]
    new: tuple[Piece, ...]


Held = list[tuple[Sentence, Piece]]
"""The pieces of some sentences, each with its own."""
