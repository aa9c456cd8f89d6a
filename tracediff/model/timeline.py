"""Many editions of one report: its figures, statements and sections through the editions.

Editions are counted from 0 in order of the time that they report on; a spot is an edition and a
sentence of it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise
from typing import Any

from tracediff.model.edition import Edition, Period
from tracediff.model.facts import Bound, Fact, FactKind, Reading, Status
from tracediff.shown import as_frame

Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Observation:
    """One edition's word on one figure: its fact, or a sentence that gives the figure no more.

    ``period`` is that of the fact, or the data period of the edition where the fact has none.
    """

    edition: int
    sentence: int
    period: Period | None
    fact: Fact | None = None

    @property
    def value(self) -> Decimal | None:
        """The value, none where none is given."""
        return self.fact.value if self.fact else None

    @property
    def status(self) -> Status:
        """Whether there is a value, or why there is none."""
        return self.fact.status if self.fact else Status.NOT_REPORTED

    @property
    def bound(self) -> Bound:
        """How tightly the value is given."""
        return self.fact.bound if self.fact else Bound.EXACT


@dataclass(frozen=True, slots=True)
class Restatement:
    """Another value for a period that an earlier edition gave a value for.

    ``sure`` says that the two are of one measure beyond doubt; ``why`` says what speaks for that,
    or against it.
    """

    period: Period
    first: Decimal
    later: Decimal
    first_edition: int
    later_edition: int
    sure: bool
    why: str


@dataclass(frozen=True, slots=True)
class Break:
    """From this edition on the figure is another one: of its unit, kind of period or definition."""

    edition: int
    why: str


@dataclass(frozen=True, slots=True)
class PeriodCell:
    """A measure in one period: every edition's word on it, earliest edition first."""

    period: Period | None
    observations: tuple[Observation, ...]

    @property
    def latest(self) -> Observation:
        """What the latest edition says."""
        return self.observations[-1]


@dataclass(frozen=True, slots=True)
class MeasureRun:
    """One measure through the editions; ``ident`` stays the same when later editions are added.

    ``certainty`` is the chance, from 0 to 1, that the weakest of its joints is right. ``doubt``
    says why figures that may be one measure are not shown as one. ``words`` are those of the report
    around the figure, N in its place, where the label is ``bare`` or another run has the same.
    """

    ident: str
    label: str
    unit: str | None
    section: str
    observations: tuple[Observation, ...]
    restated: tuple[Restatement, ...] = ()
    breaks: tuple[Break, ...] = ()
    certainty: float = 1.0
    doubt: str = ""
    words: str = ""
    bare: bool = False

    @property
    def title(self) -> str:
        """The label, with the words of the report where it does not say enough by itself."""
        return f"{self.label}: “{self.words}”" if self.words else self.label

    @property
    def cells(self) -> tuple[PeriodCell, ...]:
        """The figure by its periods, in order of time."""
        by_period: dict[tuple[date | None, date | int], list[Observation]] = {}
        for one in self.observations:
            key = (one.period.start, one.period.end) if one.period else (None, one.edition)
            by_period.setdefault(key, []).append(one)
        cells = [PeriodCell(held[0].period, tuple(held)) for held in by_period.values()]
        return tuple(sorted(cells, key=_when))

    @property
    def editions(self) -> tuple[int, ...]:
        """The editions that say anything of it, in order."""
        return tuple(sorted({one.edition for one in self.observations}))

    def restates(self, one: Observation) -> bool:
        """Whether an observation gives another value than an earlier edition for its period."""
        return any(
            change.sure
            and change.later_edition == one.edition
            and change.later == one.value
            and change.period == one.period
            for change in self.restated
        )

    @property
    def fixed(self) -> bool:
        """Whether it is one value throughout, or a limit that nothing counts."""
        limits = [one.fact.kind is FactKind.LIMIT for one in self.observations if one.fact]
        return all(limits) or len({one.value for one in self.observations}) == 1

    @property
    def ends(self) -> tuple[Observation, Observation] | None:
        """The earliest and the latest period with a value since the last break, latest word."""
        since = self.breaks[-1].edition if self.breaks else 0
        given = [c.latest for c in self.cells if c.latest.value is not None]
        given = [one for one in given if one.edition >= since]
        return (given[0], given[-1]) if len(given) > 1 else None


def _when(cell: PeriodCell) -> tuple[date, date, int]:
    period = cell.period
    edition = cell.observations[0].edition
    return (period.end, period.start, edition) if period else (date.max, date.max, edition)


class ThreadKind(StrEnum):
    """What a thread follows."""

    STATEMENT = "statement"
    COMMITMENT = "commitment"
    RATING = "rating"


@dataclass(frozen=True, slots=True)
class ThreadChange:
    """What happened to a statement in one edition: "edited", "hedged", "weakened", "put off" …"""

    edition: int
    how: str


@dataclass(frozen=True, slots=True)
class Thread:
    """One statement through the editions; ``how`` is what became of it in the end."""

    ident: str
    kind: ThreadKind
    section: str
    text: str
    places: tuple[Spot, ...]
    changes: tuple[ThreadChange, ...]
    how: str
    gone: int | None = None

    @property
    def first(self) -> int:
        """The edition that it appears in."""
        return self.places[0][0]

    @property
    def last(self) -> int:
        """The last edition that it stands in."""
        return self.places[-1][0]

    @property
    def edited(self) -> tuple[int, ...]:
        """The editions that word it otherwise than the one before."""
        return tuple(dict.fromkeys(change.edition for change in self.changes))


def _undated(title: str) -> str:
    """A heading without its numbers, which change with the year."""
    return " ".join("".join(c for c in title if not c.isdigit()).casefold().split())


@dataclass(frozen=True, slots=True)
class SectionRun:
    """One section through the editions: its heading in each, and how much of it was changed.

    ``sections`` are the indexes of the section, none where an edition lacks it. ``changed`` is the
    share of its sentences, 0 to 1, that are not as in the edition before.
    """

    titles: tuple[str | None, ...]
    sections: tuple[int | None, ...]
    changed: tuple[float | None, ...]

    @property
    def title(self) -> str:
        """Its latest heading."""
        return next(title for title in reversed(self.titles) if title is not None)

    @property
    def renamed(self) -> tuple[int, ...]:
        """The editions in which it carries another heading than before."""
        held = [(at, title) for at, title in enumerate(self.titles) if title is not None]
        return tuple(at for (_, a), (at, b) in pairwise(held) if _undated(a) != _undated(b))


@dataclass(frozen=True, slots=True)
class Headline:
    """One line that tells a story over time, with the run or thread that it is about."""

    text: str
    topic: str
    importance: float
    about: str


@dataclass(frozen=True, slots=True)
class Timeline:
    """The whole result of following one report through its editions.

    ``notes`` say what a reader must know of the editions: years skipped, two of one year.
    ``failed`` says which files were left out, and why. ``series`` are figures that are one measure
    from end to end, ``possible`` those that may be one: their parts may stand in ``series``, too.
    """

    readings: tuple[Reading, ...]
    series: tuple[MeasureRun, ...]
    threads: tuple[Thread, ...]
    sections: tuple[SectionRun, ...]
    stories: tuple[Headline, ...]
    labels: tuple[str, ...]
    notes: tuple[str, ...] = ()
    failed: tuple[str, ...] = ()
    possible: tuple[MeasureRun, ...] = ()

    def __repr__(self) -> str:
        """One line: the editions, and how much runs through them."""
        ends = f"{self.labels[0]} → {self.labels[-1]}" if self.labels else "empty"
        number = len(self.readings)
        return f"<Timeline {ends}: {number} editions, {len(self.series)} series>"

    @property
    def editions(self) -> tuple[Edition, ...]:
        """The editions in order of their data."""
        return tuple(reading.edition for reading in self.readings)

    @property
    def main_series(self) -> tuple[MeasureRun, ...]:
        """The series, those that move and that the most editions give first."""
        return tuple(sorted(self.series, key=lambda run: (run.fixed, -len(run.editions))))

    @property
    def main_possible(self) -> tuple[MeasureRun, ...]:
        """What may be one measure, in the same order."""
        return tuple(sorted(self.possible, key=lambda run: (run.fixed, -len(run.editions))))

    @property
    def telling_threads(self) -> tuple[Thread, ...]:
        """Commitments, ratings, and statements that changed in more than wording, longest first."""
        told = [
            one
            for one in self.threads
            if one.kind is not ThreadKind.STATEMENT
            or any(change.how != "edited" for change in one.changes)
        ]
        return tuple(sorted(told, key=lambda one: -len(one.places)))

    def history(self, thread: Thread) -> str:
        """A thread in words: "2016 to 2022; weakened in 2021; gone since 2023"."""
        first, last = self.labels[thread.first], self.labels[thread.last]
        parts = [first if first == last else f"{first} to {last}"]
        parts += [f"{one.how} in {self.labels[one.edition]}" for one in thread.changes]
        if thread.gone is not None:
            parts.append(f"gone since {self.labels[thread.gone]}")
        return "; ".join(parts)

    def quote(self, one: Observation) -> str:
        """The words of the text that give a figure; the whole sentence where none is given."""
        return one.fact.quote if one.fact else self.sentence(one.edition, one.sentence)

    def sentence(self, edition: int, sentence: int) -> str:
        """The text of a sentence."""
        return self.editions[edition].sentences[sentence].text

    def rows(self) -> list[dict[str, object]]:
        """A row for each observation of each series, as data frames and spreadsheets take them."""
        return [
            {
                "id": run.ident,
                "label": run.title,
                "unit": run.unit,
                "section": run.section,
                "edition": self.editions[one.edition].path,
                "start": one.period.start if one.period else None,
                "end": one.period.end if one.period else None,
                "period": one.period.label if one.period else "",
                "value": float(one.value) if one.value is not None else None,
                "status": one.status.value,
                "bound": one.bound.value,
                "quote": self.quote(one),
                "possible": bool(run.doubt),
            }
            for run in (*self.series, *self.possible)
            for one in run.observations
        ]

    def to_frame(self) -> Any:
        """The rows as a ``pandas.DataFrame``; raises ``ImportError`` where pandas is missing."""
        return as_frame(self.rows())
