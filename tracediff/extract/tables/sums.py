"""The rows of a table in, out the currency that only their total is printed with.

Accounts print the sign of a currency at the total of a column only: "Fees 420.00, Gifts 80.00,
Total $500.00". A total in dollars that is the sum of the cells above it is a sum of dollars.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Final

from tracediff.extract.tables.cells import Amount
from tracediff.extract.tables.grid import Grid
from tracediff.extract.tables.nils import is_dash
from tracediff.extract.tables.rows import Row
from tracediff.extract.tables.units import Unit
from tracediff.lexicon.cells import SUBTOTALS, TOTALS


def currencies(read: Sequence[Row], grid: Grid) -> Mapping[tuple[int, int], Unit]:
    """The currency of each cell that a total in a currency adds up, by row and column."""
    found: dict[tuple[int, int], Unit] = {}
    for number, row in enumerate(read):
        if row.label.casefold().partition(" ")[0] not in _SUMS:
            continue
        for at in range(row.first, len(row.cells)):
            total = _only(grid, row, at)
            if total is not None and total.unit is not None and total.unit.money:
                found |= dict.fromkeys(_parts(read[:number], grid, at, total), total.unit)
    return found


_SUMS: Final = TOTALS | SUBTOTALS


def _parts(above: Sequence[Row], grid: Grid, at: int, total: Amount) -> Iterator[tuple[int, int]]:
    """The cells right above a total that add up to it; none where nothing does."""
    held: list[tuple[int, int]] = []
    left = total.value
    for row in reversed(above):
        amount = _only(grid, row, at)
        if amount is None or amount.value is None or left is None:
            return
        held.append((row.index, at))
        left -= amount.value
        if left == Decimal(0) and len(held) > 1:
            yield from held
            return


def _only(grid: Grid, row: Row, at: int) -> Amount | None:
    """The amount of a cell that holds one."""
    found = grid.amounts(row.index, at) if at < len(row.cells) else ()
    if not found and at < len(row.cells) and is_dash(grid.texts[row.index][at]):
        return Amount(0, 1, Decimal(0))
    return found[0] if len(found) == 1 else None
