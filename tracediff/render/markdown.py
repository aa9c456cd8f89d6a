"""Markdown: a Report as a comment on a pull request or a page of a wiki.

Text of the editions cannot become markup, a link, a mention or a cell boundary. Deleted and
inserted words use ``<del>`` and ``<ins>``, the only tags besides ``<details>``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.model import Edition, EditKind, Finding, Report, Series, Side, Story
from tracediff.render import sparks
from tracediff.render.appendix import scale_words
from tracediff.render.options import Options
from tracediff.render.passages import Passages, Quote, TextRun, excerpt, passages
from tracediff.render.remarks import edited, facets, where
from tracediff.render.visible import printable
from tracediff.wording import values
from tracediff.wording.strings import count, say

_OPEN: Final = 10  # stories that are listed; evidence is folded, so that a comment stays short
_BATCH: Final = 10  # stories of a fold behind them
_PARTS: Final = 5  # findings of a story that are shown
_CHECKS: Final = 5
_ROOM: Final = 60_000  # characters; a comment longer than 65,536 is refused by the usual hosts
_MARKS: Final = re.compile(r"([\\`*_\[\]|~$])|(?<![\w])(#)")
_STARTS: Final = re.compile(
    r"^(?=[#+\-=:])|(?<=^\d)(?=[.)])|(?<=^\d\d)(?=[.)])|(?<=^\d{4})(?=[.)])"
)
# What hosts turn into links or mentions after Markdown is done; an empty comment keeps it apart.
_LIVE: Final = re.compile(r"@(?=\w)|#(?=\d)|\b(?i:www|https?|ftp|mailto|xmpp|GH)(?=[.:-])")


def write(report: Report, options: Options) -> str:
    """The report as Markdown, cut short where a pull request would refuse its length."""
    parts: list[str] = []
    size, left_out = 0, 0
    for part in _parts(passages(report), options):
        if size + len(part) > _ROOM:
            left_out += 1
            continue
        size += len(part) + 2
        parts.append(part)
    if left_out:
        parts.append(count(left_out, "too_long"))
    return "\n\n".join(parts) + "\n"


def _parts(there: Passages, options: Options) -> Iterator[str]:
    report = there.report
    if options.confidentiality:
        yield f"**{safe(options.confidentiality)}**"
    title = options.title or report.new.title or report.new.name
    yield f"## {safe(title)}, {safe(' → '.join(report.labels))}"
    yield f"{_named(report.old)} → {_named(report.new)}"
    if options.note:
        yield safe(options.note)
    yield from (safe(sentence) for sentence in report.doubts)
    yield from _stories(there, options)
    yield from checks(report)
    yield from _edits(report)
    yield safe(scale_words(report))
    yield from _figures(report)
    yield from _sections(report)
    yield from _limits(report)


def _stories(there: Passages, options: Options) -> Iterator[str]:
    """The first stories as a list, then each with its quotes, folded."""
    report = there.report
    if not report.stories:
        yield safe(report.summary[0]) if report.summary else say("no_findings")
    shown = list(enumerate(report.listed[: options.limit], start=1))
    if shown:
        first = shown[:_OPEN]
        lines = "\n".join(_listed(rank, story) for rank, story in first)
        yield f"### {count(len(first), 'stories')}\n\n{lines}"
        yield folded(say("evidence"), evidence(there, first))
    for at in range(_OPEN, len(shown), _BATCH):
        batch = shown[at : at + _BATCH]
        inside = evidence(there, batch)
        yield folded(f"{say('more_of_them')} {batch[0][0]}–{batch[-1][0]}", inside)
    if len(shown) < len(report.stories):
        yield count(len(report.stories) - len(shown), "more")
    if report.waived:
        lines = "\n".join(map(_waived, report.waived))
        yield folded(count(len(report.waived), "waived"), lines)


def _listed(rank: int, story: Story) -> str:
    """A story with its number, and below it what else it tells."""
    also = (f"\n   - {safe(text)}" for text in story.also)
    return f"{rank}. {safe(story.headline)}{''.join(also)}"


def _story(there: Passages, rank: int, story: Story) -> str:
    topic = f" · {safe(story.topic)}" if story.topic else ""
    lines = [f"**{rank}. {safe(story.headline)}**{topic}  "]
    quoted: set[tuple[Side, int]] = set()
    for finding in story.findings[:_PARTS]:
        if len(story.findings) > 1:
            lines.append(f"{safe(finding.message)}  ")
        lines += [f"{say('also')}: {safe(text)}  " for text in facets(finding)]
        quotes = [q for q in there.quotes(finding) if (q.side, q.sentence) not in quoted]
        quoted.update((quote.side, quote.sentence) for quote in quotes)
        lines += ["", *(_quote(there, quote) for quote in quotes)]
    return "\n".join(lines)


def evidence(there: Passages, stories: Sequence[tuple[int, Story]]) -> str:
    """Stories by their rank, each with its quotes."""
    return "\n\n".join(_story(there, *one) for one in stories)


def checks(report: Report) -> Iterator[str]:
    """What to check before anything is quoted."""
    if report.checks:
        lines = "\n".join(f"- {safe(check.headline)}" for check in report.checks[:_CHECKS])
        yield f"### {say('checks')}\n\n{lines}"
    if len(report.checks) > _CHECKS:
        yield count(len(report.checks) - _CHECKS, "more_checks")


def _edits(report: Report) -> Iterator[str]:
    """What was edited within the draft, where a check tells what a change brought."""
    if report.since and report.since.edits:
        lines = [f"- {safe(where(one.place))}: {safe(edited(one))}" for one in report.since.edits]
        yield folded(count(len(lines), "draft_edits"), "\n".join(lines))
    if report.known and report.since:
        yield safe(count(len(report.known), "known", revision=report.since.revision))


def _waived(finding: Finding) -> str:
    assert finding.waiver is not None
    return f"- {safe(finding.message)} {safe(values.signed(finding.waiver))}"


def _quote(there: Passages, quote: Quote) -> str:
    words = "".join(_run(run) for run in excerpt(quote.runs)).strip()
    label = safe(there.report.label(quote.side))
    return f"> {label}, {quote.place}: {words}  "


def _run(run: TextRun) -> str:
    """Some words in their tag; blanks stay outside it."""
    front = " " if run.text[:1].isspace() else ""
    back = " " if run.text[-1:].isspace() and run.text.strip() else ""
    core = safe(run.text)
    if not core:
        return front
    if run.marked:
        core = f"<b>{core}</b>"
    if run.kind is EditKind.DELETED:
        core = f"<del>{core}</del>"
    elif run.kind is EditKind.INSERTED:
        core = f"<ins>{core}</ins>"
    return f"{front}{core}{back}"


def _figures(report: Report) -> Iterator[str]:
    changed = report.changed_series
    if not changed:
        return
    heads = (
        say("measure"),
        say("chart"),
        *report.labels,
        say("difference"),
    )
    rows = [row(safe(head) for head in heads), "| --- | --- | ---: | ---: | ---: |"]
    rows += (_series(one) for one in changed)
    yield folded(f"{say('figures')} ({len(changed)})", "\n".join(rows))


def _series(series: Series) -> str:
    old, new = series.ends
    by = (
        values.difference(series.change, series.unit)
        if series.comparable
        else say("periods_differ")
    )
    chart = sparks.spark([point.fact for point in series.points])
    before = f"{values.figure(old.fact)} ({values.when(old.fact)})"
    after = f"{values.figure(new.fact)} ({values.when(new.fact)})"
    return row((safe(series.name), chart, safe(before), safe(after), by))


def _sections(report: Report) -> Iterator[str]:
    if not report.sections:
        return
    rows = [row((say("section"), say("share_changed"))), "| --- | --- |"]
    rows += (
        row((safe(one.title) or say("untitled"), f"{sparks.bar(one.index, 8)} {one.index:.0%}"))
        for one in report.sections
    )
    yield folded(f"{say('sections')} ({len(report.sections)})", "\n".join(rows))


def _limits(report: Report) -> Iterator[str]:
    notes = [
        f"- {safe(name)}: {safe(note)}"
        for name, edition in zip(report.labels, (report.old, report.new), strict=True)
        for note in (*edition.notes, edition.unread)
        if note
    ]
    notes += (f"- {safe(count(n, 'held_back', kind=kind))}" for kind, n in report.quiet.items())
    if notes:
        yield folded(say("limits"), "\n".join(notes))


def folded(title: str, inside: str) -> str:
    """Something that a reader opens."""
    return f"<details><summary>{title}</summary>\n\n{inside}\n\n</details>"


def row(cells: Iterator[str] | tuple[str, ...]) -> str:
    """One row of a table."""
    return f"| {' | '.join(cells)} |"


def safe(text: str) -> str:
    r"""Text that Markdown shows as it stands.

    >>> safe("a <b> | @user *x*")
    'a &lt;b&gt; \\| @<!-- -->user \\*x\\*'
    """
    text = printable(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    text = _STARTS.sub(r"\\", _MARKS.sub(r"\\\g<0>", text))
    return _LIVE.sub(r"\g<0><!-- -->", text)


def _named(edition: Edition) -> str:
    reason = f" ({safe(edition.year_reason)})" if edition.year_reason else ""
    return f"{safe(edition.title or edition.name)}{reason}"
