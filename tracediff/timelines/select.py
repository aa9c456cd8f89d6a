"""A timeline in, the part of it that someone asked for out."""

from __future__ import annotations

from dataclasses import replace

from tracediff.model import MeasureRun, Observation, Timeline
from tracediff.timelines.words import content


def select(
    timeline: Timeline, measure: str = "", section: str = "", since: int | None = None
) -> Timeline:
    """The series, threads, sections and stories that fit; what was not asked for stays whole.

    ``measure`` is words that a label must hold, ``section`` a part of a heading, ``since`` the
    first year: of the periods of a figure, and of the editions of a statement.
    """
    late = {
        n
        for n, one in enumerate(timeline.editions)
        if since is None or (one.year or since) >= since
    }
    wanted = content(measure)
    series = tuple(
        run
        for run in (_since(run, since) for run in timeline.series)
        if run.observations and wanted <= content(run.label) and _in(section, run.section)
    )
    threads = tuple(
        one
        for one in timeline.threads
        if not measure and _in(section, one.section) and one.last in late
    )
    sections = tuple(
        one
        for one in timeline.sections
        if not measure and any(_in(section, title or "") for title in one.titles)
    )
    shown = {run.ident for run in series} | {one.ident for one in threads}
    titles = {one.title for one in sections}
    stories = tuple(
        one
        for one in timeline.stories
        if one.about in shown or (not one.about and one.topic in titles)
    )
    return replace(timeline, series=series, threads=threads, sections=sections, stories=stories)


def _in(section: str, title: str) -> bool:
    return section.casefold() in title.casefold()


def _since(run: MeasureRun, since: int | None) -> MeasureRun:
    if since is None:
        return run

    def late(one: Observation) -> bool:
        return one.period is None or one.period.end.year >= since

    return replace(
        run,
        observations=tuple(one for one in run.observations if late(one)),
        restated=tuple(one for one in run.restated if one.period.end.year >= since),
    )
