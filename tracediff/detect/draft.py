"""What an editor would be ashamed of: stale periods and figures that were carried over."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracediff.detect.phrasing import (
    evidence,
    heading,
    section_title,
    sentence_evidence,
    value_words,
)
from tracediff.model import (
    BlockKind,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Finding,
    Link,
    LinkKind,
    Reading,
    Sentence,
    Severity,
    Side,
    Span,
    Status,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting

_TELLING = 3  # a figure of three digits that count does not come twice by chance; 40 or 3,000 may
_YEAR = re.compile(r"(?<![\d.,])(?:19|20)\d\d(?!\d|[.,]\d)")


def stale_period(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """D501: word for word as last year, and still speaking of last year as the present."""
    old, new = comparison.old, comparison.new
    before, now = old.edition.year, new.edition.year
    if before is None or now is None or before >= now:
        return
    present = re.compile(
        rf"\b(?P<lead>as of|by|by the end of|until|through)\s+(?:[A-Z][a-z]+\s+)?(?:\d{{1,2}},\s*)?"
        rf"{before}\b|^(?:In|During)\s+{before}\b",
        re.IGNORECASE,
    )
    for link in _kept(comparison):
        sentence = new.edition.sentences[link.new[0]]
        if sentence.kind is BlockKind.REFERENCE:
            continue
        match = present.search(sentence.text)
        if match is not None:
            said = f"and still speaks of {before}: “{match[0]}”"
            pressing = bool(match.group("lead"))
            yield _stale(comparison, link, match, before, said, settings, pressing=pressing)
            continue
        due = next((m for m in _TARGET.finditer(sentence.text) if _came(m, before, now)), None)
        if due is not None:
            said = f"though the time that it names has come: “{due[0]}”"
            year = int(due.group(1))
            yield _stale(comparison, link, due, year, said, settings, pressing=False)


_TARGET = re.compile(
    r"\b(?:by|until|before|no later than)\s+(?:the end of\s+)?(?:[A-Z][a-z]+\s+)?((?:19|20)\d\d)\b"
)


def _came(target: re.Match[str], before: int, now: int) -> bool:
    """Whether a target lay ahead of the old edition and does no more of the new one."""
    return before < int(target.group(1)) <= now


def _stale(
    comparison: Comparison,
    link: Link,
    match: re.Match[str],
    year: int,
    said: str,
    settings: Detecting,
    *,
    pressing: bool,
) -> Finding:
    index = link.new[0]
    return Finding(
        rule=RULES["D501"],
        severity=Severity.WARNING if pressing else Severity.NOTE,
        message=f"Carried over word for word, {said}.",
        section=section_title(comparison.new, index),
        old=sentence_evidence(Side.OLD, comparison.old, link.old[0]),
        new=Evidence(Side.NEW, index, Span(*match.span()), match.group()),
        period=str(year),
        values=(match.group(),),
        magnitude=settings.sizes["D501"] * (1.0 if pressing else settings.milder),
        certainty=settings.sure["D501"],
    )


def figure_carried_over(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """D502: the year was rolled forward and the figure stayed, or both stayed."""
    old, new = comparison.old, comparison.new
    years = old.edition.year, new.edition.year
    if years[0] is None or years[1] is None or years[0] >= years[1]:
        return
    facts: dict[int, list[Fact]] = {}
    for fact in new.facts:
        facts.setdefault(fact.sentence, []).append(fact)
    for link in comparison.alignment.links:
        if len(link.old) != 1 or len(link.new) != 1:
            continue
        before, after = old.edition.sentences[link.old[0]], new.edition.sentences[link.new[0]]
        rolled = link.kind is LinkKind.EDITED and _only_years_differ(before, after)
        if not rolled and link.kind is not LinkKind.KEPT:
            continue
        figure = _own_figure(facts.get(after.index, ()), new)
        if figure is not None:
            yield _carried(comparison, link, figure, rolled, settings)


def _kept(comparison: Comparison) -> Iterator[Link]:
    return (link for link in comparison.alignment.links if link.kind is LinkKind.KEPT)


def _only_years_differ(before: Sentence, after: Sentence) -> bool:
    years = _YEAR.findall(before.text), _YEAR.findall(after.text)
    return years[0] != years[1] and _YEAR.sub("#", before.text) == _YEAR.sub("#", after.text)


def _own_figure(facts: list[Fact] | tuple[()], reading: Reading) -> Fact | None:
    """The largest figure that the sentence gives for the edition's own year, where it is no round
    one or small one: those stay the same by chance."""
    own = [
        f
        for f in facts
        if f.kind is FactKind.LEVEL
        and f.status is Status.REPORTED
        and f.year == reading.edition.year
        and f.value is not None
        and len(f.value.normalize().as_tuple().digits) >= _TELLING
    ]
    return max(own, key=lambda f: (f.value or 0, -f.index), default=None)


def _carried(
    comparison: Comparison, link: Link, figure: Fact, rolled: bool, settings: Detecting
) -> Finding:
    share = 1.0 if rolled else settings.milder
    year = comparison.new.edition.year
    text = (
        f"only the year was rolled forward; {value_words(figure)} is last year’s figure"
        if rolled
        else f"{value_words(figure)} is carried over unchanged from last year’s edition"
    )
    return Finding(
        rule=RULES["D502"],
        severity=Severity.WARNING if rolled else Severity.NOTE,
        message=f"{heading(comparison.new, figure)}: {text}.",
        section=section_title(comparison.new, figure.sentence),
        old=sentence_evidence(Side.OLD, comparison.old, link.old[0]),
        new=evidence(Side.NEW, comparison.new, figure),
        measure=figure.measure,
        period=str(year),
        values=(str(figure.value),),
        magnitude=settings.sizes["D502"] * share,
        certainty=settings.sure["D502"] * share,
    )


DRAFT_DETECTORS = (stale_period, figure_carried_over)
