"""The set of links that is likeliest as a whole, against trying all of them."""

import random
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from tracediff.align.matching import best_first, matching

odds = st.dictionaries(
    st.tuples(st.integers(0, 4), st.integers(0, 4)),
    st.integers(-3, 12).map(lambda tenths: tenths / 2),
    max_size=18,
)


@given(odds=odds)
@settings(max_examples=400)
def test_no_other_set_of_links_adds_up_to_more(odds: dict[tuple[int, int], float]) -> None:
    found = matching(odds, 0.0)
    assert len({o for o, _ in found}) == len({n for _, n in found}) == len(found)
    best = max(
        sum(max(0.0, odds.get(pair, 0.0)) for pair in enumerate(order))
        for order in permutations(range(5))
    )
    assert sum(odds[pair] for pair in found) == best


def test_no_other_set_of_links_adds_up_to_more_in_any_of_many_clusters() -> None:
    for seed in range(400):
        rng = random.Random(seed)
        cells = rng.sample([(o, n) for o in range(4) for n in range(4)], rng.randrange(1, 15))
        odds: dict[tuple[int, int], float] = {cell: rng.randrange(-1, 9) / 2 for cell in cells}
        best = max(
            sum(max(0.0, odds.get(pair, 0.0)) for pair in enumerate(order))
            for order in permutations(range(4))
        )
        assert sum(odds[pair] for pair in matching(odds, 0.0)) == best


def test_a_link_gives_way_where_two_others_are_worth_more() -> None:
    odds = {(0, 0): 5.0, (0, 1): 4.0, (1, 0): 4.0}
    assert matching(odds, 0.0) == [(0, 1), (1, 0)]
    assert list(best_first(odds, 0.0)) == [(0, 0)]


def test_a_sentence_is_left_alone_where_its_partner_is_worth_more_elsewhere() -> None:
    assert matching({(0, 0): 1.0, (1, 0): 4.0, (1, 1): 2.0}, 0.0) == [(1, 0)]


def test_of_endless_formulas_the_best_links_come_first() -> None:
    many = {(o, n): 1.0 + (o == n) for o in range(30) for n in range(30)}
    assert set(matching(many, 0.0)) == {(at, at) for at in range(30)}
