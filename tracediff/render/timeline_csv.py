"""A timeline's figures as rows for a spreadsheet: one for each word of an edition on a figure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from tracediff.model import MeasureRun, Observation, Timeline
from tracediff.render.csv import _sheet
from tracediff.render.excerpt import excerpts
from tracediff.render.options import Options

HEADS: Final = (
    "id", "label", "unit", "section", "edition", "period", "start", "end", "value", "status",
    "bound", "restated", "quote", "sentence", "line", "page", "possible",
)  # fmt: skip


def write(timeline: Timeline, options: Options) -> str:
    """A row for each observation, series after series."""
    return _sheet(HEADS, rows(timeline))


def rows(timeline: Timeline) -> Iterator[list[Any]]:
    """The rows, in the order of the heads."""
    shown = excerpts(timeline)
    return (
        _row(timeline, run, one, shown[one.edition].told(one))
        for run in (*timeline.series, *timeline.possible)
        for one in run.observations
    )


def _row(timeline: Timeline, run: MeasureRun, one: Observation, shown: str) -> list[Any]:
    edition = timeline.editions[one.edition]
    sentence = edition.sentences[one.sentence]
    period = one.period
    return [
        run.ident, run.title, run.unit, run.section, edition.path, period and period.label,
        period and period.start, period and period.end, one.value, one.status.value,
        one.bound.value, "yes" if run.restates(one) else "", timeline.quote(one), shown,
        sentence.line, sentence.page, "yes" if run.doubt else "",
    ]  # fmt: skip
