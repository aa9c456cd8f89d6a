"""Terminal: a Report as text for a terminal or a pipe, 60 to 200 columns wide.

Colour only repeats what marks say: deleted words stand in ``[-…-]``, inserted ones in ``{+…+}``
where there is no colour, severities are words. Text of the editions is never read as markup.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from tracediff.model import EditKind, Edition, Finding, Report, Series, Severity, Side
from tracediff.render import numbers, sparks
from tracediff.render.console import console, line, paint, printed, table
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, Run, excerpt, joined, passages
from tracediff.render.strings import TEXT, count, say
from tracediff.render.visible import printable

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

_STYLES: Final = {Severity.ERROR: "bold red", Severity.WARNING: "bold yellow", Severity.NOTE: "bold"}
_ROOMY: Final = 100  # columns from which on tables show where their figures stand


def write(report: Report, options: Options) -> str:
    """The report as lines of text."""
    page = console(options)
    there = passages(report)
    for part in _parts(there, options):
        page.print(part, overflow="fold")
    return printed(page)


def _parts(there: Passages, options: Options) -> Iterator[RenderableType]:
    report = there.report
    yield from _head(report, options)
    yield from _summary(report)
    yield from _findings(there, options)
    yield from _figures(report, options)
    yield from _sections(report, options)
    yield from _limits(report)


def _head(report: Report, options: Options) -> Iterator[RenderableType]:
    if options.confidentiality:
        yield paint(options.confidentiality, "bold red")
    title = say("title", old=_label(report.old), new=_label(report.new))
    yield paint(options.title or title, "bold")
    yield line("  ", ("- ", "red"), _named(report.old))
    yield line("  ", ("+ ", "green"), _named(report.new))
    if options.note:
        yield line("  ", printable(options.note))


def _summary(report: Report) -> Iterator[RenderableType]:
    if report.summary:
        yield line("\n", (say("summary"), "bold underline"))
    for sentence in report.summary:
        yield _indented(printable(sentence), 2)


def _findings(there: Passages, options: Options) -> Iterator[RenderableType]:
    report = there.report
    if not report.findings:
        yield line("\n", say("no_findings"))
        return
    tally = ", ".join(count(n, kind) for kind, n in report.severities.items() if n)
    yield line("\n", (say("findings"), "bold underline"), "  ", (tally, "dim"))
    shown = report.findings[: options.limit]
    for rank, finding in enumerate(shown, start=1):
        yield from _finding(there, rank, finding, options)
    if len(shown) < len(report.findings):
        yield line("\n  ", (count(len(report.findings) - len(shown), "more"), "dim"))


def _finding(
    there: Passages, rank: int, finding: Finding, options: Options
) -> Iterator[RenderableType]:
    word = say(f"severity_{finding.severity.value}").lower()
    place = printable(finding.section)
    yield line(
        f"\n{rank:>3}  ",
        (word, _STYLES[finding.severity]),
        (f"  {finding.rule.id} {finding.rule.name}", "dim"),
        (f"  {place}" if place else "", "dim"),
    )
    yield _indented(paint(finding.message, "bold"), 5)
    for facet in finding.facets:
        yield _indented(line((f"{say('also')}: ", "dim"), printable(facet.message)), 5)
    for quote in there.quotes(finding):
        yield _quote(quote, options.colour)
    if options.explain:
        yield _indented(paint(finding.rule.finds, "dim"), 5)


def _quote(quote: Quote, colour: bool) -> RenderableType:
    sign, style = ("-", "red") if quote.side is Side.OLD else ("+", "green")
    words = line((f"{sign} ", style))
    runs = excerpt(quote.runs)
    for run in runs if colour else joined(runs):
        words.append_text(_run(run, colour))
    words.append_text(paint(f"  ({quote.place})", "dim"))
    return _indented(words, 5)


def _run(run: Run, colour: bool) -> Text:
    """Some words with their fate; blanks at their ends survive, blanks inside are one."""
    text = run.text
    front = " " if text[:1].isspace() else ""
    back = " " if text[-1:].isspace() and text.strip() else ""
    core = printable(text)
    if run.kind is EditKind.SAME:
        return line(front, (core, "bold" if run.marked else ""), back)
    deleted = run.kind is EditKind.DELETED
    left, right = ("", "") if colour else ("[-", "-]") if deleted else ("{+", "+}")
    style = f"{'red strike' if deleted else 'green underline'}{' bold' if run.heft > 1 else ''}"
    return line(front, (f"{left}{core}{right}", style), back)


def _figures(report: Report, options: Options) -> Iterator[RenderableType]:
    changed = report.changed_series
    if not changed:
        return
    yield line("\n", (say("figures"), "bold underline"))
    roomy = options.width >= _ROOMY
    heads = [say("measure"), say("chart"), say("from_to"), say("difference")]
    shown = changed[: options.limit]
    rows = (_series(report, one, roomy) for one in shown)
    yield table(heads + ([say("sources")] if roomy else []), rows, wide=(0,))
    if len(shown) < len(changed):
        yield line("  ", (count(len(changed) - len(shown), "more_series"), "dim"))


def _series(report: Report, series: Series, roomy: bool) -> list[Text | str]:
    old, new = series.ends
    change = line(numbers.figure(old.fact), " → ", (numbers.figure(new.fact), "bold"))
    by = numbers.difference(series.change) if series.comparable else say("not_comparable")
    years = " ".join(dict.fromkeys(numbers.when(point.fact) for point in (old, new)))
    chart = line((sparks.spark([p.fact for p in series.points]), "cyan"), f" {printable(years)}")
    row: list[Text | str] = [printable(series.measure), chart, change, by]
    if roomy:
        row.append(paint(", ".join(_source(report, point.side, point.fact.sentence)
                                   for point in (old, new)), "dim"))  # fmt: skip
    return row


def _source(report: Report, side: Side, sentence: int) -> str:
    edition = report.old if side is Side.OLD else report.new
    sign = "-" if side is Side.OLD else "+"
    return f"{sign}{say('line', line=edition.sentences[sentence].line)}"


def _sections(report: Report, options: Options) -> Iterator[RenderableType]:
    if not report.sections:
        return
    yield line("\n", (say("sections"), "bold underline"))
    yield line("  ", (sparks.strip(report.sections, min(options.width, 160) - 4), "cyan"))
    heads = [say("section"), say("share_changed"), *map(say, _FATES), say("findings")]
    rows = (
        [
            printable(one.title) or say("untitled"),
            line((sparks.bar(one.index, 8), "cyan"), f" {one.index:>4.0%}"),
            *(str(getattr(one, fate) or "") for fate in _FATES),
            str(one.findings or ""),
        ]
        for one in report.sections
    )
    narrow = options.width < 80
    keep = (0, 1, 7) if narrow else tuple(range(8))
    yield table(
        [heads[at] for at in keep],
        ([row[at] for at in keep] for row in rows),
        wide=(0,),
        right=range(2, len(keep)),
    )


_FATES: Final = ("kept", "edited", "added", "removed", "moved")


def _limits(report: Report) -> Iterator[RenderableType]:
    notes = [(edition, note) for edition in (report.old, report.new) for note in edition.notes]
    held = [count(n, "held_back", kind=printable(kind)) for kind, n in report.quiet.items()]
    if notes or held:
        yield line("\n", (say("limits"), "bold underline"))
    for edition, note in notes:
        yield _indented(f"{_label(edition)}: {printable(note)}", 2)
    yield from (_indented(one, 2) for one in held)


def _indented(what: RenderableType, by: int) -> RenderableType:
    from rich.padding import Padding

    return Padding(what if not isinstance(what, str) else line(what), (0, 0, 0, by), expand=False)


def _label(edition: Edition) -> str:
    return str(edition.year) if edition.year is not None else printable(edition.name)


def _named(edition: Edition) -> Text:
    parts = [
        str(edition.year or TEXT["year_unknown"]),
        printable(edition.title),
        printable(edition.path),
    ]
    named = line("  ".join(part for part in parts if part))
    if edition.year_reason:
        named.append_text(paint(f"  ({edition.year_reason})", "dim"))
    return named


