"""SARIF 2.1.0, for code scanning and any viewer of static analysis results.

Every rule is declared, also where nothing was found. A waived finding stays, with its suppression.
Columns count characters (code points), ends stand behind the last one.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any, Final

from tracediff.model import Finding, Place, Report, Rule
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark, signed, uri
from tracediff.rules import RULES
from tracediff.version import __version__
from tracediff.wording.strings import say

SCHEMA: Final = "https://json.schemastore.org/sarif-2.1.0.json"
_MOST: Final = 25_000  # results that GitHub takes of one run; the gravest come first
_LONGEST: Final = 1_000  # characters of a description; 1,024 are allowed
_PRECISION: Final = {"C": "medium"}  # claims are read from wording; the others from figures

_Object = dict[str, Any]


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """A run for each report."""
    data = {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [_run(report, options) for report in reports],
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _run(report: Report, options: Options) -> _Object:
    shown = report.findings[: min(options.limit or _MOST, _MOST)]
    compared = any(f.waiver is not None and f.waiver.baseline for f in report.findings)
    name = report.name or report.new.name
    return {
        "tool": {
            "driver": {
                "name": "tracediff",
                "semanticVersion": __version__,
                "rules": [_rule(rule) for rule in RULES.values()],
            }
        },
        "automationDetails": {"id": f"tracediff/{name}/"},
        "invocations": [{"executionSuccessful": True}],
        "columnKind": "unicodeCodePoints",
        "results": [_result(one, report, compared) for one in shown],
    }


def _rule(rule: Rule) -> _Object:
    level = rule.severity.value
    text = f"{rule.finds[:1].upper()}{rule.finds[1:]}."
    return {
        "id": rule.id,
        "name": "".join(part.capitalize() for part in rule.name.split("-")),
        "shortDescription": {"text": rule.name.replace("-", " ").capitalize()},
        "fullDescription": {"text": text[:_LONGEST]},
        "help": {
            "text": f"{text} More: tracediff explain {rule.id}",
            "markdown": f"{text} More: `tracediff explain {rule.id}`",
        },
        "defaultConfiguration": {"level": level},
        "properties": {
            "tags": [say(f"family_{rule.id[0]}").lower(), "documentation"],
            "precision": _PRECISION.get(rule.id[0], "high"),
            "problem.severity": "recommendation" if level == "note" else level,
        },
    }


def _result(finding: Finding, report: Report, compared: bool) -> _Object:
    result: _Object = {
        "ruleId": finding.rule.id,
        "ruleIndex": list(RULES).index(finding.rule.id),
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [_location(place_of(finding, report), finding)],
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "tracediff/v1": finding.fingerprint,
        },
    }
    if finding.old_place is not None:
        earlier = {"message": {"text": say("earlier_place")}, "id": 1}
        result["relatedLocations"] = [{**_location(finding.old_place), **earlier}]
    if compared:
        held = finding.waiver is not None and finding.waiver.baseline
        result["baselineState"] = "unchanged" if held else "new"
    if finding.waiver is not None and not finding.waiver.since:
        result["suppressions"] = [
            {"kind": "external", "status": "accepted", "justification": signed(finding.waiver)}
        ]
    return result


def _message(finding: Finding) -> str:
    r"""The words, with what would be read as a link escaped, and a link to the earlier edition."""
    text = remark(finding).replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]")
    return f"{text} See [{say('earlier_place')}](1)." if finding.old_place is not None else text


def _location(place: Place, finding: Finding | None = None) -> _Object:
    address = uri(place.path)
    artifact: _Object = {"uri": address}
    if not address.startswith("file:"):
        artifact["uriBaseId"] = "%SRCROOT%"
    region: _Object = {"startLine": place.line, "endLine": place.end_line}
    if place.column is not None:
        region = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
        }
    location: _Object = {"physicalLocation": {"artifactLocation": artifact, "region": region}}
    if finding is not None and finding.section:
        location["logicalLocations"] = [{"name": finding.section, "kind": "section"}]
    return location
