"""Figures of sentences that only one edition has: no longer reported, newly reported."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from tracediff.detect.comparable import rule_of
from tracediff.detect.once import accuses_one, is_harmless_deed
from tracediff.detect.phrasing import (
    NAMELESS,
    evidence,
    heading,
    point_words,
    section_title,
    sentence_evidence,
)
from tracediff.detect.points import before_and_now
from tracediff.detect.rounding import half_step
from tracediff.detect.wording import names
from tracediff.ledger.entries import entries
from tracediff.ledger.rolled import rolled_off
from tracediff.lexicon.gravity import CALLED, is_activity, is_body, is_grave
from tracediff.model import (
    Change,
    Comparison,
    Evidence,
    Fact,
    FactKind,
    Finding,
    LinkKind,
    Reading,
    Severity,
    Side,
)
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.rules import RULES
from tracediff.settings import Detecting
from tracediff.syntax import parse
from tracediff.text.words import FUNCTION_WORDS, root


def statement_gone(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N103, weaker: an old sentence with figures has no counterpart, and no series goes on.

    A figure that its edition gives in another sentence too, from where it goes on, is not gone.
    Where another figure of the sentence goes on, the sentence that it goes on in is shown beside.
    One that is compared with an earlier one in its own edition alone goes on nowhere.
    """
    alone = tuple(_alone(comparison, Side.OLD, settings))
    if not alone:
        return
    both = (s for s in comparison.series if len({p.side for p in s.points}) > 1)
    carried = {(p.side, p.fact.index) for s in both for p in s.points}
    going = _sentences_beside(comparison)
    old = comparison.old
    said, again = _Said(comparison.new.facts), _going_on(comparison, Side.OLD)
    for facts in alone:
        gone = [f for f in facts if (Side.OLD, f.index) not in carried]
        gone = [f for f in gone if f not in said and f not in again]
        if not gone:
            continue
        lead = max(
            gone, key=lambda f: (f.kind is FactKind.LEVEL, not f.compared, f.certainty, -f.index)
        )
        head = heading(old, lead)
        if head == NAMELESS or "://" in head:
            continue  # the number of a source or a note, as a rule
        weighty = _weighty(lead, old, settings)
        beside = going.get(lead.sentence)
        yield Finding(
            rule=RULES["N103"],
            severity=Severity.WARNING if weighty and not beside else Severity.NOTE,
            message=f"{head}: {point_words(lead)}; no longer reported in {names(comparison)[1]}.",
            section=section_title(old, lead.sentence),
            old=evidence(Side.OLD, old, lead),
            new=beside,
            change=Change(lead.value, None),
            measure=lead.measure,
            period=lead.period.label if lead.period else "",
            values=(str(lead.value),),
            magnitude=settings.gone if weighty else settings.gone_detail * _many(lead, settings),
            certainty=settings.gone_certainty * lead.certainty,
        )


def newly_given(comparison: Comparison, settings: Detecting) -> Iterator[Finding]:
    """N104, weaker: a new sentence with figures has no counterpart in the earlier edition."""
    alone = tuple(_alone(comparison, Side.NEW, settings))
    if not alone:
        return
    carried = {(p.side, p.fact.index) for s in comparison.series for p in s.points}
    both = {f.index for f in comparison.new.facts if (Side.NEW, f.index) in carried}
    new = comparison.new
    said, again = _Said(comparison.old.facts), _going_on(comparison, Side.NEW)
    told = {
        point.fact.sentence
        for series in comparison.series
        if (pair := before_and_now(series, comparison))
        and rule_of(pair[0].fact, pair[1].fact, settings)
        for point in pair
        if point.side is Side.NEW
    }
    for facts in alone:
        if facts[0].sentence in told:
            continue  # set beside an earlier period there, it is not new
        fresh = [f for f in facts if f.value not in (None, 0)]
        fresh = [f for f in fresh if f not in said and f not in again]
        if not fresh:
            continue
        lead = max(
            fresh, key=lambda f: (f.kind is FactKind.LEVEL, f.index in both, f.certainty, -f.index)
        )
        striking = _striking(lead, new, settings)
        weighty = _weighty(lead, new, settings)
        either = settings.fresh_either if striking or weighty else settings.fresh_detail
        yield Finding(
            rule=RULES["N104"],
            severity=Severity.WARNING if striking else Severity.NOTE,
            message=f"{heading(new, lead)}: {point_words(lead)}; newly reported in"
            f" {names(comparison)[1]}.",
            section=section_title(new, lead.sentence),
            old=None,
            new=evidence(Side.NEW, new, lead),
            change=Change(None, lead.value),
            measure=lead.measure,
            period=lead.period.label if lead.period else "",
            values=(str(lead.value),),
            magnitude=settings.fresh if striking and weighty else either,
            certainty=settings.fresh_certainty * lead.certainty,
        )


def _sentences_beside(comparison: Comparison) -> dict[int, Evidence]:
    """For old sentences without a counterpart of which a figure goes on, the new sentence that it
    goes on in."""
    links = comparison.alignment.links
    gone = {i for link in links if link.kind is LinkKind.REMOVED for i in link.old}
    found: dict[int, Evidence] = {}
    for series in comparison.series:
        old = [p.fact for p in series.points if p.side is Side.OLD and p.fact.table is None]
        new = [p.fact for p in series.points if p.side is Side.NEW and p.fact.table is None]
        if old and new:
            shown = sentence_evidence(Side.NEW, comparison.new, new[-1].sentence)
            for fact in old:
                if fact.sentence in gone:
                    found.setdefault(fact.sentence, shown)
    return found


LONE_DETECTORS = (statement_gone, newly_given)


def _alone(comparison: Comparison, side: Side, settings: Detecting) -> Iterator[Sequence[Fact]]:
    """The figures of each sentence that was dropped or added, sentence by sentence.

    Sentences that only tell what was done in one place, and share hardly a word, are such ones too.
    Entries of a list of gifts come once, and no figure of them is missed; nor is what is said of an
    older year where the same is still said of a later one.
    """
    kind = LinkKind.REMOVED if side is Side.OLD else LinkKind.ADDED
    reading = comparison.old if side is Side.OLD else comparison.new
    alone = {
        i
        for link in comparison.alignment.links
        if link.kind is kind or link.similarity < settings.hardly_alike
        for i in (link.old if side is Side.OLD else link.new)
    }
    if side is Side.OLD:
        alone -= rolled_off(reading.edition, comparison.alignment)
    once = entries(reading)
    by_sentence: dict[int, list[Fact]] = defaultdict(list)
    for fact in reading.facts:
        if fact.sentence not in alone or fact.same_as:
            continue
        counts = fact.kind is not FactKind.LIMIT and fact.value is not None
        counts = counts and bool(fact.unit or _LETTER.search(fact.counted or fact.measure))
        counts = counts and not _is_called(fact) and not _is_idiom(fact, reading)
        counts = counts and fact.index not in once and not _is_supposed(fact, reading)
        if counts:
            by_sentence[fact.sentence].append(fact)
    yield from by_sentence.values()


def _is_called(fact: Fact) -> bool:
    """Whether a figure is a number to call: "the 16357 hotline"."""
    words = (fact.counted or "").casefold().split()
    return bool(words) and words[-1] in CALLED and fact.value is not None and fact.value > 1


def _is_supposed(fact: Fact, reading: Reading) -> bool:
    """Whether a figure is of what is only thought of: "if a crew has 20 nets", "100 percent would
    leave no time"."""
    if fact.table is not None:
        return False
    p = parse(reading.edition.sentences[fact.sentence].text)
    at = next((i for i in range(p.tokens.size) if p.tokens.end[i] > fact.at.start), NOWHERE)
    number = p.clause_at[at] if at != NOWHERE else NOWHERE
    while number != NOWHERE:
        clause = p.clauses[number]
        opening = {clause.first, clause.opener} - {NOWHERE}
        if any(p.tokens.low[i] in ("if", "unless") for i in opening):
            return True
        if clause.relation is Relation.MAIN and clause.verb != NOWHERE:
            return p.verbs[clause.verb].modal == "would"
        number = clause.parent
    return False


def _is_idiom(fact: Fact, reading: Reading) -> bool:
    """Whether it is denied that something is so wholly: "no method is 100 percent safe"."""
    text = reading.edition.sentences[fact.sentence].text
    whole = fact.unit == "%" and fact.value == 100
    return whole and _DENIED.search(text, 0, fact.at.start) is not None


_DENIED = re.compile(r"\b(?:no|not|none|never|cannot)\b", re.IGNORECASE)


def _going_on(comparison: Comparison, side: Side) -> _Said:
    """The figures of one side that stand in a series with figures of the other."""
    both = [s for s in comparison.series if len({point.side for point in s.points}) == 2]
    points = (point for series in both for point in series.points)
    return _Said((point.fact for point in points if point.side is side), dated=True)


class _Said:
    """Some figures, asked whether another one is among them in other words.

    The same value of the same unit, were it rounded, is the same figure where it counts the same
    thing in half of the words: 28 deaths of one year are not 28 of another. A bare noun is not
    enough: "96 percent of respondents" are not those who use a module.
    """

    def __init__(self, facts: Iterable[Fact], *, dated: bool = False) -> None:
        self._dated = dated  # whether they must be for the same year too
        self._facts = facts
        self._sorted: dict[tuple[str | None, int | None], _Sorted] = {}

    def _key(self, fact: Fact) -> tuple[str | None, int | None]:
        return fact.unit, fact.year if self._dated else None

    def __contains__(self, fact: Fact) -> bool:
        key = self._key(fact)
        held = self._sorted.get(key)
        if held is None:
            held = self._sorted[key] = _Sorted.of(list(map(_Counted.of, self._held.get(key, ()))))
        own = _Counted.of(fact)
        return any(map(own.is_again, held.near(own)))

    @cached_property
    def _held(self) -> dict[tuple[str | None, int | None], list[Fact]]:
        """The figures by unit and year, sorted by value only where one is asked for."""
        held: defaultdict[tuple[str | None, int | None], list[Fact]] = defaultdict(list)
        for fact in self._facts:
            held[self._key(fact)].append(fact)
        return held


class _Sorted(NamedTuple):
    """Figures of one unit by their values; those without any stand apart."""

    values: Sequence[Decimal]
    counted: Sequence[_Counted]
    step: Decimal
    without: Sequence[_Counted]

    @classmethod
    def of(cls, counted: Sequence[_Counted]) -> _Sorted:
        known = [(one.value, at) for at, one in enumerate(counted) if one.value is not None]
        ordered = sorted(known)
        return cls(
            [value for value, _ in ordered],
            [counted[at] for _, at in ordered],
            max((counted[at].step for _, at in ordered), default=Decimal(0)),
            [one for one in counted if one.value is None],
        )

    def near(self, own: _Counted) -> Sequence[_Counted]:
        """Those that may be the same figure: as far away as rounding explains."""
        if own.value is None:
            return self.without
        far = max(own.step, self.step)
        first = bisect_left(self.values, own.value - far)
        return self.counted[first : bisect_right(self.values, own.value + far)]


class _Counted(NamedTuple):
    """A value, what rounding may have taken from it, and the roots of what it counts."""

    value: Decimal | None
    step: Decimal
    words: frozenset[str]

    @classmethod
    def of(cls, fact: Fact) -> _Counted:
        return cls(fact.value, half_step(fact), _roots(fact))

    def is_again(self, other: _Counted) -> bool:
        """Whether it is the same figure: they share half of the words of the shorter, and more than
        one; one that was rounded shares half of the longer's."""
        if self.value == other.value:
            shared = len(self.words & other.words)
            mostly = shared > 1 and 2 * shared >= min(len(self.words), len(other.words))
            return mostly or self.words == other.words
        if self.value is None or other.value is None or self.step == other.step:
            return False
        near = abs(self.value - other.value) <= max(self.step, other.step)
        longer = max(len(self.words), len(other.words))
        return near and 2 * len(self.words & other.words) >= longer


def _roots(fact: Fact) -> frozenset[str]:
    words = _WORD.findall(f"{fact.counted or ''} {fact.measure} {fact.label}".casefold())
    return frozenset(root(word) for word in words if word not in FUNCTION_WORDS)


_WORD = re.compile(r"[^\W_]+")  # "respondents’" counts respondents


def _striking(fact: Fact, reading: Reading, settings: Detecting) -> bool:
    """Whether a figure that is new is one of harm, and not small: a reader must not miss it."""
    year = reading.edition.year
    recent = fact.year is not None and year is not None and year - 1 <= fact.year <= year
    large = settings.striking_change if fact.kind is FactKind.CHANGE else settings.striking_count
    words = reading.edition.sentences[fact.sentence].text.casefold().split()
    counted = fact.kind in (FactKind.LEVEL, FactKind.CHANGE) and fact.unit in (None, "%")
    counted = counted and not (is_activity(_measured(fact)) or _of_bodies(fact))
    counted = counted and not accuses_one(reading.edition.sentences[fact.sentence].text)
    return recent and counted and fact.value is not None and fact.value >= large and is_grave(words)


_LETTER = re.compile(r"[^\W\d_]")
_OF_THE_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b(?:the|this|reporting|fiscal)\s+(?:year|period)\b")


def _weighty(fact: Fact, reading: Reading, settings: Detecting) -> bool:
    """Whether a figure is one that the report gives year by year, not the detail of one event.

    It is for the report's own year or the one before, says so, is more than a handful, and neither
    counts bodies or who was trained, nor what was given or bought once, nor a few weeks, nor is it
    only there to be compared with or to be told apart. A share weighs only where it is one of harm.
    """
    year = reading.edition.year
    text = reading.edition.sentences[fact.sentence].text
    recent = fact.year is not None and year is not None and year - 1 <= fact.year <= year
    dated = fact.table is not None or _OF_THE_YEAR.search(text) is not None
    many = (fact.value or Decimal(0)) >= settings.handful
    short = (
        fact.period is not None
        and not fact.period.as_of
        and (fact.period.days < settings.some_months)
    )
    past = fact.year != year and _COMPARING.search(text) is not None
    share = fact.unit == "%" and not is_grave(text.casefold().split())
    basis = _BASIS.search(text, 0, fact.at.start) is not None
    slight = is_activity(_measured(fact)) or _of_bodies(fact)
    slight = slight or is_harmless_deed(fact.verb, text) or accuses_one(text)
    return recent and dated and many and not (short or past or share or basis or slight)


def _many(fact: Fact, settings: Detecting) -> float:
    """1, and less for a count of a few."""
    counts = fact.unit is None and fact.value is not None
    return min(1.0, float(fact.value or 0) / settings.handful) if counts else 1.0


_BASIS = re.compile(r"\b[Oo]f (?:the|these|those) $")  # "of the 104 cases, eight were closed"


_COMPARING = re.compile(r"\b(?:in comparison|compared (?:with|to))\b", re.IGNORECASE)


def _of_bodies(fact: Fact) -> bool:
    """Whether a figure counts bodies or places: "32 regional committees"."""
    return fact.unit is None and fact.kind is FactKind.LEVEL and is_body(fact.counted or "")


def _measured(fact: Fact) -> list[str]:
    """The words for what a figure counts."""
    return f"{fact.counted or ''} {fact.measure}".casefold().split()
