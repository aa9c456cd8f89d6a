"""The workbook, read back by another program."""

from __future__ import annotations

import io
import sys
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell.rich_text import CellRichText
from openpyxl.workbook import Workbook

from tests.cli.inside import tracediff
from tests.render.reports import empty, report, told
from tracediff.errors import InputError
from tracediff.pipeline import compare
from tracediff.render import BYTES_RENDERERS, Options, xlsx


def book(options: Options | None = None) -> Workbook:
    data = BYTES_RENDERERS["xlsx"](told(report()), options or Options())
    return load_workbook(io.BytesIO(data), rich_text=True)


def column(found: Workbook, sheet: str, head: str) -> list[object]:
    rows = list(found[sheet].iter_rows(values_only=True))
    at = rows[0].index(head)
    return [row[at] for row in rows[1:]]


def test_a_sheet_each_with_frozen_heads_and_a_filter() -> None:
    found = book()
    assert found.sheetnames == ["Stories", "Figures", "Checks", "Gone", "New"]
    for sheet in found.worksheets:
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref is not None
        assert sheet.auto_filter.ref.startswith("A1:")


def test_stories_and_checks_are_those_of_the_report() -> None:
    made, found = told(report()), book()
    assert column(found, "Stories", "Headline") == [story.headline for story in made.listed]
    assert column(found, "Checks", "Headline") == [check.headline for check in made.checks]
    assert len(column(book(Options(limit=2)), "Stories", "Rank")) == 2
    assert column(found, "Stories", "Where")[0] == "veldmark-2022, line 2"


def test_changed_words_have_looks_of_their_own() -> None:
    was, now = (column(book(), "Stories", head) for head in ("It was", "It is"))
    rich = next(cell for cell in was if isinstance(cell, CellRichText))
    assert any(getattr(part, "font", None) and part.font.strike for part in rich)
    assert any(isinstance(cell, CellRichText) for cell in now)


def test_figures_are_numbers_with_their_sentence() -> None:
    found = book()
    values = column(found, "Figures", "Value")
    assert values[:2] == [412, 6340]
    assert column(found, "Figures", "Status")[10] == "not reported"
    assert column(found, "Figures", "Link")[0] == "reports/veldmark-2021.txt:2"
    assert column(found, "Gone", "Sentence") == [
        "The ministry ran an awareness campaign in all eight provinces."
    ]
    assert len(column(found, "New", "Sentence")) == 1


def test_whole_numbers_have_no_point_and_fractions_keep_theirs(tmp_path: Path) -> None:
    for year, kilos, least in ((2023, "4.25", "at least 180"), (2024, "4.5", "at least 1,210")):
        text = (
            f"# Ports {year}\n\nThe port inspected {least} ships. A net weighs {kilos} kilograms.\n"
        )
        (tmp_path / f"{year}.md").write_text(text, encoding="utf-8")
    made = compare(str(tmp_path / "2023.md"), str(tmp_path / "2024.md"))
    data = BYTES_RENDERERS["xlsx"](told(made), Options())
    found = load_workbook(io.BytesIO(data))
    looks = {cell.value: cell.number_format for cell in found["Figures"]["C"][1:]}
    assert (looks[1210], looks[4.25]) == ("#,##0", "#,##0.##########")
    assert "at least" in column(found, "Figures", "Bound")


def test_nothing_in_a_text_becomes_a_formula_or_a_link() -> None:
    made = report()
    finding = replace(made.findings[0], message="=1+1")
    live = told(replace(made, findings=(finding,)))
    stories = tuple(replace(story, headline="=HYPERLINK(1)") for story in live.stories)
    data = BYTES_RENDERERS["xlsx"](replace(live, stories=stories), Options())
    cell = load_workbook(io.BytesIO(data))["Stories"]["B2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_the_same_report_has_the_same_bytes() -> None:
    first, second = (BYTES_RENDERERS["xlsx"](empty(), Options(title="T")) for _ in range(2))
    assert first == second


def test_bounds_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "_ROWS", 3)
    monkeypatch.setattr(xlsx, "_MOST", 20)
    found = book()
    assert column(found, "Figures", "Edition")[-1] == "There are more; the other formats have all."
    assert all(len(str(cell)) <= 20 for cell in column(found, "Stories", "It was") if cell)


def test_evidence_may_be_missing_or_on_a_page() -> None:
    made = told(report())
    bare = replace(made.findings[0], old=None, new=None)
    stories = (replace(made.stories[0], findings=(bare,)),)
    sentences = tuple(replace(one, page=3) for one in made.new.sentences)
    edition = replace(made.new, sentences=sentences)
    reading = replace(made.comparison.new, edition=edition)
    paged = replace(made, comparison=replace(made.comparison, new=reading))
    data = BYTES_RENDERERS["xlsx"](replace(paged, stories=(*stories, *made.stories)), Options())
    where = column(load_workbook(io.BytesIO(data)), "Stories", "Where")
    assert where[0] is None
    assert "veldmark-2022, line 2, page 3" in where


def test_without_the_extra_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter.workbook", None)
    with pytest.raises(InputError, match=r"pip install XlsxWriter, or install the extra \[xlsx\]"):
        BYTES_RENDERERS["xlsx"](empty(), Options())


def test_it_is_written_by_suffix_and_never_to_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("# A\n\nThe port had 12 ships in 2023.\n", encoding="utf-8")
    (tmp_path / "b.md").write_text("# A\n\nThe port had 15 ships in 2024.\n", encoding="utf-8")
    ended = tracediff("compare", "a.md", "b.md", "-o", "out.xlsx", folder=tmp_path)
    assert ended.status == 0, ended.err
    assert load_workbook(tmp_path / "out.xlsx")["Figures"]["C2"].value == Decimal(12)
    call = ("check", "b.md", "--against", "a.md", "--format")
    assert tracediff(*call, "xlsx:{pair}.xlsx", folder=tmp_path).status == 0
    assert (tmp_path / "b.md.xlsx").is_file()
    assert tracediff(*call, "xlsx", "-o", "one.xlsx", folder=tmp_path).status == 0
    monkeypatch.setattr("tracediff.cli.targets.on_terminal", lambda: True)
    refused = tracediff(*call, "xlsx", folder=tmp_path)
    assert "xlsx is no text; write it to a file with -o" in refused.err
