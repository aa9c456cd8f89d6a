"""Workflow commands: remarks that GitHub Actions shows beside the lines of a pull request.

What was signed off gives no remark; the job summary tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.model import Finding, Place, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark
from tracediff.render.visible import workflow

_COMMANDS: Final = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
}


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """A command for each open finding."""
    return "".join(
        _command(finding, place_of(finding, report))
        for report in reports
        for finding in report.open[: options.limit]
    )


def _command(finding: Finding, place: Place) -> str:
    properties = {"file": place.path, "line": str(place.line), "endLine": str(place.end_line)}
    if place.column is not None and place.line == place.end_line:
        # a remark on several lines may have no columns
        properties |= {"col": str(place.column), "endColumn": str(place.end_column)}
    properties["title"] = f"{finding.rule.id} {finding.rule.name}"
    said = ",".join(f"{name}={workflow(value, inside=True)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{workflow(remark(finding))}\n"
