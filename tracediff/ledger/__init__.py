"""Facts of two editions in, series out: one measure over its periods.

Two facts belong to one series when they count the same thing in the same unit and what tells them
apart is only the period or the edition. Within an edition that is seen by the measure; across
editions by aligned sentences and the measure together, or by the measure where it is the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import groupby, islice, product
from typing import Final

from tracediff.ledger.answers import answers
from tracediff.ledger.carried import (
    carried_values,
    comparisons,
    recalled,
    recalled_beside,
    recalled_items,
    told_in_a_table,
)
from tracediff.ledger.cases import denied_of_a_case
from tracediff.ledger.cells import cell_couples, comparable_cells, unscaled
from tracediff.ledger.denials import denied
from tracediff.ledger.entries import entries
from tracediff.ledger.headlines import headlines
from tracediff.ledger.likeness import (
    Wording,
    alike,
    alike_but_for_unit,
    apart,
    declared,
    signs_unlike,
    thing,
    wording,
)
from tracediff.ledger.parts import denominators, of_these, parted
from tracediff.ledger.recalls import Recalls
from tracediff.ledger.rolled import rolled_on
from tracediff.ledger.rolling_rows import rolling
from tracediff.ledger.scopes import EVERYWHERE, Scope, classes_of_time, scopes
from tracediff.model import (
    Alignment,
    Bound,
    Fact,
    FactKind,
    Period,
    Point,
    Reading,
    Series,
    Side,
    Status,
    scale_of,
)
from tracediff.model.record import Record
from tracediff.settings import Ledger, Measure, Words
from tracediff.syntax import parse
from tracediff.syntax.places import places
from tracediff.wording.labels import row_label

_Years = dict[Side, int | None]
_KINDS = (FactKind.LEVEL, FactKind.SHARE, FactKind.PLAN, FactKind.TARGET)


@dataclass(frozen=True, slots=True)
class _Node(Record):
    side: Side
    fact: Fact
    words: Wording
    declared: Measure | None
    parted: bool
    of_a_case: bool  # a denial that says nothing of a total
    denied: bool  # "53 percent did not know"
    of_all: bool  # "14,039 total inspections": of whatever kind
    is_part: bool  # of a whole that its sentence or the one before it names
    places: frozenset[str]  # that its clause names
    scope: Scope


def collect(
    old: Reading,
    new: Reading,
    alignment: Alignment,
    settings: Ledger | None = None,
    words: Words | None = None,
) -> tuple[Series, ...]:
    """All series of at least two points, in the order in which the new edition first gives them.

    ``words`` may say that some words mean the same.
    """
    settings = settings or Ledger()
    same = (words or Words()).synonyms
    once = {Side.OLD: entries(old), Side.NEW: entries(new)}
    not_so = {Side.OLD: denied(old), Side.NEW: denied(new)}
    said = {Side.OLD: scopes(old), Side.NEW: scopes(new)}
    rows = rolling(old, new, alignment)
    no_counts = {
        side: classes_of_time(one, said[side]) | denominators(one) | rows.earlier[side]
        for side, one in ((Side.OLD, old), (Side.NEW, new))
    }
    nodes = [
        _Node(
            side,
            fact,
            wording(fact, same),
            declared(fact, settings.measures),
            fact.index in parts,
            denied_of_a_case(fact, reading, settings),
            fact.index in not_so[side],
            _is_of_all(fact, reading),
            fact.part_of is not None or of_these(fact, reading),
            _places(fact, reading),
            said[side].get(fact.index, EVERYWHERE),
        )
        for side, reading, parts in ((Side.OLD, old, parted(old)), (Side.NEW, new, parted(new)))
        for fact in (_dated(fact, side, reading) for fact in reading.facts)
        if _counts(fact)
        and fact.period is not None
        and fact.same_as is None
        and fact.index not in once[side] | no_counts[side]
    ]
    years = {Side.OLD: old.edition.year, Side.NEW: new.edition.year}
    groups = _Groups(nodes)
    cells, lone = cell_couples([(node.side, node.fact) for node in nodes], alignment.tables)
    groups.join_all(_places_of(nodes, rows.pairs))
    groups.join_all(cells)
    groups.join_all(carried_values(nodes, groups.across()))
    groups.join_all(lone)
    groups.join_all(recalled_items(nodes, years))
    groups.join_all(_rolled(nodes, (*rolled_on(old.edition, new.edition, alignment),), settings))
    unlike = Recalls(old, new).contradict
    groups.join_all(_couples(nodes, alignment, years, settings, cells, unlike))
    groups.join_all(
        (o, n)
        for o, n in headlines(*_left(nodes, groups, years), settings)
        if not unlike(nodes[o].fact.sentence, nodes[n].fact.sentence)
        if _one_population(nodes[o], nodes[n]) and _near(nodes[o].fact, nodes[n].fact, settings)
        if nodes[o].denied == nodes[n].denied
    )
    groups.join_all(
        (o, n)
        for o, n in recalled(nodes, groups.across(), years)
        if nodes[o].denied == nodes[n].denied
    )
    groups.join_all(_answers(nodes, groups, (old, new), settings))
    groups.join_all(told_in_a_table(nodes, groups.across(), years))
    found = [
        _series([nodes[i] for i in members]) for members in groups.members() if len(members) > 1
    ]
    kept = sorted((s for s in found if len(s.points) > 1), key=_first_place)
    names = {measure.name for measure in settings.measures}
    return tuple(
        replace(s, label=s.measure if s.measure in names else _name(s, old, new)) for s in kept
    )


def _counts(fact: Fact) -> bool:
    """Whether a figure can be a point of a series; of tables every cell can."""
    return fact.kind in _KINDS or fact.table is not None


def _is_of_all(fact: Fact, reading: Reading) -> bool:
    """Whether the word behind a number says that it counts all kinds of a thing."""
    if fact.table is not None:
        return False
    text = reading.edition.sentences[fact.sentence].text
    behind = text[fact.at.end :].split(maxsplit=1)
    return bool(behind) and thing(behind[0].casefold()) in _OF_ALL


_OF_ALL: Final = frozenset(map(thing, ("total", "overall", "combined")))


def _places(fact: Fact, reading: Reading) -> frozenset[str]:
    """The places that the clause of a figure names; in a row its label says all."""
    if fact.table is not None:
        return frozenset()
    found = parse(reading.edition.sentences[fact.sentence].text)
    t = found.tokens
    at = next((i for i in range(t.size) if t.start[i] >= fact.at.start), 0)
    return places(found, found.clause_at[at])


def _dated(fact: Fact, side: Side, reading: Reading) -> Fact:
    """A figure of an edition whose year is not known is for that edition's time, whatever it is."""
    if fact.period is not None or reading.edition.year is not None:
        return fact
    return replace(fact, period=_UNDATED[side])


_UNDATED: Final = {
    Side.OLD: Period(date.min, date(1, 12, 31), "the earlier edition"),
    Side.NEW: Period(date(9999, 1, 1), date.max, "the later edition"),
}


def collect_one(
    reading: Reading, settings: Ledger | None = None, words: Words | None = None
) -> tuple[Series, ...]:
    """The series of at least two points that one edition gives by itself."""
    empty = Reading(reading.edition, (), ())
    return collect(empty, reading, Alignment((), ()), settings, words)


def _name(series: Series, old: Reading, new: Reading) -> str:
    """The series in the words of the new edition, or of the old one where only that gives it.

    A series that stands as it did is shown nowhere, and so keeps the words it is known by.
    """
    reported = {point.fact.value is None for point in series.points}
    if not series.changed and len(reported) == 1 and new.facts and old.facts:
        return series.measure
    own = [point.fact for point in series.points if point.side is Side.NEW]
    return row_label(own or [point.fact for point in series.points])


def _couples(
    nodes: list[_Node],
    alignment: Alignment,
    years: _Years,
    settings: Ledger,
    cells: Sequence[tuple[int, int]],
    unlike: Callable[[int, int], bool],
) -> Iterator[tuple[int, int]]:
    """Pairs of nodes that belong together.

    ``unlike`` tells of an old and a new sentence whether the new one itself says that last year's
    figure was another one.
    """
    yield from _across_links(nodes, alignment, years, settings, dict(cells))
    yield from (
        (o, n)
        for o, n in _by_measure(nodes, settings)
        if not unlike(nodes[o].fact.sentence, nodes[n].fact.sentence)
    )
    yield from _as_declared(nodes)
    yield from _within(nodes, settings)


def _within(nodes: list[_Node], settings: Ledger) -> Iterator[tuple[int, int]]:
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


def _told_apart(one: _Node, two: _Node) -> bool:
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
    return bool(fact.unit and fact.counted) and thing(fact.counted or "") == thing(fact.unit or "")


def _threshold(a: Fact, b: Fact, settings: Ledger) -> float:
    """How alike two facts of one edition must be to be points of one series.

    Less where one sentence withholds a figure for one year and gives that of another: it compares.
    """
    withheld = (a.status is Status.REPORTED) != (b.status is Status.REPORTED)
    beside = a.sentence == b.sentence and withheld and a.year != b.year
    return settings.withheld if beside else settings.same_edition


def _across_links(
    nodes: list[_Node],
    alignment: Alignment,
    years: _Years,
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
        for o, n, lead in recalled_beside(nodes, old, new):
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


def _places_of(nodes: list[_Node], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places of the nodes of some pairs of old and new facts."""
    at = {(node.side, node.fact.index): i for i, node in enumerate(nodes)}
    for old, new in pairs:
        if (Side.OLD, old) in at and (Side.NEW, new) in at:
            yield at[Side.OLD, old], at[Side.NEW, new]


def _rolled(
    nodes: list[_Node], pairs: Sequence[tuple[int, int]], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Figures of a sentence, each with the one in its place in that of the year before."""
    by_sentence: dict[tuple[Side, int], list[int]] = defaultdict(list)
    for i, node in enumerate(nodes):
        by_sentence[(node.side, node.fact.sentence)].append(i)
    for old, new in pairs:
        olds, news = by_sentence[Side.OLD, old], by_sentence[Side.NEW, new]
        if len(olds) == len(news):
            yield from (
                (o, n)
                for o, n in zip(olds, news, strict=True)
                if nodes[o].fact.unit == nodes[n].fact.unit and _one_population(nodes[o], nodes[n])
            )


def _without(found: list[int], used: set[int]) -> list[int]:
    return [i for i in found if i not in used]


def _matches(old: _Node, new: _Node, similarity: float, settings: Ledger) -> bool:
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
        and _one_population(old, new)
        and (old.words == new.words or _near(old.fact, new.fact, settings))
        and comparable_cells(old.fact, new.fact)
        and _one_bound(old, new)
        and not signs_unlike(old.fact, new.fact)
        and (similarity >= settings.faint or not _of_others(old.fact, new.fact))
    )


def _named_crosswise(old: _Node, new: _Node) -> bool:
    """Whether two parts name one thing in turn: "boats as wrecks", "wrecks that are boats"."""
    one, two = old.words, new.words
    named = one.head in two.stems and two.head in one.stems
    return old.is_part and new.is_part and named and one.head != two.head


def _one_bound(old: _Node, new: _Node) -> bool:
    """Whether neither share is a bound where the other is none: "90% or more of the time" is how
    often, not how many; unless both are told in the same words."""
    shares = old.fact.unit == "%" == new.fact.unit and old.fact.table is None
    bounds = {old.fact.bound, new.fact.bound}
    loose = {Bound.AT_LEAST, Bound.AT_MOST} & bounds
    return not (shares and loose and len(bounds) > 1) or old.words == new.words


def _candidates(
    nodes: list[_Node], old: Sequence[int], new: Sequence[int], settings: Ledger
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


def _one_population(old: _Node, new: _Node) -> bool:
    """Whether both are of one place, and wholes or parts, or one kind of thing by its full name.

    "46 of these boats as wrecks" are set beside the part of "61 wrecks, of which 48 were boats".
    "1,345 unannounced inspections" are a part of "14,039 total inspections", and the year before
    were told alone.
    """
    if not _one_place(old, new) or old.scope.unlike(new.scope):
        return False
    wholes = [node.of_all for node in (old, new)]
    if wholes[0] != wholes[1]:
        whole, other = (old, new) if wholes[0] else (new, old)
        if whole.words.named - _OF_ALL < other.words.named:
            return False
    return old.is_part == new.is_part or _same_name(old, new)


def _one_place(old: _Node, new: _Node) -> bool:
    """Whether the clauses of two figures do not each name other places."""
    return not (old.places and new.places and old.places.isdisjoint(new.places))


def _same_name(old: _Node, new: _Node) -> bool:
    """Whether both name the kind of thing that they count alike, in more than a bare noun."""
    return old.words.named == new.words.named and len(old.words.named) > 1


def _other_units(
    nodes: list[_Node], pairs: Iterable[tuple[int, int]], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Of what linked sentences leave over: one thing in two units, dollars and euros, km and miles.

    Only where each sentence has one such figure, so that none can be mistaken for another.
    """
    unlike = (
        (o, n)
        for o, n in pairs
        if nodes[o].words.unit != nodes[n].words.unit
        and not _is_share_of_count(nodes[o].fact, nodes[n].fact)
        and _one_population(nodes[o], nodes[n])
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


def _standing(old: _Node, new: _Node, years: _Years) -> float:
    """What speaks for a pair of figures beside the words of what they count."""
    told = _same_period(old, new) + _same_lead(old, new) + _both_own(old, new, years)
    told += 0.2 if _same_name(old, new) else 0.0
    return told - _narrower(old, new)


def _both_own(old: _Node, new: _Node, years: _Years) -> float:
    """Some for being each edition's figure for its own year, not one that it compares with."""
    own = all(
        node.fact.year is not None and node.fact.year == years[node.side] for node in (old, new)
    )
    return 0.5 if own else 0.0


def _same_period(old: _Node, new: _Node) -> float:
    """A little for being about the same period."""
    return 0.05 if old.fact.period == new.fact.period else 0.0


def _narrower(old: _Node, new: _Node) -> float:
    """Something against a pair of which one names a place or body that the other does not."""
    named = [{preposition for preposition, _ in node.words.hung} for node in (old, new)]
    return 0.1 if (named[0] ^ named[1]) & {"in", "at", "by", "under"} else 0.0


def _same_figure(old: _Node, new: _Node) -> bool:
    """Whether two linked sentences give one value of one thing."""
    return old.fact.value is not None and (old.fact.value, old.fact.counted) == (
        new.fact.value,
        new.fact.counted,
    )


def _same_lead(old: _Node, new: _Node) -> float:
    """Some for what both sentences say first of it: suspended officers before dismissed ones."""
    first, second = old.words.near[:1], new.words.near[:1]
    one, two = (old.fact.counted or "").casefold(), (new.fact.counted or "").casefold()
    return 0.3 if first and first == second and one == two else 0.0


def _by_measure(nodes: list[_Node], settings: Ledger) -> Iterator[tuple[int, int]]:
    """Two editions, the very same measure, and only one fact of it in each for a period."""
    by_words: dict[Wording, dict[Side, list[int]]] = defaultdict(lambda: defaultdict(list))
    for i, node in enumerate(nodes):
        if node.words.telling and node.fact.kind in _KINDS and not node.of_a_case:
            by_words[node.words][node.side].append(i)
    for sides in by_words.values():
        if all(len(sides[side]) == 1 for side in Side):
            old, new = sides[Side.OLD][0], sides[Side.NEW][0]
            one = nodes[old].denied == nodes[new].denied
            if (
                one
                and _one_place(nodes[old], nodes[new])
                and not nodes[old].scope.unlike(nodes[new].scope)
                and not apart(nodes[old].words, nodes[new].words)
                and _near(nodes[old].fact, nodes[new].fact, settings)
            ):
                yield old, new


def _near(old: Fact, new: Fact, settings: Ledger) -> bool:
    """Whether two figures of prose are of one order: 12 freed in one raid are not 21,935 in all."""
    if old.table is not None or new.table is not None or not old.value or not new.value:
        return True
    sizes = sorted((abs(old.value), abs(new.value)))
    return sizes[1] <= settings.far * sizes[0]


def _as_declared(nodes: list[_Node]) -> Iterator[tuple[int, int]]:
    """All figures of a measure that the configuration declares, whatever the texts call it."""
    first: dict[tuple[str, str | None], int] = {}
    for i, node in enumerate(nodes):
        if node.declared is not None:
            yield first.setdefault((node.declared.name, node.fact.unit), i), i


def _left(
    nodes: list[_Node], groups: _Groups, years: _Years
) -> tuple[dict[int, Wording], dict[int, Wording]]:
    """For each edition the figures of its own year that no series goes on with in the other one."""
    going = groups.across()
    left: dict[Side, dict[int, Wording]] = {Side.OLD: {}, Side.NEW: {}}
    for i, node in enumerate(nodes):
        own = node.fact.year is not None and node.fact.year == years[node.side]
        plain = not node.is_part and node.fact.table is None and not node.parted
        plain = plain and not node.of_a_case
        if own and plain and i not in going and node.fact.kind is FactKind.LEVEL:
            left[node.side][i] = node.words
    return left[Side.OLD], left[Side.NEW]


def _answers(
    nodes: list[_Node], groups: _Groups, readings: tuple[Reading, Reading], settings: Ledger
) -> Iterator[tuple[int, int]]:
    """Pairs of shares of prose that no series goes on with, and that answer one question."""
    going = groups.across()
    left: dict[Side, dict[int, Fact]] = {Side.OLD: {}, Side.NEW: {}}
    for i, node in enumerate(nodes):
        plain = node.fact.table is None and not node.fact.compared and not node.parted
        if plain and node.fact.kind is FactKind.SHARE and i not in going:
            left[node.side][i] = node.fact
    for o, n in answers((readings[0], left[Side.OLD]), (readings[1], left[Side.NEW]), settings):
        if not apart(nodes[o].words, nodes[n].words) and _one_population(nodes[o], nodes[n]):
            yield o, n


class _Groups:
    """Disjoint sets of nodes, none with two values that one edition gives for one period."""

    def __init__(self, nodes: Sequence[_Node]) -> None:
        self._nodes = nodes
        self._parent = list(range(len(nodes)))
        self._given: list[_Given] = [_given_by(node) for node in nodes]

    def _root(self, i: int) -> int:
        while self._parent[i] != i:
            self._parent[i] = self._parent[self._parent[i]]
            i = self._parent[i]
        return i

    def join_all(self, couples: Iterable[tuple[int, int]]) -> None:
        """Make one set of each two, in their order."""
        for a, b in couples:
            self.join(a, b)

    def join(self, a: int, b: int) -> None:
        """Make one set of two, unless they contradict each other."""
        a, b = sorted((self._root(a), self._root(b)))
        ours, theirs = self._given[a], self._given[b]
        if a == b or any(_unlike(ours[at], theirs[at]) for at in ours.keys() & theirs.keys()):
            return
        self._parent[b] = a
        self._given[a] = ours | theirs

    def across(self) -> frozenset[int]:
        """The nodes whose sets hold figures of both editions."""
        found = (m for m in self.members() if len({self._nodes[i].side for i in m}) > 1)
        return frozenset(i for members in found for i in members)

    def members(self) -> Iterable[list[int]]:
        sets: dict[int, list[int]] = defaultdict(list)
        for i in range(len(self._parent)):
            sets[self._root(i)].append(i)
        return sets.values()


_Given = dict[tuple[Side, Period, str | None], Decimal]
_ROUNDED: Final = Decimal("0.03")  # values as near as this may be one, rounded in a summary


def _unlike(one: Decimal, two: Decimal) -> bool:
    """Whether two values for one period are not one, however rounded."""
    return abs(one - two) > _ROUNDED * max(abs(one), abs(two))


def _given_by(node: _Node) -> _Given:
    """What a figure says of its period; a measure that is declared may have several."""
    fact = node.fact
    if fact.period is None or fact.value is None:
        return {}
    if node.declared is not None or fact.status is not Status.REPORTED:
        return {}
    return {(node.side, fact.period, fact.unit): fact.value}


def _series(nodes: list[_Node]) -> Series:
    """The points in order of period; where an edition says a value twice, its first stands.

    Where one table gives thousands and another one millions, all are put in whole units.
    """
    if len({scale_of(node.fact.unit)[0] for node in nodes}) > 1:
        nodes = [replace(node, fact=unscaled(node.fact)) for node in nodes]
    chosen: dict[tuple[Side, date, date], _Node] = {}
    for node in nodes:
        period = node.fact.period
        assert period is not None
        key = (node.side, period.start, period.end)
        held = chosen.get(key)
        if held is None or (
            held.fact.status is not Status.REPORTED and node.fact.status is Status.REPORTED
        ):
            chosen[key] = node
    ordered = sorted(
        chosen.values(), key=lambda n: (_when(n.fact), n.side is Side.NEW, n.fact.index)
    )
    best = max(nodes, key=lambda n: (n.side is Side.NEW, n.fact.certainty, -n.fact.index))
    units = {n.fact.unit for n in nodes}
    unit = units.pop() if len(units) == 1 else best.fact.unit
    named = next((n.declared.name for n in nodes if n.declared is not None), "")
    return Series(named or best.fact.measure, unit, tuple(Point(n.side, n.fact) for n in ordered))


def _when(fact: Fact) -> tuple[date, date]:
    assert fact.period is not None
    return fact.period.end, fact.period.start


def _first_place(series: Series) -> tuple[int, int]:
    new = [p.fact.index for p in series.points if p.side is Side.NEW]
    return (0, new[0]) if new else (1, series.points[0].fact.index)
