"""C301 and C303: two statements that deny unlike things in, what was reversed or narrowed out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from tracediff.detect.seen import CLEAR, LIKE, Seen
from tracediff.detect.statements import Statement, overlap
from tracediff.lexicon.propositions import NEGATORS, OFTEN
from tracediff.model import Finding, Severity
from tracediff.syntax.proposition import Proposition
from tracediff.text.words import root

_BOUND: Final = re.compile(r"\b(until|before)\b([^,;:.()]*)")
_ARTICLE: Final = 3  # letters of an article or a preposition at most

_SPACED: Final = re.compile(r"[a-z']+")


def reversed_claim(seen: Seen) -> Iterator[Finding]:
    """C301: what one side denies the other asserts, of the same and to the same degree."""
    old, new = seen.old, seen.new
    turned = (old.denied != new.denied) != seen.match.opposite
    if not turned or old.conditional or new.conditional:
        return
    if _counts(seen) or _both_ways(seen) or not _of_one(seen) or _until(seen):
        return
    if not seen.match.opposite and _negators(seen.match.old) == _negators(seen.match.new):
        return  # "without a permit nobody may", "no one may without a permit"
    forbidden = [one.duty for one in (old, new) if one.denied]
    if not seen.match.opposite and forbidden[0] is not None and None in (old.duty, new.duty):
        return  # what must not be done is not said to have been done
    bound = old.duty is not None and new.duty is not None  # "may" permits, and hedges nothing
    if old.progress is not new.progress:
        return
    if abs(old.certainty - new.certainty) >= CLEAR and not bound:
        return
    denied, asserted = (old, new) if old.denied else (new, old)
    if denied.degrees and not _as_often(denied, asserted) and not seen.match.opposite:
        yield _in_part(seen)
        return
    if seen.match.opposite:
        words = seen.match.old.quote(old.verb), seen.match.new.quote(new.verb)
        said = f"“{words[0]}” became “{words[1]}”, the reverse"
        yield _weighed(
            seen, seen.finding("C301", said, seen.ats, words, seen.settings.sizes["C301"])
        )
        return
    said = "what was denied is now asserted" if old.denied else "what was asserted is now denied"
    place = seen.match.old if old.denied else seen.match.new
    word = place.quote(denied.denial)
    ats = (old.denial or old.verb, new.denial or new.verb)
    yield seen.finding("C301", said, ats, (word, asserted.predicate), seen.settings.sizes["C301"])


def _until(seen: Seen) -> bool:
    """Whether a denial holds only up to a time: who "did not hire until May" did so then.

    Where both sides name that time, or what must come first, they are of one time: "never checked
    the weather before a race", "always checked the weather before a race".
    """
    old, new = seen.match.old, seen.match.new
    return any(
        one.says.denied and not _bounds(one.text).keys() <= _shared(one.text, other.text)
        for one, other in ((old, new), (new, old))
    )


def _shared(one: str, other: str) -> frozenset[str]:
    """The words among "until" and "before" behind which two texts name one thing."""
    here, there = _bounds(one), _bounds(other)
    return frozenset(
        word for word in here.keys() & there.keys() if not here[word].isdisjoint(there[word])
    )


def _bounds(text: str) -> dict[str, frozenset[str]]:
    """What stands behind "until" and "before", up to the next mark."""
    return {
        found[1]: frozenset(
            root(word) for word in _SPACED.findall(found[2]) if len(word) > _ARTICLE
        )
        for found in _BOUND.finditer(text.casefold())
    }


def _as_often(one: Proposition, two: Proposition) -> bool:
    """Whether two statements hold to one degree."""
    degrees = [
        frozenset("often" if word in OFTEN else word for word in says.degrees)
        for says in (one, two)
    ]
    return degrees[0] == degrees[1]


def _negators(side: Statement) -> int:
    """How many words of a sentence deny something."""
    words = side.sentence.text.casefold().replace("’", "'")
    found: int = sum(w in NEGATORS or w.endswith("n't") for w in _SPACED.findall(words))
    return found - words.count(" nor ") if "neither" in words else found


def _of_one(seen: Seen) -> bool:
    """Whether two statements are of one matter: much the same, or one goes on from the other."""
    old, new = seen.old, seen.new
    agent, patient = (old.agent == new.agent != ""), (old.patient == new.patient != "")
    if agent and patient and seen.match.overlap >= 1.0:
        return True
    shared = {old.agent, old.patient} & {new.agent, new.patient} - {""}
    return seen.like >= seen.settings.like_clause and bool(shared)


def denied_more(seen: Seen) -> Iterator[Finding]:
    """C303: what was denied in part is denied outright, or the reverse."""
    old, new = seen.old, seen.new
    if not (old.denied and new.denied) or bool(old.degrees) == bool(new.degrees):
        return
    if seen.match.opposite or seen.like < LIKE:
        return
    degree = sorted(old.degrees | new.degrees)[0]
    change = "outright now, not only in part" if old.degrees else "only in part now"
    said = f"it is denied {change} (“{degree}”)"
    ats = (old.denial or old.verb, new.denial or new.verb)
    yield seen.finding("C303", said, ats, (degree,), seen.settings.sizes["C303"])


def _in_part(seen: Seen) -> Finding:
    """C303: what was denied in part is asserted, or the reverse."""
    old, new = seen.old, seen.new
    denied = old if old.denied else new
    degree = sorted(denied.degrees)[0]
    if old.denied:
        said = f"what was denied in part (“{degree}”) is now asserted"
    else:
        said = f"what was asserted is now denied in part (“{degree}”)"
    ats = (old.denial or old.verb, new.denial or new.verb)
    return seen.finding("C303", said, ats, (degree,), seen.settings.sizes["C301"])


def _counts(seen: Seen) -> bool:
    """Whether a denied noun only says how many, as the number on the other side does; or so many
    say it: what 63 percent think and 33 percent do not is no contradiction."""
    old, new = seen.old, seen.new
    polled = old.polled or new.polled
    return polled or (old.counted and new.numbered) or (new.counted and old.numbered)


def _both_ways(seen: Seen) -> bool:
    """Whether a side also says of much the same what the other side says of it."""
    for match_side, other in ((0, seen.match.new), (1, seen.match.old)):
        for one in seen.stated[match_side]:
            said = one.says.predicate, one.says.denied, one.says.trend
            same = said == (other.says.predicate, other.says.denied, other.says.trend)
            if same and overlap(one.says, other.says) >= seen.match.overlap:
                return True
    return False


_LEVELS: Final = re.compile(r"\b(?:to|from|of|at)\s(?:[$€£]?\d)")
_FIGURE: Final = re.compile(r"(?<![\w.])(?!(?:19|20)\d\d\b)\d")


def _weighed(seen: Seen, found: Finding) -> Finding:
    """A direction that turned: a note where levels say it themselves ("rose to 63")."""
    behind = [
        side.sentence.text[side.says.verb.end : side.says.at.end]
        for side in (seen.match.old, seen.match.new)
    ]
    levels = all(_FIGURE.search(text) and _LEVELS.search(text) for text in behind)
    return replace(found, severity=Severity.NOTE) if levels else found
