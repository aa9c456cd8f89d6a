"""The currency of cells whose total alone is printed with one."""

from __future__ import annotations

import pytest

from tracediff.extract import extract
from tracediff.model import BlockKind

from .ledger_of import edition_of, table


@pytest.mark.parametrize(
    ("rows", "units"),
    [
        ([("Fees", "420.00"), ("Gifts", "80.50"), ("Total income", "$500.50")], ["USD"] * 3),
        ([("Hay", "1,200"), ("Oats", "300"), ("Total", "€1,500")], ["EUR"] * 3),
        (
            [("Staff", "12"), ("Rent", "300"), ("Heat", "45"), ("Total costs", "£345")],
            [None, "GBP", "GBP", "GBP"],
        ),
        ([("Fees", "420"), ("Gifts", "80"), ("Total", "$510")], [None, None, "USD"]),
        ([("Fees", "420"), ("Total", "$420")], [None, "USD"]),
        ([("Fees", "420"), ("Gifts", "80"), ("Total", "500")], [None, None, None]),
        ([("Fees", "420"), ("Gifts", "none"), ("Rent", "80"), ("Total", "$500")], [None]),
        ([("Fees", "420"), ("Gifts", "80"), ("Best month", "$500")], [None, None, "USD"]),
        ([("Fees", "$420"), ("Gifts", "80 (16%)"), ("Total", "$500")], ["USD", None]),
    ],
)
def test_parts_are_in_the_currency_of_their_total(
    rows: list[tuple[str, str]], units: list[str | None]
) -> None:
    made, lines = table(("Item", "2020"), *rows)
    facts = extract(edition_of(lines, 2020, (made,), (BlockKind.TABLE,) * len(lines)))
    assert [fact.unit for fact in facts][: len(units)] == units
