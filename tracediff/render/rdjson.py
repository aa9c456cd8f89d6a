"""rdjson, the diagnostic format of reviewdog. Its columns count bytes of UTF-8, ends exclusive."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from tracediff.model import Finding, Place, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark
from tracediff.wording.strings import say

_SEVERITIES: Final = {
    Severity.ERROR: "ERROR",
    Severity.WARNING: "WARNING",
    Severity.NOTE: "INFO",
}

_Object = dict[str, Any]


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """The open findings of all reports."""
    data = {
        "source": {"name": "tracediff"},
        "severity": "WARNING",
        "diagnostics": [
            _diagnostic(one, report) for report in reports for one in report.open[: options.limit]
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _diagnostic(finding: Finding, report: Report) -> _Object:
    diagnostic: _Object = {
        "message": f"{finding.rule.name}: {remark(finding)}",
        "location": _location(place_of(finding, report)),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule.id},
    }
    if finding.old_place is not None:
        diagnostic["related_locations"] = [
            {"message": say("earlier_place"), "location": _location(finding.old_place)}
        ]
    return diagnostic


def _location(place: Place) -> _Object:
    start: _Object = {"line": place.line}
    end: _Object = {"line": place.end_line}
    if place.byte_column is not None:
        start["column"] = place.byte_column
        end["column"] = place.end_byte_column
    return {"path": place.path, "range": {"start": start, "end": end}}
