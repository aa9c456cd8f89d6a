"""What the new edition says of the year of the old one: which old sentence it can answer to.

"79 offices did not know it, compared to 41 percent last year" goes on with the sentence in which
the old edition gave 41 percent, and with no other. So does what stands under the heading "Late
permits" with the sentence that speaks of late permits, and not with the one on early permits.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final

from tracediff.model import Edition, Fact, FactKind, Reading, Side, Status
from tracediff.text.words import FUNCTION_WORDS, TOKEN, root

Value = tuple[Decimal, str | None]
"""A value and its unit."""

_KINDS: Final = frozenset({FactKind.LEVEL, FactKind.SHARE, FactKind.CHANGE})
_NAME: Final = 4  # words of a heading that can be the name of a kind of thing
_REMEMBERED: Final = 8192  # sentences that are looked at beside one of another name


class Recalls:
    """The figures of last year that a new sentence gives beside its own, and the names of both."""

    def __init__(self, old: Reading, new: Reading) -> None:
        """Gather the figures of the prose of both editions."""
        self.given: Mapping[int, frozenset[Value]] = _given(old)
        self.recalled: Mapping[int, frozenset[Value]] = (
            _recalled(new, old.edition.year) if old.edition.year is not None else {}
        )
        self._named = Named(old.edition, new.edition)

    def agree(self, old: int, new: int) -> bool:
        """Whether a new sentence recalls a figure that an old one gave."""
        return not self.recalled.get(new, _NONE).isdisjoint(self.given.get(old, _NONE))

    def heading(self, side: Side, at: int) -> frozenset[str]:
        """The roots of the name that a sentence stands under; none where it is no name."""
        return self._named.heading(side, at)

    def contradict(self, old: int, new: int) -> bool:
        """Whether a new sentence recalls figures, and an old one gave others of their units; or
        whether each is said of a thing of another name."""
        if self._named.unlike(old, new):
            return True
        recalled, given = self.recalled.get(new, _NONE), self.given.get(old, _NONE)
        units = {unit for _, unit in recalled} & {unit for _, unit in given}
        return bool(units) and recalled.isdisjoint(given)


_NONE: Final[frozenset[Value]] = frozenset()


def _given(reading: Reading) -> Mapping[int, frozenset[Value]]:
    """The values that each sentence of prose gives for its edition's own year."""
    found: defaultdict[int, set[Value]] = defaultdict(set)
    for fact in reading.facts:
        if _tells(fact) and fact.year in (reading.edition.year, None):
            found[fact.sentence].add(_value(fact))
    return {at: frozenset(values) for at, values in found.items()}


def _recalled(reading: Reading, year: int) -> Mapping[int, frozenset[Value]]:
    """The values for another year that each sentence gives beside one of its own of that unit."""
    found: defaultdict[int, set[Value]] = defaultdict(set)
    by_sentence: defaultdict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if _tells(fact):
            by_sentence[fact.sentence].append(fact)
    for at, facts in by_sentence.items():
        own = {fact.unit for fact in facts if fact.year == reading.edition.year}
        past = {_value(f) for f in facts if f.year == year and f.unit in own}
        if past and year != reading.edition.year:
            found[at] = past
    return {at: frozenset(values) for at, values in found.items()}


def _tells(fact: Fact) -> bool:
    given = fact.table is None and fact.status is Status.REPORTED and fact.value is not None
    return given and fact.kind in _KINDS


def _value(fact: Fact) -> Value:
    assert fact.value is not None
    return fact.value.normalize(), fact.unit


class Named:
    """Which of the headings that stand side by side in one edition a sentence of the other names.

    "Late permits" and "Early permits" are the names of two kinds of thing; who speaks of "late
    permits" speaks of the one and not of the other.
    """

    def __init__(self, old: Edition, new: Edition) -> None:
        """Take the headings of both editions."""
        self._editions = {Side.OLD: old, Side.NEW: new}
        self._beside = {Side.OLD: _beside(old), Side.NEW: _beside(new)}

    def unlike(self, old: int, new: int) -> bool:
        """Whether one says of a thing by its name what stands under the name of another."""
        return self._other(Side.OLD, old, new) or self._other(Side.NEW, new, old)

    def heading(self, side: Side, at: int) -> frozenset[str]:
        """The roots of the name that a sentence stands under; none where it is no name."""
        return self._names(side, at)[0]

    def _other(self, side: Side, at: int, there: int) -> bool:
        name, others = self._names(side, at)
        if not name:
            return False
        other = _OTHER[side]
        said = self._words(other, there)
        if name <= said or not name.isdisjoint(self._title(other, there)):
            return False
        return any(one <= said for one in others)

    def _names(self, side: Side, at: int) -> _Heading:
        sentence = self._editions[side].sentences[at]
        return self._beside[side].get(sentence.section, _NOTHING)

    def _words(self, side: Side, at: int) -> frozenset[str]:
        return _roots(self._editions[side].sentences[at].text)

    def _title(self, side: Side, at: int) -> frozenset[str]:
        edition = self._editions[side]
        return _roots(edition.sections[edition.sentences[at].section].title)


_OTHER: Final = {Side.OLD: Side.NEW, Side.NEW: Side.OLD}
_Heading = tuple[frozenset[str], tuple[frozenset[str], ...]]
_NOTHING: Final[_Heading] = (frozenset(), ())


def _beside(edition: Edition) -> Mapping[int, _Heading]:
    """The name of each section, and the names of those beside it under one heading.

    A name is a short heading of two words of substance or more, of which no other says all.
    """
    groups: defaultdict[tuple[int, tuple[str, ...]], dict[int, frozenset[str]]] = defaultdict(dict)
    for section in edition.sections:
        name = _roots(section.title)
        if len(name) > 1 and len(section.title.split()) <= _NAME:
            groups[section.level, tuple(section.path[:-1])][section.index] = name
    found: dict[int, _Heading] = {}
    for group in groups.values():
        for at, name in group.items():
            others = tuple(one for one in group.values() if not one <= name and not name <= one)
            if others:
                found[at] = name, others
    return found


@lru_cache(maxsize=_REMEMBERED)
def _roots(text: str) -> frozenset[str]:
    words = (w.casefold() for w in TOKEN.findall(text) if w[0].isalpha())
    return frozenset(root(word) for word in words if word not in FUNCTION_WORDS)
