"""Ledger: the figures of one edition as a table for a terminal, series with their sparks first."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracediff.model import Fact, Reading
from tracediff.render import numbers, sparks
from tracediff.render.console import console, line, paint, printed, table
from tracediff.render.options import Options
from tracediff.render.strings import count, say
from tracediff.render.visible import printable

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text


def write_facts(reading: Reading, options: Options) -> str:
    """The facts of an edition, in the order of the text, after those that form series."""
    page = console(options)
    for part in _parts(reading, options):
        page.print(part, overflow="fold")
    return printed(page)


def _parts(reading: Reading, options: Options) -> Iterator[RenderableType]:
    edition = reading.edition
    year = edition.year if edition.year is not None else say("year_unknown")
    name = printable(edition.title or edition.name)
    yield line((f"{name}, {year}", "bold"), (f"  ({printable(edition.year_reason)})", "dim"))
    if not reading.facts:
        yield line("\n", say("no_facts"))
        return
    series = _series(reading)
    if series:
        yield line("\n", (say("series"), "bold underline"))
        yield table([say("measure"), "", say("value")], map(_row, series), wide=(0,))
    shown = reading.facts[: options.limit]
    yield line("\n", (count(len(reading.facts), "facts"), "bold underline"))
    heads = [say("value"), say("measure"), say("period"), say("where")]
    yield table(heads, (_fact(reading, fact) for fact in shown), wide=(1,))


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


def _row(facts: list[Fact]) -> list[str | Text]:
    points = ", ".join(f"{numbers.figure(fact)} ({numbers.when(fact)})" for fact in facts)
    return [printable(facts[0].measure), line((sparks.spark(facts), "cyan")), printable(points)]


def _fact(reading: Reading, fact: Fact) -> list[str | Text]:
    sentence = reading.edition.sentences[fact.sentence]
    where = say("line", line=sentence.line)
    return [
        line((numbers.figure(fact), "bold")),
        printable(fact.measure),
        printable(numbers.when(fact)) if fact.period else "",
        paint(where, "dim"),
    ]
