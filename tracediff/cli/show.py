"""Which format a report is given in, and what the terminal at hand can show."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tracediff.errors import InputError
from tracediff.formats import by_suffix


def chosen_format(command: str, asked: str | None, output: str | None) -> str:
    """The format asked for, else the one that the output's suffix names, else the terminal's."""
    if asked:
        return asked
    if output in (None, "-"):
        return "terminal"
    assert output is not None
    suffix = Path(output).suffix.casefold()
    formats = by_suffix(command)
    if suffix not in formats:
        known = ", ".join(sorted({*formats} - {""}))
        raise InputError(f"{output}: no format has that suffix; use {known}, or give --format")
    return formats[suffix]


def on_terminal() -> bool:
    """Whether standard output is a person's terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def page(files: Iterable[str | None]) -> str:
    """The first of the files that a page goes to; none of them is a mistake in the call."""
    found = next((file for file in files if file not in (None, "-")), None)
    if found is None:
        import click

        raise click.UsageError("--open needs an HTML file to show, such as -o report.html")
    return found


def colour(asked: str, output: str | None) -> bool:
    """``--color`` over ``NO_COLOR`` over ``FORCE_COLOR`` over what the terminal is."""
    if asked != "auto":
        return asked == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return output in (None, "-") and on_terminal() and os.environ.get("TERM") != "dumb"


def width(asked: int | None) -> int:
    """The columns to fill: as asked, as wide as the terminal, or 100 in a file or a pipe."""
    if asked:
        return asked
    if not on_terminal():
        return 100
    return max(60, min(200, shutil.get_terminal_size((100, 24)).columns))
