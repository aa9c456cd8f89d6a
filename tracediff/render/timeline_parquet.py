"""A timeline's figures as Parquet: the rows of the CSV, with the types of their columns.

pyarrow is an extra of its own.
"""

from __future__ import annotations

import io
from typing import Any, Final

from tracediff.errors import InputError
from tracediff.model import Timeline
from tracediff.render.options import Options
from tracediff.render.timeline_csv import HEADS, rows

_DAYS: Final = ("start", "end")
_WHOLE: Final = ("line", "page")
_YES_OR_NO: Final = ("restated", "possible")


def write(timeline: Timeline, options: Options) -> bytes:
    """A row for each observation. Raises ``InputError`` where pyarrow is missing."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise InputError(
            "parquet: pyarrow is not installed; pip install pyarrow, or install the extra [parquet]"
        ) from None
    columns = list(zip(*rows(timeline), strict=True)) or [()] * len(HEADS)
    arrays = [
        pa.array(_values(head, held), _type(pa, head))
        for head, held in zip(HEADS, columns, strict=True)
    ]
    out = io.BytesIO()
    pq.write_table(pa.table(arrays, names=list(HEADS)), out, compression="zstd")
    return out.getvalue()


def _type(pa: Any, head: str) -> Any:
    if head in _DAYS:
        return pa.date32()
    if head in _WHOLE:
        return pa.int64()
    if head == "value":
        return pa.float64()
    return pa.bool_() if head in _YES_OR_NO else pa.string()


def _values(head: str, held: tuple[Any, ...]) -> list[Any]:
    if head == "value":
        return [None if one is None else float(one) for one in held]
    return [bool(one) for one in held] if head in _YES_OR_NO else list(held)
