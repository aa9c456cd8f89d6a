"""Order: the heaviest chain of links that runs forward on both sides."""

from __future__ import annotations

from collections.abc import Sequence

from rapidfuzz.distance import Indel


def likeness(old: str, new: str) -> float:
    """How alike two coded word sequences are, from 0 to 1; of very long ones, how they begin.

    >>> likeness("abcd", "abxd")
    0.75
    """
    return Indel.normalized_similarity(old[:_LONG], new[:_LONG])


_LONG = 5_000  # words; the comparison is quadratic, and no sentence is half as long


def backbone(pairs: Sequence[tuple[int, int, int]]) -> list[tuple[int, int]]:
    """The pairs (old, new) that form the heaviest chain rising on both sides.

    ``pairs`` are (old, new, weight) with distinct old and distinct new places, in order of old.
    A Fenwick tree over the new places keeps the best chain that ends at or before each.

    >>> backbone([(0, 5, 1), (1, 0, 3), (2, 1, 3), (3, 6, 2)])
    [(1, 0), (2, 1), (3, 6)]
    """
    places = sorted({n for _, n, _ in pairs})
    rank = {n: at for at, n in enumerate(places)}
    size = len(places)
    heaviest, ending = [0] * (size + 1), [-1] * (size + 1)
    before: list[int] = []
    for number, (_, n, weight) in enumerate(pairs):
        slot = at = rank[n]
        best, last = 0, -1
        while slot:
            if heaviest[slot] > best:
                best, last = heaviest[slot], ending[slot]
            slot &= slot - 1
        before.append(last)
        best += weight
        slot = at + 1
        while slot <= size:
            if heaviest[slot] < best:
                heaviest[slot], ending[slot] = best, number
            slot += slot & -slot
    best, last = 0, -1
    slot = size
    while slot:
        if heaviest[slot] > best:
            best, last = heaviest[slot], ending[slot]
        slot &= slot - 1
    chain = []
    while last >= 0:
        chain.append(pairs[last][:2])
        last = before[last]
    return chain[::-1]
