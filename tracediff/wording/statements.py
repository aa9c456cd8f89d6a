"""One statement out of a long sentence: a sentence and what to look for in, a few words out.

A statement is a finite clause with its subject and what its verb needs: "the head of the office was
dismissed", not "the head of the office was". Of several the one is taken that holds a figure, or
most of the words that another sentence does not have; it ends where a phrase ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import product
from typing import Final

from tracediff.lexicon.numbers import SCALES
from tracediff.model.record import Record
from tracediff.model.syntax import NOWHERE, Relation
from tracediff.syntax import Parse, parse
from tracediff.wording.shared_words import roots, unlike
from tracediff.wording.statement_bounds import (
    MARKS,
    StatementSpan,
    end_of_phrase,
    has_named_subject,
    statement_from,
    statements_of,
)
from tracediff.wording.statement_ends import cut_statement, cuts_off, ends_of, weight_of

_ALIKE: Final = 0.3  # of the words of substance of two statements; fewer are of other matters


def statement(text: str, most: int, room: int, wanted: Callable[[int, int], float]) -> str:
    """The statement of a sentence that is wanted most; "" for none.

    ``wanted`` weighs the words from one offset to another. The statement has ``most`` words where
    these hold what is wanted, and ``room`` for what its verb needs. What only says who says so is
    left out.
    """
    p = parse(text)
    weighed = [(weight_of(p, one, wanted), one) for one in statements_of(text)]
    for weight, one in sorted(weighed, key=lambda pair: (-pair[0], pair[1].start)):
        ends = [*ends_of(p, one)]
        said = cut_statement(p, one, most, room, wanted) if weight > 0 else None
        if said is not None and ends[-1] == one.stop and len(one.words(p).split()) <= room:
            said = one
        if said is not None:
            return said.words(p)
    return ""


def without_condition(text: str, room: int) -> str:
    """What a sentence says under a condition that there is no room for; "" for any other.

    >>> without_condition("If a crew wants to leave the guild, its master may say so by post.", 9)
    'its master may say so by post'
    """
    p = parse(text)
    main = next((at for at, one in enumerate(p.clauses) if one.relation is Relation.MAIN), NOWHERE)
    if main == NOWHERE or p.tokens.low[:1] not in (["if"], ["unless"]):
        return ""
    one = statement_from(p, main)
    said = one.words(p) if one is not None and one.start > 0 else ""
    return said if len(said.split()) <= room else ""


@dataclass(frozen=True, slots=True)
class Part(Record):
    """A sentence, and the part of it that a headline is about: from one offset to another."""

    text: str
    start: int = 0
    stop: int = 1 << 30


def agreeing(old: Part, new: Part, most: tuple[int, int], room: int) -> tuple[str, str] | None:
    """The statements about one matter that two sentences make, each in about so many words, and
    both in the room there is; the older is "" where there is none for it.

    None where no two share two words of substance and a third of all.

    >>> agreeing(Part("It is dark, and kings pay a toll."), Part("Kings pay no toll."), (9, 9), 20)
    ('kings pay a toll', 'Kings pay no toll')
    """
    pairs = [
        (_likeness(before, after), one, two)
        for (one, before), (two, after) in product(_rooted(old), _rooted(new))
    ]
    found = max(
        (pair for pair in pairs if pair[0] >= _ALIKE), key=lambda pair: pair[0], default=None
    )
    if found is None:
        return None
    later = _in_words(new.text, found[2], most[1], room, _of_part(new, old.text))
    left = room - len(later.split()) - 1  # the word that leads to it
    earlier = _in_words(old.text, found[1], min(most[0], left), left, _of_part(old, new.text))
    return earlier, later


def _of_part(part: Part, other: str) -> Callable[[int, int], float]:
    """Wants the figure that a part points at, or the words that another text does not have."""
    return holding(part.start) if part.stop - part.start == 1 else unlike(part.text, other)


def _likeness(before: frozenset[str], after: frozenset[str]) -> float:
    """How far two statements are about the same; those that say the same come last."""
    shared = len(before & after)
    if shared < 2:
        return 0.0
    if before == after:
        return _ALIKE
    return max(2 * shared / (len(before) + len(after)), shared / min(len(before), len(after)) - 0.3)


def _in_words(
    text: str, one: StatementSpan, most: int, room: int, wanted: Callable[[int, int], float]
) -> str:
    """A statement in about so many words with what is wanted, else with what it says first."""
    p = parse(text)
    said = cut_statement(p, one, most, room, wanted) or cut_statement(p, one, most, room, anything)
    return said.words(p) if said is not None else ""


def _rooted(part: Part) -> list[tuple[StatementSpan, frozenset[str]]]:
    """The statements of a part of a sentence with their words of substance, numbers apart."""
    p = parse(part.text)
    spans = [
        (p.tokens.span(min((one.start, *one.subject)), one.stop), one)
        for one in statements_of(part.text)
    ]
    found = [one for at, one in spans if at.start < part.stop and at.end > part.start]
    if not p.verbs and p.tokens.size:  # "Rate of interest: 10%"
        stop = p.tokens.size - (p.tokens.text[p.tokens.size - 1] == ".")
        found = [StatementSpan(0, stop, stop, range(0))]
    return [(one, frozenset(_of_substance(one.words(p)))) for one in found]


def _of_substance(text: str) -> Iterator[str]:
    return (r for r in roots(text) if r[0].isalpha() and r not in SCALES)


def within(
    start: int, stop: int, other: Callable[[int, int], float]
) -> Callable[[int, int], float]:
    """Wants what another wish wants, of a part of a sentence alone."""
    return lambda first, last: (
        other(max(first, start), min(last, stop)) if first < stop and last > start else 0.0
    )


def holding(at: int) -> Callable[[int, int], float]:
    """Wants the statement in which an offset stands."""
    return lambda start, end: float(start <= at < end)


def anything(start: int, end: int) -> float:
    """Wants the statement that says most."""
    return float(end - start)


def around(part: Part, room: int) -> str:
    """The statement that holds a part of its sentence, with what stands between its verb and that
    part left out where there is no room for it; "" where there is none.

    >>> text = "Gaps exist in the work of the guard that may hinder rescue at sea, including fuel."
    >>> around(Part(text, text.index("fuel"), len(text) - 1), 12)
    'Gaps exist in the work of the guard, including fuel'
    """
    p = parse(part.text)
    held = [
        i
        for i in range(p.tokens.size)
        if p.tokens.end[i] > part.start and p.tokens.start[i] < part.stop
    ]
    one = _statement_over(p, held) if held else None
    if one is None:
        return ""
    begin = min(one.start, _led_by(p, held[0]))
    ends = [at for at in sorted({*ends_of(p, one)}) if at > held[-1]]
    end = next((at for at in ends if not cuts_off(p, at)), NOWHERE)
    if end == NOWHERE or (begin < one.start and (one.subject or not _is_ahead(p, begin))):
        return ""
    kept = [*one.subject, *range(begin, end)]
    for left_out in _loose_parts(p, one, range(begin, end), held):
        if len(_joined(p, kept).split()) <= room:
            break
        kept = [i for i in kept if i not in left_out]
    line = _joined(p, kept)
    return line if len(line.split()) <= room else ""


def _statement_over(p: Parse, held: Sequence[int]) -> StatementSpan | None:
    """The shortest statement that some words stand in, or that they stand straight before."""
    found = [
        one for one in map(partial(statement_from, p), range(len(p.clauses))) if one is not None
    ]
    over = [one for one in found if one.start <= held[0] and held[-1] < one.stop]
    if over:
        return min(over, key=lambda one: one.stop - one.start)
    return next((one for one in found if one.start - held[-1] in (1, 2)), None)


def _led_by(p: Parse, at: int) -> int:
    """Where the phrase with a preposition begins that a word stands in; else the word's place."""
    phrase = p.phrase_at[at]
    first = p.phrases[phrase].preposition if phrase != NOWHERE else NOWHERE
    return first if first != NOWHERE else at


def _is_ahead(p: Parse, at: int) -> bool:
    """Whether a phrase that stands before a statement begins at a place."""
    return at == 0 or p.tokens.text[at - 1] in MARKS or p.tags[at - 1] == "CC" != p.tags[at]


def _loose_parts(
    p: Parse, one: StatementSpan, inside: range, held: Sequence[int]
) -> Iterator[range]:
    """What a statement can do without, the longest clause first, then phrases from the last on."""
    clauses = [
        range(
            _with_preposition(p, c.first),
            c.stop - (p.tokens.text[c.stop - 1] == "," != p.tokens.text[c.first - 1]),
        )
        for c in p.clauses
        if c.relation in _LOOSE and c.first > one.start and c.stop <= inside.stop
    ]
    phrases = [
        range(phrase.preposition, phrase.stop)
        for phrase in reversed(p.phrases)
        if phrase.preposition >= one.least
        and phrase.stop <= inside.stop
        and p.tokens.low[phrase.preposition] != "of"
    ]
    before = [range(inside.start, one.start)] if inside.start < one.start else []
    for part in (*before, *sorted(clauses, key=len, reverse=True), *phrases):
        goes_on = part.stop < inside.stop and (
            p.tags[part.stop] == "CC" or p.tokens.low[part.stop] == "of"
        )
        if not any(i in part for i in held) and not goes_on and not _is_needed(p, part, held):
            yield part


def _with_preposition(p: Parse, at: int) -> int:
    """Where a clause begins with the preposition before it: "saw gains | in mending nets"."""
    return at - (at > 0 and p.tags[at] == "VBG" and p.tags[at - 1] == "IN")


_LOOSE: Final = frozenset({Relation.RELATIVE, Relation.PARTICIPLE, Relation.ASIDE})


def _is_needed(p: Parse, part: range, held: Sequence[int]) -> bool:
    """Whether what is held hangs on a noun inside a part."""
    inside = {p.phrase_at[i] for i in part} - {NOWHERE}
    hangs = {p.phrases[p.phrase_at[i]].governor for i in held if p.phrase_at[i] != NOWHERE}
    led = {p.clauses[p.clause_at[i]].parent for i in held if p.clause_at[i] != NOWHERE} - {NOWHERE}
    above = any(p.clauses[one].first in part[1:] for one in led)
    return above or not inside.isdisjoint(hangs)


def _joined(p: Parse, kept: Sequence[int]) -> str:
    """Words of a sentence in their order, those that were neighbours as they stand."""
    runs: list[list[int]] = []
    for i in kept:
        if runs and runs[-1][-1] == i - 1:
            runs[-1].append(i)
        else:
            runs.append([i])
    line = " ".join(p.tokens.words(run[0], run[-1] + 1) for run in runs)
    return _MARKED.sub(r"\1", line).strip(" ,;")


_MARKED: Final = re.compile(r"\s+([,;:.])(?:\s*[,;:](?=\s))*")


def subject(text: str, at: int, most: int) -> str:
    """Who or what the statement is about in which an offset stands, "" where that says little.

    >>> subject("The owners of the old pier have closed it.", 27, 6)
    'The owners of the old pier'
    """
    p = parse(text)
    inside = next((i for i in range(p.tokens.size) if p.tokens.end[i] > at), NOWHERE)
    number = p.clause_at[inside] if inside != NOWHERE else NOWHERE
    while number != NOWHERE:
        clause = p.clauses[number]
        if has_named_subject(p, clause):
            phrase = p.phrases[clause.subject]
            stop = end_of_phrase(p, phrase.stop, p.tokens.size)
            words = p.tokens.words(phrase.first, stop)
            if stop <= inside and len(words.split()) <= most:
                return words
        number = clause.parent
    return ""
