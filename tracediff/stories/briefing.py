"""One screen for whoever has a minute: stories in, five sentences, five figures and questions out.

The sentences and figures are those of the first stories. The questions are for the authors: what
the report no longer says, gives anew for an earlier year, or gives in two ways.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import Final

from tracediff.model import Briefing, Comparison, Finding, Status, Story, Told
from tracediff.rank.importance import fact_of
from tracediff.stories.figure_headlines import both_given
from tracediff.stories.told import Teller
from tracediff.wording import headlines
from tracediff.wording.strings import say

_EACH: Final = 5  # sentences, figures and questions
_ALIKE: Final = 2  # questions of one kind
_FAR: Final = 40  # stories that are looked at
_FIGURES: Final = frozenset({"N101", "N102", "N103", "N104"})  # unlike periods need more room
_CHANGED: Final = frozenset({"N101", "N102"})
_ASKED: Final = {"A201": "ask_sum", "A202": "ask_sum", "A203": "ask_sum", "A204": "ask_sum"}
_WITHHELD: Final = frozenset({Status.NOT_REPORTED, Status.UNKNOWN})


def brief(
    comparison: Comparison, stories: Sequence[Story], checks: Sequence[Story]
) -> Briefing | None:
    """The first screen of a report; none where nothing changed."""
    if not stories and not checks:
        return None
    teller = Teller(comparison)
    first = stories[:_FAR]
    figures = tuple(islice(_figures(first, teller, comparison), _EACH))
    shown = {id(one.story) for one in figures}
    others = [story for story in first if id(story) not in shown]
    said = sorted(others, key=lambda story: _is_figure(story.findings[0], comparison))
    return Briefing(
        sentences=tuple(Told(story.headline, story) for story in said[:_EACH]),
        figures=figures,
        questions=tuple(islice(_questions(chain(checks, first), teller, comparison), _EACH)),
    )


def _figures(stories: Iterable[Story], teller: Teller, comparison: Comparison) -> Iterator[Told]:
    """What two values tell in the stories: what is counted, and both."""
    for story in stories:
        for finding in story.findings[: _EACH if story.also else 1]:
            if _is_figure(finding, comparison):
                old, new = _values(finding, comparison)
                yield Told(teller.figures.named(finding), story, old, new)


def _values(finding: Finding, comparison: Comparison) -> tuple[str, str]:
    """The two values of a finding in words."""
    facts = (fact_of(comparison, e) if e else None for e in (finding.old, finding.new))
    old, new = (headlines.value(fact) if fact else "" for fact in facts)
    return old, new


def _is_figure(finding: Finding, comparison: Comparison) -> bool:
    """Whether two values of one measure tell a finding; two halves of a matter are statements."""
    if finding.rule.id not in _FIGURES or finding.old is None or finding.new is None:
        return False
    old, new = fact_of(comparison, finding.old), fact_of(comparison, finding.new)
    if old is None or new is None:
        return False
    return finding.rule.id in _CHANGED or not both_given(old, new)


def _questions(stories: Iterable[Story], teller: Teller, comparison: Comparison) -> Iterator[Told]:
    asked: Counter[str] = Counter()
    known: set[str] = set()
    for story in stories:
        key = _kind(story.findings[0], comparison)
        if not key or asked[key] >= _ALIKE:
            continue
        text = _question(key, story, teller, comparison)
        if text not in known:
            asked[key] += 1
            known.add(text)
            yield Told(text, story)


def _question(key: str, story: Story, teller: Teller, comparison: Comparison) -> str:
    """What to ask about a story, a question of the kind that ``key`` names."""
    finding = story.findings[0]
    if key == "ask_gone":
        return say(key, line=teller.claims.gone(finding))
    if key == "ask_sum":
        return say(key, line=story.headline)
    old, new = _values(finding, comparison)
    return say(key, label=teller.figures.named(finding), old=old, new=new)


def _kind(finding: Finding, comparison: Comparison) -> str:
    """Which question a finding asks for."""
    rule, both = finding.rule.id, finding.old is not None and finding.new is not None
    if rule in _ASKED:
        return _ASKED[rule]
    if rule in ("C306", "N103") and finding.old is not None and finding.new is None:
        return "ask_gone"
    if not both:
        return ""
    fact = fact_of(comparison, finding.new) if finding.new is not None else None
    if rule == "N103" and fact is not None and fact.status in _WITHHELD:
        return "ask_withheld"
    return {"N105": "ask_restated", "N106": "ask_periods"}.get(rule, "")
