"""Which file the configuration is in."""

from __future__ import annotations

import os
import re
import stat
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any, Final

from tracediff.errors import SettingsError
from tracediff.files import read_bytes
from tracediff.paths import top_of

NAME: Final = "tracediff.toml"
_MAX: Final = 4 * 1024 * 1024  # bytes; ten thousand waivers have two megabytes


@dataclass(frozen=True, slots=True)
class File:
    """A file and the table in it that is ours; ``prefix`` is what its keys stand under."""

    path: Path
    text: str
    table: Mapping[str, Any]
    prefix: str = ""

    def lines_of(self, name: str) -> list[int]:
        """The lines on which the tables ``[[name]]`` begin."""
        head = re.compile(rf"\s*\[\[\s*{re.escape(self.prefix + name)}\s*\]\]")
        lines = enumerate(self.text.splitlines(), start=1)
        return [number for number, line in lines if head.match(line)]


def find(folder: str = ".") -> File | None:
    """The nearest ``tracediff.toml``, else the first ``pyproject.toml`` with our table."""
    for place in _upward(folder):
        if (place / NAME).is_file():
            return open_file(str(place / NAME))
    for place in _upward(folder):
        path = place / "pyproject.toml"
        if path.is_file() and b"tracediff" in _bytes(path):
            file = _embedded(path)
            if file is not None:
                return file
    return None


def nearest(name: str, folder: str = ".") -> Path | None:
    """The nearest file of a name in a working copy, from a folder upwards; none outside of one."""
    if top_of(Path(folder)) is None:
        return None
    return next((place / name for place in _upward(folder) if (place / name).is_file()), None)


def open_file(path: str) -> File:
    """The configuration in a file that is named. Raises ``SettingsError``."""
    if Path(path).name == "pyproject.toml":
        file = _embedded(Path(path))
        if file is None:
            raise SettingsError(f"{path}: has no table [tool.tracediff]; add it, or name another")
        return file
    text, table = _parsed(Path(path))
    return File(Path(path), text, table)


def _embedded(path: Path) -> File | None:
    text, whole = _parsed(path)
    tool = whole.get("tool")
    table = tool.get("tracediff") if isinstance(tool, dict) else None
    if table is None:
        return None
    if not isinstance(table, dict):
        raise SettingsError(f"{path}: tool.tracediff: is no table; write [tool.tracediff]")
    return File(path, text, table, "tool.tracediff.")


def _parsed(path: Path) -> tuple[str, dict[str, Any]]:
    try:
        text = _bytes(path).decode("utf-8-sig")
        return text, tomllib.loads(text)
    except UnicodeDecodeError:
        raise SettingsError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        raise SettingsError(f"{path}: is no TOML: {error}") from None
    except RecursionError:
        raise SettingsError(f"{path}: is nested too deeply; simplify it") from None


def _bytes(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise SettingsError(f"{path}: is a folder; name the file in it")
        data = read_bytes(path, _MAX)
    except FileNotFoundError:
        raise SettingsError(
            f"{path}: no such file; check the name, or make it: tracediff init"
        ) from None
    except OSError as error:
        raise SettingsError(f"{path}: cannot be read ({error.strerror})") from None
    if len(data) > _MAX:
        raise SettingsError(f"{path}: more than {_MAX // 1024 // 1024} MB; is it the right file?")
    return data


def _upward(folder: str) -> Iterator[Path]:
    """The folder and those above it, named as someone who stands here would name them.

    They end at the top of the working copy; in none, before a folder that others may write to.
    """
    here = Path.cwd()
    whole = Path(folder).resolve()
    top = top_of(whole)
    above = takewhile(lambda one: one.is_relative_to(top) if top else _is_own(one), whole.parents)
    for place in (whole, *above):
        yield Path(os.path.relpath(place, here)) if place == here else place


def _is_own(folder: Path) -> bool:
    """Whether only the person who calls, or who runs the machine, may put a file there."""
    if not hasattr(os, "getuid"):  # pragma: no cover - Windows
        return True
    found = folder.stat()
    return found.st_uid in (os.getuid(), 0) and not found.st_mode & stat.S_IWOTH
