"""How the alignment grows: made editions with known truth, beside other tools in the same run.

usage: python benchmarks/alignment_growth.py [--sizes 1000,5000,20000] [--limit SECONDS] [--alone]

Editions of so many paragraphs of about 100 words are made from invented words: 70 % of the
paragraphs are kept, 20 % edited, 5 % dropped, 5 % added, and 3 % of all stand elsewhere. A link is
right where the pair of sentences is in the truth. Each aligner runs in a process of its own, so
that its memory is its own; the others get the same two texts as files and ``--limit`` seconds.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import accumulate
from pathlib import Path

WORDS_IN_SENTENCE = (12, 28)
SENTENCES = 5
SECTION = 25  # paragraphs

Made = list[tuple[int, list[str]]]  # paragraphs: their number in the old edition or -1, sentences


def make(size: int, seed: int = 1) -> tuple[Made, Made]:
    """An old edition and a new one, paragraph by paragraph."""
    rng = random.Random(seed * 1_000_003 + size)
    words = _vocabulary(rng, 30_000)
    heavy = list(accumulate(1 / (rank + 2) for rank in range(len(words))))
    old: Made = [(number, _paragraph(rng, words, heavy)) for number in range(size)]
    new: Made = []
    moving: Made = []
    for number, sentences in old:
        fate = rng.random()
        if fate < 0.05:
            continue
        after = sentences
        if fate < 0.25:
            after = [_edit(rng, s, words, heavy) if rng.random() < 0.7 else s for s in sentences]
        (moving if rng.random() < 0.03 else new).append((number, after))
        if rng.random() < 0.05:
            new.append((-1, _paragraph(rng, words, heavy)))
    for paragraph in moving:
        new.insert(rng.randrange(len(new) + 1), paragraph)
    return old, new


def _vocabulary(rng: random.Random, size: int) -> list[str]:
    sounds = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en")]
    found: dict[str, None] = {}
    while len(found) < size:
        found["".join(rng.choices(sounds, k=rng.choice((1, 2, 2, 3, 3, 4))))] = None
    return list(found)


def _paragraph(rng: random.Random, words: list[str], heavy: list[float]) -> list[str]:
    return [_sentence(rng, words, heavy) for _ in range(SENTENCES)]


def _sentence(rng: random.Random, words: list[str], heavy: list[float]) -> str:
    chosen = rng.choices(words, cum_weights=heavy, k=rng.randint(*WORDS_IN_SENTENCE))
    if rng.random() < 0.3:
        chosen[rng.randrange(len(chosen))] = f"{rng.randrange(2, 9000):,}"
    if rng.random() < 0.3:
        chosen.insert(rng.randrange(1, len(chosen)), rng.choice(words[3000:]).capitalize())
    return " ".join(chosen).capitalize() + "."


def _edit(rng: random.Random, sentence: str, words: list[str], heavy: list[float]) -> str:
    """Change, drop or add about one word in six."""
    out: list[str] = []
    for word in sentence.rstrip(".").split():
        fate = rng.random()
        if fate < 0.09:
            out.append(rng.choices(words, cum_weights=heavy)[0])
        elif fate < 0.13:
            continue
        elif fate < 0.17:
            out += [word, rng.choices(words, cum_weights=heavy)[0]]
        else:
            out.append(word)
    return " ".join(out or ["nothing"]) + "."


def texts(size: int) -> tuple[str, str]:
    """Both editions as files hold them: a paragraph a line."""
    old, new = make(size)
    return tuple("\n".join(" ".join(s) for _, s in side) + "\n" for side in (old, new))  # type: ignore[return-value]


def run_tracediff(size: int) -> dict[str, float]:
    """Align both editions; time, memory and link F1."""
    from tracediff.align import align
    from tracediff.model import BlockKind, Edition, Paragraph, Section, Sentence, Span

    def edition(name: str, made: Made) -> Edition:
        sections, paragraphs, sentences = [], [], []
        for at, (_, lines) in enumerate(made):
            if at % SECTION == 0:
                sections.append(Section(len(sections), f"Part {len(sections)}", 1, Span(0, 0)))
            first = len(sentences)
            for line in lines:
                sentences.append(
                    Sentence(len(sentences), line, Span(0, len(line)), len(sections) - 1, at, at)
                )
            paragraphs.append(
                Paragraph(
                    at, len(sections) - 1, BlockKind.PARAGRAPH, Span(0, 0), first, len(sentences)
                )
            )
        return Edition(
            name, name, "made", None, "", None, "", name,
            tuple(sections), tuple(paragraphs), tuple(sentences),
        )  # fmt: skip

    old, new = make(size)
    editions = edition("old", old), edition("new", new)
    truth = _truth(old, new)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.perf_counter()
    alignment = align(*editions)
    seconds = time.perf_counter() - start
    got = {(o, n) for link in alignment.links for o in link.old for n in link.new}
    right = len(got & truth)
    return {
        "seconds": seconds,
        "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "megabytes before": before / 1024,
        "precision": right / len(got),
        "recall": right / len(truth),
        "f1": 2 * right / (len(got) + len(truth)),
    }


def _truth(old: Made, new: Made) -> set[tuple[int, int]]:
    return {
        (number * SENTENCES + at, place * SENTENCES + at)
        for place, (number, _) in enumerate(new)
        if number >= 0
        for at in range(SENTENCES)
    }


def run_difflib(size: int) -> dict[str, float]:
    """difflib over the words of both texts."""
    from difflib import SequenceMatcher

    old, new = (text.split() for text in texts(size))
    start = time.perf_counter()
    SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    return {"seconds": time.perf_counter() - start}


def run_redlines(size: int) -> dict[str, float]:
    """redlines over both texts."""
    from redlines import Redlines

    old, new = texts(size)
    start = time.perf_counter()
    assert Redlines(old, new).output_markdown
    return {"seconds": time.perf_counter() - start}


def run_command(size: int, *command: str) -> dict[str, float]:
    """A program over both texts as files."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for name, text in zip(("old.txt", "new.txt"), texts(size), strict=True):
            path = Path(folder) / name
            path.write_text(text, encoding="utf-8")
            paths.append(str(path))
        start = time.perf_counter()
        subprocess.run([*command, *paths], stdout=subprocess.DEVNULL, check=False)
        return {"seconds": time.perf_counter() - start}


RUNS = {
    "tracediff": run_tracediff,
    "redlines": run_redlines,
    "difflib": run_difflib,
    "wdiff": lambda size: run_command(size, "wdiff", "-3"),
    "git word-diff": lambda size: run_command(
        size, "git", "diff", "--no-index", "--no-color", "--word-diff=porcelain"
    ),
}


def measure(name: str, size: int, limit: float) -> dict[str, float] | None:
    """One run in a process of its own; none where it does not finish in time."""
    command = [sys.executable, __file__, "--run", name, "--sizes", str(size)]
    try:
        done = subprocess.run(command, capture_output=True, timeout=limit, check=True, text=True)
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    found: dict[str, float] = json.loads(done.stdout)
    return found


def main() -> None:
    """Run everything and print two tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sizes", default="1000,5000,20000")
    parser.add_argument("--limit", type=float, default=120.0)
    parser.add_argument("--alone", action="store_true", help="leave the other tools out")
    parser.add_argument("--run", choices=sorted(RUNS), help=argparse.SUPPRESS)
    options = parser.parse_args()
    sizes = [int(size) for size in options.sizes.split(",")]
    if options.run:
        print(json.dumps(RUNS[options.run](sizes[0])))
        return
    print("| paragraphs | seconds | times the one before | megabytes | link P | link R | link F1 |")
    print("| ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    own: dict[int, float] = {}
    last = None
    for size in sizes:
        found = measure("tracediff", size, 3600.0)
        assert found, "tracediff failed"
        own[size] = found["seconds"]
        growth = f"{own[size] / own[last]:.2f} for {size / last:.1f}x" if last else ""
        print(
            f"| {size:,} | {own[size]:.2f} | {growth} | {found['megabytes']:.0f} "
            f"| {found['precision']:.4f} | {found['recall']:.4f} | {found['f1']:.4f} |",
            flush=True,
        )
        last = size
    if options.alone:
        return
    others = [n for n in RUNS if n != "tracediff" and (n not in ("wdiff",) or shutil.which(n))]
    print("\nTime of each as a multiple of tracediff's (— : not done within the limit)\n")
    print("| paragraphs | " + " | ".join(others) + " |")
    print("| ---: |" + " ---: |" * len(others))
    given_up: set[str] = set()
    for size in sizes:
        cells = []
        for name in others:
            found = None if name in given_up else measure(name, size, options.limit)
            given_up |= {name} if not found else set()
            cells.append(f"{found['seconds'] / own[size]:.3g}" if found else "—")
        print(f"| {size:,} | " + " | ".join(cells) + " |", flush=True)


if __name__ == "__main__":
    main()
