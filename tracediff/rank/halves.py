"""Two halves of one matter: what is gone and what is new joined where they tell of the same thing.

An edition rewritten says "as of October the lead inspector had 40 complaints" one year, and "the
lead inspector was fired" the next: two sentences that do not answer to each other, about one
person. In: findings in order, each with one side or both. Out: the same, the halves that share
their rarest names and words made one finding that shows both sides.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import chain
from math import fsum, log
from typing import Final, NamedTuple

from tracediff.model import Comparison, Finding, Severity, Side
from tracediff.settings import Ranking
from tracediff.text.words import FUNCTION_WORDS, root

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_GONE: Final = frozenset({"C306", "N103"})
_NEW: Final = frozenset({"C307", "N104"})
_SEVERITIES: Final = {severity: at for at, severity in enumerate(Severity)}
_PAIRED: Final = 60  # places of one word that are looked at; a commoner one tells nothing


def joined(
    findings: Sequence[Finding], comparison: Comparison, rare: Rarity, settings: Ranking
) -> tuple[Finding, ...]:
    """The findings, halves of one matter joined at the place of the first of the two.

    A half is joined to the one of the other edition that shares most with it, each way. What is
    gone becomes what leads, beside what is said now, which is its first facet.
    """
    gone = [one for one in findings if _is_half(one, _GONE)]
    new = [one for one in findings if _is_half(one, _NEW)]
    pairs = dict(_pairs(gone, new, comparison, rare, settings))
    partners = {id(new[there]): None for there in pairs.values()}
    whole = {id(gone[here]): _whole(gone[here], new[there]) for here, there in pairs.items()}
    return tuple(whole.get(id(one), one) for one in findings if id(one) not in partners)


def beside(
    findings: Sequence[Finding], comparison: Comparison, rare: Rarity, settings: Ranking
) -> Iterator[Finding]:
    """The findings, halves joined to what is told of the link beside them in their paragraph.

    "It expects gifts and fees" may become "It expects gifts. A chapter has pledged gifts": the
    second sentence answers to the first one too, where both share words that tell.
    """
    couples: dict[tuple[Side, int], list[int]] = defaultdict(list)
    for at, one in enumerate(findings):
        if one.old is not None and one.new is not None and one.old.side is not one.new.side:
            for place in (one.old, one.new):
                couples[place.side, place.sentence].append(at)
    joined_to: dict[int, list[int]] = defaultdict(list)
    taken: set[int] = set()
    for at, one in enumerate(findings):
        if not (_is_half(one, _GONE) or _is_half(one, _NEW)) or at in joined_to:
            continue
        own = _words(one, comparison)
        best = max(
            (
                (_likeness(own, _across(findings[to], one, comparison), rare.weights), -to)
                for to in _near(one, couples, comparison)
                if to not in taken
            ),
            default=(0.0, 0),
        )
        if best[0] >= settings.half_beside:
            joined_to[-best[1]].append(at)
            taken.add(at)
    for at, one in enumerate(findings):
        if at not in taken:
            yield _with(one, [findings[other] for other in joined_to[at]])


def _near(
    half: Finding, couples: Mapping[tuple[Side, int], Sequence[int]], comparison: Comparison
) -> Iterator[int]:
    """The findings with both sides that stand on a neighbour of a half, in its paragraph."""
    place = half.old or half.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    sentences = reading.edition.sentences
    for step in (-1, 1, -2, 2):
        at = place.sentence + step
        inside = 0 <= at < len(sentences)
        if inside and sentences[at].paragraph == sentences[place.sentence].paragraph:
            yield from couples.get((place.side, at), ())


def _across(couple: Finding, half: Finding, comparison: Comparison) -> frozenset[str]:
    """The roots of the words on the other side of a finding that stands beside a half."""
    other = couple.new if half.old is not None else couple.old
    assert other is not None
    reading = comparison.old if other.side is Side.OLD else comparison.new
    return frozenset(_roots(reading.edition.sentences[other.sentence].text))


def _with(finding: Finding, halves: Sequence[Finding]) -> Finding:
    """A finding with halves as its facets; the gravest of them leads."""
    if not halves:
        return finding
    first, *rest = sorted((finding, *halves), key=lambda one: _SEVERITIES[one.severity])
    parts = (part for one in rest for part in (replace(one, facets=()), *one.facets))
    return replace(first, facets=(*first.facets, *parts))


def _is_half(finding: Finding, rules: frozenset[str]) -> bool:
    lone = (finding.old is None) != (finding.new is None)
    return lone and finding.rule.id in rules and all(f.rule.id[0] in "NC" for f in finding.facets)


def _whole(gone: Finding, new: Finding) -> Finding:
    """What is gone with what is said now beside it; the severity of what is gone stands."""
    return replace(gone, new=new.new, facets=(*gone.facets, replace(new, facets=()), *new.facets))


def _pairs(
    gone: Sequence[Finding],
    new: Sequence[Finding],
    comparison: Comparison,
    rare: Rarity,
    settings: Ranking,
) -> Iterator[tuple[int, int]]:
    """Which half goes with which, by their numbers."""
    olds = [_words(one, comparison) for one in gone]
    news = [_words(one, comparison) for one in new]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for there, held in enumerate(news):
        for word in held:
            index[word].append(there)

    def least(at_home: bool, shared: int, words: frozenset[str]) -> float:
        """How alike two halves must be; less where a word of both stands in no other sentence."""
        if shared >= settings.half_words and not rare.alone.isdisjoint(words):
            return settings.half_alone
        if shared >= settings.half_words + (not at_home):
            return settings.half if at_home else settings.half_elsewhere
        return settings.half_whole if at_home and shared > 1 else _NEVER

    homes = _homes(comparison)
    there_of = [_home(one, comparison, homes) for one in new]
    scores: list[dict[int, float]] = []
    for one, held in zip(gone, olds, strict=True):
        home = _home(one, comparison, homes)
        near: Counter[int] = Counter()
        for word in sorted(held):
            if len(index.get(word, ())) <= _PAIRED:
                near.update(index.get(word, ()))
        scores.append(
            {
                there: likeness + _SAME_KIND * (one.rule.id[0] == new[there].rule.id[0])
                for there, shared in sorted(near.items())
                if (likeness := _likeness(held, news[there], rare.weights))
                >= least(home == there_of[there], shared, held & news[there])
            }
        )
    yield from _mutual(scores)


_SAME_KIND: Final = 0.001  # of halves as like, figures go with figures, statements with statements
_NEVER: Final = 2.0  # no likeness is as high


def _mutual(scores: Sequence[Mapping[int, float]]) -> Iterator[tuple[int, int]]:
    """The pairs that are each other's best."""
    best_of: dict[int, tuple[float, int]] = {}
    for here, found in enumerate(scores):
        for there, score in found.items():
            best_of[there] = max(best_of.get(there, (0.0, 0)), (score, -here))
    for here, found in enumerate(scores):
        if found:
            there = max(found, key=lambda at: (found[at], -at))
            if best_of[there][1] == -here:
                yield here, there


def _likeness(one: frozenset[str], two: frozenset[str], weights: Mapping[str, float]) -> float:
    """The weight of the words that both share, as a share of the lighter of the two."""
    shared = fsum(weights[word] for word in one & two)
    lighter = min(fsum(weights[word] for word in held) for held in (one, two))
    return shared / lighter if lighter else 0.0


def _words(finding: Finding, comparison: Comparison) -> frozenset[str]:
    """The roots of the content words of the sentence that a half stands on."""
    place = finding.old or finding.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    return frozenset(_roots(reading.edition.sentences[place.sentence].text))


def _roots(text: str) -> Iterator[str]:
    return chain.from_iterable(map(_roots_of, _WORD.findall(text)))


@lru_cache(maxsize=65536)
def _roots_of(whole: str) -> tuple[str, ...]:
    """The roots of the parts of a word."""
    parts = whole.casefold().removesuffix("’s").removesuffix("'s").split("-")
    kept = [part for part in parts if part not in FUNCTION_WORDS and len(part) > 1]
    return tuple(root(w.removesuffix("s") if w.endswith("ings") else w) for w in kept)


class Rarity(NamedTuple):
    """How rare the roots of words are in two editions.

    ``weights`` says how much a root tells: the more, the fewer sentences of both hold it. ``alone``
    are those that stand in one sentence of each edition and in no other.
    """

    weights: Mapping[str, float]
    alone: frozenset[str]


def rarity(comparison: Comparison) -> Rarity:
    """Count the sentences of both editions that hold each root."""
    editions = comparison.old.edition, comparison.new.edition
    old, new = (
        Counter(chain.from_iterable(frozenset(_roots(s.text)) for s in edition.sentences))
        for edition in editions
    )
    total = sum(len(edition.sentences) for edition in editions)
    weights = {word: log(1 + total / count) for word, count in (old + new).items()}
    once = ({word for word, count in counts.items() if count == 1} for counts in (old, new))
    return Rarity(weights, frozenset.intersection(*map(frozenset, once)))


def _homes(comparison: Comparison) -> Mapping[tuple[Side, int], int]:
    """The number of the pair of sections that a section stands in."""
    found: dict[tuple[Side, int], int] = {}
    for at, link in enumerate(comparison.alignment.sections):
        sides: Iterable[tuple[Side, int | None]] = ((Side.OLD, link.old), (Side.NEW, link.new))
        found |= {(side, own): at for side, own in sides if own is not None}
    return found


def _home(
    finding: Finding, comparison: Comparison, homes: Mapping[tuple[Side, int], int]
) -> int | None:
    place = finding.old or finding.new
    assert place is not None
    reading = comparison.old if place.side is Side.OLD else comparison.new
    return homes.get((place.side, reading.edition.sentences[place.sentence].section))
