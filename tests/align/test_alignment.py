"""What a reader notices of an alignment, and what holds for every pair of texts."""

import random

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.align.texts import edition, table
from tracediff.align import align, align_sentences
from tracediff.model import LinkKind, SectionLink, TableLink
from tracediff.settings import Aligning, Words

LINES = (
    "The ministry opened 12 clinics in Orsk.",
    "The ministry opened 14 clinics in Orsk and in Lume Bay.",
    "No report was published.",
    "No report was published in 2024.",
    "Inspectors visited quarries and fined nine operators.",
    "Inspectors visited quarries.",
    "Nine operators were fined.",
    "The fund paid 3.2 million crowns to fishers.",
    "The fund paid nothing.",
    "See annex.",
)

texts = st.lists(st.sampled_from(LINES), max_size=9)
parts = st.lists(st.tuples(st.sampled_from(("Health", "Labour", "", "Fees")), texts), max_size=4)


@given(old=texts, new=texts)
@settings(max_examples=80)
def test_every_sentence_stands_in_exactly_one_link(old: list[str], new: list[str]) -> None:
    links = align_sentences(old, new)
    assert sorted(o for link in links for o in link.old) == list(range(len(old)))
    assert sorted(n for link in links for n in link.new) == list(range(len(new)))


def test_every_sentence_of_many_small_editions_stands_in_one_link_whichever_is_old() -> None:
    more = ("They fined nine operators.", "It was late.", "✓", "12", "In 2023, it met.", "Yes")
    for seed in range(600):
        rng = random.Random(seed)
        sides = [
            edition(
                *(
                    (rng.choice(("Health", "Fees")), rng.choices(LINES + more, k=rng.randrange(6)))
                    for _ in range(rng.randrange(1, 4))
                )
            )
            for _ in range(2)
        ]
        old, new = sides
        links = align(old, new).links
        for side, members in zip(
            sides, ([k.old for k in links], [k.new for k in links]), strict=True
        ):
            assert sorted(i for one in members for i in one) == list(range(len(side.sentences)))
        back = {(k.new, k.old) for k in align(new, old).links}
        assert {(k.old, k.new) for k in links} == back


@given(old=texts, new=texts)
@settings(max_examples=80)
def test_exchanging_the_sides_exchanges_added_and_removed_and_nothing_else(
    old: list[str], new: list[str]
) -> None:
    there = {(x.old, x.new, x.similarity, x.moved, x.why) for x in align_sentences(old, new)}
    back = {(x.new, x.old, x.similarity, x.moved, x.why) for x in align_sentences(new, old)}
    assert there == back


@given(old=parts, new=parts)
@settings(max_examples=60)
def test_exchanging_the_editions_exchanges_sections_too(
    old: list[tuple[str, list[str]]], new: list[tuple[str, list[str]]]
) -> None:
    first, second = edition(*old), edition(*new)
    there, back = align(first, second), align(second, first)
    assert {(x.old, x.new, x.similarity, x.moved) for x in there.links} == {
        (x.new, x.old, x.similarity, x.moved) for x in back.links
    }
    assert {(x.old, x.new, x.similarity, x.moved) for x in there.sections} == {
        (x.new, x.old, x.similarity, x.moved) for x in back.sections
    }
    assert sorted(x.old for x in there.sections if x.old is not None) == list(range(len(old)))
    assert sorted(x.new for x in there.sections if x.new is not None) == list(range(len(new)))


@given(lines=texts)
@settings(max_examples=60)
def test_a_text_beside_itself_is_kept_and_nothing_moves(lines: list[str]) -> None:
    links = align_sentences(lines, lines)
    assert [(x.old, x.new, x.kind, x.moved) for x in links] == [
        ((at,), (at,), LinkKind.KEPT, False) for at in range(len(lines))
    ]


@given(old=texts, new=texts)
@settings(max_examples=60)
def test_links_follow_the_new_text(old: list[str], new: list[str]) -> None:
    places = [link.new[0] for link in align_sentences(old, new) if link.new]
    assert places == sorted(places)


def test_case_quotes_labels_and_citations_do_not_make_a_change() -> None:
    old = ["(a) The “Green Fund” paid 9 villages. (3,14)"]
    new = ['2. The "green fund" paid 9 villages. (5)']
    (link,) = align_sentences(old, new)
    assert link.kind is LinkKind.KEPT


def test_a_space_missing_after_a_full_stop_hides_no_word() -> None:
    (link,) = align_sentences(["The quay is long.Ships wait."], ["The quay is long. Ships wait."])
    assert link.kind is LinkKind.KEPT
    old = ["Nobody doubts the benefits.Of the 40 tugs in the port, most are old.", "Judges sit."]
    new = [
        "Nobody doubts the benefits.",
        "Of the 40 tugs in the port, most are old.",
        "Judges sit.",
    ]
    assert [(x.old, x.new) for x in align_sentences(old, new)] == [((0,), (0, 1)), ((1,), (2,))]


def test_a_section_number_is_a_label_and_a_figure_is_not() -> None:
    (link,) = align_sentences(["5.1.2 Train all buyers."], ["5.2.1 Train all buyers."])
    assert link.kind is LinkKind.KEPT
    (link,) = align_sentences(["3.2 million people left."], ["3.4 million people left."])
    assert link.kind is LinkKind.EDITED


def test_a_changed_figure_is_a_change() -> None:
    (link,) = align_sentences(["The fund paid 9 villages."], ["The fund paid 12 villages."])
    assert link.kind is LinkKind.EDITED
    assert 0.5 < link.similarity < 1.0


def test_a_figure_in_brackets_at_the_end_is_no_citation() -> None:
    (link,) = align_sentences(["The fund paid villages (9)."], ["The fund paid villages (12)."])
    assert link.kind is LinkKind.EDITED


def test_texts_that_share_nothing_are_left_alone() -> None:
    links = align_sentences(["Ferries carried 3 million passengers."], ["Wolves returned."])
    assert {link.kind for link in links} == {LinkKind.ADDED, LinkKind.REMOVED}


def test_no_sentences_make_no_links() -> None:
    assert align_sentences([], []) == ()
    assert [x.kind for x in align_sentences([], ["A new law passed."])] == [LinkKind.ADDED]


def test_a_sentence_that_changes_its_section_has_moved() -> None:
    fee = "Licences for trawlers cost 400 crowns a year since the reform."
    old = edition(
        ("Fisheries", ["The fleet has 60 trawlers.", fee, "Herring was scarce off Port Lume."]),
        ("Taxes", ["Income is taxed at 20 percent.", "Customs rose by a third."]),
    )
    new = edition(
        ("Fisheries", ["The fleet has 60 trawlers.", "Herring was scarce off Port Lume."]),
        ("Taxes", ["Income is taxed at 20 percent.", "Customs rose by a third.", fee]),
    )
    moved = [(x.old, x.new) for x in align(old, new).links if x.moved]
    assert moved == [((1,), (4,))]


def test_a_report_whose_parts_were_all_rearranged_is_recognised() -> None:
    towns = ("Orsk", "Karsk", "Lume", "Veldaport", "Tarn", "Osterby", "Quill", "Marrow")
    old = [f"The council of {t} repaired the old bridge over the river." for t in towns]
    new = [f"The council of {t} repaired the oldest bridge over the river." for t in towns[::-1]]
    links = align_sentences(old, new)
    assert {(x.old, x.new) for x in links} == {((7 - n,), (n,)) for n in range(8)}
    assert sum(x.moved for x in links) == 7


def test_in_long_texts_an_edited_sentence_that_moved_is_found_without_looking_at_all_pairs() -> (
    None
):
    towns = [a + b for a in ("Or", "Kar", "Lu", "Vel", "Tar", "Os", "Qui") for b in
             ("sk", "me", "dal", "by", "ll", "row", "fjord", "wick", "ham", "den")]  # fmt: skip
    named = list(enumerate(zip(towns, (town[::-1].capitalize() for town in towns), strict=True)))
    built = "a school with {} rooms on the {}-{} road"
    old = [f"In {t} Mayor {m} opened {built.format(n + 11, t, m)}." for n, (t, m) in named]
    new = [f"In {t} Mayor {m} opened {built.format(n + 12, t, m)} too." for n, (t, m) in named]
    new.insert(5, new.pop(60))
    few = Aligning(all_pairs=0, candidates=4, postings=40)
    found = {(x.old, x.new): x.moved for x in align_sentences(old, new, few) if x.old and x.new}
    assert found[(60,), (5,)]
    assert len(found) == len(towns)
    assert sum(found.values()) == 1


def test_one_sentence_may_answer_to_three_that_stand_apart() -> None:
    old = [
        "The port was dredged.",
        "Herring boats from Tarn landed 40 tons, the Osterby smokehouse hired 12 workers and the "
        "Quill cannery exported 9 shiploads.",
        "The harvest was poor.",
    ]
    new = [
        "The port was dredged.",
        "Herring boats from Tarn landed 42 tons.",
        "The Osterby smokehouse hired 15 workers.",
        "The Quill cannery exported 7 shiploads.",
        "The harvest was poor.",
    ]
    assert ((1,), (1, 2, 3)) in {(x.old, x.new) for x in align_sentences(old, new)}


def test_a_renamed_section_is_found_by_what_stands_in_it() -> None:
    body = ["Income is taxed at 20 percent.", "Customs rose by a third.", "Salt is free of tax."]
    old = edition(("Taxes", body), ("Roads", ["The ring road has four lanes."]))
    new = edition(("Roads", ["The ring road has four lanes."]), ("Public revenue", body))
    links = align(old, new).sections
    assert {(x.old, x.new) for x in links} == {(0, 1), (1, 0)}
    assert [x.moved for x in links].count(True) == 1


def test_a_section_without_counterpart_stands_where_it_was() -> None:
    old = edition(("Roads", ["Tar."]), ("Rails", ["Two lines were closed."]), ("Ports", ["Quay."]))
    new = edition(("Roads", ["Tar."]), ("Ports", ["Quay."]))
    assert align(old, new).sections[1] == SectionLink(1, None)


def test_a_heading_that_stands_twice_answers_to_the_one_below_the_same_sentences() -> None:
    old = edition(
        ("Overview", ["Herring was scarce off Port Lume."]),
        ("Overview", ["Customs rose by a third in spring."]),
    )
    new = edition(
        ("Overview", ["Customs rose by a third in spring."]),
        ("Overview", ["Herring was scarce off Port Lume."]),
    )
    assert {(x.old, x.new) for x in align(old, new).sections} == {(0, 1), (1, 0)}


def test_tables_answer_by_caption_and_rows_by_label() -> None:
    old = edition(
        ("Data", ["See below."]),
        tables=(
            table(0, "Herring landed", ["Port", "2023"], ["Lume", "12"], ["Orsk", "7"]),
            table(1, "Inspections", ["Office", "2023"], ["North", "3"]),
        ),
    )
    new = edition(
        ("Data", ["See below."]),
        tables=(
            table(0, "Inspections", ["Office", "2024"], ["North", "4"], ["South", "1"]),
            table(1, "Herring landed", ["Port", "2024"], ["Orsk", "9"], ["Karsk", "2"]),
        ),
    )
    assert align(old, new).tables == (
        TableLink(1, 0, ((0, 0), (None, 1))),
        TableLink(0, 1, ((1, 0), (None, 1), (0, None))),
    )


def test_a_link_says_why() -> None:
    links = align_sentences(
        ["Karsk Shipyard laid off 210 welders in May.", "Rain fell."],
        ["In May the Karsk Shipyard laid off another 210 welders.", "Rain fell."],
    )
    edited = next(link for link in links if link.kind is LinkKind.EDITED)
    why = "; ".join(edited.why)
    assert "210" in why
    assert "welders" in why
    assert "log odds" in why
    assert next(link for link in links if link.kind is LinkKind.KEPT).why[0] == "same words"


def test_a_figure_of_the_same_measure_outweighs_other_words_in_common() -> None:
    old = [
        "The consul in Karsk reported inspecting 21 old trawlers and an unknown number of ferries.",
    ]
    new = [
        "The consul in Karsk wrote a manual on ferries that nobody abroad has read.",
        "The office inspected 313 trawlers abroad in the first half of the year, 301 of them in "
        "Karsk.",
    ]
    links = [x for x in align_sentences(old, new) if x.old and x.new]
    assert [(x.old, x.new) for x in links] == [((0,), (1,))]
    assert "figures in the same words: the same measure" in links[0].why
    without = align_sentences(old, new, Aligning(frame=0.0))
    assert [(x.old, x.new) for x in without if x.old and x.new] == [((0,), (0,))]


def test_a_year_is_no_count() -> None:
    old = ["The office reported inspecting in 2021 trawlers off Karsk."]
    new = ["Its crew reported inspecting in 2022 trawlers off Karsk."]
    (link,) = align_sentences(old, new)
    assert not any("measure" in why for why in link.why)


def test_headings_that_share_a_word_in_passing_are_two_sections() -> None:
    old = edition(("Freedom of movement and of residence", ["Tar was laid on nine roads."]))
    new = edition(("Freedom from fees for dredging harbours", ["Two lines were closed."]))
    assert all(x.old is None or x.new is None for x in align(old, new).sections)


def test_a_list_cut_anew_does_not_become_one_link() -> None:
    parts = [
        "Tarn landed 42 tons of herring", "Osterby hired 15 smokers", "Quill exported 7 shiploads",
        "Karsk built 3 quays", "Orsk dredged 2 canals", "Marrow sold 11 trawlers",
    ]  # fmt: skip
    links = align_sentences(["; ".join(parts) + "."], [p + "." for p in parts], Aligning(most=3))
    (split,) = [x for x in links if x.old]
    assert len(split.new) == 3


def test_without_a_round_on_places_the_words_alone_decide() -> None:
    old = ["The fund paid 3.2 million crowns to the fishers of Karsk.", "Rain fell on Orsk."]
    new = ["The fund paid 3.4 million crowns to the fishers of Karsk.", "Rain fell on Orsk."]
    why = next(x.why for x in align_sentences(old, new, Aligning(rounds=0)) if x.similarity < 1)
    assert not any("neighbours" in reason for reason in why)
    assert any("Karsk" in reason for reason in why)


def test_in_long_texts_common_words_do_not_hide_a_partner_and_places_are_looked_at() -> None:
    towns = [a + b for a in ("Or", "Kar", "Lu", "Vel", "Tar") for b in ("sk", "me", "by", "ham")]
    old = [line for t in towns for line in (f"The mayor of {t} resigned.", f"It rained on {t}.")]
    new = [line for t in towns for line in (f"The mayor of {t} resigned.", f"{t} was rained on.")]
    few = Aligning(all_pairs=0, candidates=1, postings=3)
    found = {(x.old, x.new) for x in align_sentences(old, new, few) if x.old and x.new}
    assert {((at,), (at,)) for at in range(len(old))} <= found


def test_a_sentence_without_words_stands_in_a_link_of_its_own() -> None:
    links = align_sentences(["", "They fined nine operators."], ["They fined nine operators.", ""])
    assert sorted((link.old, link.new) for link in links) == [
        ((), (1,)),
        ((0,), ()),
        ((1,), (0,)),
    ]


def test_words_that_a_team_calls_the_same_bring_sentences_together() -> None:
    old = edition(("Health", ["The ministry hired nine caseworkers.", "No report was published."]))
    new = edition(("Health", ["No report was published.", "Nine social workers were hired."]))
    same = Words(synonyms=(("caseworkers", "social workers"),))
    (plain,) = [link for link in align(old, new).links if 0 in link.old]
    (told,) = [link for link in align(old, new, words=same).links if 0 in link.old]
    assert told.new == (1,)
    assert told.similarity == plain.similarity or not plain.new


def test_the_same_words_with_other_marks_are_not_quite_the_same() -> None:
    pairs = {
        ("Boats, nets.", "Boats; nets."): (0.999, LinkKind.EDITED),
        ("Boats, nets.", "Boats, nets."): (1.0, LinkKind.KEPT),
        ("BOATS, nets.", "Boats,  nets."): (1.0, LinkKind.KEPT),
        ("(a) Boats – nets", "(b) Boats - nets"): (1.0, LinkKind.KEPT),
    }
    for (old, new), told in pairs.items():
        (link,) = align_sentences([old], [new])
        assert (link.similarity, link.kind) == told
