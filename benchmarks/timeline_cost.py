#!/usr/bin/env python3
"""Measure what a timeline costs: beside its readings and comparisons, and as editions are added.

usage: timeline_cost.py [--words N] [--editions N] [FILE...]

Without files, country reports of so many words are made of a stock of sentences: each edition
rewords, drops and adds a tenth of them, and each figure moves. All figures are CPU seconds of one
run, and peaks of memory of processes of their own.
"""

from __future__ import annotations

import argparse
import random
import resource
import subprocess
import sys
import tempfile
import time
from itertools import pairwise
from pathlib import Path

WHO = "Police,The ministry,Courts,Inspectors,Prosecutors,The ombudsman,Town councils,The coast guard,A committee of parliament,Local officials".split(
    ","
)
DID = "recorded,investigated,reported,reviewed,registered,examined,dismissed,documented,closed,published".split(
    ","
)
WHAT = "complaints of ill-treatment,cases of unpaid wages,arrests of demonstrators,evictions of tenants,reports of threats,files on child labor,requests for asylum,cases of bribery,searches of homes,strikes in factories".split(
    ","
)
WHERE = "in the capital,in the northern districts,in the delta,along the border,in three prisons,in the harbour,on plantations,in mountain villages,in the textile industry,in state schools".split(
    ","
)
TAIL = "although observers said that many others never came to light,and most were still pending at the end of the year,which human rights organizations called a step in the right direction,but no officer was held to account,as in earlier years,according to the yearly report of the ombudsman".split(
    ","
)
PLAIN = (
    "The law prohibits such practices, but the government did not always enforce it effectively {where}.",
    "{who} generally respected these rights, although journalists {where} said that they censored themselves.",
    "Conditions {where} remained harsh because of overcrowding, poor sanitation and a lack of medical care.",
    "Organizations that work on {what} operated without restriction {where}, and officials often met them.",
)  # fmt: skip


def make(folder: Path, words: int, editions: int, seed: int = 1) -> list[Path]:
    rng = random.Random(seed)

    def sentence() -> tuple[str, int]:
        who, did, what, where, tail = (rng.choice(x) for x in (WHO, DID, WHAT, WHERE, TAIL))
        if rng.random() < 0.35:
            return (
                f"In {{year}}, {who[0].lower()}{who[1:]} {did} {{value}} {what} {where}, {tail}.",
                rng.randint(5, 4000),
            )
        form = rng.choice(PLAIN).format(who=who, what=what, where=where)
        return f"{form[:-1]}, {tail}.", 0

    stock = [sentence() for _ in range(words // 24)]
    paths = []
    for number in range(editions):
        year = 2010 + number
        stock = [
            sentence()
            if rng.random() < 0.1
            else (s, max(3, round(v * rng.uniform(0.8, 1.3))) if v else 0)
            for s, v in stock
        ]
        lines = [f"# Human Rights Review: {year} Edition", ""]
        for at, (text, value) in enumerate(stock):
            if at % 40 == 0:
                lines += [
                    "",
                    f"## Chapter {WHAT[(at // 40) % len(WHAT)].title()} {at // 400 + 1}",
                    "",
                ]
            lines.append(text.format(year=year, value=f"{value:,}") + ("" if at % 5 else "\n"))
        paths.append(folder / f"review-{year}.md")
        paths[-1].write_text("\n".join(lines), encoding="utf-8")
    return paths


def ratio(paths: list[Path]) -> None:
    """CPU of the timeline against that of its readings and comparisons by themselves, in one run."""
    from tracediff.pipeline import compare, timeline
    from tracediff.study import load

    timeline(paths[:2])  # imports
    clock = time.process_time

    def by_themselves() -> tuple[float, float]:
        start = clock()
        readings = [load(path) for path in paths]
        read = clock() - start
        start = clock()
        for old, new in pairwise(readings):
            compare(old, new)
        return read, clock() - start

    forget()
    read, compared = by_themselves()
    forget()
    start = clock()
    timeline(paths)
    whole = clock() - start
    sum_of = read + compared
    print(
        f"readings {read:.1f} + comparisons {compared:.1f} = {sum_of:.1f}; timeline {whole:.1f} CPU-s: {whole / sum_of:.2f} times"
    )


def forget() -> None:
    """Empty every cache, so that neither way profits from the other."""
    import gc

    for one in gc.get_objects():
        if type(one).__name__ == "_lru_cache_wrapper":
            one.cache_clear()


def peak(paths: list[Path]) -> tuple[float, float]:
    """CPU seconds and megabytes of the command with these files."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    script = (
        "import resource, runpy, sys, atexit\n"
        "atexit.register(lambda: print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr))\n"
        "from tracediff.pipeline import timeline\nfrom tracediff.render import TIMELINE_RENDERERS, Options\n"
        "found = timeline(sys.argv[1:])\nTIMELINE_RENDERERS['html'](found, Options())\n"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script, *map(str, paths)],
        stderr=subprocess.PIPE,
        text=True,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return cpu, int(ended.stderr.split()[-1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--words", type=int, default=15_000)
    parser.add_argument("--editions", type=int, default=7)
    parser.add_argument("files", nargs="*", type=Path)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        paths = given.files or make(Path(name), given.words, given.editions)
        print(
            f"{len(paths)} editions, {sum(len(p.read_text(encoding='utf-8').split()) for p in paths):,} words"
        )
        for number in sorted({2, (len(paths) + 1) // 2, len(paths)}):
            cpu, memory = peak(paths[:number])
            print(f"{number} editions: {cpu:.1f} CPU-s, {memory:.0f} MB")
        ratio(paths)  # last: a process that it starts would count the memory of this one


if __name__ == "__main__":
    main()
