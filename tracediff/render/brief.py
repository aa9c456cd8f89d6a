"""Brief: a line for each finding, as linters write it; what ``check`` prints in a terminal.

The most severe come first: that is what a check is about.

The place comes first, so that editors and terminals make a link of it; lines are as long as they
are, so that each finding can be searched for.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from tracediff.model import DraftEdit, Finding, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import edited, facets, place_of, signed, tally, where
from tracediff.render.visible import printable
from tracediff.wording.strings import count, say

_BOLD: Final = "1"
_DIM: Final = "2"
_STYLES: Final = {Severity.ERROR: "1;31", Severity.WARNING: "1;33", Severity.NOTE: _BOLD}


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """The reports one after another, and a line that counts what they hold."""
    lines = [line for report in reports for line in _findings(report, options)]
    if len(reports) > 1:
        lines += [_tally((report,), report.name) for report in reports]
    lines.append(_painted([(_tally(reports, _names(reports)), _BOLD)], options.colour))
    return "".join(f"{line}\n" for line in lines)


def one(finding: Finding, report: Report, options: Options) -> str:
    """One finding of a report."""
    return "".join(f"{line}\n" for line in _finding(finding, report, options))


def _findings(report: Report, options: Options) -> Iterator[str]:
    order = list(Severity)
    held = report.findings if options.show_waived else report.open
    shown = sorted(held, key=lambda finding: order.index(finding.severity))
    for finding in shown[: options.limit]:
        yield from _finding(finding, report, options)
    if options.limit is not None and len(shown) > options.limit:
        yield count(len(shown) - options.limit, "more")
    for edit in report.since.edits if report.since else ():
        yield _edit(edit, options)


def _edit(edit: DraftEdit, options: Options) -> str:
    """One edit within the draft; it has no verdict, and so no severity."""
    head = [(f"{where(edit.place)}: ", _BOLD), (f"{say('edit_label')}: ", _DIM)]
    return _painted([*head, (printable(edited(edit)), "")], options.colour)


def _finding(finding: Finding, report: Report, options: Options) -> Iterator[str]:
    place = place_of(finding, report)
    head = [
        (f"{where(place)}: ", _BOLD),
        (say(f"severity_{finding.severity.value}").lower(), _STYLES[finding.severity]),
        (f" {finding.rule.id} {finding.rule.name}: ", _DIM),
        (printable(finding.message), ""),
        (f" [{finding.fingerprint}]", _DIM),
    ]
    if place.page is not None:
        head.insert(1, (f"{say('page', page=place.page)}: ", ""))
    yield _painted(head, options.colour)
    for text in facets(finding):
        yield f"  {say('also')}: {printable(text)}"
    if finding.old_place is not None and place.nearest:
        was = f"  {say('earlier_place')}: {where(finding.old_place)}; {say('nearest_place')}"
        yield _painted([(was, _DIM)], options.colour)
    if finding.waiver is not None:
        yield f"  {signed(finding.waiver)}"


def _tally(reports: Sequence[Report], name: str) -> str:
    return f"{printable(name)}: {tally(reports)}"


def _names(reports: Sequence[Report]) -> str:
    if len(reports) > 3:
        return count(len(reports), "documents")
    return ", ".join(dict.fromkeys(report.new.path for report in reports))


def _painted(pieces: Sequence[tuple[str, str]], colour: bool) -> str:
    """Words with their styles as escape sequences, or bare where there is no colour."""
    if not colour:
        return "".join(words for words, _ in pieces)
    return "".join(f"\x1b[{style}m{words}\x1b[0m" if style else words for words, style in pieces)
