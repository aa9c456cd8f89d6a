"""Bounded reading of files that somebody else named, and writing them whole or not at all.

In goes a path, out come its bytes, never more than was asked for. A pipe is read for a limited
time; a device is refused. What goes wrong is an ``OSError`` whose ``strerror`` a message can quote.
"""

from __future__ import annotations

import errno
import os
import select
import stat
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

# Seconds for a pipe to give all it holds. A download of the largest file allowed takes less; a
# writer that never comes, or never ends, would keep a CI job busy until its own limit of hours.
PIPE_SECONDS: Final = 120.0
_CHUNK: Final = 1 << 16


def read_bytes(path: str | Path, most: int, seconds: float = PIPE_SECONDS) -> bytes:
    """Read at most ``most + 1`` bytes of a file, so that the caller can tell that it is too large.

    Raises ``OSError`` where it is missing, a device, or a pipe that did not end in time.
    """
    kind = Path(path).stat().st_mode
    if stat.S_ISCHR(kind) or stat.S_ISBLK(kind):
        raise OSError(errno.ENODEV, "it is a device and no file", str(path))
    waits = os.O_NONBLOCK if stat.S_ISFIFO(kind) else 0  # else opening waits for a writer
    with open(os.open(path, os.O_RDONLY | _BINARY | waits), "rb", buffering=0) as stream:  # noqa: PTH123
        return read_stream(stream, most, seconds)


_BINARY: Final = getattr(os, "O_BINARY", 0)


def read_stream(stream: IO[bytes], most: int, seconds: float = PIPE_SECONDS) -> bytes:
    """Read at most ``most + 1`` bytes of an open stream; a pipe or socket has to end in time."""
    if not _waits(stream):
        return _all(stream, most)
    watch = select.poll()
    watch.register(stream, select.POLLIN)
    until = time.monotonic() + seconds
    parts: list[bytes] = []
    left = most + 1
    while left > 0:
        rest = max(0.0, until - time.monotonic())
        if not rest or not watch.poll(rest * 1000):
            raise OSError(errno.ETIMEDOUT, f"the pipe did not end within {seconds:g} seconds")
        part = os.read(stream.fileno(), min(left, _CHUNK))
        if not part:
            break
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def _waits(stream: IO[bytes]) -> bool:
    """Whether reading may wait for somebody else: a pipe or a socket that can be watched."""
    try:
        kind = os.fstat(stream.fileno()).st_mode
    except (OSError, ValueError, AttributeError):
        return False  # a stream in memory
    return os.name != "nt" and (stat.S_ISFIFO(kind) or stat.S_ISSOCK(kind))


def _all(stream: IO[bytes], most: int) -> bytes:
    """Read a plain stream; an unbuffered one may give a part at a time."""
    parts: list[bytes] = []
    left = most + 1
    while left > 0 and (part := stream.read(min(left, 1 << 24))):
        parts.append(part)
        left -= len(part)
    return b"".join(parts)


def umask() -> int:
    """The bits that a new file of this process does not get."""
    mask = os.umask(0)
    os.umask(mask)
    return mask


def put_in_place(
    handle: int, beside: str, path: Path, blocks: Iterable[bytes], mode: int, safely: bool = False
) -> None:
    """Write an open new file that lies beside a path, then rename it onto that.

    No half of it is left behind. ``safely`` waits until it is on the disk.
    """
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(blocks)
            if safely:
                stream.flush()
                os.fsync(stream.fileno())
        Path(beside).chmod(mode)
        Path(beside).replace(path)
    except BaseException:
        with suppress(OSError):
            Path(beside).unlink()
        raise
