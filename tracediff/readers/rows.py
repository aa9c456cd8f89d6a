"""Rows of cells that hold several lines in, rows out in which each cell is one line.

Where a label of several lines stands beside as many lines of figures, each line is a row of its
own; elsewhere the lines of a cell are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_FIGURE: Final[re.Pattern[str]] = re.compile(
    r"[-+−–~<>≈≤≥(]{0,2}[^\w\s]?[A-Z]{0,3}\s?[\d.][\d,. ]*[^\W\d]{0,3}[%)*†‡§¹²³]{0,3}"
)
_MISSING: Final[frozenset[str]] = frozenset({"-", "–", "—", "n/a", "..", "…"})


def parted(row: Sequence[Sequence[str]]) -> int:
    """Into how many rows a row of cells, each given by its lines, is to be parted.

    >>> parted([["Ships", "Crews"], ["120", "30"]]), parted([["Owners"], ["45", "(12%)"]])
    (2, 1)
    """
    count = len(row[0]) if row else 0
    if count < 2:
        return 1
    others = [lines for lines in row[1:] if lines]
    fits = bool(others) and all(len(lines) == count for lines in others)
    return count if fits and all(_is_value(line) for lines in others for line in lines) else 1


def _is_value(line: str) -> bool:
    return _FIGURE.fullmatch(line) is not None or line in _MISSING


def gap(lines: Sequence[str]) -> str:
    """What stands between the lines of a cell that stay together: a stroke between two figures.

    >>> gap(["120", "30"]), gap(["45", "(12%)"]), gap(["Fiscal", "year"])
    (' / ', ' ', ' ')
    """
    plain = [line for line in lines if not line.startswith("(")]
    figures = len(lines) > 1 and all(_FIGURE.fullmatch(line) for line in lines)
    return " / " if figures and len(plain) == len(lines) else " "
