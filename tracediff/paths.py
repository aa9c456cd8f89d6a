"""How a file is named to those who look at the whole repository."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

# What a working copy has at its top, by the systems that keep them.
_MARKERS: Final = (".git", ".hg", ".svn", ".jj")
_REVISION: Final = re.compile(r"[^\s:-][^\s:]+:(?=.)")


def top_of(folder: Path) -> Path | None:
    """The top of the working copy that a folder lies in, none where it lies in none."""
    whole = folder.resolve()
    for place in (whole, *whole.parents):
        if any((place / marker).exists() for marker in _MARKERS):
            return place
    return None


def is_kept(path: Path) -> bool:
    """Whether a path leads into what a version control system keeps for itself, such as hooks."""
    return any(part.casefold() in _MARKERS for part in path.parts)


def repository_path(path: str) -> str:
    """The path of a file from the top of its repository, else from here, else as it is.

    A file at a revision (``main:report.md``) is named by its path alone.
    """
    if not Path(path).exists() and (revision := _REVISION.match(path)):
        path = path[revision.end() :]
    try:
        whole = Path(path).resolve()
        for top in (top_of(whole.parent), Path.cwd()):
            if top is not None and whole.is_relative_to(top):
                return whole.relative_to(top).as_posix()
    except (OSError, ValueError, RuntimeError):
        pass
    return Path(path).as_posix()
