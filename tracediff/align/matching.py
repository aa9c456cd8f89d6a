"""The set of one-to-one links that is likeliest as a whole."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from tracediff.align.texts import Pair


def matching(odds: Mapping[Pair, float], least: float) -> list[Pair]:
    """The pairs, at most one a sentence, whose log odds above ``least`` add up to the most.

    Pairs fall apart into small clusters of rivals; each is solved for itself by augmenting paths.

    >>> matching({(0, 0): 3.0, (0, 1): 2.9, (1, 0): 2.9, (1, 1): 0.5}, 0.0)
    [(0, 1), (1, 0)]
    >>> matching({(0, 0): 1.5, (1, 1): 1.0}, 1.0)
    [(0, 0)]
    """
    hopeful = {pair: value - least for pair, value in odds.items() if value > least}
    return [
        pair
        for cluster in _clusters(hopeful)
        for pair in (_solve(cluster) if len(cluster) <= _LARGEST else best_first(cluster, 0.0))
    ]


_LARGEST = 600  # pairs in a cluster; only formulas repeated without end make larger ones, and there
# the best pair first is as good as any


def best_first(scores: Mapping[Pair, float], least: float) -> dict[Pair, float]:
    """One pair a sentence, the best first, down to a score; ties go by place."""
    olds: set[int] = set()
    news: set[int] = set()
    chosen = {}
    for pair in sorted(_from(scores, least), key=lambda p: (-scores[p], abs(p[0] - p[1]), p)):
        if pair[0] not in olds and pair[1] not in news:
            olds.add(pair[0])
            news.add(pair[1])
            chosen[pair] = scores[pair]
    return chosen


def _from(scores: Mapping[Pair, float], least: float) -> Iterable[Pair]:
    return (pair for pair, score in scores.items() if score >= least)


def _clusters(gains: Mapping[Pair, float]) -> Iterator[dict[Pair, float]]:
    """The pairs that share sentences, directly or through others."""
    by_old: dict[int, list[Pair]] = defaultdict(list)
    by_new: dict[int, list[Pair]] = defaultdict(list)
    for pair in sorted(gains):
        by_old[pair[0]].append(pair)
        by_new[pair[1]].append(pair)
    seen: set[Pair] = set()
    for start in sorted(gains):
        if start in seen:
            continue
        cluster: dict[Pair, float] = {}
        todo = [start]
        seen.add(start)
        while todo:
            pair = todo.pop()
            cluster[pair] = gains[pair]
            for near in (*by_old.pop(pair[0], ()), *by_new.pop(pair[1], ())):
                if near not in seen:
                    seen.add(near)
                    todo.append(near)
        yield cluster


def _solve(cluster: dict[Pair, float]) -> list[Pair]:
    """The heaviest matching of one cluster, best pairs first and then by augmenting paths."""
    partner_old: dict[int, int] = {}
    partner_new: dict[int, int] = {}
    edges: dict[int, list[tuple[int, float]]] = defaultdict(list)
    for (o, n), gain in sorted(cluster.items()):
        edges[o].append((n, gain))
    for start in sorted(edges, key=lambda o: (-max(g for _, g in edges[o]), o)):
        _augment(start, edges, partner_old, partner_new, cluster)
    return sorted(partner_old.items())


def _augment(
    start: int,
    edges: Mapping[int, list[tuple[int, float]]],
    partner_old: dict[int, int],
    partner_new: dict[int, int],
    gains: Mapping[Pair, float],
) -> None:
    """Give ``start`` a partner by the chain of exchanges that gains most, if any gains.

    A chain ends at a free new sentence, or by leaving some old sentence without a partner.
    """
    reach: dict[int, float] = {start: 0.0}  # old sentence -> gain of a chain that frees it
    via: dict[int, tuple[int, int]] = {}  # old sentence -> (old before it, new it gives up)
    best, end = 0.0, None
    todo = [start]
    while todo:
        o = todo.pop(0)
        for n, gain in edges[o]:
            if partner_old.get(o) == n:
                continue
            value = reach[o] + gain
            holder = partner_new.get(n)
            if holder is None:
                if value > best + 1e-12:
                    best, end = value, (o, n)
                continue
            value -= gains[holder, n]
            if holder != start and value > reach.get(holder, float("-inf")) + 1e-12:
                reach[holder], via[holder] = value, (o, n)
                if value > best + 1e-12:
                    best, end = value, (holder, -1)
                if holder not in todo:
                    todo.append(holder)
    if end is not None:
        _exchange(start, end, via, partner_old, partner_new)


def _exchange(
    start: int,
    end: Pair,
    via: Mapping[int, tuple[int, int]],
    partner_old: dict[int, int],
    partner_new: dict[int, int],
) -> None:
    """Give each old sentence of a chain, from its end to its start, its new partner."""
    o, n = end
    while True:
        if n >= 0:
            partner_old[o], partner_new[n] = n, o
        else:
            del partner_old[o]
        if o == start:
            return
        o, n = via[o]
