"""N101 for places in a ranking and for ratios, which count nothing: "12th of 180", "1:40".

An ordinal behind a verb of ranking, or before "place", is a standing; two numbers joined by a colon
or "to" behind the word "ratio" are one. Both are compared between sentences that are linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.detect.phrasing import capital, section_title
from tracediff.model import (
    Change,
    Comparison,
    Evidence,
    Finding,
    LinkKind,
    Reading,
    Severity,
    Side,
    Span,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.text.words import any_of

_ORDINALS: Final = {
    word: place
    for place, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth".split(), start=1
    )
}
_PLACE: Final = (
    rf"(?P<place>\d{{1,4}}(?:st|nd|rd|th)|(?:number |no\. )\d{{1,4}}|{any_of(_ORDINALS)})"
)
_RANKED: Final = re.compile(
    r"\b(?:rank(?:s|ed|ing)?|placed|(?:came|stood|finished|is|was) (?:in |at )?(?:the )?)\b"
    rf" ?(?:as |at |in )?(?:the )?{_PLACE}(?= (?:place|position|rank)\b| (?:out )?(?:of|among) \d)"
    r"|\branked (?:as |at |in )?(?:the )?"
    rf"(?P<ranked>\d{{1,4}}(?:st|nd|rd|th)|{any_of(_ORDINALS)})\b",
    re.IGNORECASE,
)
_RATIO: Final = re.compile(
    r"(?<![\d:.,])(\d[\d.,]{0,12}) ?(?::|-?to-?| to ) ?(\d[\d.,]{0,12})\b(?!:)"
)
_OF: Final = re.compile(r" (?:out )?(?:of|among) (\d[\d,]{0,9})")


class _Standing(NamedTuple):
    """What a sentence says of a place or ratio: its words, where they stand, and the value."""

    words: str
    at: Span
    value: Decimal | None


def standings_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N101: another place in a ranking, or another ratio, in a sentence that says the same else."""
    old, new = comparison.old, comparison.new
    for link in comparison.alignment.links:
        if link.kind is not LinkKind.EDITED or len(link.old) != 1 or len(link.new) != 1:
            continue
        before, after = (r.edition.sentences[i].text for r, i in (
            (old, link.old[0]), (new, link.new[0])))  # fmt: skip
        if link.similarity < settings.same_limit:
            continue
        for read in (_places, _ratios):
            olds, news = list(read(before)), list(read(after))
            if len(olds) == len(news) == 1 and olds[0].words != news[0].words:
                yield _finding(comparison, link.old[0], link.new[0], olds[0], news[0], settings)


def _places(text: str) -> Iterator[_Standing]:
    """The places in a ranking that a sentence gives.

    >>> [place.words for place in _places("The port ranked 12th of 180 in 2020.")]
    ['12th of 180']
    """
    for match in _RANKED.finditer(text):
        group = "place" if match["place"] else "ranked"
        of = _OF.match(text, match.end(group))
        at = Span(match.start(group), of.end() if of else match.end(group))
        word = match[group].casefold()
        digits = re.sub(r"\D", "", word)
        yield _Standing(text[at.start : at.end], at, Decimal(digits or _ORDINALS[word]))


def _ratios(text: str) -> Iterator[_Standing]:
    """The ratios that a sentence calls so.

    >>> [ratio.words for ratio in _ratios("The ratio of ships to crews was 1:40.")]
    ['1:40']
    """
    if "ratio" in text.casefold():
        for match in _RATIO.finditer(text):
            yield _Standing(match[0], Span(*match.span()), None)


def _finding(
    comparison: Comparison, old: int, new: int, was: _Standing, now: _Standing, settings: Detecting
) -> Finding:
    labels = comparison.labels
    head = _subject(comparison.new.edition.sentences[new].text, now.at.start)
    moved = was.value is None or was.value != now.value
    return Finding(
        rule=RULES["N101"],
        severity=Severity.WARNING if moved else Severity.NOTE,
        message=f"{head}: {was.words} in the {labels[0]} edition, {now.words} in the {labels[1]}"
        " edition.",
        section=section_title(comparison.new, new),
        old=_evidence(Side.OLD, comparison.old, old, was),
        new=_evidence(Side.NEW, comparison.new, new, now),
        change=Change(was.value, now.value),
        measure=head,
        values=(was.words, now.words),
        magnitude=settings.sizes["C303"],
        certainty=settings.sure["N101"],
    )


def _subject(text: str, at: int) -> str:
    """The subject of the clause that a standing is said in, or what leads up to it."""
    p = parse(text)
    token = next((i for i in range(p.tokens.size) if p.tokens.end[i] > at), 0)
    subject = p.clauses[p.clause_at[token]].subject
    return capital(p.text(p.phrases[subject]) if subject >= 0 else "Standing")


def _evidence(side: Side, reading: Reading, sentence: int, one: _Standing) -> Evidence:
    return Evidence(side, sentence, one.at, reading.edition.sentences[sentence].text)


STANDING_DETECTORS = (standings_changed,)
