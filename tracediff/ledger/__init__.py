"""Facts of two editions in, series out: one measure over its periods.

Two facts belong to one series when they count the same thing in the same unit and what tells them
apart is only the period or the edition. Within an edition that is seen by the measure; across
editions by aligned sentences and the measure together, or by the measure where it is the same.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Final

from tracediff.ledger.bodies import Bodies
from tracediff.ledger.carried import carried_values, recalled, recalled_items, told_in_a_table
from tracediff.ledger.cases import denied_of_a_case
from tracediff.ledger.cells import cell_couples, unscaled
from tracediff.ledger.couples import couples
from tracediff.ledger.denials import denied
from tracediff.ledger.entries import entries
from tracediff.ledger.groups import Groups, left_over, of_answers, rolled_rows
from tracediff.ledger.headlines import counted_once, headlines
from tracediff.ledger.likeness import declared, wording
from tracediff.ledger.lines import Lines
from tracediff.ledger.nodes import Node, is_counted, is_of_all, near, one_population, places_of
from tracediff.ledger.parts import denominators, of_these, parted
from tracediff.ledger.recalls import Recalls
from tracediff.ledger.rolled import rolled_on
from tracediff.ledger.rolling_rows import rolling
from tracediff.ledger.scopes import EVERYWHERE, class_bounds, scopes
from tracediff.model import Alignment, Fact, Period, Point, Reading, Series, Side, Status, scale_of
from tracediff.settings import Ledger, Words
from tracediff.syntax import parse
from tracediff.syntax.places import may_name_places, places
from tracediff.wording.labels import row_label


def collect(
    old: Reading,
    new: Reading,
    alignment: Alignment,
    settings: Ledger,
    words: Words,
) -> tuple[Series, ...]:
    """All series of at least two points, in the order in which the new edition first gives them.

    ``words`` may say that some words mean the same.
    """
    same = words.synonyms
    once = {Side.OLD: entries(old), Side.NEW: entries(new)}
    not_so = {Side.OLD: denied(old), Side.NEW: denied(new)}
    said = {Side.OLD: scopes(old), Side.NEW: scopes(new)}
    rows = rolling(old, new, alignment)
    acting = Bodies(old, new)
    no_counts = {
        side: once[side] | class_bounds(one, said[side]) | denominators(one) | rows.earlier[side]
        for side, one in ((Side.OLD, old), (Side.NEW, new))
    }
    nodes = [
        Node(
            side,
            fact,
            wording(fact, same),
            declared(fact, settings.measures),
            fact.index in parts,
            denied_of_a_case(fact, reading, settings),
            fact.index in not_so[side],
            is_of_all(fact, reading),
            fact.part_of is not None or of_these(fact, reading),
            _places(fact, reading),
            acting.of(fact, reading),
            said[side].get(fact.index, EVERYWHERE),
        )
        for side, reading, parts in ((Side.OLD, old, parted(old)), (Side.NEW, new, parted(new)))
        for fact in (_dated(fact, side, reading) for fact in reading.facts)
        if is_counted(fact)
        and fact.period is not None
        and fact.same_as is None
        and fact.index not in no_counts[side]
    ]
    years = {Side.OLD: old.edition.year, Side.NEW: new.edition.year}
    groups = Groups(nodes)
    cells, lone = cell_couples([(node.side, node.fact) for node in nodes], alignment.tables)
    groups.join_all(places_of(nodes, rows.pairs))
    groups.join_all(cells)
    groups.join_all(carried_values(nodes, groups.across()))
    groups.join_all(lone)
    groups.join_all(recalled_items(nodes, years))
    groups.join_all(
        rolled_rows(nodes, (*rolled_on(old.edition, new.edition, alignment),), settings)
    )
    unlike = Recalls(old, new).contradict
    lines = Lines(nodes, alignment, (old, new))
    groups.join_all(
        pair
        for pair in couples(nodes, alignment, years, settings, cells, unlike)
        if not lines.unsure(*pair)
    )
    left = left_over(nodes, groups, years)
    groups.join_all(lines.couples(left, settings))
    unpaired = left_over(nodes, groups, years)
    groups.join_all(
        (o, n)
        for o, n in (*headlines(*unpaired, settings), *counted_once(nodes, *unpaired))
        if not unlike(nodes[o].fact.sentence, nodes[n].fact.sentence)
        if one_population(nodes[o], nodes[n]) and near(nodes[o].fact, nodes[n].fact, settings)
        if nodes[o].denied == nodes[n].denied
    )
    groups.join_all(
        (o, n)
        for o, n in recalled(nodes, groups.across(), years)
        if nodes[o].denied == nodes[n].denied
    )
    groups.join_all(of_answers(nodes, groups, (old, new), settings))
    groups.join_all(told_in_a_table(nodes, groups.across(), years))
    found = [
        _series([nodes[i] for i in members]) for members in groups.members() if len(members) > 1
    ]
    kept = sorted((s for s in found if len(s.points) > 1), key=_first_place)
    names = {measure.name for measure in settings.measures}
    return tuple(
        replace(s, label=s.measure if s.measure in names else _name(s, old, new)) for s in kept
    )


def _places(fact: Fact, reading: Reading) -> frozenset[str]:
    """The places that the clause of a figure names; in a row its label says all."""
    if fact.table is not None:
        return frozenset()
    text = reading.edition.sentences[fact.sentence].text
    if not may_name_places(text):
        return frozenset()
    found = parse(text)
    t = found.tokens
    at = next((i for i in range(t.size) if t.start[i] >= fact.at.start), 0)
    return places(found, found.clause_at[at])


def _dated(fact: Fact, side: Side, reading: Reading) -> Fact:
    """A figure of an edition whose year is not known is for that edition's time, whatever it is."""
    if fact.period is not None or reading.edition.year is not None:
        return fact
    return replace(fact, period=_UNDATED[side])


_UNDATED: Final = {
    Side.OLD: Period(date.min, date(1, 12, 31), "the earlier edition"),
    Side.NEW: Period(date(9999, 1, 1), date.max, "the later edition"),
}


def collect_one(reading: Reading, settings: Ledger, words: Words) -> tuple[Series, ...]:
    """The series of at least two points that one edition gives by itself."""
    empty = Reading(reading.edition, (), ())
    return collect(empty, reading, Alignment((), ()), settings, words)


def _name(series: Series, old: Reading, new: Reading) -> str:
    """The series in the words of the new edition, or of the old one where only that gives it.

    A series that stands as it did is shown nowhere, and so keeps the words it is known by.
    """
    reported = {point.fact.value is None for point in series.points}
    if not series.changed and len(reported) == 1 and new.facts and old.facts:
        return series.measure
    own = [point.fact for point in series.points if point.side is Side.NEW]
    return row_label(own or [point.fact for point in series.points])


def _series(nodes: list[Node]) -> Series:
    """The points in order of period; where an edition says a value twice, its first stands.

    Where one table gives thousands and another one millions, all are put in whole units.
    """
    if len({scale_of(node.fact.unit)[0] for node in nodes}) > 1:
        nodes = [replace(node, fact=unscaled(node.fact)) for node in nodes]
    chosen: dict[tuple[Side, date, date], Node] = {}
    for node in nodes:
        period = node.fact.period
        assert period is not None
        key = (node.side, period.start, period.end)
        held = chosen.get(key)
        if held is None or (
            held.fact.status is not Status.REPORTED and node.fact.status is Status.REPORTED
        ):
            chosen[key] = node
    ordered = sorted(
        chosen.values(), key=lambda n: (_when(n.fact), n.side is Side.NEW, n.fact.index)
    )
    best = max(nodes, key=lambda n: (n.side is Side.NEW, n.fact.certainty, -n.fact.index))
    units = {n.fact.unit for n in nodes}
    unit = units.pop() if len(units) == 1 else best.fact.unit
    named = next((n.declared.name for n in nodes if n.declared is not None), "")
    return Series(named or best.fact.measure, unit, tuple(Point(n.side, n.fact) for n in ordered))


def _when(fact: Fact) -> tuple[date, date]:
    assert fact.period is not None
    return fact.period.end, fact.period.start


def _first_place(series: Series) -> tuple[int, int]:
    new = [p.fact.index for p in series.points if p.side is Side.NEW]
    return (0, new[0]) if new else (1, series.points[0].fact.index)
