"""Terminal: a Report as text for a terminal or a pipe, 60 to 200 columns wide.

Colour only repeats what marks say: deleted words stand in ``[-…-]``, inserted ones in ``{+…+}``
where there is no colour. Page one stands in ``front``; here is what a reader asks for after it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from tracediff.model import EditKind, Finding, Report, Series, Side, Story
from tracediff.render import sparks
from tracediff.render.appendix import one_sided
from tracediff.render.front import front, side_heading, title
from tracediff.render.layout import StyledCell, StyledText, block, heading, room, table
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, TextRun, excerpt, joined, passages
from tracediff.render.remarks import facets
from tracediff.render.visible import printable
from tracediff.wording import values
from tracediff.wording.strings import count, say

_ROOMY: Final = 120  # columns from which on tables show where their figures stand
_NARROW: Final = 80  # columns below which tables show only what matters most
_COUNTS: Final = ("kept", "edited", "added", "removed", "moved")


def write(report: Report, options: Options) -> str:
    """The report as lines of text: page one, or what the options ask for instead."""
    lines = _story(report, options) if options.story else _VIEWS[options.view](report, options)
    waived = _waived(report, options) if options.show_waived else ()
    return "".join(f"{line}\n" for line in (*lines, *waived))


def _story(report: Report, options: Options) -> Iterator[str]:
    """One story with its evidence."""
    assert options.story is not None
    if options.story > len(report.stories):
        yield say("no_such_story", n=options.story, all=len(report.stories))
        return
    story = report.listed[options.story - 1]
    yield from _told(passages(report), story, options.story, options)


def _all(report: Report, options: Options) -> Iterator[str]:
    """Every story with its evidence, then the tables."""
    there = passages(report)
    yield from title(report, options)
    for rank, story in enumerate(report.listed[: options.limit], start=1):
        yield ""
        yield from _told(there, story, rank, options)
    yield from _figures(report, options)
    yield from _sections(report, options)
    yield from _limits(report, options)


def _told(there: Passages, story: Story, rank: int, options: Options) -> Iterator[str]:
    head = [(f"{rank:>2} ", "bold"), (printable(story.headline), "bold")]
    topic = [(f"  ({printable(story.topic)})", "dim")] if story.topic else []
    yield from block(options, [*head, *topic], 0, 3)
    shown: set[tuple[Side, int]] = set()
    for finding in story.findings:
        yield from _finding(there, finding, options, shown)


def _gone(report: Report, options: Options) -> Iterator[str]:
    yield from _one_sided(report, Side.OLD, options)


def _new(report: Report, options: Options) -> Iterator[str]:
    yield from _one_sided(report, Side.NEW, options)


def _one_sided(report: Report, side: Side, options: Options) -> Iterator[str]:
    """What only one edition says, by section."""
    edition = report.old if side is Side.OLD else report.new
    found = one_sided(report, side)
    yield from block(options, [(side_heading(report, side), "bold")])
    if not found:
        yield say("nothing_one_sided")
    for section in found:
        yield ""
        name = printable(section.title) or say("untitled")
        tally = count(len(section.sentences), "sentence")
        yield from block(options, [(name, "bold"), (f"  {tally}", "dim")])
        for at in section.sentences[: options.limit]:
            sentence = edition.sentences[at]
            where = [(f"  ({say('line', line=sentence.line)})", "dim")]
            yield from block(options, [(printable(sentence.text), ""), *where], 2, 4)


def _finding(
    there: Passages, finding: Finding, options: Options, shown: set[tuple[Side, int]]
) -> Iterator[str]:
    """What a finding says, and those of its sentences that were not shown yet."""
    yield from block(options, [(printable(finding.message), "dim")], 5)
    for text in facets(finding):
        yield from block(options, [(f"{say('also')}: ", "dim"), (printable(text), "dim")], 5)
    for quote in there.quotes(finding):
        if (quote.side, quote.sentence) not in shown:
            shown.add((quote.side, quote.sentence))
            yield from _quote(quote, options)
    if options.explain:
        rule = f"{finding.rule.id} {finding.rule.name}: {finding.rule.finds}"
        yield from block(options, [(rule, "dim")], 5)
        if why := there.why(finding):
            paired = say("paired", why=", ".join(why))
            yield from block(options, [(printable(paired), "dim")], 5)


def _waived(report: Report, options: Options) -> Iterator[str]:
    if report.waived:
        yield ""
        yield from block(options, [(count(len(report.waived), "waived"), "bold")])
    for finding in report.waived:
        assert finding.waiver is not None
        reason = printable(values.signed(finding.waiver))
        words = [(f"{finding.rule.id}  ", "dim"), (printable(finding.message), "")]
        yield from block(options, [*words, (f"  ({reason})", "dim")], 2, 5)


def _quote(quote: Quote, options: Options) -> Iterator[str]:
    sign = ("- ", "red") if quote.side is Side.OLD else ("+ ", "green")
    runs = excerpt(quote.runs)
    words = [_run(run, options.colour) for run in (runs if options.colour else joined(runs))]
    yield from block(options, [sign, *words, (f"  ({quote.place})", "dim")], 5, 7)


def _run(run: TextRun, colour: bool) -> StyledText:
    """Some words and what happened to them; blanks at their ends survive."""
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
        if options.view == "figures":  # that nothing changed is the answer to what was asked
            yield from block(options, [(say("no_series"), "")])
        return
    yield from heading(options, say("figures"))
    heads = ["measure", "chart", "from_to", "difference"]
    heads += ["sources"] if options.width >= _ROOMY else []
    shown = changed[: options.limit]
    rows = [_series(report, one, options)[: len(heads)] for one in shown]
    yield from table(options, [say(head) for head in heads], rows)
    if len(shown) < len(changed):
        left_out = count(len(changed) - len(shown), "more_series")
        yield from block(options, [(left_out, "dim")], 2)


def _series(report: Report, series: Series, options: Options) -> list[StyledCell]:
    old, new = series.ends
    by = (
        values.difference(series.change, series.unit)
        if series.comparable
        else say("periods_differ")
    )
    years = " ".join(dict.fromkeys(values.when(point.fact) for point in (old, new)))
    chart = [(sparks.spark([point.fact for point in series.points]), "cyan")]
    if options.width >= _NARROW:
        chart.append((f" {printable(years)}", ""))
    where = ", ".join(_source(report, point.side, point.fact.sentence) for point in (old, new))
    return [
        printable(series.name),
        chart,
        [(f"{values.figure(old.fact)} → ", ""), (values.figure(new.fact), "bold")],
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
    yield from heading(options, say("sections"))
    strip = sparks.strip(report.sections, min(room(options), 160) - 4)
    yield from block(options, [(strip, "cyan")], 2)
    counts = _COUNTS if options.width >= _NARROW else ()
    heads = [say("section"), say("share_changed"), *map(say, counts)]
    rows: list[list[StyledCell]] = [
        [
            printable(one.title) or say("untitled"),
            [(sparks.bar(one.index, 8), "cyan"), (f" {one.index:>4.0%}", "")],
            *(str(getattr(one, name) or "") for name in counts),
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
        yield from heading(options, say("limits"))
    for note in notes:
        yield from block(options, [(note, "")], 2)


_VIEWS: Final[dict[str, Callable[[Report, Options], Iterator[str]]]] = {
    "": front,
    "all": _all,
    "figures": _figures,
    "gone": _gone,
    "new": _new,
    "sections": _sections,
}
