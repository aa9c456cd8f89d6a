"""A parse and its figures in, the figures with both ends of each movement marked out.

"Rose from 12 to 19" is seen in the tokens alone; where a noun or a time stands behind the near end,
"went from 46 percent of loads to 67 percent", the parse says that both are levels of one thing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLING, FALLS, MULTIPLYING, RISES, RISING, SHIFTING
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse

_SHIFTS: Final = RISING | FALLING | frozenset(MULTIPLYING) | SHIFTING


def mark_movements(p: Parse, figures: list[Figure]) -> list[Figure]:
    """Mark the two figures that a verb of change leads from and to as the ends of a movement."""
    for one, two in pairwise(figures):
        ways = (_led_by(p, one), _led_by(p, two))
        if ways in _WAYS and _leads(p, one, two):
            near, far = (one, two) if ways == _WAYS[0] else (two, one)
            near.high, far.low = far.value, near.value
            near.moving = far.moving = near.bounded = far.bounded = True
        elif one.high is not None and ways[0] == "from" and _goes_on(p, one, two):
            one.moving = two.moving = True
    return figures


def _goes_on(p: Parse, one: Figure, two: Figure) -> bool:
    """Whether two figures read as a range are a movement, as those before them are, in a clause
    that leaves out its verb: "thefts fell from 120 to 98 and frauds from 12 to 9"."""
    clause = p.clauses[p.clause_at[one.first]]
    gapped = clause.verb != NOWHERE and p.verbs[clause.verb].stop <= clause.first
    return gapped and one.high == two.value and p.tokens.low[p.verbs[clause.verb].head] in _SHIFTS


_WAYS: Final = (("from", "to"), ("to", "from"))


def _leads(p: Parse, one: Figure, two: Figure) -> bool:
    """Whether a verb of change leads from one figure to another of its sort, or back."""
    if one.sort != two.sort or one.unit != two.unit or _paired(one) or _paired(two):
        return False
    between = range(p.phrase_at[one.first] + 1, p.phrase_at[two.first])
    if any(_preposition(p, phrase) in ("from", "to") for phrase in between):
        return False
    return _moves(p, one) and _of_one_thing(p, one, two)


def _paired(figure: Figure) -> bool:
    return figure.low is not None or figure.high is not None


def _led_by(p: Parse, figure: Figure) -> str:
    """The preposition of the phrase that holds a figure."""
    index = p.phrase_at[figure.first]
    return _preposition(p, index) if index != NOWHERE else ""


def _preposition(p: Parse, phrase: int) -> str:
    at = p.phrases[phrase].preposition
    return p.tokens.low[at] if at != NOWHERE else ""


def _moves(p: Parse, first: Figure) -> bool:
    """Whether the verb before "from" or "to" is one of change."""
    at = p.phrases[p.phrase_at[first.first]].preposition
    verbs = [verb for verb in p.verbs if verb.head < at]
    if verbs and p.tokens.low[verbs[-1].head] in _SHIFTS:
        return True
    above = p.phrases[p.phrase_at[first.first]].governor  # "took a dip to 33 from 35"
    return above != NOWHERE and p.tokens.low[p.phrases[above].head] in RISES | FALLS


def _of_one_thing(p: Parse, one: Figure, two: Figure) -> bool:
    """Whether the second figure has no noun of its own, or that of the first."""
    first, second = (p.phrases[p.phrase_at[figure.first]].head for figure in (one, two))
    return second < two.stop or p.tokens.low[first] == p.tokens.low[second]
