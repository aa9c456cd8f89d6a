"""Headlines of two statements on one matter: a part of a sentence from each in, a line out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.wording.clauses import bare, capital, clause, ended, words
from tracediff.wording.headlines.constituents import gives_way, stands
from tracediff.wording.headlines.differing_words import exchanged
from tracediff.wording.headlines.length import END, MOST, OLDER, SIDE, lowered
from tracediff.wording.headlines.one_statement import flat
from tracediff.wording.sentence_forms import has_verb, opens_subordinate
from tracediff.wording.shared_words import answers, holds_most, unlike
from tracediff.wording.statements import Part, agreeing, anything, statement
from tracediff.wording.statements import within as within_part
from tracediff.wording.strings import say

_NEWER: Final = 11  # words of a statement that an older one stands beside


def in_turn(old: Part, new: Part) -> str:
    """Two statements that answer to each other, the newer first; of an older one for which there is
    no room its words that differ; "" where the newer one is no statement.

    >>> in_turn(Part("Theft grew in May.", 6, 17), Part("By June theft had halved.", 14, 24))
    'Theft had halved; before: Theft grew'
    """
    line = _saying(new, old.text, _NEWER)
    if not line or opens_subordinate(line):
        return ""
    before = _before(old, new.text, MOST - 1 - len(line.split()))
    gone = bare(words(old.text[old.start : old.stop], SIDE))
    told = [say("headline_before", new=line, old=lowered(before))] if before else []
    if gives_way(old, new):
        told.append(say("headline_was", new=line, old=gone))
    short = all(len(one.text[one.start : one.stop].split()) <= SIDE for one in (old, new))
    if not (short and holds_most(old.text, line)):  # else what differs says more
        told.append(say("headline_now", line=lowered(line)))
    return next((one for one in told if len(one.split()) <= MOST), "")


def _before(old: Part, other: str, room: int) -> str:
    """The older statement, shorter where there is little room for it."""
    line = _saying(old, other, OLDER)
    own = old.text[old.start : old.stop]
    if len(line.split()) > room >= len(own.split()) and stands(old):
        return capital(ended(own))
    if len(line.split()) <= room:
        return line
    short = _saying(old, other, OLDER, room)
    return short if line.startswith(short) else line


def answering(old: Part, new: Part) -> str:
    """Two statements of one matter that say different things, the newer first; "" where one of them
    has no such statement, there is no room for both, or they share too little to be of one thing.

    >>> answering(Part("Police arrested Ivo Kern."), Part("A judge freed Ivo Kern."))
    'A judge freed Ivo Kern; before: police arrested Ivo Kern'
    """
    line, before = _saying(new, old.text, _NEWER), _saying(old, new.text, OLDER)
    if any(not has_verb(side) or opens_subordinate(side) for side in (line, before)):
        return ""
    if not answers(line, before):
        return ""
    whole = say("headline_before", new=line, old=lowered(before))
    return whole if len(whole.split()) <= MOST else ""


def _saying(part: Part, other: str, most: int, room: int = MOST - 4) -> str:
    """The statement that a part of a sentence stands in; "" for none that is short enough."""
    one = flat(part)
    wishes = (unlike(one.text, other), anything)
    found = (statement(one.text, most, room, within_part(one.start, one.stop, w)) for w in wishes)
    return capital(ended(next(filter(None, found), "")))


def reworded(old: Part, new: Part) -> str:
    """Two statements about one matter, the newer first; "" where they are of two, where there is no
    room for both, or where a cut leaves them the same.

    >>> reworded(Part("The guard planned to open it."), Part("The guard began to open it."))
    'The guard began to open it (was: “planned”)'
    """
    found = agreeing(flat(old), flat(new), (OLDER, _NEWER), MOST)
    if found is None:
        return _in_full(old.text, new.text)
    before, after = (ended(side) for side in found)
    return _side_by_side(before, capital(after)) if before and after else ""


def _in_full(old: str, new: str) -> str:
    """Two sentences that say most of each other side by side, where both are short."""
    before, after = clause(old, MOST), clause(new, MOST)
    ends = all(
        text.rstrip(" .;").endswith(line[-END:]) for text, line in ((old, before), (new, after))
    )
    alike = holds_most(before, after) and holds_most(after, before)
    return _side_by_side(before, after) if ends and alike else ""


def _side_by_side(before: str, after: str) -> str:
    """Two statements in one line: the newer with what gave way, or one after the other; "" where
    one of them only says more."""
    one, two = before.split(), after.split()
    low = [word.casefold() for word in one], [word.casefold() for word in two]
    head = _shared(*low)
    tail = _shared(low[0][head:][::-1], low[1][head:][::-1])
    gone, fresh = one[head : len(one) - tail], two[head : len(two) - tail]
    if not gone or not fresh:
        return "" if head == min(len(one), len(two)) else _marked(after, gone, fresh)
    if head + tail >= max(len(gone), len(fresh)) and max(len(gone), len(fresh)) <= SIDE:
        line = _marked(after, gone, fresh)
    else:
        line = say("headline_before", new=after, old=lowered(before))
    return line if len(line.split()) <= MOST else ""


def _marked(line: str, gone: Sequence[str], fresh: Sequence[str]) -> str:
    return exchanged(line, bare(" ".join(gone)), bare(" ".join(fresh)))


def _shared(one: Sequence[str], two: Sequence[str]) -> int:
    """How many words two statements have in common from the beginning."""
    pairs = enumerate(zip(one, two, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(two)))
