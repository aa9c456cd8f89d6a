"""Score the alignment of pairs of editions that were read and paired by hand, sentence by sentence.

usage: python benchmarks/readings.py DATA [NAME …]

DATA is a folder with corpora/NAME/old.* and new.*. The readings beside this file, readings/NAME.json,
were made by careful readers who saw neither the program nor its answer. They hold no text: a
sentence is told by a hash of its words, so one that is cut otherwise by now is said to be lost.
Each pair says its kind (same, figure, claim, rolled, identical), whether it moved, and how many
readers would draw it (sure, most, doubtful). Precision leaves aside what is called identical.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

import tracediff
from tracediff.align import align
from tracediff.model import Edition

READINGS = Path(__file__).parent / "readings"
Couple = tuple[int, int]


class Drawn(NamedTuple):
    """A pair that a reader drew: the places of its sentences, where these stand more than once all."""

    couples: frozenset[Couple]
    kind: str
    moved: bool
    doubt: str


def hashed(text: str) -> str:
    """What a sentence is known by: its letters and digits, without citations."""
    text = re.sub(r"\s?\(\d{1,3}(?:[;,–-] ?\d{1,3})*\)", "", text)
    return hashlib.sha256(re.sub(r"\W+", " ", text.casefold()).strip().encode()).hexdigest()[:12]


def places(edition: Edition) -> dict[str, list[int]]:
    """Where each sentence stands, by its hash."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for sentence in edition.sentences:
        found[hashed(sentence.text)].append(sentence.index)
    return found


def editions(name: str, data: Path) -> tuple[Edition, Edition]:
    """The two editions of a pair, as text."""
    folder = data / "corpora" / name
    ending = ".md" if (folder / "old.md").exists() else ".txt"
    return tracediff.read(folder / f"old{ending}"), tracediff.read(folder / f"new{ending}")


def score(name: str, data: Path) -> str:
    """How well the links agree with the reading, in a line."""
    reading = json.loads((READINGS / f"{name}.json").read_text())
    old, new = editions(name, data)
    olds, news = places(old), places(new)
    drawn = [
        Drawn(frozenset((o, n) for o in olds.get(b, ()) for n in news.get(a, ())), *more)
        for b, a, *more in reading["pairs"]
    ]
    lone_old = {i for h in reading["alone_old"] for i in olds.get(h, ())}
    lone_new = {i for h in reading["alone_new"] for i in news.get(h, ())}
    named_old = lone_old | {o for pair in drawn for o, _ in pair.couples}
    named_new = lone_new | {n for pair in drawn for _, n in pair.couples}
    links = align(old, new).links
    found = {(o, n) for link in links for o in link.old for n in link.new}
    found = {(o, n) for o, n in found if o in named_old or n in named_new}
    moved = {(o, n) for k in links if k.elsewhere for o in k.old for n in k.new}
    changed = [pair for pair in drawn if pair.kind != "identical" and pair.couples]
    quiet = {c for pair in drawn if pair.kind == "identical" for c in pair.couples}
    told = {
        (o, n)
        for o, n in found - quiet
        if hashed(old.sentences[o].text) != hashed(new.sentences[n].text)
    }
    right = len(told & {c for pair in changed for c in pair.couples})
    precision = right / len(told)
    recall = _share([bool(pair.couples & found) for pair in changed])
    agreed = _share([bool(pair.couples & found) for pair in changed if pair.doubt != "doubtful"])
    away = [bool(pair.couples & moved) for pair in drawn if pair.moved and pair.couples]
    left = len(lone_old - {o for o, _ in found}) + len(lone_new - {n for _, n in found})
    lost = sum(not pair.couples for pair in drawn)
    return (
        f"{name:26s} P {precision:.3f}  R {recall:.3f}"
        f"  F1 {2 * precision * recall / (precision + recall):.3f}  ({len(changed)} changed pairs)"
        f"  R without doubtful ones {agreed:.3f}  moved {sum(away)}/{len(away)}"
        f"  left alone {left}/{len(lone_old) + len(lone_new)}" + (f"  lost {lost}" if lost else "")
    )


def _share(answers: list[bool]) -> float:
    return sum(answers) / len(answers)


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("data", type=Path)
    parser.add_argument("names", nargs="*")
    arguments = parser.parse_args()
    for name in arguments.names or sorted(p.stem for p in READINGS.glob("*.json")):
        print(score(name, arguments.data))


if __name__ == "__main__":
    main()
