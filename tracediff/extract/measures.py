"""Figures in, what they count out: the noun, the measure, and where both are inherited.

The measure is the thing counted followed by the words that tell this count from others of the same
thing: its own words behind the number first, then the verb and the agent before it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.nouns import Phrase, head_noun, is_verb, noun_phrase
from tracediff.extract.tokens import Tokens
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import FALLING, FALLS, RISES, RISING
from tracediff.lexicon.grammar import EMPTY

_BREAKS: Final[frozenset[str]] = frozenset({";", "—", ":", "–"})
_MOST: Final[int] = 12  # words of a measure; longer ones no longer tell counts apart
_NEAR: Final[int] = 7  # words taken from each side of a figure
_ITEM_ENDS: Final[frozenset[str]] = frozenset({",", ";", ":", "(", ")", "—", "–"})
_CHANGES: Final[frozenset[str]] = RISES | FALLS
# Words between a verb or noun of change and its figure: "an increase of about 12 percent".
_HEDGES: Final[frozenset[str]] = frozenset(
    "by of about nearly almost approximately over more than a an roughly only just another around "
    "some".split()
)


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
    change: int = 0  # +1 a stated rise, -1 a stated fall
    topic: str | None = None  # what a stated change is of


def clause(t: Tokens, i: int) -> tuple[int, int]:
    """The tokens between the hard breaks around token ``i``, and inside its brackets."""
    if i not in t.clauses:
        t.clauses[i] = _clause(t, i)
    return t.clauses[i]


def _clause(t: Tokens, i: int) -> tuple[int, int]:
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
    if figure.sort == "age" or (figure.sort in ("money", "time") and not figure.hyphen):
        return Phrase(at, at, False)
    if t.low[at] in ("more", "fewer", "additional", "new", "other") and figure.sort == "count":
        return noun_phrase(t, at, figure.value != 1)
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
        if t.kind[at] == "n" and t.low[at - 1] != "of":  # "17 of the 26 states"
            at += 1
        if t.kind[at] == "n" or at >= t.size:
            return Phrase(at, at, False)
        if t.low[at - 1] in ("these", "those") and is_verb(t.low[at]):
            return Phrase(at, at, False)
        return noun_phrase(t, at, figure.value != 1)
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
            if word in RISING | RISES:
                return 1 if not _from_to(before) else 0
            if word in FALLING | FALLS:
                return -1 if not _from_to(before) else 0
            if word not in _HEDGES:
                break
    if (
        figure.sort in ("count", "money", "measure")
        and figure.first
        and t.low[figure.first - 1] == "by"
    ):
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
    if phrase.empty and figure.high is not None and k + 1 < len(figures):
        phrase = direct(t, figures[k + 1])
    change = is_change(t, figure, phrase)
    counted = t.words(phrase.first, phrase.stop) or None
    head = head_noun(t, phrase)
    certainty = 1.0
    if counted and not phrase.plural and figure.value != 1 and figure.sort == "count":
        shared = _shared_head(t, figures, k, phrase)
        if shared:
            counted, head = f"{counted} {shared}", shared
    if figure.sort == "age":
        counted, head = "age", "age"
    elif figure.sort == "times":
        counted = head = figure.word or "times"
    elif figure.sort in ("time", "money", "measure") and not counted:
        counted, head = figure.word, (figure.word or "").lower()
    if counted is None and figure.sort == "count" and not figure.bracket:
        counted, head = _copula(t, figure)
        if counted is None and figure.first and t.low[figure.first - 1] in ("from", "to"):
            counted, head = _moved(t, figure)
        certainty = 0.8
    if figure.bracket and figure.sort == "count" and counted is None:
        counted, head = _before_bracket(t, figure)
        certainty = 0.7
    topic = None
    if change:
        subject = _subject(t, figure)
        topic = t.words(subject.first, subject.stop) if subject else None
        if subject and head not in _CHANGES and figure.sort != "count":
            counted, head, certainty = topic, head_noun(t, subject), 0.8
    words = _context(t, figures, k, phrase)
    return Reading(counted, head, tuple(words), phrase, certainty, change, topic)


def _moved(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The subject that moved from one level to another: "prosecutions fell from 24 to 12"."""
    first, _ = clause(t, figure.first)
    verbs = [j for j in range(max(first, figure.first - 14), figure.first) if t.low[j] in _MOVING]
    if not verbs or "from" not in t.low[verbs[0] : figure.first]:
        return None, ""
    start = verbs[0]
    while start > first and t.text[start - 1] != ",":
        start -= 1
    phrase = _through(t, start)
    if phrase is None or phrase.stop > verbs[0]:
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


_MOVING: Final[frozenset[str]] = (
    RISING | FALLING | {"doubled", "tripled", "quadrupled", "halved", "went"}
) - {"up", "down"}
_LINKING: Final[frozenset[str]] = frozenset(
    "was were is are totaled totalled reached numbered stood".split()
)


def _copula(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The subject that a figure is the value of: "the prison population was 21,629"."""
    at = figure.first - 1
    while at > 0 and figure.first - at < 5 and t.low[at] not in _LINKING:
        if (
            t.kind[at] == "w"
            and t.low[at] not in EMPTY
            and t.low[at] not in ("at", "an", "estimated")
        ):
            return None, ""
        at -= 1
    if t.low[at] not in _LINKING or t.low[figure.stop] in ("with", "for"):
        return None, ""
    first, _ = clause(t, at)
    start = at
    while start > first and t.text[start - 1] != ",":
        start -= 1
    phrase = _through(t, start)
    if phrase is None or phrase.stop > at or t.low[phrase.first] in ("victims", "among"):
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


def _shared_head(t: Tokens, figures: list[Figure], k: int, phrase: Phrase) -> str:
    """The noun that two numbers share: "three fishing and two cargo ports"."""
    if k + 1 >= len(figures) or t.low[phrase.stop : figures[k + 1].first] not in (
        ["and"],
        ["or"],
        [","],
        [",", "and"],
    ):
        return ""
    following = direct(t, figures[k + 1])
    return head_noun(t, following) if following.plural else ""


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


_OF: Final[frozenset[str]] = frozenset(
    "number use rate level levels share amount percentage volume value total proportion".split()
)


def _subject(t: Tokens, figure: Figure) -> Phrase | None:
    """What a stated change is of: "the number of deaths … grew 31 percent", "declined 8 percent in
    violent deaths", "a 29 percent increase in the number of killings"."""
    at = figure.stop
    if any(t.low[at + k] in _CHANGES for k in range(4)):
        at = next(at + k for k in range(4) if t.low[at + k] in _CHANGES) + 1
    if t.low[at] in ("in", "of") and not t.low[at + 1].isdigit():
        phrase = _through(t, at + 1)
        if phrase is not None and t.low[phrase.first] not in MONTHS:
            return phrase
    verb = figure.first - 1
    while verb > 0 and figure.first - verb < 5 and t.low[verb] not in RISING | FALLING:
        verb -= 1
    if t.low[verb] not in RISING | FALLING:
        return None
    first, _ = clause(t, figure.first)
    start = verb
    while start > first and t.text[start - 1] != ",":
        start -= 1
    if t.low[start] in ("in", "during", "according") and t.low[start + 1] not in ("the",):
        start += 1
    return _through(t, start)


def _through(t: Tokens, at: int) -> Phrase | None:
    """The noun phrase at a token, stepping over articles and "number of", "use of"."""
    for j in range(at, min(at + 8, t.size)):
        if t.kind[j] != "w":
            return None
        if (t.low[j] in EMPTY and t.low[j] not in _OF) or t.low[j] in MONTHS:
            continue
        if t.low[j] in _OF and t.low[j + 1] == "of":
            continue
        phrase = noun_phrase(t, j, False)
        if not phrase.empty:
            return phrase
    return None


def _context(t: Tokens, figures: list[Figure], k: int, phrase: Phrase) -> list[str]:
    """The telling words around a figure: behind it, then before it, then how its clause opens."""
    figure = figures[k]
    first, stop = clause(t, figure.first)
    if figure.bracket and figure.sort in ("count", "percent"):
        opened = _opening(t, figure)
        return telling(t, _item(t, opened), opened)
    behind = _past_bracket(t, max(phrase.stop, figure.stop))
    own = telling(t, behind, _behind(t, figures, k, behind, stop), _NEAR)
    near = _before(t, max(first, figures[k - 1].stop if k else first), figure.first)
    found = list(dict.fromkeys(own + near))
    head = next((f.first for f in figures if first <= f.first), figure.first)
    opening = telling(t, first, head, 2 * _MOST)
    found = list(dict.fromkeys(found + opening[-_NEAR:] + opening[:_NEAR]))
    if len(found) < 3:
        found += [w for w in telling(t, 0, min(t.size, 80), _NEAR) if w not in found]
    return found


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
