"""A timeline for a terminal: stories, figures with their sparks, statements and sections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.model import MeasureRun, PeriodCell, SectionRun, Timeline
from tracediff.render import sparks
from tracediff.render.layout import StyledCell, block, table
from tracediff.render.options import Options
from tracediff.render.visible import printable
from tracediff.wording import values

_SHOWN: Final = 40  # rows of a table; the other formats hold all


def write(timeline: Timeline, options: Options) -> str:
    """The timeline in the columns there are; colour only where it is asked for."""
    return "".join(f"{line}\n" for line in _lines(timeline, options))


def _lines(timeline: Timeline, options: Options) -> Iterator[str]:
    title = timeline.editions[-1].title or timeline.editions[-1].name
    head = f"{printable(title)}: {len(timeline.editions)} editions"
    yield from block(options, [(options.title or head, "bold")])
    for label, edition in zip(timeline.labels, timeline.editions, strict=True):
        reason = f"  ({printable(edition.year_reason)})" if edition.year_reason else ""
        said = [(f"{label}  ", "bold"), (printable(edition.path), ""), (reason, "dim")]
        yield from block(options, said, 2, 4)
    for note in (*timeline.failed, *timeline.notes):
        yield from block(options, [("note  ", "yellow"), (printable(note), "")], 2, 4)
    yield from _stories(timeline, options)
    yield from _figures(timeline, options)
    yield from _possible(timeline, options)
    yield from _statements(timeline, options)
    yield from _sections(timeline, options)


def _heading(text: str, options: Options) -> Iterator[str]:
    yield ""
    yield from block(options, [(text, "bold underline")])


def _stories(timeline: Timeline, options: Options) -> Iterator[str]:
    if timeline.stories:
        yield from _heading("Over time", options)
    for number, story in enumerate(timeline.stories, start=1):
        yield from block(options, [(f"{number:>2}  ", "dim"), (printable(story.text), "")], 2, 6)


def _figures(timeline: Timeline, options: Options) -> Iterator[str]:
    runs = timeline.main_series[: options.limit or _SHOWN]
    yield from _heading(f"Figures ({len(timeline.series)})", options)
    if not runs:
        yield from block(options, [("No figure is given by two editions.", "dim")], 2)
        return
    heads = ["Measure", "Chart", "Values by period"]
    yield from table(options, heads, [_figure(timeline, run) for run in runs])
    yield from _more(len(timeline.series) - len(runs), "figures", options)


def _possible(timeline: Timeline, options: Options) -> Iterator[str]:
    """What may be one measure: how many, or the rows where all is asked for."""
    number = len(timeline.possible)
    if not number:
        return
    if options.view != "all":
        said = f"{number} more may be one measure through the editions; --all shows them"
        yield from block(options, [(said, "dim")], 2)
        return
    yield from _heading(f"Figures that may be one measure ({number})", options)
    runs = timeline.main_possible[: options.limit or None]
    heads = ["Measure", "Chart", "Values by period"]
    yield from table(options, heads, [_figure(timeline, run) for run in runs])
    yield from _more(number - len(runs), "figures", options)


def _figure(timeline: Timeline, run: MeasureRun) -> list[StyledCell]:
    latest = [cell.latest for cell in run.cells]
    said_of = ", ".join(_cell(timeline, run, cell) for cell in run.cells)
    breaks = [f"from the {timeline.labels[one.edition]} edition {one.why}" for one in run.breaks]
    breaks += [run.doubt] if run.doubt else []
    said: list[tuple[str, str]] = [(printable(said_of), "")]
    said += [(f" [{printable('; '.join(breaks))}]", "yellow")] if breaks else []
    return [printable(run.title), [(sparks.spark(latest), "cyan")], said]


def _cell(timeline: Timeline, run: MeasureRun, cell: PeriodCell) -> str:
    """A period with its value; before a restated one the values that it had."""
    given = [change for change in run.restated if change.period == cell.period]
    one = cell.latest
    text = values.figure(one.fact) if one.fact else "not given"
    if given:
        marks = [values.value(change.first, run.unit) for change in given]
        sure = all(change.sure for change in given)
        text = f"{' → '.join([*marks, text])} ({'restated' if sure else 'differs'})"
    when = cell.period.label if cell.period else timeline.labels[one.edition]
    return f"{when}: {text}"


def _statements(timeline: Timeline, options: Options) -> Iterator[str]:
    threads = timeline.telling_threads
    shown = threads[: options.limit or _SHOWN]
    yield from _heading(f"Statements that changed ({len(threads)})", options)
    for thread in shown:
        yield from block(options, [(f"{thread.kind}: ", "dim"), (printable(thread.text), "")], 2, 4)
        yield from block(options, [(printable(timeline.history(thread)), "cyan")], 4)
    yield from _more(len(threads) - len(shown), "statements", options)


def _sections(timeline: Timeline, options: Options) -> Iterator[str]:
    if not timeline.sections:
        return
    yield from _heading("Sections: how much changed in each edition", options)
    heads = ["Section", "Changed", "Editions"]
    rows = [_section(timeline, one) for one in timeline.sections[: options.limit or _SHOWN]]
    yield from table(options, heads, rows)
    yield from _more(len(timeline.sections) - len(rows), "sections", options)


def _section(timeline: Timeline, one: SectionRun) -> list[StyledCell]:
    strip = "".join(
        " " if title is None else "○" if share is None else sparks.height(share)
        for title, share in zip(one.titles, one.changed, strict=True)
    )
    held = [
        label for label, title in zip(timeline.labels, one.titles, strict=True) if title is not None
    ]
    when = held[0] if len(held) == 1 else f"{held[0]} to {held[-1]}"
    renamed = [f"renamed in {timeline.labels[edition]}" for edition in one.renamed]
    return [printable(one.title), [(strip, "cyan")], "; ".join([when, *renamed])]


def _more(number: int, what: str, options: Options) -> Iterator[str]:
    if number > 0:
        yield from block(options, [(f"{number} more {what}; --limit shows more", "dim")], 2)
