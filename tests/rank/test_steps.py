"""What each step of the ranking makes of all findings in invented reports.

A later step makes up for much that one before it leaves apart, and most findings are told with
others: here stands what each step joined and how findings were weighed (``steps/<name>.txt``, by
``python -m tests.kept``).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.detect.test_each_detector import comparison
from tests.kept import Kept
from tracediff.detect import detect
from tracediff.model import Comparison, Finding
from tracediff.rank.halves import beside, joined
from tracediff.rank.importance import Weighing
from tracediff.rank.matters import matters
from tracediff.rank.rarity import rarity
from tracediff.rank.steps import without_steps
from tracediff.rank.told_elsewhere import told_elsewhere
from tracediff.rank.twice import told_once
from tracediff.rank.whole_links import with_all_sentences
from tracediff.settings import Ranking

NAMES = "dairy guard water republic kiln herring museum constables charter log districts".split()
LOOSE = replace(
    Ranking(), half=0.2, half_elsewhere=0.25, half_words=2, half_alone=0.2, half_linked=0.4,
    half_asked=0.1, half_recalled=0.1, half_done=0.05, half_clause=0.3, half_gap=0.05,
    half_beside=0.05, repeated=0.3, repeated_words=4, rounded=0.3, same_words=1, few=2,
    telling_digits=2, telling_words=1,
)  # fmt: skip
WAYS: Mapping[str, Ranking] = {"as given": Ranking(), "turned": LOOSE, "beside the next": Ranking()}


def name_of(finding: Finding) -> str:
    """A finding by its rule and the places of its sides, with those told in it."""
    places = (
        f"{one.sentence}:{one.at.start}" if one else "–" for one in (finding.old, finding.new)
    )
    others = f" ({', '.join(map(name_of, finding.facets))})" if finding.facets else ""
    return f"{finding.rule.id} {finding.severity.value[0]} {' '.join(places)}{others}"


def fresh(findings: Sequence[Finding], before: Sequence[Finding]) -> Iterator[str]:
    """What a step put in and left out."""
    was, now = list(map(name_of, before)), list(map(name_of, findings))
    yield from (f"+ {one}" for one in now if one not in was)
    yield from (f"- {one}" for one in was if one not in now)


def steps(given: Comparison, settings: Ranking) -> Iterator[str]:
    """Each step by itself, handed what the one before it makes."""
    found = list(without_steps(detect(given), given))
    rare, weighing = rarity(given), Weighing(given, settings)
    weighing.weigh([one for one in found if one.rule.id[0] == "N"])
    yield "weighed:"
    for one in found:
        marks = {mark: round(size, 2) for mark, size in weighing.marks(one).items() if size}
        told = " ".join(f"{mark} {size:g}" for mark, size in sorted(marks.items()))
        yield f"{name_of(one)} {weighing.importance(one):.2f} {told}"
    halves = list(joined(found, given, rare, settings))
    yield from ("joined:", *fresh(halves, found))
    groups = [*matters(halves, given, settings)]
    yield "matters:"
    yield from (" + ".join(map(name_of, group)) for group in groups if len(group) > 1)
    once = [*told_once(groups, given, settings)]
    yield "told once:"
    yield from (" + ".join(map(name_of, group)) for group in once if group not in groups)
    heads = [group[0] for group in once]
    near = list(beside(heads, given, rare, settings))
    yield from ("beside:", *fresh(near, heads))
    other = list(told_elsewhere(near, given, rare, settings))
    yield from ("told elsewhere:", *fresh(other, near))
    yield from ("all sentences:", *fresh(list(with_all_sentences(other, given)), other))


def told(name: str) -> list[str]:
    return [
        line
        for way, settings in WAYS.items()
        for line in (f"# {way}", *steps(comparison(name, way), settings))
    ]


KEPT = Kept(Path(__file__).parent / "steps", NAMES, told)


@pytest.mark.parametrize("name", NAMES)
def test_each_step_joins_what_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
