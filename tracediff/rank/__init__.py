"""Findings in, findings out: what matters most first, and one for each matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from typing import Final

from tracediff.model import Comparison, Finding
from tracediff.rank.halves import joined as halves_joined
from tracediff.rank.importance import Weighing, fact_of
from tracediff.rank.matters import WHOLE, matters
from tracediff.rank.twice import told_once
from tracediff.settings import Ranking

_WORD: Final = re.compile(r"\w+")


def rank(
    comparison: Comparison, findings: Iterable[Finding], settings: Ranking | None = None
) -> tuple[Finding, ...]:
    """Join findings about one matter, order them, and give each its fingerprint."""
    settings = settings or Ranking()
    held = tuple(findings)
    weighing = Weighing(comparison, settings)
    keys = {id(finding): _key(finding, weighing) for finding in held}
    scored = sorted(held, key=lambda finding: keys[id(finding)])
    groups = told_once(matters(scored, comparison, settings), comparison, settings)
    joined = sorted(map(_head_first, groups), key=lambda group: keys[id(group[0])])
    whole = halves_joined([_with_facets(group) for group in joined], comparison, settings)
    ordered = sorted(whole, key=lambda finding: _key(finding, weighing))
    return _fingerprinted(comparison, ordered)


def _key(finding: Finding, weighing: Weighing) -> tuple[float, int, str, str]:
    place = finding.new or finding.old
    return (
        -weighing.importance(finding),
        place.sentence if place else -1,
        finding.rule.id,
        finding.message,
    )


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
