"""Last year's figure in the new text finds the old sentence, whatever the words around it."""

from __future__ import annotations

import pytest

from tests.editions import report
from tracediff.model import LinkKind

FILLER = "Ropes hang in the long shed. Gulls nest on the roof of the old mill. Salt came by barge."


def linked(old: str, new: str) -> list[tuple[str, str]]:
    """The opening words of the sentences that stand side by side though they were edited."""
    there = report(f"# A\n\n{FILLER}\n\n{old}\n", f"# A\n\n{FILLER}\n\n{new}\n").comparison
    olds, news = there.old.edition.sentences, there.new.edition.sentences
    return [
        (olds[link.old[0]].text.split(" ")[0], news[link.new[0]].text.split(" ")[0])
        for link in there.alignment.links
        if link.old and link.new and link.kind is not LinkKind.KEPT
    ]


KINDS = [
    ("Late Permits", "Early Permits", "Free Permits"),
    ("Broken Nets", "Stolen Nets", "Borrowed Nets"),
    ("Night Ferries", "Market Ferries", "School Ferries"),
]


@pytest.mark.parametrize("kinds", KINDS)
def test_an_item_goes_with_the_one_whose_figure_it_recalls_and_whose_name_heads_it(
    kinds: tuple[str, str, str],
) -> None:
    counted = kinds[0].split()[1].casefold()
    olds = [
        f"- {many} offices ({share}%) didn’t know how many {kind} were counted."
        for many, share, kind in zip((102, 96, 103), (41, 39, 41), kinds, strict=True)
    ]
    news = [
        f"### {kind}\n\n- {many} offices ({share}%) did not know how many they had that fell into"
        f" this kind compared to {last}% last year."
        for kind, many, share, last in zip(
            (kinds[2], kinds[0], kinds[1]), (81, 79, 76), (33, 32, 31), (41, 41, 39), strict=True
        )
    ]
    old = f"All {counted} were counted.\n\n" + "\n".join(olds)
    new = f"## Counts\n\nAll {counted} were counted.\n\n" + "\n\n".join(news)
    assert linked(old, new) == [("103", "81"), ("102", "79"), ("96", "76")]


OTHERS = (  # that share as many words, and give other figures
    "Half of all ferries (131 ferries or 54%) were often painted after each crossing. Some 36% of"
    " mills keep a list of their sacks. Reported floods ranged from none to 913 in a district.",
    "Some 61% of boats said that painting is often or almost always done after each crossing. Of"
    " mills 22% keep no list of sacks, as the wardens saw. Fires were reported by 31 districts.",
)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Just over half of the ferries (125 ferries or 51%) were regularly, often, or almost"
            " always washed after each crossing, leaving the rest to the rain.",
            "Similar to last year, just over half of the boats – 53% in 2020 compared to 51% in"
            " 2019 – said that washing is regularly, often, or almost always done, with 23% of"
            " those almost always washing.",
        ),
        (
            "The wardens found that 44% of mills keep no list of their grain.",
            "Mills improved: those with no list of grain fell to 31%, down from 44% in 2019, as"
            " the wardens saw.",
        ),
        (
            "Reported fires ranged from none to 2,674 in a district.",
            "The highest number of reported fires for one district was 27, compared to 2,674 in"
            " 2019.",
        ),
    ],
)
def test_a_sentence_that_was_put_anew_is_found_by_the_figure_that_is_recalled(
    old: str, new: str
) -> None:
    olds, news = OTHERS
    pair = old.split(" ")[0], new.split(" ")[0]
    assert pair in linked(f"{old}\n\n{olds}", f"{news}\n\n## Later\n\n{new}")
