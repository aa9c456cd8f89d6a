"""What the parser says of sentences: phrases, verb groups, clauses and how they hang together."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tracediff.model.syntax import NOWHERE, Clause, Relation, Tense, VerbGroup
from tracediff.syntax import Parse, parse
from tracediff.text.vocabulary import PLAIN, Vocabulary

WORDS = (
    "the police arrested 40 men and women who were identified in 2019 , compared with 31 ; "
    "including ( said that ) — courts had not fully implemented no guards to report : of 1,204 "
    "May 7 percent although leaving which “ ” % $ up from 's . is be by"
).split()


def subject(p: Parse, clause: Clause) -> str:
    """The words of the subject of a clause, or ""."""
    return "" if clause.subject == NOWHERE else p.text(p.phrases[clause.subject])


def verb(text: str, number: int = 0) -> VerbGroup:
    """One of the verb groups of a sentence."""
    return parse(text).verbs[number]


def relations(text: str) -> list[str]:
    """The kinds of clauses of a sentence, in the order in which they open."""
    return [clause.relation.value for clause in parse(text).clauses]


def test_a_plain_sentence_has_a_subject_a_verb_and_objects() -> None:
    p = parse("The harbour police arrested 40 young smugglers in Norr.")
    (clause,) = p.clauses
    assert clause.relation is Relation.MAIN
    assert subject(p, clause) == "The harbour police"
    assert p.text(p.verbs[clause.verb]) == "arrested"
    assert [p.text(p.phrases[i]) for i in clause.objects] == ["40 young smugglers"]


@pytest.mark.parametrize(
    ("text", "tense"),
    [
        ("The guild trains pilots.", Tense.PRESENT),
        ("The guild trained pilots.", Tense.PAST),
        ("The guild had trained pilots.", Tense.PAST),
        ("The guild was training pilots.", Tense.PAST),
        ("The guild will train pilots.", Tense.FUTURE),
        ("The guild did not train pilots.", Tense.PAST),
    ],
)
def test_tense(text: str, tense: Tense) -> None:
    assert verb(text).tense is tense


@pytest.mark.parametrize(
    ("text", "passive"),
    [
        ("Two skippers were fined.", True),
        ("Two skippers had not been fully compensated.", True),
        ("Two skippers fined the crew.", False),
        ("Two skippers were sailing.", False),
    ],
)
def test_passive(text: str, passive: bool) -> None:
    assert verb(text).passive is passive


def test_denial_degrees_and_modality_belong_to_the_verb_group() -> None:
    p = parse("The council did not fully implement the plan, and it may never do so.")
    first, second = p.verbs[:2]
    assert p.text(first) == "did not fully implement"
    assert p.tokens.low[first.denial] == "not"
    assert [p.tokens.low[i] for i in first.degrees] == ["fully"]
    assert (first.modal, second.modal) == ("", "may")
    assert p.tokens.low[second.denial] == "never"


def test_no_and_none_deny_their_phrase() -> None:
    p = parse("No guards were dismissed and none resigned.")
    assert [p.text(phrase) for phrase in p.phrases if phrase.denied] == ["No guards", "none"]


def test_two_clauses_have_a_subject_each() -> None:
    p = parse("Imports grew, and exports fell.")
    assert relations("Imports grew, and exports fell.") == ["main", "coordinate"]
    assert [subject(p, clause) for clause in p.clauses] == ["Imports", "exports"]


def test_a_verb_that_goes_on_shares_its_subject() -> None:
    p = parse("The agency inspected 90 mines and closed 17 pits.")
    main, second = p.clauses
    assert (main.shared, second.shared) == (False, True)
    assert subject(p, second) == "The agency"


def test_a_relative_clause_is_about_the_noun_before_it() -> None:
    p = parse("The clinic treated 40 sailors who were injured.")
    main, relative = p.clauses
    assert (relative.relation, relative.parent) == (Relation.RELATIVE, 0)
    assert subject(p, relative) == "40 sailors"
    assert subject(p, main) == "The clinic"


def test_a_reduced_participle_is_no_verb_of_its_clause() -> None:
    p = parse("Those identified in 2019 numbered 410.")
    main = p.clauses[0]
    assert (subject(p, main), p.text(p.verbs[main.verb])) == ("Those", "numbered")
    (reduced,) = [clause for clause in p.clauses if clause.relation is Relation.PARTICIPLE]
    held = p.verbs[reduced.verb]
    assert (p.text(held), held.finite, held.passive, held.tense) == (
        "identified", False, True, Tense.NONE
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Courts convicted 40 men, compared with 31 in 2019.", ["main", "comparison"]),
        ("Courts convicted 40 men, including 31 clerks.", ["main", "including"]),
        ("Courts convicted 40 men (31 clerks) in May.", ["main", "aside"]),
        ("Courts — the oldest ones — convicted 40 men.", ["main", "aside"]),
        ("Although exports fell, imports grew.", ["main", "subordinate"]),
        ("The guild said that exports fell.", ["main", "complement"]),
        ("The guild failed to report wrecks.", ["main", "infinitive"]),
        ("A bomb exploded, leaving 40 sailors injured.", ["main", "participle"]),
        ("Exports fell; imports grew.", ["main", "coordinate"]),
        ("Complaints received: 41", ["main", "participle", "aside"]),
    ],
)
def test_how_a_clause_hangs_on_another(text: str, expected: list[str]) -> None:
    assert relations(text)[: len(expected)] == expected


def test_who_says_so_is_the_subject_of_the_verb_of_saying() -> None:
    p = parse("The guild said that thieves took 44 boats.")
    speaker = p.speaker(p.clause_at[p.tokens.low.index("44")])
    assert speaker is not None
    assert p.text(speaker) == "The guild"
    assert p.speaker(0) is None


def test_what_hangs_on_a_noun_names_it() -> None:
    p = parse("The number of victims of fraud rose.")
    assert [p.text(phrase) for phrase in p.phrases] == ["The number", "victims", "fraud"]
    assert [phrase.governor for phrase in p.phrases] == [NOWHERE, 0, 1]


def test_a_list_is_joined_from_member_to_member() -> None:
    p = parse("Ports had 412, 388 and 295 cranes.")
    assert [phrase.joined for phrase in p.phrases] == [NOWHERE, 2, 3, NOWHERE]


def test_adjectives_in_a_list_stay_with_their_noun() -> None:
    p = parse("It hired 20 rural, coastal, and urban teachers.")
    assert p.text(p.phrases[1]) == "20 rural, coastal, and urban teachers"


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("In May 12 boats sank.", ["May", "12 boats"]),
        ("Since March 2019 12 boats sank.", ["March 2019", "12 boats"]),
        ("On May 7, 2020, police arrested clerks.", ["May 7, 2020", "police", "clerks"]),
    ],
)
def test_a_date_is_a_phrase_of_its_own(text: str, phrases: list[str]) -> None:
    p = parse(text)
    assert [p.text(phrase) for phrase in p.phrases] == phrases


def test_the_same_sentence_is_read_the_same_way() -> None:
    text = "Police arrested 40 men, who had fled in 2019, and (it said) freed 12."
    first, again = parse(text), parse(text, Vocabulary(PLAIN.units))  # the second is read anew
    assert again is not first
    assert (again.tags, again.phrases, again.verbs) == (first.tags, first.phrases, first.verbs)
    assert (again.clauses, again.clause_at) == (first.clauses, first.clause_at)


@pytest.mark.parametrize("text", ["", " ", ")", "((((", ";;;", "— — —", "and", "\x00", "40 % of"])
def test_damaged_text_is_read_without_complaint(text: str) -> None:
    assert parse(text).clauses[0].relation is Relation.MAIN


@given(st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join) | st.text(max_size=80))
@settings(max_examples=150)
def test_every_token_stands_in_one_clause_and_at_most_one_chunk(text: str) -> None:
    p = parse(text)
    assert len(p.clause_at) == len(p.tags) == p.tokens.size
    assert all(0 <= clause < len(p.clauses) for clause in p.clause_at)
    spans = [(one.first, one.stop) for one in p.phrases]
    spans += [(one.first, one.stop) for one in p.verbs]
    taken = [i for first, stop in spans for i in range(first, stop)]
    assert len(taken) == len(set(taken))
    assert all(phrase.first <= phrase.head < phrase.stop for phrase in p.phrases)
    assert all(clause.parent < number for number, clause in enumerate(p.clauses))


def test_an_endless_sentence_takes_time_in_proportion_to_its_length() -> None:
    def seconds(times: int) -> float:
        text = "police arrested 40 men, who fled (in 2019), and courts said that " * times
        start = time.perf_counter()
        parse(text)
        return time.perf_counter() - start

    seconds(20)
    assert seconds(1600) < 40 * max(seconds(200), 0.02)


def test_what_is_compared_once_more_is_a_comparison_of_its_own() -> None:
    both = "The board trained 40 pilots compared with 30 in 2018 and 50 masons compared with 20."
    assert relations(both) == ["main", "comparison", "comparison"]
    assert relations("Fares rose to 9, up from 7 in 2018 compared with 5 in 2017.") == [
        "main", "comparison", "comparison",
    ]  # fmt: skip


def test_a_dash_closes_what_was_opened_behind_it() -> None:
    assert relations("The crew — pilots who sailed in spring — left.")[0] == "main"
    p = parse("The crew — pilots who sailed in spring — left.")
    assert [p.text(p.verbs[c.verb]) for c in p.clauses if c.relation is Relation.MAIN] == ["left"]
    p = parse("Police freed 40 boats, compared with 30 in 2018 — a record.")
    (aside,) = [c for c in p.clauses if c.relation is Relation.ASIDE]
    assert p.clauses[aside.parent].relation is Relation.MAIN


def test_from_and_to_belong_to_one_clause_around_a_participle() -> None:
    p = parse("The fee rose from 8 crowns charged in spring to 12 crowns.")
    last = p.phrases[-1]
    assert (p.text(last), p.clauses[last.clause].relation) == ("12 crowns", Relation.MAIN)


def test_no_longer_behind_a_verb_denies_it() -> None:
    assert verb("Boats sailed no longer in winter.").stop == 4


def test_a_verb_before_its_particle_is_one() -> None:
    assert [verb(f"{who} set up the office.").tense for who in ("The mint", "The board")] == [
        Tense.PAST, Tense.PAST,
    ]  # fmt: skip


def test_a_sign_in_capitals_is_a_name_and_compares_nothing() -> None:
    assert relations("The VS Code editor shows 40 files.") == ["main"]


def test_a_bracket_before_its_verb_does_not_hide_the_subject_of_a_main_clause() -> None:
    p = parse("Of the clinics that buy vaccines, 53% (109 clinics) said they did not know.")
    main = p.clauses[0]
    assert main.subject != NOWHERE and p.text(p.phrases[main.subject]) == "53%"
    assert [p.text(one) for one in p.clauses if one.relation is Relation.RELATIVE] == [
        "that buy vaccines,"
    ]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("We found 12% of the crews were late.", "12"),
        ("The minister said the heads of the ports had resigned.", "the"),
        ("It found 40 percent of crews had sailed.", "40"),
    ],
)
def test_what_is_said_begins_with_the_whole_phrase(text: str, first: str) -> None:
    p = parse(text)
    (said,) = (one for one in p.clauses if one.relation is Relation.COMPLEMENT)
    assert p.tokens.low[said.first] == first
    assert said.subject != NOWHERE


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("The crew that finds, tags, and frees whales led 10 dives.", "The crew"),
        ("The guild that buys, mends and rents nets sold 12 boats.", "The guild"),
        ("The office that logs and maps wrecks hired 9 divers.", "The office"),
        ("Pilots who are 16 and 17 can only receive letters.", "Pilots"),
        ("The lockers of crews aged 16 and 17 are set to closed.", "The lockers"),
    ],
)
def test_a_subject_keeps_its_verb_past_what_describes_it(sentence: str, subject: str) -> None:
    p = parse(sentence)
    main = p.clauses[0]
    assert p.tokens.words(p.phrases[main.subject].first, p.phrases[main.subject].stop) == subject
    assert main.verb != -1


@pytest.mark.parametrize(
    ("sentence", "subject", "verb"),
    [
        ("Claims received at the bank increased by 12 percent.", "Claims", "increased"),
        ("Tickets sold in kiosks decreased by 8 percent.", "Tickets", "decreased"),
        ("The number of fires reported to the brigade fell to 41.", "The number", "fell"),
        ("Bridges built before 1950 needed 32 repairs.", "Bridges", "needed"),
        ("The number of permits granted reached 40.", "The number", "reached"),
        ("Claims received increased by 4 percent.", "Claims", "increased"),
        ("Nurses trained since 2015 treated 400 patients.", "Nurses", "treated"),
        ("Mothers asked in wards said that 4 beds were short.", "Mothers", "said"),
    ],
)
def test_a_participle_behind_a_subject_is_not_its_verb(
    sentence: str, subject: str, verb: str
) -> None:
    p = parse(sentence)
    main = p.clauses[0]
    assert p.text(p.phrases[main.subject]) == subject
    assert p.text(p.verbs[main.verb]) == verb


@pytest.mark.parametrize(
    ("sentence", "verb"),
    [
        ("Prices rose in towns affected by the strike.", "rose"),
        ("The ministry said at least 40 boats sank.", "said"),
        ("Wages fell until 2015 but have grown to 41 crowns.", "fell"),
        ("The bridge remained closed to lorries.", "remained"),
    ],
)
def test_the_verb_of_a_subject_stays_its_verb(sentence: str, verb: str) -> None:
    p = parse(sentence)
    assert p.text(p.verbs[p.clauses[0].verb]) == verb


@pytest.mark.parametrize(
    ("sentence", "subjects"),
    [
        ("Prices rose by 3%, wages by 4% and rents by 5%.", ["Prices", "wages", "rents"]),
        ("Fires fell from 12 to 9 and thefts from 7 to 5.", ["Fires", "thefts"]),
        ("Oil made up 60 percent of sales and gas 40 percent.", ["Oil", "gas"]),
        ("The mean was 41 and the median 39.", ["The mean", "the median"]),
        ("It raised the fee from 4 to 5 crowns and the fine from 40 to 50.", ["It", "It"]),
        ("Exports rose from 12 million in Orsk and Norr to 14 million.", ["Exports"]),
        ("Deaths fell from 40 in the north and the south to 31.", ["Deaths"]),
    ],
)
def test_a_clause_may_leave_out_its_verb(sentence: str, subjects: list[str]) -> None:
    p = parse(sentence)
    assert [p.text(p.phrases[clause.subject]) for clause in p.clauses] == subjects
    assert len({clause.verb for clause in p.clauses}) == 1


def test_whom_a_pronoun_did_something_for_is_described_behind_of_too() -> None:
    p = parse("A list of the crews we have helped can be found on the wall.")
    main = p.clauses[0]
    assert (p.verbs[main.verb].first, p.phrases[main.subject].head) == (8, 1)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("If a crew wants to leave the guild, its master may say so by post.", "its master"),
        ("If you want to close a berth or move your boat, you may do so in May.", "you"),
        ("When the council decides that a quay is closed, the guard tells crews.", "the guard"),
    ],
)
def test_a_comma_ends_all_that_stands_before_the_main_clause(sentence: str, subject: str) -> None:
    p = parse(sentence)
    main = p.clauses[0]
    assert main.relation is Relation.MAIN
    assert p.text(p.phrases[main.subject]) == subject
