"""Sentences that say which period the data of their section are for, as a place to look it up.

"The commission gave vacancy data for the school year 2022–23. …": what the sentences and tables
behind it in the section say without a time of their own is for that year, not for the edition's.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from typing import Final

from tracediff.extract.periods import Mention, find_mentions
from tracediff.lexicon.dating import DATA
from tracediff.model import BlockKind, Period, Sentence
from tracediff.model.syntax import NOWHERE, NounPhrase
from tracediff.syntax import Parse, parse

_YEAR: Final[re.Pattern[str]] = re.compile(r"\b(?:1[6-9]|20)\d\d\b|\bFY ?\d\d\b")
_DATA: Final[re.Pattern[str]] = re.compile(rf"\b(?:{'|'.join(sorted(DATA))})\b", re.I)
_OF: Final = frozenset("for from of covering during in to".split())
_LEADING: Final = frozenset(
    "are is were was cover covers covered refer refers relate relates".split()
)
_LONG: Final = 80  # days of a period that data are for; a day or a month is when they were fetched


class Declared:
    """The periods that the sections of an edition declare, by their place in the text."""

    def __init__(self, sentences: Iterable[Sentence], own: Period | None) -> None:
        """Look through the sentences; those with figures of their own declare nothing."""
        self._by_section: dict[int, list[tuple[int, Period]]] = {}
        self._bracketed: list[tuple[int, Period]] = []
        for sentence in sentences:
            beside = bracketed(sentence, own)
            if beside is not None:
                self._bracketed.append((sentence.span.start, beside))
                continue
            period = declared(sentence, own)
            if period is not None and period != own:
                known = self._by_section.setdefault(sentence.section, [])
                known.append((sentence.span.end, period))

    def at(self, section: int, offset: int) -> Period | None:
        """The period that was declared last before a place in a section, if any."""
        known = self._by_section.get(section, ())
        place = bisect_left(known, offset, key=lambda one: one[0])
        return known[place - 1][1] if place else None

    def in_brackets(self, offset: int) -> Period | None:
        """The period that was declared last before a place for figures in brackets, if any."""
        place = bisect_left(self._bracketed, offset, key=lambda one: one[0])
        return self._bracketed[place - 1][1] if place else None


def bracketed(sentence: Sentence, own: Period | None) -> Period | None:
    """The period that a sentence gives to the figures that stand in brackets.

    >>> from tracediff.model import Span
    >>> one = Sentence(0, "Figures for 2019 are given in brackets.", Span(0, 39), 0, 0, 1)
    >>> bracketed(one, None).label
    '2019'
    """
    text = sentence.text
    if len(text) > _LONGEST or not any(word in text.lower() for word in _BRACKET):
        return None
    if not (_BRACKETS.search(text) and _DATA.search(text)):
        return None
    found = {m.period for m in find_mentions(text, own) if m.period}
    return found.pop() if len(found) == 1 else None


def declared(sentence: Sentence, own: Period | None) -> Period | None:
    """The one period that a sentence gives to data, where it says nothing else in figures.

    >>> from tracediff.model import Span
    >>> one = Sentence(0, "The table shows data for the year 2021.", Span(0, 39), 0, 0, 1)
    >>> declared(one, None).label
    '2021'
    """
    text = sentence.text
    if sentence.kind in (BlockKind.TABLE, BlockKind.REFERENCE) or len(text) > _LONGEST:
        return None
    if not (_DIGIT.search(text) and _YEAR.search(text) and _DATA.search(text)):
        return None
    mentions = [m for m in find_mentions(text, own) if not m.adjective]
    if not mentions or _counts(text, mentions):
        return None
    p = parse(text)
    found = {m.period for m in mentions if m.period and _is_of_data(p, m)}
    one = found.pop() if len(found) == 1 else None
    return one if one and one.days >= _LONG else None


_BRACKETS: Final[re.Pattern[str]] = re.compile(
    r"\b(?:in|within) (?:\w+ )?(?:brackets|parenthes[ei]s)\b", re.I
)
_BRACKET: Final = ("brackets", "parenthes")
_LONGEST: Final = 400  # characters; what is longer tells a story
_DIGIT: Final[re.Pattern[str]] = re.compile(r"\d")


def _counts(text: str, mentions: Iterable[Mention]) -> bool:
    """Whether a sentence holds numbers beside its times."""
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return bool(_DIGIT.search(text))


def _is_of_data(p: Parse, mention: Mention) -> bool:
    """Whether a time hangs on data: "data for 2021", "the figures below are for 2021"."""
    t = p.tokens
    at = next((i for i in range(t.size) if t.end[i] > mention.start), t.size - 1)
    index = p.phrase_at[at]
    if index == NOWHERE:
        return False
    phrase = p.phrases[index]
    led = phrase.preposition != NOWHERE and t.low[phrase.preposition] in _OF
    if led and phrase.governor != NOWHERE:
        return _names_data(p, p.phrases[phrase.governor])
    clause = p.clauses[phrase.clause]
    if clause.subject == NOWHERE or clause.verb == NOWHERE:
        return False
    verb = p.verbs[clause.verb]
    says = t.low[verb.head] in _LEADING and verb.stop <= phrase.first and verb.denial == NOWHERE
    return says and _names_data(p, p.phrases[clause.subject])


def _names_data(p: Parse, phrase: NounPhrase) -> bool:
    return p.tokens.low[phrase.head] in DATA
