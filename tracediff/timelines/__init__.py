"""Comparisons of neighbouring editions in, a timeline out: one report over many editions.

The package is called after what it makes, since ``tracediff.timeline`` is the public function.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.model import Edition, Report, Timeline
from tracediff.settings import Timelines
from tracediff.timelines.editions import gaps, in_order, names, twins
from tracediff.timelines.figures import figures
from tracediff.timelines.headlines import headlines
from tracediff.timelines.join import join
from tracediff.timelines.outcomes import threads
from tracediff.timelines.sections import sections
from tracediff.timelines.threads import follow
from tracediff.timelines.words import Weights


def assemble(
    reports: Sequence[Report],
    settings: Timelines,
    notes: Sequence[str] = (),
    failed: Sequence[str] = (),
) -> Timeline:
    """Follow figures, statements and sections through the editions of a chain of reports.

    Each report compares an edition with the next one; the reading that two reports share is one.
    ``notes`` and ``failed`` are passed on.
    """
    comparisons = [report.comparison for report in reports]
    readings = (comparisons[0].old, *(one.new for one in comparisons))
    weights = Weights(readings)
    chains = follow(comparisons, weights, settings)
    runs = join(comparisons, chains, weights, settings)
    series = figures(readings, runs, chains, weights, settings)
    statements = threads(reports, chains)
    parts = sections(reports)
    editions = [reading.edition for reading in readings]
    labels = names(editions)
    return Timeline(
        readings=readings,
        series=series,
        threads=statements,
        sections=parts,
        stories=headlines(series, statements, parts, labels),
        labels=labels,
        notes=(*notes, *gaps(editions), *twins(editions)),
        failed=tuple(failed),
    )


def ordered(
    editions: Sequence[Edition], years: Sequence[int | None]
) -> tuple[Edition, ...]:
    """The editions in order of their data, dated beside each other."""
    return in_order(editions, years)
