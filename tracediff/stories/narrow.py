"""A Report narrowed to some sections: a report and a title in, a report out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from tracediff.model import Link, Report, Series, Side, Story
from tracediff.patterns import like


def narrow(report: Report, section: str) -> Report:
    """The report with what stands in sections whose title holds a text, or fits a pattern with *.

    >>> like("*court*", "Courts and judges")
    True
    """
    pattern = section if "*" in section else f"*{section}*"
    homes = {
        side: {one.index for one in edition.sections if like(pattern, one.title)}
        for side, edition in ((Side.OLD, report.old), (Side.NEW, report.new))
    }
    comparison = replace(
        report.comparison,
        series=tuple(one for one in report.comparison.series if _stands_in(one, report, homes)),
        alignment=replace(
            report.comparison.alignment,
            links=tuple(link for link in report.links if _is_in(link, report, homes)),
        ),
    )
    return replace(
        report,
        comparison=comparison,
        findings=tuple(one for one in report.findings if like(pattern, one.section)),
        sections=tuple(one for one in report.sections if like(pattern, one.title)),
        stories=_of(report.stories, pattern),
        checks=_of(report.checks, pattern),
    )


def _of(stories: Iterable[Story], pattern: str) -> tuple[Story, ...]:
    return tuple(s for s in stories if any(like(pattern, f.section) for f in s.findings))


def _stands_in(series: Series, report: Report, homes: dict[Side, set[int]]) -> bool:
    editions = {Side.OLD: report.old, Side.NEW: report.new}
    return any(
        editions[p.side].sentences[p.fact.sentence].section in homes[p.side] for p in series.points
    )


def _is_in(link: Link, report: Report, homes: dict[Side, set[int]]) -> bool:
    return any(report.old.sentences[at].section in homes[Side.OLD] for at in link.old) or any(
        report.new.sentences[at].section in homes[Side.NEW] for at in link.new
    )
