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
from math import fsum, log
from typing import Final

from tracediff.model import Comparison, Finding, Side
from tracediff.settings import Ranking
from tracediff.text.words import FUNCTION_WORDS, root

_WORD: Final = re.compile(r"[^\W\d_][\w’'-]*")
_GONE: Final = frozenset({"C306", "N103"})
_NEW: Final = frozenset({"C307", "N104"})
_PAIRED: Final = 60  # places of one word that are looked at; a commoner one tells nothing


def joined(
    findings: Sequence[Finding], comparison: Comparison, settings: Ranking
) -> tuple[Finding, ...]:
    """The findings, halves of one matter joined at the place of the first of the two.

    A half is joined to the one of the other edition that shares most with it, each way. What is
    gone becomes what leads, beside what is said now, which is its first facet.
    """
    gone = [one for one in findings if _is_half(one, _GONE)]
    new = [one for one in findings if _is_half(one, _NEW)]
    pairs = dict(_pairs(gone, new, comparison, settings))
    partners = {id(new[there]): None for there in pairs.values()}
    whole = {id(gone[here]): _whole(gone[here], new[there]) for here, there in pairs.items()}
    return tuple(whole.get(id(one), one) for one in findings if id(one) not in partners)


def _is_half(finding: Finding, rules: frozenset[str]) -> bool:
    lone = (finding.old is None) != (finding.new is None)
    return lone and finding.rule.id in rules and all(f.rule.id[0] in "NC" for f in finding.facets)


def _whole(gone: Finding, new: Finding) -> Finding:
    """What is gone with what is said now beside it; the severity of what is gone stands."""
    return replace(gone, new=new.new, facets=(*gone.facets, replace(new, facets=()), *new.facets))


def _pairs(
    gone: Sequence[Finding], new: Sequence[Finding], comparison: Comparison, settings: Ranking
) -> Iterator[tuple[int, int]]:
    """Which half goes with which, by their numbers."""
    weights = _weights(comparison)
    olds = [_words(one, comparison) for one in gone]
    news = [_words(one, comparison) for one in new]
    index: defaultdict[str, list[int]] = defaultdict(list)
    for there, held in enumerate(news):
        for word in held:
            index[word].append(there)
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
                there: likeness
                for there, shared in sorted(near.items())
                if shared >= settings.half_words
                and (likeness := _likeness(held, news[there], weights))
                >= (settings.half if home == there_of[there] else settings.half_elsewhere)
            }
        )
    yield from _mutual(scores)


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
    for word in _WORD.findall(text):
        folded = word.casefold().removesuffix("’s").removesuffix("'s")
        if folded not in FUNCTION_WORDS and len(folded) > 1:
            yield root(folded)


def _weights(comparison: Comparison) -> Mapping[str, float]:
    """How much a word tells: the more, the fewer sentences of both editions hold it."""
    sentences = [s for r in (comparison.old, comparison.new) for s in r.edition.sentences]
    counts = Counter(word for s in sentences for word in set(_roots(s.text)))
    return {word: log(1 + len(sentences) / count) for word, count in counts.items()}


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
