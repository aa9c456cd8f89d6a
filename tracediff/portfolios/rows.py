"""A report in, the rows of its tables out, each a dictionary with the columns of ``columns``."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from math import isfinite
from typing import Any

from tracediff.model import Evidence, Fact, Finding, Period, Reading, Report, Side

Row = dict[str, Any]


def finding_rows(report: Report, document: str, page: str) -> Iterator[Row]:
    """A row for each finding, signed off or not, gravest first."""
    told = {
        id(finding): (rank, story.headline)
        for rank, story in enumerate(report.listed, 1)
        for finding in story.findings
    }
    for rank, finding in enumerate(report.findings, 1):
        story, headline = told.get(id(finding), (None, None))
        change = finding.change
        yield {
            "document": document,
            "rank": rank,
            "severity": finding.severity.value,
            "rule": finding.rule.id,
            "name": finding.rule.name,
            "message": finding.message,
            "story": story,
            "headline": headline,
            "section": finding.section,
            "measure": finding.measure or None,
            "period": finding.period or None,
            "old_value": number(change.old) if change else None,
            "new_value": number(change.new) if change else None,
            "absolute": number(change.absolute) if change else None,
            "relative": number(change.relative) if change else None,
            "old_status": _status(report, finding.old),
            "new_status": _status(report, finding.new),
            **_evidence(report, finding, Side.OLD),
            **_evidence(report, finding, Side.NEW),
            "certainty": round(finding.certainty, 3),
            "fingerprint": finding.fingerprint,
            "waiver": finding.waiver.reason if finding.waiver else None,
            "link": f"pages/{page}#s-{finding.fingerprint}" if headline else f"pages/{page}",
        }


def _status(report: Report, evidence: Evidence | None) -> str | None:
    if evidence is None or evidence.fact is None:
        return None
    return _reading(report, evidence.side).facts[evidence.fact].status.value


def _reading(report: Report, side: Side) -> Reading:
    return report.comparison.old if side is Side.OLD else report.comparison.new


def _evidence(report: Report, finding: Finding, side: Side) -> Row:
    """One side of a finding; a later edition may give both values, and then stands on both."""
    evidence = finding.old if side is Side.OLD else finding.new
    names = [f"{side.value}_{name}" for name in ("quote", "sentence", "line", "page")]
    if evidence is None:
        return dict.fromkeys(names)
    sentence = _reading(report, evidence.side).edition.sentences[evidence.sentence]
    values = (evidence.quote, sentence.text, sentence.line, sentence.page)
    return dict(zip(names, values, strict=True))


def fact_rows(report: Report, document: str) -> Iterator[Row]:
    """A row for each figure, those of the old edition first, in the order of the text."""
    for side in Side:
        reading = _reading(report, side)
        for fact in reading.facts:
            sentence = reading.edition.sentences[fact.sentence]
            yield {
                "document": document,
                "edition": side.value,
                "edition_label": report.label(side),
                "fact": _name(side, fact),
                "value": number(fact.value),
                "status": fact.status.value,
                "bound": fact.bound.value,
                "unit": fact.unit,
                "counted": fact.counted,
                "measure": fact.measure,
                "label": fact.label or fact.measure,
                "kind": fact.kind.value,
                "year": fact.year,
                **_period(fact.period),
                "quote": fact.quote,
                "sentence": sentence.text,
                "section": reading.edition.section_of(sentence).title,
                "line": sentence.line,
                "page": sentence.page,
                "table_cell": fact.table is not None,
                "certainty": round(fact.certainty, 3),
            }


def series_rows(report: Report, document: str) -> Iterator[Row]:
    """A row for each point of each series."""
    for at, series in enumerate(report.comparison.series, 1):
        changed, restated = series.changed, series.restated
        for place, point in enumerate(series.points):
            yield {
                "document": document,
                "series": at,
                "label": series.name,
                "measure": series.measure,
                "unit": series.unit,
                **_period(point.fact.period),
                "value": number(point.fact.value),
                "status": point.fact.status.value,
                "bound": point.fact.bound.value,
                "edition": point.side.value,
                "fact": _name(point.side, point.fact),
                "changed": changed,
                "restated": place in restated,
            }


def _name(side: Side, fact: Fact) -> str:
    return f"{side.value[0]}{fact.index}"


def _period(period: Period | None) -> Row:
    return {
        "period": period.label if period else None,
        "start": period.start.isoformat() if period else None,
        "end": period.end.isoformat() if period else None,
    }


def number(value: Decimal | None) -> float | None:
    """A value as the tables hold it; none where it is larger than any number there is."""
    if value is None:
        return None
    plain = float(value)
    return plain if isfinite(plain) else None
