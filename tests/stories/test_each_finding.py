"""The headline of each finding by itself, and of those that stand side by side.

Page one tells the first finding of a story: here each is told as if it stood alone, with one of its
sides only and with its neighbours, with all that a headline says beside the change, and the groups
that are made of all (``each/<name>.txt``, by ``python -m tests.kept``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.detect.test_each_detector import comparison
from tests.kept import Kept
from tracediff.detect import detect
from tracediff.model import Briefing, Comparison, Evidence, Finding
from tracediff.settings import Settings, Telling
from tracediff.stories import brief, checks, tell
from tracediff.stories.groups import Group, grouped
from tracediff.stories.told import Teller

NAMES = "dairy guard water republic kiln herring museum constables charter log districts".split()
FREELY = replace(
    Telling(), many_sections=1, many_rows=2, leading=0.1, alike=1, digits=1, rare_name=40,
    telling_digits=3, certain=0.0, together=9, first=5, figures_first=12, again=0.3, most_again=2,
    others=0.3, most_others=2,
)  # fmt: skip


def places(teller: Teller, shown: Evidence) -> str:
    """What stands around a side of a finding."""
    own = teller.evidence
    parts = own.topic_of(shown), own.title_of(shown), own.question_of(shown)
    return " / ".join(part for part in (*parts, *own.heads(shown, 4)) if part)


def alone(teller: Teller, finding: Finding) -> Iterator[str]:
    """A finding with nothing beside it, then with either of its sides only."""
    plain = replace(finding, facets=())
    yield f"{finding.rule.id}: {teller.headline(Group((plain,)))}"
    if finding.rule.id[0] in "NC" and finding.old and finding.new:
        halves = {"old": replace(plain, old=None), "new": replace(plain, new=None)}
        for side, half in halves.items():
            yield f"  without {side}: {teller.headline(Group((half,)))}"
    if finding.rule.id[0] == "N":
        change = teller.figures.change(finding)
        told = f"; {change.values} {change.plain}" if change else "; no change"
        yield f"  named: {teller.figures.named(finding)}{told}"
    if finding.old and finding.new and finding.rule.id[0] == "C":
        words = teller.claims.differing_words(finding)
        yield f"  differ: {words.old} → {words.new} ({words.weight} at {words.at})"
    shown = finding.new or finding.old
    if shown:
        yield f"  in: {' < '.join(teller.evidence.homes.key(finding))}: {places(teller, shown)}"


def groups(found: Sequence[Finding], given: Comparison, settings: Telling) -> Iterator[str]:
    """The findings of each group by their place among all, and its headline."""
    teller, at = Teller(given, settings.many_rows), {id(one): n for n, one in enumerate(found)}
    for group in grouped(found, given, settings):
        members = " ".join(str(at[id(one)]) for one in group.findings)
        share = f"; {group.count} of {group.total}, {group.share:.2f}" if group.count else ""
        if len(group.findings) > 1 or share:
            yield f"{members}{share}: {teller.headline(group)}"


def lines(given: Comparison, settings: Settings) -> Iterator[str]:
    """All that is told of two editions."""
    found = detect(given)
    teller = Teller(given)
    for finding in found:
        yield from alone(teller, finding)
    yield "three at a time:"
    for at in range(0, len(found) - 2, 3):
        yield teller.headline(Group(found[at : at + 3]))
    yield from ("groups:", *groups(found, given, settings.telling))
    stories = tell(given, found, settings)
    yield "stories:"
    for story in stories:
        yield f"{story.importance:.2f} {story.topic}: {story.headline} | {' | '.join(story.also)}"
    tests = checks(given, found, settings)
    yield from ("checks:", *(one.headline for one in tests))
    screen = brief(given, stories[len(stories) // 3 :], tests) or Briefing()
    yield from (f"figure: {one.text} | {one.old} | {one.new}" for one in screen.figures)
    yield from (f"sentence: {one.text}" for one in screen.sentences)
    yield from (f"question: {one.text}" for one in screen.questions)


def told(name: str) -> list[str]:
    free = replace(Settings(), telling=FREELY)
    given = comparison(name, "as given")
    return [
        *("# as given", *lines(given, Settings())),
        *("# freely", *lines(comparison(name, "beside the next"), free)),
    ]


KEPT = Kept(Path(__file__).parent / "each", NAMES, told)


@pytest.mark.parametrize("name", NAMES)
def test_each_finding_is_told_as_it_is_kept(name: str) -> None:
    assert KEPT.now(name) == KEPT.before(name)
