"""Figures in, what they count out: the noun, the measure, and where both are inherited.

The measure is the thing counted followed by the words that tell this count from others of the same
thing: its own words behind the number first, then the verb and the agent before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tracediff.extract.figures import Figure
from tracediff.extract.nouns import Phrase, head_noun, noun_phrase
from tracediff.extract.tokens import Tokens
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import FALLING, FALLS, RISES, RISING
from tracediff.lexicon.grammar import EMPTY

_BREAKS: Final[frozenset[str]] = frozenset({";", "—", ":", "–"})
_MOST: Final[int] = 12  # words of a measure; longer ones no longer tell counts apart
_CHANGES: Final[frozenset[str]] = RISES | FALLS


@dataclass(frozen=True, slots=True)
class Reading:
    """What a figure counts: the noun as it stands, the head in lower case, the telling words.

    ``certainty`` runs from 1 (the noun stands behind the number) to 0.3 (a guess).
    """

    counted: str | None
    head: str
    words: tuple[str, ...]
    phrase: Phrase
    certainty: float
    change: bool = False


def clause(t: Tokens, i: int) -> tuple[int, int]:
    """The tokens between the hard breaks around token ``i``, and inside its brackets."""
    first, stop, depth = i, i, 0
    while first > 0 and i - first < 80:
        mark = t.text[first - 1]
        depth += (mark == ")") - (mark == "(")
        if mark in _BREAKS or depth < 0:
            break
        first -= 1
    depth = 0
    while stop < t.size and stop - i < 80:
        mark = t.text[stop]
        depth += (mark == "(") - (mark == ")")
        if mark in _BREAKS or depth < 0:
            break
        stop += 1
    return first, stop


def telling(t: Tokens, first: int, stop: int, most: int = _MOST) -> list[str]:
    """The words of a stretch that tell measures apart: no function words, numbers or dates."""
    found: list[str] = []
    for j in range(first, stop):
        if t.kind[j] != "w" or len(t.low[j]) < 2:
            continue
        word = t.low[j].removesuffix("’s").removesuffix("'s")
        if word in EMPTY or word in MONTHS or word in found:
            continue
        found.append(word)
        if len(found) >= most:
            break
    return found


def direct(t: Tokens, figure: Figure) -> Phrase:
    """The noun phrase that stands behind a figure, stepping over "of the", "of these"."""
    at = figure.stop
    if figure.sort == "age":
        return Phrase(at, at, False)
    if t.low[at] in ("more", "fewer", "additional", "new", "other") and figure.sort == "count":
        return noun_phrase(t, at, figure.value != 1)
    if t.low[at] == "of":
        at += 1
        while t.low[at] in ("the", "these", "those", "its", "their", "all", "his", "such", "our", "total", "a"):
            at += 1
        if t.kind[at] == "n" or at >= t.size:
            return Phrase(at, at, False)
        return noun_phrase(t, at, figure.value != 1)
    if figure.sort in ("money", "time"):
        return Phrase(at, at, False)
    if t.text[at] in ("”", '"'):
        at += 1
    return noun_phrase(t, at, figure.value != 1 or figure.sort != "count")


def is_change(t: Tokens, figure: Figure, phrase: Phrase) -> int:
    """Whether a figure states a change: +1 a rise, -1 a fall, 0 a level."""
    head = head_noun(t, phrase)
    if figure.sort in ("percent", "share", "money", "measure", "count"):
        for j in range(phrase.first, phrase.stop):
            if t.low[j] in RISES:
                return 1
            if t.low[j] in FALLS:
                return -1
    if figure.sort == "percent":
        for j in range(figure.stop, min(figure.stop + 2, t.size)):
            if t.low[j] in ("higher", "more", "up"):
                return 1
            if t.low[j] in ("lower", "fewer", "less", "down"):
                return -1
        before = [w for w in t.low[max(0, figure.first - 4) : figure.first] if w]
        for word in reversed(before):
            if word in RISING:
                return 1 if not _from_to(before) else 0
            if word in FALLING:
                return -1 if not _from_to(before) else 0
            if word not in ("by", "about", "nearly", "almost", "approximately", "over", "more", "than", "a", "an", "roughly", "only", "just", "another", "around"):
                break
    if figure.sort in ("count", "money", "measure") and figure.first and t.low[figure.first - 1] == "by":
        word = t.low[figure.first - 2] if figure.first > 1 else ""
        return 1 if word in RISING else -1 if word in FALLING else 0
    if figure.sort == "count" and t.low[figure.stop] in ("more", "fewer") and head:
        compared = "than" in t.low[figure.stop : figure.stop + 6]
        return (1 if t.low[figure.stop] == "more" else -1) if compared else 0
    return 0


def _from_to(words: list[str]) -> bool:
    return "to" in words[-2:] or "from" in words[-2:]


def read_measure(t: Tokens, figures: list[Figure], k: int) -> Reading:
    """What the ``k``-th figure of a sentence counts, as far as the sentence itself says it."""
    figure = figures[k]
    phrase = direct(t, figure)
    change = is_change(t, figure, phrase)
    counted = t.words(phrase.first, phrase.stop) or None
    head = head_noun(t, phrase)
    certainty = 1.0
    if figure.sort == "age":
        counted, head = "age", "age"
    elif figure.sort == "times":
        counted, head = "times", "times"
    elif figure.sort in ("time", "money", "measure") and not counted:
        counted, head = figure.word, (figure.word or "").lower()
    if figure.bracket and figure.sort == "count" and counted is None:
        counted, head = _before_bracket(t, figure)
        certainty = 0.7
    if change and head not in _CHANGES:
        subject = _subject(t, figure)
        if subject and figure.sort != "count":
            counted, head, certainty = subject, subject.split()[-1].lower(), 0.8
    words = _context(t, figures, k, phrase)
    return Reading(counted, head, tuple(words), phrase, certainty, bool(change))


def _before_bracket(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The item that a figure in brackets belongs to: "disputes between groups (482)"."""
    opened = figure.first
    while opened > 0 and t.text[opened] != "(":
        opened -= 1
    first = opened
    while first > 0 and opened - first < 12 and t.text[first - 1] not in (",", ";", ":", ")", "—", "–"):
        first -= 1
    while first < opened and t.low[first] in ("and", "or", "including", "the"):
        first += 1
    phrase = noun_phrase(t, first, False)
    if phrase.empty or t.kind[opened - 1] == "n":
        return None, ""
    return t.words(phrase.first, min(phrase.stop, opened)), head_noun(t, phrase)


def _subject(t: Tokens, figure: Figure) -> str | None:
    """The subject whose verb states the change: "The number of deaths … grew 31 percent"."""
    first, _ = clause(t, figure.first)
    at = first
    while at < figure.first:
        if t.kind[at] == "w" and t.low[at] not in EMPTY and t.low[at] not in MONTHS:
            phrase = noun_phrase(t, at, False)
            if not phrase.empty:
                return t.words(phrase.first, phrase.stop)
        at += 1
    return None


def _context(t: Tokens, figures: list[Figure], k: int, phrase: Phrase) -> list[str]:
    """The telling words around a figure: behind it up to the next, then the verb and the agent."""
    figure = figures[k]
    first, stop = clause(t, figure.first)
    following = next((f.first for f in figures[k + 1 :] if f.first >= figure.stop), stop)
    behind = min(stop, following, _item_end(t, figure, max(phrase.stop, figure.stop), figures, k))
    own = telling(t, max(phrase.stop, figure.stop), behind)
    head = next((f.first for f in figures if first <= f.first), figure.first)
    shared = telling(t, first, head)
    near = telling(t, max(first, figures[k - 1].stop if k else first), figure.first)
    return own + [w for w in near if w not in own] + [w for w in shared if w not in own + near]


def _item_end(t: Tokens, figure: Figure, at: int, figures: list[Figure], k: int) -> int:
    """Where the words about one item of a list end: at a comma, where a further figure follows."""
    if k + 1 >= len(figures):
        return t.size
    stop = figures[k + 1].first
    for j in range(at, stop):
        if t.text[j] == ",":
            return j
    return stop
