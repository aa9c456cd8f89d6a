"""What starting the command costs, and what checking an unchanged draft again does, as ratios.

usage: python benchmarks/start_and_cache.py DRAFT EDITION [--runs 9]

``tracediff --version`` is set beside ``python -c "import click"``, and ``tracediff check`` on an
unchanged draft beside the first run, each the least CPU time of so many runs, in turn.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path


def cpu(arguments: list[str], cache: str = "") -> float:
    """The CPU seconds of a call of this Python and all its children."""
    process = subprocess.Popen(
        [sys.executable, *arguments],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TRACEDIFF_CACHE_DIR": cache},
    )
    _, _, used = os.wait4(process.pid, 0)
    return used.ru_utime + used.ru_stime


def main() -> None:
    """Measure both, and print the ratios."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("draft", type=Path)
    parser.add_argument("edition", type=Path)
    parser.add_argument("--runs", type=int, default=9)
    asked = parser.parse_args()
    starts = [
        (cpu(["-m", "tracediff", "--version"]), cpu(["-c", "import click"]))
        for _ in range(asked.runs)
    ]
    version, click = (min(times) for times in zip(*starts, strict=True))
    print(f"--version: {version:.3f} s, {version / click:.2f} of import click")
    call = ["-m", "tracediff", "check", str(asked.draft), "--against", str(asked.edition)]
    runs = []
    for _ in range(max(1, asked.runs // 3)):
        with tempfile.TemporaryDirectory() as cache:
            runs.append((cpu(call, cache), cpu(call, cache)))
    first, again = (min(times) for times in zip(*runs, strict=True))
    print(f"check of an unchanged draft: {again:.2f} s, {again / first:.2f} of the first run")


if __name__ == "__main__":
    main()
