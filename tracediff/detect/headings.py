"""S405: headings with another figure, captions and column heads that say something else.

A heading with other words is S403, one with another tier or level C309; years and the numbers of
tables roll on and are no change.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from tracediff.detect.phrasing import sentence_evidence
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cells import SCALES
from tracediff.lexicon.money import CODES, MONEY, SIGNS
from tracediff.lexicon.units import MEASURES, PERCENT, in_base
from tracediff.model import BlockKind, Cell, Comparison, Finding, Reading, Side, Table
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.syntax import has_finite_verb

_ROLLING = re.compile(
    rf"\b(?:\d{{1,2}}\s)?(?:{'|'.join(MONTHS)})\b\.?(?:\s\d{{1,2}}\b,?)?"
    r"|\b(?:FY ?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?(?=[AEFPBR]?\b)"
    r"|\bFY ?\d\d(?=[AEFPBR]?\b)|\b[QH][1-4]\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\A\W*(?:(?:table|figure|box|chart|exhibit|appendix|section|chapter|part)\s[A-Z]?\d{1,3}"
    r"(?:[.-]\d{1,3}){0,3}\s?[:.)–—-]?\s?|\d{1,3}(?:\.\d{1,3}){0,3}\s?[:.)–—-]\s"
    r"|(?:[12]?\d|30)\s(?=(?-i:[A-Z])))",
    re.IGNORECASE,
)
_RATING = re.compile(
    r"\b(?:tier|level|grade|rank|rating|category|band|class|score|stage|phase)\b", re.IGNORECASE
)
_PARTS = re.compile(r"[^\W\d_]+|\d+(?:[.,]\d+)*|[^\w\s.,;:()\"'“”‘’–—*-]")


def headings_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """S405: what became of headings, captions and column heads, where they are linked."""
    yield from _headings(comparison, settings)
    old, new = comparison.old.edition, comparison.new.edition
    for link in comparison.alignment.tables:
        if link.old is None or link.new is None:
            continue
        before, after = old.tables[link.old], new.tables[link.new]
        places = _row(comparison.old, before), _row(comparison.new, after)
        if None in places:
            continue
        alike = _units(comparison.old, before) == _units(comparison.new, after)
        captions = before.caption and after.caption and not _is_prose(comparison.new, after)
        if captions and not _same(before.caption, after.caption, alike):
            said = f"The caption “{before.caption}” is now “{after.caption}”."
            yield _told(comparison, places, said, (before.caption, after.caption), settings)
        if changed := _columns(before.heads, after.heads, alike):
            yield _told(comparison, places, *changed, settings)


def _units(reading: Reading, table: Table) -> frozenset[str]:
    """The units of the figures of a table, scales aside: tonnes and kilograms are of grams."""
    units = {fact.unit or "" for fact in reading.facts if fact.table == table.index}
    return frozenset(in_base(_SCALE.sub("", unit))[1] for unit in units)


_SCALE = re.compile(r"^(?:thousand|million|billion|trillion)(?: |$)")


def _same(before: str, after: str, alike: bool) -> bool:
    """Whether two captions say the same: years, numbers and, where figures have units ``alike``,
    words of unit and scale aside. A sentence is compared as one, and not here."""
    if _SENTENCE.search(before) and _SENTENCE.search(after):
        return True
    old, new = _says(before), _says(after)
    return old == new or (alike and _without_units(old) == _without_units(new))


_SENTENCE = re.compile(r"[a-z)]\.\s*\Z")


def _without_units(parts: Sequence[str]) -> list[str]:
    """The words of a head without those of its unit."""
    return [part for part in parts if part not in _UNIT_WORDS]


_UNIT_WORDS = frozenset(
    word.casefold() for word in (*SCALES, *MONEY, *SIGNS, *CODES, *PERCENT, *MEASURES, "in", "of")
)


def _headings(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """The headings of the same words in which a figure or sign is another one."""
    old, new = comparison.old.edition, comparison.new.edition
    firsts = _first_sentences(comparison.old), _first_sentences(comparison.new)
    for link in comparison.alignment.sections:
        if link.old is None or link.new is None:
            continue
        before, after = old.sections[link.old].title, new.sections[link.new].title
        places = firsts[0].get(link.old), firsts[1].get(link.new)
        old_says, new_says = _says(before), _says(after)
        if old_says == new_says or _words(old_says) != _words(new_says):
            continue
        said = f"The heading “{before}” is now “{after}”."
        if None not in places:
            found = _told(comparison, places, said, (before, after), settings)
            rated = _RATING.search(before) and _RATING.search(after)
            yield replace(found, rule=RULES["C309"]) if rated else found


def _first_sentences(reading: Reading) -> dict[int, int]:
    """The first sentence of each section that has any."""
    first: dict[int, int] = {}
    for sentence in reading.edition.sentences:
        first.setdefault(sentence.section, sentence.index)
    return first


def _is_prose(reading: Reading, table: Table) -> bool:
    """Whether the caption of a table is the paragraph before it, whose sentences stand alone."""
    first = _row(reading, table)
    sentences = reading.edition.sentences
    before = sentences[first - 1] if first else None
    if before is None or before.kind is not BlockKind.PARAGRAPH:
        return False
    ends_paragraph = len(before.text) < len(table.caption)
    alone = ends_paragraph or has_finite_verb(before.text)
    return alone and table.caption.endswith(before.text)


def _row(reading: Reading, table: Table) -> int | None:
    """The first sentence of a table, if it has one."""
    sentences = reading.edition.sentences
    at = bisect_left(sentences, table.span.start, key=lambda one: one.span.start)
    inside = at < len(sentences) and sentences[at].span.start < table.span.end
    return at if inside else None


def _says(title: str) -> list[str]:
    """The words, figures and signs of a heading, but for its number, years and months."""
    plain = _ROLLING.sub(" ", _NUMBERED.sub("", title, count=1))
    return [part.casefold() for part in _PARTS.findall(plain)]


def _words(parts: Sequence[str]) -> list[str]:
    return [part for part in parts if part.isalpha()]


def _columns(
    before: Sequence[Cell], after: Sequence[Cell], alike: bool
) -> tuple[str, tuple[str, str]] | None:
    """What is said of column heads of which some are gone or new; their order makes no change."""
    olds = {_key(cell.text, alike): cell.text for cell in before}
    news = {_key(cell.text, alike): cell.text for cell in after}
    gone = [text for key, text in olds.items() if key and key not in news]
    fresh = [text for key, text in news.items() if key and key not in olds]
    if not (gone or fresh) or not before or not after:
        return None
    parts = []
    for a, b in zip_longest(gone, fresh):
        if a and b:
            parts.append(f"“{a}” is now “{b}”")
        else:
            parts.append(f"“{a}” is gone" if a else f"“{b}” is new")
    return f"Column heads: {', '.join(parts[:4])}.", (", ".join(gone), ", ".join(fresh))


def _key(text: str, alike: bool) -> str:
    """What a head says, without its unit where the figures of both sides have the same units."""
    says = _says(text)
    return " ".join(_without_units(says) if alike else says)


def _told(
    comparison: Comparison,
    places: tuple[int | None, int | None],
    said: str,
    values: tuple[str, str],
    settings: Detecting,
) -> Finding:
    before, after = places
    assert before is not None
    assert after is not None
    new = comparison.new.edition
    return Finding(
        rule=RULES["S405"],
        severity=RULES["S405"].severity,
        message=said,
        section=new.section_of(new.sentences[after]).title,
        old=sentence_evidence(Side.OLD, comparison.old, before),
        new=sentence_evidence(Side.NEW, comparison.new, after),
        values=values,
        magnitude=settings.heading,
        certainty=settings.sure["S405"],
    )


HEADING_DETECTORS = (headings_changed,)
