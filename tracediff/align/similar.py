"""The second pass: sentences that are two versions of one, by all the evidence together."""

from __future__ import annotations

from tracediff.align.candidates import Pair, candidates
from tracediff.align.evidence import Judge
from tracediff.align.groups import Group, partners
from tracediff.align.texts import Texts
from tracediff.settings import Aligning


def similar(texts: Texts, groups: tuple[Group, ...], settings: Aligning) -> tuple[Group, ...]:
    """Link free sentences that look alike, where the whole set of links looks best."""
    old_taken, new_taken = partners(groups)
    olds = [o for o, key in enumerate(texts.old.keys) if o not in old_taken and key]
    news = [n for n, key in enumerate(texts.new.keys) if n not in new_taken and key]
    pairs = {o: n for g in groups for o in g.old for n in g.new}
    judge = Judge(texts)
    scores = {(o, n): judge(o, n).score for o, n in candidates(texts, olds, news, pairs, settings)}
    scores = {pair: score for pair, score in scores.items() if score > settings.floor}
    linked = {(o, n): 1.0 for o, n in pairs.items()}
    whole = {
        pair: score
        + _context(pair, scores, linked, settings)
        + (settings.section if _kin(texts, pair) else 0.0)
        for pair, score in scores.items()
    }
    chosen = _match(whole, settings.similar)
    return groups + tuple(
        Group((o,), (n,), whole[o, n], ("similar words",)) for o, n in sorted(chosen)
    )


def _kin(texts: Texts, pair: Pair) -> bool:
    return (texts.old.sections[pair[0]], texts.new.sections[pair[1]]) in texts.kin


def _context(
    pair: Pair, scores: dict[Pair, float], linked: dict[Pair, float], settings: Aligning
) -> float:
    """What the neighbours' links add: the best pair just before and the best just after."""
    o, n = pair
    total = 0.0
    for sign in (1, -1):
        best = 0.0
        for i, j, weight in _NEAR:
            near = (o + sign * i, n + sign * j)
            best = max(best, weight * (linked.get(near) or scores.get(near, 0.0)))
        total += best
    return settings.neighbours * total / 2


_NEAR = ((1, 1, 1.0), (1, 2, 0.8), (2, 1, 0.8), (2, 2, 0.7), (1, 3, 0.5), (3, 1, 0.5))


def _match(scores: dict[Pair, float], least: float) -> list[Pair]:
    olds: set[int] = set()
    news: set[int] = set()
    chosen = []
    ranked = sorted(scores, key=lambda p: (-scores[p], p[0] + p[1], abs(p[0] - p[1]), p))
    for o, n in ranked:
        if scores[o, n] < least:
            break
        if o not in olds and n not in news:
            olds.add(o)
            news.add(n)
            chosen.append((o, n))
    return chosen
