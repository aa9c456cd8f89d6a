"""Which pairs are worth a look: an inverted index taken rarest word first, and the neighbours.

Looking at every pair is quadratic. A pair that shares no rare word and stands between no common
neighbours is not looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import nsmallest

from tracediff.align.texts import Pair, Texts
from tracediff.settings import Aligning


def candidates(
    texts: Texts,
    olds: Sequence[int],
    news: Sequence[int],
    pairs: dict[int, int],
    settings: Aligning,
) -> set[Pair]:
    """The pairs (old, new) among the free sentences that may answer to each other."""
    found: set[Pair] = set()
    if len(olds) * len(news) <= settings.all_pairs:
        return {(o, n) for o in olds for n in news}
    for o, n in _by_words(texts, texts.old.codes, olds, texts.new.codes, news, settings):
        found.add((o, n))
    for n, o in _by_words(texts, texts.new.codes, news, texts.old.codes, olds, settings):
        found.add((o, n))
    found.update(_by_place(texts, olds, news, pairs, settings))
    return found


def _by_words(
    texts: Texts,
    asking: tuple[str, ...],
    askers: Iterable[int],
    answering: tuple[str, ...],
    answerers: Iterable[int],
    settings: Aligning,
) -> Iterator[Pair]:
    """For each asker the answerers that share the most weight in its rarest words."""
    weights = texts.weights
    postings: dict[str, list[int]] = defaultdict(list)
    for at in answerers:
        for c in set(answering[at]):
            if weights[c] >= settings.telling:
                postings[c].append(at)
    rarest = {c: rank for rank, c in enumerate(sorted(postings, key=lambda c: (-weights[c], c)))}
    most = settings.postings
    for asker in askers:
        shared: dict[int, float] = defaultdict(float)
        budget = most
        for c in sorted(postings.keys() & asking[asker], key=rarest.__getitem__):
            where = postings[c]
            budget -= len(where)
            if budget < 0 and shared:
                break
            weight = weights[c]
            for at in where[:most]:
                shared[at] += weight
        for at in _heaviest(shared, settings.candidates):
            yield asker, at


def _heaviest(shared: Mapping[int, float], most: int) -> list[int]:
    """The sentences that share the most, and of those that share as much the first."""
    return [at for _, at in nsmallest(most, ((-weight, at) for at, weight in shared.items()))]


def _by_place(
    texts: Texts,
    olds: Sequence[int],
    news: Sequence[int],
    pairs: dict[int, int],
    settings: Aligning,
) -> Iterator[Pair]:
    """Free pairs that both stand within a few sentences of the same link."""
    free = set(news)
    reach = settings.reach
    for o in olds:
        for near in range(o - reach, o + reach + 1):
            n = pairs.get(near)
            if n is None:
                continue
            for at in range(n + (o - near) - reach, n + (o - near) + reach + 1):
                if at in free:
                    yield o, at
