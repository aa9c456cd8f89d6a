"""Clauses said to be gone, or new, that another sentence says: findings in, fewer findings out.

A link may set beside a clause a sentence that does not say it, while a sentence without a partner
does: "reports rose after the law", and elsewhere "although reports rose after the law, they fell".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from tracediff.model import Comparison, Evidence, Finding, Severity, Side
from tracediff.rank.rarity import Rarity
from tracediff.settings import Ranking

_LONE: Final = {Side.OLD: frozenset({"C306", "N103"}), Side.NEW: frozenset({"C307", "N104"})}


def told_elsewhere(
    findings: Iterable[Finding], comparison: Comparison, rare: Rarity, settings: Ranking
) -> Iterator[Finding]:
    """The findings, each clause that a lone sentence says joined to what is told of that.

    The clause itself is a note then: it was only put in another place.
    """
    held = tuple(findings)
    lone = {side: [f for f in held if _is_lone(f, side)] for side in Side}
    taken: dict[int, list[Finding]] = {}
    gone: set[int] = set()
    for one in held:
        side = _says(one, comparison)
        if side is None:
            continue
        others = lone[Side.NEW if side is Side.OLD else Side.OLD]
        home = _best(one, side, others, comparison, rare, settings)
        if home is not None:
            taken.setdefault(id(home), []).append(replace(one, severity=Severity.NOTE))
            gone.add(id(one))
    for one in held:
        if id(one) not in gone:
            more = [part for clause in taken.get(id(one), ()) for part in clause.all]
            yield replace(one, facets=(*one.facets, *more)) if more else one


def _is_lone(finding: Finding, side: Side) -> bool:
    """Whether a finding tells of a sentence that only one edition has."""
    shown, other = _sides(finding, side)
    return shown is not None and other is None and finding.rule.id in _LONE[side]


def _sides(finding: Finding, side: Side) -> tuple[Evidence | None, Evidence | None]:
    pair = (finding.old, finding.new)
    return pair if side is Side.OLD else pair[::-1]


def _says(finding: Finding, comparison: Comparison) -> Side | None:
    """The edition of whose sentence a part is said to stand beside one that lacks it."""
    for side, rule in ((Side.OLD, "C306"), (Side.NEW, "C307")):
        shown, other = _sides(finding, side)
        if finding.rule.id == rule and shown is not None and other is not None:
            reading = comparison.old if side is Side.OLD else comparison.new
            text = reading.edition.sentences[shown.sentence].text
            return side if len(shown.quote) < len(text.rstrip(".")) else None
    return None


def _best(
    clause: Finding,
    side: Side,
    others: Sequence[Finding],
    comparison: Comparison,
    rare: Rarity,
    settings: Ranking,
) -> Finding | None:
    """The lone finding whose sentence says most of a clause, if it says enough of it."""
    shown, _ = _sides(clause, side)
    assert shown is not None
    own = rare.telling(shown.quote).words
    scores = []
    for at, other in enumerate(others):
        shared = own & rare.telling(_text(other, comparison)).words
        if len(shared) >= settings.half_words and len(shared) >= settings.half_clause * len(own):
            scores.append((len(shared), -at))
    return others[-max(scores)[1]] if scores else None


def _text(finding: Finding, comparison: Comparison) -> str:
    """The sentence that a lone finding stands on."""
    evidence = finding.new or finding.old
    assert evidence is not None
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.edition.sentences[evidence.sentence].text
