"""How alike the measures of two facts are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.lexicon.people import PEOPLE
from tracediff.model import Fact, FactKind
from tracediff.settings import Measure
from tracediff.text.words import TOKEN, Groups, stem, unified


@dataclass(frozen=True, slots=True)
class Wording:
    """The unit, the head of the thing counted and the stems of the measure.

    ``near`` are the stems that follow the thing counted, nearest first: "of torture", "to schools".
    ``named`` is how many words name the thing counted.
    ``joint`` are the stems of things that are counted together: "refugees and asylum seekers".
    """

    unit: str | None
    head: str
    stems: frozenset[str]
    near: tuple[str, ...] = field(default=(), compare=False)
    named: int = field(default=0, compare=False)
    joint: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def telling(self) -> bool:
        """Whether it says more than the bare thing counted, so that it can stand for itself."""
        return len(self.stems) >= 3


def wording(fact: Fact, synonyms: Groups = ()) -> Wording:
    """What of a fact is compared with others, words that mean the same put as one.

    Three quarters of the cases are no number of cases, though neither has a unit.
    """
    part = fact.kind is FactKind.SHARE and fact.unit is None
    unit = "part" if part else fact.unit
    return _wording(unit, fact.counted or "", fact.measure, synonyms)


@lru_cache(maxsize=65536)  # most facts stand in both editions in the same words
def _wording(unit: str | None, counted: str, measure: str, synonyms: Groups) -> Wording:
    counted, measure = unified(counted, synonyms), unified(measure, synonyms)
    words = [stem(word) for word in TOKEN.findall(counted) if word[0].isalpha()]
    named = {stem(word) for word in counted.split()}
    near = (stem(word) for word in measure.split() if word not in FUNCTION_WORDS)
    return Wording(
        unit,
        words[-1] if words else "",
        _stems(f"{counted or None} {measure}"),
        tuple(word for word in near if word not in named),
        named=len(named - FUNCTION_WORDS),
        joint=frozenset(words) if " and " in counted else frozenset(),
    )


_NEAREST: Final = 2  # words that tell most about what is counted: "juvenile homes", "adult prisons"
_AROUND: Final = 5  # words among which the other side would say them, in whatever order


def apart(a: Wording, b: Wording) -> bool:
    """Whether two measures name the same thing and say at once of what, each something else.

    Visits to juvenile homes are not visits to adult prisons, however alike the sentences are; and
    refugees and asylum seekers together are not asylum seekers. Who just says less says nothing
    else.
    """
    if bool(a.joint) != bool(b.joint):
        return a.head in b.joint or b.head in a.joint
    if a.stems <= b.stems or b.stems <= a.stems:
        return False
    first, second = a.near[:_NEAREST], b.near[:_NEAREST]
    if min(len(first), len(second)) < _NEAREST or a.head != b.head or not a.head:
        return False
    if min(a.named, b.named) > _NEAREST:
        return False  # "technical, administrative and security personnel" says enough itself
    return {*first}.isdisjoint(b.near[:_AROUND]) and {*second}.isdisjoint(a.near[:_AROUND])


def declared(fact: Fact, measures: Sequence[Measure]) -> Measure | None:
    """The measure of the configuration that a fact belongs to, by its name or another of its names.

    Most of the words of a name must stand in the measure, for reports seldom repeat it whole.
    """
    if not measures:
        return None
    own = _stems(f"{fact.counted} {fact.measure} {fact.quote}")
    for measure in measures:
        for name in (measure.name, *measure.aliases):
            wanted = _stems(name)
            if wanted and 3 * len(wanted & own) >= 2 * len(wanted):
                return measure
    return None


@lru_cache(maxsize=65536)
def _stems(text: str) -> frozenset[str]:
    return frozenset(
        stem(word)
        for word in TOKEN.findall(text)
        if word[0].isalpha() and word.casefold() not in FUNCTION_WORDS and word != "None"
    )


def alike(a: Wording, b: Wording) -> float:
    """From 0 (another unit or thing) to 1 (the same measure): the stems they share (Dice)."""
    if a.unit != b.unit:
        return 0.0
    both = len(a.stems) + len(b.stems)
    shared = 2 * len(a.stems & b.stems) / both if both else 0.0
    if a.head and a.head == b.head:
        return 0.3 + 0.7 * shared
    return (0.2 if a.head in PEOPLE and b.head in PEOPLE else 0.0) + 0.7 * shared
