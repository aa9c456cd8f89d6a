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
    taken = set(pairs.values())
    _spread(texts, pairs, taken)
    _in_order(texts, pairs, taken, olds, news)
    groups = tuple(Group((o,), (n,), 1.0, ("same words",)) for o, n in sorted(pairs.items()))
    return replace(draft, groups=draft.groups + groups)


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
    rooms = (
        (old_gap, new_gap),
        (
            [("s", s) for s in texts.old.sections],
            [("s", partners_section(texts, s)) for s in texts.new.sections],
        ),
    )
    for old_room, new_room in rooms:
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


def partners_section(texts: Texts, new: int) -> int:
    """The old section that answers to a new one, or -1."""
    return min((o for o, n in texts.kin if n == new), default=-1)


def _gaps(stops: list[int], length: int) -> list[object]:
    """For each sentence the number of the gap between anchors that it stands in."""
    rooms: list[object] = []
    gap, at = 0, 0
    for at in range(length):
        if gap < len(stops) and at >= stops[gap]:
            gap += 1
        rooms.append(gap)
    return rooms
