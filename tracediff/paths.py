"""How a file is named to those who look at the whole repository."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

_REVISION: Final = re.compile(r"[^\s:-][^\s:]+:(?=.)")


def repository_path(path: str) -> str:
    """The path of a file from the top of its repository, else from here, else as it is.

    A file at a revision (``main:report.md``) is named by its path alone.
    """
    if not Path(path).exists() and (revision := _REVISION.match(path)):
        path = path[revision.end() :]
    try:
        whole = Path(path).resolve()
        tops = [folder for folder in whole.parents if (folder / ".git").exists()]
        for top in (*tops[:1], Path.cwd()):
            if whole.is_relative_to(top):
                return whole.relative_to(top).as_posix()
    except (OSError, ValueError, RuntimeError):
        pass
    return Path(path).as_posix()
