"""Figures that are one part of several: "16 by the army, two by the police and six by others"."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import Final

from tracediff.model import Fact, FactKind, Reading

_AGENT: Final = re.compile(r"\s+(by|against|involving)\b")


def parted(reading: Reading) -> frozenset[int]:
    """The facts that a sentence splits by who acts or suffers, without giving their sum.

    The later parts leave out what they count; the first has the same preposition before them. A
    part is also what a bracket gives behind its share: "53 percent (109 clinics) did not know".
    """
    by_sentence: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.table is None:
            by_sentence[fact.sentence].append(fact)
    found: set[int] = set()
    for sentence, facts in by_sentence.items():
        if len(facts) > 1:
            text = reading.edition.sentences[sentence].text
            for fact, later in pairwise(facts):
                same = (fact.counted, fact.period) == (later.counted, later.period)
                bare = _AGENT.match(text, later.at.end)
                between = text[fact.at.end : later.at.start].split()
                if same and bare and bare.group(1) in between:
                    found |= {fact.index, later.index}
                if _is_bracketed(fact, later, text):
                    found.add(later.index)
    return frozenset(found)


def of_these(fact: Fact, reading: Reading) -> bool:
    """Whether a figure says itself that it is a part of what was told before: "40 of these men".

    "Of which 40" and "40 of whom" are, "40 of those who answered" are no part of anything told.
    """
    text = reading.edition.sentences[fact.sentence].text
    if fact.table is not None:
        return False
    opens = text[max(0, fact.at.start - _REACH) : fact.at.start]
    behind = _OF_THESE.match(text, fact.at.end)
    return behind is not None or _OF_WHICH.search(opens) is not None


_OF_THESE: Final = re.compile(
    r"\s+(?:percent\s+)?of\s+(?:these|them|which|whom"
    r"|those\b(?!\s+(?:who|that|whose|with|in|at|on|under|over|aged|\w+(?:ed|ing)\b)))\b",
    re.IGNORECASE,
)
_OF_WHICH: Final = re.compile(
    r"\b(?:of|among)\s+(?:which|whom|these|those|them),?\s+"
    r"(?:(?:more|less|fewer)\s+than\s+|at\s+(?:least|most)\s+|\w+ly\s+"
    r"|(?:about|around|almost|over|some|up\s+to)\s+)?$",
    re.IGNORECASE,
)
_REACH: Final = 40  # characters: "of which approximately"


def denominators(reading: Reading) -> frozenset[int]:
    """The figures that only say how another is told: the 10 of "seven of 10 pilots", "(out of 10)".

    "Of the 10 pilots" counts them.
    """
    facts = reading.facts
    wholes = {fact.part_of: fact for fact in facts if fact.part_of is not None}
    return frozenset(
        fact.index
        for fact in facts
        if fact.value in _ROUND
        and fact.table is None
        and (_on_a_scale(fact, reading) or _is_ratio(wholes.get(fact.index), fact, reading))
    )


_ROUND: Final = frozenset({10, 100, 1000})


def _on_a_scale(fact: Fact, reading: Reading) -> bool:
    """Whether a figure ends a scale: "seven or higher (out of 10)"."""
    before = reading.edition.sentences[fact.sentence].text[: fact.at.start].split()
    return before[-2:] in (["scale", "of"], ["(out", "of"], ["(scale", "of"])


def _is_ratio(part: Fact | None, whole: Fact, reading: Reading) -> bool:
    """Whether nothing but "of" or "out of" stands between a part and its whole."""
    if part is None:
        return False
    between = reading.edition.sentences[part.sentence].text[part.at.end : whole.at.start]
    return part.sentence == whole.sentence and between.split() in (["of"], ["out", "of"], ["in"])


def _is_bracketed(share: Fact, count: Fact, text: str) -> bool:
    """Whether a count opens the bracket straight behind a share."""
    between = text[share.at.end : count.at.start].strip()
    return share.kind is FactKind.SHARE and count.kind is FactKind.LEVEL and between == "("
