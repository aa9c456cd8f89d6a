"""Facts of all editions in, runs out: the figures that are one measure through the editions.

Two comparisons share the facts of the edition between them, and so join. Each pair of facts that
may belong together is scored by its words, its place in a thread, and by a value for a period that
both editions give; the surest pairs join first, and none that would put two values of one edition
into one period.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations, pairwise
from typing import Final

from tracediff.model import Comparison, Fact, Reading, Side, Spot, Status
from tracediff.model.facts import RATIO
from tracediff.settings import Timelines
from tracediff.timelines.frames import Frame, frames
from tracediff.timelines.scores import (
    Scorer,
    compatible,
    last_digit,
    may_compare,
    may_stand,
    scale_in,
    when,
)
from tracediff.timelines.threads import Chains
from tracediff.timelines.words import Weights, dice
from tracediff.wording.values import significant

Node = tuple[int, int]  # edition, fact


@dataclass(frozen=True, slots=True)
class Edge:
    """Two facts that may be points of one series, how sure that is, and why.

    ``shared`` says that a comparison of two neighbouring editions puts them into one series.
    """

    sure: float
    one: Node
    two: Node
    why: str
    shared: bool = False


@dataclass(slots=True)
class Runs:
    """Disjoint sets of facts, and the edges that made them; ``frames`` are those of all facts."""

    parent: dict[Node, Node] = field(default_factory=dict)
    members: dict[Node, list[Node]] = field(default_factory=dict)
    edges: list[Edge] = field(default_factory=list)
    refused: list[Edge] = field(default_factory=list)
    frames: Sequence[Sequence[Frame]] = ()

    def root(self, node: Node) -> Node:
        """The fact that stands for all of its run."""
        while self.parent.setdefault(node, node) != node:
            node = self.parent[node]
        return node

    def of(self, node: Node) -> list[Node]:
        """All facts of the run of a fact."""
        return self.members.get(self.root(node), [node])

    def groups(self) -> list[list[Node]]:
        """All runs."""
        return [self.of(root) for root in dict.fromkeys(map(self.root, list(self.parent)))]

    def by_run(self) -> dict[Node, list[Edge]]:
        """The pairs that speak for each run, by the fact that stands for it."""
        found: dict[Node, list[Edge]] = defaultdict(list)
        for edge in self.edges:
            found[self.root(edge.one)].append(edge)
        return found

    def join(self, edge: Edge) -> None:
        """Make one run of the two that a pair belongs to."""
        one, two = sorted((self.root(edge.one), self.root(edge.two)))
        self.members[one] = [*self.of(one), *self.of(two)]
        self.parent[two] = one
        self.edges.append(edge)


def join_figures(
    comparisons: Sequence[Comparison], chains: Chains, weights: Weights, settings: Timelines
) -> Runs:
    """Join facts into runs, surest pairs first."""
    readings = [comparisons[0].old, *(one.new for one in comparisons)]
    all_frames = [frames(number, reading, weights) for number, reading in enumerate(readings)]
    scorer = Scorer(weights, all_frames, settings.telling)
    chain_of = {place: number for number, chain in enumerate(chains) for place in chain}
    shared = _shared(comparisons)
    pairs: dict[tuple[Node, Node], None] = dict.fromkeys(shared)
    pairs |= dict.fromkeys(_in_threads(readings, chains))
    pairs |= dict.fromkeys(_by_words(all_frames, weights, settings))
    pairs |= dict.fromkeys(_by_value(all_frames))
    pairs |= dict.fromkeys(_by_name(all_frames, settings.reach))
    pairs |= dict.fromkeys(_side_by_side(all_frames, settings))

    def score(one: Node, two: Node) -> tuple[float, str]:
        a, b = all_frames[one[0]][one[1]], all_frames[two[0]][two[1]]
        same_thread = chain_of[one[0], a.fact.sentence] == chain_of[two[0], b.fact.sentence]
        return scorer.score(a, b, same_thread, (one, two) in shared)

    def bare(one: Node, two: Node) -> bool:
        """Whether only words speak for a count or an amount: no statement holds both figures."""
        a, b = all_frames[one[0]][one[1]].fact, all_frames[two[0]][two[1]].fact
        same_thread = chain_of[one[0], a.sentence] == chain_of[two[0], b.sentence]
        return a.table is None and a.unit not in ("%", RATIO) and not same_thread

    def torn(edge: Edge) -> bool:
        return edge.sure < settings.seam and _torn(runs, edge, all_frames, score, settings)

    edges = []
    for one, two in pairs:
        a, b = all_frames[one[0]][one[1]], all_frames[two[0]][two[1]]
        if a.fact.same_as is b.fact.same_as is None and compatible(a, b) and may_stand(a, b):
            sure, why = score(one, two)
            least = settings.weak if a.counts_as(b) else settings.otherwise
            if bare(one, two) and not _meet(a, b):
                least = max(least, settings.otherwise if a.vague or b.vague else settings.bare)
            if sure >= least:
                edges.append(Edge(sure, one, two, why, (one, two) in shared))
    edges.sort(key=lambda edge: (-edge.sure, edge.one, edge.two))
    runs = Runs(frames=all_frames)
    rivals = _Rivals(edges, runs, settings)
    for edge in edges:
        if runs.root(edge.one) == runs.root(edge.two):
            runs.edges.append(edge)  # joined before, by surer pairs; it speaks for the run too
            continue
        sure_enough = settings.unrivalled if bare(edge.one, edge.two) else settings.join
        beaten = edge.sure < sure_enough and rivals.of(edge)
        if beaten or _conflict(runs, edge, all_frames) or torn(edge):
            runs.refused.append(edge)
        else:
            runs.join(edge)
    return runs


class _Rivals:
    """Whether a weak pair has competitors: figures of the same edition that fit about as well.

    The weaker the pair, the further behind they must be.
    """

    def __init__(self, edges: Iterable[Edge], runs: Runs, settings: Timelines) -> None:
        self._of: dict[tuple[Node, int], list[tuple[float, Node]]] = defaultdict(list)
        self._runs = runs
        self._margin = settings.margin
        self._join = settings.join
        self._steep = settings.steep
        for edge in edges:
            self._of[edge.one, edge.two[0]].append((edge.sure, edge.two))
            self._of[edge.two, edge.one[0]].append((edge.sure, edge.one))

    def of(self, edge: Edge) -> bool:
        return self._beside(edge, edge.one, edge.two) or self._beside(edge, edge.two, edge.one)

    def _beside(self, edge: Edge, own: Node, other: Node) -> bool:
        root = self._runs.root(other)
        margin = self._margin + self._steep * max(0.0, self._join - edge.sure)
        return any(
            sure > edge.sure - margin
            and self._runs.root(node) != root
            and node != own
            and self._runs.root(node) != self._runs.root(own)
            for sure, node in self._of[own, other[0]]
        )


def _torn(
    runs: Runs,
    edge: Edge,
    all_frames: Sequence[Sequence[Frame]],
    score: Callable[[Node, Node], tuple[float, str]],
    settings: Timelines,
) -> bool:
    """Whether two runs do not meet where their editions come nearest to each other.

    A pair of figures far apart may share its words by chance; what goes on from edition to edition
    also goes on from the last one of a run to the first one of the next.
    """
    pairs = [(a, b) for a in runs.of(edge.one) for b in runs.of(edge.two) if a[0] != b[0]]
    nearest = min((abs(a[0] - b[0]) for a, b in pairs), default=0)
    seam = [(a, b) for a, b in pairs if abs(a[0] - b[0]) == nearest]
    if not seam or abs(edge.one[0] - edge.two[0]) == nearest:
        return False
    return not any(
        compatible(all_frames[a[0]][a[1]], all_frames[b[0]][b[1]])
        and score(min(a, b), max(a, b))[0] >= settings.meeting
        for a, b in seam
    )


def _meet(one: Frame, two: Frame) -> bool:
    """Whether two figures are each the only one of their name, of one thing, under one heading."""
    head = one.head if one.head == two.head else ""
    return bool(head and one.section) and one.section == two.section and one.sole and two.sole


def _conflict(runs: Runs, edge: Edge, all_frames: Sequence[Sequence[Frame]]) -> bool:
    """Whether two runs cannot be one: by their values, or as editions give them."""
    held: dict[int, list[Frame]] = defaultdict(list)
    for edition, fact in runs.of(edge.one):
        held[edition].append(all_frames[edition][fact])
    others: dict[int, list[Frame]] = defaultdict(list)
    for edition, fact in runs.of(edge.two):
        if edition in held:
            others[edition].append(all_frames[edition][fact])
    return any(
        (_at_once(one.fact, two.fact) and not _agree(one, two)) or not may_stand(one, two)
        for edition, given in others.items()
        for two in given
        for one in held[edition]
    ) or _parallel_runs(edge, held, others)


def _parallel_runs(
    edge: Edge, ours: Mapping[int, Sequence[Frame]], theirs: Mapping[int, Sequence[Frame]]
) -> bool:
    """Whether two editions or more give both runs, in sentences and with values of their own.

    Such are two measures, whatever words they share: the share of detainees that was ill-treated,
    and the share that saw no judge. What one edition sets side by side may be one at two times.
    """
    if edge.one[0] == edge.two[0]:
        return False
    apart = [edition for edition in theirs if _own(ours[edition], theirs[edition])]
    return len(apart) >= PARALLEL


PARALLEL: Final = 2  # editions that give two runs apart; one may tell a figure and its past


def _own(ours: Sequence[Frame], theirs: Sequence[Frame]) -> bool:
    """Whether two sets of figures of one edition share neither a sentence nor a value."""
    return {one.fact.sentence for one in ours}.isdisjoint(two.fact.sentence for two in theirs) and {
        one.fact.value for one in ours
    }.isdisjoint(two.fact.value for two in theirs)


def _at_once(one: Fact, two: Fact) -> bool:
    """Whether two facts of one edition are for one period; in a sentence of prose, for one year."""
    if one.sentence == two.sentence and one.table is None and one.period and two.period:
        return one.period.end.year == two.period.end.year
    return when(one) == when(two)


def _agree(one: Frame, two: Frame) -> bool:
    """Whether two facts of one edition and period can be of one measure.

    They can where they are equal in two sentences, or one is the other rounded, or where their
    sentence compares them: then the period of one of them is another one, and not known. "Centres
    in 17 districts and hospitals in 17 districts" are two figures.
    """
    a, b = one.fact, two.fact
    together = a.sentence == b.sentence and a.status is b.status is Status.REPORTED
    if a.value is None or b.value is None or (a.value == b.value and not together):
        return a.status is b.status
    if a.sentence == b.sentence:
        first, second = sorted((one, two), key=lambda frame: frame.fact.index)
        return may_compare(first, second, dice(first.label, second.label))
    rough = min(a.value, b.value, key=significant)
    half = Decimal(10) ** last_digit(rough) / 2
    apart = abs(a.value - b.value)
    return apart <= half and apart <= max(abs(a.value), abs(b.value)) * ROUNDED


ROUNDED: Final = Decimal("0.02")  # two figures of one edition this close are one, rounded


def _shared(comparisons: Sequence[Comparison]) -> set[tuple[Node, Node]]:
    """Pairs of facts that a comparison puts into one series."""
    found = set()
    for number, comparison in enumerate(comparisons):
        for series in comparison.series:
            nodes = sorted({(number + (p.side is Side.NEW), p.fact.index) for p in series.points})
            found |= set(combinations(nodes, 2))
    return found


def _in_threads(readings: Sequence[Reading], chains: Chains) -> Iterator[tuple[Node, Node]]:
    """Facts of neighbouring sentences of a thread, and of one sentence."""
    of: dict[Spot, list[Node]] = defaultdict(list)
    for edition, reading in enumerate(readings):
        for fact in reading.facts:
            of[edition, fact.sentence].append((edition, fact.index))
    for chain in chains:
        held = [of[place] for place in chain if of.get(place)]
        for nodes in held:
            yield from combinations(nodes, 2)
        for before, now in pairwise(held):
            yield from ((one, two) for one in before for two in now)


def _by_words(
    all_frames: Sequence[Sequence[Frame]], weights: Weights, settings: Timelines
) -> Iterator[tuple[Node, Node]]:
    """Facts of editions near each other that share rare words, the most alike few for each."""
    index: dict[str, list[Frame]] = defaultdict(list)
    for edition in all_frames:
        for frame in edition:
            near = _near(frame, index, weights, settings)
            ranked = sorted(
                near,
                key=lambda other: (
                    -weights.alike(other.near, frame.near)
                    - weights.alike(other.sentence, frame.sentence),
                    (other.edition, other.fact.index),
                ),
            )
            kept: dict[int, int] = defaultdict(int)
            for other in ranked:
                if kept[other.edition] < settings.candidates:
                    kept[other.edition] += 1
                    yield (other.edition, other.fact.index), (frame.edition, frame.fact.index)
        for frame in edition:
            for word in frame.near | frame.label:
                index[word].append(frame)


def _near(
    frame: Frame, index: Mapping[str, Sequence[Frame]], weights: Weights, settings: Timelines
) -> Iterator[Frame]:
    """For each earlier edition the figures that share the weightiest words with one, a few."""
    shared: dict[Node, float] = defaultdict(float)
    found: dict[Node, Frame] = {}
    for word in weights.rarest(frame.near | frame.label)[: settings.rare_words]:
        weight = weights.of(word)
        for other in index.get(word, ())[-settings.postings :]:
            if other.fact.unit == frame.fact.unit:
                node = other.edition, other.fact.index
                shared[node] += weight
                found[node] = other
    kept: dict[int, int] = defaultdict(int)
    for node in sorted(shared, key=lambda node: (-shared[node], node)):
        if frame.edition - node[0] <= settings.reach and kept[node[0]] < settings.looked_at:
            kept[node[0]] += 1
            yield found[node]


def _side_by_side(
    all_frames: Sequence[Sequence[Frame]], settings: Timelines
) -> Iterator[tuple[Node, Node]]:
    """Figures of prose in neighbouring sentences of one edition, each for another time."""
    for edition in all_frames:
        for at, one in enumerate(edition):
            for two in edition[at + 1 : at + 1 + settings.near_facts]:
                apart = two.fact.sentence - one.fact.sentence
                if one.fact.table is not None or apart > settings.near_sentences:
                    break
                if apart and two.fact.table is None and when(one.fact) != when(two.fact):
                    yield (one.edition, one.fact.index), (two.edition, two.fact.index)


def _by_value(all_frames: Sequence[Sequence[Frame]]) -> Iterator[tuple[Node, Node]]:
    """Facts of neighbouring editions with one value for one period."""
    before: dict[object, list[Frame]] = {}
    for edition in all_frames:
        now: dict[object, list[Frame]] = defaultdict(list)
        for frame in edition:
            if frame.fact.value is not None and frame.fact.period is not None:
                unit = scale_in(frame.fact.unit)
                now[unit, frame.fact.value, frame.fact.period.end.year].append(frame)
        for key, frames_ in now.items():
            for a in before.get(key, ())[:AGAIN]:
                for b in frames_[:AGAIN]:
                    yield (a.edition, a.fact.index), (b.edition, b.fact.index)
        before = dict(now)


def _by_name(all_frames: Sequence[Sequence[Frame]], reach: int) -> Iterator[tuple[Node, Node]]:
    """Facts that alone have their name, each with those of the last edition that has it.

    What an edition says again and again under one name ("no officer was held to account") tells
    nothing; the alignment says which of them go together.
    """
    last: dict[object, list[Frame]] = {}
    for number, edition in enumerate(all_frames):
        now: dict[object, list[Frame]] = defaultdict(list)
        for frame in edition:
            if frame.sole:
                now[frame.name].append(frame)
        now = {name: held for name, held in now.items() if len(held) <= AGAIN}
        for name, held in now.items():
            for a in last.get(name, ()):
                if number - a.edition <= reach:
                    for b in held:
                        yield (a.edition, a.fact.index), (b.edition, b.fact.index)
        last |= now


AGAIN: Final = 6  # facts of an edition with one value, or one name, that may be of one measure
