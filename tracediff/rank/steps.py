"""Changes that the older edition told already: findings in, those that are news out.

"1,750 in 2029, up from 1,400 in 2028" stands beside "1,400 in 2028, down from 1,900 in 2027": the
step from 1,900 to 1,400 was told a year ago.
"""

from __future__ import annotations

from collections.abc import Iterable

from tracediff.model import Comparison, Fact, Finding, Period
from tracediff.rank.importance import fact_of

_STEP = frozenset({"N101", "N102", "N104"})


def without_steps(findings: Iterable[Finding], comparison: Comparison) -> tuple[Finding, ...]:
    """The findings less each change that another one goes on from, on the same new sentence."""
    held = tuple(findings)
    begun = {
        (start, finding.new.sentence)
        for finding in held
        if finding.rule.id in _STEP and finding.new and (start := _end(finding, comparison, False))
    }
    return tuple(finding for finding in held if not _is_told(finding, comparison, begun))


_End = tuple[str, Period]


def _is_told(finding: Finding, comparison: Comparison, begun: set[tuple[_End, int]]) -> bool:
    """Whether a change ends where another one on its new sentence begins."""
    if finding.rule.id not in _STEP or finding.new is None:
        return False
    stop = _end(finding, comparison, True)
    return stop is not None and (stop, finding.new.sentence) in begun


def _end(finding: Finding, comparison: Comparison, new: bool) -> _End | None:
    """The value and period of one end of a change."""
    evidence = finding.new if new else finding.old
    fact: Fact | None = fact_of(comparison, evidence) if evidence else None
    if fact is None or fact.period is None or len(finding.values) != 2:
        return None
    return finding.values[new], fact.period
