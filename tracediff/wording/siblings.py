"""Labels of the figures of one sentence in, the same labels told apart where two are alike out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from typing import Final, NamedTuple

from tracediff.model.syntax import NOWHERE, Relation
from tracediff.wording.phrases import PhraseWords, joined

_FEWEST: Final = 2  # figures of a list


class Sibling(NamedTuple):
    """A figure with its label, and the tokens that are its own.

    ``kind`` is what is alike of two figures that only their labels can tell apart: unit, period.
    ``counted`` is the bare thing counted, ``change`` +1 or -1 for a stated rise or fall of it.
    """

    counted: str
    label: str
    first: int
    stop: int
    limit: int
    kind: Hashable
    change: int


def told_apart(words: PhraseWords, siblings: Sequence[Sibling], most: int) -> list[str]:
    """The labels, those that are alike with the noun behind their figure, or with that which
    "respectively" gives them: "reports of theft, harbour rules"."""
    labels = _carried(words, siblings, most)
    siblings = [one._replace(label=label) for one, label in zip(siblings, labels, strict=True)]
    alike = defaultdict[tuple[str, Hashable], list[int]](list)
    for k, one in enumerate(siblings):
        if one.label:
            alike[one.label, one.kind].append(k)
    for members in alike.values():
        if len(members) < _FEWEST or any(_compared(words, siblings[k]) for k in members):
            continue
        names = _respectively(words, siblings, members)
        whole = " and ".join(names)
        names = names or _own(words, siblings, members)
        for k, name in zip(members, names, strict=False):
            inside = bool(whole) and whole in labels[k]
            told = labels[k].replace(whole, name) if inside else f"{labels[k]}, {name}"
            if name and len(told.split()) <= most:
                labels[k] = told
    return labels


def _carried(words: PhraseWords, siblings: Sequence[Sibling], most: int) -> list[str]:
    """The labels; the bare noun of a comparison, or of a part that is told with its whole, with
    what is said of the figure before it: "boats sold in Orsk, compared with 9 rafts"."""
    labels = list[str]()
    for k, one in enumerate(siblings):
        label, before = one.label, _before(words, siblings, k)
        if before != NOWHERE:
            name, near = siblings[before].counted.casefold(), labels[before]
            if {*label.split()} < {*near.split()}:
                label = near
            elif label.casefold() == one.counted.casefold() and name:
                label += near[len(name) :] if near.casefold().startswith(f"{name} ") else ""
        labels.append(label if len(label.split()) <= most else one.label)
    return labels


def _before(words: PhraseWords, siblings: Sequence[Sibling], k: int) -> int:
    """The figure that one is compared with, or a part of; of several the one of its noun."""
    relation = words.p.clauses[words.p.clause_at[siblings[k].first]].relation
    if relation is Relation.INCLUDING:
        return k - 1 if k else NOWHERE
    if relation is not Relation.COMPARISON:
        return NOWHERE
    one = (siblings[k].counted, siblings[k].change)
    same = [j for j in range(k) if (siblings[j].counted, siblings[j].change) == one]
    lone = k == 1 and not siblings[0].change
    return same[-1] if same else 0 if lone else NOWHERE


def _compared(words: PhraseWords, one: Sibling) -> bool:
    """Whether a figure stands on the far side of a comparison, which counts the same."""
    clause = words.p.clauses[words.p.clause_at[one.first]]
    return clause.relation is Relation.COMPARISON


def _respectively(
    words: PhraseWords, siblings: Sequence[Sibling], members: Sequence[int]
) -> list[str]:
    """The names of a list as long as that of the figures, where "respectively" ties them."""
    if "respectively" not in words.p.tokens.low:
        return []
    for chain in reversed([*_chains(words)]):
        if len(chain) == len(members):
            return [joined(words.words_of(index)) for index in chain]
    return []


def _chains(words: PhraseWords) -> Iterator[list[int]]:
    """The lists of noun phrases of a sentence that hold no figures."""
    seen = set[int]()
    for index in range(len(words.p.phrases)):
        if index in seen or words.left_out(index):
            continue
        chain = [index]
        while (after := words.p.phrases[chain[-1]].joined) != NOWHERE and not words.left_out(after):
            chain.append(after)
        seen.update(chain)
        if len(chain) >= _FEWEST:
            yield chain


def _own(words: PhraseWords, siblings: Sequence[Sibling], members: Sequence[int]) -> list[str]:
    """The first noun behind each figure that stands behind no other one and in no label."""
    found = [[*_behind(words, siblings[k])] for k in members]
    names = []
    for at, mine in enumerate(found):
        others = {name for k, theirs in enumerate(found) if k != at for name in theirs}
        names.append(next((name for name in mine if name not in others), ""))
    return names if all(names) else []


def _behind(words: PhraseWords, one: Sibling) -> Iterator[str]:
    """The nouns between a figure and the next one, without those that its label names."""
    known = set(one.label.casefold().split())
    for index, phrase in enumerate(words.p.phrases):
        if not one.stop <= phrase.first < one.limit or words.left_out(index):
            continue
        if words.pronoun(index):
            continue
        name = joined(words.words_of(index))
        if name and not known.issuperset(name.casefold().split()):
            yield name
