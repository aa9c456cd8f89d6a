"""Which words of substance two texts share: both in, whether one has most of the other's out."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final

from tracediff.text.words import FUNCTION_WORDS, root


def unlike(text: str, other: str) -> Callable[[int, int], float]:
    """Wants the statement with most words of substance that another text does not have."""
    have = set(roots(other))
    return lambda start, end: float(sum(r not in have for r in set(roots(text[start:end]))))


def holds_most(text: str, part: str) -> bool:
    """Whether a text has most of the words of substance of another.

    >>> holds_most("The old pier leaks.", "The pier leaks in May"), holds_most("Rain", "A pier")
    (True, False)
    """
    return _share(text, part) > _HALF


def says_much(text: str, part: str) -> bool:
    """Whether a text says so much of a statement that this is neither gone nor new, but said in
    other words.

    >>> says_much("Nets can be lent or sold.", "Nets can be bought")
    True
    >>> says_much("Nets can be lent or sold.", "The guild paid for its nets")
    False
    """
    return _share(text, part) >= _HALF


def _share(text: str, part: str) -> float:
    """How many of the words of substance of one text another has."""
    have = {*roots(text)}
    own = [{*roots(one)} for one in _UNITS.findall(part)]
    own = [words for words in own if words]
    return sum(words <= have for words in own) / len(own) if own else 0.0


# a word, or a name of several: a body's long name says no more than one word
_UNITS: Final = re.compile(r"(?:[A-Z][\w’'.-]*(?: (?:of|the|and|for|/|&) | )(?=[A-Z]))*\S+")


_HALF: Final = 0.5


def answers(one: str, other: str) -> bool:
    """Whether two statements are of one thing and say different things of it: they share two words
    of substance, and neither says most of the other.

    >>> answers("Ada Brand was fired in May", "Ada Brand had nine complaints")
    True
    >>> answers("Ada Brand was fired", "Nine piers leak"), answers("A pier leaks", "A pier leaks")
    (False, False)
    """
    shared = len({*roots(one)} & {*roots(other)})
    return shared > 1 and not (holds_most(one, other) and holds_most(other, one))


def roots(text: str) -> Iterator[str]:
    """The roots of the words of substance of a text."""
    return filter(None, map(_root_of, text.split()))


@lru_cache(maxsize=65536)
def _root_of(word: str) -> str:
    """The root of a word of substance; "" for others, and for marks."""
    bare = word.strip(".,;:()“”\"'’").casefold()
    return root(bare) if any(map(str.isalnum, bare)) and bare not in FUNCTION_WORDS else ""
