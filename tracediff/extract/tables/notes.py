"""Notes below tables in, out the periods that they give to the cells with their mark."""

from __future__ import annotations

import re
from typing import Final

from tracediff.extract.periods import find_mentions
from tracediff.model import Edition, Period, Span

_MARK: Final[re.Pattern[str]] = re.compile(r"(?<=[\d)])[*†‡§]")
_MARKS: Final[frozenset[str]] = frozenset("*†‡§")


def note_mark(text: str, cell: Span) -> str:
    """The mark behind the figure of a cell; nothing where there is none."""
    mark = _MARK.search(text, *cell)
    return mark.group() if mark else ""


def noted(edition: Edition, own: Period | None) -> dict[tuple[int, str], Period]:
    """The period that a note below tables gives for the cells with its mark, by section and mark.

    "† Data are from July 2019 to June 2020": whatever the column is headed.
    """
    found: dict[tuple[int, str], Period] = {}
    for sentence in edition.sentences:
        mark = edition.paragraphs[sentence.paragraph].label or sentence.text[:1]
        if mark in _MARKS:
            periods = [m.period for m in find_mentions(sentence.text, own) if m.period]
            if len(periods) == 1:
                found.setdefault((sentence.section, mark), periods[0])
    return found
