"""Each edition's own figures that stand in sentences which do not answer to each other.

Two editions far apart word everything anew; still "freed 412 workers" and "freeing 388 workers"
are one measure. So a figure for the edition's own year that no series goes on with is set beside
the one of the other edition that counts the same thing in the same words, where there is only one,
each way.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from tracediff.ledger.likeness import Wording
from tracediff.settings import Ledger

_Kind = tuple[str | None, str, bool]
_Words = dict[int, frozenset[str]]


def headlines(
    old: Mapping[int, Wording], new: Mapping[int, Wording], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of figures (named by their keys) that are each other's only good counterpart."""
    olds, news = _by_kind(old), _by_kind(new)
    for kind, mine in olds.items():
        theirs = news.get(kind, {})
        if max(len(mine), len(theirs)) > settings.headlines:
            continue  # what is counted so often in one edition is no headline
        back = {n: _best(words, mine, settings) for n, words in theirs.items()}
        for o, words in mine.items():
            n = _best(words, theirs, settings)
            if n is not None and back[n] == o:
                yield o, n


def _by_kind(figures: Mapping[int, Wording]) -> dict[_Kind, _Words]:
    """The words of each figure by its unit and the thing it counts, alone or with another."""
    kinds: dict[_Kind, _Words] = defaultdict(dict)
    for key, words in figures.items():
        if words.head and len(words.stems) >= _TELLING:
            kinds[words.unit, words.head, bool(words.joint)][key] = words.stems
    return kinds


_TELLING = 3  # words that a measure needs at least to be told from others of the same thing


def _best(own: frozenset[str], others: _Words, settings: Ledger) -> int | None:
    """The counterpart that holds most of the words; none where a second one holds as many."""
    held = {key: len(own & words) / min(len(own), len(words)) for key, words in others.items()}
    most = max(held.values(), default=0.0)
    best = [key for key, share in held.items() if share == most]
    return best[0] if most >= settings.headline and len(best) == 1 else None
