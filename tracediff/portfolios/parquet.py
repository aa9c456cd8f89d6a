"""The tables as Parquet, with the types of their columns."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, Final

import pyarrow as pa
import pyarrow.parquet as pq

from tracediff.portfolios.columns import SCHEMA_VERSION, TABLES, Kind
from tracediff.portfolios.entry import Entry
from tracediff.portfolios.exports import OF_EACH
from tracediff.portfolios.rows import Row

_TYPES: Final[dict[Kind, Any]] = {
    Kind.TEXT: pa.string(),
    Kind.INTEGER: pa.int64(),
    Kind.NUMBER: pa.float64(),
    Kind.FLAG: pa.bool_(),
    Kind.DATE: pa.date32(),
}
_ROWS: Final = 20_000  # of a group: some 10 MB while it is put together


def schema(table: str) -> Any:
    """The schema of a table's file; each field carries its meaning."""
    fields = [
        pa.field(one.name, _TYPES[one.kind], metadata={"meaning": one.meaning})
        for one in TABLES[table]
    ]
    return pa.schema(fields, metadata={"tracediff.schema_version": str(SCHEMA_VERSION)})


class Parquet:
    """A file for each table, written a group of rows at a time."""

    def __init__(self, folder: Path) -> None:
        """Begin each file."""
        self._waiting: dict[str, list[Row]] = {table: [] for table in TABLES}
        self._writers: dict[str, Any] = {
            table: pq.ParquetWriter(folder / f"{table}.parquet", schema(table), compression="zstd")
            for table in TABLES
        }

    def add(self, entry: Entry) -> None:
        """Take the rows of a finished document."""
        for table in OF_EACH:
            self._take(table, entry.rows(table))

    def documents(self, rows: Sequence[Row]) -> None:
        """Take the rows of the documents themselves."""
        self._take("documents", rows)

    def close(self) -> None:
        """Write what is left, and close the files."""
        for table, writer in self._writers.items():
            self._flush(table)
            writer.close()

    def _take(self, table: str, rows: Sequence[Row]) -> None:
        self._waiting[table] += rows
        if len(self._waiting[table]) >= _ROWS:
            self._flush(table)

    def _flush(self, table: str) -> None:
        rows, self._waiting[table] = self._waiting[table], []
        if not rows:
            return
        days = [one.name for one in TABLES[table] if one.kind is Kind.DATE]
        dated = [
            {**row, **{day: row[day] and date.fromisoformat(row[day]) for day in days}}
            for row in rows
        ]
        self._writers[table].write_table(pa.Table.from_pylist(dated, schema(table)))
