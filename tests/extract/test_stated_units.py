"""Units that a text states once for the tables that do not repeat them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracediff.extract.tables.stated import stated_unit
from tracediff.pipeline import load

_TABLE = """
| Line | 2020 | 2019 |
|---|---|---|
| Revenue | 4,512 | 4,100 |
| Staff costs | 2,300 | 2,150 |
| Earnings per share | 1.20 | 1.10 |
| Number of ferries | 12 | 11 |
| Employees | 312 | 300 |
| Gross margin (%) | 49.0 | 47.6 |
"""


def _units(tmp_path: Path, text: str) -> dict[str, str | None]:
    file = tmp_path / "report.md"
    file.write_text(text)
    return {f.label: f.unit for f in load(file, 2020).facts if f.table is not None}


def test_a_unit_stated_for_the_whole_report_is_that_of_its_tables_of_money(tmp_path: Path) -> None:
    said = "All amounts are in thousands of US dollars unless otherwise stated."
    assert _units(tmp_path, f"# Report 2020\n\n{said}\n\n## Results\n{_TABLE}") == {
        "Revenue": "thousand USD",
        "Staff costs": "thousand USD",
        "Earnings per share": None,
        "ferries": None,
        "Employees": None,
        "Gross margin, share": "%",
    }


def test_a_table_of_other_things_has_no_part_in_it(tmp_path: Path) -> None:
    said = "The financial statements are presented in millions of Canadian dollars."
    rows = "| Port | 2020 |\n|---|---|\n| Orr | 512 |\n| Lume | 230 |\n"
    found = _units(
        tmp_path, f"# Report 2020\n\n{said}\n\n## Visits\n\n{rows}\n## Results\n{_TABLE}"
    )
    assert [found["Orr"], found["Lume"]] == [None, None]
    assert found["Revenue"] == "million canadian dollar"


@pytest.mark.parametrize(
    "text",
    [
        "## Shops\n\n{}\nNote: figures in millions of euros.\n",
        "## Shops\n\nFigures below are shown in € million.\n\nThey were audited in May.\n\n{}\n",
        "## Sales (€ million)\n\nText.\n\n### Shops\n\n{}\n",
        "## Sales\n\nAmounts in € million. They were audited.\n\n### Shops\n\n{}\n",
    ],
)
def test_the_nearest_statement_is_that_of_a_table(tmp_path: Path, text: str) -> None:
    rows = "| Sales | 2020 |\n|---|---|\n| Orr | 512 |\n| Lume | 230 |\n"
    said = "All amounts are in thousands of US dollars unless otherwise stated."
    found = _units(tmp_path, f"# Report 2020\n\n{said}\n\n{text.format(rows)}")
    assert found == {"Orr": "million EUR", "Lume": "million EUR"}


def test_a_note_is_of_the_table_above_it_and_a_lead_of_the_one_below(tmp_path: Path) -> None:
    rows = "| Sales | 2020 |\n|---|---|\n| {} | 512 |\n"
    text = f"## Shops\n\n{rows.format('Orr')}\nNote: in millions of euros.\n\n{rows.format('Lume')}"
    assert _units(tmp_path, f"# Report 2020\n\n{text}\n") == {"Orr": "million EUR", "Lume": None}


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("(in thousands)", (None, 1000)),
        ("Amounts expressed in US$'000 unless otherwise indicated", ("USD", 1000)),
        ("Monetary amounts in this report are quoted in Swiss francs.", ("swiss franc", 1)),
        ("All figures in NZ$ million except where noted.", ("new zealand dollar", 10**6)),
        ("Tables are in kilometres.", None),
        ("Figures in Canadian.", None),
        ("The amounts paid in euros are small.", None),
        ("The figures in chapter 3 are new.", None),
    ],
)
def test_a_sentence_states_a_unit_of_money_or_a_scale(
    text: str, unit: tuple[str | None, int] | None
) -> None:
    found = stated_unit(text)
    assert (None if found is None else (found.name, int(found.scale))) == unit
