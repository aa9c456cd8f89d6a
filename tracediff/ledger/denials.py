"""The figures of an edition in, those whose statement is denied out.

"53 percent did not know the price" and "62 percent knew the price" are no two values of one
measure: what is said of the figure is denied in one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from tracediff.ledger.answers import statement
from tracediff.model import Fact, Reading, Status
from tracediff.syntax import Parse, parse

_HINT: Final = re.compile(r"\b(?:no|not|never|cannot|without)\b|n[’']t\b", re.I)
_DENYING: Final = frozenset("no not never cannot without".split())


def denied(reading: Reading) -> frozenset[int]:
    """The indices of the figures of prose whose clause, or what completes it, is denied."""
    return frozenset(_denied(reading))


def _denied(reading: Reading) -> Iterator[int]:
    for fact in reading.facts:
        if fact.table is not None or fact.status is not Status.REPORTED:
            continue
        text = reading.edition.sentences[fact.sentence].text
        if _HINT.search(text) and _is_denied(parse(text), fact):
            yield fact.index


def _is_denied(p: Parse, fact: Fact) -> bool:
    return any(_denies(p, i) for i in statement(p, fact.at.start))


def _denies(p: Parse, i: int) -> bool:
    """Whether a token denies; "No. 12" is a number, "not only" denies nothing."""
    word = p.tokens.low[i]
    denies = word in _DENYING or word.endswith(("n't", "n’t"))
    return denies and p.tokens.low[i + 1] not in (".", "only", "just")
