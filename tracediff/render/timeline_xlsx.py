"""A timeline as an Excel workbook: its stories, a row a figure, every value, its statements.

XlsxWriter is an extra of its own. Text of the editions stays text, as in the workbook of a report.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Final

from tracediff.model import MeasureRun, Timeline
from tracediff.render.options import Options
from tracediff.render.timeline_csv import HEADS, rows
from tracediff.render.xlsx import Sheets, SheetValue, begun
from tracediff.wording import values
from tracediff.wording.strings import say

_STORIES: Final = (("rank", "narrow"), ("headline", "wide"), ("topic", "middle"))
_LEFT: Final = (("label", "wide"), ("unit", "narrow"), ("topic", "middle"))
_STATEMENTS: Final = (
    ("kind", "middle"), ("topic", "middle"), ("sentence_column", "wide"), ("history", "wide"),
)  # fmt: skip
_WIDE: Final = frozenset({"label", "sentence"})
_NAMES: Final = {"sentence": "sentence_column", "line": "line_column", "page": "page_column",
                 "section": "topic", "restated": "restated_column",
                 "possible": "possible_column"}  # fmt: skip


def write(timeline: Timeline, options: Options) -> bytes:
    """The workbook. Raises ``InputError`` where XlsxWriter is missing."""
    book, out = begun(options.title or timeline.editions[-1].title)
    sheets = Sheets(book)
    stories = enumerate(timeline.stories, start=1)
    sheets.add(
        say("sheet_stories"), _STORIES, ((rank, one.text, one.topic) for rank, one in stories)
    )
    sheets.add(say("sheet_figures"), _LEFT, _figures(timeline), _labels(timeline))
    sheets.add(say("sheet_values"), _columns(), _values(timeline))
    sheets.add(say("sheet_statements"), _STATEMENTS, _statements(timeline))
    book.close()
    return out.getvalue()


def _columns() -> list[tuple[str, str]]:
    """The columns of the CSV under the heads of a workbook."""
    return [(_NAMES.get(head, head), "wide" if head in _WIDE else "middle") for head in HEADS]


def _values(timeline: Timeline) -> Iterator[Sequence[SheetValue]]:
    """The rows of the CSV; days as they are written there, since Excel knows none before 1900."""
    for row in rows(timeline):
        yield [str(one) if isinstance(one, date) else one for one in row]


def _labels(timeline: Timeline) -> list[str]:
    """The periods that figures are given for, in order of time."""
    cells = (cell.period for run in timeline.series for cell in run.cells)
    known = {(one.end, one.start, one.label) for one in cells if one is not None}
    return list(dict.fromkeys(label for _, _, label in sorted(known)))


def _figures(timeline: Timeline) -> Iterator[Sequence[SheetValue]]:
    """A row for each figure, with the latest value for each period."""
    labels = _labels(timeline)
    for run in timeline.main_series:
        latest = _latest(run)
        yield (run.title, run.unit, run.section, *(latest.get(label) for label in labels))


def _latest(run: MeasureRun) -> dict[str, SheetValue]:
    found: dict[str, SheetValue] = {}
    for cell in run.cells:
        if cell.period is not None:
            one = cell.latest
            said = say(one.status.value) if one.fact is None else values.figure(one.fact)
            found[cell.period.label] = said if one.value is None else one.value
    return found


def _statements(timeline: Timeline) -> Iterator[Sequence[SheetValue]]:
    for thread in timeline.telling_threads:
        yield thread.kind.value, thread.section, thread.text, timeline.history(thread)
