"""The first pass: sentences that say the same in the same words.

Text that stands once on each side anchors at once. Text that stands several times pairs by its
neighbours, then by order between the anchors, then within sections that answer to each other.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from tracediff.align.groups import Draft, Group
from tracediff.align.order import backbone
from tracediff.align.texts import Texts
from tracediff.settings import Aligning


def exact(draft: Draft, settings: Aligning) -> Draft:
    """Link the sentences whose words are the same."""
    texts = draft.texts
    olds, news = _by_key(texts.old.keys), _by_key(texts.new.keys)
    pairs = {
        where[0]: news[key][0]
        for key, where in olds.items()
        if len(where) == 1 == len(news.get(key, ()))
    }
    once = set(pairs)
    taken = set(pairs.values())
    _spread(texts, pairs, taken)
    _in_order(texts, pairs, taken, olds, news)
    groups = tuple(
        Group((o,), (n,), _SURE, ("same words", _ONCE if o in once else _OFTEN))
        for o, n in sorted(pairs.items())
    )
    return replace(draft, groups=draft.groups + groups)


_SURE = 30.0  # log odds of a pair that says the same
_ONCE = "found once on each side"
_OFTEN = "found several times, paired by neighbours and order"


def _by_key(keys: tuple[str, ...]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, key in enumerate(keys):
        if key:
            found[key].append(at)
    return found


def _spread(texts: Texts, pairs: dict[int, int], taken: set[int]) -> None:
    """Link equal sentences that stand next to linked ones, as far as they go on being equal."""
    old, new = texts.old.keys, texts.new.keys
    for step in (1, -1):
        for start in sorted(pairs):
            o, n = start + step, pairs[start] + step
            while (
                0 <= o < len(old)
                and 0 <= n < len(new)
                and o not in pairs
                and n not in taken
                and old[o]
                and old[o] == new[n]
            ):
                pairs[o] = n
                taken.add(n)
                o, n = o + step, n + step


def _in_order(
    texts: Texts,
    pairs: dict[int, int],
    taken: set[int],
    olds: dict[str, list[int]],
    news: dict[str, list[int]],
) -> None:
    """Link what stands several times by order: in the same gap, then in sections that answer."""
    chain = backbone([(o, n, len(texts.old.keys[o])) for o, n in sorted(pairs.items())])
    old_gap = _gaps([o for o, _ in chain], len(texts.old))
    new_gap = _gaps([n for _, n in chain], len(texts.new))
    for old_room, new_room in ((old_gap, new_gap), rooms_by_section(texts)):
        for key, where in olds.items():
            if key not in news:
                continue
            free: dict[object, list[int]] = defaultdict(list)
            for n in news[key]:
                if n not in taken:
                    free[new_room[n]].append(n)
            for o in where:
                if o not in pairs and free.get(old_room[o]):
                    pairs[o] = n = free[old_room[o]].pop(0)
                    taken.add(n)


def rooms_by_section(texts: Texts) -> tuple[list[object], list[object]]:
    """For each sentence its section, called alike where two sections have the best headings."""
    ranked = sorted(texts.kin, key=lambda pair: (texts.kin[pair], -pair[0], -pair[1]))
    best = {n: o for o, n in ranked}
    return list(texts.old.sections), [best.get(s, ("new", s)) for s in texts.new.sections]


def _gaps(stops: list[int], length: int) -> list[object]:
    """For each sentence the number of the gap between anchors that it stands in."""
    rooms: list[object] = []
    gap = 0
    for at in range(length):
        if gap < len(stops) and at >= stops[gap]:
            gap += 1
        rooms.append(gap)
    return rooms
