"""What a finding has in common with findings of other documents, and the stories of many.

In go the findings of one document, out come their traits; in go the traits of all documents, out
come the stories that many of them share, each told once.
"""

from __future__ import annotations

import re
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Final

from tracediff.model import (
    Comparison,
    Document,
    Evidence,
    Finding,
    SharedStory,
    Side,
    Status,
    Trait,
)
from tracediff.stories.differing import differing

_REWORDED: Final = frozenset({"C301", "C302", "C303", "C304", "C305", "C308", "C309", "S405"})
_SECTIONS: Final = {"S401": "gone", "S402": "new"}
_LONE: Final = {"C306": "No longer said", "C307": "Newly said"}
_FIGURES: Final = {"N102": "fell to none", "N104": "newly reported", "N105": "restated"}
_NUMBER: Final = re.compile(r"\d+(?:[.,]\d+)*")
_LEADING: Final = re.compile(r"^[\W\d]*(?:[ivxlc]{1,6}|[a-z])?[.)]\s+|^[\W\d]+", re.IGNORECASE)
_LONGEST: Final = 160  # characters of a sentence that a story of many quotes


def trait(finding: Finding, comparison: Comparison, headline: str = "") -> Trait | None:
    """What a finding would be told as if many documents had it; none where it is their own.

    ``headline`` is that of the story that it leads.
    """
    rule = finding.rule.id
    if rule in _SECTIONS:
        return _of("section", _SECTIONS[rule], finding.section, f"Section “{{}}” {_SECTIONS[rule]}")
    if rule in _FIGURES or rule == "N103":
        how = _FIGURES.get(rule) or _lost(finding, comparison)
        return _of("figure", how, _label(finding, comparison), f"{{}}: {how}")
    if rule in _LONE:
        said = _sentence(finding.old or finding.new, comparison)
        return _of("statement", _LONE[rule], said, f"{_LONE[rule]}: “{{}}”")
    if rule == "D503":
        quote = finding.new.quote if finding.new else ""
        return _of("left over", rule, quote, "Left in: “{}”")
    if rule in _REWORDED:
        words = differing(finding, comparison)
        before, after = words.old, words.new
        if before and after:
            if _plain(before) == _plain(after):
                return None  # a year that became another, or the number of a page
            key = f"{_plain(before)} → {_plain(after)}"
            return Trait("wording", key, f"“{before}” became “{after}”")
        return _of("wording", rule, headline, "{}")
    return None


def _of(kind: str, how: str, subject: str, text: str) -> Trait | None:
    plain = _plain(subject)
    if not plain:
        return None
    shown = subject if len(subject) <= _LONGEST else f"{subject[:_LONGEST].rpartition(' ')[0]} …"
    return Trait(kind, f"{how}: {plain}", text.format(shown))


def _plain(text: str) -> str:
    """A text without its number in front, and with its figures all alike."""
    return " ".join(_NUMBER.sub("#", _LEADING.sub("", text.casefold())).split())


def _lost(finding: Finding, comparison: Comparison) -> str:
    return "withheld" if is_withheld(finding, comparison) else "no longer reported"


def is_withheld(finding: Finding, comparison: Comparison) -> bool:
    """Whether a figure is not just gone: the new edition says that it does not say it."""
    found = finding.new
    if finding.rule.id != "N103" or found is None or found.fact is None:
        return False
    reading = comparison.old if found.side is Side.OLD else comparison.new
    return reading.facts[found.fact].status in (Status.NOT_REPORTED, Status.UNKNOWN)


def _label(finding: Finding, comparison: Comparison) -> str:
    """What a figure counts, in the report's own words."""
    for evidence in (finding.old, finding.new):
        if evidence is not None and evidence.fact is not None:
            reading = comparison.old if evidence.side is Side.OLD else comparison.new
            fact = reading.facts[evidence.fact]
            label = fact.label or fact.measure
            return label[:1].upper() + label[1:]
    return finding.measure


def _sentence(evidence: Evidence | None, comparison: Comparison) -> str:
    if evidence is None:
        return ""
    reading = comparison.old if evidence.side is Side.OLD else comparison.new
    return reading.edition.sentences[evidence.sentence].text


def frequent(traits: Iterable[Iterable[Trait]], least: int) -> frozenset[int]:
    """Which traits so many documents may have, as hashes: most are of one, and need not be held."""
    seen = array("q")
    for own in traits:
        seen.extend({hash((one.kind, one.key)) for one in own})
    runs = ((value, sum(1 for _ in run)) for value, run in groupby(sorted(seen)))
    return frozenset(value for value, times in runs if times >= least)


def shared(documents: Sequence[Document], least: int) -> tuple[SharedStory, ...]:
    """What happened to so many documents or more, the most common first.

    It is told in the words of the first document that has it.
    """
    words: dict[tuple[str, str], str] = {}
    held: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for document in sorted(documents, key=lambda one: one.name):
        for one in _once(document.traits):
            held[one.kind, one.key].append(document.name)
            words.setdefault((one.kind, one.key), one.text)
    many = [(key, names) for key, names in held.items() if len(names) >= least]
    return tuple(
        SharedStory(*key, words[key], tuple(names))
        for key, names in sorted(many, key=lambda one: (-len(one[1]), one[0]))
    )


def _once(traits: Iterable[Trait]) -> Iterator[Trait]:
    yield from {(one.kind, one.key): one for one in traits}.values()
