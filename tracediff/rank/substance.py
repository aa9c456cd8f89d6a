"""How much two wordings of one statement differ in substance: two sentences in, words out.

Dates, numbers, small words, inflection and words that stand for one another are no substance: a
sentence whose year rolled on or whose "law" became an "act" says what it said.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.text.concepts import concept
from tracediff.text.words import FUNCTION_WORDS, root

DENIALS: Final = frozenset("no not none never without nobody nothing cannot neither nor".split())
_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_TIMES: Final = frozenset(
    root(word)
    for word in (
        *MONTHS,
        *"year month week day quarter half early late mid reporting period previous current"
        " ago since until end beginning".split(),
    )
)


def differing(old: str, new: str) -> frozenset[str]:
    """The roots of the words of substance that only one of two texts has.

    >>> sorted(differing("In 2020 the law bound all ports.", "In 2021 the act binds no ports."))
    ['bind', 'bound', 'no']
    """
    return frozenset(roots(old) ^ roots(new))


@lru_cache(maxsize=32768)  # findings are weighed one after the other, and told afterwards
def roots(text: str) -> frozenset[str]:
    """The roots of the words of substance of a text, one for those that mean the same."""
    words = _WORD.findall(_NUMBERED.sub("", text) if "No" in text else text)
    return frozenset(filter(None, map(_root_of, words)))


def denials(text: str) -> int:
    """How many words of a text deny; "No. 12" is a number.

    >>> denials("No ship had a pilot. Order No. 12 does not ask for one.")
    2
    """
    return sum(word in DENIALS for word in _WORD.findall(_NUMBERED.sub("", text).casefold()))


_NUMBERED: Final = re.compile(r"\bNos?\.? ?(?=\d)")


@lru_cache(maxsize=65536)
def _root_of(word: str) -> str:
    """The root of a word of substance, and a word that denies; "" for others."""
    folded = word.casefold().removesuffix("’s").removesuffix("'s")
    if folded in DENIALS:
        return folded
    if folded in FUNCTION_WORDS or len(folded) < 2:
        return ""
    own = root(folded)
    return "" if own in _TIMES else concept(own)


def same_counts(old: str, new: str) -> bool:
    """Whether two texts give the same numbers, those of years and days aside."""
    return counts(old) == counts(new)


@lru_cache(maxsize=32768)
def counts(text: str) -> frozenset[str]:
    """The numbers that a text gives, those of years and days aside."""
    return frozenset(n for n in _NUMBER.findall(text) if not _DATE.fullmatch(n))


_NUMBER: Final = re.compile(r"\d[\d.,]*\d|\d")
_DATE: Final = re.compile(r"(?:1[6-9]|20)\d\d|[0-3]?\d")  # a year, or a day
