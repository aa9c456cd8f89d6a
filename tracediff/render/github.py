"""Workflow commands: remarks that GitHub Actions shows beside the lines of a pull request.

What was signed off gives no remark; the job summary tells of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.model import Finding, Place, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark

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
    said = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {said}::{_data(remark(finding))}\n"


def _data(text: str) -> str:
    r"""Text that cannot end the command.

    >>> _data("100%\nsure")
    '100%25%0Asure'
    """
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
