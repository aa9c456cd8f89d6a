"""N106 and C309: sentences and rows with the same words in which a sign is another one.

A sign can turn what is said around: "<5" and ">5", a tick and a cross, a green light and a red one,
a box that is no longer ticked. No word or figure shows it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tracediff.detect.wording import evidence, finding, names
from tracediff.model import Comparison, Finding, LinkKind, Sentence, Severity, Span
from tracediff.settings import Detecting

# signs of comparison before a figure
_BOUND = re.compile(r"[<>≤≥≦≧±≪≫](?=\s?[$€£¥]?\d)")
# ticks, crosses and boxes; stars and dots of a score; lights, arrows, thumbs, faces and flags
_MARK = re.compile(
    "[✓✔✅✗✘✕✖❌❎☑☒☐★☆⭐●○◐◑◒◓◔◕◖◗⬤■□▲▼△▽⬆⬇⬅➡↑↓→←↗↘↔⚠⚪⚫☹☺⛔"
    "\U0001f534\U0001f535\U0001f7e0-\U0001f7eb\U0001f44d\U0001f44e\U0001f53a\U0001f53b"
    "\U0001f600-\U0001f64f\U0001f6a9\U0001f6a6\U0001f389]+"
)


def signs_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N106 and C309: the words are the same, and a sign of comparison or a mark is not."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    for link in comparison.alignment.links:
        if link.kind is not LinkKind.EDITED:
            continue
        before, after = old[link.old[0]], new[link.new[0]]
        for rule, pattern in (("N106", _BOUND), ("C309", _MARK)):
            found = _exchanged(before, after, pattern)
            if found is not None:
                yield _told(comparison, rule, (before, after), found, settings)


def _exchanged(
    before: Sentence, after: Sentence, pattern: re.Pattern[str]
) -> tuple[Span, Span] | None:
    """The first signs that differ, where all else is the same; a sign may be gone or new."""
    if pattern.search(before.text) is None:
        return None
    parts, others = pattern.split(before.text), pattern.split(after.text)
    olds = [Span(*m.span()) for m in pattern.finditer(before.text)]
    news = [Span(*m.span()) for m in pattern.finditer(after.text)]
    if len(olds) != len(news):
        return None
    if [" ".join(part.split()) for part in parts] != [" ".join(part.split()) for part in others]:
        return None
    for a, b in zip(olds, news, strict=True):
        if before.text[a.start : a.end] != after.text[b.start : b.end]:
            return a, b
    return None


def _told(
    comparison: Comparison,
    rule: str,
    sides: tuple[Sentence, Sentence],
    ats: tuple[Span, Span],
    settings: Detecting,
) -> Finding:
    before, after = sides
    signs = tuple(s.text[at.start : at.end] for s, at in zip(sides, ats, strict=True))
    label = before.text.split(" | ")[0] if " | " in before.text else before.text
    label = _MARK.sub("", label).strip(" .")
    old_name, new_name = names(comparison)
    told = finding(
        comparison,
        rule,
        f"{label[:120]}: “{signs[0]}” in {old_name}, “{signs[1]}” in {new_name}.",
        evidence(before, Span(0, len(before.text)), new=False),
        evidence(after, Span(0, len(after.text)), new=True),
        magnitude=settings.sizes["C309"],
        certainty=settings.sure["C309"],
        values=signs,
    )
    return replace(told, severity=Severity.WARNING)


SIGN_DETECTORS = (signs_changed,)
