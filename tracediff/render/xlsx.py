"""Excel: stories, figures, checks, what is gone and what is new, a sheet each, with filters.

Changed words are struck through or underlined in their cell. Text of the editions is written as
text: nothing in it can become a formula or a link. XlsxWriter is an extra of its own.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from tracediff.errors import InputError
from tracediff.model import EditKind, Evidence, Fact, Finding, Report, Side, Story
from tracediff.render.appendix import one_sided
from tracediff.render.excerpt import Excerpts
from tracediff.render.options import Options
from tracediff.render.passages import Passages, TextRun, passages
from tracediff.render.visible import visible
from tracediff.wording import values
from tracediff.wording.strings import say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MOST: Final = 32_000  # characters; a cell holds 32,767
_ROWS: Final = 100_000  # of a sheet
_WIDTHS: Final = {"narrow": 9, "middle": 22, "wide": 60}
_DAY: Final = datetime(1980, 1, 1)

Rich = Sequence[TextRun]
SheetValue = str | int | float | Decimal | None | Rich

_STORIES: Final = (
    ("rank", "narrow"), ("headline", "wide"), ("topic", "middle"), ("severity", "narrow"),
    ("rule", "middle"), ("old_words", "wide"), ("new_words", "wide"), ("where", "middle"),
    ("fingerprint", "middle"),
)  # fmt: skip
_FIGURES: Final = (
    ("edition", "middle"), ("label", "wide"), ("value", "narrow"), ("unit", "narrow"),
    ("status", "middle"), ("bound", "narrow"), ("period", "middle"), ("section", "middle"),
    ("quote", "middle"), ("sentence_column", "wide"), ("line_column", "narrow"),
    ("page_column", "narrow"), ("link", "middle"),
)  # fmt: skip
_CHECKS: Final = (
    ("rank", "narrow"), ("headline", "wide"), ("finding_of", "wide"), ("section", "middle"),
    ("where", "middle"), ("fingerprint", "middle"),
)  # fmt: skip
_ONE_SIDED: Final = (
    ("section", "middle"), ("sentence_column", "wide"), ("line_column", "narrow"),
    ("page_column", "narrow"),
)  # fmt: skip


def write(report: Report, options: Options) -> bytes:
    """The workbook. Raises ``InputError`` where XlsxWriter is missing."""
    book, out = begun(options.title or report.new.title)
    sheets = Sheets(book)
    there = passages(report)
    sheets.add(say("sheet_stories"), _STORIES, _stories(there, options))
    sheets.add(say("sheet_figures"), _FIGURES, _figures(report))
    sheets.add(say("sheet_checks"), _CHECKS, _checks(there))
    sheets.add(say("sheet_gone"), _ONE_SIDED, _alone(report, Side.OLD))
    sheets.add(say("sheet_new"), _ONE_SIDED, _alone(report, Side.NEW))
    book.close()
    return out.getvalue()


def begun(title: str) -> tuple[Workbook, io.BytesIO]:
    """A workbook, and the bytes that it will be. Raises ``InputError`` without XlsxWriter."""
    try:
        from xlsxwriter.workbook import Workbook
    except ImportError:
        raise InputError(
            "xlsx: XlsxWriter is not installed; pip install XlsxWriter, or install the extra [xlsx]"
        ) from None
    out = io.BytesIO()
    safe = {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    book = Workbook(out, safe)
    book.set_properties({"title": title, "created": _DAY})
    return book, out


class Sheets:
    """The sheets of a workbook, alike in looks."""

    def __init__(self, book: Workbook) -> None:
        """Make the looks that cells have."""
        self.book = book
        self.head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        self.cell = book.add_format({"text_wrap": True, "valign": "top"})
        # a fraction has a format of its own: Excel shows its point behind a whole number too
        looks = {"valign": "top", "align": "right", "indent": 1}
        self.whole = book.add_format({**looks, "num_format": "#,##0"})
        self.fraction = book.add_format({**looks, "num_format": "#,##0.##########"})
        self.plain = book.add_format({})
        self.looks: dict[EditKind, Format] = {
            EditKind.DELETED: book.add_format({"font_strikeout": True, "font_color": "#B3261E"}),
            EditKind.INSERTED: book.add_format({"underline": 1, "font_color": "#146C2E"}),
        }

    def add(
        self,
        name: str,
        columns: Sequence[tuple[str, str]],
        lines: Iterable[Sequence[SheetValue]],
        further: Sequence[str] = (),
    ) -> None:
        """A sheet with frozen heads and a filter over all its columns; ``further`` are narrow."""
        heads = [*(say(key) for key, _ in columns), *further]
        columns = [*columns, *((head, "narrow") for head in further)]
        sheet = self.book.add_worksheet(name)
        for at, (head, (_, width)) in enumerate(zip(heads, columns, strict=True)):
            sheet.set_column(at, at, _WIDTHS[width])
            sheet.write_string(0, at, head, self.head)
        last = 0
        for last, line in enumerate(lines, start=1):
            if last > _ROWS:
                sheet.write_string(last, 0, say("more_rows"), self.cell)
                break
            for at, value in enumerate(line):
                self._write(sheet, last, at, value)
            sheet.set_row(last, _height(columns, line))
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), len(columns) - 1)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)

    def _write(self, sheet: Worksheet, row: int, column: int, value: SheetValue) -> None:
        if value is None or value == "":
            return
        if isinstance(value, int | float | Decimal):
            look = self.whole if value == int(value) else self.fraction
            sheet.write_number(row, column, float(value), look)
        elif isinstance(value, str):
            sheet.write_string(row, column, visible(value)[:_MOST], self.cell)
        else:
            self._write_rich(sheet, row, column, value)

    def _write_rich(self, sheet: Worksheet, row: int, column: int, runs: Rich) -> None:
        """Words in their looks; a text of one look, or too long for a cell, is written plain."""
        shown = [(visible(run.text), run.kind) for run in runs if run.text]
        whole = "".join(text for text, _ in shown)
        if len(shown) < 2 or len(whole) > _MOST:
            look = self.cell
            sheet.write_string(row, column, whole[:_MOST], look)
            return
        parts: list[Any] = []
        for text, kind in shown:
            parts += [self.looks.get(kind, self.plain), text]
        sheet.write_rich_string(row, column, *parts, self.cell)


def _height(columns: Sequence[tuple[str, str]], line: Sequence[SheetValue]) -> float:
    """The height of a row in points: not every program fits rows to words in several looks."""
    lines = 1
    for (_, width), value in zip(columns, line, strict=True):
        if value is not None and not isinstance(value, int | float | Decimal):
            text = value if isinstance(value, str) else "".join(run.text for run in value)
            lines = max(lines, -(-len(text) // _WIDTHS[width]))
    return min(15.0 * lines, 409.0)


def _stories(there: Passages, options: Options) -> Iterator[Sequence[SheetValue]]:
    report = there.report
    for rank, story in enumerate(report.listed[: options.limit], start=1):
        first = story.findings[0]
        yield (
            rank,
            story.headline,
            story.topic,
            say(f"severity_{first.severity.value}"),
            f"{first.rule.id} {first.rule.name}",
            _words(there, story, Side.OLD),
            _words(there, story, Side.NEW),
            _where(report, first.new or first.old),
            first.fingerprint,
        )


def _words(there: Passages, story: Story, side: Side) -> Rich:
    """The sentence of one side that shows a story, with what changed in it."""
    quotes = (quote for finding in story.findings for quote in there.quotes(finding))
    found = next((quote for quote in quotes if quote.side is side), None)
    return () if found is None else there.runs(found.side, found.sentence)


def _checks(there: Passages) -> Iterator[Sequence[SheetValue]]:
    report = there.report
    for rank, check in enumerate(report.checks, start=1):
        first: Finding = check.findings[0]
        place = _where(report, first.new or first.old)
        yield rank, check.headline, first.message, first.section, place, first.fingerprint


def _figures(report: Report) -> Iterator[Sequence[SheetValue]]:
    for side in Side:
        reading = report.comparison.old if side is Side.OLD else report.comparison.new
        shown = Excerpts(reading.edition, reading.facts)
        for fact in reading.facts:
            yield _figure(report, side, fact, shown.of(fact))


def _figure(report: Report, side: Side, fact: Fact, shown: str) -> Sequence[SheetValue]:
    edition = report.old if side is Side.OLD else report.new
    sentence = edition.sentences[fact.sentence]
    return (
        report.label(side),
        fact.name,
        fact.value,
        fact.unit,
        say(fact.status.value),
        fact.bound.value.replace("_", " "),
        values.when(fact) if fact.period else "",
        edition.section_of(sentence).title,
        fact.quote,
        shown,
        sentence.line,
        sentence.page,
        f"{edition.path}:{sentence.line}",
    )


def _alone(report: Report, side: Side) -> Iterator[Sequence[SheetValue]]:
    edition = report.old if side is Side.OLD else report.new
    for part in one_sided(report, side):
        for at in part.sentences:
            sentence = edition.sentences[at]
            yield part.title or say("untitled"), sentence.text, sentence.line, sentence.page


def _where(report: Report, evidence: Evidence | None) -> str:
    if evidence is None:
        return ""
    edition = report.old if evidence.side is Side.OLD else report.new
    sentence = edition.sentences[evidence.sentence]
    page = f", {say('page', page=sentence.page)}" if sentence.page is not None else ""
    return f"{edition.name}, {say('line', line=sentence.line)}{page}"
