"""Terminal: a Report as text for a terminal or a pipe, 60 to 200 columns wide.

Colour only repeats what marks say: deleted words stand in ``[-…-]``, inserted ones in ``{+…+}``
where there is no colour, severities are words. Errors and warnings show their sentences; a note is
a line.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from tracediff.model import Edition, EditKind, Finding, Report, Series, Severity, Side
from tracediff.render import numbers, sparks
from tracediff.render.layout import Cell, Piece, block, room, table
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, Run, excerpt, joined, passages
from tracediff.render.remarks import facets
from tracediff.render.strings import count, say
from tracediff.render.visible import printable

_STYLES: Final = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold",
}
_ROOMY: Final = 120  # columns from which on tables show where their figures stand
_NARROW: Final = 80  # columns below which tables show only what matters most
_FATES: Final = ("kept", "edited", "added", "removed", "moved")


def write(report: Report, options: Options) -> str:
    """The report as lines of text."""
    return "".join(f"{line}\n" for line in _lines(passages(report), options))


def _lines(there: Passages, options: Options) -> Iterator[str]:
    report = there.report
    yield from _head(report, options)
    yield from _summary(report, options)
    yield from _findings(there, options)
    yield from _figures(report, options)
    yield from _sections(report, options)
    yield from _limits(report, options)


def _head(report: Report, options: Options) -> Iterator[str]:
    if options.confidentiality:
        yield from block(options, [(printable(options.confidentiality), "bold red")])
    title = options.title or say("title", old=report.labels[0], new=report.labels[1])
    yield from block(options, [(printable(title), "bold")])
    yield from block(options, [("- ", "red"), *_named(report.old)], 2, 4)
    yield from block(options, [("+ ", "green"), *_named(report.new)], 2, 4)
    if options.note:
        yield from block(options, [(printable(options.note), "")], 2)


def _heading(options: Options, key: str, aside: str = "") -> Iterator[str]:
    yield ""
    yield from block(options, [(say(key), "bold underline"), (f"  {aside}", "dim")])


def _summary(report: Report, options: Options) -> Iterator[str]:
    if report.summary:
        yield from _heading(options, "summary")
    for sentence in report.summary:
        yield from block(options, [(printable(sentence), "")], 2)


def _findings(there: Passages, options: Options) -> Iterator[str]:
    report = there.report
    if not report.findings:
        yield ""
        yield say("no_findings")
        return
    tally = ", ".join(count(n, kind) for kind, n in report.severities.items() if n)
    yield from _heading(options, "findings", tally)
    shown = report.open[: options.limit]
    brief = False
    for rank, finding in enumerate(shown, start=1):
        if finding.severity is not Severity.NOTE or options.explain:
            yield ""
            yield from _finding(there, rank, finding, options)
            brief = False
        else:
            yield from () if brief else ("",)
            yield from _note(there, rank, finding, options)
            brief = True
    if len(shown) < len(report.open):
        yield ""
        left_out = count(len(report.open) - len(shown), "more")
        yield from block(options, [(left_out, "dim")], 2)
    yield from _waived(report, options)


def _finding(there: Passages, rank: int, finding: Finding, options: Options) -> Iterator[str]:
    word = say(f"severity_{finding.severity.value}").lower()
    place = printable(finding.section)
    head = [
        (f"{rank}  ", ""),
        (word, _STYLES[finding.severity]),
        (f"  {finding.rule.id} {finding.rule.name}", "dim"),
        (f"  {place}" if place else "", "dim"),
    ]
    yield from block(options, head, max(0, 3 - len(str(rank))), 5)
    yield from block(options, [(printable(finding.message), "bold")], 5)
    for text in facets(finding):
        also = [(f"{say('also')}: ", "dim"), (printable(text), "")]
        yield from block(options, also, 5)
    for quote in there.quotes(finding):
        yield from _quote(quote, options)
    if options.explain:
        yield from block(options, [(finding.rule.finds, "dim")], 5)
        if why := there.why(finding):
            paired = say("paired", why=", ".join(why))
            yield from block(options, [(printable(paired), "dim")], 5)


def _note(there: Passages, rank: int, finding: Finding, options: Options) -> Iterator[str]:
    own = finding.new or finding.old
    place = f"  ({there.place(own.side, own.sentence)})" if own else ""
    words = [
        (f"{rank}  ", ""),
        (say("severity_note").lower(), "bold"),
        (f"  {finding.rule.id}  ", "dim"),
        (printable(finding.message), ""),
        (place, "dim"),
    ]
    yield from block(options, words, max(0, 3 - len(str(rank))), 5)


def _waived(report: Report, options: Options) -> Iterator[str]:
    if report.waived:
        yield ""
        yield from block(options, [(count(len(report.waived), "waived"), "bold")])
    for finding in report.waived:
        assert finding.waiver is not None
        reason = printable(numbers.signed(finding.waiver))
        words = [(f"{finding.rule.id}  ", "dim"), (printable(finding.message), "")]
        yield from block(options, [*words, (f"  ({reason})", "dim")], 2, 5)


def _quote(quote: Quote, options: Options) -> Iterator[str]:
    sign = ("- ", "red") if quote.side is Side.OLD else ("+ ", "green")
    runs = excerpt(quote.runs)
    words = [_run(run, options.colour) for run in (runs if options.colour else joined(runs))]
    yield from block(options, [sign, *words, (f"  ({quote.place})", "dim")], 5, 7)


def _run(run: Run, colour: bool) -> Piece:
    """Some words with their fate; blanks at their ends survive."""
    text = run.text
    front = " " if text[:1].isspace() else ""
    back = " " if text[-1:].isspace() and text.strip() else ""
    core = printable(text)
    if run.kind is EditKind.SAME:
        return f"{front}{core}{back}", "bold" if run.marked else ""
    deleted = run.kind is EditKind.DELETED
    left, right = ("", "") if colour else ("[-", "-]") if deleted else ("{+", "+}")
    style = f"{'red strike' if deleted else 'green underline'}{' bold' if run.heft > 1 else ''}"
    return f"{front}{left}{core}{right}{back}", style


def _figures(report: Report, options: Options) -> Iterator[str]:
    changed = report.changed_series
    if not changed:
        return
    yield from _heading(options, "figures")
    heads = ["measure", "chart", "from_to", "difference"]
    heads += ["sources"] if options.width >= _ROOMY else []
    shown = changed[: options.limit]
    rows = [_series(report, one, options)[: len(heads)] for one in shown]
    yield from table(options, [say(head) for head in heads], rows)
    if len(shown) < len(changed):
        left_out = count(len(changed) - len(shown), "more_series")
        yield from block(options, [(left_out, "dim")], 2)


def _series(report: Report, series: Series, options: Options) -> list[Cell]:
    old, new = series.ends
    by = (
        numbers.difference(series.change, series.unit)
        if series.comparable
        else say("not_comparable")
    )
    years = " ".join(dict.fromkeys(numbers.when(point.fact) for point in (old, new)))
    chart = [(sparks.spark([point.fact for point in series.points]), "cyan")]
    if options.width >= _NARROW:
        chart.append((f" {printable(years)}", ""))
    where = ", ".join(_source(report, point.side, point.fact.sentence) for point in (old, new))
    return [
        printable(series.name),
        chart,
        [(f"{numbers.figure(old.fact)} → ", ""), (numbers.figure(new.fact), "bold")],
        by,
        [(where, "dim")],
    ]


def _source(report: Report, side: Side, sentence: int) -> str:
    edition = report.old if side is Side.OLD else report.new
    sign = "-" if side is Side.OLD else "+"
    return f"{sign}{say('line', line=edition.sentences[sentence].line)}"


def _sections(report: Report, options: Options) -> Iterator[str]:
    if not report.sections:
        return
    yield from _heading(options, "sections")
    strip = sparks.strip(report.sections, min(room(options), 160) - 4)
    yield from block(options, [(strip, "cyan")], 2)
    fates = _FATES if options.width >= _NARROW else ()
    heads = [say("section"), say("share_changed"), *map(say, fates), say("findings")]
    rows: list[list[Cell]] = [
        [
            printable(one.title) or say("untitled"),
            [(sparks.bar(one.index, 8), "cyan"), (f" {one.index:>4.0%}", "")],
            *(str(getattr(one, fate) or "") for fate in fates),
            str(one.findings or ""),
        ]
        for one in report.sections
    ]
    yield from table(options, heads, rows, right=range(2, len(heads)))


def _limits(report: Report, options: Options) -> Iterator[str]:
    notes = [
        f"{printable(name)}: {printable(note)}"
        for name, edition in zip(report.labels, (report.old, report.new), strict=True)
        for note in (*edition.notes, edition.unread)
        if note
    ]
    notes += (count(n, "held_back", kind=printable(kind)) for kind, n in report.quiet.items())
    if notes:
        yield from _heading(options, "limits")
    for note in notes:
        yield from block(options, [(note, "")], 2)


def _named(edition: Edition) -> list[Piece]:
    year = str(edition.year or say("year_unknown"))
    parts = (year, printable(edition.title), printable(edition.path))
    reason = f"  ({printable(edition.year_reason)})" if edition.year_reason else ""
    return [("  ".join(part for part in parts if part), ""), (reason, "dim")]
