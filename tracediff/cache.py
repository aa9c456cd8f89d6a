"""What a run found, kept for the next one: so that an unchanged draft is not read again.

A place is told by content and names of the files, the settings, the version and the code itself;
whatever changes, the place is another. The files are the user's own, in the usual folder of caches,
and readable by nobody else, for drafts are confidential. Nothing but the nouns of ``model`` is
unpickled, so that a cache that somebody else wrote can make no call. A cache that cannot be read or
written is no error: the work is done again.
"""

from __future__ import annotations

import io
import os
import pickle
import sys
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from tracediff.version import __version__

_MOST: Final = 256  # files that are kept; the report on 15,000 words has some 5 MB
_BYTES: Final = 512 * 1024 * 1024  # in all of them
_LARGEST: Final = 256 * 1024 * 1024  # of one, so that a file from elsewhere fills no memory
_SUFFIX: Final = ".report"
# What a report holds besides the nouns of ``tracediff.model``.
_PLAIN: Final = {("decimal", "Decimal"), ("datetime", "date"), ("builtins", "frozenset")}


def usual_folder() -> Path | None:
    """Where caches are kept on this system; none where that is switched off, or not known.

    ``TRACEDIFF_CACHE_DIR`` names another folder, or none where it is empty.
    """
    own = os.environ.get("TRACEDIFF_CACHE_DIR")
    if own is not None:
        return Path(own) if own else None
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        return Path(base or Path.home() / ".cache") / "tracediff"
    except RuntimeError:  # nobody's home
        return None


class Cache:
    """Reports by what they were made of, in a folder."""

    def __init__(self, folder: Path) -> None:
        """Keep them in a folder, which is made when something is kept."""
        self.folder = folder

    def place(self, inputs: Iterable[tuple[Any, ...]], settings: object) -> Path:
        """The file for what is made of some inputs under some settings."""
        digest = sha256(f"{__version__} {sys.version_info[:2]} {_code()} {Path.cwd()}".encode())
        digest.update(_told(settings).encode())
        for parts in inputs:
            for part in parts:
                whole = part if isinstance(part, bytes) else repr(part).encode()
                digest.update(b"%d " % len(whole))
                digest.update(whole)
        return self.folder / f"{digest.hexdigest()}{_SUFFIX}"

    def get(self, place: Path) -> object:
        """What is kept there; none where there is nothing, or nothing that can be read."""
        try:
            if place.stat().st_size > _LARGEST:
                return None
            found = _Nouns(io.BytesIO(place.read_bytes())).load()
            os.utime(place)
        except Exception:
            return None
        return found

    def put(self, place: Path, value: object) -> None:
        """Keep something, and drop what was not used for longest where there is too much."""
        with suppress(OSError):
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(".tmp", "", self.folder)  # for nobody else to read
            try:
                with os.fdopen(handle, "wb") as stream:
                    pickle.dump(value, stream, pickle.HIGHEST_PROTOCOL)
                Path(name).replace(place)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise
            self._tidy()

    def _tidy(self) -> None:
        found = [(one.stat(), one) for one in self.folder.glob(f"*{_SUFFIX}")]
        size = 0
        for at, (told, one) in enumerate(sorted(found, key=lambda f: -f[0].st_mtime_ns)):
            size += told.st_size
            if at >= _MOST or size > _BYTES:
                one.unlink(missing_ok=True)


class _Nouns(pickle.Unpickler):
    """An unpickler that makes the nouns of ``tracediff.model``, and nothing that could act."""

    def find_class(self, module: str, name: str) -> Any:
        """The class of a noun. Raises ``UnpicklingError`` for anything else."""
        found = super().find_class(module, name) if _is_known(module, name) else None
        if not isinstance(found, type):
            raise pickle.UnpicklingError(f"{module}.{name} is no noun")
        return found


def _is_known(module: str, name: str) -> bool:
    return (module, name) in _PLAIN or (module.startswith("tracediff.model.") and "." not in name)


def _told(settings: Any) -> str:
    """The settings in words, without the waivers: a report is signed off after it was made."""
    groups = settings.__slots__ if hasattr(settings, "__slots__") else ()
    return repr([(name, getattr(settings, name)) for name in groups if name != "waiving"])


def _code() -> str:
    """What tells this code from any other: the time and size of each of its files."""
    home = Path(__file__).parent
    told = []
    for one in sorted(home.rglob("*.py")):
        found = one.stat()
        told.append(f"{one.relative_to(home)} {found.st_mtime_ns} {found.st_size}")
    return sha256("\n".join(told).encode()).hexdigest()
