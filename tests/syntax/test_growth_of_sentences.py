"""A sentence twice as long costs at most 2.3 times as much to parse: calls are counted."""

from __future__ import annotations

import cProfile
import pstats
from collections.abc import Callable
from itertools import cycle, islice

import pytest

from tracediff.syntax.parse import _latest, parse, remembered

MOST = 2.3
BOATS = "boats nets sails ropes masts oars hulls decks piers quays docks crews tugs barges".split()
BASES = "sail mend paint wash load haul steer anchor lift carry repair clean guard watch".split()
PASTS = "sold kept moored painted mended".split()
PIERS = [f"{first}{second}ar" for first in "BDFGKLMNPRSTVZ" for second in "aeiou"]

Shape = Callable[[int], str]


def some(words: list[str], size: int, joined: str = ", ", each: str = "{}") -> str:
    return joined.join(each.format(word) for word in islice(cycle(words), size))


def both(each: str, size: int, joined: str = " ") -> str:
    """So many phrases of a word of each of two lists."""
    words = islice(zip(cycle(PASTS), cycle(BOATS)), size)
    return joined.join(each.format(*pair) for pair in words)


SHAPES: dict[str, Shape] = {
    "nouns in a list": lambda n: f"The port has {some(BOATS, n)} and boats.",
    "nouns with and": lambda n: f"The port has {some(BOATS, n, ' and ')}.",
    "numbers in a list": lambda n: f"The port sold {some(BOATS, n, each='12 old {}')} and a boat.",
    "names": lambda n: f"Ships came from {some(PIERS, n)} and Rye.",
    "subjects": lambda n: f"{some(BOATS, n, ', ', 'the {}')} sank.",
    "years": lambda n: f"Ships sank in {some([str(1900 + at) for at in range(99)], n)}.",
    "adjectives": lambda n: f"The port sold {some(['old', 'large', 'red'], n)} boats.",
    "compounds": lambda n: f"The port sold {some(BOATS, n, ' ')}.",
    "participles": lambda n: f"The boats were {some(PASTS, n)} and sold.",
    "chain of participles": lambda n: f"The port has boats {some(PIERS, n, ' ', 'kept in {}')}.",
    "forms in -ing": lambda n: f"The crew left{some(BOATS, n, '', ', selling {}')}.",
    "infinitives in a list": lambda n: f"The crew wanted to {some(BASES, n)} and rest.",
    "each with to": lambda n: f"The crew wanted {some(BASES, n, each='to {}')} and to rest.",
    "chain of infinitives": lambda n: f"The crew wanted {some(BASES, n, ' ', 'to {} boats')}.",
    "verbs in a list": lambda n: f"The crew {both('{} {}', n, ', ')} and left.",
    "verbs with and": lambda n: f"The crew {both('{} {}', n, ' and ')}.",
    "duties": lambda n: f"The crew {some(BASES, n, each='must {} boats')} and rest.",
    "of": lambda n: f"The office counted the {some(BOATS, n, ' of the ')}.",
    "places": lambda n: f"The crew sailed {some(PIERS, n, ' ', 'from {}')}.",
    "clauses with and": lambda n: f"{some(PIERS, n, ' and ', 'the crew of {} sold 9 boats')}.",
    "clauses in a list": lambda n: f"In 2020 {some(BOATS, n, each='12 {} were sold')}.",
    "that": lambda n: f"Wardens said {some(PIERS, n, ' ', 'that crews of {} reported')} losses.",
    "which": lambda n: f"The port sold boats {some(BOATS, n, ' ', 'which carried {}')}.",
    "verbs behind which": lambda n: f"The boat which {some(BASES, n, each='{}s')} and rests sank.",
    "if": lambda n: f"{some(BOATS, n, each='If the crew sold {}')}, the port closed.",
    "while": lambda n: f"The crew slept {some(BOATS, n, ' ', 'while the port sold {}')}.",
    "comparisons": lambda n: f"Losses rose {some(['12', '30'], n, ' ', 'compared with {} boats')}.",
    "from and to": lambda n: f"Losses rose {some(['12', '30'], n, each='from 2 boats to {}')}.",
    "asides": lambda n: f"The port sold {some(BOATS, n, each='12 {} (from Rye)')} and a boat.",
    "brackets in brackets": lambda n: f"The port {some(BOATS, n, ' ', '({}')}{')' * n} sank.",
    "appositions": lambda n: f"{some(PIERS, n, each='{}, the port of Rye')}, sold boats.",
    "quotations": lambda n: f"The crew said {some(BOATS, n, ' ', '“we sold {}”')}.",
    "including": lambda n: f"The port sold boats {some(BOATS, n, ', ', 'including {}')}.",
}


def calls(text: str) -> int:
    """How many functions are called to parse a sentence that nobody has parsed."""
    _latest.cache_clear()
    remembered.clear()
    profile = cProfile.Profile()
    profile.runcall(parse, text)
    return int(pstats.Stats(profile).total_calls)  # type: ignore[attr-defined]


@pytest.mark.parametrize("shape", SHAPES.values(), ids=SHAPES)
def test_a_sentence_twice_as_long(shape: Shape) -> None:
    calls(shape(20))  # what is looked up once for a word
    counts = [calls(shape(size)) for size in (100, 200, 400)]
    assert max(counts[1] / counts[0], counts[2] / counts[1]) <= MOST, counts
