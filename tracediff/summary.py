"""What a report says of itself: section by section, what was left quiet, and in a few sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from tracediff.lexicon.calendar import MONTHS
from tracediff.model import (
    Comparison,
    Edition,
    Finding,
    Link,
    LinkKind,
    SectionChange,
    SectionLink,
    Severity,
    Side,
    Table,
)
from tracediff.text.language import mostly_foreign

_NUMBERS = re.compile(r"\d+")
_DATES = re.compile(
    rf"\b(?:(?:\d{{1,2}}\s+)?(?:{'|'.join(MONTHS)})\.?\s+(?:\d{{1,2}},?\s+)?)?(?:19|20)\d\d\b"
    rf"|\b(?:{'|'.join(MONTHS)})\b(?:\s+\d{{1,2}}\b)?",
    re.IGNORECASE,
)
_WORDS = re.compile(r"\w+")


def section_changes(
    comparison: Comparison, findings: Sequence[Finding]
) -> tuple[SectionChange, ...]:
    """For each section, in the order of the new edition, what became of its sentences."""
    old, new = comparison.old.edition, comparison.new.edition
    by_old = {s.old: i for i, s in enumerate(comparison.alignment.sections) if s.old is not None}
    by_new = {s.new: i for i, s in enumerate(comparison.alignment.sections) if s.new is not None}
    counts: list[Counter[str]] = [Counter() for _ in comparison.alignment.sections]
    for link in comparison.alignment.links:
        home = (
            by_new[new.sentences[link.new[0]].section]
            if link.new
            else by_old[old.sentences[link.old[0]].section]
        )
        counts[home][_outcome(link)] += 1
        counts[home]["moved"] += link.elsewhere
    for finding in findings:
        place = finding.new or finding.old
        if place is not None:
            edition, homes = (old, by_old) if place.side is Side.OLD else (new, by_new)
            counts[homes[edition.sentences[place.sentence].section]]["findings"] += 1
    changes = [
        _change(comparison, section, count)
        for section, count in zip(comparison.alignment.sections, counts, strict=True)
    ]
    return tuple(change for change in changes if change.total or change.findings)


def _outcome(link: Link) -> str:
    match link.kind:
        case LinkKind.KEPT | LinkKind.ADDED | LinkKind.REMOVED as kind:
            return kind.value
        case _:
            return LinkKind.EDITED.value


def _change(comparison: Comparison, section: SectionLink, count: Counter[str]) -> SectionChange:
    old, new = comparison.old.edition, comparison.new.edition
    home = new.sections[section.new] if section.new is not None else None
    if home is None:
        assert section.old is not None
        home = old.sections[section.old]
    return SectionChange(
        title=home.title,
        kept=count["kept"],
        edited=count["edited"],
        added=count["added"],
        removed=count["removed"],
        moved=count["moved"],
        findings=count["findings"],
        old=section.old,
        new=section.new,
    )


def quiet_changes(comparison: Comparison, findings: Sequence[Finding]) -> dict[str, int]:
    """Changed sentences that gave no finding, counted by what changed in them."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    spoken = {
        (place.side, place.sentence)
        for finding in findings
        for each in (finding, *finding.facets)
        for place in (each.old, each.new)
        if place is not None
    }
    counts: Counter[str] = Counter()
    for link in comparison.alignment.links:
        if link.kind in (LinkKind.KEPT, LinkKind.ADDED, LinkKind.REMOVED):
            continue
        sides = [(Side.OLD, i) for i in link.old] + [(Side.NEW, i) for i in link.new]
        if not spoken.isdisjoint(sides):
            continue
        before = " ".join(old[i].text for i in link.old)
        after = " ".join(new[i].text for i in link.new)
        counts[_what_changed(before, after)] += 1
    return dict(sorted(counts.items()))


def _what_changed(before: str, after: str) -> str:
    old, new = (_WORDS.findall(text.casefold()) for text in (before, after))
    if old == new:
        return "typography"
    if any(word not in MONTHS and not _NUMBERS.search(word) for word in {*old} ^ {*new}):
        return "wording"
    if _DATES.sub("#", before) == _DATES.sub("#", after):
        return "year or date rolled"
    if _NUMBERS.sub("#", before) == _NUMBERS.sub("#", after):
        return "number"
    return "wording"


def sentences(
    comparison: Comparison, findings: Sequence[Finding], waived: int = 0
) -> tuple[str, ...]:
    """Three to six sentences that say what changed, the gravest findings first.

    ``findings`` are the open ones, ``waived`` counts those that were signed off.
    """
    return tuple(_sentences(comparison, findings, waived))


def _sentences(comparison: Comparison, findings: Sequence[Finding], waived: int) -> Iterator[str]:
    links = comparison.alignment.links
    if not (findings or waived) and all(link.kind is LinkKind.KEPT for link in links):
        same = _left_out(comparison.old.edition) == _left_out(comparison.new.edition)
        who = "The two editions" if same else "What was read of the two editions"
        if places := _set_otherwise(comparison):
            differ = "differ" if same else "differs"
            yield f"{who} {differ} only in capitals, marks or labels, in {places}."
        else:
            yield f"{who} {'say' if same else 'says'} the same, word for word."
        if not same:
            yield "What was not read of them differs; it is listed with the report."
        if comparison.old.edition.path == comparison.new.edition.path:
            yield "They are one and the same file."
        return
    yield from doubts(comparison)
    changes = [finding for finding in findings if finding.rule.id[0] != "W"]
    for finding in (changes or findings)[:_FIRST]:  # a waiver that is left over is no change
        yield finding.message
    yield _counted(findings, waived)
    yield _text(comparison)


def _set_otherwise(comparison: Comparison) -> str:
    """In how many sentences, headings and table heads linked texts differ in more than white space.

    Nothing where they differ in none.
    """
    old, new = comparison.old.edition, comparison.new.edition
    links = comparison.alignment.links
    sections = [s for s in comparison.alignment.sections if None not in (s.old, s.new)]
    tables = [t for t in comparison.alignment.tables if None not in (t.old, t.new)]
    pairs: dict[str, Iterable[tuple[str, str]]] = {
        "sentence": (
            (
                " ".join(old.sentences[i].text for i in link.old),
                " ".join(new.sentences[i].text for i in link.new),
            )
            for link in links
        ),
        "heading": (
            (old.sections[s.old or 0].title, new.sections[s.new or 0].title) for s in sections
        ),
        "table head": (
            (_head(old.tables[t.old or 0]), _head(new.tables[t.new or 0])) for t in tables
        ),
    }
    counts = {
        what: sum(before.split() != after.split() for before, after in both)
        for what, both in pairs.items()
    }
    return " and ".join(_count(count, what) for what, count in counts.items() if count)


def _head(table: Table) -> str:
    """The caption of a table and the cells over its columns."""
    cells = [cell.text for row in (*table.above, table.heads) for cell in row]
    return " ".join([table.caption or "", *cells])


def _left_out(edition: Edition) -> list[tuple[str, int]]:
    """What was not read of an edition, wherever it stands: its kinds and a digest of their text."""
    return sorted((one.what, one.digest) for one in edition.left_out)


def doubts(comparison: Comparison) -> tuple[str, ...]:
    """What makes the comparison itself doubtful."""
    return tuple(_doubts(comparison))


def _doubts(comparison: Comparison) -> Iterator[str]:
    old, new = comparison.old.edition, comparison.new.edition
    shared = sum(
        len(link.old) + len(link.new)
        for link in comparison.alignment.links
        if link.old and link.new
    )
    total = len(old.sentences) + len(new.sentences)
    if shared < _SHARED * total:
        yield "The two share almost no sentence; are they editions of one report?"
    foreign = [edition for edition in _apart(old, new) if mostly_foreign(edition.sentences)]
    if foreign:
        names = " and ".join(edition.name for edition in foreign)
        yield f"{names}: mostly not English, so what is said of it is not sure."
    if old.year is not None and new.year is not None and old.year > new.year:
        yield (
            f"The earlier edition reports on {old.year}, the later one on {new.year}:"
            " were they given in the wrong order?"
        )


def _apart(old: Edition, new: Edition) -> tuple[Edition, ...]:
    """The two editions, or the one that stands beside itself."""
    return (old,) if old is new else (old, new)


_SHARED = 0.05  # editions of one report, even rewritten and cut to a third, share more than that
_FIRST = 3  # findings said in the summary; the list follows below it


def _counted(findings: Sequence[Finding], waived: int) -> str:
    signed = f" {_count(waived, 'finding')} signed off." if waived else ""
    if not findings:
        return signed.strip() or "No figure and no claim changed."
    severities = Counter(f.severity for f in findings)
    parts = [_count(severities[s], s.value) for s in Severity if severities[s]]
    return f"{_count(len(findings), 'finding')}: {', '.join(parts)}.{signed}"


def _text(comparison: Comparison) -> str:
    """How much of the text is kept, gone and new."""
    links = comparison.alignment.links
    kept = sum(len(link.new) for link in links if link.kind is LinkKind.KEPT)
    gone = sum(len(link.old) for link in links if link.kind is LinkKind.REMOVED)
    added = sum(len(link.new) for link in links if link.kind is LinkKind.ADDED)
    edited = len(comparison.new.edition.sentences) - kept - added
    old, new = comparison.labels
    totals = len(comparison.old.edition.sentences), len(comparison.new.edition.sentences)
    return (
        f"Of {_count(totals[0], 'sentence')} in {old}, {gone:,} have no counterpart; of"
        f" {totals[1]:,} in {new}, {kept:,} stand as they were, {edited:,} were edited and"
        f" {added:,} are new."
    )


def _count(number: int, what: str) -> str:
    return f"{number:,} {what}{'' if number == 1 else 's'}"
