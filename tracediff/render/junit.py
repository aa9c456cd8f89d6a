"""JUnit XML: a test suite for each pair, a test case for each finding.

Errors and warnings fail, notes pass and say so, what was signed off is skipped with its reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final
from xml.etree import ElementTree

from tracediff.model import Finding, Report, Severity
from tracediff.render.options import Options
from tracediff.render.remarks import place_of, remark, signed, where

# XML 1.0 has no way to write these.
_UNFIT: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write(report: Report, options: Options) -> str:
    """One report."""
    return write_all((report,), options)


def write_all(reports: Sequence[Report], options: Options) -> str:
    """A suite for each report."""
    root = ElementTree.Element("testsuites", name="tracediff")
    for report in reports:
        root.append(_suite(report, options))
    ElementTree.indent(root)
    text = ElementTree.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{text}\n'


def _suite(report: Report, options: Options) -> ElementTree.Element:
    told = [f for f in report.findings if f.waiver is None or not f.waiver.since]
    shown = told[: options.limit]
    name = _fit(report.name or report.new.name)
    failures = [f for f in shown if f.waiver is None and f.severity is not Severity.NOTE]
    waived = [f for f in shown if f.waiver is not None]
    suite = ElementTree.Element(
        "testsuite",
        name=name,
        tests=str(len(shown) or 1),
        failures=str(len(failures)),
        errors="0",
        skipped=str(len(waived)),
        time="0",
    )
    for finding in shown:
        suite.append(_case(finding, report, name))
    if not shown:
        suite.append(ElementTree.Element("testcase", name="no findings", classname=name, time="0"))
    return suite


def _case(finding: Finding, report: Report, suite: str) -> ElementTree.Element:
    name = f"{finding.rule.id} {finding.rule.name} {finding.fingerprint}"
    case = ElementTree.Element("testcase", name=_fit(name), classname=suite, time="0")
    words = _fit(remark(finding))
    body = f"{_fit(where(place_of(finding, report)))}: {words}"
    if finding.waiver is not None:
        ElementTree.SubElement(case, "skipped", message=_fit(signed(finding.waiver)))
        ElementTree.SubElement(case, "system-out").text = body
    elif finding.severity is Severity.NOTE:
        ElementTree.SubElement(case, "system-out").text = body
    else:
        failure = ElementTree.SubElement(
            case, "failure", message=words, type=finding.severity.value
        )
        failure.text = body
    return case


def _fit(text: str) -> str:
    return _UNFIT.sub("\ufffd", text)
