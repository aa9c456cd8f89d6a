"""Rows for data frames: a Report in, dictionaries with plain values out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Final

from tracediff.model import Evidence, Finding, Report, Side
from tracediff.wording import values

Record = dict[str, object]


def rows(report: Report, what: str) -> list[Record]:
    """The rows of a kind. Raises ``ValueError`` where there is no such kind."""
    if what not in _KINDS:
        raise ValueError(f"{what!r} is not one of {', '.join(_KINDS)}")
    return list(_KINDS[what](report))


def _findings(report: Report) -> Iterator[Record]:
    story_of = {id(f): at for at, story in enumerate(report.stories, 1) for f in story.findings}
    for finding in report.findings:
        change = finding.change
        yield {
            "severity": finding.severity.value,
            "rule": finding.rule.id,
            "name": finding.rule.name,
            "message": finding.message,
            "section": finding.section,
            "measure": finding.measure,
            "period": finding.period,
            "old_value": _number(change.old if change else None),
            "new_value": _number(change.new if change else None),
            **_quotes(report, finding),
            "story": story_of.get(id(finding)),
            "open": finding.waiver is None,
            "fingerprint": finding.fingerprint,
        }


def _quotes(report: Report, finding: Finding) -> Record:
    return {
        "old_sentence": _sentence(report, finding.old),
        "new_sentence": _sentence(report, finding.new),
    }


def _sentence(report: Report, evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    edition = report.old if evidence.side is Side.OLD else report.new
    return edition.sentences[evidence.sentence].text


def _stories(report: Report) -> Iterator[Record]:
    for rank, story in enumerate(report.stories, start=1):
        yield {
            "rank": rank,
            "headline": story.headline,
            "section": story.topic,
            "importance": story.importance,
            "findings": len(story.findings),
            "severity": story.findings[0].severity.value,
            "rule": story.findings[0].rule.id,
        }


def _figures(report: Report) -> Iterator[Record]:
    for series in report.figures:
        for point in series.points:
            fact = point.fact
            yield {
                "label": series.name,
                "unit": series.unit,
                "edition": report.label(point.side),
                "period": values.when(fact) if fact.period else "",
                "start": fact.period.start if fact.period else None,
                "end": fact.period.end if fact.period else None,
                "value": _number(fact.value),
                "status": fact.status.value,
                "bound": fact.bound.value,
                "quote": fact.quote,
            }


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


_KINDS: Final[dict[str, Callable[[Report], Iterator[Record]]]] = {
    "findings": _findings,
    "stories": _stories,
    "figures": _figures,
}
