"""What stands in the cells of a table."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.extract import extract
from tracediff.model import BlockKind, Status
from tracediff.pipeline import ledger, load, read_text

from .ledger_of import edition_of, table


def test_each_numeric_cell_is_a_fact_of_its_row_and_year() -> None:
    made, lines = table(
        ("Overview", "2019", "2020"),
        ("Number of Inspectors", "62 (47)", "1,048"),
        ("Number of Visits Conducted", "213", "0"),
        ("Number Conducted at Night", "Unknown (2)", "749*"),
        ("Routine Visits Made", "Yes", "N/A"),
        ("Ferry Funding", "$4,940,920", "Unknown"),
    )
    facts = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [(f.counted, f.year, f.value, f.status, f.unit) for f in facts] == [
        ("Inspectors", 2019, 62, Status.REPORTED, None),
        ("Inspectors", 2020, 1048, Status.REPORTED, None),
        ("Visits Conducted", 2019, 213, Status.REPORTED, None),
        ("Visits Conducted", 2020, 0, Status.NONE, None),
        ("Visits Conducted at Night", 2019, None, Status.UNKNOWN, None),
        ("Visits Conducted at Night", 2020, 749, Status.REPORTED, None),
        ("Ferry Funding", 2019, 4940920, Status.REPORTED, "USD"),
        ("Ferry Funding", 2020, None, Status.UNKNOWN, None),
    ]
    assert [lines[f.sentence].split(" | ")[0] for f in facts[:2]] == ["Number of Inspectors"] * 2
    assert all(lines[f.sentence][f.at.start : f.at.end] == f.quote for f in facts)


def test_a_row_of_years_is_a_heading() -> None:
    made, lines = table(("Overview", "A", "B"), ("Crimes", "2019", "2020"), ("Arrests", "5", "7"))
    facts = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [f.value for f in facts] == [5, 7]


def test_a_note_with_its_mark_gives_a_cell_its_period(tmp_path: Path) -> None:
    file = tmp_path / "report.md"
    file.write_text(
        "# Inspections 2020\n\n| Overview | 2019 | 2020 |\n|---|---|---|\n"
        "| Number of visits | 412† | 198‡ |\n| Number of fines | 31§ | 28 |\n\n"
        "§ Set by the court.\n\n"
        "† Data are from July 2019 to June 2020.\n\n‡ Data are from July 1 to December 31, 2020.\n"
    )
    periods = [f.period.label for f in load(file, 2020).facts if f.table is not None and f.period]
    assert periods == ["July 2019 – June 2020", "second half of 2020", "2019", "2020"]


def test_a_date_or_a_year_in_a_cell_is_no_figure() -> None:
    made, lines = table(
        ("Overview", "A", "B"),
        ("Last dredged", "12.5.2019", "2019"),
        ("Number of cranes", "3", "2019"),
    )
    facts = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [(f.counted, str(f.value)) for f in facts] == [("cranes", "3"), ("cranes", "2019")]


@pytest.mark.parametrize(
    ("head", "figures"),
    [
        ("Year(s) suggested", 0),
        ("Year of advice", 0),
        ("Boats", 3),
        ("Year-end stock", 3),
    ],
)
def test_cells_below_a_head_that_says_years_are_years_whatever_their_rows_count(
    head: str, figures: int
) -> None:
    rows = ("Publish the total number of fines | 2020", "Raise the budget of the guards | 2019",
            "Set the cost of boats | 2018")  # fmt: skip
    table = "\n".join(f"| {row} |" for row in (f"Advice | {head}", "--- | ---", *rows))
    text = f"# Ports 2021\n\n## Advice\n\nThe ports had 9 cranes.\n\n{table}\n"
    found = ledger(read_text(text, name="ports.md")).reading.facts
    assert len([fact for fact in found if fact.table is not None]) == figures


def test_a_figure_stands_in_its_own_cell_though_another_begins_alike(tmp_path: Path) -> None:
    rows = (
        "| Overview | 2018 | 2019 | 2020 |\n|---|---|---|---|\n"
        "| Number of raids | 12 | 1 | Unknown |\n"
        "| Notes | The council met at length in spring. It gave no reason for it. | 4  (2) | 4 |\n"
    )
    (tmp_path / "a.md").write_text(f"# Norr 2020\n\n{rows}", encoding="utf-8")
    reading = load(tmp_path / "a.md")
    sentences = [reading.edition.sentences[fact.sentence] for fact in reading.facts]
    shown = [s.text[f.at.start : f.at.end] for s, f in zip(sentences, reading.facts, strict=True)]
    assert shown == ["12", "1", "Unknown", "4 (2)", "4"]
    places = [s.locate(f.at).start for s, f in zip(sentences, reading.facts, strict=True)]
    assert places == [f.span.start for f in reading.facts]
    assert len(set(places)) == 5


def test_rows_set_in_belong_to_the_row_above_them(tmp_path: Path) -> None:
    rows = (("Ships", 0, 120), ("Other", 20, 12), ("Crews", 0, 90), ("Other", 20, 13))
    body = "".join(
        f'<tr><td style="padding-left:{indent}px">{label}</td><td>{value}</td></tr>'
        for label, indent, value in rows
    )
    file = tmp_path / "quay.html"
    file.write_text(
        "<html><head><title>Quay report 2023</title></head><body><main><h1>Quay report 2023</h1>"
        f"<p>The quay is old.</p><table><tr><th>Item</th><th>2023</th></tr>{body}</table></main>"
        "</body></html>"
    )
    assert [(f.label, str(f.value)) for f in load(file).facts] == [
        ("Ships", "120"), ("Ships, other", "12"), ("Crews", "90"), ("Crews, other", "13"),
    ]  # fmt: skip


def test_a_blank_beside_a_cell_of_prose_is_no_figure_left_out(tmp_path: Path) -> None:
    prose = "The old quay was closed for most of the year. It was opened again in March."
    rows = (
        "| Port | Ships | Crews | State |", "|---|---|---|---|", "| Orsk | 120 | 4 | open |",
        f"| Lume | | 5 | {prose} |", "| Karsk | 30 | | open |", "| Torv | 40 | 6 | open |",
        "| Vik | 50 | 7 | open |",
    )  # fmt: skip
    file = tmp_path / "quay.md"
    file.write_text("\n".join(("# Quay report 2023", "", "The quay is old.", "", *rows, "")))
    assert [(f.label, f.value and int(f.value)) for f in load(file).facts] == [
        ("Orsk, Ships", 120), ("Orsk, Crews", 4), ("Lume, Crews", 5),
        ("Karsk, Ships", 30), ("Karsk, Crews", None), ("Torv, Ships", 40), ("Torv, Crews", 6),
        ("Vik, Ships", 50), ("Vik, Crews", 7),
    ]  # fmt: skip


def test_a_figure_is_dated_by_its_table_or_not_at_all(tmp_path: Path) -> None:
    file = tmp_path / "quay.md"
    for head, dated in (("2023", True), ("Q1 2023", True), ("Q1", False), ("Ships", False)):
        rows = (f"| Port | {head} |", "|---|---|", "| Orsk | 5 |")
        file.write_text("\n".join(("# Quay report 2023", "", "The quay is old.", "", *rows, "")))
        (only,) = load(file).facts
        assert (only.dated, only.year) == (dated, 2023)
