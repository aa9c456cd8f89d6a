"""Words that make a change weigh more, whatever the report is about."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tracediff.words import root

# Harm to people and wrongdoing: what readers of any report are held to account for first.
GRAVE: Final = frozenset(
    root(word)
    for word in (
        "death died dead killed killing fatality fatal injured injury wounded murder homicide"
        " suicide torture tortured abuse abused assault rape violence harassment slavery"
        " trafficking exploitation forced abducted disappeared fraud corruption bribery embezzled"
        " breach breached violation violated spill leak contamination recall accident"
    ).split()
)


def is_grave(words: Iterable[str]) -> bool:
    """Whether any of these words speaks of harm or wrongdoing."""
    return any(root(word) in GRAVE for word in words)


# Extremes: a figure that the text itself calls the highest or the first of its kind.
EXTREME: Final = frozenset(
    "highest lowest deadliest worst largest biggest record unprecedented historic ever".split()
)
