"""CSV: findings, or the figures of one edition, as rows for a spreadsheet.

A spreadsheet runs a cell that begins with an equals sign; such text gets an apostrophe before it,
which a spreadsheet does not show. Some split rows at semicolons, tabs or line breaks inside a cell,
so that what follows one of these is guarded too. Numbers are written plain, so that they stay
numbers.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO
from typing import Final

from tracediff.model import Evidence, Fact, Finding, Ledger, Reading, Report, Side
from tracediff.render.excerpt import Excerpts
from tracediff.render.options import Options
from tracediff.render.visible import visible

_LIVE: Final = re.compile(r"""(^|[;\t\r\n])([ "']*)(?=[=+\-@|%＝＋－＠])""")
_BREAKS: Final = frozenset("\t\r\n")

FINDINGS: Final = (
    "rank", "severity", "rule", "name", "message", "section", "measure", "period",
    "old_value", "new_value", "absolute", "relative", "old_quote", "old_sentence", "old_line",
    "old_page", "new_quote", "new_sentence", "new_line", "new_page", "fingerprint", "waiver",
    "old_status", "new_status", "old_edition", "new_edition",
)  # fmt: skip
FACTS: Final = (
    "value", "status", "bound", "unit", "counted", "measure", "period", "start", "end", "kind",
    "quote", "sentence", "section", "line", "page", "certainty",
)  # fmt: skip


def write(report: Report, options: Options) -> str:
    """A row for each finding, gravest first."""
    shown = report.findings[: options.limit]
    return _sheet(FINDINGS, (_finding(report, rank, one) for rank, one in enumerate(shown, 1)))


def write_facts(ledger: Ledger, options: Options) -> str:
    """A row for each figure, in the order of the text."""
    reading = ledger.reading
    shown = Excerpts(reading.edition, reading.facts)
    return _sheet(FACTS, (_fact(reading, fact, shown) for fact in reading.facts[: options.limit]))


def _finding(report: Report, rank: int, finding: Finding) -> list[object]:
    change = finding.change
    return [
        rank, finding.severity.value, finding.rule.id, finding.rule.name, finding.message,
        finding.section, finding.measure, finding.period,
        change and change.old, change and change.new, change and change.absolute,
        change and change.relative,
        *_evidence(report, finding.old), *_evidence(report, finding.new), finding.fingerprint,
        finding.waiver and finding.waiver.reason,
        _status(report, finding.old), _status(report, finding.new),
        _edition(report, finding.old), _edition(report, finding.new),
    ]  # fmt: skip


def _status(report: Report, evidence: Evidence | None) -> str:
    """Whether the figure is one, or why there is none."""
    if evidence is None or evidence.fact is None:
        return ""
    comparison = report.comparison
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.facts[evidence.fact].status.value


def _edition(report: Report, evidence: Evidence | None) -> str:
    """The edition whose words a piece of evidence quotes; a new one may give last year's figure."""
    return "" if evidence is None else report.labels[evidence.side is Side.NEW]


def _evidence(report: Report, evidence: Evidence | None) -> list[object]:
    if evidence is None:
        return ["", "", "", ""]
    edition = report.old if evidence.side is Side.OLD else report.new
    sentence = edition.sentences[evidence.sentence]
    return [evidence.quote, sentence.text, sentence.line, sentence.page]


def _fact(reading: Reading, fact: Fact, shown: Excerpts) -> list[object]:
    sentence = reading.edition.sentences[fact.sentence]
    period = fact.period
    return [
        fact.value, fact.status.value, fact.bound.value, fact.unit, fact.counted, fact.measure,
        period and period.label, period and period.start, period and period.end, fact.kind.value,
        fact.quote, shown.of(fact), reading.edition.section_of(sentence).title, sentence.line,
        sentence.page, fact.certainty,
    ]  # fmt: skip


def _sheet(heads: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    sheet = StringIO()
    writer = csv.writer(sheet, lineterminator="\n")
    writer.writerow(heads)
    writer.writerows([cell(value) for value in row] for row in rows)
    return sheet.getvalue()


def cell(value: object) -> str:
    """A value as a cell: plain, and guarded where a spreadsheet would run it."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value:f}" if abs(value.adjusted()) < 30 else f"{value:E}"
    text = visible(str(value))
    guarded = _LIVE.sub(r"\1'\2", text)
    return f"'{guarded}" if text[:1] in _BREAKS else guarded
