"""Lines and ruled lines of a page in, its tables and the lines outside them out."""

from __future__ import annotations

from collections.abc import Sequence

from tracediff.readers.pdf_cells import Grid
from tracediff.readers.pdf_lines import Line
from tracediff.readers.pdf_ruled import ruled_tables
from tracediff.readers.pdf_unruled import unruled_tables
from tracediff.readers.pdf_words import Page


def find_tables(page: Page, lines: Sequence[Line]) -> tuple[list[Grid], list[Line]]:
    """The tables of a page from top to bottom, and the lines outside them."""
    ruled, rest = ruled_tables(page, lines)
    runs, rest = unruled_tables(rest)
    return sorted([*ruled, *runs], key=lambda grid: (grid.area.top, grid.area.x0)), rest
