"""A sentence in, its parse, its figures and what it says is missing out, whatever its edition."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from tracediff.extract.absences import CUE as ABSENT
from tracediff.extract.absences import Absence, may_miss, read_absences
from tracediff.extract.figure import Figure
from tracediff.extract.figures import read_figures, within
from tracediff.extract.kinds import Ruling, find_ruling
from tracediff.extract.movements import mark_movements
from tracediff.extract.periods import Mention
from tracediff.lexicon.cues import BOUNDS, DEEDS, MULTIPLYING
from tracediff.lexicon.numbers import DENOMINATORS, SCALES, TENS, UNITS
from tracediff.model import Bound, Span
from tracediff.model.syntax import NOWHERE
from tracediff.settings import Extracting, Words
from tracediff.syntax import Parse, parse
from tracediff.text.tokens import Tokens
from tracediff.text.vocabulary import vocabulary
from tracediff.text.words import any_of
from tracediff.wording.labels import Labeller

_DIGIT: Final[re.Pattern[str]] = re.compile(r"[\d½⅓⅔¼¾⅕-⅞]")
_NUMBER: Final[re.Pattern[str]] = re.compile(
    rf"\b(?:{any_of({*UNITS, *TENS, *SCALES, *DENOMINATORS, *MULTIPLYING, 'twice'})})s?\b"
)


_REMEMBERED: Final = 2048  # sentences: about those of both editions that are read in one job


class Held(NamedTuple):
    """Whether a sentence can hold a figure, whether it denies anything, and whether it can say that
    a figure is missing."""

    counts: bool
    denies: bool
    misses: bool


@lru_cache(maxsize=_REMEMBERED)
def holds(text: str, words: Words) -> Held:
    """What there may be in a sentence, told by its words alone."""
    low = text.lower()
    counts = _DIGIT.search(low) or _NUMBER.search(low)
    own = vocabulary(words).misses(text)
    denies = ABSENT.search(low) is not None
    return Held(bool(counts), denies or own, own or (denies and may_miss(low)))


def has_only_dates(text: str, mentions: Sequence[Mention], words: Words) -> bool:
    """Whether all numbers of a sentence are those of times, none of which describes an event, and
    nothing in it can be missing: it need not be parsed."""
    low = text.lower()
    if holds(text, words).misses or len(low) != len(text) or any(one.adjective for one in mentions):
        return False
    numbers = chain(_DIGIT.finditer(low), _NUMBER.finditer(low))
    return all(
        match[0] not in _TIMES and any(m.start <= match.start() < m.end for m in mentions)
        for match in numbers
    )


_TIMES: Final = {*MULTIPLYING, "twice"}  # which are figures wherever they stand


class ReadSentence(NamedTuple):
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
def read_once(
    text: str,
    times: Sequence[Span],
    citing: bool,
    named: frozenset[str],
    settings: Extracting,
    words: Words,
) -> ReadSentence | None:
    """Parse a sentence, and read its figures; rows of numbers are no sentence."""
    counts, _, misses = holds(text, words)
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
    return ReadSentence(
        p, tuple(figures), tuple(absences), find_ruling(text), within_times, labeller
    )


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


def is_wordy(text: str, settings: Extracting) -> bool:
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
