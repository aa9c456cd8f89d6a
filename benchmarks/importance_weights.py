"""What each weight of importance does to page one: lists of editors in, a line for each weight out.

    python benchmarks/importance_weights.py SCORER EXPECTED [EXPECTED ...] -- [EXPECTED ...]

SCORER is the file of a scorer with ``place(item, units)``; EXPECTED is an editor's list with "old", "new"
(editions, by their place from the list) and "expected". Lists before ``--`` are those that weights are
chosen by, those behind it are only looked at. Stories are made once; each weight is then moved alone.
"""

from __future__ import annotations

import importlib.util
import json
import math
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from tracediff import compare
from tracediff.model import Comparison, Finding, Report
from tracediff.rank.importance import Weighing, kind_of
from tracediff.settings import Settings

Marks = tuple[str, Mapping[str, float]]
STEPS = (-0.4, -0.2, 0.2, 0.4)
LEADS = 8.0  # a story of more importance leads whatever its marks are


class Story(NamedTuple):
    """The marks of each finding of a story, its size, and how many wanted changes it tells."""

    marks: Sequence[Marks]
    size: int
    leads: bool
    wanted: int


def main(scorer: str, *files: str) -> None:
    spec = importlib.util.spec_from_file_location("scorer", scorer)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    cut = files.index("--") if "--" in files else len(files)
    halves = [[read(Path(f), module) for f in part] for part in (files[:cut], files[cut + 1 :])]
    settings = Settings()
    weights = {"kinds": dict(settings.ranking.kinds), "marks": dict(settings.ranking.weights)}
    base = [told(half, weights) for half in halves]
    print("told in the first 10, 20, and smoothly:", *base)
    for held in weights.values():
        for name, value in sorted(held.items()):
            moves = []
            for step in STEPS:
                held[name] = value + step
                gains = [told(h, weights)[2] - b[2] for h, b in zip(halves, base, strict=True)]
                moves.append(f"{step:+.1f}: " + "/".join(f"{gain:+.2f}" for gain in gains))
            held[name] = value
            print(f"{name:12s} {value:5.2f}  {'  '.join(moves)}")


def read(path: Path, scorer: Any) -> list[Story]:
    """The stories of the two editions that a list is about, in their order."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    folder = path.parent
    made = compare(folder / gold["old"], folder / gold["new"])
    units = [
        (s.headline, [shown(f, made.comparison) for f in s.findings[:5]]) for s in made.stories
    ]
    at = [scorer.place(item, units) for item in gold["expected"]]
    return list(stories(made, at))


def stories(made: Report, at: Sequence[int | None]) -> Iterator[Story]:
    ranking = Settings().ranking
    weighing = Weighing(made.comparison, ranking)
    for number, story in enumerate(made.stories):
        marks = [(kind_of(x, ranking), weighing.marks(x)) for f in story.findings for x in f.all]
        yield Story(marks, len(story.findings), story.importance > LEADS, at.count(number))


def shown(finding: Finding, comparison: Comparison) -> dict[str, list[str]]:
    """The texts that a finding shows on either side."""
    sides: dict[str, list[str]] = {"old": [], "new": []}
    for one in finding.all:
        for side, evidence in (("old", one.old), ("new", one.new)):
            if evidence is not None:
                reading = comparison.old if evidence.side == "old" else comparison.new
                sides[side] += [evidence.quote, reading.edition.sentences[evidence.sentence].text]
    return sides


def told(
    half: Sequence[Sequence[Story]], weights: Mapping[str, Mapping[str, float]]
) -> tuple[float, float, float]:
    """How many wanted changes stand among the first 10 and 20, and the same without a sharp edge."""
    telling = Settings().telling
    ten = twenty = smooth = 0.0
    for report in half:
        by_weight = sorted(
            report, key=lambda s: -importance(s, weights, telling.others, telling.most_others)
        )
        for place, story in enumerate(by_weight):
            ten += story.wanted * (place < 10)
            twenty += story.wanted * (place < 20)
            smooth += story.wanted / (1 + math.exp((place - 15) / 5))
    return ten, twenty, round(smooth, 2)


def importance(
    story: Story, weights: Mapping[str, Mapping[str, float]], others: float, most: int
) -> float:
    kinds, marks = weights["kinds"], weights["marks"]
    own = max(
        kinds.get(kind, 0.0) + sum(marks.get(name, 0.0) * value for name, value in held.items())
        for kind, held in story.marks
    )
    return own + min(story.size - 1, most) * others + (LEADS + 2 if story.leads else 0.0)


if __name__ == "__main__":
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
