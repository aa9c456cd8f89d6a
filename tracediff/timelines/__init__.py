"""Comparisons of neighbouring editions in, a timeline out: one report over many editions.

The package is called after what it makes, since ``tracediff.timeline`` is the public function.
"""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.model import Report, Timeline
from tracediff.settings import Timelines
from tracediff.timelines.editions import gaps, in_order, names, twins
from tracediff.timelines.figures import measure_runs
from tracediff.timelines.headlines import tell_headlines
from tracediff.timelines.join import join_figures
from tracediff.timelines.outcomes import statement_threads
from tracediff.timelines.sections import section_runs
from tracediff.timelines.threads import cut, follow
from tracediff.timelines.words import Weights


def assemble(
    reports: Sequence[Report],
    settings: Timelines,
    failed: Sequence[str] = (),
) -> Timeline:
    """Follow figures, statements and sections through the editions of a chain of reports.

    Each report compares an edition with the next one; the reading that two reports share is one.
    ``failed`` is passed on.
    """
    comparisons = [report.comparison for report in reports]
    readings = (comparisons[0].old, *(one.new for one in comparisons))
    weights = Weights(readings)
    chains = follow(comparisons, weights, settings)
    runs = join_figures(comparisons, chains, weights, settings)
    series, possible = measure_runs(readings, runs, chains, weights, settings)
    statements = statement_threads(reports, cut(readings, chains, weights, settings))
    parts = section_runs(reports)
    editions = [reading.edition for reading in readings]
    labels = names(editions)
    return Timeline(
        readings=readings,
        series=series,
        threads=statements,
        sections=parts,
        stories=tell_headlines(series, statements, parts, labels, settings.restated),
        labels=labels,
        notes=(*gaps(editions), *twins(editions)),
        failed=tuple(failed),
        possible=possible,
    )


__all__ = ["assemble", "in_order"]
