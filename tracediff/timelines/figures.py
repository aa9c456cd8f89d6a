"""Runs of facts in, measures through the editions out: observations, restatements, breaks."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import Final

from tracediff.ledger.likeness import apart, wording
from tracediff.model import (
    Bound,
    Break,
    Fact,
    FactKind,
    MeasureRun,
    Observation,
    Period,
    PeriodCell,
    Reading,
    Restatement,
    Status,
)
from tracediff.settings import Timelines
from tracediff.timelines.earned import Group, groups_of
from tracediff.timelines.frames import Frame
from tracediff.timelines.join import ROUNDED, Edge, Node, Runs
from tracediff.timelines.labels import names_nothing, run_label
from tracediff.timelines.scores import last_digit
from tracediff.timelines.set_beside import from_long_ago, of_no_told_time
from tracediff.timelines.silence import Silence
from tracediff.timelines.threads import Chains
from tracediff.timelines.words import Weights
from tracediff.wording.values import significant


def measure_runs(
    readings: Sequence[Reading],
    runs: Runs,
    chains: Chains,
    weights: Weights,
    settings: Timelines,
) -> tuple[tuple[MeasureRun, ...], tuple[MeasureRun, ...]]:
    """The measures that two editions or more give, and what may be one, in order of appearance."""
    silence = Silence(readings, runs, chains, weights, settings)
    found = []
    for group in groups_of(runs, weights, settings):
        given = _undated([_observation(readings, node) for node in sorted(group.nodes)])
        silent = [one for one in silence.after(given) if one.edition not in group.whole]
        observations = tuple(sorted([*given, *silent], key=lambda o: (o.edition, o.sentence)))
        limits = all(one.fact is not None and one.fact.kind is FactKind.LIMIT for one in given)
        said = given if limits else observations  # a limit that nothing counts is not missed
        if len({one.edition for one in said}) > 1 and not _only_dashes(given):
            found.append(_measure(readings, observations, group, runs.frames, settings))
    found.sort(key=lambda run: _first(run.observations[0]))
    known = Counter((run.label, run.unit, run.section) for run in found if not run.doubt)
    told = [run if known[run.label, run.unit, run.section] > 1 else _plain(run) for run in found]
    return tuple(run for run in told if not run.doubt), tuple(run for run in told if run.doubt)


def _plain(run: MeasureRun) -> MeasureRun:
    """A run whose label says enough where no other one has it."""
    return run if run.bare else replace(run, words="")


NO_NAME: Final = "no word says what it counts"


def _only_dashes(given: Sequence[Observation]) -> bool:
    """Whether a run is of cells that no edition ever fills: a row that holds a dash each year."""
    return all(
        one.fact is not None and one.fact.table is not None and one.status is Status.NOT_REPORTED
        for one in given
    )


def _first(one: Observation) -> tuple[int, int, int]:
    return one.edition, one.sentence, one.fact.index if one.fact else -1


def _observation(readings: Sequence[Reading], node: Node) -> Observation:
    reading = readings[node[0]]
    fact = reading.facts[node[1]]
    text = reading.edition.sentences[fact.sentence].text
    beside = [one for one in reading.facts if one.sentence == fact.sentence]
    untold = from_long_ago(text, fact) or of_no_told_time(text, fact, beside)
    own = reading.edition.period
    period = own if fact.period is None or _not_yet(fact, own) else fact.period
    return Observation(node[0], fact.sentence, None if untold else period, fact)


def _not_yet(fact: Fact, own: Period | None) -> bool:
    """Whether what was counted would lie ahead of an edition of a part of a year.

    "The last quarter" is then that of the edition, which is known from how the editions are named.
    """
    counted = fact.kind in (FactKind.LEVEL, FactKind.SHARE, FactKind.RATE)
    if own is None or fact.period is None or not counted or fact.period.start <= own.end:
        return False
    return own.days < _YEAR and fact.period.end.year == own.end.year


_YEAR: Final = 300  # days, of periods that are no part of a year


def _undated(given: Sequence[Observation]) -> list[Observation]:
    """The same, with no period where a sentence compares two values and both got one period."""
    seen: set[tuple[int, int, Period | None]] = set()
    values: dict[tuple[int, int, Period | None], set[Decimal | None]] = defaultdict(set)
    for one in given:
        values[one.edition, one.sentence, one.period].add(one.value)
    found = []
    for one in given:
        key = (one.edition, one.sentence, one.period)
        clash = len(values[key]) > 1 and key in seen
        seen.add(key)
        found.append(replace(one, period=None) if clash else one)
    return found


def _links(edges: Sequence[Edge]) -> dict[tuple[int, int], tuple[float, str]]:
    """How sure it is, and why, that two editions speak of one measure: the surest pair of facts."""
    found: dict[tuple[int, int], tuple[float, str]] = {}
    for edge in edges:
        key = (min(edge.one[0], edge.two[0]), max(edge.one[0], edge.two[0]))
        found[key] = max(found.get(key, (0.0, "")), (edge.sure, edge.why))
    return found


def _measure(
    readings: Sequence[Reading],
    observations: tuple[Observation, ...],
    group: Group,
    frames: Sequence[Sequence[Frame]],
    settings: Timelines,
) -> MeasureRun:
    given = [one for one in observations if one.fact is not None]
    last = given[-1].edition
    facts = [one.fact for one in given if one.edition == last and one.fact]
    where = readings[last].edition
    label, words, bare = run_label(readings, given, frames)
    run = MeasureRun(
        ident=_ident(readings, given[0]),
        label=label,
        words=words,
        bare=bare,
        unit=facts[0].unit,
        section=where.section_of(where.sentences[facts[0].sentence]).title,
        observations=observations,
        breaks=tuple(_breaks(given)),
        certainty=round(group.certainty, 3),
        doubt=NO_NAME if names_nothing(label) else group.doubt,
    )
    links = _links(group.edges)
    own = tuple(reading.edition.period for reading in readings)
    return replace(run, restated=tuple(_restated(run.cells, own, links, settings)))


def _ident(readings: Sequence[Reading], one: Observation) -> str:
    """An id that follows from where the figure first stands."""
    assert one.fact is not None
    edition = readings[one.edition].edition
    text = edition.sentences[one.sentence].text
    again = sum(earlier.text == text for earlier in edition.sentences[: one.sentence])
    said = f"{edition.year}|{text}|{one.fact.at.start}" + (f"|{again}" if again else "")
    return "m" + hashlib.sha256(said.encode()).hexdigest()[:10]


def _restated(
    cells: Sequence[PeriodCell],
    own: Sequence[Period | None],
    links: Mapping[tuple[int, int], tuple[float, str]],
    settings: Timelines,
) -> Iterator[Restatement]:
    """Each other value that a later edition gives for a period; rounding alone is none.

    ``own`` are the data periods of the editions.
    """
    for cell in cells:
        before: Observation | None = None
        for edition in dict.fromkeys(one.edition for one in cell.observations):
            said = [o for o in cell.observations if o.edition == edition and o.value is not None]
            if not said or _foreseen(cell, own[edition]):
                continue
            if cell.period and before is not None and not any(_same(before, one) for one in said):
                stated = said[0].fact is not None and said[0].fact.dated
                told = stated or cell.period != own[edition]  # "from 82 to 75" tells both times
                yield _restatement(cell, before, said[0], told, links, settings)
            before = said[0]


def _foreseen(cell: PeriodCell, own: Period | None) -> bool:
    """Whether a period lies ahead of an edition: what it foresees is not restated by what came."""
    return cell.period is not None and own is not None and cell.period.start > own.end


def _restatement(
    cell: PeriodCell,
    before: Observation,
    later: Observation,
    told: bool,
    links: Mapping[tuple[int, int], tuple[float, str]],
    settings: Timelines,
) -> Restatement:
    assert cell.period and before.value is not None and later.value is not None
    sure, why = links.get((before.edition, later.edition), (0.0, ""))
    certain = sure >= settings.restated and told and not _of_another(before, later)
    return Restatement(
        cell.period, before.value, later.value, before.edition, later.edition, certain,
        why if certain else "the wording differs" if told else "the period is not stated",
    )  # fmt: skip


def _of_another(before: Observation, later: Observation) -> bool:
    """Whether two figures name what they count of, each something else: wells in two towns."""
    assert before.fact and later.fact
    return before.fact.value is not None and apart(wording(before.fact), wording(later.fact))


def _same(one: Observation, two: Observation) -> bool:
    """Whether two values are one, or one is the other rounded."""
    a, b = one.value, two.value
    assert a is not None and b is not None
    if a == b:
        return True
    exact, rough = (a, b) if significant(a) >= significant(b) else (b, a)
    half = Decimal(10) ** last_digit(rough) / 2
    tie = exact + half == rough if one.bound is two.bound is Bound.ABOUT else exact - half == rough
    if abs(exact - rough) > half or tie:  # 67.5 is rounded to 68, never to 67
        return False
    bound = (one if rough == a else two).bound
    loose = bound is Bound.ABOUT or (bound is not Bound.EXACT and one.bound is not two.bound)
    return loose or last_digit(exact) < min(0, last_digit(rough) + 1) or _close(exact, rough)


def _close(one: Decimal, two: Decimal) -> bool:
    return abs(one - two) <= abs(one) * ROUNDED


def _breaks(given: Sequence[Observation]) -> Iterator[Break]:
    """Where the unit, the kind of period or the bound of an edition's own figure changes."""
    own: dict[int, Observation] = {}
    for one in given:
        held = own.get(one.edition)
        if held is None or _end(one) > _end(held):
            own[one.edition] = one
    ordered = [own[edition] for edition in sorted(own)]
    for before, now in pairwise(ordered):
        why = list(_differences(before, now))
        if why:
            yield Break(now.edition, "; ".join(why))


def _end(one: Observation) -> tuple[int, int]:
    return (
        one.period.end.toordinal() if one.period else 0,
        -(one.period.days if one.period else 0),
    )


def _differences(before: Observation, now: Observation) -> Iterator[str]:
    assert before.fact and now.fact
    if before.fact.unit != now.fact.unit:
        yield f"unit: {before.fact.unit or 'a count'}, then {now.fact.unit or 'a count'}"
    a, b = before.period, now.period
    if a and b and a.label != b.label and (a.as_of != b.as_of or abs(a.days - b.days) > 6):
        yield f"period: {a.label}, then {b.label}"
