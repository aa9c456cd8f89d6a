"""A timeline as a workbook and as Parquet: the rows of its CSV, with types."""

from __future__ import annotations

import csv
import io
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pyarrow.parquet as pq
import pytest

import tracediff as package
from tests.cli.inside import tracediff
from tests.timeline.making import over, yearly
from tracediff.errors import InputError
from tracediff.model import Timeline
from tracediff.render import TIMELINE_BYTES_RENDERERS, TIMELINE_RENDERERS, Options

FILES = sorted((Path(__file__).parents[2] / "samples" / "timeline").glob("*.md"))


@pytest.fixture(scope="module")
def found() -> Timeline:
    return package.timeline(FILES)


def made(timeline: Timeline, form: str) -> bytes:
    return TIMELINE_BYTES_RENDERERS[form](timeline, Options())


def test_parquet_holds_the_rows_of_the_csv_with_types(found: Timeline) -> None:
    table = pq.read_table(io.BytesIO(made(found, "parquet")))
    text = TIMELINE_RENDERERS["csv"](found, Options())
    rows = list(csv.DictReader(io.StringIO(text)))
    assert table.column_names == list(rows[0])
    assert table.num_rows == len(rows) > 30
    first = table.to_pylist()[0]
    assert first["label"] == rows[0]["label"]
    assert first["value"] == float(rows[0]["value"])
    assert first["start"] == date.fromisoformat(rows[0]["start"])
    assert first["restated"] is False
    assert first["line"] == int(rows[0]["line"])
    assert sum(row["restated"] for row in table.to_pylist()) == 1


def test_a_workbook_has_stories_figures_values_and_statements(found: Timeline) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made(found, "xlsx")))
    assert book.sheetnames == ["Stories", "Figures", "Values", "Statements"]
    assert book["Stories"]["B2"].value == found.stories[0].text
    heads, *rows = book["Figures"].iter_rows(values_only=True)
    assert heads[:4] == ("Label", "Unit", "Section", "2018")
    inspectors = next(row for row in rows if row[0].startswith("Labour inspectors: “"))
    told = dict(zip(heads, inspectors, strict=True))
    assert (told["2019"], told["2021"], told["2022"]) == (85, 81, "not reported")
    assert book["Values"].max_row == 1 + sum(len(run.observations) for run in found.series)
    sentences = [row[2] for row in book["Statements"].iter_rows(values_only=True)]
    assert "Judges should order restitution in every conviction." in sentences


def test_withheld_figures_are_said_to_be_missing_and_no_period_has_no_column() -> None:
    timeline = yearly(
        "The berth fee was 880 francs. No tugs were lost.",
        "The berth fee was 937 francs. No tugs were lost.",
        "The berth fee rose. No tugs were lost.",
    )
    rows = openpyxl.load_workbook(io.BytesIO(made(timeline, "xlsx")))["Figures"].values
    told = {row[0]: row[3:] for row in rows}
    assert told["Label"] == ("2015", "2016", "2017")
    assert told["Berth fee"] == (880, 937, "not reported")


def test_nothing_to_follow_is_an_empty_table_and_an_empty_sheet() -> None:
    timeline = over({f"{year}.md": f"# Tugs {year}\n\nTugs slept.\n" for year in (2015, 2016)})
    table = pq.read_table(io.BytesIO(made(timeline, "parquet")))
    assert (table.num_rows, table.num_columns) == (0, 17)
    book = openpyxl.load_workbook(io.BytesIO(made(timeline, "xlsx")))
    assert book["Figures"].max_row == 1


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [("xlsx", "xlsxwriter.workbook", "xlsx"), ("parquet", "pyarrow", "parquet")],
)
def test_a_missing_extra_is_named_and_nothing_is_written(
    form: str, module: str, extra: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    file, page = tmp_path / f"t.{form}", tmp_path / "t.html"
    with pytest.raises(InputError, match=rf"install the extra \[{extra}\]"):
        made(yearly("Tugs slept.", "Tugs slept."), form)
    ended = tracediff("timeline", *FILES, "--format", f"html:{page}", "--format", f"{form}:{file}")
    assert ended.status == 2
    assert f"[{extra}]" in ended.err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("form", ["xlsx", "parquet"])
def test_the_suffix_of_the_file_tells_the_format(form: str, tmp_path: Path) -> None:
    file = tmp_path / f"t.{form}"
    ended = tracediff("timeline", *FILES, "-o", file)
    assert (ended.status, ended.out) == (0, "")
    assert file.read_bytes()[:3] == {"xlsx": b"PK\x03", "parquet": b"PAR"}[form]
