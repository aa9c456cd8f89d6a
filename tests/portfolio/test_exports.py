"""The tables: their columns are kept as documented, and the queries of the page run on them."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest

from tests.portfolio.making import compared
from tracediff.errors import InputError
from tracediff.model import Portfolio
from tracediff.portfolios import exports as module
from tracediff.portfolios import workbook
from tracediff.portfolios.columns import TABLES, Column, Kind, json_schema
from tracediff.portfolios.entry import csv_lines
from tracediff.portfolios.exports import formats
from tracediff.portfolios.rows import number
from tracediff.portfolios.site import write_site

PAGE = (Path(__file__).parents[2] / "docs" / "portfolio.md").read_text("utf-8")
NEEDED = {
    "pyarrow": "parquet",
    "xlsxwriter": "xlsx",
    "openpyxl": "dev",
    "duckdb": "dev",
    "polars": "dev",
}


def need(name: str) -> Any:
    """A package of an extra; these tests are skipped, loudly, only where it is not installed."""
    return pytest.importorskip(name, reason=f"NOT INSTALLED: {name}, extra [{NEEDED[name]}]")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Portfolio]]:
    top = tmp_path_factory.mktemp("tables")
    found, store = compared(top)
    further = [name for name in module.TABLE_FORMATS if _there(module.TABLE_FORMATS[name][1])]
    write_site(found, store, top / "site", further)
    yield top / "site", found


def _there(name: str) -> bool:
    try:
        __import__(name)
    except ImportError:
        return False
    return True


@pytest.mark.parametrize("table", TABLES)
def test_every_line_fits_the_schema_and_csv_says_the_same(
    site: tuple[Path, Portfolio], table: str
) -> None:
    folder = site[0] / "tables"
    schema = json_schema(table)
    jsonschema.Draft202012Validator.check_schema(schema)
    lines = [json.loads(one) for one in (folder / f"{table}.jsonl").read_text("utf-8").splitlines()]
    assert lines
    for line in lines:
        jsonschema.validate(line, schema)
    with (folder / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == len(lines)
    assert list(rows[0]) == list(lines[0]) == [one.name for one in TABLES[table]]
    for row, line in zip(rows, lines, strict=True):
        for column in TABLES[table]:
            said = line[column.name]
            assert _read(row[column.name], column) == (None if said == "" else said)


def _read(text: str, column: Column) -> object:
    if text == "" and column.kind is not Kind.TEXT:
        return None
    match column.kind:
        case Kind.INTEGER | Kind.NUMBER:
            return float(text)
        case Kind.FLAG:
            return {"true": True, "false": False}[text]
        case Kind.DATE:
            return date.fromisoformat(text).isoformat()
    return text or None


def test_text_that_a_spreadsheet_would_run_is_guarded() -> None:
    columns = TABLES["documents"][:1]
    assert csv_lines(columns, [{"document": '=cmd|" /C calc"!A0'}]) == '"\'=cmd|"" /C calc""!A0"\n'


def test_numbers_are_plain_and_none_where_nothing_holds_them() -> None:
    from decimal import Decimal

    columns = (Column("n", Kind.NUMBER, ""),)
    rows = [{"n": value} for value in (-5.25, 412.0, 1e40, None)]
    assert csv_lines(columns, rows).split() == ["-5.25", "412", "1e+40", '""']
    assert number(Decimal("1E+999")) is None
    assert number(None) is None


def test_documents_come_by_rank_and_what_is_missing_last(site: tuple[Path, Portfolio]) -> None:
    lines = [
        json.loads(one)
        for one in (site[0] / "tables/documents.jsonl").read_text().split("\n")
        if one
    ]
    assert [(one["rank"], one["document"]) for one in lines] == [
        (rank, one.name) for rank, one in enumerate(site[1].documents, 1)
    ]
    assert lines[0]["first_story"] == site[1].first(site[1].documents[0]).text  # type: ignore[union-attr]
    assert (site[0] / lines[0]["page"]).is_file()


def test_a_finding_links_to_its_story(site: tuple[Path, Portfolio]) -> None:
    lines = [
        json.loads(one)
        for one in (site[0] / "tables/findings.jsonl").read_text().split("\n")
        if one
    ]
    told = next(one for one in lines if one["rule"] == "N102")
    page, _, anchor = told["link"].partition("#")
    assert f'id="{anchor}"' in (site[0] / page).read_text("utf-8")
    assert (told["old_value"], told["new_status"]) == (14, "none")
    assert told["new_quote"] in told["new_sentence"]


def test_parquet_has_the_documented_types(site: tuple[Path, Portfolio]) -> None:
    need("pyarrow")
    import pyarrow.parquet as pq

    kinds = {
        Kind.TEXT: "string",
        Kind.INTEGER: "int64",
        Kind.NUMBER: "double",
        Kind.FLAG: "bool",
        Kind.DATE: "date32[day]",
    }
    for table, columns in TABLES.items():
        found = pq.read_table(site[0] / "tables" / f"{table}.parquet")
        assert [(f.name, str(f.type)) for f in found.schema] == [
            (one.name, kinds[one.kind]) for one in columns
        ]
        lines = (site[0] / "tables" / f"{table}.jsonl").read_text("utf-8").splitlines()
        assert found.num_rows == len(lines)
    facts = pq.read_table(site[0] / "tables/facts.parquet").to_pylist()
    assert facts[0]["start"] == date(2020, 1, 1)


def test_parquet_is_written_a_group_of_rows_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("pyarrow")
    import pyarrow.parquet as pq

    monkeypatch.setattr("tracediff.portfolios.parquet._ROWS", 1)
    found, store = compared(tmp_path)
    write_site(found, store, tmp_path / "site", ["parquet"])
    assert pq.ParquetFile(tmp_path / "site/tables/facts.parquet").num_row_groups == 4


def sheet(folder: Path, name: str, rich: bool = False) -> Any:
    need("xlsxwriter")
    openpyxl = need("openpyxl")
    return openpyxl.load_workbook(folder / "tables" / "portfolio.xlsx", rich_text=rich)[name]


def test_the_workbook_shows_removed_words_red_and_added_ones_blue(
    site: tuple[Path, Portfolio],
) -> None:
    found = sheet(site[0], "findings", rich=True)
    heads = [cell.value for cell in found[1]]
    at = heads.index("change")
    assert heads[at - 1] == "message"
    rows = {row[heads.index("rule")].value: row[at].value for row in found.iter_rows(min_row=2)}
    coloured = [
        (part.font.color.rgb, part.font.strike, part.font.u, part.text.strip())
        for part in rows["N102"]
        if hasattr(part, "font") and part.font.color is not None
    ]
    assert ("FFC00000", True, None, "14") in coloured
    assert ("FF0050B0", None, "single", "no") in coloured


def test_the_workbook_has_days_flags_and_links(site: tuple[Path, Portfolio]) -> None:
    facts = sheet(site[0], "facts")
    heads = [cell.value for cell in facts[1]]
    row = dict(zip(heads, facts[2], strict=True))
    assert row["start"].value.date() == date(2020, 1, 1)
    assert row["table_cell"].value is False
    documents = sheet(site[0], "documents")
    page = documents.cell(2, [cell.value for cell in documents[1]].index("page") + 1)
    assert page.hyperlink.target.replace("\\", "/") == f"../{page.value}"


def test_a_full_sheet_goes_on_in_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need("xlsxwriter")
    openpyxl = need("openpyxl")
    monkeypatch.setattr(workbook, "_ROWS", 3)
    found, store = compared(tmp_path)
    write_site(found, store, tmp_path / "site", ["xlsx"])
    book = openpyxl.load_workbook(tmp_path / "site/tables/portfolio.xlsx")
    assert book.sheetnames[:2] == ["documents", "findings"]
    assert {"documents 2", "facts 2"} <= set(book.sheetnames)
    assert book["documents 2"].max_row == 2


def test_what_a_cell_cannot_hold_is_cut_or_written_as_text(tmp_path: Path) -> None:
    need("xlsxwriter")
    openpyxl = need("openpyxl")
    book = workbook.Workbook(tmp_path)
    row: dict[str, Any] = dict.fromkeys(one.name for one in TABLES["facts"])
    long = "a" * 40_000
    book._sheets["facts"].write({**row, "document": "=1+1", "start": "1832-01-01", "quote": long})
    finding: dict[str, Any] = dict.fromkeys(one.name for one in TABLES["findings"])
    for marks in (
        [("-", "gone")],
        [("=", "a "), ("+", long)],
        [("=", "a "), ("+", "b"), ("-", "")],
    ):
        book._sheets["findings"].write(finding, marks)
    book.documents([])
    book.close()
    found = openpyxl.load_workbook(tmp_path / workbook.FILE)
    facts = {cell.value: found["facts"].cell(2, cell.column) for cell in found["facts"][1]}
    assert (facts["document"].value, facts["document"].data_type) == ("=1+1", "s")
    assert facts["start"].value == "1832-01-01"
    assert len(facts["quote"].value) == 32_767
    at = next(cell.column for cell in found["findings"][1] if cell.value == "change")
    assert [found["findings"].cell(n, at).value for n in (2, 3, 4)] == ["gone", None, "a b"]


@pytest.mark.parametrize("query", re.findall(r"```sql\n(.*?)```", PAGE, re.S))
def test_the_duckdb_queries_of_the_page_run(
    site: tuple[Path, Portfolio], query: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("pyarrow")
    duckdb = need("duckdb")
    monkeypatch.chdir(site[0])
    rows = duckdb.sql(query).fetchall()
    assert rows
    if "N102" in query:
        assert [row[0] for row in rows] == ["brin-2021.md"]
    elif "ILIKE" in query:
        assert (2021, 50.0, 3) in rows  # 15, 17 and 18
    else:
        assert {row[0]: row[2] for row in rows}["S401"] == 3


@pytest.mark.parametrize(
    "program", [one for one in re.findall(r"```python\n(.*?)```", PAGE, re.S) if "polars" in one]
)
def test_the_polars_queries_of_the_page_run(
    site: tuple[Path, Portfolio], program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    need("pyarrow")
    need("polars")
    monkeypatch.chdir(site[0])
    names: dict[str, Any] = {}
    exec(program, names)  # the program stands in our own page
    if "ranking" in names:
        (row,) = names["ranking"].to_dicts()
        assert (row["documents"], row["fell_to_none"]) == (4, 1)
    else:
        assert {"document", "relative"} <= set(names["moved"].columns)
        assert names["moved"].height > 2


def test_formats_are_named_once_and_others_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    need("pyarrow")
    need("xlsxwriter")
    assert formats("XLSX, csv,parquet,xlsx,") == ("xlsx", "parquet")
    assert formats(()) == ()
    with pytest.raises(InputError, match="ods: is no format of tables; use parquet, xlsx"):
        formats("ods")

    def missing(name: str) -> ModuleType:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr(module, "import_module", missing)
    with pytest.raises(InputError, match=r"xlsxwriter is not installed; install .* \[xlsx\]"):
        formats("xlsx")


def test_each_column_is_on_the_page() -> None:
    for table, columns in TABLES.items():
        part = PAGE.split(f"<!-- columns: {table} -->")[1].split("<!-- end -->")[0]
        assert re.findall(r"^\| `(\w+)`", part, re.M) == [one.name for one in columns]
