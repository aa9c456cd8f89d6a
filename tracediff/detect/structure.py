"""Sections that went, came or were renamed, and paragraphs that moved."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracediff.detect.phrasing import section_title, sentence_evidence
from tracediff.detect.subjects import Subjects, lives_on
from tracediff.lexicon.furniture import CONTENTS_HEADINGS
from tracediff.lexicon.ratings import GRADES
from tracediff.model import (
    BlockKind,
    Comparison,
    Evidence,
    Finding,
    Reading,
    Section,
    SectionLink,
    Severity,
    Side,
)
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.text.words import FUNCTION_WORDS, root


def sections_changed(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """S401 to S403: what became of each section that holds text."""
    old, new = comparison.old, comparison.new
    gone, fresh = _unanswered(comparison)
    lone = _lone(comparison)
    held, holds = _sizes(old), _sizes(new)
    subjects = Subjects(old), Subjects(new)
    answered = _answered(comparison)
    for link in comparison.alignment.sections:
        before = old.edition.sections[link.old] if link.old is not None else None
        after = new.edition.sections[link.new] if link.new is not None else None
        if before and after and not _another(before, after, answered):
            named = before.title and after.title and held[before.index] and holds[after.index]
            if named and _words(before.title) != _words(after.title):
                yield _renamed(comparison, link, before, after, settings)
            continue
        told = before and _is_named(before) and 2 * gone[before.index] > held[before.index]
        if before and told and not lives_on(before, *subjects):
            counts = gone[before.index], held[before.index]
            yield from _alone(comparison, Side.OLD, before, counts, lone, settings)
        told = after and _is_named(after) and 2 * fresh[after.index] > holds[after.index]
        if after and told and not lives_on(after, *reversed(subjects)):
            counts = fresh[after.index], holds[after.index]
            yield from _alone(comparison, Side.NEW, after, counts, lone, settings)


def _is_named(section: Section) -> bool:
    """Whether a section has a heading of its own, not that of a list of contents."""
    return bool(section.title) and section.title.strip(" .:").casefold() not in CONTENTS_HEADINGS


def _answered(comparison: Comparison) -> frozenset[tuple[int, int]]:
    """The old and new sections that have a sentence in common."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    return frozenset(
        (old[i].section, new[j].section)
        for link in comparison.alignment.links
        for i in link.old
        for j in link.new
    )


def _another(before: Section, after: Section, answered: frozenset[tuple[int, int]]) -> bool:
    """Whether a section only stands in the place of another: neither text nor heading lives on."""
    one, two = _content(before.title), _content(after.title)
    shared, longer = one & two, max(one.total(), two.total())
    return (before.index, after.index) not in answered and 2 * shared.total() < longer


def paragraphs_moved(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """S404: most sentences of a paragraph stand in another section, or elsewhere in their own."""
    old, new = comparison.old.edition, comparison.new.edition
    moved: dict[tuple[int, int], list[tuple[int, int]]] = defaultdict(list)
    for link in comparison.alignment.links:
        if link.moved and link.old and link.new:
            before, after = old.sentences[link.old[0]], new.sentences[link.new[0]]
            moved[(before.paragraph, after.paragraph)].append((link.old[0], link.new[0]))
    for (source, target), couples in moved.items():
        paragraph = old.paragraphs[source]
        sizes = (
            paragraph.stop - paragraph.first,
            new.paragraphs[target].stop - new.paragraphs[target].first,
        )
        if 2 * len(couples) < min(sizes) or len(couples) < 2:
            continue
        first_old, first_new = couples[0]
        there = section_title(comparison.new, first_new)
        here = section_title(comparison.old, first_old)
        where = f"from “{here}” to “{there}”" if here != there else f"within “{there}”"
        yield Finding(
            rule=RULES["S404"],
            severity=Severity.NOTE,
            message=f"A paragraph of {sizes[0]} sentences moved {where}."
            if sizes[0] > 1
            else f"A sentence moved {where}.",
            section=there,
            old=sentence_evidence(Side.OLD, comparison.old, first_old),
            new=sentence_evidence(Side.NEW, comparison.new, first_new),
            values=(str(len(couples)),),
            magnitude=min(1.0, settings.moved_sentence * len(couples)),
            certainty=settings.sure["S404"],
        )


STRUCTURE_DETECTORS = (sections_changed, paragraphs_moved)


def _unanswered(comparison: Comparison) -> tuple[Counter[int], Counter[int]]:
    """For each old section how many of its sentences have no counterpart; the same for the new.

    A heading may go while its text lives on under another: then no section is gone.
    """
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    links = comparison.alignment.links
    gone = Counter(old[i].section for link in links if not link.new for i in link.old)
    fresh = Counter(new[i].section for link in links if not link.old for i in link.new)
    return gone, fresh


def _lone(comparison: Comparison) -> dict[tuple[Side, int], int]:
    """The first sentence of each section that has no counterpart."""
    first: dict[tuple[Side, int], int] = {}
    for link in comparison.alignment.links:
        if not (link.old and link.new):
            side, reading = (Side.OLD, comparison.old) if link.old else (Side.NEW, comparison.new)
            for index in link.old or link.new:
                key = side, reading.edition.sentences[index].section
                first[key] = min(first.get(key, index), index)
    return first


def _runs_in(title: str, reading: Reading) -> bool:
    """Whether a heading stands in the running text, before the sentence that it opens.

    Its small words may be others: "Protection of Refugees", "Protection to Refugees".
    """
    telling = [word for word in title.split() if word.casefold() not in FUNCTION_WORDS]
    if not telling:
        return False
    between = r"(?:\s+[a-z]{1,4}){0,2}\s+"
    heads = re.compile(rf"(?<!\w){between.join(map(re.escape, telling))}\s+([A-Z]\w*)\s")
    return any(
        match.group(1).casefold() in FUNCTION_WORDS
        for sentence in reading.edition.sentences
        if telling[-1] in sentence.text
        for match in heads.finditer(sentence.text)
    )


def _opens_an_item(title: str, reading: Reading) -> bool:
    """Whether an item of a list opens with all telling words of a heading, in any order.

    What was the third of four points may have a heading of its own now. One word is a heading only
    where a colon or dash parts it from the rest, or where it stands alone.
    """
    telling = _telling(title)
    for sentence in reading.edition.sentences:
        if sentence.kind is BlockKind.ITEM and telling:
            opening = _ENDED.split(sentence.text.strip(_MARKS), maxsplit=1)[0]
            opens = _telling(opening) == telling
            long = len(telling) > 1 and set(telling) == set(_telling(sentence.text)[: len(telling)])
            if opens or long:
                return True
    return False


def _telling(text: str) -> list[str]:
    """The roots of the words of a text that are no function words."""
    words = (word.casefold() for word in _WORD.findall(text))
    return [root(word) for word in words if word not in FUNCTION_WORDS]


_WORD = re.compile(r"[^\W\d_]+")
_ENDED = re.compile(r"[:.;]|\s[-–—]\s")
_MARKS = " •●*-–—·"


def _words(title: str) -> Counter[str]:
    """The words of a heading; case, marks, numbers and years make no other heading."""
    return Counter(re.findall(r"[^\W\d_]+", title.casefold()))


def _content(title: str) -> Counter[str]:
    """The words of a heading without small ones: "The pictures of 2021" are "pictures"."""
    words = _words(title)
    return Counter({w: n for w, n in words.items() if w not in FUNCTION_WORDS}) or words


def _sizes(reading: Reading) -> Counter[int]:
    """How many sentences each section has."""
    return Counter(sentence.section for sentence in reading.edition.sentences)


def _first(reading: Reading, side: Side, section: Section) -> Evidence | None:
    inside = (s.index for s in reading.edition.sentences if s.section == section.index)
    first = next(inside, None)
    return None if first is None else sentence_evidence(side, reading, first)


def _alone(
    comparison: Comparison,
    side: Side,
    section: Section,
    counts: tuple[int, int],
    lone: Mapping[tuple[Side, int], int],
    settings: Detecting,
) -> Iterator[Finding]:
    """A section of which most is gone or new: ``counts`` are those sentences, and all of it.

    ``lone`` gives for each section its first sentence without a counterpart, which shows it.
    """
    alone, size = counts
    gone = side is Side.OLD
    reading, other = comparison.old, comparison.new
    if not gone:
        reading, other = other, reading
    if _runs_in(section.title, other) or _opens_an_item(section.title, other):
        return
    place = sentence_evidence(side, reading, lone[side, section.index])
    said = f"The section “{section.title}” is {'gone' if gone else 'new'}"
    if alone == size:
        said = f"The section “{section.title}” ({size} sentence{'s' if size != 1 else ''})"
        said += " is gone" if gone else " is new"
    else:
        said += f"; {alone} of its {size} sentences {'have' if alone > 1 else 'has'} no counterpart"
    yield Finding(
        rule=RULES["S401" if gone else "S402"],
        severity=Severity.WARNING if gone and size > 1 else Severity.NOTE,
        message=f"{said}.",
        section=section.title,
        old=place if gone else None,
        new=None if gone else place,
        values=(section.title,),
        magnitude=min(1.0, settings.whole_section + settings.section_sentence * size),
        certainty=settings.sure["S401" if gone else "S402"],
    )


def _renamed(
    comparison: Comparison,
    link: SectionLink,
    before: Section,
    after: Section,
    settings: Detecting,
) -> Finding:
    """S403, or C309 where the heading grades the same subject otherwise."""
    found = Finding(
        rule=RULES["S403"],
        severity=Severity.NOTE,
        message=f"The section “{before.title}” is now headed “{after.title}”.",
        section=after.title,
        old=_first(comparison.old, Side.OLD, before),
        new=_first(comparison.new, Side.NEW, after),
        values=(before.title, after.title),
        magnitude=1 - link.similarity,
        certainty=settings.sure["S403"],
    )
    was, now = _grade(before.title), _grade(after.title)
    if was is None or now is None:
        return found
    (subject, old), (other, new) = was, now
    if _words(subject) != _words(other) or GRADES[old.casefold()] != GRADES[new.casefold()]:
        return found
    return replace(
        found,
        rule=RULES["C309"],
        severity=RULES["C309"].severity,
        message=f"The heading grades “{subject}” otherwise: “{old}” became “{new}”.",
        magnitude=settings.sizes["C309"],
        certainty=settings.sure["C309"],
        values=(old, new),
    )


def _grade(title: str) -> tuple[str, str] | None:
    """The subject of a heading and the grade behind its colon, its dash or in its brackets."""
    graded = _GRADED.fullmatch(title.strip())
    if graded is None or graded["grade"].casefold() not in GRADES:
        return None
    return graded["subject"], graded["grade"]


_GRADED = re.compile(
    r"(?P<subject>.*\w)\s*(?:[:–—(]|\s-)\s*(?:rated\s)?(?P<grade>[^\W\d_][^:–—()]{1,30}?)[.)]{0,2}"
)
