"""Section links of neighbouring editions in, sections through the editions out."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.model import Report, SectionRun


def section_runs(reports: Sequence[Report]) -> tuple[SectionRun, ...]:
    """Every section with a heading, in the order in which the editions bring them."""
    editions = [reports[0].old, *(report.new for report in reports)]
    runs: list[dict[int, int]] = []
    at: dict[int, dict[int, int]] = {}
    for section in editions[0].sections:
        runs.append({0: section.index})
        at[section.index] = runs[-1]
    for number, report in enumerate(reports, start=1):
        before, at = at, {}
        for link in report.comparison.alignment.sections:
            if link.new is None:
                continue
            run = before.get(link.old) if link.old is not None else None
            if run is None:
                runs.append(run := {})
            run[number] = link.new
            at[link.new] = run
    changed = [{one.new: one.index for one in report.sections} for report in reports]
    found = []
    for run in runs:
        titles = tuple(
            editions[e].sections[run[e]].title if e in run else None for e in range(len(editions))
        )
        if any(titles):
            share = tuple(
                changed[e - 1].get(run[e]) if e and e in run and e - 1 in run else None
                for e in range(len(editions))
            )
            where = tuple(run.get(e) for e in range(len(editions)))
            found.append(SectionRun(titles, where, share))
    return tuple(found)
