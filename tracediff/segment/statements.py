"""A heading or the head of a table in, whether it states a figure of its own out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tracediff.model import Cell

_YEAR = re.compile(r"\b(?:FY ?)?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?\b")
# a number that only names: "Goal 8: Work", "Table 3.", "Section 5", "COVID-19", "1 May", "Tier-1",
# "4 Fines"
_NAMING = re.compile(
    r"\A\W*(?:[^\W\d_]+\s)?\(?\d{1,3}(?:\.\d{1,3}){0,4}\)?\s?(?:[:.)–—-]|\Z)"
    r"|\A(?:[12]?\d|30)\s(?=(?-i:[A-Z]))"
    r"|\b(?:section|chapter|part|appendix|annex|article|table|figure|box|chart|exhibit|item|note|goal"
    r"|target|objective|principle|recommendation|question|step|volume|no\.?|page|resolution|act)"
    r"\s\d{1,4}(?:\.\d{1,3}){0,4}\b",
    re.IGNORECASE,
)
_STATES = re.compile(
    r"(?<![\w-])[$€£¥]?\d|[<>≤≥±✓✔✗✘★☆☑☐]|[\U0001f534\U0001f535\U0001f7e0-\U0001f7eb]"
)


def states_something(title: str) -> bool:
    """Whether a heading holds a figure or a mark, not only a year or the number of a part.

    >>> states_something("45 owners fined"), states_something("Port safety: Tier 2")
    (True, True)
    >>> states_something("Harbour Report 2022"), states_something("Goal 8: Decent work")
    (False, False)
    """
    return bool(_STATES.search(_NAMING.sub(" ", _YEAR.sub(" ", title))))


_FIGURE = re.compile(
    r"[~<>≤≥±+−–-]?\s?[$€£¥]?\s?\d[\d.,\u00a0\u202f ]*\s?(?:%|percent|million|billion)?"
)


def holds_values(row: Sequence[Cell]) -> bool:
    """Whether a row that is marked as a head is one of the rows: a label and figures, no years."""
    label, *others = [cell.text.strip() for cell in row] or [""]
    figures = [text for text in others if text]
    return (
        any(map(str.isalpha, label))
        and bool(figures)
        and all(_FIGURE.fullmatch(text) and not _YEAR.fullmatch(text) for text in figures)
    )


_CAPTION = re.compile(
    r"(?:figure|fig\.?|table|chart|graph|exhibit|map|plate|photo|image|illustration|diagram)\s"
    r"(?:[A-Z]{1,2}[.-]?)?\d{1,3}(?:[.-]\d{1,3}){0,2}[a-z]?\s?(?:[.:|–—](?!\d)|\Z)",
    re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Whether a paragraph is the caption of a figure or table: its number, set off from what it
    shows.

    >>> is_caption("Figure 3. Ships by port, 2021"), is_caption("Table A.2: Fees")
    (True, True)
    >>> is_caption("Figure 3 shows that ships came.")
    False
    """
    return _CAPTION.match(text) is not None


_NOTED = re.compile(r"(?<=[\w)%.])\s?(?:[(\[](\d{1,2}|[a-h])[)\]]|([*†‡§]))(?=\s|\Z)")


def note_marks(rows: Sequence[Sequence[Cell]]) -> frozenset[str]:
    """The marks in the cells of a table that lead to notes below it."""
    found = (mark for row in rows for cell in row for mark in _NOTED.findall(cell.text))
    return frozenset(number or sign for number, sign in found)
