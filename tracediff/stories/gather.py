"""Stories of one section that say more of one thing: stories in, fewer stories out.

An editor gives a section a line: what changed most in it, and beside it what else changed of the
same thing. Of the stories that come first, one takes in others of its section that both editions
give and that share with it a word of substance, as long as all can be read at a glance.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from tracediff.lexicon.cells import TOTALS
from tracediff.model import Finding, Story
from tracediff.rank.substance import roots
from tracediff.settings import Telling
from tracediff.text.words import root
from tracediff.wording.several import Line

# What fell to none, was restated or reversed is told by itself.
_ALONE: Final = frozenset({"N102", "N105", "C301"})
_CHANGED: Final = frozenset({"N101", "N102", "N105", "N106"})

LineOf = Callable[[Story, Sequence[Story]], Line]
"""Words a story with those that it takes in, and says which of them there is room for."""

_SUMS: Final = frozenset(map(root, TOTALS))  # two totals are no one thing


@dataclass(slots=True)
class _Line:
    """A story with those that it takes in, and the words of substance of all."""

    held: list[Story]
    words: set[str]
    home: tuple[str, ...]

    def takes(self, story: Story, home: tuple[str, ...], words: frozenset[str], most: int) -> bool:
        """Whether a story goes with this one, and there is room for it."""
        size = sum(len(one.findings) for one in self.held) + len(story.findings)
        same = home == self.home and story.findings[0].rule.id not in _ALONE
        shared = len(self.words & words)
        return same and size <= most and shared >= (1 if story.topic else 2)


def gathered(
    stories: Sequence[Story],
    settings: Telling,
    line_of: LineOf,
    home_of: Callable[[Finding], tuple[str, ...]],
) -> Iterator[Story]:
    """The stories, most important first; of the first ones each with what it took in.

    ``line_of`` words a story with those that it takes in. ``home_of`` gives what the findings of
    one section have in common.
    """
    ordered = sorted(stories, key=lambda one: -one.importance)
    lines: list[_Line] = []
    for at, story in enumerate(ordered[: settings.figures_first]):
        worded = story.findings[0].rule.id not in _CHANGED
        words = frozenset() if worded and at >= settings.first else _words(story)
        home = home_of(story.findings[0])
        line = next((o for o in lines if o.takes(story, home, words, settings.together)), None)
        if line is None:
            lines.append(_Line([story], set(words), home))
        else:
            line.held.append(story)
            line.words |= words
    yield from (_told(one.held, line_of) for one in lines)
    yield from ordered[settings.figures_first :]


def _words(story: Story) -> frozenset[str]:
    """The roots of what a change that both editions give is about; none for any other story."""
    first = story.findings[0]
    if first.old is None or first.new is None:
        return frozenset()
    if first.rule.id in _CHANGED:
        return (roots(first.measure) | roots(story.headline.partition(": ")[0])) - _SUMS
    worded = first.rule.id[0] == "C"
    return roots(first.old.quote) | roots(first.new.quote) if worded else frozenset()


def _told(held: Sequence[Story], line_of: LineOf) -> Story:
    """One story of several: its line names as many changes as there is room for."""
    first, *others = held
    if not others:
        return first
    line = line_of(first, others)
    also = tuple(one.headline for at, one in enumerate(others) if at not in line.told)
    findings = tuple(finding for one in held for finding in one.findings)
    return replace(first, headline=line.text, findings=findings, also=also)
