"""Linked sentences in, the pairs of their figures that are one measure out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice, product

from tracediff.ledger.carried import recalled_beside
from tracediff.ledger.cells import comparable_cells
from tracediff.ledger.likeness import alike, alike_but_for_unit, apart, signs_unlike
from tracediff.ledger.nodes import Node, Years, near, one_population, same_name
from tracediff.model import Alignment, Bound, Fact, Side, Status
from tracediff.settings import Ledger


def across_links(
    nodes: list[Node],
    alignment: Alignment,
    years: Years,
    settings: Ledger,
    cells: Mapping[int, int],
) -> Iterator[tuple[int, int]]:
    """Two editions, linked sentences: each fact with the one most like it, both ways.

    Cells that stand in the same row and column of both tables have found each other already.
    """
    by_sentence: dict[tuple[Side, int], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        by_sentence[(node.side, node.fact.sentence)].append(i)
    for link in alignment.links:
        old = [i for s in link.old for i in by_sentence.get((Side.OLD, s), ())]
        new = [i for s in link.new for i in by_sentence.get((Side.NEW, s), ())]
        paired = {*new}.intersection(cells.get(o, o) for o in old)
        used = {*paired, *(o for o in old if cells.get(o, o) in paired)}
        for o, n, lead in recalled_beside(nodes, old, new, years):
            if used.isdisjoint((o, n, lead)):
                used |= {o, n, lead}
                yield o, n
                yield o, lead
        scored = sorted(
            (-alike(nodes[o].words, nodes[n].words) - _standing(nodes[o], nodes[n], years), o, n)
            for o, n in _candidates(nodes, _without(old, used), _without(new, used), settings)
            if _matches(nodes[o], nodes[n], link.similarity, settings)
        )
        for _, o, n in scored:
            if o not in used and n not in used:
                used |= {o, n}
                yield o, n
        left = _without(old, used), _without(new, used)
        yield from _other_units(nodes, _candidates(nodes, *left, settings), settings)


def _without(found: list[int], used: set[int]) -> list[int]:
    return [i for i in found if i not in used]


def _matches(old: Node, new: Node, similarity: float, settings: Ledger) -> bool:
    """Whether two figures of sentences linked so closely may be of one measure."""
    least = settings.linked - settings.linked_ease * similarity
    if _untold(old.fact, new.fact):
        least = settings.unknown
    return (
        (alike(old.words, new.words) >= least or _named_crosswise(old, new))
        and (_same_figure(old, new) or not apart(old.words, new.words))
        and old.parted == new.parted
        and old.of_a_case == new.of_a_case
        and old.denied == new.denied
        and old.fact.added == new.fact.added
        and one_population(old, new)
        and (old.words == new.words or near(old.fact, new.fact, settings))
        and comparable_cells(old.fact, new.fact)
        and _one_bound(old, new)
        and not signs_unlike(old.fact, new.fact)
        and (similarity >= settings.faint or not _of_others(old.fact, new.fact))
    )


def _named_crosswise(old: Node, new: Node) -> bool:
    """Whether two parts name one thing in turn: "boats as wrecks", "wrecks that are boats"."""
    one, two = old.words, new.words
    named = one.head in two.stems and two.head in one.stems
    return old.is_part and new.is_part and named and one.head != two.head


def _one_bound(old: Node, new: Node) -> bool:
    """Whether neither share is a bound where the other is none: "90% or more of the time" is how
    often, not how many; unless both are told in the same words."""
    shares = old.fact.unit == "%" == new.fact.unit and old.fact.table is None
    bounds = {old.fact.bound, new.fact.bound}
    loose = {Bound.AT_LEAST, Bound.AT_MOST} & bounds
    return not (shares and loose and len(bounds) > 1) or old.words == new.words


def _candidates(
    nodes: list[Node], old: Sequence[int], new: Sequence[int], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of figures of two sentences that are worth scoring.

    Every pair, except in the longest rows and lists: there each figure with those that share its
    rarest words, so that the work grows with the figures and not with their square.
    """
    if len(old) * len(new) <= settings.all_pairs**2:
        yield from product(old, new)
        return
    by_word: dict[str, list[int]] = defaultdict(list)
    for n in new:
        for word in nodes[n].words.stems:
            by_word[word].append(n)
    for o in old:
        rarest = sorted((len(by_word[w]), w) for w in nodes[o].words.stems if w in by_word)
        sharing = (n for _, word in rarest for n in by_word[word])
        for n in dict.fromkeys(islice(sharing, settings.rarest)):
            yield o, n


def _other_units(
    nodes: list[Node], pairs: Iterable[tuple[int, int]], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Of what linked sentences leave over: one thing in two units, dollars and euros, km and miles.

    Only where each sentence has one such figure, so that none can be mistaken for another.
    """
    unlike = (
        (o, n)
        for o, n in pairs
        if nodes[o].words.unit != nodes[n].words.unit
        and not _is_share_of_count(nodes[o].fact, nodes[n].fact)
        and one_population(nodes[o], nodes[n])
        and alike_but_for_unit(nodes[o].words, nodes[n].words) >= settings.other_unit
    )
    found = [*islice(unlike, 2)]
    if len(found) == 1:
        yield found[0]


def _is_share_of_count(old: Fact, new: Fact) -> bool:
    """Whether one is a share and the other a bare count: what no unit turns into the other."""
    return {old.unit, new.unit} == {"%", None}


def _untold(old: Fact, new: Fact) -> bool:
    """Whether one edition does not know what the other says there is none of, or neither knows."""
    return Status.REPORTED not in (old.status, new.status) and old.status is not new.status


def _of_others(old: Fact, new: Fact) -> bool:
    """Whether both say which of a thing they count, and each another: "young", "local clerks"."""
    which = [{*(fact.counted or "").casefold().split()[:-1]} for fact in (old, new)]
    return all(which) and which[0].isdisjoint(which[1])


def _standing(old: Node, new: Node, years: Years) -> float:
    """What speaks for a pair of figures beside the words of what they count."""
    told = _same_period(old, new) + _same_lead(old, new) + _both_own(old, new, years)
    told += 0.2 if same_name(old, new) else 0.0
    return told - _narrower(old, new)


def _both_own(old: Node, new: Node, years: Years) -> float:
    """Some for being each edition's figure for its own year, not one that it compares with."""
    own = all(
        node.fact.year is not None and node.fact.year == years[node.side] for node in (old, new)
    )
    return 0.5 if own else 0.0


def _same_period(old: Node, new: Node) -> float:
    """A little for being about the same period."""
    return 0.05 if old.fact.period == new.fact.period else 0.0


def _narrower(old: Node, new: Node) -> float:
    """Something against a pair of which one names a place or body that the other does not."""
    named = [{preposition for preposition, _ in node.words.hung} for node in (old, new)]
    return 0.1 if (named[0] ^ named[1]) & {"in", "at", "by", "under"} else 0.0


def _same_figure(old: Node, new: Node) -> bool:
    """Whether two linked sentences give one value of one thing."""
    return old.fact.value is not None and (old.fact.value, old.fact.counted) == (
        new.fact.value,
        new.fact.counted,
    )


def _same_lead(old: Node, new: Node) -> float:
    """Some for what both sentences say first of it: suspended officers before dismissed ones."""
    first, second = old.words.near[:1], new.words.near[:1]
    one, two = (old.fact.counted or "").casefold(), (new.fact.counted or "").casefold()
    return 0.3 if first and first == second and one == two else 0.0
