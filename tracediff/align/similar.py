"""The second pass: sentences that are two versions of one, by all the evidence together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from math import exp

from tracediff.align.candidates import candidates
from tracediff.align.evidence import Judge, Words
from tracediff.align.groups import Draft, Group, free
from tracediff.align.matching import best_first, matching
from tracediff.align.place import Evidence, Map
from tracediff.align.reasons import reasons
from tracediff.align.texts import Pair
from tracediff.settings import Aligning


def similar(draft: Draft, settings: Aligning) -> Draft:
    """Link free sentences that look alike, where the whole set of links looks best."""
    texts = draft.texts
    words = wordings(draft, settings)
    found = by_words(words, settings)
    evidence = {pair: e for pair, e in found.items() if e.odds >= settings.hopeless}
    linked = {(o, n): 1.0 for g in draft.groups for o in g.old for n in g.new}
    for _ in range(settings.rounds):
        likely = {pair: _probability(e.odds) for pair, e in evidence.items()} | linked
        place = Map(texts, best_first(likely, settings.sure), likely)
        evidence = {pair: e.at(place(pair), settings) for pair, e in evidence.items()}
    odds = {pair: e.odds for pair, e in evidence.items()}
    sure = len(matching(odds, settings.similar))
    chosen = matching(odds, settings.similar - settings.far * _far(draft, sure))
    groups = tuple(
        Group((o,), (n,), odds[o, n], reasons(texts, (o, n), evidence[o, n]))
        for o, n in sorted(chosen)
    )
    parts = {(o, n): e.at(place((o, n)), settings) for (o, n), e in _parts(found, chosen, settings)}
    whole = {pair: e for pair, e in evidence.items() if pair not in parts}
    return replace(draft, groups=draft.groups + groups, words=words, evidence=whole, parts=parts)


def _far(draft: Draft, sure: int) -> float:
    """How far apart the editions are: 1 where nothing stands word for word and nothing is alike.

    It is near 0 where most links are exact, and where most sentences have sure partners, however
    much they were edited: there, what is left over is left over.
    """
    exact = len(draft.groups)
    edited = (sure / (sure + exact)) ** 3 if sure else float(not exact)
    shorter = min(len(draft.texts.old), len(draft.texts.new))
    return edited * max(0.0, 1 - (sure + exact) / max(1, shorter))


def wordings(draft: Draft, settings: Aligning) -> dict[Pair, Words]:
    """What the words say of every pair of free sentences that is worth a look."""
    texts = draft.texts
    olds, news = free(draft)
    pairs = {o: n for g in draft.groups for o in g.old for n in g.new}
    judge = Judge(texts)
    found = (
        (pair, judge(*pair)) for pair in sorted(candidates(texts, olds, news, pairs, settings))
    )
    return {pair: words for pair, words in found if words}


def by_words(words: Mapping[Pair, Words], settings: Aligning) -> dict[Pair, Evidence]:
    """What the words of each pair and of its rivals say, the hopeless pairs left out.

    A pair is not hopeless where only a far better partner of one of the two speaks against it: the
    other may be a part of what that partner says.
    """
    olds: dict[int, float] = {}
    news: dict[int, float] = {}
    likeness = {pair: w.likeness for pair, w in words.items()}
    for (o, n), like in likeness.items():
        if like > olds.get(o, 0.0):
            olds[o] = like
        if like > news.get(n, 0.0):
            news[n] = like
    found = {
        (o, n): Evidence.of(words[o, n], olds.get(o, 0.0) - like, news.get(n, 0.0) - like, settings)
        for (o, n), like in likeness.items()
    }
    return {pair: e for pair, e in found.items() if e.fair(settings, settings.parts)}


def _parts(
    found: Mapping[Pair, Evidence], chosen: Sequence[Pair], settings: Aligning
) -> Iterator[tuple[Pair, Evidence]]:
    """The pairs of a linked sentence and a free one that alone would have been hopeless.

    The words may speak against one more where it stands beside the sentence that it would join.
    """
    of_old = dict(chosen)
    of_new = {n: o for o, n in chosen}
    for (o, n), e in found.items():
        hopeless = e.odds - settings.tally * e.words.tally < settings.hopeless
        if hopeless and (o in of_old) != (n in of_new):
            beside = abs(of_old[o] - n) == 1 if o in of_old else abs(of_new[n] - o) == 1
            if beside or e.fair(settings):
                yield (o, n), e


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-max(-30.0, min(30.0, odds))))
