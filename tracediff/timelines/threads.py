"""Sentences of all editions in, threads out: one statement through the editions.

Neighbouring editions are followed by their alignment. What is left over is bridged by rare words:
statements that were reworded too far for a pair of editions alone, or that an edition skips.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from tracediff.model import (
    Alignment,
    BlockKind,
    Comparison,
    Link,
    Reading,
    Sentence,
    Spot,
    Status,
)
from tracediff.model.syntax import NOWHERE
from tracediff.settings import Timelines
from tracediff.syntax import parse
from tracediff.text.words import root
from tracediff.timelines.words import Weights, content

Chains = tuple[tuple[Spot, ...], ...]


def follow(comparisons: Sequence[Comparison], weights: Weights, settings: Timelines) -> Chains:
    """All sentences in chains, at most one sentence of an edition in each, in order of editions."""
    readings = [comparisons[0].old, *(one.new for one in comparisons)]
    after: dict[Spot, Spot] = {}
    for number, comparison in enumerate(comparisons):
        after.update(_linked(number, comparison, weights))
    after.update(_bridges(readings, _chains(readings, after), weights, settings))
    return _chains(readings, after)


def _linked(number: int, comparison: Comparison, weights: Weights) -> Iterator[tuple[Spot, Spot]]:
    """The sentences that the alignment sets side by side; of several the pair most alike."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    alignment: Alignment = comparison.alignment
    for link in alignment.links:
        if link.old and link.new:
            before, now = _closest(link, old, new, weights)
            yield (number, before), (number + 1, now)


def _closest(
    link: Link, old: Sequence[Sentence], new: Sequence[Sentence], weights: Weights
) -> tuple[int, int]:
    if len(link.old) == len(link.new) == 1:
        return link.old[0], link.new[0]
    return max(
        ((before, now) for before in link.old for now in link.new),
        key=lambda pair: weights.alike(
            weights.content(old[pair[0]].text), weights.content(new[pair[1]].text)
        ),
    )


def _chains(readings: Sequence[Reading], after: Mapping[Spot, Spot]) -> Chains:
    behind = set(after.values())
    found = []
    for edition, reading in enumerate(readings):
        for sentence in reading.edition.sentences:
            spot: Spot | None = (edition, sentence.index)
            if spot in behind:
                continue
            chain = []
            while spot is not None:
                chain.append(spot)
                spot = after.get(spot)
            found.append(tuple(chain))
    return tuple(found)


def cut(
    readings: Sequence[Reading], chains: Chains, weights: Weights, settings: Timelines
) -> Chains:
    """The chains, cut where one statement is followed by another one.

    A sentence with figures goes on without any only where the two share most of their words, or
    say that the same was done; one that names the matter of its heading does not go on under
    another heading in one that names that. Two sentences of different verbs are one only where
    they share most words, and none goes on in one that says the same of another thing or place.
    """
    counts = [
        {fact.sentence for fact in reading.facts if fact.status is Status.REPORTED}
        for reading in readings
    ]
    words = [_vocabulary(reading) for reading in readings]
    known: dict[tuple[int, int], frozenset[str]] = {}

    def other(one: Spot, two: Spot) -> bool:
        texts = [readings[edition].edition.sentences[at].text for edition, at in (one, two)]
        if texts[0] == texts[1]:
            return False
        first, second = map(weights.content, texts)
        mixed = (one[1] in counts[one[0]]) != (two[1] in counts[two[0]])
        least = settings.without_figures if mixed else settings.other_verbs
        if weights.alike(first, second) < least and _verbs(texts[0]).isdisjoint(_verbs(texts[1])):
            return True
        if mixed and weights.alike(first, second) < least:
            return False
        both = (one[0], two[0])
        if both not in known:
            known[both] = words[one[0]] & words[two[0]]
        if _of_another(texts[0], texts[1], known[both]):
            return True
        here, there = _section(readings, one), _section(readings, two)
        return bool((here - there) & (first - second) and (there - here) & (second - first))

    found = []
    for chain in chains:
        cuts = [i for i, (one, two) in enumerate(pairwise(chain), 1) if other(one, two)]
        found += [chain[i:j] for i, j in pairwise([0, *cuts, len(chain)])]
    return tuple(found)


def _vocabulary(reading: Reading) -> frozenset[str]:
    """The words of an edition."""
    return frozenset[str]().union(*(content(one.text) for one in reading.edition.sentences))


def _of_another(one: str, two: str, known: frozenset[str]) -> bool:
    """Whether two sentences say the same of another thing or place, and both editions know both.

    "Kept its archive in the delta" and "kept its archive in the capital" are two statements; where
    only one edition knows a word, it may be another name of the same.
    """
    first, second = content(one), content(two)
    if not (first - second and second - first) or not first ^ second <= known:
        return False
    ours, theirs = _arguments(one), _arguments(two)
    told = content(" ".join({*ours, *theirs})).union(*ours.values(), *theirs.values())
    return first ^ second <= told and any(
        ours[role] and theirs[role] and ours[role].isdisjoint(theirs[role])
        for role in ours.keys() & theirs.keys()
        if role
    )


def _arguments(text: str) -> Mapping[str, frozenset[str]]:
    """The words that hang on each preposition of a sentence; under "" those of its subjects."""
    p = parse(text)
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    subjects = {clause.subject for clause in p.clauses}
    for index, phrase in enumerate(p.phrases):
        hangs = phrase.preposition != NOWHERE
        if hangs or index in subjects:
            role = p.tokens.low[phrase.preposition] if hangs else ""
            found[role] |= content(p.text(phrase))
    return found


def _verbs(text: str) -> frozenset[tuple[str, bool]]:
    """The roots of the main verbs of a sentence, and whether each is passive."""
    found = parse(text)
    return frozenset((root(found.tokens.low[verb.head]), verb.passive) for verb in found.verbs)


def _bridges(
    readings: Sequence[Reading], chains: Chains, weights: Weights, settings: Timelines
) -> Iterator[tuple[Spot, Spot]]:
    """Ends of chains joined to later beginnings, those most alike first, each used once."""
    used: set[tuple[str, Spot]] = set()
    for _, _, tail, head in sorted(_scored(readings, chains, weights, settings)):
        if ("tail", tail) not in used and ("head", head) not in used:
            used |= {("tail", tail), ("head", head)}
            yield tail, head


def _scored(
    readings: Sequence[Reading], chains: Chains, weights: Weights, settings: Timelines
) -> Iterator[tuple[float, int, Spot, Spot]]:
    """The ends and the later beginnings that share rare words: how unlike, how far apart."""

    def words(spot: Spot) -> frozenset[str]:
        return weights.content(readings[spot[0]].edition.sentences[spot[1]].text)

    index: dict[str, list[Spot]] = defaultdict(list)
    for head in (chain[0] for chain in chains):
        if head[0] > 0 and _said(readings, head):
            for word in words(head):
                index[word].append(head)
    for tail in (chain[-1] for chain in chains):
        if tail[0] == len(readings) - 1 or not _said(readings, tail):
            continue
        own = words(tail)
        near: dict[Spot, None] = {}
        for word in weights.rarest(own)[: settings.rare_words]:
            if len(index[word]) <= settings.postings:
                near |= dict.fromkeys(index[word])
        for head in near:
            apart = head[0] - tail[0]
            if 0 < apart <= settings.reach and len(own & words(head)) >= settings.bridge_words:
                alike = weights.alike(own, words(head))
                same = _section(readings, tail) == _section(readings, head)
                if alike >= (settings.bridge if same else settings.bridge_moved):
                    yield -alike, apart, tail, head


def _section(readings: Sequence[Reading], spot: Spot) -> frozenset[str]:
    """The words of the heading that a sentence stands under."""
    edition = readings[spot[0]].edition
    return content(edition.section_of(edition.sentences[spot[1]]).title)


def _said(readings: Sequence[Reading], spot: Spot) -> bool:
    """Whether a spot is prose or a table row, not a heading or a reference."""
    kind = readings[spot[0]].edition.sentences[spot[1]].kind
    return kind not in (BlockKind.HEADING, BlockKind.REFERENCE)
