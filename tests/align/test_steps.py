"""What each pass of the alignment adds, and the evidence that it weighs, for invented reports.

The last pass makes up for much that one before it leaves out, so that the links alone do not show
it. ``steps/<name>.txt`` has each pass's groups, and of pairs that are likely what speaks for them
(``python -m tests.kept`` writes it anew).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from tests.kept import Kept
from tests.whole.test_whole_reports import PAIRS, found
from tracediff import read
from tracediff.align.groups import Draft, Group
from tracediff.align.pairing import PASSES
from tracediff.align.sections import headings
from tracediff.align.texts import texts_of
from tracediff.settings import Aligning

NAMES = "harbour library dairy guard kiln museum charter log republic veldania".split()

# How the reports are set side by side, beside the way that is given: pairs looked up by their words
# though there are few, next to nothing looked up, loosely, and with many parts to a link.
WAYS: Mapping[str, Aligning] = {
    "as given": Aligning(),
    "looked up": replace(Aligning(), all_pairs=0, candidates=2, postings=12, telling=0.3, reach=1),
    "by place": replace(Aligning(), all_pairs=0, candidates=0, reach=2),
    "loosely": replace(
        Aligning(), similar=-2.5, join=-2.5, matter=-1.5, elsewhere_part=0.4, elsewhere=1,
        elsewhere_whole=0.5, built=0.4, hopeless=-9.0, most=6,
    ),
}  # fmt: skip


def first_draft(name: str) -> Draft:
    """Two editions of which nothing is linked yet."""
    old, new = (read(found(file)) for file in PAIRS[name])
    return Draft(texts_of(old, new, headings(old, new)))


def told_of(group: Group, why: bool) -> str:
    found = f"{group.old} {group.new} {group.score:.2f}{' moved' if group.moved else ''}"
    if group.old_apart or group.new_apart:
        found += f" apart {group.old_apart} {group.new_apart}"
    return f"{found} {'; '.join(group.why)}" if why else found


def steps(name: str, way: str) -> Iterator[str]:
    """What each pass adds and takes away."""
    draft, settings = first_draft(name), WAYS[way]
    for step in PASSES:
        before = draft.groups
        draft, why = step(draft, settings), way == "as given"
        new = [told_of(group, why) for group in draft.groups if group not in before]
        gone = [f"{group.old} {group.new}" for group in before if group not in draft.groups]
        yield from (f"{step.__name__}: +{one}" for one in new)
        yield from (f"{step.__name__}: -{one}" for one in gone)
        if step.__name__ == "similar" and way in ("as given", "looked up"):
            yield from weighed(draft, settings)


def weighed(draft: Draft, settings: Aligning) -> Iterator[str]:
    """The evidence for each likely pair, as numbers."""
    for kind, pairs in (("whole", draft.evidence), ("part", draft.parts)):
        for (o, n), one in sorted(pairs.items()):
            if one.odds > LIKELY:
                rivals = f"{one.old_rival:.2f} {one.new_rival:.2f}"
                numbers = " ".join(f"{float(value):.2f}" for value in one.words)
                place = " ".join(f"{value:.2f}" for value in one.place or ())
                odds = f"{one.odds:.2f} {one.said:.2f}"
                yield f"{kind} {o} {n}: {odds} | {rivals} | {numbers} | {place}"


LIKELY = -2.0  # log odds; a pair below has no other numbers than one above


def told(name: str) -> list[str]:
    return [line for way in WAYS for line in (f"# {way}", *steps(name, way))]


KEPT = Kept(Path(__file__).parent / "steps", NAMES, told)


@pytest.mark.parametrize("name", NAMES)
def test_each_pass_links_what_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
