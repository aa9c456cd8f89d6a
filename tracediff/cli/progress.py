"""What a person at the terminal sees while long work goes on: a line on standard error."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

Told = Callable[[str], None]

_LONG: Final = 1_000_000  # bytes in all from which on a person would wonder whether it hangs


@contextmanager
def progress(files: tuple[str, ...]) -> Iterator[Told]:
    """A function to tell each step to; it shows them on a terminal, where the work takes long."""
    if not watched() or sum(map(_size, files)) < _LONG:
        yield lambda step: None
        return
    try:
        yield _show  # no spinner: the thread that turns it would keep the work to one processor
    finally:
        _show("")


def _show(step: str) -> None:
    """Write a step over the one before."""
    print(f"\r\x1b[2K{step and step + ' …'}", end="", file=sys.stderr, flush=True)


def watched() -> bool:
    """Whether a person sees standard error."""
    return sys.stderr is not None and sys.stderr.isatty() and not os.environ.get("CI")


def _size(file: str) -> int:
    try:
        return Path(file).stat().st_size
    except (OSError, ValueError):
        return 0
