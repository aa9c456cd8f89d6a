"""One sentence in, its facts out: what its figures count and when, and what is missing."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Final, NamedTuple

from tracediff.extract.absences import Absence
from tracediff.extract.bearings import bearing
from tracediff.extract.context import Context, dated_by, dated_events, newest, sticky
from tracediff.extract.counted_units import unit_of, value_of
from tracediff.extract.counting import Counted, CountReader, PhraseReader
from tracediff.extract.dating import Dater
from tracediff.extract.figure import Figure
from tracediff.extract.kinds import bound_of, kind_of
from tracediff.extract.measure_words import MeasureWords
from tracediff.extract.periods import Mention, find_mentions
from tracediff.extract.plans import is_said
from tracediff.extract.relations import relate
from tracediff.extract.sentence_figures import (
    ReadSentence,
    has_only_dates,
    holds,
    is_wordy,
    read_once,
)
from tracediff.extract.speakers import speaker
from tracediff.extract.timeless import timeless
from tracediff.model import Bound, Fact, FactKind, Period, Sentence, Span, Status
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.settings import Extracting, Words
from tracediff.text.tokens import Tokens
from tracediff.wording.gaps import filled
from tracediff.wording.labels import MOST
from tracediff.wording.siblings import Sibling, told_apart


class Frame(NamedTuple):
    """What is the same for all sentences of an edition.

    ``own`` is the reporting period, ``declared`` that of the section where it says so (figures
    without a time take it, the times in the text are still told from ``own``), ``citing`` says
    whether numbers in brackets cite sources, ``population`` what most percentages are of, or "".
    ``named`` are the codes of currencies that the edition uses as names, ``bracketed`` is the
    period that figures in brackets are said to be for.
    """

    own: Period | None
    citing: bool
    settings: Extracting
    words: Words = Words()
    population: str = ""
    declared: Period | None = None
    named: frozenset[str] = frozenset()
    bracketed: Period | None = None


def read_sentence(
    text: str, frame: Frame, context: Context, index: int, home: Sentence
) -> tuple[list[Fact], Context]:
    """The facts of a text, numbered from ``index``, and the context for the next one.

    The text is that of a sentence, ``home``, or where that is very long, a piece of it.
    """
    if len(text) > frame.settings.crowded * 10 and not is_wordy(text, frame.settings):
        return [], context
    if not any(holds(text, frame.words)):
        return [], context
    mentions = find_mentions(text, frame.own, context.period)
    times = tuple(Span(mention.start, mention.end) for mention in mentions)
    if has_only_dates(text, mentions, frame.words):
        return [], Context((), dated_by(mentions) or context.period, context.events[-6:])
    said = read_once(text, times, frame.citing, frame.named, frame.settings, frame.words)
    if said is None:
        return [], context
    figures, absences = said.figures, said.absences
    t = said.p.tokens
    events = (*context.events, *dated_events(t, mentions))[-6:]
    if not figures and not absences:
        return [], Context((), dated_by(mentions) or context.period, events)
    facts = _Reader(
        said, frame, mentions, sticky(t, frame.declared or frame.own, context), context, home
    ).read(index)
    facts.sort(key=lambda fact: (fact.at.start, fact.at.end))
    facts = [
        fact if fact.index == number else replace(fact, index=number)
        for number, fact in enumerate(facts, start=index)
    ]
    facts = relate(t, facts, context.facts)
    levels = tuple(f for f in facts if f.kind in (FactKind.LEVEL, FactKind.SHARE))
    period = newest(f.period for f in levels) or dated_by(mentions) or context.period
    return facts, Context(levels or context.facts, period, events)


class _Reader:
    """Makes the facts of one parsed sentence."""

    def __init__(
        self,
        said: ReadSentence,
        frame: Frame,
        mentions: list[Mention],
        fallback: Period | None,
        context: Context,
        home: Sentence,
    ) -> None:
        self.p, self.figures, self.absences, self.ruling, self.times, self.labeller = said
        self.settings, self.home, self.frame = frame.settings, home, frame
        self.mentions, self.fallback, self.context = mentions, fallback, context
        self.listed: frozenset[Period] = frozenset()
        self.words = MeasureWords(self.p, self.figures, self.times, frame.settings.measure_words)

    def read(self, index: int) -> list[Fact]:
        """The facts, those of figures first, numbered from ``index``."""
        counted = CountReader(
            self.p, self.figures, self.times, self.context.facts, self.frame.population
        ).read()
        changes = [one.change != 0 for one in counted]
        dater = Dater(
            self.p, self.figures, self.mentions, self.fallback, self.frame.own,
            [one.phrase for one in counted],
            [self._names(f, one) for f, one in zip(self.figures, counted, strict=True)],
            self.frame.bracketed,
        )  # fmt: skip
        facts: list[Fact] = []
        periods = dater.periods(changes)
        self.listed = dater.listed
        for k, period in enumerate(periods):
            if not self._dates(period) and timeless(self.p, self.figures[k]):
                period = None
            if self.settings.middle and self.figures[k].low is not None:
                continue
            fact = self._fact(k, counted[k], period, index + len(facts), facts)
            those = self._of_those(k, counted)
            if those is not None and periods[those] is not None:
                fact = replace(fact, period=periods[those], kind=FactKind.LEVEL)
            facts.append(fact)
        return self._told_apart(facts) + [self._absence(absence) for absence in self.absences]

    def _of_those(self, k: int, counted: Sequence[Counted]) -> int | None:
        """The figure that counts those whose age one is, where this limits nothing: "52 minors aged
        4 to 17"."""
        figure = self.figures[k]
        if figure.sort != "age" or figure.bound is not Bound.EXACT:
            return None
        bearer = self.labeller.bearers.of_age(self.p.phrase_at[figure.first])
        return next(
            (
                j
                for j, one in enumerate(counted)
                if one.phrase == bearer != NOWHERE and self.figures[j].sort == "count"
            ),
            None,
        )

    def _told_apart(self, facts: Sequence[Fact]) -> list[Fact]:
        """The facts with labels that tell apart those of one unit and period."""
        t, siblings = self.p.tokens, list[Sibling]()
        for fact in facts:
            figure = next(f for f in self.figures if t.span(f.first, f.stop) == fact.at)
            kind = (fact.unit, fact.period, fact.kind, fact.direction)
            siblings.append(
                Sibling(
                    fact.counted or "",
                    fact.label,
                    figure.first,
                    figure.stop,
                    self._limit(figure),
                    kind,
                    fact.direction,
                )
            )
        siblings = filled(self.labeller.w, siblings, MOST)
        labels = told_apart(self.labeller.w, siblings, MOST)
        return [
            fact if fact.label == label else replace(fact, label=label)
            for fact, label in zip(facts, labels, strict=True)
        ]

    def _limit(self, figure: Figure) -> int:
        """The token with which the next figure begins that is not the age of those counted."""
        following = [
            f.first
            for f in self.figures
            if f.first > figure.first
            and f.sort != "age"
            and not (self._converts(f, figure) or self._is_base(f))
        ]
        return following[0] if following else self.p.tokens.size

    def _is_base(self, figure: Figure) -> bool:
        """Whether a number is what a rate is per: "deaths per 1,000 births"."""
        index = self.p.phrase_at[figure.first]
        return figure.sort == "ratio" and index != NOWHERE and self.labeller.w.is_base(index)

    def _converts(self, figure: Figure, other: Figure) -> bool:
        """Whether a figure stands alone in a bracket behind the phrase of another: "8 million marls
        ($400,000) on stoves"."""
        aside = self.p.clauses[self.p.clause_at[figure.first]]
        index = self.p.phrase_at[other.first]
        behind = index != NOWHERE and aside.opener == self.p.phrases[index].stop
        return figure.bracket and behind and aside.relation is Relation.ASIDE

    def _fact(
        self, k: int, counted: Counted, period: Period | None, index: int, facts: list[Fact]
    ) -> Fact:
        figure, t = self.figures[k], self.p.tokens
        kind = kind_of(self.p, figure, counted, self.ruling)
        if kind is FactKind.LIMIT and facts and _goes_on(t, figure, facts[-1]):
            kind = FactKind.LEVEL
        at = t.span(figure.first, figure.stop)
        none = not figure.value and figure.sort == "count"
        limit = self._limit(figure)
        label, verb = self.labeller.label(
            counted, self.p.phrase_at[figure.first], limit,
            self.words.change_word(counted, figure.first), figure.sort == "money",
            (figure.word or "") if figure.sort == "time" else "", figure.bound is Bound.LESS_THAN,
        )  # fmt: skip
        unit = (figure.word or "") if figure.sort in ("time", "measure") else ""
        label = self.labeller.terms.named(label, counted, figure.first, figure.stop, unit)
        measure = self.words.measure(counted, figure.first, limit)
        if kind in _MEANT and label and not is_said(label):
            label = f"{label}, {kind.value}"
        own = bearing(self.p, figure, period, self.mentions)
        return Fact(
            index, self.home.index, at, self.home.locate(at), t.words(figure.first, figure.stop),
            value_of(figure, self.settings), unit_of(t, figure, counted, self.settings),
            counted.text, measure,
            None if kind is FactKind.LIMIT else period,
            Status.NONE if none else Status.REPORTED, self._bound(k, kind), kind,
            direction=counted.change, said_by=speaker(self.p, figure.first),
            certainty=counted.certainty, label=label or " ".join(measure.split()[:MOST]),
            dated=self._dates(period), verb=verb,
            compared=own.compared, per=own.per, added=own.added, observed=own.observed,
        )  # fmt: skip

    def _dates(self, period: Period | None) -> bool:
        """Whether a period is one that the sentence itself names."""
        return period in self.listed or any(one.period == period for one in self.mentions)

    def _bound(self, k: int, kind: FactKind) -> Bound:
        """How tightly a figure is given: "a minimum of 32 boats, 97 cars" bounds both."""
        for j in range(k, -1, -1):
            bound = bound_of(self.figures[j], kind)
            if bound is not Bound.EXACT or not self._goes_on_from(j):
                return bound
        return Bound.EXACT

    def _goes_on_from(self, j: int) -> bool:
        """Whether a figure stands in a list that hangs on a noun, behind the figure before it."""
        index = self.p.phrase_at[self.figures[j].first]
        if not j or index == NOWHERE or self.p.phrases[index].governor == NOWHERE:
            return False
        before = self.p.phrase_at[self.figures[j - 1].first]
        return before != NOWHERE and self.p.phrases[before].joined == index

    def _names(self, figure: Figure, counted: Counted) -> bool:
        """Whether what a figure counts is named in the figure's own clause."""
        if counted.phrase == NOWHERE:
            return False
        return self.p.phrases[counted.phrase].clause == self.p.clause_at[figure.first]

    def _absence(self, absence: Absence) -> Fact:
        t = self.p.tokens
        at = t.span(absence.first, absence.stop)
        figure = Figure(absence.first, absence.stop, Decimal(0), "count")
        counted = Counted(certainty=0.6)
        if absence.phrase != NOWHERE:
            reader = PhraseReader(self.p, [], self.times)
            first, stop = reader.name(absence.phrase)
            while first < stop - 1 and t.low[first] in ("no", "any", "many", "more"):
                first += 1
            joined = self.p.phrases[absence.phrase].joined
            if joined != NOWHERE and reader.bare(joined):
                stop = self.p.phrases[joined].stop
            counted = Counted(absence.phrase, first, stop, t.words(first, stop), certainty=0.9)
        dater = Dater(self.p, [figure], self.mentions, self.fallback, self.frame.own)
        holder = absence.phrase if absence.phrase != NOWHERE else self.p.phrase_at[absence.first]
        label, verb = self.labeller.label(counted, holder, t.size)
        named = absence.first if absence.phrase == NOWHERE else self.p.phrases[absence.phrase].first
        period = dater.periods([False])[0]
        measure = self.words.measure(counted, named, t.size)
        if absence.asked != NOWHERE:
            label = measure = self._asked(absence)
            verb = t.low[self.p.verbs[absence.asked].head]
        return Fact(
            0, self.home.index, at, self.home.locate(at), t.words(absence.first, absence.stop),
            Decimal(0) if absence.status is Status.NONE else None, None, counted.text,
            measure, period, absence.status,
            said_by=speaker(self.p, absence.first), certainty=counted.certainty,
            label=label, dated=self._dates(period), verb=verb,
        )  # fmt: skip

    def _asked(self, absence: Absence) -> str:
        """What is asked of those told of before: "crews paid in silver"."""
        t, verb = self.p.tokens, self.p.verbs[absence.asked]
        head = self.p.phrases[absence.phrase].head
        stop = min(self.p.clauses[verb.clause].stop, verb.head + _ASKED)
        return f"{t.words(head, head + 1)} {t.words(verb.head, stop)}".rstrip(" .,;:")


_ASKED: Final = 8  # words from the verb on that name what is asked
_MEANT: Final = (FactKind.PLAN, FactKind.TARGET)


def _goes_on(t: Tokens, figure: Figure, last: Fact) -> bool:
    """Whether a time is one more of what was measured: "84.1 years for women and 80.3 for men"."""
    same = figure.sort == "time" and last.kind is FactKind.LEVEL and last.unit == figure.unit
    gap = t.source[last.at.end : t.start[figure.first]]
    return same and (figure.bracket or _COORDINATE.search(gap) is not None)


_COORDINATE: Final[re.Pattern[str]] = re.compile(r"^[^.;,]{0,60}(?:,? and |, )$")
