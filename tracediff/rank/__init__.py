"""Findings in, findings out: what matters most first, and one for each matter."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256
from typing import Final

from tracediff.model import Comparison, Finding
from tracediff.model.record import replaced
from tracediff.rank.halves import SEVERITIES, beside, joined
from tracediff.rank.importance import WHOLE, Weighing, fact_of
from tracediff.rank.matters import depth, matters
from tracediff.rank.rarity import rarity
from tracediff.rank.steps import without_steps
from tracediff.rank.told_elsewhere import told_elsewhere
from tracediff.rank.twice import told_once
from tracediff.rank.whole_links import with_all_sentences
from tracediff.settings import Ranking

_WORD: Final = re.compile(r"\w+")


def rank(
    comparison: Comparison,
    findings: Iterable[Finding],
    settings: Ranking | None = None,
    weighing: Weighing | None = None,
) -> tuple[Finding, ...]:
    """Join findings about one matter, order them, and give each its fingerprint.

    The gravest of a matter leads it, since a check counts by it; what matters most comes first.
    ``weighing`` remembers what it weighed, for whoever weighs the same findings afterwards.
    """
    settings = settings or Ranking()
    held = tuple(without_steps(findings, comparison))
    weighing = weighing or Weighing(comparison, settings)
    weighing.weigh([finding for finding in held if finding.rule.id[0] == "N"])
    keys = {id(finding): _key(finding, weighing) for finding in held}
    scored = sorted(held, key=lambda one: (*_leads(one), keys[id(one)]))
    rare = rarity(comparison)
    scored = sorted(joined(scored, comparison, rare, settings), key=_leads)
    groups = told_once(matters(scored, comparison, settings), comparison, settings)
    told = [_with_facets(_head_first(group, comparison)) for group in groups]
    joint = told_elsewhere(beside(told, comparison, rare, settings), comparison, rare, settings)
    whole = with_all_sentences(joint, comparison)
    ordered = sorted(whole, key=lambda finding: _key(finding, weighing))
    return _fingerprinted(comparison, ordered)


def _leads(finding: Finding) -> tuple[int, bool]:
    """What leads a matter: the gravest, and of those a figure before a statement."""
    return SEVERITIES[finding.severity], finding.rule.id[0] != "N"


def _key(finding: Finding, weighing: Weighing) -> tuple[float, int, str, str]:
    place = finding.new or finding.old
    return (
        -weighing.importance(finding),
        place.sentence if place else -1,
        finding.rule.id,
        finding.message,
    )


def _head_first(group: list[Finding], comparison: Comparison) -> list[Finding]:
    """The finding that tells of a whole section leads, the outermost first, as severe as any that
    tells of a section inside it."""
    whole = [finding for finding in group if finding.rule.id in WHOLE]
    if not whole:
        return group
    gravest = min((finding.severity for finding in whole), key=SEVERITIES.__getitem__)
    first, *inside = sorted(whole, key=lambda finding: depth(finding, comparison))
    others = (finding for finding in group if finding.rule.id not in WHOLE)
    return [replaced(first, severity=gravest), *inside, *others]


def _with_facets(group: list[Finding]) -> Finding:
    first, *rest = group
    others = {f.message: f for f in reversed(rest) if f.message != first.message}
    facets = tuple(f for f in rest if others.get(f.message) is f)
    return replaced(first, facets=(*first.facets, *facets)) if facets else first


def _fingerprinted(comparison: Comparison, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """Name each finding by what it is about, not by where it stands."""
    seen: Counter[str] = Counter()

    def named(finding: Finding) -> Finding:
        text = "\x1f".join(_matter(comparison, finding)).casefold()
        digest = sha256(text.encode()).hexdigest()[:16]
        seen[digest] += 1
        return replaced(
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
