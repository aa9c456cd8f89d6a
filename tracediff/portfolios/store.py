"""The cache of a portfolio: finished documents by a key of all that they were made from.

A key is made of the content of both files, the settings and the program, so that an entry is either
what a run would make anew, or is not looked at. An entry is written whole or not at all, checked
when it is read, and holds no code. The cache is bounded: what was not used for longest goes first.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Collection
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Final

from tracediff.errors import InputError
from tracediff.files import put_in_place

# A compared pair of country reports takes 0.15 MB; this holds about 13,000 of them.
MOST: Final = 2 * 1024**3
_MAGIC: Final = b"tracediff-entry-1\n"
_SUFFIX: Final = ".entry"
_LEFT: Final = ".tracediff-tmp"
_OLD: Final = 86_400.0  # seconds after which nobody is still writing a file


class Store:
    """A folder of entries."""

    def __init__(self, folder: str | Path, most: int = MOST) -> None:
        """Use a folder, made where it is missing; raises ``InputError`` where that fails."""
        self.folder = Path(folder)
        self._most = most
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # it holds drafts
        except OSError as error:
            raise InputError(
                f"{folder}: cannot hold the cache ({error.strerror}); name another with --cache"
            ) from None

    def path(self, key: str) -> Path:
        """Where an entry lies."""
        return self.folder / key[:2] / f"{key}{_SUFFIX}"

    def get(self, key: str) -> bytes | None:
        """An entry as it was put, none where there is none or it was damaged."""
        path = self.path(key)
        try:
            data = path.read_bytes()
        except OSError:
            return None
        head, body = data[:_HEAD], data[_HEAD:]
        if head != _MAGIC + sha256(body).digest():
            return None
        with suppress(OSError):
            os.utime(path)  # when it was last used
        return body

    def need(self, key: str) -> bytes:
        """An entry that was there a moment ago; raises ``InputError`` where it is lost."""
        data = self.get(key)
        if data is None:
            raise InputError(f"{self.path(key)}: was removed or damaged meanwhile; run again")
        return data

    def put(self, key: str, body: bytes) -> None:
        """Keep an entry; raises ``InputError`` where it cannot be written."""
        path = self.path(key)
        try:
            path.parent.mkdir(exist_ok=True)
            write_whole(path, _MAGIC + sha256(body).digest() + body)
        except OSError as error:
            raise InputError(
                f"{path}: cannot be written ({error.strerror}); make room, or name another cache"
            ) from None

    def tidy(self, used: Collection[str]) -> None:
        """Remove what was not used for longest until the rest fits; never what this run used."""
        now = time.time()
        entries = []
        for path in self.folder.glob("??/*"):
            with suppress(OSError):
                found = path.stat()
                if path.name.endswith(_LEFT) and now - found.st_mtime > _OLD:
                    path.unlink()
                elif path.suffix == _SUFFIX:
                    entries.append((path.stem not in used, -found.st_mtime, found.st_size, path))
        size = 0
        for unused, _, own, path in sorted(entries):
            size += own
            if unused and size > self._most:
                with suppress(OSError):
                    path.unlink()


_HEAD: Final = len(_MAGIC) + sha256().digest_size


def write_whole(path: Path, data: bytes, mode: int = 0o600) -> None:
    """Write a file whole or not at all: beside its place, then onto it."""
    handle, name = tempfile.mkstemp(_LEFT, ".", path.parent)
    put_in_place(handle, name, path, (data,), mode)


def usual_folder() -> Path:
    """The folder for caches of this person, as the system has it.

    Raises ``InputError`` where the person has no home.
    """
    if named := os.environ.get("TRACEDIFF_CACHE"):
        return Path(named)
    try:
        home = Path.home()
    except RuntimeError:
        raise InputError("there is no home folder for the cache; name one with --cache") from None
    if os.name == "nt":  # pragma: no cover - Windows
        base = Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local")
    elif sys.platform == "darwin":  # pragma: no cover - macOS
        base = home / "Library" / "Caches"
    else:
        base = Path(os.environ.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "tracediff"
