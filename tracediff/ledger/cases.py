"""Denials that are told of one case or one event: "the case was closed, but no officer was fined".

What was denied of one case says nothing of a total: the year may have had sixty of them.
"""

from __future__ import annotations

from tracediff.lexicon.cases import CASES, DEFINITE
from tracediff.model import Fact, Reading, Status
from tracediff.settings import Ledger
from tracediff.syntax import parse


def denied_of_a_case(fact: Fact, reading: Reading, settings: Ledger) -> bool:
    """Whether a figure is a denial told of a few weeks, or in a sentence about one case."""
    if fact.status is not Status.NONE or fact.table is not None or fact.period is None:
        return False
    flow = not fact.period.as_of and fact.observed is None
    if flow and fact.period.days < settings.some_weeks:
        return True
    return _about_a_case(reading.edition.sentences[fact.sentence].text)


def _about_a_case(text: str) -> bool:
    """Whether a sentence speaks of one case as known: "the case", "the victim’s family"."""
    p = parse(text)
    return any(
        p.tokens.low[phrase.first] in DEFINITE
        and not CASES.isdisjoint(p.tokens.low[phrase.first + 1 : phrase.stop])
        for phrase in p.phrases
    )
