"""What is gone and what is new: when they tell of one matter. Made findings on real sentences."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.editions import report
from tests.rank.test_rank import of
from tracediff.model import BlockKind, Comparison, Evidence, Finding, Severity, Side
from tracediff.rank.halves import joined
from tracediff.rank.rarity import rarity
from tracediff.rules import RULES
from tracediff.settings import Ranking

FILLER = (
    "Ferries connect the islands. Courts sit in towns. Radio is heard in the hills. Barges bring"
    " salt. Pilots row at night."
)


def editions(old: str, new: str) -> Comparison:
    """Two editions that end in a sentence each, of which no link tells."""
    made = report(f"# Review 2019\n\n{FILLER}\n\n{old}\n", f"# Review 2020\n\n{FILLER}\n\n{new}\n")
    return replace(made.comparison, alignment=replace(made.comparison.alignment, links=()))


def half(rule: str, comparison: Comparison) -> Finding:
    """What is gone, or new, is the last sentence of its edition."""
    side = Side.OLD if rule == "C306" else Side.NEW
    last = (comparison.old if side is Side.OLD else comparison.new).edition.sentences[-1]
    shown = Evidence(side, last.index, last.span, last.text)
    made = of(rule)
    return replace(made, old=shown) if side is Side.OLD else replace(made, new=shown)


SAME = [
    (
        "This year more pilots agreed that charts are critical to their success, from 59% to 66%.",
        "Pilots are increasingly finding charts critical for their success.",
    ),
    (
        "The council had announced that it would publish a tide calendar for every harbour.",
        "After long talks with the printers of Rye the tide calendar was published in full.",
    ),
    (
        "Knot preferences have settled, with reef knots ahead.",
        "The guild saw much higher knot preferences for reef knots.",
    ),
]


@pytest.mark.parametrize(("old", "new"), SAME)
def test_what_is_gone_is_told_with_what_is_said_of_it_now_though_that_is_no_news(
    old: str, new: str
) -> None:
    there = editions(old, new)
    gone, rare = half("C306", there), rarity(there)
    (whole,) = joined([gone], there, rare, Ranking())
    assert whole.old == gone.old
    assert whole.new is not None and whole.new.quote == new
    fresh = half("C307", there)
    (back,) = joined([fresh], there, rare, Ranking())
    assert back.new == fresh.new
    assert back.old is not None and back.old.quote == old


def test_what_answers_to_another_sentence_must_be_nearer() -> None:
    old, new = SAME[2]
    there = editions(old, new)
    links = report(f"# A\n\n{new}\n", f"# A\n\n{new}\n").comparison.alignment.links
    last = len(there.new.edition.sentences) - 1
    linked = replace(links[-1], old=(0,), new=(last,))
    there = replace(there, alignment=replace(there.alignment, links=(linked,)))
    gone, rare = half("C306", there), rarity(there)
    assert joined([gone], there, rare, Ranking()) == (gone,)
    (whole,) = joined([gone], there, rare, Ranking(half_linked=0.1))
    assert whole.new is not None and whole.new.quote == new


APART = [
    (  # other places
        "Arrests of harbour pilots for smuggling rose by a quarter in the state of Norr.",
        "In the province of Lume arrests of harbour pilots for smuggling rose by a third.",
    ),
    (  # a topic, of which each tells another thing
        "The office of wardens helped 209 children who were victims of illegal sponge diving.",
        "In spring the ministry hosted a summit on challenges related to illegal sponge diving.",
    ),
    (  # what befell somebody else
        "In May Ada Orsk was sentenced to nine weeks in prison and paid a penalty of 40 crowns.",
        "Bo Lume was sentenced to seven weeks in prison and paid a penalty of 25 crowns.",
    ),
    (  # who says it
        "According to harbour civil groups, wardens did not always enforce the law on wrecks.",
        "Harbour civil groups reported that the mood of pilots had improved.",
    ),
]


@pytest.mark.parametrize(("old", "new"), APART)
def test_halves_that_only_share_a_topic_a_speaker_or_words_of_other_places_stay_apart(
    old: str, new: str
) -> None:
    there = editions(old, new)
    gone, fresh = half("C306", there), half("C307", there)
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)
    assert joined([gone], there, rarity(there), Ranking()) == (gone,)


def test_a_body_a_place_and_who_says_so_do_not_tell_a_matter() -> None:
    there = editions("The Harbour Council of Norr reported that wardens sank nine boats.", "Salt.")
    rare = rarity(there)
    told, salt = (
        rare.telling(one.edition.sentences[-1].text).stated for one in (there.old, there.new)
    )
    assert {"warden", "boat"} <= told.heads
    assert told.heads.isdisjoint({"council", "norr", "report"})
    assert told.states and not salt.states


ASKED_ANEW = [
    (  # a share of the same people, and a thing that hardly any other sentence names
        "Some 81% of pilots felt very productive rowing at dawn.",
        "The majority of pilots (88%) agree that they often reach a high level of productivity.",
    ),
    (
        "Roughly 40% of clerks keep a paper ledger, closely followed by slates (36%).",
        "Of clerks, 41% rely on a ledger for their records.",
    ),
    (  # what is counted again, and what became of it
        "In May the head of the board was dismissed, and in June another 17 judges were suspended.",
        "Six of 17 judges suspended under the changes were reinstated; the others wait.",
    ),
    (
        "In spring 26 wells were closed after the flood.",
        "Villagers said that of the 26 wells closed by the flood only three gave water.",
    ),
]


@pytest.mark.parametrize(("old", "new"), ASKED_ANEW)
def test_halves_with_shares_of_the_same_people_or_one_count_are_joined(old: str, new: str) -> None:
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert (whole.old is not None and whole.old.quote) == old
    assert (whole.new is not None and whole.new.quote) == new


ASKED_OTHERWISE = [
    (  # how often is no thing, nor is what is done
        "Only 7% of pilots row on a daily basis to Rye.",
        "Over half of pilots (55%) drink tea on a daily basis.",
    ),
    (  # other people
        "Some 81% of pilots felt very productive rowing at dawn.",
        "The majority of nurses (88%) agree that they often reach a high level of productivity.",
    ),
    (  # the count is of other things
        "In spring 26 wells were closed after the flood.",
        "Villagers said that of the 26 goats drowned by the flood only three were found.",
    ),
    (  # one count in two places
        "In the province of Norr 26 wells were closed after the flood.",
        "In the province of Lume the 26 wells closed by the flood were opened.",
    ),
]


@pytest.mark.parametrize(("old", "new"), ASKED_OTHERWISE)
def test_halves_with_figures_of_other_things_stay_apart(old: str, new: str) -> None:
    there = editions(old, new)
    gone, fresh = half("C306", there), half("C307", there)
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)


def test_what_tells_of_the_same_day_is_joined() -> None:
    old = "We can say that as of the 1st January 2018 no natural mica is in our soaps."
    new = (
        "Mica was one of the risky chains, and we made soaps natural mica-free on January 1, 2018."
    )
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.old is not None and whole.new is not None
    other = editions(old, new.replace("January 1", "March 3"))
    halves = (half("C306", other), half("C307", other))
    assert joined(halves, other, rarity(other), Ranking(half_alone=0.9, half=0.9)) == halves


ROWS = [
    ("Norr Bank could be hit hard by a flood of the river.", "| Norr Bank | 8.6% | 86 |"),
    (
        "In the years of the flood the ferry line lost a total of 2.4 million francs, which wiped"
        " out the common stocks of the town.",
        "| Total Common Stocks | 7,206 | 36,247 |",
    ),
    ("The old wardens of Rye rest at the inn after their walk.", "| Wardens of Rye | 412 | 447 |"),
]


@pytest.mark.parametrize(("old", "row"), ROWS)
def test_a_row_of_a_table_does_not_answer_to_a_statement_that_gives_no_figure_of_it(
    old: str, row: str
) -> None:
    table = f"| Name | Share | Sum |\n|---|---|---|\n{row}"
    there = editions(old, table)
    gone, fresh = half("C306", there), half("C307", there)
    assert there.new.edition.sentences[-1].kind is BlockKind.TABLE
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)


def test_a_row_is_told_with_the_figure_of_the_row_that_says_the_same_now() -> None:
    head = "| Kind of vehicle | {} |\n|---|---|\n| Carts with salt on the long bridge | {} |{}"
    for cells, figure in (("30", "30"), ("30 | 40", None)):
        there = editions(head.format("Fines", 12, ""), head.format("Paid", cells, ""))
        (whole,) = joined([half("C306", there)], there, rarity(there), Ranking())
        assert whole.new is not None
        fact = next((f for f in there.new.facts if f.index == whole.new.fact), None)
        assert (None if fact is None else fact.quote) == figure


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The college wanted a center for pupils built behind the mill.",
            "Behind the mill a rowing centre for pupils was built.",
        ),
        (
            "A new statute on shell fishing is being drafted by the guild.",
            "The guild says that the law on shell fishing is with the printers.",
        ),
        (
            "Judges of the guild want housing for widows of drowned rowers.",
            "Widows of drowned rowers got lodging from the guild.",
        ),
    ],
)
def test_halves_meet_in_words_that_stand_for_each_other(old: str, new: str) -> None:
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.old is not None and whole.new is not None


def test_a_row_answers_to_a_statement_that_gives_its_figure() -> None:
    old = "More than 144,000 papers were electronically submitted by the clerks."
    there = editions(
        old, "| What | How many |\n|---|---|\n| Papers submitted electronically | 230 |"
    )
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.old is not None and whole.new is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Some 4,619 students were taught in lower and upper division courses of rowing.",
            "Goals and content of rowing across lower and upper division courses",
        ),
        (
            "The library saved readers 144,000 francs with books on Course Reserves.",
            "Estimated savings of books on Course Reserves, by course and season",
        ),
        (
            "In the harbour survey 97 pilots of the coal pier had a chart.",
            "Survey of pilots of the coal pier, their charts and the harbour",
        ),
    ],
)
def test_a_title_without_a_figure_does_not_answer_to_a_figure(old: str, new: str) -> None:
    there = editions(old, new)
    gone = replace(half("C306", there), rule=RULES["N103"])
    assert joined([gone], there, rarity(there), Ranking()) == (gone,)


DONE = [
    (
        "We are going to work with a group of divers for a full hull survey and mend what they"
        " find.",
        "Our wardens conducted the first outside hull survey of the old ferries in over a decade.",
    ),
    (
        "The guild will print a tide almanac for all its pilots once the fee is paid.",
        "Pilots got their tide almanac in May, a thick book with maps.",
    ),
    (
        "The council plans to lay a gravel footpath from the inn to the lighthouse.",
        "Since May walkers have reached the lighthouse by a footpath of gravel.",
    ),
]


@pytest.mark.parametrize(("old", "new"), DONE)
def test_what_was_planned_and_is_told_as_done_is_not_gone(old: str, new: str) -> None:
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.rule.id == "C307"
    assert (whole.old is not None and whole.old.quote) == old
    assert [one.severity for one in whole.facets] == [Severity.NOTE]


GREW = [
    (
        "As the table tells you, our cargo per ship grew in 2019 by 29.0% and our other earnings"
        " grew by 63.2%.",
        "In 2020 both parts of our line did well, with cargo growing by 9,543 tonnes per ship, or"
        " 33.5%, and harbour earnings growing by 70.3%.",
    ),
    (
        "In short, the yield of each field increased by 12% and our rents increased by 4%.",
        "The year was good: yield per field increased by 15%, and the rents of all farms by 6%.",
    ),
    (
        "In sum, the catch of each boat increased by 9% and our fees increased by 3%.",
        "The season was fine: catch per boat increased by 14%, and the fees of all piers by 5%.",
    ),
]


@pytest.mark.parametrize(("old", "new"), GREW)
def test_what_grew_in_percent_in_both_years_is_one_matter(old: str, new: str) -> None:
    there = editions(old, new)
    (whole,) = joined([half("C306", there), half("C307", there)], there, rarity(there), Ranking())
    assert whole.old is not None and whole.new is not None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "The council set aside a budget for a new roof of the library.",
            "The council set aside a budget for road salt.",
        ),
        (
            "Anna Bell was appointed head of parks by the mayor in March.",
            "Peter Holm was appointed head of finance by the mayor in May.",
        ),
        (
            "The youth programme of the guild reached 340 boys in the hills.",
            "The language project of the guild reached 120 widows in towns.",
        ),
    ],
)
def test_two_budgets_persons_or_programmes_stay_apart(old: str, new: str) -> None:
    there = editions(old, new)
    gone, fresh = half("C306", there), half("C307", there)
    assert joined([gone, fresh], there, rarity(there), Ranking()) == (gone, fresh)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "In the years to come we aim to be mostly funded by public fees, with gifts beside.",
            "The council let the board draw up a plan to give up its public members, so that money"
            " may come from others than fees.",
        ),
        (
            "Owners noted that many lamps were first lost and then found broken.",
            "The guild of owners counted 69 broken lamps after the storm in May.",
        ),
        (
            "Common tricks were to fire sailors who joined the union and to keep lists of them.",
            "The failure of the port to act left complaints of sailors in the union unheard.",
        ),
    ],
)
def test_what_stands_where_the_other_stood_is_told_with_it(old: str, new: str) -> None:
    before, after = (f"The guild keeps a fund that will last beyond {y}." for y in (2020, 2021))
    made = report(
        f"# Review 2019\n\n{FILLER}\n\n{before} {old}\n",
        f"# Review 2020\n\n{FILLER}\n\n{after} {new}\n",
    )
    assert any(
        f.old.quote in old and f.new.quote in new
        for one in made.findings
        for f in one.all
        if f.old is not None and f.new is not None
    )


def test_a_count_is_not_answered_by_the_length_of_a_list() -> None:
    made = report(
        "# Review 2019\n\n## Guild\n\n170 end user members\n\nBoats sail.\n",
        "# Review 2020\n\n## Guild\n\nBoats sail.\n\n"
        "Top 10 ships with highest gifts from end user members\n",
    )
    both = [f for f in made.findings if f.old and f.new and "170" in f.old.quote]
    assert not both
