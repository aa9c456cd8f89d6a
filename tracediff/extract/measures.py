"""Figures in, what they count out: the noun, the measure, and where both are inherited.

The measure is the thing counted followed by the words that tell this count from others of the same
thing: its own words behind the number first, then the verb and the agent before it.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from tracediff.extract.clauses import clause
from tracediff.extract.figure import Figure
from tracediff.extract.nouns import Phrase, head_noun, is_verb, noun_phrase
from tracediff.extract.subjects import (
    CHANGES,
    LINKING,
    MOVING,
    copula,
    heading,
    is_change,
    level_of,
    moved,
    subject_of,
)
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import MULTIPLYING
from tracediff.lexicon.grammar import EMPTY
from tracediff.lexicon.numbers import SCALES, TENS, UNITS
from tracediff.lexicon.people import BODIES
from tracediff.text.tokens import Tokens

_MOST: Final[int] = 12  # words of a measure; longer ones no longer tell counts apart
_NEAR: Final[int] = 7  # words taken from each side of a figure
_NUMBERS: Final[frozenset[str]] = frozenset({*UNITS, *TENS, *SCALES}) - {"one"}
_ITEM_ENDS: Final[frozenset[str]] = frozenset({",", ";", ":", "(", ")", "—", "–"})


class Reading(NamedTuple):
    """What a figure counts: the noun as it stands, the head in lower case, the telling words.

    ``certainty`` runs from 1 (the noun stands behind the number) to 0.3 (a guess).
    """

    counted: str | None
    head: str
    words: tuple[str, ...]
    phrase: Phrase
    certainty: float
    change: int = 0  # +1 a stated rise, -1 a stated fall
    topic: str | None = None  # what a stated change is of


def telling(t: Tokens, first: int, stop: int, most: int = _MOST) -> list[str]:
    """The words of a stretch that tell measures apart: no function words, numbers or dates."""
    found: list[str] = []
    for j in range(first, stop):
        if t.kind[j] != "w" or len(t.low[j]) < 2:
            continue
        word = t.low[j].removesuffix("’s").removesuffix("'s")
        if word in EMPTY or word in MONTHS or word in found:
            continue
        if word in SCALES and j and t.kind[j - 1] == "n":
            continue
        found.append(word)
        if len(found) >= most:
            break
    return found


def direct(t: Tokens, figure: Figure) -> Phrase:
    """The noun phrase that stands behind a figure, stepping over "of the", "of these"."""
    at = figure.stop
    if figure.sort == "age" or (figure.sort in ("money", "time") and not figure.hyphen):
        return Phrase(at, at, False)
    if t.low[at] in ("more", "fewer", "additional", "new", "other") and figure.sort == "count":
        return noun_phrase(t, at, figure.value != 1)
    if t.low[at + 1 : at + 3] == ["on", t.low[at]] or t.low[at] in _ON_YEAR:
        return Phrase(at, at, False)  # "8.2 percent year on year"
    at += t.low[at] == "out" and t.low[at + 1] == "of"  # "95 out of 309 posts"
    if t.low[at] == "of":
        at += 1
        while t.low[at] in (
            "the",
            "these",
            "those",
            "its",
            "their",
            "all",
            "his",
            "such",
            "our",
            "total",
            "a",
        ):
            at += 1
        if t.low[at : at + 2] == ["number", "of"]:  # "60 percent of the total number of cases"
            at += 2
        while t.kind[at] == "n" or t.low[at] in _NUMBERS:  # "17 of the 26 states"
            at += 1
        if t.kind[at] == "n" or at >= t.size:
            return Phrase(at, at, False)
        if t.low[at - 1] in ("these", "those") and is_verb(t.low[at]):
            return Phrase(at, at, False)
        if t.low[at - 1] == "total":
            found = noun_phrase(t, at, figure.value != 1)
            return Phrase(at - 1, at, False) if found.empty else found
        return noun_phrase(t, at, figure.value != 1)
    if t.text[at] in ("”", '"'):
        at += 1
    return noun_phrase(t, at, figure.value != 1 or figure.sort != "count")


_ON_YEAR: Final[frozenset[str]] = frozenset(
    "year-on-year year-over-year quarter-on-quarter month-on-month".split()
)


def divides(t: Tokens, first: Figure) -> bool:
    """Whether a sentence opens with the total that it divides: "Of the 41 offenders, 22 …"."""
    opens = t.low[0] in ("of", "among") or t.low[:2] == ["out", "of"]
    return opens and first.sort == "count" and first.first < 4


def read_measure(t: Tokens, figures: list[Figure], k: int) -> Reading:
    """What the ``k``-th figure of a sentence counts, as far as the sentence itself says it."""
    figure = figures[k]
    phrase = direct(t, figure)
    if k and divides(t, figures[0]) and is_verb(t.low[figure.stop]):
        phrase = Phrase(figure.stop, figure.stop, False)  # "of the 41 offenders, 22 received …"
    if phrase.empty and figure.high is not None and k + 1 < len(figures):
        phrase = direct(t, figures[k + 1])
    change = MULTIPLYING.get(figure.word or "", 0) or is_change(t, figure, phrase)
    change = (change > 0) - (change < 0)
    dash = t.text[phrase.first] == "-"
    counted = t.words(phrase.first + dash, phrase.stop) or None
    head = head_noun(t, phrase)
    if change and counted and counted.lower() in _MORE_OR_LESS:
        counted, head = None, ""  # "five fewer than": of what was counted before
    certainty = 1.0
    if counted and not phrase.plural and figure.value != 1 and figure.sort == "count":
        shared = _shared_head(t, figures, k, phrase)
        if shared:
            counted, head = f"{counted} {shared}", shared
    if counted is None and figure.sort == "count" and t.low[figure.stop] in ("and", "or", ","):
        head = _shared_head(t, figures, k, phrase)  # "124 and 175 fires"
        counted = head or None
    if figure.sort == "age":
        counted, head = "age", "age"
    elif figure.sort == "times":
        counted = head = figure.word or "times"
    elif figure.sort in ("time", "money", "measure") and not counted:
        counted, head = figure.word, (figure.word or "").lower()
    if counted is None and figure.sort in ("count", "percent") and t.text[figure.first - 1] == ":":
        counted, head = heading(t, figure)
    if counted is None and figure.sort == "percent" and not change and not figure.bracket:
        counted, head = level_of(t, figure)
        certainty = 0.8
    if counted is None and figure.sort == "count" and not figure.bracket:
        counted, head = copula(t, figure)
        if counted is None and t.low[figure.first - 1] == "of" and figure.first > 1:
            head = t.low[figure.first - 2] if t.low[figure.first - 2] in BODIES else ""
            counted = head or None
        if counted is None and figure.first and t.low[figure.first - 1] in ("from", "to"):
            counted, head = moved(t, figure)
        if counted is None and {"at", "to"} & {*t.low[max(0, figure.first - 3) : figure.first]}:
            counted, head = level_of(t, figure)
        certainty = 0.8
    if figure.bracket and figure.sort == "count" and counted is None:
        counted, head = _before_bracket(t, figure)
        certainty = 0.7
    topic = None
    if change:
        subject = subject_of(t, figure)
        topic = t.words(subject.first, subject.stop) if subject else None
        bare = figure.sort != "count" or counted is None
        if subject and head not in CHANGES and bare:
            counted, head, certainty = topic, head_noun(t, subject), 0.8
    words = _context(t, figures, k, phrase)
    return Reading(counted, head, tuple(words), phrase, certainty, change, topic)


_MORE_OR_LESS: Final[frozenset[str]] = frozenset("more fewer less higher lower".split())


def _shared_head(t: Tokens, figures: list[Figure], k: int, phrase: Phrase) -> str:
    """The noun that two numbers share: "three fishing and two cargo ports"."""
    while k + 1 < len(figures) and t.low[phrase.stop : figures[k + 1].first] in _JOINTS:
        k += 1
        phrase = direct(t, figures[k])
        if not phrase.empty:
            return head_noun(t, phrase) if phrase.plural else ""
    return ""


_JOINTS: Final = (["and"], ["or"], [","], [",", "and"])


def _before_bracket(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The item that a figure in brackets belongs to: "disputes between groups (482)"."""
    opened = _opening(t, figure)
    first = _item(t, opened)
    phrase = noun_phrase(t, first, False)
    if phrase.empty or t.kind[opened - 1] == "n":
        return None, ""
    return t.words(phrase.first, min(phrase.stop, opened)), head_noun(t, phrase)


def _opening(t: Tokens, figure: Figure) -> int:
    """The bracket that opens before a figure."""
    i = figure.first
    while i > 0 and t.text[i] != "(" and figure.first - i < 80:
        i -= 1
    return i


def _item(t: Tokens, opened: int) -> int:
    """Where the list item before a bracket starts."""
    first = opened
    while first > 0 and opened - first < 12 and t.text[first - 1] not in _ITEM_ENDS:
        first -= 1
    while first < opened and t.low[first] in ("and", "or", "including", "the"):
        first += 1
    return first


def _context(t: Tokens, figures: list[Figure], k: int, phrase: Phrase) -> list[str]:
    """The telling words around a figure: behind it, then before it, then how its clause opens."""
    figure = figures[k]
    first, stop = clause(t, figure.first)
    if figure.bracket and figure.sort in ("count", "percent"):
        opened = _opening(t, figure)
        return telling(t, _item(t, opened), opened)
    behind = _past_bracket(t, max(phrase.stop, figure.stop))
    end = _behind(t, figures, k, behind, stop)
    own = telling(t, behind, end, _NEAR)
    own += [word for word in _suffered(t, figures, k, end, stop) if word not in own]
    if figure.sort == "age" and k and figure.first - figures[k - 1].stop < 2:
        figure, k = figures[k - 1], k - 1  # "between ages 15 and 19": what is said of both
    near = _before(t, max(first, figures[k - 1].stop if k else first), figure.first)
    found = list(dict.fromkeys(own + near))
    begin = _own_clause(t, first, figure.first)
    head = next((f.first for f in figures if begin <= f.first), figure.first)
    opening = telling(t, begin, head, 2 * _MOST)
    found = list(dict.fromkeys(found + opening[-_NEAR:] + opening[:_NEAR]))
    if len(found) < 3:
        found += [w for w in telling(t, 0, min(t.size, 80), _NEAR) if w not in found]
    return found


def _suffered(t: Tokens, figures: list[Figure], k: int, first: int, stop: int) -> list[str]:
    """What befell them, past an aside: "87 drivers, including 40 of buses, had been killed"."""
    limit = figures[k + 1].first if k + 1 < len(figures) else stop
    for j in range(first, min(stop, limit, first + _ASIDE)):
        if t.low[j] in ("was", "were", "been"):
            done = t.low[j + 1 + t.low[j + 1].endswith("ly")]
            return [done] if done.endswith("ed") and len(done) > 4 else []
    return []


_ASIDE: Final[int] = 24  # words between those counted and what befell them


def _own_clause(t: Tokens, first: int, stop: int) -> int:
    """Where the clause opens that has a verb before a figure: "…, while imports rose"."""
    verb = False
    for j in range(stop - 1, first, -1):
        verb = verb or t.low[j] in MOVING or t.low[j] in LINKING
        if t.low[j] in ("while", "whereas", "but") and verb and stop - j > 2:
            return j + 1
    return first


def _before(t: Tokens, first: int, stop: int) -> list[str]:
    """The telling words straight before a figure, nearest last, over at most one comma."""
    at, words, commas = stop, 0, 0
    while at > first and words < _NEAR:
        at -= 1
        if t.text[at] == ",":
            commas += 1
            if commas > 1 or words > 1:
                break
        words += t.kind[at] == "w" and t.low[at] not in EMPTY
    return telling(t, at, stop)


def _past_bracket(t: Tokens, i: int) -> int:
    """Step over a remark in brackets straight behind the thing counted."""
    if t.text[i] != "(":
        return i
    for j in range(i, min(i + 20, t.size)):
        if t.text[j] == ")":
            return j + 1
    return i


def _behind(t: Tokens, figures: list[Figure], k: int, at: int, stop: int) -> int:
    """Where the words about one figure end: at a comma, a bracket, or the next figure."""
    limit = figures[k + 1].first if k + 1 < len(figures) else t.size
    limit = min(limit, stop) if limit > at else stop
    for j in range(at, limit):
        if t.text[j] in (",", "("):
            return j
    return limit
