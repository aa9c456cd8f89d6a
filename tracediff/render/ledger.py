"""Ledger: the figures of one edition as a table for a terminal, series with their sparks first."""

from __future__ import annotations

from collections.abc import Iterator

from tracediff.model import Fact, Reading
from tracediff.render import numbers, sparks
from tracediff.render.layout import Cell, block, table
from tracediff.render.options import Options
from tracediff.render.strings import count, say
from tracediff.render.visible import printable


def write_facts(reading: Reading, options: Options) -> str:
    """The facts of an edition, in the order of the text, after those that form series."""
    return "".join(f"{line}\n" for line in _lines(reading, options))


def _lines(reading: Reading, options: Options) -> Iterator[str]:
    edition = reading.edition
    year = edition.year if edition.year is not None else say("year_unknown")
    name = printable(edition.title or edition.name)
    reason = f"  ({printable(edition.year_reason)})" if edition.year_reason else ""
    yield from block(options, [(f"{name}, {year}", "bold"), (reason, "dim")])
    yield ""
    if not reading.facts:
        yield say("no_facts")
        return
    series = _series(reading)
    if series:
        yield from block(options, [(say("series"), "bold underline")])
        heads = [say("measure"), say("chart"), say("value")]
        yield from table(options, heads, map(_row, series))
        yield ""
    yield from block(options, [(count(len(reading.facts), "facts"), "bold underline")])
    shown = reading.facts[: options.limit]
    heads = [say("measure"), say("value"), say("period"), say("where")]
    yield from table(options, heads, [_fact(reading, fact) for fact in shown], right=(1,))
    if len(shown) < len(reading.facts):
        left_out = count(len(reading.facts) - len(shown), "more_facts")
        yield from block(options, [(left_out, "dim")], 2)


def _series(reading: Reading) -> list[list[Fact]]:
    """The facts of each measure that is given for several periods, earliest period first."""
    groups: dict[tuple[str, str | None], list[Fact]] = {}
    for fact in reading.facts:
        if fact.period is not None and fact.measure:
            groups.setdefault((fact.measure, fact.unit), []).append(fact)
    ordered = (sorted(group, key=_end) for group in groups.values())
    return [group for group in ordered if len({fact.period for fact in group}) > 1]


def _end(fact: Fact) -> tuple[str, int]:
    return (fact.period.end.isoformat() if fact.period else "", fact.index)


def _row(facts: list[Fact]) -> list[Cell]:
    points = ", ".join(f"{numbers.figure(fact)} ({numbers.when(fact)})" for fact in facts)
    return [printable(facts[0].measure), [(sparks.spark(facts), "cyan")], printable(points)]


def _fact(reading: Reading, fact: Fact) -> list[Cell]:
    line = reading.edition.sentences[fact.sentence].line
    return [
        printable(fact.measure),
        [(numbers.figure(fact), "bold")],
        printable(numbers.when(fact)) if fact.period else "",
        [(say("line", line=line), "dim")],
    ]
