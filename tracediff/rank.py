"""Findings in, findings out: the most serious first, and one for each matter.

Order follows from the severity, then from what kind of change it is, how large, how certain, and
how prominent its place is.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from tracediff.lexicon.gravity import EXTREME, is_grave
from tracediff.model import Comparison, Evidence, Fact, Finding, Severity, Side
from tracediff.settings import Ranking

_WORD: Final = re.compile(r"\w+")
_TELLING: Final = 3  # digits of two figures that do not come twice by chance
_WHOLE: Final = frozenset({"S401", "S402"})
_SEVERITIES: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def rank(
    comparison: Comparison, findings: Iterable[Finding], settings: Ranking | None = None
) -> tuple[Finding, ...]:
    """Join findings about one matter, order them, and give each its fingerprint."""
    settings = settings or Ranking()
    scored = sorted(findings, key=lambda f: _key(f, comparison, settings))
    joined = (_with_facets(group) for group in _matters(scored, comparison))
    return _fingerprinted(comparison, sorted(joined, key=lambda f: _key(f, comparison, settings)))


def _key(
    finding: Finding, comparison: Comparison, settings: Ranking
) -> tuple[int, float, int, str, str]:
    place = finding.new or finding.old
    return (
        _SEVERITIES[finding.severity],
        -_score(finding, comparison, settings),
        place.sentence if place else -1,
        finding.rule.id,
        finding.message,
    )


def _score(finding: Finding, comparison: Comparison, settings: Ranking) -> float:
    kind = settings.kinds.get(finding.rule.id, settings.other_kind)
    size = settings.size_floor + (1 - settings.size_floor) * finding.magnitude
    weight = _prominence(finding, comparison, settings) * _gravity(finding, comparison, settings)
    return round(kind * size * finding.certainty * weight, 6)


def _gravity(finding: Finding, comparison: Comparison, settings: Ranking) -> float:
    """1, and more where the sentence speaks of harm or wrongdoing, or of an extreme."""
    place = finding.new or finding.old
    if place is None:
        return 1.0
    reading = comparison.old if place.side is Side.OLD else comparison.new
    words = set(_WORD.findall(reading.edition.sentences[place.sentence].text.casefold()))
    return 1 + settings.grave * (is_grave(words) + (not EXTREME.isdisjoint(words)))


def _prominence(finding: Finding, comparison: Comparison, settings: Ranking) -> float:
    """1 at the head of the report, a little less towards its end."""
    place = finding.new or finding.old
    if place is None:
        return 1.0
    reading = comparison.old if place.side is Side.OLD else comparison.new
    share = place.sentence / max(1, len(reading.edition.sentences))
    return 1 - settings.place * share


def _matters(findings: Sequence[Finding], comparison: Comparison) -> list[list[Finding]]:
    """Findings about one matter, in the order of the first of each.

    They stand on the same two sentences; or one of them has a sentence by itself that another sets
    beside a counterpart; or they tell of the text of a section that is gone or new as a whole.
    """
    sections = _sections_told(findings, comparison)
    told = _told(findings)
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    worded: dict[str, tuple[object, ...]] = {}
    for position, finding in enumerate(findings):
        key: tuple[object, ...] = _places(finding)
        place = finding.old or finding.new
        if place is not None and finding.rule.id in _WHOLE:
            key = ("section", place.side, _section(place.side, place.sentence, comparison))
        elif not any(key) or finding.rule.id.startswith("S"):
            key = (position,)
        elif (own := _own_place(finding)) is not None:
            whole = None if all(key) else _told_with(own, sections, comparison)
            key = whole or told.get(own, key)
            key = worded.setdefault(finding.message, key)  # a sentence that stands there twice
        elif (twin := _figures(finding)) is not None:
            key = worded.setdefault(twin, key)
        groups[key].append(finding)
    return [_head_first(group) for group in groups.values()]


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
        places = _places(finding)
        if all(places) and _own_place(finding) is None and not finding.rule.id.startswith("S"):
            for place in places:
                if place is not None:
                    told.setdefault(place, places)
    return told


def _places(finding: Finding) -> tuple[tuple[Side, int] | None, ...]:
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
    """The sections that a finding of more weight than a note says to be gone or new."""
    return frozenset(
        (place.side, _section(place.side, place.sentence, comparison))
        for finding in findings
        if finding.rule.id in _WHOLE and finding.severity is not Severity.NOTE
        if (place := finding.old or finding.new)
    )


def _told_with(
    own: tuple[Side, int], sections: frozenset[tuple[Side, int]], comparison: Comparison
) -> tuple[object, ...] | None:
    """The key of the section that tells of a sentence, where that is told as a whole."""
    home = (own[0], _section(*own, comparison))
    return ("section", *home) if home in sections else None


def _section(side: Side, sentence: int, comparison: Comparison) -> int:
    reading = comparison.old if side is Side.OLD else comparison.new
    return reading.edition.sentences[sentence].section


def _head_first(group: list[Finding]) -> list[Finding]:
    """The finding that tells of a whole section leads, whatever weighs more inside it."""
    return sorted(group, key=lambda finding: finding.rule.id not in _WHOLE)


def _with_facets(group: list[Finding]) -> Finding:
    first, *rest = group
    others = {f.message: f for f in reversed(rest) if f.message != first.message}
    facets = tuple(f for f in rest if others.get(f.message) is f)
    return replace(first, facets=facets) if facets else first


def _fingerprinted(comparison: Comparison, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Name each finding by what it is about, not by where it stands."""
    seen: Counter[str] = Counter()

    def named(finding: Finding) -> Finding:
        text = "\x1f".join(_matter(comparison, finding)).casefold()
        digest = sha256(text.encode()).hexdigest()[:16]
        seen[digest] += 1
        return replace(
            finding,
            fingerprint=f"{digest}:{seen[digest]}",
            facets=tuple(named(facet) for facet in finding.facets),
        )

    return tuple(named(finding) for finding in findings)


def _matter(comparison: Comparison, finding: Finding) -> Iterator[str]:
    """What tells a finding from all others, and stays when a text is wrapped or edited elsewhere.

    Figures are told by what they count in the earlier edition, which no one edits any more, and by
    their values; claims by the words that both sides say, so that a claim that is worded anew is
    looked at anew.
    """
    yield from (finding.rule.id, finding.section, finding.period)
    counted = [
        fact.measure
        for evidence in (finding.old, finding.new)
        if evidence is not None and (fact := _fact(comparison, evidence)) is not None
    ]
    yield counted[0] if counted else finding.measure
    yield from finding.values
    if not counted:
        yield from (_words(e.quote) if e else "" for e in (finding.old, finding.new))
        yield "" if finding.old or finding.new else finding.message


def _fact(comparison: Comparison, evidence: Evidence) -> Fact | None:
    if evidence.fact is None:
        return None
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.facts[evidence.fact]


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
