"""A name and what is said of it in, a label of so many words at most out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from tracediff.lexicon.people import ANYBODY
from tracediff.lexicon.syntax import BE
from tracediff.wording.deed import Deed
from tracediff.wording.phrases import ARTICLES, ATTACHED, joined

MOST: Final = 9
"""Words of a label: what fits a table's first column (design: labels of at most nine words)."""
_TAIL: Final = frozenset(
    "of per in on at by for from to with and or the a an as that who which its their".split()
)
_OPEN: Final = frozenset({"and", "or", "the", "a", "an"})  # what nothing follows
_OF_THE_NAME: Final = frozenset("of per with among against about between".split())
_SHORTEST: Final = 2  # words of a part that is told in part
_HAVING: Final = frozenset({"with", "without"})
_BEFORE_VERB: Final = frozenset("not never who that have had would could".split())
Part = tuple[int, int, Sequence[str]]


def fitted(name: Sequence[str], hung: Sequence[Sequence[str]], done: Deed, most: int = MOST) -> str:
    """A label of so many words at most: the name, then as many whole parts as fit.

    What hangs on the name by "of" stands before the verb, other things behind it: "visas granted to
    victims". The first part of what hangs on it goes before the verb, and this before the rest; how
    it was done is said where all else is, articles where there is room.
    """
    full = done._replace(verb=(*done.manner, *done.verb))
    if len(done.verb) > 1:
        full = full._replace(verb=(*done.verb[:1], *done.manner, *done.verb[1:]))
    for way, articles in ((full, True), (full, False), (done, True), (done, False)):
        kept, whole = _kept(name, _ordered(hung, way), most, articles)
        if whole:
            break
    else:
        short = _compressed(name, hung, done, most)
        if short:
            return short
    words = [word for _, _, part in sorted(kept, key=lambda one: one[:2]) for word in part]
    while words and words[-1] in _OPEN:
        words.pop()
    return joined(words)


def _compressed(name: Sequence[str], hung: Sequence[Sequence[str]], done: Deed, most: int) -> str:
    """A label in which the last noun stands for the phrase that leads to it and would not fit:
    "permits refused, health and safety rules" for "refused for breaches of health …"."""
    chain = [*done.parts] if done.parts else [*hung]
    if len(chain) != 2 or chain[1][:1] != ["of"] or (done.parts and hung):
        return ""
    words = [*_without_articles(name, articles=False), *done.verb]
    last = _without_articles(chain[1][1:], articles=False)
    if not words or len(words) + len(last) > most:
        return ""
    return f"{joined(words)}, {joined(last)}"


def _ordered(hung: Sequence[Sequence[str]], done: Deed) -> list[Part]:
    """The parts of a label with their places in print, the one that matters most first."""
    behind = bool(done.verb and hung and hung[0] and hung[0][0] not in _OF_THE_NAME)
    own = [(3 if behind else 0, k, part) for k, part in enumerate(hung)]
    straight = bool(done.parts and done.parts[0][:1] and done.parts[0][0] not in ATTACHED)
    places = [2 if straight and not k else 4 for k in range(len(done.parts))]
    verbal = [(1, 0, done.verb), *zip(places, range(len(places)), done.parts, strict=True)]
    return [*own[:1], *verbal[:1], *own[1:], *verbal[1:]]


def _kept(
    name: Sequence[str], order: Sequence[Part], most: int, articles: bool
) -> tuple[list[Part], bool]:
    """The parts that fit, and whether all do. What hangs on a part left out goes with it."""
    first = _without_articles(name, articles)[:most]
    while first and first[-1].lower() in _TAIL:
        first.pop()
    kept: list[Part] = [(-1, 0, first)]
    left, lost = most - len(first), dict[int, tuple[int, int, list[str]]]()
    for place, number, part in order:
        words = _without_articles(part, articles)
        chain = 1 if place in (1, 2, 4) else 0
        if chain in lost or len(words) > left:
            lost.setdefault(chain, (place, number, words))
            continue
        left -= len(words)
        kept.append((place, number, words))
    for place, number, words in lost.values():
        begun = _begun(words, left)
        if begun:
            left -= len(begun)
            kept.append((place, number, begun))
    return kept, not lost and len(first) == len(_without_articles(name, articles))


def _begun(words: list[str], most: int) -> list[str]:
    """The first phrases of a long part that fit, or none: "to reach a state of calm" of "to reach a
    state of calm at sea"."""
    ends = [k for k in range(_SHORTEST, most + 1) if words[k].lower() in ATTACHED]
    return words[: ends[-1]] if ends else []


def _without_articles(words: Sequence[str], articles: bool) -> list[str]:
    return [word for word in words if articles or word not in ARTICLES]


def parted(name: Sequence[str], hung: Sequence[Sequence[str]], whole: Deed, done: Deed) -> str:
    """The label of a part of things to which something was done: "boats sold in May, painted by
    owners"; shorter where there is no room, "sold boats painted by owners"."""
    own = [*done.verb, *(word for part in done.parts[:1] for word in part)]
    less = own[own[0] in ("that", "who") :]
    shorter = ((whole, own), (whole, less), (Deed(whole.verb), own), (Deed(whole.verb), less))
    for told, said in (*shorter, (Deed(whole.verb), [*done.verb])):
        before = fitted(name, hung if told is whole else [], told)
        if len(before.split()) + len(said) <= MOST:
            return f"{before}, {joined(said)}"
    return fitted([*whole.verb, *name], [], done)


def without(done: Deed, part: list[str]) -> Deed:
    """A deed without a part that the name before it has."""
    return done._replace(parts=tuple(one for one in done.parts if one != part))


def is_anybody(name: Sequence[str], done: Deed) -> bool:
    """Whether a predicate names those counted better: "40 people are victims of fraud"."""
    said = len(done.verb) > 2 and done.verb[1] in BE
    return said and bool(name) and name[-1].lower() in ANYBODY


def verb_of(done: Deed) -> str:
    """The verb in what is said of the things counted, or ""."""
    verb = next((word for word in done.verb if word not in _BEFORE_VERB), "")
    return "" if verb in ATTACHED - _HAVING else verb
