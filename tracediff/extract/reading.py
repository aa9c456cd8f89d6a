"""One sentence in, its facts out: tokens, mentions of time, figures, what they count, absences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from tracediff.extract.absences import CUE as ABSENT
from tracediff.extract.absences import Absence, may_miss, read_absences
from tracediff.extract.bearings import bearing
from tracediff.extract.context import Context, dated_by, dated_events, newest, sticky
from tracediff.extract.counting import Counted, CountReader, PhraseReader, content
from tracediff.extract.dating import Dater
from tracediff.extract.figure import Figure
from tracediff.extract.figures import read_figures, within
from tracediff.extract.kinds import Ruling, bound_of, find_ruling, kind_of
from tracediff.extract.movements import mark_movements
from tracediff.extract.nouns import singular
from tracediff.extract.periods import Mention, find_mentions
from tracediff.extract.plans import is_said
from tracediff.extract.relations import relate
from tracediff.extract.timeless import timeless
from tracediff.lexicon.cues import BOUNDS, DEEDS, FALLS, MULTIPLYING, RISES
from tracediff.lexicon.numbers import DENOMINATORS, SCALES, TENS, UNITS
from tracediff.lexicon.syntax import RANKING, SAYING
from tracediff.lexicon.units import FULL_TIME, MEASURES, PHRASES
from tracediff.model import Bound, Fact, FactKind, Period, Sentence, Span, Status
from tracediff.model.syntax import NOWHERE, Clause, NounPhrase, Relation
from tracediff.settings import Extracting, Words
from tracediff.syntax import Parse, parse
from tracediff.text.tokens import Tokens
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import any_of
from tracediff.wording.labels import MOST, Labeller
from tracediff.wording.siblings import Sibling, told_apart

_DIGIT: Final[re.Pattern[str]] = re.compile(r"[\d½⅓⅔¼¾⅕-⅞]")
_NUMBER: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{any_of({*UNITS, *TENS, *SCALES, *DENOMINATORS, *MULTIPLYING, 'twice'})})s?\b"
)


_REMEMBERED: Final = 2048  # sentences: about those of both editions that are read in one job


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
    if len(text) > frame.settings.crowded * 10 and not _wordy(text, frame.settings):
        return [], context
    if not any(_holds(text, frame.words)):
        return [], context
    mentions = find_mentions(text, frame.own, context.period)
    times = tuple(Span(mention.start, mention.end) for mention in mentions)
    if _only_dates(text, mentions, frame.words):
        return [], Context((), dated_by(mentions) or context.period, context.events[-6:])
    said = _parsed(text, times, frame.citing, frame.named, frame.settings, frame.words)
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


class _Held(NamedTuple):
    """Whether a sentence can hold a figure, whether it denies anything, and whether it can say that
    a figure is missing."""

    counts: bool
    denies: bool
    misses: bool


@lru_cache(maxsize=_REMEMBERED)
def _holds(text: str, words: Words) -> _Held:
    low = text.lower()
    counts = _DIGIT.search(low) or _NUMBER.search(low)
    own = vocabulary(words).misses(text)
    denies = ABSENT.search(low) is not None
    return _Held(bool(counts), denies or own, own or (denies and may_miss(low)))


def _only_dates(text: str, mentions: Sequence[Mention], words: Words) -> bool:
    """Whether all numbers of a sentence are those of times, none of which describes an event, and
    nothing in it can be missing: it need not be parsed."""
    low = text.lower()
    if (
        _holds(text, words).misses
        or len(low) != len(text)
        or any(one.adjective for one in mentions)
    ):
        return False
    numbers = chain(_DIGIT.finditer(low), _NUMBER.finditer(low))
    return all(
        match[0] not in _TIMES and any(m.start <= match.start() < m.end for m in mentions)
        for match in numbers
    )


_TIMES: Final = {*MULTIPLYING, "twice"}  # which are figures wherever they stand


class _Parsed(NamedTuple):
    """What a sentence says in whatever edition: its parse, its figures, what is missing.

    ``times`` marks the tokens of times.
    """

    p: Parse
    figures: Sequence[Figure]
    absences: Sequence[Absence]
    ruling: Ruling
    times: Sequence[bool]
    labeller: Labeller


@lru_cache(maxsize=_REMEMBERED)
def _parsed(
    text: str,
    times: Sequence[Span],
    citing: bool,
    named: frozenset[str],
    settings: Extracting,
    words: Words,
) -> _Parsed | None:
    """Parse a sentence, and read its figures; rows of numbers are no sentence."""
    counts, _, misses = _holds(text, words)
    p = parse(text, vocabulary(words))
    t = p.tokens
    figures = _twice(t, read_figures(t, times, citing, named)) if counts else []
    figures = [f for f in mark_movements(p, figures) if not _indefinite(p, f, figures)]
    if counts and not settings.middle:
        figures = _multiplied(t, _once(t, figures))
    if len(figures) > settings.crowded and len(figures) * 4 > t.size:
        return None
    scoped = bool(figures) and t.low[0] == "in" and figures[0].first == 1
    absences = (
        read_absences(p) if misses and not scoped else []
    )  # "In 63 percent of cases … not any"
    within_times = within(t, times)
    labeller = Labeller(p, within_times, [(f.first, f.stop) for f in figures])
    return _Parsed(p, tuple(figures), tuple(absences), find_ruling(text), within_times, labeller)


def _indefinite(p: Parse, figure: Figure, figures: Sequence[Figure]) -> bool:
    """Whether "at least one" only says that there is any, of each of those counted: "37
    homes failed at least one test"."""
    if figure.sort != "count" or figure.value != 1 or figure.bound is not Bound.AT_LEAST:
        return False
    clause = p.clauses[p.clause_at[figure.first]]
    if clause.subject == NOWHERE or p.phrase_at[figure.first] not in clause.objects:
        return False
    first = p.phrases[clause.subject].first
    stop = p.verbs[clause.verb].first if clause.verb != NOWHERE else first
    return any(first <= f.first < stop for f in figures if f is not figure)


def _wordy(text: str, settings: Extracting) -> bool:
    """Whether a long text is made of words, not of digits and marks."""
    return sum(map(str.isalpha, text)) >= settings.letters * len(text)


def _twice(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Add "met twice a year": the verb names what is counted."""
    for i in range(1, t.size):
        if t.low[i] == "twice" and (t.low[i - 1] in DEEDS or t.low[i + 1] in ("a", "per")):
            rate = t.low[i + 1] in ("a", "per", "each", "every")
            unit = f"per {t.low[i + 2]}" if rate else None
            word = DEEDS.get(t.low[i - 1], "times")
            figures.append(Figure(i, i + 1, Decimal(2), "times", unit, word=word))
    return sorted(figures, key=lambda f: f.first)


def _once(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Drop a fraction in words whose percentage stands in brackets beside it: "half (55%)"."""
    return [
        figure
        for k, figure in enumerate(figures)
        if not (
            figure.sort == "share"
            and not figure.digits
            and k + 1 < len(figures)
            and figures[k + 1].bracket
            and figures[k + 1].sort == "percent"
            and figures[k + 1].first <= figure.stop + 2
        )
    ]


def _multiplied(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Add "doubled" and "halved" as the changes in percent that they state, to one digit, and
    "twice as many" as the multiple that it is."""
    found = list(figures)
    for i in range(1, t.size):
        if t.low[i] in MULTIPLYING:
            change = Decimal(abs(MULTIPLYING[t.low[i]])).normalize()
            figure = Figure(i, i + 1, change, "percent", "%", word=t.low[i])
            near = BOUNDS.get((t.low[i - 1],), Bound.EXACT)
            figure.bound = BOUNDS.get(tuple(t.low[i - 2 : i]), near)
            found.append(figure)
        elif t.low[i] == "twice" and (
            t.low[i + 1 : i + 3] in (["as", "many"], ["as", "much"])
            or t.low[i + 1 : i + 3] in (["the", "number"], ["the", "amount"], ["the", "level"])
        ):
            found.append(Figure(i, i + 1, Decimal(2), "times", word="times"))
    return sorted(found, key=lambda f: f.first)


class _Reader:
    """Makes the facts of one parsed sentence."""

    def __init__(
        self,
        said: _Parsed,
        frame: Frame,
        mentions: list[Mention],
        fallback: Period | None,
        context: Context,
        home: Sentence,
    ) -> None:
        self.p, self.figures, self.absences, self.ruling, self.times, self.labeller = said
        self.settings, self.home, self.frame = frame.settings, home, frame
        self.mentions, self.fallback, self.context = mentions, fallback, context

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
            self._change_word(counted, figure.first), figure.sort == "money",
            (figure.word or "") if figure.sort == "time" else "", figure.bound is Bound.LESS_THAN,
        )  # fmt: skip
        measure = self._measure(counted, figure.first, limit)
        if kind in _MEANT and label and not is_said(label):
            label = f"{label}, {kind.value}"
        own = bearing(self.p, figure, period, self.mentions)
        return Fact(
            index, self.home.index, at, self.home.locate(at), t.words(figure.first, figure.stop),
            _value(figure, self.settings), _unit(t, figure, counted, self.settings), counted.text,
            measure,
            None if kind is FactKind.LIMIT else period,
            Status.NONE if none else Status.REPORTED, self._bound(k, kind), kind,
            direction=counted.change, said_by=self._speaker(figure.first),
            certainty=counted.certainty, label=label or " ".join(measure.split()[:MOST]),
            dated=self._dates(period), verb=verb,
            compared=own.compared, per=own.per, added=own.added, observed=own.observed,
        )  # fmt: skip

    def _dates(self, period: Period | None) -> bool:
        """Whether a period is one that the sentence itself names."""
        return any(mention.period == period for mention in self.mentions)

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

    def _measure(self, counted: Counted, at: int, limit: int) -> str:
        """What is counted, and the words that tell it from other counts of the same."""
        words = (counted.text or "").split()
        if counted.change:
            words.append(self._change_word(counted, at))
        if counted.source is not None:
            words += counted.source.measure.split()
        known = {word.lower() for word in words}
        for first, stop in self._around(counted, at, limit):
            for word in content(self.p, first, stop, self.times):
                if word not in known:
                    known.add(word)
                    words.append(word)
        return " ".join(words[: self.settings.measure_words])

    def _change_word(self, counted: Counted, at: int) -> str:
        """The noun of a stated change, as the text has it or by its direction."""
        index = self.p.phrase_at[at]
        head = self.p.tokens.low[self.p.phrases[index].head] if index != NOWHERE else ""
        if head in RISES | FALLS:
            return head
        if self._between_groups(at):
            return "difference"
        return "increase" if counted.change > 0 else "decrease"

    def _between_groups(self, at: int) -> bool:
        """Whether a difference is one between two groups, not times: "9% less than others"."""
        low, own = self.p.tokens.low, self.p.clause_at[at]
        compared = (
            one
            for one in self.p.clauses
            if one.parent == own and one.relation is Relation.COMPARISON and one.first >= at
        )
        other = next((one for one in compared if low[one.first] == "than"), None)
        if other is None or _LESS.isdisjoint(low[at : other.first]):
            return False
        rest = range(other.first + 1, other.stop)
        told = {low[i] for i in rest}
        named = any(word.isalpha() for word in told)
        return named and not any(self.times[i] for i in rest) and told.isdisjoint(_OTHER_TIMES)

    def _around(self, counted: Counted, at: int, limit: int) -> Iterator[tuple[int, int]]:
        """Stretches that tell a count from others, nearest first: what hangs on it, its clause."""
        p = self.p
        index = p.phrase_at[at] if p.phrase_at[at] != NOWHERE else counted.phrase
        own = [
            start
            for start in dict.fromkeys((counted.phrase, counted.item, index))
            if start != NOWHERE
        ]
        if counted.item != NOWHERE:
            yield p.phrases[counted.item].first, p.phrases[counted.item].stop
        for start in own:
            yield from self._hanging(start, limit)
        for one in p.clauses:
            if one.subject in own and one.verb != NOWHERE:
                head = p.verbs[one.verb].head
                yield head, max(min(one.stop, limit), head + 1)
        gapped = p.gapped(p.phrase_at[at])
        if gapped != NOWHERE:
            yield p.phrases[gapped].first, p.phrases[gapped].stop
        yield from self._clause(p.clause_at[at], gapped != NOWHERE)

    def _hanging(self, start: int, limit: int) -> Iterator[tuple[int, int]]:
        """The phrases that hang on one, each on the one before it, up to the next figure."""
        phrases = self.p.phrases
        for index in range(start + 1, len(phrases)):
            if phrases[index].governor != index - 1 or phrases[index].first >= limit:
                return
            yield phrases[index].first, phrases[index].stop

    def _clause(self, number: int, gapped: bool) -> Iterator[tuple[int, int]]:
        """The verb and subject of a clause, or of the one it hangs on, and its other phrases; the
        verb alone where the number has a subject of its own."""
        p = self.p
        others = {p.gapped(p.phrase_at[figure.first]) for figure in self.figures}
        clause = p.clauses[number]
        while clause.verb == NOWHERE and clause.parent != NOWHERE:
            clause = p.clauses[clause.parent]
        if clause.verb != NOWHERE and p.tokens.low[p.verbs[clause.verb].head] in RANKING:
            yield from self._beside_subject(clause)
            return
        if clause.verb != NOWHERE:
            yield p.verbs[clause.verb].head, p.verbs[clause.verb].head + 1
        if gapped:
            return
        if clause.subject != NOWHERE:
            yield p.phrases[clause.subject].first, p.phrases[clause.subject].stop
        taken = {p.phrase_at[figure.first] for figure in self.figures} | others
        for index, phrase in enumerate(p.phrases):
            if phrase.clause == number and index not in taken and not self._set_apart(phrase):
                yield phrase.first, phrase.stop

    def _set_apart(self, phrase: NounPhrase) -> bool:
        """Whether a comma sets a phrase apart from what it follows: "50 ports, with 9 crews"."""
        at = phrase.preposition
        return at > 0 and self.p.tokens.low[at - 1 : at + 1] == [",", "with"]

    def _beside_subject(self, clause: Clause) -> Iterator[tuple[int, int]]:
        """What is said of the subject that others only follow: "Rope is used by 7 percent of crews,
        followed by wire (5 percent)"."""
        if clause.parent == NOWHERE:
            return
        above = self.p.clauses[clause.parent]
        if above.verb != NOWHERE:
            yield self.p.verbs[above.verb].head, self.p.verbs[above.verb].head + 1
        for index, phrase in enumerate(self.p.phrases):
            if phrase.clause == clause.parent and index != above.subject:
                yield phrase.first, phrase.stop

    def _speaker(self, i: int) -> str | None:
        """Who says so: the subject of a verb of saying, or who stands behind "according"."""
        t = self.p.tokens
        phrase = self.p.speaker(self.p.clause_at[i]) or self._reporter(i)
        if phrase is not None:
            return t.words(phrase.first, phrase.stop).removeprefix("The ").removeprefix("the ")
        if t.low[0] == "according" and t.low[1] == "to":
            stop = next((j for j in range(2, min(16, t.size)) if t.text[j] == ","), 0)
            return t.words(2, stop).removeprefix("the ") if stop else None
        return None

    def _reporter(self, i: int) -> NounPhrase | None:
        """Who reports what a figure counts: "the coast guard reported 12 wrecks"."""
        p = self.p
        clause = p.clauses[p.clause_at[i]]
        if clause.verb == NOWHERE or clause.subject == NOWHERE:
            return None
        verb, subject = p.verbs[clause.verb], p.phrases[clause.subject]
        says = p.tokens.low[verb.head] in SAYING and not verb.passive and verb.finite
        return subject if says and subject.stop <= verb.first < i else None

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
        return Fact(
            0, self.home.index, at, self.home.locate(at), t.words(absence.first, absence.stop),
            Decimal(0) if absence.status is Status.NONE else None, None, counted.text,
            self._measure(counted, named, t.size),
            period, absence.status,
            said_by=self._speaker(absence.first), certainty=counted.certainty,
            label=label, dated=self._dates(period), verb=verb,
        )  # fmt: skip


_LESS: Final = frozenset("less lower fewer more higher".split())
_OTHER_TIMES: Final = frozenset(
    "in before earlier last previous expected planned forecast budgeted usual ago prior".split()
)  # what a level is held against that is none of another group
_MEANT: Final = (FactKind.PLAN, FactKind.TARGET)


def _goes_on(t: Tokens, figure: Figure, last: Fact) -> bool:
    """Whether a time is one more of what was measured: "84.1 years for women and 80.3 for men"."""
    same = figure.sort == "time" and last.kind is FactKind.LEVEL and last.unit == figure.unit
    gap = t.source[last.at.end : t.start[figure.first]]
    return same and (figure.bracket or _COORDINATE.search(gap) is not None)


_COORDINATE: Final[re.Pattern[str]] = re.compile(r"^[^.;,]{0,60}(?:,? and |, )$")


def _value(figure: Figure, settings: Extracting) -> Decimal:
    if settings.middle and figure.high is not None:
        return (figure.value + figure.high) / 2
    return figure.value


def _unit(t: Tokens, figure: Figure, counted: Counted, settings: Extracting) -> str | None:
    if settings.middle and figure.unit is None and figure.sort == "count":
        return _singular(t, counted)
    if figure.unit is None and figure.sort == "count" and _in_full_time(t, figure, counted):
        return FULL_TIME
    if not settings.middle and figure.sort == "money" and figure.unit and " per " in figure.unit:
        return _CODES.get(figure.unit.split(" per ")[0], figure.unit.split(" per ")[0])
    return figure.unit


def _in_full_time(t: Tokens, figure: Figure, counted: Counted) -> bool:
    """Whether people are counted by the time that they work: "full-time equivalent staff", "40
    staff (FTE)"."""
    said = (counted.text or "").lower().split()
    if not said or not counted.found or counted.change:
        return False
    named = MEASURES.get(said[0]) or PHRASES.get(tuple(said[:2]))
    behind = t.text[counted.stop : counted.stop + 3]
    aside = behind[::2] == ["(", ")"] and MEASURES.get(behind[1]) == FULL_TIME
    return named == FULL_TIME or aside


# What an amount per something is an amount of.
_CODES: Final[dict[str, str]] = {"dollar": "USD", "euro": "EUR", "pound": "GBP", "yen": "JPY"}


def _singular(t: Tokens, counted: Counted) -> str | None:
    """What one of the things counted is, with what it is per: "test per day"."""
    if not counted.found or counted.change:
        return None
    unit = (
        f"{t.words(counted.first, counted.stop - 1)} {singular(t.text[counted.stop - 1])}".strip()
    )
    below = MEASURES.get(t.low[counted.stop + 1])
    return f"{unit} per {below}" if t.low[counted.stop] in ("per", "a") and below else unit
