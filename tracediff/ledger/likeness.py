"""How alike the measures of two facts are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from tracediff.lexicon.deeds import DEEDS
from tracediff.lexicon.layout import FUNCTION_WORDS
from tracediff.lexicon.people import PEOPLE
from tracediff.lexicon.propositions import LOSING, SIGNED, opposed
from tracediff.lexicon.things import THINGS
from tracediff.model import Fact, FactKind
from tracediff.model.record import Record
from tracediff.settings import Measure
from tracediff.text.concepts import concept
from tracediff.text.words import TOKEN, Groups, root, stem, unified


@dataclass(frozen=True, slots=True)
class Wording(Record):
    """The unit, the head of the thing counted and the stems of the measure.

    ``near`` are the stems that follow the thing counted, nearest first: "of torture", "to schools".
    ``named`` are the stems of the words that name the thing counted.
    ``joint`` are the stems of things that are counted together: "refugees and asylum seekers".
    ``own`` are the stems of the label, ``hung`` those behind each of its prepositions, ``verb`` the
    root of what was done to, or by, the thing counted. ``kinds`` are the words of its name as they
    stand.
    """

    unit: str | None
    head: str
    stems: frozenset[str]
    near: tuple[str, ...] = field(default=(), compare=False)
    named: frozenset[str] = field(default=frozenset(), compare=False)
    joint: frozenset[str] = field(default=frozenset(), compare=False)
    own: frozenset[str] = field(default=frozenset(), compare=False)
    hung: tuple[tuple[str, frozenset[str]], ...] = field(default=(), compare=False)
    verb: str = field(default="", compare=False)
    kinds: frozenset[str] = field(default=frozenset(), compare=False)

    @property
    def telling(self) -> bool:
        """Whether it says more than the bare thing counted, so that it can stand for itself."""
        return len(self.stems) >= 3


def wording(fact: Fact, synonyms: Groups = ()) -> Wording:
    """What of a fact is compared with others, words that mean the same put as one.

    Three quarters of the cases are no number of cases, though neither has a unit; and what was
    added is not the thing itself.
    """
    part = fact.kind is FactKind.SHARE and fact.unit is None
    unit = "part" if part else fact.unit
    if base := per(fact):
        unit = f"{unit or ''} per {base}"
    label = fact.label if fact.table is None else ""
    words = _wording(unit, fact.counted or "", fact.measure, label, fact.verb, synonyms)
    return replace(words, head=f"+{words.head}") if fact.added else words


def per(fact: Fact) -> str:
    """What an amount is per, by its unit or its label: "fee per month"."""
    _, found, base = fact.label.casefold().rpartition(" per ")
    return fact.per or (base.split(" ", 1)[0].rstrip(",") if found else "")


@lru_cache(maxsize=65536)  # most facts stand in both editions in the same words
def _wording(
    unit: str | None, counted: str, measure: str, label: str, verb: str, synonyms: Groups
) -> Wording:
    counted, measure = unified(counted, synonyms), unified(measure, synonyms)
    words = [thing(word) for word in TOKEN.findall(counted) if word[0].isalpha()]
    named = {thing(word) for word in counted.split()}
    near = (thing(word) for word in measure.split() if word not in FUNCTION_WORDS)
    return Wording(
        unit,
        words[-1] if words else "",
        _stems(f"{counted or None} {measure}"),
        tuple(word for word in near if word not in named),
        named=frozenset(named - FUNCTION_WORDS),
        joint=frozenset(words) if " and " in counted else frozenset(),
        own=_stems(unified(label, synonyms)),
        hung=tuple(_hung(unified(label, synonyms))),
        verb=_deed(verb),
        kinds=frozenset(counted.casefold().split()),
    )


def _deed(verb: str) -> str:
    """The root of a verb, one for all that reports call the same deed by."""
    found = root(verb)
    return DEEDS.get(found, found)


def thing(word: str) -> str:
    """The stem of a word, one for all that reports call the same thing counted by."""
    found = stem(word.replace("-", ""))
    return THINGS.get(found, found)


def _hung(label: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Each preposition of a label with the stems up to the next one."""
    preposition, words = "", list[str]()
    for word in [*label.split(), "of"]:
        if word in _PREPOSITIONS:
            if preposition and words:
                yield preposition, _stems(" ".join(words))
            preposition, words = word, []
        else:
            words.append(word)


_PREPOSITIONS: Final = frozenset("of in for against by with on to from under at involving".split())


_NEAREST: Final = 2  # words that tell most about what is counted: "juvenile homes", "adult prisons"
_AROUND: Final = 5  # words among which the other side would say them, in whatever order


def apart(a: Wording, b: Wording) -> bool:
    """Whether two measures name the same thing and say at once of what, each something else.

    Visits to juvenile homes are not visits to adult prisons, however alike the sentences are; and
    refugees and asylum seekers together are not asylum seekers. Who just says less says nothing
    else.
    """
    if _of_opposites(a, b) or _of_other_things(a, b):
        return True
    if ("top" in a.own) != ("top" in b.own):
        return True  # "the top 10 donors" are as many as a list has
    if bool(a.joint) != bool(b.joint):
        return a.head in b.joint or b.head in a.joint
    if a.head == b.head and (_elsewhere(a, b) or not _may_be_one_deed(a, b)):
        return True
    if a.stems <= b.stems or b.stems <= a.stems or _named_alike(a, b):
        return False
    first, second = a.near[:_NEAREST], b.near[:_NEAREST]
    if min(len(first), len(second)) < _NEAREST or a.head != b.head or not a.head:
        return False
    if min(len(a.named), len(b.named)) > _NEAREST:
        return False  # "technical, administrative and security personnel" says enough itself
    return {*first}.isdisjoint(b.near[:_AROUND]) and {*second}.isdisjoint(a.near[:_AROUND])


def _may_be_one_deed(a: Wording, b: Wording) -> bool:
    """Whether the same may be done to two things: by one verb, or by a noun of it behind a verb
    that says no more than that it is done ("was vaccinated", "was given a vaccination")."""
    if not (a.verb and b.verb) or a.verb == b.verb:
        return True
    return any(
        one.verb in _GIVING and other.verb in {root(word) for word in one.stems}
        for one, other in ((a, b), (b, a))
    )


_GIVING: Final = frozenset(
    _deed(verb)
    for verb in "give provide offer administer perform conduct make receive undergo".split()
)


def _of_opposites(a: Wording, b: Wording) -> bool:
    """Whether one names the reverse of the other: "urban wells", "rural wells".

    A loss and a gain are one amount, turned round.
    """
    return any(
        opposed(one, two)
        for one in a.kinds - b.kinds - SIGNED
        for two in b.kinds - a.kinds - SIGNED
    )


def _of_other_things(a: Wording, b: Wording) -> bool:
    """Whether all that is said of two things is the same and only their nouns are others: "vases
    restored", "paintings restored". Who rewrites a sentence changes more than its noun.
    """
    if not (a.head and b.head) or a.head == b.head or a.unit != b.unit:
        return False
    if not a.head.isalpha() or not b.head.isalpha() or {a.head, b.head} & PEOPLE:
        return False
    if not SIGNED.isdisjoint(a.kinds | b.kinds):
        return False  # a loss and a gain are one amount, turned round
    rest = a.stems - {a.head}
    return (
        bool(rest) and rest == b.stems - {b.head} and concept(root(a.head)) != concept(root(b.head))
    )


def turned(old: Fact, new: Fact) -> bool:
    """Whether one figure of prose is a loss, or another want, and the other a gain."""
    if old.table is not None or new.table is not None:
        return False
    heads = [(fact.counted or "").casefold().rpartition(" ")[2] for fact in (old, new)]
    return SIGNED.issuperset(heads) and opposed(*heads)


def loses(fact: Fact) -> bool:
    """Whether what a figure of prose counts is a loss: a deficit, an outflow."""
    return fact.table is None and (fact.counted or "").casefold().rpartition(" ")[2] in LOSING


def signs_unlike(old: Fact, new: Fact) -> bool:
    """Whether the names of two amounts that count nothing else hold a profit and a loss."""
    if old.table is not None or new.table is not None or (old.counted and new.counted):
        return False
    one, two = (SIGNED.intersection(fact.measure.casefold().split()) for fact in (old, new))
    return bool(one and two) and all(opposed(a, b) for a in one for b in two)


def _named_alike(a: Wording, b: Wording) -> bool:
    """Whether both name the thing in more than a bare noun, or one label says all of the other."""
    least = min(a.own, b.own, key=len)
    same = a.named == b.named and len(a.named) > 1
    return same or (len(least) > 1 and (a.own <= b.own or b.own <= a.own))


def _elsewhere(a: Wording, b: Wording) -> bool:
    """Whether both labels hang something on the thing counted by one preposition, each another."""
    ours, theirs = dict(a.hung), dict(b.hung)
    return any(ours[one].isdisjoint(theirs[one]) for one in ours.keys() & theirs.keys())


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
        thing(word)
        for word in TOKEN.findall(text)
        if word[0].isalpha() and word.casefold() not in FUNCTION_WORDS and word != "None"
    )


def alike(a: Wording, b: Wording) -> float:
    """From 0 (another unit or thing) to 1 (the same measure): the stems they share (Dice)."""
    if a.unit != b.unit:
        return 0.0
    both = len(a.stems) + len(b.stems)
    shared = 2 * len(a.stems & b.stems) / both if both else 0.0
    if a.own and b.own:
        shared = (shared + 2 * len(a.own & b.own) / (len(a.own) + len(b.own))) / 2
    if a.head and (a.head == b.head or _names_the_deed(a, b) or _names_the_deed(b, a)):
        return 0.3 + 0.7 * shared
    return (0.2 if a.head in PEOPLE and b.head in PEOPLE else 0.0) + 0.7 * shared


def _names_the_deed(a: Wording, b: Wording) -> bool:
    """Whether one counts by its noun the deed that the other says of people: "31 arrests", "17
    people were arrested"."""
    return b.head in PEOPLE and bool(b.verb) and _deed(a.head) == b.verb


def alike_but_for_unit(a: Wording, b: Wording) -> float:
    """How alike two measures are, whatever their units: the other stems they share (Dice)."""
    units = {stem(word) for unit in (a.unit, b.unit) for word in (unit or "").split()}
    units |= {a.head, b.head} if a.head != b.head else set()
    one, two = a.stems - units, b.stems - units
    both = len(one) + len(two)
    return 2 * len(one & two) / both if both else 0.0
