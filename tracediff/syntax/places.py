"""A parse in, the places that it names out, by the roots of their names."""

from __future__ import annotations

import re
from typing import Final

from tracediff.lexicon.calendar import MONTHS
from tracediff.model.syntax import NOWHERE
from tracediff.syntax.parse import Parse
from tracediff.text.words import root

PLACES: Final = frozenset(
    "state province district city region county town village municipality island prefecture".split()
)
"""What a place is called by: "the province of Norr"."""

_WITHIN: Final = frozenset("in near across throughout outside around".split())
_MONTHS: Final = frozenset(map(str.casefold, MONTHS))


_HINTS: Final = re.compile(rf"(?<![^\W\d_])(?:{'|'.join(sorted(_WITHIN | PLACES))})(?![^\W\d_])")


def may_name_places(text: str) -> bool:
    """Whether a text has a word that leads to the name of a place; without any it names none.

    >>> may_name_places("Rye lies in Kent"), may_name_places("Tin is mined by inmates")
    (True, False)
    """
    return _HINTS.search(text.lower()) is not None


def places(found: Parse, clause: int = NOWHERE) -> frozenset[str]:
    """The names behind "in" and its like, and of what is called a state, a town and so on.

    Those of one clause where one is given.

    >>> from tracediff.syntax import parse
    >>> sorted(places(parse("In March the town of Rye sold 12 boats in Orsk.")))
    ['orsk', 'rye']
    """
    t = found.tokens
    named: set[str] = set()
    for phrase in found.phrases:
        if clause not in (NOWHERE, phrase.clause):
            continue
        within = phrase.preposition != NOWHERE and t.low[phrase.preposition] in _WITHIN
        of = phrase.governor
        if within or (of != NOWHERE and t.low[found.phrases[of].head] in PLACES):
            inside = range(phrase.first, phrase.stop)
            names = (t.low[i] for i in inside if found.tags[i].startswith("NNP"))
            named |= {root(name) for name in names if name not in _MONTHS | PLACES}
    return frozenset(named)
