"""Compare two editions of one very large table, a row for each thing or a column for each.

    python benchmarks/big_tables.py [ROWS [COLUMNS]]      20,000 and 5,000 where nothing is said

Prints seconds, processor seconds of all processes and the memory of the largest one, for the size
and for half of it: the ratio says whether the work grows with the table.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.test_growth import across, as_html, as_markdown, as_text, down, renamed  # noqa: E402

DRAWN = {"md": as_markdown, "html": as_html, "txt": as_text}


def measured(table, size: int, suffix: str) -> tuple[float, float, float]:
    """Seconds, CPU seconds and the most megabytes of one run of the command."""
    with tempfile.TemporaryDirectory() as held:
        files = []
        for year, step in ((2020, 7), (2021, 9)):
            path = Path(held) / f"review-{year}.{suffix}"
            path.write_text(f"{DRAWN[suffix](table(size, year, step))}\n", encoding="utf-8")
            files.append(str(path))
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        begun = time.perf_counter()
        command = [
            sys.executable,
            "-m",
            "tracediff",
            "compare",
            *files,
            "-o",
            f"{held}/report.json",
        ]
        subprocess.run(command, check=True, cwd=ROOT, stderr=subprocess.DEVNULL)
        seconds = time.perf_counter() - begun
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return seconds, used, after.ru_maxrss / 1000


def main(arguments: list[str]) -> None:
    rows, columns = (*map(int, arguments), *(20_000, 5_000)[len(arguments) :])
    for name, table, size in (
        ("rows", down, rows),
        ("columns", across, columns),
        ("columns renamed", renamed, columns),
    ):
        for suffix in DRAWN:
            _, half, _ = measured(table, size // 2, suffix)
            seconds, whole, memory = measured(table, size, suffix)
            print(
                f"{size} {name}, {suffix}: {seconds:.1f} s, {whole:.1f} CPU-s, {whole / half:.2f} x half the size, {memory:.0f} MB",
                flush=True,
            )


if __name__ == "__main__":
    main(sys.argv[1:])
