"""Findings in, those that a team wants to see out, each as severe as the team says it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracediff.model import Finding, Rule, Severity
from tracediff.patterns import like, precision
from tracediff.settings import Grading, Override

_SIZED = "N101"  # the rule whose findings are graded by how large the change is


def grade(findings: Iterable[Finding], settings: Grading | None = None) -> tuple[Finding, ...]:
    """Leave out what is not selected, and set severities as the settings say."""
    settings = settings or Grading()
    graded = (_graded(f, settings) for f in findings if selected(f.rule, settings))
    return tuple(finding for finding in graded if finding is not None)


def selected(rule: Rule, settings: Grading) -> bool:
    """Whether a rule is looked at: the longer pattern decides, and ``ignore`` where they tie."""
    chosen = max((precision(p, rule) for p in settings.select), default=-1)
    if not settings.select:
        chosen = 0
    dropped = max((precision(p, rule) for p in settings.ignore), default=-1)
    return chosen >= 0 and (dropped < 0 or dropped < chosen)


def _graded(finding: Finding, settings: Grading) -> Finding | None:
    severity: str = finding.severity.value
    named = [(precision(p, finding.rule), s) for p, s in settings.severities.items()]
    if named and max(named)[0] >= 0:
        severity = max(named)[1]
    if finding.rule.id == _SIZED and severity != "off":
        severity = _by_size(finding, severity, settings.error, settings.warning)
    for override in settings.overrides:
        if _matches(override, finding):
            severity = override.severity or severity
            if severity != "off":
                severity = _by_size(finding, severity, override.error, override.warning)
    if severity == "off":
        return None
    return (
        finding if severity == finding.severity else replace(finding, severity=Severity(severity))
    )


def _by_size(finding: Finding, severity: str, error: float | None, warning: float | None) -> str:
    """The severity that a change of this size has; as it was where no threshold speaks of it."""
    change = finding.change
    if (error is None and warning is None) or change is None or change.absolute is None:
        return severity
    size = float(abs(change.relative)) if change.relative is not None else float("inf")
    if error is not None and size >= error:
        return "error"
    if warning is not None:
        return "warning" if size >= warning else "note"
    return "warning" if severity == "error" else severity


def _matches(override: Override, finding: Finding) -> bool:
    if override.rule and precision(override.rule, finding.rule) < 0:
        return False
    return like(override.section, finding.section) and like(override.measure, finding.measure)
