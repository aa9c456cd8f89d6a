"""What the tagger looks at: features of a token, of its neighbours, and of the tags given so far.

Features that go together are made from one key, so that their weights can be added once for all
tokens with that key.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain
from typing import Final, NamedTuple

from tracediff.syntax.closed import LONGEST, direct, normal

Key = tuple[str, ...]
"""What the features of one group are made of."""

Group = Callable[..., Key]
"""The parts of a key in, the features of a group out."""

# Behind these a capital letter says no more than at the head of a sentence.
_OPENING: Final = frozenset('|•·*:"([“‘')

ROLES: Final[Mapping[str, str]] = {
    word: role
    for role, words in {
        "have": "have has had having haven't hasn't hadn't",
        "be": "be is are was were been being am isn't aren't wasn't weren't get got gets",
        "do": "do does did don't doesn't didn't",
        "conjunction": "because although though unless while if whereas whether",
    }.items()
    for word in words.split()
}
_FINITE: Final = frozenset("VBD VBZ VBP MD".split())
_INSIDE_GROUP: Final = frozenset("RB RBR RBS VBN VB".split())
_LINKS: Final = frozenset("CC RB ,".split())  # what stands before these matters more
CLAUSE_ENDS: Final = frozenset(", : . CC WDT WP WRB -LRB- -RRB-".split())
_NOMINAL: Final = frozenset("NN NNS NNP NNPS PRP".split())


def features(groups: Sequence[Group], keys: Sequence[Key]) -> Iterator[str]:
    """The features of groups, each with its key; those of the last groups may have none."""
    return chain.from_iterable(group(*key) for group, key in zip(groups, keys, strict=False))


def kinds_of_place(words: Sequence[str]) -> list[str]:
    """Where each token stands: at a ``start``, ``in`` a sentence or in a ``head`` (a heading).

    A capital letter says that a word is a name only inside a sentence.
    """
    capitals = sum([len(word) > 3 and word[0].isupper() for word in words])
    if capitals > 1:
        long = sum([len(word) > 3 and word[0].isalpha() for word in words])
        if capitals > 0.7 * long:
            return ["head"] * len(words)
    places = ["in"] * len(words)
    first = next((i for i, word in enumerate(words) if word[0].isalnum()), len(words) - 1)
    places[: first + 1] = ["start"] * (first + 1)
    if not _OPENING.isdisjoint(words):
        for i in range(first + 1, len(words)):
            before = words[i - 1]
            opens = before in _OPENING or (places[i - 1] == "start" and not before[0].isalnum())
            places[i] = "start" if opens else "in"
    return places


def word_class(low: str, classes: Mapping[str, str]) -> str:
    """The tags that a word is known to have, or those of the word that it is formed from."""
    return classes.get(low) or derived_class(low, classes)


def derived_class(low: str, classes: Mapping[str, str]) -> str:
    """The ending of a word with the tags of the word that it is formed from."""
    for ending, repairs in _ENDINGS.get(low[-1:], ()):
        if low.endswith(ending):
            stem = low[: -len(ending)]
            for repair in repairs:
                known = classes.get(stem + repair)
                if known:
                    return f"{known}~{ending}"
            return f"?~{ending}"
    return "?"


# Endings, and what takes their place, by the last letter; the first that fits counts.
_ENDINGS: Final[Mapping[str, tuple[tuple[str, tuple[str, ...]], ...]]] = {
    "s": (("ies", ("y",)), ("es", ("e", "")), ("s", ("",))),
    "d": (("ied", ("y",)), ("ed", ("e", ""))),
    "g": (("ing", ("", "e")),),
    "y": (("ly", ("",)),),
    "r": (("er", ("", "e")),),
}


OWN: Final[tuple[Group, ...]] = (
    lambda low, letters: (f"w{low}{letters}",),
    lambda ending: (f"1{ending[-1:]}", f"2{ending[-2:]}", f"3{ending}"),
    lambda ending: (f"4{ending[-4:]}", f"5{ending}"),
    lambda head: (f"p{head}",),
    lambda shape, ending: (f"K{shape}{ending}",),
    lambda shape, group, derived: (
        "b",
        f"k{shape}",
        f"c{group}",
        f"C{shape}{group}",
        f"d{derived}",
    ),
    lambda group, ending: (f"h{group}", f"H{ending}"),
)
"""The features of each key of a token itself; those of the last are of its part behind a hyphen."""


def own_keys(word: str, place: str, classes: Mapping[str, str]) -> tuple[Key, ...]:
    """What a token itself says about its tag, one key for each of ``OWN`` that speaks of it."""
    low = normal(word)
    shape = _shape(word) + place
    derived = derived_class(low, classes)
    group = classes.get(low) or derived
    if group.startswith("NNP") and shape[0] == "x":
        group = "NN"  # a name elsewhere, here a common word: "the congress"
    keys: tuple[Key, ...] = (
        (low, shape[0] if group.startswith("NN") else ""),
        (low[-3:],),
        (low[-5:],),
        (low[:3],),
        (shape, low[-2:]),
        (shape, group, derived),
    )
    last = low.rpartition("-")[2]
    return keys if last == low else (*keys, (word_class(last, classes), last[-3:]))


SLOTS: Final = "abyz"
"""Where a token stands beside the one to be tagged: two before, before, behind, two behind."""


def near_features(word: str, classes: Mapping[str, str]) -> tuple[str, ...]:
    """What a token says about the tags of others, without its slot."""
    low = normal(word)
    return (
        f"w{low}",
        f"c{direct(word) if word else ''}{word_class(low, classes)}",
        f"3{low[-3:]}",
        f"k{_shape(word)}",
    )


def _shape(word: str) -> str:
    """Letters of a token by case: x lower, X capital, A all capitals, d with digits, - marks."""
    if word.isalpha():
        if word.islower():
            return "x"
        return "A" if word.isupper() and len(word) > 1 else "X"
    if any(map(str.isdigit, word[:LONGEST])):
        return "d"
    hyphen = "-" if "-" in word or "‑" in word else "'"
    return ("X" if word[:1].isupper() else "x") + hyphen


class Reading(NamedTuple):
    """A token before it is tagged.

    ``only`` is the tag that it has in every sentence, ``low`` the folded word, ``group`` its class
    without the class of its stem, ``role`` which auxiliary it is or whether it is a conjunction,
    ``own`` the weights of what the token itself says and ``guess`` the number of its best tag;
    ``ends`` says whether a clause ends with it, or before it.
    """

    only: str | None
    low: str
    group: str
    role: str = ""
    own: int = 0
    guess: int = 0
    ends: bool = False


def look_ahead(readings: Sequence[Reading]) -> list[str]:
    """For each token ``a`` where a verb that can only be finite follows in its clause, else ""."""
    told = []
    ahead = ""
    for _, _, group, _, _, _, ends in reversed(readings):
        told.append(ahead)
        if group in _FINITE:
            ahead = "a"
        elif ahead and ends:
            ahead = ""
    told.reverse()
    return told


class State(NamedTuple):
    """What the tags given so far say about the clause.

    ``auxiliary`` is the one that waits for its verb; ``clause`` has an ``n`` where a noun was seen
    and an ``f`` where a finite verb was.
    """

    auxiliary: str = ""
    clause: str = ""


@lru_cache(maxsize=4096)
def advance(state: State, tag: str, role: str) -> State:
    """The state behind one more token."""
    if tag[0] in "VMT":
        auxiliary = role if role in ("have", "be", "do") else ""
        if not auxiliary and tag in ("MD", "TO"):
            auxiliary = tag
        return State(auxiliary, _with(state.clause, "f" if tag in _FINITE else ""))
    if tag in _INSIDE_GROUP:
        return state
    if tag in CLAUSE_ENDS or role == "conjunction":
        return State()
    return State("", _with(state.clause, "n" if tag in _NOMINAL else ""))


def _with(clause: str, mark: str) -> str:
    return "".join(one for one in "nf" if one in clause + mark)


def context_keys(
    before: str, last: str, state: State, low: str, group: str, ahead: str, following: str
) -> tuple[Key, Key, Key, Key, Key]:
    """What stands around a token to be tagged, one key for each of ``CONTEXTS``.

    ``before`` and ``last`` are the tags before it, ``low`` and ``group`` are of its reading,
    ``following`` is the group of the token behind it.
    """
    auxiliary, clause = state
    clause += ahead
    return (
        (last, before),
        (last, low),
        (auxiliary, clause, f"{before} {last}" if last in _LINKS else last, group),
        (clause, group, following),
        (last, group, following),
    )


CONTEXTS: Final[tuple[Group, ...]] = (
    lambda last, before: (f"t{last}", f"u{last} {before}"),
    lambda last, low: (f"v{last} {low}", f"e{last} {low[-3:]}"),
    lambda auxiliary, clause, link, group: (f"g{auxiliary} {group}", f"f{clause} {link} {group}"),
    lambda clause, group, following: (f"m{clause} {group} {following}",),
    lambda last, group, following: (f"n{last} {group} {following}",),
)
"""The features of each key of a context."""
