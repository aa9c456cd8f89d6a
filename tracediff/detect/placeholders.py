"""D503: an edition in; what was to be filled in, broken references and marks of a merge out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from tracediff.detect.phrasing import section_title, sentence_evidence
from tracediff.detect.wording import names, quoted
from tracediff.lexicon.placeholders import CONFLICT, HINT, LEFTOVERS, LOREM, MARKS, PARTS
from tracediff.model import (
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


def placeholders(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """D503: something that was to be filled in or put right, in a sentence, a cell or a heading."""
    for sentence in reading.edition.sentences:
        for what, match in _leftovers(sentence.text):
            start = match.start("mark") if match.groupdict().get("mark") else match.start()
            text, at = sentence.text[start : match.end()], Span(start, match.end())
            shown = Evidence(Side.NEW, sentence.index, at, text)
            yield _finding(reading, f"{what} left in the text: “{text}”.", text, shown, settings)
    yield from _in_headings(reading, settings)
    yield from _conflicts(reading, settings)


def with_what_stood_there(findings: Iterable[Finding], comparison: Comparison) -> Iterator[Finding]:
    """The findings, a placeholder in a sentence beside what the earlier edition says there."""
    before = {
        link.new[0]: link.old[0]
        for link in comparison.alignment.links
        if link.kind is LinkKind.EDITED and len(link.old) == len(link.new) == 1
    }
    sentences = comparison.old.edition.sentences
    for one in findings:
        at = before.get(one.new.sentence) if one.rule.id == "D503" and one.new else None
        if at is None or any(_leftovers(sentences[at].text)):
            yield one
            continue
        said = f"where {names(comparison)[0]} says “{quoted(sentences[at])}”"
        shown = sentence_evidence(Side.OLD, comparison.old, at)
        yield replace(one, old=shown, message=f"{one.message.removesuffix('.')} {said}.")


def _leftovers(text: str) -> Iterator[tuple[str, re.Match[str]]]:
    if _may_hold(text) and HINT.search(text):
        for what, pattern in LEFTOVERS:
            for match in pattern.finditer(text):
                yield what, match


def _may_hold(text: str) -> bool:
    """Whether a text has what the hint needs, as few sentences do."""
    some = MARKS.search(text) is not None or any(part in text for part in PARTS)
    return some or LOREM in text.lower()


def _in_headings(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """What was left in a heading, shown by the first sentence that follows it."""
    for section in reading.edition.sections:
        found = [*_leftovers(section.title)]
        below = (s for s in reading.edition.sentences if s.section >= section.index)
        nearest = next(below, None) if found else None
        if nearest is None:
            continue
        for what, match in found:
            said = f": “{match.group()}”" if match.group() != section.title else ""
            message = f"{what} left in the heading “{section.title}”{said}."
            shown = sentence_evidence(Side.NEW, reading, nearest.index)
            yield _finding(reading, message, match.group(), shown, settings)


def _conflicts(reading: Reading, settings: Detecting) -> Iterator[Finding]:
    """The marks of a merge conflict, each shown by the sentence that follows it or else the last.

    They are looked for in the file itself, since a format may take them for something else:
    Markdown reads three passages that were in conflict as a heading and a quotation.
    """
    sentences = reading.edition.sentences
    for match in CONFLICT.finditer(reading.edition.text):
        if reading.edition.text.count("```", 0, match.start()) % 2:
            continue  # an example of such a mark
        nearest = next((s for s in sentences if s.span.start >= match.start()), sentences[-1])
        message = f"The mark of a merge conflict was left in the text: “{match.group().strip()}”."
        shown = sentence_evidence(Side.NEW, reading, nearest.index)
        yield _finding(reading, message, match.group().strip(), shown, settings)


def _finding(
    reading: Reading, message: str, text: str, shown: Evidence, settings: Detecting
) -> Finding:
    return Finding(
        rule=RULES["D503"],
        severity=Severity.ERROR,
        message=message,
        section=section_title(reading, shown.sentence),
        old=None,
        new=shown,
        values=(text,),
        magnitude=settings.sizes["D503"],
    )
