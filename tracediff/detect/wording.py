"""Putting a changed claim into words: evidence that quotes, and messages that are sentences."""

from __future__ import annotations

import re
from typing import Final

from tracediff.detect.couples import Couple, Pair
from tracediff.detect.phrasing import capital
from tracediff.model import (
    Change,
    Claim,
    Comparison,
    Edition,
    Evidence,
    Finding,
    Sentence,
    Side,
    Span,
)
from tracediff.rules import RULES

_SUREST: Final = 0.9  # no change of words is as sure as an inconsistency of figures
LONGEST: Final = 200  # characters of each of two quotes in a message; more is not read
LONGEST_ALONE: Final = 320  # and of the only one
_CITED: Final = re.compile(r"\(?\d{1,3}(?:[;,] ?\d{1,3}){0,20}\) ")  # "(1; 86) " before a sentence


def evidence(sentence: Sentence, at: Span, *, new: bool) -> Evidence:
    """The words at ``at``, as one side's evidence."""
    side = Side.NEW if new else Side.OLD
    return Evidence(side, sentence.index, at, sentence.text[at.start : at.end])


_LETTER: Final = re.compile(r"[^\W\d_]")


def excerpt(sentence: Sentence, claim: Claim, at: Span) -> str:
    """The clause, or where it is long the words around ``at``, cut between words."""
    start, end = claim.at
    text = sentence.text
    if not _LETTER.search(text, 0, start):
        start = 0  # "90% of all clerks": a figure at the head belongs to the clause
    cited = _CITED.match(text, start, end)
    if cited:
        start = cited.end()
        at = Span(max(start, at.start), max(start, at.end))
    if end - start <= LONGEST:
        return text[start:end].strip().rstrip(".")
    room = max(0, LONGEST - (at.end - at.start))
    left, right = max(start, at.start - room // 3), min(end, at.end + 2 * room // 3)
    left = start if left == start else text.find(" ", left, at.start) + 1 or at.start
    if right < end:
        cut = text.rfind(" ", at.end, right)
        right = cut if cut > at.end else right
    return f"{'…' if left > start else ''}{text[left:right].strip()}{'…' if right < end else ''}"


def quoted(sentence: Sentence) -> str:
    """A whole sentence for a message, without the note that it begins with and its last mark."""
    text = sentence.text
    cited = _CITED.match(text)
    text = text[cited.end() :] if cited else text
    if len(text) > LONGEST_ALONE:
        return text[: text.rfind(" ", 0, LONGEST_ALONE)].rstrip(",;:") + " …"
    return text.rstrip(".;")


def named(edition: Edition, *, new: bool) -> str:
    """How a message calls an edition: by its year, else by its place."""
    if edition.year:
        return f"the {edition.year} edition"
    return "the new edition" if new else "the old edition"


def names(comparison: Comparison) -> tuple[str, str]:
    """How a message calls the two editions, never both the same."""
    old, new = named(comparison.old.edition, new=False), named(comparison.new.edition, new=True)
    return ("the old edition", "the new edition") if old == new else (old, new)


def finding(
    comparison: Comparison,
    rule: str,
    message: str,
    old: Evidence | None,
    new: Evidence | None,
    *,
    magnitude: float,
    certainty: float,
    values: tuple[str, ...] = (),
    measure: str = "",
    change: Change | None = None,
) -> Finding:
    """A finding of a rule about claims, placed in the section of its new or else its old side."""
    shown = new or old
    edition = (comparison.new if new else comparison.old).edition
    section = edition.section_of(edition.sentences[shown.sentence]).title if shown else ""
    return Finding(
        rule=RULES[rule],
        severity=RULES[rule].severity,
        message=capital(message),
        section=section,
        old=old,
        new=new,
        change=change,
        measure=measure,
        values=values,
        magnitude=round(min(1.0, magnitude), 3),
        certainty=round(certainty, 3),
    )


def spoken(
    couple: Couple,
    rule: str,
    pair: Pair,
    ats: tuple[Span, Span],
    said: str,
    values: tuple[str, ...],
    magnitude: float,
    *,
    forward: bool = True,
) -> Finding:
    """A finding about two clauses that quotes both around ``ats``, then says what changed.

    ``forward`` is false where the couple, and so the pair and ``ats``, is seen from the new side.
    """
    if not forward:
        couple, pair, ats = couple.turned(), Pair(pair.new, pair.old, pair.overlap), ats[::-1]
    comparison = couple.comparison
    old = comparison.old.edition.sentences[pair.old.sentence]
    new = comparison.new.edition.sentences[pair.new.sentence]
    before, after = names(comparison)
    return finding(
        comparison,
        rule,
        f"{before} says “{excerpt(old, pair.old, ats[0])}”, "
        f"{after} “{excerpt(new, pair.new, ats[1])}”: {said}.",
        evidence(old, pair.old.at, new=False),
        evidence(new, pair.new.at, new=True),
        magnitude=magnitude,
        certainty=min(_SUREST, 0.5 + pair.overlap / 2),
        values=values,
        measure=" ".join(sorted(pair.old.words & pair.new.words)[:6]),
    )
