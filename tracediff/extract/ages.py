"""Whether a number is an age: with its years ("14-year-old"), or bare ("under the age of 13")."""

from __future__ import annotations

from typing import Final

from tracediff.extract.figure import Figure
from tracediff.extract.nouns import noun_phrase
from tracediff.lexicon.cues import AGE_BEFORE
from tracediff.text.tokens import Tokens

_PERSONS: Final[frozenset[str]] = frozenset(
    "children minors girls boys persons people women men youth adolescents those students "
    "workers girl boy child person victims users teens teenagers members students pupils employees "
    "respondents residents migrants survivors patients".split()
)


_TURNING: Final[frozenset[str]] = frozenset("turn turns turned turning".split())


def is_age(t: Tokens, figure: Figure) -> bool:
    """Whether a number of years or months is an age."""
    if t.low[figure.stop] in ("old", "of") and (
        t.low[figure.stop] == "old" or t.low[figure.stop + 1] == "age"
    ):
        return True
    if t.text[figure.stop] == "-" and t.low[figure.stop + 1] in ("old", "olds"):
        return True
    if "old" in (figure.word or ""):
        return True
    if t.low[figure.first - 1] == "under" and t.low[figure.first - 2] in _PERSONS:
        return figure.digits  # "children under 18 years", not "under two years"
    return _age_words(t, figure)


def _age_words(t: Tokens, figure: Figure) -> bool:
    before = t.low[max(0, figure.first - 4) : figure.first]
    if (
        before
        and before[-1] in ("age", "aged", "ages", "of", "than")
        and AGE_BEFORE.intersection(before)
    ):
        return True
    return (
        bool(before)
        and bool({"age", "ages", "aged"}.intersection(before[-3:]))
        and all(
            word
            in (
                "age",
                "ages",
                "aged",
                "from",
                "between",
                "of",
                "about",
                "group",
                "is",
                "was",
                "to",
                "under",
                "over",
            )
            for word in before[-2:]
        )
    )


def is_bare_age(t: Tokens, figure: Figure) -> bool:
    """An age without the word years: under the age of 13, older than 13, Smith, 25, said."""
    if figure.value != figure.value.to_integral_value() or not 0 < figure.value < 120:
        return False
    if _age_words(t, figure):
        return True
    before, after = t.low[figure.first - 1] if figure.first else "", t.low[figure.stop]
    if t.low[figure.stop - 1] in ("older", "younger"):
        return True
    if before in _TURNING:
        return noun_phrase(t, figure.stop).empty
    if before in ("are", "were", "is", "was") and t.low[figure.first - 2] == "who":
        return figure.digits and noun_phrase(t, figure.stop).empty  # "teens who are 16 and 17"
    if before in ("under", "over") and t.low[figure.first - 2] == "as":
        return "age" in t.low[max(0, figure.first - 4) : figure.first]  # "her age as under 18"
    pronoun = t.low[max(0, figure.first - 3) : figure.first]
    if pronoun[-1:] in (["be"], ["is"], ["was"]) and {"he", "she"}.intersection(pronoun):
        return noun_phrase(t, figure.stop).empty and figure.digits
    if t.low[figure.first - 1] == "between" and t.low[figure.first - 2] in _PERSONS:
        return figure.value < 100 and t.low[figure.stop] in ("and", "to")
    if (
        before in ("is", "was", "are", "at", "to", "from", "than")
        and "age" in t.low[max(0, figure.first - 12) : figure.first]
    ):
        return figure.value <= 99 and after not in ("percent", "%")
    if before in ("under", "over") and after in (
        "",
        ".",
        ",",
        ";",
        "were",
        "who",
        "and",
        "to",
        "are",
        "in",
    ):
        return figure.digits and figure.value <= 21 and _aged(t, figure, after)
    if before in ("under", "over") and t.low[figure.first - 2] in _PERSONS:
        return figure.digits and figure.value < 100 and t.kind[figure.stop] == "w"
    named = t.capital(figure.first - 2) and t.text[figure.first - 1] == "," and after == ","
    full = t.capital(figure.first - 3) or (figure.first == 2 and t.low[0] not in ("in", "however"))
    return named and full and figure.digits and figure.value > 9


def _aged(t: Tokens, figure: Figure, after: str) -> bool:
    """Whether it is a person who "was under 21", not a count that was."""
    if t.low[figure.first - 2] not in ("is", "was", "were"):
        return True
    ends = after in ("", ".", ",", ";", "and")
    return ends and not _PERSONS.isdisjoint(t.low[max(0, figure.first - 12) : figure.first])
