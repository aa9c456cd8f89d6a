"""What stands in the cells of a table."""

from __future__ import annotations

from tracediff.extract import extract
from tracediff.model import BlockKind, Status

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
