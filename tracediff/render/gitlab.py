"""GitLab's code quality report: an array of remarks, each with a fingerprint of its own.

GitLab has no word for what is signed off; such findings are left out.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Any, Final

from tracediff.model import Finding, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark

_SEVERITIES: Final = {
    Severity.ERROR: "critical",
    Severity.WARNING: "minor",
    Severity.NOTE: "info",
}


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """The open findings of all reports."""
    remarks = [_remark(one, report) for report in reports for one in report.open[: options.limit]]
    return json.dumps(remarks, ensure_ascii=False, indent=1) + "\n"


def _remark(finding: Finding, report: Report) -> dict[str, Any]:
    place = place_of(finding, report)
    # two remarks with one fingerprint would show as one, also where two drafts say the same
    whole = f"{report.name}\x1f{place.path}\x1f{finding.fingerprint}"
    return {
        "description": f"{finding.rule.id} {finding.rule.name}: {remark(finding)}",
        "check_name": finding.rule.id,
        "fingerprint": sha256(whole.encode()).hexdigest(),
        "severity": _SEVERITIES[finding.severity],
        "location": {
            "path": place.path,
            "lines": {"begin": place.line, "end": place.end_line},
        },
    }
