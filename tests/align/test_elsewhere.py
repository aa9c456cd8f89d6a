"""Sentences that belong to a link which stands elsewhere in the report."""

from dataclasses import replace

import pytest

from tests.align.texts import edition
from tracediff.align import align
from tracediff.lexicon.claims import plans
from tracediff.model import Alignment, Link
from tracediff.settings import Aligning

HARBOUR = [
    "The fisheries office licensed {n} trawlers.",
    "Ferries carried {n} million passengers.",
    "Dredging in Lume cost {n} crowns.",
    "The herring quota was {n} tonnes.",
    "Inspectors fined {n} captains for night fishing.",
]
COURTS = [
    "Judges heard {n} salvage claims.",
    "Notaries registered {n} vessels.",
    "Appeals took {n} weeks.",
    "The law library bought {n} volumes.",
]
FIRST = (
    "Pilots who ignored storm warnings in the strait of Orsk last winter kept their licences, nor"
    " were most owners of vessels lost in earlier winters held to account by the shipping board"
)
WHOLE = f"{FIRST}; there were delays in setting up, staffing and funding the independent chamber."
SECOND = (
    "There were delays in setting up and staffing the independent chamber, known as Chamber Nine."
)
TWICE = "The board of the port at times held no control of the pilots of the coast guard."
MEANT = (
    "The port expects the harbour renewal to yield an electronic berth application that captains"
    " fill in before entering any dock or anchorage, with better checks of ballast water."
)
AGAIN = (
    "When the renewal is complete we will introduce an electronic berth application that every"
    " captain must fill in before entering any dock or anchorage of the port."
)
DONE = (
    "Harbour renewal led to the recent opening of the Berth Desk, which includes an electronic"
    " berth application that captains fill in before entering any dock or anchorage, with checks of"
    " ballast water."
)


def compared(
    old: tuple[list[str], list[str]],
    new: tuple[list[str], list[str]],
    settings: Aligning | None = None,
) -> Alignment:
    """Two editions of a section on the harbour and one on courts, with more sentences in each."""
    before, after = (
        edition(
            ("Harbour", [*more[0], *(line.format(n=n) for line in HARBOUR)]),
            ("Courts", [*(line.format(n=n) for line in COURTS), *more[1]]),
        )
        for n, more in ((4, old), (7, new))
    )
    return align(before, after, settings)


def link_of(alignment: Alignment, old: int) -> Link:
    (found,) = (link for link in alignment.links if old in link.old)
    return found


def test_half_of_a_split_sentence_is_found_in_another_section() -> None:
    link = link_of(compared(([WHOLE], []), ([f"{FIRST}."], [SECOND])), 0)
    assert link.new == (0, 10)
    assert (link.new_apart, link.elsewhere, link.moved) == ((10,), True, False)
    assert any("a part that stands elsewhere" in reason for reason in link.why)


def test_a_reference_to_a_source_is_no_part() -> None:
    source = SECOND.replace("known as Chamber Nine", "see www.example.org/chamber")
    assert link_of(compared(([WHOLE], []), ([f"{FIRST}."], [source])), 0).new == (0,)


def test_what_its_own_link_says_already_is_no_part() -> None:
    link = link_of(compared(([WHOLE], []), ([WHOLE.replace("most", "some")], [SECOND])), 0)
    assert link.new == (0,)
    assert not link.elsewhere


def test_a_plan_that_is_told_twice_joins_what_tells_that_it_is_done() -> None:
    link = link_of(compared(([MEANT], [AGAIN]), ([DONE], [])), 0)
    assert link.old == (0, 10)
    assert any("planned elsewhere, and here it is so" in reason for reason in link.why)


def test_what_is_told_twice_and_never_planned_stays_alone() -> None:
    told = AGAIN.replace("we will introduce", "we introduced")
    alignment = compared(([MEANT], [told]), ([DONE], []))
    assert link_of(alignment, 0).old == (0,)
    assert link_of(alignment, 10).new == ()


def test_which_edition_plans_makes_no_difference() -> None:
    there = compared(([MEANT], [AGAIN]), ([DONE], []))
    back = compared(([DONE], []), ([MEANT], [AGAIN]))
    assert {(link.old, link.new) for link in there.links} == {
        (link.new, link.old) for link in back.links
    }


def test_a_part_that_stands_earlier_does_not_take_its_link_along() -> None:
    alignment = compared(([], [WHOLE]), ([SECOND], [f"{FIRST}."]))
    link = link_of(alignment, 9)
    assert (link.new, link.new_apart) == ((10, 0), (0,))
    assert not any(other.moved for other in alignment.links)
    assert [other.new[0] for other in alignment.links] == list(range(1, 11))


def test_what_one_edition_says_twice_stands_beside_what_the_other_says_once() -> None:
    alignment = compared(([TWICE], [TWICE]), ([f"As a result, {TWICE[0].lower()}{TWICE[1:]}"], []))
    link = link_of(alignment, 0)
    assert (link.old, link.old_apart, link.new) == ((0, 10), (10,), (0,))
    assert any("said elsewhere too: " in reason for reason in link.why)


def test_what_more_a_repetition_says_is_not_lost_with_it() -> None:
    more = TWICE.replace(".", ", and the coast guard closed both schools for pilots in Lume.")
    alignment = compared(([TWICE], [more]), ([TWICE.replace("held", "kept")], []))
    assert link_of(alignment, 10).new == ()


@pytest.mark.parametrize(
    "news",
    [
        "The board of the port at times held control of none of the pilots of the coast guard.",
        "The board of the port at times held no control of 12 pilots of the coast guard.",
        "The board of the port at times held no control of the pilots of the Karsk guard.",
    ],
)
def test_a_sentence_with_another_figure_name_or_denial_is_news(news: str) -> None:
    alone = compared(([TWICE], []), ([f"Later {TWICE[0].lower()}{TWICE[1:]}"], [news]))
    assert link_of(alone, 0).new == (0,)


def test_what_stands_word_for_word_in_both_editions_stays_as_it_is() -> None:
    link = link_of(compared(([TWICE], [TWICE]), ([TWICE], [])), 0)
    assert (link.old, link.new, link.similarity) == ((0,), (0,), 1.0)


def test_a_recommendation_does_not_say_what_it_asks_for() -> None:
    lacking = "Courts of the islands lack the clerks to watch the trades in which children toil."
    asked = (
        "Ensure that courts of the islands have the clerks to watch trades in which children toil."
    )
    told = "Courts of the islands have the clerks to watch the trades in which children toil."
    said = [f"Lastly, {lacking.lower()}"]
    assert link_of(compared(([lacking], []), (said, [asked])), 0).new == (0,)
    assert link_of(compared(([lacking], []), (said, [told])), 0).new == (0, 10)


def test_a_sentence_on_this_or_that_is_no_repetition() -> None:
    said = "Auditors could not tell whether money was spent to carry out {} plan of the board."
    new: tuple[list[str], list[str]] = [said.format("the").replace("spent", "also spent")], []
    assert link_of(compared(([said.format("the")], [said.format("this")]), new), 0).old == (0,)
    assert link_of(compared(([said.format("the")], [said.format("the")]), new), 0).old == (0, 10)


def test_of_two_that_say_the_missing_part_the_one_that_says_little_else_joins() -> None:
    bare = "Captains deplored delays in setting up and staffing the independent chamber."
    first = compared(([WHOLE], []), ([f"{FIRST}."], [bare, SECOND]))
    last = compared(([WHOLE], []), ([f"{FIRST}."], [SECOND, bare]))
    assert (link_of(first, 0).new, link_of(last, 0).new) == ((0, 10), (0, 11))


def test_a_full_link_takes_no_more() -> None:
    settings = replace(Aligning(), most=1)
    alignment = compared(([WHOLE], []), ([f"{FIRST}."], [SECOND]), settings)
    assert link_of(alignment, 0).new == (0,)


def test_what_stands_next_to_a_link_is_not_elsewhere() -> None:
    beside = compared(([WHOLE], []), ([f"{FIRST}.", SECOND], []))
    assert not any("elsewhere" in reason for link in beside.links for reason in link.why)


@pytest.mark.parametrize(
    ("text", "planned"),
    [
        ("The port will reopen.", True),
        ("The board intends to reopen the port.", True),
        ("The port reopened.", False),
        ("The goodwill of captains reopened the port.", False),
    ],
)
def test_plans_are_told_by_what_is_meant_to_happen(text: str, planned: bool) -> None:
    assert plans(text) is planned
