"""What tracediff itself has written: reports, which are never read as editions.

A report that was written into the folder of the drafts would otherwise be checked as one of them.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

# Which line, in which format, says at the end of a file who wrote it. HTML says so in its head.
SIGNATURES: Final = {
    "markdown": "<!-- written by tracediff -->",
    "github-comment": "<!-- written by tracediff -->",
    "terminal": "(written by tracediff)",
}
_GENERATOR: Final = b'<meta name="generator" content="tracediff'
_HEAD: Final = 4096
_TAIL: Final = 64


def signed(text: str, form: str, file: str | None) -> str:
    """The text of a format with the line that says who wrote it.

    The terminal's report has it only in a file; in Markdown it is a comment that nobody sees.

    >>> signed("No findings.", "terminal", "report.txt").splitlines()
    ['No findings.', '', '(written by tracediff)']
    """
    line = SIGNATURES.get(form)
    if line is None or (form == "terminal" and file in (None, "-")):
        return text
    return f"{text.rstrip()}\n\n{line}\n"


def is_report(path: str | Path) -> bool:
    """Whether a file is a report of ours; no is said of what cannot be read."""
    try:
        if not Path(path).is_file():
            return False
        with Path(path).open("rb") as stream:
            head = stream.read(_HEAD)
            size = stream.seek(0, 2)
            stream.seek(max(0, size - _TAIL))
            tail = stream.read(_TAIL).rstrip()
    except (OSError, ValueError):
        return False
    return _GENERATOR in head or tail.endswith(_LINES)


_LINES: Final = tuple({line.encode() for line in SIGNATURES.values()})
