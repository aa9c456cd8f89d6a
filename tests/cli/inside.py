"""The command line called from inside: as quick as a function, and it ends as a process would."""

from __future__ import annotations

import contextlib
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracediff.cli import main


class Ended(NamedTuple):
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str


def tracediff(
    *arguments: str | Path, folder: Path | None = None, keys: str = "", **environment: str
) -> Ended:
    """Run ``tracediff`` in a folder, with keys on standard input and a few variables set."""
    out = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    err = io.StringIO()
    with (
        _as_if(folder, {"TRACEDIFF_DEBUG": "1", **environment}, keys),
        _argv(arguments),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
    ):
        try:
            main()
            status = 0
        except SystemExit as ended:
            status = int(ended.code or 0)
    out.seek(0)
    return Ended(status, out.read(), err.getvalue())


@contextlib.contextmanager
def _argv(arguments: tuple[str | Path, ...]) -> Iterator[None]:
    before = sys.argv
    sys.argv = ["tracediff", *map(str, arguments)]
    try:
        yield
    finally:
        sys.argv = before


@contextlib.contextmanager
def _as_if(folder: Path | None, environment: dict[str, str], keys: str) -> Iterator[None]:
    here, before, stdin = Path.cwd(), dict(os.environ), sys.stdin
    for name in ("GITHUB_STEP_SUMMARY", "GITHUB_SHA", "TRACEDIFF_TODAY", "FORCE_COLOR", "NO_COLOR"):
        os.environ.pop(name, None)
    os.environ["TRACEDIFF_CACHE_DIR"] = ""  # a test finds nothing that another one has kept
    os.environ.update(environment)
    sys.stdin = io.StringIO(keys)
    if folder is not None:
        os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(here)
        os.environ.clear()
        os.environ.update(before)
        sys.stdin = stdin
