"""The figures of two editions in, the pairs that are one measure out: the surest ways first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from tracediff.ledger.across import across_links
from tracediff.ledger.carried import comparisons
from tracediff.ledger.likeness import Wording, alike, apart, thing
from tracediff.ledger.nodes import KINDS, Node, Years, near, one_place
from tracediff.model import Alignment, Fact, Side, Status
from tracediff.settings import Ledger


def couples(
    nodes: list[Node],
    alignment: Alignment,
    years: Years,
    settings: Ledger,
    cells: Sequence[tuple[int, int]],
    unlike: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that belong together.

    ``unlike`` tells of an old and a new sentence whether the new one itself says that last year's
    figure was another one.
    """
    yield from across_links(nodes, alignment, years, settings, dict(cells))
    yield from (
        (o, n)
        for o, n in _by_measure(nodes, settings)
        if not unlike(nodes[o].fact.sentence, nodes[n].fact.sentence)
    )
    yield from _as_declared(nodes)
    yield from _within(nodes, settings)


def _within(nodes: list[Node], settings: Ledger) -> Iterator[tuple[int, int]]:
    """One edition, sentences near each other: the same measure in different periods."""
    prose = (i for i, node in enumerate(nodes) if node.fact.table is None)
    for _, run in groupby(prose, key=lambda i: (nodes[i].side, nodes[i].fact.sentence)):
        yield from comparisons(nodes, run)
    for i, node in enumerate(nodes):
        if node.fact.table is not None:
            continue  # the cells of a table are told apart by its rows and columns
        for j in range(i + 1, min(i + 1 + settings.near_facts, len(nodes))):
            other = nodes[j]
            if other.side is not node.side:
                break
            if other.fact.sentence - node.fact.sentence > settings.near_sentences:
                break
            if node.fact.period == other.fact.period or node.fact.part_of != other.fact.part_of:
                continue
            if other.fact.table is not None:
                break
            beside = node.fact.sentence == other.fact.sentence
            if _told_apart(node, other):
                continue
            least = _threshold(node.fact, other.fact, settings)
            if alike(node.words, other.words) >= (least if beside else settings.next_sentence):
                yield i, j


def _told_apart(one: Node, two: Node) -> bool:
    """Whether the words around two figures of one edition are no sign that they are of one measure.

    In one sentence each may be of its own member of a list ("were fined 20 and 10 francs in May and
    June, respectively"); shares in two sentences are seldom of the same whole.
    """
    if one.fact.sentence == two.fact.sentence:
        return one.scope.unlike(two.scope)
    if one.fact.unit == "%" or apart(one.words, two.words):
        return True
    return _is_bare(one.fact) or _is_bare(two.fact)


def _is_bare(fact: Fact) -> bool:
    """Whether a figure counts its own unit ("25 days"), so that its sentence says what lasts."""
    unit = thing(fact.unit or "")
    return bool(unit) and unit == thing(fact.counted or "")


def _threshold(a: Fact, b: Fact, settings: Ledger) -> float:
    """How alike two facts of one edition must be to be points of one series.

    Less where one sentence withholds a figure for one year and gives that of another: it compares.
    """
    withheld = (a.status is Status.REPORTED) != (b.status is Status.REPORTED)
    beside = a.sentence == b.sentence and withheld and a.year != b.year
    return settings.withheld if beside else settings.same_edition


def _by_measure(nodes: list[Node], settings: Ledger) -> Iterator[tuple[int, int]]:
    """Two editions, the very same measure, and only one fact of it in each for a period."""
    by_words: dict[Wording, dict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, node in enumerate(nodes):
        if node.words.telling and node.fact.kind in KINDS and not node.of_a_case:
            by_words[node.words][node.side].append(i)
    for sides in by_words.values():
        if all(len(sides[side]) == 1 for side in Side):
            old, new = sides[Side.OLD][0], sides[Side.NEW][0]
            one = nodes[old].denied == nodes[new].denied
            if (
                one
                and one_place(nodes[old], nodes[new])
                and not nodes[old].scope.unlike(nodes[new].scope)
                and not apart(nodes[old].words, nodes[new].words)
                and near(nodes[old].fact, nodes[new].fact, settings)
            ):
                yield old, new


def _as_declared(nodes: list[Node]) -> Iterator[tuple[int, int]]:
    """All figures of a measure that the configuration declares, whatever the texts call it."""
    first: dict[tuple[str, str | None], int] = {}
    for i, node in enumerate(nodes):
        if node.declared is not None:
            yield first.setdefault((node.declared.name, node.fact.unit), i), i
