"""A parse and its figures in, the figures with both ends of each movement marked out.

"Rose from 12 to 19" is seen in the tokens alone; where a noun or a time stands behind the near end,
"went from 46 percent of loads to 67 percent", the parse says that both are levels of one thing.
"""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from tracediff.extract.figure import Figure
from tracediff.lexicon.cues import FALLING, MULTIPLYING, RISING, SHIFTING
from tracediff.model.syntax import NOWHERE
from tracediff.syntax import Parse

_SHIFTS: Final = RISING | FALLING | frozenset(MULTIPLYING) | SHIFTING


def mark_movements(p: Parse, figures: list[Figure]) -> list[Figure]:
    """Mark the two figures that a verb of change leads from and to as the ends of a movement."""
    for near, far in pairwise(figures):
        if _leads(p, near, far):
            near.high, far.low = far.value, near.value
            near.moving = far.moving = near.bounded = far.bounded = True
    return figures


def _leads(p: Parse, near: Figure, far: Figure) -> bool:
    """Whether one clause, by a verb of change, leads from one figure to another of its sort."""
    if near.sort != far.sort or near.unit != far.unit or _paired(near) or _paired(far):
        return False
    one, two = p.phrase_at[near.first], p.phrase_at[far.first]
    if NOWHERE in (one, two) or (_led_by(p, one), _led_by(p, two)) != ("from", "to"):
        return False
    if any(_led_by(p, between) == "to" for between in range(one + 1, two)):
        return False
    return _moves(p, near) and _of_one_thing(p, near, far)


def _paired(figure: Figure) -> bool:
    return figure.low is not None or figure.high is not None


def _led_by(p: Parse, phrase: int) -> str:
    at = p.phrases[phrase].preposition
    return p.tokens.low[at] if at != NOWHERE else ""


def _moves(p: Parse, near: Figure) -> bool:
    """Whether the verb before "from" is one of change."""
    at = p.phrases[p.phrase_at[near.first]].preposition
    verbs = [verb for verb in p.verbs if verb.head < at]
    return bool(verbs) and p.tokens.low[verbs[-1].head] in _SHIFTS


def _of_one_thing(p: Parse, near: Figure, far: Figure) -> bool:
    """Whether the far figure has no noun of its own, or that of the near one."""
    one, two = (p.phrases[p.phrase_at[figure.first]].head for figure in (near, far))
    return two < far.stop or p.tokens.low[one] == p.tokens.low[two]
