#!/usr/bin/env python3
"""Score timelines of made-up editions whose truth is known: series, restatements, threads.

usage: timeline_series.py [--countries N] [--editions N] [--measures N] [--seed N]

Each country's report gives a number of measures every year, reworded by one of three forms each
time, a tenth of the past values restated, a tenth of the figures skipped. A series is right as far
as one series of the timeline holds its values of each edition; precision counts the values that
such a series holds beside them.
"""

from __future__ import annotations

import argparse
import random
import tempfile
from dataclasses import dataclass
from pathlib import Path

from tracediff.model import Timeline
from tracediff.pipeline import timeline

WHO = "police,courts,the labour ministry,the border guard,the health service,prosecutors,the coast guard,town councils,the tax office,the school board".split(
    ","
)
WHAT = {
    "patrols": "carried out", "hearings": "held", "farm visits": "made", "boats": "searched", "nurses": "trained",
    "indictments": "filed", "rescues": "completed", "permits": "revoked", "audits": "finished", "teachers": "hired",
    "bridges": "repaired", "wells": "tested", "loans": "granted", "letters": "answered", "trees": "planted", "books": "printed",
}  # fmt: skip
PLACES = "in the north,in the delta,along the coast,in the capital,in mountain districts,in the harbour".split(
    ","
)
FORMS = (
    "In {year}, {who} {done} {value} {what} {place}, compared with {past} in {last}.",
    "{Who} {done} {value} {what} {place} in {year}, up or down from {past} in {last}.",
    "According to official data, {who} {done} {value} {what} {place} in {year}, compared with {past} in {last}.",
)
SAID = (
    "{Who} had no written rules on gifts {place}.",
    "{Who} kept its archive of {what} {place} closed to visitors.",
    "Complaints about {who} {place} could be made by telephone only.",
)


@dataclass
class Truth:
    """What was written: values by measure, edition and year; restatements; ends of statements."""

    values: dict[str, dict[int, set[tuple[int, int]]]]
    restated: dict[str, set[tuple[int, int, int]]]
    threads: dict[str, tuple[int, int]]


def make(folder: Path, rng: random.Random, editions: int, measures: int) -> Truth:
    truth = Truth({}, {}, {})
    keys = rng.sample([(w, t, p) for w in WHO for t in WHAT for p in PLACES], measures)
    series = {key: [rng.randint(20, 9000)] for key in keys}
    for key in keys:
        for _ in range(editions):
            series[key].append(max(3, round(series[key][-1] * rng.uniform(0.7, 1.35))))
    spans = {}
    for number in range(measures // 3):
        who, what, place = keys[number]
        text = SAID[number % 3].format(who=who, Who=who.capitalize(), what=what, place=place)
        first = rng.randrange(editions - 1)
        spans[text] = (first, rng.randrange(first + 1, editions))
    for edition in range(editions):
        year = 2010 + edition
        lines = [f"# Public Services Review: {year} Edition", ""]
        for who in WHO:
            lines += [f"## {who.capitalize()}", ""]
            for key in keys:
                if key[0] != who or rng.random() < 0.1:
                    continue
                value, past = series[key][edition + 1], series[key][edition]
                name = " ".join(key)
                if edition and rng.random() < 0.1:
                    told = truth.values.get(name, {}).get(edition - 1, set())
                    now = past + max(2, round(past * rng.uniform(0.03, 0.2)))
                    if (year - 1, past) in told:
                        truth.restated.setdefault(name, set()).add((year - 1, past, now))
                    past = now
                lines += [rng.choice(FORMS).format(
                    year=year, last=year - 1, who=who, Who=who.capitalize(), what=key[1],
                    done=WHAT[key[1]], place=key[2], value=f"{value:,}", past=f"{past:,}",
                ), ""]  # fmt: skip
                truth.values.setdefault(name, {}).setdefault(edition, set()).update(
                    {(year, value), (year - 1, past)}
                )
            for text, (first, last) in spans.items():
                if who.casefold() in text.casefold() and first <= edition <= last:
                    lines += [text, ""]
                    truth.threads[text] = (first, last)
        (folder / f"review-{year}.md").write_text("\n".join(lines), encoding="utf-8")
    return truth


def score(found: Timeline, truth: Truth) -> dict[str, int]:
    total = dict.fromkeys(
        (
            "points",
            "right",
            "wrong",
            "whole",
            "series",
            "restated",
            "told",
            "false",
            "ends",
            "threads",
        ),
        0,
    )
    runs = [
        {
            (o.edition, o.period.end.year if o.period else 0, int(o.value))
            for o in run.observations
            if o.value is not None
        }
        for run in found.series
    ]
    said = {
        (r.period.end.year, int(r.first), int(r.later))
        for run in found.series
        for r in run.restated
        if r.sure
    }
    known: set[tuple[int, int, int]] = set()
    for name, editions in truth.values.items():
        if len(editions) < 2:
            continue
        points = {
            (edition, year, value) for edition, held in editions.items() for year, value in held
        }
        best = max(runs, key=lambda run: len(run & points), default=set())
        total["series"] += 1
        total["points"] += len(points)
        total["right"] += len(best & points)
        total["wrong"] += len(best - points)
        total["whole"] += points <= best
        known |= truth.restated.get(name, set())
    total["restated"], total["told"], total["false"] = (
        len(known),
        len(known & said),
        len(said - known),
    )
    for text, (first, last) in truth.threads.items():
        total["threads"] += 1
        total["ends"] += any(
            t.text == text and (t.first, t.last) == (first, last) for t in found.threads
        )
    return total


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    for name, number in (("countries", 5), ("editions", 7), ("measures", 60), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=number)
    given = parser.parse_args()
    rng = random.Random(given.seed)
    total: dict[str, int] = {}
    for _ in range(given.countries):
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            truth = make(folder, rng, given.editions, given.measures)
            result = score(timeline(sorted(folder.iterdir())), truth)
        total = {key: total.get(key, 0) + value for key, value in result.items()}
    t = total
    print(
        f"series recall {t['right'] / t['points']:.3f}, precision {t['right'] / max(1, t['right'] + t['wrong']):.3f}, whole {t['whole']}/{t['series']}"
    )
    print(
        f"restatements {t['told']}/{t['restated']}, false {t['false']}; threads right {t['ends']}/{t['threads']}"
    )


if __name__ == "__main__":
    main()
