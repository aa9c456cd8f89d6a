"""The few words that differ between the two sides of a finding: a finding in, words out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.align import edits
from tracediff.model import Comparison, Edit, EditKind, Finding, Side
from tracediff.text.words import FUNCTION_WORDS, tokens

_NEAR: Final = 12  # characters between two changed runs that are read as one
_MOST: Final = 8  # words of a side; where more differ, the words alone say too little


def differing(finding: Finding, comparison: Comparison) -> tuple[str, str]:
    """What the old side says and the new side does not, and the reverse; "" where nothing does.

    Both are empty where there are more such words than a headline can quote, or where they stand
    in several places.
    """
    if finding.old is None or finding.new is None:
        return "", ""
    old, new = _text(finding, Side.OLD, comparison), _text(finding, Side.NEW, comparison)
    runs = [run for run in _joined(edits(old, new), old, new) if _tells(run, old, new)]
    if len(runs) != 1:
        return "", ""
    (first, last), (start, stop) = runs[0]
    before, after = old[first:last].strip(_MARKS), new[start:stop].strip(_MARKS)
    if len(before.split()) == len(after.split()) == 1:
        before = f"{before} {_behind(old, last)}".strip(_MARKS)
        after = f"{after} {_behind(new, stop)}".strip(_MARKS)
    if max(len(before.split()), len(after.split())) > _MOST:
        return "", ""
    return before, after


def _behind(text: str, at: int) -> str:
    """The next words of a text, up to a mark: one word alone says too little."""
    following = re.match(r"\W{0,2}((?:[\w’'-]+ ?){0,2})", text[at:])
    return following[1].strip() if following else ""


_MARKS: Final = " ,.;:()"
_Stretch = tuple[tuple[int, int], tuple[int, int]]


def _text(finding: Finding, side: Side, comparison: Comparison) -> str:
    """The clause that a finding quotes, or its sentence where it quotes only a word."""
    evidence = finding.old if side is Side.OLD else finding.new
    assert evidence is not None
    if len(evidence.quote.split()) > 3 and "…" not in evidence.quote:
        return evidence.quote
    reading = comparison.old if side is Side.OLD else comparison.new
    return reading.edition.sentences[evidence.sentence].text


def _joined(changes: Sequence[Edit], old: str, new: str) -> Iterator[_Stretch]:
    """The changed stretches of both texts, those joined that only a word or two keep apart."""
    held: _Stretch | None = None
    for edit in changes:
        if edit.kind is EditKind.SAME:
            gap = edit.old.end - edit.old.start
            if held and gap > _NEAR:
                yield held
                held = None
            continue
        own = ((edit.old.start, edit.old.end), (edit.new.start, edit.new.end))
        held = (
            own
            if held is None
            else (
                (held[0][0], max(held[0][1], own[0][1])),
                (held[1][0], max(held[1][1], own[1][1])),
            )
        )
    if held:
        yield held


def _tells(run: _Stretch, old: str, new: str) -> bool:
    """Whether the words of a stretch are more than small words and marks."""
    (first, last), (start, stop) = run
    words = {t.text.casefold() for t in tokens(f"{old[first:last]} {new[start:stop]}")}
    return any(w.isalnum() and (w not in FUNCTION_WORDS or w in _TURNING) for w in words)


_TURNING: Final = frozenset("not no may might must should shall could can all some most".split())
