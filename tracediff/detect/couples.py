"""Setting claim beside claim: a comparison in, the clauses that answer each other out."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from tracediff.model import Claim, Comparison, Cue, CueKind, Edition, Link, Reading, Sentence

_COMMA: Final = re.compile(r",(?=\s)")

_MOST = 40  # clauses of one side; a longer side is a table or a list, and is read so far


class Pair(NamedTuple):
    """A clause of the old side, the clause of the new side nearest to it, and how near (0 to 1)."""

    old: Claim
    new: Claim
    overlap: float


class Couple(NamedTuple):
    """A link whose words changed, with the claims of both its sides and the pairs among them."""

    comparison: Comparison
    link: Link
    old: tuple[Claim, ...]
    new: tuple[Claim, ...]
    pairs: tuple[Pair, ...]

    def turned(self) -> Couple:
        """The same couple seen from the other side."""
        turned = tuple(Pair(pair.new, pair.old, pair.overlap) for pair in self.pairs)
        return self._replace(old=self.new, new=self.old, pairs=turned)

    def sentence(self, claim: Claim, *, new: bool) -> Sentence:
        """The sentence that a claim of one side stands in."""
        return edition_of(self.comparison, new=new).sentences[claim.sentence]


def couples(comparison: Comparison, least: float) -> Iterator[Couple]:
    """The links with both sides whose texts differ, with claims paired by the words they share."""
    old_claims, new_claims = by_sentence(comparison.old), by_sentence(comparison.new)
    for link in comparison.alignment.links:
        if not link.old or not link.new or unchanged(comparison, link):
            continue
        old = tuple(claim for i in link.old for claim in old_claims.get(i, ()))
        new = tuple(claim for i in link.new for claim in new_claims.get(i, ()))
        if old and new:
            yield couple_of(comparison, link, old, new, least)


def unchanged(comparison: Comparison, link: Link) -> bool:
    """Whether both sides of a link hold the same sentences, the commas between words aside."""
    old, new = comparison.old.edition.sentences, comparison.new.edition.sentences
    one, two = [old[i].text for i in link.old], [new[i].text for i in link.new]
    return one == two or list(map(_without_commas, one)) == list(map(_without_commas, two))


def _without_commas(text: str) -> str:
    """A text without the commas between its words."""
    return _COMMA.sub("", text) if "," in text else text


def couple_of(
    comparison: Comparison,
    link: Link,
    old: tuple[Claim, ...],
    new: tuple[Claim, ...],
    least: float,
) -> Couple:
    """One link with the claims of both its sides, paired."""
    old, new = old[:_MOST], new[:_MOST]
    return Couple(comparison, link, old, new, _pairs(old, new, least))


def by_sentence(reading: Reading) -> dict[int, tuple[Claim, ...]]:
    """The claims of an edition by the index of their sentence."""
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in reading.claims:
        found[claim.sentence].append(claim)
    return {index: tuple(held) for index, held in found.items()}


def edition_of(comparison: Comparison, *, new: bool) -> Edition:
    """The edition of one side."""
    return comparison.new.edition if new else comparison.old.edition


def overlap(one: Claim, two: Claim) -> float:
    """The share of the shorter clause's words that both hold; a word alone proves nothing."""
    shared = len(one.words & two.words)
    if shared < 2:
        return shared / 4
    return shared / min(len(one.words), len(two.words))


def likeness(one: Claim, two: Claim) -> float:
    """The share of the longer clause's words that both hold."""
    return len(one.words & two.words) / max(len(one.words), len(two.words), 1)


def is_denied(claim: Claim, cue: Cue) -> bool:
    """Whether a denial stands over a cue: "has not been adopted"."""
    return any(
        denial.at.end <= cue.at.start and cue.at.start - denial.at.end < 60
        for denial in claim.of(CueKind.DENIAL)
    )


def _pairs(old: tuple[Claim, ...], new: tuple[Claim, ...], least: float) -> tuple[Pair, ...]:
    """Each clause beside the one nearest to it on the other side, from both sides, once."""
    scores = {(i, j): overlap(c, d) for i, c in enumerate(old) for j, d in enumerate(new)}
    best: dict[tuple[int, int], float] = {}
    for i in range(len(old)):
        j = max(range(len(new)), key=lambda j: (scores[i, j], -j))
        best[i, j] = scores[i, j]
    for j in range(len(new)):
        i = max(range(len(old)), key=lambda i: (scores[i, j], -i))
        best[i, j] = scores[i, j]
    return tuple(Pair(old[i], new[j], s) for (i, j), s in sorted(best.items()) if s >= least)
