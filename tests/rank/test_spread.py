"""How much of a statement a passage of the other edition says, and how few passages are weighed."""

from __future__ import annotations

import cProfile
import pstats
import random
from functools import partial

import pytest

from tracediff.model import Alignment, Comparison, Reading, Side
from tracediff.pipeline import read_text
from tracediff.rank.spread import Spread

WORDS = [a + b + c for a in ("bol", "kar", "min") for b in ("da", "fe", "gu") for c in ("st", "rk")]
PASSAGE = 6  # sentences of prose
_MOST = 10_000  # calls for 1,500 sentences; each passage with one of the words weighed takes 14,600

_WEIGHED = (
    3_000  # calls beside 80 passages that say most; with each of them weighed it takes 32,000
)


def spread(old: list[str], new: list[str]) -> Spread:
    """What two editions of these sentences say."""
    before, now = (
        Reading(read_text("\n\n".join([f"# Harbour {year}", *said]), name=f"{year}.md"), (), ())
        for year, said in ((2020, old), (2021, new))
    )
    return Spread(Comparison(before, now, Alignment((), ()), ()))


def sentence(rng: random.Random, words: list[str]) -> str:
    said = " ".join(rng.choice(words) for _ in range(rng.randint(4, 9)))
    return f"{said.capitalize()} {rng.randrange(10, 40)}."


def by_all_passages(one: Spread, at: int) -> float:
    """The share that the best of all passages of the new edition says."""
    words = {word for word, places in one._places[Side.OLD].items() if at in places}
    weights = {word: one._weights[word] for word in sorted(words)}
    places = one._places[Side.NEW]
    most = max(
        sum(
            weight
            for word, weight in weights.items()
            if any(first <= place < first + PASSAGE for place in places.get(word, ()))
        )
        for first in range(max(max(held) for held in places.values()) + 1)
    )
    return most / sum(weights.values())


@pytest.mark.parametrize("seed", range(6))
def test_no_passage_that_says_more_is_passed_over(seed: int) -> None:
    rng = random.Random(seed)
    old, new = ([sentence(rng, WORDS) for _ in range(60)] for _ in range(2))
    one = spread(old, new)
    for at in range(len(old)):
        best = by_all_passages(one, at)
        for least in (0.0, 0.4, 0.6, 0.8):
            found = one.share(Side.OLD, at, least=least)
            assert found == pytest.approx(best if best > least else 0.0)


def test_few_of_the_passages_that_share_a_word_are_weighed() -> None:
    rng = random.Random(7)
    words = [one + more for one in WORDS for more in ("bok", "dap", "gur", "lim", "tov", "zep")]
    new = [sentence(rng, words) for _ in range(1500)]
    one = spread([f"Quays {' and '.join(words[::9])}."], new)
    assert one.share(Side.OLD, 0, least=0.6) < 0.9
    profile = cProfile.Profile()
    profile.runcall(partial(one.share, Side.OLD, 0, least=0.6))
    assert pstats.Stats(profile).total_calls < _MOST  # type: ignore[attr-defined]


def test_once_a_passage_says_nearly_all_of_it_few_others_are_weighed() -> None:
    rng = random.Random(3)
    words = [one + more for one in WORDS for more in ("bok", "dap", "gur", "lim", "tov", "zep")]
    said = words[::9]
    new = [f"Piers {' or '.join(said)}."]
    for _ in range(80):
        new += [f"Quays {' and '.join(rng.sample(said, len(said) - 2))}.", *["Grey."] * PASSAGE]
    one = spread([f"Quays {' and '.join(said)}."], new)
    assert one.share(Side.OLD, 0, least=0.6) > 0.9
    profile = cProfile.Profile()
    profile.runcall(partial(one.share, Side.OLD, 0, least=0.6))
    assert pstats.Stats(profile).total_calls < _WEIGHED  # type: ignore[attr-defined]
