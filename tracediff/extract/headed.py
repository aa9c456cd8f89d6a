"""An edition and its facts in, out the facts named by what they stand under.

A figure of a list has the name of the term or line that leads to it: "Volunteers" above "120".
Where a label says nothing ("total", "yes"), or the same label stands under several headings for
several figures, the heading tells it from the others: "speakers, Spring meeting".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.extract.tables.captions import is_done
from tracediff.extract.tables.heads import telling
from tracediff.extract.tables.names import CLASS
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.headings import BARE, GENERAL, SPENT_OR_EARNED, STATISTICS
from tracediff.lexicon.money import ACCOUNTED
from tracediff.lexicon.people import ANYBODY
from tracediff.model import BlockKind, Edition, Fact, FactKind, Paragraph
from tracediff.model.record import replaced
from tracediff.syntax import parse
from tracediff.text.words import stem
from tracediff.wording.clauses import topic, words
from tracediff.wording.labels import MOST

_LEAD: Final = 6  # words of a line that names what the items below it count
_CORNER: Final = 3  # words of the head of the labels of rows
_TITLE: Final = 6  # words of a heading in a label
_LONG: Final = 6  # words of a label that tells a figure from others by itself
_JOINING: Final = frozenset({"and", "of", "the", "our"})
_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*")
_PICTURES: Final = re.compile(r"[\u2600-\u27bf\ufe0f\U0001f000-\U0001faff]+")
_DIGIT: Final = re.compile(r"\d")
_NUMBERED: Final = re.compile(
    r"^(?:(?:table|figure|chapter|section|part)\s+)?[\dIVX]{0,4}(?:\.\d{1,3}){0,4}[.):]?\s+", re.I
)
_DATES: Final = frozenset(month.casefold() for month in MONTHS) | frozenset(
    "q1 q2 q3 q4 fy spring summer autumn winter quarter half year first second third fourth".split()
)


def named_in_place(edition: Edition, facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """The facts of an edition, those that say little named by what they stand under."""
    leads = dict(read_leads(edition))
    led = [
        _led(fact, leads[fact.sentence])
        if fact.sentence in leads and _is_lone(edition, fact)
        else fact
        for fact in facts
    ]
    led = [_cornered(edition, fact) for fact in led]
    under = dict(_headings(edition, led))
    return tuple(
        replaced(fact, under=under[at]) if at in under else fact for at, fact in enumerate(led)
    )


# --- lines that lead to items ------------------------------------------------------------------


def read_leads(edition: Edition) -> Iterator[tuple[int, str]]:
    """The sentences of items, with the term or line above them that names what they are of."""
    lead, section = "", -1
    for paragraph in edition.paragraphs:
        text = _lead_of(edition, paragraph)
        if paragraph.section != section or paragraph.kind is not BlockKind.ITEM:
            lead, section = text, paragraph.section
        elif text.endswith(":"):
            lead = text
        elif lead:
            for index in range(paragraph.first, paragraph.stop):
                yield index, lead.rstrip(" :")


def _lead_of(edition: Edition, paragraph: Paragraph) -> str:
    """The text of a paragraph that only names what follows, or "": "Volunteers", "Boats lost:"."""
    if paragraph.stop - paragraph.first != 1:
        return ""
    text = edition.sentences[paragraph.first].text.strip()
    kind = paragraph.kind in (BlockKind.PARAGRAPH, BlockKind.ITEM)
    named = 0 < len(text.split()) <= _LEAD and not _DIGIT.search(text)
    return text if kind and named and text[-1] not in ".?!;,)" else ""


def _led(fact: Fact, lead: str) -> Fact:
    """A fact with the name of the line that leads to it, where its own says little."""
    if fact.direction or fact.table is not None:
        return fact
    label, own = fact.label, _stems(fact.label)
    name = lead[:1].lower() + lead[1:] if lead[1:2].islower() else lead
    bare = label.casefold() == (fact.counted or "").casefold() or len(label.split()) <= 1
    amount = label.startswith("amount") and not fact.at.start
    if (
        not (bare or amount or is_bare(label))
        or own >= _stems(name)
        or len(name.split()) + len(label.split()) > MOST
    ):
        return fact
    if not label or label.casefold() in ANYBODY or amount:
        return replaced(fact, label=name)
    if is_done(label):
        return replaced(fact, label=f"{name} {label}")
    return replaced(fact, label=f"{name}, {label}")


def _cornered(edition: Edition, fact: Fact) -> Fact:
    """A figure of a row that is a class of what the corner of its table names: "age 18-64"."""
    if fact.table is None:
        return fact
    parts = fact.label.split(", ")
    at = next((k for k, part in enumerate(parts) if CLASS.fullmatch(part)), None)
    heads = edition.tables[fact.table].heads if at is not None else ()
    corner = telling(heads[0].text).replace("_", " ") if heads else ""
    if at is None or not _WORD.search(corner) or _DIGIT.search(corner):
        return fact
    if len(corner.split()) > _CORNER or len(fact.label.split()) + len(corner.split()) > MOST:
        return fact
    if _stems(corner) <= _stems(fact.label):
        return fact
    own = parts[at]
    own = own[:1].lower() + own[1:] if own[1:2].islower() else own
    parts[at] = f"{corner.lower()} {own}"
    return replaced(fact, label=", ".join(parts))


# --- headings ----------------------------------------------------------------------------------


def is_bare(label: str) -> bool:
    """Whether a label says nothing without what stands above it: "total", "average, days"."""
    first = label.split(",")[0].strip(" .:")
    return first.casefold() in BARE or (bool(first) and CLASS.fullmatch(first) is not None)


def _needs_heading(fact: Fact) -> bool:
    """Whether the label of a figure says little where it stands: a row by a statistic, or what was
    done to those whom nothing names."""
    parts = fact.label.casefold().split(", ")
    measured = fact.table is not None and len(parts) > 1 and parts[-1] in STATISTICS
    alone = not fact.counted and len(parts[0].split()) == 1
    return bool(fact.label) and (is_bare(fact.label) or measured or alone)


def _is_of_a_kind(edition: Edition, fact: Fact) -> bool:
    """Whether a figure is of a row that is only one of the amounts that the heading of its table
    names: "Lawyer" below "Expenses"."""
    path = _path(edition, fact)
    if fact.table is None or not path or "," in fact.label or fact.kind is not FactKind.LEVEL:
        return False
    named = {word.casefold() for word in _WORD.findall(path[-1])} - _JOINING
    own = {word.casefold() for word in _WORD.findall(fact.label)}
    return bool(named) and named <= SPENT_OR_EARNED and own.isdisjoint(ACCOUNTED)


def _headings(edition: Edition, facts: Sequence[Fact]) -> Iterator[tuple[int, str]]:
    """The facts, by their place, that a heading names, and the heading."""
    alike = defaultdict[tuple[object, ...], list[int]](list)
    for at, fact in enumerate(facts):
        key = (fact.label.casefold(), fact.unit, fact.kind, fact.period and fact.period.label)
        if fact.label and len(fact.label.split()) <= _LONG:
            alike[key].append(at)
    for members in alike.values():
        paths = {at: _path(edition, facts[at]) for at in members}
        shared = set.intersection(*map(set, paths.values()))
        values = {facts[at].value for at in members}
        several = len(values) > 1 and len({*paths.values()}) > 1
        for at in members:
            bare = _needs_heading(facts[at]) or _is_of_a_kind(edition, facts[at])
            if bare or (several and _is_lone(edition, facts[at])):
                kept = [t for t in paths[at] if bare or t not in shared]
                heading = _heading(facts[at].label, kept)
                if heading:
                    yield at, heading


def _is_lone(edition: Edition, fact: Fact) -> bool:
    """Whether a figure stands in a line that states nothing: "Speakers: 14", a row of a table."""
    if fact.direction or fact.table is not None:
        return not fact.direction
    return not any(verb.finite for verb in parse(edition.sentences[fact.sentence].text).verbs)


def _path(edition: Edition, fact: Fact) -> tuple[str, ...]:
    """The titles that a fact stands under, outermost first, that of the edition left out."""
    section = edition.sections[edition.sentences[fact.sentence].section]
    titles = section.path or (section.title,)
    caption = edition.tables[fact.table].caption if fact.table is not None else ""
    below = (caption,) if caption and not caption.rstrip().endswith(".") else ()
    return tuple(t for t in (*titles, *below) if t and t != edition.title)


def _heading(label: str, titles: Sequence[str]) -> str:
    """The innermost title that says something the label does not, in few words."""
    room = min(_TITLE, MOST - len(label.split()))
    for title in reversed(titles):
        told = _stems(title) - _stems(label)
        plain = _NUMBERED.sub("", title).strip(" .:–—-")
        if room < 2 or not plain or not told or not _tells(plain):
            continue
        return words(topic(_PICTURES.sub("", plain)), room)
    return ""


def _tells(title: str) -> bool:
    """Whether a heading says what is below it: not "Key figures" or "March 2024"."""
    said = {word.casefold() for word in _WORD.findall(title)}
    return bool(said - GENERAL - _DATES)


def _stems(text: str) -> set[str]:
    return {stem(word) for word in _WORD.findall(text)}
