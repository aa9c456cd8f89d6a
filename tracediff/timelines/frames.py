"""A fact in, its frame out: the words that tell it from other figures of its sentence."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from tracediff.model import Fact, Reading
from tracediff.timelines.words import content

_BREAK: Final = re.compile(
    r"[,;:()\[\]|—–→]|\s(?:and|or|but|while|whereas|compared|versus|followed)\s|\.\s", re.IGNORECASE
)
_COMPARES: Final = re.compile(
    r"→|\b(?:compared|comparison|than|versus|same\s+period)\b"
    r"|\b(?:up|down|ris(?:e|en|ing)|rose|fell|fall(?:en|ing)?|grew|growth|increas\w+|decreas\w+"
    r"|declin\w+|drop\w*|reduc\w+)\b[^.;]*\bfrom\b"
    r"|^\W*(?:percent\s+)?(?:in\s+\d{4}\s+)?to\W*$",
    re.IGNORECASE,
)
_REACH: Final = 110  # characters; further words belong to another clause


@dataclass(frozen=True, slots=True)
class Frame:
    """What a fact says beside its value.

    ``near`` are the words of its own clause, ``label`` those of what it counts, ``sentence`` all
    of its sentence. ``rank`` is its place among the ``beside`` figures of the sentence with its
    unit; ``compares`` says that it is compared with the figure before it.
    """

    edition: int
    fact: Fact
    near: frozenset[str]
    label: frozenset[str]
    sentence: frozenset[str]
    rank: int
    beside: int = 1
    compares: bool = False


def frames(edition: int, reading: Reading) -> tuple[Frame, ...]:
    """The frames of all facts of a reading, by the index of the fact."""
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        by_sentence[fact.sentence].append(fact)
    found = {}
    for sentence, facts in by_sentence.items():
        text = reading.edition.sentences[sentence].text
        for fact in facts:
            found[fact.index] = Frame(
                edition,
                fact,
                content(fact.measure) if fact.table is not None else _near(text, fact, facts),
                content(fact.label or fact.counted or fact.measure),
                content(text),
                sum(f.unit == fact.unit and f.index < fact.index for f in facts),
                sum(f.unit == fact.unit for f in facts),
                _compares(text, fact, facts),
            )
    return tuple(found[fact.index] for fact in reading.facts)


def _compares(text: str, fact: Fact, facts: Sequence[Fact]) -> bool:
    """Whether the words before a figure compare it with the figure before it."""
    start = max((f.at.end for f in facts if f.at.end <= fact.at.start), default=None)
    return start is not None and bool(_COMPARES.search(text[start : fact.at.start]))


def _near(text: str, fact: Fact, facts: Sequence[Fact]) -> frozenset[str]:
    """The words between a figure and the next break or figure, on the side that names it."""
    start = max((f.at.end for f in facts if f.at.end <= fact.at.start), default=0)
    stop = min((f.at.start for f in facts if f.at.start >= fact.at.end), default=len(text))
    left = text[max(start, fact.at.start - _REACH) : fact.at.start]
    right = text[fact.at.end : min(stop, fact.at.end + _REACH)]
    in_brackets = left.rstrip().endswith("(")
    left = left.rstrip(" (")
    before = _last_part(left)
    after = "" if in_brackets else _first_part(right)
    return content(f"{before} {after}") or content(f"{left} {right}")


def _last_part(text: str) -> str:
    """What stands behind the last break that has words behind it."""
    parts = _BREAK.split(text)
    return next((part for part in reversed(parts) if content(part)), "")


def _first_part(text: str) -> str:
    """What stands before the first break that has words before it."""
    return next((part for part in _BREAK.split(text) if content(part)), "")
