"""Two figures as they stand among others in, how sure it is that they are one measure out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import log
from typing import Final

from tracediff.ledger.likeness import wording
from tracediff.lexicon.propositions import SIGNED, direction, opposed
from tracediff.model import Bound, Fact, FactKind
from tracediff.model.facts import SCALES
from tracediff.text.words import root
from tracediff.timelines.frames import Frame
from tracediff.timelines.words import Weights, content, dice
from tracediff.wording.values import significant


def compatible(one: Frame, two: Frame) -> bool:
    """Whether unit, kind and place allow two facts to be of one measure."""
    a, b = one.fact, two.fact
    if (a.kind is FactKind.CHANGE) != (b.kind is FactKind.CHANGE) or a.direction != b.direction:
        return False
    if (a.kind is FactKind.PLAN) != (b.kind is FactKind.PLAN):
        return False  # what was foreseen is no point of what came
    mixed = (a.table is None) != (b.table is None) and one.edition == two.edition
    if mixed or one.heads(two) or two.heads(one):
        return False
    if one.nameless or two.nameless or one.instance or two.instance:
        return False
    if _bounds_apart(a, b) or _of_opposites(one, two):
        return False
    if (
        one.both != two.both
        or one.classes
        or two.classes
        or (one.ages and two.ages and one.ages.isdisjoint(two.ages))
        or (one.denied != two.denied and a.value != b.value)
    ):
        return False  # "firms of 11 to 100 clerks", "firms of 1 to 10 clerks"; "did not know"
    return _same_unit(a.unit, b.unit) and (not (a.per and b.per) or a.per == b.per)


def _other_deed(one: Fact, two: Fact) -> bool:
    """Whether two equal counts of one thing say that different things were done to it."""
    a, b = wording(one), wording(two)
    counts = one.kind is two.kind is FactKind.LEVEL and one.value == two.value
    return counts and a.head == b.head and bool(a.verb and b.verb) and a.verb != b.verb


def _bounds_apart(one: Fact, two: Fact) -> bool:
    """Whether one limit is the least and the other the most: "over 3 years", "up to 3 years"."""
    limits = one.kind is two.kind is FactKind.LIMIT
    return (
        limits
        and {one.bound in _UPPER, two.bound in _UPPER} == {True, False}
        and ({one.bound in _LOWER, two.bound in _LOWER} == {True, False})
    )


_UPPER: Final = frozenset({Bound.AT_MOST, Bound.LESS_THAN})
_LOWER: Final = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})


def _of_opposites(one: Frame, two: Frame) -> bool:
    """Whether what names one figure is the reverse of what names the other: formal, informal."""
    if ("outside" in one.told) != ("outside" in two.told):
        return True  # "use it outside of work", "use it at work"
    ours, theirs = one.told - two.told - SIGNED, two.told - one.told - SIGNED
    return any(opposed(a, b) and not (_moves(a) or _moves(b)) for a in ours for b in theirs)


def _moves(word: str) -> bool:
    """Whether a word only says that a level rose or fell."""
    return bool(direction(root(word)) or direction(word))


def may_stand(one: Frame, two: Frame) -> bool:
    """Whether two figures of one edition, in prose, can be one measure.

    Those of one sentence can where one is compared with the other, or where each has a time of its
    own and one name: "53 crossed in 2017, 45 in 2018".
    """
    a, b = one.fact, two.fact
    if one.edition != two.edition or a.table is not None or b.table is not None:
        return True
    if a.sentence != b.sentence:
        return not _other_deed(a, b)  # "charged 8 officers", "acquitted 8 officers"
    alike = dice(one.label, two.label)
    named = alike >= ONE_NAME or not two.label or b.kind is not FactKind.SHARE
    if a.dated and b.dated and when(a) != when(b) and named:
        return True
    first, second = sorted((one, two), key=lambda frame: frame.fact.index)
    return may_compare(first, second, alike)


ONE_NAME: Final = 0.3  # of two figures of a sentence that are each for a time of their own


def _same_unit(one: str | None, two: str | None) -> bool:
    """Whether two units are one, or one is the short name of the other: "rupee".

    The cells of a column in thousands have a sign of money in its first row and its totals only.
    """
    if one is None or two is None:
        return one is two
    if scale_in(one) == scale_in(two) and (one in SCALES or two in SCALES):
        return True
    return one == two or one.endswith(f" {two}") or two.endswith(f" {one}")


def scale_in(unit: str | None) -> str | None:
    """A unit without the money that a scale is of: "thousand" for "thousand USD"."""
    first = (unit or "").partition(" ")[0]
    return first if first in SCALES else unit


class Scorer:
    """How sure it is that two figures of a run of editions are of one series."""

    def __init__(
        self, weights: Weights, all_frames: Sequence[Sequence[Frame]], enough: float
    ) -> None:
        """``enough`` is the weight of shared words from which they say which figure it is."""
        self._weights = weights
        self._enough = enough
        self._known = weights.known
        self._rows = [_rows(edition) for edition in all_frames]

    def score(self, one: Frame, two: Frame, thread: bool, shared: bool) -> tuple[float, str]:
        """How sure it is, and the strongest reasons.

        ``thread`` says that both stand in one statement, ``shared`` that a comparison of two
        neighbouring editions has put them into one series.
        """
        telling, enough = self._weights.telling, self._enough
        near = telling(one.near, two.near, enough)
        label = telling(one.label, two.label, enough)
        sentence = telling(one.sentence, two.sentence, 2 * enough)
        reasons = [(PAIRED * shared, "the same measure in two neighbouring editions")]
        if one.edition == two.edition:
            reasons += _within(one, two, label)
        else:
            reasons += _across(one, two, thread)
        reasons += ((-doubt, "") for doubt in self._against(one, two, thread))
        why = "; ".join(said for weight, said in reasons if weight > 0)
        total = 0.45 * near + 0.2 * label + 0.35 * sentence + sum(weight for weight, _ in reasons)
        return total, why or "the same words"

    def _against(self, one: Frame, two: Frame, thread: bool) -> Iterator[float]:
        """What speaks against them, whatever editions they stand in."""
        if one.fact.kind is FactKind.CHANGE:
            yield 0.2
        elif _of_other_days(one.fact, two.fact):
            yield OTHER_DAY
        elif _other_stretch(one.fact, two.fact):
            yield 0.1
        if self._other_row(one, two):
            yield OTHER_ROW
        if one.fact.per != two.fact.per:
            yield OTHER_RATE
        if one.degrees and two.degrees and one.degrees != two.degrees:
            yield OTHER_DEGREE
        if one.whom != two.whom:
            yield self._of_others(one, two)
        shared = (one.near | one.label) & (two.near | two.label)
        if max(map(self._weights.of, shared), default=0.0) < COMMON:
            yield NOTHING_OWN
        if not thread and self._other_label(one, two):
            yield OTHER_LABEL
        ours, theirs = one.names - two.sentence, two.names - one.sentence
        both = self._known[one.edition] & self._known[two.edition]
        if ours and theirs and (ours <= both or theirs <= both):
            yield OTHER_NAME
        if one.edition != two.edition and self._other_items(one, two):
            yield OTHER_ITEM

    def _other_label(self, one: Frame, two: Frame) -> bool:
        """Whether two figures, no shares, each name what the sentence of the other does not."""
        lone = one.label - two.sentence, two.label - one.sentence
        return one.fact.kind is not FactKind.SHARE and all(map(self._heavy, lone))

    def _heavy(self, words: frozenset[str]) -> bool:
        """Whether one of some words is rare enough to say which figure it is."""
        return any(self._weights.of(word) >= COMMON for word in words)

    def _other_items(self, one: Frame, two: Frame) -> bool:
        """Whether two figures are of two items of lists, each known where the other is told."""
        ours, theirs = one.own | one.about, two.own | two.about
        if not (one.own and two.own) or one.own & theirs or two.own & ours:
            return False
        return bool(one.own & self._known[two.edition] and two.own & self._known[one.edition])

    def _of_others(self, one: Frame, two: Frame) -> float:
        """How much speaks against two shares that are not told of the same people."""
        if one.whom and two.whom:
            return OTHER_WHOM * (1 - self._weights.alike(one.whom, two.whom))
        return OF_SOME

    def _other_row(self, one: Frame, two: Frame) -> bool:
        """Whether two cells stand in rows of two names, and the edition of one has the other's."""
        if not (content(one.row) and content(two.row)):
            return False  # rows of years are one measure at several times
        if one.row == two.row:
            held = self._rows[one.edition][one.row], self._rows[two.edition][two.row]
            return one.section != two.section and max(map(len, held)) > 1
        return one.row in self._rows[two.edition] or two.row in self._rows[one.edition]


def _rows(edition: Sequence[Frame]) -> Mapping[str, frozenset[frozenset[str]]]:
    """The heads of the rows of an edition's tables, with the headings that they stand under."""
    found: dict[str, set[frozenset[str]]] = defaultdict(set)
    for frame in edition:
        if frame.row:
            found[frame.row].add(frame.section)
    return {row: frozenset(under) for row, under in found.items()}


OTHER_ROW: Final = 1.0  # of cells of two rows that an edition sets side by side
COMMON: Final = log(20)  # the weight of a word that one sentence in twenty of an edition has
NOTHING_OWN: Final = 0.2  # of two figures that share no rarer word, as all of a survey do
OTHER_DAY: Final = 0.8  # of what happened on a day: the catch of two raids
OTHER_LABEL: Final = 0.2  # of two labels that each name what the sentence of the other does not
OTHER_RATE: Final = 0.15  # "31 a month" may be the 31 of a year's edition
OTHER_DEGREE: Final = 0.2  # "very satisfied" is a part of "very or somewhat satisfied"
OTHER_WHOM: Final = 1.0  # of shares of two groups
OF_SOME: Final = 0.6  # of a share of a group, and one that names none
OTHER_ITEM: Final = 1.0  # of two items of a list: answers to a question
OTHER_PLACE: Final = 0.2  # of two lists of the same: "9 calls by 4 tugs, 7 calls by 2 tugs"
OTHER_NAME: Final = 0.35  # of two things that both editions know: figures of two towns


def _across(one: Frame, two: Frame, thread: bool) -> Iterator[tuple[float, str]]:
    """What speaks for two facts of two editions, and against them."""
    if thread:
        yield THREAD + _parallel(one, two), "the same sentence"
    elif one.section and two.section and one.section.isdisjoint(two.section):
        yield -0.1, ""
    twice = bool(one.head) and one.listed.count(one.head) > 1
    if twice and one.listed == two.listed and one.rank != two.rank:
        yield -OTHER_PLACE, ""
    if one.sole and two.sole and one.name == two.name:
        yield SOLE, "the only figure of that name"
    same = _same_value(one.fact, two.fact)
    yield same, "the same value for the same period"
    if not same:
        yield -leap(one.fact, two.fact), ""
        if not thread and _clash(one.fact, two.fact):
            yield -CLASH, ""


def _within(one: Frame, two: Frame, label: float) -> Iterator[tuple[float, str]]:
    """What speaks for two facts of one edition, and against them."""
    if one.fact.sentence != two.fact.sentence:
        yield -0.25, ""
    elif may_compare(one, two, label):
        close = two.versus == one.fact.index
        yield COMPARED if close else COMPARED / 2, "one is compared with the other"
    elif each_dated(one, two):
        yield COMPARED / 2, "one sentence gives both, each for a time of its own"
    else:
        yield -0.2, ""


def each_dated(one: Frame, two: Frame) -> bool:
    """Whether a sentence gives two figures of one name, each for a time of its own."""
    a, b = one.fact, two.fact
    times = a.dated and b.dated and when(a) != when(b)
    return times and a.table is None and dice(one.label, two.label) >= SAME_LABEL


def _parallel(one: Frame, two: Frame) -> float:
    """What the places of two figures in one sentence of two editions say."""
    if one.rank != two.rank:
        return 0.0
    return 0.2 if one.beside == two.beside else 0.1


def may_compare(one: Frame, two: Frame, label: float) -> bool:
    """Whether the second of two figures of a sentence is the first at another time."""
    if not two.compares or two.others or two.rank < one.rank:
        return False
    if two.rank > one.rank + 1:
        return label >= SAME_LABEL  # "45 births and 30 deaths, compared with 41 births"
    return label >= 0.4 or not two.label or not two.near


COMPARED: Final = 1.0  # that one is said to be the other at another time, or of others
PAIRED: Final = 0.4  # that a comparison of two neighbouring editions puts them into one series
THREAD: Final = 0.25  # that they stand in one statement that both editions make
SOLE: Final = 0.3  # that both editions give one value only under a label
SAME_LABEL: Final = 0.7  # of two figures that have another one between them


def _other_stretch(one: Fact, two: Fact) -> bool:
    """Whether one is for a year and the other for a part of one."""
    a, b = one.period, two.period
    return a is not None and b is not None and (a.days < 300) != (b.days < 300)


def _of_other_days(one: Fact, two: Fact) -> bool:
    """Whether one figure is of what happened on a single day, and the other of another time."""
    a, b = one.period, two.period
    if a is None or b is None or when(one) == when(two):
        return False
    return any(p.days == 1 and not p.as_of for p in (a, b))


def _same_value(one: Fact, two: Fact) -> float:
    """What one value for one period in both says: more for a value of many digits."""
    if one.value is None or one.value != two.value:
        return 0.0
    if one.period and two.period and one.period.end.year != two.period.end.year:
        return 0.0
    return 0.08 * min(significant(one.value) - 1, 4)


def leap(one: Fact, two: Fact) -> float:
    """How much speaks against two values that lie far from each other."""
    if not one.value or not two.value:
        return 0.0
    ratio = abs(float(one.value)) / abs(float(two.value))
    ratio = max(ratio, 1 / ratio)
    return 0.15 if ratio > 20 else 0.05 if ratio > 4 else 0.0


def _clash(one: Fact, two: Fact) -> bool:
    """Whether two editions say that two values far from each other are for one time."""
    if not (one.value and two.value and one.dated and two.dated and when(one)):
        return False
    return when(one) == when(two) and not FAR < abs(one.value / two.value) < 1 / FAR


CLASH: Final = 0.1  # such a value is restated less often than it is of another measure
FAR: Final = Decimal(2) / 3  # of the larger of two values


def when(fact: Fact) -> tuple[date, date] | None:
    """The first and the last day that a figure is for."""
    return (fact.period.start, fact.period.end) if fact.period else None


def last_digit(value: Decimal) -> int:
    """The power of ten of the last digit that says something: 2 for 4,100, -1 for 67.5."""
    return int(value.normalize().as_tuple().exponent)
