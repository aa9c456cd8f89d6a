"""What takes the place of what, though hardly a word is the same."""

from tests.align.texts import edition
from tracediff.align import align, align_sentences
from tracediff.model import LinkKind

Pairs = set[tuple[tuple[int, ...], tuple[int, ...]]]


def pairs(old: list[str], new: list[str]) -> Pairs:
    return {(x.old, x.new) for x in align_sentences(old, new) if x.old and x.new}


def in_two_items(old: list[str], new: list[str]) -> Pairs:
    """The links of an edition whose first item holds some sentences, and another item follows."""
    rest = ("Roads", ["The ring road has four lanes."])
    links = align(edition(("Ports", old), rest), edition(("Ports", new), rest)).links
    return {(x.old, x.new) for x in links if x.old and x.new}


LABELS = ("Herring landed at Lume", "Cod landed at Lume", "Boats laid up for good")


def test_a_row_of_cells_with_other_figures_stands_beside_the_row_before() -> None:
    old = [LABELS[0], "12", "9.7", LABELS[1], "3", LABELS[2]]
    new = [LABELS[0], "14", "8.1", LABELS[1], "no data", LABELS[2]]
    found = pairs(old, new)
    assert {((1,), (1,)), ((2,), (2,))} <= found
    assert ((4,), (4,)) not in found


def test_marks_without_words_are_kept_where_they_stand_between_the_same_cells() -> None:
    links = align_sentences([LABELS[0], "✓", LABELS[1]], [LABELS[0], "✓", LABELS[1]])
    assert [x.kind for x in links] == [LinkKind.KEPT] * 3


def test_cells_are_not_paired_where_one_side_has_more() -> None:
    assert pairs([LABELS[0], "12", LABELS[1]], [LABELS[0], "14", "8.1", LABELS[1]]) == {
        ((0,), (0,)),
        ((2,), (3,)),
    }


def test_sentences_in_one_gap_that_open_with_the_same_matter_answer_to_each_other() -> None:
    around = ("The code was reformed in spring.", "Judges sit in Orsk and in Karsk.")
    old = [around[0], "Penalties range from one to nine years in prison.", around[1]]
    assert ((1,), (1,)) in pairs(old, [around[0], "Penalties are too low to deter.", around[1]])
    assert ((1,), (1,)) not in pairs(old, [around[0], "Nobody obeyed.", around[1]])


def test_sentences_in_one_gap_that_open_with_the_same_phrase_answer_to_each_other() -> None:
    around = ("The code was reformed in spring.", "Judges sit in Orsk and in Karsk.")
    many = [f"The number of {t} at sea was not known." for t in ("tugs", "cogs", "rafts", "punts")]
    old = [*many, around[0], "The number of people who drowned fell.", around[1]]
    new = [*many, around[0], "The number of wrecks was higher.", around[1]]
    assert ((5,), (5,)) in pairs(old, new)


TRAMS = [
    "Trams run to the harbour every ten minutes.",
    "The tramway carried nine million people.",
    "Most trams are old.",
    "Many trams are late, and the people of the harbour complain.",
]


def test_the_first_sentence_behind_a_link_answers_to_one_that_is_built_like_it() -> None:
    weak = "However, many weaknesses spoil these trams."
    faults = "However, the trams still have some faults."
    end = "Judges sit in Orsk and in Karsk."
    assert ((4,), (4,)) in pairs([*TRAMS, weak, end], [*TRAMS, faults, "Nobody minds.", end])
    assert ((4,), (4,)) not in pairs([*TRAMS, weak, end], [*TRAMS, "Nobody minds.", end])


def test_what_is_built_alike_with_another_name_tells_of_something_else() -> None:
    old = [
        *TRAMS,
        "However, many weaknesses spoil these trams of Lume.",
        "In Orsk, Judge Ole sits.",
    ]
    new = [*TRAMS, "However, the trams of Karsk have faults.", "Why?", "In Orsk, Judge Ole sits."]
    assert ((4,), (4,)) not in pairs(old, new)


def test_small_words_alone_make_nothing_built_alike() -> None:
    old = [*TRAMS, "After the storm of the winter they repaired it.", "In Orsk, Judge Ole sits."]
    new = [*TRAMS, "After the feast of the guild they drank.", "Why?", "In Orsk, Judge Ole sits."]
    assert ((4,), (4,)) not in pairs(old, new)


def test_where_much_was_rewritten_being_built_alike_says_nothing() -> None:
    weak = "However, many weaknesses spoil these trams."
    faults = "However, the trams still have some faults."
    quiet = ["Nobody minds.", "Who would dare?", "Old habits die hard.", "So it goes."]
    assert ((4,), (4,)) not in pairs([*TRAMS, weak], [*TRAMS, faults, *quiet])


def test_what_a_body_did_this_time_answers_to_what_it_did_last_time() -> None:
    council = "The harbour council advises the ministry on dredging and on tides."
    old = [council, "In March 2023, it inspected two quays.", "Nobody was hurt."]
    new = [council, "During the reporting period, members went to a conference abroad."]
    assert ((1,), (1,)) in in_two_items(old, new)
    assert ((1,), (1,)) not in in_two_items(old, [council, "Members went abroad."])
    assert ((1,), (1,)) in in_two_items(old, [council, "Trained 40 pilots on the new charts."])
    cited = "(7; 12) In May 2024, it bought a tug."
    assert ((1,), (1,)) in in_two_items(old, [council, cited])
    assert ((1,), (2,)) not in in_two_items(old, [council, "Tugs idle.", *new[1:]])


def test_the_one_sentence_left_at_the_end_of_an_item_answers_though_the_next_item_is_new() -> None:
    council = "The harbour council advises the ministry on dredging and on tides."
    old = edition(
        ("Ports", [council, "Members receive 40 crowns a day."]),
        ("Rails", ["Two lines were closed."]),
    )
    new = edition(
        ("Ports", [council, "Members are elected by fishers."]),
        ("Roads", ["The ring road has four lanes.", "It opened in May."]),
    )
    assert ((1,), (1,)) in {(x.old, x.new) for x in align(old, new).links}


def test_why_says_that_the_place_speaks_for_the_pair() -> None:
    (_, link, _) = align_sentences([LABELS[0], "12", LABELS[1]], [LABELS[0], "14", LABELS[1]])
    assert link.why == ("in the same place", "cells")
