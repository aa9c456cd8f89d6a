"""Figures in, what they are the value of out: subjects of verbs, headings, and stated changes.

"The prison population was 21,629", "inflation averaged 8.7 percent", "prosecutions fell from 24 to
12", "Complaints received: 1,204": here the thing counted stands before the figure.
"""

from __future__ import annotations

from typing import Final

from tracediff.extract.clauses import clause
from tracediff.extract.figure import Figure
from tracediff.extract.nouns import Phrase, head_noun, is_counted, noun_phrase
from tracediff.lexicon.calendar import MONTHS
from tracediff.lexicon.cues import FALLING, FALLS, MULTIPLYING, RISES, RISING, STANDING
from tracediff.lexicon.grammar import EMPTY
from tracediff.text.tokens import Tokens

CHANGES: Final[frozenset[str]] = RISES | FALLS


# Words between a verb or noun of change and its figure: "an increase of about 12 percent".
_HEDGES: Final[frozenset[str]] = frozenset(
    "by of about nearly almost approximately over more than a an roughly only just another around "
    "some mere further modest slight total combined".split()
)


def is_change(t: Tokens, figure: Figure, phrase: Phrase) -> int:
    """Whether a figure states a change: +1 a rise, -1 a fall, 0 a level."""
    if figure.sort in ("percent", "share", "money", "measure", "count"):
        for j in range(phrase.first, phrase.stop):
            if t.low[j] in RISES:
                return 1
            if t.low[j] in FALLS:
                return -1
    if figure.sort == "percent":
        apart = t.text[figure.stop] == ","  # "3.9 percent, up from 3.1" is a level
        for j in range(figure.stop, figure.stop if apart else min(figure.stop + 2, t.size)):
            if t.low[j] in ("higher", "more", "up"):
                return 1
            if t.low[j] in ("lower", "fewer", "less", "down"):
                return -1
        if t.low[figure.stop] in _BESIDE and _of_a_level(t, figure.stop + 1):
            return _BESIDE[t.low[figure.stop]]
        before = [w for w in t.low[max(0, figure.first - 4) : figure.first] if w]
        for word in reversed(before):
            if word == "up" and not _MADE.isdisjoint(before):
                return 0  # "made up 5 percent" is a share
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
    if figure.word in ("point", "points") and t.low[figure.stop] in _POINTS:
        return _POINTS[t.low[figure.stop]]
    if figure.sort == "count" and t.low[figure.stop] in ("more", "fewer", "less"):
        compared = "than" in t.low[figure.stop : figure.stop + 6]
        return (1 if t.low[figure.stop] == "more" else -1) if compared else 0
    return 0


_BESIDE: Final[dict[str, int]] = {"above": 1, "below": -1}
_POINTS: Final[dict[str, int]] = _BESIDE | {
    "higher": 1, "more": 1, "up": 1, "lower": -1, "less": -1, "fewer": -1, "down": -1,
}  # fmt: skip
_LINES: Final[frozenset[str]] = frozenset("line lines threshold limit minimum maximum".split())


def _of_a_level(t: Tokens, i: int) -> bool:
    """Whether a level follows to which a figure is compared: "12% below the 2019 baseline"."""
    opens = t.kind[i] == "n" or t.low[i] in ("the", "its", "their", "our", "that", "those", "last")
    return opens and _LINES.isdisjoint(t.low[i : i + 5])


_MADE: Final[frozenset[str]] = frozenset(
    "made make makes making took take takes taking taken".split()
)


def _from_to(words: list[str]) -> bool:
    return "to" in words[-2:] or "from" in words[-2:]


def moved(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The subject that moved from one level to another: "prosecutions fell from 24 to 12"."""
    first, _ = clause(t, figure.first)
    verbs = [j for j in range(max(first, figure.first - 14), figure.first) if t.low[j] in MOVING]
    if not verbs or "from" not in t.low[verbs[0] : figure.first]:
        return None, ""
    start = verbs[0]
    while start > first and t.text[start - 1] != ",":
        start -= 1
    phrase = _through(t, start)
    if phrase is None or phrase.stop > verbs[0]:
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


MOVING: Final[frozenset[str]] = (
    RISING | FALLING | frozenset(MULTIPLYING) | {"went", "ranged", "varied"}
) - {
    "up",
    "down",
}


LINKING: Final[frozenset[str]] = frozenset(
    "was were is are totaled totalled reached numbered stood averaged amounted".split()
)


def heading(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The words before a colon that a figure fills in: "Complaints received in 2022: 1,204"."""
    first, _ = clause(t, figure.first - 2) if figure.first > 1 else (0, 0)
    phrase = _through(t, first)
    if phrase is None or phrase.stop >= figure.first:
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


def level_of(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The subject whose level a percentage is: "inflation averaged 8.7 percent", "fell to 7"."""
    verb = figure.first - 1
    while verb >= 0 and figure.first - verb < 7 and t.low[verb] in _HEDGES | _AT:
        verb -= 1
    placed = not _PLACING.isdisjoint(t.low[verb + 1 : figure.first]) and t.low[verb] in STANDING
    if verb < 1 or not (placed or t.low[verb] in LINKING | MOVING):
        return None, ""
    first, _ = clause(t, verb)
    start = _opening(t, first, verb)
    while start < verb and (t.kind[start] == "n" or t.low[start] in ("in", "at", "by", "during")):
        start += 1
    phrase = _through(t, start)
    if phrase is None or phrase.stop > verb:
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


_PLACING: Final[frozenset[str]] = frozenset({"at", "to", "by"})
_AT: Final[frozenset[str]] = frozenset({"to", "at", "from", "average", "estimated", "revised", "("})


def copula(t: Tokens, figure: Figure) -> tuple[str | None, str]:
    """The subject that a figure is the value of: "the prison population was 21,629"."""
    at = figure.first - 1
    while at > 0 and figure.first - at < 5 and t.low[at] not in LINKING:
        if (
            t.kind[at] == "w"
            and t.low[at] not in EMPTY
            and t.low[at] not in ("at", "an", "estimated")
        ):
            return None, ""
        at -= 1
    if t.low[at] not in LINKING or t.low[figure.stop] in ("with", "for"):
        return None, ""
    first, _ = clause(t, at)
    start = at
    while start > first and t.text[start - 1] != ",":
        start -= 1
    phrase = _through(t, start)
    if phrase is None or phrase.stop > at or t.low[phrase.first] == "among":
        return None, ""
    return t.words(phrase.first, phrase.stop), head_noun(t, phrase)


_OF: Final[frozenset[str]] = frozenset(
    "number use rate level levels share amount percentage volume value total proportion".split()
)


_CHANGING: Final[frozenset[str]] = RISING | FALLING | frozenset(MULTIPLYING)


def subject_of(t: Tokens, figure: Figure) -> Phrase | None:
    """What a stated change is of: "the number of deaths … grew 31 percent", "declined 8 percent in
    violent deaths", "a 29 percent increase in the number of killings"."""
    at = figure.stop
    if any(t.low[at + k] in CHANGES for k in range(4)):
        at = next(at + k for k in range(4) if t.low[at + k] in CHANGES) + 1
    if t.low[at] in ("in", "of") and not t.low[at + 1].isdigit():
        phrase = _through(t, at + 1)
        if phrase is not None and t.low[phrase.first] not in MONTHS:
            return phrase
    verb = figure.first if t.low[figure.first] in MULTIPLYING else figure.first - 1
    while verb > 0 and figure.first - verb < 5 and t.low[verb] not in _CHANGING:
        verb -= 1
    if t.low[verb] not in _CHANGING:
        return None
    first, _ = clause(t, figure.first)
    start = _opening(t, first, verb)
    if t.low[start] in ("in", "during", "according") and t.low[start + 1] not in ("the",):
        start += 1
    phrase = _through(t, start)
    return phrase if phrase is not None and phrase.stop <= verb else None


def _opening(t: Tokens, first: int, verb: int) -> int:
    """Where the subject of a verb opens: behind a comma, or an "and" that joins two clauses.

    An aside between commas is stepped over: "core inflation, which leaves out food, stood at 6".
    """
    start = verb
    if start > first and t.text[start - 1] == ",":
        aside = next((j for j in range(start - 2, first, -1) if t.text[j] == ","), None)
        if aside is not None and t.low[aside + 1] in _ASIDES:
            start = aside
    while start > first and t.text[start - 1] not in (",", "(", ")"):
        if t.low[start - 1] == "and" and _asserts(t, first, start - 1):
            break
        start -= 1
    return start


_ASIDES: Final[frozenset[str]] = frozenset("which who whose including excluding".split())


def _asserts(t: Tokens, first: int, stop: int) -> bool:
    """Whether a verb and its figure stand between the last comma and a token."""
    begin = next((j for j in range(stop - 1, first, -1) if t.text[j] == ","), first)
    words = t.low[begin:stop]
    return not (MOVING | LINKING).isdisjoint(words) and "n" in t.kind[begin:stop]


def _through(t: Tokens, at: int) -> Phrase | None:
    """The noun phrase at a token, stepping over articles and "number of", "use of"."""
    for j in range(at, min(at + 8, t.size)):
        if t.kind[j] != "w":
            return None
        named = t.low[j - 1] == "of" and is_counted(t, t.low[j])  # "the number of reports"
        if (t.low[j] in EMPTY and t.low[j] not in _OF and not named) or t.low[j] in MONTHS:
            continue
        if t.low[j] in _OF and "of" in t.low[j + 1 : j + 2 + (t.low[j + 1] in _OF)]:
            continue  # "number of", "total number of"
        phrase = noun_phrase(t, j, False)
        if not phrase.empty:
            return phrase
    return None
