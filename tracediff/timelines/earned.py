"""Runs of figures in, those that have earned to be shown as one measure, and those in doubt, out.

Each pair of figures that speaks for a run has a chance to be of one measure: a logistic function of
what the parse says of both, such as the same subject, verb or item of a list, the same row of a
table, the same place in their sentence. A run is as sure as the weakest pair that it cannot do
without. Where that is weak, the run is shown in its sure parts, and as a whole among what may be
one measure: nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import exp
from typing import Final

from tracediff.lexicon.money import CODES, MONEY, SIGNS
from tracediff.settings import Timelines
from tracediff.timelines.frames import Frame
from tracediff.timelines.join import Edge, Node, Runs
from tracediff.timelines.scores import COMMON, leap
from tracediff.timelines.words import Weights


@dataclass(frozen=True, slots=True)
class Group:
    """Figures that are shown together: how sure their weakest joint is, and what is in doubt.

    ``whole`` are the editions of the run that it is a part of; none of them is silent.
    """

    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]
    certainty: float
    whole: frozenset[int]
    doubt: str = ""


def groups_of(runs: Runs, weights: Weights, settings: Timelines) -> Iterator[Group]:
    """The groups of all runs: of each the sure parts, and the whole where a joint is weak."""
    edges = runs.by_run()
    for nodes in runs.groups():
        held = edges[runs.root(nodes[0])]
        sure = {edge: chance(edge, runs.frames, weights, settings) for edge in held}
        tree = sorted(_tree(held, sure), key=lambda edge: -sure[edge])
        least = min((sure[edge] for edge in tree), default=1.0)
        whole = frozenset(edition for edition, _ in nodes)
        enough = _enough(nodes, runs.frames, settings)
        if least >= enough:
            yield Group(tuple(nodes), tuple(held), least, whole)
            continue
        strong = Runs(frames=runs.frames)
        for edge in tree:
            if sure[edge] >= enough:
                strong.join(edge)
        for part in strong.groups():
            own = strong.by_run()[strong.root(part[0])]
            if len({edition for edition, _ in part}) > 1:
                inside = tuple(edge for edge in held if edge.one in part and edge.two in part)
                yield Group(tuple(part), inside, min(map(sure.__getitem__, own)), whole)
        yield Group(tuple(nodes), tuple(held), least, whole, WEAK)


def _enough(nodes: Sequence[Node], frames: Sequence[Sequence[Frame]], settings: Timelines) -> float:
    """How sure each joint of a run must be: surer for amounts of money in prose.

    A long text tells of many in the same words: expenditures, receipts, sums that were exported.
    """
    facts = [frames[edition][fact].fact for edition, fact in nodes]
    money = all(one.table is None and one.unit in _MONEY for one in facts)
    return settings.earned_money if money else settings.earned


_MONEY: Final = frozenset((*SIGNS.values(), *CODES.values(), *MONEY.values()))
WEAK: Final = "the wording of the editions differs too much to be sure"


def _tree(edges: Sequence[Edge], sure: dict[Edge, float]) -> Iterator[Edge]:
    """The pairs that join all figures of a run, the surest that do (a maximum spanning tree)."""
    joined = Runs()
    for edge in sorted(edges, key=lambda edge: (-sure[edge], edge.one, edge.two)):
        if joined.root(edge.one) != joined.root(edge.two):
            joined.join(edge)
            yield edge


def chance(
    edge: Edge, frames: Sequence[Sequence[Frame]], weights: Weights, settings: Timelines
) -> float:
    """The chance, from 0 to 1, that two figures are of one measure."""
    one, two = (frames[edition][fact] for edition, fact in (edge.one, edge.two))
    told = _signs(edge, one, two, weights)
    total = sum(settings.joint[name] * value for name, value in told)
    return 1 / (1 + exp(-total))


def _signs(edge: Edge, one: Frame, two: Frame, weights: Weights) -> Iterator[tuple[str, float]]:
    """What speaks for two figures and against them, by the names that the weights have."""
    a, b = one.fact, two.fact
    yield "always", 1.0
    yield "score", min(edge.sure, _MOST)
    both = bool(one.subject and two.subject)
    yield "subject", weights.alike(one.subject, two.subject) if both else _NO_SUBJECT
    yield "near", weights.alike(one.near, two.near)
    yield "table", float(a.table is not None and b.table is not None)
    yield "row", float(bool(one.row) and one.row == two.row)
    yield "verb", float(bool(a.verb) and a.verb == b.verb)
    yield "compared", float(edge.shared)
    yield "sole", float(one.sole and two.sole and one.name == two.name)
    yield "source", float(_of_one_source(one, two, weights))
    yield "other_place", (one.rank != two.rank) * (1 - _of_one_item(one, two, weights))
    yield "other_size", leap(a, b)
    yield "other_opinion", float(one.opinion != two.opinion)
    yield "skipped", float(min(max(0, abs(one.edition - two.edition) - 1), _SKIPPED))


def _of_one_source(one: Frame, two: Frame, weights: Weights) -> bool:
    """Whether a rare word of who says one figure stands in the sentences of both."""
    named = (one.source | two.source) & one.sentence & two.sentence
    return any(weights.of(word) >= COMMON for word in named)


def _of_one_item(one: Frame, two: Frame, weights: Weights) -> float:
    """How far the item of a list that one figure is of is named with the other, by weight."""
    ours, theirs = one.own or one.near, two.own or two.near
    lighter = min(weights.total(ours), weights.total(theirs))
    return weights.total(ours & theirs) / lighter if lighter else 0.0


_MOST: Final = 1.5  # a higher score says no more
_SKIPPED: Final = 2  # editions; to skip more says no more
_NO_SUBJECT: Final = 0.3  # the likeness of subjects that are not there
