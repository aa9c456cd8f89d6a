"""What the passes hand on: groups of sentences that answer to each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """Old sentences that answer to new ones, how surely, and why."""

    old: tuple[int, ...]
    new: tuple[int, ...]
    score: float
    why: tuple[str, ...] = ()
    moved: bool = False


def partners(groups: Iterable[Group]) -> tuple[dict[int, int], dict[int, int]]:
    """For each linked sentence of a side the number of the group that holds it."""
    old: dict[int, int] = {}
    new: dict[int, int] = {}
    for number, group in enumerate(groups):
        old.update(dict.fromkeys(group.old, number))
        new.update(dict.fromkeys(group.new, number))
    return old, new
