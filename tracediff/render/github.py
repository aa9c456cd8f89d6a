"""Workflow commands: remarks that GitHub Actions shows beside the lines of a pull request.

What was signed off gives no remark; the job summary tells of it. GitHub shows ten remarks of a kind
for a step and drops the others without a word, so that what matters most is written first, and the
last remark says what is left out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from typing import Final

from tracediff.model import Finding, Place, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark
from tracediff.render.visible import workflow
from tracediff.wording.strings import count, say

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}
_MOST: Final = 10  # remarks of a kind that GitHub shows for a step


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """A command for each open finding that GitHub would show, and one for the rest."""
    ordered = _by_importance(reports, options.limit)
    held = {kind: [one for one in ordered if one[0].severity is kind] for kind in Severity}
    left = {kind: len(found) - _MOST for kind, found in held.items() if len(found) > _MOST}
    if left and len(held[Severity.NOTE]) >= _MOST:  # the remark on the rest is a notice itself
        left[Severity.NOTE] = len(held[Severity.NOTE]) - _MOST + 1
    shown = {
        kind: found[: len(found) - left.get(kind, 0)] if kind in left else found
        for kind, found in held.items()
    }
    commands = [_command(one, place_of(one, of)) for found in shown.values() for one, of in found]
    return "".join(commands) + (_rest(left) if left else "")


def _by_importance(reports: Sequence[Report], limit: int | None) -> list[tuple[Finding, Report]]:
    """The open findings of all reports: the first of each, then the second of each, and so on."""
    rounds = zip_longest(*([(one, r) for one in r.open[:limit]] for r in reports))
    return [one for round_ in rounds for one in round_ if one is not None]


def _rest(left: Mapping[Severity, int]) -> str:
    numbers = ", ".join(count(n, kind.value) for kind, n in left.items())
    words = say("not_beside", numbers=numbers, most=_MOST)
    return f"::notice title=tracediff::{workflow(words)}\n"


def _command(finding: Finding, place: Place) -> str:
    properties = {"file": place.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.column is not None and place.line == place.end_line:
        # a remark on several lines may have no columns
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.rule.id} {finding.rule.name}"
    said = ",".join(f"{name}={workflow(value, inside=True)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{workflow(remark(finding))}\n"
