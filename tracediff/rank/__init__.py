"""Findings in, findings out: the most serious first, and one for each matter.

Order follows from the severity, then from what kind of change it is, how large, how certain, and
how prominent its place is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from tracediff.lexicon.gravity import EXTREME, is_activity, is_grave
from tracediff.model import Comparison, Evidence, Finding, Severity, Side
from tracediff.rank.matters import WHOLE, matters
from tracediff.rank.twice import fact_of, told_once
from tracediff.settings import Ranking

_WORD: Final = re.compile(r"\w+")
_TOKEN: Final = re.compile(r"[\w-]+")
_COUNTED: Final = frozenset({"N101", "N103", "N104", "N106"})
_STATED: Final = frozenset({"C306", "C307"})
_SEVERITIES: Final = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def rank(
    comparison: Comparison, findings: Iterable[Finding], settings: Ranking | None = None
) -> tuple[Finding, ...]:
    """Join findings about one matter, order them, and give each its fingerprint."""
    settings = settings or Ranking()
    held = tuple(findings)
    keys = {id(finding): _key(finding, comparison, settings) for finding in held}
    scored = sorted(held, key=lambda finding: keys[id(finding)])
    groups = told_once(matters(scored, comparison, settings), comparison, settings)
    joined = sorted(map(_head_first, groups), key=lambda group: keys[id(group[0])])
    return _fingerprinted(comparison, [_with_facets(group) for group in joined])


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
    if _of_activity(finding, comparison):
        weight *= 1 - settings.activity
    return round(kind * size * finding.certainty * weight, 6)


def _gravity(finding: Finding, comparison: Comparison, settings: Ranking) -> float:
    """1, and more where the sentence speaks of harm or wrongdoing, or of an extreme."""
    place = _shown(finding)
    if place is None:
        return 1.0
    reading = comparison.old if place.side is Side.OLD else comparison.new
    words = set(_WORD.findall(reading.edition.sentences[place.sentence].text.casefold()))
    return 1 + settings.grave * (is_grave(words) + (not EXTREME.isdisjoint(words)))


def _shown(finding: Finding) -> Evidence | None:
    """The side that a finding is about: the new one, but the old one for what is gone."""
    return finding.old or finding.new if finding.rule.id == "C306" else finding.new or finding.old


def _of_activity(finding: Finding, comparison: Comparison) -> bool:
    """Whether a figure counts who was trained or met, or a statement is of that alone."""
    place = _shown(finding)
    if place is None or finding.rule.id not in _COUNTED | _STATED:
        return False
    if finding.rule.id in _STATED:
        return is_activity(_TOKEN.findall(place.quote.casefold()))
    fact = fact_of(comparison, place)
    return fact is not None and is_activity(f"{fact.counted} {fact.measure}".casefold().split())


def _prominence(finding: Finding, comparison: Comparison, settings: Ranking) -> float:
    """1 at the head of the report, a little less towards its end."""
    place = finding.new or finding.old
    if place is None:
        return 1.0
    reading = comparison.old if place.side is Side.OLD else comparison.new
    share = place.sentence / max(1, len(reading.edition.sentences))
    return 1 - settings.place * share


def _head_first(group: list[Finding]) -> list[Finding]:
    """The finding that tells of a whole section leads, whatever weighs more inside it."""
    return sorted(group, key=lambda finding: finding.rule.id not in WHOLE)


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
        if evidence is not None and (fact := fact_of(comparison, evidence)) is not None
    ]
    yield counted[0] if counted else finding.measure
    yield from finding.values
    if not counted:
        yield from (_words(e.quote) if e else "" for e in (finding.old, finding.new))
        yield "" if finding.old or finding.new else finding.message


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
