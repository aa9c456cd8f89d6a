"""A stranger's program of our name: which of its files lie where ours are installed.

The package index knows another program called tracediff; this one is distributed as
tracediff-reports. Where both are installed, each has overwritten files of the other.
"""

from __future__ import annotations

import os
import re
from typing import Final

_RECORD: Final = re.compile(r"(tracediff-\d[^-]*)(?:-py[\d.]+)?\.(?:dist|egg)-info")


def warning(folder: str | None = None) -> str:
    """What to say of a distribution named tracediff beside this package, nothing where none is.

    ``folder`` is where packages are installed, else the one that this package lies in.
    """
    try:
        names = os.listdir(folder or __file__.rpartition(os.sep)[0].rpartition(os.sep)[0])  # noqa: PTH208
    except OSError:
        return ""
    found = next((match[1] for name in sorted(names) if (match := _RECORD.fullmatch(name))), "")
    return found and (
        f"warning: another distribution, {found}, shares its files with tracediff-reports;"
        " remove it and install this one again: pip uninstall tracediff tracediff-reports"
    )
