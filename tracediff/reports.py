"""Findings in, the report out: graded, ranked, signed off, told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from tracediff.model import Comparison, Finding, LinkKind, Report
from tracediff.settings import Settings

if TYPE_CHECKING:
    from tracediff.rank.importance import Weighing


def with_leftovers(reports: Sequence[Report], settings: Settings) -> tuple[Report, ...]:
    """The reports of one run with what they say together of waivers and the baseline.

    Expired and unused waivers and stale entries are findings of the first report: they belong to
    the sign-off as a whole.
    """
    from tracediff.grade import grade
    from tracediff.waive import leftovers

    found = grade(leftovers(reports, settings.waiving), settings.grading)
    if not found or not reports:
        return tuple(reports)
    first, *others = reports
    settled = summed_up(first.comparison, (*found, *first.findings), settings)
    return (replace(settled, name=first.name), *others)


def narrow(report: Report, findings: Iterable[Finding], settings: Settings) -> Report:
    """The report with these of its findings, and told anew."""
    return replace(summed_up(report.comparison, tuple(findings), settings), name=report.name)


def sign_off(report: Report, settings: Settings, name: str = "") -> Report:
    """The report with the waivers that hold now, those that held before forgotten."""
    from tracediff.waive import waive

    plain = tuple(replace(one, waiver=None, facets=_plain(one.facets)) for one in report.findings)
    waiving = replace(settings.waiving, pair=name)
    return replace(summed_up(report.comparison, waive(plain, waiving), settings), name=report.name)


def _plain(facets: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(replace(facet, waiver=None) for facet in facets)


def unaligned(report: Report) -> float:
    """The share of sentences, of both editions, that stand in no link with the other side."""
    alone = sum(
        len(link.old) + len(link.new)
        for link in report.links
        if link.kind in (LinkKind.ADDED, LinkKind.REMOVED)
    )
    total = len(report.old.sentences) + len(report.new.sentences)
    return alone / total if total else 1.0


def report_of(comparison: Comparison, found: Iterable[Finding], settings: Settings) -> Report:
    """The report of all that was found, before waivers and order."""
    from tracediff.grade import grade
    from tracediff.place import place
    from tracediff.rank import rank
    from tracediff.rank.importance import Weighing
    from tracediff.waive import waive

    graded = grade(found, settings.grading)
    weighing = Weighing(comparison, settings.ranking)
    ranked = rank(comparison, graded, settings.ranking, weighing)
    placed = place(comparison, ranked, settings.placing)
    return summed_up(comparison, waive(placed, settings.waiving), settings, weighing)


def summed_up(
    comparison: Comparison,
    findings: tuple[Finding, ...],
    settings: Settings,
    weighing: Weighing | None = None,
) -> Report:
    """The report with its findings told: stories, checks, what changed by section."""
    from tracediff import summary
    from tracediff.stories import brief, checks, tell

    open_findings = [finding for finding in findings if finding.waiver is None]
    signed = sum(one.waiver is not None and not one.waiver.since for one in findings)
    changes = [one for one in open_findings if one.rule.id[0] != "W"]  # a waiver is none
    stories = tell(comparison, changes, settings, weighing)
    slips = checks(comparison, open_findings, settings)
    return Report(
        comparison=comparison,
        findings=findings,
        sections=summary.section_changes(comparison, open_findings),
        quiet=summary.quiet_changes(comparison, findings),
        summary=summary.sentences(comparison, open_findings, signed),
        stories=stories,
        checks=slips,
        doubts=summary.doubts(comparison),
        briefing=brief(comparison, stories, slips),
    )
