"""An edition in, its ledger out: every figure with what it counts, for when, and how sure."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Final

from tracediff.extract.dating import date_figures
from tracediff.extract.figures import Figure, read_figures
from tracediff.extract.measures import Reading, clause, read_measure, telling
from tracediff.extract.nouns import head_noun, noun_phrase, singular
from tracediff.extract.periods import Mention, find_mentions, year_period
from tracediff.extract.relations import relate
from tracediff.extract.status import CUE as ABSENT
from tracediff.extract.status import Absence, read_absences
from tracediff.extract.tables import read_tables
from tracediff.extract.tokens import Tokens, tokenise
from tracediff.lexicon.cues import DEEDS, LAWS, LIMITING, LIMITING_MODALS, REPORTERS, RULING
from tracediff.lexicon.numbers import SCALES, TENS, UNITS
from tracediff.lexicon.units import MEASURES
from tracediff.model import (
    BlockKind,
    Bound,
    Edition,
    Fact,
    FactKind,
    Period,
    Sentence,
    Span,
    Status,
)
from tracediff.settings import Extracting

_WORDS: Final[str] = "|".join(sorted({*UNITS, *TENS, *SCALES, "half", "third", "quarter", "twice"}))
NUMBERS: Final[re.Pattern[str]] = re.compile(rf"[\d½⅓⅔¼¾⅕-⅞]|\b(?:{_WORDS})s?\b", re.I)
_CITING: Final[re.Pattern[str]] = re.compile(r"[.!?][”\"]? \(\d{1,3}(?:[,;] ?\d{1,3}){0,9}\)")


@dataclass(frozen=True, slots=True)
class Context:
    """What a sentence takes over from those before it in its paragraph.

    ``events`` are nouns that a year was given to ("a 2019 operation"), newest last.
    """

    facts: tuple[Fact, ...] = ()
    period: Period | None = None
    section: int = -1
    events: tuple[tuple[str, Period], ...] = ()


def extract(edition: Edition, settings: Extracting | None = None) -> tuple[Fact, ...]:
    """All facts of an edition in order: those of its sentences, then those of its tables."""
    settings = settings or Extracting()
    own = edition.period or (year_period(edition.year) if edition.year else None)
    citing = len(_CITING.findall(edition.text, 0, settings.sample)) >= settings.citations
    tabled = read_tables(edition, own)
    cells = {fact.sentence for fact in tabled}
    facts: list[Fact] = []
    context = Context()
    for sentence in edition.sentences:
        if sentence.paragraph != context.section:
            context = Context(section=sentence.paragraph)
        if sentence.kind is BlockKind.REFERENCE or sentence.index in cells:
            continue
        if sentence.kind is BlockKind.TABLE and len(sentence.text) < settings.prose:
            continue
        found, context = _sentence(sentence, own, context, citing, len(facts), settings)
        facts.extend(found)
    first = len(facts)
    facts.extend(replace(fact, index=first + k) for k, fact in enumerate(tabled))
    return tuple(facts)


def extract_facts(text: str, settings: Extracting | None = None) -> tuple[Fact, ...]:
    """The facts of one or a few sentences without a known year.

    Here a text is read as quantities: a range ("5 to 10 percent") is one fact, valued at its
    middle, and the unit of a count is one of the things counted.

    >>> [(str(f.value), f.unit, f.counted) for f in extract_facts("It trained 600 police officers.")]
    [('600', 'police officer', 'police officers')]
    """
    settings = settings or Extracting()
    sentence = Sentence(0, text, Span(0, len(text)), 0, 0, 1)
    found, _ = _sentence(sentence, None, Context(), False, 0, replace(settings, middle=True))
    return tuple(found)


# --- one sentence -----------------------------------------------------------------------------


def _sentence(
    sentence: Sentence,
    own: Period | None,
    context: Context,
    citing: bool,
    index: int,
    settings: Extracting,
) -> tuple[list[Fact], Context]:
    text = sentence.text[: settings.longest]
    counts, absent = NUMBERS.search(text), ABSENT.search(text)
    if not counts and not absent:
        return [], context
    t = tokenise(text)
    mentions = find_mentions(text, own, context.period)
    figures = read_figures(t, mentions, citing) if counts else []
    figures = _twice(t, figures)
    scoped = bool(figures) and t.low[0] == "in" and figures[0].first == 1  # "In 63 percent of cases … not any"
    absences = read_absences(t) if absent and not scoped else []
    events = (*context.events, *_events(t, mentions))[-6:]
    if not figures and not absences:
        dated = _dated(mentions)
        return [], replace(context, period=dated or context.period, facts=(), events=events)
    fallback = _fallback(t, own, context)
    facts = _figures(sentence, t, figures, mentions, fallback, own, context, settings)
    facts += [_absence(sentence, t, a, mentions, fallback, own) for a in absences]
    facts.sort(key=lambda fact: (fact.at.start, fact.at.end))
    facts = [replace(fact, index=index + k) for k, fact in enumerate(facts)]
    facts = relate(t, facts, context.facts)
    levels = tuple(f for f in facts if f.kind in (FactKind.LEVEL, FactKind.SHARE))
    period = _newest([f.period for f in levels]) or _dated(mentions) or context.period
    return facts, Context(levels or context.facts, period, context.section, events)


def _dated(mentions: list[Mention]) -> Period | None:
    return _newest([m.period for m in mentions if not m.base])


def _newest(periods: list[Period | None]) -> Period | None:
    known = [period for period in periods if period]
    return max(known, key=lambda period: period.end) if known else None


def _events(t: Tokens, mentions: list[Mention]) -> list[tuple[str, Period]]:
    """The nouns that a year describes: "a 2019 operation"."""
    found: list[tuple[str, Period]] = []
    for mention in mentions:
        if mention.adjective and mention.period:
            at = next((j for j in range(t.size) if t.start[j] >= mention.end), t.size)
            phrase = noun_phrase(t, at, False)
            if not phrase.empty:
                found.append((head_noun(t, phrase), mention.period))
    return found


_CONTINUES: Final[re.Pattern[str]] = re.compile(
    r"^(?:[\"“]?(?:these|those|such|they|both|among (?:these|those|the)|of (?:these|those|the|them)|"
    r"the (?:operation|figures?|survey|study|total|attacks?|incident|remaining|others?|latter|former)|"
    r"an additional|another \d+|additional|the same|"
    r"(?:meanwhile, |in |of the |approximately |nearly |almost |about |roughly |over |more than )*"
    r"\d[\d.]* (?:percent|per cent)|"
    r"[^.;]{0,60} (?:of|in) the (?:national |overall |grand )?total)\b)",
    re.I,
)  # fmt: skip


# A share of a definite whole mostly speaks of the whole that the sentence before was about.
_SHARE: Final[re.Pattern[str]] = re.compile(
    r"\d[\d.]*(?: percent| per cent|%)(?: of (?:the|these|those|all|them)\b|\s?[–—]|,| were\b| was\b| had\b)"
)


def _fallback(t: Tokens, own: Period | None, context: Context) -> Period | None:
    """The period of a sentence without one: the edition's, unless it goes on about a dated matter."""
    if t.low[0] in ("the", "this", "that", "these", "both"):
        for noun, period in reversed(context.events):
            if noun in t.low[1:4]:
                return period
    if context.period and (
        _CONTINUES.match(t.source)
        or _same_subject(t, context)
        or (context.facts and _SHARE.search(t.source))
    ):
        return context.period
    return own


def _same_subject(t: Tokens, context: Context) -> bool:
    """Whether a sentence opens with the very thing that the one before counted."""
    opening = t.source[:60].casefold()
    return any(f.counted and opening.startswith(f.counted.casefold() + " ") for f in context.facts)


def _figures(
    sentence: Sentence,
    t: Tokens,
    figures: list[Figure],
    mentions: list[Mention],
    fallback: Period | None,
    own: Period | None,
    context: Context,
    settings: Extracting,
) -> list[Fact]:
    readings = [read_measure(t, figures, k) for k in range(len(figures))]
    changes = [reading.change for reading in readings]
    periods = date_figures(t, figures, mentions, fallback, changes, own)
    facts: list[Fact] = []
    topic: str | None = None
    for k, figure in enumerate(figures):
        if settings.middle and figure.low is not None:
            continue
        reading = _inherit(figure, readings[k], facts, context, topic)
        reading = _compared(t, figure, reading, facts, context)
        topic = reading.topic or topic
        kind = _kind(t, figure, reading)
        value = figure.value
        if settings.middle and figure.high is not None:
            value = (figure.value + figure.high) / 2
        at = t.span(figure.first, figure.stop)
        unit = figure.unit
        if settings.middle and unit is None and figure.sort == "count":
            unit = _singular(t, figure, reading)
        facts.append(
            Fact(
                0, sentence.index, at, sentence.locate(at), text_of(t, at), value, unit,
                reading.counted, _measure(reading, settings),
                None if kind is FactKind.LIMIT else periods[k],
                Status.NONE if not value and figure.sort == "count" else Status.REPORTED,
                _bound(figure, kind), kind, direction=_direction(t, figure, reading),
                said_by=_speaker(t, figure.first), certainty=reading.certainty,
            )
        )  # fmt: skip
    return facts


def _singular(t: Tokens, figure: Figure, reading: Reading) -> str | None:
    """What one of the things counted is, with what it is per: "test per day"."""
    phrase = reading.phrase
    if phrase.empty or reading.change:
        return None
    unit = f"{t.words(phrase.first, phrase.stop - 1)} {singular(t.text[phrase.stop - 1])}".strip()
    below = MEASURES.get(t.low[phrase.stop + 1])
    return f"{unit} per {below}" if t.low[phrase.stop] in ("per", "a") and below else unit


def text_of(t: Tokens, at: Span) -> str:
    """The text of a stretch."""
    return t.source[at.start : at.end]


def _measure(reading: Reading, settings: Extracting) -> str:
    words = (reading.counted or "").split() + (reading.topic or "").split()
    words = list(dict.fromkeys(words))
    known = {word.lower() for word in words}
    words += [word for word in reading.words if word not in known]
    return " ".join(words[: settings.measure_words])


def _inherit(
    figure: Figure, reading: Reading, facts: list[Fact], context: Context, topic: str | None
) -> Reading:
    """Take the thing counted from the sentence, or from the one before, where the noun is missing."""
    if reading.counted is not None or figure.sort not in ("count", "percent", "share"):
        return reading
    levels = (FactKind.LEVEL, FactKind.SHARE)
    earlier = [f for f in facts if f.counted and f.kind in levels and f.unit in (None, "%")]
    certainty = 0.8
    if topic and not earlier:
        return replace(reading, counted=topic, words=(*reading.words, *facts[-1].measure.split()), certainty=0.7)
    if not earlier and figure.bracket:
        return reading
    if not earlier:
        earlier = [f for f in context.facts if f.counted]
        certainty = 0.5
    if not earlier:
        return reading
    source = earlier[-1]
    extra = tuple(w for w in source.measure.lower().split() if w not in reading.words)
    return replace(reading, counted=source.counted, head=(source.counted or "").split()[-1].lower(),
                   words=reading.words + extra, certainty=certainty)  # fmt: skip


def _compared(
    t: Tokens, figure: Figure, reading: Reading, facts: list[Fact], context: Context
) -> Reading:
    """Give the far side of a comparison, and a bare change, the words of the level they go with."""
    levels = [f for f in facts if f.kind is FactKind.LEVEL and f.counted]
    if reading.change:
        source = (levels or [f for f in context.facts if f.counted])[-1:]
        if reading.topic or not source:
            return reading
        words = [w for w in source[0].measure.lower().split() if w not in reading.words]
        return replace(reading, words=(*words[:8], *reading.words))
    same = [f for f in levels if (f.counted or "").split()[-1].lower() == reading.head]
    if same and _COMPARED.search(t.source[same[-1].at.end : t.start[figure.first]]):
        words = [w for w in same[-1].measure.lower().split() if w not in reading.words]
        return replace(reading, words=(*words, *reading.words))
    return reading


_COMPARED: Final[re.Pattern[str]] = re.compile(
    r"\b(?:compared|versus|than|down from|up from|against)\b|\b(?:19|20)\d\d\b[^.;]{0,12}$", re.I
)


def _kind(t: Tokens, figure: Figure, reading: Reading) -> FactKind:
    if figure.sort in ("age", "time", "ratio"):
        return FactKind.LIMIT
    if figure.unit == "fold":
        return FactKind.CHANGE
    if reading.change:
        return FactKind.CHANGE
    if _limited(t, figure) and figure.sort in ("count", "money", "measure"):
        return FactKind.LIMIT
    ruled = _RULED.search(t.source, 0, t.start[figure.first])
    if ruled and not _OVER.search(t.source, ruled.end(), t.start[figure.first]):
        return FactKind.LIMIT
    if figure.sort == "measure":
        return FactKind.LIMIT if figure.unit in ("foot", "metre", "mile", "kilometre") else FactKind.LEVEL
    return FactKind.SHARE if figure.sort in ("percent", "share") else FactKind.LEVEL


_RULED: Final[re.Pattern[str]] = re.compile(
    rf"(?:\b(?:{LAWS})(?: [\w’'-]+){{0,8}}?|^It(?: also| further)?) (?:{'|'.join(RULING)})\b", re.I
)
_PENAL: Final[re.Pattern[str]] = re.compile(
    r"\b(?:penalt|punish|prescrib|impos|fac(?:e|es|ed|ing)\b|subject to|prohibit|criminali|up to)", re.I
)
_OVER: Final[re.Pattern[str]] = re.compile(r";|\bbut\b|\balthough\b|\bduring the year\b|\breported\b")


def _limited(t: Tokens, figure: Figure) -> bool:
    """Whether the clause before a figure makes it a capacity, a penalty or a ratio."""
    first, stop = clause(t, figure.first)
    first = max(first, figure.first - 12)
    for j in range(figure.first - 1, first - 1, -1):
        if t.text[j] == ",":
            break
        if t.low[j] in LIMITING and (t.low[j] != "capacity" or t.low[j + 1] in ("of", "for", "to", "was", "is")):
            return True
        if t.low[j] in LIMITING_MODALS:
            return True
        if t.low[j] in ("fine", "fines") and _PENAL.search(t.source, 0, t.start[figure.first]):
            return True
    if t.low[figure.first - 2 : figure.first] == ["one", "of"]:  # one of five ratings
        return True
    every = t.low[figure.first - 1] == "every" if figure.first else False
    return every or "every" in t.low[figure.stop : figure.stop + 4] and "for" in t.low[figure.stop : figure.stop + 4]


def _bound(figure: Figure, kind: FactKind) -> Bound:
    if figure.sort == "age" and figure.bound in (Bound.LESS_THAN, Bound.MORE_THAN):
        return Bound.EXACT
    if not figure.bounded or figure.bound is not Bound.EXACT or kind is FactKind.LIMIT or figure.moving:
        return figure.bound
    if figure.high is not None:
        return Bound.AT_LEAST
    return Bound.AT_MOST if figure.low is not None else figure.bound


def _direction(t: Tokens, figure: Figure, reading: Reading) -> int:
    from tracediff.extract.measures import is_change

    return is_change(t, figure, reading.phrase) if reading.change else 0


def _speaker(t: Tokens, i: int) -> str | None:
    """Who says so: the words before the nearest "reported" in the clause, or after "according to"."""
    first, _ = clause(t, i)
    for j in range(i - 1, first, -1):
        if t.low[j] in REPORTERS:
            at = first
            for k in range(j - 1, first, -1):
                if t.text[k] == ",":
                    at = k + 1
                    break
            words = t.words(at, j).removeprefix("The ").removeprefix("the ")
            return words if 0 < len(words) < 80 else None
    if t.low[0] == "according" and t.low[1] == "to":
        stop = next((j for j in range(2, min(16, t.size)) if t.text[j] == ","), 0)
        return t.words(2, stop).removeprefix("the ") if stop else None
    return None


def _twice(t: Tokens, figures: list[Figure]) -> list[Figure]:
    """Add "met twice a year": the verb names what is counted."""
    for i in range(1, t.size):
        if t.low[i] == "twice" and (t.low[i - 1] in DEEDS or t.low[i + 1] in ("a", "per")):
            rate = t.low[i + 1] in ("a", "per", "each", "every")
            unit = f"per {t.low[i + 2]}" if rate else None
            word = DEEDS.get(t.low[i - 1], "times")
            figures.append(Figure(i, i + 1, Decimal(2), "times", unit, word=word, number=i))
    return sorted(figures, key=lambda f: f.first)


def _absence(
    sentence: Sentence,
    t: Tokens,
    absence: Absence,
    mentions: list[Mention],
    fallback: Period | None,
    own: Period | None,
) -> Fact:
    at = t.span(absence.first, absence.stop)
    phrase = absence.noun
    counted = t.words(phrase.first, phrase.stop) or None
    head = head_noun(t, phrase)
    first, stop = clause(t, absence.first)
    inside = telling(t, absence.first, max(phrase.first, absence.first))
    words = inside + telling(t, absence.stop, stop, 7) + telling(t, first, absence.first)[-9:]
    known = {head, *(counted or "").lower().split()}
    measure = " ".join([*(counted or "").split(), *(w for w in dict.fromkeys(words) if w not in known)][:16])
    figure = Figure(absence.first, absence.stop, Decimal(0), "count")
    period = date_figures(t, [figure], mentions, fallback, [False], own)[0]
    value = Decimal(0) if absence.status is Status.NONE else None
    return Fact(
        0, sentence.index, at, sentence.locate(at), text_of(t, at), value, None, counted, measure,
        period, absence.status, said_by=_speaker(t, absence.first), certainty=0.9 if counted else 0.6,
    )  # fmt: skip
