"""A statement: a finite clause with its subject and what its verb needs, cut behind a phrase."""

from __future__ import annotations

import pytest

from tracediff.syntax import parse
from tracediff.wording import headlines
from tracediff.wording.clauses import ended
from tracediff.wording.sentence_forms import opens_with_verb
from tracediff.wording.shared_words import unlike
from tracediff.wording.statement_bounds import statements_of
from tracediff.wording.statements import (
    Part,
    agreeing,
    anything,
    around,
    holding,
    statement,
    subject,
    within,
)

WARDEN = "While the warden kept order, the office was weaker than in past years."
SAME = "While the warden kept order, the town threatened the office."


@pytest.mark.parametrize(
    ("text", "other", "line"),
    [
        (WARDEN, SAME, "the office was weaker than in past years"),
        (
            "As of May, Ivo Brand, keeper of the light, had received nine letters from shipowners.",
            "",
            "Ivo Brand had received nine letters from shipowners",
        ),
        (
            "The harbour office said that the master would look again at 600 berths in the port.",
            "",
            "the master would look again at 600 berths in the port",
        ),
        (
            "The warden opened the gate and increased the number of guards.",
            "The warden opened the gate.",
            "The warden increased the number of guards",
        ),
        (
            "The mayor tried to close the old pier before winter came.",
            "",
            "The mayor tried to close the old pier before winter came",
        ),
    ],
)
def test_the_statement_that_the_other_edition_does_not_make_is_taken(
    text: str, other: str, line: str
) -> None:
    assert statement(text, 9, 18, unlike(text, other)) == line


def test_what_is_only_supposed_or_points_back_is_no_statement() -> None:
    supposed = "If money is short, they will close it."
    assert statement(supposed, 9, 18, unlike(supposed, "")) == ""
    assert statement("No finite verb here", 9, 18, unlike("No finite verb here", "")) == ""


def test_a_figure_chooses_the_statement_that_it_stands_in() -> None:
    text = "The court heard 40 cases; the prison held 12 men."
    assert statement(text, 9, 18, holding(text.index("40"))) == "The court heard 40 cases"
    assert statement(text, 9, 18, holding(text.index("12"))) == "the prison held 12 men"


def test_a_part_of_a_sentence_can_be_asked_for() -> None:
    text = "The court heard 40 cases, and the prison held 12 men."
    wish = within(text.index("the prison"), len(text), unlike(text, ""))
    assert statement(text, 9, 18, wish) == "the prison held 12 men"


def test_the_subject_of_a_place_goes_before_it() -> None:
    text = "The owners of the pier have closed it."
    assert subject(text, text.index("closed"), 6) == "The owners of the pier"
    assert subject(text, text.index("owners"), 6) == ""  # the place is in the subject itself
    assert subject(text, text.index("closed"), 3) == ""  # longer than asked for
    assert subject("They closed it.", 5, 6) == ""
    assert subject(text, 999, 6) == ""


def test_a_line_without_a_subject_is_known_by_its_verb() -> None:
    assert opens_with_verb("Opened a school for pilots")
    assert not opens_with_verb("The school opened") and not opens_with_verb("Salt")


@pytest.mark.parametrize(
    ("text", "at", "line"),
    [
        (  # a figure far behind is kept, as far as there is room
            "The ferry office also gave free passage to 257 boys who were on their way to school.",
            "257",
            "The ferry office also gave free passage to 257 boys",
        ),
        (  # a participle alone is no end
            "The league helped 40 pilots engaged in or near the ice to come home.",
            "40",
            "The league helped 40 pilots engaged in or near the ice to come home",
        ),
        (  # the subjects of a list stay together
            "The clerks and guards from Orsk counted 90 boats in the sound in May.",
            "90",
            "The clerks and guards from Orsk counted 90 boats in the sound in May",
        ),
        (  # "men from Orsk and Norr": the verb is of all of them
            "Pilots sailing to Orsk and Norr saw 12 whales in a year of ice.",
            "12",
            "Pilots sailing to Orsk and Norr saw 12 whales in a year of ice",
        ),
        (  # what somebody only believes is not said
            "Clerks are slow to act because they believe yards will close.",
            "yards",
            "Clerks are slow to act because they believe yards will close",
        ),
        (  # the condition that a statement stands under
            "Except in winter, the office counts all boats at the quay.",
            "winter",
            "Except in winter, the office counts all boats at the quay",
        ),
        (  # "designed" is of the supply, and opens no statement
            "The office asks about the site and size of the stores designed to last.",
            "size",
            "The office asks about the site and size of the stores",
        ),
        (  # "refugees and returned men": an attribute, no second verb
            "The town served key groups, including pilots and returned sailors, through 14 rules.",
            "groups",
            "The town served key groups, including pilots and returned sailors, through 14 rules",
        ),
        ("There were 40 fires on the quay.", "40", "There were 40 fires on the quay"),
        ("We sold 40 nets and mended boats.", "40", "We sold 40 nets and mended boats"),
        (
            "Opened 12 schools for pilots in the north of the isle with the league.",
            "12",
            "Opened 12 schools for pilots in the north of the isle with the league",
        ),
        (  # the phrase that its subject stands beside, a list, an address, a sum
            "The youngest victim, a boy age three, died from cold while playing outside.",
            "died",
            "The youngest victim, a boy age three, died from cold while playing outside",
        ),
        (
            "In May salt, nets and boats were sold on the quay of the old town.",
            "boats",
            "salt, nets and boats were sold on the quay of the old town",
        ),
        (
            "Our address help@sund.example is read by 2 clerks of the harbour office each day.",
            "2",
            "Our address help@sund.example is read by 2 clerks of the harbour office each day",
        ),
        (
            "A bill for a sum of S$39,810 was sent to the port.",
            "39",
            "A bill for a sum of S$39,810 was sent to the port",
        ),
        (
            "Sailors tried in Orsk did not face the court, nor did most of their 40 captains.",
            "Sailors",
            "Sailors tried in Orsk did not face the court",
        ),
        (  # verbs that were read as participles, or as those of one clause
            "The town acceded to the league of ports and, in May, opened 12 new schools there.",
            "12",
            "The town opened 12 new schools there",
        ),
        (
            "One keeper guessed 20 boats in his charge had left for richer ports.",
            "20",
            "One keeper guessed 20 boats in his charge had left for richer ports",
        ),
        (
            "Guards did not shut the gate or open it, but in May, there were no fires on the quay.",
            "no fires",
            "there were no fires on the quay",
        ),
        (
            "The league will teach all boys through the making of a three-part film on the ice.",
            "boys",
            "The league will teach all boys",
        ),
        (
            "Guards slept, while a bill for a sum of S$39,810 was sent to the port.",
            "39",
            "a bill for a sum of S$39,810 was sent to the port",
        ),
        (  # "practices we have": a relative clause
            "The town will see a report with scores across all rules and practices we have in May.",
            "May",
            "",
        ),
        ("You may sell nets on the quay.", "nets", "You may sell nets on the quay"),
        (  # a share in brackets is not cut open
            "Pilots of large boats were less likely to agree (63%), as were cooks.",
            "agree",
            "Pilots of large boats were less likely to agree (63%), as were cooks",
        ),
        (
            "While the warden kept order for 90 days, the ferries did not sail.",
            "90",
            "the warden kept order for 90 days",
        ),
    ],
)
def test_a_statement_is_whole(text: str, at: str, line: str) -> None:
    assert statement(text, 10, 14, holding(text.index(at))) == line


def test_two_sentences_agree_on_what_they_are_both_about() -> None:
    rates = Part("Rate of interest: 10%."), Part("Rate of interest: 12%")
    assert agreeing(*rates, (9, 9), 20) == ("Rate of interest: 10%", "Rate of interest: 12%")
    assert agreeing(Part("The port sold salt."), Part("A pilot fell ill."), (9, 9), 20) is None
    same = Part("The port sold salt to the town.")
    assert agreeing(same, same, (9, 9), 20) == (same.text[:-1], same.text[:-1])
    text = "The court freed 40 men, and the court held 12 men."
    at = text.index("12")
    found = agreeing(Part(text, at, at + 1), Part("The court held 15 men."), (9, 9), 20)
    assert found == ("the court held 12 men", "The court held 15 men")
    assert agreeing(same, same, (9, 9), 9) == ("", same.text[:-1])


@pytest.mark.parametrize(
    "text",
    [
        "The Council adopted a plan for the harbour, after comments from unions, but did not",
        "The board met in the hall, with guests from the islands, and was not",
        "Police searched the two ships, with help from divers, but had",
    ],
)
def test_a_sentence_that_was_cut_off_behind_its_verb_is_told_as_far_as_it_goes(text: str) -> None:
    told = agreeing(Part(text), Part(text.rpartition(",")[0] + "."), (12, 12), 22)
    assert told is not None
    assert all(one.split()[1] == text.split()[1] for one in told)


@pytest.mark.parametrize(
    ("text", "held", "line"),
    [
        (
            "Gaps exist in the work of the coast guard that may hinder rescue at sea, including"
            " a lack of boats.",
            "a lack of boats",
            "Gaps exist in the work of the coast guard, including a lack of boats",
        ),
        (
            "The clinic opened a ward, but due to a lack of nurses, no beds are in use this year.",
            "due to a lack of nurses",
            "due to a lack of nurses, no beds are in use this year",
        ),
        (
            "The bank, which had lent to farms since the war, closed nine branches in May.",
            "nine branches",
            "The bank closed nine branches",
        ),
        ("Nets, ropes and sails.", "ropes", ""),
    ],
)
def test_a_statement_is_told_around_the_words_that_are_new(text: str, held: str, line: str) -> None:
    at = text.index(held)
    assert around(Part(text, at, at + len(held)), 14) == line


@pytest.mark.parametrize(
    ("text", "line"),
    [
        # a list is not cut between its items, and a clause not before its verb
        (
            "The town gave the schools of Sund, Vik, and Orre new roofs after the storm of May.",
            "the town gave the schools of Sund, Vik, and Orre new roofs",
        ),
    ],
)
def test_a_statement_is_not_cut_inside_what_it_needs(text: str, line: str) -> None:
    assert statement(text, 8, 14, anything).casefold() == line.casefold()


def test_a_condition_alone_is_no_statement() -> None:
    assert not statement("If the dam leaks.", 8, 14, anything)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        (
            "The harbour and the town are the bodies responsible for the upkeep of the old pier.",
            "The harbour and the town are the bodies responsible for the upkeep of the old pier",
        ),
        (
            "Losses included nets, ropes, and the sails of nine old boats of the northern fleet.",
            "Losses included nets, ropes, and the sails of nine old boats of the northern fleet",
        ),
    ],
)
def test_an_adjective_and_a_list_have_what_they_need(text: str, line: str) -> None:
    assert statement(text, 9, 16, anything) == line


def test_an_abbreviation_does_not_end_a_statement() -> None:
    text = "A date was set for the yearly meeting of the pilots: Saturday, Aug. 27 at noon."
    assert statement(text, 20, 20, anything).endswith("Aug. 27 at noon")


def test_a_bracket_that_nothing_closes_and_what_belongs_to_a_word_in_a_headline() -> None:
    text = "The league is a 501(c)(3) club for boys."
    assert statement(text, 20, 20, anything) == "The league is a 501(c)(3) club for boys"
    assert headlines.said(Part(text)) == "The league is a 501(c)(3) club for boys"


def test_a_statement_ends_before_the_subject_of_the_next_one() -> None:
    text = "Crews answered more calls, and the fund that the Act provides for was finally set up."
    told = [one.words(parse(text)) for one in statements_of(text)]
    assert told == [
        "Crews answered more calls",
        "the fund that the Act provides for was finally set up",
    ]


def test_the_particle_of_a_verb_is_not_cut_off() -> None:
    assert ended("the fund was finally set up") == "the fund was finally set up"


def test_what_is_said_is_not_cut_before_its_verb() -> None:
    text = "They say that crews with plans for the long night of frost in the far north will leave."
    assert not statement(text, 5, 9, anything).endswith(("crews", "plans", "night"))


@pytest.mark.parametrize("text", ["the office did not do so", "the office failed in doing so"])
def test_a_verb_that_stands_for_another_is_kept(text: str) -> None:
    assert ended(text) == text


def test_a_cut_leaves_no_half_of_a_preposition() -> None:
    text = (
        "Wages were far lower than levels prior to the signing of the accord of the crews in May."
    )
    assert not statement(text, 6, 8, anything).endswith("prior")
