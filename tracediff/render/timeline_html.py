"""A timeline as one HTML file: stories, figures with charts and evidence, statements, sections."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from tracediff.model import MeasureRun, Observation, SectionRun, Timeline
from tracediff.render.excerpt import Excerpts, excerpts
from tracediff.render.html import _asset, _fill, _policy
from tracediff.render.options import Options
from tracediff.wording import values

_WIDTH: Final = 144
_HEIGHT: Final = 32.0
_SHADES: Final = 5  # of a heat map; more cannot be told apart


@dataclass(frozen=True, slots=True)
class CellValue:
    """One edition's word on one period: the value, what it was before, and the evidence."""

    text: str
    before: str
    when: str
    left: str
    quote: str
    right: str
    where: str


@dataclass(frozen=True, slots=True)
class TableCell:
    """What one edition says of a measure, its own period first."""

    said: tuple[CellValue, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A measure with a cell for each edition and the marks of its chart."""

    run: MeasureRun
    cells: tuple[TableCell | None, ...]
    points: str
    lines: tuple[str, ...]
    dots: tuple[tuple[float, float], ...]
    crosses: tuple[float, ...]
    breaks: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class HeatCell:
    """A section in one edition: how it is coloured, and the share in words."""

    style: str
    text: str


@dataclass(frozen=True, slots=True)
class HeatRow:
    """A section with a cell for each edition."""

    section: SectionRun
    cells: tuple[HeatCell, ...]


def write(timeline: Timeline, options: Options) -> str:
    """The page, with nothing in it that is loaded from elsewhere."""
    title = (
        options.title or f"{timeline.editions[-1].title or timeline.editions[-1].name}: timeline"
    )
    style, script = _asset("timeline.css") + _heat_styles(), _asset("timeline.js")
    runs, threads = timeline.main_series, timeline.telling_threads
    shown = excerpts(timeline)
    return _fill(
        "timeline.html",
        policy=_policy(style, script),
        style=style,
        script=script,
        title=title,
        home=options.home,
        timeline=timeline,
        rows=[_row(timeline, run, shown) for run in runs],
        possible=[_row(timeline, run, shown) for run in timeline.main_possible],
        threads=threads,
        linked={run.ident for run in runs} | {thread.ident for thread in threads},
        heat=[_heat(section) for section in timeline.sections],
    )


def _heat_styles() -> str:
    return "".join(
        f".h{n} {{ background: rgba(var(--heat), {n / (_SHADES * 1.5):.2f}); }}\n"
        for n in range(_SHADES + 1)
    )


def _row(timeline: Timeline, run: MeasureRun, shown: Sequence[Excerpts]) -> FigureRow:
    count = len(timeline.editions)
    latest = [cell.latest for cell in run.cells]
    marks = _marks(run, latest)
    broken = {one.edition for one in run.breaks}
    parts: list[list[tuple[int, str]]] = [[]]
    for one, x, y in marks:
        if parts[-1] and one.edition in broken and parts[-1][-1][0] != one.edition:
            parts.append([])
        parts[-1].append((one.edition, f"{x},{y}"))
    return FigureRow(
        run=run,
        cells=tuple(_cell(timeline, run, edition, shown) for edition in range(count)),
        points="; ".join(f"{_when(one)}: {_value(one)}" for one in latest),
        lines=tuple(" ".join(text for _, text in part) for part in parts if len(part) > 1),
        dots=tuple((x, y) for _, x, y in marks),
        crosses=tuple(_x(latest, at) for at, one in enumerate(latest) if one.value is None),
        breaks=tuple(
            next(x for one, x, _ in marks if one.edition == edition) - 4
            for edition in sorted(broken & {one.edition for one, _, _ in marks})
        ),
    )


def _marks(
    run: MeasureRun, latest: Sequence[Observation]
) -> list[tuple[Observation, float, float]]:
    """The points of a chart: left to right by period, as high as the value is."""
    given = [one.value for one in latest if one.value is not None]
    low, high = min([*given, Decimal(0)]), max([*given, Decimal(0)])
    span = float(high - low) or 1.0
    return [
        (one, _x(latest, at), round(_HEIGHT + 2 - float(one.value - low) / span * _HEIGHT, 1))
        for at, one in enumerate(latest)
        if one.value is not None
    ]


def _x(latest: Sequence[Observation], at: int) -> float:
    return round(4 + (_WIDTH - 8) * at / max(1, len(latest) - 1), 1)


def _cell(
    timeline: Timeline, run: MeasureRun, edition: int, shown: Sequence[Excerpts]
) -> TableCell | None:
    said = [one for one in run.observations if one.edition == edition]
    ordered = sorted(said, key=lambda one: one.period.end.toordinal() if one.period else 0)
    cells = tuple(_said(timeline, run, one, shown) for one in reversed(ordered))
    return TableCell(cells) if said else None


def _said(
    timeline: Timeline, run: MeasureRun, one: Observation, shown: Sequence[Excerpts]
) -> CellValue:
    edition = timeline.editions[one.edition]
    sentence = edition.sentences[one.sentence]
    before = _before(run, one)
    own = one.period == edition.period
    whole = ("", sentence.text, "")
    left, quote, right = shown[one.edition].sides(one.fact) if one.fact else whole
    return CellValue(
        text=_value(one),
        before=before,
        when="" if own else _when(one),
        left=left,
        quote=quote,
        right=right,
        where=f"{timeline.labels[one.edition]}, line {sentence.line}",
    )


def _before(run: MeasureRun, one: Observation) -> str:
    """The value that an earlier edition gave for the period, or nothing."""
    given = [
        values.value(change.first, run.unit)
        for change in run.restated
        if run.restates(one) and (change.later_edition, change.later) == (one.edition, one.value)
    ]
    return given[0] if given else ""


def _value(one: Observation) -> str:
    return values.figure(one.fact) if one.fact else "not given"


def _when(one: Observation) -> str:
    return one.period.label if one.period else ""


def _heat(section: SectionRun) -> HeatRow:
    cells = []
    for title, share in zip(section.titles, section.changed, strict=True):
        if title is None:
            cells.append(HeatCell("gap", "–"))
        elif share is None:
            cells.append(HeatCell("heat", "new"))
        else:
            cells.append(HeatCell(f"heat h{round(share * _SHADES)}", f"{share:.0%}"))
    return HeatRow(section, tuple(cells))
