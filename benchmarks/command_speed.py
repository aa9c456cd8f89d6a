"""The whole command beside redlines and wdiff, as ratios in one run.

usage: python benchmarks/command_speed.py [--data DATA] [--pairs 5] [--runs 5]

Made pairs: 500 paragraphs of six or seven sentences of invented words, about 450 KB a side, edited as in
alignment_growth.py. DATA is a folder with corpora/hrr-brazil-2020-2021. ``tracediff compare --format
json`` is run with this Python's tracediff; redlines (pip install redlines==0.6.2 typing_extensions) and
wdiff are measured where they are installed. Each figure is the least of so many runs, in turn.
"""

from __future__ import annotations

import argparse
import importlib.util
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import alignment_growth

REDLINES = (
    "import sys, pathlib; from redlines import Redlines;"
    "old, new = (pathlib.Path(p).read_text(encoding='utf-8') for p in sys.argv[1:]);"
    "print(len(Redlines(old, new).output_markdown))"
)


def made(seed: int, folder: Path) -> list[Path]:
    """Both editions of a made pair as files."""
    lengths = iter((6, 6, 6, 7) * 1000)

    def paragraph(rng, words, heavy):  # type: ignore[no-untyped-def]
        return [alignment_growth._sentence(rng, words, heavy) for _ in range(next(lengths))]

    alignment_growth._paragraph = paragraph
    files = []
    for name, side in zip(("old", "new"), alignment_growth.make(500, seed), strict=True):
        files.append(folder / f"{name}-{seed}.md")
        files[-1].write_text("\n\n".join(" ".join(lines) for _, lines in side) + "\n")
    return files


def seconds(command: list[str], files: list[Path]) -> float:
    start = time.perf_counter()
    subprocess.run([*command, *map(str, files)], stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def compared(name: str, files: list[Path], runs: int) -> None:
    """Print the least times of all tools on one pair, and the ratios."""
    commands = {"tracediff": [sys.executable, "-m", "tracediff", "compare", "--format", "json"]}
    if importlib.util.find_spec("redlines"):
        commands["redlines"] = [sys.executable, "-c", REDLINES]
    if wdiff := shutil.which("wdiff"):
        commands["wdiff"] = [wdiff]
    times = {tool: [] for tool in commands}
    for run in range(runs):
        for tool, command in commands.items():
            if tool != "redlines" or run < 2:  # it takes long and varies little
                times[tool].append(seconds(command, files))
    least = {tool: min(spent) for tool, spent in times.items()}
    ratios = [
        f"{least['tracediff'] / s:.3f} of {tool}"
        for tool, s in least.items()
        if tool != "tracediff"
    ]
    size = sum(file.stat().st_size for file in files) // 2000
    print(
        f"{name:12s} {size} KB a side  tracediff {least['tracediff']:.2f} s  {'  '.join(ratios)}",
        flush=True,
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--data", type=Path)
    parser.add_argument("--pairs", type=int, default=5)
    parser.add_argument("--runs", type=int, default=5)
    arguments = parser.parse_args()
    if arguments.data:
        folder = arguments.data / "corpora" / "hrr-brazil-2020-2021"
        compared("Brazil", [folder / "old.md", folder / "new.md"], arguments.runs)
    with tempfile.TemporaryDirectory() as folder:
        for seed in range(1, arguments.pairs + 1):
            compared(f"made {seed}", made(seed, Path(folder)), arguments.runs)


if __name__ == "__main__":
    main()
