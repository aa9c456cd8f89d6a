"""The settings that a team may set and rely on, each with the reason for its default.

All other numbers of ``settings.py`` are how the tool works: they change with any version.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

PUBLIC: Final[Mapping[str, Mapping[str, str]]] = {
    "reading": {
        "tracked_changes": 'or "reject": whether a Word file is read as revised or as it was',
        "much_unread": "share of a file's text; where more was not read, the report says so aloud",
        "max_bytes": "of one file; the longest report met has 12 MB, a text of 64 MB is a dump",
        "max_line": "characters; one line of a megabyte is data and no prose",
        "max_pages": "of a PDF; the longest annual reports met have 600",
        "max_page_words": "of a PDF; a dense newspaper page has 6,000",
        "max_seconds": "for one PDF; one of 600 pages takes 12",
        "max_memory": "bytes for one PDF with much in it; 600 pages take half a gigabyte",
        "max_nesting": "elements inside each other; written pages stay below 60",
        "max_elements": "of a web page or Word file; the longest report met has 9,000",
        "max_text": "characters of a whole file; a document longer than this is no report",
        "max_cells": "of all tables together, after row and column spans are filled",
        "max_unpacked": "bytes of all parts of a Word file together",
        "max_members": "parts of a Word file; a long report with pictures has 800",
    },
    "detecting": {
        "small": "a figure that moved by a smaller share of its old value is a note, no warning",
        "striking_count": "so many new cases of harm are a warning, fewer a note",
        "striking_change": "and so is a new rise or fall of harm by so many percent",
        "handful": "a smaller count is the detail of one event more often than a statistic",
        "past_years": "what an edition told of years so long before it was background then",
        "unaligned": "two editions that share a smaller part of their sentences are refused",
    },
}

# What could once be set and is internal now, with what does the same, by key or by group.
INTERNAL: Final[Mapping[str, str]] = {
    "ranking": "[severity] and [[override]] say how grave a finding is",
    "ledger": "[[measure]] names what counts as one measure",
    "extracting": "[words] adds words of your field",
    "dating": "year and against_year of a [[pair]], or --year, say what a draft reports on",
    "aligning": "",
    "telling": "",
    "placing": "",
    "timelines": "",
    "detecting": "",
    "reading": "",
}


def gone(group: str, key: str = "") -> str:
    """What to say of a group or key that is internal, nothing where it never was a setting.

    >>> gone("ledger", "linked")
    'is internal and no setting any more; remove it: [[measure]] names what counts as one measure'
    """
    if group not in INTERNAL:
        return ""
    instead = INTERNAL[group]
    return f"is internal and no setting any more; remove it{': ' if instead else ''}{instead}"


__all__ = ["INTERNAL", "PUBLIC", "gone"]
