"""Findings in, stories out: what changed, in the lines and the order that an editor would print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import chain
from typing import Final

from tracediff.jobs import at_once
from tracediff.model import Comparison, Finding, Story
from tracediff.model.record import replaced
from tracediff.rank.importance import Weighing, fact_of
from tracediff.settings import Settings
from tracediff.stories.briefing import brief
from tracediff.stories.gather import gathered
from tracediff.stories.groups import Group, grouped
from tracediff.stories.homes import Homes
from tracediff.stories.told import Teller

__all__ = ["brief", "checks", "tell"]


def tell(
    comparison: Comparison,
    findings: Sequence[Finding],
    settings: Settings,
    weighing: Weighing | None = None,
) -> tuple[Story, ...]:
    """The stories that findings make, most important first; every finding stands in one.

    ``weighing`` is the one that they were ranked by, where it is at hand.
    """
    weighing = weighing or Weighing(comparison, settings.ranking)
    teller = Teller(comparison, settings.telling.many_rows)
    groups = list(grouped(findings, comparison, settings.telling))
    size = -(-len(groups) // _PARTS) or 1
    jobs = [
        partial(_lines, groups[at : at + size], teller, weighing, settings)
        for at in range(0, len(groups), size)
    ]
    found = at_once(jobs, worth=len(groups) >= settings.telling.at_once)
    told = [
        Story(line, group.findings[0].section, group.findings, importance)
        for group, (line, importance) in zip(groups, chain.from_iterable(found), strict=True)
    ]
    lines = list(gathered(told, settings.telling, teller.gathered, teller.evidence.homes.key))
    return tuple(
        sorted(
            _spread(lines, teller.evidence.homes, comparison, settings),
            key=lambda one: -one.importance,
        )
    )


_PARTS: Final = 16  # small, so that two processes are done at about the same time


def _lines(
    groups: Sequence[Group], teller: Teller, weighing: Weighing, settings: Settings
) -> list[tuple[str, float]]:
    """The headline of each group, and how important it is."""
    return [(teller.headline(one), _importance(one, weighing, settings)) for one in groups]


def _spread(
    stories: Iterable[Story], homes: Homes, comparison: Comparison, settings: Settings
) -> Iterator[Story]:
    """The stories, each less important for every more important one that its section tells.

    Rows of tables are no less important for that: what they say is told by their totals.
    """
    telling = settings.telling
    told: Counter[tuple[str, ...]] = Counter()
    for story in sorted(stories, key=lambda one: -one.importance):
        if _is_of_row(story, comparison):
            yield story
        else:
            home = homes.key(story.findings[0])
            less = telling.again * min(told[home], telling.most_again)
            yield replaced(story, importance=round(story.importance - less, 6))
            told[home] += 1


def _is_of_row(story: Story, comparison: Comparison) -> bool:
    """Whether the first finding of a story is of a cell of a table."""
    shown = story.findings[0].new or story.findings[0].old
    fact = fact_of(comparison, shown) if shown is not None else None
    return fact is not None and fact.table is not None


def checks(
    comparison: Comparison, findings: Sequence[Finding], settings: Settings
) -> tuple[Story, ...]:
    """What to check before anything is quoted: inconsistencies that the texts themselves prove.

    Each finding is a story by itself; what two say in one line is said once.
    """
    teller = Teller(comparison)
    found: dict[str, Story] = {}
    for one in (each for finding in findings for each in finding.all):
        if one.rule.provable and one.certainty >= settings.telling.certain:
            line = teller.headline(Group((replaced(one, facets=()),)))
            found.setdefault(line, Story(line, one.section, (one,)))
    return tuple(found.values())


def _importance(group: Group, weighing: Weighing, settings: Settings) -> float:
    """That of its gravest finding, a little more for each other; what fills a report leads."""
    telling = settings.telling
    others = min(len(group.findings) - 1, telling.most_others) * telling.others
    own = max(weighing.importance(finding) for finding in group.findings)
    return round(own + others + (_LEADS if group.share >= telling.leading else 0.0), 6)


_LEADS: Final = 10.0  # more than any sum of marks
