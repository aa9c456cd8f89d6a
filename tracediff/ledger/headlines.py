"""Each edition's own figures that stand in sentences which do not answer to each other.

Two editions far apart word everything anew; still "freed 412 workers" and "freeing 388 workers"
are one measure. So a figure for the edition's own year that no series goes on with is set beside
the one of the other edition that counts the same thing in the same words, where there is only one,
each way.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from math import fsum, log
from typing import Final

from tracediff.ledger.likeness import Wording, apart, thing
from tracediff.ledger.nodes import Node
from tracediff.lexicon.cells import GENERIC
from tracediff.lexicon.cues import VAGUE
from tracediff.lexicon.people import ANYBODY
from tracediff.model import Side
from tracediff.settings import Ledger

_Kind = tuple[str | None, str, bool]
_Figures = dict[int, Wording]


def headlines(
    old: Mapping[int, Wording], new: Mapping[int, Wording], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of figures (named by their keys) that are each other's only good counterpart."""
    olds, news = _by_kind(old), _by_kind(new)
    weights = _weights([*old.values(), *new.values()])
    for kind, mine in olds.items():
        theirs = news.get(kind, {})
        if max(len(mine), len(theirs)) > settings.headlines:
            continue  # what is counted so often in one edition is no headline
        back = {n: _best(own, mine, weights, settings) for n, own in theirs.items()}
        for o, own in mine.items():
            n = _best(own, theirs, weights, settings)
            if n is not None and back[n] == o and not apart(own, theirs[n]):
                yield o, n


def counted_once(
    nodes: Sequence[Node], old: Mapping[int, Wording], new: Mapping[int, Wording]
) -> Iterator[tuple[int, int]]:
    """Pairs of figures ``old`` and ``new`` whose thing each edition counts this once, where one
    says no more of it than the other: "3 workshops" and "members held 5 workshops"."""
    counts = Counter((node.side, node.words.head) for node in nodes)
    olds, news = (
        {
            words.head: key
            for key, words in figures.items()
            if words.unit is None
            and words.head
            and words.head not in _ANYTHING
            and all(counts[side, words.head] == 1 for side in Side)
        }
        for figures in (old, new)
    )
    for head in olds.keys() & news.keys():
        o, n = olds[head], news[head]
        within = old[o].named <= new[n].named or new[n].named <= old[o].named
        if within and not apart(old[o], new[n]):
            yield o, n


_ANYTHING: Final = frozenset(map(thing, ANYBODY | GENERIC | VAGUE))  # things of any kind


def _by_kind(figures: Mapping[int, Wording]) -> dict[_Kind, _Figures]:
    """The figures by their unit and the thing they count, alone or with another."""
    kinds: dict[_Kind, _Figures] = defaultdict(dict)
    for key, words in figures.items():
        if words.head and len(words.stems) >= _TELLING:
            kinds[words.unit, words.head, bool(words.joint)][key] = words
    return kinds


_TELLING: Final = 3  # words that a measure needs at least to be told from others of the same thing


def _weights(figures: list[Wording]) -> dict[str, float]:
    """How much a word tells: less where much that the report counts has it."""
    counts = Counter(stem for words in figures for stem in words.stems)
    return {stem: log(1 + len(figures) / count) for stem, count in counts.items()}


def _best(
    own: Wording, others: _Figures, weights: Mapping[str, float], settings: Ledger
) -> int | None:
    """The counterpart that holds most of the words; none where a second one holds as many."""
    held = {key: _share(own.stems, other.stems, weights) for key, other in others.items()}
    most = max(held.values(), default=0.0)
    best = [key for key, share in held.items() if share == most]
    return best[0] if most >= settings.headline and len(best) == 1 else None


def _share(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float]) -> float:
    """How much of what the shorter measure says the longer one says too, by weight."""
    least = min(_weight(one, weights), _weight(two, weights))
    return _weight(one & two, weights) / least if least else 0.0


def _weight(stems: frozenset[str], weights: Mapping[str, float]) -> float:
    return fsum(weights[stem] for stem in stems)  # whatever the order of a set
