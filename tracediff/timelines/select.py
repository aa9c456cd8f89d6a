"""A timeline in, the part of it that someone asked for out, or why there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import get_close_matches
from typing import Final

from tracediff.model import MeasureRun, Observation, Spot, Timeline
from tracediff.timelines.words import content


def select(
    timeline: Timeline, measure: str = "", section: str = "", since: int | None = None
) -> Timeline:
    """The series, threads, sections and stories that fit; what was not asked for stays whole.

    ``measure`` is words that a label must hold, ``section`` a part of a heading, with all that
    stands below it in any edition, whatever it is called there; ``since`` the first year: of the
    periods of a figure, and of the editions of a statement.
    """
    late = {
        n
        for n, one in enumerate(timeline.editions)
        if since is None or (one.year or since) >= since
    }
    wanted = content(measure)
    inside = _sections(timeline, section)

    def held(places: Iterator[Spot]) -> bool:
        return not section or any(
            (edition, timeline.editions[edition].sentences[sentence].section) in inside
            for edition, sentence in places
        )

    def fitting(runs: Sequence[MeasureRun]) -> tuple[MeasureRun, ...]:
        return tuple(
            run
            for run in (_since(run, since) for run in runs)
            if run.observations
            and wanted <= content(run.title)
            and held((one.edition, one.sentence) for one in run.observations)
        )

    series, possible = fitting(timeline.series), fitting(timeline.possible)
    threads = tuple(
        one
        for one in timeline.threads
        if not measure and held(iter(one.places)) and one.last in late
    )
    sections = tuple(
        one
        for one in timeline.sections
        if not measure and (not section or not inside.isdisjoint(enumerate(one.sections)))
    )
    shown = {run.ident for run in series} | {one.ident for one in threads}
    titles = {one.title for one in sections}
    stories = tuple(
        one
        for one in timeline.stories
        if one.about in shown or (not one.about and one.topic in titles)
    )
    return replace(
        timeline,
        series=series,
        possible=possible,
        threads=threads,
        sections=sections,
        stories=stories,
    )


def _sections(timeline: Timeline, asked: str) -> frozenset[tuple[int, int | None]]:
    """The sections of each edition that a part of a heading names, under all their names."""
    wanted = _plain(asked)
    found: set[tuple[int, int | None]] = {
        (number, one.index)
        for number, edition in enumerate(timeline.editions)
        for one in edition.sections
        if any(wanted in _plain(title) for title in (*one.path, one.title))
    }
    for run in timeline.sections:
        places = {(n, index) for n, index in enumerate(run.sections) if index is not None}
        if not found.isdisjoint(places):
            found |= places
    return frozenset(found)


def _plain(title: str) -> str:
    """A heading without what nobody types: capitals, curly marks, double blanks."""
    return " ".join(title.casefold().replace("’", "'").replace("‘", "'").split())


def nothing_found(whole: Timeline, part: Timeline, measure: str, section: str) -> str:
    """Why nothing was selected, with the names that come near; nothing where something was."""
    if part.series or part.possible or part.threads or part.sections:
        return ""
    if section and not _sections(whole, section):
        titles = [one.title for one in whole.sections]
        return f"no section has “{section}” in its heading{_near(section, titles)}"
    labels = [one.title for one in (*whole.series, *whole.possible)]
    if measure and not any(content(measure) <= content(label) for label in labels):
        return f"no figure that two editions give is named “{measure}”{_near(measure, labels)}"
    asked = [f"“{one}”" for one in (measure, section) if one]
    return f"nothing is left of {' in '.join(asked) or 'the editions'} for the years asked for"


def _near(asked: str, names: Sequence[str]) -> str:
    """The names that share a word with what was asked for, else those that are spelt like it."""
    known = {_plain(name): name for name in names}
    wanted = content(asked)
    sharing = sorted(known, key=lambda name: -len(wanted & content(name)))
    sharing = [name for name in sharing if wanted & content(name)]
    near = sharing or get_close_matches(_plain(asked), known, n=_NAMED, cutoff=0.5)
    near = near or [name for name in known if set(_spelt(asked, known)) & set(name.split())]
    return f"; near is: {', '.join(known[name] for name in near[:_NAMED])}" if near else ""


def _spelt(asked: str, names: dict[str, str]) -> Iterator[str]:
    """The words of names that are spelt like a word that was asked for."""
    words = sorted({word for name in names for word in name.split()})
    for word in _plain(asked).split():
        yield from get_close_matches(word, words, n=1, cutoff=0.75)


_NAMED: Final = 3  # names that are offered


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
