"""One sentence in, its facts out: tokens, mentions of time, figures, what they count, absences."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from tracediff.extract.clauses import clause
from tracediff.extract.context import Context, dated_by, dated_events, newest, sticky
from tracediff.extract.dating import date_figures
from tracediff.extract.figure import Figure
from tracediff.extract.figures import read_figures
from tracediff.extract.inherit import compared, inherit
from tracediff.extract.kinds import Ruling, bound_of, find_ruling, kind_of
from tracediff.extract.measures import Reading, read_measure, telling
from tracediff.extract.nouns import head_noun, singular
from tracediff.extract.periods import Mention, find_mentions
from tracediff.extract.relations import relate
from tracediff.extract.status import CUE as ABSENT
from tracediff.extract.status import Absence, read_absences
from tracediff.extract.tokens import Tokens, tokenise
from tracediff.extract.vocabulary import vocabulary
from tracediff.lexicon.cues import BOUNDS, DEEDS, MULTIPLYING, REPORTERS
from tracediff.lexicon.numbers import DENOMINATORS, SCALES, TENS, UNITS
from tracediff.lexicon.units import MEASURES
from tracediff.model import Bound, Fact, FactKind, Period, Sentence, Span, Status
from tracediff.settings import Extracting, Words
from tracediff.words import any_of

_DIGIT: Final[re.Pattern[str]] = re.compile(r"[\d½⅓⅔¼¾⅕-⅞]")
_NUMBER: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{any_of({*UNITS, *TENS, *SCALES, *DENOMINATORS, *MULTIPLYING, 'twice'})})s?\b"
)


_REMEMBERED: Final = 2048  # sentences: about those of both editions that are read in one job
_SHORT: Final = 600  # characters; a longer sentence seldom stands in both, and takes much memory


class Frame(NamedTuple):
    """What is the same for all sentences of an edition.

    ``own`` is the reporting period, ``citing`` says whether numbers in brackets cite sources.
    """

    own: Period | None
    citing: bool
    settings: Extracting
    words: Words = Words()


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
    parse = _parsed if len(text) <= _SHORT else _parsed.__wrapped__
    said = parse(
        text, times, frame.citing, frame.settings.middle, frame.settings.crowded, frame.words
    )
    if said is None:
        return [], context
    t, figures, _, absences, _ = said
    events = (*context.events, *dated_events(t, mentions))[-6:]
    if not figures and not absences:
        return [], Context((), dated_by(mentions) or context.period, events)
    dates = _Dates(mentions, sticky(t, frame.own, context), frame.own)
    absent_facts = [_absence(t, absence, dates, frame.settings, home) for absence in absences]
    facts = _figures(said, dates, context, frame.settings, absent_facts, home, index)
    facts += absent_facts
    facts.sort(key=lambda fact: (fact.at.start, fact.at.end))
    facts = [
        fact if fact.index == number else replace(fact, index=number)
        for number, fact in enumerate(facts, start=index)
    ]
    facts = relate(t, facts, context.facts)
    levels = tuple(f for f in facts if f.kind in (FactKind.LEVEL, FactKind.SHARE))
    period = newest(f.period for f in levels) or dated_by(mentions) or context.period
    return facts, Context(levels or context.facts, period, events)


@lru_cache(maxsize=_REMEMBERED)
def _holds(text: str, words: Words) -> tuple[bool, bool]:
    """Whether a sentence can hold a figure, and whether it can say that one is missing."""
    low = text.lower()
    counts = _DIGIT.search(low) or _NUMBER.search(low)
    return bool(counts), bool(ABSENT.search(low)) or vocabulary(words).misses(text)


class _Parsed(NamedTuple):
    """What a sentence says in whatever edition: its figures, what they count, what is missing."""

    t: Tokens
    figures: list[Figure]
    readings: list[Reading]
    absences: list[Absence]
    ruling: Ruling


@lru_cache(maxsize=_REMEMBERED)
def _parsed(
    text: str, times: tuple[Span, ...], citing: bool, middle: bool, crowded: int, words: Words
) -> _Parsed | None:
    """Read a sentence in which time is mentioned at ``times``; most stand in both editions.

    Rows of numbers are no sentence.
    """
    counts, cue = _holds(text, words)
    t = tokenise(text, vocabulary(words))
    figures = _twice(t, read_figures(t, times, citing)) if counts else []
    if counts and not middle:
        figures = _multiplied(t, figures)
    if len(figures) > crowded and len(figures) * 4 > t.size:
        return None
    scoped = bool(figures) and t.low[0] == "in" and figures[0].first == 1
    absences = read_absences(t) if cue and not scoped else []  # "In 63 percent of cases … not any"
    readings = [read_measure(t, figures, k) for k in range(len(figures))]
    return _Parsed(t, figures, readings, absences, find_ruling(text))


def _wordy(text: str, settings: Extracting) -> bool:
    """Whether a long text is made of words, not of digits and marks."""
    return sum(map(str.isalpha, text)) >= settings.letters * len(text)


class _Dates(NamedTuple):
    mentions: list[Mention]
    fallback: Period | None
    own: Period | None


def _twice(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Add "met twice a year": the verb names what is counted."""
    for i in range(1, t.size):
        if t.low[i] == "twice" and (t.low[i - 1] in DEEDS or t.low[i + 1] in ("a", "per")):
            rate = t.low[i + 1] in ("a", "per", "each", "every")
            unit = f"per {t.low[i + 2]}" if rate else None
            word = DEEDS.get(t.low[i - 1], "times")
            figures.append(Figure(i, i + 1, Decimal(2), "times", unit, word=word))
    return sorted(figures, key=lambda f: f.first)


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


def _figures(
    said: _Parsed,
    dates: _Dates,
    context: Context,
    settings: Extracting,
    absent: list[Fact],
    home: Sentence,
    index: int,
) -> list[Fact]:
    """The figures of a sentence as facts, numbered from ``index``."""
    t, figures, readings, _, ruling = said
    changes = [reading.change != 0 for reading in readings]
    periods = date_figures(t, figures, dates.mentions, dates.fallback, changes, dates.own)
    facts: list[Fact] = []
    topic: str | None = None
    for k, figure in enumerate(figures):
        if settings.middle and figure.low is not None:
            continue
        ahead = [f for f in absent if not facts and f.at.end <= t.start[figure.first]]
        reading = inherit(t, figure, readings[k], ahead or facts, context, topic)
        reading = compared(t, figure, reading, facts, context)
        topic = reading.topic or topic
        kind = kind_of(t, figure, reading, ruling)
        if kind is FactKind.LIMIT and facts and _goes_on(t, figure, facts[-1]):
            kind = FactKind.LEVEL
        at = t.span(figure.first, figure.stop)
        none = not figure.value and figure.sort == "count"
        facts.append(
            Fact(
                index + len(facts), home.index, at, home.locate(at),
                t.words(figure.first, figure.stop), _value(figure, settings),
                _unit(t, figure, reading, settings), reading.counted, _measure(reading, settings),
                None if kind is FactKind.LIMIT else periods[k],
                Status.NONE if none else Status.REPORTED, bound_of(figure, kind), kind,
                direction=reading.change, said_by=_speaker(t, figure.first),
                certainty=reading.certainty,
            )
        )  # fmt: skip
    return facts


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


def _unit(t: Tokens, figure: Figure, reading: Reading, settings: Extracting) -> str | None:
    if settings.middle and figure.unit is None and figure.sort == "count":
        return _singular(t, reading)
    return figure.unit


def _singular(t: Tokens, reading: Reading) -> str | None:
    """What one of the things counted is, with what it is per: "test per day"."""
    phrase = reading.phrase
    if phrase.empty or reading.change:
        return None
    unit = f"{t.words(phrase.first, phrase.stop - 1)} {singular(t.text[phrase.stop - 1])}".strip()
    below = MEASURES.get(t.low[phrase.stop + 1])
    return f"{unit} per {below}" if t.low[phrase.stop] in ("per", "a") and below else unit


def _measure(reading: Reading, settings: Extracting) -> str:
    words = (reading.counted or "").split() + (reading.topic or "").split()
    words = list(dict.fromkeys(words))
    known = {word.lower() for word in words}
    words += [word for word in reading.words if word not in known]
    return " ".join(words[: settings.measure_words])


# A word that stands between two clauses, and in no name.
_NOT_SPEAKING: Final[frozenset[str]] = frozenset(
    "that which who but while although because when where as".split()
)
# Behind these "estimated" and "reports" are no verbs: "an estimated 40", "there were reports".
_BEFORE_NOUN: Final[frozenset[str]] = frozenset(
    "a an the no any some many several few were was be are is these those other its their".split()
)
_LONGEST_NAME: Final[int] = 10  # words of who says so; longer ones hold a clause of their own


def _speaker(t: Tokens, i: int) -> str | None:
    """Who says so: the words before "reported" in the clause, or after "according to"."""
    first, _ = clause(t, i)
    for j in range(i - 1, first, -1):
        if t.low[j] in REPORTERS and t.low[j - 1] not in _BEFORE_NOUN:
            at = j
            while at > first and t.text[at - 1] != "," and t.low[at - 1] not in _NOT_SPEAKING:
                at -= 1
            words = t.words(at, j).removeprefix("The ").removeprefix("the ")
            return words if words and j - at <= _LONGEST_NAME else None
    if t.low[0] == "according" and t.low[1] == "to":
        stop = next((j for j in range(2, min(16, t.size)) if t.text[j] == ","), 0)
        return t.words(2, stop).removeprefix("the ") if stop else None
    return None


def _absence(
    t: Tokens, absence: Absence, dates: _Dates, settings: Extracting, home: Sentence
) -> Fact:
    at = t.span(absence.first, absence.stop)
    phrase = absence.noun
    counted = t.words(phrase.first, phrase.stop) or None
    first, stop = clause(t, absence.first)
    inside = telling(t, absence.first, max(phrase.first, absence.first))
    words = inside + telling(t, absence.stop, stop, 7) + telling(t, first, absence.first)[-9:]
    figure = Figure(absence.first, absence.stop, Decimal(0), "count")
    period = date_figures(t, [figure], dates.mentions, dates.fallback, [False], dates.own)[0]
    reading = Reading(counted, head_noun(t, phrase), tuple(words), phrase, 1.0)
    return Fact(
        0, home.index, at, home.locate(at), t.words(absence.first, absence.stop),
        Decimal(0) if absence.status is Status.NONE else None, None, counted,
        _measure(reading, settings), period, absence.status, said_by=_speaker(t, absence.first),
        certainty=0.9 if counted else 0.6,
    )  # fmt: skip
