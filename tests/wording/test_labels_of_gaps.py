"""Labels of the figures of a list whose verb only the first of them has."""

from __future__ import annotations

import pytest

from tests.extract.ledger_of import ledger


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("42% were men, 6% women, 1% non-binary.", ["men", "women", "non-binary"]),
        (
            "Of the sailors, 42% were men, 6% women and 1% non-binary.",
            ["sailors who were men", "sailors who were women", "sailors who were non-binary"],
        ),
        (
            "60% of members are farmers, 25% teachers, 15% retired.",
            ["members who are farmers", "members who are teachers", "members who are retired"],
        ),
        (
            "Of those surveyed, 38% identified as male, 59% as female.",
            [
                "those surveyed, who identified as male",
                "those surveyed, who identified as female",
            ],
        ),
        (
            "Three boats were lost, two damaged and one sold.",
            ["boats lost", "boats damaged", "boats sold"],
        ),
        (
            "12 cases were upheld, 30 dismissed and 4 withdrawn.",
            ["cases upheld", "cases dismissed", "cases withdrawn"],
        ),
        (
            "40% of schools were rated good, 12% poor.",
            ["schools rated good", "schools rated poor"],
        ),
        (
            "72% of tenants felt safe, while 18% did not.",
            ["tenants feeling safe", "tenants not feeling safe"],
        ),
        (
            "31 owners said yes, 12 said no and 4 were not sure.",
            ["owners saying yes", "owners saying no", "owners not sure"],
        ),
        (
            "1% of crews had paid while 13% had not continued to sail.",
            ["crews that had paid", "crews"],
        ),
        ("Last year 11 climbers died; in 2023, 19 did.", ["climbers that died"] * 2),
        ("12 men were held, and 9 died.", ["men held", "men died"]),
    ],
)
def test_a_later_figure_stands_in_the_place_of_the_first(text: str, labels: list[str]) -> None:
    assert [fact.label for fact in ledger(text)] == labels


def test_what_goes_on_tells_a_count_from_others() -> None:
    (fact,) = ledger("61 crews continued to fish in the bay.")
    assert fact.label == "crews that continued to fish in the bay"
