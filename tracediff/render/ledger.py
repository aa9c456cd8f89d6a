"""Ledger: the figures of one edition as a table for a terminal, series with their sparks first."""

from __future__ import annotations

from collections.abc import Iterator

from tracediff.model import Fact, Ledger, Reading, Series
from tracediff.render import sparks
from tracediff.render.layout import StyledCell, block, table
from tracediff.render.options import Options
from tracediff.render.visible import printable
from tracediff.wording import values
from tracediff.wording.strings import count, say


def write_facts(ledger: Ledger, options: Options) -> str:
    """The facts of an edition, in the order of the text, after those that form series."""
    return "".join(f"{line}\n" for line in _lines(ledger, options))


def _lines(ledger: Ledger, options: Options) -> Iterator[str]:
    reading = ledger.reading
    edition = reading.edition
    year = edition.year if edition.year is not None else say("year_unknown")
    name = printable(edition.title or edition.name)
    reason = f"  ({printable(edition.year_reason)})" if edition.year_reason else ""
    yield from block(options, [(f"{name}, {year}", "bold"), (reason, "dim")])
    yield ""
    if not reading.facts:
        yield say("no_facts")
        return
    if ledger.series:
        yield from block(options, [(say("series"), "bold underline")])
        heads = [say("measure"), say("chart"), say("value")]
        yield from table(options, heads, map(_row, ledger.series))
        yield ""
    yield from block(options, [(count(len(reading.facts), "facts"), "bold underline")])
    shown = reading.facts[: options.limit]
    heads = [say("measure"), say("value"), say("period"), say("where")]
    yield from table(options, heads, [_fact(reading, fact) for fact in shown], right=(1,))
    if len(shown) < len(reading.facts):
        left_out = count(len(reading.facts) - len(shown), "more_facts")
        yield from block(options, [(left_out, "dim")], 2)


def _row(series: Series) -> list[StyledCell]:
    facts = [point.fact for point in series.points]
    points = ", ".join(f"{values.figure(fact)} ({values.when(fact)})" for fact in facts)
    return [printable(series.name), [(sparks.spark(facts), "cyan")], printable(points)]


def _fact(reading: Reading, fact: Fact) -> list[StyledCell]:
    line = reading.edition.sentences[fact.sentence].line
    return [
        printable(fact.name or "a figure"),
        [(values.figure(fact), "bold")],
        printable(values.when(fact)) if fact.period else "",
        [(say("line", line=line), "dim")],
    ]
