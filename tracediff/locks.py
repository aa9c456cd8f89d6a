"""Locks between runs: a file or a folder that one process at a time may work on.

The system lets go of a lock when its holder ends, however it ends. Windows has none of these; it
refuses to delete or replace a file that another process has open.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from tracediff.errors import InputError

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows
    fcntl = None  # type: ignore[assignment]

# Seconds to wait for another run to write its file; that takes one of them less than one.
_PATIENCE: Final = 10.0
_STEP: Final = 0.02


def lock(handle: int) -> bool:
    """Lock an open file or folder for this process, and say whether nobody else holds it.

    Where the file system knows no locks nobody can be told apart, and it is as if somebody did.
    """
    if fcntl is None:  # pragma: no cover - Windows
        return True
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


@contextmanager
def writing(path: str | Path) -> Iterator[None]:
    """Be the only run that writes into the folder of a file, so that none loses what others add.

    Raises ``InputError`` where another one does not come to its end.
    """
    try:
        handle = os.open(Path(path).resolve().parent, os.O_RDONLY)
    except OSError:  # no such folder, which writing will say; or Windows
        yield
        return
    try:
        until = time.monotonic() + _PATIENCE
        while not lock(handle):
            if time.monotonic() > until:
                raise InputError(f"{path}: another run is writing it; run this one again")
            time.sleep(_STEP)
        yield
    finally:
        os.close(handle)
