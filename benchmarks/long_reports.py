"""Long reports: what comparing two made editions costs, and what is falsely called moved.

usage: python benchmarks/long_reports.py [--sizes 2500,5000] [--keep FOLDER]

Editions of so many paragraphs of about 100 words, 25 to a section: half of the words are those that
every report has, half are invented. 70 % of the paragraphs are kept, 20 % edited, 5 % dropped, 5 %
added, and 3 % of all stand elsewhere. ``tracediff compare --format json`` is run as a command of its
own; CPU seconds are those of all its processes beside those of a fixed loop in the same run, memory
is the most that one of them held. A link is falsely moved where it is called so, and none of its
sentences is of a paragraph that stands elsewhere. Each size is set beside the one before.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

import alignment_growth

COMMON = """
the of and to in a for with on by is was were are has have had not that this from at which its their
or as be been during under more than police officials government ministry report reported increased
provided identified investigated trained received improved required supported funded inspected
courts cases victims workers children schools labour law national training services funds year
"""
SECTION = 25  # paragraphs


class Cost(NamedTuple):
    """What one run took: CPU seconds, those as a multiple of the loop's, megabytes held, written."""

    cpu: float
    loops: float
    memory: float
    written: float


def _sentence(rng: random.Random, words: list[str], heavy: list[float]) -> str:
    common = COMMON.split()
    chosen = [
        rng.choice(common) if rng.random() < 0.5 else word
        for word in rng.choices(words, cum_weights=heavy, k=rng.randint(12, 28))
    ]
    if rng.random() < 0.3:
        chosen[rng.randrange(1, len(chosen))] = f"{rng.randrange(2, 9000):,}"
    return " ".join(chosen).capitalize() + "."


def write(size: int, folder: Path) -> tuple[Path, Path, set[str]]:
    """Both editions as files, and the sentences of the paragraphs that stand elsewhere."""
    alignment_growth._sentence = _sentence
    old, new = alignment_growth.make(size)
    elsewhere: set[str] = set()
    files = []
    for year, side in ((2020, old), (2021, new)):
        lines, section = [f"# Report {year}"], -1
        settled = _in_order([number for number, _ in side if number >= 0])
        for number, sentences in side:
            if number in settled and number // SECTION > section:
                section = number // SECTION
                lines.append(f"## Part {section + 1}")
            lines.append(" ".join(sentences))
            if number >= 0 and number not in settled:
                elsewhere.update(sentences)
        files.append(folder / f"{year}-{size}.md")
        files[-1].write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    return files[0], files[1], elsewhere


def _in_order(numbers: list[int]) -> set[int]:
    """The members of the longest rising run of numbers: what stands where it stood."""
    ends: list[int] = []
    before: dict[int, int | None] = {}
    from bisect import bisect_left

    for number in numbers:
        at = bisect_left(ends, number)
        before[number] = ends[at - 1] if at else None
        ends[at : at + 1] = [number]
    found: set[int] = set()
    last: int | None = ends[-1] if ends else None
    while last is not None:
        found.add(last)
        last = before[last]
    return found


def loop() -> float:
    """CPU seconds of a fixed piece of work, so that the figures of two machines can be compared."""
    start = time.process_time()
    held: dict[str, int] = {}
    for i in range(1_000_000):
        word = str(i % 5000)
        held[word] = held.get(word, 0) + len(word)
    return time.process_time() - start


def run(old: Path, new: Path, out: Path) -> Cost:
    """Compare both files in a process of its own."""
    one = loop()
    command = [sys.executable, "-m", "tracediff", "compare", "--format", "json", "-o"]
    process = subprocess.Popen([*command, str(out), str(old), str(new)])
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, "tracediff failed"
    cpu = used.ru_utime + used.ru_stime
    one = (one + loop()) / 2
    return Cost(cpu, cpu / one, used.ru_maxrss / 1024, out.stat().st_size / 1e6)


def falsely_moved(out: Path, elsewhere: set[str]) -> tuple[int, int, int]:
    """How many links there are with both sides, are called moved, and are called so falsely."""
    with out.open(encoding="utf-8") as stream:
        report = json.load(stream)
    texts = {s["id"]: s["text"] for side in ("old", "new") for s in report[side]["sentences"]}
    links = [link for link in report["alignment"] if link["old"] and link["new"]]
    moved = [link for link in links if link["moved"]]
    false = [link for link in moved if not any(texts[i] in elsewhere for i in link["new"])]
    return len(links), len(moved), len(false)


def measure(size: int, folder: Path, last: Cost | None) -> Cost:
    """One line on one size, beside the one before."""
    old, new, elsewhere = write(size, folder)
    out = folder / f"{size}.json"
    cost = run(old, new, out)
    links, moved, false = falsely_moved(out, elsewhere)
    beside = ""
    if last:
        beside = (
            f"; × the one before: CPU {cost.loops / last.loops:.2f}, "
            f"memory {cost.memory / last.memory:.2f}, JSON {cost.written / last.written:.2f}"
        )
    print(
        f"{size:,} paragraphs: CPU {cost.cpu:.1f} s ({cost.loops:.0f} loops), {cost.memory:.0f} MB, "
        f"JSON {cost.written:.1f} MB; of {links:,} links {moved:,} moved, {false:,} falsely "
        f"({100 * false / links:.2f} %){beside}",
        flush=True,
    )
    return cost


def main() -> None:
    """Measure each size."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--sizes", default="1000,2000")
    parser.add_argument("--keep", type=Path, help="leave the files in this folder")
    asked = parser.parse_args()
    last = None
    with tempfile.TemporaryDirectory() as made:
        folder = asked.keep or Path(made)
        for size in map(int, asked.sizes.split(",")):
            last = measure(size, folder, last)


if __name__ == "__main__":
    main()
