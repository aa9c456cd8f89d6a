"""Tokens in, missing figures out: where a text says "none", "not reported" or "nobody knows"."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from tracediff.extract.clauses import clause
from tracediff.extract.nouns import Phrase, is_counted, noun_phrase
from tracediff.lexicon.cues import DATA, TELLING, UNCOUNTED
from tracediff.lexicon.grammar import PREPOSITIONS
from tracediff.lexicon.people import SINGLES
from tracediff.model import Status
from tracediff.text.tokens import Tokens

# Only a sentence in which one of these stands, in lower case, is looked at.
CUE: Final[re.Pattern[str]] = re.compile(
    r"\b(?:no|not|any|none|unknown|unspecified|undisclosed|undetermined|unclear|unavailable|"
    r"uncertain|unreported|failed|zero|without|declined|[a-z]{2,6}n[’']t)\b"
)
_VAGUE: Final[frozenset[str]] = frozenset("unknown unspecified undisclosed undetermined".split())
_WHOLE: Final[frozenset[str]] = frozenset(
    "complete comprehensive full disaggregated detailed reliable accurate sufficient specific "
    "further additional updated".split()
)
_GIVING: Final[frozenset[str]] = frozenset(
    "report disclose specify publish release provide state indicate say share record track "
    "collect clarify".split()
)
_REACH: Final[int] = 14  # words between "did not" and what was not done; longer ones are asides


_CONTRACTED: Final[tuple[str, str]] = ("n't", "n’t")  # "didn't" is one token


class Absence(NamedTuple):
    """A figure that is missing, from token ``first`` to before ``stop``: what it would count."""

    first: int
    stop: int
    status: Status
    noun: Phrase


def read_absences(t: Tokens) -> list[Absence]:
    """All places of a sentence where it says that a figure is none, unknown or not given."""
    found: list[Absence] = []
    i = 0
    while i < t.size:
        contracted = t.low[i].endswith(_CONTRACTED)
        reader = _not if contracted else _READERS.get(t.low[i])
        absence = _said_missing(t, i) or (reader(t, i) if reader else None)
        if absence is None:
            i += 1
            continue
        found.append(absence)
        i = max(i + 1, absence.stop)
    return found


def _said_missing(t: Tokens, i: int) -> Absence | None:
    """Read a phrase of the team's own: "deaths were not disaggregated", "withheld data on X"."""
    found = t.vocabulary.absence(t.low, i)
    if found is None:
        return None
    stop, status = found
    for at in (stop, stop + 1 + (t.low[stop] in DATA)):  # "nil convictions", "withheld data on X"
        if phrase := (None if at > t.size else _object(t, at)):
            return Absence(i, phrase.stop, status, phrase)
    told = _named_before(t, i)
    return Absence(told.first, stop, status, told) if told else None


def _named_before(t: Tokens, i: int) -> Phrase | None:
    """What the clause before token ``i`` counts: behind "number of", else its first noun phrase."""
    first, _ = clause(t, i)
    for j in range(i - 1, max(first, i - _REACH) - 1, -1):
        if t.low[j] in ("number", "numbers") or t.low[j] in DATA:
            return _object(t, j + 2)
    for j in range(first, i):
        if phrase := _object(t, j):
            return phrase if phrase.stop <= i else None
    return None


def _none(t: Tokens, i: int) -> Absence | None:
    """Read "no victims", "no one had been arrested"; not "no intent", "no efforts"."""
    if t.low[i + 1] == "one" and t.text[i + 2] != "-":
        return (
            Absence(i, i + 2, Status.NONE, Phrase(i + 2, i + 2, False)) if _done(t, i + 2) else None
        )
    if t.low[i + 1] in ("longer", "more", "fewer", "less", "later", "matter") or i + 1 >= t.size:
        return None
    if t.low[i + 1] in DATA or (t.low[i + 1] in ("official", "reliable") and t.low[i + 2] in DATA):
        return _no_data(t, i)
    phrase = noun_phrase(t, i + 1)
    if phrase.empty or not (_counted(t, phrase) or _nobody_was(t, phrase)):
        return None
    return Absence(i, phrase.stop, Status.NONE, phrase)


def _nobody_was(t: Tokens, phrase: Phrase) -> bool:
    """Whether a person follows "no", and what befell none of them: "no officer was suspended"."""
    return t.low[phrase.stop - 1] in SINGLES and t.low[phrase.stop] in ("was", "had", "has")


def _done(t: Tokens, i: int) -> bool:
    """Whether "no one" is followed by what nobody suffered or did, as a fact of the past."""
    return t.low[i] in ("was", "had", "were", "has")


def _counted(t: Tokens, phrase: Phrase) -> bool:
    """Whether the head of a phrase is a plural that somebody would count."""
    head = t.low[phrase.stop - 1]
    return (is_counted(t, head) or head == "reports") and head not in UNCOUNTED


def _no_data(t: Tokens, i: int) -> Absence | None:
    """Read "no data were available on victims", "no information on the number of cases"."""
    at = i + 2
    for j in range(at, min(at + 6, t.size)):
        if t.low[j] in ("on", "about", "regarding", "for", "concerning"):
            phrase = _object(t, j + 1)
            return Absence(i, phrase.stop, Status.UNKNOWN, phrase) if phrase else None
    return None


def _object(t: Tokens, i: int) -> Phrase | None:
    """The noun phrase at ``i``, stepping over "the number of", "any", "the" and participles."""
    for j in range(i, min(i + 6, t.size)):
        if t.low[j] == "whether":
            return None
        if t.low[j] in (
            "the",
            "any",
            "number",
            "numbers",
            "of",
            "how",
            "many",
            "a",
            "total",
            "its",
            "these",
            "those",
        ):
            continue
        phrase = noun_phrase(t, j)
        return None if phrase.empty or not _counted(t, phrase) else phrase
    return None


def _not(t: Tokens, i: int) -> Absence | None:
    """Read "did not report how many", "did not provide data on", "did not convict any"."""
    helper, first = _helper(t, i)
    if helper not in ("did", "do", "does", "had", "has", "have", "could") and t.low[i] != "failed":
        return _was_not(t, i)
    verb = i + 2 if t.low[i] == "failed" and t.low[i + 1] == "to" else i + 1
    if t.low[verb] == "always":
        return None
    verb += t.low[verb] == "publicly"
    telling = t.low[verb] in TELLING
    stop = min(verb + 1 + _REACH, t.size)
    if telling and t.low[verb + 1] in DATA | _WHOLE | {"the", "any"}:
        given = _data_on(t, i, verb + 1, stop)
        if given is not None:
            return given
    for j in range(verb + 1, stop):
        word = t.low[j]
        if t.text[j] in (";", ":", "—") or word in ("but", "because", "although"):
            return None
        if word == "how" and t.low[j + 1] == "many" and telling:
            phrase = noun_phrase(t, j + 2)
            return Absence(first, max(phrase.stop, j + 2), Status.NOT_REPORTED, phrase)
        if word == "any" or (word == "number" and telling):
            skip = 2 if word == "number" and t.low[j + 1] == "of" else 1
            phrase = noun_phrase(t, j + skip)
            if phrase.empty or not _counted(t, phrase):
                continue
            status = Status.NOT_REPORTED if t.low[verb] in _GIVING and telling else Status.NONE
            if status is Status.NONE and _doubted(t, i):
                return None
            return Absence(first, phrase.stop, status, phrase)
    return None


def _helper(t: Tokens, i: int) -> tuple[str, int]:
    """The verb that "not" denies with, and where it stands: did not, didn't."""
    if t.low[i].endswith(_CONTRACTED):
        return t.low[i][:-3], i
    return (t.low[i - 1], i - 1) if i else ("", 0)


def _doubted(t: Tokens, i: int) -> bool:
    """Whether the denial itself is only about what could or should be."""
    return _helper(t, i)[0] in ("could", "do", "does") or t.low[i] == "failed"


def _data_on(t: Tokens, i: int, at: int, stop: int) -> Absence | None:
    """Read "(did not provide) data on victims"; "complete data" says that some was given."""
    for j in range(at, min(at + 4, stop)):
        if t.low[j] in _WHOLE:
            return None
        if t.low[j] in DATA:
            break
    else:
        return None
    for k in range(j + 1, min(j + 5, stop)):
        if t.low[k] in ("on", "for", "about", "regarding", "of", "concerning"):
            phrase = _object(t, k + 1)
            if phrase is None:
                return None
            return Absence(_helper(t, i)[1], phrase.stop, Status.NOT_REPORTED, phrase)
    return None


def _was_not(t: Tokens, i: int) -> Absence | None:
    """Read "the number of victims was not available", "it is not known how many victims"."""
    if t.low[i + 1] in ("known", "clear") and "how" in t.low[i + 2 : i + 4]:
        return _unclear(t, i)
    at = i + 1 + (t.low[i + 1] in _YET)
    if _helper(t, i)[0] not in ("was", "were", "is", "are") or t.low[at] not in _GIVEN:
        return None
    return _unavailable(t, i, t.low[at])


_YET: Final[frozenset[str]] = frozenset("yet publicly centrally systematically routinely".split())
_GIVEN: Final[frozenset[str]] = frozenset(
    "available reported provided disclosed known published specified collected compiled kept "
    "released gathered".split()
)


def _unavailable(t: Tokens, i: int, given: str = "available") -> Absence | None:
    status = Status.UNKNOWN if given in ("known", "available") else Status.NOT_REPORTED
    low = max(0, i - _REACH)
    for j in range(i - 1, low - 1, -1):
        if t.text[j] in (";", ".", ":"):
            return None
        if t.low[j] in ("number", "data", "statistics", "figures", "information"):
            at = j + 1
            if t.low[at] in ("of", "on", "for", "regarding", "about"):
                phrase = _object(t, at + 1)
                if phrase:
                    return Absence(j, i + 1, status, phrase)
            return None
    return None


def _vague(t: Tokens, i: int) -> Absence | None:
    """Read "an unknown number of victims"."""
    if t.low[i + 1] not in ("number", "numbers", "amount") or t.low[i + 2] != "of":
        return None
    phrase = noun_phrase(t, i + 3)
    return None if phrase.empty else Absence(i, phrase.stop, Status.UNKNOWN, phrase)


def _unclear(t: Tokens, i: int) -> Absence | None:
    """Read "it was unclear how many", "unclear if any victims"."""
    for j in range(i + 1, min(i + 4, t.size)):
        if t.low[j] == "how" and t.low[j + 1] == "many":
            phrase = _members(t, noun_phrase(t, j + 2))
            return Absence(i, max(phrase.stop, j + 2), Status.UNKNOWN, phrase)
        if t.low[j] in ("if", "whether") and t.low[j + 1] == "any":
            phrase = noun_phrase(t, j + 2)
            if not phrase.empty and _counted(t, phrase):
                return Absence(i, phrase.stop, Status.UNKNOWN, phrase)
    return None


def _members(t: Tokens, phrase: Phrase) -> Phrase:
    """What "how many of them were members" counts: the noun behind the verb."""
    at = phrase.first
    if phrase.empty and t.low[at : at + 2] in (["of", "them"], ["of", "these"], ["of", "those"]):
        return noun_phrase(t, at + 3 if t.low[at + 2] in ("were", "are") else at + 2)
    return phrase


def _nobody(t: Tokens, i: int) -> Absence | None:
    """Read "none of them was convicted", "none were convicted"."""
    at = i + 1
    if t.low[at] == "of":
        phrase = _object(t, at + 1)
        at = phrase.stop if phrase else at + 2
        if t.low[at] in PREPOSITIONS or t.low[at] not in ("was", "were", "had", "has", "received"):
            return None
        return Absence(i, at, Status.NONE, phrase or Phrase(at, at, False))
    if t.low[at] in ("was", "were", "had") and t.low[at + 1] != "to":
        return Absence(i, at, Status.NONE, Phrase(at, at, False))
    return None


_READERS: Final = {
    "no": _none, "not": _not, "failed": _not, "unclear": _unclear,
    "uncertain": _unclear, "none": _nobody, "unavailable": _unavailable,
} | dict.fromkeys(_VAGUE, _vague)  # fmt: skip
