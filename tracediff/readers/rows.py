"""Rows of cells that hold several lines in, rows out in which each cell is one line.

Where a label of several lines stands beside as many lines of figures, each line is a row of its
own; elsewhere the lines of a cell are joined.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, TypeVar

_Cell = TypeVar("_Cell")
_FIGURE: Final[re.Pattern[str]] = re.compile(
    r"[-+−–~<>≈≤≥(]{0,2}[^\w\s]?[A-Z]{0,3}\s?[\d.][\d,. ]*[^\W\d]{0,3}[%)*†‡§¹²³]{0,3}"
)
_VALUE: Final[re.Pattern[str]] = re.compile(
    r"[~<>≤≥±+\-−–(]{0,2}\s?(?:[A-Z]{0,3}[$€£¥]|[A-Z]{3}\s)?\s?\d[\d.,'\u00a0\u202f ]*"
    r"\s?(?:%|percent|per cent|[kKmMbB]n?|million|billion|thousand|[a-zA-Z]{1,3})?[)*†‡+%]{0,2}"
)
_VERSION: Final[re.Pattern[str]] = re.compile(r"\d+(?:\.\d+){2,9}")
_YEAR: Final[re.Pattern[str]] = re.compile(
    r"(?:FY ?)?(?:19|20)\d\d(?: ?[-/–] ?\d\d(?:\d\d)?)?[*†]?"
)
_DIGIT: Final[re.Pattern[str]] = re.compile(r"\d")
_NAMING: Final = 2  # words around the figures of a value: "12 gold"
_LABEL: Final[int] = 80  # characters of a label that has no other rows beside it
_WIDEST: Final[int] = 24  # columns of rows that are no table's
_BLANK: Final[frozenset[str]] = frozenset({"", "-", "–", "—", "n/a", "N/A", "..", "…"})
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


def is_figure(text: str) -> bool:
    """Whether a short text is nothing but a figure with its sign and unit.

    >>> is_figure("$1.2 million"), is_figure("(1,087)"), is_figure("8.10.4"), is_figure("No")
    (True, True, False, False)
    """
    return _VALUE.fullmatch(text) is not None and _VERSION.fullmatch(text) is None


def is_grid(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells are those of a table: as wide, one column of labels, the others of
    figures, below a head or without one.

    >>> is_grid([["86%", "986", "Yes"], ["11%", "122", "No"]])
    True
    >>> is_grid([["Port", "2020", "2021"], ["Orsk", "5", "–"], ["Vik", "7", "8"]])
    True
    >>> is_grid([["North", "a port"], ["South", "45"]])
    False
    """
    if len(rows) < 2 or len({len(row) for row in rows}) > 1 or not 2 <= len(rows[0]) <= _WIDEST:
        return False
    years = any(map(_YEAR.fullmatch, rows[0]))
    body = rows[1:] if (years or len(rows) > 2) and _heads(rows) else rows
    columns = [
        [cell for cell in column if cell not in _BLANK] for column in zip(*body, strict=True)
    ]
    words = [at for at, column in enumerate(columns) if not all(map(is_figure, column))]
    words = words or [at for at, column in enumerate(columns) if all(map(_YEAR.fullmatch, column))]
    labels = [row[words[0]] for row in body] if len(words) == 1 and all(columns) else [""]
    named = sum(not is_figure(label) or bool(_YEAR.fullmatch(label)) for label in labels)
    stated = any(label[-1:] in (".", "") for label in labels)
    return not stated and 2 * named > len(labels)


def is_tile(cells: Sequence[str]) -> bool:
    """Whether the cells of one row are a label and figures.

    >>> is_tile(["45", "owners fined"]), is_tile(["It paid.", "45"]), is_tile(["4", "5"])
    (True, False, False)
    """
    labels = [cell for cell in cells if not is_figure(cell)]
    named = len(labels) == 1 and len(labels[0]) <= _LABEL and labels[0][-1:] not in (*".!?", "")
    return named and len(cells) > 1


def is_list_of_terms(rows: Sequence[Sequence[str]]) -> bool:
    """Whether terms and what stands behind each are pairs, a figure among them, or a table."""
    if rows and all(len(row) == 2 for row in rows):
        values = [row[1] for row in rows]
        told = [text for text in values if not is_figure(text) and _DIGIT.search(text)]
        return any(map(is_figure, values)) and not any(map(_is_statement, told))
    return is_grid(rows)


def _is_statement(text: str) -> bool:
    """Whether a value holds its figures in words: "41,000 crowns through 12 events"."""
    return sum(word.isalpha() for word in text.split()) > _NAMING


def _heads(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row heads the others: years, or words above figures."""
    below = [at for at, cell in enumerate(rows[1]) if is_figure(cell)]
    return bool(below) and all(
        rows[0][at] and (_YEAR.fullmatch(rows[0][at]) or not is_figure(rows[0][at])) for at in below
    )


def gap(lines: Sequence[str]) -> str:
    """What stands between the lines of a cell that stay together: a stroke between two figures.

    >>> gap(["120", "30"]), gap(["45", "(12%)"]), gap(["Fiscal", "year"])
    (' / ', ' ', ' ')
    """
    plain = [line for line in lines if not line.startswith("(")]
    figures = len(lines) > 1 and all(_FIGURE.fullmatch(line) for line in lines)
    return " / " if figures and len(plain) == len(lines) else " "


def reach_down(
    below: dict[int, tuple[int, _Cell]], row: list[_Cell], kept: dict[int, tuple[int, _Cell]]
) -> None:
    """Fill in the cells from above that stand at the end of what is read of a row.

    ``below`` are these cells by column, each with the rows that it still reaches over; what reaches
    further comes into ``kept``.
    """
    while len(row) in below:
        left, cell = below.pop(len(row))
        if left > 1:
            kept[len(row)] = (left - 1, cell)
        row.append(cell)
