"""One comment on a pull request: a Report, or those of several pairs, as Markdown that is updated.

The first line is a hidden mark by which ``action.yml`` finds the comment of the run before, so that
there is one comment and not one for each push. What matters most stands open, all else is folded.
GitHub refuses more than 65,536 characters: the folded parts at the end are left out first.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import quote

from tracediff.model import Finding, Place, Report, Severity
from tracediff.render.markdown import checks, evidence, folded, row, safe
from tracediff.render.options import Options
from tracediff.render.passages import passages
from tracediff.render.remarks import edited, place_of, remark, tally, where
from tracediff.wording.strings import count, say

MARK: Final = "<!-- tracediff check -->"
_ROOM: Final = 60_000  # characters, of 65,536
_STORIES: Final = 10  # of a report that are listed
_ROWS: Final = 10  # findings of a report that stand open; the others are folded
_BATCH: Final = 40  # rows of a fold
_MESSAGE: Final = 600  # characters of a finding in a row
_SIGNS: Final = {Severity.ERROR: "❌", Severity.WARNING: "⚠️", Severity.NOTE: "ℹ️"}

CommentPart = tuple[int, str]  # how early it is left out where there is too much, and its text


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """The comment on all reports of a run."""
    parts = [(0, MARK), (0, _heading(reports))]
    if len(reports) > 1:
        parts.append((0, _documents(reports)))
    for report in reports:
        parts += _report(report, options, alone=len(reports) == 1)
    return "\n\n".join(_fitting(parts)) + "\n"


def _fitting(parts: Sequence[CommentPart]) -> Iterator[str]:
    """The parts there is room for, in their order; those of the lowest ranks are taken first."""
    size, taken = 0, set()
    for at in sorted(range(len(parts)), key=lambda at: (parts[at][0], at)):
        length = len(parts[at][1]) + 2
        if size + length <= _ROOM:
            size += length
            taken.add(at)
    yield from (text for at, (_, text) in enumerate(parts) if at in taken)
    if len(taken) < len(parts):
        yield count(len(parts) - len(taken), "too_long")


def _heading(reports: Sequence[Report]) -> str:
    worst = next((kind for kind in Severity if any(r.severities[kind] for r in reports)), None)
    sign = _SIGNS[worst] if worst else "✅"
    name = reports[0].new.path if len(reports) == 1 else count(len(reports), "documents")
    return f"### {sign} {safe(name)}: {safe(tally(reports))}"


def _documents(reports: Sequence[Report]) -> str:
    kinds = [say(f"severity_{kind.value}") for kind in Severity]
    heads = (say("document"), say("against"), *kinds, say("signed"))
    rows = [row(heads), "| --- | --- | ---: | ---: | ---: | ---: |"]
    for report in reports[:100]:
        numbers = (*report.severities.values(), len(report.waived))
        rows.append(row((safe(_name(report)), _against(report), *map(str, numbers))))
    if len(reports) > 100:
        rows.append(f"\n{count(len(reports) - 100, 'more')}")
    return "\n".join(rows)


def _name(report: Report) -> str:
    return report.name or report.new.path


def _against(report: Report) -> str:
    return "–" if report.old.path == report.new.path else safe(report.old.path)


def _report(report: Report, options: Options, alone: bool) -> Iterator[CommentPart]:
    """The parts of one report: stories, checks, what the change brought, and folded details."""
    if not alone and report.open:
        yield 1, f"#### {safe(_name(report))}"
    if report.since is not None and report.since.is_new:
        yield 1, safe(say("new_draft", revision=report.since.revision))
    shown = report.listed[:_STORIES]
    if shown:
        lines = "\n".join(f"{at}. {safe(story.headline)}" for at, story in enumerate(shown, 1))
        yield 1, f"**{count(len(shown), 'stories')}**\n\n{lines}"
    yield from ((2, part) for part in checks(report))
    yield from _findings(report, options)
    yield from _edits(report, options)
    if shown:
        there = passages(report)
        yield 5, folded(say("evidence"), evidence(there, list(enumerate(shown, 1))))


def _findings(report: Report, options: Options) -> Iterator[CommentPart]:
    order = list(Severity)
    found = sorted(report.open, key=lambda one: order.index(one.severity))
    if not found:
        return
    title = say("brought" if report.since else "open_findings")
    yield 2, f"**{title}**\n\n{_table(found[:_ROWS], report, options)}"
    for at in range(_ROWS, len(found), _BATCH):
        batch = found[at : at + _BATCH]
        yield 4, folded(count(len(batch), "rest"), _table(batch, report, options))


def _edits(report: Report, options: Options) -> Iterator[CommentPart]:
    edits = report.since.edits if report.since else ()
    for at in range(0, len(edits), _BATCH):
        lines = [
            f"- {_linked(edit.place, options)}: {safe(edited(edit))}"
            for edit in edits[at : at + _BATCH]
        ]
        yield 3, folded(count(len(lines), "draft_edits"), "\n".join(lines))


def _table(findings: Sequence[Finding], report: Report, options: Options) -> str:
    heads = (say("severity"), say("where"), say("finding_of"))
    return "\n".join(
        (row(heads), "| --- | --- | --- |", *(_row(one, report, options) for one in findings))
    )


def _row(finding: Finding, report: Report, options: Options) -> str:
    kind = f"{_SIGNS[finding.severity]} {say(f'severity_{finding.severity.value}')}"
    words = remark(finding)
    words = words if len(words) <= _MESSAGE else f"{words[:_MESSAGE].rpartition(' ')[0]} …"
    told = f"{safe(words)} <sub>{finding.rule.id} {finding.rule.name}</sub>"
    return row((kind, _linked(place_of(finding, report), options), told))


def _linked(place: Place, options: Options) -> str:
    """A place, as a link to the line in the repository where the address of that is known."""
    words = safe(where(place))
    if not options.source or place.path.startswith("/"):
        return words
    lines = f"L{place.line}" if place.line == place.end_line else f"L{place.line}-L{place.end_line}"
    return f"[{words}]({options.source}/{quote(place.path, safe='/')}#{lines})"
