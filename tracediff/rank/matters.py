"""Which findings are about one matter: findings in the order of their weight in, groups out."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from tracediff.model import Comparison, Finding, Severity, Side
from tracediff.rank.importance import WHOLE
from tracediff.settings import Ranking

_TELLING: Final = 3  # digits of two figures that do not come twice by chance


def matters(
    findings: Sequence[Finding], comparison: Comparison, settings: Ranking
) -> list[list[Finding]]:
    """Findings about one matter, in the order of the first of each.

    They stand on the same two sentences; or one of them has a sentence by itself that another sets
    beside a counterpart; or they tell of the text of a section that is gone or new as a whole.
    """
    sections = _sections_told(findings, comparison)
    outer = _outermost(findings, comparison)
    told = _told(findings)
    groups: dict[Key, list[Finding]] = defaultdict(list)
    worded: dict[str, Key] = {}
    joined: dict[Key, Key] = {}
    for position, finding in enumerate(findings):
        key: Key = places(finding)
        place = finding.old or finding.new
        if place is not None and finding.rule.id in WHOLE:
            home = (place.side, _section(place.side, place.sentence, comparison))
            key = ("section", place.side, outer[home])
        elif not any(key) or finding.rule.id.startswith("S"):
            key = (position,)
        elif (own := _own_place(finding)) is not None:
            whole = _told_with(finding, own, sections, comparison, settings)
            within = ("section", own[0], outer[whole]) if whole and not all(key) else None
            key = within or told.get(own, key)
            key = worded.setdefault(finding.message, key)  # a sentence that stands there twice
        elif (row := _own_row(finding)) is not None:
            key = told.get(row, key)
        elif (twin := _figures(finding)) is not None:
            joined[key] = worded.setdefault(twin, key)
        key = joined.get(key, key)
        groups[key].append(finding)
    return list(groups.values())


Key = tuple[object, ...]


def _own_row(finding: Finding) -> tuple[Side, int] | None:
    """The one new sentence that itself gives both figures of a change."""
    if not finding.rule.id.startswith("N") or finding.old is None or finding.new is None:
        return None
    old, new = places(finding)
    return new if old == new else None


def _figures(finding: Finding) -> str | None:
    """What tells a change of figures where a table gives it twice, for a count and its like.

    "Inspections: 42,703, 22,195" and "inspections at worksites: 42,703, 22,195" are one matter.
    """
    if len(finding.values) != 2 or min(map(len, finding.values)) < _TELLING:
        return None
    if not finding.rule.id.startswith("N10") or not all(v[0].isdigit() for v in finding.values):
        return None
    return "\x1f".join((finding.rule.id, finding.section, *finding.values))


def _told(findings: Iterable[Finding]) -> dict[tuple[Side, int], tuple[object, ...]]:
    """For each sentence the first two places that a finding sets beside each other there."""
    told: dict[tuple[Side, int], tuple[object, ...]] = {}
    for finding in findings:
        old, new = places(finding)
        if old and new and _own_place(finding) is None and not finding.rule.id.startswith("S"):
            told.setdefault(old, (old, new))
            told.setdefault(new, (old, new))
    return told


def places(finding: Finding) -> tuple[tuple[Side, int] | None, ...]:
    """The old sentence and the new one that a finding stands on."""
    return tuple((e.side, e.sentence) if e else None for e in (finding.old, finding.new))


def _own_place(finding: Finding) -> tuple[Side, int] | None:
    """The one sentence that a finding is about: what is gone, or what is new."""
    rule = finding.rule.id
    if rule == "C306" and finding.old is not None:
        return finding.old.side, finding.old.sentence
    if rule == "C307" and finding.new is not None:
        return finding.new.side, finding.new.sentence
    if (finding.old is None) == (finding.new is None):
        return None
    place = finding.old or finding.new
    return (place.side, place.sentence) if place else None


def _sections_told(
    findings: Iterable[Finding], comparison: Comparison
) -> frozenset[tuple[Side, int]]:
    """The sections that a finding says to be gone or new; that an old one is gone must weigh."""
    return frozenset(
        (place.side, _section(place.side, place.sentence, comparison))
        for finding in findings
        if finding.rule.id in WHOLE
        and (place := finding.old or finding.new)
        and (place.side is Side.NEW or finding.severity is not Severity.NOTE)
    )


def _told_with(
    finding: Finding,
    own: tuple[Side, int],
    sections: frozenset[tuple[Side, int]],
    comparison: Comparison,
    settings: Ranking,
) -> tuple[Side, int] | None:
    """The section that tells of a sentence, where that is told as a whole.

    What is new and weighs something is told by itself too.
    """
    home = (own[0], _section(*own, comparison))
    if home not in sections or _rewritten(sections, comparison, settings):
        return None
    slight = finding.severity is Severity.NOTE and finding.magnitude < settings.of_section
    return home if own[0] is Side.OLD or slight else None


def _rewritten(
    sections: frozenset[tuple[Side, int]], comparison: Comparison, settings: Ranking
) -> bool:
    """Whether a good share of the sections of both editions are told as a whole.

    Where a report is set out anew, what its sections say is its news, section by section or not.
    """
    counts = Counter(side for side, _ in sections)
    readings = zip(Side, (comparison.old, comparison.new), strict=True)
    return all(
        counts[side] >= settings.rewritten * len({s.section for s in one.edition.sentences})
        for side, one in readings
    )


def _outermost(
    findings: Iterable[Finding], comparison: Comparison
) -> Mapping[tuple[Side, int], int]:
    """For each section that is told as a whole the outermost one that is, and that it lies in."""
    told = {
        (place.side, _section(place.side, place.sentence, comparison))
        for finding in findings
        if finding.rule.id in WHOLE and (place := finding.old or finding.new)
    }
    found: dict[tuple[Side, int], int] = {}
    for side in Side:
        reading = comparison.old if side is Side.OLD else comparison.new
        inside: list[tuple[int, int]] = []  # the level and outermost section of each open one
        for section in reading.edition.sections:
            while inside and inside[-1][0] >= section.level:
                inside.pop()
            if (side, section.index) in told:
                outermost = inside[-1][1] if inside else section.index
                inside.append((section.level, outermost))
                found[side, section.index] = outermost
    return found


def depth(finding: Finding, comparison: Comparison) -> int:
    """How deep the section lies that a finding stands in."""
    place = finding.old or finding.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    return reading.edition.sections[_section(place.side, place.sentence, comparison)].level


def _section(side: Side, sentence: int, comparison: Comparison) -> int:
    reading = comparison.old if side is Side.OLD else comparison.new
    return reading.edition.sentences[sentence].section
