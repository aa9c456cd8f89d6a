"""What a figure counts: the noun phrase that names it, and how certain that is."""

from __future__ import annotations

from typing import NamedTuple

from tracediff.model import Fact
from tracediff.model.syntax import NOWHERE


class Counted(NamedTuple):
    """What a figure counts.

    ``phrase`` is the noun phrase that names it, ``first`` to ``stop`` its words without determiner
    and number. ``item`` is the noun phrase that a share in brackets stands behind, where it is a
    share of others: "most boats are made of oak (61%)". ``change`` is +1 or -1 for a stated rise or
    fall. ``source`` is the fact that it was taken over from. ``certainty`` runs from 1 (the noun
    stands behind the number) to 0.3.
    """

    phrase: int = NOWHERE
    first: int = 0
    stop: int = 0
    text: str | None = None
    change: int = 0
    certainty: float = 0.3
    source: Fact | None = None
    item: int = NOWHERE

    @property
    def found(self) -> bool:
        """Whether the sentence itself names it."""
        return self.phrase != NOWHERE
